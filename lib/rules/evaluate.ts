/**
 * Judges rules in Kleene's three values. Pure and total: what cannot be compared is unknown, never an error. A rule is made
 * ready once per environment and kept; the trace is put into words only when somebody reads it.
 */
import type { ConditionTrace, Outcome } from '../guidance/assessment.ts';
import { type Judgement, NO, type ReadyCondition, UNKNOWN, YES, readyCondition } from './conditions.ts';
import type { RuleEnvironment } from './context.ts';
import type { FactSource } from './fact-source.ts';
import { printCondition } from './print.ts';
import type { CompiledRule, Condition, Expression } from './rule.ts';

export interface RuleEvaluation {
  readonly outcome: Outcome;
  /** Every condition of the rule in order, fired or not; conditions below a NOT appear negated. */
  readonly trace: readonly ConditionTrace[];
  /** Facts that are needed to answer; empty unless the outcome is unknown. */
  readonly missing: readonly string[];
  /** 0 to 1: how near the rule is to firing by its nearest number; undefined when that is no matter of degree. */
  readonly closeness?: number;
}

/**
 * Judges `rule` on the facts of one ticket at one instant.
 * @param env keep the same object for the same policy (`ruleContext` does): it is the key under which ready rules are kept.
 */
export function evaluateRule(rule: CompiledRule, facts: FactSource, env: RuleEnvironment): RuleEvaluation {
  const ready = readyRule(rule, env);
  return new Evaluation(ready, facts, outcomes[ready.judge(facts)]);
}

const outcomes: readonly [Outcome, Outcome, Outcome] = ['no', 'unknown', 'yes'];

class Evaluation implements RuleEvaluation {
  readonly outcome: Outcome;
  readonly #ready: ReadyRule;
  readonly #facts: FactSource;
  #trace: readonly ConditionTrace[] | undefined;

  constructor(ready: ReadyRule, facts: FactSource, outcome: Outcome) {
    this.#ready = ready;
    this.#facts = facts;
    this.outcome = outcome;
  }

  get trace(): readonly ConditionTrace[] {
    this.#trace ??= this.#ready.leaves.map((leaf) => leaf.trace(this.#facts));
    return this.#trace;
  }

  get missing(): readonly string[] {
    if (this.outcome !== 'unknown') return [];
    return [...new Set(this.trace.flatMap(({ outcome, missing }) => (outcome === 'unknown' ? missing : [])))];
  }

  get closeness(): number | undefined {
    return this.#ready.closeness(this.#facts);
  }

  toJSON(): object {
    return { outcome: this.outcome, trace: this.trace, missing: this.missing };
  }
}

// ready rules

interface Leaf {
  readonly judge: (facts: FactSource) => Judgement;
  readonly trace: (facts: FactSource) => ConditionTrace;
}
interface ReadyRule {
  readonly judge: (facts: FactSource) => Judgement;
  readonly closeness: (facts: FactSource) => number | undefined;
  readonly leaves: readonly Leaf[];
}

const readyRules = new WeakMap<RuleEnvironment, WeakMap<CompiledRule, ReadyRule>>();

function readyRule(rule: CompiledRule, env: RuleEnvironment): ReadyRule {
  let rules = readyRules.get(env);
  if (!rules) readyRules.set(env, (rules = new WeakMap()));
  let ready = rules.get(rule);
  if (!ready) {
    const leaves: Leaf[] = [];
    const { judge, closeness } = readyExpression(rule.when, false, env, leaves);
    rules.set(rule, (ready = { judge, closeness, leaves }));
  }
  return ready;
}

type Node = Pick<ReadyRule, 'judge' | 'closeness'>;

/** NOT is pushed down to the conditions (De Morgan holds in three values too), so that each trace line says what it means. */
function readyExpression(expression: Expression, negated: boolean, env: RuleEnvironment, leaves: Leaf[]): Node {
  if (expression.op === 'not') return readyExpression(expression.arg, !negated, env, leaves);
  if (!('args' in expression)) {
    const condition = readyCondition(expression, env);
    leaves.push(leafOf(expression, condition, negated));
    const { judge } = condition;
    return {
      judge: negated ? (facts) => (2 - judge(facts)) as Judgement : judge,
      closeness: (facts) => {
        const outcome = judge(facts);
        if (outcome === (negated ? NO : YES)) return 1;
        return outcome === UNKNOWN || negated ? undefined : condition.find(facts).closeness;
      },
    };
  }
  const nodes = expression.args.map((arg) => readyExpression(arg, negated, env, leaves));
  return (expression.op === 'and') !== negated ? allOf(nodes) : anyOf(nodes);
}

function allOf(nodes: readonly Node[]): Node {
  const judges = nodes.map(({ judge }) => judge);
  return {
    judge(facts) {
      let least: Judgement = YES;
      for (const judge of judges) {
        const outcome = judge(facts);
        if (outcome === NO) return NO;
        if (outcome < least) least = outcome;
      }
      return least;
    },
    // every condition has to hold, so one without a degree that does not hold leaves nothing to be near to
    closeness: (facts) => {
      let least = 1;
      for (const node of nodes) {
        const near = node.closeness(facts);
        if (near === undefined) return undefined;
        least = Math.min(least, near);
      }
      return least;
    },
  };
}

function anyOf(nodes: readonly Node[]): Node {
  const judges = nodes.map(({ judge }) => judge);
  return {
    judge(facts) {
      let most: Judgement = NO;
      for (const judge of judges) {
        const outcome = judge(facts);
        if (outcome === YES) return YES;
        if (outcome > most) most = outcome;
      }
      return most;
    },
    closeness: (facts) => {
      const near = nodes.map((node) => node.closeness(facts)).filter((one) => one !== undefined);
      return near.length > 0 ? Math.max(...near) : undefined;
    },
  };
}

function leafOf(condition: Condition, ready: ReadyCondition, negated: boolean): Leaf {
  let text: string | undefined;
  return {
    judge: ready.judge,
    trace(facts) {
      text ??= negated ? `NOT ${printCondition(condition)}` : printCondition(condition);
      const outcome = ready.judge(facts);
      const { actual, expected, missing, evidence } = ready.find(facts);
      return {
        text,
        outcome: outcomes[negated ? ((2 - outcome) as Judgement) : outcome],
        ...(actual !== undefined && { actual }),
        ...(expected !== undefined && { expected }),
        missing,
        evidence,
      };
    },
  };
}
