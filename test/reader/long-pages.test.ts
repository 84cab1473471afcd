// @vitest-environment happy-dom
/** Pages of more elements than the reader looks at. The bounds are small here, since the DOM of these tests is slow. */
import { describe, expect, test, vi } from 'vitest';

vi.mock(import('../../lib/reader/limits.ts'), async (original) => {
  const { limits } = await original();
  return { limits: { ...limits, elements: 400, menuEntries: 50 } as unknown as typeof limits };
});
// the set-up of the tests has loaded them with the real bounds already
vi.resetModules();
await (await import('../../lib/every-part.ts')).loadAllParts();
const { PageMemory } = await import('../../lib/reader/page-memory.ts');
const { limits } = await import('../../lib/reader/limits.ts');
const { outlineOf } = await import('../../lib/reader/generic/outline.ts');
const { readPage } = await import('../../lib/reader/read-page.ts');

const entries = (count: number): string => '<li><a href="#x">Order</a></li>'.repeat(count);
const message = (author: string, day: number, text: string): string =>
  `<div class="message"><b>${author}</b> <time datetime="2026-11-${day}T08:00:00Z">${day} Nov 2026</time><p>${text}</p></div>`;
const ticket = `<h1>Charged twice</h1><div>${message('Maria Lopez', 18, 'Our card was charged twice for the October invoice.')}${message('Peter Hall', 19, 'I have found both payments and asked for the second one back.')}</div>
  <dl><dt>Status</dt><dd>Open</dd><dt>Priority</dt><dd>High</dd><dt>Customer</dt><dd>Maria Lopez</dd><dt>Assigned to</dt><dd>Peter Hall</dd></dl><textarea aria-label="Reply"></textarea>`;
const page = (body: string): Document =>
  new DOMParser().parseFromString(`<html lang="en"><head><title>Desk</title></head><body>${body}</body></html>`, 'text/html');
const options = { url: 'https://desk.example/tickets/4211', now: Date.parse('2026-11-24T09:00:00Z'), zone: 'Europe/Berlin', adapter: 'generic' };
const read = (body: string) => readPage(page(body), options)?.snapshot;

describe('a menu of more entries than are looked at, above the ticket', () => {
  test.each([
    ['a nav', (inner: string) => `<nav><ul>${inner}</ul></nav>`],
    ['an element with the role', (inner: string) => `<div role="navigation"><div><ul>${inner}</ul></div></div>`],
    ['a list to choose from', (inner: string) => `<ul role="listbox">${inner}</ul>`],
  ])('does not hide the ticket: %s', (_what, menu) => {
    const found = read(menu(entries(500)) + ticket);
    expect(found?.messages.map(({ author }) => author)).toEqual(['Maria Lopez', 'Peter Hall']);
    expect(found?.fields.status?.value).toBe('Open');
    expect(found?.problems).toEqual([]);
  });

  test('that becomes a plain list is read on, and what then is left out is told', () => {
    const doc = page(`${ticket}<nav id="menu"><ul>${entries(500)}</ul></nav>`);
    document.body.replaceChildren(...doc.body.childNodes);
    const memory = new PageMemory();
    const problems = (): readonly string[] => readPage(document, { ...options, memory })?.snapshot.problems ?? ['no ticket'];
    expect(problems()).toEqual([]);
    const list = document.querySelector('#menu ul');
    if (list) document.body.append(list);
    expect(problems().join()).toContain('only its first 400 elements');
  });
});

test.each([
  ['a list', `<ul>${entries(500)}</ul>`],
  ['a grid', `<div role="grid">${entries(500)}</div>`],
])('%s that is no menu is looked at as far as any part of a page, and what is left out is told', (_what, list) => {
  const found = read(ticket + list);
  expect(found?.messages).toHaveLength(2);
  expect(found?.problems.join()).toContain('only its first 400 elements');
});

describe('a text without an end', () => {
  const long = 'word '.repeat(200_000);

  test('beside the ticket is looked at no further than its bound, and the ticket is read', () => {
    const found = outlineOf(page(`${ticket}<p id="long">${long}</p>`).body);
    const lengths = found.boxes.flatMap(({ content }) => content.flatMap((item) => ('text' in item ? [item.text.length] : [])));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(limits.run);
    expect(Math.max(...lengths)).toBeGreaterThan(limits.run / 2);
    expect(read(`${ticket}<p>${long}</p>`)?.fields.status?.value).toBe('Open');
  });

  test('in a message is read as far as its bound', () => {
    const found = read(ticket.replace('I have found both', `${long} I have found both`));
    expect(found?.messages).toHaveLength(2);
    expect(found?.messages[1]?.text.length).toBeLessThanOrEqual(limits.messageText);
    expect(found?.messages[1]?.text.length).toBeGreaterThan(limits.messageText / 2);
  });
});
