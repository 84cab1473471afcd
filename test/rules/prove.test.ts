import { describe, expect, test } from 'vitest';
import { compileRule } from '../../lib/rules/compile.ts';
import { type Finding, findingText, highestTier, proveRules } from '../../lib/rules/prove.ts';
import type { CompiledRule } from '../../lib/rules/rule.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { context, customerRule, moodRule, slaRule } from './seed-rules.ts';

function rules(...texts: string[]): CompiledRule[] {
  return texts.map((text, index) => {
    const { rule, problems } = compileRule('abcdefgh'[index] ?? 'x', text, context);
    if (!rule) throw new Error(JSON.stringify(problems));
    return rule;
  });
}
/** Rules about everything that the coverage asks for. */
const covering = ['IF resolution.breached THEN flag as late', 'IF sentiment >= "angry" THEN flag for review', 'IF contacts >= 3 THEN flag as again'];
const prove = (...texts: string[]): Finding[] => proveRules(rules(...texts), context);
const kinds = (findings: readonly Finding[]) => findings.map(({ kind }) => kind).filter((kind) => kind !== 'uncovered');

describe('rules that never or always fire', () => {
  test.each([
    ['contacts > 3 AND contacts < 4', ['dead']],
    ['contacts >= 3 AND contacts < 4', []],
    ['ticket.status = "Open" AND ticket.status = "Closed"', ['dead']],
    ['resolution.used > 80% AND resolution.left > 30%', ['dead']],
    ['resolution.used > 80% AND resolution.left > 10%', []],
    ['sentiment = "angry" AND sentiment < "frustrated"', ['dead']],
    ['customer.vip AND NOT customer.vip', ['dead']],
    ['contains_keywords(["a"]) AND contains_keywords(["b"])', []],
    ['ticket.tags contains "a" AND ticket.tags contains "b"', []],
    ['contacts >= 0', ['always']],
    ['resolution.state = "overdue" AND resolution.used < 100%', ['dead']],
  ])('%s', (condition, expected) => {
    expect(kinds(prove(`IF ${condition} THEN notify manager`))).toEqual(expected);
  });
});

describe('needless rules', () => {
  test.each([
    ['a higher threshold beside a lower one', ['contacts >= 4', 'contacts >= 3'], [['a', 'b']]],
    ['the same thing said twice: the later one', ['contacts >= 3', 'NOT contacts < 3'], [['b', 'a']]],
    ['fewer words beside more', ['contains_keywords(["a"])', 'contains_keywords(["a", "b"])'], [['a', 'b']]],
    ['different facts', ['contacts >= 3', 'customer.vip'], []],
    ['overlapping ranges', ['contacts >= 3 AND customer.vip', 'contacts >= 3 AND NOT customer.vip'], []],
  ])('%s', (_, conditions, expected) => {
    const found = prove(...conditions.map((condition) => `IF ${condition} THEN escalate to Tier 2`));
    expect(found.flatMap((finding) => (finding.kind === 'shadowed' ? [[finding.rule, finding.by]] : []))).toEqual(expected);
  });

  test('leaves a rule alone that asks for more than the one that covers it', () => {
    expect(kinds(prove('IF contacts >= 4 THEN escalate to Tier 2 AND notify manager', 'IF contacts >= 3 THEN escalate to Tier 2'))).toEqual([]);
    expect(kinds(prove('IF contacts >= 4 THEN escalate to Tier 3', 'IF contacts >= 3 THEN escalate to Tier 2'))).toEqual([]);
  });
});

test('two roles for one ticket contradict each other, with a ticket that shows it', () => {
  const [finding] = prove('IF contacts >= 3 THEN assign to senior agent', 'IF customer.vip THEN assign to team lead').filter(
    ({ kind }) => kind === 'contradiction',
  );
  expect(finding).toMatchObject({ rule: 'a', other: 'b', ticket: { contacts: '3', 'customer.vip': 'yes' } });
  expect(kinds(prove('IF contacts >= 3 THEN assign to senior agent', 'IF contacts < 3 THEN assign to team lead'))).toEqual([]);
});

describe('worse facts that lower the tier', () => {
  test.each([
    ['IF ticket.priority = "High" THEN escalate to Tier 2', 'ticket.priority', 'High', 'Critical'],
    ['IF contacts = 3 THEN escalate to Tier 2', 'contacts', '3', '4'],
    ['IF sentiment = "angry" THEN escalate to Tier 2', 'sentiment', 'angry', 'threatening'],
    ['IF resolution.used >= 80% AND resolution.used < 100% THEN escalate to Tier 3', 'resolution', '99.9 % used, running', '100 % used, overdue'],
    ['IF NOT customer.vip THEN escalate to Tier 2', 'customer.vip', 'no', 'yes'],
    ['IF sentiment_score > -0.5 AND contacts >= 3 THEN escalate to Tier 2', 'sentiment_score', '-0.49', '-0.5'],
  ])('%s', (text, fact, from, to) => {
    const [finding] = prove(text).filter(({ kind }) => kind === 'not-monotone');
    expect(finding).toMatchObject({ fact, from, to, tierAfter: 1 });
  });

  test('are none when another rule catches them', () => {
    expect(kinds(prove('IF ticket.priority = "High" THEN escalate to Tier 2', 'IF ticket.priority = "Critical" THEN escalate to Tier 3'))).toEqual(
      [],
    );
    expect(kinds(prove('IF ticket.priority >= "High" THEN escalate to Tier 2'))).toEqual([]);
  });

  test('respect the caps of the policy', () => {
    const [angry, threatening] = rules('IF sentiment = "angry" THEN escalate to Tier 3', 'IF sentiment = "threatening" THEN escalate to Tier 2');
    if (!angry || !threatening) throw new Error('two rules');
    const both = [angry, threatening];
    expect(kinds(proveRules(both, context))).toContain('not-monotone');
    expect(kinds(proveRules(both, context, { tierOf: (rule) => Math.min(2, highestTier(rule) ?? 1) }))).toEqual([]);
  });
});

describe('bad tickets that no rule speaks about', () => {
  test('are named one by one', () => {
    expect(proveRules([], context).map((finding) => (finding.kind === 'uncovered' ? finding.because : finding.kind))).toEqual([
      'sentiment: angry',
      'sentiment: threatening',
      'contacts: 4',
      'resolution: 100 % used, overdue',
      'resolution: 100.1 % used, overdue',
    ]);
  });
  test('are none when each ground has a rule', () => {
    expect(prove(...covering)).toEqual([]);
  });
  test('show the corner that the rules leave out', () => {
    const [late = '', ...others] = covering;
    const [finding] = prove(`${late.replace(' THEN', ' AND ticket.priority >= "Medium" THEN')}`, ...others);
    expect(finding).toMatchObject({ kind: 'uncovered', because: 'resolution: 100 % used, overdue', ticket: { 'ticket.priority': 'Low' } });
  });
});

test('the seed rules alone are proved within moments', () => {
  const findings = prove(slaRule, moodRule, customerRule);
  expect(kinds(findings)).toEqual(['not-monotone']);
  expect(findings.map((finding) => findingText(finding, pageTranslator('en')))).toContain(
    'a worse fact lowers the tier: when ticket.priority goes from High to Critical, Tier 2 becomes Tier 1',
  );
});

test('says so when there is too much to try', () => {
  const many = Array.from({ length: 20 }, (_, index) => `mark.asks-manager AND ticket.field("F${index}") = "a"`).join(' AND ');
  expect(prove(`IF ${many} THEN escalate to Tier 2`).map(({ kind }) => kind)).toContain('too-large');
});
