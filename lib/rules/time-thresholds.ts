/**
 * Where time alone can change the answer of a rule. Between two neighbouring thresholds every timed comparison keeps its
 * answer, so judging a rule at the thresholds (and just after them, for < and >) finds every change exactly.
 */
import type { ClockName } from '../sla/sla-clock.ts';
import type { RuleEnvironment } from './context.ts';
import { CLOCK_WORDS, type FactInfo, SLA_CLOCK, factInfo } from './fact-table.ts';
import type { CompiledRule, Operand } from './rule.ts';
import { conditionsOf, operandsOf, valueOf } from './walk.ts';

/**
 * A value at which a timed fact is compared. Exactly one of `percent`, `ms` and `shareOf` is there.
 * percent: of the clock's own target. ms: business time of the clock, or wall time for a fact without a clock.
 * shareOf: a percentage of another clock's target.
 */
export interface TimeThreshold {
  readonly fact: string;
  readonly clock?: ClockName;
  /** What reaches the value: time used counts up to it, time left counts down to it. */
  readonly counts: 'used' | 'left';
  readonly percent?: number;
  readonly ms?: number;
  readonly shareOf?: { readonly clock: ClockName; readonly percent: number };
}

/**
 * Every threshold of a rule, each once, in the order of the rule.
 * @param env for thresholds that are variables of the policy.
 */
export function timeThresholds(rule: CompiledRule, env: Pick<RuleEnvironment, 'variables'>): readonly TimeThreshold[] {
  const found = new Map<string, TimeThreshold>();
  for (const condition of conditionsOf(rule.when)) {
    const operands = operandsOf(condition);
    for (const operand of operands) {
      const fact = operand.kind === 'fact' ? factInfo(operand.name) : undefined;
      if (!fact?.timed) continue;
      for (const threshold of thresholds(
        fact,
        operands.filter((other) => other !== operand),
        env,
      ))
        found.set(JSON.stringify(threshold), threshold);
    }
  }
  return [...found.values()];
}

function thresholds(fact: FactInfo, others: readonly Operand[], env: Pick<RuleEnvironment, 'variables'>): readonly TimeThreshold[] {
  const base = { fact: fact.name, ...(fact.clock && { clock: fact.clock }), counts: fact.counts ?? 'used' } as const;
  // breached and state turn when the target is used up
  if (fact.type === 'boolean' || fact.type === 'clock-state') return [{ ...base, percent: 100 }];
  return others.flatMap((other): readonly TimeThreshold[] => {
    const value = other.kind === 'variable' ? valueOf(other.name, env) : other;
    if (value?.kind === 'duration') return [{ ...base, ms: value.ms }];
    if (value?.kind === 'percent') return [{ ...base, ...share(value, fact) }];
    const target = value?.kind === 'fact' ? factInfo(value.name) : undefined;
    if (!target?.name.endsWith('.target') || !target.clock) return [];
    return [{ ...base, ...(target.clock === fact.clock ? { percent: 100 } : { shareOf: { clock: target.clock, percent: 100 } }) }];
  });
}

function share(percent: Extract<Operand, { kind: 'percent' }>, fact: FactInfo): Pick<TimeThreshold, 'percent' | 'shareOf'> {
  const clock = percent.of === undefined ? fact.clock : percent.of === 'SLA' ? SLA_CLOCK : CLOCK_WORDS[percent.of];
  if (clock === undefined || clock === fact.clock) return { percent: percent.value };
  return { shareOf: { clock, percent: percent.value } };
}
