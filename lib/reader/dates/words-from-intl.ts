/**
 * What a language calls months, weekdays, parts of the day and spans of time, read back from the browser's own Intl data. Part of what is
 * loaded for pages in languages other than English: asking for the words of one takes some sixty formats and tens of milliseconds.
 */
import type { Unit } from './unit.ts';
import { type Meaning, normalise } from './words.ts';

/** Calls `add` with every word that dates of `locale` are written with, and what it means there. */
export function addDateWords(locale: string, add: (word: string, meaning: Meaning) => void): void {
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
    ['a. m', 0],
    ['p. m', 12],
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
}

const spanUnits: readonly Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];
/** Numbers that bring out every plural form of CLDR languages; of those that a language writes alike, one is enough. */
function countsOf(locale: string): readonly number[] {
  const rules = new Intl.PluralRules(locale);
  const counts = new Map<string, number>();
  for (const count of [1, 2, 3, 5, 11, 21, 22, 25, 100]) if (!counts.has(rules.select(count))) counts.set(rules.select(count), count);
  return [...counts.values()];
}

/** Calls `addUnit` with what `locale` calls units of time beside a number. */
export function addUnitNames(locale: string, addUnit: (word: string, unit: Unit) => void): void {
  const counts = countsOf(locale);
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
}

export interface SpanForms {
  readonly units: ReadonlyMap<string, Unit>;
  readonly frames: Map<string, { before: string; after: string; sign: -1 | 1 }>;
  readonly whole: Map<string, { amount: number; unit: Unit }>;
  readonly addUnit: (word: string, unit: Unit) => void;
}

/** Adds what stands around a number and its unit in `locale`, and the spans that have words of their own. `units` has the unit names by now. */
export function addSpanForms(locale: string, { units, frames, whole, addUnit }: SpanForms): void {
  const counts = countsOf(locale);
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
