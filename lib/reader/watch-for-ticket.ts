/** Waits, at almost no cost, until a page may be a ticket. Part of the probe: imports nothing heavy. */
import type { Clock } from '../clock.ts';
import { ticketPageHint } from './is-ticket-page.ts';

/** How long after the last change of the page it is looked at. */
const settleMs = 120;
/** Looks per address before the probe gives up until the address changes: single-page apps draw in steps, but not for ever. */
const looksPerAddress = 60;

/**
 * Calls `found` once when the page may be a ticket; never after `signal` aborts.
 * Listens to mutations only while it still looks, and holds no timer while nothing changes.
 */
export function watchForTicket(document: Document, found: () => void, clock: Clock, signal: AbortSignal): void {
  const page = document.defaultView;
  if (!page || signal.aborted) return;
  let looked = 0;
  let address = page.location.href;
  let waiting = false;
  let done = false;
  const observer = new page.MutationObserver(soon);
  const watch = (): void => observer.observe(document, { childList: true, subtree: true });

  function look(): void {
    waiting = false;
    if (done || signal.aborted) return;
    // A hidden tab costs nothing; it is looked at when it is shown.
    if (document.visibilityState === 'hidden') return;
    if (page && page.location.href !== address) {
      address = page.location.href;
      looked = 0;
      watch();
    }
    looked++;
    if (ticketPageHint(document, new URL(address)) === 'maybe') {
      done = true;
      observer.disconnect();
      found();
    } else if (looked >= looksPerAddress) observer.disconnect();
  }
  function soon(): void {
    if (waiting || done) return;
    waiting = true;
    clock.at(clock.now() + settleMs, look, signal);
  }

  signal.addEventListener('abort', () => observer.disconnect());
  for (const type of ['DOMContentLoaded', 'visibilitychange'] as const) document.addEventListener(type, soon, { signal });
  for (const type of ['load', 'popstate', 'hashchange', 'pageshow'] as const) page.addEventListener(type, soon, { signal });
  // Firefox before 147 and Chrome before 102 have no Navigation API; mutations then show the new page.
  (page as Window & { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', soon, { signal });
  watch();
  if (document.readyState !== 'loading') look();
}
