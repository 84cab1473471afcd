import { expect, test } from 'vitest';
import { NO_HISTORY } from '../../lib/guidance/assessment.ts';
import { assess } from '../../lib/guidance/assess.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { demoSnapshot } from '../demo-helpdesk/snapshot.ts';
import { demoTickets } from '../demo-helpdesk/tickets.ts';
import { calm, judge, withRules } from './ticket-builder.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

test('a mood is shown by words that say something, not by those that only statistics weigh', () => {
  const loaded = loadPolicy(defaultPolicy, { kind: 'built-in' }, now);
  const ticket = demoTickets(now).find(({ id }) => id === '48213');
  if (!loaded.ok || !ticket) throw new Error('The default policy and the demo ticket must load.');
  const { reasons } = assess(demoSnapshot(ticket, new Date(now).toISOString(), 'UTC'), loaded.loaded, { marks: {}, history: NO_HISTORY }, now);
  const shown = reasons
    .filter(({ category }) => category === 'Sentiment')
    .flatMap(({ evidence }) => evidence.flatMap((one) => (one.kind === 'message' ? [one.text] : [])));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((words) => /^(not|about|the|and|will|you|for)( (the|and|not|you))?$/i.test(words))).toEqual([]);
});

test('a passing word is not quoted beside a strong one', () => {
  const { reasons } = judge(
    { ...calm, messages: [{ role: 'customer', at: '2026-11-24T11:30:00Z', text: 'Nothing has changed and I am still waiting.' }] },
    withRules('IF sentiment = "frustrated" THEN escalate to Tier 2'),
  );
  expect(reasons.flatMap(({ evidence }) => evidence.flatMap((one) => (one.kind === 'message' ? [one.text] : [])))).toEqual(['still waiting']);
});

test('a condition is not quoted as the mood', () => {
  const { reasons } = judge(
    {
      ...calm,
      messages: [{ role: 'customer', at: '2026-11-24T11:30:00Z', text: 'If this is not solved by Friday I will be very disappointed.' }],
    },
    withRules('IF sentiment = "frustrated" THEN escalate to Tier 2'),
  );
  expect(reasons.flatMap(({ evidence }) => evidence.flatMap((one) => (one.kind === 'message' ? [one.text] : [])))).toEqual(['disappointed']);
});
