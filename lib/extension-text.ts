/** The words of the extension's own pages, the popup and the command line, which are never loaded beside a ticket. */
import { fill, inLanguage, provideEnglish, provideTexts, type TextKey, type TextParams, translator } from './text.ts';
import { enDesign } from './text/en-design.ts';
import { enLater } from './text/en-later.ts';
import { enPages } from './text/en.ts';
import { viDesign } from './text/vi-design.ts';
import { vi, viPages } from './text/vi.ts';

export type PageTextKey = keyof typeof enPages | keyof typeof enDesign;
export type PageCatalogue = Readonly<Record<keyof typeof enPages, string>>;

const catalogues: Readonly<Record<string, Readonly<Record<PageTextKey, string>>>> = {
  en: { ...enPages, ...enDesign },
  vi: { ...viPages, ...viDesign },
};

// Pages of our own never wait for words.
provideTexts('vi', vi);
provideEnglish(enLater);

/** Knows the words beside a ticket as well, so it serves wherever a `Translate` is asked for. */
export type PageTranslate = (key: PageTextKey | TextKey, params?: TextParams) => string;

/**
 * The translator of the extension's own pages.
 * @param language BCP 47; an unknown one falls back to its base language, then English.
 */
export function pageTranslator(language: string): PageTranslate {
  const catalogue: Readonly<Record<string, string>> = inLanguage(catalogues, language) ?? { ...enPages, ...enDesign };
  const beside = translator(language);
  return (key, params) => (Object.hasOwn(catalogue, key) ? fill(catalogue[key] ?? key, params) : beside(key as TextKey, params));
}
