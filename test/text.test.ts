import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages, localize, translator } from '../lib/text.ts';
import { enDesign } from '../lib/text/en-design.ts';
import { enLater } from '../lib/text/en-later.ts';
import { en as enTicket, enPages } from '../lib/text/en.ts';
import { viDesign } from '../lib/text/vi-design.ts';
import { vi as viTicket, viPages } from '../lib/text/vi.ts';

const en = { ...enTicket, ...enLater, ...enPages, ...enDesign };
const vi = { ...viTicket, ...viPages, ...viDesign };
const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, vi };
const root = join(import.meta.dirname, '..');

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/^text[/\\](en|vi)(-\w+)?\.ts$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
}
const sources = ['lib', 'components', 'entrypoints', 'scripts'].flatMap(sourcesIn).join('\n');
/** Heads of computed keys: `doc.field.${id}` uses every key that starts with `doc.field.`. */
const computed = [...sources.matchAll(/[`']([a-z][\w-]*(?:\.[\w-]+)*\.)\$\{/g)].map((match) => match[1] ?? '');

const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('the catalogues', () => {
  test('are all registered', () => {
    expect([...languages].sort()).toEqual(Object.keys(catalogues).sort());
  });

  test('have no key in both parts', () => {
    const keys = [enTicket, enLater, enPages, enDesign].flatMap((part) => Object.keys(part));
    expect(keys.filter((key, index) => keys.indexOf(key) < index)).toEqual([]);
  });

  test.each(Object.keys(catalogues))('%s has every key of the reference and no other', (language) => {
    expect(Object.keys(catalogues[language] ?? {}).sort()).toEqual(Object.keys(en).sort());
  });

  test.each(Object.keys(catalogues))('%s has the same places to fill in every text', (language) => {
    const differing = Object.entries(en).filter(([key, text]) => places(text).join() !== places(catalogues[language]?.[key] ?? '').join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test.each(Object.keys(catalogues))('%s leaves no text empty', (language) => {
    expect(Object.entries(catalogues[language] ?? {}).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('have no key that nothing uses', () => {
    const used = (key: string): boolean =>
      sources.includes(`'${key}'`) || sources.includes(`'${key.replace(/\.(one|other)$/, '')}'`) || computed.some((head) => key.startsWith(head));
    expect(Object.keys(en).filter((key) => !used(key))).toEqual([]);
  });

  test('write Vietnamese in composed letters, as every other part compares them', () => {
    expect(Object.entries(vi).filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });
});

describe('the translator', () => {
  test.each([
    ['vi-VN', 'còn 5 phút'],
    ['en-US', '5 min left'],
    ['xx', '5 min left'],
  ])('falls back from %s', (language, expected) => {
    const t = translator(language);
    expect(t('clock.left', { duration: t('time.minutes', { n: 5 }) })).toBe(expected);
  });

  test('leaves a place visible when nothing fills it, and fills text that looks like a place only once', () => {
    expect(translator('en')('clock.left')).toBe('{duration} left');
    expect(translator('en')('verdict.because', { reasons: '{reasons} $& $1' })).toBe('{reasons} $& $1.');
  });

  test('takes a policy text in the language at hand, then English, then any', () => {
    expect(localize({ en: 'Frontline', vi: 'Tuyến đầu' }, 'vi-VN')).toBe('Tuyến đầu');
    expect(localize({ en: 'Frontline' }, 'vi')).toBe('Frontline');
    expect(localize({ de: 'Erste Linie' }, 'vi')).toBe('Erste Linie');
  });
});
