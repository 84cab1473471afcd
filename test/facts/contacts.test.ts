import { describe, expect, test } from 'vitest';
import { contactsOf } from '../../lib/facts/contacts.ts';
import type { Message, TicketSnapshot } from '../../lib/ticket.ts';

/** `c` customer, `a` agent, `s` system, `n` internal note of the customer's colleague, `?` unknown role, `u` unsure customer. */
function talk(letters: string, over: Partial<TicketSnapshot> = {}): TicketSnapshot {
  const messages = letters.split('').map(
    (letter, i): Message => ({
      role: letter === 'a' ? 'agent' : letter === 's' ? 'system' : letter === '?' ? 'unknown' : 'customer',
      roleSure: letter === 'u' ? 0.3 : 1,
      internal: letter === 'n',
      at: `2026-11-${String(1 + Math.floor(i / 2)).padStart(2, '0')}T12:00:00Z`,
      text: '',
      attachments: [],
      how: 'test',
    }),
  );
  return { url: '', helpdesk: 'test', readAt: '2026-11-30T00:00:00Z', zone: 'UTC', fields: {}, customFields: {}, messages, problems: [], ...over };
}
const none = { earlierContacts: [] };

describe('contactsOf', () => {
  test.each([
    ['c', 1, 1, 1],
    ['ccc', 1, 1, 2],
    ['cac', 2, 2, 2],
    ['cacac', 3, 3, 3],
    ['caccac', 3, 4, 3],
    ['csc', 1, 1, 2],
    ['cncac', 2, 2, 3],
    ['acac', 2, 2, 2],
    ['aa', 0, 0, 0],
  ])('%s: %i by the customer, %i after answers, %i days', (letters, initiated, afterAnswer, days) => {
    const contacts = contactsOf(talk(letters), none);
    expect([contacts['customer-initiated']?.count, contacts['after-answer']?.count, contacts['distinct-days']?.count]).toEqual([
      initiated,
      afterAnswer,
      days,
    ]);
  });

  test('names the messages that it counted', () => {
    expect(contactsOf(talk('caccac'), none)['customer-initiated']?.messages).toEqual([0, 2, 5]);
  });

  test.each([
    ['an unknown role', talk('c?c')],
    ['an unsure role', talk('cau')],
    ['missing messages', talk('cac', { missingMessages: 'some' })],
    ['no messages', talk('')],
  ])('counts nothing with %s', (_, snapshot) => {
    expect(contactsOf(snapshot, none)).toEqual({});
  });

  test('adds earlier tickets of the ledger, but not this one', () => {
    const snapshot = talk('c', { fields: { id: { value: '7', from: 'adapter', how: 'test', sure: 1 } } });
    const contacts = contactsOf(snapshot, {
      earlierContacts: [
        { at: '2026-10-01T12:00:00Z', ticketId: '5' },
        { at: '2026-11-01T12:00:00Z', ticketId: '7' },
      ],
    });
    expect([contacts['customer-initiated']?.count, contacts['distinct-days']?.count]).toEqual([2, 2]);
  });

  test('does not say on how many days when a time is missing or too coarse', () => {
    const [message] = talk('c').messages;
    const coarse = talk('c', { messages: [{ ...(message as Message), atErrorMs: 13 * 3_600_000 }] });
    const timeless = talk('c', { messages: [{ ...(message as Message), at: undefined }] });
    expect(contactsOf(coarse, none)['distinct-days']).toBeUndefined();
    expect(contactsOf(timeless, none)['distinct-days']).toBeUndefined();
    expect(contactsOf(talk('c', { zone: 'Nowhere/Land' }), none)['distinct-days']).toBeUndefined();
  });

  test('counts reopenings only from a complete history', () => {
    const history = (['open', 'resolved', 'open', 'closed', 'pending'] as const).map((kind, i) => ({
      at: `2026-11-0${i + 1}T00:00:00Z`,
      status: kind,
      kind,
    }));
    const fields = { statusHistory: { value: history, from: 'adapter' as const, how: 'test', sure: 1 } };
    expect(contactsOf(talk('c', { fields, statusHistoryComplete: true }), none).reopened?.count).toBe(3);
    expect(contactsOf(talk('c', { fields }), none).reopened).toBeUndefined();
  });
});
