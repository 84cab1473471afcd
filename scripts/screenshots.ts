/** `npm run screenshots`: the pictures of README and docs, taken from the built extension on the demo helpdesk. Look at them before committing. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { systemClock } from '../lib/clock.ts';
import { startDemoHelpdesk } from '../test/demo-helpdesk/server.ts';
import { root } from './build.ts';
import { panelShown } from './extension-page.ts';
import { type Launched, launchChromium } from './launch.ts';

declare const chrome: { readonly storage: { readonly local: { set(items: object): Promise<void> } } };

const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });
const shots = [
  { name: 'panel-light', scheme: 'light', language: 'en', ticket: '48213', skin: 'modern' },
  { name: 'panel-dark', scheme: 'dark', language: 'en', ticket: '48213', skin: 'modern' },
  { name: 'panel-vietnamese', scheme: 'light', language: 'vi', ticket: '48221', skin: 'cards' },
  { name: 'panel-quiet', scheme: 'light', language: 'en', ticket: '48240', skin: 'classic' },
] as const;

const desk = await startDemoHelpdesk({ now: systemClock.now(), zone: 'Europe/Berlin' });
try {
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
} finally {
  await desk.close();
}

async function optionsPage({ context, extensionId }: Launched, name: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html#policy`);
  await page.waitForSelector('main h1');
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Two frames after the last layout everything that is drawn at once has been drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
