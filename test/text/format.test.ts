import { dateFormat } from '../../lib/text/date-format.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translator } from '../../lib/text.ts';
import {
  dateLocale,
  type Wording,
  agoText,
  briefDuration,
  counted,
  durationText,
  instantText,
  listText,
  percentText,
  shortInstant,
  untilNextText,
  weekdayText,
} from '../../lib/text/format.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.parse('2026-11-23T16:22:00+07:00');
const wording = (language: string, zone = 'Asia/Ho_Chi_Minh'): Wording => ({ t: translator(language), language, now, zone });

describe('durations', () => {
  test.each([
    [59_999, 'under 1 min', 'dưới 1 phút'],
    [minute, '1 min', '1 phút'],
    [58 * minute + 59_000, '58 min', '58 phút'],
    [hour, '1 h', '1 giờ'],
    [2 * hour + 36 * minute, '2 h 36 min', '2 giờ 36 phút'],
    [22 * hour + 36 * minute, '22 h 36 min', '22 giờ 36 phút'],
    [100 * hour + 59 * minute, '100 h', '100 giờ'],
    [-12 * minute, '12 min', '12 phút'],
  ])('%d ms is %s', (ms, english, vietnamese) => {
    expect(durationText(ms, wording('en'))).toBe(english);
    expect(durationText(ms, wording('vi'))).toBe(vietnamese);
  });

  test.each([
    [58 * minute, '58 m'],
    [2 * hour + 59 * minute, '2 h'],
  ])('%d ms is %s on the edge tab', (ms, text) => expect(briefDuration(ms, wording('en'))).toBe(text));

  test('change exactly when they say they will, neither earlier nor later', () => {
    const show = (ms: number): string => durationText(ms, wording('en'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150 * hour }), fc.boolean(), (ms, falling) => {
        const wait = untilNextText(ms, falling);
        expect(wait).toBeGreaterThan(0);
        const after = (passed: number): string => show(falling ? ms - passed : ms + passed);
        const stays = falling ? Math.min(wait - 1, ms) : wait - 1;
        expect(after(stays)).toBe(show(ms));
        const ends = falling && wait > ms;
        expect(ends || after(wait) !== show(ms)).toBe(true);
      }),
    );
  });
});

describe('instants', () => {
  test.each([
    ['2026-11-23T17:20:00+07:00', 'today 17:20', '17:20 hôm nay'],
    ['2026-11-23T23:30:00+07:00', 'today 23:30', '23:30 hôm nay'],
    ['2026-11-24T00:10:00+07:00', 'tomorrow 00:10', '00:10 ngày mai'],
    ['2026-11-22T09:00:00+07:00', 'yesterday 09:00', '09:00 hôm qua'],
    ['2026-11-26T09:00:00+07:00', 'Thu 26 Nov 09:00', '09:00 Thứ 5, 26 thg 11'],
    ['2027-01-04T09:00:00+07:00', 'Mon 4 Jan 2027 09:00', '09:00 Thứ 2, 4 thg 1, 2027'],
  ])('%s', (iso, english, vietnamese) => {
    expect(instantText(Date.parse(iso), wording('en'))).toBe(english);
    expect(instantText(Date.parse(iso), wording('vi'))).toBe(vietnamese);
  });

  test('count days in the zone they are printed in', () => {
    const late = Date.parse('2026-11-23T23:30:00+07:00');
    expect(instantText(late, wording('en', 'Pacific/Auckland'))).toBe('tomorrow 05:30');
    expect(instantText(late, wording('en', 'America/Los_Angeles'))).toBe('today 08:30');
  });

  test('leave the day out today', () => {
    expect(shortInstant(Date.parse('2026-11-23T15:44:00+07:00'), wording('en'))).toBe('15:44');
    expect(shortInstant(Date.parse('2026-11-20T16:50:00+07:00'), wording('en'))).toBe('Fri 20 Nov 16:50');
  });

  test.each([
    [30_000, 'just now'],
    [5 * minute, '5 min ago'],
    [2 * hour + 50 * minute, '2 h ago'],
    [25 * hour, '1 day ago'],
    [72 * hour, '3 days ago'],
  ])('%d ms back is %s', (ms, text) => expect(agoText(now - ms, wording('en'))).toBe(text));
});

test.each(['en', 'en-US', 'en-GB', 'en-AU'])('a date in %s stands day first', (language) => {
  expect(dateFormat(dateLocale(language), { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 8, 2))).toBe('2 September');
});

test('a percentage never claims a threshold that is not crossed', () => {
  expect(percentText(79.99, wording('en'))).toBe('79 %');
  expect(percentText(100, wording('vi'))).toBe('100%');
});

test.each([[[]], [['a']], [['a', 'b']], [['a', 'b', 'c']]])('the list %j ends as Intl ends it in the language', (items: string[]) => {
  for (const language of ['en', 'vi', 'de'])
    expect(listText(items, wording(language))).toBe(new Intl.ListFormat(dateLocale(language), { type: 'conjunction' }).format(items));
});

describe("what is written out for the interface's languages is what Intl writes", () => {
  const options = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  test.each(['en', 'en-US', 'vi', 'vi-VN'])('%s: every day of a leap year, in its own year and from another', (language) => {
    for (let n = 0; n < 366; n++) {
      const at = Date.UTC(2028, 0, 1 + n, 9, 5);
      for (const [from, year] of [
        [Date.UTC(2028, (new Date(at).getUTCMonth() + 6) % 12, 15), {}],
        [Date.UTC(2026, 5, 15), { year: 'numeric' }],
      ] as const) {
        const date = dateFormat(dateLocale(language), { ...options, ...year, timeZone: 'UTC' }).format(at);
        const expected = language.startsWith('vi') ? `09:05 ${date}` : `${date.replace(',', '')} 09:05`;
        expect(instantText(at, { ...wording(language, 'UTC'), now: from })).toBe(expected);
      }
    }
  });

  test.each(['en', 'vi'])('%s: days of the week', (language) => {
    for (let day = 0; day < 7; day++)
      expect(weekdayText(day, language)).toBe(
        dateFormat(dateLocale(language), { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + day)),
      );
  });

  test.each([0, 7, 999, 1000, 3051, 1234567, 12.5, -3])('%d counted', (n) => {
    for (const language of ['en', 'vi'])
      expect(counted('time.days', n, wording(language))).toContain(new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(n));
  });

  test.each([0, 1, 2, 21])('the form of a word beside %d', (n) => {
    for (const language of ['en', 'vi']) {
      const form = new Intl.PluralRules(language).select(n) === 'one' ? 'one' : 'other';
      expect(counted('time.days', n, wording(language))).toBe(wording(language).t(`time.days.${form}`, { n }));
    }
  });
});
