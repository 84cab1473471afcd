/** Turns an assessment into what the panel shows. Every word is decided here; components only lay it out. */
import type { Policy } from '../policy/schema.ts';
import { type TextKey, localize, translator } from '../text.ts';
import { type Wording, briefDuration, counted, durationText, listText, shortInstant } from '../text/format.ts';
import type { TicketSnapshot } from '../ticket.ts';
import type { Assessment, EscalationRecord, Marks } from './assessment.ts';
import { calendarText, liveClock, toClockView } from './clock-view.ts';
import { clockLabels } from '../rules/fact-words.ts';
import { notRead } from './field-labels.ts';
import { noticesOf } from './notice-view.ts';
import type { ClockView, MarkView, PanelView, Prompting, VerdictView } from './panel-view.ts';
import { priorityName, ruleTitle, tierName, tierTone, toReasonView } from './reason-view.ts';
import { toStepView } from './step-view.ts';
import type { ViewDetails } from './view-details.ts';

export interface ViewContext {
  /** BCP 47 language of the interface. */
  readonly language: string;
  /** Milliseconds since 1970-01-01T00:00Z; at or after the instant of the assessment. */
  readonly now: number;
  readonly policy: Policy;
  readonly snapshot: TicketSnapshot;
  /** IANA zone in which due times are printed; absent = the browser's own. */
  readonly zone?: string;
  /** The product's name, e.g. `Request Tracker`; absent = the page itself (generic reader). */
  readonly helpdeskName?: string;
  readonly marks?: Marks;
  readonly doneSteps?: readonly string[];
  readonly escalations?: readonly EscalationRecord[];
  readonly notNow?: { readonly tier: number; readonly reason: string };
  readonly prompting?: Prompting;
  /** Makes what a person sees only after they have come to the panel; absent = it is not loaded yet, and left out. */
  readonly details?: ViewDetails;
}

/** The one-sentence summary names as many reasons as fit into this many characters, the first one always. */
const sentenceLength = 90;
/** How many near misses are worth a look. */
const nearMissesShown = 5;

/** Pure and total: the same inputs give the same words. */
export function toPanelView(assessment: Assessment, context: ViewContext): PanelView {
  const { language, policy, snapshot, now, details } = context;
  const wording: Wording = { t: translator(language), language, now, ...(context.zone && { zone: context.zone }) };
  const { t } = wording;
  const assessedAt = Date.parse(assessment.at);
  const shown = assessment.clocks.filter((clock) => clock.state !== 'none');
  const clocks = shown.map((clock) => toClockView(clock, assessedAt, policy.sla.warnAtPercent, policy, wording, details));
  const nearMisses = assessment.nearMisses.slice(0, nearMissesShown);
  const steps = assessment.steps.map((step) => toStepView(step, assessment, policy, context.doneSteps ?? [], wording));
  const verdict = verdictView(assessment, context, wording);
  const ticks = clocks.flatMap((clock) => (clock.tickIn === undefined ? [] : [clock.tickIn]));
  const fieldCount = Object.keys(snapshot.fields).length + Object.keys(snapshot.customFields).length;
  const source = context.helpdeskName ?? t('footer.thisPage');
  return {
    header: { title: snapshot.fields.subject?.value ?? t('header.noSubject'), ...(snapshot.fields.id && { id: `#${snapshot.fields.id.value}` }) },
    verdict,
    ...clocksNote(assessment, context, wording),
    clocks: clocks.map((clock) => clock.view),
    reasons: assessment.reasons.map((reason) => toReasonView(reason, policy, snapshot, wording, details)),
    nearMissCount: nearMisses.length,
    nearMisses: nearMisses.flatMap((unfired) => details?.toUnfiredView(unfired, policy, wording) ?? []),
    unknownCount: assessment.unknown.length,
    unknown: assessment.unknown.flatMap((unfired) => details?.toUnfiredView(unfired, policy, wording) ?? []),
    steps,
    ...(steps.length > 0 && { stepsNote: t('steps.done', { done: steps.filter((step) => step.done).length, all: steps.length }) }),
    marks: policy.criteria.map((criterion): MarkView => {
      const help = criterion.help ?? (criterion.short ? criterion.label : undefined);
      return {
        id: criterion.id,
        label: localize(criterion.short ?? criterion.label, language),
        ...(help && { help: localize(help, language) }),
        on: context.marks?.[criterion.id] ?? false,
      };
    }),
    notices: noticesOf(assessment, snapshot, wording),
    notRead: notRead(snapshot, wording),
    footer: counted('footer.readFrom', fieldCount, wording, { source }),
    edge: edgeOf(
      assessment,
      verdict,
      clocks.map((clock) => clock.view),
      wording,
    ),
    announce: announcements(
      verdict,
      clocks.map((clock) => clock.view),
      wording,
    ),
    tiers: policy.tiers.map((tier) => {
      const reached = tier.reached?.group ?? tier.reached?.channel ?? tier.reached?.person;
      return { tier: tier.tier, name: localize(tier.name, language), current: tier.tier === assessment.currentTier, ...(reached && { reached }) };
    }),
    prompting: context.prompting ?? policy.prompting ?? 'silent',
    ...(ticks.length > 0 && { nextTick: now + Math.min(...ticks) }),
  };
}

const headlines = {
  keep: 'verdict.keep',
  escalate: 'verdict.escalate',
  'already-there': 'verdict.alreadyThere',
  above: 'verdict.above',
  resolved: 'verdict.resolved',
  'unknown-tier': 'verdict.unknownTier',
} as const satisfies Record<Assessment['verdict'], TextKey>;

function verdictView(assessment: Assessment, context: ViewContext, wording: Wording): VerdictView {
  const { policy, details } = context;
  const { t, language } = wording;
  const { verdict, currentTier } = assessment;
  const tier = verdict === 'keep' || verdict === 'above' || verdict === 'resolved' ? (currentTier ?? assessment.tier) : assessment.tier;
  const quiet = verdict === 'resolved' || verdict === 'above';
  const future = futureText(assessment, wording);
  const last = context.escalations?.at(-1);
  // the page may go on to show the group from which it was handed over
  const received = verdict === 'escalate' && last?.state === 'escalated' && last.toTier >= tier;
  const key = received
    ? headlines['already-there']
    : verdict === 'escalate' && assessment.urgency === 'urgent'
      ? 'verdict.escalateNow'
      : headlines[verdict];
  return {
    verdict,
    urgency: assessment.urgency,
    tier,
    badge: `T${tier}`,
    tone: quiet ? 'quiet' : tierTone(verdict === 'keep' ? 1 : tier),
    headline: t(key, { tier: tierName(policy, tier, language), n: tier }),
    sentence: sentenceOf(assessment, policy, wording),
    ...(future && { future }),
    ...(verdict === 'unknown-tier' && {
      ask: {
        question: t('verdict.whereIsIt'),
        tiers: policy.tiers.map((known) => ({ tier: known.tier, name: localize(known.name, language), current: false })),
      },
    }),
    withReceiver: last?.state === 'escalated',
    ...details?.records(context, assessment, wording),
  };
}

function sentenceOf(assessment: Assessment, policy: Policy, wording: Wording): string {
  const { t, language } = wording;
  const { verdict } = assessment;
  if (verdict === 'resolved') return t('verdict.resolvedWhy');
  if (verdict === 'above') return t('verdict.aboveWhy', { tier: tierName(policy, assessment.tier, language) });
  if (assessment.reasons.length === 0)
    return t(assessment.unknown.some((rule) => rule.tier !== undefined) ? 'verdict.nothingKnown' : 'verdict.nothing');
  const asking = assessment.reasons.filter((reason) => reason.tier !== undefined);
  const titles = (asking.length > 0 ? asking : assessment.reasons).map((reason) => ruleTitle(policy, reason.rule, reason.title, language));
  let length = 0;
  const named = titles.filter((title, index) => {
    length += title.length;
    return index === 0 || length <= sentenceLength;
  });
  const reasons = listText(
    named.map((title, index) => (index === 0 ? title : inSentence(title, language))),
    wording,
  );
  return verdict === 'keep' ? t('verdict.keepBecause', { reasons }) : t('verdict.because', { reasons });
}

/** A title in the middle of a sentence: lower case unless it starts with an acronym. Only where the language writes nouns small. */
function inSentence(title: string, language: string): string {
  const smallNouns = /^(en|vi)\b/.test(language);
  return smallNouns && /^\p{Lu}[\p{Ll}\s]/u.test(title) ? title.charAt(0).toLocaleLowerCase(language) + title.slice(1) : title;
}

const preventions = {
  reply: 'future.unlessReply',
  resolve: 'future.unlessResolve',
  'update-customer': 'future.unlessUpdate',
  'set-pending': 'future.unlessPending',
} as const satisfies Record<string, TextKey>;

function futureText(assessment: Assessment, wording: Wording): string | undefined {
  const { nextChange } = assessment;
  if (!nextChange) return undefined;
  const { t } = wording;
  const params = { n: nextChange.tier, at: shortInstant(Date.parse(nextChange.at), wording) };
  return nextChange.preventedBy ? t(preventions[nextChange.preventedBy], params) : t('future.line', params);
}

function clocksNote(assessment: Assessment, context: ViewContext, wording: Wording): { clocksNote?: string } {
  const { policy } = context;
  const level = assessment.priority.level;
  const calendar = policy.priorities.find((priority) => priority.id === level)?.calendar ?? policy.sla.calendar;
  const parts = [level ? priorityName(policy, level, wording.language) : assessment.priority.raw, calendarText(policy, calendar, wording)];
  return { clocksNote: parts.filter(Boolean).join(' · ') };
}

function edgeOf(assessment: Assessment, verdict: VerdictView, clocks: readonly ClockView[], wording: Wording): PanelView['edge'] {
  const { t, now } = wording;
  const assessedAt = Date.parse(assessment.at);
  const pressing = assessment.clocks
    .filter((clock) => clock.state === 'running' || clock.state === 'overdue')
    .map((clock) => ({ clock, left: liveClock(clock, assessedAt, now).leftMs }))
    .filter((entry): entry is typeof entry & { left: number } => entry.left !== undefined)
    .sort((a, b) => a.left - b.left)[0];
  const base = { badge: verdict.badge, tone: verdict.tone };
  if (!pressing) return { ...base, deadlineTone: 'quiet', label: t('edge.label', { headline: verdict.headline }) };
  const view = clocks.find((clock) => clock.name === pressing.clock.name);
  const deadline = pressing.left < 0 ? `−${briefDuration(pressing.left, wording)}` : briefDuration(pressing.left, wording);
  const clock = t(clockLabels[pressing.clock.name]);
  const left = view?.left ?? durationText(pressing.left, wording);
  return { ...base, deadline, deadlineTone: view?.tone ?? 'quiet', label: t('edge.labelWithClock', { headline: verdict.headline, clock, left }) };
}

function announcements(verdict: VerdictView, clocks: readonly ClockView[], { t }: Wording): readonly string[] {
  const crossed = clocks.flatMap((clock) =>
    clock.tone === 'warn'
      ? [t('announce.warning', { clock: clock.label })]
      : clock.state === 'overdue'
        ? [t('announce.overdue', { clock: clock.label })]
        : [],
  );
  return [t('announce.tier', { badge: verdict.tier, headline: verdict.headline }), ...crossed, ...(verdict.notNow ? [verdict.notNow] : [])];
}
