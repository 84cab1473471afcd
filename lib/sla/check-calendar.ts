/** Why a calendar cannot be used, in sentences for the lead who wrote it. Run when a policy is loaded. */
import type { CalendarSpec } from '../policy/schema.ts';
import { isZone } from '../zone.ts';
import { compileCalendar } from './calendar.ts';

export interface CalendarProblem {
  /** Below the calendar, e.g. `hours.mon[0]`. */
  readonly path: string;
  readonly message: string;
}

const days = new Set(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
/** Any instant will do: a calendar that opens at all opens within the years that the search covers. */
const anyInstant = Date.UTC(2024, 0, 1);

/** @returns every problem; empty when the calendar is sound. */
export function checkCalendar(spec: CalendarSpec): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  if (typeof spec.timeZone !== 'string' || !isZone(spec.timeZone))
    problems.push({
      path: 'timeZone',
      message: `"${String(spec.timeZone)}" is not a time zone; write an IANA name such as "Europe/Berlin" or "Asia/Ho_Chi_Minh".`,
    });
  for (const [name, windows] of Object.entries(spec.hours ?? {})) {
    if (!days.has(name)) problems.push({ path: `hours.${name}`, message: `"${name}" is not a day; use mon, tue, wed, thu, fri, sat, sun.` });
    checkWindows(windows, `hours.${name}`, problems);
  }
  for (const [index, date] of (spec.holidays ?? []).entries()) checkDate(date, `holidays[${index}]`, problems);
  for (const kind of ['overrides', 'breaks'] as const)
    for (const [date, windows] of Object.entries(spec[kind] ?? {})) {
      checkDate(date, `${kind}.${date}`, problems);
      checkWindows(windows, `${kind}.${date}`, problems);
    }
  if (
    !problems.length &&
    !spec.alwaysOpen &&
    compileCalendar(spec).nextOpen(anyInstant) === undefined &&
    !compileCalendar(spec).isOpen(anyInstant) &&
    !opensOnNamedDate(spec)
  )
    problems.push({
      path: 'hours',
      message: 'This calendar never opens, so no clock on it could ever run out. Give at least one day hours, or set alwaysOpen: true.',
    });
  return problems;
}

/** One-off opening dates may lie anywhere in time. */
function opensOnNamedDate(spec: CalendarSpec): boolean {
  return Object.keys(spec.overrides ?? {}).some(
    (date) => /^\d{4}/.test(date) && compileCalendar(spec).elapsed(Date.parse(date) - 2 * 86_400_000, Date.parse(date) + 3 * 86_400_000) > 0,
  );
}

function checkWindows(windows: unknown, path: string, problems: CalendarProblem[]): void {
  if (!Array.isArray(windows)) {
    problems.push({ path, message: 'Opening hours are a list of pairs such as [["09:00", "17:00"]].' });
    return;
  }
  for (const [index, window] of windows.entries()) {
    const [from, to] = Array.isArray(window) ? window : [];
    for (const time of [from, to])
      if (typeof time !== 'string' || !/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time))
        problems.push({ path: `${path}[${index}]`, message: `"${String(time)}" is not a time of day; write HH:MM from 00:00 to 24:00.` });
    if (from === '24:00') problems.push({ path: `${path}[${index}]`, message: 'A window cannot open at 24:00; use 00:00 of the next day.' });
  }
}

function checkDate(date: string, path: string, problems: CalendarProblem[]): void {
  const exact = /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : /^--\d{2}-\d{2}$/.test(date) ? `2024${date.slice(1)}` : '';
  const parsed = exact ? new Date(`${exact}T00:00:00Z`) : undefined;
  if (!parsed || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== exact)
    problems.push({ path, message: `"${date}" is not a date; write YYYY-MM-DD, or --MM-DD for every year.` });
}
