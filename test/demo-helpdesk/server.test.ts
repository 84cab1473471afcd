import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoSkins } from './page-context.ts';
import { startDemoHelpdesk, type DemoHelpdesk } from './server.ts';
import { demoTickets } from './tickets.ts';

const now = Date.parse('2026-11-24T09:00:30Z');
let desk: DemoHelpdesk;
beforeAll(async () => {
  desk = await startDemoHelpdesk({ now, zone: 'UTC' });
});
afterAll(() => desk.close());

/** Asks the demo helpdesk on loopback. */
const ask = (url: string, form?: Record<string, string>): Promise<{ status: number | undefined; text: string }> =>
  new Promise((resolve, reject) => {
    request(url, { method: form ? 'POST' : 'GET' }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, text }));
    })
      .on('error', reject)
      .end(form && new URLSearchParams(form).toString());
  });
const page = async (path: string): Promise<string> => (await ask(desk.url + path)).text;
/** What the page prints, without tags and with character references resolved. */
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

describe.each(demoSkins)('in the skin %s', (skin) => {
  test('every ticket shows its fields and its whole conversation', async () => {
    for (const ticket of demoTickets(now)) {
      const text = words(await page(`/tickets/${ticket.id}?skin=${skin}`)).replace(/\s+/g, ' ');
      for (const expected of [ticket.id, ticket.subject, ticket.requester.email, ticket.group, ...Object.values(ticket.customFields)])
        expect(text).toContain(expected);
      for (const message of ticket.messages) {
        expect(text).toContain(message.author);
        expect(text).toContain(message.text.split(/\n+/)[0]?.replace(/\s+/g, ' '));
        for (const file of message.attachments) expect(text).toContain(file);
      }
    }
  });

  test('pages that are no ticket answer, and a ticket that does not exist does not', async () => {
    for (const path of ['/tickets', '/dashboard', '/settings', '/kb/prioritise', '/search?q=refund', '/tickets/new'])
      expect((await ask(`${desk.url}${path}${path.includes('?') ? '&' : '?'}skin=${skin}`)).status).toBe(200);
    expect((await ask(`${desk.url}/tickets/1?skin=${skin}`)).status).toBe(404);
  });

  test('the skin stays while one walks through the product', async () => {
    const links = [...(await page(`/tickets?skin=${skin}&lang=de`)).matchAll(/href="(\/[^"]*)"/g)]
      .map((m) => words(m[1] ?? ''))
      .filter((href) => !href.startsWith('/assets'));
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((href) => !href.endsWith(`?skin=${skin}&lang=de`))).toEqual([]);
  });
});

test('a ticket’s page is in its own language unless the address asks for another', async () => {
  expect(await page('/tickets/48221')).toContain('<html lang="vi">');
  expect(await page('/tickets/48217')).toContain('Priorität');
  expect(await page('/tickets/48221?lang=en')).toContain('<html lang="en">');
});

test('a reply and a new status stay, as a public message and a line of activity', async () => {
  const other = await startDemoHelpdesk({ now, zone: 'UTC' });
  await ask(`${other.url}/tickets/48240/messages`, { mode: 'reply', text: 'On <b>it</b>.', status: 'pending' });
  const html = (await ask(`${other.url}/tickets/48240`)).text;
  await other.close();
  expect(html).toContain('On &#60;b&#62;it&#60;/b&#62;.');
  expect(words(html)).toContain('changed the status from New to Pending');
});

test('it listens on loopback alone', () => {
  expect(new URL(desk.url).hostname).toBe('127.0.0.1');
});

describe('the tickets', () => {
  const tickets = demoTickets(now);

  test('have distinct numbers, messages in order and nothing in the future', () => {
    expect(new Set(tickets.map((t) => t.id)).size).toBe(tickets.length);
    for (const ticket of tickets) {
      const times = ticket.messages.map((m) => Date.parse(m.at));
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThanOrEqual(now);
      expect(Date.parse(ticket.createdAt)).toBe(times[0]);
    }
  });

  test('cover every trigger of the default policy, three languages and every kind of status that is still open', () => {
    const triggers = new Set(tickets.flatMap((t) => t.expect.triggers));
    expect([...triggers].sort()).toEqual([
      'angry',
      'billing',
      'breach',
      'legal',
      'outage',
      'revenue',
      'security',
      'sla-80',
      'third-contact',
      'vip',
      'vip-angry',
    ]);
    expect(new Set(tickets.map((t) => t.language))).toEqual(new Set(['en', 'vi', 'de']));
    expect(new Set(tickets.map((t) => t.status))).toEqual(new Set(['new', 'open', 'pending', 'resolved']));
  });

  test('move with the given instant', () => {
    const later = demoTickets(now + 3_600_000);
    for (const ticket of tickets) {
      const moved = later.find((t) => t.id === ticket.id);
      expect(Date.parse(moved?.createdAt ?? '') - Date.parse(ticket.createdAt)).toBe(3_600_000);
    }
  });
});
