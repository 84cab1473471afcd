/** What a language calls months, weekdays, parts of the day and spans of time. Built once per language and kept. */
import { part } from '../../parts.ts';
import { englishWords, type ExtraWords } from './english-words.ts';
import type { Unit } from './unit.ts';

/** What a word or phrase of the language means inside a date. */
export type Meaning =
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** Hours of the day (0 to 23) that this part of the day can name. */
  | { readonly kind: 'period'; readonly hours: ReadonlySet<number> }
  /** Days from today. */
  | { readonly kind: 'day'; readonly days: number }
  | { readonly kind: 'filler' };

export interface DateWords {
  readonly language: string;
  /** Finds every known phrase in a normalised text, longest first. */
  readonly phrases: RegExp;
  readonly meanings: ReadonlyMap<string, readonly Meaning[]>;
  /** Order of the parts in a numeric date: `dmy`, `mdy` or `ymd`. */
  readonly order: 'dmy' | 'mdy' | 'ymd';
  /** Whether `order` is certain from the language alone (English without a region is not). */
  readonly orderCertain: boolean;
  readonly buddhist: boolean;
}

export interface SpanWords {
  readonly units: ReadonlyMap<string, Unit>;
  /** What stands before and after the number and unit, and where it points: -1 past, 1 future. */
  readonly frames: readonly {
    readonly before: string;
    readonly after: string;
    readonly sign: -1 | 1;
  }[];
  /** Whole texts without a number: `yesterday`, Hebrew and Arabic duals, `an hour ago`. */
  readonly whole: ReadonlyMap<string, { readonly amount: number; readonly unit: Unit }>;
}

/**
 * One form for all comparisons: compatibility characters joined, lower case, digits of all scripts as 0 to 9, direction
 * marks and Arabic vowel marks gone, all white space a plain space.
 */
export function normalise(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/\p{Nd}/gu, (digit) => asciiDigit(digit))
      .toLowerCase()
      .replace(/[\u0307\u064b-\u065f\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .replace(/[’‘`´׳]/g, "'")
      .replace(/[״“”]/g, '"')
      .replace(/[،、]/g, ',')
      // The era that began in 2019
      .replace(/令和\s?(\d{1,2}|元)(?=\s?年)/g, (_, year: string) => String(2018 + (year === '元' ? 1 : Number(year))))
      .replace(/[−–—]/g, '-')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  // Every script has its ten digits in one run; the run starts where the character before is no digit.
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
  return String(code - zero);
}

/** English is written out and asks Intl for nothing: most pages have it, and it is asked for before the first panel stands. */
const otherWords = part(() => import('./other-words.ts'));
const otherWordsFor = (base: string) => (base === 'en' ? undefined : otherWords.take());

const dateWords = new Map<string, DateWords>();
const spanWords = new Map<string, SpanWords>();

/** Words of `language` for absolute dates. An unknown language gives English. */
export function dateWordsOf(language: string): DateWords {
  let words = dateWords.get(language);
  if (!words) {
    words = buildDateWords(language);
    dateWords.set(language, words);
  }
  return words;
}

/** Words of `language` for "3 hours ago". */
export function spanWordsOf(language: string): SpanWords {
  let words = spanWords.get(language);
  if (!words) {
    words = buildSpanWords(language);
    spanWords.set(language, words);
  }
  return words;
}

/** English is not asked about: the first question to Intl of any kind costs a page 15 to 50 ms, in which the browser reads its list of locales. */
function supported(language: string): string {
  if (/^en(?:-[A-Z]{2})?$/.test(language)) return language;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Languages written without spaces between words: a phrase may stand anywhere. */
const unspaced = /^(?:ja|zh|th|ko|lo|km|my)\b/;

function buildDateWords(language: string): DateWords {
  const locale = supported(language);
  const base = locale.split('-')[0] ?? 'en';
  const meanings = new Map<string, Meaning[]>();
  const add = (word: string, meaning: Meaning) => {
    const key = normalise(word).replace(/\.$/, '').trim();
    // A bare number is a month of a numeric date and not a name; a single Latin letter means too much.
    if (!key || /^\d+$/.test(key)) return;
    const known = meanings.get(key) ?? [];
    if (!known.some((k) => JSON.stringify(k) === JSON.stringify(meaning))) known.push(meaning);
    meanings.set(key, known);
  };
  const other = otherWordsFor(base);
  other?.addDateWords(locale, add);
  const extra: ExtraWords | undefined = other ? other.extraWords[base] : englishWords;
  for (const word of split(extra?.fillers)) add(word, { kind: 'filler' });
  for (const word of split(extra?.today)) add(word, { kind: 'day', days: 0 });
  for (const word of split(extra?.yesterday)) add(word, { kind: 'day', days: -1 });
  for (const word of split(extra?.tomorrow)) add(word, { kind: 'day', days: 1 });
  for (const [word, list] of Object.entries(extra?.periods ?? {})) add(word, { kind: 'period', hours: new Set(list) });
  split(extra?.weekdays).forEach((names, weekday) => {
    for (const name of names.split('/')) add(name, { kind: 'weekday', weekday });
  });
  split(extra?.months).forEach((names, index) => {
    for (const name of names.split('/')) if (name !== '-') add(name, { kind: 'month', month: index + 1 });
  });
  if (base === 'vi')
    for (let month = 1; month <= 12; month++)
      for (const word of ['tháng', 'thg', 'th']) {
        add(`${word} ${month}`, { kind: 'month', month });
        add(`${word}${month}`, { kind: 'month', month });
      }
  if (base === 'vi')
    for (let weekday = 1; weekday <= 6; weekday++)
      for (const word of ['thứ', 't', 'th']) {
        // `th 2` is Monday in Vietnamese short form and February in none: months are written `thg`.
        if (word === 'th') continue;
        add(`${word} ${weekday + 1}`, { kind: 'weekday', weekday });
        add(`${word}${weekday + 1}`, { kind: 'weekday', weekday });
      }

  return {
    language: locale,
    phrases: phrasePattern([...meanings.keys()], unspaced.test(base)),
    meanings,
    order: orderOf(locale),
    orderCertain: base !== 'en' || /-(?:US|GB|AU|NZ|IE|IN|ZA)\b/i.test(locale),
    buddhist: base === 'th',
  };
}

/** In which order a language writes the parts of a date in digits. Of plain and American English it is known without asking Intl. */
function orderOf(locale: string): DateWords['order'] {
  if (/^en(?:-US)?$/.test(locale)) return 'mdy';
  const order = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(Date.UTC(2026, 2, 21))
    .flatMap(({ type }) => (type === 'year' ? 'y' : type === 'month' ? 'm' : type === 'day' ? 'd' : ''))
    .join('');
  return order === 'mdy' || order === 'ymd' ? order : 'dmy';
}

function phrasePattern(keys: string[], anywhere: boolean): RegExp {
  const escaped = (list: string[]) =>
    list
      .sort((a, b) => b.length - a.length)
      .map((k) => k.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ .]*'))
      .join('|');
  // Scripts without spaces cannot be bounded; Latin phrases inside them can.
  const open = keys.filter((k) => anywhere && /[\u0250-\uffff]/.test(k));
  const bounded = keys.filter((k) => !open.includes(k));
  const branches = [];
  // One character (月: Monday, and part of every month) counts only when it stands alone.
  const single = open.filter((k) => k.length === 1);
  const longer = open.filter((k) => k.length > 1);
  if (longer.length > 0) branches.push(`(?:${escaped(longer)})`);
  if (single.length > 0) branches.push(`(?<![\\p{L}\\d])(?:${escaped(single)})(?![\\p{L}\\d])`);
  if (bounded.length > 0) branches.push(`(?<![\\p{L}\\p{M}])(?:${escaped(bounded)})(?![\\p{L}\\p{M}])(?!(?<=\\d)\\d)`);
  return new RegExp(branches.join('|'), 'gu');
}

function buildSpanWords(language: string): SpanWords {
  const locale = supported(language);
  const base = locale.split('-')[0] ?? 'en';
  const units = new Map<string, Unit>();
  const frames = new Map<string, { before: string; after: string; sign: -1 | 1 }>();
  const whole = new Map<string, { amount: number; unit: Unit }>();
  const addUnit = (word: string, unit: Unit) => {
    const key = normalise(word).replace(/\.$/, '').trim();
    // "vor 25 m": Intl's narrow month and its narrow minute are one letter once capitals are gone.
    if (key === 'm' && unit === 'month') return;
    if (/\p{L}/u.test(key) && !/\d/.test(key) && !units.has(key)) units.set(key, unit);
  };
  const other = otherWordsFor(base);
  other?.addUnitNames(locale, addUnit);
  const extra: ExtraWords | undefined = other ? other.extraWords[base] : englishWords;
  for (const [unit, words] of Object.entries(extra?.units ?? {})) for (const word of split(words)) addUnit(word, unit as Unit);
  other?.addSpanForms(locale, { units, frames, whole, addUnit });
  for (const frame of extra?.frames ?? [])
    frames.set(`${frame[0]}|${frame[1]}`, {
      before: frame[0],
      after: frame[1],
      sign: frame[2] ?? -1,
    });
  for (const [text, amount, unit] of extra?.whole ?? []) whole.set(normalise(text), { amount, unit });
  return {
    units,
    frames: [...frames.values()].sort((a, b) => b.before.length + b.after.length - a.before.length - a.after.length),
    whole,
  };
}

function split(words: string | undefined): string[] {
  return words ? words.split('|') : [];
}
