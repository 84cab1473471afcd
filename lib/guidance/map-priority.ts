/** The page's word for a priority as a level of the policy. */
import type { Policy } from '../policy/schema.ts';
import { fold } from '../rules/fold.ts';

const wordsOf = new WeakMap<Policy, ReadonlyMap<string, string>>();

/** Folded word -> level. A word of two levels is left out: which of them is meant cannot be known. */
function words(policy: Policy): ReadonlyMap<string, string> {
  const known = wordsOf.get(policy);
  if (known) return known;
  const made = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, name, aliases } of policy.priorities) {
    for (const word of [id, ...(typeof name === 'string' ? [name] : Object.values(name)), ...aliases]) {
      const key = tidy(word);
      const other = made.get(key);
      if (other !== undefined && other !== id) shared.add(key);
      made.set(key, id);
    }
  }
  for (const key of shared) made.delete(key);
  wordsOf.set(policy, made);
  return made;
}

const tidy = (text: string): string =>
  fold(text)
    .replace(/[-–—:.,/|()[\]]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();

/** A number before or after the word, as in `1 - Critical`, `3 normal`, `High (2)`: helpdesks count in both directions, so it says nothing. */
const counter = /^\d{1,3} (?=\D)|(?<=\D) \d{1,3}$/g;
/** `P1 - Critical`, `Critical P1`, `Sev 2 high`: a code with its word. */
const code = /^(?:p|s|sev|prio|priority|severity) ?\d (?=\D)|(?<=\D) (?:p|s|sev|prio|priority|severity) ?\d$/g;

/**
 * @param raw the page's word, in any language
 * @returns the id of the level; undefined when the policy does not know the word or two parts of it disagree. A bare number
 *   counts only when the policy names it: `1` is the highest in one helpdesk and the lowest in the next.
 */
export function mapPriority(policy: Policy, raw: string): string | undefined {
  const known = words(policy);
  const text = tidy(raw);
  const whole = known.get(text);
  if (whole !== undefined) return whole;
  const parts = [text.replace(counter, ''), text.replace(code, ''), ...(text.match(code) ?? []), ...raw.split(/[()[\]|/]|\s[-–—:]\s/)].map(tidy);
  const levels = new Set(parts.filter((part) => part !== text).flatMap((part) => known.get(part) ?? []));
  return levels.size === 1 ? [...levels][0] : undefined;
}
