/** When a person is left alone: outside the policy's business hours, and at night whatever the calendar says. */
import type { Policy } from '../policy/schema.ts';
import { compileCalendar } from '../sla/calendar.ts';
import { wallTimeAt } from '../zone.ts';
import type { QuietHours } from './deadlines.ts';

/** Night where the person is, hours of the day. */
const nightFrom = 21;
const nightTo = 7;
/** Every zone's hours begin at a quarter hour of UTC. */
const quarterMs = 15 * 60 * 1000;
/** A quiet time that lasts longer ends no wait: the next look comes by itself. */
const mostSteps = 14 * 24 * 4;

/** @param zone IANA zone where the person is, which may be another than the calendar's */
export function quietHours(policy: Pick<Policy, 'calendars' | 'sla'>, zone: string): QuietHours {
  const spec = policy.calendars[policy.sla.calendar];
  const calendar = spec && compileCalendar(spec);
  const isNight = (at: number): boolean => {
    const { hour } = wallTimeAt(at, zone);
    return hour >= nightFrom || hour < nightTo;
  };
  const isQuiet = (at: number): boolean => isNight(at) || (calendar !== undefined && !calendar.isOpen(at));
  return {
    isQuiet,
    endsAfter(at) {
      let next = at;
      for (let step = 0; step < mostSteps && isQuiet(next); step++) {
        const opens = calendar && !calendar.isOpen(next) ? calendar.nextOpen(next) : undefined;
        next = opens !== undefined && opens > next ? opens : (Math.floor(next / quarterMs) + 1) * quarterMs;
      }
      return isQuiet(next) ? undefined : next;
    },
  };
}
