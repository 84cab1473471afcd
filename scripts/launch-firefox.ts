/** Starts a real Firefox with the built extension. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Viewport } from 'puppeteer-core';
import { builtExtension } from './build.ts';
import { findFirefox } from './find-browser.ts';

/** Firefox draws this by lot for each profile; a test must know it. */
const ownId = '9c0f9a4e-5d0b-4c39-8f0a-6a1f3c1f7b52';
const ownPages = `moz-extension://${ownId}/`;

interface ExtensionWorld {
  readonly browser: {
    readonly scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
    readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } };
  };
}

/** A start that takes longer than this has failed, ms; the machine may be busy. */
const startMs = 60_000;

/**
 * Waits until what follows from installing has happened, as in Chromium. The welcome page opens in front of whatever is there, and a ticket in
 * a tab behind it is not read until it is looked at; it is asked itself, since the protocol does not tell that its tab has left about:blank.
 * @throws Error when it does not happen
 */
async function comeToRest(browser: Browser, hosts: boolean): Promise<void> {
  const isAtRest = async (own: string, hosts: boolean): Promise<boolean> => {
    if (location.href !== `${own}options.html#welcome`) return false;
    const { scripting, storage } = (globalThis as unknown as ExtensionWorld).browser;
    return (!hosts || (await scripting.getRegisteredContentScripts()).length > 0) && 'policy' in (await storage.local.get('policy'));
  };
  for (const end = Date.now() + startMs; Date.now() < end; await new Promise((next) => setTimeout(next, 25)))
    for (const page of await browser.pages()) {
      // a tab that is on its way to another process may not answer
      const silent = new Promise<false>((late) => setTimeout(() => late(false), 2_000));
      if (await Promise.race([page.evaluate(isAtRest, ownPages, hosts).catch(() => false), silent])) return;
    }
  throw new Error('The extension does not start: it has no policy, reads no site, or its welcome page does not open.');
}

/**
 * The extension is installed as a temporary add-on; a copy of its manifest names the hosts that are granted. The `e2e` build differs
 * from what ships only in an open shadow root, since nothing else lets a test look inside here. The copy asks for no lowest version:
 * the one that ships is Android's, and the extended release before it (140) must be able to show the same.
 * @param preferences of the profile, as in about:config
 * @returns `ownPages`: what the addresses of the extension's own pages begin with
 * @throws Error with a sentence for the person when no Firefox is found.
 */
export async function launchFirefox(
  hosts: readonly string[],
  preferences: Readonly<Record<string, unknown>> = {},
): Promise<{ browser: Browser; ownPages: string; close(): Promise<void> }> {
  const found = findFirefox();
  if ('problem' in found) throw new Error(found.problem);
  const work = mkdtempSync(join(tmpdir(), 'handrail-'));
  const extension = join(work, 'extension');
  cpSync(builtExtension('firefox', 'e2e'), extension, { recursive: true });
  const path = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { browser_specific_settings: { gecko: { id: string; strict_min_version?: string } } };
  delete manifest.browser_specific_settings.gecko.strict_min_version;
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: hosts }));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: found.path,
    headless: true,
    // only then may a test open pages of an extension
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...preferences, 'extensions.webextensions.uuids': JSON.stringify({ [manifest.browser_specific_settings.gecko.id]: ownId }) },
  });
  await browser.installExtension(extension);
  await comeToRest(browser, hosts.length > 0);
  return {
    browser,
    ownPages,
    async close() {
      await browser.close();
      rmSync(work, { recursive: true, force: true });
    },
  };
}

/** Gives a page a window of this size. Firefox 140 knows no screen orientation, which puppeteer sets besides. */
export async function setWindow(page: Page, window: Viewport): Promise<void> {
  await page.setViewport(window).catch((error: unknown) => {
    if (!/setScreenOrientationOverride/.test(String(error))) throw error;
  });
}
