/** The sentences that a phrase carries as its proof, read by the same matcher that reads tickets. */
import type { PhraseList } from '../policy/schema.ts';
import { textFacts } from './conversation.ts';

export interface PhraseExample {
  readonly sentence: string;
  /** The list is to find it, or to leave it alone. */
  readonly wanted: boolean;
  readonly passes: boolean;
}

type Entry = PhraseList['entries'][string][number];

/**
 * A `yes` sentence passes when its own entry finds something in it; a `no` sentence when the whole list leaves it alone.
 * @param list with all its entries
 */
export function phraseExamples(list: PhraseList, language: string, entry: Entry): PhraseExample[] {
  if (typeof entry === 'string') return [];
  const finds = (sentence: string, entries: PhraseList['entries']): boolean => textFacts(sentence, { list: { entries } }).phrases.length > 0;
  return [
    ...(entry.yes ?? []).map((sentence) => ({ sentence, wanted: true, passes: finds(sentence, { [language]: [entry] }) })),
    ...(entry.no ?? []).map((sentence) => ({ sentence, wanted: false, passes: !finds(sentence, list.entries) })),
  ];
}
