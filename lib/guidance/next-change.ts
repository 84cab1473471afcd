/**
 * When the recommendation changes if nobody acts. Time moves only clocks and time spans, and a rule's answer can turn only
 * where one of them crosses a value that the rule names, so only those instants are judged.
 */
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import { ruleContext } from '../rules/context.ts';
import { type TimeThreshold, timeThresholds } from '../rules/time-thresholds.ts';
import { type Calendar, compileCalendar } from '../sla/calendar.ts';
import { slaClocks } from '../sla/clocks.ts';
import type { ClockName, SlaClock } from '../sla/sla-clock.ts';
import type { Field, TicketSnapshot } from '../ticket.ts';
import type { History, NextChange } from './assessment.ts';
import { lowestTier } from './current-tier.ts';
import { type Judged, askedTier, judgeRules } from './judge-rules.ts';
import { type Known, sinceStart, ticketFacts } from './ticket-facts.ts';

const timedOf = new WeakMap<LoadedPolicy, ReadonlyMap<string, readonly TimeThreshold[]>>();

/** The rules that can change by time, with the values at which they can. */
function timed(loaded: LoadedPolicy): ReadonlyMap<string, readonly TimeThreshold[]> {
  let made = timedOf.get(loaded);
  if (!made) {
    const context = ruleContext(loaded.policy);
    const found = loaded.rules.map((rule) => [rule.id, timeThresholds(rule, context)] as const);
    made = new Map(found.filter(([, thresholds]) => thresholds.length > 0));
    timedOf.set(loaded, made);
  }
  return made;
}

export interface Moment {
  readonly known: Known;
  readonly loaded: LoadedPolicy;
  readonly history: History;
  readonly clocks: readonly SlaClock[];
  readonly judged: readonly Judged[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** @returns the first instant at which the policy asks for another tier; undefined when time alone changes nothing. */
export function nextChange(moment: Moment): NextChange | undefined {
  const { loaded, judged } = moment;
  const lowest = lowestTier(loaded.policy);
  const rules = timed(loaded);
  if (rules.size === 0) return undefined;
  const still = judged.filter(({ rule }) => !rules.has(rule.id));
  const stillAsks = askedTier(still, lowest);
  const tierNow = askedTier(judged, lowest);
  for (const { at, clock } of candidates(moment, tierNow)) {
    // `>` turns a millisecond after the value itself
    for (const instant of [at, at + 1]) {
      const later = judgeAt(moment, instant);
      const tier = askedTier(later, stillAsks);
      if (tier === tierNow) continue;
      const cause = causeOf(later, judged, tier) ?? causeOf(judged, later, tierNow);
      if (cause === undefined) continue;
      const preventedBy = clock && tier > tierNow ? prevention(moment, clock, instant, tier, stillAsks) : undefined;
      return { at: new Date(instant).toISOString(), tier, rule: cause, ...(clock && { clock }), ...(preventedBy && { preventedBy }) };
    }
  }
  return undefined;
}

/** The rule that asks for `tier` in `fired` and did not in `before`. */
function causeOf(fired: readonly Judged[], before: readonly Judged[], tier: number): string | undefined {
  const quiet = new Set(before.filter(({ evaluation, tier: asks }) => evaluation.outcome !== 'yes' || asks !== tier).map(({ rule }) => rule.id));
  return fired.find(({ rule, evaluation, tier: asks }) => rule.mode === 'on' && evaluation.outcome === 'yes' && asks === tier && quiet.has(rule.id))
    ?.rule.id;
}

function judgeAt({ known, loaded, clocks, now }: Moment, at: number): Judged[] {
  return judgeRules(loaded, ticketFacts(known, clocksAt(known, clocks, now, at), at), new Set(timed(loaded).keys()));
}

/** The clocks as they will stand at `at` when nobody acts until then: running ones go on in business time. */
function clocksAt({ policy, priority }: Known, clocks: readonly SlaClock[], now: number, at: number): SlaClock[] {
  const calendar = calendarOf(policy, priority);
  return clocks.map((clock): SlaClock => {
    const { state, usedMs, targetMs, dueAt } = clock;
    if ((state !== 'running' && state !== 'overdue') || usedMs === undefined || targetMs === undefined || !calendar) return clock;
    const used = usedMs + calendar.elapsed(now, at);
    const late = dueAt !== undefined && at > Date.parse(dueAt);
    return {
      ...clock,
      state: late ? 'overdue' : 'running',
      usedMs: used,
      leftMs: targetMs - used,
      percent: targetMs > 0 ? (used / targetMs) * 100 : 100,
    };
  });
}

function calendarOf(policy: Known['policy'], priority: string | undefined): Calendar | undefined {
  const level = policy.priorities.find(({ id }) => id === (priority ?? policy.defaultPriority));
  const spec = policy.calendars[level?.calendar ?? policy.sla.calendar];
  return spec && compileCalendar(spec);
}

/** The answers at `at` had the page looked like `snapshot` since now. */
function judgeInstead(moment: Moment, snapshot: TicketSnapshot, at: number): Judged[] {
  const { known, loaded, history, now } = moment;
  const clocks = slaClocks({ snapshot, policy: known.policy, now, priority: known.priority, history });
  return judgeAt({ ...moment, known: { ...known, snapshot, kept: new Map() }, clocks, loaded }, at);
}

/** Whether another answer of this rule could change the tier: it would raise it, or it is one of those that hold it. */
function mayMove({ rule, evaluation, tier, cappedFrom }: Judged, tierNow: number): boolean {
  if (rule.mode !== 'on' || tier === undefined) return false;
  return evaluation.outcome === 'yes' ? tier === tierNow || (cappedFrom ?? 0) > tierNow : tier > tierNow;
}

/** Instants at which a timed fact crosses a value that a rule names, soonest first. */
function candidates({ known, loaded, clocks, judged, now }: Moment, tierNow: number): { readonly at: number; readonly clock?: ClockName }[] {
  const found = new Map<number, { at: number; clock?: ClockName }>();
  const add = (at: number | undefined, clock?: ClockName) => {
    if (at === undefined || !Number.isFinite(at) || at < now) return;
    if (!found.has(at)) found.set(at, { at, ...(clock && { clock }) });
  };
  const rules = timed(loaded);
  const thresholds = judged.filter((one) => mayMove(one, tierNow)).flatMap(({ rule }) => rules.get(rule.id) ?? []);
  for (const threshold of thresholds) {
    if (threshold.clock === undefined) {
      const start = sinceStart(known.snapshot, threshold.fact);
      const span = threshold.ms ?? shareMs(threshold, clocks);
      if (start !== undefined && span !== undefined) add(start + span);
      continue;
    }
    const clock = clocks.find(({ name }) => name === threshold.clock);
    if (clock && (clock.state === 'running' || clock.state === 'overdue')) add(crossing(clock, threshold, clocks, known, now), clock.name);
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}

const shareMs = ({ shareOf }: TimeThreshold, clocks: readonly SlaClock[]): number | undefined => {
  const target = shareOf && clocks.find(({ name }) => name === shareOf.clock)?.targetMs;
  return target === undefined ? undefined : (target * shareOf!.percent) / 100;
};

/** When a running clock reaches the value, in the business time of its calendar. */
function crossing(
  clock: SlaClock,
  threshold: TimeThreshold,
  clocks: readonly SlaClock[],
  { policy, priority }: Known,
  now: number,
): number | undefined {
  if (threshold.counts === 'used' && threshold.percent === 100) return clock.dueAt === undefined ? undefined : Date.parse(clock.dueAt);
  const { targetMs, usedMs } = clock;
  if (targetMs === undefined || usedMs === undefined) return undefined;
  const value = threshold.percent === undefined ? (threshold.ms ?? shareMs(threshold, clocks)) : (targetMs * threshold.percent) / 100;
  if (value === undefined) return undefined;
  const rest = Math.ceil((threshold.counts === 'used' ? value : targetMs - value) - usedMs);
  if (rest < 0) return undefined;
  return calendarOf(policy, priority)?.dueAt(now, rest);
}

/** The first act of these, from small to large, after which the tier does not rise at that instant. */
function prevention(moment: Moment, clock: ClockName, at: number, tier: number, stillAsks: number): NextChange['preventedBy'] {
  const { known, now } = moment;
  const holds = (snapshot: TicketSnapshot): boolean => askedTier(judgeInstead(moment, snapshot, at), stillAsks) < tier;
  if (holds(answered(known.snapshot, now))) return clock === 'updateOwed' ? 'update-customer' : 'reply';
  // waiting for the customer is honest only when the customer was asked something
  const lastPublic = known.snapshot.messages.findLast(({ internal, role }) => !internal && role !== 'system');
  if (lastPublic?.role === 'agent' && holds(waiting(known.snapshot, now))) return 'set-pending';
  return clock === 'resolution' ? 'resolve' : undefined;
}

const imagined = <T>(value: T): Field<T> => ({ value, from: 'agent', how: 'imagined', sure: 1 });

function answered(snapshot: TicketSnapshot, now: number): TicketSnapshot {
  const at = new Date(now).toISOString();
  return {
    ...snapshot,
    fields: { ...snapshot.fields, ...(!snapshot.fields.firstResponseAt && { firstResponseAt: imagined(at) }) },
    messages: [...snapshot.messages, { role: 'agent', roleSure: 1, internal: false, at, text: '', attachments: [], how: 'imagined' }],
  };
}

function waiting(snapshot: TicketSnapshot, now: number): TicketSnapshot {
  const change = { at: new Date(now).toISOString(), status: 'pending', kind: 'pending' as const };
  const { statusHistory } = snapshot.fields;
  return {
    ...snapshot,
    fields: {
      ...snapshot.fields,
      status: imagined('pending'),
      statusKind: imagined('pending' as const),
      statusHistory: statusHistory ? { ...statusHistory, value: [...statusHistory.value, change] } : imagined([change]),
    },
  };
}
