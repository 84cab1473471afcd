/** The helpdesk's own deadline beside the policy's: which one counts, and why they may differ. */
import type { Policy } from '../policy/schema.ts';
import type { TicketSnapshot } from '../ticket.ts';
import type { Calendar } from './calendar.ts';
import type { ClockName, SlaClock } from './sla-clock.ts';

/** Two deadlines within a minute are the same. */
const sameMs = 60_000;

export interface NativeDeadline {
  readonly dueAt: number;
  /** The helpdesk's own label. */
  readonly name: string;
}

/** The deadline that the page shows for a clock, if any. A due date without a time of day is none. */
export function nativeDeadline(snapshot: TicketSnapshot, clock: ClockName, calendar: Calendar | undefined): NativeDeadline | undefined {
  for (const sla of snapshot.fields.nativeSla?.value ?? []) {
    if (sla.clock !== clock || sla.state === 'met' || sla.state === 'missed') continue;
    const dueAt = sla.dueAt === undefined ? undefined : Date.parse(sla.dueAt);
    if (dueAt !== undefined && !Number.isNaN(dueAt)) return { dueAt, name: sla.name };
    const remaining =
      sla.remainingMs === undefined || sla.state === 'paused' ? undefined : calendar?.dueAt(Date.parse(snapshot.readAt), sla.remainingMs);
    if (remaining !== undefined) return { dueAt: remaining, name: sla.name };
  }
  const due = clock === 'resolution' ? snapshot.fields.dueAt : undefined;
  return due?.value.includes('T') && !Number.isNaN(Date.parse(due.value)) ? { dueAt: Date.parse(due.value), name: due.how } : undefined;
}

/** Puts the helpdesk's deadline beside the policy's, or in its place where the policy prefers it. Stopped clocks keep the policy's answer. */
export function withNative(given: {
  readonly clock: SlaClock;
  readonly native: NativeDeadline;
  readonly calendar: Calendar;
  readonly start: number;
  readonly now: number;
  readonly stop: number | undefined;
  readonly prefer: Policy['sla']['prefer'];
  readonly warnAtPercent: number;
}): SlaClock {
  const { clock, native, calendar, start, now, stop, prefer, warnAtPercent } = given;
  const own = clock.dueAt === undefined ? undefined : Date.parse(clock.dueAt);
  if (own !== undefined && Math.abs(own - native.dueAt) <= sameMs) return clock;
  const theirs = prefer === 'helpdesk' || (prefer === 'earliest' && (own === undefined || native.dueAt < own));
  const reason = own === undefined ? ('unknown' as const) : difference(clock, own, native.dueAt, start);
  if (!theirs) return { ...clock, secondOpinion: { source: 'helpdesk', dueAt: new Date(native.dueAt).toISOString(), reason } };
  const end = stop ?? now;
  const targetMs = calendar.elapsed(start, native.dueAt) - (clock.pausedMs ?? 0);
  const usedMs = clock.usedMs ?? calendar.elapsed(start, end);
  const late = end > native.dueAt;
  const warnAt = targetMs > 0 ? calendar.dueAt(start, (targetMs * warnAtPercent) / 100 + (clock.pausedMs ?? 0)) : undefined;
  const { warnAt: _, ...rest } = clock;
  return {
    ...rest,
    source: 'helpdesk',
    state: stop !== undefined ? (late ? 'missed' : 'met') : clock.state === 'paused' ? 'paused' : late ? 'overdue' : 'running',
    dueAt: new Date(native.dueAt).toISOString(),
    ...(targetMs > 0 ? { targetMs, usedMs, leftMs: targetMs - usedMs, percent: (usedMs / targetMs) * 100 } : { leftMs: native.dueAt - end }),
    why: [...clock.why, { code: 'helpdesk-value', name: native.name }],
    ...(warnAt === undefined ? {} : { warnAt: new Date(warnAt).toISOString() }),
    ...(own === undefined ? {} : { secondOpinion: { source: 'policy', dueAt: new Date(own).toISOString(), reason } }),
  };
}

/** The likely reason, told from the size of the difference. */
function difference(clock: SlaClock, own: number, native: number, start: number): 'calendar' | 'pause' | 'target' | 'unknown' {
  const paused = clock.pausedMs ?? 0;
  if (paused > 0 && Math.abs(Math.abs(own - native) - paused) <= sameMs) return 'pause';
  if (clock.targetMs !== undefined && Math.abs(native - start - clock.targetMs) <= sameMs) return 'calendar';
  const quarterHour = 15 * 60_000;
  const promised = native - start;
  return promised > 0 && promised % quarterHour < 1000 ? 'target' : 'unknown';
}
