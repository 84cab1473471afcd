/** Metrics as CSV, and satisfaction scores from CSV. */
import Papa from 'papaparse';
import type { Metric } from './metrics.ts';

/** One line for each metric, with what it counts and over how many tickets and people. */
export function metricsCsv(metrics: readonly Metric[], coverage: { readonly tickets: number; readonly people: number }): string {
  return `${Papa.unparse(
    metrics.map(({ id, tier, rule, unit, value, p90, numerator, denominator }) => ({
      metric: id,
      tier: tier ?? '',
      rule: rule ?? '',
      unit,
      value: value ?? '',
      p90: p90 ?? '',
      numerator,
      denominator,
      tickets: coverage.tickets,
      people: coverage.people,
    })),
    { newline: '\n' },
  )}\n`;
}

export interface ReadScores {
  /** Ticket number -> 1 to 5. */
  readonly scores: ReadonlyMap<string, number>;
  /** Lines that could not be read, counted from 1. */
  readonly refused: readonly { readonly line: number; readonly found: string }[];
  /** The columns that are needed are not there. */
  readonly noColumns: boolean;
}

const ticketColumns = ['ticket', 'ticket id', 'ticket_id', 'ticketid', 'id'];
const scoreColumns = ['score', 'csat', 'rating'];

/** Reads a CSV with a header line and the columns `ticket` and `score` (1 to 5), comma or semicolon. */
export function readScores(text: string): ReadScores {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  const ticketColumn = ticketColumns.find((name) => meta.fields?.includes(name));
  const scoreColumn = scoreColumns.find((name) => meta.fields?.includes(name));
  const scores = new Map<string, number>();
  const refused: { line: number; found: string }[] = [];
  if (!ticketColumn || !scoreColumn) return { scores, refused, noColumns: true };
  for (const [index, row] of data.entries()) {
    const ticket = row[ticketColumn]?.trim().replace(/^#/, '') ?? '';
    const score = Number(row[scoreColumn]?.trim().replace(',', '.') || Number.NaN);
    if (ticket && score >= 1 && score <= 5) scores.set(ticket, score);
    else refused.push({ line: index + 2, found: Object.values(row).join(', ').slice(0, 80) });
  }
  return { scores, refused, noColumns: false };
}
