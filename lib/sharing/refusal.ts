/** Why a published policy changed nothing, and the sentence for it. */
import type { PageTranslate } from '../extension-text.ts';
import { dateLocale } from '../text/format.ts';

export type Refusal =
  | {
      readonly kind:
        | 'offline'
        | 'slow'
        | 'redirect'
        | 'not-text'
        | 'web-page'
        | 'empty'
        | 'broken'
        | 'bad-signature'
        | 'unsigned'
        | 'unsupported'
        | 'no-permission';
    }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'too-large'; readonly most: number }
  | { readonly kind: 'other-key'; readonly found: string; readonly pinned: string }
  | { readonly kind: 'expired'; readonly at: string }
  | { readonly kind: 'stale'; readonly version: number; readonly seen: number }
  | { readonly kind: 'changed'; readonly version: number }
  | { readonly kind: 'other-id'; readonly found: string; readonly expected: string }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** @param language of dates in the sentence */
export function refusalText(why: Refusal, t: PageTranslate, language: string): string {
  switch (why.kind) {
    case 'status':
      if (why.status === 404 || why.status === 410) return t('sharing.refused.404', { status: why.status });
      if (why.status === 401 || why.status === 403) return t('sharing.refused.403', { status: why.status });
      return t('sharing.refused.status', { status: why.status });
    case 'too-large':
      return t('sharing.refused.too-large', { most: why.most / 1_000_000 });
    case 'other-key':
      return t('sharing.refused.other-key', { found: why.found, pinned: why.pinned });
    case 'expired':
      return t('sharing.refused.expired', { at: dateText(why.at, language) });
    case 'stale':
      return t('sharing.refused.stale', { version: why.version, seen: why.seen });
    case 'changed':
      return t('sharing.refused.changed', { version: why.version });
    case 'other-id':
      return t('sharing.refused.other-id', { found: why.found, expected: why.expected });
    case 'problems':
      return t('sharing.refused.problems', { problem: why.problems[0] ?? '', count: why.problems.length });
    default:
      return t(`sharing.refused.${why.kind}`);
  }
}

/** An instant as people of the language write it. */
export function dateText(instant: string, language: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : new Intl.DateTimeFormat(dateLocale(language), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
