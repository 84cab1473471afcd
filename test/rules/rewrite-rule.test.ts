/* oxlint-disable unicorn/no-thenable -- the THEN of a rule is a list of actions, never a function */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../lib/guidance/assessment.ts';
import { addAt, changeAt, setGroupAt, setNegatedAt } from '../../lib/rules/change-expression.ts';
import { parseRule } from '../../lib/rules/parse.ts';
import { printRule } from '../../lib/rules/print.ts';
import { type RuleParts, rewriteRule } from '../../lib/rules/rewrite-rule.ts';
import type { Condition, Expression } from '../../lib/rules/rule.ts';
import { rule as anyRule } from './random-rules.ts';

function read(text: string) {
  const parsed = parseRule(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.errors.map(({ code }) => code).join()}`);
  return parsed;
}
function change(text: string, make: (parts: RuleParts) => Partial<RuleParts>) {
  const parsed = read(text);
  return rewriteRule(parsed, { when: parsed.when, then: parsed.then, ...make(parsed) });
}
const vip: Condition = { op: 'is', fact: { kind: 'fact', name: 'customer.vip' } };
const must = (expression: Expression | undefined): Expression => expression ?? vip;

const laidOut = `IF contacts >= 3      # they came back
   AND ticket.status != "Resolved"   # still open
   AND (customer.tier = "Gold" OR customer.ltv > $1,000)
THEN escalate to Tier 2, notify manager  # who is on duty`;

describe('a rule that a form changed keeps its text', () => {
  test.each<[string, string, (parts: RuleParts) => Partial<RuleParts>, string, string[]]>([
    ['nothing changed', laidOut, () => ({}), laidOut, []],
    ['one condition', laidOut, ({ when }) => ({ when: must(changeAt(when, [0], () => vip)) }), laidOut.replace('contacts >= 3', 'customer.vip'), []],
    [
      'a condition inside brackets',
      laidOut,
      ({ when }) => ({ when: must(changeAt(when, [2, 1], () => vip)) }),
      laidOut.replace('customer.ltv > $1,000', 'customer.vip'),
      [],
    ],
    [
      'one more condition, laid out like the others',
      laidOut,
      ({ when }) => ({ when: addAt(when, [], vip) }),
      laidOut.replace('$1,000)', '$1,000) AND customer.vip'),
      [],
    ],
    [
      'a condition left out takes its comment along, and says so',
      laidOut,
      ({ when }) => ({ when: must(changeAt(when, [1], () => undefined)) }),
      `IF contacts >= 3 AND (customer.tier = "Gold" OR customer.ltv > $1,000)
THEN escalate to Tier 2, notify manager  # who is on duty`,
      ['# they came back', '# still open'],
    ],
    [
      'the group inside brackets becomes all of',
      laidOut,
      ({ when }) => ({ when: setGroupAt(when, [2], 'and') }),
      laidOut.replace(' OR ', ' AND '),
      [],
    ],
    [
      'the outer group becomes any of',
      'if contacts >= 3 and customer.vip\nand ticket.status = "Open" then flag for review',
      ({ when }) => ({ when: setGroupAt(when, [], 'or') }),
      'if contacts >= 3 OR customer.vip\nOR ticket.status = "Open" then flag for review',
      [],
    ],
    [
      'a group is turned round',
      'IF contacts >= 3 AND (customer.vip OR tries > 2) THEN flag for review',
      ({ when }) => ({ when: setNegatedAt(when, [1], true) }),
      'IF contacts >= 3 AND NOT (customer.vip OR tries > 2) THEN flag for review',
      [],
    ],
    [
      'a group of any in a group of all gets brackets',
      'IF contacts >= 3 AND tries > 2 THEN flag for review',
      ({ when }) => ({ when: must(changeAt(when, [1], (part) => ({ op: 'or', args: [part, vip] }))) }),
      'IF contacts >= 3 AND (tries > 2 OR customer.vip) THEN flag for review',
      [],
    ],
    [
      'a group of one is no group',
      'IF contacts >= 3 AND (customer.vip OR tries > 2) THEN flag for review',
      ({ when }) => ({ when: must(changeAt(when, [1, 0], () => undefined)) }),
      'IF contacts >= 3 AND tries > 2 THEN flag for review',
      [],
    ],
    ['one action', laidOut, ({ then }) => ({ then: then.with(0, { do: 'escalate', tier: 3 }) }), laidOut.replace('Tier 2', 'Tier 3'), []],
    [
      'one more action, joined like the others',
      laidOut,
      ({ then }) => ({ then: [...then, { do: 'bump-priority' }] as readonly Action[] }),
      laidOut.replace('notify manager', 'notify manager, add priority bump'),
      [],
    ],
    [
      'actions in another order',
      laidOut,
      ({ then }) => ({ then: then.toReversed() }),
      laidOut.replace('escalate to Tier 2, notify manager', 'notify manager AND escalate to Tier 2'),
      [],
    ],
    [
      'other words for the same thing stay',
      'IF ticket.priority is "High" AND customer.vip THEN alert the manager AND escalate to 2.',
      ({ then }) => ({ then: then.with(1, { do: 'escalate', tier: 3 }) }),
      'IF ticket.priority is "High" AND customer.vip THEN alert the manager AND escalate to Tier 3.',
      [],
    ],
  ])('%s', (_what, text, make, expected, lost) => {
    expect(change(text, make)).toEqual({ text: expected, lostComments: lost });
  });

  test('whatever is changed, the text says what was asked for', () => {
    fc.assert(
      fc.property(anyRule, anyRule, fc.array(fc.nat(3), { maxLength: 3 }), fc.nat(5), (one, other, path, what) => {
        const parsed = read(printRule(one.when, one.then));
        const when = [
          () => changeAt(parsed.when, path, () => other.when),
          () => changeAt(parsed.when, path, () => undefined),
          () => addAt(parsed.when, path, other.when),
          () => setGroupAt(parsed.when, path, 'or'),
          () => setNegatedAt(parsed.when, path, true),
          () => parsed.when,
        ][what]?.();
        const next = { when: when ?? parsed.when, then: what % 2 ? [...parsed.then, ...other.then] : parsed.then };
        const again = read(rewriteRule(parsed, next).text);
        const asked = read(printRule(next.when, next.then));
        expect([again.when, again.then]).toEqual([asked.when, asked.then]);
      }),
      { numRuns: 300 },
    );
  });
});
