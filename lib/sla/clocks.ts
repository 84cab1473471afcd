/**
 * The SLA clocks of a ticket. What starts, pauses and stops each of them is the policy's to say; what the page does not show makes a
 * clock unknown or is said in `why`. Long because the five clocks are best read one below the other.
 */
import type { History } from '../guidance/assessment.ts';
import type { Policy, Priority } from '../policy/schema.ts';
import type { TicketSnapshot } from '../ticket.ts';
import { type Calendar, compileCalendar, neverCloses, type Pause } from './calendar.ts';
import { type ConversationTimes, conversationTimes } from './conversation-times.ts';
import { parseDuration } from './duration.ts';
import { nativeDeadline, withNative } from './native-deadline.ts';
import { runTimer } from './run-clock.ts';
import { CLOCK_NAMES, type ClockEvent, type ClockName, type ClockNote, type SlaClock } from './sla-clock.ts';
import { type StatusTimes, statusTimes } from './status-times.ts';

export interface ClocksInput {
  readonly snapshot: TicketSnapshot;
  readonly policy: Policy;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Id of the policy's priority; undefined = the page does not show one. */
  readonly priority: string | undefined;
  readonly history: History;
}

/** Everything the five clocks share. */
interface Ground {
  readonly input: ClocksInput;
  readonly priority: Priority | undefined;
  readonly calendarId: string;
  readonly calendar: Calendar | undefined;
  readonly status: StatusTimes;
  readonly talk: ConversationTimes;
  readonly notes: readonly ClockNote[];
  readonly created: number | undefined;
  /** Latest instant at which the ticket can have been resolved, when the exact one is not shown. */
  readonly resolvedBy: number | undefined;
}

/** What one clock needs to run. */
interface Plan {
  readonly name: ClockName;
  readonly target: string | undefined;
  readonly start: number | undefined;
  readonly stop?: { readonly at: number; readonly by: 'reply' | 'resolved' | 'update' };
  /** Stopped, but the page does not show when: at the latest here. */
  readonly stoppedBy?: number | undefined;
  /** Why it cannot be told at all. */
  readonly unknown?: ClockNote;
  readonly notes?: readonly ClockNote[];
}

/** All five clocks, in the order of `CLOCK_NAMES`. Pure and total. */
export function slaClocks(input: ClocksInput): SlaClock[] {
  const ground = groundOf(input);
  const plans: Record<ClockName, Plan | undefined> = {
    firstResponse: firstResponse(ground),
    nextResponse: nextResponse(ground),
    resolution: resolution(ground),
    tierResponse: tierResponse(ground),
    updateOwed: updateOwed(ground),
  };
  return CLOCK_NAMES.map((name) => run(ground, name, plans[name]));
}

function groundOf(input: ClocksInput): Ground {
  const { snapshot, policy, now } = input;
  const notes: ClockNote[] = [];
  let priorityId = input.priority;
  if (priorityId === undefined && policy.defaultPriority !== undefined) {
    priorityId = policy.defaultPriority;
    notes.push({ code: 'assumed-priority', priority: priorityId });
  }
  const priority = policy.priorities.find(({ id }) => id === priorityId);
  const calendarId = priority?.calendar ?? policy.sla.calendar;
  const spec = Object.hasOwn(policy.calendars, calendarId) ? policy.calendars[calendarId] : undefined;
  if (spec) notes.push(neverCloses(spec) ? { code: 'always-open' } : { code: 'calendar', calendar: calendarId });
  const created = snapshot.fields.createdAt;
  if (created?.errorMs) notes.push({ code: 'coarse-time', errorMs: created.errorMs });
  const change = snapshot.fields.priorityHistory?.value.at(-1);
  const before = snapshot.fields.priorityHistory?.value.at(-2);
  if (change && before) notes.push({ code: 'priority-changed', at: change.at, from: before.priority, to: change.priority });
  const status = statusTimes(snapshot, policy, now);
  return {
    input,
    priority,
    calendarId,
    calendar: spec && compileCalendar(spec),
    status,
    talk: conversationTimes(snapshot),
    notes,
    created: instant(created?.value),
    resolvedBy: status.resolved ? (status.resolvedAt ?? instant(snapshot.fields.updatedAt?.value)) : undefined,
  };
}

/** From creation (or the customer's first message, where an agent opened the conversation) to the first public answer. */
function firstResponse({ input, priority, talk, created, status, resolvedBy }: Ground): Plan | undefined {
  const target = priority?.firstResponse;
  const answeredAt = instant(input.snapshot.fields.firstResponseAt?.value) ?? talk.answered?.at;
  const byAgent = input.snapshot.messages.find(({ internal, role }) => !internal && role !== 'system')?.role === 'agent';
  const start = byAgent && !talk.incomplete ? talk.asked?.at : created;
  if (byAgent && !talk.incomplete && !talk.asked) return undefined;
  const base = { name: 'firstResponse' as const, target, start, notes: talk.notes };
  const inTime = answeredAt !== undefined && start !== undefined;
  if (inTime && !(talk.incomplete && !input.snapshot.fields.firstResponseAt)) return { ...base, stop: { at: answeredAt, by: 'reply' } };
  // an earlier answer may be hidden: the one that is seen is only the latest possible stop
  if (inTime) return { ...base, stoppedBy: answeredAt, notes: [...talk.notes, { code: 'messages-not-visible' }] };
  if (talk.answered) return { ...base, unknown: { code: 'missing-field', field: 'firstResponseAt' } };
  if (talk.incomplete) return { ...base, unknown: { code: 'messages-not-visible' } };
  if (talk.uncertain) return { ...base, unknown: { code: 'missing-field', field: 'messages.role' } };
  if (status.resolved)
    return resolvedBy === undefined ? { ...base, unknown: { code: 'missing-field', field: 'resolvedAt' } } : stopAt(base, status, resolvedBy);
  return base;
}

/** From the oldest customer message that waits for an answer; starts only after the first answer. What was asked before a resolution waits no more. */
function nextResponse({ priority, talk, status }: Ground): Plan | undefined {
  const resolvedAt = status.resolvedSpans.at(-1)?.[0];
  const oldest = talk.waiting.find(({ at }) => resolvedAt === undefined || at === undefined || at >= resolvedAt);
  if (status.resolved || !oldest) return undefined;
  const base = { name: 'nextResponse' as const, target: priority?.nextResponse, start: oldest.at, notes: talk.notes };
  if (talk.uncertain) return { ...base, unknown: { code: 'missing-field', field: 'messages.role' } };
  return base;
}

/** From creation to the resolution; a reopening continues it or, by policy, restarts it. */
function resolution({ input, priority, created, status, resolvedBy }: Ground): Plan {
  const restarted = input.policy.sla.reopen === 'restart' ? status.reopenedAt : undefined;
  const repriced = input.policy.sla.priorityChange === 'restart' ? instant(input.snapshot.fields.priorityHistory?.value.at(-1)?.at) : undefined;
  const starts = [created, restarted, repriced].filter((at) => at !== undefined);
  const base = { name: 'resolution' as const, target: priority?.resolution, start: created === undefined ? undefined : Math.max(...starts) };
  if (!status.resolved) return base;
  return resolvedBy === undefined ? { ...base, unknown: { code: 'missing-field', field: 'resolvedAt' } } : stopAt(base, status, resolvedBy);
}

/** After an escalation, the receiving tier's own promise. One that is to be kept at once leaves nothing to count: it would be late with the handoff itself. */
function tierResponse({ input, status, resolvedBy }: Ground): Plan | undefined {
  const escalation = lastEscalation(input.history);
  const tier = input.policy.tiers.find((one) => one.tier === escalation?.toTier);
  if (!escalation || !tier || parseDuration(tier.respondsWithin) === 0) return undefined;
  const start = Date.parse(escalation.at);
  const answer = publicAnswersAfter(input.snapshot, start)[0];
  const base = { name: 'tierResponse' as const, target: tier.respondsWithin, start };
  if (answer !== undefined) return { ...base, stop: { at: answer, by: 'reply' } };
  return status.resolved && resolvedBy !== undefined ? stopAt(base, status, resolvedBy) : base;
}

/** After a handoff the customer is owed news, again after each update, until the ticket is resolved. */
function updateOwed({ input, status }: Ground): Plan | undefined {
  const escalation = lastEscalation(input.history);
  if (!escalation || status.resolved) return undefined;
  const since = Date.parse(escalation.at);
  return { name: 'updateOwed', target: input.policy.sla.updateOwed, start: publicAnswersAfter(input.snapshot, since).at(-1) ?? since };
}

function run(ground: Ground, name: ClockName, plan: Plan | undefined): SlaClock {
  const { calendar, status, input } = ground;
  const { policy, now } = input;
  const source = 'policy' as const;
  if (!plan) return { name, state: 'none', source, why: [] };
  const pausable = policy.sla.pauses.includes(name);
  const why = [...ground.notes, ...(pausable ? status.notes : []), ...(plan.notes ?? [])];
  const targetMs = plan.target === undefined ? undefined : parseDuration(plan.target);
  const native = nativeDeadline(input.snapshot, name, calendar);
  if (plan.unknown) return { name, state: 'unknown', source, ...(targetMs === undefined ? {} : { targetMs }), why: [...why, plan.unknown] };
  if (!calendar) return { name, state: 'unknown', source, why: [...why, { code: 'missing-field', field: `calendars.${ground.calendarId}` }] };
  if (plan.start === undefined) return { name, state: 'unknown', source, why: [...why, { code: 'missing-field', field: 'createdAt' }] };
  if (targetMs === undefined) {
    if (!ground.priority && name !== 'tierResponse' && name !== 'updateOwed') {
      const bare: SlaClock = { name, state: 'unknown', source, why: [...why, { code: 'missing-field', field: 'priority' }] };
      return native === undefined
        ? bare
        : withNative({
            clock: bare,
            native,
            calendar,
            start: plan.start,
            now,
            stop: plan.stop?.at,
            prefer: 'helpdesk',
            warnAtPercent: policy.sla.warnAtPercent,
          });
    }
    return { name, state: 'none', source, why };
  }
  const pauses: Pause[] = [...(pausable ? status.pauses : []), ...(name === 'resolution' ? status.resolvedSpans : [])];
  const stop = plan.stop?.at ?? plan.stoppedBy;
  const started: ClockNote = { code: 'started', at: iso(plan.start) };
  if (pausable && status.pausedSinceUnknown && stop === undefined)
    return {
      name,
      state: 'paused',
      source,
      targetMs,
      startedAt: iso(plan.start),
      why: [...why, started, { code: 'pauses-not-visible', before: iso(now) }],
    };
  const timer = runTimer(calendar, { start: plan.start, targetMs, ...(stop === undefined ? {} : { stop }), pauses, now });
  // stopped at some time before `stoppedBy`: in time for certain, or not to be told
  if (plan.stop === undefined && plan.stoppedBy !== undefined && timer.late)
    return {
      name,
      state: 'unknown',
      source,
      targetMs,
      startedAt: iso(plan.start),
      ...(timer.dueAt === undefined ? {} : { dueAt: iso(timer.dueAt) }),
      why: [...why, started, { code: 'missing-field', field: 'resolvedAt' }],
    };
  const warnAt = calendar.dueAt(plan.start, (targetMs * policy.sla.warnAtPercent) / 100, closed(pauses, stop ?? now));
  const exact = plan.stop !== undefined || stop === undefined;
  const clock: SlaClock = {
    name,
    state: stop !== undefined ? (timer.late ? 'missed' : 'met') : timer.late ? 'overdue' : timer.paused ? 'paused' : 'running',
    source,
    targetMs,
    startedAt: iso(plan.start),
    ...(timer.dueAt === undefined ? {} : { dueAt: iso(timer.dueAt) }),
    ...(plan.stop ? { stoppedAt: iso(plan.stop.at) } : {}),
    ...(exact ? { usedMs: timer.usedMs, leftMs: timer.leftMs, percent: timer.percent } : {}),
    ...(warnAt === undefined ? {} : { warnAt: iso(warnAt) }),
    pausedMs: timer.pausedMs,
    open: calendar.isOpen(now),
    why: [...why, started, ...(plan.stop ? [{ code: 'stopped' as const, at: iso(plan.stop.at), by: plan.stop.by }] : [])],
  };
  return native === undefined
    ? clock
    : withNative({ clock, native, calendar, start: plan.start, now, stop, prefer: policy.sla.prefer, warnAtPercent: policy.sla.warnAtPercent });
}

/**
 * The next instant at which a clock itself changes: crosses its warning level, breaches, or its business hours open or close.
 * Paused and stopped clocks do not move. @param now ms since 1970
 */
export function nextClockEvent(clocks: readonly SlaClock[], policy: Policy, now: number): ClockEvent | undefined {
  const events: { at: number; clock: ClockName; kind: ClockEvent['kind'] }[] = [];
  for (const clock of clocks) {
    if (clock.state !== 'running' && clock.state !== 'overdue') continue;
    const warnAt = instant(clock.warnAt);
    const dueAt = instant(clock.dueAt);
    if (warnAt !== undefined && warnAt > now) events.push({ at: warnAt, clock: clock.name, kind: 'warning' });
    if (dueAt !== undefined && dueAt > now) events.push({ at: dueAt, clock: clock.name, kind: 'breach' });
    const id = clock.why.find((note) => note.code === 'calendar')?.calendar;
    const spec = id === undefined ? undefined : policy.calendars[id];
    if (!spec) continue;
    const calendar = compileCalendar(spec);
    const open = calendar.isOpen(now);
    const edge = open ? calendar.nextClose(now) : calendar.nextOpen(now);
    if (edge !== undefined) events.push({ at: edge, clock: clock.name, kind: open ? 'closes' : 'opens' });
  }
  const first = events.sort((a, b) => a.at - b.at)[0];
  return first && { ...first, at: iso(first.at) };
}

function stopAt(base: Plan, status: StatusTimes, resolvedBy: number): Plan {
  return status.resolvedAt === undefined ? { ...base, stoppedBy: resolvedBy } : { ...base, stop: { at: status.resolvedAt, by: 'resolved' } };
}

function lastEscalation(history: History) {
  const last = [...history.escalations].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1);
  return last?.state === 'escalated' && !Number.isNaN(Date.parse(last.at)) ? last : undefined;
}

function publicAnswersAfter(snapshot: TicketSnapshot, since: number): number[] {
  return snapshot.messages.flatMap(({ role, internal, at }) => {
    const ms = instant(at);
    return role === 'agent' && !internal && ms !== undefined && ms > since ? [ms] : [];
  });
}

function closed(pauses: readonly Pause[], end: number): Pause[] {
  return pauses.flatMap(([from, to]): Pause[] => (from >= end ? [] : [[from, to ?? end]]));
}

/** A date alone is no instant: nobody may count minutes from it. */
function instant(text: string | undefined): number | undefined {
  if (text === undefined || !text.includes('T')) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}
const iso = (ms: number): string => new Date(ms).toISOString();
