/** Takes apart JSON that somebody else's server sent. Whatever is not of the documented shape is absent. */
import { byCodeUnit } from '../../text/by-code-unit.ts';
import type { Field, FieldName, Message, Person, PriorityChange, Role, StatusChange, StatusKind, TicketReading, TicketValues } from '../../ticket.ts';
import { statusKindOf } from '../../reader/labels.ts';
import { limits } from '../../reader/limits.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function object(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

export function list(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map((v) => object(v)) : [];
}

/** A member whose name every object has, such as `toString`. */
export function ownMember(from: JsonObject, name: string): unknown {
  return Object.getOwnPropertyDescriptor(from, name)?.value;
}

/** Text or a number as text; `undefined` for everything else and for nothing but white space. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** An ISO 8601 instant with a zone, as `2026-11-24T10:00:00.000Z`; Jira's `+0000` counts. */
export function instant(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const iso = value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(iso)) return undefined;
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

export function person(name: unknown, email: unknown): Person | undefined {
  const known = { name: text(name), email: text(email)?.toLowerCase() };
  if (!known.name && !known.email) return undefined;
  return { ...(known.name && { name: known.name }), ...(known.email && { email: known.email }) };
}

export function tags(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const words = value.filter((v): v is string => typeof v === 'string' && v.trim() !== '');
  return words.length > 0 ? words : undefined;
}

export interface ApiMessage {
  readonly author?: Person | undefined;
  readonly role?: Role | undefined;
  readonly internal: boolean;
  readonly at?: string | undefined;
  readonly text: string | undefined;
  readonly attachments?: readonly unknown[];
}

/** A reading in the making. @param product names the source in `how`, as in `zendesk-api` */
export function startApiReading(product: string) {
  const fields: { -readonly [K in FieldName]?: Field<unknown> } = {};
  const customFields: Record<string, Field<string>> = {};
  const messages: Message[] = [];
  const statuses: StatusChange[] = [];
  const priorities: PriorityChange[] = [];
  let beginning: StatusChange | undefined;
  let missing: number | 'some' | undefined;
  const how = `${product}-api`;
  const put = <K extends FieldName>(name: K, value: TicketValues[K] | undefined): void => {
    if (value !== undefined && !fields[name]) fields[name] = { value, from: 'api', how, sure: 1 };
  };
  return {
    put,
    status(word: unknown, kind?: StatusKind): void {
      const status = text(word);
      put('status', status);
      put('statusKind', kind ?? (status ? statusKindOf(status) : undefined));
    },
    custom(label: unknown, value: unknown): void {
      const name = text(label);
      const shown = text(value);
      if (name && shown && !Object.hasOwn(customFields, name) && Object.keys(customFields).length < limits.customFields)
        customFields[name] = { value: shown, from: 'api', how, sure: 1 };
    },
    message(message: ApiMessage): void {
      const body = message.text;
      if (body === undefined || messages.length >= limits.messages) return;
      messages.push({
        ...(message.author?.name && { author: message.author.name }),
        ...(message.author?.email && { email: message.author.email }),
        role: message.role ?? 'unknown',
        roleSure: message.role ? 1 : 0,
        internal: message.internal,
        ...(message.at && { at: message.at }),
        text: body.slice(0, limits.messageText),
        attachments: (message.attachments ?? []).flatMap((a) => text(a) ?? []),
        how,
      });
    },
    /** A change without a time or a word is passed over, and then nothing is called whole. */
    statusChange(at: string | undefined, status: string | undefined, kind = status ? statusKindOf(status) : undefined): void {
      if (at && status) statuses.push({ at, status, ...(kind && { kind }) });
    },
    priorityChange(at: string | undefined, priority: string | undefined): void {
      if (at && priority) priorities.push({ at, priority });
    },
    /** The answer has every change of the status. @param first what the ticket was created with, and when */
    wholeHistory(first: StatusChange): void {
      beginning = first;
    },
    /** The answer leaves messages out. */
    missing(count: number | 'some'): void {
      missing = count;
    },
    finish(): TicketReading {
      messages.sort((a, b) => byCodeUnit(a.at ?? '', b.at ?? ''));
      const history = [...(beginning ? [beginning] : []), ...statuses].sort((a, b) => byCodeUnit(a.at, b.at));
      // The last change must have led to the present status; else something is not in the answer.
      const last = history.at(-1);
      const present = fields.statusKind?.value ?? fields.status?.value;
      const whole = beginning !== undefined && last !== undefined && (present === undefined || (last.kind ?? last.status) === present);
      put('statusHistory', history.length > 0 ? (whole ? history : history.filter((change) => change !== beginning)) : undefined);
      if (fields.statusHistory && (fields.statusHistory.value as readonly StatusChange[]).length === 0) delete fields.statusHistory;
      put('priorityHistory', priorities.length > 0 ? priorities.sort((a, b) => byCodeUnit(a.at, b.at)) : undefined);
      return {
        fields: fields as TicketReading['fields'],
        customFields,
        ...(messages.length > 0 && { messages }),
        ...(missing !== undefined && { missingMessages: missing }),
        ...(whole && { statusHistoryComplete: true }),
      };
    },
  };
}
