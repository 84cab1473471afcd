/**
 * The metrics of docs/metrics.md over the ledgers of one or more browsers. A rate is never given without what it counts: every
 * metric carries its numerator and its denominator, and has no value when the denominator is zero.
 */
import { byCodeUnit } from '../text/by-code-unit.ts';
import {
  done,
  type Ended,
  finalTier,
  hoursAfter,
  hoursToEscalate,
  isDecided,
  isKept,
  isOwed,
  isResolved,
  rulesOf,
  startOf,
  wasAdvised,
  wasAdvisedBefore,
} from '../ledger/ticket-outcomes.ts';
import type { TicketSummary } from '../ledger/ticket-summary.ts';

export const METRIC_IDS = [
  'escalationRate',
  'timeToEscalate',
  'resolutionAfter',
  'escalationToResolution',
  'csatAfter',
  'firstContactResolution',
  'bounceRate',
  'falseAlarms',
  'misses',
  'rulePrecision',
  'updateKept',
] as const;
export type MetricId = (typeof METRIC_IDS)[number];

export interface Metric {
  readonly id: MetricId;
  /** The tier or the rule it is about; absent for all. */
  readonly tier?: number;
  readonly rule?: string;
  /** share: 0 to 1. hours: the median. score: the mean of 1 to 5. */
  readonly unit: 'share' | 'hours' | 'score';
  /** undefined when there is nothing to count. */
  readonly value?: number;
  /** Hours within which nine of ten lie. */
  readonly p90?: number;
  readonly numerator: number;
  readonly denominator: number;
}

export interface MetricsFilter {
  /** Creation (or the first look, where creation is not known) from this instant on; a date begins at midnight in the zone of whoever asks. */
  readonly from?: string;
  /** ... and before this one. */
  readonly to?: string;
  readonly origin?: string;
  /** Tickets that are or were at this tier. */
  readonly tier?: number;
  /** Tickets on which this rule fired. */
  readonly rule?: string;
}

/** The tickets that a filter leaves. */
export function filtered(tickets: readonly TicketSummary[], { from, to, origin, tier, rule }: MetricsFilter): TicketSummary[] {
  const start = from === undefined ? undefined : instantOf(from);
  const end = to === undefined ? undefined : instantOf(to);
  return tickets.filter(
    (ticket) =>
      (start === undefined || startOf(ticket) >= start) &&
      (end === undefined || startOf(ticket) < end) &&
      (origin === undefined || ticket.origin === origin) &&
      (tier === undefined || finalTier(ticket) === tier || done(ticket).some(({ toTier }) => toTier === tier)) &&
      (rule === undefined || rulesOf(ticket).has(rule)),
  );
}

/** Without an offset `T00:00` is read in the local zone, a date alone would be read in UTC. */
const instantOf = (text: string): number => Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text);

/** @param tickets already filtered, each ticket once */
export function computeMetrics(tickets: readonly TicketSummary[]): Metric[] {
  const escalated = tickets.filter((ticket) => done(ticket).length > 0);
  const tiers = [...new Set(escalated.flatMap((ticket) => done(ticket).map(({ toTier }) => toTier)))].sort((a, b) => a - b);
  const into = (tier: number): TicketSummary[] => escalated.filter((ticket) => done(ticket).some(({ toTier }) => toTier === tier));
  const resolvedTiers = [...new Set(tickets.filter(isResolved).flatMap((ticket) => finalTier(ticket) ?? []))].sort((a, b) => a - b);
  const rules = [
    ...new Set(tickets.flatMap((ticket) => ticket.recommendations.flatMap((one) => (one.verdict === 'escalate' ? one.rules : [])))),
  ].sort();
  const decided = tickets.filter((ticket) => wasAdvised(ticket) && isDecided(ticket));
  return [
    ...tiers.map((tier): Metric => ({ ...share('escalationRate', into(tier).length, tickets.length), tier })),
    hours('timeToEscalate', escalated.flatMap(hoursToEscalate), escalated.length),
    hours('resolutionAfter', escalated.flatMap(hoursAfter), escalated.length),
    ...tiers.map(
      (tier): Metric => ({
        ...share('escalationToResolution', into(tier).filter((one) => isResolved(one) && finalTier(one) === tier).length, into(tier).length),
        tier,
      }),
    ),
    mean(
      'csatAfter',
      escalated.flatMap(({ csat }) => csat ?? []),
      escalated.length,
    ),
    ...resolvedTiers.map((tier): Metric => {
      const counted = tickets.filter((ticket) => isResolved(ticket) && finalTier(ticket) === tier && ticket.contacts !== undefined);
      return { ...share('firstContactResolution', counted.filter(({ contacts }) => contacts === 1).length, counted.length), tier };
    }),
    share(
      'bounceRate',
      tally(escalated, ({ state }) => state === 'bounced'),
      tally(escalated, () => true),
    ),
    share('falseAlarms', decided.filter((ticket) => done(ticket).length === 0).length, decided.length),
    share('misses', escalated.filter((ticket) => !wasAdvisedBefore(ticket)).length, escalated.length),
    ...rules.map((rule): Metric => {
      const fired = decided.filter((ticket) => ticket.recommendations.some((one) => one.verdict === 'escalate' && one.rules.includes(rule)));
      return { ...share('rulePrecision', fired.filter((ticket) => done(ticket).length > 0).length, fired.length), rule };
    }),
    share(
      'updateKept',
      tally(escalated, (one) => isKept(one)),
      tickets.reduce((count, ticket) => count + done(ticket).filter((one) => isOwed(one, ticket)).length, 0),
    ),
  ];
}

/** Escalations and tickets seen in each week, oldest first; weeks begin on Monday, UTC. */
export function weeklyEscalations(tickets: readonly TicketSummary[]): { readonly week: string; readonly escalated: number; readonly seen: number }[] {
  const weeks = new Map<string, { escalated: number; seen: number }>();
  for (const ticket of tickets) {
    const week = mondayOf(startOf(ticket));
    const known = weeks.get(week) ?? { escalated: 0, seen: 0 };
    known.seen++;
    if (done(ticket).length) known.escalated++;
    weeks.set(week, known);
  }
  return [...weeks].sort(([a], [b]) => byCodeUnit(a, b)).map(([week, counts]) => ({ week, ...counts }));
}

function mondayOf(at: number): string {
  const day = new Date(at);
  const back = (day.getUTCDay() + 6) % 7;
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() - back)).toISOString().slice(0, 10);
}

const tally = (tickets: readonly TicketSummary[], counts: (one: Ended) => boolean): number =>
  tickets.reduce((count, ticket) => count + done(ticket).filter(counts).length, 0);

function share(id: MetricId, numerator: number, denominator: number): Metric {
  return { id, unit: 'share', numerator, denominator, ...(denominator > 0 && { value: numerator / denominator }) };
}

function hours(id: MetricId, values: readonly number[], denominator: number): Metric {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    id,
    unit: 'hours',
    numerator: values.length,
    denominator,
    ...(values.length > 0 && { value: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) }),
  };
}

function mean(id: MetricId, values: readonly number[], denominator: number): Metric {
  return {
    id,
    unit: 'score',
    numerator: values.length,
    denominator,
    ...(values.length > 0 && { value: values.reduce((sum, value) => sum + value, 0) / values.length }),
  };
}

/** Linear interpolation between the two nearest ranks (method 7 of Hyndman and Fan, 1996). */
function quantile(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}
