import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../scripts/write-schemas.ts';

const root = join(import.meta.dirname, '../..');
const readText = (path: string) => readFileSync(join(root, path), 'utf8');
const files = generatedFiles(readText('docs/write-a-policy.md'));

test.each(Object.keys(files).filter((path) => path.endsWith('.json')))('%s is what the schema says (node scripts/write-schemas.ts)', (path) => {
  expect(JSON.parse(readText(path))).toEqual(JSON.parse(files[path] ?? ''));
});

test('the reference table of the docs is what the schema says (node scripts/write-schemas.ts)', () => {
  expect(readText('docs/write-a-policy.md')).toBe(files['docs/write-a-policy.md']);
});

test('managed storage is described with nothing but what browsers know', () => {
  const words = new Set<string>();
  const walk = (schema: object): void => {
    for (const [word, value] of Object.entries(schema)) {
      words.add(word);
      if (word === 'items') walk(value as object);
      if (word === 'properties') for (const member of Object.values(value as Record<string, object>)) walk(member);
    }
  };
  walk(JSON.parse(readText('public/managed-schema.json')) as object);
  expect([...words].sort()).toEqual(['description', 'items', 'properties', 'type']);
});
