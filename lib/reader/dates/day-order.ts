/** Day-first or month-first, decided by all numeric dates of a page together. */
import { asUtc } from '../../zone.ts';
import { normalise } from './words.ts';

const pattern = /(?<![\d.,/-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g;

/**
 * @param texts every date text of the page
 * @param now ms since 1970; what is past-only cannot lie after it
 * @returns `undefined` when nothing speaks or both sides do
 */
export function dayOrder(texts: readonly { readonly text: string; readonly past: boolean }[], now: number): boolean | undefined {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const { text, past } of texts) {
    for (const match of normalise(text).matchAll(pattern)) {
      const [first, second] = [Number(match[1]), Number(match[3])];
      if (match[2] === '.') continue;
      if (first > 12 && second <= 12) dayFirst++;
      else if (second > 12 && first <= 12) monthFirst++;
      else if (past && first !== second && first <= 12 && second <= 12) {
        const year = match[4]?.length === 2 ? 2000 + Number(match[4]) : Number(match[4]);
        const at = (month: number, day: number) => asUtc({ year, month, day, hour: 0, minute: 0, second: 0 });
        const late = now + 86_400_000;
        if (at(second, first) > late && at(first, second) <= late) monthFirst++;
        if (at(first, second) > late && at(second, first) <= late) dayFirst++;
      }
    }
  }
  if (dayFirst > 0 === monthFirst > 0) return undefined;
  return dayFirst > 0;
}
