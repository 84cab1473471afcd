/** Subscribing to a lead's policy, taking its update and refusing one, by keys alone: where the focus is after each step is part of it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { signingCommand } from '../../scripts/policy-keys.ts';
import { policyText } from '../sharing/published.ts';
import { byKeys } from './by-keys.ts';
import { type PolicyHost, startPolicyHost } from './policy-host.ts';

declare const chrome: { readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } } };

const folder = mkdtempSync(join(tmpdir(), 'handrail-subscribe-'));
const at = (name: string): string => join(folder, name);
let host: PolicyHost;
let agent: Launched;
let page: Page;

beforeAll(async () => {
  host = await startPolicyHost();
  await signingCommand('keygen', ['--out', at('team')], Date.now(), { write: () => undefined });
  agent = await launchChromium({ hosts: ['http://127.0.0.1/*'], headless: true, locale: 'en-US' });
  page = await agent.context.newPage();
});
afterAll(async () => {
  await agent?.close();
  await host?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the lead puts at the address from now on. */
async function publish(version: number, change: object = {}): Promise<void> {
  writeFileSync(at('policy.json'), policyText(version, change));
  let said = '';
  const words = [at('policy.json'), '--key', at('team.key'), '--rollout', '100', '--out', at('signed.json')];
  if ((await signingCommand('sign', words, Date.now(), { write: (text) => (said += text) })) !== 0) throw new Error(said);
  host.serve(readFileSync(at('signed.json'), 'utf8'));
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
/** What has the focus, as far as it has words. */
const focused = (): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '').trim()));
const outcome = (): Promise<string> => page.locator('.card [role=status]').first().innerText();
const version = async (): Promise<number> => {
  const { policy } = await agent.worker.evaluate(() => chrome.storage.local.get('policy'));
  return (policy as { policy: { version: number } }).policy.version;
};

test('an agent subscribes, takes an update and refuses the next', async () => {
  await publish(1);
  await page.goto(`chrome-extension://${agent.extensionId}/options.html#publish`);
  const keys = byKeys(page);

  // an address that is none is told where it was typed
  await keys.type(page.getByLabel('Address of the policy'), 'policy.json');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('This is not an address', { exact: false }).waitFor();
  expect(await page.getByLabel('Address of the policy').evaluate((field) => field === document.activeElement)).toBe(true);

  await keys.type(page.getByLabel('Address of the policy'), host.url);
  await keys.tabTo(page.getByLabel('Public key of your lead'));
  // as pasting does
  await page.keyboard.insertText(readFileSync(at('team.pub'), 'utf8'));
  await keys.press(button('Preview'));
  // what was found is read from its start, and nothing is in use yet
  await expect.poll(focused).toMatch(/, version 1\. Signed by/);
  expect(await page.getByLabel('Show me what changes, and wait until I use it').isChecked()).toBe(true);
  await keys.press(button('Subscribe and use it'));
  await expect.poll(outcome).toContain('Version 1 is in use');
  await expect.poll(version).toBe(1);
  await expect.poll(focused).toBe('Subscription');

  await publish(2, { label: 'second' });
  await keys.press(button('Check now'));
  const update = page.getByRole('region', { name: 'An update waits' });
  await expect.poll(focused).toMatch(/, version 2\. Signed by/);
  expect(await update.innerText()).toContain('Name of this version is new: second');
  expect(await version()).toBe(1);
  // the next stop is the answer
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Use it');
  await page.keyboard.press('Enter');
  await expect.poll(outcome).toContain('Version 2 is in use.');
  await expect.poll(version).toBe(2);
  await expect.poll(focused).toBe('Subscription');

  await publish(3, { label: 'third' });
  await keys.press(button('Check now'));
  await expect.poll(focused).toMatch(/, version 3\. Signed by/);
  await keys.press(update.getByRole('button', { name: 'Not this version' }));
  await update.waitFor({ state: 'detached' });
  await expect.poll(focused).toBe('Subscription');
  expect(await version()).toBe(2);
});

test('an update that comes while the person is elsewhere on the page does not take the focus', async () => {
  await publish(4, { label: 'fourth' });
  await byKeys(page).tabTo(page.getByLabel('Percent of browsers'));
  const other = await agent.context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('region', { name: 'An update waits' }).waitFor();
  expect(await page.getByLabel('Percent of browsers').evaluate((field) => field === document.activeElement)).toBe(true);
});
