/**
 * Takes the list of known customers out of this browser, wherever a policy is kept: in use, the person's own, what was fetched or waits, drafts
 * and what was signed. Otherwise the next look at the sources would bring it back. A list that an administrator set lies outside of the
 * browser's reach and stays.
 */
import { stringify } from 'yaml';
import { policyTurn, putInUse, rawPolicy, readSources } from './policy-in-use.ts';
import { setAt, valueAt } from './policy/edit-at.ts';
import {
  readEarlierPublished,
  readOwnPolicy,
  readPendingUpdate,
  readPolicy,
  readPolicyDraft,
  readPublished,
  readSubscriptionStatus,
  saveEarlierPublished,
  saveOwnPolicy,
  savePendingUpdate,
  savePolicy,
  savePolicyDraft,
  savePolicyNews,
  savePublished,
  saveSubscriptionStatus,
} from './storage.ts';

const place = ['customer', 'lookup'];

/** @param by names the page that asks, for other pages that show the draft @param now ms since 1970 @returns how many customers the policy in use still names */
export const forgetLookup = (by: string, now: number): Promise<number> => policyTurn(() => forgetNow(by, now));

async function forgetNow(by: string, now: number): Promise<number> {
  const [inUse, own, pending, published, draft] = await Promise.all([
    readPolicy(),
    readOwnPolicy(),
    readPendingUpdate(),
    readPublished(),
    readPolicyDraft(),
  ]);
  for (const slot of ['company', 'team'] as const) {
    const status = await readSubscriptionStatus(slot);
    if (status.text !== undefined) await saveSubscriptionStatus(slot, { ...status, text: textWithout(status.text) });
  }
  if (own) await saveOwnPolicy({ ...own, policy: emptied(own.policy), ...(own.base && { base: emptied(own.base) }) });
  if (pending) await savePendingUpdate({ ...pending, text: textWithout(pending.text) });
  if (published) await savePublished({ ...published, text: textWithout(published.text) });
  await saveEarlierPublished((await readEarlierPublished()).map((one) => ({ ...one, text: textWithout(one.text) })));
  // a text that is no policy yet may hold the list anywhere in it
  if (draft) await savePolicyDraft({ policy: without(draft.policy), saved: draft.saved && without(draft.saved), base: draft.base }, by);
  // its sentences quote what changed
  await savePolicyNews(null);
  if (inUse) await savePolicy({ ...inUse, policy: emptied(inUse.policy) });
  if (own || (await hasFetched())) await putInUse(await readSources(), now);
  return (await readPolicy())?.policy.customer.lookup.length ?? 0;
}

const hasFetched = async (): Promise<boolean> =>
  (await Promise.all((['company', 'team'] as const).map(readSubscriptionStatus))).some(({ text }) => text !== undefined);

const emptied = <T>(policy: T): T => setAt(policy, place, []);
const without = <T>(policy: T): T => (valueAt(policy, place) === undefined ? policy : setAt(policy, place, undefined));

/** The same policy as text without the list; the text as it is where there is none. */
function textWithout(text: string): string {
  const value = rawPolicy(text);
  return value === undefined || valueAt(value, place) === undefined ? text : stringify(setAt(value, place, undefined));
}
