/** Every word the interface shows comes through here: one catalogue file per language in `lib/text/`. */
import { en } from './text/en.ts';
import { vi } from './text/vi.ts';

/** English is the reference: every other catalogue has exactly its keys. */
export type TextKey = keyof typeof en;
export type Catalogue = Readonly<Record<TextKey, string>>;

const catalogues: Readonly<Record<string, Catalogue>> = { en, vi };

/** Languages the interface speaks. */
export const languages = Object.keys(catalogues);

/** Puts `params` into the `{name}` places of the text. A missing parameter leaves its place visible, so that it is noticed. */
export type Translate = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;

/**
 * The translator for a language.
 * @param language BCP 47; an unknown one falls back to its base language, then English.
 */
export function translator(language: string): Translate {
  const catalogue = catalogues[language] ?? catalogues[language.split('-')[0] ?? ''] ?? en;
  return (key, params) => fill(catalogue[key], params);
}

function fill(text: string, params?: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (params && Object.hasOwn(params, name) ? String(params[name]) : place));
}

/** The text of `value` in `language`, falling back to English and then to any language it has. */
export function localize(value: string | Readonly<Record<string, string>>, language: string): string {
  if (typeof value === 'string') return value;
  return value[language] ?? value[language.split('-')[0] ?? ''] ?? value.en ?? Object.values(value)[0] ?? '';
}
