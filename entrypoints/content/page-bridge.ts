/** What the probe and the page loop share inside the extension's isolated world; the page cannot see it. */
import type { Handlers } from '../../lib/messages.ts';

export interface PageBridge {
  /** Aborts when the extension is updated, disabled or reloaded. */
  readonly signal: AbortSignal;
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
}
