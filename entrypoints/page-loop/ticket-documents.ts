/** Handoff and messages of a ticket. A part of its own: nobody needs them before the first advice is on screen. */
import { toHandoffModel } from '../../components/panel/handoff-model.ts';
import type { HandoffModel, MessagesModel } from '../../components/panel/models.ts';
import { handoffFooter } from '../../lib/documents/footer.ts';
import { lookThrough } from '../../lib/documents/extracts.ts';
import { draftHandoff, type HandoffDraft } from '../../lib/documents/handoff.ts';
import { renderHandoff } from '../../lib/documents/handoff-print.ts';
import { lintMessage } from '../../lib/documents/lint-message.ts';
import { type MessageKind, messageAudience, messageKinds } from '../../lib/documents/message-kinds.ts';
import { draftMessage, type MessageDraft } from '../../lib/documents/messages.ts';
import type { Assessment } from '../../lib/guidance/assessment.ts';
import { phaseDone } from '../../lib/parts.ts';
import type { TicketNotes } from '../../lib/storage.ts';
import { translator } from '../../lib/text.ts';
import type { TicketContext } from './ticket-view.ts';

/** Once an escalation is recorded, documents name its receiver and no longer the policy's proposal. */
function recordedReceiver({ escalations }: TicketNotes): { readonly toTier?: number; readonly person?: string } {
  const last = escalations.at(-1);
  if (last?.state !== 'escalated') return {};
  return { toTier: last.toTier, ...(last.person === undefined ? {} : { person: last.person }) };
}

function handoffDraft({ snapshot, loaded, notes, language }: TicketContext, assessment: Assessment, now: number): HandoffDraft {
  return draftHandoff(snapshot, assessment, loaded.policy, { language, now, zone: snapshot.zone, edits: notes.handoff, ...recordedReceiver(notes) });
}

function messageDraft(
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

/** The finished handoff, with the line that the receiver's Handrail reads. */
export function printedHandoff(context: TicketContext, assessment: Assessment, now: number, format: 'text' | 'markdown' | 'html'): string {
  const draft = handoffDraft(context, assessment, now);
  const footer = draft.toTier === undefined ? undefined : handoffFooter(context.snapshot, assessment, draft.toTier, now);
  return renderHandoff(draft, format, footer);
}

/** The agent's own wording of a message, else the drafted one. */
export function messageText(context: TicketContext, kind: MessageKind, assessment: Assessment, now: number): string {
  return context.notes.messages[kind] ?? messageDraft(context, kind, assessment, now).text;
}

/** What the documents rest on is found out of the messages; pauses where the work is done in stretches (`withParts`). */
export function lookThroughMessages({ snapshot }: TicketContext, { facts }: Assessment): void {
  lookThrough(snapshot, facts.language, phaseDone);
}

export function handoffModel(context: TicketContext, assessment: Assessment, now: number): HandoffModel {
  const draft = handoffDraft(context, assessment, now);
  return toHandoffModel(draft, { language: context.language, snapshot: context.snapshot, policy: context.loaded.policy });
}

/** Titles of the handoff's sections by their id. Words that were typed must not be lost for want of a title: none where they cannot be told. */
export function sectionTitles(context: TicketContext, assessment: Assessment, now: number): ReadonlyMap<string, string> {
  try {
    return new Map(handoffModel(context, assessment, now).sections.map(({ id, title }) => [id, title]));
  } catch {
    return new Map();
  }
}

export function messagesModel(context: TicketContext, kind: MessageKind, assessment: Assessment, now: number): MessagesModel {
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
