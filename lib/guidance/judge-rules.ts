/** Judges every rule of a policy on a ticket at one instant, and holds sentiment to the tier the policy allows it alone. */
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import type { PolicyRule } from '../policy/schema.ts';
import { type RuleContext, ruleContext } from '../rules/context.ts';
import { type RuleEvaluation, evaluateRule, evaluateRules } from '../rules/evaluate.ts';
import type { FactSource } from '../rules/fact-source.ts';
import type { CompiledRule, Expression, Operand } from '../rules/rule.ts';
import { operandsOf } from '../rules/walk.ts';
import type { ConditionTrace } from './assessment.ts';

export interface Judged {
  readonly rule: PolicyRule;
  readonly compiled: CompiledRule;
  readonly evaluation: RuleEvaluation;
  /** The tier it asks for after the cap; absent when it asks for none. */
  readonly tier?: number;
  /** What it asked for before the cap. */
  readonly cappedFrom?: number;
}

interface Ready {
  readonly context: RuleContext;
  readonly compiled: readonly CompiledRule[];
  readonly pairs: readonly { readonly rule: PolicyRule; readonly compiled: CompiledRule; readonly asks: number | undefined }[];
}
const readyPolicies = new WeakMap<LoadedPolicy, Ready>();

function ready(loaded: LoadedPolicy): Ready {
  let made = readyPolicies.get(loaded);
  if (!made) {
    const { policy } = loaded;
    const byId = new Map(loaded.rules.map((compiled) => [compiled.id, compiled]));
    const pairs = policy.rules.flatMap((rule) => {
      const compiled = byId.get(rule.id);
      return compiled && rule.mode !== 'off' ? [{ rule, compiled, asks: highest(compiled) }] : [];
    });
    made = { context: ruleContext(policy), compiled: pairs.map(({ compiled }) => compiled), pairs };
    readyPolicies.set(loaded, made);
  }
  return made;
}

function highest({ then }: CompiledRule): number | undefined {
  const tiers = then.flatMap((action) => (action.do === 'escalate' ? [action.tier] : []));
  return tiers.length > 0 ? Math.max(...tiers) : undefined;
}

/** Every rule that is not off, in the order of the policy. @param only judge these rules alone */
export function judgeRules(loaded: LoadedPolicy, facts: FactSource, only?: ReadonlySet<string>): Judged[] {
  const { context, compiled: all, pairs } = ready(loaded);
  const cap = loaded.policy.limits.sentimentMaxTier;
  const evaluations = only ? undefined : evaluateRules(all, facts, context);
  return pairs.flatMap(({ rule, compiled, asks }, index): Judged[] => {
    if (only && !only.has(rule.id)) return [];
    const evaluation = evaluations?.[index] ?? evaluateRule(compiled, facts, context);
    const capped = asks !== undefined && asks > cap && evaluation.outcome === 'yes' && isMoodAlone(rule, compiled, evaluation.trace);
    return [{ rule, compiled, evaluation, ...(asks !== undefined && { tier: capped ? cap : asks }), ...(capped && { cappedFrom: asks }) }];
  });
}

const moodFacts = new Set(['sentiment', 'sentiment_score', 'sentiment_trend']);
/** Facts that say in which state a ticket is rather than what is wrong with it: beside a mood they add no reason. */
const neutralFacts = new Set(['ticket.status', 'ticket.status.raw', 'ticket.helpdesk', 'ticket.url', 'ticket.id', 'language', 'current_tier']);

/** Whether nothing but the customer's mood made the rule fire. */
function isMoodAlone(rule: PolicyRule, compiled: CompiledRule, trace: readonly ConditionTrace[]): boolean {
  if (rule.sentimentOnly === true) return true;
  return !hasOtherGround(compiled.when, false, trace, { at: 0 }).grounded;
}

/** `trace` has the conditions in the order of the expression, those below a NOT already negated. */
function hasOtherGround(
  expression: Expression,
  negated: boolean,
  trace: readonly ConditionTrace[],
  cursor: { at: number },
): { holds: boolean; grounded: boolean } {
  if (expression.op === 'not') return hasOtherGround(expression.arg, !negated, trace, cursor);
  if ('args' in expression) {
    const parts = expression.args.map((arg) => hasOtherGround(arg, negated, trace, cursor));
    const all = (expression.op === 'and') !== negated;
    return {
      holds: all ? parts.every(({ holds }) => holds) : parts.some(({ holds }) => holds),
      grounded: parts.some(({ holds, grounded }) => holds && grounded) && (!all || parts.every(({ holds }) => holds)),
    };
  }
  const holds = trace[cursor.at++]?.outcome === 'yes';
  const facts = operandsOf(expression).flatMap((operand: Operand) => (operand.kind === 'fact' ? [operand.name] : []));
  const ofMood = facts.some((fact) => moodFacts.has(fact));
  const neutral = facts.length > 0 && facts.every((fact) => neutralFacts.has(fact));
  // that something is not so is no ground by itself
  const absence = negated || (expression.op === 'compare' && expression.comparison === '!=');
  return { holds, grounded: holds && !ofMood && !neutral && !absence };
}

/** The highest tier that the fired rules ask for, shadow rules aside; the lowest tier when none asks. */
export function askedTier(judged: readonly Judged[], lowest: number): number {
  let tier = lowest;
  for (const { rule, evaluation, tier: asks } of judged) {
    if (rule.mode === 'on' && evaluation.outcome === 'yes' && asks !== undefined && asks > tier) tier = asks;
  }
  return tier;
}
