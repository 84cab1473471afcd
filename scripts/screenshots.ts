/**
 * `npm run screenshots [-- docs|store]`: the pictures of README and docs, and those of the stores (1280 x 800, in English and Vietnamese), taken from
 * the built extension on the demo helpdesk. Look at them before committing.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { systemClock } from '../lib/clock.ts';
import { type DesignAnswers, defaultAnswers } from '../lib/designer/answers.ts';
import type { DesignerState } from '../lib/storage.ts';
import { startDemoHelpdesk } from '../test/demo-helpdesk/server.ts';
import { ClosedPanel } from '../test/e2e/closed-panel.ts';
import { root } from './build.ts';
import { panelShown } from './extension-page.ts';
import { type Launched, launchChromium } from './launch.ts';

declare const chrome: { readonly storage: { readonly local: { set(items: object): Promise<void> } } };

const wanted = process.argv[2];
const folder = join(root, 'docs/images');
const shots = [
  { name: 'panel-light', scheme: 'light', language: 'en', ticket: '48213', skin: 'modern' },
  { name: 'panel-dark', scheme: 'dark', language: 'en', ticket: '48213', skin: 'modern' },
  { name: 'panel-vietnamese', scheme: 'light', language: 'vi', ticket: '48221', skin: 'cards' },
  { name: 'panel-quiet', scheme: 'light', language: 'en', ticket: '48240', skin: 'classic' },
] as const;

/** The stores ask for 1280 x 800; a page of that width would lie half behind the panel, so a larger window is drawn smaller. */
const storeWindow = { width: 1440, height: 900 };
const storeScale = 1280 / storeWindow.width;
const storeFolder = join(root, 'docs/store/screenshots');
const storeShots = [
  { language: 'en', locale: 'en-US', ticket: '48213', tabs: { handoff: 'Handoff', message: 'Message' } },
  { language: 'vi', locale: 'vi-VN', ticket: '48221', tabs: { handoff: 'Bàn giao', message: 'Tin nhắn' } },
] as const;
/** What a lead of each answered the workflow designer, so that its picture shows a proposal. */
const answers: Readonly<Record<string, Partial<DesignAnswers>>> = {
  en: {
    company: 'Northwind Supplies',
    product: 'Office supplies',
    timeZone: 'Europe/Berlin',
    languages: ['en'],
    ticketsPerMonth: 3000,
    teamSize: 12,
  },
  vi: { company: 'Bếp Việt', product: 'Đồ bếp', timeZone: 'Asia/Ho_Chi_Minh', languages: ['vi'], ticketsPerMonth: 3000, teamSize: 12 },
};
/** Pages of the options app, behind the pictures of the panel. */
const storePages = ['rules', 'designer'] as const;

const desk = await startDemoHelpdesk({ now: systemClock.now(), zone: 'Europe/Berlin' });
try {
  if (wanted !== 'store') await takeDocs();
  if (wanted !== 'docs') await takeStore();
} finally {
  await desk.close();
}

async function takeDocs(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { name, scheme, language, ticket, skin } of shots) {
    const launched = await launchChromium({ hosts: ['http://127.0.0.1/*'], headless: true, colorScheme: scheme, timezoneId: 'Europe/Berlin' });
    try {
      await launched.worker.evaluate((settings) => chrome.storage.local.set({ settings }), { prompting: 'silent', toured: true, language });
      const page = await launched.context.newPage();
      await page.goto(`${desk.url}/tickets/${ticket}?skin=${skin}`);
      await panelShown(page);
      await settled(page);
      await page.screenshot({ path: join(folder, `${name}.png`) });
      if (name.endsWith('light') || name.endsWith('dark')) await optionsPage(launched, `options-${scheme}`);
    } finally {
      await launched.close();
    }
  }
}

async function takeStore(): Promise<void> {
  mkdirSync(storeFolder, { recursive: true });
  for (const { language, locale, ticket, tabs } of storeShots) {
    const launched = await launchChromium({
      hosts: ['http://127.0.0.1/*'],
      headless: true,
      colorScheme: 'light',
      timezoneId: language === 'vi' ? 'Asia/Ho_Chi_Minh' : 'Europe/Berlin',
      viewport: storeWindow,
      scale: storeScale,
      locale,
    });
    try {
      await launched.worker.evaluate((items) => chrome.storage.local.set(items), {
        settings: { prompting: 'silent', toured: true, language },
        designer: { answers: { ...defaultAnswers, ...answers[language] }, edits: {}, step: 5 } satisfies DesignerState,
      });
      const page = await launched.context.newPage();
      await page.goto(`${desk.url}/tickets/${ticket}?skin=modern`);
      await panelShown(page);
      const panel = await ClosedPanel.of(page);
      const shoot = async (name: string, of = page): Promise<void> => {
        await settled(of);
        await of.screenshot({ path: join(storeFolder, `${language}-${name}.png`) });
      };
      await shoot('1-guide');
      await panel.click(tabs.handoff);
      await shoot('2-handoff');
      await panel.click(tabs.message);
      await shoot('3-message');
      for (const [index, name] of storePages.entries()) {
        const own = await launched.context.newPage();
        await own.goto(`chrome-extension://${launched.extensionId}/options.html#${name}`);
        await own.waitForSelector('main h1');
        await steady(own);
        await shoot(`${index + 4}-${name}`, own);
        await own.close();
      }
    } finally {
      await launched.close();
    }
  }
}

async function optionsPage({ context, extensionId }: Launched, name: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html#policy`);
  await page.waitForSelector('main h1');
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Until nothing is under way and what the page says has been the same for a second: checks and examples run in a worker of their own. */
async function steady(page: Page): Promise<void> {
  for (let before = '', looks = 0; looks < 40; looks++) {
    const now = await page.locator('main').innerText();
    if (now === before && !(await page.locator('main [aria-busy=true]').count())) return;
    before = now;
    await page.waitForTimeout(1000);
  }
}

/** Two frames after the last layout everything that is drawn at once has been drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
