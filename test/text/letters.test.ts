import { expect, test } from 'vitest';
import { letters } from '../../lib/text/letters.ts';

const inClass = new RegExp(`[${letters}]`);
const everyCharacter = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code));

test.each([
  ['Latin', 0x0000, 0x024f],
  ['Greek and Cyrillic', 0x0370, 0x052f],
  ['Latin with two marks', 0x1e00, 0x1eff],
])('the letters of %s are what Unicode calls letters', (_, first, last) => {
  const block = everyCharacter.slice(first, last + 1).filter((c) => !/\p{Cn}/u.test(c));
  expect(block.filter((c) => /\p{L}/u.test(c) !== inClass.test(c))).toEqual([]);
});

test('no letter is what separates words in any text: digits in ASCII, punctuation, spaces, emoji', () => {
  const separating = everyCharacter.filter((c) => c < '\u0300' || (c >= '\u2000' && c < '\u2c00') || (c >= '\u3000' && c < '\u3041'));
  expect(separating.filter((c) => !/\p{L}/u.test(c) && inClass.test(c))).toEqual([]);
  expect(inClass.test('🙂')).toBe(false);
});

test.each(['漢', 'か', '한', 'ש', 'ع', 'ก', 'ն', 'ა'])('%s is a letter', (letter) => expect(letter).toMatch(inClass));
