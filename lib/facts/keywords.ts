/** The plain words of a rule's `contains_keywords([...])`. */
import { compilePhrases, findPhrases, type CompiledPhrases, type FoundPhrase } from './phrases.ts';

const compiledWords = new Map<string, CompiledPhrases>();
const maxCompiledWords = 500;

/**
 * The words or phrases of a rule's `contains_keywords([...])` in `text`: whole words, case and typing (NFC) do not matter,
 * diacritics and endings do, and negation is not asked ("contains" means that the word is there).
 * @returns every occurrence of every keyword in order, `list` and `entry` being the keyword
 */
export function findKeywords(keywords: readonly string[], text: string): FoundPhrase[] {
  const name = keywords.join('\u0001');
  let compiled = compiledWords.get(name);
  if (!compiled) {
    // a list for each, since of one list only the longest of overlapping hits stays
    const listOf = (phrase: string) => ({ entries: { any: [{ phrase: phrase.replace(/[()|?\\]/g, '\\$&'), evenNegated: true }] } });
    compiled = compilePhrases(Object.fromEntries(keywords.filter(Boolean).map((phrase) => [phrase, listOf(phrase)])));
    if (compiledWords.size >= maxCompiledWords) compiledWords.clear();
    compiledWords.set(name, compiled);
  }
  return findPhrases(compiled, text).map((hit) => ({ ...hit, entry: hit.list }));
}
