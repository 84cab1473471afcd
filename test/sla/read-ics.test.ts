import { describe, expect, test } from 'vitest';
import { type IcsDay, readIcs } from '../../lib/sla/read-ics.ts';

const now = Date.UTC(2026, 10, 25);
const file = (...lines: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Day off', ...lines, 'END:VEVENT'];
const read = (...lines: string[]): readonly IcsDay[] => readIcs(file(...event(...lines)), now).days;

describe('an event of a calendar file', () => {
  test.each<[string, string[], IcsDay[]]>([
    ['an all-day event', ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261226'], [{ name: 'Day off', dates: ['2026-12-25'] }]],
    ['without an end', ['DTSTART;VALUE=DATE:20261225'], [{ name: 'Day off', dates: ['2026-12-25'] }]],
    [
      'over several days',
      ['DTSTART;VALUE=DATE:20270205', 'DTEND;VALUE=DATE:20270209'],
      [{ name: 'Day off', dates: ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'] }],
    ],
    ['by a duration', ['DTSTART;VALUE=DATE:20261231', 'DURATION:P2D'], [{ name: 'Day off', dates: ['2026-12-31', '2027-01-01'] }]],
    ['every year', ['DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY'], [{ name: 'Day off', dates: ['--05-01'] }]],
    [
      'every year, its date said again',
      ['DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1'],
      [{ name: 'Day off', dates: ['--05-01'] }],
    ],
    ['every year on 29 February', ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'], [{ name: 'Day off', dates: ['--02-29'] }]],
    [
      'the fourth Thursday of November is asked, with its dates',
      ['DTSTART;VALUE=DATE:20251127', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
      [{ name: 'Day off', dates: ['2025-11-27', '2026-11-26', '2027-11-25', '2028-11-23', '2029-11-22'], ask: 'repeats' }],
    ],
    [
      'every year until some day is asked',
      ['DTSTART;VALUE=DATE:20250102', 'RRULE:FREQ=YEARLY;UNTIL=20270101'],
      [{ name: 'Day off', dates: ['2025-01-02', '2026-01-02'], ask: 'repeats' }],
    ],
    [
      'every year but once is asked',
      ['DTSTART;VALUE=DATE:20250102', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20270102'],
      [{ name: 'Day off', dates: ['2025-01-02', '2026-01-02', '2028-01-02', '2029-01-02'], ask: 'repeats' }],
    ],
    [
      'an event with a time is asked',
      ['DTSTART:20261224T120000Z', 'DTEND:20261224T180000Z'],
      [{ name: 'Day off', dates: ['2026-12-24'], ask: 'timed' }],
    ],
    [
      'a long stretch is asked',
      ['DTSTART;VALUE=DATE:20261220', 'DTEND;VALUE=DATE:20261229'],
      [
        {
          name: 'Day off',
          dates: ['2026-12-20', '2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28'],
          ask: 'long',
        },
      ],
    ],
    ['one that was cancelled is none', ['DTSTART;VALUE=DATE:20261225', 'STATUS:CANCELLED'], []],
    ['one of long ago is none', ['DTSTART;VALUE=DATE:20201225'], []],
  ])('%s', (_, lines, days) => {
    expect(read(...lines)).toEqual(days);
  });

  test('names are one line and unescaped', () => {
    expect(readIcs(file('BEGIN:VEVENT', 'SUMMARY:Ngày Quốc khánh\\, nghỉ', 'DTSTART;VALUE=DATE:20260902', 'END:VEVENT'), now).days[0]?.name).toBe(
      'Ngày Quốc khánh, nghỉ',
    );
  });

  test('the same holiday twice counts once, and old ones are counted', () => {
    const one = event('DTSTART;VALUE=DATE:20261225');
    expect(readIcs(file(...one, ...one, ...event('DTSTART;VALUE=DATE:20191225')), now)).toMatchObject({ days: [{ dates: ['2026-12-25'] }], past: 1 });
  });
});

describe('what is no calendar', () => {
  test.each<[string, string, string]>([
    ['nothing', '', 'not-ics'],
    ['a text', 'holidays: [2026-12-25]', 'not-ics'],
    ['a web page', '<html><body>BEGIN:VCALENDAR</body></html>', 'not-ics'],
    ['half a file', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART', 'not-ics'],
    ['another component', 'BEGIN:VCARD\r\nFN:x\r\nEND:VCARD', 'not-ics'],
    ['a calendar without events', file(), 'none'],
    ['an endless file', 'x'.repeat(2_000_001), 'too-long'],
  ])('%s', (_, text, problem) => {
    expect(readIcs(text, now)).toMatchObject({ days: [], problem });
  });

  test('an endless repetition ends', () => {
    expect(read('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY')[0]?.dates.length).toBeLessThanOrEqual(400);
  });
});
