/**
 * The ledger in IndexedDB: shared by the background worker and the extension's own pages, never opened on the content side. Every
 * change is one transaction, so a worker that dies in the middle leaves the last whole state.
 */
import { type DBSchema, type IDBPDatabase, deleteDB, openDB } from 'idb';
import { foldSight } from './fold-sight.ts';
import { keyedHash, makeHashKey } from './keyed-hash.ts';
import type { LedgerExport, LedgerTicket } from './ledger-record.ts';
import { earlierContacts, subjectWords } from './similar-subject.ts';
import type { TicketSight } from './ticket-sight.ts';

const databaseName = 'handrail-ledger';
const schemaVersion = 1;
/** More tickets than this are not kept: the ones seen longest ago go first. */
export const mostTickets = 20_000;
export const defaultRetentionDays = 180;
/** Announcements of one ticket that are remembered. */
const mostTold = 40;
const dayMs = 24 * 60 * 60 * 1000;

/** As stored: an open ticket has its next deadline as a key of its own. */
type Row = LedgerTicket & { readonly nextDueAt?: string };

interface Schema extends DBSchema {
  tickets: { key: string; value: Row; indexes: { requester: string; lastSeenAt: string; nextDueAt: string } };
  meta: { key: string; value: CryptoKey | string };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** Opens the ledger once. Rejects when the browser's store cannot be read; `rebuildLedger` is the way out. */
function openLedger(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(databaseName, schemaVersion, {
    upgrade(database) {
      const tickets = database.createObjectStore('tickets', { keyPath: 'key' });
      for (const name of ['requester', 'lastSeenAt', 'nextDueAt'] as const) tickets.createIndex(name, name);
      database.createObjectStore('meta');
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

/**
 * Takes in one look at a ticket.
 * @returns the earlier tickets of the same requester about the same matter
 */
export async function recordSight(sight: TicketSight): Promise<ReturnType<typeof earlierContacts>> {
  const database = await openLedger();
  const key = await hashKey(database);
  const hashes = {
    ...(sight.requester && { requester: await keyedHash(key, sight.requester) }),
    subjectWords: await Promise.all(subjectWords(sight.subject ?? '').map((word) => keyedHash(key, word))),
  };
  const change = database.transaction('tickets', 'readwrite');
  const ticket = foldSight(bare(await change.store.get(sight.key)), sight, hashes);
  const [others] = await Promise.all([
    ticket.requester === undefined ? [] : change.store.index('requester').getAll(ticket.requester),
    change.store.put(row(ticket)),
    change.done,
  ]);
  return earlierContacts(ticket, others);
}

/** Changes one ticket of the ledger; nothing happens when it is not there. */
export async function changeTicket(key: string, change: (ticket: LedgerTicket) => LedgerTicket): Promise<void> {
  const transaction = (await openLedger()).transaction('tickets', 'readwrite');
  const known = bare(await transaction.store.get(key));
  await Promise.all([known && transaction.store.put(row(change(known))), transaction.done]);
}

/** Remembers what was announced. @param told ticket key -> what is told */
export async function rememberTold(told: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const transaction = (await openLedger()).transaction('tickets', 'readwrite');
  for (const [key, events] of told) {
    const known = await transaction.store.get(key);
    if (known) await transaction.store.put({ ...known, notified: [...known.notified, ...events].slice(-mostTold) });
  }
  await transaction.done;
}

/** Every ticket, the one seen longest ago first. */
export async function allTickets(): Promise<LedgerTicket[]> {
  return (await (await openLedger()).getAllFromIndex('tickets', 'lastSeenAt')).map((one) => bare(one) as LedgerTicket);
}

/** Open tickets by their next deadline, soonest first. @param most how many */
export async function nextDeadlines(most: number): Promise<LedgerTicket[]> {
  return (await (await openLedger()).getAllFromIndex('tickets', 'nextDueAt', undefined, most)).map((one) => bare(one) as LedgerTicket);
}

export async function countTickets(): Promise<number> {
  return (await openLedger()).count('tickets');
}

export async function deleteTicket(key: string): Promise<void> {
  await (await openLedger()).delete('tickets', key);
}

/** Deletes every ticket. The hash key goes too: hashes of before can never be matched again. */
export async function deleteAllTickets(): Promise<void> {
  const change = (await openLedger()).transaction(['tickets', 'meta'], 'readwrite');
  await Promise.all([change.objectStore('tickets').clear(), change.objectStore('meta').clear(), change.done]);
}

/**
 * Deletes tickets not seen for `retentionDays`, and the oldest ones above `mostTickets`.
 * @param now milliseconds since 1970
 * @returns how many went
 */
export async function forgetOldTickets(now: number, retentionDays: number): Promise<number> {
  const change = (await openLedger()).transaction('tickets', 'readwrite');
  const tooOld = new Date(now - retentionDays * dayMs).toISOString();
  let surplus = (await change.store.count()) - mostTickets;
  let gone = 0;
  let cursor = await change.store.index('lastSeenAt').openCursor();
  while (cursor && (surplus > 0 || cursor.value.lastSeenAt < tooOld)) {
    await cursor.delete();
    gone++;
    surplus--;
    cursor = await cursor.continue();
  }
  await change.done;
  return gone;
}

/** @param now milliseconds since 1970 */
export async function exportLedger(now: number): Promise<LedgerExport> {
  const database = await openLedger();
  return {
    format: 'handrail-ledger',
    formatVersion: 1,
    exportedAt: new Date(now).toISOString(),
    source: await sourceId(database),
    tickets: await allTickets(),
  };
}

/** Adds the tickets of an export; of a ticket that is in both, the one seen later stands. @returns how many were taken */
export async function importLedger({ tickets }: LedgerExport): Promise<number> {
  const change = (await openLedger()).transaction('tickets', 'readwrite');
  let taken = 0;
  for (const ticket of tickets) {
    const known = await change.store.get(ticket.key);
    if (known && known.lastSeenAt >= ticket.lastSeenAt) continue;
    await change.store.put(row(ticket));
    taken++;
  }
  await change.done;
  return taken;
}

/** The next instant at which an open ticket's clock runs out or is already late; undefined when no clock of it runs. */
export function nextDueAt({ clocks, statusKind }: LedgerTicket): string | undefined {
  if (statusKind === 'resolved' || statusKind === 'closed') return undefined;
  return clocks
    .filter(({ state }) => state === 'running' || state === 'overdue')
    .flatMap(({ dueAt }) => (dueAt === undefined ? [] : [dueAt]))
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}

/** Instants as keys sort as text, so they are all brought to UTC. */
function row(ticket: LedgerTicket): Row {
  const due = nextDueAt(ticket);
  const { nextDueAt: _, ...rest } = ticket as Row;
  return { ...rest, lastSeenAt: new Date(ticket.lastSeenAt).toISOString(), ...(due && { nextDueAt: new Date(due).toISOString() }) };
}

function bare(stored: Row | undefined): LedgerTicket | undefined {
  if (!stored) return undefined;
  const { nextDueAt: _, ...ticket } = stored;
  return ticket;
}

async function hashKey(database: IDBPDatabase<Schema>): Promise<CryptoKey> {
  const stored = await database.get('meta', 'hash-key');
  if (stored && typeof stored !== 'string') return stored;
  const made = await makeHashKey();
  // Two contexts may make one at the same time: the first that is stored counts.
  const change = database.transaction('meta', 'readwrite');
  const other = await change.store.get('hash-key');
  if (!other) await change.store.put(made, 'hash-key');
  await change.done;
  return other && typeof other !== 'string' ? other : made;
}

async function sourceId(database: IDBPDatabase<Schema>): Promise<string> {
  const stored = await database.get('meta', 'source');
  if (typeof stored === 'string') return stored;
  const made = crypto.randomUUID();
  await database.put('meta', made, 'source');
  return made;
}
