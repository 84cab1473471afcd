/** One look at a subscription: fetch, judge, and take it or let it wait. Keeps nothing in memory; every outcome is stored with its reason. */
import type { Clock } from './clock.ts';
import { differences, policyTurn, putInUse, rawPolicy, readSources } from './policy-in-use.ts';
import { fetchPolicy } from './sharing/fetch-policy.ts';
import { judgeUpdate, type Verdict } from './sharing/judge-update.ts';
import { makeRolloutNumber } from './sharing/rollout.ts';
import type { CheckOutcome, PendingUpdate, Subscription, SubscriptionStatus } from './sharing/subscription.ts';
import {
  readCompany,
  readPendingUpdate,
  readRolloutNumber,
  readSettings,
  readSubscription,
  readSubscriptionStatus,
  savePendingUpdate,
  savePolicyNews,
  saveRolloutNumber,
  saveSubscription,
  saveSubscriptionStatus,
  type SubscriptionSlot,
} from './storage.ts';

export interface CheckWith {
  readonly clock: Clock;
  readonly get: (url: string, options: RequestInit) => Promise<Response>;
  /** Whether the browser lets us read this address. */
  readonly granted: (url: string) => Promise<boolean>;
}

/** The subscription of a slot, whoever set it. */
export async function subscriptionOf(slot: SubscriptionSlot): Promise<Subscription | null> {
  return slot === 'team' ? readSubscription() : ((await readCompany())?.company.subscription ?? null);
}

/** This browser's number for rollouts, made when it is first needed. */
export async function rolloutNumber(): Promise<string> {
  const known = await readRolloutNumber();
  if (known !== null) return known;
  const made = makeRolloutNumber();
  await saveRolloutNumber(made);
  return made;
}

/** @returns what came of it; undefined without a subscription. */
export async function checkSubscription(slot: SubscriptionSlot, { clock, get, granted }: CheckWith): Promise<CheckOutcome | undefined> {
  const subscription = await subscriptionOf(slot);
  if (!subscription) return undefined;
  const stored = await readSubscriptionStatus(slot);
  const status: SubscriptionStatus = stored.url === subscription.url ? stored : { url: subscription.url };
  const { url } = subscription;
  const answer = await fetchPolicy({ url, granted: await granted(url), ...(status.etag !== undefined && { etag: status.etag }) }, get, clock);
  const now = clock.now();
  const checkedAt = new Date(now).toISOString();
  const end = async (outcome: CheckOutcome, change: Partial<SubscriptionStatus> = {}): Promise<CheckOutcome> => {
    await saveSubscriptionStatus(slot, { ...status, ...change, checkedAt, outcome });
    return outcome;
  };
  if (answer.kind === 'refused') return end({ kind: 'refused', why: answer.why });
  if (answer.kind === 'unchanged') {
    const { seen, outcome } = status;
    // a server that always says "unchanged" must not keep an old publication alive
    if (seen?.expires !== undefined && Date.parse(seen.expires) <= now) return end({ kind: 'refused', why: { kind: 'expired', at: seen.expires } });
    return end(outcome && outcome.kind !== 'refused' && outcome.kind !== 'taken' ? outcome : { kind: 'same', version: seen?.version ?? 0 }, {
      goodAt: checkedAt,
    });
  }
  const language = (await readSettings()).language ?? 'en';
  const verdict = await judgeUpdate(answer.text, { subscription, status, rolloutNumber: await rolloutNumber(), now, language });
  // without its ETag a refused file is looked at anew every time, since what is wrong may lie here: the clock, the version of the browser
  if (verdict.kind === 'refused') return end({ kind: 'refused', why: verdict.why }, { etag: undefined } as Partial<SubscriptionStatus>);
  if (slot === 'team') await saveSubscription(withPins(subscription, verdict));
  const seen = verdict.kind === 'update' ? verdict.read.seen : verdict.seen;
  const believed: Partial<SubscriptionStatus> = { seen, goodAt: checkedAt, ...(answer.etag !== undefined && { etag: answer.etag }) };
  if (verdict.kind === 'not-yet') return end({ kind: 'not-yet', version: seen.version, rollout: verdict.rollout }, believed);
  if (verdict.kind !== 'update') {
    // what is in use is served again: nothing waits any more
    if (slot === 'team' && verdict.kind === 'same') await savePendingUpdate(null);
    return end({ kind: verdict.kind, version: seen.version }, believed);
  }
  const update: PendingUpdate = { text: verdict.read.text, seen, signed: subscription.key !== undefined };
  if (subscription.updates === 'ask') {
    await savePendingUpdate(update);
    return end({ kind: 'waiting', version: seen.version }, believed);
  }
  await saveSubscriptionStatus(slot, { ...status, ...believed });
  return takeUpdate(slot, update, now);
}

/** An update takes effect, with what it changed kept for those who did not see it. @param now ms since 1970 */
export const takeUpdate = (slot: SubscriptionSlot, update: PendingUpdate, now: number): Promise<CheckOutcome> =>
  policyTurn(() => takeNow(slot, update, now));

async function takeNow(slot: SubscriptionSlot, update: PendingUpdate, now: number): Promise<CheckOutcome> {
  const subscription = await subscriptionOf(slot);
  const at = new Date(now).toISOString();
  const status = await readSubscriptionStatus(slot);
  const value = rawPolicy(update.text);
  const expired = update.seen.expires !== undefined && Date.parse(update.seen.expires) <= now;
  if (!subscription || !value || expired) {
    const outcome: CheckOutcome = { kind: 'refused', why: expired ? { kind: 'expired', at: update.seen.expires ?? '' } : { kind: 'broken' } };
    await saveSubscriptionStatus(slot, { ...status, checkedAt: at, outcome });
    return outcome;
  }
  const taken: SubscriptionStatus = {
    ...status,
    url: subscription.url,
    text: update.text,
    signed: update.signed,
    inUse: update.seen.digest,
    inUseVersion: update.seen.version,
    seen: update.seen,
  };
  const { text: _, inUse: __, ...before } = status;
  await saveSubscriptionStatus(slot, taken);
  const sources = await readSources();
  const language = (await readSettings()).language ?? 'en';
  const { changes } = await differences(sources, now, language);
  const composed = await putInUse(sources, now);
  if (!composed.load.ok) {
    const outcome: CheckOutcome = { kind: 'refused', why: { kind: 'problems', problems: composed.load.problems.map(({ readable }) => readable) } };
    // the last good text stays the one in use
    await saveSubscriptionStatus(slot, {
      ...before,
      ...(status.text !== undefined && { text: status.text }),
      ...(status.inUse !== undefined && { inUse: status.inUse }),
      checkedAt: at,
      outcome,
    });
    return outcome;
  }
  if (slot === 'team') await savePendingUpdate(null);
  const { policy } = composed.load.loaded;
  const name = typeof policy.name === 'string' ? policy.name : (policy.name[language] ?? policy.name.en ?? policy.id);
  await savePolicyNews({ at, name, version: update.seen.version, changes });
  const outcome: CheckOutcome = { kind: 'taken', version: update.seen.version };
  await saveSubscriptionStatus(slot, { ...taken, checkedAt: at, goodAt: at, outcome });
  return outcome;
}

/** The person does not want the update that waits; the next version is asked about again. */
export async function declineUpdate(): Promise<void> {
  const pending = await readPendingUpdate();
  if (!pending) return;
  const status = await readSubscriptionStatus('team');
  await saveSubscriptionStatus('team', { ...status, declined: pending.seen.digest, outcome: { kind: 'declined', version: pending.seen.version } });
  await savePendingUpdate(null);
}

function withPins(subscription: Subscription, verdict: Exclude<Verdict, { kind: 'refused' }>): Subscription {
  const { key: _, nextKey: __, ...rest } = subscription;
  const policyId = verdict.kind === 'update' ? verdict.read.loaded.policy.id : undefined;
  return { ...rest, ...verdict.pins, ...(rest.policyId === undefined && policyId !== undefined && { policyId }) };
}
