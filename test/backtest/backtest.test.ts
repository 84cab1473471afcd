import { describe, expect, test } from 'vitest';
import { type Backtest, backtest, moveGroups } from '../../lib/backtest/backtest.ts';
import { foldSight } from '../../lib/ledger/fold-sight.ts';
import type { FactVector, KeptFact, LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import type { PolicyInput } from '../../lib/policy/schema.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { load } from '../guidance/ticket-builder.ts';
import { sight } from '../ledger/ledger-builder.ts';

type Rule = NonNullable<PolicyInput['rules']>[number];
const at = '2026-11-24T13:00:00.000Z';
const rule = (id: string, text: string, more: Partial<Rule> = {}): Rule => ({ id, title: id, rule: text, ...more });
const policy = (rules: readonly Rule[], change: Partial<PolicyInput> = {}): LoadedPolicy => load({ rules: [...rules], ...change });

function ticket(
  id: string,
  values: Readonly<Record<string, KeptFact>>,
  {
    phrases = [],
    fired,
    ...change
  }: Partial<Pick<LedgerTicket, 'statusKind' | 'policy'>> & { phrases?: FactVector['phrases'] | null; fired?: readonly string[] } = {},
): LedgerTicket {
  return foldSight(
    undefined,
    sight(id, {
      at,
      // another policy than the one in use unless what it recorded matters
      policy: { id: defaultPolicy.id, version: fired ? defaultPolicy.version : 99 },
      facts: { at, values, ...(phrases ? { phrases } : {}) },
      ...(fired && { rules: fired }),
      ...change,
    }),
    { subjectWords: [] },
  );
}
const said = ({ moves, unjudged }: Backtest): unknown => ({
  moves: moves.map(({ ticketId, from, to, because }) => [ticketId, from, to, ...because.map(({ rule: id, how }) => `${id} ${how}`)]),
  unjudged: unjudged.map(({ ticketId, rules }) => [ticketId, ...rules.map(({ rule: id, missing }) => `${id}: ${missing.join(', ')}`)]),
});

const often = 'IF contacts >= 3 THEN escalate to Tier 2';
const words = 'IF contains_keywords(["worst"]) THEN escalate to Tier 3';

describe('a backtest', () => {
  test.each<[string, readonly Rule[], readonly Rule[], LedgerTicket, unknown]>([
    ['nothing changed', [rule('often', often)], [rule('often', often)], ticket('1', { contacts: 4 }), { moves: [], unjudged: [] }],
    [
      'a threshold that is lower',
      [rule('often', often)],
      [rule('often', 'IF contacts >= 2 THEN escalate to Tier 2')],
      ticket('1', { contacts: 2 }),
      { moves: [['1', 1, 2, 'often fires']], unjudged: [] },
    ],
    [
      'a threshold that is higher',
      [rule('often', often)],
      [rule('often', 'IF contacts >= 5 THEN escalate to Tier 2')],
      ticket('1', { contacts: 4 }),
      { moves: [['1', 2, 1, 'often silent']], unjudged: [] },
    ],
    ['a rule that is deleted', [rule('often', often)], [], ticket('1', { contacts: 4 }), { moves: [['1', 2, 1, 'often gone']], unjudged: [] }],
    [
      'a rule that goes into shadow',
      [rule('often', often)],
      [rule('often', often, { mode: 'shadow' })],
      ticket('1', { contacts: 4 }),
      { moves: [['1', 2, 1, 'often gone']], unjudged: [] },
    ],
    [
      'another tier of the same rule',
      [rule('often', often)],
      [rule('often', 'IF contacts >= 3 THEN escalate to Tier 3')],
      ticket('1', { contacts: 4 }),
      { moves: [['1', 2, 3, 'often fires']], unjudged: [] },
    ],
    ['a fact that the page did not show', [], [rule('often', often)], ticket('1', {}), { moves: [], unjudged: [['1', 'often: contacts']] }],
    ['a new rule on words that were not kept', [], [rule('words', words)], ticket('1', {}), { moves: [], unjudged: [['1', 'words: messages']] }],
    [
      'words that were not kept, where another rule asks for as much',
      [rule('often', 'IF contacts >= 3 THEN escalate to Tier 3')],
      [rule('often', 'IF contacts >= 3 THEN escalate to Tier 3'), rule('words', words)],
      ticket('1', { contacts: 3 }),
      { moves: [], unjudged: [] },
    ],
    [
      'words that were not kept in a rule of both, which can hide the move',
      [rule('words', words)],
      [rule('words', words), rule('often', often)],
      ticket('1', { contacts: 3 }),
      { moves: [], unjudged: [['1', 'words: messages']] },
    ],
    [
      'words that were not kept in a rule of both, which asks for less than the move',
      [rule('words', words), rule('often', 'IF contacts >= 3 THEN escalate to Tier 3')],
      [rule('words', words), rule('often', 'IF contacts >= 3 THEN escalate to Tier 4')],
      ticket('1', { contacts: 3 }),
      { moves: [['1', 3, 4, 'often fires']], unjudged: [] },
    ],
    [
      'words in a rule of both, which the page saw fire',
      [rule('words', words)],
      [rule('words', words), rule('often', often)],
      ticket('1', { contacts: 3 }, { fired: ['words'] }),
      { moves: [], unjudged: [] },
    ],
    [
      'words in a rule of both, which the page saw silent',
      [rule('words', words)],
      [rule('words', words), rule('often', often)],
      ticket('1', { contacts: 3 }, { fired: [] }),
      { moves: [['1', 1, 2, 'often fires']], unjudged: [] },
    ],
    [
      'words in a rule that the page saw fire and that leaves shadow',
      [rule('words', words, { mode: 'shadow' })],
      [rule('words', words)],
      ticket('1', {}, { fired: ['words'] }),
      { moves: [['1', 1, 3, 'words fires']], unjudged: [] },
    ],
    ['a shadow rule that cannot be judged', [], [rule('words', words, { mode: 'shadow' })], ticket('1', {}), { moves: [], unjudged: [] }],
    [
      'a phrase list that was hit',
      [],
      [rule('legal', 'IF contains_phrase(legal_threat) THEN escalate to Tier 4')],
      ticket('1', {}, { phrases: ['legal_threat'] }),
      { moves: [['1', 1, 4, 'legal fires']], unjudged: [] },
    ],
    [
      'a phrase list of a conversation that was not read in full',
      [],
      [rule('legal', 'IF contains_phrase(legal_threat) THEN escalate to Tier 4')],
      ticket('1', {}, { phrases: null }),
      { moves: [], unjudged: [['1', 'legal: messages']] },
    ],
    [
      'mood alone, which never goes above Tier 2',
      [],
      [rule('mood', 'IF sentiment >= "angry" THEN escalate to Tier 4')],
      ticket('1', { sentiment: 'threatening' }),
      { moves: [['1', 1, 2, 'mood fires']], unjudged: [] },
    ],
  ])('%s', (_what, before, after, seen, expected) => {
    expect(said(backtest([seen], policy(before), policy(after)))).toEqual(expected);
  });

  test('takes a policy that the browser gave back with its members in another order for the same', () => {
    const sorted = <T>(value: T): T =>
      (Array.isArray(value)
        ? value.map(sorted)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([name, member]) => [name, sorted(member)]),
            )
          : value) as T;
    const before = policy([rule('words', words)]);
    const after = policy([rule('words', words), rule('often', often)]);
    const tickets = [ticket('1', { contacts: 3, 'ticket.priority': 'high' }, { fired: [] })];
    expect(said(backtest(tickets, sorted(before), after))).toEqual({ moves: [['1', 1, 2, 'often fires']], unjudged: [] });
  });

  test('judges a resolved ticket as it was while it was open, and leaves out one that never was', () => {
    const open = ticket('1', { contacts: 4 });
    const done = { statusKind: 'resolved' as const, facts: { at, values: { contacts: 4, 'ticket.status': 'resolved' } } };
    const resolved = foldSight(open, sight('1', { at, ...done }), { subjectWords: [] });
    const { seen, neverOpen, moves } = backtest(
      [resolved, foldSight(undefined, sight('2', done), { subjectWords: [] })],
      policy([]),
      policy([rule('often', often)]),
    );
    expect([seen, neverOpen, moves.map(({ ticketId }) => ticketId)]).toEqual([1, 1, ['1']]);
  });

  test('counts moves of a kind and how often each changed rule fires', () => {
    const tickets = [0, 1, 2, 3, 4, 5].map((contacts) => ticket(String(contacts), { contacts }));
    const result = backtest(
      [...tickets, ticket('none', {})],
      policy([rule('often', often)]),
      policy([rule('often', 'IF contacts >= 1 THEN escalate to Tier 2')]),
    );
    expect(moveGroups(result.moves)).toEqual([{ from: 1, to: 2, count: 2 }]);
    expect(result.rules).toEqual([{ rule: 'often', before: 3, after: 5, unknown: 1 }]);
    expect([result.seen, result.unjudged.length, result.otherVersion]).toEqual([7, 1, 7]);
  });
});

describe('a backtest under changed terms', () => {
  const late = rule('late', 'IF ticket.age > 80% of SLA THEN escalate to Tier 2');
  const hour = 3_600_000;
  const clock = (ms: number, percent: number): Readonly<Record<string, KeptFact>> => ({
    'ticket.priority': 'high',
    'ticket.age': { ms, percent },
    'resolution.used': { ms, percent },
    'resolution.state': 'running',
  });
  const priorities = defaultPolicy.priorities as NonNullable<PolicyInput['priorities']>;
  const high = (change: Partial<(typeof priorities)[number]>): Partial<PolicyInput> => ({
    priorities: priorities.map((one) => (one.id === 'high' ? { ...one, ...change } : one)),
  });
  const legal = rule('legal', 'IF contains_phrase(legal_threat) THEN escalate to Tier 4');

  test.each<[string, Partial<PolicyInput>, Rule, LedgerTicket, unknown]>([
    [
      'a shorter target: the time used counts against it',
      high({ resolution: '4h' }),
      late,
      ticket('1', clock(4.5 * hour, 56.25)),
      { moves: [['1', 1, 2, 'late fires']], unjudged: [] },
    ],
    ['a longer target', high({ resolution: '16h' }), late, ticket('1', clock(7 * hour, 87.5)), { moves: [['1', 2, 1, 'late silent']], unjudged: [] }],
    [
      'the target of another priority',
      { priorities: priorities.map((one) => (one.id === 'low' ? { ...one, resolution: '1h' } : one)) },
      late,
      ticket('1', clock(7 * hour, 87.5)),
      { moves: [], unjudged: [] },
    ],
    [
      'other business hours',
      { calendars: { default: { timeZone: 'UTC', hours: { mon: [['09:00', '17:00']] } } } },
      late,
      ticket('1', clock(7 * hour, 87.5)),
      { moves: [], unjudged: [['1', 'late: ticket.age']] },
    ],
    [
      'one more word for a priority',
      high({ aliases: [...(priorities.find(({ id }) => id === 'high')?.aliases ?? []), 'pressing'] }),
      late,
      ticket('1', clock(7 * hour, 87.5)),
      { moves: [], unjudged: [] },
    ],
    [
      'one word less for a priority',
      high({ aliases: [] }),
      rule('high', 'IF ticket.priority = "High" THEN escalate to Tier 2'),
      ticket('1', clock(7 * hour, 87.5)),
      { moves: [], unjudged: [['1', 'high: ticket.priority']] },
    ],
    [
      'another definition of contacts',
      { contacts: 'reopened' },
      rule('often', often),
      ticket('1', { contacts: 4 }),
      { moves: [], unjudged: [['1', 'often: contacts']] },
    ],
    [
      'other words of a phrase list',
      { phrases: { ...defaultPolicy.phrases, legal_threat: { entries: { en: ['solicitor'] } } } },
      legal,
      ticket('1', {}, { phrases: ['legal_threat'] }),
      { moves: [], unjudged: [['1', 'legal: messages']] },
    ],
    [
      'other words of another list',
      { phrases: { ...defaultPolicy.phrases, outage: { entries: { en: ['down'] } } } },
      legal,
      ticket('1', {}, { phrases: ['legal_threat'] }),
      { moves: [], unjudged: [] },
    ],
    [
      'another currency',
      { currency: 'EUR' },
      rule('money', 'IF revenue_impact > 100 USD THEN escalate to Tier 2'),
      ticket('1', { revenue_impact: { amount: 500 } }),
      { moves: [], unjudged: [] },
    ],
  ])('%s', (_what, change, one, seen, expected) => {
    expect(said(backtest([seen], policy([one]), policy([one], change)))).toEqual(expected);
  });
});
