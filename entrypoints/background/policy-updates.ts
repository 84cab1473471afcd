/** Keeps the policy in step with the company and with subscriptions. Stateless: everything is in storage, the next look is an alarm. */
import { browser } from 'wxt/browser';
import { checkSubscription, subscriptionOf } from '../../lib/check-subscription.ts';
import { type Clock, systemClock } from '../../lib/clock.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { policyTurn, putInUse, readSources, recompose } from '../../lib/policy-in-use.ts';
import { readManaged } from '../../lib/sharing/managed.ts';
import { nextCheck } from '../../lib/sharing/subscription.ts';
import { grantPattern } from '../../lib/site-permission.ts';
import {
  readCompany,
  readManagedStorage,
  readOwnPolicy,
  readPolicy,
  readSettings,
  readSubscriptionStatus,
  saveCompany,
  saveOwnPolicy,
  saveSubscriptionStatus,
} from '../../lib/storage.ts';

export const policyAlarm = 'policy-check';
const slots = ['company', 'team'] as const;

/** The first policy after installing, and what earlier versions of the product stored, brought into the present form. */
export async function startPolicy(): Promise<void> {
  const stored = await readPolicy();
  const own = stored?.origin.kind === 'file' || stored?.origin.kind === 'editor';
  if (stored && own && !(await readOwnPolicy())) await saveOwnPolicy({ policy: stored.policy, origin: stored.origin });
  await recompose(systemClock.now());
}

/** A browser has been seen that never answers what its administrator wrote. What is known of the company stays, and nothing else waits for it. */
const managedPatienceMs = 3000;

/** Takes what the administrator wrote, when it has changed; an answer that comes late is taken when it comes. */
export async function applyCompany(clock: Clock = systemClock): Promise<void> {
  const answer = readManagedStorage();
  const done = new AbortController();
  const patience = new Promise<false>((late) => clock.at(clock.now() + managedPatienceMs, () => late(false), done.signal));
  const answered = await Promise.race([answer.then(() => true), patience]);
  done.abort();
  if (answered) await takeCompany(await answer);
  else void answer.then(takeCompany);
}

async function takeCompany(managed: unknown): Promise<void> {
  const raw = JSON.stringify(managed ?? {});
  const subscribes = await policyTurn(async () => {
    const known = await readCompany();
    if (known?.raw === raw || (!known && raw === '{}')) return false;
    const { company, managed: any, problems } = await readManaged(managed, pageTranslator((await readSettings()).language ?? 'en'));
    await saveCompany({ raw, managed: any, company, problems });
    await putInUse(await readSources(), systemClock.now());
    return company.subscription !== undefined;
  });
  if (subscribes) await checkPolicy();
}

let checking: Promise<void> = Promise.resolve();

/** Looks at every subscription now and sets the alarm for the next time. Looks follow each other, so that none writes over what a later one found. */
export function checkPolicy(): Promise<void> {
  checking = checking.then(checkNow, checkNow);
  return checking;
}

async function checkNow(): Promise<void> {
  for (const slot of slots) {
    await checkSubscription(slot, {
      clock: systemClock,
      get: (url, options) => fetch(url, options),
      granted: (url) => browser.permissions.contains({ origins: [grantPattern(url) ?? ''] }),
    });
  }
  await setPolicyAlarm();
}

/** One alarm for the subscription that is to be looked at first; none without one. */
export async function setPolicyAlarm(): Promise<void> {
  const subscriptions = await Promise.all(slots.map(subscriptionOf));
  const minutes = subscriptions.flatMap((subscription) => (subscription ? [subscription.minutes] : []));
  if (minutes.length === 0) return void (await browser.alarms.clear(policyAlarm));
  const when = nextCheck(systemClock.now(), Math.min(...minutes), Math.random());
  await browser.alarms.create(policyAlarm, { when });
  for (const [index, slot] of slots.entries())
    if (subscriptions[index]) await saveSubscriptionStatus(slot, { ...(await readSubscriptionStatus(slot)), nextAt: new Date(when).toISOString() });
}

/** After the browser has started: an alarm may have been lost, or its time may have passed while the browser was closed. */
export async function resumePolicyChecks(): Promise<void> {
  const alarm = await browser.alarms.get(policyAlarm);
  if (alarm && alarm.scheduledTime > systemClock.now()) return;
  if ((await Promise.all(slots.map(subscriptionOf))).some(Boolean)) await checkPolicy();
}
