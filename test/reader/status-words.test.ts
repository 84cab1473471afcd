// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

const talk = `<section aria-label="Conversation">
<article><b>Ana Silva</b> <time datetime="2026-11-02T09:00:00Z">2026-11-02 09:00</time><p>My parcel has not arrived. Where is it?</p></article>
<article><b>Tom Reed</b> <time datetime="2026-11-02T10:00:00Z">2026-11-02 10:00</time><p>Hello, I am asking the carrier and will come back to you.</p></article></section>`;
const list = (status: string, more = ''): string =>
  `<dl><dt>Status</dt><dd>${status}</dd><dt>Priority</dt><dd>High</dd><dt>Requester</dt><dd>Ana Silva</dd><dt>Assignee</dt><dd>Tom Reed</dd>${more}</dl>`;
const table = (status: string): string =>
  `<table><tr><th>Status</th><td>${status}</td></tr><tr><th>Priority</th><td>High</td></tr><tr><th>Requester</th><td>Ana Silva</td></tr><tr><th>Assignee</th><td>Tom Reed</td></tr></table>`;

function read(fields: string) {
  document.body.innerHTML = `<main><p>Ticket #77</p><h1>Parcel lost</h1>${fields}${talk}</main>`;
  document.title = '#77 Parcel lost';
  return readPage(document, { url: 'https://desk.example/ticket/77', now: Date.parse('2026-11-24T12:00:00Z'), zone: 'UTC', forced: true })?.snapshot
    .fields;
}

describe('a state whose word is also the label of a date', () => {
  test.each(['Open', 'Pending', 'Solved', 'Resolved', 'Closed'])('%s is read as the status', (status) => {
    expect(read(list(status))?.status?.value).toBe(status);
    expect(read(table(status))?.status?.value).toBe(status);
  });

  test('is read beside the date it labels', () => {
    const fields = read(list('Open', '<dt>Resolved</dt><dd>2026-11-03 09:00</dd>'));
    expect(fields?.status?.value).toBe('Open');
    expect(fields?.resolvedAt?.value).toMatch(/^2026-11-03T09:00/);
  });

  test('is no status where the value was not drawn and the next label follows', () => {
    expect(read(list('', '<dt>Resolved</dt><dd>2026-11-03 09:00</dd>'))?.status).toBeUndefined();
  });
});
