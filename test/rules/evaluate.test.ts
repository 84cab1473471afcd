import { describe, expect, test } from 'vitest';
import { compileRule } from '../../lib/rules/compile.ts';
import { evaluateRule } from '../../lib/rules/evaluate.ts';
import type { FactReading, FactSource } from '../../lib/rules/fact-source.ts';
import type { CompiledRule } from '../../lib/rules/rule.ts';
import { context, customerRule, factsFrom, moodRule, slaRule } from './seed-rules.ts';

function rule(text: string): CompiledRule {
  const { rule: made, problems } = compileRule('r', text, context);
  if (!made) throw new Error(JSON.stringify(problems));
  return made;
}
const condition = (text: string) => rule(`IF ${text} THEN notify manager`);
const judge = (text: string, facts: FactSource) => evaluateRule(condition(text), facts, context);
type Facts = Record<string, FactReading['value'] | FactReading>;

describe('the seed rules', () => {
  const late: Facts = { 'ticket.priority': 'high', 'ticket.age': { percent: 81, ms: 81 }, 'ticket.status': { kind: 'open', raw: 'offen' } };
  test.each<[string, Facts, string]>([
    ['just after 80 %', { ...late, 'ticket.age': { percent: 80.0001 } }, 'yes'],
    ['at 80 % sharp', { ...late, 'ticket.age': { percent: 80 } }, 'no'],
    ['just before 80 %', { ...late, 'ticket.age': { percent: 79.9999 } }, 'no'],
    ['one priority lower', { ...late, 'ticket.priority': 'medium' }, 'no'],
    ['resolved', { ...late, 'ticket.status': { kind: 'resolved', raw: 'erledigt' } }, 'no'],
    ['status by its word alone', { ...late, 'ticket.status': { raw: 'erledigt' } }, 'no'],
    ['without a readable priority', { 'ticket.age': { percent: 90 }, 'ticket.status': { kind: 'open' } }, 'unknown'],
    ['without a readable priority but resolved', { 'ticket.age': { percent: 90 }, 'ticket.status': { kind: 'resolved' } }, 'no'],
    ['without a target', { ...late, 'ticket.age': { ms: 5 } }, 'unknown'],
  ])('the SLA rule %s', (_, facts, outcome) => {
    expect(evaluateRule(rule(slaRule), factsFrom(facts), context).outcome).toBe(outcome);
  });

  test.each<[string, Facts, Parameters<typeof factsFrom>[1], string]>([
    ['just below -0.7', { sentiment_score: -0.7001 }, {}, 'yes'],
    ['at -0.7', { sentiment_score: -0.7 }, {}, 'no'],
    ['just above -0.7', { sentiment_score: -0.6999 }, {}, 'no'],
    ['a calm ticket with the word', { sentiment_score: 0.5 }, { words: ['worst'] }, 'yes'],
    ['an unsupported language without the word', {}, {}, 'unknown'],
    ['an unsupported language with the word', {}, { words: ['terrible'] }, 'yes'],
    ['a calm ticket of which messages are missing', { sentiment_score: 0.5 }, { complete: false }, 'unknown'],
  ])('the mood rule on %s', (_, facts, found, outcome) => {
    expect(evaluateRule(rule(moodRule), factsFrom(facts, found), context).outcome).toBe(outcome);
  });

  test.each<[string, Facts, string]>([
    ['one cent above the threshold', { 'customer.tier': 'Basic', 'customer.ltv': { amount: 10_000.01, currency: 'USD' } }, 'yes'],
    ['at the threshold', { 'customer.tier': 'Basic', 'customer.ltv': { amount: 10_000, currency: 'USD' } }, 'no'],
    ['one cent below', { 'customer.tier': 'Basic', 'customer.ltv': { amount: 9_999.99 } }, 'no'],
    ['an Enterprise customer of unknown value', { 'customer.tier': 'ENTERPRISE' }, 'yes'],
    ['a Basic customer of unknown value', { 'customer.tier': 'Basic' }, 'unknown'],
    ['a currency with a rate', { 'customer.tier': 'Basic', 'customer.ltv': { amount: 8_001, currency: 'EUR' } }, 'yes'],
    ['a currency without a rate', { 'customer.tier': 'Basic', 'customer.ltv': { amount: 900_000, currency: 'VND' } }, 'unknown'],
  ])('the customer rule on %s', (_, facts, outcome) => {
    expect(evaluateRule(rule(customerRule), factsFrom(facts), context).outcome).toBe(outcome);
  });
});

describe('comparisons', () => {
  test.each<[string, Facts, string]>([
    ['ticket.priority >= "High"', { 'ticket.priority': 'critical' }, 'yes'],
    ['ticket.priority >= "High"', { 'ticket.priority': 'high' }, 'yes'],
    ['ticket.priority >= "High"', { 'ticket.priority': 'medium' }, 'no'],
    ['ticket.priority = "Cao"', { 'ticket.priority': 'high' }, 'yes'],
    ['ticket.priority in ["P1", "P2"]', { 'ticket.priority': 'high' }, 'yes'],
    ['ticket.priority not in ["P1", "P2"]', { 'ticket.priority': 'low' }, 'yes'],
    ['ticket.priority.raw = "Cao"', { 'ticket.priority.raw': 'High' }, 'no'],
    ['ticket.status = "Resolved"', { 'ticket.status': { kind: 'closed' } }, 'yes'],
    ['ticket.status = "Closed"', { 'ticket.status': { kind: 'resolved' } }, 'no'],
    ['ticket.status = "đã giải quyết"', { 'ticket.status': { kind: 'resolved', raw: 'Solved' } }, 'yes'],
    ['ticket.status = "Waiting for vendor"', { 'ticket.status': { kind: 'pending', raw: 'waiting for  Vendor' } }, 'yes'],
    ['ticket.status = "Waiting for vendor"', { 'ticket.status': { kind: 'pending' } }, 'unknown'],
    ['ticket.status = "Resolved"', { 'ticket.status': { raw: 'Zurgelblatt' } }, 'unknown'],
    ['ticket.status.raw = "Resolved"', { 'ticket.status.raw': 'erledigt' }, 'no'],
    ['sentiment >= "frustrated"', { sentiment: 'angry' }, 'yes'],
    ['sentiment >= "frustrated"', { sentiment: 'calm' }, 'no'],
    ['ticket.tags contains "VIP"', { 'ticket.tags': ['billing', 'vip'] }, 'yes'],
    ['"vip" in ticket.tags', { 'ticket.tags': ['vips'] }, 'no'],
    ['ticket.tags contains ["a", "b"]', { 'ticket.tags': ['b'] }, 'yes'],
    ['ticket.subject contains "refund"', { 'ticket.subject': 'Two Refunds, please' }, 'yes'],
    ['ticket.subject contains "sue"', { 'ticket.subject': 'An issue' }, 'no'],
    ['ticket.subject contains "hoàn tiền"', { 'ticket.subject': 'Yêu cầu HOÀN TIỀN' }, 'yes'],
    ['ticket.field("Product") = "Cloud"', { 'ticket.field:Product': 'cloud' }, 'yes'],
    ['ticket.field("Seats") > 100', { 'ticket.field:Seats': '120' }, 'yes'],
    ['ticket.field("Seats") > 100', { 'ticket.field:Seats': 'many' }, 'unknown'],
    ['ticket.field("Value") > $1,000', { 'ticket.field:Value': '4.800' }, 'unknown'],
    ['ticket.field("Beta") = true', { 'ticket.field:Beta': 'ja' }, 'yes'],
    ['customer.vip', { 'customer.vip': true }, 'yes'],
    ['customer.vip is false', { 'customer.vip': true }, 'no'],
    ['mark.asks-manager', { 'mark.asks-manager': true }, 'yes'],
    ['marked("beyond_knowledge")', {}, 'unknown'],
    ['resolution.left < 30m', { 'resolution.left': { ms: 1_799_999 } }, 'yes'],
    ['resolution.left < 30m', { 'resolution.left': { ms: 1_800_000 } }, 'no'],
    ['resolution.left < 10%', { 'resolution.left': { ms: 5, percent: 9 } }, 'yes'],
    ['ticket.age >= {{warn}}', { 'ticket.age': { percent: 80 } }, 'yes'],
    ['first_response.used > 50% of SLA', { 'first_response.used': { ms: 51, percent: 900 }, 'resolution.target': 100 }, 'yes'],
    ['first_response.used > 50% of SLA', { 'first_response.used': { ms: 51 } }, 'unknown'],
    ['time_since_last_reply > {{patience}}', { time_since_last_reply: 7_200_001 }, 'yes'],
    ['time_since_last_reply > 50% of SLA', { time_since_last_reply: 51, 'resolution.target': 100 }, 'yes'],
    ['resolution.state = "overdue"', { 'resolution.state': 'overdue' }, 'yes'],
    ['ticket.created < "2026-03-01"', { 'ticket.created': '2026-02-28T23:59:59Z' }, 'yes'],
    ['revenue_impact > {{revenue_threshold}}', { revenue_impact: { amount: 1000.5 } }, 'yes'],
    ['revenue_impact > €1,000', { revenue_impact: { amount: 1250, currency: 'USD' } }, 'no'],
    ['revenue_impact > €1,000', { revenue_impact: { amount: 1250.01, currency: 'USD' } }, 'yes'],
    ['revenue_impact > 500 VND', { revenue_impact: { amount: 600, currency: 'VND' } }, 'yes'],
    ['$1,000 < revenue_impact', { revenue_impact: { amount: 1001 } }, 'yes'],
    ['ticket.assignee = ticket.requester.name', { 'ticket.assignee': 'An', 'ticket.requester.name': 'an' }, 'yes'],
    ['resolution.used > first_response.target', { 'resolution.used': { ms: 10 }, 'first_response.target': 9 }, 'yes'],
  ])('%s', (text, facts, outcome) => {
    expect(judge(text, factsFrom(facts)).outcome).toBe(outcome);
  });
});

describe('the trace', () => {
  test('keeps every condition with both sides and its evidence, also after the answer is settled', () => {
    const evidence = [{ kind: 'field', field: 'priority', text: 'Hoch' }] as const;
    const { outcome, trace } = evaluateRule(
      rule(slaRule),
      factsFrom({
        'ticket.priority': { value: 'medium', text: 'Mittel', evidence },
        'ticket.age': { percent: 88.04, ms: 1 },
        'ticket.status': { raw: 'offen' },
      }),
      context,
    );
    expect(outcome).toBe('no');
    expect(trace).toEqual([
      { text: 'ticket.priority = "High"', outcome: 'no', actual: 'Mittel', expected: 'High', missing: [], evidence },
      { text: 'ticket.age > 80% of SLA', outcome: 'yes', actual: '88 %', expected: '> 80% of SLA', missing: [], evidence: [] },
      { text: 'ticket.status != "Resolved"', outcome: 'yes', actual: 'offen', expected: '!= Resolved', missing: [], evidence: [] },
    ]);
  });

  test('points at the words in the messages', () => {
    const { trace } = evaluateRule(rule(moodRule), factsFrom({}, { words: ['worst'] }), context);
    expect(trace[1]?.evidence).toEqual([{ kind: 'message', message: 0, start: 3, end: 8, text: 'worst' }]);
    expect(trace[0]?.missing).toEqual(['sentiment_score']);
  });

  test('turns a condition below NOT around, so that its line says what it means', () => {
    const { outcome, trace } = judge('NOT (customer.vip OR contacts >= 3)', factsFrom({ 'customer.vip': false, contacts: 2 }));
    expect(outcome).toBe('yes');
    expect(trace.map(({ text, outcome: one }) => [text, one])).toEqual([
      ['NOT customer.vip', 'yes'],
      ['NOT contacts >= 3', 'yes'],
    ]);
  });

  test.each<[string, Facts, readonly string[]]>([
    ['contacts >= 3 AND customer.vip', { contacts: 3 }, ['customer.vip']],
    ['ticket.field("Seats") > 100', {}, ['ticket.field("Seats")']],
    ['time_since_last_reply > 50% of SLA', { time_since_last_reply: 51 }, ['resolution.target']],
    ['contacts >= 3 AND customer.vip', { contacts: 2 }, []],
  ])('%s names what is missing', (text, facts, missing) => {
    expect(judge(text, factsFrom(facts)).missing).toEqual(missing);
  });

  test.each<[string, Facts, string, string]>([
    ['customer.ltv > {{ltv_threshold}}', { 'customer.ltv': { amount: 480 } }, '$480', '> $10,000'],
    ['revenue_impact > €1,000', { revenue_impact: { amount: 1200.5, currency: 'EUR' } }, '€1,200.5', '> €1,000'],
    ['revenue_impact > 5', { revenue_impact: { amount: 12_000_000, currency: 'VND' } }, '12,000,000 VND', '> $5'],
    ['contacts >= 3', { contacts: 2 }, '2', '>= 3'],
    ['resolution.left < 30m', { 'resolution.left': { ms: 5_400_000 } }, '1h30m', '< 30m'],
    ['ticket.tags contains ["a", "b"]', { 'ticket.tags': ['x', 'y'] }, 'x, y', '["a", "b"]'],
    ['NOT ticket.status in ["New"]', { 'ticket.status': { kind: 'new' } }, 'new', '["New"]'],
    ['customer.vip', { 'customer.vip': false }, 'false', 'true'],
  ])('%s shows both sides in words', (text, facts, actual, expected) => {
    expect(judge(text, factsFrom(facts)).trace[0]).toMatchObject({ actual, expected });
  });

  test('says how near a number is to its threshold', () => {
    expect(judge('contacts >= 4', factsFrom({ contacts: 3 })).closeness).toBeCloseTo(0.75);
    expect(judge('sentiment_score < -0.8', factsFrom({ sentiment_score: -0.4 })).closeness).toBeCloseTo(0.5);
    expect(judge('customer.vip AND contacts >= 4', factsFrom({ 'customer.vip': false, contacts: 3 })).closeness).toBeUndefined();
  });
});
