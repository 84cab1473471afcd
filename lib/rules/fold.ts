/** How words are made comparable, and how near two words are. */

/** Lower case, without accents, one space between words. `Đã Giải  quyết` and `da giai quyet` fold to the same. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/[\s_\u00ad\u200b-\u200d\ufeff]+/gu, ' ')
    .trim();
}

const folded = new Map<string, string>();
const mostFolded = 2000;

/** `fold` with a memory, for the short words of a ticket that every rule looks at. */
export function foldWord(word: string): string {
  if (word.length > 100) return fold(word);
  let found = folded.get(word);
  if (found === undefined) {
    if (folded.size >= mostFolded) folded.clear();
    folded.set(word, (found = fold(word)));
  }
  return found;
}

/**
 * The known word nearest to `word`, by the number of letters to insert, drop, change or swap (optimal string alignment
 * distance), or undefined when none is near enough to be what was meant.
 */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  const wanted = fold(word.slice(0, 80));
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 4)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, fold(candidate), bestDistance);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = candidate;
    }
  }
  return best;
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit;
}
