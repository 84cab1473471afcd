/**
 * Deadlines of a ticket from its bare times (the conformance operations `escalation`, `clock` and `percent`): no page, no policy. All times
 * in ms since 1970 inside; ISO 8601 outside, as the neutral cases print them.
 */
import type { Calendar, Pause } from './calendar.ts';
import { runTimer, type Timer } from './run-clock.ts';

const clockNames = ['firstResponse', 'update', 'resolution'] as const;
type TimesName = (typeof clockNames)[number];
/** Minutes of open time. */
export type Targets = Partial<Record<TimesName, number | null>>;

export interface TicketTimes {
  readonly targets: Targets | Readonly<Record<string, Targets>>;
  readonly ticket: {
    readonly created: string;
    readonly priority?: string;
    readonly priorityChanges?: readonly { readonly at: string; readonly to: string }[];
    readonly initialState?: string;
    readonly states?: readonly { readonly at: string; readonly state: string }[];
    readonly firstResponseAt?: string | null;
    readonly lastCustomerAt?: string | null;
    readonly lastAgentAt?: string | null;
    readonly closedAt?: string | null;
  };
}

const minute = 60_000;
const stopping = new Set(['pending', 'closed']);

/** Deadlines, use and breaches of each clock at `now`; without `now`, of what the ticket's own times settle. */
export function ticketTimes(calendar: Calendar, { targets, ticket }: TicketTimes, now?: number) {
  const created = Date.parse(ticket.created);
  const times = {
    firstResponse: time(ticket.firstResponseAt),
    customer: time(ticket.lastCustomerAt),
    agent: time(ticket.lastAgentAt),
  };
  const changes = (ticket.states ?? []).map(({ at, state }) => ({ at: Date.parse(at), state })).sort((a, b) => a.at - b.at);
  const last = changes.at(-1);
  const closedAt = time(ticket.closedAt) ?? (last?.state === 'closed' ? last.at : undefined);
  const pauses = pausesOf([{ at: created, state: ticket.initialState ?? 'open' }, ...changes]).filter(([from]) => from !== closedAt);
  const priority = [...(ticket.priorityChanges ?? [])]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .filter(({ at }) => now === undefined || Date.parse(at) <= now)
    .at(-1)?.to;
  const wanted = targetsOf(targets, priority ?? ticket.priority);
  const stopped = {
    firstResponse: earliest(times.firstResponse, closedAt),
    resolution: closedAt,
    update: times.agent !== undefined && times.customer !== undefined && times.agent > times.customer ? times.agent : closedAt,
  };
  const pendingNow = pauses.some(([from, to]) => to === null && (now === undefined || from <= now));
  const answer = {
    due: {} as Record<string, string | null>,
    open: {} as Record<string, string | null>,
    next: null as string | null,
    usedMinutes: {} as Record<string, number | null>,
    marginMinutes: {} as Record<string, number | null>,
    breached: {} as Record<string, boolean>,
    pausedMinutes: 0,
  };
  let next: number | undefined;
  for (const name of clockNames) {
    const start = name === 'update' ? times.customer : created;
    const minutes = wanted?.[name];
    const stop = stopped[name];
    const known = stop ?? now;
    const timer: Timer | undefined =
      start === undefined || minutes === undefined || minutes === null || known === undefined
        ? undefined
        : runTimer(calendar, { start, targetMs: minutes * minute, ...(stop === undefined ? {} : { stop }), pauses, now: known });
    // without a present moment a pause that is still open has moved nothing yet
    const due = timer
      ? timer.dueAt
      : start === undefined || typeof minutes !== 'number'
        ? undefined
        : calendar.dueAt(
            start,
            minutes * minute,
            pauses.filter(([, to]) => to !== null),
          );
    const isOpen = due !== undefined && stop === undefined && closedAt === undefined && !pendingNow;
    answer.due[name] = iso(due);
    answer.open[name] = isOpen ? iso(due) : null;
    if (isOpen) next = earliest(next, due);
    const used = start === undefined || known === undefined ? undefined : Math.floor(calendar.elapsed(start, known, pauses) / minute);
    answer.usedMinutes[name] = used ?? null;
    answer.marginMinutes[name] = used === undefined || minutes === undefined || minutes === null ? null : minutes - used;
    answer.breached[name] = known !== undefined && due !== undefined && known > due;
  }
  answer.next = iso(next);
  const end = closedAt ?? now ?? pauses.at(-1)?.[1] ?? created;
  answer.pausedMinutes = Math.floor((calendar.elapsed(created, end) - calendar.elapsed(created, end, pauses)) / minute);
  return answer;
}

/** Used share of plain clock time, 0 to 100. */
export function plainPercent(start: number, due: number, now: number, pausedMs: number): number {
  if (!(due > start)) return now >= due ? 100 : 0;
  return Math.min(100, Math.max(0, ((now - start - pausedMs) / (due - start)) * 100));
}

/** State of one clock on plain clock time. `atRiskPercent` defaults to 80. */
export function plainClock(
  clock: { start?: number | undefined; due?: number | undefined; completedAt?: number | undefined; pausedAt?: number | undefined },
  now: number,
  atRiskPercent = 80,
) {
  const { start, due, completedAt, pausedAt } = clock;
  if (due === undefined) return { state: 'none', percent: 0, leftMinutes: null, overdueMinutes: 0, atRisk: false };
  const at = completedAt ?? pausedAt ?? now;
  const percent = start === undefined ? 0 : plainPercent(start, due, at, 0);
  const state =
    completedAt !== undefined ? (completedAt <= due ? 'met' : 'missed') : pausedAt !== undefined ? 'paused' : now > due ? 'overdue' : 'running';
  return {
    state,
    percent,
    leftMinutes: Math.max(0, Math.floor((due - at) / minute)),
    overdueMinutes: Math.max(0, Math.floor((at - due) / minute)),
    atRisk: state === 'running' && percent >= atRiskPercent,
  };
}

function pausesOf(changes: readonly { readonly at: number; readonly state: string }[]): Pause[] {
  const pauses: Pause[] = [];
  let since: number | undefined;
  for (const { at, state } of changes) {
    if (stopping.has(state)) since ??= at;
    else if (since !== undefined) {
      pauses.push([since, at]);
      since = undefined;
    }
  }
  if (since !== undefined) pauses.push([since, null]);
  return pauses;
}

function targetsOf(targets: TicketTimes['targets'], priority: string | undefined): Targets | undefined {
  const flat = clockNames.some((name) => typeof (targets as Targets)[name] === 'number');
  if (flat) return targets as Targets;
  return priority !== undefined && Object.hasOwn(targets, priority) ? (targets as Record<string, Targets>)[priority] : undefined;
}

const time = (text: string | null | undefined): number | undefined => (text ? Date.parse(text) : undefined);
const iso = (at: number | undefined): string | null => (at === undefined || !Number.isFinite(at) ? null : new Date(at).toISOString());
function earliest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}
