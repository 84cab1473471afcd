/** The form in which the command line prints a reading: the corpus's `ticket`, every field with its source, and the assessment. */
import type { ReadAnswer } from '../lib/messages.ts';
import type { Field, FieldName, TicketSnapshot } from '../lib/ticket.ts';

export interface PrintedTicket {
  readonly id: string | null;
  readonly subject: string | null;
  readonly status: string | null;
  readonly statusKind: string | null;
  readonly priority: string | null;
  readonly priorityLevel: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly dueAt: string | null;
  readonly requester: { readonly name: string | null; readonly email: string | null } | null;
  readonly organization: string | null;
  readonly assignee: string | null;
  readonly group: string | null;
  readonly tags: readonly string[];
  readonly customFields: Readonly<Record<string, string>>;
  readonly messages: readonly {
    author: string | null;
    role: string;
    internal: boolean;
    at: string | null;
    text: string;
    attachments: readonly string[];
  }[];
  readonly missingMessages?: number | 'some';
}

export interface Printed {
  readonly ticket: PrintedTicket | null;
  readonly fields: Readonly<Record<string, Field<unknown>>>;
  readonly assessment: Record<string, unknown> | null;
}

/** Longest message text that is printed, as in the corpus: its first 200 characters with white space folded. */
const printedTextLength = 200;

export function toPrinted({ snapshot, assessment }: ReadAnswer): Printed {
  if (!snapshot) return { ticket: null, fields: {}, assessment: null };
  return {
    ticket: toTicket(snapshot, assessment?.priority.level ?? null),
    fields: {
      ...snapshot.fields,
      ...Object.fromEntries(Object.entries(snapshot.customFields).map(([label, field]) => [`customFields.${label}`, field])),
    },
    assessment: assessment && {
      tier: assessment.tier,
      currentTier: assessment.currentTier ?? null,
      verdict: assessment.verdict,
      urgency: assessment.urgency,
      priority: assessment.priority,
      reasons: assessment.reasons.map(({ rule, title, tier, category, evidence, actions }) => ({
        rule,
        title,
        tier: tier ?? null,
        category,
        evidence,
        actions,
      })),
      clocks: assessment.clocks.map(({ name, state, dueAt, percent, ...rest }) => ({
        name,
        due: dueAt ?? null,
        state,
        percent: percent ?? null,
        ...rest,
      })),
      unknown: assessment.unknown.map(({ rule, missing }) => ({ rule, missing })),
      nearMisses: assessment.nearMisses.map(({ rule, tier, closeness }) => ({ rule, tier: tier ?? null, closeness: closeness ?? null })),
      steps: assessment.steps,
      notify: assessment.notify,
      flags: assessment.flags,
      nextChange: assessment.nextChange ?? null,
      notices: assessment.notices,
    },
  };
}

function toTicket(snapshot: TicketSnapshot, priorityLevel: string | null): PrintedTicket {
  const text = (name: FieldName): string | null => {
    const value = snapshot.fields[name]?.value;
    return typeof value === 'string' ? value : null;
  };
  const requester = snapshot.fields.requester?.value;
  return {
    id: text('id'),
    subject: text('subject'),
    status: text('status'),
    statusKind: text('statusKind'),
    priority: text('priority'),
    priorityLevel,
    createdAt: text('createdAt'),
    updatedAt: text('updatedAt'),
    dueAt: text('dueAt'),
    requester: requester ? { name: requester.name ?? null, email: requester.email ?? null } : null,
    organization: text('organization'),
    assignee: text('assignee'),
    group: text('group'),
    tags: snapshot.fields.tags?.value ?? [],
    customFields: Object.fromEntries(Object.entries(snapshot.customFields).map(([label, field]) => [label, field.value])),
    messages: snapshot.messages
      .filter((message) => message.role !== 'system')
      .map((message) => ({
        author: message.author ?? null,
        role: message.role,
        internal: message.internal,
        at: message.at ?? null,
        text: message.text.replace(/\s+/g, ' ').trim().slice(0, printedTextLength),
        attachments: message.attachments,
      })),
    ...(snapshot.missingMessages === undefined ? {} : { missingMessages: snapshot.missingMessages }),
  };
}
