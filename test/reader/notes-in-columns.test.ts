// @vitest-environment happy-dom
/** Notes drawn in columns are messages; lists of tickets, changes and files that look the same are none. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

const now = Date.parse('2026-11-26T10:00:00Z');
const row = (...cells: readonly string[]) => `<tr>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`;
const table = (heads: readonly string[], ...rows: readonly string[]) =>
  `<table>${heads.length > 0 ? `<thead><tr>${heads.map((h) => `<th>${h}</th>`).join('')}</tr></thead>` : ''}<tbody>${rows.join('')}</tbody></table>`;
const fields =
  '<dl><dt>Status</dt><dd>Open</dd><dt>Priority</dt><dd>High</dd><dt>Requester</dt><dd>Gary Brandt</dd><dt>Assignee</dt><dd>Maya Okafor</dd></dl>';

function read(notes: string, { lang = 'en', url = 'https://desk.example/tickets/4211', title = 'Ticket #4211' } = {}) {
  const html = `<html lang="${lang}"><head><title>${title}</title></head><body><main><h1>Printer on fire</h1>${fields}${notes}</main></body></html>`;
  return readPage(new DOMParser().parseFromString(html, 'text/html'), { url, now, zone: 'UTC', adapter: 'generic' })?.snapshot;
}
const said = (notes: string, lang?: string) =>
  read(notes, lang ? { lang } : {})?.messages.map((m) => [m.author, m.at?.slice(0, 16), m.internal, m.text]);

const first = ['Gary Brandt', '2026-11-25T08:00', false, 'It has been burning since nine this morning.'];
const second = ['Maya Okafor', '2026-11-25T09:30', false, 'Please leave the building, we are on our way.'];
const cells = (order: (at: string, who: string, text: string) => readonly string[]) => [
  row(...order('2026-11-25 08:00', 'Gary Brandt', 'It has been burning since nine this morning.')),
  row(...order('2026-11-25 09:30', 'Maya Okafor', 'Please leave the building, we are on our way.')),
];

describe('notes in columns', () => {
  test.each([
    ['date, author, note', table(['Date', 'Author', 'Note'], ...cells((at, who, text) => [at, who, text]))],
    ['author, note, date', table(['By', 'Comment', 'Added'], ...cells((at, who, text) => [who, text, at]))],
    ['with a number of their own', table(['#', 'Date', 'User', 'Description'], ...cells((at, who, text) => [at.slice(-2), at, who, text]))],
    ['counted', table(['No.', 'Date', 'User', 'Description'], ...cells((at, who, text) => [text.startsWith('It') ? '1' : '2', at, who, text]))],
    ['without heads', `<div class="notes">${table([], ...cells((at, who, text) => [at, who, text]))}</div>`],
    ['with heads that are plain cells', table([], row('Date', 'Author', 'Message'), ...cells((at, who, text) => [at, who, text]))],
    [
      'by roles',
      `<div role="table"><div role="row"><span role="columnheader">When</span><span role="columnheader">Who</span><span role="columnheader">Message</span></div>${[first, second].map(([who, at, , text]) => `<div role="row"><span role="cell">${String(at).replace('T', ' ')}</span><span role="cell">${who}</span><span role="cell">${text}</span></div>`).join('')}</div>`,
    ],
  ])('are read: %s', (_, notes) => {
    expect(said(notes)).toEqual([first, second]);
  });

  test.each([
    ['en', 'Internal', 'Yes', 'No'],
    ['en', 'Public', 'No', 'Yes'],
    ['pt-BR', 'Visível ao cliente', 'Não', 'Sim'],
    ['de', 'Für Kunden sichtbar', 'Nein', 'Ja'],
    ['pl', 'Widoczność', 'wewnętrzna', 'publiczna'],
    ['en', 'Type', 'Internal note', 'Reply'],
  ])('say in a column of their own who sees them (%s: %s)', (lang, head, hidden, shown) => {
    const [one, two] = cells((at, who, text) => [at, who, text, who === 'Maya Okafor' ? hidden : shown]);
    expect(said(table(['Date', 'Author', 'Note', head], one ?? '', two ?? ''), lang)?.map((m) => m[2])).toEqual([false, true]);
  });

  test.each([
    ['other tickets', table(['Created', 'Requester', 'Subject'], ...cells((at, who, text) => [at, who, text]))],
    ['other tickets, linked', table([], ...cells((at, who, text) => [at, who, `<a href="/t/1">${text}</a>`]))],
    ['things with a state', table(['Date', 'Author', 'Note', 'Status'], ...cells((at, who, text) => [at, who, text, 'Open']))],
    ['files', table(['Date', 'Author', 'File'], ...cells((at, who) => [at, who, '<a href="/f/1">burning-printer-photo-1.png</a>']))],
    ['what changed', table(['Date', 'User', 'Change'], ...cells((at, who) => [at, who, 'Priority changed from Normal to High']))],
    ['two times each', table(['From', 'Until', 'Person', 'Note'], ...cells((at, who, text) => [at, at, who, text]))],
    ['days alone', table(['Date', 'Author', 'Note'], ...cells((at, who, text) => [at.slice(0, 10), who, text]))],
    [
      'only part of the rows',
      table(['Date', 'Author', 'Note'], ...cells((at, who, text) => [at, who, text]), row('', 'Rosa Lind', 'A row without any time at all.')),
    ],
  ])('are not: %s', (_, notes) => {
    expect(said(notes)).toEqual([]);
  });

  test('may be one short note, whose author is not who asked', () => {
    const ticket = read(table(['Date', 'Author', 'Note'], row('2026-11-25 09:30', 'Maya Okafor', 'Done.')));
    expect(ticket?.messages.map((m) => [m.author, m.text])).toEqual([['Maya Okafor', 'Done.']]);
    expect(ticket?.fields.requester?.value.name).toBe('Gary Brandt');
  });

  test('do not take the place of a conversation in blocks', () => {
    const block = (who: string, at: string, text: string) =>
      `<div class="comment"><b>${who}</b> <span>${at}</span><div class="body">${text}</div></div>`;
    const talk = `<section>${block('Gary Brandt', '2026-11-25 08:00', 'It burns.')}${block('Maya Okafor', '2026-11-25 09:30', 'We are on our way.')}</section>`;
    const log = table(['Date', 'Person', 'Work done'], ...cells((at, who) => [at, who, 'Drove to the customer and looked at the printer.']));
    expect(said(`${talk}${log}`)?.map((m) => m[3])).toEqual(['It burns.', 'We are on our way.']);
  });

  test('make no ticket of a project, a customer or a machine', () => {
    const notes = table(['Date', 'Author', 'Note'], ...cells((at, who, text) => [at, who, text]));
    for (const [url, title] of [
      ['https://crm.example/klienci/4211', 'Spawlab'],
      ['https://erp.example/machines/4211', 'Press 3'],
    ] as const)
      expect(read(`${notes}<textarea></textarea>`, { url, title })).toBeUndefined();
  });
});

describe('rows of two cells, one with who and when', () => {
  const meta = (who: string, at: string, more = '') => `<a href="#c1">(0000881)</a><br>${who} <span>(Techniker)</span><br><span>${at}</span>${more}`;
  test('are read by accounts of one word, too', () => {
    const rows = [
      `<tr class="bugnote"><td>${meta('mrieger', '2026-11-25 08:00')}</td><td class="bugnote-note">Ich habe die Rolle gereinigt.</td></tr>`,
      '<tr class="spacer"><td colspan="2"></td></tr>',
      `<tr class="bugnote"><td>${meta('hbaumann', '2026-11-25 09:30', '<br>[ privat ]')}</td><td class="bugnote-note">Ersatz ist bestellt und kommt am Freitag.</td></tr>`,
    ];
    expect(said(`<table><tbody>${rows.join('')}</tbody></table>`, 'de')).toEqual([
      ['mrieger', '2026-11-25T08:00', false, 'Ich habe die Rolle gereinigt.'],
      ['hbaumann', '2026-11-25T09:30', true, 'Ersatz ist bestellt und kommt am Freitag.'],
    ]);
  });
});
