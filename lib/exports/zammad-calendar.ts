/** A calendar of the policy as Zammad's API takes it: https://docs.zammad.org/en/latest/api/calendar.html */
import { byCodeUnit } from '../text/by-code-unit.ts';
import type { CalendarSpec } from '../policy/schema.ts';
import { localize } from '../text.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * Hours over midnight become two windows, since a day's hours end with the day in Zammad.
 * @param leave told of parts that have no place there
 */
export function zammadCalendar(id: string, spec: CalendarSpec, leave: (what: string) => void, language: string): unknown {
  const windows = new Map(days.map((day) => [day, [] as [string, string][]]));
  for (const [at, day] of days.entries())
    for (const [from, to] of spec.alwaysOpen ? [['00:00', '24:00'] as const] : (spec.hours?.[day] ?? [])) {
      if (to > from) windows.get(day)?.push([from, to]);
      else {
        windows.get(day)?.push([from, '24:00']);
        if (to !== '00:00') windows.get(days[(at + 1) % 7] ?? 'mon')?.push(['00:00', to]);
      }
    }
  const holidays = (spec.holidays ?? []).filter((date) => {
    if (/^\d{4}-/.test(date)) return true;
    leave(date);
    return false;
  });
  for (const part of ['overrides', 'breaks'] as const) for (const date of Object.keys(spec[part] ?? {})) leave(`${part} ${date}`);
  return {
    name: `Handrail: ${spec.name === undefined ? id : localize(spec.name, language)}`,
    timezone: spec.timeZone,
    business_hours: Object.fromEntries(
      days.map((day) => {
        const own = (windows.get(day) ?? []).toSorted(([a], [b]) => byCodeUnit(a, b));
        return [day, { active: own.length > 0, timeframes: own.length > 0 ? own : [['09:00', '17:00']] }];
      }),
    ),
    public_holidays: Object.fromEntries(holidays.map((date) => [date, { active: true, summary: date }])),
    default: false,
  };
}
