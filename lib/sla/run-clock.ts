/** One timer on a calendar: what is used, what is left, when it is due. The one place where that is computed. */
import type { Calendar, Pause } from './calendar.ts';

export interface TimerInput {
  readonly start: number;
  /** Open time promised, ms. */
  readonly targetMs: number;
  /** When it was stopped for good; absent = not yet. */
  readonly stop?: number;
  readonly pauses: readonly Pause[];
  readonly now: number;
}

export interface Timer {
  readonly dueAt?: number;
  readonly usedMs: number;
  readonly leftMs: number;
  /** Used share of the target in percent, not capped; a target of 0 is used up at once. */
  readonly percent: number;
  readonly pausedMs: number;
  readonly paused: boolean;
  /** Stopped or now later than due. */
  readonly late: boolean;
}

/**
 * Pauses count only up to the stop, so that a pause after the answer does not move the deadline that was met. A pause that is still
 * open moves the deadline by what it has lasted so far.
 */
export function runTimer(calendar: Calendar, { start, targetMs, stop, pauses, now }: TimerInput): Timer {
  const end = stop ?? now;
  const closed = pauses.flatMap(([from, to]): Pause[] => (from >= end ? [] : [[from, Math.min(to ?? end, end)]]));
  const dueAt = calendar.dueAt(start, targetMs, closed);
  const usedMs = calendar.elapsed(start, end, closed);
  return {
    ...(dueAt === undefined ? {} : { dueAt }),
    usedMs,
    leftMs: targetMs - usedMs,
    percent: targetMs > 0 ? (usedMs / targetMs) * 100 : 100,
    pausedMs: calendar.elapsed(start, end) - usedMs,
    paused: stop === undefined && pauses.some(([from, to]) => from <= now && (to === null || to > now)),
    late: dueAt !== undefined && end > dueAt,
  };
}
