/**
 * Business time over a calendar. All instants are milliseconds since 1970; all durations milliseconds.
 *
 * Semantics: a day not named is closed; `24:00` ends the day; an end before its start runs into the next day and belongs to the
 * day it starts on; overlapping windows count once; a holiday closes its date, an override replaces its hours, an exact date
 * beats a yearly one, a holiday beats an override; breaks are cut out of whatever is open on their date; windows are half open.
 * `alwaysOpen` takes the place of the hours, not of the named dates.
 *
 * Open time is kept as running sums per local day, extended on demand, so that after the first look a span costs two binary
 * searches whatever its length.
 */
import type { CalendarSpec } from '../policy/schema.ts';
import { type ZoneOffsets, zoneOffsets } from './zone-offsets.ts';

export type Span = readonly [from: number, to: number];
/** A pause; an open end lasts for ever. */
export type Pause = readonly [from: number, to: number | null];

const minute = 60_000;
const day = 86_400_000;
/** Days on either side of the first look that are searched for open time: far beyond any promise, and a bound on the work. */
const farthestDays = 150_000;
/** A calendar that has been closed this long has no further opening (a yearly Feb 29 recurs within 8 years). */
const longestClosedDays = 366 * 9;
/** Outside it (some 270,000 years away) there are no dates. */
const latestInstant = 8.6e15;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export interface Calendar {
  /** When `ms` of open time after `start` is used up; counts back when negative; zero rolls to the next open instant. undefined: never. */
  dueAt(start: number, ms: number, pauses?: readonly Pause[]): number | undefined;
  /** Open time between two instants without the pauses; 0 when `end` is not after `start`. */
  elapsed(start: number, end: number, pauses?: readonly Pause[]): number;
  isOpen(at: number): boolean;
  isHoliday(at: number): boolean;
  onBreak(at: number): boolean;
  /** `at` itself if open, else the next opening. */
  rollForward(at: number): number | undefined;
  /** `at` itself if open or exactly at a close, else the last close. */
  rollBackward(at: number): number | undefined;
  /** The next or previous edge, strictly. */
  nextOpen(at: number): number | undefined;
  nextClose(at: number): number | undefined;
  prevOpen(at: number): number | undefined;
  prevClose(at: number): number | undefined;
  /** The first `count` open intervals after `at`, the first clipped at `at`. */
  periodsAfter(at: number, count: number): Span[];
  /** The last `count` open intervals before `at`, newest first, the first clipped at `at`. */
  periodsBefore(at: number, count: number): Span[];
  /** Moves by open dates keeping the wall clock, then rolls forward; `endOfDay`: that date's last close. */
  addBusinessDays(start: number, days: number, endOfDay?: boolean): number | undefined;
}

/** Whether every hour of every day counts: always open, and no date is named on which it is not. */
export const neverCloses = (spec: CalendarSpec): boolean => spec.alwaysOpen === true && !namesDates(spec);

const namesDates = ({ holidays = [], overrides = {}, breaks = {} }: CalendarSpec): boolean =>
  holidays.length + Object.keys(overrides).length + Object.keys(breaks).length > 0;

const compiled = new WeakMap<CalendarSpec, Calendar>();

/** The calendar of a specification, made once. An unknown zone is read as UTC here: `checkCalendar` refuses it when the policy is loaded. */
export function compileCalendar(spec: CalendarSpec): Calendar {
  let calendar = compiled.get(spec);
  if (!calendar) {
    calendar = neverCloses(spec) ? alwaysOpen(spec) : new WeeklyCalendar(spec);
    compiled.set(spec, calendar);
  }
  return calendar;
}

/** The instant at which the wall clock of a zone shows `wall` (`2026-03-29T02:30:00`). undefined when either is not readable. */
export function wallToInstant(zone: string, wall: string): number | undefined {
  const asUtc = Date.parse(/T/.test(wall) ? `${wall}Z` : `${wall}T00:00:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  try {
    return zoneOffsets(zone).instantOf(asUtc);
  } catch {
    return undefined;
  }
}

/** Pauses sorted, merged and without empty ones; an open end is Infinity. */
export function mergePauses(pauses: readonly Pause[]): [number, number][] {
  const sorted = pauses
    .map(([from, to]): [number, number] => [from, to ?? Number.POSITIVE_INFINITY])
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const previous = merged.at(-1);
    if (previous && from <= previous[1]) previous[1] = Math.max(previous[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

class DateRules {
  readonly #holidays: ReadonlySet<string>;
  readonly #spec: CalendarSpec;
  constructor(spec: CalendarSpec) {
    this.#spec = spec;
    this.#holidays = new Set(spec.holidays ?? []);
  }
  isHoliday(localDay: number): boolean {
    if (!this.#holidays.size) return false;
    const date = isoDate(localDay);
    return this.#holidays.has(date) || this.#holidays.has(`-${date.slice(4)}`);
  }
  override(localDay: number): readonly (readonly [string, string])[] | undefined {
    return forDate(this.#spec.overrides, localDay);
  }
  breaks(localDay: number): readonly (readonly [string, string])[] | undefined {
    return forDate(this.#spec.breaks, localDay);
  }
}

class WeeklyCalendar implements Calendar {
  readonly #zone: ZoneOffsets;
  readonly #week: readonly (readonly Span[])[];
  readonly #dates: DateRules;
  readonly #hasExceptions: boolean;
  readonly #hasBreaks: boolean;
  /** Local day from which the running sums count, set by the first look. */
  #base: number | undefined;
  /** Open intervals of day base+i, and of base-1-i. */
  readonly #after: (readonly Span[])[] = [];
  readonly #before: (readonly Span[])[] = [];
  /** Open ms from the base to the start of day base+i; and, negative, to the start of base-i. */
  readonly #sumAfter: number[] = [0];
  readonly #sumBefore: number[] = [0];

  constructor(spec: CalendarSpec) {
    this.#zone = offsetsOrUtc(spec.timeZone);
    this.#dates = new DateRules(spec);
    this.#hasBreaks = Object.keys(spec.breaks ?? {}).length > 0;
    this.#hasExceptions = namesDates(spec);
    this.#week = weekdays.map((name) => toMinutes(spec.alwaysOpen ? [['00:00', '24:00']] : (spec.hours?.[name] ?? [])));
  }

  dueAt(start: number, ms: number, pauses: readonly Pause[] = []): number | undefined {
    if (!Number.isFinite(start) || !Number.isFinite(ms)) return undefined;
    const merged = mergePauses(pauses);
    return ms < 0 ? this.#countBack(start, -ms, merged) : this.#countOn(start, ms, merged);
  }

  #countOn(start: number, ms: number, pauses: readonly (readonly [number, number])[]): number | undefined {
    let from = start;
    let left = ms;
    for (const [pausedFrom, pausedTo] of pauses) {
      if (pausedTo <= from) continue;
      if (pausedFrom > from) {
        const open = this.elapsed(from, pausedFrom);
        if (left > 0 ? open >= left : open > 0) return this.#plain(from, left);
        left -= open;
      }
      if (pausedTo === Number.POSITIVE_INFINITY) return undefined;
      from = pausedTo;
    }
    return this.#plain(from, left);
  }

  #countBack(start: number, ms: number, pauses: readonly (readonly [number, number])[]): number | undefined {
    let to = start;
    let left = ms;
    for (const [pausedFrom, pausedTo] of pauses.toReversed()) {
      if (pausedFrom >= to) continue;
      if (pausedTo < to) {
        const open = this.elapsed(pausedTo, to);
        if (open >= left) return this.#plainBack(to, left);
        left -= open;
      }
      to = pausedFrom;
    }
    return this.#plainBack(to, left);
  }

  #plain(start: number, ms: number): number | undefined {
    if (ms === 0) return this.rollForward(start);
    const target = this.#openUntil(start) + ms;
    // The smallest instant by which `target` is used up lies in the first day whose end reaches it.
    const local = this.#firstDay((localDay) => this.#sum(localDay + 1) >= target, this.#dayOf(start) - 1, target);
    if (local === undefined) return undefined;
    let used = this.#sum(local);
    for (const [from, to] of this.#day(local)) {
      if (used + (to - from) >= target) return from + (target - used);
      used += to - from;
    }
    return undefined;
  }

  #plainBack(start: number, ms: number): number | undefined {
    const target = this.#openUntil(start) - ms;
    const origin = this.#dayOf(start) + 1;
    let localDay = origin;
    let stride = 1;
    // Gallop back to a day whose start lies at or before the target, then search between.
    while (this.#sum(localDay) > target) {
      if (origin - localDay > farthestDays) return undefined;
      localDay -= stride;
      stride *= 2;
    }
    let low = localDay;
    let high = origin;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#sum(middle) <= target) low = middle;
      else high = middle;
    }
    // The last day whose start is at or before the target may itself be closed; the opening then lies further ahead.
    for (let candidate = high; candidate >= low - longestClosedDays; candidate--) {
      let used = this.#sum(candidate);
      if (used > target) continue;
      let found: number | undefined;
      for (const [from, to] of this.#day(candidate)) {
        if (used <= target && target < used + (to - from)) found = from + (target - used);
        used += to - from;
      }
      if (found !== undefined) return found;
    }
    return undefined;
  }

  elapsed(start: number, end: number, pauses: readonly Pause[] = []): number {
    if (!(end > start)) return 0;
    let open = this.#openUntil(end) - this.#openUntil(start);
    for (const [from, to] of mergePauses(pauses)) {
      const clippedFrom = Math.max(from, start);
      const clippedTo = Math.min(to, end);
      if (clippedTo > clippedFrom) open -= this.#openUntil(clippedTo) - this.#openUntil(clippedFrom);
    }
    return open;
  }

  isOpen(at: number): boolean {
    return this.#around(at).some(([from, to]) => from <= at && at < to);
  }
  isHoliday(at: number): boolean {
    return this.#dates.isHoliday(this.#dayOf(at));
  }
  onBreak(at: number): boolean {
    if (!this.#hasBreaks) return false;
    const localDay = this.#dayOf(at);
    return [localDay - 1, localDay].some((one) =>
      this.#spans(one, toMinutes(this.#dates.breaks(one) ?? [])).some(([from, to]) => from <= at && at < to),
    );
  }
  rollForward(at: number): number | undefined {
    if (this.isOpen(at)) return at;
    const edge = this.#merged(at, 1).find(([from]) => from > at);
    return edge?.[0];
  }
  rollBackward(at: number): number | undefined {
    if (this.isOpen(at)) return at;
    return this.#merged(at, -1)
      .toReversed()
      .find(([, to]) => to <= at)?.[1];
  }
  nextOpen(at: number): number | undefined {
    return this.#merged(at, 1).find(([from]) => from > at)?.[0];
  }
  nextClose(at: number): number | undefined {
    return finite(this.#merged(at, 1).find(([, to]) => to > at)?.[1]);
  }
  prevOpen(at: number): number | undefined {
    return finite(
      this.#merged(at, -1)
        .toReversed()
        .find(([from]) => from < at)?.[0],
    );
  }
  prevClose(at: number): number | undefined {
    return this.#merged(at, -1)
      .toReversed()
      .find(([, to]) => to < at)?.[1];
  }

  periodsAfter(at: number, count: number): Span[] {
    const found: Span[] = [];
    const origin = this.#dayOf(at);
    let closed = 0;
    for (let localDay = origin - 1; found.length < count && closed < longestClosedDays; localDay++) {
      const spans = this.#day(localDay).filter(([, to]) => to > at);
      closed = spans.length ? 0 : closed + 1;
      for (const [from, to] of spans) found.push([Math.max(from, at), to]);
    }
    return found.slice(0, count);
  }
  periodsBefore(at: number, count: number): Span[] {
    const found: Span[] = [];
    const origin = this.#dayOf(at);
    let closed = 0;
    for (let localDay = origin + 1; found.length < count && closed < longestClosedDays; localDay--) {
      const spans = this.#day(localDay).filter(([from]) => from < at);
      closed = spans.length ? 0 : closed + 1;
      for (const [from, to] of spans.toReversed()) found.push([from, Math.min(to, at)]);
    }
    return found.slice(0, count);
  }

  addBusinessDays(start: number, days: number, endOfDay = false): number | undefined {
    const wall = start + this.#zone.at(start);
    let localDay = Math.floor(wall / day);
    const timeOfDay = wall - localDay * day;
    const direction = days < 0 ? -1 : 1;
    let closed = 0;
    for (let left = Math.abs(days); left > 0; ) {
      localDay += direction;
      if (this.#day(localDay).length) {
        left--;
        closed = 0;
      } else if (++closed > longestClosedDays) return undefined;
    }
    if (!endOfDay) return this.rollForward(this.#zone.instantOf(localDay * day + timeOfDay));
    const close = this.#day(localDay).at(-1)?.[1];
    return close ?? this.nextClose(this.#zone.instantOf(localDay * day + timeOfDay));
  }

  #dayOf(at: number): number {
    if (Math.abs(at) > latestInstant) return Math.sign(at) * Math.floor(latestInstant / day);
    return Math.floor((at + this.#zone.at(at)) / day);
  }

  /** Open ms from the base to `at`. */
  #openUntil(at: number): number {
    const localDay = this.#dayOf(at);
    let sum = this.#sum(localDay - 1);
    for (let one = localDay - 1; one <= localDay + 1; one++) for (const [from, to] of this.#day(one)) if (from < at) sum += Math.min(to, at) - from;
    return sum;
  }

  /** The first day after `from` for which `reached` holds (it holds for all later ones), or undefined when open time runs out. */
  #firstDay(reached: (localDay: number) => boolean, from: number, target: number): number | undefined {
    let low = from - 1;
    let high = from;
    let stride = 1;
    let sumBefore = Number.NaN;
    while (!reached(high)) {
      if (high - from > farthestDays) return undefined;
      // no open time in the longest possible closed stretch: there will be none
      const sum = this.#sum(high + 1);
      if (stride > longestClosedDays && sum === sumBefore) return undefined;
      sumBefore = sum;
      low = high;
      high += stride;
      stride = Math.min(stride * 2, longestClosedDays * 2);
    }
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (reached(middle)) high = middle;
      else low = middle;
    }
    // the first days may have reached it already when the base lies inside them
    return this.#sum(high + 1) >= target ? high : undefined;
  }

  /** Open ms from the base to the start of `localDay`; the day's own intervals count from there. */
  #sum(localDay: number): number {
    this.#base ??= localDay;
    // beyond the farthest day nothing is known to open, so the sums stand still there
    const index = Math.max(-farthestDays, Math.min(farthestDays, localDay - this.#base));
    if (index >= 0) {
      for (let next = this.#sumAfter.length; next <= index; next++)
        this.#sumAfter.push((this.#sumAfter[next - 1] ?? 0) + length(this.#day(this.#base + next - 1)));
      return this.#sumAfter[index] ?? 0;
    }
    for (let next = this.#sumBefore.length; next <= -index; next++)
      this.#sumBefore.push((this.#sumBefore[next - 1] ?? 0) - length(this.#day(this.#base - next)));
    return this.#sumBefore[-index] ?? 0;
  }

  /** The open intervals that belong to a local day: disjoint from the days before, ordered. */
  #day(localDay: number): readonly Span[] {
    this.#base ??= localDay;
    const index = localDay - this.#base;
    if (Math.abs(index) > farthestDays + longestClosedDays) return [];
    const store = index >= 0 ? this.#after : this.#before;
    const place = index >= 0 ? index : -1 - index;
    let spans = store[place];
    if (!spans) {
      spans = this.#readDay(localDay);
      store[place] = spans;
    }
    return spans;
  }

  #readDay(localDay: number): readonly Span[] {
    const windows = this.#windows(localDay);
    const yesterday = this.#windows(localDay - 1).filter(([, to]) => to > 1440);
    if (!windows.length) return [];
    let spans = union(this.#spans(localDay, windows));
    if (yesterday.length) spans = subtract(spans, this.#spans(localDay - 1, yesterday));
    if (this.#hasBreaks)
      for (const one of [localDay - 1, localDay, localDay + 1]) spans = subtract(spans, this.#spans(one, toMinutes(this.#dates.breaks(one) ?? [])));
    return spans;
  }

  #windows(localDay: number): readonly Span[] {
    const usual = this.#week[(((localDay + 4) % 7) + 7) % 7] ?? [];
    if (!this.#hasExceptions) return usual;
    if (this.#dates.isHoliday(localDay)) return [];
    const override = this.#dates.override(localDay);
    return override ? toMinutes(override) : usual;
  }

  #spans(localDay: number, windows: readonly Span[]): Span[] {
    const midnight = localDay * day;
    return windows
      .map(([from, to]): Span => [this.#zone.instantOf(midnight + from * minute), this.#zone.instantOf(midnight + to * minute)])
      .filter(([from, to]) => to > from);
  }

  #around(at: number): Span[] {
    const localDay = this.#dayOf(at);
    return [...this.#day(localDay - 1), ...this.#day(localDay), ...this.#day(localDay + 1)];
  }

  /** Open intervals around `at` and on to the first edges in one direction, touching ones joined; an end beyond the search is infinite. */
  #merged(at: number, direction: 1 | -1): Span[] {
    const origin = this.#dayOf(at);
    let all: Span[] = join(this.#around(at));
    for (let reach = 2; reach <= longestClosedDays; reach++) {
      const done = direction === 1 ? all.filter(([from]) => from > at).length > 1 : all.filter(([, to]) => to < at).length > 1;
      if (done) return all;
      const spans = this.#day(origin + direction * reach);
      if (spans.length) all = join(direction === 1 ? [...all, ...spans] : [...spans, ...all]);
    }
    const edge = direction === 1 ? all.at(-1) : all[0];
    const limit = this.#zone.instantOf((origin + direction * longestClosedDays) * day);
    if (edge && Math.abs((direction === 1 ? edge[1] : edge[0]) - limit) <= 2 * day)
      all[direction === 1 ? all.length - 1 : 0] = direction === 1 ? [edge[0], Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, edge[1]];
    return all;
  }
}

function alwaysOpen(spec: CalendarSpec): Calendar {
  const zone = offsetsOrUtc(spec.timeZone);
  const elapsed = (start: number, end: number, pauses: readonly Pause[] = []): number => {
    if (!(end > start)) return 0;
    let open = end - start;
    for (const [from, to] of mergePauses(pauses)) open -= Math.max(0, Math.min(to, end) - Math.max(from, start));
    return open;
  };
  return {
    elapsed,
    dueAt(start, ms, pauses = []) {
      if (!Number.isFinite(start) || !Number.isFinite(ms)) return undefined;
      const merged = mergePauses(pauses);
      let at = start;
      let left = Math.abs(ms);
      if (ms < 0) {
        for (const [from, to] of merged.toReversed()) {
          if (from >= at) continue;
          if (to < at) {
            if (at - to >= left) return at - left;
            left -= at - to;
          }
          at = from;
        }
        return at - left;
      }
      for (const [from, to] of merged) {
        if (to <= at) continue;
        if (from > at) {
          if (left > 0 ? from - at >= left : true) return at + left;
          left -= from - at;
        }
        if (to === Number.POSITIVE_INFINITY) return undefined;
        at = to;
      }
      return at + left;
    },
    isOpen: () => true,
    isHoliday: () => false,
    onBreak: () => false,
    rollForward: (at) => at,
    rollBackward: (at) => at,
    nextOpen: () => undefined,
    nextClose: () => undefined,
    prevOpen: () => undefined,
    prevClose: () => undefined,
    periodsAfter: (at, count) => (count > 0 ? [[at, Number.POSITIVE_INFINITY]] : []),
    periodsBefore: (at, count) => (count > 0 ? [[Number.NEGATIVE_INFINITY, at]] : []),
    addBusinessDays(start, days, endOfDay = false) {
      const wall = start + zone.at(start) + days * day;
      return zone.instantOf(endOfDay ? (Math.floor(wall / day) + 1) * day : wall);
    },
  };
}

function offsetsOrUtc(zone: string): ZoneOffsets {
  try {
    return zoneOffsets(zone);
  } catch {
    return zoneOffsets('UTC');
  }
}

/** Windows in minutes of the day; one that ends before it starts runs on past 1440. Empty ones are dropped. */
function toMinutes(windows: readonly (readonly [string, string])[]): Span[] {
  return windows.flatMap(([open, close]): Span[] => {
    const from = minutesOf(open);
    const to = minutesOf(close);
    return from === to ? [] : [[from, to < from ? to + 1440 : to]];
  });
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function isoDate(localDay: number): string {
  return new Date(localDay * day).toISOString().slice(0, 10);
}

function forDate<T>(entries: Readonly<Record<string, T>> | undefined, localDay: number): T | undefined {
  if (!entries) return undefined;
  const date = isoDate(localDay);
  if (Object.hasOwn(entries, date)) return entries[date];
  const yearly = `-${date.slice(4)}`;
  return Object.hasOwn(entries, yearly) ? entries[yearly] : undefined;
}

/** Overlapping spans become one; touching ones stay two, since each is an opening of its own. */
function union(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous && from < previous[1]) previous[1] = Math.max(previous[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

function join(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = [];
  for (const [from, to] of spans) {
    const previous = joined.at(-1);
    if (previous && from <= previous[1]) previous[1] = Math.max(previous[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function subtract(spans: readonly Span[], holes: readonly Span[]): Span[] {
  let left = [...spans];
  for (const [holeFrom, holeTo] of holes)
    left = left.flatMap(([from, to]): Span[] => {
      if (holeTo <= from || holeFrom >= to) return [[from, to]];
      return [...(from < holeFrom ? [[from, holeFrom] as Span] : []), ...(holeTo < to ? [[holeTo, to] as Span] : [])];
    });
  return left;
}

function length(spans: readonly Span[]): number {
  let sum = 0;
  for (const [from, to] of spans) sum += to - from;
  return sum;
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}
