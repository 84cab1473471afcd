/** Spans from now: "3 hours ago", "vor 2 Tagen", "1 hour 20 minutes ago", "4h". A span always carries its error bar. */
import type { InstantReading, Precision } from './read-instant.ts';
import type { Unit } from './unit.ts';
import { type SpanWords, spanWordsOf } from './words.ts';

const unitMs: Readonly<Record<Unit, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30.44 * 86_400_000,
  year: 365.25 * 86_400_000,
};
/** "3 hours ago" may be cut or rounded, so it covers a full unit either side; "just now" covers a minute. */
const errorShare = 1;

const approximations =
  /^(?:about|approximately|approx\.?|almost|nearly|over|more than|around|etwa|ungefähr|rund|ca\.?|circa|cirka|environ|presque|plus de|cerca de|aproximadamente|mais de|più di|quasi|ongeveer|bijna|meer dan|około|prawie|ponad|около|почти|примерно|более|khoảng|gần|hơn|yaklaşık|約|大约|约|sekitar|kurang lebih|ประมาณ|noin|omkring|近)\s*/;

/**
 * @param text as `normalise` gives it
 * @param tense of the surroundings; a bare `4h` is past unless they point ahead
 */
export function readSpan(text: string, language: string, now: number, tense: 'past' | 'future' = 'past'): InstantReading | undefined {
  const words = spanWordsOf(language);
  let rest = dropLead(text);
  const whole = words.whole.get(rest) ?? words.whole.get(rest.replace(approximations, ''));
  // Days named without a time ("yesterday") are calendar days, not spans.
  if (whole && !(whole.unit === 'day' && Math.abs(whole.amount) <= 2 && isNamedDay(rest, words))) {
    return make(now, whole.amount * unitMs[whole.unit], whole.amount === 0 ? 'minute' : whole.unit, language);
  }
  if (!/\d/.test(rest)) return undefined;
  const plain = rest.replace(approximations, '');
  // Dutch "over 3 dagen" is no "more than": the frames of the language come first.
  for (const line of new Set([rest, plain])) {
    for (const { before, after, sign } of words.frames) {
      if (!line.startsWith(before) || !line.endsWith(after)) continue;
      if (line.length < before.length + after.length) continue;
      const middle = line
        .slice(before.length, line.length - after.length)
        .trim()
        .replace(approximations, '');
      const spans = readUnits(middle, words);
      if (spans) return sum(spans, sign, now, language);
    }
  }
  rest = plain;
  // Without any word around it only the short forms of dashboards count: `4h`, `2d 3h`.
  if (/^(?:\d{1,3}\s?(?:s|m|min|h|hr|d|w|wk|mo|y|tage?|std|j)\.?\s?){1,3}$/.test(rest)) {
    const spans = readUnits(rest, words);
    if (spans) return sum(spans, tense === 'future' ? 1 : -1, now, language);
  }
  return undefined;
}

function isNamedDay(text: string, words: SpanWords): boolean {
  return (
    words.whole.has(text) &&
    !/\d/.test(text) &&
    !words.frames.some((f) => (f.before && text.startsWith(`${f.before} `)) || (f.after && text.endsWith(` ${f.after}`)))
  );
}

/** "Created 3 hours ago": one leading verb that says what happened, in English and as labels print it. */
function dropLead(text: string): string {
  return text
    .replace(
      /^(?:created|opened|updated|submitted|posted|replied|commented|sent|received|reported|edited|added|modified|asked|due(?= in )|closed|resolved|last (?:updated|modified|activity))(?: at| on)?:?\s+/,
      '',
    )
    .replace(/^\((.*)\)$/, '$1')
    .replace(/[.,;]+$/, '')
    .trim();
}

interface Span {
  readonly amount: number;
  readonly unit: Unit;
}

function readUnits(text: string, words: SpanWords): Span[] | undefined {
  const spans: Span[] = [];
  let rest = text;
  while (rest) {
    const number = /^(\d{1,4})(?:[.,](\d))?\s*/.exec(rest);
    if (!number) return undefined;
    rest = rest.slice(number[0].length);
    const tail = /^[^\d,]+/.exec(rest)?.[0] ?? '';
    // Words may run on ("2 days and"), so shorten from the right until a unit is met.
    const parts = tail.trim().split(' ');
    let unit: Unit | undefined;
    let used = '';
    for (let length = parts.length; length > 0 && !unit; length--) {
      used = parts.slice(0, length).join(' ');
      unit = words.units.get(used.replace(/\.$/, ''));
    }
    if (!unit) return undefined;
    rest = rest
      .slice(rest.indexOf(used) + used.length)
      .replace(/^\s*(?:,|and\b|und\b|et\b|y\b|e\b|i\b|и\b|và\b|ve\b|och\b|og\b|en\b|dan\b|&)?\s*/, '');
    spans.push({
      amount: Number(number[1]) + Number(number[2] ?? 0) / 10,
      unit,
    });
  }
  return spans.length > 0 && spans.length <= 4 ? spans : undefined;
}

function sum(spans: readonly Span[], sign: -1 | 1, now: number, language: string): InstantReading | undefined {
  let total = 0;
  let smallest: Unit = 'year';
  for (const { amount, unit } of spans) {
    total += amount * unitMs[unit];
    if (unitMs[unit] < unitMs[smallest]) smallest = unit;
  }
  if (total > 40 * unitMs.year) return undefined;
  return make(now, sign * total, smallest, language);
}

function make(now: number, byMs: number, precision: Precision & Unit, language: string): InstantReading {
  return {
    instant: new Date(Math.round(now + byMs)).toISOString(),
    precision,
    errorMs: Math.round(unitMs[precision] * errorShare),
    how: `span:${language}`,
  };
}
