import { describe, expect, test } from 'vitest';
import { foldSight } from '../../lib/ledger/fold-sight.ts';
import { readExport } from '../../lib/ledger/read-export.ts';
import { sight } from './ledger-builder.ts';

const ledger = {
  format: 'handrail-ledger',
  formatVersion: 1,
  exportedAt: '2026-11-24T12:00:00.000Z',
  source: 'a',
  tickets: [
    foldSight(
      undefined,
      sight('7', {
        escalations: [{ at: '2026-11-24T10:00:00.000Z', toTier: 2, state: 'bounced', reasonCode: 'wrong-tier' }],
        facts: {
          at: '2026-11-24T10:00:00.000Z',
          values: { contacts: 2, 'resolution.used': { ms: 1, percent: 2 }, 'customer.vip': true },
          phrases: ['legal_threat'],
        },
      }),
      { requester: 'aa', subjectWords: ['b'] },
    ),
    foldSight(
      foldSight(undefined, sight('8', { facts: { at: '2026-11-24T10:00:00.000Z', values: {}, phrasesSoFar: ['outage'] } }), { subjectWords: [] }),
      sight('8', { at: '2026-11-24T11:00:00.000Z', statusKind: 'resolved' }),
      { subjectWords: [] },
    ),
  ],
};

describe('a ledger file', () => {
  test('comes back as it was exported', () => {
    expect(readExport(JSON.stringify(ledger))).toEqual({ ok: true, ledger });
  });

  test.each([
    ['no JSON', 'ticket;score', 'not-json', undefined],
    ['another JSON file', '{"policy":1}', 'not-ledger', undefined],
    ['null', 'null', 'not-ledger', undefined],
    ['a newer format', JSON.stringify({ ...ledger, formatVersion: 2 }), 'newer', undefined],
    ['a ticket without a key', JSON.stringify({ ...ledger, tickets: [{ ...ledger.tickets[0], key: undefined }] }), 'damaged', 'tickets.0.key'],
    [
      'a time that is none',
      JSON.stringify({ ...ledger, tickets: [{ ...ledger.tickets[0], lastSeenAt: 'soon' }] }),
      'damaged',
      'tickets.0.lastSeenAt',
    ],
  ])('%s is refused', (_what, text, problem, where) => {
    expect(readExport(text)).toEqual({ ok: false, problem, ...(where && { where }) });
  });
});
