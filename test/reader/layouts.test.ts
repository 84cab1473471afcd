// @vitest-environment happy-dom
/** Ways to lay a ticket out that a page of another layout does not show: days as headings, several forms with the same ids, fields that look like messages. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

const now = Date.parse('2026-11-24T09:00:00Z');
function read(body: string, options: { url?: string; title?: string; language?: string } = {}) {
  const { url = 'https://desk.example/tickets/4211', title = 'Desk', language = 'en' } = options;
  const doc = new DOMParser().parseFromString(
    `<html lang="${language}"><head><title>${title}</title></head><body>${body}</body></html>`,
    'text/html',
  );
  return readPage(doc, { url, now, zone: 'Europe/Berlin', adapter: 'generic' })?.snapshot;
}
const fields = (status = 'Open', requester = 'Maria Lopez') =>
  `<dl><dt>Status</dt><dd>${status}</dd><dt>Priority</dt><dd>High</dd><dt>Customer</dt><dd>${requester}</dd><dt>Assigned to</dt><dd>Peter Hall</dd><dt>Group</dt><dd>Billing</dd></dl>`;
const texts = [
  'Our card was charged twice for the October invoice.',
  'I have found both payments and asked for the second one back.',
  'It has been a week now, where is our money?',
] as const;
const composer = '<textarea aria-label="Reply"></textarea>';

describe('days above, clocks beside', () => {
  const bubble = (author: string, clock: string, text: string) => `<div class="bubble"><b>${author}</b> <span>${clock}</span><p>${text}</p></div>`;
  const talk = (first: string, second: string, clocks: readonly string[]) =>
    `<h1>Charged twice</h1><div>${first}${bubble('Maria Lopez', clocks[0] ?? '', texts[0])}${bubble('Peter Hall', clocks[1] ?? '', texts[1])}${second}${bubble('Maria Lopez', clocks[2] ?? '', texts[2])}</div>${fields()}${composer}`;
  const day = (text: string) => `<div role="separator"><span>${text}</span></div>`;

  test.each([
    ['en', 'November 18, 2026', 'Yesterday', ['9:17 AM', '10:05 AM', '3:30 PM']],
    ['pl', '18 listopada 2026', '23 listopada 2026', ['09:17', '10:05', '15:30']],
    ['ja', '2026年11月18日', '2026年11月23日', ['9:17', '10:05', '15:30']],
    ['ko', '2026년 11월 18일', '2026년 11월 23일', ['오전 9:17', '오전 10:05', '오후 3:30']],
    ['vi', '18 tháng 11, 2026', 'Hôm qua', ['09:17', '10:05', '15:30']],
  ])('%s', (language, first, second, clocks) => {
    const found = read(talk(day(first), day(second), clocks), { language });
    expect(found?.messages.map(({ at }) => at)).toEqual(['2026-11-18T08:17:00.000Z', '2026-11-18T09:05:00.000Z', '2026-11-23T14:30:00.000Z']);
  });

  test('a clock without a day above it is no time', () => {
    const found = read(talk('', '', ['09:17', '10:05', '15:30']));
    expect(found?.messages.filter(({ at }) => at) ?? []).toEqual([]);
  });

  test('a day in words that are not known ends the day above it', () => {
    const found = read(talk(day('November 18, 2026'), day('Lundi passé'), ['9:17', '10:05', '15:30']));
    expect(found?.messages.map(({ at }) => at)).toEqual(['2026-11-18T08:17:00.000Z', '2026-11-18T09:05:00.000Z']);
  });

  test('a clock that runs backwards is no time of that day', () => {
    const found = read(talk(day('November 18, 2026'), '', ['9:17', '8:05', '15:30']));
    expect(found?.messages.map(({ at }) => at)).toEqual(['2026-11-18T08:17:00.000Z', '2026-11-18T14:30:00.000Z']);
  });

  test('where the days run backwards their clocks do', () => {
    const found = read(talk(`${day('November 23, 2026')}`, day('November 18, 2026'), ['15:30', '10:05', '9:17']));
    expect(found?.messages.map(({ at }) => at)).toEqual(['2026-11-18T08:17:00.000Z', '2026-11-23T09:05:00.000Z', '2026-11-23T14:30:00.000Z']);
  });

  test('where they do, a clock that runs forwards is no time of its day', () => {
    const found = read(talk(day('November 23, 2026'), day('November 18, 2026'), ['10:05', '15:30', '9:17']));
    expect(found?.messages.map(({ at }) => at)).toEqual(['2026-11-18T08:17:00.000Z', '2026-11-23T09:05:00.000Z']);
  });

  test('three clocks of a single day that run backwards are its own, newest first', () => {
    const found = read(talk(day('November 23, 2026'), '', ['15:30', '10:05', '9:17']));
    expect(found?.messages.map(({ at }) => at)).toEqual(['2026-11-23T08:17:00.000Z', '2026-11-23T09:05:00.000Z', '2026-11-23T14:30:00.000Z']);
  });

  test('a date among the fields is no day of the talk', () => {
    const found = read(`<dl><dt>Due</dt><dd>December 1, 2026</dd></dl>${talk('', '', ['09:17', '10:05', '15:30'])}`);
    expect(found?.messages.filter(({ at }) => at) ?? []).toEqual([]);
  });
});

test('forms of several tickets with the same ids: the one that is shown is read', () => {
  const form = (status: string, requester: string) =>
    `<form>${Object.entries({ Status: status, Priority: 'High', Customer: requester, 'Assigned to': 'Peter Hall' })
      .map(([label, value]) => `<div><label for="f-${label}">${label}</label><input id="f-${label}" value="${value}"></div>`)
      .join('')}</form>`;
  const message = `<div class="message"><b>Maria Lopez</b> <time datetime="2026-11-18T08:00:00Z">Nov 18</time><p>${texts[0]}</p></div>`;
  const found = read(
    `<div hidden><h1>Another one</h1>${form('Closed', 'Tom Becker')}</div><div><h1>Charged twice</h1>${form('Open', 'Maria Lopez')}${message}${composer}</div>`,
  );
  expect(found?.fields.status?.value).toBe('Open');
  expect(found?.fields.requester?.value).toEqual({ name: 'Maria Lopez' });
});

test('a table of fields above tables of messages is no message', () => {
  const row = (label: string, value: string) => `<tr><th>${label}:</th><td>${value}</td></tr>`;
  const facts = `<table><tbody>${row('Statut', 'Ouvert')}${row('Priorité', 'Haute')}${row('Client', 'Élodie Garnier &lt;elodie@atelier.example&gt;')}${row('Assigné à', 'Luc Moreau')}${row('Créé le', '18 nov. 2026, 09:21')}${row('Changé', '23 nov. 2026, 15:21')}</tbody></table>`;
  const message = (author: string, at: string, text: string) =>
    `<table><tbody><tr><th>${author}</th><td>${at}</td></tr><tr><td colspan="2">${text}</td></tr></tbody></table>`;
  const found = read(
    `<section><h1>#4211: Factures</h1>${facts}${message('Élodie Garnier', '18 nov. 2026, 09:21', 'Le bouton des factures ne répond plus depuis lundi.')}${message('Luc Moreau', '19 nov. 2026, 10:05', 'Nous avons reproduit le problème et le corrigeons.')}</section>${composer}`,
    { language: 'fr' },
  );
  expect(found?.messages.map(({ author }) => author)).toEqual(['Élodie Garnier', 'Luc Moreau']);
  expect(found?.fields.status?.value).toBe('Ouvert');
});

test('the opening text stands above the list of answers and belongs to the talk', () => {
  const article = (author: string, at: string, text: string) =>
    `<article><strong>${author}</strong> <time datetime="${at}">${at.slice(0, 10)}</time><div>${text}</div></article>`;
  const found = read(
    `<h1>Charged twice</h1><div>${article('Maria Lopez', '2026-11-18T08:00:00Z', texts[0])}</div><ol><li>${article('Peter Hall', '2026-11-19T09:00:00Z', texts[1])}</li><li>${article('Maria Lopez', '2026-11-23T14:00:00Z', texts[2])}</li></ol>${fields()}${composer}`,
  );
  expect(found?.messages.map(({ text }) => text)).toEqual([...texts]);
});

describe('the number', () => {
  const message = `<article><strong>Maria Lopez</strong> <time datetime="2026-11-18T08:00:00Z">Nov 18</time><div>${texts[0]}</div></article>`;
  test.each([
    [
      'the page shows another than the address holds',
      'https://desk.example/inbox/conversations/30585',
      '<h1>Charged twice</h1><span>#VG-3127</span>',
      'VG-3127',
    ],
    [
      'an inner name of 32 letters in the address',
      'https://desk.example/ticket.do?sys_id=779b779b779b779b779b779b779b779b',
      '<h1>Charged twice</h1><p>#CS-5523</p>',
      'CS-5523',
    ],
    ['the page shows none', 'https://desk.example/tickets/4211', '<h1>Charged twice</h1>', '4211'],
    ['the page shows the same', 'https://desk.example/tickets/4211', '<h1>Charged twice</h1><p>#4211</p>', '4211'],
    [
      'another number further down is none',
      'https://desk.example/tickets/4211',
      '<h1>Charged twice</h1><p>One of many</p><p>Merged</p><p>Into</p><p>#77</p>',
      '4211',
    ],
  ])('%s', (_, url, head, id) => expect(read(`${head}${fields()}${message}${composer}`, { url })?.fields.id?.value).toBe(id));
});

test('a page that says author and not customer, worked on and talked about, is a ticket', () => {
  const message = `<article><strong>佐藤花子</strong> <time datetime="2026-11-18T08:00:00Z">11/18</time><div>請求書の宛名を新しい会社名に変更していただけますか。</div></article>`;
  const found = read(
    `<h1>宛名の変更</h1><dl><dt>ステータス</dt><dd>オープン</dd><dt>優先度</dt><dd>低</dd><dt>担当者</dt><dd>田中健</dd><dt>作成者</dt><dd>佐藤花子</dd></dl>${message}${composer}`,
    { language: 'ja', url: 'https://desk.example/browse/TK-7745' },
  );
  expect(found?.fields.status?.value).toBe('オープン');
});

describe('a note said by a chip that calls itself a button', () => {
  const chip = '<div role="button" tabindex="0" class="tag tag-standard">Internal note</div>';
  const row = (author: string, at: string, text: string, mark: string) =>
    `<table><tbody><tr><th>${author}</th><td>${at}${mark}</td></tr><tr><td colspan="2">${text}</td></tr></tbody></table>`;
  const talk = (marks: readonly string[]) =>
    `<h1>#4211: Charged twice</h1>${fields()}${row('Maria Lopez', 'Nov 18, 2026, 9:00 AM', texts[0], marks[0] ?? '')}${row('Peter Hall', 'Nov 19, 2026, 10:13 AM', texts[1], marks[1] ?? '')}${row('Maria Lopez', 'Nov 23, 2026, 3:00 PM', texts[2], marks[2] ?? '')}${composer}`;
  test.each([
    ['on one entry it marks that entry', ['', chip, ''], [false, true, false]],
    ['on every entry it is an offer', [chip, chip, chip], [false, false, false]],
    ['a real button is an offer', ['', '<button>Internal note</button>', ''], [false, false, false]],
  ])('%s', (_, marks, internal) => expect(read(talk(marks))?.messages.map((m) => m.internal)).toEqual(internal));
});
