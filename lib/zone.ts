/** Wall-clock time in an IANA zone, by Intl alone. */

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

/** What the wall clock in `zone` shows at `instant` (ms since 1970). */
export function wallTimeAt(instant: number, zone: string): WallTime {
  const wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatIn(zone).formatToParts(instant)) if (type in wall) wall[type as keyof typeof wall] = Number(value);
  return wall;
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
