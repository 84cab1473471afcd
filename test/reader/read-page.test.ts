// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { ticketPageHint } from '../../lib/reader/is-ticket-page.ts';
import { readPerson, samePerson } from '../../lib/reader/person.ts';
import { readPage, tryReadPage } from '../../lib/reader/read-page.ts';
import { validated } from '../../lib/reader/validate.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const options = { url: 'https://desk.test/tickets/77', zone: 'UTC', now } as const;

function page(inner: string, title = '#77 Broken export'): Document {
  return new DOMParser().parseFromString(`<html lang="en"><head><title>${title}</title></head><body>${inner}</body></html>`, 'text/html');
}

const ticket = (more = '') => `<h1>Broken export</h1>
  <dl><dt>Status</dt><dd>Open</dd><dt>Priority</dt><dd>High</dd><dt>Requester</dt><dd>Ana Paz &lt;ana@paz.test&gt;</dd><dt>Assignee</dt><dd>Kim Lee</dd><dt>Created</dt><dd>2026-11-20 09:00</dd>${more}</dl>
  <div class="messages"><div class="message"><b>Ana Paz</b> <time datetime="2026-11-20T09:00:00Z">Nov 20</time><div class="body">The export is broken.<br>Status: urgent &amp; Priority: Low</div></div>
  <div class="message"><b>Kim Lee</b> <time datetime="2026-11-20T10:00:00Z">Nov 20</time><div class="body">We are looking into it.</div></div></div>`;

describe('readPage', () => {
  test('reads labels and never what customers write', () => {
    const fields = readPage(page(ticket()), options)?.snapshot.fields;
    expect(fields?.priority?.value).toBe('High');
    expect(fields?.status?.value).toBe('Open');
    expect(fields?.requester?.value).toEqual({ name: 'Ana Paz', email: 'ana@paz.test' });
  });

  test('leaves priority out when the badge is hidden', () => {
    const html = ticket().replace('<dt>Priority</dt><dd>', '<dt hidden>Priority</dt><dd hidden>');
    expect(readPage(page(html), options)?.snapshot.fields.priority).toBeUndefined();
  });

  test('leaves a field out when two places contradict each other', () => {
    const fields = readPage(page(ticket('<dt>Priority</dt><dd>Low</dd>')), options)?.snapshot.fields;
    expect(fields?.priority).toBeUndefined();
    expect(fields?.status?.value).toBe('Open');
  });

  test('drops a due time before the creation and says so', () => {
    const snapshot = readPage(page(ticket('<dt>Due date</dt><dd>2026-11-19 09:00</dd>')), options)?.snapshot;
    expect(snapshot?.fields.dueAt).toBeUndefined();
    expect(snapshot?.problems.join()).toContain('dueAt');
  });

  test('lets what the agent set stand above everything', () => {
    const fields = readPage(page(ticket()), { ...options, corrections: { priority: 'Critical' } })?.snapshot.fields;
    expect(fields?.priority).toMatchObject({ value: 'Critical', from: 'agent' });
  });

  test('lets what the agent set among custom fields stand above the page, and adds what the page does not have', () => {
    const read = readPage(page(ticket('<dt>Plan</dt><dd>Basic</dd>')), {
      ...options,
      customCorrections: { Plan: 'Gold', 'Customer tier': 'Enterprise' },
    });
    expect(read?.snapshot.customFields).toMatchObject({
      Plan: { value: 'Gold', from: 'agent' },
      'Customer tier': { value: 'Enterprise', from: 'agent' },
    });
  });

  test('finds the way back from a message offset to the page', () => {
    const result = readPage(page(ticket()), options);
    const text = result?.snapshot.messages[0]?.text ?? '';
    const start = text.indexOf('urgent');
    const range = result?.places.range(0, start, start + 6);
    // The start is checked in a real browser: happy-dom moves it when the end is set.
    expect(range?.endContainer.textContent?.slice(0, range.endOffset)).toBe('Status: urgent');
    expect(result?.places.field('priority')?.textContent).toBe('High');
  });

  test('says nothing of an ambiguous date and reads it once another date settles it', () => {
    const ambiguous = ticket().replace('2026-11-20 09:00', '05/06/2026 09:00');
    expect(readPage(page(ambiguous), options)?.snapshot.fields.createdAt).toBeUndefined();
    const settled = ambiguous.replace('</dl>', '<dt>Last updated</dt><dd>23/06/2026 10:00</dd></dl>');
    expect(readPage(page(settled), options)?.snapshot.fields.createdAt?.value).toBe('2026-06-05T09:00:00.000Z');
  });

  test('says how many messages the page holds back', () => {
    const folded = ticket().replace('<div class="messages">', '<div class="messages"><button>Show 12 earlier messages</button>');
    expect(readPage(page(folded), options)?.snapshot.missingMessages).toBe(12);
    expect(readPage(page(ticket()), options)?.snapshot.missingMessages).toBeUndefined();
  });

  test('names the hints that made it a ticket', () => {
    expect(readPage(page(ticket()), options)?.hints).toContain('label-status +1');
  });

  test('reads newest-first threads oldest first', () => {
    const parts = ticket().split(/(?=<div class="message">)/);
    const turned = `${parts[0]}${parts[2]?.replace('</div></div></div>', '</div></div>')}${parts[1]}</div>`;
    expect(readPage(page(turned), options)?.snapshot.messages.map((m) => m.author)).toEqual(['Ana Paz', 'Kim Lee']);
  });
});

describe('Request Tracker', () => {
  const url = 'http://rt.test/Ticket/Display.html?id=5';
  const html = (id: string, fields = '') =>
    `<div id="header"><h1>#${id}: Broken export</h1></div><div class="ticket-info-basics"><div class="id form-row"><div class="label">Id:</div><div class="value">${id}</div></div>${fields}</div><div class="history-container"></div>`;
  const rt = (body: string) => {
    const doc = page(body, 'x');
    doc.body.id = 'comp-Ticket-Display';
    return doc;
  };
  test('waits while the page still shows another ticket', () => {
    expect(tryReadPage(rt(html('4')), { ...options, url })).toBe('waiting');
  });
  test('knows the ticket by address and proof, and is silent elsewhere in the product', () => {
    expect(readPage(rt(html('5')), { ...options, url })?.snapshot).toMatchObject({
      helpdesk: 'request-tracker',
      fields: { subject: { value: 'Broken export' } },
    });
    expect(tryReadPage(rt(html('5')), { ...options, url: 'http://rt.test/Search/Results.html?id=5' })).toBeUndefined();
  });
  test('does not take the folded edit form for a value', () => {
    const fields =
      '<form class="inline-edit"><div class="form-row status"><div class="value">rejected</div></div></form><div class="status form-row"><div class="value"><span class="current-value">offen</span></div></div>';
    expect(readPage(rt(html('5', fields)), { ...options, url })?.snapshot.fields).toMatchObject({
      status: { value: 'offen' },
      statusKind: { value: 'open' },
    });
  });
});

describe('validated', () => {
  const field = <T>(value: T) => ({ value, from: 'label', how: 'test', sure: 0.9 }) as const;
  test('drops a creation in the future but keeps what the agent said', () => {
    const late = '2026-12-24T00:00:00Z';
    expect(validated({ createdAt: field(late) }, [], now).fields.createdAt).toBeUndefined();
    expect(validated({ createdAt: { ...field(late), from: 'agent' } }, [], now).fields.createdAt?.value).toBe(late);
  });
});

describe('readPerson', () => {
  test.each([
    ['Gary Brandt <gary@brandt.test>', { name: 'Gary Brandt', email: 'gary@brandt.test' }],
    ['maya (Maya Okafor)', { name: 'Maya Okafor' }],
    ['gary@brandt.test', { email: 'gary@brandt.test' }],
    ['Lucía Vega @luciav', { name: 'Lucía Vega' }],
    ['Gary Brandt (@gary.brandt)', { name: 'Gary Brandt' }],
    ['@luciav', { name: '@luciav' }],
    ['"Weber, Jonas" <jonas@x.test>', { name: 'Weber, Jonas', email: 'jonas@x.test' }],
  ])('%s', (text, person) => {
    expect(readPerson(text)).toEqual(person);
  });
  test('gives nobody for a dash', () => {
    expect(readPerson(' - ')).toBeUndefined();
  });
  test('knows somebody again with the names turned round, and by address before name', () => {
    expect(samePerson({ name: 'Brandt, Hana' }, { name: 'Hana Brandt' })).toBe(true);
    expect(samePerson({ name: 'A B', email: 'a@x.test' }, { name: 'A B', email: 'b@x.test' })).toBe(false);
  });
});

describe('ticketPageHint', () => {
  test.each([
    ['maybe', ticket(), '#77 Broken export', 'https://desk.test/tickets/77'],
    ['no', '<table><tbody><tr><td><a href="/tickets/1">One</a></td></tr></tbody></table>', 'Tickets', 'https://desk.test/tickets'],
    [
      'maybe',
      '<fw-input></fw-input><fw-input></fw-input><fw-textarea></fw-textarea>',
      'Desk',
      'https://desk.test/app/record.do?sys_id=779b779b779b779b',
    ],
    [
      'maybe',
      '<label>State</label><input><div role="textbox" contenteditable="true"></div>',
      'Desk',
      'https://desk.test/app/record.do?sys_id=779b779b779b779b',
    ],
    ['no', '<fw-input></fw-input><fw-input></fw-input><fw-textarea></fw-textarea>', 'Desk', 'https://desk.test/app/records'],
    ['no', '<p>Welcome</p>', 'Dashboard', 'https://desk.test/dashboard'],
  ])('%s', (hint, body, title, url) => {
    expect(ticketPageHint(page(body, title), new URL(url))).toBe(hint);
  });
});

describe('a product whose pane its adapter does not find', () => {
  const at = (url: string, doc: Document, rootMissing?: 'since-load' | 'since-navigation') =>
    tryReadPage(doc, { ...options, url, ...(rootMissing && { rootMissing }) });
  const address = 'https://acme.zendesk.com/agent/tickets/77';

  test('is waited for', () => {
    expect(at(address, page(ticket()))).toBe('waiting');
  });

  test.each(['since-load', 'since-navigation'] as const)('is read as an unknown product after a while (%s), and that is said', (missing) => {
    const outcome = at(address, page(ticket()), missing);
    if (outcome === undefined || outcome === 'waiting') throw new Error('not read');
    expect(outcome.snapshot).toMatchObject({ helpdesk: 'generic', fields: { status: { value: 'Open' }, id: { value: '77' } } });
    expect(outcome.snapshot.problems[0]).toContain('Zendesk');
  });

  test('is not read while the page may still show the ticket before', () => {
    expect(at('https://acme.zendesk.com/agent/tickets/78', page(ticket()), 'since-navigation')).toBe('waiting');
  });

  test('is not read where nothing looks like a ticket', () => {
    expect(at(address, page('<h1>#77</h1><p>Loading…</p>'), 'since-load')).toBe('waiting');
  });
});
