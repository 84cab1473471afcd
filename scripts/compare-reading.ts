/**
 * What was read from a page against its truth, value by value. A value where the truth has none counts as wrong, and a wrong
 * value counts twice, as one read in vain and one missed: a wrong field costs more than an absent one.
 */
import type { Printed, PrintedTicket } from './printed-reading.ts';

/** The `ticket` of a case file (see the corpus README): `null` = the page does not show it. */
export interface TrueTicket {
  readonly id?: string | null;
  readonly subject?: string | null;
  readonly status?: string | null;
  readonly statusKind?: string | null;
  readonly priority?: string | null;
  readonly createdAt?: string | null;
  readonly updatedAt?: string | null;
  readonly dueAt?: string | null;
  readonly requester?: { readonly name?: string | null; readonly email?: string | null } | null;
  readonly organization?: string | null;
  readonly assignee?: string | null;
  readonly group?: string | null;
  readonly tags?: readonly string[];
  readonly customFields?: Readonly<Record<string, string>>;
  readonly messages?: readonly {
    readonly author?: string | null;
    readonly role?: string;
    readonly internal?: boolean;
    readonly at?: string | null;
    readonly text: string;
  }[];
}

export interface Tally {
  /** Read and right. */
  right: number;
  /** Read, and the truth is another value or none. */
  wrong: number;
  /** In the truth and not read, or read wrong. */
  missed: number;
}

/** One value that was not read right, in words. */
export interface Miss {
  readonly field: string;
  readonly read: unknown;
  readonly truth: unknown;
}

export interface Comparison {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly misses: readonly Miss[];
}

/** Longest message text that the corpus keeps. */
const comparedText = 200;
/** A time with an error bar is right when the truth lies inside it; a bar wider than this is as good as no answer. */
const widestErrorMs = 26 * 3_600_000;

/** A page wrongly taken for a ticket, or wrongly left alone, counts in the field `ticket`. */
export function compareReading(printed: Printed, truth: TrueTicket | null): Comparison {
  const tallies = new Map<string, Tally>();
  const misses: Miss[] = [];
  const note = (field: string, read: unknown, wanted: unknown, same: boolean): void => {
    const tally = tallies.get(field) ?? { right: 0, wrong: 0, missed: 0 };
    tallies.set(field, tally);
    const answered = !isNothing(read);
    const expected = !isNothing(wanted);
    if (answered && expected && same) {
      tally.right++;
      return;
    }
    if (answered) tally.wrong++;
    if (expected) tally.missed++;
    if (answered || expected) misses.push({ field, read: read ?? null, truth: wanted ?? null });
  };
  const text = (field: string, read: string | null | undefined, wanted: string | null | undefined): void =>
    note(field, read, wanted, fold(read) === fold(wanted));

  const ticket = printed.ticket;
  if (ticket === null || truth === null) {
    note('ticket', ticket === null ? null : 'a ticket', truth === null ? null : 'a ticket', false);
    if (truth === null) return { tallies, misses };
  } else note('ticket', 'a ticket', 'a ticket', true);
  // A ticket page that was left alone has none of its fields read.
  const read: Partial<PrintedTicket> = ticket ?? {};

  for (const name of ['id', 'subject', 'status', 'statusKind', 'priority', 'organization', 'assignee', 'group'] as const) {
    const strip = name === 'id' ? (value: string | null | undefined) => value?.replace(/^#/, '') : (value: string | null | undefined) => value;
    text(name, strip(read[name]), strip(truth[name]));
  }
  for (const name of ['createdAt', 'updatedAt', 'dueAt'] as const) {
    // A case file that says nothing of a time makes no claim about it.
    if (truth[name] === undefined) continue;
    note(name, read[name], truth[name], sameInstant(read[name], truth[name], printed.fields[name]?.errorMs));
  }
  text('requester.name', read.requester?.name, truth.requester?.name);
  text('requester.email', read.requester?.email?.toLowerCase(), truth.requester?.email?.toLowerCase());
  const tags = new Set((truth.tags ?? []).map(fold));
  for (const tag of read.tags ?? []) note('tags', tag, tags.has(fold(tag)) ? tag : null, true);
  for (const tag of truth.tags ?? []) if (!(read.tags ?? []).some((t) => fold(t) === fold(tag))) note('tags', null, tag, false);
  for (const [label, value] of Object.entries(truth.customFields ?? {})) {
    const found = Object.entries(read.customFields ?? {}).find(([known]) => fold(known) === fold(label))?.[1];
    text('customFields', found, value);
  }
  compareMessages(read.messages ?? [], truth.messages ?? [], note);
  return { tallies, misses };
}

type Note = (field: string, read: unknown, wanted: unknown, same: boolean) => void;

/** Messages pair up by their text; parts are compared only within a pair. */
function compareMessages(read: PrintedTicket['messages'], truth: NonNullable<TrueTicket['messages']>, note: Note): void {
  const left = [...read];
  for (const wanted of truth) {
    const at = left.findIndex((m) => sameText(m.text, wanted.text));
    if (at < 0) {
      note('message', null, wanted.text, false);
      continue;
    }
    const [found] = left.splice(at, 1);
    if (!found) continue;
    note('message', found.text, wanted.text, true);
    note('message.author', found.author, wanted.author, fold(found.author) === fold(wanted.author));
    const role = found.role === 'unknown' ? null : found.role;
    note('message.role', role, wanted.role, role === wanted.role);
    if (wanted.internal !== undefined) note('message.internal', String(found.internal), String(wanted.internal), found.internal === wanted.internal);
    if (wanted.at !== undefined) note('message.at', found.at, wanted.at, sameInstant(found.at, wanted.at));
  }
  for (const extra of left) note('message', extra.text, null, false);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** White space folded, Unicode composed. Letters' case counts: it is the page's own. */
function fold(value: string | null | undefined): string {
  return (value ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

function sameText(a: string, b: string): boolean {
  return fold(a).slice(0, comparedText).trim() === fold(b).slice(0, comparedText).trim();
}

/** Equal to the second, or inside the reading's own error bar; a date alone equals only a date. */
function sameInstant(read: string | null | undefined, wanted: string | null | undefined, errorMs = 0): boolean {
  if (!read || !wanted) return false;
  if (read.length === 10 || wanted.length === 10) return read.slice(0, 10) === wanted.slice(0, 10) && read.length === wanted.length;
  const apart = Math.abs(Date.parse(read) - Date.parse(wanted));
  return errorMs > 0 ? apart <= errorMs && errorMs <= widestErrorMs : apart < 1_000;
}
