import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  allTickets,
  changeTicket,
  countTickets,
  deleteAllTickets,
  deleteTicket,
  exportLedger,
  forgetOldTickets,
  importLedger,
  nextDeadlines,
  ownSummaries,
  recordSight,
} from '../../lib/ledger/ledger-store.ts';
import type { LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import { ledgerTrouble } from '../../lib/ledger/ledger-trouble.ts';
import { takeCounts } from '../../lib/ledger/outbox.ts';
import { closeLedger, rebuildLedger } from '../../lib/ledger/open-ledger.ts';
import { summaryOf } from '../../lib/ledger/ticket-summary.ts';
import { sight } from './ledger-builder.ts';

beforeEach(async () => {
  await closeLedger();
  globalThis.indexedDB = new IDBFactory();
});

const now = Date.parse('2026-11-24T12:00:00Z');
const due = (at: string) => ({ clocks: [{ name: 'resolution' as const, state: 'running' as const, dueAt: at }] });

describe('the ledger', () => {
  test('knows earlier tickets of the same requester about the same matter', async () => {
    await recordSight(sight('1', { createdAt: '2026-11-10T09:00:00Z' }));
    await recordSight(sight('2', { createdAt: '2026-11-12T09:00:00Z', subject: 'Change of address' }));
    await recordSight(sight('3', { createdAt: '2026-11-13T09:00:00Z', requester: 'bo@other.example' }));
    expect(await recordSight(sight('4', { requester: 'ANA@silva.example' }))).toEqual([{ at: '2026-11-10T09:00:00Z', ticketId: '1' }]);
  });

  test('writes no name, no subject and no address', async () => {
    await recordSight(sight('1'));
    expect(JSON.stringify(await exportLedger(now))).not.toMatch(/ana|silva|refund|order|\/tickets\//i);
  });

  test('lists open tickets by their next deadline, whatever their offset', async () => {
    await recordSight(sight('late', due('2026-11-24T17:00:00+07:00')));
    await recordSight(sight('later', due('2026-11-24T11:00:00Z')));
    await recordSight(sight('none', { clocks: [] }));
    await recordSight(sight('done', { statusKind: 'resolved', ...due('2026-11-24T09:00:00Z') }));
    await recordSight(sight('paused', { clocks: [{ name: 'resolution', state: 'paused', dueAt: '2026-11-24T09:00:00Z' }] }));
    expect((await nextDeadlines(10, now)).map(({ ticketId }) => ticketId)).toEqual(['late', 'later']);
  });

  test('forgets what was not seen for the time a person chose', async () => {
    await recordSight(sight('old', { at: '2026-01-01T00:00:00Z' }));
    await recordSight(sight('new'));
    expect(await forgetOldTickets(now, 180)).toBe(1);
    expect((await allTickets()).map(({ ticketId }) => ticketId)).toEqual(['new']);
  });

  test('deletes one, or all with the key that made its hashes', async () => {
    await recordSight(sight('1'));
    await recordSight(sight('2'));
    const [first] = await allTickets();
    await deleteTicket(first?.key ?? '');
    expect(await countTickets()).toBe(1);
    await deleteAllTickets();
    expect(await allTickets()).toEqual([]);
    await recordSight(sight('1'));
    expect((await allTickets())[0]?.requester).not.toBe(first?.requester);
  });

  test('an export comes back whole, and the ticket seen later stands', async () => {
    await recordSight(sight('1'));
    await recordSight(sight('2'));
    const saved = await exportLedger(now);
    await deleteAllTickets();
    await recordSight(sight('2', { at: '2026-11-24T11:00:00.000Z', tier: 3 }));
    expect(await importLedger(saved)).toBe(1);
    expect((await allTickets()).map(({ ticketId, recommendations }) => [ticketId, recommendations.at(-1)?.tier])).toEqual([
      ['1', 1],
      ['2', 3],
    ]);
    expect((await exportLedger(now)).source).not.toBe('');
  });

  test('takes the later look of a ticket that stands twice in a file, and one ticket of each for as many as there are', async () => {
    await recordSight(sight('1', { tier: 1 }));
    const saved = await exportLedger(now);
    const [ticket] = saved.tickets as [LedgerTicket];
    const looks = [3, 1, 2].map((hour) => ({ ...ticket, key: 'twice', lastSeenAt: `2026-11-24T0${hour}:00:00.000Z`, contacts: hour }));
    const others = Array.from({ length: 600 }, (_, index) => ({ ...ticket, key: `other ${index}` }));
    expect(await importLedger({ ...saved, tickets: [...looks, ...others] })).toBe(601);
    expect((await allTickets()).find(({ key }) => key === 'twice')?.contacts).toBe(3);
    expect(await countTickets()).toBe(602);
  });

  test('changes a ticket that is there, and no other', async () => {
    await recordSight(sight('1'));
    const [ticket] = await allTickets();
    await changeTicket(ticket?.key ?? '', (one) => ({ ...one, csat: 4 }));
    await changeTicket('nobody', (one) => ({ ...one, csat: 1 }));
    expect((await allTickets()).map(({ csat }) => csat)).toEqual([4]);
    // what a person added survives the next look
    await recordSight(sight('1', { at: '2026-11-24T11:00:00.000Z' }));
    expect((await allTickets())[0]?.csat).toBe(4);
  });

  test('a change that fails leaves the last whole state', async () => {
    await recordSight(sight('1'));
    const [ticket] = await allTickets();
    await expect(
      changeTicket(ticket?.key ?? '', () => {
        throw new Error('stopped in the middle');
      }),
    ).rejects.toThrow('stopped in the middle');
    expect(await allTickets()).toEqual([ticket]);
  });

  test('a store that cannot be opened is told, and can be built anew', async () => {
    const broken = indexedDB.open('handrail-ledger', 99);
    await new Promise((done) => (broken.onsuccess = done));
    broken.result.close();
    await expect(recordSight(sight('1'))).rejects.toThrow(/version/i);
    await rebuildLedger();
    expect(await recordSight(sight('1'))).toEqual([]);
    expect(await countTickets()).toBe(1);
  });
});

/** A store as an older version left it. @param marks of version 2: what of each ticket was counted */
async function olderStore(version: 1 | 2, rows: readonly object[], marks: Readonly<Record<string, object>> = {}): Promise<void> {
  const asked = indexedDB.open('handrail-ledger', version);
  asked.onupgradeneeded = () => {
    const tickets = asked.result.createObjectStore('tickets', { keyPath: 'key' });
    for (const name of ['requester', 'lastSeenAt', 'nextDueAt']) tickets.createIndex(name, name);
    asked.result.createObjectStore('meta').put('the-source', 'source');
    for (const row of rows) tickets.put(row);
    if (version < 2) return;
    const counted = asked.result.createObjectStore('counted');
    for (const [key, mark] of Object.entries(marks)) counted.put(mark, key);
  };
  await new Promise((done) => (asked.onsuccess = done));
  asked.result.close();
}

describe('a store of an older Handrail', () => {
  const seen = '["handrail.tickets.seen",{}]';

  test.each([
    [1, {}, 2],
    [2, { [sight('1').key]: { [seen]: 1 } }, 1],
  ] as const)('of version %i is brought up to date with every ticket, and goes on from there', async (version, marks, uncounted) => {
    await recordSight(sight('1'));
    await recordSight(sight('2', { at: '2026-11-24T10:30:00.000Z' }));
    const before = await allTickets();
    await closeLedger();
    globalThis.indexedDB = new IDBFactory();
    await olderStore(
      version,
      before.map((ticket) => ({ ...ticket, nextDueAt: '2026-11-24T17:00:00.000Z' })),
      marks,
    );
    expect(await allTickets()).toEqual(before);
    expect(await ownSummaries(now)).toMatchObject({ source: 'the-source', tickets: before.map(summaryOf) });
    expect((await exportLedger(now)).source).toBe('the-source');
    expect((await nextDeadlines(10, now)).map(({ ticketId }) => ticketId)).toEqual(['1', '2']);
    expect((await takeCounts()).counts.counts).toEqual({ [seen]: uncounted });
    await recordSight(sight('3'));
    expect(await countTickets()).toBe(3);
  });

  test.each([
    ['a store cannot be made', IDBDatabase, 'createObjectStore'],
    ['what is there cannot be written', IDBObjectStore, 'put'],
  ] as const)('stays as it was when %s', async (_what, of, method) => {
    await recordSight(sight('1'));
    const before = await allTickets();
    await closeLedger();
    globalThis.indexedDB = new IDBFactory();
    await olderStore(1, before);
    const fails = vi.spyOn(of.prototype as unknown as Record<string, () => never>, method).mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    await expect(countTickets()).rejects.toThrow(/abort|full/i);
    fails.mockRestore();
    expect(await allTickets()).toEqual(before);
    expect((await ownSummaries(now)).tickets).toEqual(before.map(summaryOf));
  });
});

describe('a store that fails', () => {
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ['a full disk', new DOMException('no space is left', 'QuotaExceededError'), 'full'],
    ['a store of a newer version', new DOMException('less than the existing version', 'VersionError'), 'newer'],
    ['a store that does not open', new DOMException('Internal error opening backing store', 'UnknownError'), 'damaged'],
    ['anything else', 'gone', 'damaged'],
  ])('%s is known for what it is', (_what, error, kind) => {
    expect(ledgerTrouble(error, now)).toMatchObject({ kind, at: '2026-11-24T12:00:00.000Z', problem: expect.stringMatching(/./) });
  });

  test('for want of space keeps what it had, and works again once there is space', async () => {
    await recordSight(sight('1'));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no space is left', 'QuotaExceededError');
    });
    await expect(recordSight(sight('2'))).rejects.toThrow('no space is left');
    await expect(recordSight(sight('1', { at: '2026-11-24T11:00:00.000Z', tier: 3 }))).rejects.toThrow('no space is left');
    put.mockRestore();
    expect((await allTickets()).map(({ ticketId, recommendations }) => [ticketId, recommendations.length])).toEqual([['1', 1]]);
    await recordSight(sight('2'));
    expect(await countTickets()).toBe(2);
  });

  test('to open is asked again the next time', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    await expect(recordSight(sight('1'))).rejects.toThrow('Internal error');
    open.mockRestore();
    expect(await recordSight(sight('1'))).toEqual([]);
  });

  test('in the middle of an import takes in nothing', async () => {
    await recordSight(sight('1'));
    await recordSight(sight('2'));
    const saved = await exportLedger(now);
    await deleteAllTickets();
    const [first, second] = saved.tickets as [LedgerTicket, LedgerTicket];
    await expect(importLedger({ ...saved, tickets: [first, { ...second, lastSeenAt: 'soon' }] })).rejects.toThrow(RangeError);
    expect(await countTickets()).toBe(0);
  });
});

describe('deadlines that nobody looks after any more', () => {
  test.each([
    ['late and not seen for a week', '2026-11-16T10:00:00.000Z', '2026-11-16T12:00:00.000Z', false],
    ['late but seen since', '2026-11-23T10:00:00.000Z', '2026-11-01T12:00:00.000Z', true],
    ['late since the weekend', '2026-11-20T10:00:00.000Z', '2026-11-21T12:00:00.000Z', true],
    ['not late yet', '2026-11-01T10:00:00.000Z', '2026-12-01T12:00:00.000Z', true],
  ])('%s: listed %o', async (_what, at, dueAt, listed) => {
    await recordSight(sight('1', { at, ...due(dueAt) }));
    expect((await nextDeadlines(10, now)).length > 0).toBe(listed);
  });
});
