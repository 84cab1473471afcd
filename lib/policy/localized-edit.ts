/** Editing a text that may be given in several languages. */
import type { Localized } from './schema.ts';

/** Languages to offer for a text: the team's, then those it has besides. */
export function languagesOf(value: Localized | undefined, team: readonly string[], own: string): string[] {
  return [...new Set([...team, ...(value === undefined ? [] : typeof value === 'string' ? [own] : Object.keys(value))])];
}

/** The text in exactly this language, empty when it has none. @param own language of texts given in one language only */
export function textIn(value: Localized | undefined, language: string, own: string): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return language === own ? value : '';
  return value[language] ?? '';
}

/**
 * The text with `text` in `language`. An empty one leaves; when nothing is left the text is empty, and undefined where it may be absent.
 * @param own language of texts given in one language only: such a text stays a plain one
 */
export function withText(value: Localized | undefined, language: string, text: string, own: string): Localized | undefined {
  const all = typeof value === 'string' ? { [own]: value } : { ...value };
  const { [language]: _, ...others } = all;
  const filled = Object.entries(language in all ? { ...all, [language]: text } : { ...others, [language]: text }).filter(([, one]) => one !== '');
  if (filled.length === 0) return undefined;
  if ((typeof value === 'string' || value === undefined) && filled.length === 1 && filled[0]?.[0] === own) return filled[0][1];
  return Object.fromEntries(filled);
}
