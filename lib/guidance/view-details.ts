/** The part of the panel's words that a person sees only after they have come to it: how clocks and rules came to their answers, and what was recorded. */
import type { Policy } from '../policy/schema.ts';
import type { ClockNote, SlaClock } from '../sla/sla-clock.ts';
import { type TextKey, localize } from '../text.ts';
import { type Wording, durationText, instantText, listText, shortInstant } from '../text/format.ts';
import type { Assessment, ConditionTrace, EscalationRecord, Unfired } from './assessment.ts';
import { calendarText } from './clock-view.ts';
import { bounceReasons, notNowReasons } from './escalation-reasons.ts';
import { factWord } from '../rules/fact-words.ts';
import type { ReasonView, VerdictView } from './panel-view.ts';
import { evidenceView, ruleTitle, tierName } from './reason-view.ts';
import type { ViewContext } from './view.ts';

export const viewDetails = { clockNotes, conditionText, records, toUnfiredView };
export type ViewDetails = typeof viewDetails;

/** How a clock came to its answer, one line each. */
function clockNotes(clock: SlaClock, policy: Policy, wording: Wording): readonly string[] {
  return clock.why.map((note) => noteText(note, policy, wording)).concat(secondOpinionText(clock, wording));
}

/** What else there is: the helpdesk's own clock beside the policy's, or the other way round. */
function secondOpinionText(clock: SlaClock, wording: Wording): readonly string[] {
  if (!clock.secondOpinion) return [];
  const { source, dueAt, reason } = clock.secondOpinion;
  const words = {
    calendar: 'clock.differs.calendar',
    pause: 'clock.differs.pause',
    target: 'clock.differs.target',
    unknown: 'clock.differs.unknown',
  } as const satisfies Record<typeof reason, TextKey>;
  const at = instantText(Date.parse(dueAt), wording);
  return [`${wording.t(source === 'helpdesk' ? 'clock.helpdeskSays' : 'clock.policySays', { at })} ${wording.t(words[reason])}`];
}

function noteText(note: ClockNote, policy: Policy, wording: Wording): string {
  const { t, language } = wording;
  const when = (iso: string): string => shortInstant(Date.parse(iso), wording);
  const priorityName = (id: string): string => localize(policy.priorities.find((priority) => priority.id === id)?.name ?? id, language);
  switch (note.code) {
    case 'calendar':
      return t('clock.note.calendar', { calendar: calendarText(policy, note.calendar, wording) });
    case 'always-open':
      return t('clock.note.alwaysOpen');
    case 'started':
      return t('clock.note.started', { at: when(note.at) });
    case 'paused':
      return note.to
        ? t('clock.note.paused', { from: when(note.from), to: when(note.to), status: note.status })
        : t('clock.note.pausedSince', { from: when(note.from), status: note.status });
    case 'pauses-not-visible':
      return t('clock.note.pausesNotVisible', { before: when(note.before) });
    case 'status-history-not-visible':
      return t('clock.note.historyNotVisible');
    case 'stopped':
      return t(
        note.by === 'reply' ? 'clock.note.stoppedByReply' : note.by === 'resolved' ? 'clock.note.stoppedByResolved' : 'clock.note.stoppedByUpdate',
        {
          at: when(note.at),
        },
      );
    case 'messages-not-visible':
      return t('clock.note.messagesNotVisible');
    case 'coarse-time':
      return t('clock.note.coarse', { error: durationText(note.errorMs, wording) });
    case 'missing-field':
      return t('clock.needs', { field: factWord(note.field, wording) });
    case 'priority-changed':
      return t('clock.note.priorityChanged', { at: when(note.at), from: priorityName(note.from), to: priorityName(note.to) });
    case 'reopened':
      return t('clock.note.reopened', { at: when(note.at) });
    case 'thanks-ignored':
      return t('clock.note.thanksIgnored', { n: note.message + 1 });
    case 'auto-reply-ignored':
      return t('clock.note.autoReplyIgnored', { n: note.message + 1 });
    case 'assumed-priority':
      return t('clock.note.assumedPriority', { priority: priorityName(note.priority) });
    case 'helpdesk-value':
      return t('clock.note.helpdeskValue', { name: note.name });
  }
}

/** A rule that did not fire or cannot be judged, and why. */
function toUnfiredView(unfired: Unfired, policy: Policy, wording: Wording): ReasonView {
  const { t, language } = wording;
  const rule = policy.rules.find((known) => known.id === unfired.rule);
  const open = unfired.trace.find((condition) => condition.outcome === unfired.outcome);
  const detail =
    unfired.outcome === 'unknown'
      ? t('why.cannotJudge', {
          facts: listText(
            unfired.missing.map((fact) => factWord(fact, wording)),
            wording,
          ),
        })
      : open?.actual !== undefined && open.expected !== undefined
        ? t('why.didNotFireBecause', { actual: open.actual, expected: expectedText(open.expected, wording) })
        : t('why.didNotFire');
  return {
    rule: unfired.rule,
    tone: 'quiet',
    title: ruleTitle(policy, unfired.rule, unfired.title, language),
    evidence: (open?.evidence ?? []).map(evidenceView),
    detail,
    ...(rule?.why && { why: localize(rule.why, language) }),
    ...(rule && { ruleText: rule.rule }),
    conditions: unfired.trace.map((condition) => conditionText(condition, wording)),
  };
}

/** `contacts >= 3: no (2)`. */
function conditionText(condition: ConditionTrace, { t }: Wording): string {
  const outcome = t(condition.outcome === 'yes' ? 'why.yes' : condition.outcome === 'no' ? 'why.no' : 'why.unknown');
  return `${condition.text}: ${outcome}${condition.actual === undefined ? '' : ` (${condition.actual})`}`;
}

const comparisons: Readonly<Record<string, TextKey>> = { '>=': 'why.atLeast', '>': 'why.moreThan', '<=': 'why.atMost', '<': 'why.lessThan' };

/** `at least 3` for `>= 3`. */
function expectedText(expected: string, { t }: Wording): string {
  const [, sign = '', value = ''] = /^([<>]=?)\s*(.+)$/.exec(expected) ?? [];
  const key = Object.hasOwn(comparisons, sign) ? comparisons[sign] : undefined;
  return key ? t(key, { value }) : expected;
}

/** What was recorded about the ticket before, where it still counts. */
function records(context: ViewContext, assessment: Assessment, wording: Wording): Pick<VerdictView, 'handedOver' | 'notNow'> {
  const { policy } = context;
  const { t, language } = wording;
  const last = context.escalations?.at(-1);
  return {
    ...(last?.state === 'escalated' && {
      handedOver: t('verdict.handedOver', { tier: receiverName(last, wording, policy), at: instantText(Date.parse(last.at), wording) }),
    }),
    ...(last?.state === 'bounced' && {
      handedOver: t('verdict.bounced', { tier: tierName(policy, last.toTier, language), reason: reasonText(last.reason, wording) }),
    }),
    ...(context.notNow &&
      context.notNow.tier >= assessment.tier && { notNow: t('verdict.notNow', { reason: reasonText(context.notNow.reason, wording) }) }),
  };
}

/** The tier, and the person or team where the agent named one. */
function receiverName({ toTier, person }: EscalationRecord, { t, language }: Wording, policy: Policy): string {
  const tier = tierName(policy, toTier, language);
  return person ? t('doc.tierPerson', { tier, person }) : tier;
}

const givenReasons: Readonly<Record<string, TextKey>> = { ...notNowReasons, ...bounceReasons };

/** A recorded reason in words. Reasons are stored as codes; one that a person wrote stays as it is. */
function reasonText(reason: string | undefined, { t }: Wording): string {
  if (!reason) return t('verdict.noReason');
  const key = Object.hasOwn(givenReasons, reason) ? givenReasons[reason] : undefined;
  return key ? t(key) : reason;
}
