/** Counts to a team's collector, from a real browser to a receiver on loopback: only after both said yes, exactly what is shown, and adding up to the ledger. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import type { LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import { computeMetrics, type MetricId } from '../../lib/metrics/metrics.ts';
import { bundledLedger, type BundledLedger } from '../ledger/bundled-ledger.ts';
import { people, quarter } from '../metrics/quarter.ts';
import { endWorker } from './end-worker.ts';
import { collected, type Collected } from './otlp-receiver.ts';

/** What is called inside the browser. */
declare const chrome: {
  readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<void> } };
  readonly alarms: { get(name: string): Promise<{ periodInMinutes?: number } | undefined>; create(name: string, about: object): Promise<void> };
};

declare const ledger: BundledLedger;

/** One person's quarter: 500 tickets whose metrics are known. */
const tickets: readonly LedgerTicket[] = (quarter()[0]?.tickets ?? []).filter(({ ticketId }) => Math.floor(Number(ticketId) / 10) % people === 0);
const received: { readonly headers: Record<string, unknown>; readonly body: string }[] = [];
let answer: (response: ServerResponse) => void = ok;
let server: Server;
let url: string;
let launched: Launched;
let page: Page;
let script: string;

function ok(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
}

beforeAll(async () => {
  script = await bundledLedger();
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      if (request.method === 'POST') received.push({ headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/metrics`;
  launched = await launchChromium({ hosts: ['http://127.0.0.1/*'], headless: true, locale: 'en-US' });
  page = await launched.context.newPage();
  await open();
  await setPush({ url, every: '1h', headers: { 'x-token': 'write-only' } });
});
afterAll(async () => {
  await launched?.close();
  server.closeAllConnections();
  server.close();
});

async function open(): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`chrome-extension://${launched.extensionId}/options.html#metrics`);
  await page.locator('.metrics').waitFor();
}

/** The policy in use names this collector. */
async function setPush(push: object): Promise<void> {
  await page.evaluate(async (named) => {
    const { policy: loaded } = (await chrome.storage.local.get('policy')) as { policy: { policy: { metrics: object } } };
    await chrome.storage.local.set({ policy: { ...loaded, policy: { ...loaded.policy, metrics: { individual: true, push: named } } } });
  }, push);
}

/** As if these tickets had been seen in this browser. */
async function see(some: readonly LedgerTicket[]): Promise<void> {
  await page.evaluate(script);
  await page.evaluate((rows) => ledger.see(rows), some);
}

const section = () => page.locator('.push');
const consent = () => section().getByRole('checkbox');
const sendNow = () => section().getByRole('button', { name: 'Send now' }).click();
const lastSent = (): Promise<string | null> => section().locator('li').first().locator('pre').textContent();
const states = (): Promise<string[]> => section().locator('li > details > summary').allInnerTexts();
/** The same without the instants, which differ from one collection to the next. */
const timeless = (body: string | null): unknown => JSON.parse((body ?? '').replaceAll(/"(startT|t)imeUnixNano":"?\d+"?/g, '"at":0'));

test('nothing is sent while only the policy says yes, and what would be sent is shown', async () => {
  await see(tickets.slice(0, 400));
  await open();
  expect(await consent().isChecked()).toBe(false);
  await expect.poll(() => section().locator('pre').first().textContent()).toContain('handrail.tickets.seen');
  expect(await section().getByRole('button', { name: 'Send now' }).isDisabled()).toBe(true);
  await page.evaluate(() => chrome.alarms.create('push', { when: Date.now() + 50 }));
  await expect.poll(() => page.evaluate(() => chrome.alarms.get('push'))).toBeUndefined();
  expect(received).toEqual([]);
});

test('once the person says yes, exactly what was shown is sent, and shown again', async () => {
  const shown = await section().locator('pre').first().textContent();
  await consent().check();
  await expect.poll(() => page.evaluate(async () => (await chrome.alarms.get('push'))?.periodInMinutes)).toBe(60);
  await expect.poll(() => consent().isChecked()).toBe(true);
  await sendNow();
  await expect.poll(() => received.length).toBe(1);
  expect(received[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'x-token': 'write-only' });
  expect(timeless(received[0]?.body ?? null)).toEqual(timeless(shown));
  await expect.poll(states).toEqual([expect.stringContaining('arrived')]);
  await expect.poll(lastSent).toBe(received[0]?.body);
  await expect.poll(() => section().textContent()).toContain('Nothing new to send.');
});

test('an alarm sends what is new', async () => {
  await see(tickets.slice(400));
  await page.evaluate(() => chrome.alarms.create('push', { when: Date.now() + 50 }));
  await expect.poll(() => received.length).toBe(2);
});

test('all that was sent adds up to the metrics of the ledger', () => {
  const all = received.map(({ body }) => collected(body)).reduce((sum, one) => sum.plus(one));
  const metrics = computeMetrics(tickets);
  const of = (id: MetricId, about?: number | string) =>
    metrics.find((one) => one.id === id && (about === undefined || (one.tier ?? one.rule) === about));
  const parts = (id: MetricId, about?: number | string) => [of(id, about)?.numerator, of(id, about)?.denominator];
  expect(all.sum('handrail.tickets.seen')).toBe(500);
  for (const tier of [2, 3]) {
    const at = { 'handrail.tier': tier };
    expect([all.sum('handrail.tickets.escalated', at), all.sum('handrail.tickets.seen')]).toEqual(parts('escalationRate', tier));
    expect([all.sum('handrail.tickets.resolved_where_received', at), all.sum('handrail.tickets.escalated', at)]).toEqual(
      parts('escalationToResolution', tier),
    );
  }
  expect([all.sum('handrail.escalations.bounced'), all.sum('handrail.escalations')]).toEqual(parts('bounceRate'));
  expect([all.sum('handrail.tickets.advised', { 'handrail.followed': false }), all.sum('handrail.tickets.advised')]).toEqual(parts('falseAlarms'));
  expect(all.sum('handrail.tickets.unadvised')).toBe(of('misses')?.numerator);
  for (const rule of ['mood', 'sla'])
    expect([
      all.sum('handrail.rule.advised', { 'handrail.rule': rule, 'handrail.followed': true }),
      all.sum('handrail.rule.advised', { 'handrail.rule': rule }),
    ]).toEqual(parts('rulePrecision', rule));
  expect([all.sum('handrail.updates', { 'handrail.kept': true }), all.sum('handrail.updates')]).toEqual(parts('updateKept'));
  for (const tier of [1, 2])
    expect([
      all.sum('handrail.tickets.resolved', { 'handrail.tier': tier, 'handrail.first_contact': true }),
      all.sum('handrail.tickets.resolved', { 'handrail.tier': tier }),
    ]).toEqual(parts('firstContactResolution', tier));
  // by construction: 50 blocks of 2, 2, 4 and 6 hours; 10 and 20 hours; scores 4 and 2
  expect(all.histogram('handrail.time_to_escalate')).toEqual({ count: 200, sum: 50 * 14 });
  expect(all.histogram('handrail.resolution_after_escalation')).toEqual({ count: 100, sum: 50 * 30 });
  expect(all.histogram('handrail.satisfaction_after_escalation')).toEqual({ count: 100, sum: 50 * 6 });
});

test('nothing that was sent points to a ticket, a site or a person', () => {
  const sent = received.map(({ body }) => body).join('\n');
  expect(sent).not.toMatch(/desk\.example|other\.example|zammad|person-0/);
  const said = received.flatMap(({ body }) => collected(body).points.flatMap(({ attributes }) => Object.entries(attributes)));
  const values = (name: string) =>
    [...new Set(said.filter(([key]) => key === name).map(([, value]) => value))].toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
  expect([...new Set(said.map(([key]) => key))].sort().map((name) => [name, values(name)])).toEqual([
    ['handrail.first_contact', [false, true]],
    ['handrail.followed', [false, true]],
    ['handrail.kept', [false, true]],
    ['handrail.rule', ['mood', 'sla']],
    ['handrail.tier', [1, 2, 3]],
  ]);
});

/** A ticket that nobody saw before. */
const another = (id: string): LedgerTicket => ({ ...(tickets[6] as LedgerTicket), key: `https://desk.example|zammad|${id}`, ticketId: id });
const seenIn = (body: string | undefined): number => (body === undefined ? Number.NaN : (collected(body) as Collected).sum('handrail.tickets.seen'));

test('what the collector refuses goes with the next sending', async () => {
  answer = (response) => void response.writeHead(400).end();
  await see([another('a')]);
  await open();
  await sendNow();
  await expect.poll(states).toEqual([expect.stringContaining('did not arrive'), expect.anything(), expect.anything()]);
  answer = ok;
  await see([another('b')]);
  await open();
  await sendNow();
  await expect.poll(async () => (await states())[0]).toContain('arrived');
  expect(seenIn(received.at(-1)?.body)).toBe(2);
});

test('a sending during which the worker died is told as unknown and not sent a second time', async () => {
  const before = received.length;
  answer = () => undefined;
  await see([another('c')]);
  await open();
  await sendNow();
  await expect.poll(() => received.length).toBe(before + 1);
  await endWorker(launched);
  answer = ok;
  await see([another('d')]);
  await open();
  await sendNow();
  await expect.poll(async () => (await states()).slice(0, 2)).toEqual([expect.stringContaining('arrived'), expect.stringContaining('broken off')]);
  expect(seenIn(received.at(-1)?.body)).toBe(1);
});

test('another address in the policy needs another yes', async () => {
  const before = received.length;
  await setPush({ url: `${url}/other`, every: '1h', headers: {} });
  await see([another('e')]);
  await open();
  expect(await consent().isChecked()).toBe(false);
  await expect.poll(() => section().innerText()).toContain('the policy now names another address');
  await page.evaluate(() => chrome.alarms.create('push', { when: Date.now() + 50 }));
  await expect.poll(() => page.evaluate(() => chrome.alarms.get('push'))).toBeUndefined();
  expect(received).toHaveLength(before);
});

test('switched off, nothing is sent any more, and the list of sendings can be deleted', async () => {
  const before = received.length;
  await setPush({ url, every: '1h', headers: {} });
  await open();
  await consent().uncheck();
  await expect.poll(() => page.evaluate(() => chrome.alarms.get('push'))).toBeUndefined();
  await page.evaluate(() => chrome.alarms.create('push', { when: Date.now() + 50 }));
  await expect.poll(() => page.evaluate(() => chrome.alarms.get('push'))).toBeUndefined();
  expect(received).toHaveLength(before);
  await section().getByRole('button', { name: 'Delete this list' }).click();
  await expect.poll(states).toEqual([]);
});

test('a policy that names no collector shows nothing of it', async () => {
  await page.evaluate(async () => {
    const { policy: loaded } = (await chrome.storage.local.get('policy')) as { policy: { policy: object } };
    await chrome.storage.local.set({ policy: { ...loaded, policy: { ...loaded.policy, metrics: { individual: true } } } });
  });
  await open();
  expect(await section().count()).toBe(0);
});
