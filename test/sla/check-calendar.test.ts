import { describe, expect, test } from 'vitest';
import type { CalendarSpec } from '../../lib/policy/schema.ts';
import { compileCalendar } from '../../lib/sla/calendar.ts';
import { checkCalendar } from '../../lib/sla/check-calendar.ts';
import { pageTranslator } from '../../lib/extension-text.ts';

const weekdays = { mon: [['09:00', '17:00']] } as CalendarSpec['hours'];

describe('a calendar is refused with its place and a sentence', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['no open time at all', { timeZone: 'UTC', hours: {} }, 'hours', /never opens/],
    ['only empty windows', { timeZone: 'UTC', hours: { mon: [['09:00', '09:00']] } }, 'hours', /never opens/],
    ['an unknown zone', { timeZone: 'Europe/Atlantis', hours: weekdays }, 'timeZone', /not a time zone/],
    ['a window that is no time', { timeZone: 'UTC', hours: { mon: [['9am', '17:00']] } }, 'hours.mon[0]', /"9am" is not a time of day/],
    ['a time after the end of the day', { timeZone: 'UTC', hours: { mon: [['09:00', '25:00']] } }, 'hours.mon[0]', /25:00/],
    ['a date that does not exist', { timeZone: 'UTC', hours: weekdays, holidays: ['2026-02-30'] }, 'holidays[0]', /"2026-02-30" is not a date/],
    ['a date in another form', { timeZone: 'UTC', hours: weekdays, overrides: { '24.12.2026': [] } }, 'overrides.24.12.2026', /YYYY-MM-DD/],
    ['a window that opens at the end of the day', { timeZone: 'UTC', hours: { mon: [['24:00', '06:00']] } }, 'hours.mon[0]', /cannot open at 24:00/],
  ])('%s', (_what, spec, path, says) => {
    const problems = checkCalendar(spec as CalendarSpec, pageTranslator('en'));
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.map(({ message }) => message).join(' ')).toMatch(says);
  });

  test.each<[string, CalendarSpec]>([
    ['office hours', { timeZone: 'Europe/Berlin', hours: weekdays }],
    ['an overnight window', { timeZone: 'Europe/Berlin', hours: { mon: [['22:00', '06:00']] } }],
    ['always open', { timeZone: 'UTC', alwaysOpen: true }],
    ['open on one day a year only', { timeZone: 'UTC', overrides: { '--02-29': [['09:00', '10:00']] } }],
    ['open once, long ago', { timeZone: 'UTC', overrides: { '2001-05-05': [['09:00', '10:00']] } }],
  ])('%s is accepted', (_what, spec) => {
    expect(checkCalendar(spec, pageTranslator('en'))).toEqual([]);
  });
});

describe('a calendar that slipped past the check ends every search', () => {
  const never = compileCalendar({ timeZone: 'Nowhere/At_All', hours: {} });
  test.each(['nextOpen', 'nextClose', 'prevOpen', 'prevClose', 'rollForward', 'rollBackward'] as const)('%s has no answer', (operation) => {
    expect(never[operation](0)).toBeUndefined();
  });
  test('no deadline, no time, no periods', () => {
    expect([never.dueAt(0, 1), never.dueAt(0, -1), never.elapsed(0, 8.6e15), never.periodsAfter(0, 3), never.addBusinessDays(0, 2)]).toEqual([
      undefined,
      undefined,
      0,
      [],
      undefined,
    ]);
  });
  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s is no instant', (at) => {
    expect(compileCalendar({ timeZone: 'UTC', hours: weekdays as CalendarSpec['hours'] }).dueAt(at, 1000)).toBeUndefined();
  });
});
