/** Whatever happens to tickets, their summaries and what is to be counted follow from the tickets themselves. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeptEscalation, LedgerExport, LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import {
  allTickets,
  changeTicket,
  deleteAllTickets,
  deleteTicket,
  exportLedger,
  forgetOldTickets,
  importLedger,
  ownSummaries,
  recordSight,
  rememberTold,
} from '../../lib/ledger/ledger-store.ts';
import { closeLedger, openLedger } from '../../lib/ledger/open-ledger.ts';
import { type Outbox, settleCounts, takeCounts, waitingCounts } from '../../lib/ledger/outbox.ts';
import { ticketCounts } from '../../lib/ledger/ticket-counts.ts';
import { summaryOf } from '../../lib/ledger/ticket-summary.ts';
import { computeMetrics } from '../../lib/metrics/metrics.ts';
import { sight } from './ledger-builder.ts';

const fresh = async (): Promise<void> => {
  await closeLedger();
  globalThis.indexedDB = new IDBFactory();
};
beforeEach(fresh);
afterEach(() => vi.restoreAllMocks());

const now = Date.parse('2026-11-24T12:00:00Z');
const iso = (hours: number): string => new Date(now + hours * 3_600_000).toISOString();
const byKey = <T extends { readonly key: string }>(some: readonly T[]): T[] => some.toSorted((a, b) => (a.key < b.key ? -1 : 1));

/** What waits for a collector, by going over every ticket. */
async function waitingByHand(tickets: readonly LedgerTicket[]): Promise<unknown> {
  const database = await openLedger();
  const stored = (await database.get('meta', 'outbox')) as Outbox | undefined;
  const counts: Record<string, number> = { ...stored?.waiting.counts };
  const values: Record<string, number[]> = Object.fromEntries(Object.entries(stored?.waiting.values ?? {}).map(([key, some]) => [key, [...some]]));
  for (const ticket of tickets) {
    const mark = (await database.get('counted', ticket.key))?.mark ?? {};
    for (const { series, n, values: measured } of ticketCounts(ticket)) {
      const before = mark[series] ?? 0;
      if (n <= before) continue;
      if (measured) values[series] = [...(values[series] ?? []), ...measured.slice(before)];
      else counts[series] = (counts[series] ?? 0) + n - before;
    }
  }
  return inOrder({ counts, values });
}
const inOrder = ({ counts, values }: { readonly counts: object; readonly values: object }): unknown => ({
  counts,
  values: Object.fromEntries(Object.entries(values).map(([key, some]) => [key, (some as number[]).toSorted((a, b) => a - b)])),
});

/** Summaries, metrics and waiting counts as they are kept. */
const kept = async (): Promise<unknown> => {
  const { tickets } = await ownSummaries(now);
  return [byKey(tickets), computeMetrics(byKey(tickets)), inOrder(await waitingCounts())];
};
/** The same as it follows from the tickets. */
const byHand = async (): Promise<unknown> => {
  const tickets = byKey(await allTickets());
  return [tickets.map(summaryOf), computeMetrics(tickets), await waitingByHand(tickets)];
};

const id = fc.integer({ min: 1, max: 12 }).map(String);
const hour = fc.integer({ min: -5000, max: 0 });
const escalation = fc.record({
  at: hour.map(iso),
  fromTier: fc.constant(1),
  toTier: fc.integer({ min: 2, max: 4 }),
  state: fc.constantFrom<KeptEscalation['state'][]>('escalated', 'bounced', 'withdrawn', 'declined'),
  updateDueAt: hour.map(iso),
});
const look = fc
  .record({
    ticket: id,
    at: hour.map(iso),
    statusKind: fc.constantFrom('open' as const, 'resolved' as const),
    tier: fc.integer({ min: 1, max: 4 }),
    verdict: fc.constantFrom('keep', 'escalate'),
    rules: fc.subarray(['sla', 'mood']),
    escalations: fc.array(escalation, { maxLength: 2 }),
    contacts: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ ticket, ...seen }) => sight(ticket, seen));

let saved: LedgerExport | undefined;
/** Everything that can happen to the ledger. */
const event = fc.oneof(
  { weight: 6, arbitrary: look.map((seen) => ({ what: `look ${JSON.stringify(seen)}`, run: () => recordSight(seen) as Promise<unknown> })) },
  {
    weight: 2,
    arbitrary: fc.tuple(id, fc.integer({ min: 1, max: 5 })).map(([ticket, csat]) => ({
      what: `score ${ticket} ${csat}`,
      run: () => changeTicket(sight(ticket).key, (one) => ({ ...one, csat })),
    })),
  },
  id.map((ticket) => ({ what: `told ${ticket}`, run: () => rememberTold(new Map([[sight(ticket).key, ['resolution:breach:x']]])) })),
  id.map((ticket) => ({ what: `delete ${ticket}`, run: () => deleteTicket(sight(ticket).key) })),
  fc.constant({ what: 'delete all', run: deleteAllTickets }),
  fc.integer({ min: 1, max: 200 }).map((days) => ({ what: `forget ${days}`, run: () => forgetOldTickets(now, days) })),
  fc.constant({ what: 'save', run: async () => (saved = await exportLedger(now)) }),
  fc.integer({ min: 0, max: 2 }).map((later) => ({
    what: `import ${later}`,
    run: async () => {
      if (!saved) return;
      const { tickets } = saved;
      const changed = tickets.map((one) => ({ ...one, csat: 5, lastSeenAt: new Date(Date.parse(one.lastSeenAt) + later).toISOString() }));
      // the same ticket twice in one file
      await importLedger({ ...saved, tickets: [...changed, ...tickets] });
    },
  })),
  fc.boolean().map((arrived) => ({
    what: `send ${arrived}`,
    run: async () => {
      await takeCounts();
      await settleCounts(arrived);
    },
  })),
  fc.constant({ what: 'close', run: closeLedger }),
);

test('summaries and counts are those of the tickets after any series of events', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
      await fresh();
      saved = undefined;
      for (const { run } of events) {
        await run();
        expect(await kept()).toEqual(await byHand());
      }
    }),
    { numRuns: 200 },
  );
});

describe('a disk that is full when one of the stores is written', () => {
  test.each(['tickets', 'summaries', 'counted'])('%s: nothing has changed', async (full) => {
    await recordSight(sight('1'));
    await recordSight(sight('2'));
    const file = await exportLedger(now);
    await deleteTicket(sight('2').key);
    const before = await allTickets();
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (this: IDBObjectStore, ...given: unknown[]) => IDBRequest<IDBValidKey>;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
      if (this.name === full) throw new DOMException('no space is left', 'QuotaExceededError');
      return put.apply(this, given);
    });
    const seen = sight('1', { at: iso(0), verdict: 'escalate', tier: 3 });
    for (const write of [() => recordSight(seen), () => changeTicket(seen.key, (one) => ({ ...one, csat: 3 })), () => importLedger(file)]) {
      await expect(write()).rejects.toThrow('no space is left');
      expect(await allTickets()).toEqual(before);
      expect(await kept()).toEqual(await byHand());
    }
  });
});
