import { describe, expect, test } from 'vitest';
import { conversationFacts, keywordHits, textFacts } from '../../lib/facts/conversation.ts';
import { defaultPhraseLists } from '../../lib/facts/phrase-lists/default-phrase-lists.ts';
import type { Message, TicketSnapshot } from '../../lib/ticket.ts';

const customer = { tierFields: [], ltvFields: [], vipFields: [], revenueFields: ['Revenue impact'], vipTags: [], vipTiers: [], lookup: [] };
const policy = { phrases: defaultPhraseLists, customer };
const none = { earlierContacts: [] };

function say(text: string, over: Partial<Message> = {}): Message {
  return { role: 'customer', roleSure: 1, internal: false, text, attachments: [], how: 'test', ...over };
}
function ticket(messages: readonly Message[], over: Partial<TicketSnapshot> = {}): TicketSnapshot {
  return { url: '', helpdesk: 'test', readAt: '2026-11-30T00:00:00Z', zone: 'UTC', fields: {}, customFields: {}, messages, problems: [], ...over };
}
const facts = (messages: readonly Message[], over: Partial<TicketSnapshot> = {}) => conversationFacts(ticket(messages, over), policy, none);

describe('conversationFacts', () => {
  test('reads customers alone', () => {
    const read = facts([
      say('Hello, where is my order?'),
      say('You may want to call a lawyer.', { role: 'agent' }),
      say('He says his lawyer will call.', { internal: true }),
      say('lawyer', { role: 'system' }),
      say('my lawyer', { role: 'unknown' }),
    ]);
    expect(Object.keys(read.perMessage)).toEqual(['0']);
    expect(read.phrases).toEqual([]);
  });

  test('points every finding back into the message as the page shows it', () => {
    const text = '> quoted lawyer\nMy lawyer wants the $4,800 we lost. Terrible!';
    const read = facts([say('Hi'), say(text)]);
    const spans = [...read.phrases, ...read.money, ...(read.sentiment?.evidence ?? [])];
    expect(spans.length).toBeGreaterThan(2);
    for (const span of spans) {
      expect(span.message).toBe(1);
      expect(text.slice(span.start, span.end)).toBe(span.text);
    }
    expect(read.phrases[0]?.start).toBe(text.lastIndexOf('lawyer'));
  });

  test('takes the worst of the newest moods and tells where it is going', () => {
    const read = facts([say('Thanks, great service!'), say('This is unacceptable, I am furious!!'), say('Where is my order?')]);
    expect(read.sentiment?.label).toBe('angry');
    expect(read.sentimentTrend).toBeLessThan(0);
  });

  test('lets an old anger rest', () => {
    const calm = ['Thanks, that is great.', 'It works now, thank you!', 'Thanks a lot, perfect.'].map((text) => say(text));
    expect(facts([say('This is unacceptable, I am furious!!'), ...calm]).sentiment?.label).toBe('calm');
  });

  test('does not know the mood of a language it does not speak', () => {
    const read = facts([say('注文した商品がまだ届きません。最悪です。')]);
    expect([read.language, read.sentiment, read.perMessage[0]?.sentiment]).toEqual(['ja', undefined, null]);
  });

  test('finds the amount at stake in the text, and rather in the field that the policy names', () => {
    const messages = [say('We pay $99 a month and lost $4,800 because of this.')];
    expect(facts(messages).revenueImpact).toMatchObject({ amount: 4800, from: { message: 0, text: '$4,800' } });
    const field = { value: '€ 12.000,50', from: 'adapter' as const, how: 'test', sure: 1 };
    expect(facts(messages, { customFields: { 'Revenue Impact:': field } }).revenueImpact).toEqual({
      amount: 12_000.5,
      currency: 'EUR',
      from: { field: 'Revenue Impact:', text: '€ 12.000,50' },
    });
  });

  test('knows nothing of an empty ticket', () => {
    expect(facts([])).toEqual({ perMessage: {}, phrases: [], money: [], contacts: {} });
  });

  test('says the same when it reads again, also for messages that moved', () => {
    const messages = [say('My lawyer will call.'), say('Where is my $20 refund?')];
    const first = facts(messages);
    expect(facts(messages)).toEqual(first);
    const moved = facts([say('Hello'), ...messages]);
    expect(moved.phrases.map(({ message }) => message)).toEqual(first.phrases.map(({ message }) => message + 1));
  });

  test('says how much of a huge message it did not read', () => {
    const read = textFacts(`My lawyer will call. ${'lorem '.repeat(100_000)}`, defaultPhraseLists);
    expect(read.unreadCharacters).toBeGreaterThan(500_000);
    expect(read.phrases.map(({ list }) => list)).toContain('legal_threat');
  });
});

test('keywordHits finds words in the own words of customers alone', () => {
  const snapshot = ticket([say('worst', { role: 'agent' }), say('> worst\nThe WORST day'), say('On it')]);
  expect(keywordHits(['worst'], snapshot)).toEqual([{ message: 1, start: 12, end: 17, text: 'WORST' }]);
});

describe('texts made to hang', () => {
  test.each([
    ['amounts and losses', '$5 lost '],
    ['white space', ' '],
    ['tabs and returns', '\t\r'],
    ['reply headers', 'On a b c\n'],
    ['marks', '?!'],
    ['one long word', 'a'],
    ['combining marks', '\u0301'],
    ['rude words', 'fuck lawyer sue you '],
    ['numbers', '1.000 '],
    ['path names', 'a.b-c/'],
  ])('%s are read to both ends', { timeout: 10_000 }, (_, piece) => {
    const read = textFacts(
      `My lawyer will call. ${piece.repeat(Math.ceil(3_000_000 / piece.length))} I want to speak to your manager.`,
      defaultPhraseLists,
    );
    const lists = read.phrases.map(({ list }) => list);
    expect(lists).toContain('legal_threat');
    expect(lists).toContain('manager_request');
  });
});
