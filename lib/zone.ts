/** Wall-clock time in an IANA zone, by Intl and, for the machine's own zone and UTC, by Date. */

/** A time as a wall clock shows it. `month` 1 to 12. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Temporal names the machine's zone without the data that Intl reads for its first format, which takes a page 15 to 25 ms. */
const namedByTemporal = (): string | undefined =>
  (globalThis as { Temporal?: { readonly Now: { timeZoneId(): string } } }).Temporal?.Now.timeZoneId();

/** The machine's own IANA zone; asked anew each time, since it may change. */
export function systemZone(): string {
  return namedByTemporal() ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** What the machine's own wall clock shows at `instant` (ms since 1970). */
export function systemWallTimeAt(instant: number): WallTime {
  const date = new Date(instant);
  return {
    year: date.getFullYear(),
    month: date.getMonth() + 1,
    day: date.getDate(),
    hour: date.getHours(),
    minute: date.getMinutes(),
    second: date.getSeconds(),
  };
}

/** What the wall clock in `zone` shows at `instant` (ms since 1970). */
export function wallTimeAt(instant: number, zone: string): WallTime {
  if (zone === 'UTC') return utcWallTimeAt(instant);
  if (zone === namedByTemporal()) return systemWallTimeAt(instant);
  const wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatIn(zone).formatToParts(instant)) if (type in wall) wall[type as keyof typeof wall] = Number(value);
  return wall;
}

function utcWallTimeAt(instant: number): WallTime {
  const date = new Date(instant);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** How far the wall clock in `zone` is ahead of UTC at `instant`, ms. */
export function zoneOffset(instant: number, zone: string): number {
  const wall = wallTimeAt(instant, zone);
  return asUtc(wall) - Math.floor(instant / 1000) * 1000;
}

/** The wall time taken as if it were UTC, ms since 1970. */
export function asUtc(wall: WallTime): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

/**
 * The instants at which the wall clock in `zone` shows `wall`, earliest first: one as a rule, two in the hour that is lived
 * twice when summer time ends, none in the hour that is left out when it begins.
 */
export function instantsOf(wall: WallTime, zone: string): number[] {
  const utc = asUtc(wall);
  const day = 86_400_000;
  const offsets = new Set([zoneOffset(utc - day, zone), zoneOffset(utc + day, zone)]);
  return [...offsets]
    .map((offset) => utc - offset)
    .filter((instant) => asUtc(wallTimeAt(instant, zone)) === utc)
    .sort((a, b) => a - b);
}

/** Whether the browser knows the zone. */
export function isZone(zone: string): boolean {
  try {
    formatIn(zone);
    return true;
  } catch {
    return false;
  }
}
