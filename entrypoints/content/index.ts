/**
 * The probe: the only code that runs on every enabled page. It decides whether this may be a ticket and only then loads the page
 * loop, which reads, assesses and shows the panel. Kept tiny; see the size budget.
 */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { systemClock } from '../../lib/clock.ts';
import { askBackground, handleMessages, type MessageType, type Messages, type PageStatus } from '../../lib/messages.ts';
import { ticketPageHint } from '../../lib/reader/is-ticket-page.ts';
import { watchForTicket } from '../../lib/reader/watch-for-ticket.ts';
import { matchesPattern } from '../../lib/site-permission.ts';
import { extensionGone } from './extension-gone.ts';
import { guardInput } from './guard-input.ts';
import { newerCopy, type PageBridge } from './page-bridge.ts';

const noTicket: PageStatus = { state: 'no-ticket' };

export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  // A message to the window would tell every page that Handrail is there, and by which name to switch it off.
  noScriptStartedPostMessage: true,
  main() {
    if (globalThis.handrailBridge && !globalThis.handrailBridge.signal.aborted) return;
    const lifetime = new AbortController();
    const bridge: PageBridge = { signal: lifetime.signal, forced: false, end: () => lifetime.abort() };
    const leave = (): void => {
      bridge.onGone?.();
      bridge.end();
    };
    // The page could say this too, so it is believed only when this copy is cut off. WXT's own context believes the first who says it, and
    // hears no other.
    document.dispatchEvent(new Event(newerCopy));
    document.addEventListener(
      newerCopy,
      () => {
        if (extensionGone()) leave();
      },
      { signal: lifetime.signal },
    );
    globalThis.handrailBridge = bridge;
    guardInput(bridge);

    const looking = new AbortController();
    const load = async (): Promise<void> => {
      looking.abort();
      // It will be asked to judge the ticket, and starts while the page is read.
      void askBackground('worker.wake', {});
      if (globalThis.handrailStart) return globalThis.handrailStart();
      // The page loop is a module of this extension, so neither the page nor its content policy has a say.
      await import(/* @vite-ignore */ browser.runtime.getURL('/page/page-loop.js'));
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
        'site.off': ({ origins }) => {
          if (!origins.some((pattern) => matchesPattern(pattern, new URL(location.href)))) return false;
          leave();
          return true;
        },
      },
      lifetime.signal,
    );
    // Cut off before it was needed, this copy has nothing to show; a newer one is in its place.
    watchForTicket(document, () => void load().catch(() => bridge.end()), systemClock, AbortSignal.any([lifetime.signal, looking.signal]));
  },
});
