/** Every word shown beside a ticket comes through here: one catalogue file per language in `lib/text/`. */
import { en } from './text/en.ts';
import { vi } from './text/vi.ts';

/** English is the reference: every other catalogue has exactly its keys. */
export type TextKey = keyof typeof en;
export type Catalogue = Readonly<Record<TextKey, string>>;

const catalogues: Readonly<Record<string, Catalogue>> = { en, vi };

/** Languages the interface speaks. */
export const languages = Object.keys(catalogues);

/** Puts `params` into the `{name}` places of the text. A missing parameter leaves its place visible, so that it is noticed. */
export type Translate = (key: TextKey, params?: TextParams) => string;
export type TextParams = Readonly<Record<string, string | number>>;

/**
 * The translator for a language.
 * @param language BCP 47; an unknown one falls back to its base language, then English.
 */
export function translator(language: string): Translate {
  const catalogue = inLanguage(catalogues, language) ?? en;
  return (key, params) => fill(catalogue[key], params);
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
