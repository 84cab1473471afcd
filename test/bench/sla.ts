/** `npm run bench -- sla`: deadlines over 1 hour to 10 years, beside npm's comparable libraries and a naive minute walk. */
import dayjs from 'dayjs';
import dayjsBusinessTime from 'dayjs-business-time';
// @ts-expect-error the library has no types
import momentBusinessTime from 'moment-business-time';
import { compileCalendar } from '../../lib/sla/calendar.ts';
import type { CalendarSpec } from '../../lib/policy/schema.ts';

/** What is used of the library. */
const moment = momentBusinessTime as {
  (at: number): { addWorkingTime(amount: number, unit: string): { valueOf(): number } };
  updateLocale(name: string, change: object): void;
};

const hour = 3_600_000;
/** Monday to Friday, 9 to 17, in the machine's zone run as UTC: the one calendar that all of them can express. */
const office: CalendarSpec = {
  timeZone: 'UTC',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
};
const start = Date.UTC(2026, 0, 5, 9);
const spans = [
  ['1 hour', 1],
  ['1 week', 40],
  ['1 year', 2080],
  ['10 years', 20_800],
] as const;

interface Contender {
  readonly name: string;
  readonly dueAt: (hours: number) => number;
}

export async function benchSla(): Promise<void> {
  moment.updateLocale('en', {
    workinghours: {
      0: null,
      1: ['09:00:00', '17:00:00'],
      2: ['09:00:00', '17:00:00'],
      3: ['09:00:00', '17:00:00'],
      4: ['09:00:00', '17:00:00'],
      5: ['09:00:00', '17:00:00'],
      6: null,
    },
  });
  dayjs.extend(dayjsBusinessTime as never);
  const warm = compileCalendar(office);
  const contenders: Contender[] = [
    { name: 'Handrail, calendar in use', dueAt: (hours) => warm.dueAt(start, hours * hour) ?? 0 },
    { name: 'Handrail, fresh calendar', dueAt: (hours) => compileCalendar({ ...office }).dueAt(start, hours * hour) ?? 0 },
    { name: 'moment-business-time', dueAt: (hours) => moment(start).addWorkingTime(hours, 'hours').valueOf() },
    {
      name: 'dayjs-business-time',
      dueAt: (hours) => (dayjs(start) as unknown as { addBusinessHours(n: number): { valueOf(): number } }).addBusinessHours(hours).valueOf(),
    },
    { name: 'minute walk', dueAt: minuteWalk },
  ];
  const rows = [];
  for (const [span, hours] of spans) {
    const row: Record<string, string> = { 'dueAt over': span };
    let own = 0;
    const right = contenders[0]?.dueAt(hours);
    for (const { name, dueAt } of contenders) {
      const same = Math.abs(dueAt(hours) - (right ?? 0)) < 60_000;
      const us = microseconds(() => dueAt(hours));
      own ||= us;
      row[name] =
        `${us < 10 ? us.toFixed(2) : us.toFixed(0)} µs${name.startsWith('Handrail, calendar') ? '' : ` (x${(us / own).toFixed(0)})`}${same ? '' : ' WRONG'}`;
    }
    rows.push(row);
  }
  console.table(rows);
}

/** Median of repeated rounds, in microseconds; long ones are measured once. */
function microseconds(run: () => unknown): number {
  const once = timed(run, 1);
  if (once > 200_000) return once;
  const perRound = Math.max(1, Math.min(2000, Math.round(10_000 / Math.max(once, 1))));
  return Array.from({ length: 7 }, () => timed(run, perRound)).sort((a, b) => a - b)[3] ?? 0;
}
function timed(run: () => unknown, times: number): number {
  const from = process.hrtime.bigint();
  for (let time = 0; time < times; time++) run();
  return Number(process.hrtime.bigint() - from) / 1000 / times;
}

function minuteWalk(hours: number): number {
  let at = start;
  for (let left = hours * 60; left > 0; at += 60_000) {
    const date = new Date(at);
    const day = date.getUTCDay();
    if (day >= 1 && day <= 5 && date.getUTCHours() >= 9 && date.getUTCHours() < 17) left--;
  }
  return at;
}
