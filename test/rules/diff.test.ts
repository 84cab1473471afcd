import { describe, expect, test } from 'vitest';
import { compileRule } from '../../lib/rules/compile.ts';
import { changeText, diffRules } from '../../lib/rules/diff.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { context } from './seed-rules.ts';

function rule(text: string, id = 'r') {
  const made = compileRule(id, text, context);
  if (!made.rule) throw new Error(JSON.stringify(made.problems));
  return made.rule;
}
const t = pageTranslator('en');
const told = (before: string, after: string) => diffRules([rule(before)], [rule(after)]).map((change) => changeText(change, t));

describe('the difference between two rules, in words', () => {
  test.each([
    ['IF contacts >= 4 THEN flag for review', 'IF contacts >= 3 THEN flag for review', ['rule r now fires at 3 contacts, was 4']],
    [
      'IF revenue_impact > $1,000 THEN flag for review',
      'IF revenue_impact > $500 THEN flag for review',
      ['rule r now fires above $500 revenue_impact, was $1,000'],
    ],
    ['IF contacts > 2 THEN flag for review', 'IF contacts >= 3 THEN flag for review', ['rule r now asks for contacts >= 3, was contacts > 2']],
    [
      'IF contains_keywords(["a", "b"]) THEN flag for review',
      'IF contains_keywords(["b", "c"]) THEN flag for review',
      ['rule r now also looks for the words "c"', 'rule r no longer looks for the words "a"'],
    ],
    [
      'IF contacts >= 3 THEN flag for review',
      'IF contacts >= 3 AND customer.vip THEN flag for review',
      ['rule r now also looks at customer.vip', 'rule r joins its conditions in another way: contacts >= 3 AND customer.vip, was contacts >= 3'],
    ],
    [
      'IF contacts >= 3 AND customer.vip THEN flag for review',
      'IF contacts >= 3 OR customer.vip THEN flag for review',
      ['rule r joins its conditions in another way: contacts >= 3 OR customer.vip, was contacts >= 3 AND customer.vip'],
    ],
    [
      'IF customer.vip THEN escalate to Tier 2 AND notify manager',
      'IF customer.vip THEN escalate to Tier 3 AND add internal note',
      ['rule r now escalates to Tier 3, was Tier 2', 'rule r no longer asks to: notify manager', 'rule r now also asks to: add internal note'],
    ],
    ['IF customer.vip THEN flag for review', 'if CUSTOMER.VIP then flag for review', []],
  ])('%s -> %s', (before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  test('names rules that came and went', () => {
    const [a, b] = [rule('IF customer.vip THEN flag for review', 'a'), rule('IF contacts >= 3 THEN flag for review', 'b')];
    expect(diffRules([a], [b]).map((change) => changeText(change, t))).toEqual([
      'rule a is gone: IF customer.vip THEN flag for review',
      'rule b is new: IF contacts >= 3 THEN flag for review',
    ]);
  });
});
