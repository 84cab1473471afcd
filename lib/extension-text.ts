/** The words of the extension's own pages, the popup and the command line, which are never loaded beside a ticket. */
import { fill, inLanguage, type TextKey, type TextParams, translator } from './text.ts';
import { enPages } from './text/en.ts';
import { viPages } from './text/vi.ts';

export type PageTextKey = keyof typeof enPages;
export type PageCatalogue = Readonly<Record<PageTextKey, string>>;

const catalogues: Readonly<Record<string, PageCatalogue>> = { en: enPages, vi: viPages };

/** Knows the words beside a ticket as well, so it serves wherever a `Translate` is asked for. */
export type PageTranslate = (key: PageTextKey | TextKey, params?: TextParams) => string;

/**
 * The translator of the extension's own pages.
 * @param language BCP 47; an unknown one falls back to its base language, then English.
 */
export function pageTranslator(language: string): PageTranslate {
  const catalogue: Readonly<Record<string, string>> = inLanguage(catalogues, language) ?? enPages;
  const beside = translator(language);
  return (key, params) => (Object.hasOwn(catalogue, key) ? fill(catalogue[key] ?? key, params) : beside(key as TextKey, params));
}
