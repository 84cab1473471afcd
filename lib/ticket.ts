/**
 * The domain type that passes every wall: what was read from a ticket page, as plain JSON. Imports nothing.
 *
 * Rule of the whole product: what could not be read is absent, never a default. Instants are ISO 8601 with an offset
 * (or `YYYY-MM-DD` alone where the page shows a date alone).
 */

/** Where a value came from, strongest first: later readings never replace a stronger source. */
export const FIELD_SOURCES = ['agent', 'taught', 'api', 'adapter', 'label', 'heuristic'] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

/** One value read from the page, with its origin. */
export interface Field<T> {
  readonly value: T;
  readonly from: FieldSource;
  /** The named hint or locator that found it, e.g. `rt:custom-field`, `label:Priority (table row)`. */
  readonly how: string;
  /** 0 to 1. Below 0.5 a reader should leave the field out instead. */
  readonly sure: number;
  /** For instants read from relative or coarse times: the true instant lies within this many milliseconds either side. */
  readonly errorMs?: number;
}

export type StatusKind = 'new' | 'open' | 'pending' | 'resolved' | 'closed';
export type Role = 'customer' | 'agent' | 'system' | 'unknown';

export interface Person {
  readonly name?: string;
  readonly email?: string;
}

/** One contribution to the conversation, oldest first in the snapshot. */
export interface Message {
  readonly author?: string;
  readonly email?: string;
  readonly role: Role;
  /** 0 to 1: how certain `role` is. */
  readonly roleSure: number;
  /** True for notes that the customer does not see. */
  readonly internal: boolean;
  readonly at?: string;
  /** Error bar of `at` in milliseconds; absent = exact. */
  readonly atErrorMs?: number;
  /** Visible text with line breaks kept. Offsets of evidence count UTF-16 units of this string. */
  readonly text: string;
  readonly attachments: readonly string[];
  /** Which hints found it and its role. */
  readonly how: string;
}

/** An SLA value that the helpdesk itself shows. */
export interface NativeSla {
  /** The helpdesk's own label, e.g. `Next reply`. */
  readonly name: string;
  readonly clock?: 'firstResponse' | 'nextResponse' | 'resolution';
  readonly dueAt?: string;
  /** Milliseconds left when read; negative when overdue. */
  readonly remainingMs?: number;
  readonly state?: 'running' | 'paused' | 'met' | 'missed' | 'overdue';
}

export interface StatusChange {
  readonly at: string;
  /** Raw word of the page. */
  readonly status: string;
  readonly kind?: StatusKind;
}

export interface PriorityChange {
  readonly at: string;
  /** Raw word of the page. */
  readonly priority: string;
}

/** The named fields and the type of each value. */
export interface TicketValues {
  id: string;
  subject: string;
  status: string;
  statusKind: StatusKind;
  priority: string;
  createdAt: string;
  updatedAt: string;
  firstResponseAt: string;
  resolvedAt: string;
  dueAt: string;
  requester: Person;
  organization: string;
  assignee: string;
  group: string;
  tags: readonly string[];
  nativeSla: readonly NativeSla[];
  /** Only what the page shows; `statusHistoryComplete` on the snapshot says whether it reaches back to creation. */
  statusHistory: readonly StatusChange[];
  priorityHistory: readonly PriorityChange[];
}
export type FieldName = keyof TicketValues;
export type TicketFields = { readonly [K in FieldName]?: Field<TicketValues[K]> };

/** Everything read from one ticket page at one moment. Plain JSON: no DOM node, function or Date. */
export interface TicketSnapshot {
  readonly url: string;
  /** Adapter id, or `generic`. */
  readonly helpdesk: string;
  readonly readAt: string;
  /** IANA zone in which zone-less times of the page were read. */
  readonly zone: string;
  /** BCP 47 language of the page's interface, if known. */
  readonly language?: string;
  readonly fields: TicketFields;
  /** Label as the page prints it -> value. */
  readonly customFields: Readonly<Record<string, Field<string>>>;
  readonly messages: readonly Message[];
  /** The thread is truncated or virtualised: how many messages are known to be missing (`'some'` = at least one). */
  readonly missingMessages?: number | 'some';
  /** True only when the page shows every status change since creation. */
  readonly statusHistoryComplete?: boolean;
  /** What went wrong while reading, in words for the person; empty when all is well. */
  readonly problems: readonly string[];
}

/** What one reader (adapter, api, generic) contributes before the core merges and stamps. */
export interface TicketReading {
  readonly fields: { -readonly [K in FieldName]?: Field<TicketValues[K]> };
  readonly customFields?: Readonly<Record<string, Field<string>>>;
  readonly messages?: readonly Message[];
  readonly missingMessages?: number | 'some';
  readonly statusHistoryComplete?: boolean;
}
