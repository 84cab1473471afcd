/** English date words are written out: what Intl says of any English must be among them. */
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../lib/reader/dates/unit.ts';
import { dateWordsOf, type Meaning, normalise, spanWordsOf } from '../../lib/reader/dates/words.ts';
import { addDateWords, addSpanForms, addUnitNames } from '../../lib/reader/dates/words-from-intl.ts';

const englishes = [
  'en',
  'en-US',
  'en-GB',
  'en-AU',
  'en-CA',
  'en-IN',
  'en-IE',
  'en-NZ',
  'en-ZA',
  'en-SG',
  'en-PH',
  'en-HK',
  'en-BE',
  'en-DE',
  'en-MT',
];
const keyOf = (word: string): string => normalise(word).replace(/\.$/, '').trim();

describe.each(englishes)('%s', (locale) => {
  test('means by each word of a date what Intl means by it', () => {
    const { meanings } = dateWordsOf(locale);
    const missing: (readonly [string, Meaning])[] = [];
    let asked = 0;
    addDateWords(locale, (word, meaning) => {
      const key = keyOf(word);
      if (!key || /^\d+$/.test(key)) return;
      asked++;
      const known = meanings.get(key) ?? [];
      const same = (one: Meaning): boolean =>
        one.kind === 'period' && meaning.kind === 'period' ? [...meaning.hours].every((hour) => one.hours.has(hour)) : isEqual(one, meaning);
      if (!known.some(same)) missing.push([key, meaning]);
    });
    expect(missing).toEqual([]);
    expect(asked).toBeGreaterThan(60);
  });

  test('knows each unit, frame and whole span that Intl writes', () => {
    const known = spanWordsOf(locale);
    const units = new Map<string, Unit>();
    const frames = new Map<string, { before: string; after: string; sign: -1 | 1 }>();
    const whole = new Map<string, { amount: number; unit: Unit }>();
    const addUnit = (word: string, unit: Unit): void => {
      const key = keyOf(word);
      // one letter stands for a minute where it could be a month
      if (/\p{L}/u.test(key) && !(key === 'm' && unit === 'month') && !units.has(key)) units.set(key, unit);
    };
    addUnitNames(locale, addUnit);
    addSpanForms(locale, { units, frames, whole, addUnit });
    expect([...units].filter(([word, unit]) => known.units.get(word) !== unit)).toEqual([]);
    expect([...frames.values()].filter((frame) => !known.frames.some((one) => isEqual(one, frame)))).toEqual([]);
    // none of a minute is as long as none of a second
    const means = (text: string) => known.whole.get(text) ?? { amount: Number.NaN, unit: 'second' as const };
    expect([...whole].filter(([text, { amount, unit }]) => means(text).amount !== amount || (amount !== 0 && means(text).unit !== unit))).toEqual([]);
    expect(units.size).toBeGreaterThan(15);
  });
});

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
