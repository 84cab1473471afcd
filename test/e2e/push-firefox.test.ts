/**
 * Counts to a team's collector in real Firefox, where sending them is optional data collection: asked for when it is switched on, and
 * without it nothing leaves, whatever policy and settings say.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import { launchFirefox } from '../../scripts/launch-firefox.ts';
import { bundledLedger, type BundledLedger } from '../ledger/bundled-ledger.ts';
import { quarter } from '../metrics/quarter.ts';
import { collected } from './otlp-receiver.ts';

declare const ledger: BundledLedger;
declare const browser: {
  readonly storage: { readonly local: { get(key: string): Promise<Record<string, object>>; set(items: object): Promise<void> } };
  readonly alarms: { get(name: string): Promise<object | undefined>; create(name: string, about: object): Promise<void> };
  readonly permissions: { getAll(): Promise<{ data_collection?: string[] }>; remove(some: object): Promise<boolean> };
};

const received: string[] = [];
let server: Server;
let url: string;
let script: string;
let firefox: Awaited<ReturnType<typeof launchFirefox>>;
let page: Page;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      if (request.method === 'POST') received.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/metrics`;
  script = await bundledLedger();
  // Firefox's own dialog lies outside of every page: with this each request for a permission is answered yes, and without one nothing is granted
  firefox = await launchFirefox(['http://127.0.0.1/*'], { 'extensions.webextOptionalPermissionPrompts': false });
  page = await firefox.browser.newPage();
  // the protocol hears of no load event of the first of these pages
  await page.goto(`${firefox.ownPages}options.html#metrics`, { timeout: 3_000 }).catch(() => undefined);
  await page.waitForSelector('.metrics');
  await page.evaluate(async (to) => {
    const { policy: loaded } = (await browser.storage.local.get('policy')) as { policy: { policy: object } };
    const push = { url: to, every: '1h', headers: {} };
    await browser.storage.local.set({ policy: { ...loaded, policy: { ...loaded.policy, metrics: { individual: true, push } } } });
  }, url);
});
afterAll(async () => {
  await firefox?.close();
  server.closeAllConnections();
  server.close();
});

const dataAllowed = (): Promise<string[]> => page.evaluate(async () => (await browser.permissions.getAll()).data_collection ?? []);
const isOn = (): Promise<boolean> => page.$eval('.push input[type=checkbox]', (box) => box.checked);
/** As if these tickets had been seen in this browser. */
async function see(tickets: readonly LedgerTicket[]): Promise<void> {
  await page.evaluate(script);
  await page.evaluate((rows) => ledger.see(rows), tickets);
}
/** The alarm that sends; it is gone once the background has looked and may not send. */
async function ringInVain(): Promise<void> {
  await page.evaluate(() => browser.alarms.create('push', { when: Date.now() + 50 }));
  await expect.poll(() => page.evaluate(async () => (await browser.alarms.get('push')) !== undefined)).toBe(false);
}
async function reopen(): Promise<void> {
  await page.evaluate(() => location.reload());
  // the page of before goes first
  await expect.poll(() => page.$eval('.push', (section) => section.textContent).catch(() => '')).toContain(url);
}

test('without the browser’s own grant nothing is sent, although policy and settings say yes', async () => {
  await see((quarter()[0]?.tickets ?? []).slice(0, 10));
  await page.evaluate(async (to) => {
    const { settings } = await browser.storage.local.get('settings');
    await browser.storage.local.set({ settings: { ...settings, push: { url: to, hostWasAllowed: true } } });
  }, url);
  await reopen();
  expect(await dataAllowed()).toEqual([]);
  expect(await isOn()).toBe(false);
  expect(await page.$$eval('.push button', (buttons) => buttons.find(({ textContent }) => textContent === 'Send now')?.disabled)).toBe(true);
  await ringInVain();
  expect(received).toEqual([]);
});

test('switching it on asks the browser for the data, and then the counts are sent', async () => {
  await page.click('.push input[type=checkbox]');
  await expect.poll(dataAllowed).toEqual(['technicalAndInteraction']);
  await expect.poll(isOn).toBe(true);
  await page.evaluate(() => browser.alarms.create('push', { when: Date.now() + 50 }));
  await expect.poll(() => received.length).toBe(1);
  expect(collected(received[0] ?? '').sum('handrail.tickets.seen')).toBe(10);
});

test('once the grant is taken back in the browser, nothing more is sent', async () => {
  await page.evaluate(() => browser.permissions.remove({ data_collection: ['technicalAndInteraction'] }));
  await expect.poll(dataAllowed).toEqual([]);
  await see((quarter()[0]?.tickets ?? []).slice(10, 20));
  await ringInVain();
  expect(received).toHaveLength(1);
});
