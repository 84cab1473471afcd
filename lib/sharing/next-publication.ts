/** What the next publication of a policy is: a further stage of the version that was published last, or a version of its own. */
import { pageTranslator } from '../extension-text.ts';
import { sameValue } from '../policy/edit-at.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import { printPolicy } from '../policy/print-policy.ts';
import { readText } from '../policy/read-text.ts';
import type { Policy } from '../policy/schema.ts';

/** What was signed in this browser. */
export interface LastPublication {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  /** ISO 8601, of its last stage; absent for those of before it was noted. */
  readonly at?: string;
  /** Percent of browsers, of its last stage. */
  readonly rollout?: number;
}

/** So many versions before the last one are kept. */
const mostEarlier = 10;

/**
 * The versions before the last one, newest first, once another publication becomes the last.
 * @param next a further stage of the last version leaves them as they are
 */
export function earlierAfter(
  earlier: readonly LastPublication[],
  last: LastPublication | null,
  next: Pick<LastPublication, 'id' | 'version'>,
): readonly LastPublication[] {
  if (!last || (last.id === next.id && last.version === next.version)) return earlier;
  return [last, ...earlier.filter(({ id, version }) => id !== last.id || version !== last.version)].slice(0, mostEarlier);
}

/**
 * The contents of an earlier version under a number that nobody has seen: browsers take nothing that is older than what they have.
 * @param inUse the version in use here
 */
export const goBackTo = (earlier: Policy, inUse: number, last: LastPublication): Policy => ({
  ...earlier,
  version: Math.max(inUse, last.version) + 1,
});

/** The policy says the same as what was published, whatever its own version number. */
export function saysTheSame(policy: Policy, last: LastPublication): boolean {
  return policy.id === last.id && sameValue(valueOf(printPolicy({ ...policy, version: last.version })), valueOf(last.text));
}

/**
 * The last version again for a further stage of the same contents; else the policy's own number where nobody can have seen it yet, or one
 * above what was seen.
 * @param origin a policy that came from elsewhere was published there under its number
 */
export function nextVersionToPublish(policy: Policy, last: LastPublication | null, origin: LoadedPolicy['origin']['kind']): number {
  if (last && saysTheSame(policy, last)) return last.version;
  const made = origin === 'built-in' || origin === 'editor';
  return Math.max(made ? policy.version : policy.version + 1, last?.id === policy.id ? last.version + 1 : 0);
}

/**
 * The text to sign as a version. A further stage has the published text byte for byte.
 * @returns `older` for a version below the last one, `changed` when that version was published with other contents: browsers refuse both.
 */
export function textToPublish(policy: Policy, version: number, last: LastPublication | null): { readonly text: string } | 'older' | 'changed' {
  if (!last || last.id !== policy.id || version > last.version) return { text: printPolicy({ ...policy, version }) };
  if (version < last.version) return 'older';
  return saysTheSame(policy, last) ? { text: last.text } : 'changed';
}

function valueOf(text: string): unknown {
  const read = readText(text, pageTranslator('en'));
  return read.ok ? read.value : text;
}
