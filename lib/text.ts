/** Every word shown beside a ticket comes through here: one catalogue file per language in `lib/text/`. */
import { type Part, part, PartMissing } from './parts.ts';
import type { enLater } from './text/en-later.ts';
import { en } from './text/en.ts';

/** English is the reference: every other catalogue has exactly its keys. */
export type TextKey = keyof typeof en | keyof typeof enLater;
export type Catalogue = Readonly<Record<TextKey, string>>;

/** English words that nobody sees before the first advice. */
const later: Part<Readonly<Record<keyof typeof enLater, string>>> = part(async () => (await import('./text/en-later.ts')).enLater);

/** Beside a ticket only the language in use is loaded. */
const others: Readonly<Record<string, Part<Catalogue>>> = { vi: part(async () => (await import('./text/vi.ts')).vi) };

/** Languages the interface speaks. */
export const languages = ['en', ...Object.keys(others)];

/** Loads the words of a language, so that `translator` has them. @param language BCP 47; left out = of every language */
export async function loadTexts(language?: string): Promise<void> {
  const wanted = language === undefined ? [later, ...Object.values(others)] : [inLanguage(others, language)];
  await Promise.all(wanted.flatMap((catalogue) => (catalogue ? [catalogue.load()] : [])));
}

/** Whether `translator(language)` can be called. */
export function textsLoaded(language: string): boolean {
  try {
    translator(language);
    return true;
  } catch (error) {
    if (error instanceof PartMissing) return false;
    throw error;
  }
}

/** For whoever has the words of a language at hand. */
export function provideTexts(language: string, catalogue: Catalogue): void {
  others[language]?.provide(catalogue);
}

/** For whoever has all English words at hand. */
export const provideEnglish = (words: typeof enLater): void => later.provide(words);

/** Puts `params` into the `{name}` places of the text. A missing parameter leaves its place visible, so that it is noticed. */
export type Translate = (key: TextKey, params?: TextParams) => string;
export type TextParams = Readonly<Record<string, string | number>>;

/**
 * The translator for a language.
 * @param language BCP 47; an unknown one falls back to its base language, then English.
 * @throws PartMissing when the words are not loaded yet; see `loadTexts`. English ones that come after the first advice are missed when asked for
 */
export function translator(language: string): Translate {
  const catalogue = inLanguage(others, language)?.take();
  return (key, params) => fill(catalogue ? catalogue[key] : english(key), params);
}

/** @throws PartMissing for words that come after the first advice, until they are loaded */
function english(key: TextKey): string {
  const words: Readonly<Partial<Record<TextKey, string>>> = en;
  return words[key] ?? later.take()[key as keyof typeof enLater];
}

/** The entry for `language`, or for its base language. */
export function inLanguage<T>(entries: Readonly<Record<string, T>>, language: string): T | undefined {
  return entries[language] ?? entries[language.split('-')[0] ?? ''];
}

/** Puts `params` into the `{name}` places of `text`. */
export function fill(text: string, params?: TextParams): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (params && Object.hasOwn(params, name) ? String(params[name]) : place));
}

/** The text of `value` in `language`, falling back to English and then to any language it has. */
export function localize(value: string | Readonly<Record<string, string>>, language: string): string {
  if (typeof value === 'string') return value;
  return inLanguage(value, language) ?? value.en ?? Object.values(value)[0] ?? '';
}
