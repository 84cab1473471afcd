/** Starts a real browser with the built extension for the demo, the command line and the tests. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Worker } from 'playwright-core';
import { builtExtension } from './build.ts';
import { findChromium, isBrandedChrome } from './find-browser.ts';

export interface LaunchOptions {
  /** Origins (match patterns) that are granted from the start, as if the person had switched each site on. */
  readonly hosts: readonly string[];
  /** Optional permissions that the person has given, such as `notifications`. */
  readonly permissions?: readonly string[];
  readonly headless: boolean;
  readonly mode?: 'production' | 'e2e';
  readonly locale?: string;
  readonly timezoneId?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Pixels of a picture per CSS pixel; 1 if not given. Only without a window. */
  readonly scale?: number;
  /** Pages that are left are kept whole for going back, as in a browser that nobody drives. */
  readonly backForwardCache?: boolean;
  /** The X display for its window; as the environment says if not given. */
  readonly display?: string;
  /** Keep the profile in this folder (and leave it there) instead of a temporary one. */
  readonly profile?: string;
}

export interface Launched {
  readonly context: BrowserContext;
  readonly worker: Worker;
  readonly extensionId: string;
  close(): Promise<void>;
}

declare const chrome: {
  readonly scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
  readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } };
};

/** A start that takes longer than this has failed, ms; the machine may be busy. */
const startMs = 60_000;

/**
 * Waits until what follows from installing has happened: without its probe a page is not read, without a policy nothing is judged or shown,
 * and the welcome page opens in front of whatever is there.
 * @throws Error when it does not happen
 */
async function comeToRest(context: BrowserContext, worker: Worker, hosts: boolean): Promise<void> {
  for (const end = Date.now() + startMs; Date.now() < end; await new Promise((next) => setTimeout(next, 25))) {
    const ready = await worker.evaluate(
      async (hosts) =>
        (!hosts || (await chrome.scripting.getRegisteredContentScripts()).length > 0) && 'policy' in (await chrome.storage.local.get('policy')),
      hosts,
    );
    if (ready && context.pages().some((page) => page.url().endsWith('/options.html#welcome'))) return;
  }
  throw new Error('The extension does not start: it has no policy, reads no site, or its welcome page does not open.');
}

/**
 * Starts Chromium with the extension loaded. The code is exactly the built one: only the manifest of a copy is told which
 * hosts are granted, since nobody is there to answer the browser's permission prompt.
 * @throws Error with a sentence for the person when no browser is found.
 */
export async function launchChromium(options: LaunchOptions): Promise<Launched> {
  const found = findChromium();
  if ('problem' in found) throw new Error(found.problem);
  const work = mkdtempSync(join(tmpdir(), 'handrail-'));
  // an extension is told from another by its path, and what it keeps in a profile goes by that
  const extension = options.profile === undefined ? join(work, 'extension') : join(options.profile, 'handrail');
  rmSync(extension, { recursive: true, force: true });
  cpSync(builtExtension('chrome', options.mode ?? 'production'), extension, { recursive: true });
  if (options.hosts.length || options.permissions) {
    const path = join(extension, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { readonly permissions: readonly string[] };
    const permissions = [...manifest.permissions, ...(options.permissions ?? [])];
    writeFileSync(path, JSON.stringify({ ...manifest, permissions, ...(options.hosts.length && { host_permissions: options.hosts }) }));
  }
  const branded = isBrandedChrome(found.path);
  const context = await chromium.launchPersistentContext(options.profile ?? join(work, 'profile'), {
    executablePath: found.path,
    headless: options.headless,
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--disable-extensions', ...(options.backForwardCache ? ['--disable-back-forward-cache'] : [])],
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: options.viewport ?? (options.headless ? { width: 1366, height: 900 } : null),
    ...(options.scale ? { deviceScaleFactor: options.scale } : {}),
    ...(options.locale ? { locale: options.locale } : {}),
    // the worker's zone is that of the browser, not of a page
    ...(options.timezoneId ? { timezoneId: options.timezoneId } : {}),
    env: { ...process.env, ...(options.timezoneId && { TZ: options.timezoneId }), ...(options.display && { DISPLAY: options.display }) },
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    args: [
      ...(branded ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
      '--enable-unsafe-extension-debugging',
      ...(options.headless ? ['--disable-gpu'] : []),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--no-default-browser-check',
    ],
  });
  if (branded) {
    const session = await context.browser()?.newBrowserCDPSession();
    // Playwright's protocol types do not know the Extensions domain.
    await session?.send('Extensions.loadUnpacked' as 'Browser.close', { path: extension } as never);
  }
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: startMs }));
  await comeToRest(context, worker, options.hosts.length > 0);
  return {
    context,
    worker,
    extensionId: worker.url().split('/')[2] ?? '',
    async close() {
      await context.close();
      rmSync(work, { recursive: true, force: true });
    },
  };
}
