/**
 * Reads a time as helpdesks print it. Order of trial: machine forms, spans ("3 hours ago"), absolute forms. Whatever is
 * not understood to the last letter gives nothing: a wrong instant is a wrong deadline.
 */
import { placeInTime, zoneMinutes } from './place-in-time.ts';
import { readAbsolute } from './read-absolute.ts';
import { readSpan } from './read-span.ts';
import { normalise } from './words.ts';

export type Precision = 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

export interface InstantReading {
  /** ISO 8601 in UTC; for a date alone, noon of that day in the zone. */
  readonly instant: string;
  /** `YYYY-MM-DD` where the text names a day and no time. */
  readonly date?: string;
  readonly precision: Precision;
  /** The true instant lies within this many ms either side; absent when exact to the printed second or minute. */
  readonly errorMs?: number;
  /** Which form matched, e.g. `iso`, `words:de`, `numeric:dmy`, `span:fr`. */
  readonly how: string;
}

export interface InstantOptions {
  /** BCP 47; the page's. English is always tried as well. */
  readonly language?: string;
  /** IANA zone for times printed without one. */
  readonly zone: string;
  /** ms since 1970; spans and dates without a year count from here. */
  readonly now: number;
  /** Settles `05/06/2026`. Left out: decided by the language where that is certain, else such a date is not read. */
  readonly dayFirst?: boolean;
  /** Whether the text tells of the past (default for weekday and year-less dates) or of the future (due dates). */
  readonly tense?: 'past' | 'future';
}

/** Longest text that can be a time. */
const longest = 90;

/** Answers that do not depend on the second it is now; pages are read again and again. */
const remembered = new Map<string, InstantReading | undefined>();
const mostRemembered = 2_000;

/** @returns `undefined` when `text` is no time, more than one, or could be two different ones. */
export function readInstant(text: string, options: InstantOptions): InstantReading | undefined {
  if (!text || text.length > longest * 3) return undefined;
  // "Today" changes its meaning at midnight somewhere on every quarter of an hour.
  const quarter = Math.floor(options.now / 900_000);
  const key = `${text}|${options.language}|${options.zone}|${options.dayFirst}|${options.tense}|${quarter}`;
  if (remembered.has(key)) return remembered.get(key);
  const found = readAfresh(text, options);
  if (found?.how.startsWith('span')) return found;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, found);
  return found;
}

function readAfresh(text: string, options: InstantOptions): InstantReading | undefined {
  const clean = normalise(text);
  if (!clean || clean.length > longest || !/\p{L}|\d/u.test(clean)) return undefined;
  // "2 days ago (Tue, 24 Nov 2026 at 3:05 PM)": what is in brackets is the same time, exactly.
  const twice = /^([^()]*\p{L}[^()]*) \(([^()]*\d[:.h]\d\d[^()]*)\)$/u.exec(clean);
  if (twice?.[1] && twice[2]) {
    const [rough, exact] = [readAfresh(twice[1], options), readAfresh(twice[2], options)];
    if (rough?.how.startsWith('span') && exact && !exact.how.startsWith('span'))
      return Math.abs(Date.parse(rough.instant) - Date.parse(exact.instant)) <= (rough.errorMs ?? 0) * 1.5 ? exact : undefined;
  }
  const languages = languagesFor(clean, options.language);
  const iso = readMachineForm(clean, options);
  if (iso) return iso;
  for (const language of languages) {
    const found = readSpan(clean, language, options.now, options.tense) ?? readAbsolute(clean, language, options);
    if (found) return found;
  }
  return undefined;
}

/** The page's language first, then what the script betrays, then English. */
function languagesFor(text: string, language: string | undefined): string[] {
  const list: string[] = [];
  if (language) list.push(language);
  if (/[\u3040-\u30ff]/.test(text)) list.push('ja');
  if (/[\uac00-\ud7af]/.test(text)) list.push('ko');
  if (/[\u4e00-\u9fff]/.test(text)) list.push('zh', 'ja');
  if (/[\u0e00-\u0e7f]/.test(text)) list.push('th');
  if (/[\u0400-\u04ff]/.test(text)) list.push('ru', 'uk');
  if (/(?:thg|tháng|trước|phút|cách đây|hôm|lúc)/.test(text)) list.push('vi');
  list.push('en');
  return [...new Set(list)];
}

const isoForm =
  /^(\d{4})-(\d{2})-(\d{2})(?:[t .](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(z|utc|gmt|(?:(?:utc|gmt)\s?)?[+-]\d{2}:?\d{2})?$/;

/** ISO 8601 (with a zone, or read in the page's). Also serves `datetime` attributes. */
export function readMachineForm(text: string, { zone }: Pick<InstantOptions, 'zone'>): InstantReading | undefined {
  if (text.length > longest) return undefined;
  const key = `${text}|${zone}`;
  if (machineForms.has(key)) return machineForms.get(key);
  const found = readIso(text, zone);
  if (machineForms.size >= mostRemembered) machineForms.clear();
  machineForms.set(key, found);
  return found;
}
const machineForms = new Map<string, InstantReading | undefined>();

function readIso(text: string, siteZone: string): InstantReading | undefined {
  const match = isoForm.exec(normalise(text));
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  return placeInTime(
    {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      ...(hour !== undefined && {
        time: {
          hour: Number(hour),
          minute: Number(minute),
          second: second === undefined ? undefined : Number(second),
        },
      }),
    },
    zone === undefined ? undefined : zoneMinutes(zone),
    siteZone,
    'iso',
    fraction ? Number(`0.${fraction}`) * 1000 : 0,
  );
}
