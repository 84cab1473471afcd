/** A rule's expression as functions that only look up and compare: what is judged many times is made ready once. */
import type { ConditionTrace } from '../guidance/assessment.ts';
import { type Judgement, NO, type ReadyCondition, UNKNOWN, YES } from './conditions.ts';
import type { FactSource } from './fact-source.ts';
import type { Condition, Expression } from './rule.ts';

/** A condition, ready to be judged; the same one for all rules that have it. */
export interface Leaf {
  readonly index: number;
  readonly text: string;
  readonly condition: ReadyCondition;
}
/** A line of a trace. */
export interface Line {
  readonly leaf: Leaf;
  readonly negated: boolean;
}
/** A rule, ready to be judged on any ticket. */
export interface ReadyRule {
  readonly judge: (run: Run) => Judgement;
  readonly closeness: (run: Run) => number | undefined;
  readonly lines: readonly Line[];
}
/** What was found out so far about one ticket at one instant. */
export interface Run {
  readonly facts: FactSource;
  /** By leaf: the judgement plus one, 0 = not judged yet. */
  judged: Uint8Array;
  /** By leaf, plain and negated in turn; made when the first trace is read. */
  traces?: Map<number, ConditionTrace>;
}

/** How a condition comes out; found out once per run. */
export function judgeLeaf(leaf: Leaf, run: Run): Judgement {
  const known = run.judged[leaf.index];
  if (known) return (known - 1) as Judgement;
  const outcome = leaf.condition.judge(run.facts);
  run.judged[leaf.index] = outcome + 1;
  return outcome;
}

/** NOT in three values. */
export const opposite = (outcome: Judgement): Judgement => (2 - outcome) as Judgement;

/** A part of an expression. */
interface Node extends Pick<ReadyRule, 'judge' | 'closeness'> {
  /** Set when it is one condition, not negated. */
  readonly leaf?: Leaf;
}

/**
 * Makes an expression ready. NOT is pushed down to the conditions (De Morgan holds in three values too), so that each trace line says what it
 * means.
 * @param negated whether the expression stands below an odd number of NOTs
 * @param leafOf the ready form of a condition; the same one for equal conditions
 * @param lines gets a line for each condition, in order
 */
export function readyExpression(expression: Expression, negated: boolean, leafOf: (condition: Condition) => Leaf, lines: Line[]): Node {
  if (expression.op === 'not') return readyExpression(expression.arg, !negated, leafOf, lines);
  if (!('args' in expression)) {
    const leaf = leafOf(expression);
    lines.push({ leaf, negated });
    return {
      ...(!negated && { leaf }),
      judge: negated ? (run) => opposite(judgeLeaf(leaf, run)) : (run) => judgeLeaf(leaf, run),
      closeness: (run) => {
        const outcome = judgeLeaf(leaf, run);
        if (outcome === (negated ? NO : YES)) return 1;
        return outcome === UNKNOWN || negated ? undefined : leaf.condition.closeness?.(run.facts);
      },
    };
  }
  const nodes = expression.args.map((arg) => readyExpression(arg, negated, leafOf, lines));
  return (expression.op === 'and') !== negated ? allOf(nodes) : anyOf(nodes);
}

/** The commonest rule, conditions joined by AND, without a call per condition. */
function allLeaves(leaves: readonly Leaf[]): Node['judge'] {
  return (run) => {
    let least: Judgement = YES;
    for (const leaf of leaves) {
      const outcome = judgeLeaf(leaf, run);
      if (outcome === NO) return NO;
      if (outcome < least) least = outcome;
    }
    return least;
  };
}

function allOf(nodes: readonly Node[]): Node {
  const judges = nodes.map(({ judge }) => judge);
  const leaves = nodes.flatMap(({ leaf }) => leaf ?? []);
  return {
    judge:
      leaves.length === nodes.length
        ? allLeaves(leaves)
        : function allJudged(run) {
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
