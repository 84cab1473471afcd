import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dayOrder } from '../../lib/reader/dates/day-order.ts';
import { type InstantOptions, readInstant } from '../../lib/reader/dates/read-instant.ts';

const now = Date.parse('2026-11-25T15:04:00+01:00');
const zone = 'Europe/Berlin';
const read = (text: string, language?: string, more: Partial<InstantOptions> = {}) =>
  readInstant(text, { zone, now, ...(language && { language }), ...more });
const minutes = (iso: string | undefined) => iso?.slice(0, 16);

describe('an absolute time', () => {
  test.each([
    ['en', 'Wed Nov 18 11:36:43 2026', '2026-11-18T10:36:43.000Z'],
    ['de', 'Sa 21. Nov 01:36:43 2026', '2026-11-21T00:36:43.000Z'],
    ['fr', 'Mer 18 Nov 2026 11:36:43', '2026-11-18T10:36:43.000Z'],
    ['da', '7. feb. 2026 kl. 21.05', '2026-02-07T20:05:00.000Z'],
    ['cs', '7. 2. 2026 21:05', '2026-02-07T20:05:00.000Z'],
    ['hu', '2026. nov. 23. 11:50', '2026-11-23T10:50:00.000Z'],
    ['he', '7 בפבר׳ 2026, 21:05', '2026-02-07T20:05:00.000Z'],
    ['th', '7 ก.พ. 2569 21:05', '2026-02-07T20:05:00.000Z'],
    ['fr', '23 nov. 2026 à 14h05', '2026-11-23T13:05:00.000Z'],
    ['en', 'November 23rd, 2026 at 2:05pm', '2026-11-23T13:05:00.000Z'],
    ['en', '2026-11-23 11:50:26 +0530', '2026-11-23T06:20:26.000Z'],
    ['en', 'Mon, 23 Nov 2026 11:50:26 GMT', '2026-11-23T11:50:26.000Z'],
    ['en', '23/11/2026 11:50', '2026-11-23T10:50:00.000Z'],
    ['ar', '٢٣ نوفمبر ٢٠٢٦، ١١:٥٠ ص', '2026-11-23T10:50:00.000Z'],
  ])('%s: %s', (language, text, expected) => {
    expect(read(text, language)?.instant).toBe(expected);
  });

  test.each([
    ['Order 123456'],
    ['Never'],
    ['5 items'],
    ['10:75'],
    ['31/02/2026 10:00'],
    ['Tue Nov 18 11:36:43 2026'], // a Wednesday
    ['05/06/2026 10:00'], // could be May or June
    ['Nov 23, 2026 10:00 CST'], // Chicago or Shanghai
    ['from Nov 20, 2026 to Nov 23, 2026'],
    ['Version 2.11.2026 of the manual'],
    ['+49 30 1234567'],
    ['192.168.10.12'],
  ])('says nothing for %s', (text) => {
    expect(read(text, 'en')).toBeUndefined();
  });

  test('gives a day alone as a day, with half a day of error', () => {
    expect(read('11/27/2026', 'en')).toMatchObject({ date: '2026-11-27', precision: 'day', errorMs: 43_200_000 });
  });

  test('covers both readings of the hour that is lived twice and skips the one that is left out', () => {
    expect(read('25.10.2026 02:30', 'de')).toMatchObject({ instant: '2026-10-25T01:00:00.000Z', errorMs: 1_800_000 });
    expect(read('29.03.2026 02:30', 'de')).toBeUndefined();
  });

  test('takes the year that the tense allows where none is printed', () => {
    expect(read('20 Mar', 'en', { tense: 'past' })?.date).toBe('2026-03-20');
    expect(read('20 Mar', 'en', { tense: 'future' })?.date).toBe('2027-03-20');
  });
});

describe('a span from now', () => {
  test.each([
    ['en', '3 hours ago', '2026-11-25T11:04', 3_600_000],
    ['de', 'vor etwa 2 Tagen', '2026-11-23T14:04', 86_400_000],
    ['pt-BR', '3 horas atrás', '2026-11-25T11:04', 3_600_000],
    ['vi', 'cách đây 5 phút', '2026-11-25T13:59', 60_000],
    ['en', '1 hour 20 minutes ago', '2026-11-25T12:44', 60_000],
    ['he', 'לפני שעתיים', '2026-11-25T12:04', 3_600_000],
    ['ja', 'たった今', '2026-11-25T14:04', 60_000],
  ])('%s: %s carries its error bar', (language, text, expected, errorMs) => {
    const found = read(text, language);
    expect(minutes(found?.instant)).toBe(expected);
    expect(found?.errorMs).toBe(errorMs);
  });

  test('points ahead for a due time', () => {
    expect(minutes(read('in 2 hours', 'en')?.instant)).toBe('2026-11-25T16:04');
    expect(minutes(read('4h', 'en', { tense: 'future' })?.instant)).toBe('2026-11-25T18:04');
  });
});

describe('which comes first, day or month', () => {
  const past = (text: string) => ({ text, past: true });
  test('is settled by one part above twelve', () => {
    expect(dayOrder([past('05/06/2026'), past('23/06/2026')], now)).toBe(true);
    expect(dayOrder([past('05/06/2026'), past('06/23/2026')], now)).toBe(false);
  });
  test('is settled by a past time that one order would put into the future', () => {
    expect(dayOrder([past('12/11/2026 10:00')], now)).toBe(true);
  });
  test('stays open when nothing speaks or both sides do', () => {
    expect(dayOrder([past('05/06/2026')], now)).toBeUndefined();
    expect(dayOrder([past('23/06/2026'), past('06/23/2026')], now)).toBeUndefined();
  });
});

describe('what helpdesks print in their own way', () => {
  const late = Date.parse('2027-02-09T15:04:00+01:00');
  test.each([
    ['ja', '2027-2月-07 日曜日 21:05:00', '2027-02-07T20:05'],
    ['zh-TW', '2027年2月7日 晚上9:05', '2027-02-07T20:05'],
    ['ko', '27. 2. 7. 오후 9:05', '2027-02-07T20:05'],
    ['ru', 'Вск 07 Фев 2027 21:05:00', '2027-02-07T20:05'],
    ['pl', 'Nie 7 Lut 2027 21:05:00', '2027-02-07T20:05'],
    ['tr', '7 Şub 2027 Paz, 21:05:00', '2027-02-07T20:05'],
    ['el', 'Σαβ Φεβ 06 21:05:00 2027', '2027-02-06T20:05'],
    ['nb', 'ma. 8. feb. 2027 21.05.46', '2027-02-08T20:05'],
    ['fi', 'su 7.2. 2027 21:05:00', '2027-02-07T20:05'],
    ['fr', '7 févr. 2027 à 21 h 05', '2027-02-07T20:05'],
    ['cs', '7. 2. 2027 21:05', '2027-02-07T20:05'],
    ['he', 'ב-7 בפברואר 2027 בשעה 21:05', '2027-02-07T20:05'],
    ['th', '7 กุมภาพันธ์ 2570 เวลา 21:05 น.', '2027-02-07T20:05'],
    ['ar', '٧ فبراير ٢٠٢٧ ٩:٠٥ م', '2027-02-07T20:05'],
    ['vi', 'Thứ 2, 8 thg 2, 21:05', '2027-02-08T20:05'],
    ['es-MX', '7 feb 2027, 9:05 p. m.', '2027-02-07T20:05'],
    ['uk', 'вчора о 21:05', '2027-02-08T20:05'],
    ['ro', 'astăzi la 11:05', '2027-02-09T10:05'],
    ['pl', 'dziś o 11:05', '2027-02-09T10:05'],
  ])('%s: %s', (language, text, expected) => {
    expect(minutes(read(text, language, { now: late })?.instant)).toBe(expected);
  });

  test.each([
    ['de', 'Mo'],
    ['en', 'Monday'],
    ['pt', 'Seg'],
    ['en', '24/7'],
    ['en', '2/7'],
    ['en', '7 of 12'],
    ['fr', 'Mars'],
    ['ja', '2027年度'],
    ['zh-CN', '第2页'],
    ['vi', 'Tháng 2'],
    ['en', 'INC-2027-02-07'],
  ])('%s: says nothing for %s', (language, text) => {
    expect(read(text, language, { now: late })).toBeUndefined();
  });
});

test('a day with a remark in brackets that has brackets itself is that day', () => {
  expect(read('2026-11-26 (Zbývá 0 dny(ů))', 'cs')?.date).toBe('2026-11-26');
});

describe('times as products print them, in their locales', () => {
  const file = join(import.meta.dirname, 'fixtures/printed-times.json');
  const sample: { rows: { locale: string; input: string; expected: string | null; toleranceMinutes: number }[] } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  test.each(sample.rows.map((row) => [row.locale, row.input, row] as const))('%s: %s', (locale, input, { expected, toleranceMinutes }) => {
    const found = read(input, locale);
    const apart = found && expected !== null ? Math.abs(Date.parse(found.instant) - Date.parse(expected)) : undefined;
    // no seconds printed: any second of the minute
    const right = apart === undefined ? !found && expected === null : apart <= toleranceMinutes * 60_000 + 59_000;
    expect(right, `read ${found?.instant ?? 'nothing'}, expected ${expected ?? 'nothing'}`).toBe(true);
  });
});
