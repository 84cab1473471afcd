/** What the stores show: taken from the manifest by Chrome and Edge, typed from docs/store elsewhere, so that both must say the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const listing = (language: string): string => readFileSync(join(root, `docs/store/listing.${language}.md`), 'utf8');
const pictures = join(root, 'docs/store/screenshots');

/** The line behind the bold word that stands `index`-th. */
const entry = (text: string, index: number): string | undefined => [...text.matchAll(/^\*\*.+\*\* \(.*\)\n(.+)$/gm)][index]?.[1];

describe.each(['en', 'vi'])('the listing in %s', (language) => {
  const words = JSON.parse(readFileSync(join(root, `public/_locales/${language}/messages.json`), 'utf8')) as Record<
    'name' | 'description',
    { readonly message: string }
  >;

  test.each([
    ['name', 0, 50],
    ['description', 1, 132],
  ] as const)('%s is the manifest’s and no longer than every store takes', (member, index, most) => {
    expect(entry(listing(language), index)).toBe(words[member].message);
    expect(words[member].message.length).toBeLessThanOrEqual(most);
  });

  test('has five pictures of the size that the stores ask for', () => {
    const own = readdirSync(pictures).filter((name) => name.startsWith(`${language}-`));
    expect(own).toHaveLength(5);
    for (const name of own) {
      const png = readFileSync(join(pictures, name));
      expect([name, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([name, 1280, 800]);
    }
  });
});
