/**
 * The only way to write tickets into the ledger: with each goes its summary and whether a collector's counts have it, in the same
 * transaction, so that what is counted is always what is kept. Summaries lie in a few large texts, since reading one row for each of
 * ten thousand tickets takes four times as long.
 */
import type { IDBPTransaction } from 'idb';
import type { Counted, Row, Schema } from './open-ledger.ts';
import { summaryOf, type TicketSummary } from './ticket-summary.ts';

export const TICKET_STORES = ['tickets', 'summaries', 'counted'] as const;
export type TicketChange = Pick<IDBPTransaction<Schema, (typeof TICKET_STORES)[number][], 'readwrite'>, 'objectStore'>;
/** The part of a store that reading needs, whatever transaction it is of. */
interface SummaryStore {
  get(part: number): Promise<string | undefined>;
  getAll(): Promise<string[]>;
}

/** A look at one ticket writes one of them anew. */
const parts = 128;

/** Tickets that are written together are best in this order: each part is then written once. */
export const partOf = (key: string): number => {
  let hash = 0;
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return (hash >>> 0) % parts;
};

/**
 * Writes tickets, each key once.
 * @param countedAs of tickets that another browser saw: all that they count, which was counted there
 */
export async function keepTickets(change: TicketChange, rows: readonly Row[], countedAs?: (ticket: Row) => Counted['mark']): Promise<void> {
  const tickets = change.objectStore('tickets');
  const counted = change.objectStore('counted');
  // before the first write, so that a record that cannot be read leaves none behind that nobody waits for
  const summaries = new Map(rows.map((row) => [row.key, summaryOf(row)]));
  await Promise.all([
    ...rows.map((row) => tickets.put(row)),
    ...rows.map(async (row) =>
      counted.put(countedAs ? { mark: countedAs(row) } : { mark: (await counted.get(row.key))?.mark ?? {}, fresh: 1 }, row.key),
    ),
    changeSummaries(change, summaries),
  ]);
}

/** Deletes tickets with all that is kept of them. */
export async function dropTickets(change: TicketChange, keys: readonly string[]): Promise<void> {
  await Promise.all([
    ...keys.flatMap((key) => [change.objectStore('tickets').delete(key), change.objectStore('counted').delete(key)]),
    changeSummaries(change, new Map(keys.map((key) => [key, undefined]))),
  ]);
}

/** @param keys of the tickets that are wanted; all when left out */
export async function readSummaries(store: SummaryStore, keys?: readonly string[]): Promise<TicketSummary[]> {
  if (!keys) return (await store.getAll()).flatMap(summariesIn);
  const wanted = new Set(keys);
  const texts = await Promise.all([...new Set(keys.map(partOf))].map((part) => store.get(part)));
  return texts.flatMap(summariesIn).filter(({ key }) => wanted.has(key));
}

const summariesIn = (text: string | undefined): TicketSummary[] => (text === undefined ? [] : (JSON.parse(text) as TicketSummary[]));

async function changeSummaries(change: TicketChange, changed: ReadonlyMap<string, TicketSummary | undefined>): Promise<void> {
  const store = change.objectStore('summaries');
  const byPart = Map.groupBy(changed, ([key]) => partOf(key));
  await Promise.all(
    [...byPart].map(async ([part, some]) => {
      const there = new Map(summariesIn(await store.get(part)).map((one) => [one.key, one]));
      for (const [key, summary] of some)
        if (summary) there.set(key, summary);
        else there.delete(key);
      await (there.size ? store.put(JSON.stringify([...there.values()]), part) : store.delete(part));
    }),
  );
}
