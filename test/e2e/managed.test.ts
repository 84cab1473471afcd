/** A real policy file of a managed Chromium reaches the panel, and what it locks cannot be changed. Needs root, since such files belong to the system. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panelShown } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { type DemoHelpdesk, startDemoHelpdesk } from '../demo-helpdesk/server.ts';
import { policyText } from '../sharing/published.ts';
import { ClosedPanel } from './closed-panel.ts';

declare const chrome: {
  readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<void> } };
};

const folder = '/etc/chromium/policies/managed';
const root = process.getuid?.() === 0;
if (!root) console.warn('SKIPPED: test/e2e/managed.test.ts needs root to write a policy file under /etc/chromium.');
const rule = (mode: string) => ({
  id: 'company-rule',
  title: 'Rule of the company',
  rule: 'IF ticket.status != "Resolved" THEN escalate to Tier 3',
  mode,
});

let file: string | undefined;
let work: string;
let desk: DemoHelpdesk;
let launched: Launched;

beforeAll(async () => {
  if (!root) return;
  work = mkdtempSync(join(tmpdir(), 'handrail-managed-'));
  desk = await startDemoHelpdesk({ now: Date.now() });
  launched = await launchChromium({ hosts: ['http://127.0.0.1/*'], headless: true, locale: 'en-US' });
  // the id of an unpacked extension is only known now; the browser watches the folder
  mkdirSync(folder, { recursive: true });
  file = join(folder, `handrail-test-${process.pid}.json`);
  const given = {
    policy: JSON.stringify({ rules: [rule('on')] }),
    locked: ['rules.company-rule', 'settings.prompting'],
    settings: { prompting: 'hint' },
  };
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [launched.extensionId]: given } } }));
});
afterAll(async () => {
  if (file) rmSync(file, { force: true });
  await launched?.close();
  await desk?.close();
  if (work) rmSync(work, { recursive: true, force: true });
});

const stored = (key: string) => launched.worker.evaluate(async (name) => (await chrome.storage.local.get(name))[name], key);

describe.skipIf(!root)('a managed browser', () => {
  test('a policy file reaches the panel', async () => {
    await expect.poll(async () => JSON.stringify(await stored('policy'))).toContain('Rule of the company');
    const page = await launched.context.newPage();
    await page.goto(`${desk.url}/tickets/48240`);
    await panelShown(page);
    const panel = await ClosedPanel.of(page);
    await panel.says('Rule of the company');
  });

  test('what it locks cannot be changed, by settings or by a policy of one’s own', async () => {
    const page = await launched.context.newPage();
    await page.goto(`chrome-extension://${launched.extensionId}/options.html#settings`);
    const radio = page.getByRole('radio', { name: 'Say with every step why it is needed' });
    await expect.poll(() => radio.isDisabled()).toBe(true);
    expect(await radio.isChecked()).toBe(true);
    await page.goto(`chrome-extension://${launched.extensionId}/options.html#publish`);
    const own = join(work, 'own.json');
    const whole = JSON.parse(policyText(5)) as { rules: unknown[] };
    writeFileSync(own, JSON.stringify({ ...whole, rules: [...whole.rules, rule('off')] }));
    await page.locator('input[accept^=".yaml"]').setInputFiles(own);
    await page.getByRole('button', { name: 'Use this policy' }).click();
    await page.getByText('Locked, and so left as it was: Rules › Rule of the company').waitFor();
    const { policy } = (await stored('policy')) as { policy: { id: string; rules: { id: string; mode: string }[] } };
    expect(policy.id).toBe('acme');
    expect(policy.rules.find(({ id }) => id === 'company-rule')?.mode).toBe('on');
    await page.goto(`chrome-extension://${launched.extensionId}/options.html#rules`);
    const card = page.locator('#rule-company-rule');
    await card.getByRole('button', { name: 'Edit as form: Rule of the company' }).click();
    await card.getByText('Locked by your company.').last().waitFor();
    expect(await card.getByLabel('Mode').isDisabled()).toBe(true);
    expect(await card.getByRole('button', { name: 'Delete' }).isDisabled()).toBe(true);
    const other = page.locator('article.rule:not(#rule-company-rule)').first();
    await other.getByRole('button', { name: /^Edit as form/ }).click();
    expect(await other.getByLabel('Mode').isEnabled()).toBe(true);
    await page.goto(`chrome-extension://${launched.extensionId}/options.html#policy`);
    // the text of the policy has no field that could be locked: what is written there is left out, and said, before it takes effect
    const text = page.locator('.cm-content');
    await text.waitFor();
    const written = JSON.stringify({ ...whole, version: 6, label: 'by hand', rules: [...whole.rules, rule('off')] });
    await text.fill(written);
    await page.getByRole('button', { name: 'Use it…' }).click();
    await page.getByRole('dialog').getByText('Left out, since it is locked: Rules › Rule of the company.').waitFor();
    await page.getByRole('button', { name: 'Use it now' }).click();
    await expect.poll(async () => JSON.stringify(await stored('policy'))).toContain('by hand');
    const { policy: used } = (await stored('policy')) as { policy: { rules: { id: string; mode: string }[] } };
    expect(used.rules.find(({ id }) => id === 'company-rule')?.mode).toBe('on');
    await page.goto(`chrome-extension://${launched.extensionId}/options.html#effective`);
    const row = page.locator('tr', { hasText: 'rules.company-rule' }).first();
    await row.waitFor();
    expect(await row.innerText()).toMatch(/company\s+locked/);
  });
});
