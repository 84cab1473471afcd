/**
 * The handoff document: filled from the page, the assessment and the policy, field by field, each with its source. What cannot be
 * filled says what is missing. The person's own wording always wins. Pure; printing it is `handoff-print.ts`.
 *
 * Longer than most files since it is the one place where every field of the document is filled.
 */
import type { Assessment, Reason, Step } from '../guidance/assessment.ts';
import type { Policy } from '../policy/schema.ts';
import type { ClockName } from '../sla/sla-clock.ts';
import type { TextSpan } from '../facts/text-facts.ts';
import { localize, translator, type TextKey, type Translate } from '../text.ts';
import type { FieldName, TicketSnapshot } from '../ticket.ts';
import { categoryText } from './categories.ts';
import { attempts, evidenceSpans, expectationSentences, summarySentences, type WeightedSpan } from './extracts.ts';
import { withHandoffPlaces } from './handoff-places.ts';
import { messageSource, said } from './quotation.ts';
import { type HandoffFieldId, handoffFieldIds } from './handoff-fields.ts';
import { timeline } from './timeline.ts';
import { chooseTemplate, documentLanguage } from './choose-template.ts';

/** Where a filled value comes from, so that the panel can show the place. */
export type HandoffSource =
  | ({ readonly kind: 'message' } & TextSpan)
  | { readonly kind: 'field'; readonly field: FieldName; readonly how: string }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'clock'; readonly clock: ClockName }
  | { readonly kind: 'policy' }
  | { readonly kind: 'person' };

export interface HandoffItem {
  readonly text: string;
  /** Timeline only: printed date and time. Absent = not known. */
  readonly at?: string;
  /** Timeline only: what kind of entry. */
  readonly label?: string;
  readonly source: readonly HandoffSource[];
}

export interface HandoffField {
  readonly id: HandoffFieldId;
  /** As printed in the document. */
  readonly label: string;
  /** `list` fields have `items`, the others a `value`; both absent when nothing could be filled. */
  readonly shape: 'line' | 'block' | 'list';
  readonly value?: string;
  readonly items?: readonly HandoffItem[];
  readonly source: readonly HandoffSource[];
  /** A sentence that says what is missing; the field may still be partly filled. */
  readonly missing?: string;
  /** What the document prints while it is not filled, e.g. `[Number]`. */
  readonly placeholder: string;
  /** The person's own wording is in place. */
  readonly edited: boolean;
}

export interface HandoffDraft {
  /** Language of the whole document: the wanted one if the policy's template has it. Quotations stay as written. */
  readonly language: string;
  /** The tier it goes to; absent when nobody asks for an escalation and nobody chose one. */
  readonly toTier?: number;
  readonly fields: readonly HandoffField[];
  /** What the receiving tier asks for before it accepts the ticket. */
  readonly requires: readonly { readonly id: string; readonly label: string; readonly done: boolean }[];
  readonly completeness: { readonly done: number; readonly total: number };
  /** The policy's template in the document's language, or the product's own. */
  readonly template: string;
  /** Why the policy's template is not used; absent = it is, or it has none. */
  readonly templateProblem?: string;
}

export interface HandoffOptions {
  /** Language of the document: `en`, `vi`, or another one the interface speaks. */
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA zone in which times are printed. */
  readonly zone: string;
  /** Field id -> the person's wording; one line per item for lists. */
  readonly edits?: Readonly<Record<string, string>>;
  /** The person's choice of receiver where it differs from the policy's. */
  readonly toTier?: number;
  /** Who receives it, if chosen. */
  readonly person?: string;
}

/** Names that a handoff template may use. */
export const handoffNames: ReadonlySet<string> = new Set([...handoffFieldIds, 'at', 'label', 'text', 'n']);

/** What the fields are filled from. */
export interface Drafting {
  readonly snapshot: TicketSnapshot;
  readonly assessment: Assessment;
  readonly policy: Policy;
  readonly options: HandoffOptions;
  readonly t: Translate;
  readonly toTier: number | undefined;
  readonly evidence: readonly WeightedSpan[];
  /** Language of the conversation, for splitting sentences. */
  readonly spoken: string | undefined;
}

/** What a field is filled with; `missing` also for one that is filled in part. */
export type Filled = Pick<HandoffField, 'value' | 'items' | 'source'> & { readonly missing?: TextKey };

const none: Filled = { source: [] };

/** The document of a ticket as far as it can be filled. Total: any snapshot gives a draft. */
export function draftHandoff(snapshot: TicketSnapshot, assessment: Assessment, policy: Policy, wanted: HandoffOptions): HandoffDraft {
  const options = { ...wanted, language: documentLanguage(policy, 'handoff', wanted.language) };
  const drafting: Drafting = {
    snapshot,
    assessment,
    policy,
    options,
    t: translator(options.language),
    toTier: receivingTier(assessment, options.toTier),
    evidence: evidenceSpans(assessment.reasons),
    spoken: assessment.facts.language,
  };
  const fields = handoffFieldIds.map((id) => fieldOf(id, drafting));
  const requires = requirements(fields, drafting);
  return {
    language: options.language,
    ...(drafting.toTier === undefined ? {} : { toTier: drafting.toTier }),
    fields,
    requires,
    completeness: { done: requires.filter((r) => r.done).length, total: requires.length },
    ...chooseTemplate(policy, 'handoff', options.language, handoffNames, withHandoffPlaces),
  };
}

/** The tier a ticket goes to: the person's choice, else the policy's when it asks for one above the ticket's own. */
export function receivingTier(assessment: Assessment, chosen?: number): number | undefined {
  if (chosen !== undefined) return chosen;
  return assessment.verdict === 'escalate' || assessment.verdict === 'unknown-tier' || assessment.verdict === 'already-there'
    ? assessment.tier
    : undefined;
}

/** What the person edits: the value, or one line per item. Empty when nothing is filled. */
export function fieldText(field: HandoffField): string {
  if (!field.items) return field.value ?? '';
  return field.items
    .map((item) => [item.at, item.label === undefined ? item.text : `${item.label}: ${item.text}`].filter(Boolean).join(' - '))
    .join('\n');
}

const shapes: Partial<Record<HandoffFieldId, HandoffField['shape']>> = {
  summary: 'block',
  sentiment: 'block',
  expectation: 'block',
  timeline: 'list',
  tried: 'list',
  nextSteps: 'list',
  attachments: 'list',
};

function fieldOf(id: HandoffFieldId, drafting: Drafting): HandoffField {
  const { t, options } = drafting;
  const shape = shapes[id] ?? 'line';
  const placeholder = id === 'stakeholders' ? '' : t(`doc.place.${id === 'timeline' ? 'contact' : id}`);
  const base = { id, label: t(`doc.field.${id}`), shape, placeholder } as const;
  const own = options.edits && Object.hasOwn(options.edits, id) ? options.edits[id]?.trim() : undefined;
  if (own !== undefined) {
    // Emptied by the person is not the same as never touched: it stays empty and says what is missing.
    if (own === '') return { ...base, source: [], missing: t(`doc.missing.${id}`), edited: true };
    const source: HandoffSource[] = [{ kind: 'person' }];
    return shape === 'list' ? { ...base, items: ownItems(id, own, drafting), source, edited: true } : { ...base, value: own, source, edited: true };
  }
  const { missing, ...filled } = fillers[id](drafting);
  const empty = filled.value === undefined && (filled.items?.length ?? 0) === 0;
  const key = missing ?? (empty ? (`doc.missing.${id}` as const) : undefined);
  return { ...base, ...filled, ...(key ? { missing: t(key) } : {}), edited: false };
}

/** Lines the person wrote, in the form `fieldText` prints them. */
function ownItems(id: HandoffFieldId, text: string, { t }: Drafting): HandoffItem[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const source: HandoffSource[] = [{ kind: 'person' }];
      if (id !== 'timeline') return { text: line, source };
      const parts = /^(.*?(?:\d{1,2}:\d{2}|\d{4}).*?) [-–] (?:([^:]{1,40}): )?(.+)$/.exec(line);
      if (!parts) return { text: line, label: t('doc.timeline.added'), source };
      return { text: parts[3] ?? line, at: parts[1] ?? '', label: parts[2] ?? t('doc.timeline.added'), source };
    });
}

const fillers: Readonly<Record<HandoffFieldId, (drafting: Drafting) => Filled>> = {
  ticketId: ({ snapshot }) => fromField(snapshot, 'id', (id) => id),
  customer: customer,
  priority: priority,
  escalatingTo: ({ toTier, policy, options, t }) =>
    toTier === undefined ? none : { value: receiver(toTier, policy, options.language, t, options.person), source: [{ kind: 'policy' }] },
  reason: ({ assessment, t }) => {
    const top = assessment.reasons[0];
    return top ? { value: categoryText(top.category, t), source: [{ kind: 'rule', rule: top.rule }] } : none;
  },
  summary: ({ snapshot, evidence, spoken }) => quoted(summarySentences(snapshot, evidence, spoken)),
  timeline: timeline,
  tried: ({ snapshot, spoken, t }) => ({
    items: attempts(snapshot, spoken).map(({ action, result }) => ({
      text: result ? t('doc.tried.result', { action: said(action), result: result.text }) : said(action),
      source: [messageSource(action), ...(result ? [messageSource(result)] : [])],
    })),
    source: [],
  }),
  sentiment: sentiment,
  expectation: ({ snapshot, spoken }) => quoted(expectationSentences(snapshot, spoken)),
  nextSteps: nextSteps,
  attachments: ({ snapshot, t }) => {
    const items = snapshot.messages.flatMap((message, index) =>
      message.attachments.map((name): HandoffItem => {
        const text = message.author === undefined ? name : t('doc.attachmentFrom', { name, author: message.author });
        return { text, source: [{ kind: 'message', message: index, start: 0, end: 0, text: '' }] };
      }),
    );
    return items.length > 0 || snapshot.messages.length === 0 || snapshot.missingMessages !== undefined
      ? { items, source: [], ...(snapshot.missingMessages === undefined ? {} : { missing: 'doc.missing.timelinePart' as const }) }
      : { items: [{ text: t('doc.none'), source: [] }], source: [] };
  },
  stakeholders: ({ assessment, policy, options }) => {
    const people = assessment.notify.map(({ role }) => policy.roles.find((r) => r.id === role)?.reached?.person);
    const named = people.filter((person) => person !== undefined);
    if (named.length === 0) return none;
    const value = new Intl.ListFormat(options.language, { type: 'conjunction' }).format(named);
    return { value, source: [{ kind: 'policy' }], ...(named.length < people.length ? { missing: 'doc.missing.stakeholders' as const } : {}) };
  },
};

function quoted(sentences: readonly TextSpan[]): Filled {
  if (sentences.length === 0) return none;
  return { value: sentences.map(said).join(' '), source: sentences.map(messageSource) };
}

function fromField<K extends FieldName>(
  snapshot: TicketSnapshot,
  field: K,
  print: (value: NonNullable<TicketSnapshot['fields'][K]>['value']) => string,
): Filled {
  const found = snapshot.fields[field];
  return found ? { value: print(found.value), source: [{ kind: 'field', field, how: found.how }] } : none;
}

/** `Mai Tran / Sao Viet Retail (Enterprise)` */
function customer({ snapshot, assessment, t }: Drafting): Filled {
  const { requester, organization } = snapshot.fields;
  const name = requester?.value.name ?? requester?.value.email;
  const who = [name, organization?.value].filter((part) => part !== undefined && part !== '').join(' / ');
  if (who === '') return none;
  const tier = assessment.customerTier;
  return {
    value: tier === undefined ? who : t('doc.customerTier', { name: who, tier }),
    source: [
      ...(requester ? [{ kind: 'field', field: 'requester', how: requester.how } as const] : []),
      ...(organization ? [{ kind: 'field', field: 'organization', how: organization.how } as const] : []),
    ],
  };
}

function priority({ snapshot, assessment, policy, options, t }: Drafting): Filled {
  const { raw, level, recommended } = assessment.priority;
  const named = (id: string | undefined) => {
    const found = policy.priorities.find((p) => p.id === id);
    return found && localize(found.name, options.language);
  };
  const asked = named(recommended) ?? named(level) ?? raw;
  if (asked === undefined) return none;
  const shown = raw ?? named(level);
  const raised = recommended !== undefined && recommended !== level && shown !== undefined;
  const how = snapshot.fields.priority?.how;
  return {
    value: raised ? t('doc.priorityRaised', { level: asked, raw: shown }) : asked,
    source: [
      ...(how === undefined ? [{ kind: 'policy' } as const] : [{ kind: 'field', field: 'priority', how } as const]),
      ...(raised ? assessment.reasons.filter(raises).map((r) => ({ kind: 'rule', rule: r.rule }) as const) : []),
    ],
  };
}

const raises = (reason: Reason) => reason.actions.some((a) => a.do === 'set-priority' || a.do === 'bump-priority');

/** `Tier 4, Management/Executive: Anna Berg` */
export function receiver(tier: number, policy: Policy, language: string, t: Translate, person?: string): string {
  const spec = policy.tiers.find((x) => x.tier === tier);
  const named = t('doc.tierNamed', { n: tier, name: spec ? localize(spec.name, language) : '' }).replace(/, $/, '');
  const who = person ?? spec?.reached?.person ?? spec?.reached?.group ?? spec?.reached?.channel;
  return who ? t('doc.tierPerson', { tier: named, person: who }) : named;
}

/** `Angry: “absolutely unacceptable”` */
function sentiment({ assessment, t }: Drafting): Filled {
  const found = assessment.facts.sentiment;
  if (!found) return none;
  const label = t(`doc.sentiment.${found.label}`);
  // The same word twice says nothing more, what speaks for the other side does not explain the label, and the pieces that the
  // statistical model weighs are no words to quote.
  const told = found.evidence.filter(
    (e, n, all) => e.weight < 0 && e.why !== 'model' && all.findIndex((x) => x.text.toLowerCase() === e.text.toLowerCase()) === n,
  );
  const evidence = found.label === 'calm' ? [] : told.slice(0, 3);
  if (evidence.length === 0) return { value: label, source: [] };
  const quotes = evidence.map((e) => t('doc.quote', { text: e.text })).join(', ');
  return { value: t('doc.sentiment.because', { label, quotes }), source: evidence.map(messageSource) };
}

/** Steps that are for the receiver; what the sender does before handing over stays out. */
const forReceiver: ReadonlySet<Step['kind']> = new Set(['guidance', 'set-priority', 'assign', 'notify']);

function nextSteps(drafting: Drafting): Filled {
  const { assessment, policy, options, toTier } = drafting;
  const asked = assessment.steps.filter((step) => forReceiver.has(step.kind));
  const guided: HandoffItem[] = asked.map((step) => ({
    text: stepText(step, drafting),
    source: step.because.map((rule) => ({ kind: 'rule', rule })),
  }));
  const known = new Set(asked.map((step) => step.id));
  const ofTier = (policy.tiers.find((tier) => tier.tier === toTier)?.steps ?? [])
    .filter((id) => !known.has(id))
    .flatMap((id) => policy.steps.filter((step) => step.id === id))
    .map((step): HandoffItem => ({ text: localize(step.text, options.language), source: [{ kind: 'policy' }] }));
  const texts = new Set(guided.map((item) => item.text));
  return { items: [...guided, ...ofTier.filter((item) => !texts.has(item.text))], source: [] };
}

/** A step in the document's language: the assessment words it in the policy's. */
function stepText(step: Step, { policy, options, t }: Drafting): string {
  const written = policy.steps.find(({ id }) => id === step.id);
  if (written) return localize(written.text, options.language);
  const role = step.role === undefined ? undefined : localize(policy.roles.find(({ id }) => id === step.role)?.name ?? step.role, options.language);
  if (step.kind === 'notify' && role !== undefined) return t('steps.notify', { role });
  if (step.kind === 'assign' && role !== undefined) return t('steps.assign', { role });
  const level = policy.priorities.find(({ id }) => id === step.priority);
  return step.kind === 'set-priority' && level ? t('steps.setPriority', { priority: localize(level.name, options.language) }) : step.text;
}

function requirements(fields: readonly HandoffField[], { snapshot, assessment, policy, toTier }: Drafting): HandoffDraft['requires'] {
  const spec = toTier === undefined ? undefined : policy.tiers.find((tier) => tier.tier === toTier);
  const ids = [...new Set<string>([...(spec?.requires ?? []), ...(toTier === undefined ? [] : assessment.requiredHandoffFields)])];
  return ids.map((id) => {
    const field = fields.find((f) => f.id === id);
    if (field) return { id, label: field.label, done: field.missing === undefined };
    // A rule may ask for a field of the helpdesk by its label.
    const custom = Object.hasOwn(snapshot.customFields, id) ? snapshot.customFields[id]?.value.trim() : undefined;
    return { id, label: id, done: custom !== undefined && custom !== '' };
  });
}
