/**
 * The ledger in IndexedDB: shared by the background worker and the extension's own pages, never opened on the content side. Every
 * change is one transaction, so a worker that dies in the middle leaves the last whole state.
 */
import { byCodeUnit } from '../text/by-code-unit.ts';
import { foldSight } from './fold-sight.ts';
import { dropTickets, keepTickets, partOf, readSummaries, TICKET_STORES } from './keep-tickets.ts';
import { keyedHash, makeHashKey } from './keyed-hash.ts';
import type { LedgerExport, LedgerTicket } from './ledger-record.ts';
import { type Database, openLedger, type Row, whole } from './open-ledger.ts';
import { earlierContacts, subjectWords } from './similar-subject.ts';
import { ticketCounts } from './ticket-counts.ts';
import type { TicketSight } from './ticket-sight.ts';
import type { LedgerSummaries } from './ticket-summary.ts';

/** More tickets than this are not kept: the ones seen longest ago go first. */
export const mostTickets = 20_000;
export const defaultRetentionDays = 180;
/** Announcements of one ticket that are remembered. */
const mostTold = 40;
/** Tickets of an import that are asked for together: waiting for each by itself takes most of the time, all at once would hold up the page. */
const atOnce = 250;
const dayMs = 24 * 60 * 60 * 1000;
/** A ticket that is late and that nobody here looked at for so long was most likely closed by somebody else: it is no deadline any more. */
export const abandonedMs = 7 * dayMs;

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
  const change = database.transaction(TICKET_STORES, 'readwrite');
  const tickets = change.objectStore('tickets');
  return whole(change, async () => {
    const ticket = foldSight(bare(await tickets.get(sight.key)), sight, hashes);
    const [others] = await Promise.all([
      ticket.requester === undefined ? [] : tickets.index('requester').getAll(ticket.requester),
      keepTickets(change, [row(ticket)]),
    ]);
    return earlierContacts(ticket, others);
  });
}

/** Changes one ticket of the ledger; nothing happens when it is not there. */
export async function changeTicket(key: string, change: (ticket: LedgerTicket) => LedgerTicket): Promise<void> {
  const transaction = (await openLedger()).transaction(TICKET_STORES, 'readwrite');
  await whole(transaction, async () => {
    const known = bare(await transaction.objectStore('tickets').get(key));
    if (known) await keepTickets(transaction, [row(change(known))]);
  });
}

/** Remembers what was announced. @param told ticket key -> what is told */
export async function rememberTold(told: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const transaction = (await openLedger()).transaction(TICKET_STORES, 'readwrite');
  await whole(transaction, async () => {
    const known = await Promise.all([...told.keys()].map((key) => transaction.objectStore('tickets').get(key)));
    const changed = known.flatMap((one) => (one ? [{ ...one, notified: [...one.notified, ...(told.get(one.key) ?? [])].slice(-mostTold) }] : []));
    await keepTickets(transaction, changed);
  });
}

/** Every ticket, the one seen longest ago first. */
export async function allTickets(): Promise<LedgerTicket[]> {
  // an index leads to each record by itself; sorting ten thousand takes less than that
  const rows = await (await openLedger()).getAll('tickets');
  return rows.sort((a, b) => byCodeUnit(a.lastSeenAt, b.lastSeenAt)).map((one) => bare(one) as LedgerTicket);
}

/**
 * Open tickets by their next deadline, soonest first, without those that were late and not looked at for `abandonedMs`.
 * @param most how many
 * @param now milliseconds since 1970
 */
export async function nextDeadlines(most: number, now: number): Promise<LedgerTicket[]> {
  const { store } = (await openLedger()).transaction('tickets');
  const from = new Date(now - abandonedMs).toISOString();
  const [coming, late, looked] = await Promise.all([
    store.index('nextDueAt').getAll(IDBKeyRange.lowerBound(from), most),
    store.index('nextDueAt').getAllKeys(IDBKeyRange.upperBound(from, true)),
    // keys alone: reading the records of a week takes longer than everything else here
    store.index('lastSeenAt').getAllKeys(IDBKeyRange.lowerBound(from)),
  ]);
  const recent = new Set(looked);
  const longLate = await Promise.all(
    late
      .filter((key) => recent.has(key))
      .slice(0, most)
      .map((key) => store.get(key)),
  );
  return [...longLate, ...coming].slice(0, most).map((one) => bare(one) as LedgerTicket);
}

export async function countTickets(): Promise<number> {
  return (await openLedger()).count('tickets');
}

/** The tickets with a number, of whatever helpdesk. @param ticketId as the helpdesk shows it */
export async function ticketsNumbered(ticketId: string): Promise<LedgerTicket[]> {
  return (await allTickets()).filter((ticket) => ticket.ticketId === ticketId);
}

export async function deleteTicket(key: string): Promise<void> {
  const change = (await openLedger()).transaction(TICKET_STORES, 'readwrite');
  await whole(change, () => dropTickets(change, [key]));
}

/** Deletes every ticket. The hash key goes too: hashes of before can never be matched again. */
export async function deleteAllTickets(): Promise<void> {
  const every = [...TICKET_STORES, 'meta'] as const;
  const change = (await openLedger()).transaction(every, 'readwrite');
  await Promise.all([...every.map((store) => change.objectStore(store).clear()), change.done]);
}

/**
 * Deletes tickets not seen for `retentionDays`, and the oldest ones above `mostTickets`.
 * @param now milliseconds since 1970
 * @returns how many went
 */
export async function forgetOldTickets(now: number, retentionDays: number): Promise<number> {
  const change = (await openLedger()).transaction(TICKET_STORES, 'readwrite');
  const tickets = change.objectStore('tickets');
  const oldestFirst = tickets.index('lastSeenAt');
  const tooOld = new Date(now - retentionDays * dayMs).toISOString();
  return whole(change, async () => {
    const surplus = (await tickets.count()) - mostTickets;
    const [old, above] = await Promise.all([
      oldestFirst.getAllKeys(IDBKeyRange.upperBound(tooOld, true)),
      surplus > 0 ? oldestFirst.getAllKeys(undefined, surplus) : [],
    ]);
    const gone = old.length > above.length ? old : above;
    await dropTickets(change, gone);
    return gone.length;
  });
}

/** What metrics ask of every ticket, of this browser alone. @param now milliseconds since 1970 */
export async function ownSummaries(now: number): Promise<LedgerSummaries> {
  const database = await openLedger();
  const tickets = await readSummaries(database.transaction('summaries').store);
  return { source: await sourceId(database), exportedAt: new Date(now).toISOString(), tickets };
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

/**
 * Adds the tickets of an export; of a ticket that is in both, the one seen later stands. What is imported was counted where it was seen,
 * so it never goes to a team's collector from here.
 * @returns how many were taken
 */
export async function importLedger({ tickets }: LedgerExport): Promise<number> {
  const change = (await openLedger()).transaction(TICKET_STORES, 'readwrite');
  const store = change.objectStore('tickets');
  const inParts = tickets.toSorted((a, b) => partOf(a.key) - partOf(b.key));
  return whole(change, async () => {
    let taken = 0;
    for (let from = 0; from < inParts.length; from += atOnce) {
      // all are made before the first is written: an error then leaves no write behind that nobody waits for
      const some = inParts.slice(from, from + atOnce).map((ticket) => row(ticket));
      const known = await Promise.all(some.map(({ key }) => store.get(key)));
      const seen = new Map(known.map((ticket, index) => [some[index]?.key, ticket?.lastSeenAt ?? '']));
      const newer = new Map<string, Row>();
      for (const ticket of some) {
        if ((seen.get(ticket.key) ?? '') >= ticket.lastSeenAt) continue;
        seen.set(ticket.key, ticket.lastSeenAt);
        newer.set(ticket.key, ticket);
      }
      await keepTickets(change, [...newer.values()], (ticket) => Object.fromEntries(ticketCounts(ticket).map(({ series, n }) => [series, n])));
      taken += newer.size;
    }
    return taken;
  });
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

async function hashKey(database: Database): Promise<CryptoKey> {
  const stored = await database.get('meta', 'hash-key');
  if (stored instanceof CryptoKey) return stored;
  const made = await makeHashKey();
  // Two contexts may make one at the same time: the first that is stored counts.
  const change = database.transaction('meta', 'readwrite');
  const other = await change.store.get('hash-key');
  if (!other) await change.store.put(made, 'hash-key');
  await change.done;
  return other instanceof CryptoKey ? other : made;
}

async function sourceId(database: Database): Promise<string> {
  const stored = await database.get('meta', 'source');
  if (typeof stored === 'string') return stored;
  const made = crypto.randomUUID();
  await database.put('meta', made, 'source');
  return made;
}
