/**
 * The little notation of a phrase: `(a|b c)` stands for either, `(a|b)?` may be missing, groups may hold groups, and a
 * backslash takes the next character as it is. No repetition, so a phrase always stands for a known number of wordings.
 */

/** A sequence of literal texts and groups. */
export type Pattern = readonly (string | PatternGroup)[];
export interface PatternGroup {
  readonly ways: readonly Pattern[];
  readonly optional: boolean;
}

/** Reads the notation. Total: brackets that do not pair are read as written. */
export function readPattern(phrase: string): Pattern {
  return readSequence(phrase, 0, false).ways[0] ?? [];
}

interface Sequence {
  readonly ways: readonly Pattern[];
  readonly next: number;
  readonly closed: boolean;
}

/** Reads alternatives up to the closing bracket (`inside`) or the end. */
function readSequence(phrase: string, from: number, inside: boolean): Sequence {
  const ways: Pattern[] = [];
  let current: (string | PatternGroup)[] = [];
  let literal = '';
  const flush = () => {
    if (literal) current.push(literal);
    literal = '';
  };
  let i = from;
  for (; i < phrase.length; i++) {
    const letter = phrase[i] as string;
    if (letter === '\\' && i + 1 < phrase.length) literal += phrase[++i];
    else if (letter === '(') {
      const group = readSequence(phrase, i + 1, true);
      if (!group.closed) {
        literal += letter;
        continue;
      }
      flush();
      i = group.next;
      const optional = phrase[i + 1] === '?';
      if (optional) i++;
      current.push({ ways: group.ways, optional });
    } else if (inside && letter === '|') {
      flush();
      ways.push(current);
      current = [];
    } else if (inside && letter === ')') {
      flush();
      return { ways: [...ways, current], next: i, closed: true };
    } else literal += letter;
  }
  flush();
  return { ways: [...ways, current], next: i, closed: false };
}

/** More wordings than this and the rest is left out: a policy must not fill the memory of every page. */
const mostVariants = 4000;

/** All wordings of a pattern, white space tidied. For scripts without spaces and groups inside words; others are matched as they are. */
export function wordingsOf(pattern: Pattern): string[] {
  let variants = [''];
  for (const part of pattern) {
    const ways = typeof part === 'string' ? [part] : [...part.ways.flatMap(wordingsOf), ...(part.optional ? [''] : [])];
    variants = variants.flatMap((start) => ways.map((way) => start + way)).slice(0, mostVariants);
  }
  return [...new Set(variants)];
}
