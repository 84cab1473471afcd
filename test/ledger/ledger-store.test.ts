import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  allTickets,
  changeTicket,
  closeLedger,
  countTickets,
  deleteAllTickets,
  deleteTicket,
  exportLedger,
  forgetOldTickets,
  importLedger,
  nextDeadlines,
  rebuildLedger,
  recordSight,
} from '../../lib/ledger/ledger-store.ts';
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
    expect((await nextDeadlines(10)).map(({ ticketId }) => ticketId)).toEqual(['late', 'later']);
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
