/** What the Rules page shows of one rule of the draft besides its controls. Pure. */
import { runRuleExamples } from '../../../lib/policy/rule-examples.ts';
import type { TestResult } from '../../../lib/policy/run-tests.ts';
import type { Policy, PolicyInput } from '../../../lib/policy/schema.ts';
import { compileRule } from '../../../lib/rules/compile.ts';
import { ruleContext } from '../../../lib/rules/context.ts';
import { fold } from '../../../lib/rules/fold.ts';
import { type ParsedRule, parseRule } from '../../../lib/rules/parse.ts';
import type { RuleProblem } from '../../../lib/rules/problem.ts';
import { type FormObstacle, formObstacle } from '../../../lib/rules/rule-form.ts';
import type { CompiledRule } from '../../../lib/rules/rule.ts';

export type DraftRule = NonNullable<PolicyInput['rules']>[number];

export interface RuleFacts {
  readonly read: ParsedRule;
  /** Of its grammar and of the names in it, at their places. */
  readonly problems: readonly RuleProblem[];
  readonly compiled: CompiledRule | undefined;
  /** The highest tier it asks for. */
  readonly tier: number | undefined;
  /** Why it cannot be shown as a form. */
  readonly obstacle: FormObstacle | 'unreadable' | undefined;
}

/** @param base the policy whose names the rule may use */
export function ruleFacts({ id, rule: text }: DraftRule, base: Policy): RuleFacts {
  const read = parseRule(text);
  const { rule: compiled, problems } = compileRule(id, text, ruleContext(base));
  const tiers = read.ok ? read.then.flatMap((action) => (action.do === 'escalate' ? [action.tier] : [])) : [];
  return {
    read,
    problems,
    compiled,
    tier: tiers.length > 0 ? Math.max(...tiers) : undefined,
    obstacle: read.ok ? formObstacle(read.when) : 'unreadable',
  };
}

/** What each example of the rule comes to; empty while the rule cannot be judged. */
export function exampleResults(rule: DraftRule, compiled: CompiledRule | undefined, base: Policy): readonly TestResult[] {
  if (!compiled) return [];
  const examples = rule.examples ?? [];
  const whole = { ...rule, mode: rule.mode ?? 'on', category: rule.category ?? 'Other', examples } as Policy['rules'][number];
  return runRuleExamples({ policy: { ...base, rules: [whole] }, rules: [compiled], origin: { kind: 'editor' }, loadedAt: '' });
}

/** An id for a new rule, made of its title; it never changes afterwards. */
export function newRuleId(title: string, taken: readonly string[]): string {
  const words = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const stem = words || 'rule';
  for (let count = 1; ; count++) {
    const id = count === 1 ? stem : `${stem}-${count}`;
    if (!taken.includes(id)) return id;
  }
}
