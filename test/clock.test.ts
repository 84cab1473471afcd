/** The machine's clock, when somebody sets it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../lib/clock.ts';

const start = Date.parse('2026-11-25T10:00:00Z');
const hour = 3_600_000;
beforeEach(() => void vi.useFakeTimers({ now: start, toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

test.each([
  ['left alone', 0, 60_000],
  ['set back by an hour', -hour, 60_000],
  ['set forward by an hour', hour, 60_000],
])('a wait of a minute ends after a minute when the clock is %s', (_, shift, after) => {
  const act = vi.fn<() => void>();
  systemClock.at(start + 60_000, act, new AbortController().signal);
  vi.advanceTimersByTime(1000);
  vi.setSystemTime(start + 1000 + shift);
  vi.advanceTimersByTime(after - 1001);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(1);
});

test('a wait that is longer than a timer can be ends at its instant', () => {
  const act = vi.fn<() => void>();
  systemClock.at(start + 40 * 24 * hour, act, new AbortController().signal);
  vi.advanceTimersByTime(40 * 24 * hour - 1);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(1);
});
