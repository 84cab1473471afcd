/** Talks to the extension in a launched browser: asks its content script, waits for its panel. */
import type { Page, Worker } from 'playwright-core';
import type { MessageType, Messages } from '../lib/messages.ts';

/** What the extension's own pages call; only this much of it is needed here. */
declare const chrome: {
  readonly tabs: { query(about: object): Promise<{ id?: number; url?: string }[]>; sendMessage(tab: number, message: unknown): Promise<unknown> };
};

/**
 * Asks the content script of the tab at `url` by the extension's own messages.
 * @throws Error when nobody answers there.
 */
export async function askPage<T extends MessageType>(
  worker: Worker,
  url: string,
  type: T,
  request: Messages[T]['request'],
): Promise<Messages[T]['response']> {
  const answer = await worker.evaluate(
    async ({ url, type, request }) => {
      const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
      return tab?.id === undefined ? null : await chrome.tabs.sendMessage(tab.id, { handrail: type, request });
    },
    { url, type, request },
  );
  if (!answer) throw new Error(`The extension did not answer at ${url}.`);
  return answer as Messages[T]['response'];
}

/** Tag of the element that holds the panel's shadow root. */
export const panelTag = 'handrail-panel';
/** The panel's element, also on a page that has claimed its name. */
export const panelSelector = `:is(${panelTag}, [data-${panelTag}])`;

/**
 * Waits until the panel is on the page with its first advice. What the page fetches later, such as a conversation, and what comes after the
 * advice is not there by then: whoever means that waits for its words.
 */
export async function panelShown(page: Page, timeout = 45_000): Promise<void> {
  // a busy machine may take its time
  await page.waitForSelector(`${panelSelector}[data-state="ready"]`, { state: 'attached', timeout });
}
