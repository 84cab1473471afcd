// @vitest-environment happy-dom
/** Rules that pages of helpdesks nobody had looked at were missing: who opened the ticket, badges, names of icons, columns, cards. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';

const now = Date.parse('2026-11-26T10:00:00Z');

interface PageOf {
  readonly lang?: string;
  readonly title?: string;
  readonly head?: string;
  readonly body: string;
}

function read({ lang = 'en', title = '#4211 Printer on fire', head = '<h1>Printer on fire</h1>', body }: PageOf) {
  const html = `<html lang="${lang}"><head><title>${title}</title></head><body><main>${head}${body}</main></body></html>`;
  const doc = new DOMParser().parseFromString(html, 'text/html');
  return readPage(doc, { url: 'https://desk.example/tickets/4211', now, zone: 'UTC', adapter: 'generic' })?.snapshot;
}

const row = (label: string, value: string) => `<tr><th>${label}</th><td>${value}</td></tr>`;
const table = (...rows: readonly string[]) => `<table><tbody>${rows.join('')}</tbody></table>`;
const fields = table(row('Status', 'Open'), row('Priority', 'High'), row('Assignee', 'Maya Okafor'));
const entry = (author: string, at: string, text: string, more = '') =>
  `<div class="comment"><b>${author}</b> ${more}<span>${at}</span><div class="body">${text}</div></div>`;
const talk = `<section>${entry('Gary Brandt', '2026-11-25 08:00', 'It has been burning since nine this morning.')}${entry('Maya Okafor', '2026-11-25 09:00', 'Please leave the building, we are on our way.')}</section>`;

describe('who opened the ticket and when', () => {
  test.each([
    ['en', 'Opened by <a href="/x/1">Gary Brandt</a> on 24 Nov 2026 08:03'],
    ['en', 'Submitted by <b>Gary Brandt</b> <span>24 Nov 2026 08:03</span> via e-mail'],
    ['en', 'Raised by Gary Brandt on 24 Nov 2026 at 08:03'],
    ['en', '<b>Gary Brandt</b> created the issue <span title="24 Nov 2026 08:03">2 days ago</span>'],
    ['en', 'Gary Brandt created the ticket 24 Nov 2026 08:03'],
    ['fr', 'Créée par <b>Gary Brandt</b> le 24 novembre 2026 à 08:03 · modifiée le 25 novembre 2026 à 11:05'],
    ['fr', 'Ticket n° 4211 · ouvert par <b>Gary Brandt</b> le 24/11/2026 à 08:03'],
    ['pt-BR', 'Aberto por <a href="/c/77">Gary Brandt</a> em 24/11/2026 às 08:03 via e-mail'],
    ['es', 'Creada por <a href="/c/77">Gary Brandt</a> <span title="mar, 24 nov 2026 08:03">hace 2 días</span>'],
    ['de', 'Eröffnet von Gary Brandt am 24.11.2026 08:03'],
    ['ja', '<span>Gary Brandt</span> <span>登録日 2026/11/24 08:03</span>'],
  ])('is read in %s: %s', (lang, line) => {
    const ticket = read({ lang, body: `<p>${line}</p>${fields}${talk}` });
    expect(ticket?.fields.createdAt?.value).toBe('2026-11-24T08:03:00.000Z');
    expect(ticket?.fields.requester?.value.name).toBe('Gary Brandt');
  });

  test('is told apart from when it was changed, in one line', () => {
    const ticket = read({
      lang: 'fr',
      body: `<p>Créée par <b>Gary Brandt</b> le 24/11/2026 à 08:03 · modifiée le 25/11/2026 à 11:05</p>${fields}${talk}`,
    });
    expect(ticket?.fields.updatedAt?.value).toBe('2026-11-25T11:05:00.000Z');
  });

  test.each([
    ['the agent who wrote it down', '<p>Opened by <b>Maya Okafor</b> on 24 Nov 2026 08:03</p>'],
    ['one who did so for somebody else', '<p>Rosa Lind created the ticket on behalf of a caller 24 Nov 2026 08:03</p>'],
    ['whoever added something to it', '<div><b>Rosa Lind</b> added a comment <span>24 Nov 2026 08:03</span></div>'],
    ['a machine', '<p>Created by <b>System</b> on 24 Nov 2026 08:03</p>'],
  ])('is not %s', (_, line) => {
    expect(
      read({
        body: `${line}${fields}<section>${entry('Maya Okafor', '2026-11-25 09:00', 'Please leave the building, we are on our way.')}</section>`,
      })?.fields.requester,
    ).toBeUndefined();
  });

  test('stands above what was first written', () => {
    const ticket = read({
      body: `<div class="sub">Submitted by <a href="/x/1">Gary Brandt</a> on 24 Nov 2026 08:03</div><div class="first">The printer has been burning since nine this morning.</div>${fields}${talk.replace('It has been burning since nine this morning.', 'It still burns, and now the curtain does too.')}`,
    });
    expect(ticket?.messages[0]).toMatchObject({
      author: 'Gary Brandt',
      role: 'customer',
      at: '2026-11-24T08:03:00.000Z',
      text: 'The printer has been burning since nine this morning.',
    });
  });
});

describe('a customer that writes nothing', () => {
  const firm = table(row('Estado', 'Abierta'), row('Asignado a', 'Maya Okafor'), row('Cliente', 'Óptica Solé'));
  test('is a firm beside whoever opened the ticket and writes', () => {
    const ticket = read({ lang: 'es', body: `<p>Creada por <b>Gary Brandt</b> <span>24/11/2026 08:03</span></p>${firm}${talk}` });
    expect(ticket?.fields.requester?.value.name).toBe('Gary Brandt');
    expect(ticket?.messages.map((m) => m.role)).toEqual(['customer', 'agent']);
  });
  test('makes nobody an agent', () => {
    expect(read({ lang: 'es', body: firm + talk })?.messages.map((m) => m.role)).toEqual(['unknown', 'agent']);
  });
});

describe('fields that no label stands beside', () => {
  const known = table(row('Requester', 'Gary Brandt'), row('Assignee', 'Maya Okafor'));
  test.each([
    [
      'badges beside the subject',
      '<div><h1>Printer on fire</h1><span class="el-tag">Open</span><span class="badge badge-danger">Urgent</span></div>',
    ],
    ['names of icons', '<h1>Printer on fire</h1><ul><li title="Status: Open"><svg></svg></li><li title="Priority: Urgent"><svg></svg></li></ul>'],
    [
      'names of buttons that show the value',
      '<h1>Printer on fire</h1><button aria-label="Change status. Current status is Open"><span>Open</span></button><button aria-label="Change priority. Current priority is Urgent">Urgent</button>',
    ],
  ])('are read from %s', (_, head) => {
    const ticket = read({ head, body: known + talk });
    expect(ticket?.fields.status?.value).toBe('Open');
    expect(ticket?.fields.priority?.value).toBe('Urgent');
  });

  test('a badge elsewhere is not the ticket’s', () => {
    const ticket = read({
      body: `${known}${talk}<aside><h3>Other tickets</h3><ul><li><a href="/tickets/4100">#4100 Fan broken</a> <span class="badge">Closed</span></li></ul></aside>`,
    });
    expect(ticket?.fields.status).toBeUndefined();
  });
});

describe('a row of heads over one row of values', () => {
  const cells = (tag: string, ...texts: readonly string[]) => `<tr>${texts.map((t) => `<${tag}>${t}</${tag}>`).join('')}</tr>`;
  const heads = cells('th', 'Created', 'Last updated', 'Due');
  const values = cells('td', '2026-11-24 08:03', '2026-11-25 16:20', '2026-11-30 12:00');
  test('are pairs', () => {
    expect(read({ body: `<table><thead>${heads}</thead><tbody>${values}</tbody></table>${fields}${talk}` })?.fields).toMatchObject({
      createdAt: { value: '2026-11-24T08:03:00.000Z' },
      updatedAt: { value: '2026-11-25T16:20:00.000Z' },
      dueAt: { value: '2026-11-30T12:00:00.000Z' },
    });
  });
  test.each([
    ['a list of two', values + values],
    ['a list of one that leads on', cells('td', '<a href="/tickets/9">2026-11-24 08:03</a>', '2026-11-25 16:20', '2026-11-30 12:00')],
  ])('are none in %s', (_, rows) => {
    expect(read({ body: `<table><thead>${heads}</thead><tbody>${rows}</tbody></table>${fields}${talk}` })?.fields.dueAt).toBeUndefined();
  });
});

describe('the name of a time without a mark behind it', () => {
  test.each([
    ['ja', '期限日 2026/11/30', '2026-11-30'],
    ['en', 'Due 30 Nov 2026', '2026-11-30'],
  ])('is a label in %s: %s', (lang, text, due) => {
    expect(read({ lang, body: `<div><span>${text}</span></div>${fields}${talk}` })?.fields.dueAt?.value).toBe(due);
  });
  test('is none in a list', () => {
    expect(read({ body: `${fields}${talk}<ul><li><a href="/kb/1">Put it out</a> Updated 03 Feb 2026</li></ul>` })?.fields.updatedAt).toBeUndefined();
  });
});

describe('who asked, from a card with an address', () => {
  test.each([
    ['under a heading', '<aside><h6>Contact</h6><p>Gary Brandt</p><a href="mailto:gary@brandt.example">gary@brandt.example</a></aside>'],
    [
      'with the name of one who writes',
      '<aside><div><h4>Gary Brandt</h4><a href="mailto:gary@brandt.example">gary@brandt.example</a><p>Last seen 2 min ago</p></div></aside>',
    ],
  ])('%s', (_, card) => {
    expect(read({ body: fields + talk + card })?.fields.requester?.value).toEqual({ name: 'Gary Brandt', email: 'gary@brandt.example' });
  });
  test('and not whoever is signed in', () => {
    expect(
      read({
        body: `${fields}${talk}`,
        head: '<header><div><b>Gary Brandt</b> <span>gary@desk.example</span></div></header><h1>Printer on fire</h1>',
      })?.fields.requester,
    ).toBeUndefined();
  });
});

describe('what the ticket is about', () => {
  test.each([
    ['en', 'Category', 'Network'],
    ['ja', 'カテゴリー', '請求'],
    ['pt-BR', 'Categoria', 'Emissão de NF'],
  ])('is a custom field in %s: %s', (lang, label, value) => {
    const ticket = read({
      lang,
      body: table(row('Status', 'Open'), row('Priority', 'High'), row('Requester', 'Gary Brandt'), row(label, value)) + talk,
    });
    expect(ticket?.customFields[label]?.value).toBe(value);
  });
});

test('rows of two cells are a conversation without a paragraph in them', () => {
  const cell = (href: string, name: string, at: string, text: string) =>
    `<tr><td><a href="${href}">${name}</a><span>${at}</span></td><td class="note-text">${text}</td></tr>`;
  const ticket = read({
    body: `${fields}<table><tbody>${cell('/view_user_page.php?id=31', 's.brandt', '2026-11-25 08:00', 'It has been burning since nine this morning.')}${cell('/view_user_page.php?id=4', 'm.okafor', '2026-11-25 09:00', 'Please leave the building, we are on our way.')}</tbody></table>`,
  });
  expect(ticket?.messages.map((m) => [m.author, m.text])).toEqual([
    ['s.brandt', 'It has been burning since nine this morning.'],
    ['m.okafor', 'Please leave the building, we are on our way.'],
  ]);
});

test('times in other digits and names in scripts without capitals make a conversation', () => {
  const item = (author: string, at: string, text: string) =>
    `<li><div><span class="time">${at}</span><h3><a>${author}</a></h3><div class="timeline-body"><p>${text}</p></div></div></li>`;
  const ticket = read({
    lang: 'ar',
    title: 'تذكرة 4211',
    head: '<h3>تعذر الدخول إلى البوابة</h3><small>رقم التذكرة: 4211</small>',
    body: `${table(row('الحالة', 'مفتوحة'), row('الأولوية', 'عالية'), row('المسؤول', 'خالد العتيبي'))}<ul>${item('سارة الحربي', '٢٤‏/١١‏/٢٠٢٦، ٩:٢٠ ص', 'منذ الصباح لا أستطيع الدخول.')}${item('خالد العتيبي', '٢٤‏/١١‏/٢٠٢٦، ١٠:٠٥ ص', 'نرجو المحاولة مرة أخرى.')}</ul>`,
  });
  expect(ticket?.fields.subject?.value).toBe('تعذر الدخول إلى البوابة');
  expect(ticket?.messages.map((m) => m.author)).toEqual(['سارة الحربي', 'خالد العتيبي']);
});

test('the fields of a block about the description are not what the customer wrote', () => {
  const ticket = read({
    body: `<div class="issue-description"><div class="description-body"><p>The printer has been burning since nine.</p></div><dl><dt>Status</dt><dd>Open</dd></dl><dl><dt>Assignee</dt><dd>Maya Okafor</dd></dl><dl><dt>Requester</dt><dd>Gary Brandt</dd></dl></div>`,
  });
  expect(ticket?.messages.map((m) => m.text)).toEqual(['The printer has been burning since nine.']);
});

test('chips that are buttons are one tag each, and the day behind a name is no part of it', () => {
  const ticket = read({
    body:
      table(
        row('Status', 'Open'),
        row('Assigned to', 'Maya Okafor on 2026-11-24 09:20'),
        row('Requester', 'Gary Brandt'),
        row('Tags', '<button>fire</button><button>printer</button>'),
      ) + talk,
  });
  expect(ticket?.fields.tags?.value).toEqual(['fire', 'printer']);
  expect(ticket?.fields.assignee?.value).toBe('Maya Okafor');
});

describe('a page in whose address, title and labels nothing says who asked', () => {
  const page = (body: string) => {
    const doc = new DOMParser().parseFromString(
      `<html lang="sv"><head><title>Printer on fire</title></head><body><main><h1>Printer on fire</h1>${body}</main></body></html>`,
      'text/html',
    );
    return readPage(doc, { url: 'https://arbete.example/visa/2026-3317', now, zone: 'UTC', adapter: 'generic' })?.snapshot;
  };
  test('is a ticket where several talk about what is pressing and somebody’s to work on', () => {
    expect(page(fields + talk)?.fields.assignee?.value).toBe('Maya Okafor');
  });
  test.each([
    ['nobody talks', fields],
    ['it is not pressing', table(row('Status', 'Open'), row('Assignee', 'Maya Okafor')) + talk],
  ])('is none where %s', (_, body) => {
    expect(page(body)).toBeUndefined();
  });
});

describe('the subject', () => {
  test.each([
    ['without the number in small print', '<h3>Printer on fire <small>Case 4211</small></h3>', 'Case 4211: Printer on fire'],
    [
      'of a line that begins with the number, below the product’s own name',
      '<header><div class="bar-title">Desk</div></header><div class="text-h6">#4211 - Printer on fire</div>',
      'Desk',
    ],
  ])('is read %s', (_, head, title) => {
    expect(
      read({ head, title, body: table(row('Requester', 'Gary Brandt'), row('Priority', 'High'), row('Status', 'Open')) + talk })?.fields.subject
        ?.value,
    ).toBe('Printer on fire');
  });
});

test('icons name what stands beside them', () => {
  const icon = (name: string, ...values: readonly string[]) =>
    `<div><span title="${name}"><svg></svg></span>${values.map((v) => `<button>${v}</button>`).join('')}</div>`;
  const ticket = read({
    body: `${icon('Status', 'Open')}${icon('Assignee', 'Maya Okafor')}${icon('Labels', 'fire', 'printer')}<div>Requester: Gary Brandt</div>${talk}`,
  });
  expect(ticket?.fields).toMatchObject({ status: { value: 'Open' }, assignee: { value: 'Maya Okafor' }, tags: { value: ['fire', 'printer'] } });
});

test('classes that only say how a text looks do not say that it is what was written', () => {
  const bubble = (author: string, at: string, text: string, note = '') =>
    `<div class="max-w-md"><div class="text-xs"><span class="font-medium">${author}</span> ${note}<time datetime="${at}">09:10</time></div><div class="rounded-lg p-3"><p>${text}</p></div></div>`;
  const ticket = read({
    body: `${fields}<div>${bubble('Gary Brandt', '2026-11-25T08:00:00Z', 'It has been burning since nine.')}${bubble('Maya Okafor', '2026-11-25T09:00:00Z', 'Please leave the building.')}${bubble('Maya Okafor', '2026-11-25T09:05:00Z', 'Ask facilities.', '<span class="text-amber-600">Internal note</span>')}</div>`,
  });
  expect(ticket?.messages.map((m) => [m.text, m.internal])).toEqual([
    ['It has been burning since nine.', false],
    ['Please leave the building.', false],
    ['Ask facilities.', true],
  ]);
});

describe('a work order', () => {
  const order = (notes: string) => {
    const doc = new DOMParser().parseFromString(
      `<html lang="en"><head><title>Work Order 5518</title></head><body>${fields}${table(row('Requestor', 'Gary Brandt'))}${notes}</body></html>`,
      'text/html',
    );
    return readPage(doc, { url: 'https://desk.example/Default.aspx?page=WorkOrder&WOID=5518', now, zone: 'UTC', adapter: 'generic' })?.snapshot;
  };
  test('is no order of goods', () => {
    expect(order(talk)?.fields.id?.value).toBe('5518');
  });
  test('keeps rows with a time each apart', () => {
    const notes = order(
      '<div class="notes"><h4>Notes</h4><table><tr><th>Date</th><th>Author</th><th>Note</th></tr><tr><td>11/23/2026 3:14 PM</td><td>Gary Brandt</td><td>It flickers whenever the blinds are open.</td></tr><tr><td>11/24/2026 9:02 AM</td><td>Maya Okafor</td><td>Ordered a replacement cable.</td></tr></table></div>',
    );
    expect(notes?.fields.status?.value).toBe('Open');
    expect(notes?.messages.map((m) => [m.author, m.role, m.at, m.text])).toEqual([
      ['Gary Brandt', 'customer', '2026-11-23T15:14:00.000Z', 'It flickers whenever the blinds are open.'],
      ['Maya Okafor', 'agent', '2026-11-24T09:02:00.000Z', 'Ordered a replacement cable.'],
    ]);
  });
});
