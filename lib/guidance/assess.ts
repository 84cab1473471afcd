/** Lays the policy over a ticket: the one place where everything that is known becomes a recommendation. */
import { conversationFacts } from '../facts/conversation.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import type { Policy } from '../policy/schema.ts';
import { neverCloses } from '../sla/calendar.ts';
import { nextClockEvent, slaClocks } from '../sla/clocks.ts';
import { localize } from '../text.ts';
import type { TicketSnapshot } from '../ticket.ts';
import type { Action, Assessment, Evidence, History, Marks, Reason, Unfired, Verdict } from './assessment.ts';
import { type CurrentTier, currentTier, lowestTier } from './current-tier.ts';
import { customerFacts } from './customer-facts.ts';
import { type Judged, askedTier, judgeRules } from './judge-rules.ts';
import { mapPriority } from './map-priority.ts';
import { nextChange } from './next-change.ts';
import { statusKind } from './status-kind.ts';
import { stepsOf } from './steps.ts';
import { type Known, ticketFacts } from './ticket-facts.ts';

export interface AssessContext {
  /** What the person marked; what is not marked is not so. Absent: nobody was asked, and every mark is unknown. */
  readonly marks?: Marks | undefined;
  readonly history: History;
}

/** A rule that did not fire is worth a look when its nearest number has gone this share of the way. */
const nearEnough = 0.4;

/**
 * The recommendation for a ticket. Pure, synchronous and total: the same arguments give the same answer, and what is not known
 * is unknown.
 * @param now milliseconds since 1970
 */
export function assess(snapshot: TicketSnapshot, loaded: LoadedPolicy, { marks, history }: AssessContext, now: number): Assessment {
  const { policy } = loaded;
  const raw = snapshot.fields.priority?.value;
  const mapped = raw === undefined ? undefined : mapPriority(policy, raw);
  // a word that the policy does not know is no reason to assume another
  const level = raw === undefined ? policy.defaultPriority : mapped;
  const conversation = conversationFacts(snapshot, policy, history);
  const customer = customerFacts(snapshot, policy);
  const place = currentTier(snapshot, policy, history);
  const known: Known = {
    snapshot,
    policy,
    marks,
    conversation,
    customer,
    priority: level,
    currentTier: place.tier,
    kept: new Map(),
    words: new Map(),
  };
  const clocks = slaClocks({ snapshot, policy, now, priority: mapped ?? level, history });
  const clockEvent = nextClockEvent(clocks, policy, now);
  const kind = statusKind(snapshot);
  const resolved = kind === 'resolved' || kind === 'closed';
  const base = {
    at: new Date(now).toISOString(),
    ...(place.tier !== undefined && { currentTier: place.tier }),
    ...(place.from && { currentTierFrom: place.from }),
    ...(customer.tier && { customerTier: customer.tier.value }),
    ...(customer.vip && { vip: customer.vip.value }),
    clocks,
    facts: conversation,
    ...(clockEvent && { nextClockEvent: clockEvent }),
    notices: noticesOf(policy, place, raw, level, now),
  };
  const priority = { ...(raw !== undefined && { raw }), ...(level !== undefined && { level }) };
  const lowest = lowestTier(policy);
  if (resolved) {
    const nothing = { reasons: [], nearMisses: [], unknown: [], shadow: [], notify: [], flags: [], steps: [], requiredHandoffFields: [] };
    return { ...base, ...nothing, tier: lowest, verdict: 'resolved', urgency: 'quiet', priority };
  }

  const judged = judgeRules(loaded, ticketFacts(known, clocks, now));
  const fired = judged.filter(({ evaluation }) => evaluation.outcome === 'yes');
  const reasons = inOrder(fired.filter(({ rule }) => rule.mode === 'on')).map((one) => reasonOf(one, policy));
  const tier = askedTier(judged, lowest);
  const verdict = verdictOf(tier, place.tier, lowest);
  const toTier = verdict === 'escalate' || verdict === 'unknown-tier' ? tier : undefined;
  const recommended = raisedPriority(reasons, policy, level);
  const flags = [...new Set(reasons.flatMap(({ actions }) => actions.flatMap((action) => (action.do === 'flag' ? [action.flag] : []))))];
  const change = nextChange({ known, loaded, history, clocks, judged, now });
  return {
    ...base,
    tier,
    verdict,
    urgency: urgencyOf(verdict, reasons, flags, policy, tier),
    priority: { ...priority, ...(recommended !== undefined && { recommended }) },
    reasons,
    nearMisses: judged
      .filter(({ rule, evaluation }) => rule.mode === 'on' && evaluation.outcome === 'no' && (evaluation.closeness ?? 0) >= nearEnough)
      .map((one) => unfiredOf(one, policy))
      .sort((a, b) => (b.closeness ?? 0) - (a.closeness ?? 0)),
    unknown: inOrder(judged.filter(({ rule, evaluation }) => rule.mode === 'on' && evaluation.outcome === 'unknown')).map((one) =>
      unfiredOf(one, policy),
    ),
    shadow: inOrder(fired.filter(({ rule }) => rule.mode === 'shadow')).map((one) => reasonOf(one, policy)),
    notify: rolesToNotify(reasons),
    flags,
    steps: stepsOf({
      policy,
      asked: reasons.map(({ rule, actions, tier: asks }) => ({ rule, actions, ...(asks !== undefined && { tier: asks }) })),
      ...(toTier !== undefined && { toTier }),
      ...(recommended !== undefined && { priority: recommended }),
    }),
    requiredHandoffFields: requiredFields(reasons, policy, toTier),
    ...(change && { nextChange: change }),
  };
}

/** Highest tier first, otherwise as the policy orders them. */
function inOrder(judged: readonly Judged[]): Judged[] {
  return judged.toSorted((a, b) => (b.tier ?? 0) - (a.tier ?? 0));
}

function reasonOf({ rule, compiled, evaluation, tier, cappedFrom }: Judged, policy: Policy): Reason {
  const { trace } = evaluation;
  return {
    rule: rule.id,
    title: localize(rule.title, policy.language),
    ...(tier !== undefined && { tier }),
    category: rule.category,
    evidence: distinct(trace.flatMap(({ outcome, evidence }) => (outcome === 'yes' ? evidence : []))),
    actions: compiled.then,
    trace,
    ...(cappedFrom !== undefined && { cappedFrom }),
  };
}

function unfiredOf({ rule, evaluation, tier }: Judged, policy: Policy): Unfired {
  const { outcome, closeness, missing, trace } = evaluation;
  return {
    rule: rule.id,
    title: localize(rule.title, policy.language),
    ...(tier !== undefined && { tier }),
    outcome: outcome === 'unknown' ? 'unknown' : 'no',
    ...(closeness !== undefined && outcome === 'no' && { closeness }),
    missing,
    trace,
  };
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [JSON.stringify(one), one])).values()];
}

function verdictOf(tier: number, current: number | undefined, lowest: number): Verdict {
  if (current === undefined) return tier > lowest ? 'unknown-tier' : 'keep';
  if (tier > current) return 'escalate';
  if (tier < current) return 'above';
  return tier === lowest ? 'keep' : 'already-there';
}

function urgencyOf(verdict: Verdict, reasons: readonly Reason[], flags: readonly string[], policy: Policy, tier: number): Assessment['urgency'] {
  const pressing = flags.includes('urgent') || reasons.some(({ rule }) => policy.rules.find(({ id }) => id === rule)?.urgent === true);
  if (verdict === 'escalate' || verdict === 'unknown-tier') {
    const atOnce = policy.tiers.find((one) => one.tier === tier)?.respondsWithin === 'immediate';
    return pressing || atOnce ? 'urgent' : 'recommend';
  }
  return pressing ? 'recommend' : 'quiet';
}

/** The highest level that rules ask for, where it is above the page's. Rules only ever raise; bumps do not add up. */
function raisedPriority(reasons: readonly Reason[], policy: Policy, level: string | undefined): string | undefined {
  const order = policy.priorities.map(({ id }) => id);
  const at = level === undefined ? undefined : order.indexOf(level);
  const asked = reasons
    .flatMap(({ actions }): readonly Action[] => actions)
    .flatMap((action) => {
      if (action.do === 'set-priority') return [order.indexOf(action.priority)];
      return action.do === 'bump-priority' && at !== undefined ? [Math.max(0, at - 1)] : [];
    })
    .filter((place) => place >= 0);
  const best = Math.min(...asked);
  return asked.length > 0 && (at === undefined || best < at) ? order[best] : undefined;
}

function rolesToNotify(reasons: readonly Reason[]): Assessment['notify'] {
  const roles = new Map<string, string[]>();
  for (const { rule, actions } of reasons)
    for (const action of actions) {
      if (action.do !== 'notify') continue;
      const because = roles.get(action.role) ?? [];
      if (!because.includes(rule)) because.push(rule);
      roles.set(action.role, because);
    }
  return [...roles].map(([role, because]) => ({ role, because }));
}

function requiredFields(reasons: readonly Reason[], policy: Policy, toTier: number | undefined): string[] {
  const byTier = policy.tiers.find(({ tier }) => tier === toTier)?.requires ?? [];
  const byRules = reasons.flatMap(({ actions }) => actions.flatMap((action) => (action.do === 'require-field' ? [action.field] : [])));
  return [...new Set([...byTier, ...byRules])];
}

function noticesOf(policy: Policy, place: CurrentTier, raw: string | undefined, level: string | undefined, now: number): string[] {
  const calendar = policy.calendars[policy.priorities.find(({ id }) => id === level)?.calendar ?? policy.sla.calendar];
  return [
    ...(calendar && neverCloses(calendar) ? ['always-open'] : []),
    ...(policy.expires !== undefined && Date.parse(policy.expires) <= now ? ['policy-expired'] : []),
    ...(raw === undefined && level !== undefined ? ['priority-assumed'] : []),
    ...(raw !== undefined && level === undefined ? ['priority-unknown'] : []),
    ...(place.from === 'default' ? ['tier-assumed'] : []),
  ];
}
