import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { asUtc, instantsOf, systemWallTimeAt, systemZone, wallTimeAt, zoneOffset } from '../lib/zone.ts';

const machine = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** A browser with Temporal names its zone by it. */
const withTemporal = (zone = machine): unknown => vi.stubGlobal('Temporal', { Now: { timeZoneId: () => zone } });
afterEach(() => vi.unstubAllGlobals());

describe("the machine's own zone", () => {
  test('is what Intl names, with Temporal and without', () => {
    vi.stubGlobal('Temporal', undefined);
    expect(systemZone()).toBe(machine);
    withTemporal();
    expect(systemZone()).toBe(machine);
  });

  test('follows when the machine is taken to another zone', () => {
    withTemporal('Asia/Kolkata');
    expect(systemZone()).toBe('Asia/Kolkata');
    withTemporal('Pacific/Apia');
    expect(systemZone()).toBe('Pacific/Apia');
  });
});

test.each([machine, 'UTC', 'Europe/Berlin', 'America/St_Johns'])('wall times in %s are the same by Date and by Intl', (zone) => {
  const byIntl = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  withTemporal();
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2100, 0) }), (instant) => {
      const parts = Object.fromEntries(byIntl.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
      const { year, month, day, hour, minute, second } = parts;
      expect(wallTimeAt(instant, zone)).toEqual({ year, month, day, hour, minute, second });
      expect(instantsOf(wallTimeAt(instant, zone), zone)).toContain(Math.floor(instant / 1000) * 1000);
      expect(zoneOffset(instant, zone)).toBe(asUtc(wallTimeAt(instant, zone)) - Math.floor(instant / 1000) * 1000);
      expect(systemWallTimeAt(instant)).toEqual(wallTimeAt(instant, machine));
    }),
  );
});
