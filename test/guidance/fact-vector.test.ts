import { describe, expect, test } from 'vitest';
import { assess } from '../../lib/guidance/assess.ts';
import { NO_HISTORY } from '../../lib/guidance/assessment.ts';
import { factVector } from '../../lib/guidance/fact-vector.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { ago, byDefault, calm, load, now, snapshotOf, type Ticket, withRules } from './ticket-builder.ts';

const byVariable = { id: 'r1', title: 'R1', rule: 'IF customer.tier = {{best}} THEN flag for review' };
const angry: Ticket = {
  ...calm,
  subject: 'Invoice 4711 of Ana Silva',
  requester: { name: 'Ana Silva', email: 'ana@silva.example' },
  organization: 'Silva Ltd',
  messages: [{ role: 'customer', at: ago(60), author: 'Ana Silva', text: 'My lawyer will sue you over invoice 4711.' }],
};

function vectorOf(ticket: Ticket, loaded = byDefault) {
  const snapshot = snapshotOf(ticket);
  const context = { marks: {}, history: NO_HISTORY };
  return factVector(snapshot, loaded, context, assess(snapshot, loaded, context, now));
}

describe('what is kept of a ticket for backtests', () => {
  test('names nobody and quotes nothing', () => {
    expect(JSON.stringify(vectorOf(angry))).not.toMatch(/\bana\b|silva|4711|lawyer|invoice/i);
  });

  test.each([
    ['read in full', angry, ['legal_threat'], undefined],
    ['with messages missing', { ...angry, missingMessages: 2 }, undefined, ['legal_threat']],
    ['read in full and calm', calm, [], undefined],
    ['calm as far as it was read', { ...calm, missingMessages: 2 }, undefined, undefined],
  ])('phrase lists of a conversation %s', (_what, ticket: Ticket, phrases, phrasesSoFar) => {
    const vector = vectorOf(ticket);
    expect([vector.phrases, vector.phrasesSoFar]).toEqual([phrases, phrasesSoFar]);
  });

  const named = (loaded: LoadedPolicy): LoadedPolicy => ({
    ...loaded,
    policy: {
      ...loaded.policy,
      customer: { ...loaded.policy.customer, vipTiers: ['Gold'], lookup: [{ match: 'silva.example', tier: 'Founders' }] },
    },
  });
  const ruled = named(withRules('IF customer.tier IN ["Silver", "Bronze"] OR customer.tier = "Iron" THEN flag for review'));
  test.each([
    ['a VIP tier of the policy, however the page spells it', ruled, ' GOLD ', 'Gold'],
    ['a tier of the list of customers', ruled, 'founders', 'Founders'],
    ['a tier of which a rule names several', ruled, 'bronze', 'Bronze'],
    ['a tier that a rule names', ruled, 'Iron', 'Iron'],
    ['any other word of the page', ruled, 'Ana Silva personally', undefined],
    ['a word that a rule compares with something else', withRules('IF ticket.group = "Ana" THEN flag for review'), 'Ana', undefined],
    ['a tier that a rule names by a variable', load({ variables: { best: 'Platinum' }, rules: [byVariable] }), 'platinum', 'Platinum'],
  ])('of %s', (_what, loaded, printed, kept) => {
    expect(vectorOf({ ...calm, customFields: { Plan: printed } }, loaded).values['customer.tier']).toBe(kept);
  });
});
