/** What the fields of a ticket are called, and which of them are missed when they were not read. */
import type { TextKey } from '../text.ts';
import type { Wording } from '../text/format.ts';
import type { FieldName, TicketSnapshot } from '../ticket.ts';

/** What each field is called, in reading order. */
export const fieldLabels: Readonly<Record<FieldName, TextKey>> = {
  id: 'field.id',
  subject: 'field.subject',
  status: 'field.status',
  statusKind: 'field.statusKind',
  priority: 'field.priority',
  requester: 'field.requester',
  organization: 'field.organization',
  assignee: 'field.assignee',
  group: 'field.group',
  createdAt: 'field.createdAt',
  updatedAt: 'field.updatedAt',
  firstResponseAt: 'field.firstResponseAt',
  resolvedAt: 'field.resolvedAt',
  dueAt: 'field.dueAt',
  tags: 'field.tags',
  nativeSla: 'field.nativeSla',
  statusHistory: 'field.statusHistory',
  priorityHistory: 'field.priorityHistory',
};

/** Clocks and most rules need these. */
const deciding: ReadonlySet<FieldName> = new Set(['id', 'status', 'priority', 'requester', 'createdAt']);
/** Names of the fields that decide something and are not in the snapshot. */
export function notRead(snapshot: TicketSnapshot, { t }: Pick<Wording, 't'>): readonly string[] {
  const names = [...deciding].filter((name) => !snapshot.fields[name]).map((name) => t(fieldLabels[name]));
  return snapshot.messages.length > 0 ? names : [...names, t('field.messages')];
}
