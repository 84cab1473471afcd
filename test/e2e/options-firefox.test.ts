/** Every page of the options app in real Firefox: it opens, says what it is, fits, and complains of nothing. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPTIONS_PAGES } from '../../components/options/options-pages.ts';
import { launchFirefox, setWindow } from '../../scripts/launch-firefox.ts';

let firefox: Awaited<ReturnType<typeof launchFirefox>>;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  firefox = await launchFirefox([]);
  page = await firefox.browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  // the protocol hears of no load event of the first of these pages
  await page.goto(`${firefox.ownPages}options.html`, { timeout: 3_000 }).catch(() => undefined);
  await page.waitForSelector('main h1');
});
afterAll(() => firefox?.close());

const heading = (): Promise<string> => page.evaluate(() => document.querySelector('main h1')?.textContent ?? '');

describe.each([1280, 400])('in a window %i px wide', (width) => {
  test.each(OPTIONS_PAGES.map(({ id }) => id))('%s', async (id) => {
    complaints.length = 0;
    await setWindow(page, { width, height: 900 });
    await page.evaluate((hash) => (location.hash = hash), id);
    const entry = `nav a[href="#${id}"]`;
    await page.waitForSelector(`${entry}[aria-current]`);
    await expect.poll(heading).toBe(await page.$eval(entry, (link) => link.textContent));
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(complaints).toEqual([]);
  });
});

test('a draft of the policy is kept over a reload', async () => {
  await page.evaluate(() => (location.hash = 'tiers'));
  await page.waitForSelector('table input');
  const target = () => page.$eval('table input', (input) => input.value);
  await expect.poll(target).toBe('15m');
  await page.click('table input', { count: 3 });
  await page.keyboard.type('25m');
  await page.keyboard.press('Tab');
  await page.evaluate(() => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Save draft')?.click());
  await expect.poll(() => page.evaluate(() => document.body.innerText)).toContain('Draft saved.');
  await page.evaluate(() => location.reload());
  await expect.poll(() => target().catch(() => '')).toBe('25m');
});
