/** Every field of the ticket with its value and source, in words, for the "Check" view. */
import { type TextKey, translator } from '../text.ts';
import { type Wording, counted, instantText, listText, percentText } from '../text/format.ts';
import type { Field, FieldName, FieldSource, TicketSnapshot, TicketValues } from '../ticket.ts';

export interface FieldRow {
  /** Field name, or `custom:<label>`. */
  readonly field: string;
  readonly label: string;
  /** Absent = not read. */
  readonly value?: string;
  /** `label on the page · 80 % sure` */
  readonly source?: string;
  /** Clocks and most rules need it. */
  readonly decides: boolean;
  /** The agent can type another value for this ticket. */
  readonly editable: boolean;
  readonly corrected: boolean;
  /** It stands somewhere on the page and can be shown there. */
  readonly onPage: boolean;
}

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

const deciding: ReadonlySet<FieldName> = new Set(['id', 'status', 'priority', 'requester', 'createdAt']);
/** Listed even when they were not read. */
const always: ReadonlySet<FieldName> = new Set([
  'id',
  'subject',
  'status',
  'priority',
  'requester',
  'organization',
  'assignee',
  'group',
  'createdAt',
]);
/** Fields without a one-line form that a person could type. */
const notTyped: ReadonlySet<FieldName> = new Set(['nativeSla', 'statusHistory', 'priorityHistory', 'statusKind']);

const sources = {
  agent: 'fields.from.agent',
  taught: 'fields.from.taught',
  api: 'fields.from.api',
  adapter: 'fields.from.adapter',
  label: 'fields.from.label',
  heuristic: 'fields.from.heuristic',
} as const satisfies Record<FieldSource, TextKey>;

/** @param context.now milliseconds since 1970. @returns named fields in reading order, then custom fields, then the messages. */
export function toFieldRows(
  snapshot: TicketSnapshot,
  context: { readonly language: string; readonly now: number; readonly zone?: string },
): readonly FieldRow[] {
  const wording: Wording = { t: translator(context.language), ...context };
  const rows: FieldRow[] = [];
  for (const name of Object.keys(fieldLabels) as FieldName[]) {
    const field: Field<TicketValues[FieldName]> | undefined = snapshot.fields[name];
    if (!field && !always.has(name)) continue;
    rows.push({
      field: name,
      label: wording.t(fieldLabels[name]),
      ...(field && { value: valueText(field.value, wording), source: sourceText(field, wording) }),
      decides: deciding.has(name),
      editable: !notTyped.has(name),
      corrected: field?.from === 'agent',
      onPage: field !== undefined && field.from !== 'agent' && field.from !== 'api',
    });
  }
  for (const [label, field] of Object.entries(snapshot.customFields)) {
    const origin = { value: field.value, source: sourceText(field, wording), corrected: field.from === 'agent' };
    rows.push({
      field: `custom:${label}`,
      label,
      ...origin,
      decides: false,
      editable: false,
      onPage: field.from !== 'agent' && field.from !== 'api',
    });
  }
  const { messages } = snapshot;
  rows.push({
    field: 'messages',
    label: wording.t('field.messages'),
    ...(messages.length > 0 && { value: counted('fields.messages', messages.length, wording) }),
    decides: true,
    editable: false,
    corrected: false,
    onPage: messages.length > 0,
  });
  return rows;
}

function sourceText(field: Field<unknown>, { t, language }: Wording): string {
  const source = t(sources[field.from]);
  return field.sure < 1 ? `${source} · ${t('fields.sure', { percent: percentText(field.sure * 100, { t, language }) })}` : source;
}

const isInstant = /^\d{4}-\d\d-\d\dT/;

function valueText(value: TicketValues[FieldName], wording: Wording): string {
  if (typeof value === 'string') return isInstant.test(value) ? instantText(Date.parse(value), wording) : value;
  if ('length' in value) {
    const items = value.map((item) => {
      if (typeof item === 'string') return item;
      if ('priority' in item) return `${instantText(Date.parse(item.at), wording)} ${item.priority}`;
      if ('status' in item) return `${instantText(Date.parse(item.at), wording)} ${item.status}`;
      return item.dueAt ? `${item.name}: ${instantText(Date.parse(item.dueAt), wording)}` : item.name;
    });
    return listText(items, wording);
  }
  return value.name && value.email ? `${value.name} <${value.email}>` : (value.name ?? value.email ?? '');
}
