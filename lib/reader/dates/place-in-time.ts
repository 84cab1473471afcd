/** From the parts of a date, as read, to an instant. */
import { instantsOf } from '../../zone.ts';
import type { InstantReading } from './read-instant.ts';

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly time?: {
    readonly hour: number;
    readonly minute: number;
    readonly second?: number | undefined;
  };
}

const halfDayMs = 43_200_000;
/** Zone abbreviations that mean one offset the world over, minutes. CST, IST, BST and AST mean several and are not here. */
const abbreviations: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  jst: 540,
  kst: 540,
  wib: 420,
  wita: 480,
  wit: 540,
  aest: 600,
  aedt: 660,
  acst: 570,
  acdt: 630,
  awst: 480,
  nzst: 720,
  nzdt: 780,
  brt: -180,
  ict: 420,
  sgt: 480,
  hkt: 480,
  pht: 480,
  pkt: 300,
  npt: 345,
  sast: 120,
  trt: 180,
};

/** Pattern source for what `zoneMinutes` understands. */
export const zoneNames = Object.keys(abbreviations)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Minutes ahead of UTC for `Z`, `+01:00`, `UTC+2`, `CET`; `undefined` for anything else. */
export function zoneMinutes(zone: string): number | undefined {
  const text = zone.toLowerCase().replace(/\s/g, '');
  const known = abbreviations[text];
  if (known !== undefined) return known;
  const match = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60 || Number(match[3] ?? 0) > 59) return undefined;
  return match[1] === '-' ? -minutes : minutes;
}

/** Whether the calendar has this day, in a year that a ticket can be from. */
export function isDay(year: number, month: number, day: number): boolean {
  return year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * @param offset minutes ahead of UTC as printed with the time; `undefined` = read in `zone`
 * @param extraMs fraction of the second
 * @returns `undefined` where the calendar or the clock has no such time
 */
export function placeInTime(parts: DateParts, offset: number | undefined, zone: string, how: string, extraMs = 0): InstantReading | undefined {
  const { year, month, day, time } = parts;
  if (!isDay(year, month, day)) return undefined;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!time) {
    const noon = instantsOf({ year, month, day, hour: 12, minute: 0, second: 0 }, zone)[0];
    return noon === undefined
      ? undefined
      : {
          instant: new Date(noon).toISOString(),
          date,
          precision: 'day',
          errorMs: halfDayMs,
          how,
        };
  }
  let { hour, minute, second = 0 } = time;
  let nextDay = 0;
  if (hour === 24 && minute === 0 && second === 0) {
    hour = 0;
    nextDay = 86_400_000;
  }
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const precision = extraMs > 0 ? 'millisecond' : time.second === undefined ? 'minute' : 'second';
  if (offset !== undefined) {
    const instant = Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000 + extraMs + nextDay;
    return { instant: new Date(instant).toISOString(), precision, how };
  }
  const instants = instantsOf({ year, month, day, hour, minute, second }, zone);
  const [first, last] = [instants[0], instants.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  // The hour lived twice: the middle, with an error bar that covers both.
  const errorMs = (last - first) / 2;
  return {
    instant: new Date(first + errorMs + extraMs + nextDay).toISOString(),
    precision,
    ...(errorMs > 0 && { errorMs }),
    how,
  };
}
