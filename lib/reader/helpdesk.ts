/** What one product's adapter must say. The core (read-page.ts) chooses, waits, merges, validates, stamps and catches. */
import type { Part } from '../parts.ts';
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

/** A product in the registry: what every page must know to tell it from the others. */
export interface Helpdesk {
  /** = the adapter's file name = corpus folder, in kebab case. */
  readonly id: string;
  /** Product name as people write it. Never translated. */
  readonly name: string;
  /** Match patterns of the hosted product (`https://*.zendesk.com/*`); empty = self-hosted, recognised by `marks`. */
  readonly hosts: readonly string[];
  /** Proof in the DOM that the page is this product: each of these selectors finds something. Required where `hosts` is empty. */
  readonly marks?: readonly string[];
  /** The product can be asked by the documented interface (`Adapter.api`). */
  readonly hasApi?: true;
  readonly adapter: Part<Adapter>;
}

/** How the product's pages are read. */
export interface Adapter {
  readonly id: string;
  readonly evidence: Evidence;
  /** The ticket's key in the URL (may differ from the number people use); `undefined` = this URL shows no ticket. */
  ticketId(url: URL): string | undefined;
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
