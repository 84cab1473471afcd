/** A lead publishes, others subscribe: real browsers, real signatures, a static server on this machine. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPublished } from '../../lib/sharing/judge-update.ts';
import { readPublicKey } from '../../lib/sharing/keys.ts';
import { rolloutPlace } from '../../lib/sharing/rollout.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { signingCommand } from '../../scripts/policy-keys.ts';
import { policyText } from '../sharing/published.ts';
import { type PolicyHost, startPolicyHost } from './policy-host.ts';

declare const chrome: {
  readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<void> } };
};

const folder = mkdtempSync(join(tmpdir(), 'handrail-share-'));
const at = (name: string): string => join(folder, name);
const numbers = ['one', 'two', 'three'];
let host: PolicyHost;
let places: readonly number[];
let browsers: readonly Launched[] = [];
let pages: readonly Page[] = [];

/** Signs on the command line, as a lead's build does. */
async function published(version: number, options: { change?: object; rollout?: number; key?: string; expires?: string } = {}): Promise<string> {
  const { change, rollout = 100, key = 'team', expires } = options;
  const file = at(`v${version}.json`);
  writeFileSync(file, policyText(version, change));
  let said = '';
  const code = await signingCommand(
    'sign',
    [file, '--key', at(`${key}.key`), '--rollout', String(rollout), ...(expires ? ['--expires', expires] : []), '--out', at('signed.json')],
    expires ? Date.parse(expires) - 1000 : Date.now(),
    { write: (text) => (said += text) },
  );
  if (code !== 0) throw new Error(said);
  return readFileSync(at('signed.json'), 'utf8');
}

async function open(number: string): Promise<Launched> {
  const launched = await launchChromium({ hosts: ['http://127.0.0.1/*'], headless: true, locale: 'en-US' });
  await launched.worker.evaluate((given) => chrome.storage.local.set({ 'rollout-number': given }), number);
  return launched;
}

const inUse = async (browser: Launched): Promise<{ id: string; version: number }> => {
  const { policy } = await browser.worker.evaluate(() => chrome.storage.local.get('policy'));
  return (policy as { policy: { id: string; version: number } }).policy;
};
const version = async (browser: Launched): Promise<number> => (await inUse(browser)).version;
const versions = (): Promise<number[]> => Promise.all(browsers.map(version));

async function sharingPage(browser: Launched): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/options.html#publish`);
  await page.getByRole('heading', { level: 1, name: 'Publish and subscribe' }).waitFor();
  return page;
}

async function subscribe(page: Page): Promise<void> {
  await page.getByLabel('Address of the policy').fill(host.url);
  await page.getByLabel('Public key of your lead').fill(readFileSync(at('team.pub'), 'utf8'));
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await page.getByRole('button', { name: 'Subscribe and use it' }).click();
  await page.getByText('Version 1 is in use', { exact: false }).waitFor();
}

/** Looks again; the answer is what the page says of it. */
async function check(page: Page): Promise<string> {
  const checked = host.asked.length;
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect.poll(() => host.asked.length).toBeGreaterThan(checked);
  return outcome(page);
}
const outcome = (page: Page): Promise<string> => page.locator('.card [role=status]').first().innerText();

beforeAll(async () => {
  host = await startPolicyHost();
  for (const name of ['team', 'stranger']) await signingCommand('keygen', ['--out', at(name)], Date.now(), { write: () => undefined });
  host.serve(await published(1));
  places = await Promise.all(numbers.map((number) => rolloutPlace(number, 'acme', 2)));
  browsers = [];
  for (const number of numbers) browsers = [...browsers, await open(number)];
  pages = await Promise.all(browsers.map(sharingPage));
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await host?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a policy signed on the publish page is good for everybody who has the public key', async () => {
  const page = pages[0];
  if (!page) throw new Error('no page');
  await page.locator('input[type=file][accept^=".key"]').setInputFiles(at('team.key'));
  await page.getByLabel('Percent of browsers').fill('10');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Sign and save' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const key = await readPublicKey(readFileSync(at('team.pub'), 'utf8'));
  const read = await readPublished(text, { trusted: key.ok ? [key.key] : [], origin: { kind: 'file' }, now: Date.now(), language: 'en' });
  expect(read).toMatchObject({ ok: true, read: { publication: { rollout: 10 }, loaded: { policy: { id: 'default' } } } });
  expect(JSON.stringify(await browsers[0]?.worker.evaluate(() => chrome.storage.local.get(null as unknown as string)))).not.toContain('PRIVATE KEY');
});

test('three browsers subscribe after seeing what changes; nothing but a GET is sent', async () => {
  for (const page of pages) await subscribe(page);
  await expect.poll(versions).toEqual([1, 1, 1]);
  expect(await Promise.all(browsers.map(async (browser) => (await inUse(browser)).id))).toEqual(['acme', 'acme', 'acme']);
  for (const { method, headers } of host.asked) {
    expect(method).toBe('GET');
    expect(headers.cookie ?? headers.referer ?? headers.authorization).toBeUndefined();
  }
  // the look that follows a subscription may have to wait for an administrator's answer
  await expect.poll(() => host.asked.at(-1)?.headers['if-none-match']).toMatch(/^"[0-9a-f]{16}"$/);
});

test('a staged rollout reaches one browser, and then all; each sees the differences before it takes them', async () => {
  const order = [...places].sort((a, b) => a - b);
  const percent = ((order[0] ?? 0) + (order[1] ?? 0)) / 2;
  const change = { label: 'second' };
  host.serve(await published(2, { change, rollout: percent }));
  for (const page of pages) await check(page);
  const first = places.indexOf(order[0] ?? 0);
  const others = pages.filter((_, index) => index !== first);
  for (const page of others) await expect.poll(() => outcome(page)).toContain('its turn comes');
  const early = pages[first];
  if (!early) throw new Error('no page');
  await early.getByRole('heading', { name: 'An update waits' }).waitFor();
  const differences = early.locator('.waiting .sentences li');
  await expect.poll(() => differences.count()).toBe(2);
  expect(await differences.allInnerTexts()).toEqual(expect.arrayContaining(['Name of this version is new: second']));
  expect(await versions()).toEqual([1, 1, 1]);
  await early.getByRole('button', { name: 'Use it' }).click();
  await early.getByText('Version 2 is in use.').waitFor();
  await expect.poll(versions).toEqual([0, 1, 2].map((index) => (index === first ? 2 : 1)));
  host.serve(await published(2, { change }));
  for (const page of others) {
    await check(page);
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('Version 2 is in use.').waitFor();
  }
  await expect.poll(versions).toEqual([2, 2, 2]);
});

test('a share link opened as an address shows what it changes, and its data leaves the address bar at once', async () => {
  const [lead, browser] = [pages[0], browsers[1]];
  if (!lead || !browser) throw new Error('no browser');
  await lead.getByRole('button', { name: 'Make a link' }).click();
  const made = lead.locator('.link-text textarea');
  await expect.poll(() => made.inputValue()).toContain('#');
  const link = await made.inputValue();
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/options.html${link.slice(link.indexOf('#'))}`);
  await page.getByText('Nothing would change.').waitFor();
  await expect.poll(() => page.url()).toMatch(/options\.html#publish$/);
  expect(await version(browser)).toBe(2);
  await page.close();
});

test.each<[string, () => Promise<Parameters<PolicyHost['serve']>[0]>, string]>([
  [
    'a tampered file',
    async () => (await published(3)).replace(/"payload": "(.{60})./, (_, start: string) => `"payload": "${start}A`),
    'changed after it was signed',
  ],
  ['a file signed by a stranger', () => published(3, { key: 'stranger' }), 'signed with another key'],
  ['an unsigned file', async () => policyText(3), 'The file is not signed'],
  ['an older version', () => published(1), 'serves version 1, but version 2'],
  ['the same version with other contents', () => published(2, { change: { label: 'third' } }), 'published before with other contents'],
  ['an expired one', () => published(3, { expires: '2026-01-02T00:00:00Z' }), 'was good until'],
  ['another policy', () => published(3, { change: { id: 'other' } }), 'another policy'],
  ['a file of 50 MB', async () => ({ bytes: 50_000_000 }), 'larger than 2 MB'],
  ['nothing', async () => ({ status: 404 }), 'no file at this address'],
  ['a redirect', async () => ({ status: 302 }), 'leads on to another one'],
  ['a page that asks to sign in', async () => '<!doctype html><title>Sign in</title>', 'shows a web page'],
  ['an answer that does not end', async () => ({ silent: true }), 'within 20 seconds'],
])('%s changes nothing and says why', async (_, what, why) => {
  const [page, browser] = [pages[1], browsers[1]];
  if (!page || !browser) throw new Error('no browser');
  host.serve(await what());
  await check(page);
  await expect.poll(() => outcome(page)).toContain(why);
  expect(await outcome(page)).toContain('Nothing was changed.');
  expect(await version(browser)).toBe(2);
});

test('without the server everything keeps working on the last good policy', async () => {
  const [page, browser] = [pages[2], browsers[2]];
  if (!page || !browser) throw new Error('no browser');
  await host.close();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect.poll(() => outcome(page)).toContain('could not be reached');
  expect(await inUse(browser)).toMatchObject({ id: 'acme', version: 2 });
  await page.goto(`chrome-extension://${browser.extensionId}/options.html#effective`);
  await page.getByText('team').first().waitFor();
});
