/**
 * What one ticket adds to the counts that a team's collector gets: numbers by tier, rule and outcome, nothing that points to a ticket or
 * a person. Counts only ever grow, so what was sent once never has to be taken back.
 */
import { done, finalTier, hoursAfter, hoursToEscalate, isKept, isOwed, isResolved, wasAdvised, wasAdvisedBefore } from './ticket-outcomes.ts';
import type { TicketSummary } from './ticket-summary.ts';

/** Counters, with their OpenTelemetry unit and what they count. */
export const COUNTERS = {
  'handrail.tickets.seen': ['{ticket}', 'Tickets seen'],
  'handrail.tickets.escalated': ['{ticket}', 'Tickets escalated into the tier'],
  'handrail.tickets.unadvised': ['{ticket}', 'Tickets escalated without that advice before'],
  'handrail.tickets.resolved': ['{ticket}', 'Tickets resolved at the tier, by whether one contact was enough'],
  'handrail.tickets.resolved_where_received': ['{ticket}', 'Tickets resolved at the tier they were escalated into'],
  'handrail.tickets.advised': ['{ticket}', 'Tickets advised to escalate that were escalated, or resolved without it'],
  'handrail.escalations': ['{escalation}', 'Escalations into the tier'],
  'handrail.escalations.bounced': ['{escalation}', 'Escalations that the tier sent back'],
  'handrail.updates': ['{update}', 'Updates owed to customers after a handoff, by whether they came in time'],
  'handrail.rule.advised': ['{ticket}', 'Tickets on which the rule advised to escalate that were escalated, or resolved without it'],
} as const;
export type CounterName = keyof typeof COUNTERS;

/** Histograms, with unit, what they measure and the upper bounds of their buckets. */
export const HISTOGRAMS = {
  'handrail.time_to_escalate': ['h', 'Hours from creation to the first escalation', [0.25, 0.5, 1, 2, 4, 8, 16, 24, 48, 96, 168]],
  'handrail.resolution_after_escalation': ['h', 'Hours from the last handoff to the resolution', [0.25, 0.5, 1, 2, 4, 8, 16, 24, 48, 96, 168]],
  'handrail.satisfaction_after_escalation': ['1', 'Satisfaction of escalated tickets, 1 to 5', [1, 2, 3, 4, 5]],
} as const;
export type HistogramName = keyof typeof HISTOGRAMS;

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** What a ticket adds to one series. */
export interface TicketCount {
  /** Name and attributes as one text; `readSeries` takes it apart. */
  readonly series: string;
  readonly n: number;
  /** The measured values where the series is a histogram; there are `n` of them. */
  readonly values?: readonly number[];
}

const series = (name: CounterName | HistogramName, attributes: Attributes = {}): string => JSON.stringify([name, attributes]);

/** @param text as made here */
export const readSeries = (text: string): readonly [CounterName | HistogramName, Attributes] =>
  JSON.parse(text) as [CounterName | HistogramName, Attributes];

/** Everything that a ticket counts as it stands. */
export function ticketCounts(ticket: TicketSummary): TicketCount[] {
  const escalations = done(ticket);
  const escalated = escalations.length > 0;
  const resolved = isResolved(ticket);
  const end = finalTier(ticket);
  const into = [...new Set(escalations.map(({ toTier }) => toTier))];
  // "not now" leaves it open whether the advice will be followed
  const followed = escalated || resolved ? { 'handrail.followed': escalated } : undefined;
  const found: TicketCount[] = [{ series: series('handrail.tickets.seen'), n: 1 }];
  const add = (name: CounterName, attributes: Attributes, n = 1): void => {
    if (n > 0) found.push({ series: series(name, attributes), n });
  };
  const measure = (name: HistogramName, values: readonly number[]): void => {
    if (values.length) found.push({ series: series(name), n: values.length, values });
  };
  for (const tier of into) {
    const of = { 'handrail.tier': tier };
    const there = escalations.filter(({ toTier }) => toTier === tier);
    add('handrail.tickets.escalated', of);
    add('handrail.escalations', of, there.length);
    add('handrail.escalations.bounced', of, there.filter(({ state }) => state === 'bounced').length);
    if (resolved && end === tier) add('handrail.tickets.resolved_where_received', of);
  }
  if (escalated && !wasAdvisedBefore(ticket)) add('handrail.tickets.unadvised', {});
  if (resolved && end !== undefined && ticket.contacts !== undefined)
    add('handrail.tickets.resolved', { 'handrail.tier': end, 'handrail.first_contact': ticket.contacts === 1 });
  if (followed && wasAdvised(ticket)) add('handrail.tickets.advised', followed);
  if (followed)
    for (const rule of new Set(ticket.recommendations.flatMap(({ verdict, rules }) => (verdict === 'escalate' ? rules : []))))
      add('handrail.rule.advised', { 'handrail.rule': rule, ...followed });
  const owed = escalations.filter((one) => isOwed(one, ticket));
  const kept = owed.filter(isKept);
  add('handrail.updates', { 'handrail.kept': true }, kept.length);
  add('handrail.updates', { 'handrail.kept': false }, owed.length - kept.length);
  measure('handrail.time_to_escalate', hoursToEscalate(ticket));
  measure('handrail.resolution_after_escalation', hoursAfter(ticket));
  measure('handrail.satisfaction_after_escalation', escalated && ticket.csat !== undefined ? [ticket.csat] : []);
  return found;
}
