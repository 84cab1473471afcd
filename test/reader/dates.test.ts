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
