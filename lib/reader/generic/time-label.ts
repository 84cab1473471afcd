/** "Due 30 Nov": the name of a time and the time, without a mark between them. */
import { labelMeaning } from '../labels.ts';

/** @returns the name and the rest; `undefined` where the text does not begin with the name of a time and go on with a digit */
export function timeLabel(text: string, language: string | undefined): readonly [string, string] | undefined {
  const words = text.length <= 60 && /^\p{L}\D{1,30}\d/u.test(text) ? text.split(' ') : [];
  for (let n = Math.min(3, words.length - 1); n > 0; n--) {
    const label = words.slice(0, n).join(' ');
    if (/^(?:createdAt|updatedAt|dueAt)$/.test(labelMeaning(label, language) ?? '')) return [label, words.slice(n).join(' ')];
  }
  return undefined;
}
