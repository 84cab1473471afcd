/** Asking the helpdesk itself: never before the person allowed it, once for each change of a ticket, only by GET, and never after a refusal. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askPage, panelShown } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { ClosedPanel } from './closed-panel.ts';

const asked: string[] = [];
let refuse = false;
let server: Server;
let base: string;
let launched: Launched;
let page: Page;

/** A ticket in the shape of Request Tracker's own page, which shows no history until it is asked to. */
const ticketPage = `<!doctype html><html lang="en"><head><title>#12: Printer is dead</title></head><body id="comp-Ticket-Display">
<div id="header"><h1>#12: Printer is dead</h1></div>
<div class="ticket-info-basics">${row('id', '12')}${row('status', 'stalled')}${row('queue', 'Support')}</div>
<div class="ticket-info-people">${row('requestors', '<span class="user">Ida Berg &lt;ida@berg.example&gt;</span>')}${row('owner', '<span class="user">Kim Lee</span>')}</div>
<div class="ticket-info-dates">${row('created', 'Mon Nov 02 09:00:00 2026')}</div>
<div class="history-container"></div><footer>busy</footer></body></html>`;
function row(name: string, value: string): string {
  return `<div class="form-row ${name}"><div class="value"><span class="current-value">${value}</span></div></div>`;
}
const change = (Created: string, OldValue: string, NewValue: string) => ({ Type: 'Status', Field: 'Status', Created, OldValue, NewValue });
const answers: Record<string, unknown> = {
  '/REST/2.0/ticket/12': {
    id: 12,
    Subject: 'Printer is dead',
    Status: 'stalled',
    Created: '2026-11-02T09:00:00Z',
    LastUpdated: '2026-11-02T11:00:00Z',
    Requestor: [{ id: 'ida@berg.example', RealName: 'Ida Berg' }],
  },
  '/REST/2.0/ticket/12/history': {
    per_page: 100,
    items: [
      { Type: 'Create', Created: '2026-11-02T09:00:00Z' },
      change('2026-11-02T10:00:00Z', 'new', 'open'),
      change('2026-11-02T11:00:00Z', 'open', 'stalled'),
    ],
  },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/Ticket/Display.html') return response.setHeader('content-type', 'text/html; charset=utf-8').end(ticketPage);
    if (!pathname.startsWith('/REST/')) return response.writeHead(404).end();
    asked.push(`${request.method} ${pathname}`);
    if (refuse) return response.writeHead(403).end();
    return response.setHeader('content-type', 'application/json; charset=utf-8').end(JSON.stringify(answers[pathname] ?? {}));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  launched = await launchChromium({ hosts: ['http://127.0.0.1/*'], headless: true, timezoneId: 'UTC', locale: 'en-US' });
  page = await launched.context.newPage();
  await page.goto(`${base}/Ticket/Display.html?id=12`);
  await panelShown(page);
});
afterAll(async () => {
  await launched?.close();
  server?.close();
});

const read = async () => (await askPage(launched.worker, page.url(), 'page.read', {})).snapshot;
/** Time enough for a request that must not come: a change is asked about a second after it, and no sooner than five after the last time. */
const settled = () => page.waitForTimeout(6_500);
const setStatus = (word: string): Promise<void> =>
  page.evaluate((word) => {
    const shown = document.querySelector('.form-row.status .current-value');
    if (shown) shown.textContent = word;
  }, word);

test('nothing is asked before the person allows it', async () => {
  await settled();
  expect(asked).toEqual([]);
  expect((await read())?.statusHistoryComplete).toBeUndefined();
});

test('the switch stands beside the fields, says what is read, and brings the whole history', async () => {
  const panel = await ClosedPanel.of(page);
  await panel.click('Check');
  await panel.says(/Reads this ticket’s fields, messages and history from 127\.0\.0\.1/);
  await panel.click('Also ask Request Tracker itself');
  await expect.poll(() => asked).toEqual(['GET /REST/2.0/ticket/12', 'GET /REST/2.0/ticket/12/history']);
  await expect.poll(async () => (await read())?.statusHistoryComplete).toBe(true);
  const snapshot = await read();
  expect(snapshot?.fields.statusHistory).toMatchObject({ from: 'api', value: [{ status: 'new' }, { status: 'open' }, { status: 'stalled' }] });
  expect(snapshot?.fields.createdAt).toMatchObject({ from: 'api', value: '2026-11-02T09:00:00.000Z' });
});

test('a page that is redrawn without a change of the ticket asks nothing', async () => {
  for (let i = 0; i < 6; i++) {
    await page.evaluate((n) => document.querySelector('footer')?.append(` redrawn ${n}`), i);
    await page.waitForTimeout(200);
  }
  await settled();
  expect(asked).toHaveLength(2);
});

test('a change of the ticket asks once more, and what was true before it is not shown meanwhile', async () => {
  await setStatus('open');
  await expect.poll(async () => (await read())?.fields.statusKind?.value).toBe('open');
  await expect.poll(() => asked.length).toBe(4);
  await settled();
  expect(asked).toHaveLength(4);
});

test('after a refusal nothing is asked again, and the panel says so', async () => {
  refuse = true;
  await setStatus('resolved');
  await (await ClosedPanel.of(page)).says('Request Tracker refused');
  expect(asked).toHaveLength(5);
  await setStatus('rejected');
  await settled();
  expect(asked).toHaveLength(5);
});

test('the permission can be taken back while the ticket is open', async () => {
  refuse = false;
  asked.length = 0;
  await page.reload();
  await panelShown(page);
  await expect.poll(() => asked.length).toBe(2);
  await launched.worker.evaluate(async (origin) => {
    const { local } = (
      globalThis as unknown as { chrome: { storage: { local: { get(k: string): Promise<Record<string, object>>; set(v: object): Promise<void> } } } }
    ).chrome.storage;
    // one place for all ports of a host
    const key = `site:${origin.replace(/:\d+$/, '')}`;
    await local.set({ [key]: { ...(await local.get(key))[key], api: false } });
  }, base);
  await expect.poll(async () => (await read())?.statusHistoryComplete).toBeUndefined();
  await setStatus('open');
  await settled();
  expect(asked).toHaveLength(2);
});

test('the options page says which products can be asked and what is read', async () => {
  const options = await launched.context.newPage();
  await options.goto(`chrome-extension://${launched.extensionId}/options.html#sites`);
  await options.getByText('It only reads, and asks nobody else.').waitFor();
  await expect.poll(() => options.getByText('Zendesk, Jira').count()).toBe(1);
  await expect.poll(() => options.getByRole('checkbox').first().isChecked()).toBe(false);
  await options.close();
});
