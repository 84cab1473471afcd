import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../lib/sla/calendar.ts';
import { hoursOf, openness, painted, type WeekHours, weekWindows } from '../../lib/sla/week-grid.ts';

const h = 60;
const day = 24 * h;
const office: WeekHours = {
  mon: [
    ['09:00', '12:00'],
    ['13:00', '17:00'],
  ],
};

describe('a stretch that is painted', () => {
  test.each<[string, WeekHours | undefined, number, number, boolean, WeekHours]>([
    ['opens a closed week', undefined, 9 * h, 17 * h, true, { mon: [['09:00', '17:00']] }],
    ['opens another day', office, day + 9 * h, day + 10 * h, true, { ...office, tue: [['09:00', '10:00']] }],
    ['joins what it meets', office, 12 * h, 13 * h, true, { mon: [['09:00', '17:00']] }],
    [
      'cuts a hole',
      office,
      14 * h,
      15 * h,
      false,
      {
        mon: [
          ['09:00', '12:00'],
          ['13:00', '14:00'],
          ['15:00', '17:00'],
        ],
      },
    ],
    ['takes a whole window', office, 9 * h, 12 * h, false, { mon: [['13:00', '17:00']] }],
    ['closed where it was closed changes nothing', office, 20 * h, 21 * h, false, office],
    ['to the end of the day is 24:00', undefined, 20 * h, 24 * h, true, { mon: [['20:00', '24:00']] }],
    ['over midnight is one overnight window', undefined, 22 * h, 30 * h, true, { mon: [['22:00', '06:00']] }],
    ['a whole day', undefined, 0, day, true, { mon: [['00:00', '24:00']] }],
    ['two whole days are parted at midnight', undefined, 0, 2 * day, true, { mon: [['00:00', '24:00']], tue: [['00:00', '24:00']] }],
    ['the end of Sunday', undefined, 6 * day + 23 * h, 7 * day, true, { sun: [['23:00', '24:00']] }],
    ['closing the morning after an overnight window', { mon: [['22:00', '06:00']] }, day + 4 * h, day + 6 * h, false, { mon: [['22:00', '04:00']] }],
    [
      'closing Monday morning of Sunday’s night',
      { sun: [['22:00', '06:00']] },
      4 * h,
      6 * h,
      false,
      { mon: [['00:00', '04:00']], sun: [['22:00', '24:00']] },
    ],
    [
      'Sunday’s night stays as it is while Tuesday is painted',
      { sun: [['22:00', '06:00']] },
      day,
      day + h,
      true,
      { tue: [['00:00', '01:00']], sun: [['22:00', '06:00']] },
    ],
  ])('%s', (_, hours, from, to, open, result) => {
    expect(painted(hours, from, to, open)).toEqual(result);
  });

  test('what was painted is open, what was wiped is closed, and everything else is as before', () => {
    const time = fc.integer({ min: 0, max: 47 });
    const window = fc.tuple(time, time).map(([a, b]) => [clock(a), clock(b)] as [string, string]);
    const hours = fc.dictionary(fc.constantFrom('mon', 'tue', 'fri', 'sun'), fc.array(window, { maxLength: 3 }), { maxKeys: 4 });
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 335 }), fc.integer({ min: 1, max: 60 }), fc.boolean(), (before, start, length, open) => {
        const end = Math.min(start + length, 336);
        const after = painted(before as WeekHours, start * 30, end * 30, open);
        const [was, is] = [weekWindows(before as WeekHours), weekWindows(after)];
        for (let slot = 0; slot < 336; slot++) {
          const state = openness(is, slot * 30, slot * 30 + 30);
          const expected = slot >= start && slot < end ? (open ? 'open' : 'closed') : openness(was, slot * 30, slot * 30 + 30);
          expect(state).toBe(expected);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});

test('the grid and the clocks agree on what is open', () => {
  const hours: WeekHours = {
    mon: [['22:00', '06:00']],
    wed: [['09:15', '17:45']],
    sun: [
      ['20:00', '24:00'],
      ['00:00', '04:00'],
    ],
  };
  const calendar = compileCalendar({ timeZone: 'UTC', hours });
  const windows = weekWindows(hours);
  const monday = Date.UTC(2026, 10, 23);
  for (let minute = 0; minute < 7 * day; minute += 15)
    expect([minute, openness(windows, minute, minute + 15) === 'open']).toEqual([minute, calendar.isOpen(monday + minute * 60_000)]);
});

test('half a slot is shown as such', () => {
  expect(openness(weekWindows({ mon: [['09:15', '10:00']] }), 9 * h, 9.5 * h)).toBe('part');
});

test('a stretch of several days is written day by day', () => {
  expect(hoursOf([{ start: 9 * h, end: 2 * day + 17 * h }])).toEqual({
    mon: [['09:00', '24:00']],
    tue: [['00:00', '24:00']],
    wed: [['00:00', '17:00']],
  });
});

const clock = (slot: number): string => `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`;
