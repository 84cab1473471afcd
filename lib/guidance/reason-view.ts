/** Rules that fired, nearly fired or cannot be judged, in words and with their evidence. */
import type { Policy } from '../policy/schema.ts';
import { type TextKey, type Translate, localize } from '../text.ts';
import { type Wording, agoText, counted, percentText, shortInstant } from '../text/format.ts';
import type { TicketSnapshot } from '../ticket.ts';
import type { Action, Evidence, Reason } from './assessment.ts';
import { clockLabels, factWord } from '../rules/fact-words.ts';
import type { EvidenceView, ReasonView, Tone } from './panel-view.ts';
import type { ViewDetails } from './view-details.ts';

export function tierTone(tier: number | undefined): Tone {
  if (tier === undefined) return 'quiet';
  return tier <= 1 ? 'tier-1' : tier === 2 ? 'tier-2' : tier === 3 ? 'tier-3' : 'tier-4';
}

/** The name of a role or priority as the policy writes it, in the interface language. */
export const roleName = (policy: Policy, id: string, language: string): string =>
  localize(policy.roles.find((role) => role.id === id)?.name ?? id, language);
export const priorityName = (policy: Policy, id: string, language: string): string =>
  localize(policy.priorities.find((priority) => priority.id === id)?.name ?? id, language);
export const tierName = (policy: Policy, tier: number, language: string): string =>
  localize(policy.tiers.find((known) => known.tier === tier)?.name ?? `T${tier}`, language);

/** The rule's title in the interface language; `otherwise` when the policy no longer has the rule. */
export function ruleTitle(policy: Policy, rule: string, otherwise: string, language: string): string {
  return localize(policy.rules.find((known) => known.id === rule)?.title ?? otherwise, language);
}

/** Kinds of evidence, the most telling first. */
const telling: readonly Evidence['kind'][] = ['message', 'clock', 'mark', 'count', 'field', 'value'];

export function toReasonView(reason: Reason, policy: Policy, snapshot: TicketSnapshot, wording: Wording, details?: ViewDetails): ReasonView {
  const rule = policy.rules.find((known) => known.id === reason.rule);
  const source =
    reason.evidence
      .toSorted((a, b) => telling.indexOf(a.kind) - telling.indexOf(b.kind))
      .map((evidence) => sourceText(evidence, snapshot, policy, wording))
      .find((text) => text !== '') ?? '';
  const outcome = outcomeText(reason, policy, wording);
  return {
    rule: reason.rule,
    tone: tierTone(reason.tier),
    title: ruleTitle(policy, reason.rule, reason.title, wording.language),
    evidence: reason.evidence.map(evidenceView),
    detail: [source, outcome].filter(Boolean).join(' → '),
    ...(rule?.why && { why: localize(rule.why, wording.language) }),
    ...(rule && { ruleText: rule.rule }),
    conditions: reason.trace.flatMap((condition) => details?.conditionText(condition, wording) ?? []),
  };
}

/** What the panel makes of an evidence. */
export function evidenceView(evidence: Evidence): EvidenceView {
  switch (evidence.kind) {
    case 'message':
      return { evidence, quote: evidence.text, onPage: true };
    case 'field':
      return { evidence, onPage: true };
    case 'count':
      return { evidence, onPage: evidence.messages.length > 0 };
    case 'clock':
    case 'mark':
    case 'value':
      return { evidence, onPage: false };
  }
}

function sourceText(evidence: Evidence, snapshot: TicketSnapshot, policy: Policy, wording: Wording): string {
  const { t, language } = wording;
  switch (evidence.kind) {
    case 'message': {
      const message = snapshot.messages[evidence.message];
      return [message?.author, message?.at && agoText(Date.parse(message.at), wording)].filter(Boolean).join(', ');
    }
    case 'field':
      return `${factWord(evidence.field, wording)}: ${evidence.text}`;
    case 'clock': {
      const clock = t(clockLabels[evidence.clock]);
      return evidence.since
        ? t('why.clockSince', { clock, at: shortInstant(Date.parse(evidence.since), wording) })
        : t('why.clockUsed', { clock, percent: percentText(evidence.percent, wording) });
    }
    case 'count':
      return counted('why.contacts', evidence.value, wording);
    case 'mark': {
      const criterion = policy.criteria.find((known) => known.id === evidence.mark);
      return t('why.marked', { mark: localize(criterion?.short ?? criterion?.label ?? evidence.mark, language) });
    }
    case 'value':
      return `${factWord(evidence.fact, wording)}: ${evidence.text}`;
  }
}

function outcomeText(reason: Reason, policy: Policy, wording: Wording): string {
  const { t } = wording;
  const parts = reason.actions.map((action) => actionText(action, policy, wording)).filter((text) => text !== '');
  if (reason.tier !== undefined) parts.unshift(t('why.tier', { n: reason.tier }));
  if (reason.cappedFrom !== undefined) parts.push(t('why.capped', { n: reason.cappedFrom }));
  return [...new Set(parts)].join(', ');
}

function actionText(action: Action, policy: Policy, { t, language }: Wording): string {
  switch (action.do) {
    case 'notify':
      return t('why.notify', { role: roleName(policy, action.role, language) });
    case 'set-priority':
      return t('why.priority', { priority: priorityName(policy, action.priority, language) });
    case 'bump-priority':
      return t('why.bump');
    case 'assign':
      return t('why.assign', { role: roleName(policy, action.role, language) });
    case 'flag':
      return flagText(action.flag, t);
    default:
      return '';
  }
}

const knownFlags: Readonly<Record<string, TextKey>> = { review: 'flag.review', urgent: 'flag.urgent' };

/** What a flag asks for; a word that only the policy knows stays as the policy writes it. */
export function flagText(flag: string, t: Translate): string {
  const word = flag.trim().toLowerCase();
  const key = Object.hasOwn(knownFlags, word) ? knownFlags[word] : undefined;
  return key ? t(key) : t('why.flag', { flag });
}
