// @vitest-environment happy-dom
/** Rules that pages after the public templates of trackers were missing: numbered comments, folded heads, forms that are the record itself. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

const now = Date.parse('2026-11-26T10:00:00Z');

function read(body: string, { lang = 'en', title = '#4211 Printer on fire', heading = '<h1>Printer on fire</h1>' } = {}) {
  const html = `<html lang="${lang}"><head><title>${title}</title></head><body><main>${heading}${body}</main></body></html>`;
  return readPage(new DOMParser().parseFromString(html, 'text/html'), {
    url: 'https://desk.example/tickets/4211',
    now,
    zone: 'UTC',
    adapter: 'generic',
  })?.snapshot;
}
const fields =
  '<table><tr><th>Status</th><td>Open</td></tr><tr><th>Priority</th><td>High</td></tr><tr><th>Assignee</th><td>Maya Okafor</td></tr></table>';
const said = [
  'It has been burning since nine this morning.',
  'Please leave the building, we are on our way.',
  'The insurance must not hear of this yet.',
];
const people = ['Gary Brandt', 'Maya Okafor', 'Maya Okafor'];
const entries = (each: (i: number) => string) => `<section>${[0, 1, 2].map(each).join('')}</section>`;
const internal = (body: string, lang?: string) => read(`${fields}${body}`, { ...(lang && { lang }) })?.messages.map((message) => message.internal);

describe('a note', () => {
  test.each([
    ['Description', 'Comment 1', 'Comment 2'],
    ['説明', 'comment:1', 'comment:2'],
    ['Beschreibung', 'Kommentar #1', 'Kommentar #2'],
  ])('is not what a number is given to: %s, %s, %s', (...names) => {
    const body = entries(
      (i) =>
        `<div class="entry"><a href="#c${i}">${names[i]}</a> <b>${people[i]}</b> <span>2026-11-25 0${i + 7}:00</span><pre>${said[i]}</pre></div>`,
    );
    expect(internal(body)).toEqual([false, false, false]);
  });

  test.each([
    ['a class says that customers do not see it', 'class="card NotVisibleForCustomer"', '', true],
    ['a closed lock stands beside the time', '', '<i class="i-lucide-lock-keyhole size-3"></i>', true],
    ['an open lock stands there', '', '<i class="fa fa-lock-open"></i>', false],
    ['the lock says what it is about', '', '<i class="icon-lock" title="Encrypted"></i>', false],
  ])('%s', (_, attributes, icon, expected) => {
    const body = entries(
      (i) =>
        `<div class="entry"><div ${i === 2 ? attributes : 'class="card"'}><b>${people[i]}</b> <div class="meta"><time>2026-11-25 0${i + 7}:00</time>${i === 2 ? icon : ''}</div><p>${said[i]}</p></div></div>`,
    );
    expect(internal(body)).toEqual([false, false, expected]);
  });
});

describe('an author', () => {
  test('stands behind number and subject of an entry and before its channel', () => {
    const body = entries(
      (i) =>
        `<div class="entry"><h2>#${i + 1} – Re: Printer on fire – <span>${people[i]}</span> – <span title="x">2026-11-25 0${i + 7}:00</span> via Email by ${people[i]}</h2><div class="ArticleBody">${said[i]}</div></div>`,
    );
    expect(read(fields + body)?.messages.map(({ author }) => author)).toEqual(people);
  });

  test('is no part of the text above which the name stands once more', () => {
    const body = entries(
      (i) =>
        `<div class="entry"><div><span>2026-11-25 0${i + 7}:00</span> - <a href="/users/${i}">${people[i]}</a> replied</div><div class="right"><a class="member">${people[i]}</a><div>${said[i]}</div></div></div>`,
    );
    expect(read(fields + body)?.messages.map(({ text }) => text)).toEqual(said);
  });
});

describe('a form', () => {
  const controls = (subject: string) =>
    `<form><table><tr><th>Title</th><td><input name="title" value="${subject}"></td></tr><tr><th>Status</th><td><select><option>unread</option><option selected>chatting</option></select></td></tr><tr><th>Priority</th><td><select><option selected>urgent</option></select></td></tr><tr><th>Assigned To</th><td><select><option selected>Maya Okafor</option></select></td></tr><tr><th>Change note</th><td><textarea></textarea></td></tr></table></form>`;
  const talk = entries((i) => `<div class="entry"><b>${people[i]}</b> <span>2026-11-25 0${i + 7}:00</span><p>${said[i]}</p></div>`);

  test('whose subject is the page’s title is the ticket itself', () => {
    expect(read(controls('Printer on fire') + talk)?.fields).toMatchObject({
      subject: { value: 'Printer on fire' },
      status: { value: 'chatting' },
      priority: { value: 'urgent' },
      assignee: { value: 'Maya Okafor' },
    });
  });

  test.each(['', 'Re: Printer on fire', 'Another printer'])('whose subject is %j says nothing of the ticket', (subject) => {
    expect(
      read(controls(subject) + talk, { title: `#4211 ${subject.startsWith('Re') ? subject : 'Printer on fire'}` })?.fields.status,
    ).toBeUndefined();
  });
});

describe('a table with a row for the head and one for the text', () => {
  test('may print day and time with a point between them', () => {
    const row = (i: number) =>
      `<tr><th><a href="msg${i}">msg${i}</a> (view)</th><th>Author: ${['gary', 'maya', 'gary'][i]}</th><th>Date: 2026-11-25.0${i + 7}:00:05</th></tr><tr><td colspan="3"><pre>${said[i]}</pre></td></tr>`;
    const messages = read(`${fields}<table><tr><th colspan="3">Messages</th></tr>${[2, 1, 0].map(row).join('')}</table>`)?.messages;
    expect(messages).toMatchObject(
      [0, 1, 2].map((i) => ({ author: ['gary', 'maya', 'gary'][i], at: `2026-11-25T0${i + 7}:00:05.000Z`, text: said[i] })),
    );
  });
});

describe('who asked and who works on it', () => {
  const row = (label: string, value: string) => `<tr><th>${label}</th><td>${value}</td></tr>`;
  const table = (...rows: string[]) => `<table>${row('Status', 'Open')}${row('Priority', 'High')}${rows.join('')}</table>`;
  const talk = entries(
    (i) => `<div class="entry"><b>${['kathrin', 'maya', 'kathrin'][i]}</b> <span>2026-11-25 0${i + 7}:00</span><p>${said[i]}</p></div>`,
  );

  test('whoever answers for it is not whoever owns it', () => {
    expect(read(table(row('Owner', 'Maya Okafor'), row('Responsible', 'Rosa Lind')) + talk)?.fields.assignee?.value).toBe('Maya Okafor');
    expect(read(table(row('Responsible', 'Rosa Lind')) + talk)?.fields.assignee?.value).toBe('Rosa Lind');
  });

  test.each(['Maya Okafor <a href="/t?u=1">(<b>3</b>)</a>', 'Maya Okafor (<a href="#">edit</a>) (<a href="#">take</a>)'])(
    'links in brackets are no part of a name: %s',
    (value) => {
      expect(read(table(row('Assignee', value)) + talk)?.fields.assignee?.value).toBe('Maya Okafor');
    },
  );

  test.each([
    ['de', '<span>vor 2 Tagen</span> von <a href="/kathrin">kathrin</a> geöffnet · 3 Kommentare', 'kathrin'],
    ['en', 'opened <span>2 days ago</span> by <a href="/kathrin">kathrin</a>', 'kathrin'],
    ['en', 'opened <span>2 days ago</span> by <a href="/other">other</a>', undefined],
  ])('an account that writes below opened it in %s: %s', (lang, line, name) => {
    expect(read(`<p>${line}</p>${table(row('Assignee', 'maya'))}${talk}`, { lang })?.fields.requester?.value.name).toBe(name);
  });

  test('one is named behind a number and a colon, before the next sentence', () => {
    const line = '#4211 : Créé par <a href="/u/40">Luc Bélanger</a>. Dernière mise à jour le <time>2026-11-25 15:22</time>.';
    expect(read(`<div>${line}</div>${table(row('Assigné à', 'Maya Okafor'))}${talk}`, { lang: 'fr' })?.fields.requester?.value.name).toBe(
      'Luc Bélanger',
    );
  });

  test('one has a card whose heading bends the word for a customer', () => {
    const card =
      '<section><h2>Informacje o kliencie</h2><dl><dt>Imię:</dt><dd>Halina</dd><dt>Nazwisko:</dt><dd>Sowa</dd><dt>E-mail:</dt><dd>halina@sowa.example</dd></dl></section>';
    expect(read(`${table(row('Właściciel', 'Maya Okafor'))}${talk}${card}`, { lang: 'pl' })?.fields.requester?.value).toEqual({
      name: 'Halina Sowa',
      email: 'halina@sowa.example',
    });
  });
});
