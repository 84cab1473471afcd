/** Days, dates and instants of calendars in words. */
import { dateFormat } from '../../lib/text/date-format.ts';
import { dateLocale } from '../../lib/text/format.ts';

/** A Monday, so that weekday names can be asked for. */
const aMonday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** @param index 0 = Monday */
export const dayName = (index: number, language: string, weekday: 'short' | 'long'): string =>
  dateFormat(dateLocale(language), { weekday, timeZone: 'UTC' }).format(aMonday + index * dayMs);

/** `2026-12-25` or `--12-25` in words; what is no date as it is. */
export function dateWords(date: string, language: string): string {
  const yearly = date.startsWith('--');
  const at = Date.parse(`${yearly ? `2024${date.slice(1)}` : date}T00:00:00Z`);
  if (Number.isNaN(at)) return date;
  return dateFormat(dateLocale(language), {
    day: 'numeric',
    month: 'long',
    ...(!yearly && { year: 'numeric', weekday: 'short' }),
    timeZone: 'UTC',
  }).format(at);
}

/** `Monday 11:00`, with the date. */
export const instantWords = (at: number, zone: string, language: string): string =>
  dateFormat(dateLocale(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
