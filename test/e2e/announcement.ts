/** What a page can do to pretend that a newer copy of the extension has come and takes the place of the one that runs. */
import type { Page } from 'playwright-core';
import { newerCopy } from '../../entrypoints/content/page-bridge.ts';
import type { Launched } from '../../scripts/launch.ts';

declare const chrome: {
  readonly tabs: {
    query(about: object): Promise<{ readonly id?: number; readonly url?: string }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
  readonly scripting: { executeScript(what: object): Promise<unknown> };
};

/** The events by which a copy tells that it has come: our own, and the one of the build tool's context. Everybody knows an extension's id. */
const announcements = (extensionId: string): readonly string[] => [newerCopy, `${extensionId}:content:wxt:content-script-started`];

/** Ends the copy that runs on the page and starts another. @returns those of its announcements that the page did not hear */
export async function announcementsNotHeard({ worker, extensionId }: Launched, page: Page): Promise<readonly string[]> {
  await page.evaluate((types) => {
    const missing = new Set(types);
    for (const type of types) document.addEventListener(type, () => missing.delete(type));
    (window as unknown as { missing: Set<string> }).missing = missing;
  }, announcements(extensionId));
  await worker.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find(({ url }) => url === address)?.id ?? -1;
    await chrome.tabs.sendMessage(tab, { handrail: 'site.off', request: { origins: [`${new URL(address).origin}/*`] } });
    await chrome.scripting.executeScript({ target: { tabId: tab }, files: ['/content-scripts/content.js'] });
  }, page.url());
  return page.evaluate(() => [...(window as unknown as { missing: Set<string> }).missing]);
}

/** The page says in every way a page has, and 1,500 times a name, that a newer copy is there. Resolves when all of it has been heard. */
export async function pretendNewerCopies(page: Page, { extensionId }: Launched): Promise<void> {
  await page.evaluate(async (types) => {
    const detail = () => ({ contentScriptName: 'content', messageId: Math.random().toString(36).slice(2) });
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = frame.contentWindow as (Window & typeof globalThis) | null;
    const makes: ((type: string) => Event)[] = [
      (type) => new Event(type),
      (type) => new CustomEvent(type, { detail: detail() }),
      (type) => new CustomEvent(type, { detail: detail(), bubbles: true, composed: true, cancelable: true }),
      (type) => new (inner?.CustomEvent ?? CustomEvent)(type, { detail: detail() }),
      (type) => Object.assign(new Event(type), { detail: detail() }),
      (type) => new MessageEvent('message', { data: { type, ...detail() }, origin: location.origin, source: window }),
      (type) => {
        const old = document.createEvent('CustomEvent');
        old.initCustomEvent(type, true, true, detail());
        return old;
      },
    ];
    for (const type of types)
      for (let round = 0; round < 50; round++) {
        for (const make of makes) for (const target of [document, window, document.documentElement, document.body]) target.dispatchEvent(make(type));
        window.postMessage({ type, ...detail() }, '*');
        inner?.parent.postMessage({ type, ...detail() }, '*');
      }
    // messages come in the order in which they were sent
    await new Promise((heard) => {
      window.addEventListener('message', ({ data }) => data === 'last' && heard(undefined));
      window.postMessage('last', '*');
    });
    frame.remove();
  }, announcements(extensionId));
}
