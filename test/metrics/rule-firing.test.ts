import { expect, test } from 'vitest';
import { foldSight } from '../../lib/ledger/fold-sight.ts';
import type { LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import { ruleFiring } from '../../lib/metrics/rule-firing.ts';
import { sight } from '../ledger/ledger-builder.ts';

const seen = (...looks: Parameters<typeof sight>[1][]): LedgerTicket => {
  const [ticket] = looks.reduce<LedgerTicket[]>((before, look) => [foldSight(before[0], sight('1', look), { subjectWords: [] })], []);
  if (!ticket) throw new Error('no look');
  return ticket;
};
const since = Date.parse('2026-11-01T00:00:00Z');

test.each<[string, LedgerTicket[], Record<string, [number, number]>]>([
  [
    'a ticket counts once, however often it was looked at',
    [seen({ at: '2026-11-02T00:00:00Z', rules: ['a'] }, { at: '2026-11-03T00:00:00Z', rules: ['a', 'b'] })],
    { a: [1, 0], b: [1, 0] },
  ],
  [
    'advice that ended before is left out',
    [seen({ at: '2026-10-02T00:00:00Z', rules: ['a'] }, { at: '2026-10-03T00:00:00Z' }, { at: '2026-11-03T00:00:00Z', tier: 2 })],
    {},
  ],
  [
    'advice that began before and still stood counts',
    [seen({ at: '2026-10-02T00:00:00Z', rules: ['a'] }, { at: '2026-11-03T00:00:00Z', rules: ['a'] })],
    { a: [1, 0] },
  ],
  [
    'shadow rules are counted apart',
    [seen({ at: '2026-11-02T00:00:00Z', shadow: ['a'] }), seen({ at: '2026-11-02T00:00:00Z', rules: ['a'] })],
    { a: [1, 1] },
  ],
])('%s', (_what, tickets, expected) => {
  expect(Object.fromEntries([...ruleFiring(tickets, since)].map(([rule, { fired, shadow }]) => [rule, [fired, shadow]]))).toEqual(expected);
});
