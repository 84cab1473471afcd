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

describe('always open', () => {
  const calendar = {
    timeZone: 'Europe/Berlin',
    alwaysOpen: true,
    hours: { mon: [['09:00', '10:00']] },
    holidays: ['2026-12-25', '--05-01'],
    overrides: { '2026-12-24': [['09:00', '12:00']] },
    breaks: { '2026-12-28': [['10:00', '11:30']] },
  } as const;
  const at = (moment: string, op: string, expect: unknown) => ({ id: op, op, calendar, at: moment, expect });
  test.each([
    ['counts hours that are not written', at('2026-12-22T03:00:00+01:00', 'isOpen', true)],
    ['is closed on a holiday', at('2026-12-25T12:00:00+01:00', 'isOpen', false)],
    ['knows the holiday', at('2026-12-25T12:00:00+01:00', 'isHoliday', true)],
    ['knows the holiday of every year', at('2027-05-01T12:00:00+02:00', 'isHoliday', true)],
    ['has the hours of a date that has its own', at('2026-12-24T13:00:00+01:00', 'isOpen', false)],
    ['has its breaks', at('2026-12-28T10:30:00+01:00', 'onBreak', true)],
    ['closes at the start of a holiday', at('2026-04-01T00:00:00+02:00', 'nextClose', '2026-05-01T00:00:00+02:00')],
    ['opens when it ends', at('2026-12-24T12:00:00+01:00', 'rollForward', '2026-12-26T00:00:00+01:00')],
    [
      'does not count it',
      { id: 'dueAt', op: 'dueAt', calendar, start: '2026-12-24T11:00:00+01:00', seconds: 7200, expect: '2026-12-26T01:00:00+01:00' },
    ],
    [
      'does not count it back',
      { id: 'elapsed', op: 'elapsed', calendar, start: '2026-12-24T00:00:00+01:00', end: '2026-12-27T00:00:00+01:00', expectSeconds: 27 * 3600 },
    ],
  ])('%s', (_what, one) => {
    expect(runCase(one as unknown as Parameters<typeof runCase>[0])).toBeUndefined();
  });
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
