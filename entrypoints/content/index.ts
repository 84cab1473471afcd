/**
 * The probe: the only code that runs on every enabled page. It decides whether this may be a ticket and only then loads the page
 * loop, which reads, assesses and shows the panel. Kept tiny; see the size budget.
 */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { systemClock } from '../../lib/clock.ts';
import { handleMessages, type MessageType, type Messages, type PageStatus } from '../../lib/messages.ts';
import { ticketPageHint } from '../../lib/reader/is-ticket-page.ts';
import { watchForTicket } from '../../lib/reader/watch-for-ticket.ts';
import { guardInput } from './guard-input.ts';
import type { PageBridge } from './page-bridge.ts';

const noTicket: PageStatus = { state: 'no-ticket' };

export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  main(context) {
    if (globalThis.handrailBridge && !globalThis.handrailBridge.signal.aborted) return;
    const bridge: PageBridge = { signal: context.signal, forced: false };
    globalThis.handrailBridge = bridge;
    guardInput(bridge);

    const looking = new AbortController();
    context.signal.addEventListener('abort', () => looking.abort());
    const load = async (): Promise<void> => {
      looking.abort();
      // The page loop is a module of this extension, so neither the page nor its content policy has a say.
      await import(/* @vite-ignore */ browser.runtime.getURL('/page-loop.js'));
    };
    const answer = async <T extends MessageType>(
      type: T,
      request: Messages[T]['request'],
      otherwise: Messages[T]['response'],
    ): Promise<Messages[T]['response']> => {
      const forced = type === 'page.show';
      if (forced) bridge.forced = true;
      if (!bridge.handlers) {
        if (!forced && ticketPageHint(document, new URL(location.href)) === 'no') return otherwise;
        await load();
      }
      const handler = bridge.handlers?.[type] as ((request: unknown) => Promise<Messages[T]['response']>) | undefined;
      return handler ? handler(request) : otherwise;
    };
    handleMessages(
      {
        'page.status': (request) => answer('page.status', request, noTicket),
        'page.show': (request) => answer('page.show', request, noTicket),
        'page.read': (request) => answer('page.read', request, { snapshot: null, assessment: null }),
        'panel.focus': (request) => answer('panel.focus', request, noTicket),
      },
      context.signal,
    );
    watchForTicket(document, () => void load(), systemClock, looking.signal);
  },
});
