/**
 * Tells when a page is worth reading again, and at once when it stops showing the ticket it showed. Holds no timer while
 * nothing changes or the tab is hidden.
 */
import type { Clock } from '../clock.ts';
import { limits } from './limits.ts';

/** `left`: the address changed, so everything said about the old ticket must go now. `changed`: read again. */
export type PageChange = 'left' | 'changed';

export interface WatchOptions {
  readonly doc: Document;
  readonly onChange: (change: PageChange) => void;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** What of the address names the ticket; only a change of that is leaving. Default: all but the fragment's text marks. */
  readonly ticketKey?: (url: URL) => string;
}

export interface PageWatch {
  /** The pane that shows the ticket: from now on only it is watched. `undefined` = the whole document, until it is known. */
  watch(root: Element | undefined): void;
}

/** How often an unknown page's changes are looked at before the watch waits for the next address. */
const looksWithoutPane = 200;

/** Starts watching the document; call `watch` with the pane after each reading. */
export function watchPage({ doc, onChange, signal, clock, ticketKey = wholeAddress }: WatchOptions): PageWatch {
  const page = doc.defaultView;
  let key = currentKey();
  let root: Element | undefined;
  let looks = 0;
  /** Instant of the reading that is due, and the latest one allowed. */
  let dueAt: number | undefined;
  let latest = 0;
  let waiting = false;
  let lastRead = Number.NEGATIVE_INFINITY;
  let stale = false;

  const observer = page ? new page.MutationObserver(onMutations) : undefined;

  function currentKey(): string {
    return page ? ticketKey(new URL(page.location.href)) : '';
  }

  /** @returns whether the address now names something else */
  function checkAddress(): boolean {
    const now = currentKey();
    if (now === key) return false;
    key = now;
    looks = 0;
    root = undefined;
    observe();
    onChange('left');
    soon();
    return true;
  }

  function observe(): void {
    if (!observer || signal.aborted) return;
    observer.disconnect();
    const target = root?.isConnected ? root : doc;
    observer.observe(target, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['hidden', 'class', 'style', 'open', 'datetime', 'title', 'value', 'aria-hidden', 'data-value'],
    });
    if (target === doc) return;
    // A pane that is taken out of the page does not say so itself; its parents' lists of children do.
    for (let at = target.parentNode; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) observer.observe(at, { childList: true });
  }

  function onMutations(): void {
    if (signal.aborted || checkAddress()) return;
    if (root && !root.isConnected) {
      root = undefined;
      observe();
    }
    if (!root && ++looks > looksWithoutPane) {
      // A page that keeps changing and never becomes a ticket is left alone until its address changes.
      observer?.disconnect();
      return;
    }
    soon();
  }

  function soon(): void {
    if (signal.aborted) return;
    if (doc.visibilityState === 'hidden') {
      stale = true;
      return;
    }
    const now = clock.now();
    // The clock was set back: what was read a while ago is not in the future.
    if (now < lastRead) lastRead = now;
    if (dueAt === undefined) latest = Math.max(now + limits.settleAtMostMs, lastRead + limits.betweenReadingsMs);
    dueAt = Math.min(latest, Math.max(now + limits.settleMs, lastRead + limits.betweenReadingsMs));
    if (!waiting) wait();
  }

  function wait(): void {
    if (dueAt === undefined) return;
    waiting = true;
    clock.at(dueAt, fire, signal);
  }

  function fire(): void {
    waiting = false;
    if (signal.aborted || dueAt === undefined) return;
    const now = clock.now();
    // Changes since then have put it off, unless the clock was set back, which puts nothing off.
    if (now < dueAt && dueAt - now <= limits.settleAtMostMs) return wait();
    dueAt = undefined;
    if (checkAddress()) return;
    lastRead = now;
    onChange('changed');
  }

  const listen = { signal } as const;
  if (page) {
    // In an extension's own world the page's calls of history.pushState cannot be seen; the Navigation API's events can.
    const navigation = (page as Window & { navigation?: EventTarget }).navigation;
    navigation?.addEventListener('currententrychange', checkAddress, listen);
    navigation?.addEventListener('navigatesuccess', checkAddress, listen);
    for (const type of ['popstate', 'hashchange', 'pageshow'] as const) page.addEventListener(type, checkAddress, listen);
    // Without that API a click is the earliest sign; the address has changed by the time the click has been handled.
    if (!navigation)
      for (const type of ['click', 'keyup'] as const)
        page.addEventListener(type, () => queueMicrotask(checkAddress), {
          signal,
          passive: true,
        });
  }
  doc.addEventListener(
    'visibilitychange',
    () => {
      if (doc.visibilityState === 'hidden' || checkAddress() || !stale) return;
      stale = false;
      soon();
    },
    listen,
  );
  // Values typed into fields change no node.
  doc.addEventListener('change', (event) => !signal.aborted && (!root || root.contains(event.target as Node)) && soon(), {
    signal,
    capture: true,
    passive: true,
  });
  signal.addEventListener('abort', () => observer?.disconnect(), {
    once: true,
  });
  observe();
  return {
    watch(next) {
      if (next === root) return;
      root = next;
      looks = 0;
      observe();
    },
  };
}

/** The address without what only scrolls. */
function wholeAddress(url: URL): string {
  const hash = /^#(?:[!/]|.*[/=])/.test(url.hash) ? url.hash : '';
  return url.origin + url.pathname + url.search + hash;
}
