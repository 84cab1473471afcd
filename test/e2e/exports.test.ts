/** The page of helpdesk exports in a real browser: files, numbers that stay, and what was left out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchChromium } from '../../scripts/launch.ts';

declare const chrome: { readonly storage: { readonly local: { get(key: string): Promise<object> } } };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchChromium({ hosts: [], headless: true, locale: 'en-US' });
  page = await launched.context.newPage();
  await page.goto(`chrome-extension://${launched.extensionId}/options.html#exports`);
  await page.locator('.export-file').first().waitFor();
});
afterAll(() => launched?.close());

test.each([
  ['Zendesk', ['zendesk-sla-policy.json', 'zendesk-triggers.json', 'zendesk-macros.json']],
  ['Freshdesk', ['freshdesk-sla-policy.json', 'freshdesk-automations.json']],
  ['Zammad', ['zammad-calendars.json', 'zammad-slas.json', 'zammad-triggers.json']],
  ['Jira Service Management', ['jira-steps.md']],
  ['Any other (table)', ['rules-and-targets.md', 'rules.csv', 'sla-matrix.csv']],
])('%s', async (system, files) => {
  await page.getByLabel(system, { exact: true }).check();
  await expect.poll(() => page.locator('.export-file h3').allInnerTexts()).toEqual(files);
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { violations } = await (
      window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(violations).toEqual([]);
});

test('a number that is filled in goes into the file, and is there after a reload', async () => {
  await page.getByLabel('Zendesk', { exact: true }).check();
  const group = page.getByLabel('Tier 2: Technical/Specialist Support');
  await group.fill('360001');
  await expect
    .poll(() =>
      page
        .locator('.export-file pre')
        .allInnerTexts()
        .then((all) => all.join()),
    )
    .toContain('"360001"');
  // it is kept after it is shown
  await expect.poll(() => launched.worker.evaluate(async () => JSON.stringify(await chrome.storage.local.get('designer')))).toContain('"360001"');
  await page.reload();
  await group.waitFor();
  await expect.poll(() => group.inputValue()).toBe('360001');
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save zendesk-triggers.json' }).click()]);
  expect(JSON.parse(readFileSync(await saved.path(), 'utf8')).length).toBeGreaterThan(5);
});

test('what does not fit is listed with what to do instead', async () => {
  await page.getByLabel('Zendesk', { exact: true }).check();
  const left = () => page.locator('.left-out').innerText();
  await expect.poll(left).toContain('sentiment_score < -0.7');
  expect(await left()).toContain('Zendesk does not read the customer’s mood.');
});

test('the designer knows that rules were exported', async () => {
  await page.goto(`chrome-extension://${launched.extensionId}/options.html#designer`);
  await page.locator('.stepper button').nth(5).click();
  await expect.poll(() => page.getByLabel('Configure automation rules').isChecked()).toBe(true);
  expect(await page.getByLabel('Train support team').isChecked()).toBe(false);
});
