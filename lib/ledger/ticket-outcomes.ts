/** What became of one ticket: the questions that metrics ask of a record. Pure. */
import type { TicketSummary } from './ticket-summary.ts';

const hourMs = 3_600_000;
export type Ended = TicketSummary['escalations'][number] & { readonly state: 'escalated' | 'bounced' | 'withdrawn' };

export const startOf = ({ createdAt, firstSeenAt }: TicketSummary): number => Date.parse(createdAt ?? firstSeenAt);
export const done = (ticket: TicketSummary): readonly Ended[] => ticket.escalations.filter((one): one is Ended => one.state !== 'declined');
export const isResolved = ({ statusKind }: TicketSummary): boolean => statusKind === 'resolved' || statusKind === 'closed';
/** Where a ticket is at the end: where its last standing escalation brought it, else where it was seen. */
export const finalTier = (ticket: TicketSummary): number | undefined =>
  done(ticket).findLast(({ state }) => state === 'escalated')?.toTier ?? ticket.currentTier;
export const rulesOf = (ticket: TicketSummary): Set<string> => new Set(ticket.recommendations.flatMap(({ rules }) => rules));

export const wasAdvised = (ticket: TicketSummary): boolean => ticket.recommendations.some(({ verdict }) => verdict === 'escalate');
/** A recommendation is decided once somebody escalated or declined, or the ticket was resolved without either. */
export const isDecided = (ticket: TicketSummary): boolean => ticket.escalations.length > 0 || isResolved(ticket);

/** Whether the first escalation followed advice to go at least that high. */
export function wasAdvisedBefore(ticket: TicketSummary): boolean {
  const first = done(ticket)[0];
  return (
    first !== undefined &&
    ticket.recommendations.some(({ at, verdict, tier }) => verdict === 'escalate' && tier >= first.toTier && Date.parse(at) <= Date.parse(first.at))
  );
}

export const isKept = ({ updateDueAt, updatedAt }: Ended): boolean =>
  updateDueAt !== undefined && updatedAt !== undefined && Date.parse(updatedAt) <= Date.parse(updateDueAt);
/** An update that is not due yet is neither kept nor missed. */
export const isOwed = ({ updateDueAt, updatedAt }: Ended, { lastSeenAt }: TicketSummary): boolean =>
  updateDueAt !== undefined && (updatedAt !== undefined || Date.parse(updateDueAt) <= Date.parse(lastSeenAt));

export function hoursToEscalate(ticket: TicketSummary): number[] {
  const [first] = done(ticket);
  if (!first || ticket.createdAt === undefined) return [];
  const hoursLater = (Date.parse(first.at) - Date.parse(ticket.createdAt)) / hourMs;
  return hoursLater >= 0 ? [hoursLater] : [];
}

export function hoursAfter(ticket: TicketSummary): number[] {
  const last = done(ticket).findLast(({ state }) => state === 'escalated');
  if (!last || !isResolved(ticket) || ticket.resolvedAt === undefined) return [];
  const hoursLater = (Date.parse(ticket.resolvedAt) - Date.parse(last.at)) / hourMs;
  return hoursLater >= 0 ? [hoursLater] : [];
}
