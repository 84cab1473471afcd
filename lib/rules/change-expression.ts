/** Small changes of a condition, as a form makes them. Everything that is not changed stays the same object. */
import type { Expression } from './rule.ts';

/** The way to a part: its place in each group, from the outside in. A NOT takes no step of its own. */
export type ExpressionPath = readonly number[];
type Group = Extract<Expression, { op: 'and' | 'or' }>;

/** The part without its NOTs, and whether they turn it round. */
export function bare(expression: Expression): { readonly inner: Exclude<Expression, { op: 'not' }>; readonly negated: boolean } {
  let inner = expression;
  let negated = false;
  while (inner.op === 'not') {
    inner = inner.arg;
    negated = !negated;
  }
  return { inner, negated };
}

const negate = (expression: Expression): Expression => ({ op: 'not', arg: expression });

/** The part at a path; undefined when there is none. */
export function partAt(expression: Expression, path: ExpressionPath): Expression | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return expression;
  const { inner } = bare(expression);
  const arg = 'args' in inner ? inner.args[step] : undefined;
  return arg && partAt(arg, rest);
}

/**
 * Another part in place of the one at `path`, its NOT included. A group that is left with one part becomes that part.
 * @param make undefined takes the part out
 * @returns undefined when nothing is left
 */
export function changeAt(expression: Expression, path: ExpressionPath, make: (part: Expression) => Expression | undefined): Expression | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return make(expression);
  if (expression.op === 'not') {
    const arg = changeAt(expression.arg, path, make);
    return arg === expression.arg ? expression : arg && negate(arg);
  }
  const old = 'args' in expression ? expression.args[step] : undefined;
  if (!('args' in expression) || !old) return expression;
  const made = changeAt(old, rest, make);
  if (made === old) return expression;
  const args = made ? expression.args.with(step, made) : expression.args.toSpliced(step, 1);
  return args.length > 1 ? { op: expression.op, args } : args[0];
}

/** One more part at the end of the group at `path`; a single condition becomes a group of two. */
export function addAt(expression: Expression, path: ExpressionPath, added: Expression, op: Group['op'] = 'and'): Expression {
  const grow = (part: Expression): Expression => {
    if (part.op === 'not' && 'args' in bare(part).inner) return negate(grow(part.arg));
    return 'args' in part ? { op: part.op, args: [...part.args, added] } : { op, args: [part, added] };
  };
  return changeAt(expression, path, grow) ?? expression;
}

/** All or any of the parts of the group at `path`. */
export function setGroupAt(expression: Expression, path: ExpressionPath, op: Group['op']): Expression {
  const turn = (part: Expression): Expression => {
    if (part.op === 'not') return negate(turn(part.arg));
    return 'args' in part && part.op !== op ? { op, args: part.args } : part;
  };
  return changeAt(expression, path, turn) ?? expression;
}

/** Turns the part at `path` round, or back. */
export function setNegatedAt(expression: Expression, path: ExpressionPath, negated: boolean): Expression {
  return changeAt(expression, path, (part) => {
    const { inner, negated: before } = bare(part);
    return before === negated ? part : negated ? negate(inner) : inner;
  }) as Expression;
}
