// @vitest-environment happy-dom
/** Whose page it is may become known late, and is asked of what is new only. */
import { describe, expect, test } from 'vitest';
import { withParts } from '../../lib/parts.ts';
import { PageMemory } from '../../lib/reader/page-memory.ts';
import { tryReadPage } from '../../lib/reader/read-page.ts';

const options = { now: Date.parse('2026-11-26T10:00:00Z'), zone: 'UTC', url: 'https://rt.example/Ticket/Display.html?id=7' };
const basics = `<div class="ticket-info-basics"><div class="form-row id"><span class="current-value">7</span></div>
<div class="form-row priority"><div class="label">Priority:</div><div class="value"><span class="current-value">High</span></div></div></div>`;

describe('a page that is drawn in steps', () => {
  test.each([
    [
      'the boxes come after the body’s name',
      (body: HTMLElement) => (body.id = 'comp-Ticket-Display'),
      (body: HTMLElement) => body.insertAdjacentHTML('beforeend', basics),
    ],
    [
      'the body is named after its boxes',
      (body: HTMLElement) => body.insertAdjacentHTML('beforeend', basics),
      (body: HTMLElement) => (body.id = 'comp-Ticket-Display'),
    ],
  ])('is known for its product: %s', async (_when, first, second) => {
    const memory = new PageMemory();
    const read = () => withParts(() => tryReadPage(document, { ...options, memory }));
    document.head.innerHTML = '<title>#7: Printer on fire</title>';
    document.body.removeAttribute('id');
    document.body.innerHTML = '<h1>#7: Printer on fire</h1><dl><dt>Status</dt><dd>open</dd><dt>Requestor</dt><dd>Ana Silva</dd></dl>';
    await read();
    first(document.body);
    await read();
    second(document.body);
    const outcome = await read();
    expect(outcome).toMatchObject({ snapshot: { helpdesk: 'request-tracker' } });
  });
});
