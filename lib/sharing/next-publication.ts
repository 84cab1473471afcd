/** What the next publication of a policy is: a further stage of the version that was published last, or a version of its own. */
import { pageTranslator } from '../extension-text.ts';
import { sameValue } from '../policy/edit-at.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import { printPolicy } from '../policy/print-policy.ts';
import { readText } from '../policy/read-text.ts';
import type { Policy } from '../policy/schema.ts';

/** What was signed last in this browser. */
export interface LastPublication {
  readonly id: string;
  readonly version: number;
  readonly text: string;
}

/** The policy says the same as what was published last, whatever its own version number. */
function saysTheSame(policy: Policy, last: LastPublication): boolean {
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
