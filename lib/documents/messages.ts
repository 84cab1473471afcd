/**
 * Messages of the escalation flow, filled from the ticket: in the customer's language where the policy has it. A place that cannot be
 * filled stays visible, like `[Summary of resolution]`, and is listed, so nothing is made up to close a sentence.
 */
import type { Assessment } from '../guidance/assessment.ts';
import type { Policy } from '../policy/schema.ts';
import { parseDuration } from '../sla/duration.ts';
import { messageAudience, type MessageKind } from './message-kinds.ts';
import { languages, localize, translator, type TextKey, type Translate } from '../text.ts';
import { counted, instantText } from '../text/format.ts';
import type { TicketSnapshot } from '../ticket.ts';
import { defaultTemplates } from '../policy/default-templates.ts';
import { receiver, receivingTier } from './handoff.ts';
import { categoryText } from './categories.ts';
import { evidenceSpans, mainSentence } from './extracts.ts';
import { fillPlaces, knownNames, type PlaceValues, withNames } from './message-places.ts';
import { checkTemplate } from './template.ts';
import { problemText } from './choose-template.ts';

export interface MessageOptions {
  /** Language of the interface: of messages to colleagues, and of notes. */
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly zone: string;
  /** The receiver by name, if chosen. */
  readonly person?: string;
  /** The agent's own name, for templates that sign. */
  readonly agent?: string;
  /** The person's choice of tier where it differs from the policy's. */
  readonly toTier?: number;
  /** Language the person chose for this message. */
  readonly inLanguage?: string;
}

export interface MessageDraft {
  readonly kind: MessageKind;
  readonly audience: 'customer' | 'colleague';
  /** Language of the text. */
  readonly language: string;
  readonly text: string;
  /** Places that stay open, as printed in the text. */
  readonly unresolved: readonly string[];
  /** What the person should know: another language than the customer's, a template that cannot be used. */
  readonly notes: readonly string[];
}

/** Fills one message. Total: what is not known stays a visible place. */
export function draftMessage(
  kind: MessageKind,
  snapshot: TicketSnapshot,
  assessment: Assessment,
  policy: Policy,
  options: MessageOptions,
): MessageDraft {
  const notes: string[] = [];
  const audience = messageAudience[kind];
  const language = languageOf(kind, audience, assessment, policy, options, notes);
  const speaks = languages.includes(language.split('-')[0] ?? '');
  const t = translator(language);
  const template = templateOf(kind, language, policy, options, notes);
  const values = valuesOf(snapshot, assessment, policy, options, language, speaks, t);
  const { text, open } = fillPlaces(template, values, t);
  return { kind, audience, language, text, unresolved: open, notes };
}

function languageOf(
  kind: MessageKind,
  audience: 'customer' | 'colleague',
  assessment: Assessment,
  policy: Policy,
  options: MessageOptions,
  notes: string[],
): string {
  const own: Readonly<Record<string, string>> | string =
    (Object.hasOwn(policy.templates, kind) ? policy.templates[kind] : undefined) ?? defaultTemplates[kind];
  const has = (language: string) => typeof own !== 'string' && Object.hasOwn(own, language);
  const fallback = typeof own === 'string' || has(policy.language) ? policy.language : 'en';
  if (options.inLanguage !== undefined && has(options.inLanguage)) return options.inLanguage;
  if (audience === 'colleague') return has(options.language) ? options.language : fallback;
  const customer = assessment.facts.language;
  const t = translator(options.language);
  if (customer === undefined) {
    notes.push(t('doc.message.unknownLanguage'));
    return fallback;
  }
  if (has(customer) || customer === fallback) return customer;
  notes.push(
    t('doc.message.otherLanguage', { customer: languageName(customer, options.language), message: languageName(fallback, options.language) }),
  );
  return fallback;
}

function languageName(language: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

function templateOf(kind: MessageKind, language: string, policy: Policy, options: MessageOptions, notes: string[]): string {
  const own = Object.hasOwn(policy.templates, kind) ? policy.templates[kind] : undefined;
  if (own !== undefined) {
    const template = withNames(localize(own, language));
    const problem = checkTemplate(template, knownNames)[0];
    if (!problem) return template;
    notes.push(problemText(problem, translator(options.language)));
  }
  return withNames(localize(defaultTemplates[kind], language));
}

function valuesOf(
  snapshot: TicketSnapshot,
  assessment: Assessment,
  policy: Policy,
  options: MessageOptions,
  language: string,
  speaks: boolean,
  t: Translate,
): PlaceValues {
  const { requester, organization, id } = snapshot.fields;
  const tier = receivingTier(assessment, options.toTier);
  const spec = policy.tiers.find((x) => x.tier === tier);
  const top = assessment.reasons[0];
  const sentiment = assessment.facts.sentiment?.label;
  const level = assessment.priority.recommended ?? assessment.priority.level;
  const priority = policy.priorities.find((p) => p.id === level);
  const name = requester?.value.name;
  // A language without a catalogue has no words of ours: such places stay open rather than turn English in the middle.
  const ours = (value: string | undefined) => (speaks ? value : undefined);
  return {
    tier: spec && tier !== undefined && tier > 1 ? localize(spec.name, language) : undefined,
    issueType: ours(tier === undefined || tier === 1 ? undefined : t(issueKeys[top?.category ?? ''] ?? 'doc.issue.general')),
    timeframe: spec && tier !== undefined && tier > 1 ? ours(timeframeText(spec.respondsWithin, policy, language, t)) : undefined,
    id: id?.value,
    to: tier === undefined ? options.person : ours(receiver(tier, policy, language, t, options.person)),
    oneSentence: capital(mainSentence(snapshot, evidenceSpans(assessment.reasons), assessment.facts.language)?.text),
    mood: sentiment && ours(t(`doc.sentiment.${sentiment}`).toLocaleLowerCase(language)),
    urgency: ours(urgencyNote(assessment, options, language, t)) ?? '',
    resolution: undefined,
    customer: name ?? organization?.value ?? requester?.value.email,
    category: top && ours(categoryText(top.category, t)),
    priority: priority ? localize(priority.name, language) : assessment.priority.raw,
    agent: options.agent,
  };
}

/** What a tier's people know, in words for the customer; the reasons that are about us (SLA, VIP) are not among them. */
const issueKeys: Readonly<Record<string, TextKey>> = {
  'Legal or regulatory': 'doc.issue.complaint',
  'PR or reputation': 'doc.issue.complaint',
  Security: 'doc.issue.security',
  Technical: 'doc.issue.technical',
  Billing: 'doc.issue.billing',
  'Manager requested': 'doc.issue.decision',
  'Policy exception': 'doc.issue.decision',
};

/** A tier's promise in words: `4 business hours`, or `4 hours` where the calendar is always open. @param duration as in the policy. */
export function timeframeText(duration: string, policy: Policy, language: string, t: Translate): string | undefined {
  const ms = parseDuration(duration);
  if (ms === undefined) return undefined;
  if (ms === 0) return t('doc.timeframe.soon');
  const calendar = policy.calendars[policy.sla.calendar];
  const open = calendar === undefined || calendar.alwaysOpen === true || calendar.hours === undefined;
  const minutes = Math.ceil(ms / 60_000);
  const [base, n] = minutes % 60 === 0 ? (['hours', minutes / 60] as const) : (['minutes', minutes] as const);
  if (open) return counted(`doc.timeframe.${base}`, n, { t, language });
  return counted(base === 'hours' ? 'doc.timeframe.businessHours' : 'doc.timeframe.businessMinutes', n, { t, language });
}

/** The most pressing clock, if one is overdue or past its warning. */
function urgencyNote(assessment: Assessment, { now, zone }: MessageOptions, language: string, t: Translate): string | undefined {
  const pressing = assessment.clocks
    .filter((clock) => clock.dueAt !== undefined && (clock.state === 'overdue' || (clock.state === 'running' && isPast(clock.warnAt, now))))
    .sort((a, b) => Date.parse(a.dueAt ?? '') - Date.parse(b.dueAt ?? ''))[0];
  if (!pressing?.dueAt) return undefined;
  const at = instantText(Date.parse(pressing.dueAt), { t, language, zone, now });
  return t(pressing.state === 'overdue' ? 'doc.urgency.overdue' : 'doc.urgency.due', { clock: t(`clock.${pressing.name}`), at });
}

const isPast = (at: string | undefined, now: number) => at !== undefined && Date.parse(at) <= now;

function capital(sentence: string | undefined): string | undefined {
  return sentence === undefined ? undefined : sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}
