/**
 * Counts on their way to a team's collector. What of each ticket was taken out is written in the same transaction as the counts
 * themselves, so that a worker that dies neither forgets a count nor takes it twice.
 */
import { readSummaries } from './keep-tickets.ts';
import { type Counted, openLedger, whole } from './open-ledger.ts';
import { type TicketCount, ticketCounts } from './ticket-counts.ts';
import type { TicketSummary } from './ticket-summary.ts';

/** Series -> how many, and for histograms the values. */
export interface Counts {
  readonly counts: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, readonly number[]>>;
}
export const noCounts: Counts = { counts: {}, values: {} };

export interface Outbox {
  /** Taken out of the ledger and not sent yet. */
  readonly waiting: Counts;
  /** Handed to the network; there until it is known what became of it. */
  readonly sending?: Counts;
}

const outboxKey = 'outbox';

export const isEmpty = ({ counts, values }: Counts): boolean => !Object.keys(counts).length && !Object.keys(values).length;

/** What would be sent now; changes nothing. */
export async function waitingCounts(): Promise<Counts> {
  const transaction = (await openLedger()).transaction(['summaries', 'counted', 'meta']);
  const fresh = transaction.objectStore('counted').index('fresh');
  const [keys, marks, stored] = await Promise.all([fresh.getAllKeys(), fresh.getAll(), transaction.objectStore('meta').get(outboxKey)]);
  return news(await readSummaries(transaction.objectStore('summaries'), keys), byKey(keys, marks), outbox(stored).waiting).counts;
}

/**
 * Takes out of the ledger what is new and marks it as being sent.
 * @returns the counts to send; and `lost` when an earlier sending was broken off, so that nobody knows whether it arrived: it is not sent again
 */
export async function takeCounts(): Promise<{ readonly counts: Counts; readonly lost: boolean }> {
  const transaction = (await openLedger()).transaction(['summaries', 'counted', 'meta'], 'readwrite');
  const counted = transaction.objectStore('counted');
  const meta = transaction.objectStore('meta');
  return whole(transaction, async () => {
    const fresh = counted.index('fresh');
    const [keys, marks, stored] = await Promise.all([fresh.getAllKeys(), fresh.getAll(), meta.get(outboxKey)]);
    const known = byKey(keys, marks);
    const { waiting, sending } = outbox(stored);
    const { counts, changed } = news(await readSummaries(transaction.objectStore('summaries'), keys), known, waiting);
    await Promise.all([...known].map(([key, mark]) => counted.put({ mark: changed.get(key) ?? mark }, key)));
    await meta.put({ waiting: noCounts, ...(isEmpty(counts) ? {} : { sending: counts }) }, outboxKey);
    return { counts, lost: sending !== undefined };
  });
}

/** What was being sent arrived, or did not and waits for the next time. */
export async function settleCounts(arrived: boolean): Promise<void> {
  const transaction = (await openLedger()).transaction('meta', 'readwrite');
  const { waiting, sending } = outbox(await transaction.store.get(outboxKey));
  await Promise.all([transaction.store.put({ waiting: arrived || !sending ? waiting : added(waiting, sending) }, outboxKey), transaction.done]);
}

const outbox = (stored: unknown): Outbox =>
  typeof stored === 'object' && stored !== null && 'waiting' in stored ? (stored as Outbox) : { waiting: noCounts };

type Marks = ReadonlyMap<string, Counted['mark']>;
const byKey = (keys: readonly string[], counted: readonly Counted[]): Marks => new Map(keys.map((key, index) => [key, counted[index]?.mark ?? {}]));

/** Adds what tickets count beyond their marks. */
function news(tickets: readonly TicketSummary[], marks: Marks, waiting: Counts): { readonly counts: Counts; readonly changed: Marks } {
  const counts: Record<string, number> = { ...waiting.counts };
  const values: Record<string, readonly number[]> = { ...waiting.values };
  const changed = new Map<string, Counted['mark']>();
  for (const ticket of tickets) {
    const mark = marks.get(ticket.key) ?? {};
    const fresh = ticketCounts(ticket).filter(({ series, n }) => n > (mark[series] ?? 0));
    if (!fresh.length) continue;
    for (const one of fresh) take(one, mark[one.series] ?? 0);
    changed.set(ticket.key, { ...mark, ...Object.fromEntries(fresh.map(({ series, n }) => [series, n])) });
  }
  return { counts: { counts, values }, changed };

  function take({ series, n, values: measured }: TicketCount, before: number): void {
    if (measured) values[series] = [...(values[series] ?? []), ...measured.slice(before)];
    else counts[series] = (counts[series] ?? 0) + n - before;
  }
}

function added(one: Counts, other: Counts): Counts {
  const counts: Record<string, number> = { ...one.counts };
  const values: Record<string, readonly number[]> = { ...one.values };
  for (const [series, n] of Object.entries(other.counts)) counts[series] = (counts[series] ?? 0) + n;
  for (const [series, more] of Object.entries(other.values)) values[series] = [...(values[series] ?? []), ...more];
  return { counts, values };
}
