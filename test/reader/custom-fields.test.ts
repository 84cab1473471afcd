// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

function read(more: string, language = 'en') {
  const html = `<html lang="${language}"><head><title>#77 Broken export</title></head><body><h1>#77 Broken export</h1>
    <dl><dt>Status</dt><dd>Open</dd><dt>Priority</dt><dd>High</dd><dt>Requester</dt><dd>Ana Paz &lt;ana@paz.test&gt;</dd><dt>Assignee</dt><dd>Kim Lee</dd>${more}</dl>
    <div class="messages"><div class="message"><b>Ana Paz</b> <time datetime="2026-11-20T09:00:00Z">Nov 20</time><div class="body">The export is broken.</div></div>
    <div class="message"><b>Kim Lee</b> <time datetime="2026-11-20T10:00:00Z">Nov 20</time><div class="body">We are looking into it.</div></div></div></body></html>`;
  const doc = new DOMParser().parseFromString(html, 'text/html');
  return readPage(doc, { url: 'https://desk.test/tickets/77', zone: 'UTC', now: Date.parse('2026-11-23T12:00:00Z') })?.snapshot;
}

test.each(['Order number', 'Order no.', 'Contract ID', 'Bestellnummer', 'Mã đơn hàng', '注文番号'])('a short number is read under "%s"', (label) => {
  expect(read(`<dt>${label}</dt><dd>7781</dd>`)?.customFields[label]?.value).toBe('7781');
});

test.each(['Replies', 'Views', 'Attachments'])('a count is left out: %s', (label) => {
  expect(read(`<dt>${label}</dt><dd>12</dd>`)?.customFields[label]).toBeUndefined();
});

test('German tags are read under either plural', () => {
  for (const label of ['Schlagworte', 'Schlagwörter'])
    expect(read(`<dt>${label}</dt><dd><span>vertrag</span><span>export</span></dd>`, 'de')?.fields.tags?.value).toEqual(['vertrag', 'export']);
});
