import { describe, expect, test } from 'vitest';
import { compileRule } from '../../lib/rules/compile.ts';
import { timeThresholds } from '../../lib/rules/time-thresholds.ts';
import { factsOf, keywordsOf, phraseListsOf } from '../../lib/rules/walk.ts';
import { context } from './seed-rules.ts';

function rule(condition: string) {
  const { rule: made, problems } = compileRule('r', `IF ${condition} THEN notify manager`, context);
  if (!made) throw new Error(JSON.stringify(problems));
  return made;
}

describe('thresholds of time', () => {
  test.each([
    ['ticket.age > 80% of SLA', [{ fact: 'ticket.age', clock: 'resolution', counts: 'used', percent: 80 }]],
    ['ticket.age > {{warn}}', [{ fact: 'ticket.age', clock: 'resolution', counts: 'used', percent: 80 }]],
    ['NOT 30m >= resolution.left', [{ fact: 'resolution.left', clock: 'resolution', counts: 'left', ms: 1_800_000 }]],
    [
      'first_response.used > 50% of SLA',
      [{ fact: 'first_response.used', clock: 'firstResponse', counts: 'used', shareOf: { clock: 'resolution', percent: 50 } }],
    ],
    ['first_response.breached', [{ fact: 'first_response.breached', clock: 'firstResponse', counts: 'used', percent: 100 }]],
    ['resolution.state in ["overdue"]', [{ fact: 'resolution.state', clock: 'resolution', counts: 'used', percent: 100 }]],
    ['time_since_last_reply > {{patience}}', [{ fact: 'time_since_last_reply', counts: 'used', ms: 7_200_000 }]],
    ['resolution.used >= resolution.target', [{ fact: 'resolution.used', clock: 'resolution', counts: 'used', percent: 100 }]],
    ['contacts >= 3 AND customer.vip', []],
  ])('%s', (condition, expected) => {
    expect(timeThresholds(rule(condition), context)).toEqual(expected);
  });
});

test('collects what all rules look for in the text, each once', () => {
  const rules = [
    rule('contains_keywords(["worst", "sue"]) OR contains_phrase(legal)'),
    rule('contains_keywords(["sue", {{company_name}}]) AND contains_phrase(legal)'),
  ];
  expect(keywordsOf(rules, context)).toEqual(['worst', 'sue', 'Acme']);
  expect(phraseListsOf(rules)).toEqual(['legal']);
});

test('lists the facts a rule reads', () => {
  expect(
    factsOf(rule('ticket.field("A") = "x" AND ticket.field("B") = "x" AND customer.vip AND NOT customer.vip')).map(
      (fact) => fact.argument ?? fact.name,
    ),
  ).toEqual(['A', 'B', 'customer.vip']);
});
