/** What must hold for every calendar, whatever its hours. The seed is fixed and printed by fast-check on failure. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarSpec } from '../../lib/policy/schema.ts';
import { compileCalendar, type Pause } from '../../lib/sla/calendar.ts';

const seed = 20_261_124;
const runs = 2_500;
const hour = 3_600_000;
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Ho_Chi_Minh',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'America/Sao_Paulo',
];

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const windows = fc.array(fc.tuple(time, fc.oneof(time, fc.constant('24:00'))), { maxLength: 3 });
const hours = fc.record(Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, windows])), { requiredKeys: [] });
const date = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([m, d]) => `2026-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
const calendar = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    hours,
    holidays: fc.array(date, { maxLength: 3 }),
    overrides: fc.dictionary(date, windows, { maxKeys: 2 }),
    breaks: fc.dictionary(date, windows, { maxKeys: 2 }),
  })
  .map((spec): CalendarSpec => ({ ...spec, hours: { wed: [['09:00', '17:00']], ...spec.hours } }));
const start = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }).map((ms) => ms - (ms % 1000));
const amount = fc.integer({ min: 1, max: 400 * 60 }).map((minutes) => minutes * 60_000);
const pauses = fc.array(
  fc.tuple(start, fc.integer({ min: 0, max: 72 })).map(([from, h]): Pause => [from, from + h * hour]),
  { maxLength: 3 },
);

describe('business time', () => {
  test('the time until a deadline is what was promised', () => {
    fc.assert(
      fc.property(calendar, start, amount, (spec, from, ms) => {
        const business = compileCalendar(spec);
        const due = business.dueAt(from, ms);
        fc.pre(due !== undefined);
        expect(business.elapsed(from, due)).toBe(ms);
      }),
      { seed, numRuns: runs },
    );
  });

  test('a later start or a longer promise never makes an earlier deadline', () => {
    fc.assert(
      fc.property(
        calendar,
        start,
        amount,
        fc.integer({ min: 0, max: 100 * hour }),
        fc.integer({ min: 0, max: 100 * hour }),
        (spec, from, ms, later, longer) => {
          const business = compileCalendar(spec);
          const due = business.dueAt(from, ms);
          const laterDue = business.dueAt(from + later, ms + longer);
          fc.pre(due !== undefined && laterDue !== undefined);
          expect(laterDue).toBeGreaterThanOrEqual(due);
        },
      ),
      { seed, numRuns: runs },
    );
  });

  test('a pause never shortens a deadline, and is not counted as used', () => {
    fc.assert(
      fc.property(calendar, start, amount, pauses, (spec, from, ms, paused) => {
        const business = compileCalendar(spec);
        const plain = business.dueAt(from, ms);
        const due = business.dueAt(from, ms, paused);
        fc.pre(plain !== undefined && due !== undefined);
        expect(due).toBeGreaterThanOrEqual(plain);
        expect(business.elapsed(from, due, paused)).toBe(ms);
      }),
      { seed, numRuns: runs },
    );
  });

  test('the parts of a span add up to the whole', () => {
    fc.assert(
      fc.property(calendar, fc.array(start, { minLength: 3, maxLength: 3 }), (spec, instants) => {
        const [a = 0, b = 0, c = 0] = instants.toSorted((x, y) => x - y);
        const business = compileCalendar(spec);
        expect(business.elapsed(a, b) + business.elapsed(b, c)).toBe(business.elapsed(a, c));
      }),
      { seed, numRuns: runs },
    );
  });

  test('counting on and counting back are inverse inside open time', () => {
    fc.assert(
      fc.property(calendar, start, amount, (spec, from, ms) => {
        const business = compileCalendar(spec);
        const open = business.rollForward(from);
        const due = open === undefined ? undefined : business.dueAt(open, ms);
        const back = due === undefined ? undefined : business.dueAt(due, -ms);
        fc.pre(due !== undefined && back !== undefined);
        expect(business.elapsed(back, due)).toBe(ms);
      }),
      { seed, numRuns: runs },
    );
  });

  test('an instant is open exactly when time passes there', () => {
    fc.assert(
      fc.property(calendar, start, (spec, at) => {
        const business = compileCalendar(spec);
        expect(business.elapsed(at, at + 1) > 0).toBe(business.isOpen(at));
      }),
      { seed, numRuns: runs },
    );
  });
});
