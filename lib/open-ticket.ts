/** Shows a seen ticket: in its tab if it is open, else in a new one. */
import { browser } from 'wxt/browser';
import type { LedgerTicket } from './ledger/ledger-record.ts';

/** @param url of the ticket; after the browser was closed it is forgotten, and the helpdesk itself opens */
export async function openTicket({ origin }: Pick<LedgerTicket, 'origin'>, url: string | undefined): Promise<void> {
  const address = url ?? origin;
  // The fragment may be a tab or a scroll place of the same ticket, so only the rest is compared; match patterns know none either.
  const tabs = await browser.tabs.query({ url: `${origin.replace(/:\d+$/, '')}/*` }).catch(() => []);
  const open = tabs.find((tab) => tab.url === address) ?? tabs.find((tab) => url !== undefined && tab.url?.split('#')[0] === url.split('#')[0]);
  if (open?.id === undefined) {
    await browser.tabs.create({ url: address });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
