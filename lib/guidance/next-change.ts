/**
 * When the recommendation changes if nobody acts. Time moves only clocks and time spans, and a rule's answer can turn only
 * where one of them crosses a value that the rule names, so only those instants are judged.
 */
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import { ruleContext } from '../rules/context.ts';
import { type TimeThreshold, timeThresholds } from '../rules/time-thresholds.ts';
import { compileCalendar } from '../sla/calendar.ts';
import { slaClocks } from '../sla/clocks.ts';
import type { ClockName, SlaClock } from '../sla/sla-clock.ts';
import type { Field, TicketSnapshot } from '../ticket.ts';
import type { History, NextChange } from './assessment.ts';
import { lowestTier } from './current-tier.ts';
import { type Judged, askedTier, judgeRules } from './judge-rules.ts';
import { type Known, sinceStart, ticketFacts } from './ticket-facts.ts';

interface Timed {
  readonly rules: ReadonlySet<string>;
  readonly thresholds: readonly TimeThreshold[];
}
const timedOf = new WeakMap<LoadedPolicy, Timed>();

/** The rules that can change by time, and all values at which they can. */
function timed(loaded: LoadedPolicy): Timed {
  let made = timedOf.get(loaded);
  if (!made) {
    const context = ruleContext(loaded.policy);
    const found = loaded.rules.map((rule) => ({ id: rule.id, thresholds: timeThresholds(rule, context) }));
    made = {
      rules: new Set(found.filter(({ thresholds }) => thresholds.length > 0).map(({ id }) => id)),
      thresholds: [...new Map(found.flatMap(({ thresholds }) => thresholds).map((one) => [JSON.stringify(one), one])).values()],
    };
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
  const { rules } = timed(loaded);
  if (rules.size === 0) return undefined;
  const still = judged.filter(({ rule }) => !rules.has(rule.id));
  const stillAsks = askedTier(still, lowest);
  const tierNow = askedTier(judged, lowest);
  for (const { at, clock } of candidates(moment)) {
    // `>` turns a millisecond after the value itself
    for (const instant of [at, at + 1]) {
      const later = judgeAt(moment, moment.known.snapshot, instant);
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

function judgeAt({ known, loaded, history }: Moment, snapshot: TicketSnapshot, at: number): Judged[] {
  const { policy, priority } = known;
  const clocks = slaClocks({ snapshot, policy, now: at, priority, history });
  return judgeRules(loaded, ticketFacts({ ...known, snapshot }, clocks, at), timed(loaded).rules);
}

/** Instants at which a timed fact crosses a value that a rule names, soonest first. */
function candidates({ known, loaded, clocks, now }: Moment): { readonly at: number; readonly clock?: ClockName }[] {
  const found = new Map<number, { at: number; clock?: ClockName }>();
  const add = (at: number | undefined, clock?: ClockName) => {
    if (at === undefined || !Number.isFinite(at) || at < now) return;
    if (!found.has(at)) found.set(at, { at, ...(clock && { clock }) });
  };
  for (const threshold of timed(loaded).thresholds) {
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
  const level = policy.priorities.find(({ id }) => id === (priority ?? policy.defaultPriority));
  const spec = policy.calendars[level?.calendar ?? policy.sla.calendar];
  return spec && compileCalendar(spec).dueAt(now, rest);
}

/** The first act of these, from small to large, after which the tier does not rise at that instant. */
function prevention(moment: Moment, clock: ClockName, at: number, tier: number, stillAsks: number): NextChange['preventedBy'] {
  const { known, now } = moment;
  const holds = (snapshot: TicketSnapshot): boolean => askedTier(judgeAt(moment, snapshot, at), stillAsks) < tier;
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
