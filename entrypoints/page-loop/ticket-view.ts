/** What follows from one reading, the policy and the notes: assessment, view, documents. Pure; the page loop holds the state. */
import { toHandoffModel } from '../../components/panel/handoff-model.ts';
import type { HandoffModel, MessagesModel, PanelProps } from '../../components/panel/models.ts';
import { toReceivedModel } from '../../components/panel/received-model.ts';
import { draftHandoff, type HandoffDraft } from '../../lib/documents/handoff.ts';
import { renderHandoff } from '../../lib/documents/handoff-print.ts';
import { lintMessage } from '../../lib/documents/lint-message.ts';
import { draftMessage, type MessageDraft, type MessageKind, messageAudience, messageKinds } from '../../lib/documents/messages.ts';
import { readFooter } from '../../lib/documents/footer.ts';
import { assess } from '../../lib/guidance/assess.ts';
import type { Assessment, History } from '../../lib/guidance/assessment.ts';
import { factVector } from '../../lib/guidance/fact-vector.ts';
import { toFieldRows } from '../../lib/guidance/field-rows.ts';
import { toPanelView } from '../../lib/guidance/view.ts';
import { helpdesks } from '../../lib/helpdesks/registry.ts';
import { type TicketSight, ticketSight } from '../../lib/ledger/ticket-sight.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import type { Settings, TicketNotes } from '../../lib/storage.ts';
import { translator } from '../../lib/text.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';

export interface TicketContext {
  readonly snapshot: TicketSnapshot;
  readonly loaded: LoadedPolicy;
  readonly notes: TicketNotes;
  /** Earlier tickets of this requester about the same matter, as the ledger knows them. */
  readonly earlierContacts: History['earlierContacts'];
  readonly settings: Settings;
  /** BCP 47 language of the interface. */
  readonly language: string;
}

function historyOf({ notes, earlierContacts }: Pick<TicketContext, 'notes' | 'earlierContacts'>): History {
  return { escalations: notes.escalations, earlierContacts, ...(notes.currentTier === undefined ? {} : { currentTier: notes.currentTier }) };
}

/** @param now ms since 1970 */
export function assessTicket(context: TicketContext, now: number): Assessment {
  return assess(context.snapshot, context.loaded, { marks: context.notes.marks, history: historyOf(context) }, now);
}

/** What the ledger is told of the ticket as it stands. @param key as `ticketKey` makes it */
export function sightOf(context: TicketContext, assessment: Assessment, key: string): TicketSight {
  const { snapshot, loaded, notes } = context;
  const facts = factVector(snapshot, loaded, { marks: notes.marks, history: historyOf(context) }, assessment);
  return ticketSight({
    key,
    ticketId: snapshot.fields.id?.value ?? new URL(snapshot.url).pathname,
    snapshot,
    loaded,
    assessment,
    escalations: notes.escalations,
    notNow: notes.notNow,
    facts,
  });
}

/** The name of the product as its adapter prints it; undefined for the generic reader. */
export function helpdeskName(id: string): string | undefined {
  return helpdesks.find((helpdesk) => helpdesk.id === id)?.name;
}

/** Whether the product can be asked itself, once the person allows it. */
export function hasApi(id: string): boolean {
  return helpdesks.some((helpdesk) => helpdesk.id === id && helpdesk.api !== undefined);
}

/** Once an escalation is recorded, documents name its receiver and no longer the policy's proposal. */
function recordedReceiver({ escalations }: TicketNotes): { readonly toTier?: number; readonly person?: string } {
  const last = escalations.at(-1);
  if (last?.state !== 'escalated') return {};
  return { toTier: last.toTier, ...(last.person === undefined ? {} : { person: last.person }) };
}

export function handoffDraft({ snapshot, loaded, notes, language }: TicketContext, assessment: Assessment, now: number): HandoffDraft {
  return draftHandoff(snapshot, assessment, loaded.policy, { language, now, zone: snapshot.zone, edits: notes.handoff, ...recordedReceiver(notes) });
}

export function messageDraft(
  { snapshot, loaded, notes, language, settings }: TicketContext,
  kind: MessageKind,
  assessment: Assessment,
  now: number,
): MessageDraft {
  return draftMessage(kind, snapshot, assessment, loaded.policy, {
    language,
    now,
    zone: snapshot.zone,
    ...recordedReceiver(notes),
    ...(settings.name ? { agent: settings.name } : {}),
  });
}

/** The part of the panel's props that follows from the ticket. Documents are only made for the tab that shows them. */
export function ticketProps(
  context: TicketContext,
  assessment: Assessment,
  shown: { readonly tab: PanelProps['tab']; readonly message: MessageKind },
  now: number,
): Pick<PanelProps, 'view' | 'handoff' | 'messages' | 'received' | 'fields'> {
  const { snapshot, loaded, notes, settings, language } = context;
  const { policy } = loaded;
  const name = helpdeskName(snapshot.helpdesk);
  const view = toPanelView(assessment, {
    language,
    now,
    zone: snapshot.zone,
    policy,
    snapshot,
    ...(name ? { helpdeskName: name } : {}),
    marks: notes.marks,
    doneSteps: notes.doneSteps,
    escalations: notes.escalations,
    ...(notes.notNow ? { notNow: notes.notNow } : {}),
    prompting: settings.prompting,
  });
  const footer = readFooter(snapshot);
  return {
    view,
    ...(footer ? { received: toReceivedModel(footer, { language, policy, now, zone: snapshot.zone }) } : {}),
    ...(shown.tab === 'check' ? { fields: toFieldRows(snapshot, { language, now, zone: snapshot.zone }) } : {}),
    handoff: handoffModel(context, assessment, now),
    ...(shown.tab === 'message' ? { messages: messagesModel(context, shown.message, assessment, now) } : {}),
  };
}

function handoffModel(context: TicketContext, assessment: Assessment, now: number): HandoffModel {
  const draft = handoffDraft(context, assessment, now);
  return toHandoffModel(draft, {
    language: context.language,
    snapshot: context.snapshot,
    policy: context.loaded.policy,
    markdown: renderHandoff(draft, 'markdown'),
  });
}

function messagesModel(context: TicketContext, kind: MessageKind, assessment: Assessment, now: number): MessagesModel {
  const t = translator(context.language);
  const draft = messageDraft(context, kind, assessment, now);
  const own = context.notes.messages[kind];
  const text = own ?? draft.text;
  const findings = lintMessage(text, { snapshot: context.snapshot, policy: context.loaded.policy, kind, language: context.language });
  return {
    choices: messageKinds.map((id) => ({ id, label: t(`message.kind.${id}`), audience: messageAudience[id] })),
    selected: kind,
    text,
    edited: own !== undefined,
    language: draft.language,
    warnings: [...draft.notes, ...findings.map(({ says }) => says)],
  };
}
