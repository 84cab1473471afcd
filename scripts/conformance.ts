/** `handrail conformance FILES...`: runs neutral SLA cases through the product's own calendar and clocks. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { CalendarSpec } from '../lib/policy/schema.ts';
import { type Calendar, compileCalendar, type Pause, type Span, wallToInstant } from '../lib/sla/calendar.ts';
import { pageTranslator } from '../lib/extension-text.ts';
import { checkCalendar } from '../lib/sla/check-calendar.ts';
import { plainClock, plainPercent, type TicketTimes, ticketTimes } from '../lib/sla/ticket-times.ts';
import { readable, WrongUsage } from './wrong-usage.ts';

interface Case {
  readonly id: string;
  readonly op: string;
  readonly special?: boolean;
  readonly calendar?: CalendarSpec;
  readonly expect?: unknown;
  readonly expectSeconds?: number;
  readonly start?: string;
  readonly end?: string;
  readonly at?: string;
  readonly now?: string;
  readonly due?: string;
  readonly wall?: string;
  readonly timeZone?: string;
  readonly seconds?: number;
  readonly pausedSeconds?: number;
  readonly count?: number;
  readonly days?: number;
  readonly endOfDay?: boolean;
  readonly atRiskPercent?: number;
  readonly pauses?: readonly (readonly [string, string | null])[];
  readonly clock?: { readonly start?: string; readonly due?: string | null; readonly completedAt?: string | null; readonly pausedAt?: string | null };
  readonly targets?: TicketTimes['targets'];
  readonly ticket?: TicketTimes['ticket'];
  readonly attempt?: Partial<Case>;
}

/** Operations that are not about time, or not the product's to decide. */
const skippedOperations = new Set(['condition']);

export async function conformance(files: string[]): Promise<number> {
  if (!files.length) throw new WrongUsage('Say which case files to run: handrail conformance FILE...');
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const file of files) {
    const cases = readable(file, () => casesOf(JSON.parse(readFileSync(file, 'utf8'))));
    for (const one of cases) {
      if (one.special || skippedOperations.has(one.op)) {
        skipped++;
        continue;
      }
      const problem = runCase(one);
      if (problem === undefined) passed++;
      else {
        failed++;
        process.stdout.write(`${basename(file)} ${one.id} (${one.op}): ${problem}\n`);
      }
    }
  }
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed ? 1 : 0;
}

function casesOf(value: unknown): readonly Case[] {
  const cases = typeof value === 'object' && value !== null && 'cases' in value ? value.cases : undefined;
  if (!Array.isArray(cases)) throw new Error('it has no list of "cases"');
  return cases as Case[];
}

/** @returns what is wrong, or undefined when the case holds. */
export function runCase(one: Case): string | undefined {
  try {
    if (one.op === 'error') return refused(one) ? undefined : `was not refused: ${JSON.stringify(one.attempt)}`;
    const got = answer(one);
    const wanted = one.op === 'elapsed' ? one.expectSeconds : one.expect;
    return differences(got, wanted, '').join('; ') || undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function answer(one: Case): unknown {
  const calendar: Calendar = compileCalendar(one.calendar ?? { timeZone: 'UTC', alwaysOpen: true });
  const pauses = (one.pauses ?? []).map(([from, to]): Pause => [ms(from), to === null ? null : ms(to)]);
  const at = one.at === undefined ? Number.NaN : ms(one.at);
  switch (one.op) {
    case 'dueAt':
      return iso(calendar.dueAt(ms(one.start), (one.seconds ?? 0) * 1000, pauses));
    case 'elapsed':
      return calendar.elapsed(ms(one.start), ms(one.end), pauses) / 1000;
    case 'isOpen':
    case 'isHoliday':
    case 'onBreak':
      return calendar[one.op](at);
    case 'rollForward':
    case 'rollBackward':
    case 'nextOpen':
    case 'nextClose':
    case 'prevOpen':
    case 'prevClose':
      return iso(calendar[one.op](at));
    case 'periodsAfter':
    case 'periodsBefore':
      return calendar[one.op](at, one.count ?? 1).map((span: Span) => span.map(iso));
    case 'addBusinessDays':
      return iso(calendar.addBusinessDays(ms(one.start), one.days ?? 0, one.endOfDay));
    case 'wallToInstant':
      return iso(wallToInstant(one.timeZone ?? one.calendar?.timeZone ?? 'UTC', one.wall ?? ''));
    case 'percent':
      return plainPercent(ms(one.start), ms(one.due), ms(one.now), (one.pausedSeconds ?? 0) * 1000);
    case 'clock': {
      const { start, due, completedAt, pausedAt } = one.clock ?? {};
      return plainClock(
        { start: optional(start), due: optional(due), completedAt: optional(completedAt), pausedAt: optional(pausedAt) },
        ms(one.now),
        one.atRiskPercent,
      );
    }
    case 'escalation':
      return ticketTimes(calendar, { targets: one.targets ?? {}, ticket: one.ticket ?? { created: '' } }, optional(one.now));
    default:
      throw new Error(`There is no operation "${one.op}".`);
  }
}

/** Whether the attempt is refused: by the check of the calendar, or because there is no answer. */
function refused(one: Case): boolean {
  const attempt = { ...one, ...one.attempt, op: one.attempt?.op ?? 'dueAt' };
  if (attempt.calendar && checkCalendar(attempt.calendar, pageTranslator('en')).length) return true;
  try {
    const got = answer(attempt);
    return got === null || got === undefined || Number.isNaN(got);
  } catch {
    return true;
  }
}

/** Only the keys that `wanted` names are compared; moments as instants. */
function differences(got: unknown, wanted: unknown, path: string): string[] {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(got) || got.length !== wanted.length) return [`${path} is ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`];
    return wanted.flatMap((value, index) => differences(got[index], value, `${path}[${index}]`));
  }
  if (typeof wanted === 'object' && wanted !== null)
    return Object.entries(wanted).flatMap(([key, value]) =>
      differences((got as Record<string, unknown> | undefined)?.[key], value, path ? `${path}.${key}` : key),
    );
  const same =
    typeof wanted === 'string' && typeof got === 'string' && /^\d{4}-/.test(wanted)
      ? Date.parse(wanted) === Date.parse(got)
      : typeof wanted === 'number' && typeof got === 'number'
        ? Math.abs(got - wanted) < 1e-6
        : (got ?? null) === wanted;
  return same ? [] : [`${path || 'result'} is ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`];
}

function ms(text: string | undefined): number {
  const instant = Date.parse(text ?? '');
  if (Number.isNaN(instant)) throw new Error(`"${text}" is no moment.`);
  return instant;
}
const optional = (text: string | null | undefined): number | undefined => (text ? ms(text) : undefined);
const iso = (at: number | undefined): string | null => (at === undefined || !Number.isFinite(at) ? null : new Date(at).toISOString());
