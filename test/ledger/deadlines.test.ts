import { describe, expect, test } from 'vitest';
import { announce, atRisk, nextDeadline, type QuietHours } from '../../lib/ledger/deadlines.ts';
import { foldSight } from '../../lib/ledger/fold-sight.ts';
import type { KeptClock, LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import { quietHours } from '../../lib/ledger/quiet-hours.ts';
import type { TicketSight } from '../../lib/ledger/ticket-sight.ts';
import { sight } from './ledger-builder.ts';

const at = (text: string): number => Date.parse(text);
const iso = (ms: number): string => new Date(ms).toISOString();
const ticket = (id: string, clocks: readonly KeptClock[], change: Partial<TicketSight> = {}): LedgerTicket =>
  foldSight(undefined, sight(id, { clocks, ...change }), { subjectWords: [] });
const clock = (dueAt: string, warnAt?: string, name: KeptClock['name'] = 'resolution'): KeptClock => ({
  name,
  state: 'running',
  dueAt,
  ...(warnAt && { warnAt }),
});
const never: QuietHours = { isQuiet: () => false, endsAfter: (now: number) => now };

/** A person's browser: wakes when asked to, and remembers what it told. */
function browser(tickets: LedgerTicket[], quiet = never) {
  let known = tickets;
  const shown: { readonly at: string; readonly what: string[] }[] = [];
  return {
    shown,
    look(now: number): number | undefined {
      const { events, told, nextAt } = announce(known, now, quiet);
      known = known.map((one) => ({ ...one, notified: [...one.notified, ...(told.get(one.key) ?? [])] }));
      if (events.length)
        shown.push({ at: iso(now), what: events.map(({ ticket: { ticketId }, clock: name, kind }) => `${ticketId} ${name} ${kind}`) });
      return nextAt;
    },
  };
}

describe('what comes next', () => {
  test.each([
    ['the soonest running clock', [clock('2026-11-24T17:00:00Z'), clock('2026-11-24T15:00:00Z', undefined, 'updateOwed')], {}, 'updateOwed'],
    ['nothing of a paused clock', [{ ...clock('2026-11-24T15:00:00Z'), state: 'paused' as const }], {}, undefined],
    ['nothing of a resolved ticket', [clock('2026-11-24T15:00:00Z')], { statusKind: 'resolved' as const }, undefined],
  ])('%s', (_what, clocks, change, expected) => {
    expect(nextDeadline(ticket('7', clocks, change))?.clock).toBe(expected);
  });

  test.each([
    ['2026-11-24T14:59:59Z', 0],
    ['2026-11-24T15:00:00Z', 1],
    ['2026-11-25T15:00:00Z', 1],
  ])('at %s %i tickets are at risk', (now, count) => {
    expect(atRisk([ticket('7', [clock('2026-11-24T17:00:00Z', '2026-11-24T15:00:00Z')])], at(now))).toHaveLength(count);
  });
});

describe('a deadline is announced', () => {
  const one = ticket('7', [clock('2026-11-24T17:00:00Z', '2026-11-24T15:00:00Z')]);

  test('before it and when it passed, once each', () => {
    const me = browser([one]);
    expect(me.look(at('2026-11-24T12:00:00Z'))).toBe(at('2026-11-24T15:00:00Z'));
    expect(me.look(at('2026-11-24T15:00:00Z'))).toBe(at('2026-11-24T17:00:00Z'));
    expect(me.look(at('2026-11-24T17:00:00Z'))).toBeUndefined();
    me.look(at('2026-11-24T17:00:01Z'));
    expect(me.shown.map(({ what }) => what)).toEqual([['7 resolution warning'], ['7 resolution breach']]);
  });

  test('once, and as what it is now, when the machine slept over it', () => {
    const me = browser([one]);
    me.look(at('2026-11-24T12:00:00Z'));
    me.look(at('2026-11-24T18:00:00Z'));
    me.look(at('2026-11-24T18:01:00Z'));
    expect(me.shown).toEqual([{ at: '2026-11-24T18:00:00.000Z', what: ['7 resolution breach'] }]);
  });

  test('not again when the clock is set back, nor when another worker looks', () => {
    const me = browser([one]);
    me.look(at('2026-11-24T15:00:00Z'));
    me.look(at('2026-11-24T14:00:00Z'));
    me.look(at('2026-11-24T15:00:00Z'));
    expect(me.shown).toHaveLength(1);
  });

  test('anew when the ticket has another due time', () => {
    const told = { ...one, notified: ['resolution:warning:2026-11-24T17:00:00Z'] };
    const moved = { ...told, clocks: [clock('2026-11-24T19:00:00Z', '2026-11-24T18:00:00Z')] };
    const me = browser([moved]);
    expect(me.look(at('2026-11-24T15:00:00Z'))).toBe(at('2026-11-24T18:00:00Z'));
    me.look(at('2026-11-24T18:00:00Z'));
    expect(me.shown).toHaveLength(1);
  });

  test('after its snooze ended', () => {
    const me = browser([{ ...one, snoozedUntil: '2026-11-24T16:00:00.000Z' }]);
    expect(me.look(at('2026-11-24T15:30:00Z'))).toBe(at('2026-11-24T16:00:00Z'));
    expect(me.shown).toEqual([]);
    me.look(at('2026-11-24T16:00:00Z'));
    expect(me.shown.map(({ what }) => what)).toEqual([['7 resolution warning']]);
  });

  test('never when it passed more than a day ago', () => {
    const me = browser([one]);
    me.look(at('2026-11-27T12:00:00Z'));
    expect(me.shown).toEqual([]);
  });

  test('in one announcement for a thousand tickets, the late ones first', () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      ticket(String(index), [clock(index % 2 ? '2026-11-24T15:00:00Z' : '2026-11-24T17:00:00Z', '2026-11-24T14:00:00Z')]),
    );
    const me = browser(many);
    me.look(at('2026-11-24T15:00:00Z'));
    me.look(at('2026-11-24T15:00:30Z'));
    expect(me.shown).toHaveLength(1);
    expect(me.shown[0]?.what).toHaveLength(1000);
    expect(me.shown[0]?.what.slice(0, 500).every((what) => what.endsWith('breach'))).toBe(true);
  });
});

describe('quiet hours', () => {
  const zone = 'Europe/Berlin';
  const office = quietHours(
    {
      calendars: {
        office: {
          timeZone: zone,
          hours: { mon: [['08:00', '18:00']], tue: [['08:00', '18:00']], wed: [['08:00', '18:00']] },
          alwaysOpen: false,
          holidays: [],
          overrides: {},
          breaks: {},
        },
      },
      sla: { calendar: 'office' },
    } as never,
    zone,
  );
  const always = quietHours({ calendars: {}, sla: { calendar: 'none' } } as never, zone);

  test.each([
    ['office', 'in the middle of the day', '2026-11-24T12:00:00+01:00', undefined],
    ['office', 'after work: until the next morning', '2026-11-24T19:00:00+01:00', '2026-11-25T08:00:00+01:00'],
    ['office', 'after the last day of the week', '2026-11-25T18:00:00+01:00', '2026-11-30T08:00:00+01:00'],
    ['always', 'at night, also where work never stops', '2026-11-24T23:00:00+01:00', '2026-11-25T07:00:00+01:00'],
    ['always', 'in the evening', '2026-11-24T20:59:00+01:00', undefined],
    ['always', 'in the night that loses an hour', '2027-03-28T01:30:00+01:00', '2027-03-28T07:00:00+02:00'],
    ['always', 'in the night that has an hour twice', '2026-10-25T01:30:00+02:00', '2026-10-25T07:00:00+01:00'],
  ])('%s, %s', (which, _what, now, ends) => {
    const quiet = which === 'office' ? office : always;
    expect(quiet.isQuiet(at(now))).toBe(ends !== undefined);
    // an hour that is not quiet ends where it is
    expect(iso(quiet.endsAfter(at(now)) ?? 0)).toBe(iso(at(ends ?? now)));
  });

  test('a zone that is off by half an hour has its own morning', () => {
    const kolkata = quietHours({ calendars: {}, sla: { calendar: 'none' } } as never, 'Asia/Kolkata');
    expect(iso(kolkata.endsAfter(at('2026-11-24T23:00:00+05:30')) ?? 0)).toBe(iso(at('2026-11-25T07:00:00+05:30')));
  });

  test('a deadline of the night is told in the morning, once', () => {
    const me = browser([ticket('7', [clock('2026-11-24T23:00:00+01:00')])], always);
    expect(me.look(at('2026-11-24T23:00:00+01:00'))).toBe(at('2026-11-25T07:00:00+01:00'));
    expect(me.shown).toEqual([]);
    me.look(at('2026-11-25T07:00:00+01:00'));
    me.look(at('2026-11-25T07:05:00+01:00'));
    expect(me.shown.map(({ what }) => what)).toEqual([['7 resolution breach']]);
  });
});
