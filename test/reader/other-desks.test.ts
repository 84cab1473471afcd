// @vitest-environment happy-dom
/** Rules that pages of helpdesks in other styles and languages brought up: one page for each. */
import { describe, expect, test } from 'vitest';
import { ticketPageHint } from '../../lib/reader/is-ticket-page.ts';
import { readPage } from '../../lib/reader/read-page.ts';

const now = Date.parse('2026-11-26T09:00:00Z');
interface Head {
  readonly url?: string;
  readonly title?: string;
  readonly language?: string;
}
const parsed = (body: string, { title = 'Ticket #4211 Charged twice', language = 'en' }: Head) =>
  new DOMParser().parseFromString(`<html lang="${language}"><head><title>${title}</title></head><body>${body}</body></html>`, 'text/html');
function read(body: string, head: Head = {}) {
  return readPage(parsed(body, head), { url: head.url ?? 'https://desk.example/tickets/4211', now, zone: 'Europe/Berlin', adapter: 'generic' })
    ?.snapshot;
}
const h1 = '<h1>Charged twice</h1>';
const dl = (pairs: Readonly<Record<string, string>>) =>
  `<dl>${Object.entries(pairs)
    .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
    .join('')}</dl>`;
const known = { Status: 'Open', Priority: 'High', 'Assigned to': 'Peter Hall' };
const talk = `<div><article><b>Maria Lopez</b> <time>2026-11-24 10:00</time><p>Our card was charged twice for the invoice.</p></article>
  <article><b>Peter Hall</b> <time>2026-11-24 11:00</time><p>I have found both payments and asked for one back.</p></article></div>`;

describe('times in one line with other words', () => {
  const entry = (head: string, text: string) => `<div class="row"><div class="head">${head}</div><div class="said">${text}</div></div>`;
  const page = (first: string, second: string) =>
    `${h1}${dl(known)}<div>${entry(first, 'Our card was charged twice for the October invoice.')}${entry(second, 'I have found both payments and asked for one back.')}</div>`;

  test.each([
    [
      'name behind',
      '24-11-2026 10:12 Wouter de Boer:',
      '24-11-2026 13:40 Femke Jansen:',
      ['Wouter de Boer', 'Femke Jansen'],
      '2026-11-24T09:12:00.000Z',
    ],
    [
      'name before',
      'von Birgit Köhler via Kunde, 23.11.2026 11:07',
      'von Jörg Ahrens via Agent, 24.11.2026 08:20',
      ['Birgit Köhler', 'Jörg Ahrens'],
      '2026-11-23T10:07:00.000Z',
    ],
    [
      'linked name, rough and exact time',
      '<a href="/contacts/9">Olivia Grant</a> reported 2 days ago (Tue, 24 Nov 2026 at 3:05 PM)',
      '<a href="/agents/3">Ben Ortiz</a> replied a day ago (Wed, 25 Nov 2026 at 9:12 AM)',
      ['Olivia Grant', 'Ben Ortiz'],
      '2026-11-24T14:05:00.000Z',
    ],
  ])('%s', (_, first, second, authors, at) => {
    const found = read(page(first, second));
    expect(found?.messages.map((m) => m.author)).toEqual(authors);
    expect(found?.messages[0]?.at).toBe(at);
  });

  test('a text that speaks of a time is no head of a message', () => {
    const found = read(`${h1}${dl({ ...known, Customer: 'Maria Lopez' })}<div><p>We moved house 2 days ago</p><p>Nobody came 3 days ago</p></div>`);
    expect(found?.messages ?? []).toEqual([]);
  });

  test('rows of two cells, who and what', () => {
    const row = (who: string, at: string, text: string) => `<tr><td><strong>${who}</strong><br><small>${at}</small></td><td><p>${text}</p></td></tr>`;
    const found = read(
      `${h1}${dl(known)}<table><tbody>${row('Maria Lopez', '2026-11-24 10:00', 'Our card was charged twice.')}${row('Peter Hall', '2026-11-24 11:00', 'I have asked for one back.')}</tbody></table>`,
    );
    expect(found?.messages.map(({ author, text }) => [author, text])).toEqual([
      ['Maria Lopez', 'Our card was charged twice.'],
      ['Peter Hall', 'I have asked for one back.'],
    ]);
  });
});

test('a note is told by a chip inside the name, and a Japanese name has a space', () => {
  const entry = (name: string, at: string, text: string) =>
    `<li class="p-4"><div><span class="x">${name}</span><span class="y">${at}</span></div><div>${text}</div></li>`;
  const found = read(
    `${h1}${dl({ ステータス: '対応中', 優先度: '高', 担当者: '田中 健', 顧客: '佐藤 花子' })}<ul>${entry('佐藤 花子', '2026年11月24日 9:12', '昨日からログインできなくなりました。')}${entry('田中 健<span class="z">メモ</span>', '2026年11月24日 10:20', '認証サーバーのログでロックを確認。')}</ul>`,
    { language: 'ja' },
  );
  expect(found?.messages.map(({ author, role, internal }) => [author, role, internal])).toEqual([
    ['佐藤 花子', 'customer', false],
    ['田中 健', 'agent', true],
  ]);
});

test.each([
  ['de', 'Arbeitsnotiz'],
  ['fr', 'Note de travail'],
  ['pl', 'Notatka robocza'],
  ['ja', '作業メモ'],
  ['en', 'Work note'],
])('a note is told by the word beside the name (%s, %s)', (language, word) => {
  const entry = (name: string, small: string, at: string, text: string) =>
    `<li><div>${name} <small>${small}</small> <small>${at}</small></div><p>${text}</p></li>`;
  const found = read(
    `${h1}${dl(known)}<ul>${entry('Peter Hall', word, '2026-11-24 11:00', 'The access point restarts.')}${entry('Maria Lopez', '', '2026-11-24 10:00', 'Our scanners lose the network.')}</ul>`,
    { language },
  );
  expect(found?.messages.find(({ author }) => author === 'Peter Hall')?.internal).toBe(true);
});

describe('who asked', () => {
  const requester = (body: string, head?: Head) => read(`${h1}${body}${talk}`, head)?.fields.requester?.value;

  test('the address that the name is linked to', () => {
    expect(requester(dl({ ...known, Requester: '<a href="mailto:Maria@firm.example?subject=x">Maria Lopez</a>' }))).toEqual({
      name: 'Maria Lopez',
      email: 'maria@firm.example',
    });
  });

  test('a customer beside a requester is the firm', () => {
    const fields = read(`${h1}${dl({ ...known, Solicitante: 'Nuria Vidal', Cliente: 'Grupo Luz S.A.' })}${talk}`)?.fields;
    expect([fields?.requester?.value.name, fields?.organization?.value]).toEqual(['Nuria Vidal', 'Grupo Luz S.A.']);
  });

  test('a customer beside a requester that is no firm by its name is left out', () => {
    const fields = read(`${h1}${dl({ ...known, Requester: 'Maria Lopez', Customer: 'Lopez Bakery' })}${talk}`)?.fields;
    expect([fields?.requester?.value.name, fields?.organization]).toEqual(['Maria Lopez', undefined]);
  });

  const card = (head: string, pairs: Readonly<Record<string, string>>) =>
    `<section><h3>${head}</h3>${Object.entries(pairs)
      .map(([label, value]) => `<div><label>${label}</label> <span>${value}</span></div>`)
      .join('')}</section>`;
  test.each([
    [
      'Aanmelder',
      { Naam: 'Wouter de Boer', 'E-mail': 'w@firm.example', Afdeling: 'Burgerzaken' },
      { name: 'Wouter de Boer', email: 'w@firm.example' },
      'nl',
    ],
    [
      'Kundeninformation',
      { Vorname: 'Birgit', Nachname: 'Köhler', 'E-Mail': 'b@firm.example' },
      { name: 'Birgit Köhler', email: 'b@firm.example' },
      'de',
    ],
    ['Datos del solicitante', { Nombre: 'Carmen', Correo: 'c@firm.example' }, undefined, 'es'],
  ] as const)('a card under "%s"', (head, pairs, person, language) => {
    const fields = read(`${h1}${card(head, pairs)}<section><h3>Ticket</h3>${dl(known)}</section>${talk}`, { language })?.fields;
    expect(fields?.requester?.value).toEqual(person);
    // The department in it is that of the person.
    expect(fields?.group).toBeUndefined();
  });
});

test('a label element without a control labels what stands behind it', () => {
  const found = read(
    `${h1}${dl({ Status: 'Open', Priority: 'High' })}<div><label>Responsável</label><div><span>Diego Farias</span></div><a href="#">x</a></div>${talk}`,
    { language: 'pt' },
  );
  expect(found?.fields.assignee?.value).toBe('Diego Farias');
});

describe('subjects', () => {
  test('the name of the product beside the number is none', () => {
    const found = read(
      `<header><a href="/">Brightdesk</a></header><div>CSV export drops a column</div>${dl({ ...known, Customer: 'Maria Lopez' })}${talk}`,
      { title: 'Ticket 4211 · Brightdesk' },
    );
    expect([found?.fields.id?.value, found?.fields.subject?.value]).toEqual(['4211', undefined]);
  });

  test('what the page shows beside the number is one', () => {
    const found = read(
      `<header><a href="/">Brightdesk</a></header><div>CSV export drops a column</div>${dl({ ...known, Customer: 'Maria Lopez' })}${talk}`,
      { title: 'Ticket 4211 · CSV export drops a column' },
    );
    expect(found?.fields.subject?.value).toBe('CSV export drops a column');
  });

  test('the word before the number is the kind', () => {
    const found = read(`<h3>Melding</h3>${dl({ 'Korte omschrijving': 'Scanner doet het niet', ...known, Aanmelder: 'Wouter de Boer' })}${talk}`, {
      title: 'Melding M2611 0421 - Desk',
      language: 'nl',
    });
    expect([found?.fields.id?.value, found?.fields.subject?.value]).toEqual(['M2611 0421', 'Scanner doet het niet']);
  });
});

test('"SLA due" is when it is due', () => {
  expect(read(`${h1}${dl({ ...known, 'SLA due': 'Fri, 27 Nov 2026 at 3:05 PM' })}${talk}`)?.fields.dueAt?.value).toBe('2026-11-27T14:05:00.000Z');
});

test('"reported 2 days ago" outside the talk is the creation', () => {
  const found = read(`${h1}<p><a href="/c/9">Maria Lopez</a> reported 2 days ago (Tue, 24 Nov 2026 at 10:00 AM)</p>${dl(known)}${talk}`);
  expect(found?.fields.createdAt?.value).toBe('2026-11-24T09:00:00.000Z');
});

test('Arabic labels', () => {
  const found = read(
    `<h1>تأخر الشحنة</h1>${dl({ الحالة: 'مفتوحة', الأولوية: 'عالية', العميل: 'ليلى حداد', 'البريد الإلكتروني': 'layla@mail.example', المسؤول: 'سامي منصور', القسم: 'الشحن', 'تاريخ الإنشاء': '24 نوفمبر 2026، 10:15 ص' })}${talk}`,
    { language: 'ar', title: 'تذكرة رقم 4211: تأخر الشحنة' },
  );
  expect(found?.fields).toMatchObject({
    statusKind: { value: 'open' },
    requester: { value: { name: 'ليلى حداد', email: 'layla@mail.example' } },
    assignee: { value: 'سامي منصور' },
    group: { value: 'الشحن' },
    createdAt: { value: '2026-11-24T09:15:00.000Z' },
  });
});

describe('numbers', () => {
  test.each([
    ['a year before the number', 'https://d.example/arenden/24-1187', 'Ärende 24-1187 – Läcka', '24-1187'],
    ['a word that is not known before it', 'https://d.example/pozadavek?cislo=20611', 'Žádost 20611 | Podpora', '20611'],
  ])('%s', (_, url, title, id) => {
    expect(read(`<h1>Läcka</h1>${dl({ ...known, Customer: 'Maria Lopez' })}${talk}`, { url, title })?.fields.id?.value).toBe(id);
  });

  test('"ID: 0048213" before the subject is no part of it', () => {
    const found = read(`<div class="tid">ID: 0048213</div>${dl(known)}${talk}`, {
      title: 'ID: 0048213 Laptop will not charge',
      url: 'https://d.example/ticket?id=0048213',
    });
    expect(found?.fields.subject?.value).toBe('Laptop will not charge');
  });
});

test('two links side by side are a way on, not a label and its value', () => {
  const found = read(`<div><a href="/inbox">Inbox</a><a href="/mine">My issues</a></div>${h1}${dl({ ...known, Customer: 'Maria Lopez' })}${talk}`);
  expect(found?.fields.group).toBeUndefined();
});

test('a heading with one block below it labels the block', () => {
  const found = read(
    `${h1}${dl({ ...known, Customer: 'Maria Lopez' })}<aside><h3>Properties</h3><p>x</p><h3>Labels</h3><div><span>Bug</span><span>Webhooks</span></div></aside>${talk}`,
  );
  expect(found?.fields.tags?.value).toEqual(['Bug', 'Webhooks']);
});

test('a state called "assigned" is a state where the element is called so', () => {
  const found = read(
    `<h1>#4211 <span class="status">assigned</span></h1><h2>Charged twice</h2>${dl({ Priority: 'High', 'Reported by': 'Maria Lopez', 'Owned by': 'Peter Hall' })}${talk}`,
  );
  expect([found?.fields.status?.value, found?.fields.statusKind?.value, found?.fields.assignee?.value]).toEqual(['assigned', 'open', 'Peter Hall']);
});

test('a name stands in the element whose text is the time', () => {
  const entry = (name: string, at: string, text: string) =>
    `<div class="zprava"><div class="kdo"><b>${name}</b>, ${at}</div><div class="co">${text}</div></div>`;
  const found = read(
    `${h1}${dl(known)}<div>${entry('Tereza Nováková', '24. 11. 2026 9:05', 'Dobrý den, od rána nejde odeslat objednávka.')}${entry('Pavel Dvořák', '24. 11. 2026 9:48', 'Dobrý den, opravu nasadíme ještě dnes.')}</div>`,
    { language: 'cs' },
  );
  expect(found?.messages.map((m) => m.author)).toEqual(['Tereza Nováková', 'Pavel Dvořák']);
});

test('"a écrit le" is no part of the name', () => {
  const entry = (head: string, text: string) => `<div class="com"><div class="ent">${head}</div><div class="txt">${text}</div></div>`;
  const found = read(
    `${h1}${dl(known)}<div>${entry('Sophie Tremblay a écrit le 2026-11-24 08 h 30', "Le projecteur ne s'allume plus ce matin.")}${entry('Marc Gagnon a écrit le 2026-11-24 08 h 52', "Bonjour, j'arrive avec un autre projecteur.")}</div>`,
    { language: 'fr-CA' },
  );
  expect(found?.messages.map((m) => m.author)).toEqual(['Sophie Tremblay', 'Marc Gagnon']);
});

test('the exact time in a title with words before it', () => {
  const found = read(`<p>Opened <a title="See timeline at 11/23/26 08:12:44">3 days ago</a></p>${h1}${dl(known)}${talk}`);
  expect(found?.fields.createdAt?.value).toBe('2026-11-23T07:12:44.000Z');
});

describe('no ticket', () => {
  const comments = (first: string, second: string) =>
    `<div class="comment"><b>Jana Roth</b> <time>24.11.2026 10:00</time><p>${first}</p></div><div class="comment"><b>Max Kern</b> <time>24.11.2026 11:00</time><p>${second}</p></div><textarea></textarea>`;
  test.each([
    [
      'an invoice',
      'fr',
      'https://d.example/documents/20417',
      'Facture n° 20417',
      { Statut: 'Payée', Client: 'Grupo Luz S.A.', 'Créée le': '24/11/2026', Échéance: '24/12/2026' },
    ],
    [
      'an appointment',
      'de',
      'https://d.example/eintrag/4471',
      'Termin 4471: Teamrunde',
      { Status: 'Bestätigt', 'Erstellt von': 'Jana Roth', Beginn: '27.11.2026 10:00' },
    ],
    [
      'a page of a handbook',
      'ru',
      'https://d.example/pages/15044',
      'Регламент 15044 — База знаний',
      { Статус: 'Утверждён', Автор: 'Анна Кузнецова', Ответственный: 'Игорь Власов' },
    ],
    ['something to buy', 'es', 'https://d.example/8812-lampara', 'Lámpara de mesa (8812)', { Estado: 'Nuevo', Marca: 'Luz' }],
  ])('%s with comments', (_, language, url, title, pairs) => {
    const body = `<h1>${title}</h1>${dl(pairs as Readonly<Record<string, string>>)}${comments('Ich komme zehn Minuten später zur Runde.', 'Ich bringe die Zahlen vom Oktober mit.')}`;
    expect(read(body, { url, title, language })).toBeUndefined();
  });

  test('an order in the subject of a ticket does not speak against it', () => {
    const page = `<h1>Order 4471 never came</h1>${dl({ ...known, Customer: 'Maria Lopez' })}${talk}`;
    expect(read(page, { url: 'https://d.example/tickets/12', title: 'Order 4471 never came (#12)' })?.fields.id?.value).toBe('12');
  });
});

test('"Reply by:" is no part of the name', () => {
  const entry = (head: string, at: string, text: string) => `<article><div class="contact">${head}</div><time>${at}</time><p>${text}</p></article>`;
  const found = read(
    `${h1}${dl(known)}<div>${entry('Contact: <b>Ida Wolf</b>', '2026-11-24 09:10', 'I ordered size 42 and got 39.')}${entry('Reply by: <b>Tom Hale</b>', '2026-11-24 10:30', 'The right pair leaves today.')}</div>`,
  );
  expect(found?.messages.map((m) => m.author)).toEqual(['Ida Wolf', 'Tom Hale']);
});

test('a number keeps the zeros that the address leaves out', () => {
  const found = read(`${dl({ ...known, Customer: 'Maria Lopez', Summary: '0001187: Filters are lost' })}${talk}`, {
    url: 'https://d.example/view.php?id=1187',
    title: '0001187: Filters are lost - Desk',
  });
  expect([found?.fields.id?.value, found?.fields.subject?.value]).toEqual(['0001187', 'Filters are lost']);
});

describe('the first look', () => {
  const parts = '<textarea></textarea><article></article><article></article>';
  test.each([
    ['in a language that it does not know', 'https://d.example/arkiv?ref=4471', 'Ärende 4471'],
    ['with one letter before the number', 'https://d.example/voir.php?ref=R-104588', 'R-104588 – Imprimante'],
    ['with a year in the number', 'https://d.example/app/ISS-2026-00318', 'ISS-2026-00318'],
  ])('goes on where title and address have one number, %s', (_, url, title) => {
    expect(ticketPageHint(parsed('', { title }), new URL(url))).toBe('maybe');
    expect(ticketPageHint(parsed(parts, { title: 'Desk' }), new URL('https://d.example/about'))).toBe('no');
  });
});
