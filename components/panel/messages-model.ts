/** Message drafts as the panel shows them: the choices, the text in hand, and what should be corrected before it is sent. */
import { lintMessage } from '../../lib/documents/lint-message.ts';
import { type MessageDraft, type MessageKind, messageAudience, messageKinds } from '../../lib/documents/messages.ts';
import type { Policy } from '../../lib/policy/schema.ts';
import { type TextKey, translator } from '../../lib/text.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';
import type { MessagesModel } from './models.ts';

export interface MessagesModelContext {
  /** BCP 47 language of the interface; the message has its own. */
  readonly language: string;
  readonly snapshot: TicketSnapshot;
  readonly policy: Policy;
  /** The agent's own wording of this message, if any. */
  readonly edited?: string;
}

const labels = {
  acknowledgement: 'doc.message.acknowledgement',
  internal: 'doc.message.internal',
  followup: 'doc.message.followup',
  manager: 'doc.message.manager',
  accountManager: 'doc.message.accountManager',
} as const satisfies Record<MessageKind, TextKey>;

export function toMessagesModel(draft: MessageDraft, { language, snapshot, policy, edited }: MessagesModelContext): MessagesModel {
  const t = translator(language);
  const text = edited ?? draft.text;
  const findings = lintMessage(text, { snapshot, policy, kind: draft.kind, language });
  return {
    choices: messageKinds.map((kind) => ({ id: kind, label: t(labels[kind]), audience: messageAudience[kind] })),
    selected: draft.kind,
    text,
    edited: edited !== undefined,
    language: draft.language,
    warnings: [...new Set([...draft.notes, ...findings.map((finding) => finding.says)])],
  };
}
