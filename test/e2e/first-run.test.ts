/** As a stranger meets it: the welcome page on install, a site switched on in the popup, the panel in the tab that was already open. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { builtExtension } from '../../scripts/build.ts';
import { panelShown, panelTag } from '../../scripts/extension-page.ts';
import { findChromium } from '../../scripts/find-browser.ts';
import { type DemoHelpdesk, startDemoHelpdesk } from '../demo-helpdesk/server.ts';

const host = 'http://127.0.0.1/*';
const work = mkdtempSync(join(tmpdir(), 'handrail-'));
const extension = join(work, 'extension');
const profile = join(work, 'profile');
let desk: DemoHelpdesk;
let context: BrowserContext;
let id: string;
let welcome: string;

/** The production build as it ships, with no host granted. */
async function launch(): Promise<BrowserContext> {
  const found = findChromium();
  if ('problem' in found) throw new Error(found.problem);
  return chromium.launchPersistentContext(profile, {
    executablePath: found.path,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--enable-unsafe-extension-debugging',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
    ],
  });
}

beforeAll(async () => {
  desk = await startDemoHelpdesk({ now: Date.now() });
  cpSync(builtExtension('chrome', 'production'), extension, { recursive: true });
  const first = await launch();
  const worker = first.serviceWorkers()[0] ?? (await first.waitForEvent('serviceworker'));
  id = worker.url().split('/')[2] ?? '';
  welcome = (await welcomePage(first)).url();
  await first.close();
  // Nobody is there to answer the browser's prompt: the profile remembers that this person has allowed the host before.
  const path = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(readFileSync(path, 'utf8')) as {
    extensions: { settings: Record<string, Record<string, { explicit_host?: string[] }>> };
  };
  const own = preferences.extensions.settings[id];
  if (!own) throw new Error('The profile does not know the extension.');
  for (const kind of ['granted_permissions', 'runtime_granted_permissions']) own[kind] = { ...own[kind], explicit_host: [host] };
  writeFileSync(path, JSON.stringify(preferences));
  context = await launch();
  // An extension that the command line loads is installed anew at each start: its welcome comes in front of whatever is open by then.
  await (await welcomePage(context)).close();
});
afterAll(async () => {
  await context?.close();
  await desk?.close();
  rmSync(work, { recursive: true, force: true });
});

const welcomePage = (of: BrowserContext): Promise<Page> =>
  vi.waitUntil(() => of.pages().find((page) => page.url().includes('options.html')), { timeout: 60_000 });

const status = (page: Page): Promise<number> => page.locator(panelTag).count();

/** The real toolbar popup over `page`, opened as a click on the icon does. It is no page of Playwright's, so it is asked by the protocol. */
async function popupOver(page: Page): Promise<{ run<R>(script: string): Promise<R> }> {
  await page.bringToFront();
  const browser = context.browser();
  if (!browser) throw new Error('The browser is gone.');
  const session = await browser.newBrowserCDPSession();
  const targets = async (): Promise<Target[]> =>
    ((await session.send('Target.getTargets', { filter: [{}] })) as { targetInfos: Target[] }).targetInfos;
  const popups = async (): Promise<Target[]> => (await targets()).filter(({ type, url }) => type === 'page' && url.includes('popup.html'));
  // one that is still open is another one, and a click on the icon would only close it
  for (const { targetId } of await popups()) await session.send('Target.closeTarget', { targetId });
  await expect.poll(popups).toEqual([]);
  const tab = (await targets()).find(({ type, url }) => type === 'tab' && url === page.url());
  // Playwright's protocol types do not know the Extensions domain.
  await session.send('Extensions.triggerAction' as 'Browser.close', { id, targetId: tab?.targetId } as never);
  await expect.poll(popups).toHaveLength(1);
  const [popup] = await popups();
  if (!popup) throw new Error('The popup did not stay.');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: popup.targetId, flatten: false });
  let asked = 0;
  return {
    run<R>(script: string): Promise<R> {
      const message = {
        id: ++asked,
        method: 'Runtime.evaluate',
        params: { expression: script, awaitPromise: true, returnByValue: true, userGesture: true },
      };
      return new Promise<R>((answer, fail) => {
        // a popup that was closed meanwhile never answers
        setTimeout(() => fail(new Error(`The popup did not answer: ${script}`)), 60_000).unref();
        session.on('Target.receivedMessageFromTarget', (event) => {
          const reply = JSON.parse(event.message) as { id?: number; result?: { result: { value: R }; exceptionDetails?: { text: string } } };
          if (event.sessionId !== sessionId || reply.id !== message.id) return;
          if (reply.result && !reply.result.exceptionDetails) answer(reply.result.result.value);
          else fail(new Error(reply.result?.exceptionDetails?.text ?? event.message));
        });
        session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify(message) }).catch(fail);
      });
    },
  };
}
interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}
const checked = `new Promise((answer) => { const look = () => { const toggle = document.querySelector('[role=switch]'); toggle ? answer(toggle.getAttribute('aria-checked')) : setTimeout(look, 20); }; look(); })`;
const clickSwitch = `document.querySelector('[role=switch]').click()`;

test('installing opens the welcome page', () => {
  expect(welcome).toBe(`chrome-extension://${id}/options.html#welcome`);
});

test('switching a site on in the popup shows the panel in the open tab without a reload; switching it off ends it', async () => {
  const page = await context.newPage();
  await page.goto(`${desk.url}/tickets/48213`);
  expect(await status(page)).toBe(0);
  const popup = await popupOver(page);
  expect(await popup.run(checked)).toBe('false');
  await popup.run(clickSwitch);
  await panelShown(page);
  const again = await popupOver(page);
  await expect.poll(() => again.run(checked)).toBe('true');
  await again.run(clickSwitch);
  await expect.poll(() => again.run(checked)).toBe('false');
  // advice of an extension that may not read the page any more would grow old
  await expect.poll(() => status(page)).toBe(0);
  await again.run(clickSwitch);
  await panelShown(page);
  await again.run(clickSwitch);
  await expect.poll(() => status(page)).toBe(0);
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(await status(page)).toBe(0);
});

test('"This is a ticket: show" works on a page that is not recognised, also where the site is off', async () => {
  const page = await context.newPage();
  await page.goto(`${desk.url}/kb/refunds`);
  const popup = await popupOver(page);
  await expect.poll(() => popup.run(`document.querySelector('.secondary')?.textContent`)).toBe('This is a ticket: show');
  await popup.run(`document.querySelector('.secondary').click()`);
  await panelShown(page);
});
