import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileRule } from '../../lib/rules/compile.ts';
import { languageTables, withTables } from './language-tables.ts';
import { context } from './seed-rules.ts';

const path = new URL('../../docs/rule-language.md', import.meta.url);

describe('docs/rule-language.md', () => {
  test('has the tables of the product; UPDATE_DOCS=1 vitest run test/rules writes them', () => {
    const document = readFileSync(path, 'utf8');
    for (const name of Object.keys(languageTables)) expect(document).toContain(`<!-- table: ${name} -->`);
    const current = withTables(document);
    if (process.env.UPDATE_DOCS) writeFileSync(path, current);
    expect(readFileSync(path, 'utf8')).toBe(current);
  });

  const examples = [...readFileSync(path, 'utf8').matchAll(/```rule\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  test.each(examples)('shows a rule that is accepted: %s', (text) => {
    expect(compileRule('r', text, context).problems).toEqual([]);
  });
  test('shows rules at all', () => {
    expect(examples.length).toBeGreaterThan(3);
  });
});
