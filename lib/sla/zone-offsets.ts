/**
 * Offsets of a zone, remembered. Asking Intl costs microseconds; a deadline years away needs thousands of answers, so the
 * changes of each year are looked up once and kept.
 */
import { zoneOffset } from '../zone.ts';

const day = 86_400_000;
/** Zones change their offset rarely more than once within this time; finer steps find the changes of Ramadan too. */
const step = 7 * day;

interface Year {
  /** Offset at the start of the year, ms. */
  readonly first: number;
  /** Instants at which the offset changes, with the new offset. */
  readonly changes: readonly { readonly at: number; readonly offset: number }[];
}

/** The offsets of one zone. */
export interface ZoneOffsets {
  /** How far the wall clock is ahead of UTC at `instant`, ms. */
  at(instant: number): number;
  /**
   * The instant at which the wall clock shows `wall` (given as if it were UTC, ms). In a spring gap the time moves forward by the
   * gap; in an autumn overlap the first occurrence is meant.
   */
  instantOf(wall: number): number;
}

const zones = new Map<string, ZoneOffsets>();

/** @param zone IANA name known to the browser; throws RangeError otherwise. */
export function zoneOffsets(zone: string): ZoneOffsets {
  let offsets = zones.get(zone);
  if (!offsets) {
    offsets = makeOffsets(zone);
    zones.set(zone, offsets);
  }
  return offsets;
}

function makeOffsets(zone: string): ZoneOffsets {
  if (zone === 'UTC') return { at: () => 0, instantOf: (wall) => wall };
  zoneOffset(0, zone);
  const years = new Map<number, Year>();
  let last = { from: 1, to: 0, offset: 0 };

  const at = (instant: number): number => {
    if (instant >= last.from && instant < last.to) return last.offset;
    const number = new Date(instant).getUTCFullYear();
    let year = years.get(number);
    if (!year) {
      year = readYear(zone, number);
      years.set(number, year);
    }
    let { first: offset } = year;
    let from = Date.UTC(number, 0, 1);
    let to = Date.UTC(number + 1, 0, 1);
    for (const change of year.changes) {
      if (change.at > instant) {
        to = change.at;
        break;
      }
      from = change.at;
      offset = change.offset;
    }
    last = { from, to, offset };
    return offset;
  };

  return {
    at,
    instantOf(wall) {
      // The offset in force before any change near this wall time answers the gap and the overlap alike: counted with it, a time
      // in the gap lands behind the change, moved forward, and an ambiguous time is its first occurrence.
      const offset = at(wall - at(wall));
      const before = at(wall - offset - day);
      if (before === offset && at(wall - offset + day) === offset) return wall - offset;
      const early = wall - before;
      if (at(early) === before) return early;
      const late = wall - at(early);
      return at(late) === at(early) ? late : early;
    },
  };
}

function readYear(zone: string, number: number): Year {
  const start = Date.UTC(number, 0, 1);
  const end = Date.UTC(number + 1, 0, 1);
  const first = zoneOffset(start, zone);
  const changes: { at: number; offset: number }[] = [];
  let offset = first;
  for (let from = start; from < end; from += step) {
    const to = Math.min(from + step, end);
    const after = zoneOffset(to, zone);
    if (after === offset) continue;
    let low = from;
    let high = to;
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (zoneOffset(middle, zone) === offset) low = middle;
      else high = middle;
    }
    if (high < end) changes.push({ at: high, offset: after });
    offset = after;
  }
  return { first, changes };
}
