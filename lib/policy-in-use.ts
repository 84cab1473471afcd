/**
 * The policy in use and everything that has a say in it: the company, the team's subscription, and the person. The one way by which it changes;
 * what does not hold together changes nothing and says why.
 */
import { pageTranslator } from './extension-text.ts';
import { diffPolicies, policyChangeText } from './policy/diff-policies.ts';
import { policyNames } from './policy/path-words.ts';
import type { PolicyLoad } from './policy/load-policy-data.ts';
import type { LoadedPolicy } from './policy/loaded-policy.ts';
import type { PolicyProblem } from './policy/policy-problem.ts';
import { readText } from './policy/read-text.ts';
import { type Composed, composePolicy, type PolicySource, type PolicySources } from './sharing/compose-policy.ts';
import type { SubscriptionStatus } from './sharing/subscription.ts';
import {
  readCompany,
  readOwnPolicy,
  readPolicy,
  readSettings,
  readSubscription,
  readSubscriptionStatus,
  saveLocks,
  saveOwnPolicy,
  savePolicy,
  savePolicyTrouble,
} from './storage.ts';

/**
 * Runs `work` when nobody else, in the background or on any page of ours, is between reading the sources and writing what follows from them:
 * otherwise the slower one would put back what the other had just replaced, and nothing would notice. Turns do not nest.
 */
export const policyTurn = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('policy-in-use', work) as Promise<T>;

/** All that has a say, as stored. */
export async function readSources(): Promise<PolicySources> {
  const [company, companyStatus, teamStatus, subscription, mine] = await Promise.all([
    readCompany(),
    readSubscriptionStatus('company'),
    readSubscriptionStatus('team'),
    readSubscription(),
    readOwnPolicy(),
  ]);
  const companySource = company?.managed ? sourceOfCompany(company.company, companyStatus) : undefined;
  const teamSource = subscription ? sourceOf('subscription', subscription.url, teamStatus) : undefined;
  return { ...(companySource && { company: companySource }), ...(teamSource && { team: teamSource }), ...(mine && { mine }) };
}

function sourceOfCompany(
  company: NonNullable<Awaited<ReturnType<typeof readCompany>>>['company'],
  status: SubscriptionStatus,
): PolicySource | undefined {
  const fetched = company.subscription && sourceOf('managed', company.subscription.url, status);
  const given = company.policy ?? fetched;
  const locked = company.locked.filter((path) => !path.startsWith('settings'));
  if (!given && company.sites.length === 0 && locked.length === 0) return undefined;
  const written = given?.value.sites;
  const sites = [...company.sites, ...(Array.isArray(written) ? written : [])];
  return { value: { ...given?.value, ...(sites.length && { sites }) }, origin: given?.origin ?? { kind: 'managed' }, locked };
}

/** What came from an address, as it is in use; a status of another address counts for nothing. */
function sourceOf(kind: 'managed' | 'subscription', url: string, { url: from, text, signed }: SubscriptionStatus): PolicySource | undefined {
  const value = text === undefined || from !== url ? undefined : rawPolicy(text);
  return value && { value, origin: { kind, url, signed: signed === true }, locked: [] };
}

/** The data of a policy text that was checked before. */
export function rawPolicy(text: string): Readonly<Record<string, unknown>> | undefined {
  const read = readText(text, pageTranslator('en'));
  return read.ok && typeof read.value === 'object' && read.value !== null ? (read.value as Readonly<Record<string, unknown>>) : undefined;
}

/**
 * Makes the policy of these sources the one in use; called inside a turn. What they make together may have problems: then nothing changes, and they are kept as the trouble
 * that popup and panel show.
 * @param now ms since 1970
 */
export async function putInUse(sources: PolicySources, now: number): Promise<Composed> {
  const composed = composePolicy(sources, now, (await readSettings()).language ?? 'en');
  if (composed.load.ok) {
    await savePolicy(composed.load.loaded);
    await saveLocks(composed.merged.locks);
    await savePolicyTrouble(null);
  } else await savePolicyTrouble({ at: new Date(now).toISOString(), problems: composed.load.problems.map(({ readable }) => readable) });
  return composed;
}

/** Puts what is stored in use again, after one of the sources has changed. */
export const recompose = (now: number): Promise<Composed> => policyTurn(async () => putInUse(await readSources(), now));

/** The person's own policy beside the others, as it would be stored. */
async function withOwn(loaded: LoadedPolicy, now: number): Promise<PolicySources> {
  const { mine: _, ...lower } = await readSources();
  const base = composePolicy(lower, now, 'en');
  const stands = base.load.ok && Object.values(lower).length > 0 ? base.load.loaded.policy : undefined;
  const mine =
    loaded.origin.kind === 'built-in' ? undefined : { policy: loaded.policy, origin: loaded.origin, ...(stands !== undefined && { base: stands }) };
  return { ...lower, ...(mine && { mine }) };
}

const leftOut = ({ merged }: Composed): readonly string[] => merged.overruled.filter(({ wanted }) => wanted === 'mine').map(({ path }) => path);

/** What `useOwnPolicy` would make of a policy, without doing it. */
export async function tryOwnPolicy(
  loaded: LoadedPolicy,
  now: number,
  language: string,
): Promise<{ readonly load: PolicyLoad; readonly overruled: readonly string[] }> {
  const composed = composePolicy(await withOwn(loaded, now), now, language);
  return { load: composed.load, overruled: leftOut(composed) };
}

/** What using a policy of the person's own would change, before it does. */
export type OwnReview =
  | {
      readonly ok: true;
      readonly version: number;
      /** In sentences; empty when it advises the same in the same words. */
      readonly changes: readonly string[];
      /** What is locked and stays as it is, in the words of the pages. */
      readonly locked: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** @param inUse what it is compared with @param language of the sentences */
export async function reviewOwnPolicy(loaded: LoadedPolicy, inUse: LoadedPolicy, now: number, language: string): Promise<OwnReview> {
  // what is locked stays, so the differences are those of what comes of it
  const { load, overruled } = await tryOwnPolicy(loaded, now, language);
  if (!load.ok) return load;
  const t = pageTranslator(language);
  const names = policyNames([load.loaded.policy, inUse.policy], language, t);
  const changes = diffPolicies(inUse, load.loaded).map((change) => policyChangeText(change, t, names));
  return { ok: true, version: load.loaded.policy.version, changes, locked: overruled.map(names.path) };
}

/**
 * Takes a policy of the person's own. Over a policy of the team or the company only what differs from it is theirs, and what is locked stays.
 * @returns what was locked, in sentences
 */
export function useOwnPolicy(loaded: LoadedPolicy, now: number): Promise<{ readonly ok: boolean; readonly overruled: readonly string[] }> {
  return policyTurn(async () => {
    const sources = await withOwn(loaded, now);
    const composed = await putInUse(sources, now);
    if (!composed.load.ok) return { ok: false, overruled: [] };
    await saveOwnPolicy(sources.mine ?? null);
    return { ok: true, overruled: leftOut(composed) };
  });
}

/** The differences that a change of the sources would make, in sentences; problems where it does not hold together. */
export async function differences(
  sources: PolicySources,
  now: number,
  language: string,
): Promise<{ readonly changes: readonly string[]; readonly problems: readonly string[] }> {
  const composed = composePolicy(sources, now, language);
  if (!composed.load.ok) return { changes: [], problems: composed.load.problems.map(({ readable }) => readable) };
  const before = await readPolicy();
  if (!before) return { changes: [], problems: [] };
  const { loaded } = composed.load;
  const t = pageTranslator(language);
  const names = policyNames([loaded.policy, before.policy], language, t);
  return { changes: diffPolicies(before, loaded).map((change) => policyChangeText(change, t, names)), problems: [] };
}
