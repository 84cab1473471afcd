/** Using a draft, publishing it and going back to an earlier version, by keys alone: where the focus is after each step is part of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { byKeys } from './by-keys.ts';
import { type PolicyHost, startPolicyHost } from './policy-host.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
let host: PolicyHost;
let lead: Launched;
let page: Page;
let keyFile = '';

// A second try must not find what the first one published.
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-keys-'));
  host = await startPolicyHost();
  lead = await launchChromium({ hosts: ['http://127.0.0.1/*'], headless: true, locale: 'en-US' });
  page = await lead.context.newPage();
});
afterEach(async () => {
  await lead?.close();
  await host?.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (on: Page, name: string) => on.goto(`chrome-extension://${lead.extensionId}/options.html#${name}`);
const button = (name: string | RegExp, on = page) => on.getByRole('button', { name, exact: true });
/** What has the focus, as far as it has words. */
const focused = (on = page): Promise<string> =>
  on.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '').trim()));
const said = (): Promise<string> => page.locator('.card div[role=status]').first().innerText();

async function useTarget(time: string, version: number): Promise<void> {
  await open(page, 'tiers');
  const keys = byKeys(page);
  await keys.type(page.getByLabel('High: Resolution'), time);
  await expect.poll(() => button('Use it…').isEnabled()).toBe(true);
  await keys.press(button('Use it…'));
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`Targets › High › Resolution is now ${time}`).waitFor();
  // the dialog keeps the focus inside, and Escape gives it back
  await page.keyboard.press('Escape');
  await expect.poll(() => focused()).toBe('Use it…');
  await page.keyboard.press('Enter');
  await keys.press(dialog.getByRole('button', { name: 'Use it now' }));
  await expect.poll(() => page.locator('.draft-state').innerText()).toBe(`This is the policy in use, version ${version}.`);
  await expect.poll(() => focused()).toBe('Tiers and targets');
}

/** Signs what is in use here and puts it on the server. @returns the policy that was signed, as text */
async function sign(percent: number): Promise<string> {
  const keys = byKeys(page);
  await keys.choose(page.locator('input[type=file][accept^=".key"]'), keyFile);
  await keys.type(page.getByLabel('Percent of browsers'), String(percent));
  const [file] = await Promise.all([page.waitForEvent('download'), keys.press(button('Sign and save'))]);
  await file.saveAs(at('signed.json'));
  const text = readFileSync(at('signed.json'), 'utf8');
  host.serve(text);
  const { payload } = JSON.parse(text) as { payload: string };
  return (JSON.parse(Buffer.from(payload, 'base64').toString()) as { policy: string }).policy;
}

test('a lead publishes two versions and goes back to the first', async () => {
  await useTarget('6h', 2);
  const keys = byKeys(page);
  await keys.press(page.getByRole('link', { name: 'Publish and subscribe' }));
  await page.getByRole('heading', { level: 1, name: 'Publish and subscribe' }).waitFor();
  // signing without a key says what is missing, and leads there
  await keys.press(button('Sign and save'));
  await expect.poll(() => page.locator('#key-chosen').innerText()).toContain('Choose your private key first');
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.type)).toBe('file');
  const made = [page.waitForEvent('download'), page.waitForEvent('download', (file) => file.suggestedFilename().endsWith('.pub'))] as const;
  await keys.press(button('Make a key pair'));
  const [secret] = await Promise.all(made);
  keyFile = at(secret.suggestedFilename());
  await secret.saveAs(keyFile);
  expect(await focused()).toBe('Make a key pair');
  await expect.poll(said).toContain('Two files were saved');

  expect(await sign(10)).toContain('version: 2');
  await expect.poll(said).toContain('version 2, for 10 % of browsers');
  expect(await sign(100)).toContain('version: 2');
  await expect.poll(said).toContain('version 2, for 100 % of browsers');

  await useTarget('9h', 3);
  await open(page, 'publish');
  expect(await sign(100)).toMatch(/version: 3/);

  await keys.press(button('Go back to version 2…'));
  await expect.poll(() => focused()).toBe('What version 2 said, again as version 4');
  const back = page.getByRole('region', { name: 'What version 2 said, again as version 4' });
  expect(await back.innerText()).toContain('Targets › High › Resolution is now 6h, was 9h');
  // looking changes nothing
  await keys.press(back.getByRole('button', { name: 'Cancel' }));
  await expect.poll(() => focused()).toBe('Published from here');
  await keys.press(button('Go back to version 2…'));
  await keys.press(back.getByRole('button', { name: 'Use it as version 4' }));
  await expect.poll(said).toContain('What version 2 said is in use here again, as version 4.');
  await expect.poll(() => focused()).toBe('Published from here');
  expect(await page.getByLabel('Version', { exact: true }).inputValue()).toBe('4');
  const published = await sign(100);
  expect(published).toMatch(/^version: 4$/m);
  expect(published).toContain('resolution: 6h');
});
