/**
 * Where a reader puts what it finds. The draft turns elements into plain values, remembers the elements for "show me
 * where", reads all dates at the end (day-first or month-first is decided by all of them together) and leaves out
 * whatever is empty, hidden or not certain.
 */
import type { TimeTexts } from './dates/element-instant.ts';
import type { ChangeLine } from './change-line.ts';
import type { PageMemory } from './page-memory.ts';
import type { FieldName, NativeSla, Person, Role, StatusKind, TicketReading, TicketValues } from '../ticket.ts';

/** How the page is to be read. */
export interface ReadingContext {
  readonly url: string;
  /** Milliseconds since 1970; relative times count from here. */
  readonly now: number;
  /** IANA zone for times printed without one. */
  readonly zone: string;
  /** BCP 47 language of the page. */
  readonly language?: string;
  /** Set where a person or an earlier page settled it; else decided from the dates on the page. */
  readonly dayFirst?: boolean;
  /** What earlier readings of the same page found; left out = there were none. */
  readonly memory?: PageMemory;
}

export type TextFieldName = 'id' | 'subject' | 'priority' | 'organization' | 'assignee' | 'group';
export type InstantFieldName = 'createdAt' | 'updatedAt' | 'firstResponseAt' | 'resolvedAt' | 'dueAt';

/** An element whose visible text (or control value) is meant, or the text itself. `null` and empty are passed over. */
export type Source = Element | string | null | undefined;

export interface DraftMessage {
  /** The whole entry; "show me where" scrolls here. */
  readonly element: Element;
  /** What the person wrote, without header, buttons and attachments. */
  readonly body: Element | readonly Element[];
  /** Subtrees of the body that are not part of the text (toolbars, "show quoted text" controls). */
  readonly skip?: (element: Element) => boolean;
  /** What `skip` goes by, where it is not the element alone. */
  readonly skips?: string;
  readonly author?: Source;
  readonly email?: string;
  /** Left out = decided afterwards by comparing the author with the requester and the assignee. */
  readonly role?: Role;
  readonly roleSure?: number;
  readonly internal?: boolean;
  /** An element is looked at in the order `datetime`, machine attributes, `title`, text. */
  readonly at?: Source | TimeTexts | undefined;
  readonly attachments?: readonly string[];
  /** Named hints, e.g. `zendesk:omni-log-comment-item`. */
  readonly how: string;
}

export interface ReadingDraft {
  readonly context: ReadingContext;
  /** A field that is plain text. First one wins. */
  text(name: TextFieldName, from: Source, how: string, sure?: number): void;
  /** Sets `status` and, from the word in any of 16 languages or from `kind`, `statusKind`. */
  status(from: Source, how: string, kind?: StatusKind, sure?: number, element?: Element): void;
  instant(name: InstantFieldName, from: Source | TimeTexts, how: string, sure?: number, element?: Element): void;
  /** `Name <mail>`, `login (Name)`, a name or an address; or the parts. */
  requester(from: Source | Person, how: string, sure?: number, element?: Element): void;
  tags(from: readonly Source[], how: string): void;
  /** Any other labelled value of the ticket, under the label that the page prints. */
  custom(label: Source, value: Source, how: string): void;
  nativeSla(name: Source, due: Source, how: string, more?: Partial<NativeSla>): void;
  /**
   * One change of the status or the priority that the page prints, in page order; also those whose time it does not show, so that
   * nobody takes the rest for all there was.
   */
  change(at: Source | TimeTexts, change: ChangeLine, how: string): void;
  /**
   * The page shows every change since the creation: all of them have been given to `change`. Counts only when they follow each other
   * without a hole up to the present status.
   */
  allChanges(createdAt: Source | TimeTexts): void;
  message(message: DraftMessage): void;
  /** The page does not show the whole conversation: this many are missing, or at least one. */
  missing(count: number | 'some'): void;
  /** A value that is known already (URL, JSON in the page). */
  set<K extends FieldName>(name: K, value: TicketValues[K] | undefined, how: string, sure?: number, element?: Element): void;
  /** The page says that there is none (nobody, not set): weaker readers must not fill it in. */
  none(name: FieldName): void;
  /** Says that something could not be read, in plain English; shown to the person. */
  problem(what: string): void;
}

/** Elements behind the values of a reading, for "show me where". */
export interface ReadingPlaces {
  readonly fields: ReadonlyMap<string, Element>;
  readonly messages: readonly MessagePlace[];
}
export interface MessagePlace {
  readonly element: Element;
  readonly bodies: readonly Element[];
  readonly skip?: (element: Element) => boolean;
}

export interface FinishedReading {
  readonly reading: TicketReading;
  readonly places: ReadingPlaces;
  /** Fields that the page says are not set. */
  readonly empty: ReadonlySet<FieldName>;
  readonly problems: readonly string[];
}
