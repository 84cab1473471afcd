/** What changed between two versions of a policy, in words a lead can check. */
import type { PageTranslate } from '../extension-text.ts';
import { type RuleChange, changeText, diffRules } from '../rules/diff.ts';
import { sameValue } from './edit-at.ts';
import type { LoadedPolicy } from './loaded-policy.ts';
import { type PolicyNames, writtenNames } from './path-words.ts';

export type PolicyChange =
  | RuleChange
  | { readonly kind: 'mode'; readonly rule: string; readonly now: string; readonly was: string }
  /** Any other value; `now` or `was` is absent where it was added or removed. */
  | { readonly kind: 'value'; readonly path: string; readonly now?: string; readonly was?: string };

/** @returns the changes, rules first; empty when both policies advise the same in the same words. */
export function diffPolicies(before: LoadedPolicy, after: LoadedPolicy): PolicyChange[] {
  const written = new Map(before.policy.rules.map((rule) => [rule.id, rule]));
  const changes: PolicyChange[] = diffRules(before.rules, after.rules);
  for (const { rule: _, mode, ...others } of after.policy.rules) {
    const old = written.get(others.id);
    if (!old) continue;
    const { rule: __, mode: oldMode, ...otherwise } = old;
    if (mode !== oldMode) changes.push({ kind: 'mode', rule: others.id, now: mode, was: oldMode });
    changes.push(...valueChanges(otherwise, others, `rules.${others.id}`));
  }
  const { rules: _, ...rest } = after.policy;
  const { rules: __, ...oldRest } = before.policy;
  return [...changes, ...valueChanges(oldRest, rest, '')];
}

/**
 * The change as a sentence: "rule third-contact now fires at 3 contacts, was 4".
 * @param names what people call the parts; absent = as the file has them
 */
export function policyChangeText(change: PolicyChange, t: PageTranslate, names: PolicyNames = writtenNames): string {
  if (change.kind === 'mode') {
    const mode = (word: string): string => (names === writtenNames || !isMode(word) ? word : t(`policy.mode.${word}`));
    return t('policyDiff.mode', { rule: names.rule(change.rule), now: mode(change.now), was: mode(change.was) });
  }
  if (change.kind !== 'value') return changeText(change, t, names);
  const { now, was } = change;
  const path = names.path(change.path);
  if (was === undefined) return t('policyDiff.added', { path, now: now ?? '' });
  return now === undefined ? t('policyDiff.removed', { path, was }) : t('policyDiff.changed', { path, now, was });
}

const isMode = (word: string): word is 'on' | 'shadow' | 'off' => ['on', 'shadow', 'off'].includes(word);

/** A member of a list goes by its id, tier or name, so that moving it is no change. */
function valueChanges(was: unknown, now: unknown, path: string): PolicyChange[] {
  if (Object.is(was, now)) return [];
  const before = members(was);
  const after = members(now);
  if (!before || !after) {
    // browsers hand stored groups back with their members in another order
    if (sameValue(was, now)) return [];
    return [{ kind: 'value', path, ...(now !== undefined && { now: shown(now) }), ...(was !== undefined && { was: shown(was) }) }];
  }
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) =>
    valueChanges(before.get(name), after.get(name), path === '' ? name : `${path}.${name}`),
  );
}

function members(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const names = value.map(nameOf);
    return value.length > 0 && new Set(names).size === names.length && !names.includes(undefined)
      ? new Map(value.map((one, index) => [names[index] ?? '', one]))
      : undefined;
  }
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, tier, name } = value as { id?: unknown; tier?: unknown; name?: unknown };
  const found = id ?? tier ?? name;
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

/** Without the signs of a file: lists with commas, times of a window with a dash. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) {
    const window = value.length === 2 && value.every((one) => typeof one === 'string' && /^\d\d:\d\d$/.test(one));
    return value.map(inWords).join(window ? '–' : ', ');
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, one]) => `${name}: ${inWords(one)}`)
      .join('; ');
  return value === '' ? '“”' : String(value);
}

const longestShown = 200;
function shown(value: unknown): string {
  const text = inWords(value);
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
}
