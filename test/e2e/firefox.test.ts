/** The built extension in real Firefox: the same recommendation, the same silence. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panelTag } from '../../scripts/extension-page.ts';
import { launchFirefox } from '../../scripts/launch-firefox.ts';
import { type DemoHelpdesk, startDemoHelpdesk } from '../demo-helpdesk/server.ts';

let desk: DemoHelpdesk;
let firefox: Awaited<ReturnType<typeof launchFirefox>>;
let page: Page;

beforeAll(async () => {
  desk = await startDemoHelpdesk({ now: Date.now() });
  firefox = await launchFirefox(['http://127.0.0.1/*']);
  page = await firefox.browser.newPage();
});
afterAll(async () => {
  await firefox?.close();
  await desk?.close();
});

const panelText = () => page.evaluate((tag) => document.querySelector(tag)?.shadowRoot?.querySelector('aside')?.textContent ?? '', panelTag);
const open = async (path: string): Promise<void> => {
  await page.goto(desk.url + path);
  await page.waitForSelector(`${panelTag}[data-state="ready"]`);
};

describe('in Firefox', () => {
  test('a legal threat belongs to Tier 4, with the words', async () => {
    await open('/tickets/48213');
    await expect.poll(panelText).toContain('T4');
    expect(await panelText()).toMatch(/Threat.*lawyer/);
  });

  test('a calm ticket stays where it is', async () => {
    await open('/tickets/48240?skin=classic');
    await expect.poll(panelText).toContain('T1');
  });

  test('web components with shadow roots are read', async () => {
    await open('/tickets/48209?skin=cards');
    await expect.poll(panelText).toContain('T2');
  });

  test.each(['/tickets', '/dashboard', '/settings'])('%s shows nothing', async (path) => {
    await page.goto(desk.url + path);
    // the panel of a ticket that is opened afterwards proves that the extension was awake all along
    expect(await page.$(panelTag)).toBeNull();
    await open('/tickets/48240');
  });
});
