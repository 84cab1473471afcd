import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRule } from '../../lib/rules/compile.ts';
import { evaluateRule } from '../../lib/rules/evaluate.ts';
import { parseRule } from '../../lib/rules/parse.ts';
import { printRule } from '../../lib/rules/print.ts';
import { timeThresholds } from '../../lib/rules/time-thresholds.ts';
import { anyText, rule } from './random-rules.ts';
import { context, factsFrom } from './seed-rules.ts';

const seed = 20_260_301;

describe(`random rules (seed ${seed})`, () => {
  test('every rule that can be printed reads back as the same rule', () => {
    fc.assert(
      fc.property(rule, ({ when, then }) => {
        const printed = printRule(when, then);
        const parsed = parseRule(printed);
        if (!parsed.ok) throw new Error(`${printed}\n${JSON.stringify(parsed.errors)}`);
        expect({ when: parsed.when, actions: parsed.then }).toEqual({ when, actions: then });
      }),
      { seed, numRuns: 3000 },
    );
  });

  test('any rule at all can be judged', () => {
    const facts = factsFrom({
      contacts: 3,
      'customer.vip': true,
      'ticket.tags': ['a'],
      'ticket.age': { percent: 5 },
      'ticket.status': {},
      sentiment: 'calm',
    });
    fc.assert(
      fc.property(rule, ({ when, then: actions }) => {
        // oxlint-disable-next-line unicorn/no-thenable -- a list of actions
        const compiled = { id: 'r', when, then: actions };
        const { outcome, trace, missing } = evaluateRule(compiled, facts, context);
        timeThresholds(compiled, context);
        expect(trace.length).toBeGreaterThan(0);
        expect(outcome === 'unknown').toBe(missing.length > 0 || (outcome === 'unknown' && trace.some((line) => line.outcome === 'unknown')));
      }),
      { seed, numRuns: 2000 },
    );
  });
});

describe('broken texts', () => {
  test(`100,000 of them neither throw nor hang, and each problem lies in the text (seed ${seed})`, () => {
    let right = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const { rule: made, problems } = compileRule('r', text, context);
        if (made) right++;
        if (!made && problems.length === 0) throw new Error('no rule and no reason');
        for (const problem of problems) {
          if (problem.start < 0 || problem.end > text.length || problem.start > problem.end) throw new Error(JSON.stringify(problem));
          const before = text.slice(0, problem.start);
          if (before.split('\n').length !== problem.line || problem.start - before.lastIndexOf('\n') !== problem.column)
            throw new Error(JSON.stringify(problem));
        }
      }),
      { seed, numRuns: 100_000 },
    );
    expect(right).toBeGreaterThan(100);
  }, 120_000);

  test.each([
    ['brackets', `IF ${'('.repeat(9_000)}`],
    ['NOT', `IF ${'NOT '.repeat(4_000)} customer.vip THEN flag`],
    ['quotes', `IF ${'"'.repeat(19_999)}`],
    ['lists', `IF a in ${'['.repeat(9_000)}`],
    ['digits', `IF a = ${'1'.repeat(19_000)}`],
    ['commas', `IF a = 1${',111'.repeat(4_000)}`],
    ['words', `IF ${'a '.repeat(9_000)}`],
    ['conditions', `IF ${'customer.vip AND '.repeat(1_000)}`],
    ['actions', `IF customer.vip THEN ${'x AND '.repeat(3_000)}`],
    ['dots', `IF ${'a.'.repeat(9_000)}`],
    ['durations', `IF contacts = ${'1h'.repeat(9_000)}`],
    ['length', 'a'.repeat(5_000_000)],
  ])('a text made of %s alone gets an answer', (_, text) => {
    expect(compileRule('r', text, context).problems.length).toBeGreaterThan(0);
  });
});
