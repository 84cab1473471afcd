/** Finds the phrases of all of a policy's lists in one pass over a text. One file of over 250 lines: compiling and matching share the graph. */
import type { PhraseList } from '../policy/schema.ts';
import { inflectedForms } from './inflection.ts';
import { negationOf } from './negation.ts';
import { readPattern, wordingsOf, type Pattern } from './phrase-pattern.ts';
import { foldCase, gapOf, withoutDiacritics, wordsOf, type Folded, type Word } from './words.ts';

/** A found phrase; `message` is the caller's to add. */
export interface FoundPhrase {
  readonly list: string;
  readonly entry: string;
  /** UTF-16 offsets into the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Entry {
  readonly list: string;
  readonly phrase: string;
  readonly language: string;
  readonly evenNegated: boolean;
}
interface Node {
  /** Word, with the characters before it where they are not white space or a hyphen. */
  readonly next: Map<string, Node[]>;
  readonly ends: Entry[];
  /** The phrase that ends here is one that an entry must not stand in. */
  readonly excludes: Entry[];
}
/** The lists as one graph over words; phrases in scripts without spaces are searched as they are. */
export interface CompiledPhrases {
  readonly exact: Node;
  /** Phrases whose entry folds diacritics. */
  readonly bare: Node;
  readonly plain: readonly PlainPhrase[];
}
interface PlainPhrase {
  readonly needle: string;
  readonly entry: Entry;
  readonly excludes: boolean;
}

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Signs at an edge (`c++`) and groups inside a word (`contact(ing)`) cannot be matched word by word. */
const wordByWord = /^[(\p{L}\p{N}\p{M}].*[)?\p{L}\p{N}\p{M}]$|^[\p{L}\p{N}]$/su;
const wordEdges = /^[\p{L}\p{N}\p{M}].*[\p{L}\p{N}\p{M}]$|^[\p{L}\p{N}]$/su;
const insideWord = /[\p{L}\p{N}]\(|\)\??[\p{L}\p{N}]/u;
const compiledLists = new WeakMap<object, CompiledPhrases>();

/**
 * Compiles a policy's phrase lists. The result is kept for as long as `lists` is, so callers need not keep it.
 * @param lists list name -> entries per language; total: an entry that cannot be read matches nothing
 */
export function compilePhrases(lists: Readonly<Record<string, PhraseList>>): CompiledPhrases {
  const known = compiledLists.get(lists);
  if (known) return known;
  const compiled = { exact: newNode(), bare: newNode(), plain: [] as PlainPhrase[] };
  for (const [list, { entries }] of Object.entries(lists))
    for (const [tag, written] of Object.entries(entries))
      for (const item of written) {
        const options = typeof item === 'string' ? { phrase: item } : item;
        const language = tag.split('-')[0] ?? tag;
        const bare = options.foldDiacritics ?? false;
        const entry: Entry = { list, phrase: options.phrase, language, evenNegated: options.evenNegated ?? false };
        const bend = { bare, inflect: options.inflect ? language : '' };
        for (const [phrase, excludes] of [[options.phrase, false] as const, ...(options.notIn ?? []).map((other) => [other, true] as const)]) {
          const pattern = readPattern(phrase);
          if (unspaced.test(phrase) || phrase.includes('\\') || !wordByWord.test(phrase.trim()) || insideWord.test(phrase))
            for (const wording of wordingsOf(pattern)) addWording(compiled, wording.replace(/\s+/g, ' ').trim(), bend, entry, excludes);
          else for (const end of addPattern(pattern, [bare ? compiled.bare : compiled.exact], '', bend)) accept(end, entry, excludes);
        }
      }
  compiledLists.set(lists, compiled);
  return compiled;
}

interface Bend {
  /** Compare without diacritics. */
  readonly bare: boolean;
  /** Language whose endings count, or nothing. */
  readonly inflect: string;
}

function newNode(): Node {
  return { next: new Map(), ends: [], excludes: [] };
}

function accept(node: Node, entry: Entry, excludes: boolean): void {
  (excludes ? node.excludes : node.ends).push(entry);
}

function addWording(compiled: { exact: Node; bare: Node; plain: PlainPhrase[] }, wording: string, bend: Bend, entry: Entry, excludes: boolean): void {
  if (!wording) return;
  if (unspaced.test(wording) || !wordEdges.test(wording)) compiled.plain.push({ needle: foldCase(wording).text, entry, excludes });
  else for (const end of addPattern([wording], [bend.bare ? compiled.bare : compiled.exact], '', bend)) accept(end, entry, excludes);
}

/**
 * Adds a pattern to the graph: the ways of a group meet again in one node, so its size is that of the pattern and not that of
 * its wordings.
 * @param starts nodes to go on from
 * @param tail signs before the next word (`l'` before a group)
 * @param into node to end in, if one is given
 * @returns the nodes in which the pattern ends
 */
function addPattern(pattern: Pattern, starts: readonly Node[], tail: string, bend: Bend, into?: Node): Node[] {
  let nodes = [...starts];
  let signs = tail;
  for (const [i, part] of pattern.entries()) {
    const target = i === pattern.length - 1 ? into : undefined;
    if (typeof part === 'string') {
      const words = wordsOf(part);
      for (const [k, word] of words.entries()) {
        const gap = k === 0 ? gapOf(signs + part.slice(0, word.start)) || ' ' : word.gap;
        const next = (k === words.length - 1 && target) || newNode();
        for (const node of nodes) addWord(node, gap, word, next, bend);
        nodes = [next];
      }
      signs = words.length ? part.slice(words.at(-1)?.end ?? 0) : signs + part;
    } else {
      const join = target ?? newNode();
      const ends = new Set<Node>();
      for (const way of part.ways) for (const end of addPattern(way, nodes, signs, bend, join)) ends.add(end);
      if (part.optional) for (const node of nodes) ends.add(node);
      nodes = [...ends];
      signs = '';
    }
  }
  return nodes;
}

function addWord(from: Node, gap: string, word: Word, to: Node, { bare, inflect }: Bend): void {
  const key = bare ? word.bare : word.key;
  for (const form of inflect ? inflectedForms(key, inflect) : [key]) {
    const name = keyAfter(gap, bare ? withoutDiacritics(form) : form);
    const ways = from.next.get(name);
    if (!ways) from.next.set(name, [to]);
    else if (!ways.includes(to)) ways.push(to);
  }
}

/** A word and what stands before it; white space is not written. */
function keyAfter(gap: string, word: string): string {
  return gap === ' ' ? word : `${gap}\u0001${word}`;
}

interface Match {
  readonly entry: Entry;
  readonly start: number;
  readonly end: number;
  /** Indices of its words; -1 in a script without spaces. */
  readonly first: number;
  readonly last: number;
  readonly negator?: number;
}

/** A found phrase and what the words around it make of it. */
export interface MatchedPhrase extends FoundPhrase {
  readonly negated: boolean;
  /** Index of its first word; -1 in a script without spaces. */
  readonly first: number;
  /** UTF-16 offsets of the phrase together with the word that negates it. */
  readonly from: number;
  readonly to: number;
}

/**
 * All phrases in `text`, in order. Negated ones are left out unless their entry says otherwise; of overlapping hits of one
 * list the longest stays.
 * @param language of the text if certain: entries of another language are then left out, except English ones in
 * languages that borrow from it. Without it entries of every language count.
 */
export function findPhrases(compiled: CompiledPhrases, text: string, language?: string, folded?: Folded, words?: readonly Word[]): FoundPhrase[] {
  return standing(matchPhrases(compiled, text, language, folded, words));
}

/** The phrases that nothing takes back. */
export function standing(matched: readonly MatchedPhrase[]): FoundPhrase[] {
  return matched.filter(({ negated }) => !negated).map(({ list, entry, start, end, text }) => ({ list, entry, start, end, text }));
}

/** As `findPhrases`, with the negated ones marked instead of left out. */
export function matchPhrases(
  compiled: CompiledPhrases,
  text: string,
  language?: string,
  folded: Folded = foldCase(text),
  words: readonly Word[] = wordsOf(text, folded),
): MatchedPhrase[] {
  const found: Match[] = [];
  const excluded: Pick<Match, 'entry' | 'start' | 'end'>[] = [];
  walk(compiled.exact, words, (word) => word.key, collect);
  walk(compiled.bare, words, (word) => word.bare, collect);
  for (const { needle, entry, excludes } of compiled.plain)
    for (const start of occurrences(folded.text, needle)) {
      const match = { entry, start: folded.original(start), end: folded.original(start + needle.length), first: -1, last: -1 };
      (excludes ? excluded : found).push(match);
    }

  function collect(node: Node, first: number, last: number): void {
    const start = words[first]?.start ?? 0;
    const end = words[last]?.end ?? 0;
    for (const entry of node.excludes) excluded.push({ entry, start, end });
    for (const entry of node.ends) {
      if (!speaks(entry.language, language)) continue;
      const negator = entry.evenNegated ? undefined : negationOf(words, first, last, entry.language);
      found.push({ entry, start, end, first, last, ...(negator === undefined ? {} : { negator }) });
    }
  }
  const allowed = excluded.length
    ? found.filter((hit) => !excluded.some((wall) => wall.entry === hit.entry && wall.start <= hit.start && wall.end >= hit.end))
    : found;
  return longest(allowed, text.length).map(({ entry, start, end, first, negator }) => ({
    list: entry.list,
    entry: entry.phrase,
    start,
    end,
    text: text.slice(start, end),
    negated: negator !== undefined,
    first,
    from: Math.min(start, negator === undefined ? start : (words[negator]?.start ?? start)),
    to: Math.max(end, negator === undefined ? end : (words[negator]?.end ?? end)),
  }));
}

/** Latin-script languages whose everyday words collide with English ones (`media` is half a thing in Spanish). */
const ownWords = new Set(['de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'tr', 'id']);
function speaks(entryLanguage: string, textLanguage: string | undefined): boolean {
  if (!textLanguage || entryLanguage === textLanguage || !/^[a-z]{2}$/.test(entryLanguage)) return true;
  return entryLanguage === 'en' && !ownWords.has(textLanguage);
}

function walk(root: Node, words: readonly Word[], keyOf: (word: Word) => string, collect: (node: Node, first: number, last: number) => void): void {
  if (root.next.size === 0) return;
  for (let first = 0; first < words.length; first++) {
    let nodes = root.next.get(keyOf(words[first] as Word));
    for (let last = first; nodes && nodes.length > 0; ) {
      for (const node of nodes) if (node.ends.length || node.excludes.length) collect(node, first, last);
      last++;
      const word = words[last];
      if (!word || word.gap === '\n') break;
      const key = keyAfter(word.gap, keyOf(word));
      nodes = nodes.length === 1 ? nodes[0]?.next.get(key) : nodes.flatMap((node) => node.next.get(key) ?? []);
    }
  }
}

function* occurrences(text: string, needle: string): Generator<number> {
  if (!needle) return;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) if (standsAlone(text, at, needle)) yield at;
}

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
/** Whole words only, where the script divides words. */
function standsAlone(text: string, at: number, needle: string): boolean {
  if (unspaced.test(needle)) return true;
  const before = text[at - 1];
  const after = text[at + needle.length];
  const touches = (own: string | undefined, other: string | undefined) => !!own && !!other && wordCharacter.test(own) && wordCharacter.test(other);
  return !touches(needle[0], before) && !touches(needle.at(-1), after);
}

/** In order of place; a hit inside or across a longer one of the same list goes. */
function longest(matches: readonly Match[], length: number): Match[] {
  const takenBy = new Map<string, Uint8Array>();
  return [...matches]
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .filter(({ entry, start, end }) => {
      let taken = takenBy.get(entry.list);
      if (!taken) takenBy.set(entry.list, (taken = new Uint8Array(length + 1)));
      // whatever is there already is no shorter, so it covers an edge if it touches at all
      if (taken[start] || taken[end - 1]) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
