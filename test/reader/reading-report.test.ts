import { describe, expect, test } from 'vitest';
import { readingReport, shapeOf } from '../../lib/reader/reading-report.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';

const snapshot: TicketSnapshot = {
  url: 'https://acme-bank.example/agent/acme/tickets/48213?view=open&user=mai.tran#comment-Secret',
  helpdesk: 'generic',
  readAt: '2026-11-25T10:00:00Z',
  zone: 'Asia/Ho_Chi_Minh',
  language: 'vi',
  fields: {
    id: { value: '48213', from: 'adapter', how: 'url', sure: 1 },
    subject: { value: 'Hoàn tiền cho Mai Trần', from: 'label', how: 'label:Subject (dl)', sure: 0.9 },
    statusKind: { value: 'open', from: 'label', how: 'label:Status (dl)', sure: 0.9 },
    requester: { value: { name: 'Mai Trần', email: 'mai.tran@saoviet.example' }, from: 'label', how: 'label:Requester (table row)', sure: 0.9 },
    tags: { value: ['vip', 'refund-7781'], from: 'heuristic', how: 'chips', sure: 0.6 },
  },
  customFields: { 'Họ tên mẹ': { value: 'Lê Thị Hoa', from: 'label', how: 'label:Họ tên mẹ (dl)', sure: 0.8 } },
  messages: [
    {
      author: 'Mai Trần',
      role: 'customer',
      roleSure: 0.9,
      internal: false,
      at: '2026-11-25T09:00:00Z',
      text: 'Số thẻ 4417 1234.\nTôi sẽ gọi luật sư.',
      attachments: ['the-mai.pdf'],
      how: 'entry role:is-requester',
    },
  ],
  problems: ['The pane of ticket 48213 is missing.'],
};

describe('a report of a reading', () => {
  const printed = JSON.stringify(readingReport(snapshot));

  test.each([
    '48213',
    'Mai',
    'mai.tran',
    'saoviet',
    'acme',
    'bank',
    'Hoàn',
    'tiền',
    'Secret',
    'vip',
    '7781',
    'Lê',
    'Hoa',
    'Họ tên',
    '4417',
    'luật',
    'pdf',
  ])('does not hold “%s” of the ticket', (word) => expect(printed).not.toContain(word));

  test('says how each value was found and what kind of value it is', () => {
    const { address, fields, messages } = readingReport(snapshot);
    expect(address).toBe('/agent/xxxx/tickets/00000?view=xxxx&xxxx=xxx.xxxx#xxxxxxx-Xxxxxx');
    expect(fields.requester).toMatchObject({ how: 'label:Requester (table row)', from: 'label', sure: 0.9 });
    expect(fields.requester?.shape).toBe('{"name":"Xxx Xxxx","email":"xxx.xxxx@xxxxxxx.xxxxxxx"}');
    expect(fields.statusKind?.shape).toBe('open');
    expect(messages[0]).toMatchObject({ role: 'customer', timed: 'exact', lines: 2, attachments: 1 });
  });

  test.each([
    ['Ünïcode 12', 'Xxxxxxx 00'],
    ['東京 ９', 'xx 0'],
    ['x X', 'x X'],
    ['Trần', 'Xxxx'],
    ['Trần'.normalize('NFD'), 'Xxxx'],
  ])('the shape of “%s” is “%s”', (text, shape) => expect(shapeOf(text)).toBe(shape));
});
