/** Why a calendar cannot be used, in sentences for the lead who wrote it. Run when a policy is loaded. */
import type { PageTranslate } from '../extension-text.ts';
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
export function checkCalendar(spec: CalendarSpec, t: PageTranslate): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  if (typeof spec.timeZone !== 'string' || !isZone(spec.timeZone))
    problems.push({
      path: 'timeZone',
      message: t('calendarProblem.zone', { found: String(spec.timeZone) }),
    });
  for (const [name, windows] of Object.entries(spec.hours ?? {})) {
    if (!days.has(name)) problems.push({ path: `hours.${name}`, message: t('calendarProblem.day', { found: name }) });
    checkWindows(windows, `hours.${name}`, problems, t);
  }
  for (const [index, date] of (spec.holidays ?? []).entries()) checkDate(date, `holidays[${index}]`, problems, t);
  for (const kind of ['overrides', 'breaks'] as const)
    for (const [date, windows] of Object.entries(spec[kind] ?? {})) {
      checkDate(date, `${kind}.${date}`, problems, t);
      checkWindows(windows, `${kind}.${date}`, problems, t);
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
      message: t('calendarProblem.neverOpens'),
    });
  return problems;
}

/** One-off opening dates may lie anywhere in time. */
function opensOnNamedDate(spec: CalendarSpec): boolean {
  return Object.keys(spec.overrides ?? {}).some(
    (date) => /^\d{4}/.test(date) && compileCalendar(spec).elapsed(Date.parse(date) - 2 * 86_400_000, Date.parse(date) + 3 * 86_400_000) > 0,
  );
}

function checkWindows(windows: unknown, path: string, problems: CalendarProblem[], t: PageTranslate): void {
  if (!Array.isArray(windows)) {
    problems.push({ path, message: t('calendarProblem.windows') });
    return;
  }
  for (const [index, window] of windows.entries()) {
    const [from, to] = Array.isArray(window) ? window : [];
    for (const time of [from, to])
      if (typeof time !== 'string' || !/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time))
        problems.push({ path: `${path}[${index}]`, message: t('calendarProblem.time', { found: String(time) }) });
    if (from === '24:00') problems.push({ path: `${path}[${index}]`, message: t('calendarProblem.opensAt24') });
  }
}

function checkDate(date: string, path: string, problems: CalendarProblem[], t: PageTranslate): void {
  const exact = /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : /^--\d{2}-\d{2}$/.test(date) ? `2024${date.slice(1)}` : '';
  const parsed = exact ? new Date(`${exact}T00:00:00Z`) : undefined;
  if (!parsed || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== exact)
    problems.push({ path, message: t('calendarProblem.date', { found: date }) });
}
