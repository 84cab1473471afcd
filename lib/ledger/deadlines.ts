/**
 * Deadlines of seen tickets: which comes next, which are at risk, and when a person is told. Pure: whoever runs this may have slept
 * over every deadline, died, or had its clock set, so each call decides from what is stored and from what time it is.
 */
import type { ClockName } from '../sla/sla-clock.ts';
import type { KeptClock, LedgerTicket } from './ledger-record.ts';

export interface Deadline {
  readonly ticket: LedgerTicket;
  readonly clock: ClockName;
  readonly dueAt: string;
  readonly warnAt?: string;
}

/** The running clock of an open ticket that runs out first; undefined when none runs. */
export function nextDeadline(ticket: LedgerTicket): Deadline | undefined {
  const [first] = runningClocks(ticket).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  return first && { ticket, clock: first.name, dueAt: first.dueAt, ...(first.warnAt && { warnAt: first.warnAt }) };
}

/** Open tickets with a clock past its warning level. @param now milliseconds since 1970 */
export function atRisk(tickets: readonly LedgerTicket[], now: number): LedgerTicket[] {
  return tickets.filter((ticket) => runningClocks(ticket).some((clock) => Date.parse(clock.warnAt ?? clock.dueAt) <= now));
}

/** One thing to tell: this clock of this ticket reached its warning level, or ran out. */
export interface DeadlineEvent {
  readonly ticket: LedgerTicket;
  readonly clock: ClockName;
  readonly kind: 'warning' | 'breach';
  readonly at: number;
  readonly dueAt: string;
}

/** Whether a person may be told at an instant, and when next they may. */
export interface QuietHours {
  readonly isQuiet: (at: number) => boolean;
  /** The first instant from `at` on that is not quiet; undefined when there is none in sight. */
  readonly endsAfter: (at: number) => number | undefined;
}

export interface Announcement {
  /** At most one for each ticket, the gravest first; empty when there is nothing to say now. */
  readonly events: readonly DeadlineEvent[];
  /** Ticket key -> what is to be remembered as told. */
  readonly told: ReadonlyMap<string, readonly string[]>;
  /** When to look again; undefined when no clock runs. */
  readonly nextAt?: number;
}

/** Deadlines that passed longer ago, the quiet time after them not counted, were slept over on purpose: they are remembered, not announced. */
const staleMs = 24 * 60 * 60 * 1000;

/**
 * What to announce now, in one go. Nothing is announced in quiet hours; it waits for their end. What was told once is never told
 * again, also when the clock is set back.
 * @param now milliseconds since 1970
 */
export function announce(tickets: readonly LedgerTicket[], now: number, quiet: QuietHours): Announcement {
  const open = tickets.flatMap((ticket) => eventsOf(ticket).filter((event) => !ticket.notified.includes(eventId(event))));
  const reached = open.filter((event) => event.at <= now && !isSnoozed(event.ticket, now));
  const silent = quiet.isQuiet(now);
  const told = new Map<string, string[]>();
  const events: DeadlineEvent[] = [];
  if (!silent)
    for (const event of reached) {
      told.set(event.ticket.key, [...(told.get(event.ticket.key) ?? []), eventId(event)]);
      if (isStale(event.at, now, quiet)) continue;
      const index = events.findIndex((other) => other.ticket.key === event.ticket.key);
      if (index < 0) events.push(event);
      else if (isGraver(event, events[index] as DeadlineEvent)) events[index] = event;
    }
  const next = [
    ...open.filter((event) => event.at > now).map(({ at }) => at),
    ...open.filter(({ ticket }) => isSnoozed(ticket, now)).map(({ ticket }) => Date.parse(ticket.snoozedUntil ?? '')),
    ...(silent && reached.length ? [quiet.endsAfter(now)] : []),
  ].filter((at): at is number => at !== undefined && at > now);
  return {
    events: events.sort((a, b) => (isGraver(a, b) ? -1 : isGraver(b, a) ? 1 : a.at - b.at)),
    told,
    ...(next.length && { nextAt: Math.min(...next) }),
  };
}

/** A deadline of a Friday night is told on Monday morning: its age counts from when it could first be told. */
const isStale = (at: number, now: number, quiet: QuietHours): boolean => now - at > staleMs && now - (quiet.endsAfter(at) ?? at) > staleMs;

/** Another due time is another deadline, so it is part of what was told. */
const eventId = ({ clock, kind, dueAt }: DeadlineEvent): string => `${clock}:${kind}:${dueAt}`;
const isGraver = (a: DeadlineEvent, b: DeadlineEvent): boolean => a.kind === 'breach' && b.kind === 'warning';
const isSnoozed = ({ snoozedUntil }: LedgerTicket, now: number): boolean => snoozedUntil !== undefined && Date.parse(snoozedUntil) > now;

function eventsOf(ticket: LedgerTicket): DeadlineEvent[] {
  return runningClocks(ticket).flatMap(({ name, dueAt, warnAt }): DeadlineEvent[] => [
    ...(warnAt === undefined ? [] : [{ ticket, clock: name, kind: 'warning' as const, at: Date.parse(warnAt), dueAt }]),
    { ticket, clock: name, kind: 'breach', at: Date.parse(dueAt), dueAt },
  ]);
}

function runningClocks({ clocks, statusKind }: LedgerTicket): (KeptClock & { readonly dueAt: string })[] {
  if (statusKind === 'resolved' || statusKind === 'closed') return [];
  return clocks.filter(
    (clock): clock is KeptClock & { readonly dueAt: string } => (clock.state === 'running' || clock.state === 'overdue') && clock.dueAt !== undefined,
  );
}
