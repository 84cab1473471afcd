/** Waits, at almost no cost, until a page may be a ticket. Part of the probe: imports nothing heavy. */
import type { Clock } from '../clock.ts';
import { ticketPageHint } from './is-ticket-page.ts';

/** Shortest time between two looks. The first change after a quiet time is looked at almost at once, so that the panel comes with the ticket. */
const betweenLooksMs = 120;
/** A page that draws in one go is not looked at half drawn. */
const drawnMs = 10;
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
  let lookedAt = Number.NEGATIVE_INFINITY;
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
    lookedAt = clock.now();
    if (ticketPageHint(document, new URL(address)) === 'maybe') {
      done = true;
      observer.disconnect();
      found();
    } else if (looked >= looksPerAddress) observer.disconnect();
  }
  function soon(): void {
    if (waiting || done) return;
    waiting = true;
    clock.at(Math.max(clock.now() + drawnMs, lookedAt + betweenLooksMs), look, signal);
  }

  signal.addEventListener('abort', () => observer.disconnect());
  for (const type of ['DOMContentLoaded', 'visibilitychange'] as const) document.addEventListener(type, soon, { signal });
  for (const type of ['load', 'popstate', 'hashchange', 'pageshow'] as const) page.addEventListener(type, soon, { signal });
  // Firefox before 147 and Chrome before 102 have no Navigation API; mutations then show the new page.
  (page as Window & { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', soon, { signal });
  watch();
  if (document.readyState !== 'loading') look();
}
