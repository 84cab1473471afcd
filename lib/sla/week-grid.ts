/** The week of a calendar as a grid that is painted: which stretches are open, and a stretch painted open or closed. Pure. */
import type { CalendarSpec } from '../policy/schema.ts';

export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type WeekDay = (typeof weekDays)[number];
export type WeekHours = NonNullable<CalendarSpec['hours']>;

/** Minutes since Monday 00:00; the end may lie past the week's when Sunday's window runs into Monday. */
export interface WeekWindow {
  readonly start: number;
  readonly end: number;
}

const day = 1440;
const week = 7 * day;

/** Every window that can be read, Monday first. An end before its start runs into the next day; equal ones are no window. */
export function weekWindows(hours: WeekHours | undefined): WeekWindow[] {
  return weekDays.flatMap((name, index) =>
    (hours?.[name] ?? []).flatMap(([open, close]): WeekWindow[] => {
      const [from, to] = [minutesOf(open), minutesOf(close)];
      if (from === undefined || to === undefined || from === to || from === day) return [];
      return [{ start: index * day + from, end: index * day + (to < from ? to + day : to) }];
    }),
  );
}

/** How much of a stretch is open. @param from minutes since Monday 00:00 */
export function openness(windows: readonly WeekWindow[], from: number, to: number): 'open' | 'part' | 'closed' {
  let open = 0;
  const seen = new Set<number>();
  for (let minute = from; minute < to; minute += 5)
    if (windows.some(({ start, end }) => (minute >= start && minute < end) || (minute + week >= start && minute + week < end))) seen.add(minute);
  open = seen.size;
  if (open === 0) return windows.some(({ start, end }) => start < to && end > from) ? 'part' : 'closed';
  return open === Math.ceil((to - from) / 5) ? 'open' : 'part';
}

/**
 * The hours with one stretch painted. Windows that it does not touch stay as they were written; those it does are joined or cut.
 * @param from minutes since Monday 00:00 @param to after `from`, at most the end of the week
 */
export function painted(hours: WeekHours | undefined, from: number, to: number, open: boolean): WeekHours {
  const windows = weekWindows(hours);
  // what runs past Sunday night is also at the beginning of the week
  const wraps = windows.flatMap(({ start, end }) => (end > week ? [{ start: 0, end: end - week, of: start }] : []));
  const touched = ({ start, end }: WeekWindow): boolean => (open ? start <= to && end >= from : start < to && end > from);
  const wrapTouched = wraps.filter(touched);
  const straight: WeekWindow[] = windows.map((one) => {
    // a touched part after the week's end is a window of Monday's own from here on
    return wrapTouched.some(({ of }) => of === one.start) && one.end > week ? { start: one.start, end: week } : one;
  });
  const all = [...straight, ...wrapTouched.map(({ start, end }) => ({ start, end }))];
  const kept = all.filter((one) => !touched(one));
  const met = all.filter(touched);
  const changed = open
    ? [{ start: Math.min(from, ...met.map(({ start }) => start)), end: Math.max(to, ...met.map(({ end }) => end)) }]
    : met.flatMap(({ start, end }) => [...(start < from ? [{ start, end: from }] : []), ...(end > to ? [{ start: to, end }] : [])]);
  return hoursOf([...kept, ...changed].toSorted((a, b) => a.start - b.start));
}

/** Windows as the policy writes them: what lasts a day or longer is parted at midnight. */
export function hoursOf(windows: readonly WeekWindow[]): WeekHours {
  const hours: { [name in WeekDay]?: [string, string][] } = {};
  const put = (start: number, end: number): void => {
    const index = Math.floor(start / day) % 7;
    const name = weekDays[index] ?? 'mon';
    const from = start % day;
    const length = end - start;
    (hours[name] ??= []).push([timeText(from), from + length === day ? '24:00' : timeText((from + length) % day)]);
  };
  for (const { start, end } of windows) {
    let from = start;
    // a window may run past midnight, but not round to where it began
    while (end - from >= day && !(from % day === 0 && end - from === day)) {
      const midnight = (Math.floor(from / day) + 1) * day;
      put(from, midnight);
      from = midnight;
    }
    if (end > from) put(from, end);
  }
  return Object.fromEntries(weekDays.flatMap((name) => (hours[name] ? [[name, hours[name]]] : []))) as WeekHours;
}

/** `08:30` as minutes of the day, `24:00` as 1440; undefined when it is no time. */
export function minutesOf(time: string): number | undefined {
  if (time === '24:00') return day;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : undefined;
}

export const timeText = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
