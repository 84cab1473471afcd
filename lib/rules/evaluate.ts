/**
 * Judges rules in Kleene's three values. Pure and total: what cannot be compared is unknown, never an error. A rule is made
 * ready once per environment and kept; conditions that several rules share are judged once per ticket; a trace is put into
 * words only when somebody reads it.
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
 * @param facts must not change its answers; make another one for another instant.
 * @param env keep the same object for the same policy (`ruleContext` does): ready rules are kept with it.
 */
export function evaluateRule(rule: CompiledRule, facts: FactSource, env: RuleEnvironment): RuleEvaluation {
  const program = programOf(env);
  const ready = readyRule(program, rule);
  return new Evaluation(ready, runOf(program, facts));
}

const outcomes: readonly [Outcome, Outcome, Outcome] = ['no', 'unknown', 'yes'];

class Evaluation implements RuleEvaluation {
  readonly outcome: Outcome;
  readonly #ready: ReadyRule;
  readonly #run: Run;

  constructor(ready: ReadyRule, run: Run) {
    this.outcome = outcomes[ready.judge(run)];
    this.#ready = ready;
    this.#run = run;
  }

  get trace(): readonly ConditionTrace[] {
    return this.#ready.lines.map((line) => traceOf(line, this.#run));
  }

  get missing(): readonly string[] {
    if (this.outcome !== 'unknown') return [];
    return [...new Set(this.trace.flatMap(({ outcome, missing }) => (outcome === 'unknown' ? missing : [])))];
  }

  get closeness(): number | undefined {
    return this.#ready.closeness(this.#run);
  }

  toJSON(): object {
    return { outcome: this.outcome, trace: this.trace, missing: this.missing };
  }
}

// what is kept

/** A condition, ready to be judged; the same one for all rules that have it. */
interface Leaf {
  readonly index: number;
  readonly text: string;
  readonly condition: ReadyCondition;
}
/** A line of a trace. */
interface Line {
  readonly leaf: Leaf;
  readonly negated: boolean;
}
interface ReadyRule {
  readonly judge: (run: Run) => Judgement;
  readonly closeness: (run: Run) => number | undefined;
  readonly lines: readonly Line[];
}
/** Everything made ready for one environment. */
interface Program {
  readonly env: RuleEnvironment;
  readonly rules: WeakMap<CompiledRule, ReadyRule>;
  readonly leaves: Map<string, Leaf>;
  run?: Run;
}
/** What was found out so far about one ticket at one instant. */
interface Run {
  readonly facts: FactSource;
  /** By leaf: the judgement plus one, 0 = not judged yet. */
  readonly judged: number[];
  /** By leaf, plain and negated in turn. */
  readonly traces: ConditionTrace[];
}

const programs = new WeakMap<RuleEnvironment, Program>();
let lastProgram: Program | undefined;
/** An editor that tries rule after rule on one policy must not fill the memory. */
const mostLeaves = 100_000;

function programOf(env: RuleEnvironment): Program {
  if (lastProgram?.env === env && lastProgram.leaves.size < mostLeaves) return lastProgram;
  let program = programs.get(env);
  if (!program || program.leaves.size >= mostLeaves) {
    program = { env, rules: new WeakMap(), leaves: new Map() };
    programs.set(env, program);
  }
  lastProgram = program;
  return program;
}

function runOf(program: Program, facts: FactSource): Run {
  if (program.run?.facts === facts) return program.run;
  program.run = { facts, judged: Array.from({ length: program.leaves.size }, () => 0), traces: [] };
  return program.run;
}

function readyRule(program: Program, rule: CompiledRule): ReadyRule {
  let ready = program.rules.get(rule);
  if (!ready) {
    const lines: Line[] = [];
    const { judge, closeness } = readyExpression(rule.when, false, program, lines);
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

function judgeLeaf(leaf: Leaf, run: Run): Judgement {
  const known = run.judged[leaf.index];
  if (known) return (known - 1) as Judgement;
  const outcome = leaf.condition.judge(run.facts);
  run.judged[leaf.index] = outcome + 1;
  return outcome;
}

const opposite = (outcome: Judgement): Judgement => (2 - outcome) as Judgement;

function traceOf({ leaf, negated }: Line, run: Run): ConditionTrace {
  const place = leaf.index * 2 + (negated ? 1 : 0);
  let trace = run.traces[place];
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
    run.traces[place] = trace;
  }
  return trace;
}

// expressions

type Node = Pick<ReadyRule, 'judge' | 'closeness'>;

/** NOT is pushed down to the conditions (De Morgan holds in three values too), so that each trace line says what it means. */
function readyExpression(expression: Expression, negated: boolean, program: Program, lines: Line[]): Node {
  if (expression.op === 'not') return readyExpression(expression.arg, !negated, program, lines);
  if (!('args' in expression)) {
    const leaf = leafOf(expression, program);
    lines.push({ leaf, negated });
    return {
      judge: negated ? (run) => opposite(judgeLeaf(leaf, run)) : (run) => judgeLeaf(leaf, run),
      closeness: (run) => {
        const outcome = judgeLeaf(leaf, run);
        if (outcome === (negated ? NO : YES)) return 1;
        return outcome === UNKNOWN || negated ? undefined : leaf.condition.closeness?.(run.facts);
      },
    };
  }
  const nodes = expression.args.map((arg) => readyExpression(arg, negated, program, lines));
  return (expression.op === 'and') !== negated ? allOf(nodes) : anyOf(nodes);
}

function allOf(nodes: readonly Node[]): Node {
  const judges = nodes.map(({ judge }) => judge);
  return {
    judge(run) {
      let least: Judgement = YES;
      for (const judge of judges) {
        const outcome = judge(run);
        if (outcome === NO) return NO;
        if (outcome < least) least = outcome;
      }
      return least;
    },
    // every condition has to hold, so one without a degree that does not hold leaves nothing to be near to
    closeness: (run) => {
      let least = 1;
      for (const node of nodes) {
        const near = node.closeness(run);
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
    judge(run) {
      let most: Judgement = NO;
      for (const judge of judges) {
        const outcome = judge(run);
        if (outcome === YES) return YES;
        if (outcome > most) most = outcome;
      }
      return most;
    },
    closeness: (run) => {
      const near = nodes.map((node) => node.closeness(run)).filter((one) => one !== undefined);
      return near.length > 0 ? Math.max(...near) : undefined;
    },
  };
}
