/**
 * What the ledger keeps of a ticket: counts, ids and times. No message text, no subject and no name ever enters this shape; the
 * requester and the words of the subject are keyed hashes whose key never leaves this browser.
 */
import type { ClockName, ClockState } from '../sla/sla-clock.ts';
import type { StatusKind } from '../ticket.ts';

/** A value a rule can compare, kept for backtests. Free text never is one: only words of closed lists (priority, mood, status kind, list names). */
export type KeptFact =
  | string
  | number
  | boolean
  | { readonly amount: number; readonly currency?: string }
  | { readonly ms?: number; readonly percent?: number };

/** What the rules saw of a ticket at one instant. */
export interface FactVector {
  readonly at: string;
  /** Fact name of the rule language -> value. A fact that is not here was unknown or is free text. */
  readonly values: Readonly<Record<string, KeptFact>>;
  /** Phrase lists of the policy with at least one hit; undefined when the conversation was not read in full. */
  readonly phrases?: readonly string[];
  /** Lists with a hit in a conversation that was not read in full: others may have one too. */
  readonly phrasesSoFar?: readonly string[];
}

/** A recommendation that was shown, from `at` until the next one. */
export interface KeptRecommendation {
  readonly at: string;
  readonly tier: number;
  readonly verdict: string;
  /** Ids of the rules that fired. */
  readonly rules: readonly string[];
  /** Ids of rules in shadow mode that fired. */
  readonly shadow: readonly string[];
}

/** One step an agent recorded. Reasons are codes of a closed list; free words of a person are not kept here. */
export interface KeptEscalation {
  readonly at: string;
  readonly fromTier?: number;
  readonly toTier: number;
  readonly state: 'escalated' | 'bounced' | 'withdrawn' | 'declined';
  readonly reasonCode?: string;
  /** When a bounce or withdrawal ended it. */
  readonly endedAt?: string;
  /** The customer's next update after the handoff was due then. */
  readonly updateDueAt?: string;
  /** The first public reply after the handoff. */
  readonly updatedAt?: string;
}

export interface KeptClock {
  readonly name: ClockName;
  readonly state: ClockState;
  readonly dueAt?: string;
  readonly warnAt?: string;
}

export interface LedgerTicket {
  /** `ticketKey` of lib/storage.ts. */
  readonly key: string;
  readonly origin: string;
  readonly helpdesk: string;
  readonly ticketId: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  /** Creation as the page says it. */
  readonly createdAt?: string;
  readonly resolvedAt?: string;
  readonly statusKind?: StatusKind;
  /** Id of the policy's level. */
  readonly priority?: string;
  /** A word of the policy; a tier that it does not name is not kept. */
  readonly customerTier?: string;
  /** The tier where the ticket was when last seen. */
  readonly currentTier?: number;
  readonly policy: { readonly id: string; readonly version: number };
  /** Keyed hash of the requester's address, or name when no address is shown. */
  readonly requester?: string;
  /** Keyed hashes of the normalised words of the subject. */
  readonly subjectWords: readonly string[];
  /** Contacts on this ticket by the policy's definition, when known. */
  readonly contacts?: number;
  /** Public answers of agents seen on the page. */
  readonly agentReplies?: number;
  /** Oldest first; the last one is what stands now. */
  readonly recommendations: readonly KeptRecommendation[];
  readonly escalations: readonly KeptEscalation[];
  /** Clocks when last seen. */
  readonly clocks: readonly KeptClock[];
  readonly facts: FactVector;
  /** Of a resolved ticket: what the rules saw at the last look before, since a resolved ticket asks nothing of them. Absent on one never seen open. */
  readonly openFacts?: FactVector;
  /** Customer satisfaction after resolution, as typed or imported: 1 to 5. */
  readonly csat?: number;
  /** No notification for this ticket before this instant. */
  readonly snoozedUntil?: string;
  /** What was already notified, so that nothing comes twice: `clock:kind:dueAt`. */
  readonly notified: readonly string[];
}

/** One browser's ledger as exported: what the metrics page, the team view and `handrail metrics` read. */
export interface LedgerExport {
  readonly format: 'handrail-ledger';
  readonly formatVersion: 1;
  readonly exportedAt: string;
  /** A random id of this browser's ledger, so that two exports of one person count as one. */
  readonly source: string;
  readonly tickets: readonly LedgerTicket[];
}
