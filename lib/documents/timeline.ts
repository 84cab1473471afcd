/** What happened when: the handoff's timeline, from messages, status changes and the reason that triggered the escalation. */
import { dateLocale } from '../text/format.ts';
import { localize } from '../text.ts';
import { customerMessages, leadSentence, tellsAction } from './extracts.ts';
import type { Drafting, Filled, HandoffItem, HandoffOptions } from './handoff.ts';
import { messageSource, said } from './quotation.ts';
import { sentencesOf } from './sentences.ts';

const none: Filled = { source: [] };

/** Longer stories keep their beginning and their end. */
const mostEntries = 20;
const keptAtStart = 3;

/** The timeline field: messages, changes of status and priority, and the trigger, oldest first. */
export function timeline(drafting: Drafting): Filled {
  const { snapshot, options, t } = drafting;
  const told = [...messageEvents(drafting), ...changeEvents(drafting)].sort((a, b) => a.ms - b.ms);
  const trigger = triggerEvent(drafting);
  if (told.length === 0 && !trigger) return none;
  const printed = ({ item, coarse }: Omit<Told, 'ms'>): HandoffItem => {
    if (item.at === undefined) return item;
    const at = documentTime(item.at, options);
    return { ...item, at: coarse ? t('doc.about', { at }) : at };
  };
  const left = told.length - mostEntries + 1;
  const shown =
    told.length <= mostEntries
      ? told.map(printed)
      : [
          ...told.slice(0, keptAtStart).map(printed),
          { text: t('doc.timeline.more', { n: left }), label: t('doc.timeline.added'), source: [] },
          ...told.slice(keptAtStart + left).map(printed),
        ];
  const items = [...shown, ...(trigger ? [printed({ item: trigger })] : [])];
  if (told.length === 0) return { items, source: [], missing: 'doc.missing.timeline' };
  return { items, source: [], ...(snapshot.missingMessages === undefined ? {} : { missing: 'doc.missing.timelinePart' as const }) };
}

interface Told {
  readonly ms: number;
  /** The page told the time only roughly. */
  readonly coarse?: boolean;
  /** `at` still as an instant. */
  readonly item: HandoffItem;
}

/** Above this the printed minute would be a guess. */
const coarseFrom = 60_000;

function messageEvents({ snapshot, evidence, spoken, t }: Drafting): Told[] {
  const firstCustomer = customerMessages(snapshot)[0]?.index;
  let ms = Number.NEGATIVE_INFINITY;
  return snapshot.messages.flatMap((message, index): Told[] => {
    // A message without a time keeps its place behind the one before it.
    ms = message.at === undefined ? ms : Date.parse(message.at);
    if (message.role === 'system') return [];
    const action = message.role === 'agent' ? sentencesOf(message, index, spoken).find(tellsAction) : undefined;
    const span = action ?? leadSentence(message, index, evidence, spoken);
    if (!span) return [];
    const label = action
      ? t('doc.timeline.action')
      : message.internal
        ? t('doc.timeline.note')
        : message.role === 'agent'
          ? t('doc.timeline.reply')
          : index === firstCustomer
            ? t(snapshot.missingMessages === undefined ? 'doc.timeline.contact' : 'doc.timeline.earliest')
            : t('doc.timeline.customer');
    const at = message.at === undefined ? {} : { at: message.at };
    const coarse = (message.atErrorMs ?? 0) > coarseFrom;
    return [{ ms, coarse, item: { ...at, label, text: said(span), source: [messageSource(span)] } }];
  });
}

/** Changes of status and priority; what the ticket was created with is part of its beginning, not an event. */
function changeEvents({ snapshot, t }: Drafting): Told[] {
  const { statusHistory, priorityHistory, createdAt } = snapshot.fields;
  const told = (field: 'statusHistory' | 'priorityHistory', at: string, text: string): Told => ({
    ms: Date.parse(at),
    item: {
      at,
      label: t(field === 'statusHistory' ? 'doc.timeline.status' : 'doc.timeline.priority'),
      text,
      source: [{ kind: 'field', field, how: snapshot.fields[field]?.how ?? '' }],
    },
  });
  return [
    ...(statusHistory?.value ?? []).map(({ at, status }) => told('statusHistory', at, status)),
    ...(priorityHistory?.value ?? []).map(({ at, priority }) => told('priorityHistory', at, priority)),
  ].filter(({ ms }) => ms !== Date.parse(createdAt?.value ?? ''));
}

/** When and why the escalation came about: the moment of the leading reason's evidence, else now. */
function triggerEvent({ snapshot, assessment, policy, options, toTier, t }: Drafting): HandoffItem | undefined {
  const asking = assessment.reasons.filter((reason) => reason.tier !== undefined && reason.tier > 1);
  const reasons = asking.length > 0 ? asking : assessment.reasons;
  const top = reasons[0];
  if (!top || toTier === undefined) return undefined;
  const times = top.evidence.flatMap((e) => {
    if (e.kind === 'message') return snapshot.messages[e.message]?.at ?? [];
    return e.kind === 'clock' ? (e.since ?? []) : [];
  });
  return {
    at: times.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? new Date(options.now).toISOString(),
    label: t('doc.timeline.trigger'),
    text: reasons.map((reason) => localize(policy.rules.find(({ id }) => id === reason.rule)?.title ?? reason.title, options.language)).join('; '),
    source: reasons.map((reason) => ({ kind: 'rule', rule: reason.rule })),
  };
}

/** An instant for a document that is read elsewhere: with its zone. A date alone stays a date. */
export function documentTime(iso: string, { language, zone }: Pick<HandoffOptions, 'language' | 'zone'>): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  const dateAlone = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const { day, clock } = formatsOf(dateLocale(language), dateAlone ? 'UTC' : zone);
  if (dateAlone) return day.format(at);
  const parts = clock.formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  return `${day.format(at)}, ${part('hour')}:${part('minute')} ${part('timeZoneName')}`;
}

interface Formats {
  readonly day: Intl.DateTimeFormat;
  readonly clock: Intl.DateTimeFormat;
}

/** Making a format takes far longer than using it. */
const formats = new Map<string, Formats>();
function formatsOf(locale: string, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`;
  const made = formats.get(key) ?? {
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }),
    clock: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short', timeZone }),
  };
  formats.set(key, made);
  return made;
}
