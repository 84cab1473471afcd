/** What was published from this browser, and going back to an earlier version of it. */
import type { GoingBack, PublishedVersion } from '../../components/options/earlier-versions.tsx';
import { pageTranslator } from '../../lib/extension-text.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { loadPolicyData } from '../../lib/policy/load-policy-data.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { reviewOwnPolicy } from '../../lib/policy-in-use.ts';
import { goBackTo, saysTheSame } from '../../lib/sharing/next-publication.ts';
import { dateText } from '../../lib/sharing/refusal.ts';
import { type LastPublished, readEarlierPublished, readPublished } from '../../lib/storage.ts';

/** The published texts that say what the policy in use says, for as long as that is in use: reading a text takes its time. */
let same: { readonly loadedAt: string; readonly texts: Map<string, boolean> } | undefined;

function isInUse({ policy, loadedAt }: LoadedPolicy, one: LastPublished): boolean {
  if (same?.loadedAt !== loadedAt) same = { loadedAt, texts: new Map() };
  const known = same.texts.get(one.text) ?? saysTheSame(policy, one);
  same.texts.set(one.text, known);
  return known;
}

/** Everything that was published here of the policy in use, newest first. */
async function publishedOf({ policy }: LoadedPolicy): Promise<readonly LastPublished[]> {
  const [last, earlier] = await Promise.all([readPublished(), readEarlierPublished()]);
  return [...(last ? [last] : []), ...earlier].filter(({ id }) => id === policy.id);
}

/** @param language of the dates */
export async function publishedVersions(loaded: LoadedPolicy, language: string): Promise<readonly PublishedVersion[]> {
  return (await publishedOf(loaded)).map((one) => ({
    version: one.version,
    inUse: isInUse(loaded, one),
    ...(one.at !== undefined && { at: dateText(one.at, language) }),
    ...(one.rollout !== undefined && { rollout: one.rollout }),
  }));
}

/**
 * The contents of an earlier version as they would come into use here.
 * @param now ms since 1970
 * @returns the policy to use, absent while it has problems, and what it would change
 */
export async function lookBack(
  version: number,
  inUse: LoadedPolicy,
  now: number,
  language: string,
): Promise<{ readonly loaded?: LoadedPolicy; readonly view: GoingBack }> {
  const published = await publishedOf(inUse);
  const [last] = published;
  const one = published.find((each) => each.version === version);
  const lost = { view: { to: version, as: version, changes: [], problems: [pageTranslator(language)('sharing.earlier.lost')] } };
  if (!one || !last) return lost;
  const read = loadPolicy(one.text, { kind: 'editor' }, now, language);
  if (!read.ok) return { view: { ...lost.view, problems: read.problems.map(({ readable }) => readable) } };
  const policy = goBackTo(read.loaded.policy, inUse.policy.version, last);
  const load = loadPolicyData(policy, { kind: 'editor' }, now, language);
  if (!load.ok) return { view: { ...lost.view, problems: load.problems.map(({ readable }) => readable) } };
  const review = await reviewOwnPolicy(load.loaded, inUse, now, language);
  const view = { to: version, as: policy.version, changes: [], problems: [] };
  if (!review.ok) return { view: { ...view, problems: review.problems.map(({ readable }) => readable) } };
  return { loaded: load.loaded, view: { ...view, changes: review.changes } };
}
