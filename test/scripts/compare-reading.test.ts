import { describe, expect, test } from 'vitest';
import { compareReading, type TrueTicket } from '../../scripts/compare-reading.ts';
import type { Printed } from '../../scripts/printed-reading.ts';

const printed = (ticket: object | null, fields: object = {}) => ({ ticket, fields, assessment: null }) as Printed;
const missesOf = (read: object | null, truth: TrueTicket | null, fields?: object) =>
  compareReading(printed(read, fields), truth).misses.map((m) => m.field);

describe('comparing a reading with its truth', () => {
  test.each<[string, object, TrueTicket, string[]]>([
    ['white space does not count', { subject: 'A  b' }, { subject: 'A b' }, []],
    ['letters’ case counts', { status: 'open' }, { status: 'Open' }, ['status']],
    ['a value where there is none is wrong', { priority: 'High' }, { priority: null }, ['priority']],
    ['a number may carry its sign', { id: '#7' }, { id: '7' }, []],
    ['instants are equal to the second', { createdAt: '2026-11-18T08:00:00.400Z' }, { createdAt: '2026-11-18T09:00:00+01:00' }, []],
    ['a minute off is wrong', { createdAt: '2026-11-18T08:01:00Z' }, { createdAt: '2026-11-18T08:00:00Z' }, ['createdAt']],
    ['a date alone is not an instant', { dueAt: '2026-11-18T00:00:00Z' }, { dueAt: '2026-11-18' }, ['dueAt']],
  ])('%s', (_name, read, truth, expected) => {
    expect(missesOf(read, truth)).toEqual(expected);
  });

  test('a time is right inside its own error bar, but not inside a bar of days', () => {
    const truth = { createdAt: '2026-11-18T08:00:00Z' };
    const read = { createdAt: '2026-11-18T08:20:00Z' };
    expect(missesOf(read, truth, { createdAt: { errorMs: 1_800_000 } })).toEqual([]);
    expect(missesOf(read, truth, { createdAt: { errorMs: 600_000 } })).toEqual(['createdAt']);
    expect(missesOf(read, truth, { createdAt: { errorMs: 30 * 86_400_000 } })).toEqual(['createdAt']);
  });

  test('a wrong value is read in vain and missed; an absent one only missed', () => {
    expect(compareReading(printed({ subject: 'X' }), { subject: 'Y' }).tallies.get('subject')).toEqual({ right: 0, wrong: 1, missed: 1 });
    expect(compareReading(printed({}), { subject: 'Y' }).tallies.get('subject')).toEqual({ right: 0, wrong: 0, missed: 1 });
  });

  test('a ticket found on a page that is none is wrong', () => {
    expect(compareReading(printed({ id: '1' }), null).tallies.get('ticket')).toEqual({ right: 0, wrong: 1, missed: 0 });
    expect(missesOf(null, null)).toEqual([]);
  });

  test('messages pair up by text, and their parts are compared within the pair', () => {
    const at = '2026-11-18T08:00:00Z';
    const read = {
      messages: [
        { text: 'Hello', author: 'A', role: 'unknown', internal: false, at },
        { text: 'menu', author: null, role: 'agent', internal: false, at: null },
      ],
    };
    const truth = { messages: [{ text: 'Hello', author: 'A', role: 'customer', internal: true, at }] };
    expect(missesOf(read, truth)).toEqual(['message.role', 'message.internal', 'message']);
  });
});
