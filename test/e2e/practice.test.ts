/** Practice in the real options page, by keyboard alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchChromium } from '../../scripts/launch.ts';

let launched: Launched;
let page: Page;
beforeAll(async () => {
  launched = await launchChromium({ hosts: [], headless: true, locale: 'en-US' });
  page = await launched.context.newPage();
  await page.goto(`chrome-extension://${launched.extensionId}/options.html#practice`);
  await page.locator('.practice').waitFor();
});
afterAll(() => launched?.close());

test('a ticket is decided, explained and followed by the next one without the pointer', async () => {
  expect(await page.locator('.answer').count()).toBe(0);
  const first = await page.locator('article').innerText();
  // the question's heading takes the focus, and after an answer the answer's
  const focused = () => page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.closest('.answer') !== null]);
  await expect.poll(focused).toEqual(['H2', false]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.answer h2').innerText()).toMatch(/^(Right: Frontline Support|The policy says )/);
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
  await expect.poll(focused).toEqual(['H2', true]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('article').innerText()).not.toBe(first);
  expect(await page.locator('.answer').count()).toBe(0);
});
