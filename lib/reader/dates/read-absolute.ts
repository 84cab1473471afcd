/**
 * Dates and times written out: known words become marks, then a handful of shapes is tried on what is left. Over 250 lines: the shapes exclude each other and are read together.
 */
import { wallTimeAt } from '../../zone.ts';
import { isDay, placeInTime, zoneMinutes, zoneNames } from './place-in-time.ts';
import type { InstantOptions, InstantReading } from './read-instant.ts';
import { type DateWords, dateWordsOf, type Meaning } from './words.ts';

interface Found {
  months: number[];
  weekdays: number[];
  periods: ReadonlySet<number>[];
  days: number[];
}
/** Marks stand for words already understood; plain capitals, which a normalised text does not contain. */
const mark = {
  month: 'M',
  weekday: 'W',
  period: 'P',
  day: 'D',
  filler: 'F',
} as const;

/** @param text as `normalise` gives it */
export function readAbsolute(text: string, language: string, options: InstantOptions): InstantReading | undefined {
  const words = dateWordsOf(language);
  // `Mon Nov 23 2026 by Somebody`: what follows a by-word is not part of the time.
  const byCut = text.replace(/\s(?:by|von|par|por|da|door|przez|bởi|oleh|av|af|tarafından)\s.*$/, '');
  for (const candidate of byCut === text ? [text] : [byCut, text]) {
    const outside = candidate.replace(/\(((?:[^()]|\([^()]*\))*)\)/g, (_, inner: string, at: number) =>
      isWeekdayNote(inner, words) || zoneMinutes(inner) !== undefined
        ? ` ${inner} `
        : noteFits(inner) || hasOffset.test(candidate.slice(0, at))
          ? ' '
          : ` (${inner}) `,
    );
    const found = readMarked(outside, words, options);
    if (found) return found;
  }
  return undefined;
}

/** What follows the zone itself only names it. */
const hasOffset = /(?:z|utc|gmt|[+-]\d{2}:?\d{2})\s*$/;

/** `(月)`, `(Mon)`. */
function isWeekdayNote(inner: string, words: DateWords): boolean {
  return words.meanings.get(inner.trim().replace(/\.$/, ''))?.some((m) => m.kind === 'weekday') ?? false;
}

/** A note in brackets beside an absolute time that repeats it as a span; a zone that is not known makes the time unknown too. */
function noteFits(inner: string): boolean {
  if (/^[a-z]{2,5}$|\b(?:utc|gmt|time|zeit|heure|hora|ora)\b|\w\/\w/.test(inner.trim())) return false;
  return /\d/.test(inner) || /^[\p{L} ]{2,40}$/u.test(inner.trim());
}

function readMarked(text: string, words: DateWords, options: InstantOptions): InstantReading | undefined {
  const { marked, found } = markWords(text, words);
  let rest = marked;

  // A time with its part of the day and its zone.
  const time = takeTime(rest, found);
  if (time === 'bad') return undefined;
  if (time) rest = time.rest;
  let offset = time ? takeZone(rest, time.at) : undefined;
  if (offset) rest = offset.rest;

  const day = takeDay(rest, found, words, options);
  if (!day) return undefined;
  rest = day.rest;
  let clock = time?.clock;
  if (!clock) {
    const late = takeLooseTime(rest, found);
    if (late === 'bad') return undefined;
    if (late) {
      clock = late.clock;
      rest = late.rest;
      offset = takeZone(rest, late.at);
      if (offset) rest = offset.rest;
    }
  }
  if (/[^\sWF.,;:()|·•'/@"-]/.test(rest)) return undefined;
  // "Monday" alone is a heading as often as a day, and "24/7" no date at all.
  if (!clock && (day.fromWeekday || (day.slashed && found.weekdays.length === 0))) return undefined;
  const { year, month, day: dayOfMonth } = day;
  if (found.weekdays.length > 0 && !day.fromWeekday) {
    const actual = new Date(Date.UTC(year, month - 1, dayOfMonth)).getUTCDay();
    if (!found.weekdays.includes(actual)) return undefined;
  }
  return placeInTime({ year, month, day: dayOfMonth, ...(clock && { time: clock }) }, offset?.minutes, options.zone, `${day.how}:${words.language}`);
}

function markWords(text: string, words: DateWords): { marked: string; found: Found } {
  const found: Found = { months: [], weekdays: [], periods: [], days: [] };
  const take = (phrase: string): string | undefined => {
    const meanings = words.meanings.get(phrase.replace(/[ .]+/g, ' ').trim()) ?? words.meanings.get(phrase);
    if (!meanings) return undefined;
    return choose(meanings, text, found, words);
  };
  let marked = text.replace(words.phrases, (phrase) => take(phrase) ?? phrase);
  // Hebrew writes "in November" as one word; Hungarian, Finnish and Turkish hang endings on.
  marked = marked.replace(/(?<![\p{L}\p{M}])ב-?([\p{L}'"]+)/gu, (whole, word: string) => take(word) ?? whole);
  return { marked, found };
}

function choose(meanings: readonly Meaning[], text: string, found: Found, words: DateWords): string {
  // "mar" is Tuesday and March, "ma" Monday and May: with another month in the text it is the weekday, and the reverse.
  const month = meanings.find((m) => m.kind === 'month');
  const weekday = meanings.find((m) => m.kind === 'weekday');
  let meaning: Meaning | undefined = meanings[0];
  if (month && weekday) {
    const others = [...text.matchAll(words.phrases)].filter(
      ([p]) => words.meanings.get(p)?.some((m) => m.kind === 'month') && words.meanings.get(p) !== meanings,
    );
    meaning = others.length > 0 ? weekday : month;
    if (meaning === month && found.months.includes(month.month)) meaning = weekday;
  } else meaning = month ?? weekday ?? meanings.find((m) => m.kind === 'day') ?? meanings.find((m) => m.kind === 'period') ?? meaning;
  if (!meaning) return ' ';
  if (meaning.kind === 'month') found.months.push(meaning.month);
  else if (meaning.kind === 'weekday') found.weekdays.push(...meanings.flatMap((m) => (m.kind === 'weekday' ? [m.weekday] : [])));
  else if (meaning.kind === 'period') found.periods.push(meaning.hours);
  else if (meaning.kind === 'day') found.days.push(meaning.days);
  return ` ${mark[meaning.kind]} `;
}

interface Clock {
  hour: number;
  minute: number;
  second?: number;
}

const timeShapes = [
  /(?<![\d.,/:+-])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?![\d:])(?:\s?(?:hrs|hs|h|u)(?![\p{L}\d]))?/u,
  /(?<![\d.,/:-])(\d{1,2})\s?(?:h|u|giờ|g|ч|ω)\s?(\d{2})(?:\s?(?:m|min|phút|p)?\.?\s?(\d{2})(?![\d/.-])\s?(?:s|giây)?)?(?:\s?phút)?(?!\d)/,
  /(?<!\d)(\d{1,2})\s?[時时点點시]\s?(?:(\d{1,2})\s?[分분]\s?(?:(\d{1,2})\s?[秒초])?)?/,
];

/** A time that cannot be part of a date. */
function takeTime(text: string, found: Found): { clock: Clock; rest: string; at: number } | 'bad' | undefined {
  for (const shape of timeShapes) {
    const match = shape.exec(text);
    if (!match) continue;
    if (shape.exec(text.slice(match.index + match[0].length))) return 'bad';
    return finishTime(text, match, found);
  }
  // `5 PM`, `PM 5`: only with its part of the day right beside it.
  const bare = /(?<![\d.,/:-])(\d{1,2})\s*(?=P)/.exec(text) ?? /(?<=P\s{0,2})(\d{1,2})(?![\d.,/:-])/.exec(text);
  if (bare && found.periods.length === 1) return finishTime(text, bare, found);
  return undefined;
}

/** `11.50` once the date is out of the way. */
function takeLooseTime(text: string, found: Found): { clock: Clock; rest: string; at: number } | 'bad' | undefined {
  const match = /(?<![\d.,/:-])(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d.,/:]\d)(?!\d)/.exec(text);
  return match ? finishTime(text, match, found) : undefined;
}

function finishTime(text: string, match: RegExpExecArray, found: Found): { clock: Clock; rest: string; at: number } | 'bad' {
  let hour = Number(match[1]);
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const minute = Number(match[2] ?? 0);
  if (hour > 24 || minute > 59) return 'bad';
  const period = found.periods.length > 0 ? intersect(found.periods) : undefined;
  let rest = `${before} ${after}`;
  if (period) {
    const twelve = hour % 12;
    const fits = hour > 12 ? [hour].filter((h) => period.has(h)) : [twelve, twelve + 12].filter((h) => period.has(h));
    if (fits.length !== 1) {
      // Parts of the day that do not divide in twelve ("at night") leave a 24-hour time alone.
      if (hour > 12 || fits.length > 1) fits.splice(0, fits.length, hour);
      else return 'bad';
    }
    hour = fits[0] ?? hour;
    rest = rest.replace(/P/g, ' ');
  }
  const second = match[3] === undefined ? undefined : Number(match[3]);
  return {
    clock: { hour, minute, ...(second !== undefined && { second }) },
    rest,
    at: before.length,
  };
}

function intersect(sets: readonly ReadonlySet<number>[]): Set<number> {
  const [first, ...others] = sets;
  return new Set([...(first ?? [])].filter((h) => others.every((o) => o.has(h))));
}

const zoneShape = new RegExp(
  `^(\\s*[F.,]?\\s*)(\\(?((?:(?:utc|gmt)\\s?)?[+-]\\s?\\d{1,2}(?::?\\d{2})?(?![\\d/.-])|(?:${zoneNames})(?![\\p{L}\\d]))\\)?)`,
  'u',
);

function takeZone(text: string, at: number): { minutes: number; rest: string } | undefined {
  const match = zoneShape.exec(text.slice(at));
  if (!match?.[2] || !match[3]) return undefined;
  // A minus before a number may be a dash before the date; without GMT in front it must stand at once and be complete.
  if (/^[+-]/.test(match[3]) && !/^[+-]\d{2}:?\d{2}$/.test(match[3])) return undefined;
  const minutes = zoneMinutes(match[3]);
  if (minutes === undefined) return undefined;
  return {
    minutes,
    rest: `${text.slice(0, at)} ${text.slice(at + match[0].length)}`,
  };
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly rest: string;
  readonly how: string;
  readonly fromWeekday?: boolean;
  /** Two numbers with a slash and no year. */
  readonly slashed?: boolean;
}

const ordinal = "(?:st|nd|rd|th|er|re|e|ème|º|ª|°|日|일|號|号|:e|:a|-?го|-?й|-?án|-?én|-?i|'inci|'ünde|a|d)?";
const dayNumber = `(\\d{1,2})${ordinal}(?![\\d\\p{L}])`;
const yearNumber = `(\\d{4}|'\\d{2})(?![\\d])\\s?(?:г|r|年|년|в)?\\.?`;
const gap = "[\\s.,F/'-]*";
const namedShapes: readonly (readonly [string, RegExp])[] = [
  ['dmy', new RegExp(`(?<!\\d)${dayNumber}${gap}M${gap}(?:W${gap})?${yearNumber}`, 'u')],
  ['mdy', new RegExp(`M${gap}(?:W${gap})?${dayNumber}${gap}${yearNumber}`, 'u')],
  ['ymd', new RegExp(`(?<!\\d)${yearNumber}${gap}M${gap}${dayNumber}`, 'u')],
  ['dm2', new RegExp(`(?<!\\d)${dayNumber}[\\s./-]*M[\\s./-]*(\\d{2})(?![\\d:.])`, 'u')],
  ['ydm', new RegExp(`(?<!\\d)${yearNumber}${gap}${dayNumber}${gap}M`, 'u')],
  ['dm', new RegExp(`(?<!\\d)${dayNumber}${gap}M`, 'u')],
  ['md', new RegExp(`M${gap}${dayNumber}`, 'u')],
];

function takeDay(text: string, found: Found, words: DateWords, options: InstantOptions): Day | undefined {
  if (found.months.length > 1 || found.days.length > 1) return undefined;
  const cjk = /(?<!\d)(?:(\d{2,4})\s?[年년]\s?|(\d{4})-)?(\d{1,2})\s?[月월][\s-]?(\d{1,2})\s?(?:[日일号號]|(?=\D|$))/.exec(text);
  if (cjk) {
    const rest = cut(text, cjk);
    const year = cjk[1] ?? cjk[2];
    if (year === undefined) return withoutYear(Number(cjk[3]), Number(cjk[4]), rest, found, options, 'cjk');
    return complete(fullYear(year, words), Number(cjk[3]), Number(cjk[4]), rest, 'cjk', words);
  }
  const month = found.months[0];
  if (month !== undefined) {
    for (const [order, shape] of namedShapes) {
      const match = shape.exec(text);
      if (!match) continue;
      const rest = cut(text, match);
      if (order === 'dm' || order === 'md') {
        // RT and asctime put the year after the time, so look for it in what is left.
        const late = /(?<![\d:.,/-])(\d{4})(?![\d:.,/-]*\d)/.exec(rest);
        if (late) return complete(fullYear(late[1] ?? '', words), month, Number(match[1]), cut(rest, late), 'words', words);
        return withoutYear(month, Number(match[1]), rest, found, options, 'words');
      }
      const [a, b] = [match[1] ?? '', match[2] ?? ''];
      const [year, day] = order === 'ymd' || order === 'ydm' ? [a, b] : [b, a];
      return complete(fullYear(year.replace("'", ''), words), month, Number(day), rest, 'words', words);
    }
    return undefined;
  }
  const numeric = takeNumeric(text, found, words, options);
  if (numeric !== 'none') return numeric;
  const today = wallTimeAt(options.now, options.zone);
  const relative = found.days[0];
  if (relative !== undefined) {
    const at = new Date(Date.UTC(today.year, today.month - 1, today.day + relative));
    return {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      rest: text.replace('D', ' '),
      how: 'named-day',
    };
  }
  if (found.weekdays.length === 1 && /\d/.test(text) === false) return weekdayOnly(text, found.weekdays[0] ?? 0, today, options);
  return undefined;
}

/** `Monday 11:50`: the last one before today, or the next one where the surroundings point ahead. Today's own name could be either. */
function weekdayOnly(text: string, weekday: number, today: { year: number; month: number; day: number }, options: InstantOptions): Day | undefined {
  const now = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  const back = (now - weekday + 7) % 7;
  if (back === 0) return undefined;
  const at = new Date(Date.UTC(today.year, today.month - 1, today.day + (options.tense === 'future' ? 7 - back : -back)));
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    rest: text.replace('W', ' '),
    how: 'weekday',
    fromWeekday: true,
  };
}

function takeNumeric(text: string, found: Found, words: DateWords, options: InstantOptions): Day | undefined | 'none' {
  const ymd = /(?<![\d.,/-])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})\.?(?![\d/-])/.exec(text);
  if (ymd) return complete(fullYear(ymd[1] ?? '', words), Number(ymd[3]), Number(ymd[4]), cut(text, ymd), 'numeric:ymd', words);
  // `27. 2. 7.`: only languages that put the year first write it with two digits there.
  const short = words.order === 'ymd' ? /(?<![\d.,/-])(\d{2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})\.?(?![\d/-])/.exec(text) : null;
  if (short) return complete(fullYear(short[1] ?? '', words), Number(short[3]), Number(short[4]), cut(text, short), 'numeric:ymd', words);
  const triple = /(?<![\d.,/-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})\.?(?![\d/-])/.exec(text);
  if (triple) {
    const [, first = '', separator = '', second = '', third = ''] = triple;
    const rest = cut(text, triple);
    const dayFirst = isDayFirst(Number(first), Number(second), separator, words, options);
    const readings = (dayFirst === undefined ? [true, false] : [dayFirst])
      .map((d) =>
        complete(fullYear(third, words), Number(d ? second : first), Number(d ? first : second), rest, `numeric:${d ? 'dmy' : 'mdy'}`, words),
      )
      .filter((r) => r !== undefined)
      .filter((r) => found.weekdays.length === 0 || found.weekdays.includes(new Date(Date.UTC(r.year, r.month - 1, r.day)).getUTCDay()));
    return readings.length === 1 || (readings[0] && readings[1] && readings[0].day === readings[1].day) ? readings[0] : undefined;
  }
  const pair = /(?<![\d.,/:-])(\d{1,2})([/.-])\s?(\d{1,2})(\.?)(?![\d/:-])/.exec(text);
  if (pair) {
    const [, first = '', separator = '', second = '', dot = ''] = pair;
    // `11.50` alone is a time; a date without a year ends in a dot (23.11.) or is written with a slash.
    if (separator === '-' || (separator === '.' && !dot)) return 'none';
    const dayFirst = words.order === 'ymd' && separator === '/' ? false : isDayFirst(Number(first), Number(second), separator, words, options);
    if (dayFirst === undefined) return undefined;
    const read = withoutYear(Number(dayFirst ? second : first), Number(dayFirst ? first : second), cut(text, pair), found, options, 'numeric');
    return read && { ...read, slashed: separator === '/' };
  }
  return 'none';
}

/** `undefined` = could be either. Dots and, outside English, the language itself settle it; a part above 12 always does. */
function isDayFirst(first: number, second: number, separator: string, words: DateWords, options: InstantOptions): boolean | undefined {
  if (first > 12) return true;
  if (second > 12) return false;
  if (options.dayFirst !== undefined) return options.dayFirst;
  if (separator === '.') return true;
  if (words.orderCertain && !words.language.startsWith('en') && words.order !== 'ymd') return words.order === 'dmy';
  // English with a region: the page's language decides; English that is only our fallback decides nothing.
  if (words.orderCertain && options.language && words.language.toLowerCase() === options.language.toLowerCase()) return words.order === 'dmy';
  return undefined;
}

function fullYear(text: string, words: DateWords): number {
  const year = Number(text);
  if (text.length === 4) return words.buddhist && year > 2400 ? year - 543 : year;
  if (text.length !== 2) return Number.NaN;
  return words.buddhist && year >= 55 ? 2500 + year - 543 : 2000 + year;
}

function complete(year: number, month: number, day: number, rest: string, how: string, words: DateWords): Day | undefined {
  const actual = year > 2400 && words.buddhist ? year - 543 : year;
  return isDay(actual, month, day) ? { year: actual, month, day, rest, how } : undefined;
}

/** This year's where it fits the tense; else the neighbour's, but never one further than eleven months away. */
function withoutYear(month: number, day: number, rest: string, found: Found, options: InstantOptions, how: string): Day | undefined {
  const today = wallTimeAt(options.now, options.zone);
  const now = Date.UTC(today.year, today.month - 1, today.day);
  const reach = 335 * 86_400_000;
  const fits = [today.year - 1, today.year, today.year + 1].filter((year) => {
    if (!isDay(year, month, day)) return false;
    const at = Date.UTC(year, month - 1, day);
    if (found.weekdays.length > 0 && !found.weekdays.includes(new Date(at).getUTCDay())) return false;
    if (options.tense === 'future') return Math.abs(at - now) <= reach / 2;
    return at <= now + 86_400_000 && now - at <= reach;
  });
  const [year, other] = fits;
  return year !== undefined && other === undefined ? { year, month, day, rest, how: `${how}-no-year` } : undefined;
}

function cut(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace('M', ' ');
}
