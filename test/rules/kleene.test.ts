import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../lib/guidance/assessment.ts';
import { evaluateRule } from '../../lib/rules/evaluate.ts';
import type { Expression } from '../../lib/rules/rule.ts';
import { context, factsFrom } from './seed-rules.ts';

const seed = 20_260_302;
const names = ['mark.a', 'mark.b', 'mark.c'] as const;
const expression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.constantFrom(...names).map((name) => ({ op: 'is' as const, fact: { kind: 'fact' as const, name } })),
    fc.record({ op: fc.constantFrom('and', 'or'), args: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }) }),
    tie('tree').map((arg) => ({ op: 'not' as const, arg })),
  ),
})).tree;
const value = fc.constantFrom<(boolean | undefined)[]>(true, false, undefined);
const world = fc.tuple(value, value, value);
type World = readonly [boolean | undefined, boolean | undefined, boolean | undefined];

function judge(when: Expression, values: World): Outcome {
  const known = names.flatMap((name, index) => (values[index] === undefined ? [] : [[name, values[index]]]));
  // oxlint-disable-next-line unicorn/no-thenable -- a list of actions
  return evaluateRule({ id: 'r', when, then: [] }, factsFrom(Object.fromEntries(known) as Record<string, boolean>), context).outcome;
}

const rank = { no: 0, unknown: 1, yes: 2 } as const;
const words = ['no', 'unknown', 'yes'] as const;
/** Kleene's strong logic, written down once more and as plainly as possible. */
function expected(when: Expression, values: World): Outcome {
  if (when.op === 'not') return words[2 - rank[expected(when.arg, values)]] ?? 'unknown';
  if ('args' in when) {
    const ranks = when.args.map((arg) => rank[expected(arg, values)]);
    return words[when.op === 'and' ? Math.min(...ranks) : Math.max(...ranks)] ?? 'unknown';
  }
  const found = when.op === 'is' ? values[names.findIndex((name) => name === when.fact.name)] : undefined;
  return found === undefined ? 'unknown' : found ? 'yes' : 'no';
}

describe(`the three values (seed ${seed})`, () => {
  const holds = (law: (a: Expression, b: Expression, values: World) => void) =>
    fc.assert(fc.property(expression, expression, world, law), { seed, numRuns: 1500 });
  const not = (arg: Expression): Expression => ({ op: 'not', arg });
  const and = (...args: Expression[]): Expression => ({ op: 'and', args });
  const or = (...args: Expression[]): Expression => ({ op: 'or', args });

  test('agree with the truth tables', () =>
    holds((a, _, values) => {
      expect(judge(a, values)).toBe(expected(a, values));
    }));
  test('a double NOT changes nothing', () =>
    holds((a, _, values) => {
      expect(judge(not(not(a)), values)).toBe(judge(a, values));
    }));
  test('De Morgan', () =>
    holds((a, b, values) => {
      expect(judge(not(and(a, b)), values)).toBe(judge(or(not(a), not(b)), values));
      expect(judge(not(or(a, b)), values)).toBe(judge(and(not(a), not(b)), values));
    }));
  test('order does not matter', () =>
    holds((a, b, values) => {
      expect(judge(and(a, b), values)).toBe(judge(and(b, a), values));
      expect(judge(or(a, b), values)).toBe(judge(or(b, a), values));
    }));
  test('absorption', () =>
    holds((a, b, values) => {
      expect(judge(and(a, or(a, b)), values)).toBe(judge(a, values));
      expect(judge(or(a, and(a, b)), values)).toBe(judge(a, values));
    }));
  test('learning a missing fact never turns a yes into a no, nor a no into a yes', () =>
    holds((a, _, values) => {
      const before = judge(a, values);
      const learned: World = [values[0] ?? true, values[1] ?? false, values[2] ?? true];
      expect(before === 'unknown' ? before : judge(a, learned)).toBe(before);
    }));
});
