/** A policy file while it is being written: what of it can be a draft already, and what is wrong with it. */
import { pageTranslator } from '../extension-text.ts';
import { checkShape } from './check-shape.ts';
import { loadPolicy } from './load-policy.ts';
import { migrate } from './migrate.ts';
import type { PolicyProblem } from './policy-problem.ts';
import { readText } from './read-text.ts';
import type { PolicyInput } from './schema.ts';

/**
 * @param now milliseconds since 1970
 * @param language of the sentences
 * @returns the policy as soon as it has the shape of one, with the defaults filled in; and every problem with line and column
 */
export function readPolicyText(
  text: string,
  now: number,
  language: string,
): { readonly policy: PolicyInput | undefined; readonly problems: readonly PolicyProblem[] } {
  const result = loadPolicy(text, { kind: 'editor' }, now, language);
  if (result.ok) return { policy: result.loaded.policy, problems: [] };
  const t = pageTranslator(language);
  const read = readText(text, t);
  const migrated = read.ok ? migrate(read.value) : undefined;
  return { policy: migrated?.ok ? checkShape(migrated.value, t).policy : undefined, problems: result.problems };
}
