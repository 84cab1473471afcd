/** The Rules page in a real browser: form and text stay in step, a broken rule changes nothing in use, a backtest gives exact numbers. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { panelShown } from '../../scripts/extension-page.ts';
import { foldSight } from '../../lib/ledger/fold-sight.ts';
import type { KeptFact } from '../../lib/ledger/ledger-record.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { sight } from '../ledger/ledger-builder.ts';
import { servePage, ticketPage } from './ticket-page.ts';

const ticketAddress = 'https://desk.example/ticket/77';
let launched: Launched;
let page: Page;
let tab: Page;

beforeAll(async () => {
  launched = await launchChromium({ hosts: ['https://desk.example/*'], headless: true, locale: 'en-US', viewport: { width: 1366, height: 1000 } });
  tab = await launched.context.newPage();
  await servePage(launched.context, ticketAddress, ticketPage({ words: 'I am still waiting for the parcel. Please tell me when it comes.' }));
  page = await launched.context.newPage();
  await page.goto(`chrome-extension://${launched.extensionId}/options.html#privacy`);
  await page
    .locator('input[accept=".json"]')
    .setInputFiles({ name: 'ledger.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(ledger())) });
  await page.getByText('Tickets imported: 212.').waitFor();
  await page.goto(`chrome-extension://${launched.extensionId}/options.html#rules`);
  await page.locator('.rules .rule').first().waitFor();
});
afterAll(() => launched?.close());

/** 212 open tickets that this browser judged a moment ago: 12 with two contacts, 3 whose contacts could not be counted. */
function ledger(): object {
  const at = new Date(Date.now() + 60_000).toISOString();
  const tickets = Array.from({ length: 212 }, (_, index) => {
    const values: Record<string, KeptFact> = index < 12 ? { contacts: 2 } : index < 15 ? {} : { contacts: 1 };
    const about = { at, policy: { id: defaultPolicy.id, version: defaultPolicy.version }, facts: { at, values } };
    return foldSight(undefined, sight(String(1000 + index), about), { subjectWords: [] });
  });
  return { format: 'handrail-ledger', formatVersion: 1, exportedAt: at, source: 'test', tickets };
}

const card = () => page.locator('#rule-third-contact');
const inUse = (): Promise<string> =>
  launched.worker.evaluate(async () => {
    const extension = (globalThis as unknown as { chrome: { storage: { local: { get(name: string): Promise<{ policy?: unknown }> } } } }).chrome;
    return JSON.stringify((await extension.storage.local.get('policy')).policy);
  });

test('a rule that is changed as a form says the same as text', async () => {
  const before = await inUse();
  await card()
    .getByRole('button', { name: /Edit as form/ })
    .click();
  await card().getByLabel('Value of condition 1').fill('2');
  await expect.poll(() => card().locator('.sentence').innerText()).toBe('IF contacts >= 2\nTHEN escalate to Tier 2');
  await expect.poll(() => card().locator('.under').innerText()).toContain('1 of 2 examples pass');
  await card().getByRole('tab', { name: 'Text' }).click();
  await expect.poll(() => card().locator('.cm-content').innerText()).toBe('IF contacts >= 2\nTHEN escalate to Tier 2');
  expect(await inUse()).toBe(before);
});

test('a backtest on what was seen here gives exact numbers, with the reasons, and what cannot be judged', async () => {
  const banner = page.locator('.before');
  await expect
    .poll(() => banner.innerText())
    .toContain('of the last 212 tickets seen here, 12 would move from Tier 1 to Tier 2. 3 cannot be judged.');
  await banner.getByRole('button', { name: 'See them' }).click();
  const list = page.locator('.backtest');
  await expect.poll(() => list.locator('table').first().locator('tbody tr').count()).toBe(12);
  await list.locator('summary').first().click();
  await expect.poll(() => list.locator('.trace').first().innerText()).toContain('contacts >= 2 (found: 2)');
  await list.locator('.unjudged summary').click();
  await expect
    .poll(() => list.locator('.unjudged').innerText())
    .toContain('Third or later contact about this issue: not known: number of contacts (3 tickets)');
});

test('a sentence that is broken says where, changes nothing in use, and is put right by one press', async () => {
  const before = await inUse();
  const text = card().locator('.cm-content');
  await text.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('IF contcts >= 2 THEN escalate to Tier 2');
  await page.keyboard.press('Escape');
  await expect
    .poll(() => card().locator('.text-problems').innerText())
    .toContain('Line 1, column 4: unknown fact `contcts`; did you mean `contacts`?');
  await expect.poll(() => card().locator('.cm-lintRange-error').allInnerTexts()).toEqual(['contcts']);
  expect(await text.getAttribute('aria-invalid')).toBe('true');
  expect(await inUse()).toBe(before);
  await card().getByRole('tab', { name: 'Form' }).click();
  await expect.poll(() => card().locator('.note').innerText()).toContain('cannot be shown as a form yet');
  await card().getByRole('button', { name: 'Use contacts' }).click();
  await expect.poll(() => card().getByLabel('Value of condition 1').inputValue()).toBe('2');
});

test('by keyboard: words are completed, and Tab leaves the text', async () => {
  await card().getByRole('tab', { name: 'Text' }).click();
  const text = card().locator('.cm-content');
  await text.focus();
  // the browser's own editing shows a space at the end of a line as one that does not break
  const plain = async (): Promise<string> => (await text.innerText()).replaceAll('\u00a0', ' ');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' AND notify m');
  await page.locator('.cm-tooltip-autocomplete').waitFor();
  // at a person's speed: the editor takes no answer to a list that has only just opened
  await page.keyboard.type('an', { delay: 120 });
  await page.locator('.cm-tooltip-autocomplete [aria-selected=true]', { hasText: /^manager/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(plain).toBe('IF contacts >= 2 THEN escalate to Tier 2 AND notify manager');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect.poll(() => text.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(false);
});

test('the draft is tried on an open ticket, and only there', async () => {
  await tab.bringToFront();
  await tab.goto(ticketAddress);
  await panelShown(tab);
  await page.bringToFront();
  const tryIt = page.locator('.try-it');
  await tryIt.getByRole('button', { name: 'Look for open tickets' }).click();
  await expect.poll(() => tryIt.locator('option').allTextContents()).toContain('#77 Parcel lost for the third week');
  await tryIt.locator('select').selectOption({ label: '#77 Parcel lost for the third week' });
  await expect.poll(() => tryIt.locator('.verdict').innerText()).toContain('Third or later contact about this issue');
  expect(await tryIt.locator('.verdict').innerText()).toContain('contacts >= 2: yes (2)');
});

test('what is proved and the tests of the policy are worked out in the page', async () => {
  await expect.poll(() => page.locator('.checks').innerText()).toMatch(/Policy tests\s+(all \d+ pass|\d+ of \d+ fail)/);
});
