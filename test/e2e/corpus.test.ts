/**
 * Pages that other people's software rendered, read in place from the folder that HANDRAIL_CORPUS names (they are never committed):
 * with adapters nothing may be wrong or missed, and the general reader alone must get the fields that decide.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareReading, type TrueTicket } from '../../scripts/compare-reading.ts';
import { pageCases, readPages } from '../../scripts/read.ts';

const corpus = process.env.HANDRAIL_CORPUS ?? '../shared/corpus';
const folders = existsSync(corpus)
  ? readdirSync(corpus, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(corpus, name))
  : [];
const truthOf = (folder: string, name: string): TrueTicket | null =>
  (JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { ticket: TrueTicket | null }).ticket;

describe.skipIf(folders.length === 0)('foreign pages', () => {
  test.each(folders.flatMap((folder) => [[folder, 'as chosen'] as const, [folder, 'generic'] as const]))(
    '%s is read right (adapters: %s)',
    async (folder, adapter) => {
      const wrong: string[] = [];
      let read = 0;
      for await (const { case: name, ...printed } of readPages(pageCases(folder), adapter === 'generic' ? { adapter } : {})) {
        read++;
        for (const miss of compareReading(printed, truthOf(folder, name)).misses)
          wrong.push(`${name} ${miss.field}: ${JSON.stringify(miss.read)}, true ${JSON.stringify(miss.truth)}`);
      }
      expect(read).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    },
  );
});
