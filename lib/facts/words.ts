/** Text cut into words that compare equal however they were typed, each with its place in the original text. */

export interface Word {
  /** UTF-16 offsets into the original text. */
  readonly start: number;
  readonly end: number;
  /** NFC and lower case. */
  readonly key: string;
  /** `key` without diacritics. */
  readonly bare: string;
  /**
   * What stands between the previous word and this one: `' '` for white space or hyphens (within one paragraph), the
   * characters themselves for up to three others (`/`, `'`, `, `), `'\n'` where nothing may reach across.
   */
  readonly gap: string;
}

/** A text in NFC and lower case whose characters know where they come from. */
export interface Folded {
  readonly text: string;
  /** Offset into the original for an offset into `text`. */
  readonly original: (offset: number) => number;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;
const joining = /^[\s\-\u2010\u2011\u00ad\u200b]+$/;
const beyondAscii = /[\u0080-\uffff]/;

/** NFC and lower case with a way back: Vietnamese typed on macOS arrives decomposed, and `İ` grows when it is lowered. */
export function foldCase(text: string): Folded {
  if (!beyondAscii.test(text)) return { text: text.toLowerCase(), original: (offset) => offset };
  const lowered = text.normalize('NFC').toLowerCase();
  if (lowered.length === text.length && text.normalize('NFC') === text) return { text: lowered, original: (offset) => offset };
  const offsets: number[] = [];
  let folded = '';
  for (const cluster of text.matchAll(/[\u1100-\u11ff]+|[\s\S][\p{M}]*/gu)) {
    const piece = cluster[0]
      .normalize('NFC')
      .toLowerCase()
      .normalize('NFC')
      .replace(/^i\u0307/, 'i');
    for (let i = 0; i < piece.length; i++) offsets.push(cluster.index);
    folded += piece;
  }
  offsets.push(text.length);
  return { text: folded, original: (offset) => offsets[offset] ?? text.length };
}

/** `key` without diacritics: `thất vọng` -> `that vong`, `Straße` -> `strasse`. */
export function withoutDiacritics(key: string): string {
  if (!beyondAscii.test(key)) return key;
  return key
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đðøłßæœı]/g, (letter) => plainLetters[letter] ?? letter);
}
const plainLetters: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** The words of `text` in order. Numbers are words; apostrophes divide (`won't` is `won` and `t` with gap `'`). */
export function wordsOf(text: string, folded: Folded = foldCase(text)): Word[] {
  const words: Word[] = [];
  let before = 0;
  for (const match of folded.text.matchAll(wordPattern)) {
    const key = match[0];
    const end = match.index + key.length;
    words.push({
      start: folded.original(match.index),
      end: folded.original(end),
      key,
      bare: withoutDiacritics(key),
      gap: words.length ? gapOf(folded.text.slice(before, match.index)) : '\n',
    });
    before = end;
  }
  return words;
}

/** See `Word.gap`. */
export function gapOf(between: string): string {
  if (between === ' ') return ' ';
  if (joining.test(between)) return between.split('\n').length > 2 ? '\n' : ' ';
  if (between.length > 3) return '\n';
  return between.replace(/[’‘ʼ`´]/g, "'");
}
