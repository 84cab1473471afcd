/** What changed between two versions of a policy. */
import { printAction, printCondition } from '../rules/print.ts';
import type { CompiledRule, Expression } from '../rules/rule.ts';
import { conditionsOf } from '../rules/walk.ts';
import type { LoadedPolicy } from './loaded-policy.ts';

export type PolicyChange =
  | { readonly kind: 'rule-added' | 'rule-removed'; readonly rule: string; readonly text: string }
  /** One condition asks for something else: `contacts >= 3`, was `contacts >= 4`. */
  | { readonly kind: 'condition'; readonly rule: string; readonly now: string; readonly was: string }
  /** The sentence is built differently. */
  | { readonly kind: 'conditions'; readonly rule: string; readonly now: string; readonly was: string }
  | { readonly kind: 'action-added' | 'action-removed'; readonly rule: string; readonly text: string }
  | { readonly kind: 'mode'; readonly rule: string; readonly now: string; readonly was: string }
  /** Any other value; `now` or `was` is absent where it was added or removed. */
  | { readonly kind: 'value'; readonly path: string; readonly now?: string; readonly was?: string };

/** @returns the changes, rules first; empty when both policies advise the same in the same words. */
export function diffPolicies(before: LoadedPolicy, after: LoadedPolicy): PolicyChange[] {
  const was = new Map(before.rules.map((rule) => [rule.id, rule]));
  const now = new Map(after.rules.map((rule) => [rule.id, rule]));
  const oldText = new Map(before.policy.rules.map((rule) => [rule.id, rule]));
  const changes: PolicyChange[] = [];
  for (const rule of before.policy.rules) if (!now.has(rule.id)) changes.push({ kind: 'rule-removed', rule: rule.id, text: rule.rule });
  for (const rule of after.policy.rules) {
    const old = was.get(rule.id);
    const made = now.get(rule.id);
    const written = oldText.get(rule.id);
    if (!old || !made || !written) {
      changes.push({ kind: 'rule-added', rule: rule.id, text: rule.rule });
      continue;
    }
    changes.push(...ruleChanges(old, made));
    if (rule.mode !== written.mode) changes.push({ kind: 'mode', rule: rule.id, now: rule.mode, was: written.mode });
    const { rule: _, mode: __, ...others } = rule;
    const { rule: ___, mode: ____, ...otherwise } = written;
    changes.push(...valueChanges(otherwise, others, `rules.${rule.id}`));
  }
  const { rules: _, ...rest } = after.policy;
  const { rules: __, ...oldRest } = before.policy;
  return [...changes, ...valueChanges(oldRest, rest, '')];
}

function ruleChanges(was: CompiledRule, now: CompiledRule): PolicyChange[] {
  const changes: PolicyChange[] = [];
  const conditions = conditionsOf(now.when);
  const old = conditionsOf(was.when);
  if (shape(was.when) === shape(now.when)) {
    for (const [index, condition] of conditions.entries()) {
      const printed = printCondition(condition);
      const before = old[index] ? printCondition(old[index]) : '';
      if (printed !== before) changes.push({ kind: 'condition', rule: now.id, now: printed, was: before });
    }
  } else
    changes.push({ kind: 'conditions', rule: now.id, now: conditions.map(printCondition).join(' · '), was: old.map(printCondition).join(' · ') });
  const actions = now.then.map(printAction);
  const before = was.then.map(printAction);
  for (const text of actions) if (!before.includes(text)) changes.push({ kind: 'action-added', rule: now.id, text });
  for (const text of before) if (!actions.includes(text)) changes.push({ kind: 'action-removed', rule: now.id, text });
  return changes;
}

/** How an expression is built, without what it compares. */
function shape(expression: Expression): string {
  if ('args' in expression) return `${expression.op}(${expression.args.map(shape).join(',')})`;
  return expression.op === 'not' ? `not(${shape(expression.arg)})` : '.';
}

/** A member of a list goes by its id, tier or name, so that moving it is no change. */
function valueChanges(was: unknown, now: unknown, path: string): PolicyChange[] {
  if (Object.is(was, now)) return [];
  const before = members(was);
  const after = members(now);
  if (!before || !after) {
    if (JSON.stringify(was) === JSON.stringify(now)) return [];
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

const longestShown = 200;
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
}
