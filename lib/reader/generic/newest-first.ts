/** Timelines write the day once and the clock beside each message: whether they show the newest first. */
import type { Day } from './time-anchors.ts';

/** So many clocks of a single day that each run backwards tell it. */
const enoughBackwards = 3;

/** The days tell, or the clocks of the only one: the newest stands first where all run backwards. */
export function newestFirst(days: readonly Day[]): boolean {
  const [only, ...others] = days.filter(({ clocks }) => clocks.length > 0);
  if (!only) return false;
  if (others.length > 0) return runBackwards([only, ...others].map(({ date }) => date));
  return only.clocks.length >= enoughBackwards && runBackwards(only.clocks.map(({ read }) => Date.parse(read.instant)));
}

const runBackwards = (list: readonly (string | number)[]): boolean => list.every((one, i) => i === 0 || one < (list[i - 1] ?? one));
