/**
 * The ledger's store in IndexedDB: its shape, how an older one is brought up to it, and how it is opened and let go. Only the background
 * worker and the extension's own pages open it, never the content side.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, deleteDB, openDB, type StoreNames } from 'idb';
import { keepTickets, type TicketChange } from './keep-tickets.ts';
import type { LedgerTicket } from './ledger-record.ts';
import type { Outbox } from './outbox.ts';

export const databaseName = 'handrail-ledger';
/**
 * Version 1: `tickets` and `meta`. Version 2: `counted`, what of a ticket has already gone into the counts for a team's collector.
 * Version 3: `summaries`, and which tickets changed since they were counted.
 */
export const schemaVersion = 3;

/** As stored: an open ticket has its next deadline as a key of its own. */
export type Row = LedgerTicket & { readonly nextDueAt?: string };

/** What of a ticket has gone into the counts for a collector. */
export interface Counted {
  /** Series -> how many. */
  readonly mark: Readonly<Record<string, number>>;
  /** There when the ticket was written since, so that it may count for more. */
  readonly fresh?: 1;
}

export interface Schema extends DBSchema {
  tickets: { key: string; value: Row; indexes: { requester: string; lastSeenAt: string; nextDueAt: string } };
  meta: { key: string; value: CryptoKey | string | Outbox };
  counted: { key: string; value: Counted; indexes: { fresh: 1 } };
  /** Part -> summaries of the tickets in it, as JSON; see keep-tickets.ts. */
  summaries: { key: number; value: string };
}
export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | undefined;

/**
 * Opens the ledger once. An older store is brought up to `schemaVersion` in one transaction: it is whole before or whole after.
 * Rejects when the browser's store cannot be read; `rebuildLedger` is the way out.
 */
export function openLedger(): Promise<Database> {
  opened ??= openDB<Schema>(databaseName, schemaVersion, {
    upgrade(database, from, _to, transaction) {
      // opening itself rejects when this does
      void transaction.done.catch(() => undefined);
      if (from < 1) {
        const tickets = database.createObjectStore('tickets', { keyPath: 'key' });
        for (const name of ['requester', 'lastSeenAt', 'nextDueAt'] as const) tickets.createIndex(name, name);
        database.createObjectStore('meta');
      }
      const counted = from < 2 ? database.createObjectStore('counted') : transaction.objectStore('counted');
      if (from < 3) {
        counted.createIndex('fresh', 'fresh');
        database.createObjectStore('summaries');
        // nobody waits for what goes on here: an error must end the transaction by itself
        if (from > 0) void toVersion3(transaction).catch(() => transaction.abort());
      }
    },
    // Another context wants to upgrade or delete the store: let it, and open anew at the next call.
    blocking: () => void closeLedger(),
    terminated: () => (opened = undefined),
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function toVersion3(transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>): Promise<void> {
  const counted = transaction.objectStore('counted');
  const [tickets, keys, marks] = await Promise.all([transaction.objectStore('tickets').getAll(), counted.getAllKeys(), counted.getAll()]);
  // version 2 kept the mark alone
  await Promise.all(keys.map((key, index) => counted.put({ mark: marks[index] as unknown as Counted['mark'] }, key)));
  await keepTickets(transaction as unknown as TicketChange, tickets);
}

/**
 * Does all of `work` in a transaction, or nothing: an error between two writes takes back the first one too.
 * @param work must wait for nothing but the transaction itself
 */
export async function whole<T>(transaction: { abort(): void; readonly done: Promise<void> }, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await transaction.done;
    return result;
  } catch (error) {
    // the browser may have ended it already
    const ended = transaction.done.catch(() => undefined);
    try {
      transaction.abort();
    } catch {
      /* it has */
    }
    await ended;
    throw error;
  }
}

/** Lets go of the store; the next call opens it again. */
export async function closeLedger(): Promise<void> {
  const database = await opened?.catch(() => undefined);
  opened = undefined;
  database?.close();
}

/** Deletes the whole store, also one that cannot be opened any more. */
export async function rebuildLedger(): Promise<void> {
  await closeLedger();
  await deleteDB(databaseName);
}
