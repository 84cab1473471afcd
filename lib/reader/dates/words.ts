/**
 * What a language calls months, weekdays, parts of the day and spans of time, read back from the browser's own Intl data,
 * plus what helpdesks write that Intl does not. Built once per language and kept.
 * Over 250 lines since dates and spans of a language are built from the same formats.
 */
import { extraWords } from './extra-words.ts';

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

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
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => asciiDigit(digit))
    .toLowerCase()
    .replace(/[\u0307\u064b-\u065f\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[’‘`´׳]/g, "'")
    .replace(/[״“”]/g, '"')
    .replace(/[،、]/g, ',')
    .replace(/[−–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  // Every script has its ten digits in one run; the run starts where the character before is no digit.
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
  return String(code - zero);
}

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

function supported(language: string): string {
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
  const parts = (options: Intl.DateTimeFormatOptions, at: number) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      calendar: 'gregory',
      ...options,
    }).formatToParts(at);

  const monthOptions: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
    { dateStyle: 'long' },
    { dateStyle: 'medium' },
  ];
  for (const options of monthOptions) {
    const format = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      calendar: 'gregory',
      ...options,
    });
    for (let month = 1; month <= 12; month++) {
      for (const part of format.formatToParts(Date.UTC(2026, month - 1, 21))) {
        if (part.type === 'month') add(part.value, { kind: 'month', month });
        if (part.type === 'literal' && month === 1) fillers(part.value);
      }
    }
  }
  function fillers(literal: string): void {
    for (const word of literal.split(/[\s,.;:()/-]+/)) if (/\p{L}/u.test(word) && !/^(?:h|min|s|u)$/i.test(word)) add(word, { kind: 'filler' });
  }
  for (const options of [
    { weekday: 'long' },
    { weekday: 'short' },
    { dateStyle: 'full' },
    { weekday: 'short', dateStyle: undefined, day: 'numeric', month: 'short' },
  ] as const) {
    const format = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      calendar: 'gregory',
      ...options,
    });
    for (let weekday = 0; weekday < 7; weekday++) {
      // 2026-03-01 is a Sunday.
      for (const part of format.formatToParts(Date.UTC(2026, 2, 1 + weekday))) {
        if (part.type === 'weekday') add(part.value, { kind: 'weekday', weekday });
        if (part.type === 'literal' && weekday === 1) fillers(part.value);
      }
    }
  }
  const periods = new Map<string, Set<number>>();
  for (const options of [{ dayPeriod: undefined }, { dayPeriod: 'short' }, { dayPeriod: 'long' }] as const) {
    const format = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      hour: 'numeric',
      minute: '2-digit',
      hour12: true,
      ...options,
    });
    for (let hour = 0; hour < 24; hour++) {
      for (const part of format.formatToParts(Date.UTC(2026, 2, 1, hour, 30))) {
        if (part.type !== 'dayPeriod') continue;
        const key = normalise(part.value);
        const hours = periods.get(key) ?? new Set();
        periods.set(key, hours.add(hour));
      }
    }
  }
  for (const [word, hours] of periods) add(word, { kind: 'period', hours });
  for (const [word, from] of [
    ['am', 0],
    ['a.m.', 0],
    ['a.m', 0],
    ['pm', 12],
    ['p.m.', 12],
    ['p.m', 12],
  ] as const) {
    add(word, {
      kind: 'period',
      hours: new Set(Array.from({ length: 12 }, (_, i) => from + i)),
    });
  }
  for (const style of [
    { dateStyle: 'full', timeStyle: 'short' },
    { dateStyle: 'medium', timeStyle: 'short' },
    { dateStyle: 'long', timeStyle: 'medium' },
  ] as const) {
    for (const part of parts(style, Date.UTC(2026, 2, 21, 9, 30))) if (part.type === 'literal') fillers(part.value);
  }
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const days of [-2, -1, 0, 1, 2]) {
    const word = normalise(relative.format(days, 'day'));
    if (!/\d/.test(word)) add(word, { kind: 'day', days });
  }
  const extra = extraWords[base];
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

  const order = parts({ year: 'numeric', month: '2-digit', day: '2-digit' }, Date.UTC(2026, 2, 21))
    .flatMap(({ type }) => (type === 'year' ? 'y' : type === 'month' ? 'm' : type === 'day' ? 'd' : ''))
    .join('');
  return {
    language: locale,
    phrases: phrasePattern([...meanings.keys()], unspaced.test(base)),
    meanings,
    order: order === 'mdy' || order === 'ymd' ? order : 'dmy',
    orderCertain: base !== 'en' || /-(?:US|GB|AU|NZ|IE|IN|ZA)\b/i.test(locale),
    buddhist: base === 'th',
  };
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

const spanUnits: readonly Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];
/** Numbers that bring out every plural form of CLDR languages. */
const counts = [1, 2, 3, 5, 11, 21, 22, 25, 100];

function buildSpanWords(language: string): SpanWords {
  const locale = supported(language);
  const base = locale.split('-')[0] ?? 'en';
  const units = new Map<string, Unit>();
  const frames = new Map<string, { before: string; after: string; sign: -1 | 1 }>();
  const whole = new Map<string, { amount: number; unit: Unit }>();
  const addUnit = (word: string, unit: Unit) => {
    const key = normalise(word).replace(/\.$/, '').trim();
    if (/\p{L}/u.test(key) && !/\d/.test(key) && !units.has(key)) units.set(key, unit);
  };
  for (const unitDisplay of ['long', 'short', 'narrow'] as const) {
    for (const unit of spanUnits) {
      const format = new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay,
      });
      for (const count of counts) for (const part of format.formatToParts(count)) if (part.type === 'unit') addUnit(part.value, unit);
    }
  }
  const extra = extraWords[base];
  for (const [unit, words] of Object.entries(extra?.units ?? {})) for (const word of split(words)) addUnit(word, unit as Unit);
  if (base === 'en')
    for (const [word, unit] of [
      ['s', 'second'],
      ['m', 'minute'],
      ['h', 'hour'],
      ['d', 'day'],
      ['w', 'week'],
      ['y', 'year'],
    ] as const)
      addUnit(word, unit);
  const templates: { text: string; unit: Unit; sign: -1 | 1; count: number }[] = [];
  for (const style of ['long', 'short', 'narrow'] as const) {
    const format = new Intl.RelativeTimeFormat(locale, {
      numeric: 'always',
      style,
    });
    for (const unit of spanUnits) {
      for (const count of counts) {
        for (const sign of [-1, 1] as const) {
          const text = normalise(format.format(sign * count, unit));
          templates.push({ text, unit, sign, count });
        }
      }
    }
  }
  const unitPattern = () =>
    new RegExp(
      `^(?:${[...units.keys()]
        .sort((a, b) => b.length - a.length)
        .map(escape)
        .join('|')})(?![\\p{L}\\p{M}])\\.?|^(?:${
        [...units.keys()]
          .filter((u) => /[\u0250-\uffff]/.test(u))
          .sort((a, b) => b.length - a.length)
          .map(escape)
          .join('|') || '$^'
      })`,
      'u',
    );
  // The unit is inflected after a preposition in many languages (Stunde, Stunden): what follows the number up to what
  // all units share is a unit word too.
  for (const style of new Set([-1, 1] as const)) {
    const mine = templates.filter((t) => t.sign === style && /\d/.test(t.text));
    const tails = mine.map((t) => t.text.slice(t.text.search(/\d/)).replace(/^[\d\s.,]+/, ''));
    const shared = commonSuffixWord(tails);
    mine.forEach((t, i) => {
      const tail = tails[i] ?? '';
      addUnit(shared ? tail.slice(0, tail.length - shared.length) : tail, t.unit);
    });
  }
  const pattern = unitPattern();
  for (const { text, unit, sign, count } of templates) {
    const at = text.search(/\d/);
    if (at < 0) {
      whole.set(text, { amount: sign * count, unit });
      continue;
    }
    const before = text.slice(0, at).trim();
    const rest = text.slice(at).replace(/^[\d\s.,]+/, '');
    const match = pattern.exec(rest);
    if (!match) {
      // A form of its own for this number, with the number in brackets.
      whole.set(text, { amount: sign * count, unit });
      continue;
    }
    const after = rest.slice(match[0].length).trim();
    if (!before && !after) continue;
    // `+3 h` and `-3 h` are how narrow styles of some languages write it; the sign alone says too little on a page.
    if (!/\p{L}/u.test(before + after)) continue;
    frames.set(`${before}|${after}`, { before, after, sign });
  }
  const auto = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const unit of ['day', 'hour', 'minute', 'second'] as const) {
    for (const amount of [-2, -1, 0, 1, 2]) {
      const text = normalise(auto.format(amount, unit));
      if (!/\d/.test(text) && !whole.has(text)) whole.set(text, { amount, unit });
    }
  }
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

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The longest common ending of all texts, cut to whole words where words are spaced. */
function commonSuffixWord(texts: readonly string[]): string {
  const first = texts[0] ?? '';
  let length = 0;
  while (length < first.length && texts.every((t) => t.endsWith(first.slice(first.length - length - 1)))) length++;
  const suffix = first.slice(first.length - length);
  if (!/[a-z\u00c0-\u04ff]/.test(suffix)) return suffix.trim();
  const at = suffix.indexOf(' ');
  return at < 0 ? '' : suffix.slice(at).trim();
}

function split(words: string | undefined): string[] {
  return words ? words.split('|') : [];
}
