import { beforeAll, describe, expect, test } from 'vitest';
import { loadAllParts } from '../../lib/parts.ts';
import { type CapturedElement, pageHtml } from '../../scripts/capture-page.ts';
import { type ScrubOptions, scrubber } from '../../scripts/scrub-page.ts';

beforeAll(loadAllParts);

/** The same numbers on every run. */
function steady(): () => number {
  let at = 1;
  return () => (at = (at * 16_807) % 2_147_483_647) / 2_147_483_647;
}
const scrub = (options: Partial<ScrubOptions> = {}) =>
  scrubber({
    language: 'en',
    now: Date.parse('2026-11-24T09:00:00Z'),
    host: { from: 'lopez.zendesk.com', to: 'acme.zendesk.com' },
    personal: ['Maria Lopez', 'maria.lopez@northwind.example', '佐藤花子'],
    free: ['I was charged twice'],
    keep: ['Escalation Board'],
    random: steady(),
    ...options,
  });
const element = (tag: string, text: string, attributes: CapturedElement['attributes'] = []): CapturedElement => ({
  tag,
  attributes,
  children: [{ text }],
});
const textOf = ({ children: [first] }: CapturedElement): string => (first && 'text' in first ? first.text : '');
const shape = (text: string): string =>
  text
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}/gu, 'a')
    .replace(/\p{Lo}/gu, 'o')
    .replace(/\d/g, '0');

describe('scrubbing', () => {
  test.each([
    ['a name', 'div', 'Maria Lopez'],
    ['a name that nobody read', 'span', 'Harold Finch'],
    ['a name where labels stand', 'dt', 'Maria Lopez'],
    ['a name in capitals', 'div', 'LOPEZ'],
    ['a message', 'p', 'I was charged twice'],
    ['a text around the subject', 'title', '#48213 I was charged twice – Brightdesk'],
    ['a long text', 'p', 'please call my wife under the number that we gave you when we signed the lease'],
    ['a phone number', 'div', '+49 30 901820'],
    ['a phone number at home', 'div', '030 901 820'],
    ['a mail address', 'div', 'maria.lopez@northwind.example'],
    ['a key', 'td', 'a8F3k2Lm9Qw4Zx7Yb1Tn5'],
    ['a ticket number', 'div', '48213'],
    ['a Japanese name', 'div', '佐藤花子'],
    ['a Russian name', 'div', 'Анна Каренина'],
  ])('%s gives way to text of the same shape', (_, tag, text) => {
    const made = textOf(scrub().page(element(tag, text)));
    expect(made.toLowerCase()).not.toContain(text.toLowerCase());
    const words =
      text
        .replace('.example', '')
        .toLowerCase()
        .match(/[\p{L}\d]{4,}/gu) ?? [];
    expect(words.filter((word) => made.toLowerCase().includes(word))).toEqual([]);
    expect(shape(made).replace(/@.*/, '')).toBe(shape(text).replace(/@.*/, ''));
  });

  test.each([
    ['a label', 'div', 'Priority:'],
    ['a label of another language', 'div', 'Khách hàng'],
    ['a state', 'div', 'Open'],
    ['a mark of notes', 'span', 'Internal note'],
    ['a date', 'div', '24 November 2026, 10:05'],
    ['a machine time', 'time', '2026-11-24T09:00:00Z'],
    ['a relative time', 'span', '3 days ago'],
    ['an unknown label where labels stand', 'label', 'Shoe size'],
    ['what the person wants to keep', 'div', 'Escalation Board'],
    ['a short number', 'span', '12'],
    ['seconds since 1970', 'span', '1795510800'],
  ])('%s stays', (_, tag, text) => expect(textOf(scrub().page(element(tag, text)))).toBe(text));

  test('one name is one name, in every case, in addresses and inside other texts', () => {
    const made = scrub();
    const name = textOf(made.page(element('div', 'Maria Lopez')));
    const [first = '', last = ''] = name.split(' ');
    expect(textOf(made.page(element('div', 'Added by Maria Lopez 3 days ago')))).toMatch(new RegExp(`^\\w+ by ${name} 3 days ago$`));
    expect(textOf(made.page(element('div', 'maria.lopez@northwind.example')))).toMatch(new RegExp(`^${first}\\.${last}@\\w+\\.example$`, 'i'));
    const japanese = textOf(made.page(element('div', '佐藤花子')));
    expect(textOf(made.page(element('div', '佐藤花子さん')))).toMatch(new RegExp(`^${japanese}..$`));
  });

  test('a number is the same number in the address and on the page', () => {
    const made = scrub();
    const number = textOf(made.page(element('div', '#48213')));
    expect(made.url('https://lopez.zendesk.com/agent/tickets/48213?user=maria.lopez')).toMatch(
      new RegExp(`^https://acme\\.zendesk\\.com/agent/tickets/${number.slice(1)}\\?user=(?!maria)\\w{5}\\.(?!lopez)\\w{5}$`),
    );
    expect(made.url('/agent/tickets/48213')).toBe(`/agent/tickets/${number.slice(1)}`);
  });

  test('attributes: hooks stay, people and addresses of pictures go', () => {
    const made = scrub().page(
      element('a', '', [
        ['class', 'ticket-row is-open'],
        ['data-test-id', 'omni-header-48213'],
        ['title', 'Maria Lopez'],
        ['data-name', 'Maria Lopez'],
        ['href', 'mailto:maria.lopez@northwind.example'],
        ['src', 'https://cdn.example/maria.png'],
        ['style', 'color:red;background:url(https://cdn.example/maria.png)'],
      ]),
    );
    const found = Object.fromEntries(made.attributes);
    expect(found).toMatchObject({ class: 'ticket-row is-open', style: 'color:red;background:none' });
    expect(found['data-test-id']).toMatch(/^omni-header-(?!48213)\d{5}$/);
    expect(found['src']).toBeUndefined();
    expect(JSON.stringify(made)).not.toMatch(/maria|lopez|northwind/i);
  });

  test('shadow roots and frames are scrubbed too, and drawn again', () => {
    const page = scrub().page({
      tag: 'x-card',
      attributes: [],
      children: [],
      shadow: { mode: 'closed', children: [element('b', 'Maria')] },
      frame: element('p', 'Lopez "&<'),
    });
    expect(pageHtml(page)).toMatch(
      /^<!DOCTYPE html>\n<x-card srcdoc="&lt;p&gt;\w{5} &quot;&amp;amp;&amp;lt;&lt;\/p&gt;"><template shadowrootmode="closed"><b>\w{5}<\/b><\/template><\/x-card>\n$/,
    );
    expect(pageHtml(page)).not.toMatch(/Maria|Lopez/);
  });

  test('the report says what was replaced, what was kept unknown, and what may have been a label', () => {
    const made = scrub();
    made.page({
      tag: 'div',
      attributes: [],
      children: [element('label', 'Shoe size'), element('div', 'Maria Lopez'), element('span', 'Berth'), element('div', 'call 48213')],
    });
    expect(made.report()).toEqual({
      replaced: { word: 3, email: 0, phone: 0, number: 1, token: 0, address: 0 },
      kept: ['Shoe size', 'call'],
      perhapsLabels: ['Berth', 'Maria Lopez', 'call 48213'],
    });
  });
});
