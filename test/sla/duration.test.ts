import { expect, test } from 'vitest';
import { parseDuration } from '../../lib/sla/duration.ts';

test.each([
  ['15m', 900_000],
  ['15 min', 900_000],
  ['2h', 7_200_000],
  ['1h30m', 5_400_000],
  ['1.5h', 5_400_000],
  ['1d', 86_400_000],
  ['2w', 1_209_600_000],
  ['immediate', 0],
  ['', undefined],
  ['soon', undefined],
  ['2', undefined],
  ['-2h', undefined],
])('%j is %j ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});
