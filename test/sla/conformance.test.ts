/** The neutral conformance cases: our own always, those of other systems where their folder is at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runCase } from '../../scripts/conformance.ts';

const own = fileURLToPath(new URL('./cases', import.meta.url));
const foreign = process.env.HANDRAIL_SLA_CASES ?? fileURLToPath(new URL('../../../shared/sla-cases', import.meta.url));
const files = [own, foreign].filter(existsSync).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name)),
);

describe.each(files)('%s', (file) => {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Parameters<typeof runCase>[0][] };
  test.each(cases.filter(({ special, op }) => !special && op !== 'condition').map((one) => [one.id, one.op, one] as const))(
    '%s %s',
    (_id, _op, one) => {
      expect(runCase(one)).toBeUndefined();
    },
  );
});

describe('a case that does not hold', () => {
  test.each([
    [
      'a wrong deadline',
      {
        id: 'x',
        op: 'dueAt',
        calendar: { timeZone: 'UTC', alwaysOpen: true },
        start: '2026-01-01T00:00:00Z',
        seconds: 60,
        expect: '2026-01-01T00:00:00Z',
      },
      /expected/,
    ],
    ['an unknown operation', { id: 'x', op: 'guess' }, /no operation/],
    [
      'an attempt that is not refused',
      { id: 'x', op: 'error', calendar: { timeZone: 'UTC', alwaysOpen: true }, start: '2026-01-01T00:00:00Z', attempt: { op: 'dueAt', seconds: 60 } },
      /not refused/,
    ],
  ])('%s is told', (_what, one, says) => {
    expect(runCase(one)).toMatch(says);
  });
});
