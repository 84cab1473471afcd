import { describe, expect, test } from 'vitest';
import { foldSight } from '../../lib/ledger/fold-sight.ts';
import { earlierContacts, subjectWords } from '../../lib/ledger/similar-subject.ts';
import type { TicketSight } from '../../lib/ledger/ticket-sight.ts';
import { sight } from './ledger-builder.ts';

describe('the words of a subject', () => {
  test.each([
    ['RE: Fwd: Refund for order 4711', ['refund', 'for', 'order']],
    ['Aw: Rückerstattung fehlt', ['ruckerstattung', 'fehlt']],
    ['Hoàn tiền chưa đến', ['hoan', 'tien', 'chua', 'đen']],
    ['返金がまだです', ['返金かまたてす']],
    ['#123 - ok', []],
  ])('%s', (subject, words) => {
    expect(subjectWords(subject)).toEqual(words);
  });
});

describe('an earlier contact', () => {
  const ticket = (id: string, change: Partial<TicketSight> = {}, requester: string | undefined = 'aa') => {
    const seen = sight(id, change);
    return foldSight(undefined, seen, { ...(requester && { requester }), subjectWords: subjectWords(seen.subject ?? '') });
  };
  const now = ticket('9', { createdAt: '2026-11-24T09:00:00Z' });
  test.each([
    ['the same matter a week ago', ticket('8', { createdAt: '2026-11-17T09:00:00Z' }), ['8']],
    ['in other words but half of them shared', ticket('8', { createdAt: '2026-11-17T09:00:00Z', subject: 'Re: order refund still missing' }), ['8']],
    ['another matter', ticket('8', { createdAt: '2026-11-17T09:00:00Z', subject: 'Change my invoice address' }), []],
    ['another requester', ticket('8', { createdAt: '2026-11-17T09:00:00Z' }, 'bb'), []],
    ['an unknown requester', ticket('8', { createdAt: '2026-11-17T09:00:00Z' }, ''), []],
    ['half a year ago', ticket('8', { createdAt: '2026-05-17T09:00:00Z' }), []],
    ['a later ticket', ticket('8', { createdAt: '2026-11-24T09:30:00Z' }), []],
    ['another helpdesk', ticket('8', { createdAt: '2026-11-17T09:00:00Z', origin: 'https://other.example' }), []],
  ])('%s', (_what, other, expected) => {
    expect(earlierContacts(now, [now, other]).map(({ ticketId }) => ticketId)).toEqual(expected);
  });

  test('a ticket without a requester or a subject has none', () => {
    const other = ticket('8', { createdAt: '2026-11-17T09:00:00Z' }, '');
    expect(earlierContacts(ticket('9', {}, ''), [other])).toEqual([]);
    const { subject: _, ...bare } = sight('9');
    const nameless = foldSight(undefined, bare, { requester: 'aa', subjectWords: [] });
    expect(
      earlierContacts(nameless, [
        foldSight(undefined, { ...bare, key: 'k', createdAt: '2026-11-01T00:00:00Z' }, { requester: 'aa', subjectWords: [] }),
      ]),
    ).toEqual([]);
  });
});
