import { describe, expect, test } from 'vitest';
import { textFacts } from '../../lib/facts/conversation.ts';
import { defaultPhraseLists } from '../../lib/facts/phrase-lists/default-phrase-lists.ts';

/** Every entry of the default lists proves itself by its own sentences, read as a customer's message. */
describe.each(Object.entries(defaultPhraseLists))('%s', (list, { entries }) => {
  for (const [language, items] of Object.entries(entries))
    describe(`in ${language}`, () => {
      for (const item of items) {
        if (typeof item === 'string') continue;
        const alone = { [list]: { entries: { [language]: [item] } } };
        const found = (sentence: string) => textFacts(sentence, defaultPhraseLists).phrases.filter((hit) => hit.list === list);
        test.each(item.yes ?? [])('finds: %s', (sentence) => {
          expect(textFacts(sentence, alone).phrases).not.toEqual([]);
          expect(found(sentence)).not.toEqual([]);
        });
        test.each(item.no ?? [])('leaves alone: %s', (sentence) => {
          expect(found(sentence).map(({ text }) => text)).toEqual([]);
        });
        test(`has both kinds of sentences: ${item.phrase.slice(0, 40)}`, () => {
          expect([item.yes?.length ?? 0, item.no?.length ?? 0].every((count) => count > 0)).toBe(true);
        });
      }
    });
});

test.each(['en', 'vi', 'de', 'fr', 'es', 'pt'])('every list speaks %s', (language) => {
  expect(Object.entries(defaultPhraseLists).filter(([, { entries }]) => !entries[language]?.length)).toEqual([]);
});
