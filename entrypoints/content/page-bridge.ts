/** What the probe and the page loop share inside the extension's isolated world; the page cannot see it. */
import type { Handlers } from '../../lib/messages.ts';

/** Event at the document by which a copy of the extension tells one that was there before it, and that the page hears too, that it has come. */
export const newerCopy = 'handrail-newer-copy';

export interface PageBridge {
  /** Aborts when the extension is updated, disabled or reloaded, and when the site is switched off. */
  readonly signal: AbortSignal;
  /** Ends this copy: everything that it started stops. */
  readonly end: () => void;
  /** The page loop's own end, when it runs: it may leave a draft on the page that could not be stored. */
  onGone?: () => void;
  /** The person said "this is a ticket": read the page even when it does not look like one. */
  forced: boolean;
  /** The panel's host element while it is mounted. */
  host?: HTMLElement;
  /** Takes an event that was typed in the panel and kept from the page. @returns true when the panel has used it up. */
  onPanelInput?: (event: Event) => boolean;
  /** Set by the page loop once it runs; it then answers all messages. */
  handlers?: Handlers;
}

declare global {
  var handrailBridge: PageBridge | undefined;
  /** Starts the page loop again for a new bridge: a module that was imported once does not run twice. */
  var handrailStart: (() => void) | undefined;
}

declare module 'wxt/browser' {
  interface WxtRuntime {
    /** Built by scripts/build-page-loop.ts, so WXT does not know it. */
    getURL(path: '/page/page-loop.js'): string;
  }
}
