import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { runRuleExamples } from '../../lib/policy/rule-examples.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
function withExample(rule: string, given: Record<string, unknown>, fires: 'yes' | 'no' | 'unknown') {
  return loadPolicy({ ...defaultPolicy, tests: [], rules: [{ id: 'r', title: 'R', rule, examples: [{ given, fires }] }] }, { kind: 'file' }, now);
}
function outcome(rule: string, given: Record<string, unknown>): string {
  const result = withExample(rule, given, 'yes');
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  const [ran] = runRuleExamples(result.loaded);
  return ran?.passed ? 'yes' : (ran?.mismatches[0]?.found ?? '');
}

const breach = 'IF ticket.priority = "High" AND ticket.age > 80% of SLA AND ticket.status != "Resolved" THEN escalate to Tier 2';

describe('an example of a rule', () => {
  test.each<[string, Record<string, unknown>, string]>([
    [breach, { 'ticket.priority': 'High', 'ticket.age': '81%', 'ticket.status': 'Open' }, 'yes'],
    [breach, { 'ticket.priority': 'High', 'ticket.age': '80%', 'ticket.status': 'Open' }, 'no'],
    [breach, { 'ticket.priority': 'Khẩn cấp', 'ticket.age': '81%', 'ticket.status': 'Open' }, 'no'],
    [breach, { 'ticket.priority': 'High', 'ticket.age': '81%' }, 'unknown'],
    ['IF revenue_impact > $1,000 THEN flag for review', { revenue_impact: '$1,000.01' }, 'yes'],
    ['IF revenue_impact > $1,000 THEN flag for review', { revenue_impact: 1000 }, 'no'],
    ['IF contacts >= 3 THEN flag for review', { contacts: 3 }, 'yes'],
    ['IF customer.vip THEN flag for review', { 'customer.vip': true }, 'yes'],
    ['IF customer.vip THEN flag for review', {}, 'unknown'],
    ['IF marked("pr") THEN flag for review', {}, 'no'],
    ['IF marked("pr") THEN flag for review', { 'mark.pr': true }, 'yes'],
    ['IF contains_phrase(legal_threat) THEN flag for review', { says: 'My lawyer will sue you.' }, 'yes'],
    ['IF contains_phrase(legal_threat) THEN flag for review', { says: 'I will not sue anybody.' }, 'no'],
    ['IF contains_phrase(legal_threat) THEN flag for review', {}, 'unknown'],
    ['IF contains_keywords(["refund"]) THEN flag for review', { says: 'Where is my REFUND?' }, 'yes'],
    ['IF time_since_last_reply > 2h THEN flag for review', { time_since_last_reply: '3h' }, 'yes'],
    ['IF ticket.tags contains "vip" THEN flag for review', { 'ticket.tags': ['vip'] }, 'yes'],
  ])('%s with %o: %s', (rule, given, expected) => {
    expect(outcome(rule, given)).toBe(expected);
  });

  test.each<[Record<string, unknown>, RegExp]>([
    [{ contcts: 3 }, /contcts.*Did you mean contacts/],
    [{ contacts: 'three' }, /contacts holds a number; "three" cannot be read/],
    [{ 'mark.nothing': true }, /mark\.nothing/],
    [{ 'ticket.age': 'long' }, /ticket\.age holds/],
    [{ says: 7 }, /says holds/],
  ])('with %o is refused at its place', (given, says) => {
    const result = withExample('IF contacts >= 3 THEN flag for review', given, 'yes');
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.problems[0]?.message).toMatch(says);
    expect(result.ok ? '' : result.problems[0]?.path).toBe(`rules[0].examples[0].given.${Object.keys(given)[0]}`);
  });

  test('of the built-in policy holds', () => {
    const result = loadPolicy(defaultPolicy, { kind: 'built-in' }, now);
    if (!result.ok) throw new Error('the built-in policy does not load');
    const ran = runRuleExamples(result.loaded);
    expect(ran.length).toBeGreaterThan(5);
    expect(ran.filter(({ passed }) => !passed)).toEqual([]);
  });
});
