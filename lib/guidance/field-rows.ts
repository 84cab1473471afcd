/** Every field of the ticket with its value and source, in words, for the "Check" view. */
import { type TextKey, translator } from '../text.ts';
import { STATUS_KINDS, instantFields, localInstant } from './corrections.ts';
import { fieldLabels } from './field-labels.ts';
import { type Wording, counted, instantText, percentText } from '../text/format.ts';
import type { Field, FieldName, FieldSource, StatusKind, TicketSnapshot, TicketValues } from '../ticket.ts';

export interface FieldEdit {
  /** `instant`: local time of the site's zone as `2026-11-20T16:50`. */
  readonly kind: 'text' | 'instant' | 'choice';
  /** What to start from. */
  readonly value: string;
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
}

export interface FieldRow {
  /** Field name, or `custom:<label>`. */
  readonly field: string;
  readonly label: string;
  /** Absent = not read. */
  readonly value?: string;
  /** `label on the page · 80 % sure` */
  readonly source?: string;
  /** How the agent types another value for this ticket; absent = it cannot be typed. */
  readonly edit?: FieldEdit;
  readonly corrected: boolean;
  /** It stands somewhere on the page and can be shown there. */
  readonly onPage: boolean;
}

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
const notTyped: ReadonlySet<FieldName> = new Set(['nativeSla', 'statusHistory', 'priorityHistory']);

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
      ...(field && {
        value: name === 'statusKind' ? kindText(field.value as StatusKind, wording) : valueText(field.value, wording),
        source: sourceText(field, wording),
      }),
      ...(!notTyped.has(name) && { edit: editOf(name, field?.value, snapshot.zone, wording) }),
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
      edit: { kind: 'text', value: field.value },
      onPage: field.from !== 'agent' && field.from !== 'api',
    });
  }
  const { messages } = snapshot;
  rows.push({
    field: 'messages',
    label: wording.t('field.messages'),
    ...(messages.length > 0 && { value: counted('fields.messages', messages.length, wording) }),
    corrected: false,
    onPage: messages.length > 0,
  });
  return rows;
}

const kinds = {
  new: 'field.kind.new',
  open: 'field.kind.open',
  pending: 'field.kind.pending',
  resolved: 'field.kind.resolved',
  closed: 'field.kind.closed',
} as const satisfies Record<StatusKind, TextKey>;

const kindText = (kind: StatusKind, { t }: Wording): string => t(kinds[kind]);

function editOf(name: FieldName, value: TicketValues[FieldName] | undefined, zone: string, wording: Wording): FieldEdit {
  if (name === 'statusKind') {
    return {
      kind: 'choice',
      value: (value as StatusKind | undefined) ?? 'open',
      choices: STATUS_KINDS.map((id) => ({ id, label: kindText(id, wording) })),
    };
  }
  if (instantFields.has(name)) return { kind: 'instant', value: typeof value === 'string' && isInstant.test(value) ? localInstant(value, zone) : '' };
  if (Array.isArray(value)) return { kind: 'text', value: value.join(', ') };
  return { kind: 'text', value: value === undefined ? '' : valueText(value, wording) };
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
    return items.join(', ');
  }
  return value.name && value.email ? `${value.name} <${value.email}>` : (value.name ?? value.email ?? '');
}
