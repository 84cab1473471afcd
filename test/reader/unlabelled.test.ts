// @vitest-environment happy-dom
/** What no label names: the first text of a ticket, its state beside the subject, the subject itself, columns under plain cells. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/reader/read-page.ts';
import { ticketPageHint } from '../../lib/reader/is-ticket-page.ts';

const now = Date.parse('2026-11-26T10:00:00Z');
const entry = (who: string, at: string, text: string) => `<div class="comment"><b>${who}</b> <span>${at}</span><div class="body">${text}</div></div>`;
const talk = `<section>${entry('Maya Okafor', '2026-11-25 09:00', 'Please leave the building.')}${entry('Gary Brandt', '2026-11-25 09:30', 'We have left it by now.')}</section>`;
const fields = '<dl><dt>Priority</dt><dd>High</dd><dt>Assignee</dt><dd>Maya Okafor</dd><dt>Team</dt><dd>Fire</dd></dl>';
const first = 'The printer has been burning since nine this morning. Nobody can print the payroll.';

function read(body: string, { lang = 'en', title = '#4211 Printer on fire', head = '<h1>Printer on fire</h1>' } = {}) {
  const html = `<html lang="${lang}"><head><title>${title}</title></head><body><main>${head}${body}</main></body></html>`;
  const options = { url: 'https://desk.example/tickets/4211', now, zone: 'UTC', adapter: 'generic' };
  return readPage(new DOMParser().parseFromString(html, 'text/html'), options)?.snapshot;
}

describe('the first text of a ticket', () => {
  const opened = '<p>Opened by <b>Gary Brandt</b> on 24 Nov 2026 08:03</p>';
  test.each([
    ['below the line that says who', `${opened}<div class="x">${first}</div>`],
    ['with chips between', `${opened}<p><span class="chip">High</span> <span class="chip">Open</span></p><div class="x">${first}</div>`],
    ['under a heading of its own', `${opened}<section><h2>Report</h2><div class="x"><p>${first}</p></div></section>`],
    ['before who opened it', `<div class="prose"><p>${first}</p></div>${opened}`],
    [
      'beside a remark of the product',
      `${opened}<div class="alert">This ticket will be closed in three days. Reply to keep it open.</div><div class="x">${first}</div>`,
    ],
  ])('is read %s', (_, top) => {
    const ticket = read(`${top}${fields}${talk}`);
    expect(ticket?.messages.map((m) => [m.author, m.role, m.at?.slice(0, 16), m.text])[0]).toEqual([
      'Gary Brandt',
      'customer',
      '2026-11-24T08:03',
      first,
    ]);
    expect(ticket?.messages).toHaveLength(3);
  });

  test.each([
    ['people with addresses', '<div class="people"><p>Gary Brandt &lt;gary@brandt-roofing.test&gt;</p><p>Maya Okafor, Peter Hall</p></div>'],
    ['a date and a version', '<div class="x">Printed on 24.11.2026 with 7.2.1 of the driver and www.example.test</div>'],
  ])('is not made of %s', (_, top) => {
    expect(read(`${opened}${top}${fields}${talk}`)?.messages.map((m) => m.author)).toEqual(['Maya Okafor', 'Gary Brandt']);
  });

  test('is nothing that only its place speaks for, where an adapter knows the product', () => {
    const row = (name: string, value: string) =>
      `<div class="form-row ${name}"><div class="value"><span class="current-value">${value}</span></div></div>`;
    const html = `<html lang="en"><head><title>#12: Printer is dead</title></head><body id="comp-Ticket-Display"><div id="header"><h1>#12: Printer is dead</h1></div>
      <div class="ticket-info-basics">${row('id', '12')}${row('status', 'open')}</div><div class="ticket-info-people">${row('requestors', 'Ida Berg')}${row('owner', 'Kim Lee')}</div>
      <div class="ticket-info-dates">${row('created', 'Mon Nov 02 09:00:00 2026')}</div><div class="x">${first}</div><div class="history-container"></div></body></html>`;
    const url = 'https://rt.example/Ticket/Display.html?id=12';
    const ticket = readPage(new DOMParser().parseFromString(html, 'text/html'), { url, now, zone: 'UTC' })?.snapshot;
    expect(ticket).toMatchObject({ helpdesk: 'request-tracker', messages: [] });
  });

  test('is read with a head of its own, and tells who asked', () => {
    const ticket = read(
      `<div class="issue"><a href="mailto:gary@brandt.example">Gary Brandt</a> <time datetime="2026-11-24T08:03:00Z">2 days ago</time><div><p>${first}</p></div></div>${fields}${talk}`,
    );
    expect(ticket?.messages[0]).toMatchObject({ author: 'Gary Brandt', role: 'customer', at: '2026-11-24T08:03:00.000Z', text: first });
    expect(ticket?.fields.requester?.value.name).toBe('Gary Brandt');
  });

  test.each([
    [
      'of two texts none',
      `<div class="x">${first}</div><div class="y">The ticket waits for an answer of the customer. It closes by itself.</div>${opened}`,
    ],
    ['a remark', `${opened}<div role="alert">This ticket will be closed in three days. Reply to keep it open.</div>`],
    ['a text beside the ticket', `${opened}<aside><p>Customers of this plan are answered within four hours. Please check the contract.</p></aside>`],
    ['chips and names', `${opened}<div><span>Hardware</span> <span>Third floor</span> <span>Rosa Lind</span> <span>Main building</span></div>`],
    ['a text of nobody known', `<div class="x">${first}</div>`],
    ['a form', `${opened}<form><p>${first}</p><textarea></textarea></form>`],
  ])('is not guessed: %s', (_, top) => {
    expect(read(`${top}${fields}${talk}`)?.messages).toHaveLength(2);
  });

  test("is not read again where the customer's own first message stands among the others", () => {
    const own = `<section>${entry('Gary Brandt', '2026-11-24 08:03', first)}${entry('Maya Okafor', '2026-11-25 09:00', 'Please leave the building.')}</section>`;
    expect(
      read(`${opened}<div class="x">Answers to this address are added to the ticket. Keep its number in the subject.</div>${fields}${own}`)?.messages,
    ).toHaveLength(2);
  });
});

describe('a state beside the subject', () => {
  test.each([
    [
      'drawn as a chip by its look',
      '<h1>Printer on fire</h1><span class="rounded-md bg-blue-50 px-2">On hold</span><span class="rounded-md bg-red-50 px-2">Urgent</span>',
      'On hold',
      'Urgent',
    ],
    ['in words alone', '<h1>Printer on fire</h1><div class="selo">On hold</div>', 'On hold', 'High'],
  ])('is read %s', (_, head, status, priority) => {
    const ticket = read(`<dl><dt>Assignee</dt><dd>Maya Okafor</dd>${priority === 'High' ? '<dt>Priority</dt><dd>High</dd>' : ''}</dl>${talk}`, {
      head,
    });
    expect([ticket?.fields.status?.value, ticket?.fields.priority?.value]).toEqual([status, priority]);
  });

  test.each([
    ['a button', '<h1>Printer on fire</h1><button>Close</button><button>Resolved</button>'],
    ['tabs', '<h1>Printer on fire</h1><div role="tablist"><span role="tab">Open</span></div>'],
    ['a menu', '<h1>Printer on fire</h1><ul><li>Open</li></ul>'],
    ['a link', '<h1>Printer on fire</h1><a href="/open"><span>Open</span></a>'],
    ['two of them', '<h1>Printer on fire</h1><div>Open</div><div>Closed</div>'],
  ])('is not told by %s', (_, head) => {
    expect(read(`${fields}${talk}`, { head })?.fields.status).toBeUndefined();
  });
});

describe('the subject where the page has no heading', () => {
  const line = 'Printer on the third floor is on fire';
  test('is the line that the title repeats', () => {
    expect(
      read(`<div class="bar"><span>${line}</span><span>#4211</span></div>${fields}${talk}`, { title: `${line} - Desk`, head: '' })?.fields.subject
        ?.value,
    ).toBe(line);
  });
  test.each([
    ['the product in the page head', `<header><span>The Acme Support Desk</span></header><main>${fields}${talk}</main>`, 'The Acme Support Desk'],
    ['a link', `<a href="/">The Acme Support Desk</a>${fields}${talk}`, 'The Acme Support Desk'],
    ['two words', `<div>Acme Supportdesk</div>${fields}${talk}`, 'Acme Supportdesk'],
  ])('is not %s', (_, body, title) => {
    const doc = new DOMParser().parseFromString(`<html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`, 'text/html');
    const ticket = readPage(doc, { url: 'https://desk.example/tickets/4211', now, zone: 'UTC', adapter: 'generic' })?.snapshot;
    expect(ticket?.messages).toHaveLength(2);
    expect(ticket?.fields.subject).toBeUndefined();
  });
});

describe('number and subject', () => {
  test.each([
    [
      'of a page that names itself',
      '서비스 요청 상세 | 헬프데스크',
      '<h3>서비스 요청 상세</h3><table><tr><th>제목</th><td>명세서가 열리지 않습니다</td></tr></table>',
      '명세서가 열리지 않습니다',
    ],
    ['of one word, which names a part of the product', 'Desk', '<h1>Tickets</h1>', undefined],
  ])('are not those %s', (_, title, head, subject) => {
    expect(
      read(`<dl><dt>Status</dt><dd>Open</dd></dl>${fields}${talk}`, { title, head, lang: title === 'Desk' ? 'en' : 'ko' })?.fields.subject?.value,
    ).toBe(subject);
  });

  test('are one where the address holds the end of what the page shows', () => {
    const ticket = read(`<h3>Printer on fire ( OPS-0000-4211 )</h3>${fields}${talk}`, { title: 'Desk | Printer on fire', head: '<h1>Tickets</h1>' });
    expect([ticket?.fields.id?.value, ticket?.fields.subject?.value]).toEqual(['OPS-0000-4211', 'Printer on fire']);
  });
});

describe('a row of plain cells that names the columns', () => {
  const rows = (...values: readonly string[]) =>
    `<table><tr>${['ID', 'Project', 'Status', 'Date Submitted'].map((h) => `<td>${h}</td>`).join('')}</tr>${values.map((v) => `<tr>${v}</tr>`).join('')}</table>`;
  const value = '<td>0004211</td><td>Fire</td><td>Assigned</td><td>2026-11-24 08:03</td>';
  test('says what the one row below it holds', () => {
    const ticket = read(`${rows(value)}${fields}${talk}`);
    expect([ticket?.fields.status?.value, ticket?.fields.createdAt?.value]).toEqual(['Assigned', '2026-11-24T08:03:00.000Z']);
  });
  test('says nothing where several rows follow', () => {
    expect(read(`${rows(value, value.replace('Assigned', 'Closed'))}${fields}${talk}`)?.fields.status).toBeUndefined();
  });
});

describe('people', () => {
  test('are named by what stands out above the rest', () => {
    const card = '<h4>Assignee</h4><div><h3>Maya Okafor</h3><a href="mailto:maya@desk.example">maya@desk.example</a><span>Fire Analyst</span></div>';
    expect(read(`<dl><dt>Status</dt><dd>Open</dd><dt>Priority</dt><dd>High</dd></dl><div>${card}</div>${talk}`)?.fields.assignee?.value).toBe(
      'Maya Okafor',
    );
  });

  const mail = (who: string, address: string, at: string, text: string) =>
    `<div class="mail"><table><tr><th>From</th><td>${who} &lt;${address}&gt;</td></tr><tr><th>To</th><td>desk@desk.example</td></tr><tr><th>Date</th><td>${at}</td></tr></table><pre>${text}</pre></div>`;
  test('who write are those that a mail is from', () => {
    const mails = `<div>${mail('Gary Brandt', 'gary@brandt.example', '2026-11-25 08:00', 'It burns.')}${mail('Maya Okafor', 'maya@desk.example', '2026-11-25 09:00', 'We are coming.')}</div>`;
    const ticket = read(`${fields}<dl><dt>Customer</dt><dd>Gary Brandt</dd></dl>${mails}`);
    expect(ticket?.messages.map((m) => m.author)).toEqual(['Gary Brandt', 'Maya Okafor']);
    expect(ticket?.fields.requester?.value).toEqual({ name: 'Gary Brandt', email: 'gary@brandt.example' });
  });

  test('are not those that a quoted mail is from', () => {
    const quoting = `<section>${entry('Gary Brandt', '2026-11-25 08:00', 'It has been burning since nine.')}<div class="comment"><span>Maya Okafor</span> <span>2026-11-25 09:00</span><div class="body"><b>From:</b> <span>Rosa Lind</span><p>Forwarded for your information.</p></div></div></section>`;
    expect(read(`${fields}${quoting}`)?.messages.map((m) => m.author)).toEqual(['Gary Brandt', 'Maya Okafor']);
  });

  const signed = (who: string, address: string, at: string, text: string, more = '') =>
    `<div class="activity"><div><span>${who}</span><span>${address}</span>${more}</div><span title="${at}">yesterday</span><div class="email-content"><p>${text}</p></div></div>`;
  const board = `<div class="feed">${signed('Gary Brandt', 'gary@brandt.example', '25 Nov 2026 08:00', 'It burns.')}${signed('Maya Okafor', 'maya@desk.example', '25 Nov 2026 09:00', 'We are coming.')}</div>`;
  test('are not the firm that the label of a customer names, where a card shows who writes', () => {
    const page = `<dl><dt>Status</dt><dd>Open</dd><dt>Assignee</dt><dd>Maya Okafor</dd><dt>Customer</dt><dd>Oast Foods</dd></dl>`;
    const ticket = read(`${page}<div class="side"><div>Gary Brandt</div><div>gary@brandt.example</div></div>${board}`);
    expect([ticket?.fields.requester?.value.name, ticket?.fields.organization?.value]).toEqual(['Gary Brandt', 'Oast Foods']);
  });
  test('are the customer that the label names, where that one has a card too', () => {
    const page = `<dl><dt>Status</dt><dd>Open</dd><dt>Assignee</dt><dd>Maya Okafor</dd><dt>Customer</dt><dd>Rosa Lind</dd></dl>`;
    const cards =
      '<div class="side"><div>Rosa Lind</div><div>rosa@brandt.example</div></div><div class="side"><div>Gary Brandt</div><div>gary@brandt.example</div></div>';
    expect(read(`${page}${cards}${board}`)?.fields.requester?.value.name).toBe('Rosa Lind');
  });
});

describe('the first look', () => {
  const hint = (url: string, body: string) =>
    ticketPageHint(new DOMParser().parseFromString(`<html><head><title>Desk</title></head><body>${body}</body></html>`, 'text/html'), new URL(url));
  test.each([
    'https://desk.example/helpdesk/tickets/3391',
    'https://desk.example/issue/3f0c8b7e-5a0d-4d6f-9c1e-2ab07c5519d4',
    'https://mail.example/box/3/thread?tid=50412',
  ])('goes on where the address is a ticket and its number: %s', (url) => {
    expect(hint(url, '<div>nothing that tells</div>')).toBe('maybe');
  });
  test.each(['https://desk.example/tickets', 'https://desk.example/helpdesk/tickets?page=2', 'https://desk.example/inbox/today'])(
    'does not elsewhere: %s',
    (url) => {
      expect(hint(url, '<div>nothing that tells</div>')).toBe('no');
    },
  );
});
