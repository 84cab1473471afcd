/**
 * Judges rules in Kleene's three values. Pure and total: what cannot be compared is unknown, never an error. A rule is made
 * ready once per environment and kept; conditions that several rules share are judged once per ticket; a trace is put into
 * words only when somebody reads it.
 */
import type { ConditionTrace, Outcome } from '../guidance/assessment.ts';
import { readyCondition } from './conditions.ts';
import type { RuleEnvironment } from './context.ts';
import type { FactSource } from './fact-source.ts';
import { printCondition } from './print.ts';
import { type Leaf, type Line, type ReadyRule, type Run, judgeLeaf, opposite, readyExpression } from './ready-expression.ts';
import type { CompiledRule, Condition } from './rule.ts';

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
 * @param facts must not change its answers; make another one for another instant.
 * @param env keep the same object for the same policy (`ruleContext` does): ready rules are kept with it.
 */
export function evaluateRule(rule: CompiledRule, facts: FactSource, env: RuleEnvironment): RuleEvaluation {
  const program = programOf(env);
  return new Evaluation(readyRule(program, rule), runOf(program, facts));
}

/**
 * Judges all of `rules`, in their order; the way to judge a policy.
 * @param rules keep the same array for the same policy: they are made ready together, once.
 * @param facts as for one rule.
 * @param env as for one rule.
 */
export function evaluateRules(rules: readonly CompiledRule[], facts: FactSource, env: RuleEnvironment): readonly RuleEvaluation[] {
  const program = programOf(env);
  let ready = program.lists.get(rules);
  if (!ready) {
    ready = rules.map((rule) => readyRule(program, rule));
    program.lists.set(rules, ready);
  }
  const run = runOf(program, facts);
  return ready.map((one) => new Evaluation(one, run));
}

const outcomes: readonly [Outcome, Outcome, Outcome] = ['no', 'unknown', 'yes'];

class Evaluation implements RuleEvaluation {
  readonly outcome: Outcome;
  private readonly ready: ReadyRule;
  private readonly run: Run;

  constructor(ready: ReadyRule, run: Run) {
    this.outcome = outcomes[ready.judge(run)];
    this.ready = ready;
    this.run = run;
  }

  get trace(): readonly ConditionTrace[] {
    return this.ready.lines.map((line) => traceOf(line, this.run));
  }

  get missing(): readonly string[] {
    if (this.outcome !== 'unknown') return [];
    return [...new Set(this.trace.flatMap(({ outcome, missing }) => (outcome === 'unknown' ? missing : [])))];
  }

  get closeness(): number | undefined {
    return this.ready.closeness(this.run);
  }

  toJSON(): object {
    return { outcome: this.outcome, trace: this.trace, missing: this.missing };
  }
}

// what is kept

/** Everything made ready for one environment. */
interface Program {
  readonly env: RuleEnvironment;
  readonly rules: WeakMap<CompiledRule, ReadyRule>;
  readonly lists: WeakMap<readonly CompiledRule[], readonly ReadyRule[]>;
  readonly leaves: Map<string, Leaf>;
  run?: Run;
}
const programs = new WeakMap<RuleEnvironment, Program>();
let lastProgram: Program | undefined;
/** An editor that tries rule after rule on one policy must not fill the memory. */
const mostLeaves = 100_000;

function programOf(env: RuleEnvironment): Program {
  if (lastProgram?.env === env && lastProgram.leaves.size < mostLeaves) return lastProgram;
  let program = programs.get(env);
  if (!program || program.leaves.size >= mostLeaves) {
    program = { env, rules: new WeakMap(), lists: new WeakMap(), leaves: new Map() };
    programs.set(env, program);
  }
  lastProgram = program;
  return program;
}

function runOf(program: Program, facts: FactSource): Run {
  const { size } = program.leaves;
  const { run } = program;
  if (run?.facts === facts) {
    if (run.judged.length < size) {
      const judged = new Uint8Array(size);
      judged.set(run.judged);
      run.judged = judged;
    }
    return run;
  }
  program.run = { facts, judged: new Uint8Array(size) };
  return program.run;
}

function readyRule(program: Program, rule: CompiledRule): ReadyRule {
  let ready = program.rules.get(rule);
  if (!ready) {
    const lines: Line[] = [];
    const { judge, closeness } = readyExpression(rule.when, false, (condition) => leafOf(condition, program), lines);
    ready = { judge, closeness, lines };
    program.rules.set(rule, ready);
  }
  return ready;
}

function leafOf(condition: Condition, program: Program): Leaf {
  const key = JSON.stringify(condition);
  let leaf = program.leaves.get(key);
  if (!leaf) {
    leaf = { index: program.leaves.size, text: printCondition(condition), condition: readyCondition(condition, program.env) };
    program.leaves.set(key, leaf);
  }
  return leaf;
}

function traceOf({ leaf, negated }: Line, run: Run): ConditionTrace {
  const place = leaf.index * 2 + (negated ? 1 : 0);
  run.traces ??= new Map();
  let trace = run.traces.get(place);
  if (!trace) {
    const outcome = judgeLeaf(leaf, run);
    const { actual, expected, missing, evidence } = leaf.condition.find(run.facts, outcome);
    const line: { -readonly [K in keyof ConditionTrace]: ConditionTrace[K] } = {
      text: negated ? `NOT ${leaf.text}` : leaf.text,
      outcome: outcomes[negated ? opposite(outcome) : outcome],
      missing,
      evidence,
    };
    if (actual !== undefined) line.actual = actual;
    if (expected !== undefined) line.expected = expected;
    trace = line;
    run.traces.set(place, trace);
  }
  return trace;
}
