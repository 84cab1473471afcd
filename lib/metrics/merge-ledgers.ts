/** Several people's ledgers as one: each person once, each ticket once. */
import type { LedgerSummaries, TicketSummary } from '../ledger/ticket-summary.ts';

/** Fewer people than this are never shown as a team: a number of three people is a number about each of them. */
export const smallestTeam = 5;

export interface MergedLedgers {
  readonly tickets: readonly TicketSummary[];
  /** Browsers the tickets come from. */
  readonly people: number;
  /** How many browsers saw at least one of these tickets: the number of people behind a filter. */
  readonly peopleOf: (tickets: readonly TicketSummary[]) => number;
}

/**
 * Of two exports of the same browser the later one counts. A ticket that several people saw is one ticket: the latest look at it, with
 * everything that anybody recorded about it.
 */
export function mergeLedgers(exports: readonly LedgerSummaries[]): MergedLedgers {
  const latest = new Map<string, LedgerSummaries>();
  for (const one of exports) {
    const known = latest.get(one.source);
    if (!known || Date.parse(known.exportedAt) < Date.parse(one.exportedAt)) latest.set(one.source, one);
  }
  const tickets = new Map<string, TicketSummary>();
  const seenBy = new Map<string, string[]>();
  for (const { tickets: own, source } of latest.values())
    for (const ticket of own) {
      seenBy.set(ticket.key, [...(seenBy.get(ticket.key) ?? []), source]);
      const known = tickets.get(ticket.key);
      tickets.set(ticket.key, known ? merged(known, ticket) : ticket);
    }
  return {
    tickets: [...tickets.values()],
    people: latest.size,
    peopleOf: (some) => new Set(some.flatMap(({ key }) => seenBy.get(key) ?? [])).size,
  };
}

function merged(one: TicketSummary, other: TicketSummary): TicketSummary {
  const [early, late] = Date.parse(one.lastSeenAt) <= Date.parse(other.lastSeenAt) ? [one, other] : [other, one];
  const escalations = new Map<string, TicketSummary['escalations'][number]>();
  for (const escalation of [...early.escalations, ...late.escalations])
    escalations.set(`${Date.parse(escalation.at)} ${escalation.toTier}`, escalation);
  const recommendations = new Map(
    [...early.recommendations, ...late.recommendations].map((each) => [`${each.at} ${each.tier} ${each.verdict}`, each]),
  );
  const csat = late.csat ?? early.csat;
  return {
    ...early,
    ...late,
    firstSeenAt: Date.parse(early.firstSeenAt) <= Date.parse(late.firstSeenAt) ? early.firstSeenAt : late.firstSeenAt,
    escalations: [...escalations.values()].sort(byTime),
    recommendations: [...recommendations.values()].sort(byTime),
    ...(csat !== undefined && { csat }),
  };
}

const byTime = (a: { readonly at: string }, b: { readonly at: string }): number => Date.parse(a.at) - Date.parse(b.at);
