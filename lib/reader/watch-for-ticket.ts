/** Waits, at almost no cost, until a page may be a ticket. Part of the probe: imports nothing heavy. */
import type { Clock } from '../clock.ts';
import { ticketPageHint } from './is-ticket-page.ts';

/** Shortest time between two looks. The first change after a quiet time is looked at almost at once, so that the panel comes with the ticket. */
const betweenLooksMs = 120;
/** A page that draws in one go is not looked at half drawn. */
const drawnMs = 10;
/**
 * While the document is still coming, each look waits this many times as long as it has come already: every look goes over the whole
 * of it again, and a long one would be gone over once for every 120 ms that it takes.
 */
const comingFactor = 3;
/** Looks per address before the probe gives up until the address changes: single-page apps draw in steps, but not for ever. */
const looksPerAddress = 60;

/**
 * Calls `found` once when the page may be a ticket; never after `signal` aborts.
 * Listens to mutations only while it waits for the first one, and holds no timer while nothing changes or the tab is hidden.
 */
export function watchForTicket(document: Document, found: () => void, clock: Clock, signal: AbortSignal): void {
  const page = document.defaultView;
  if (!page || signal.aborted) return;
  const began = clock.now();
  let looked = 0;
  let address = page.location.href;
  let waiting: AbortController | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let done = false;
  const observer = new page.MutationObserver(soon);
  const watch = (): void => observer.observe(document, { childList: true, subtree: true });

  function look(): void {
    waiting = undefined;
    if (done || signal.aborted || document.visibilityState === 'hidden') return;
    if (page && page.location.href !== address) {
      address = page.location.href;
      looked = 0;
    }
    looked++;
    lookedAt = clock.now();
    if (ticketPageHint(document, new URL(address)) === 'maybe') {
      done = true;
      found();
    } else if (looked < looksPerAddress) watch();
  }
  function soon(): void {
    // One change is enough to look again; a record of each of those that follow would be made for nothing.
    observer.disconnect();
    // A hidden tab costs nothing; it is looked at when it is shown.
    if (waiting || done || signal.aborted || document.visibilityState === 'hidden') return;
    waiting = new AbortController();
    const between = document.readyState === 'loading' ? Math.max(betweenLooksMs, comingFactor * (lookedAt - began)) : betweenLooksMs;
    clock.at(Math.max(clock.now() + drawnMs, lookedAt + between), look, AbortSignal.any([waiting.signal, signal]));
  }

  signal.addEventListener('abort', () => observer.disconnect());
  const listen = { signal };
  document.addEventListener('visibilitychange', soon, listen);
  // At once: before it is laid out, which drops from the processor's cache what was just parsed, a large page is asked in half the time.
  document.addEventListener(
    'DOMContentLoaded',
    () => {
      waiting?.abort();
      observer.disconnect();
      look();
    },
    listen,
  );
  // What came between the two is seen as a change; frames have their documents only now.
  page.addEventListener('load', () => page.length && soon(), listen);
  page.addEventListener('pageshow', ({ persisted }) => persisted && soon(), listen);
  for (const type of ['popstate', 'hashchange'] as const) page.addEventListener(type, soon, listen);
  // Firefox before 147 and Chrome before 102 have no Navigation API; mutations then show the new page.
  (page as Window & { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', soon, listen);
  watch();
  if (document.readyState !== 'loading') look();
}
