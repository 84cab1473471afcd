/** What follows from one reading, the policy, the notes and the assessment: what is asked, view, documents. Pure; the page loop holds the state. */
import type { PanelProps } from '../../components/panel/models.ts';
import type { MessageKind } from '../../lib/documents/message-kinds.ts';
import type { Assessment, History } from '../../lib/guidance/assessment.ts';
import { toPanelView } from '../../lib/guidance/view.ts';
import { helpdesks } from '../../lib/helpdesks/registry.ts';
import type { JudgeRequest } from '../../lib/ledger/judge-ticket.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import type { Settings, TicketNotes } from '../../lib/storage.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';
import type * as AfterAdvice from './after-advice.ts';

export interface TicketContext {
  /** Of the ticket's notes, as `ticketKey` makes it. */
  readonly key: string;
  readonly snapshot: TicketSnapshot;
  readonly loaded: LoadedPolicy;
  readonly notes: TicketNotes;
  /** Earlier tickets of this requester about the same matter, as the ledger knows them. */
  readonly earlierContacts: History['earlierContacts'];
  readonly settings: Settings;
  /** BCP 47 language of the interface. */
  readonly language: string;
}

/** What is asked about a ticket. */
export function judgeRequest(
  { key, snapshot, loaded, notes, earlierContacts }: Omit<TicketContext, 'settings' | 'language'>,
  now: number,
): JudgeRequest {
  return {
    key,
    snapshot,
    marks: notes.marks,
    escalations: notes.escalations,
    earlierContacts,
    ...(notes.currentTier === undefined ? {} : { currentTier: notes.currentTier }),
    ...(notes.notNow ? { notNow: notes.notNow } : {}),
    now,
    policyLoadedAt: loaded.loadedAt,
  };
}

/** The name of the product as its adapter prints it; undefined for the generic reader. */
export function helpdeskName(id: string): string | undefined {
  return helpdesks.find((helpdesk) => helpdesk.id === id)?.name;
}

/** Whether the product can be asked itself, once the person allows it. */
export function hasApi(id: string): boolean {
  return helpdesks.some((helpdesk) => helpdesk.id === id && helpdesk.hasApi);
}

/** What makes documents, and the rest that is loaded when the first advice is on screen. */
export type TicketDocuments = typeof AfterAdvice;

/** The part of the panel's props that follows from the ticket. Documents are only made for the tab that shows them. */
export function ticketProps(
  context: TicketContext,
  assessment: Assessment,
  shown: { readonly tab: PanelProps['tab']; readonly message: MessageKind; readonly documents: TicketDocuments | undefined },
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
    ...(settings.prompting && { prompting: settings.prompting }),
    ...(shown.documents && { details: shown.documents.viewDetails }),
  });
  const received = shown.documents?.receivedModel(context, now);
  return {
    view,
    ...(received ? { received } : {}),
    ...(shown.documents && shown.tab === 'check' ? { fields: shown.documents.fieldRows(context, now) } : {}),
    ...(shown.documents ? { handoff: shown.documents.handoffModel(context, assessment, now) } : {}),
    ...(shown.documents && shown.tab === 'message' ? { messages: shown.documents.messagesModel(context, shown.message, assessment, now) } : {}),
  };
}
