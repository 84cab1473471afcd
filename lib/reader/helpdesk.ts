/** What one product's adapter must say. The core (read-page.ts) chooses, waits, merges, validates, stamps and catches. */
import type { TicketReading } from '../ticket.ts';
import type { ReadingDraft } from './reading-draft.ts';

/**
 * How well the adapter is founded. `live`: read on the real software. `components`: on the vendor's real component
 * library. `facts`: public facts only.
 */
export interface Evidence {
  readonly kind: 'live' | 'components' | 'facts';
  /** Day on which it was last true, `YYYY-MM-DD`. */
  readonly date: string;
}

/** Fetches documented JSON of the page's own origin with the agent's session. GET only. Rejects with `GetFailed` unless it was JSON with status 200. */
export type SameOriginGet = (path: string) => Promise<unknown>;

export interface Helpdesk {
  /** = file name = corpus folder, in kebab case. */
  readonly id: string;
  /** Product name as people write it. Never translated. */
  readonly name: string;
  readonly evidence: Evidence;
  /** Match patterns of the hosted product (`https://*.zendesk.com/*`); empty = self-hosted, recognised by `detect`. */
  readonly hosts: readonly string[];
  /** The ticket's key in the URL (may differ from the number people use); `undefined` = this URL shows no ticket. */
  ticketId(url: URL): string | undefined;
  /** Proof in the DOM that the page is this product. Cheap: a few `querySelector` calls. Required where `hosts` is empty. */
  detect?(doc: Document): boolean;
  /** The pane that shows THIS ticket, visible and drawn; `undefined` = not drawn yet (or another ticket's pane is up). */
  root(doc: Document, ticketId: string): Element | undefined;
  /**
   * Puts what the pane shows into `draft`. Synchronous; changes nothing on the page. What cannot be read with certainty
   * is left out. May throw: the core catches, says so in `problems`, and the generic reader takes over.
   */
  read(root: Element, draft: ReadingDraft, ticketId: string): void;
  /** Documented same-origin JSON. At most one round per ticket change; the caller limits, caches and backs off. */
  api?(ticketId: string, get: SameOriginGet, page: URL): Promise<TicketReading>;
  /** Where a reply or note is typed. */
  composer?(root: Element): Element | undefined;
}
