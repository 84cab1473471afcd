/**
 * Holidays from a calendar file (iCalendar, RFC 5545): all-day events are holidays, those that come back every year on their date are yearly
 * ones; what is not plain (events with a time, other repetitions, long stretches) is left to the person, with its dates.
 */
import { byCodeUnit } from '../text/by-code-unit.ts';
import ICAL from 'ical.js';

export interface IcsDay {
  readonly name: string;
  /** As a calendar's `holidays` write them: `2026-12-25`, or `--12-25` for every year. */
  readonly dates: readonly string[];
  /** Why a person has to decide; absent = a plain holiday. */
  readonly ask?: 'timed' | 'repeats' | 'long' | 'changed';
}

export interface IcsReading {
  readonly days: readonly IcsDay[];
  /** Single days before last year, which no ticket of today can need. */
  readonly past: number;
  /** Nothing could be read. */
  readonly problem?: 'not-ics' | 'too-long' | 'none';
}

const longestText = 2_000_000;
const mostEvents = 2_000;
/** Longer all-day stretches are rather a holiday season or a vacation than a public holiday. */
const mostDays = 7;
/** Repetitions that are no plain yearly ones are written out so far. */
const yearsAhead = 3;
const mostInstances = 400;

/**
 * Reads a calendar file. Total: what is no calendar is an answer.
 * @param now milliseconds since 1970: dates before last year are left out, repetitions are written out from there to three years ahead
 */
export function readIcs(text: string, now: number): IcsReading {
  if (text.length > longestText) return { days: [], past: 0, problem: 'too-long' };
  let events: ICAL.Event[];
  try {
    const root = new ICAL.Component(ICAL.parse(text.trim()) as unknown[]);
    if (root.name !== 'vcalendar') return { days: [], past: 0, problem: 'not-ics' };
    events = root
      .getAllSubcomponents('vevent')
      .slice(0, mostEvents)
      .map((component) => new ICAL.Event(component));
  } catch {
    return { days: [], past: 0, problem: 'not-ics' };
  }
  const thisYear = new Date(now).getUTCFullYear();
  const earliest = `${thisYear - 1}-01-01`;
  const latest = `${thisYear + yearsAhead}-12-31`;
  let past = 0;
  const days: IcsDay[] = [];
  for (const event of events) {
    const read = readEvent(event, earliest, latest);
    if (!read) continue;
    if (read.dates.length === 0) past++;
    else if (!days.some(({ name, dates }) => name === read.name && dates.join() === read.dates.join())) days.push(read);
  }
  return {
    days: days.toSorted((a, b) => byCodeUnit(a.dates[0] ?? '', b.dates[0] ?? '')),
    past,
    ...(days.length === 0 && { problem: 'none' as const }),
  };
}

/** undefined: no event that takes place. */
function readEvent(event: ICAL.Event, earliest: string, latest: string): IcsDay | undefined {
  const { component, startDate } = event;
  if (!startDate || /^cancelled$/i.test(String(component.getFirstPropertyValue('status') ?? ''))) return undefined;
  const name = (event.summary ?? '').replace(/\s+/g, ' ').trim().slice(0, 120);
  const within = (dates: readonly string[]): string[] => [...new Set(dates)].filter((date) => date >= earliest && date <= latest);
  try {
    // an exception to a repetition belongs to another event of the file
    if (event.isRecurrenceException()) return { name, dates: within(datesOf(startDate, event.endDate)), ask: 'changed' };
    const long = datesOf(startDate, event.endDate).length > mostDays;
    if (!event.isRecurring()) {
      const dates = within(datesOf(startDate, event.endDate));
      return { name, dates, ...(!startDate.isDate ? { ask: 'timed' as const } : long ? { ask: 'long' as const } : {}) };
    }
    if (startDate.isDate && isPlainYearly(component) && !long)
      return { name, dates: datesOf(startDate, event.endDate).map((date) => `-${date.slice(4)}`) };
    return { name, dates: within(instances(event, latest)), ask: startDate.isDate ? 'repeats' : 'timed' };
  } catch {
    return undefined;
  }
}

/** Every year on its date, for ever. */
function isPlainYearly(component: ICAL.Component): boolean {
  const rules = component.getAllProperties('rrule');
  const rule = rules[0]?.getFirstValue();
  if (rules.length !== 1 || component.hasProperty('exdate') || component.hasProperty('rdate') || !(rule instanceof ICAL.Recur)) return false;
  const parts = Object.keys(rule.parts);
  const start = component.getFirstPropertyValue('dtstart');
  const sameDate =
    start instanceof ICAL.Time &&
    parts.every((part) => {
      const values = rule.parts[part as keyof typeof rule.parts] as unknown as number[];
      return (part === 'BYMONTH' && values.join() === String(start.month)) || (part === 'BYMONTHDAY' && values.join() === String(start.day));
    });
  return rule.freq === 'YEARLY' && rule.interval === 1 && rule.count === null && rule.until === null && sameDate;
}

function instances(event: ICAL.Event, latest: string): string[] {
  const iterator = event.iterator();
  const dates: string[] = [];
  for (let count = 0; count < mostInstances; count++) {
    const at = iterator.next();
    if (!at || dateText(at) > latest) break;
    const { startDate, endDate } = event.getOccurrenceDetails(at);
    dates.push(...datesOf(startDate, endDate));
  }
  return dates;
}

/** Every date of an event; the end of an all-day event is the day after its last. */
function datesOf(start: ICAL.Time, end: ICAL.Time | null): string[] {
  const dates = [dateText(start)];
  const last = end ?? start;
  const day = new ICAL.Time({ year: start.year, month: start.month, day: start.day, isDate: true }, ICAL.Timezone.localTimezone);
  for (let count = 0; count < 366; count++) {
    day.adjust(1, 0, 0, 0);
    const text = dateText(day);
    const over = start.isDate || (last.hour === 0 && last.minute === 0) ? text >= dateText(last) : text > dateText(last);
    if (over) break;
    dates.push(text);
  }
  return dates;
}

const dateText = ({ year, month, day }: ICAL.Time): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
