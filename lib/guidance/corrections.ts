/** What an agent typed for a field, as the value the reader takes. */
import type { FieldName, Person, StatusKind, TicketValues } from '../ticket.ts';
import { instantsOf, wallTimeAt } from '../zone.ts';

export const STATUS_KINDS = ['new', 'open', 'pending', 'resolved', 'closed'] as const satisfies readonly StatusKind[];

/** Fields whose value is an instant. */
export const instantFields: ReadonlySet<FieldName> = new Set(['createdAt', 'updatedAt', 'firstResponseAt', 'resolvedAt', 'dueAt']);

/** A field of the ticket, or a custom field by its label. */
export type CorrectedField = FieldName | `custom:${string}`;
/** Field -> what was typed. */
export type StoredCorrections = Readonly<Partial<Record<CorrectedField, string>>>;

const customField = 'custom:';

type Typed = { [K in FieldName]?: TicketValues[K] };
type TextField = Exclude<FieldName, 'requester' | 'statusKind' | 'tags' | 'nativeSla' | 'statusHistory' | 'priorityHistory'>;

/**
 * Turns stored corrections (field -> what was typed) into values. What cannot be understood is left out, so that the page's own
 * reading stays: an hour that summer time leaves out, an empty text, a field that has no one-line form.
 * @param zone IANA zone in which times were typed.
 */
export function typedCorrections(stored: StoredCorrections, zone: string): Typed {
  const typed: Typed = {};
  for (const [name, written] of Object.entries(stored) as [FieldName, string][]) {
    const text = written.trim();
    if (text === '' || name.startsWith(customField)) continue;
    switch (name) {
      case 'requester':
        typed.requester = typedPerson(text);
        break;
      case 'statusKind': {
        const kind = STATUS_KINDS.find((known) => known === text);
        if (kind) typed.statusKind = kind;
        break;
      }
      case 'tags':
        typed.tags = text
          .split(',')
          .map((tag) => tag.trim())
          .filter((tag) => tag !== '');
        break;
      case 'nativeSla':
      case 'statusHistory':
      case 'priorityHistory':
        break;
      default: {
        const value = instantFields.has(name) ? typedInstant(text, zone) : text;
        if (value !== undefined) typed[name satisfies TextField] = value;
      }
    }
  }
  return typed;
}

/** Custom fields that were typed: label -> value. */
export function typedCustomFields(stored: StoredCorrections): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(stored)
      .map(([name, written = '']) => [name, written.trim()] as const)
      .filter(([name, written]) => name.startsWith(customField) && written !== '')
      .map(([name, written]) => [name.slice(customField.length), written]),
  );
}

/** `Mai Tran <mai@x.example>`, a name alone or an address alone. */
function typedPerson(text: string): Person {
  const both = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(text);
  if (both?.[2]) return { ...(both[1] && { name: both[1] }), email: both[2] };
  return /^\S+@\S+$/.test(text) ? { email: text } : { name: text };
}

/** `2026-11-20T16:50` of the zone's clock, or a full ISO instant; of an hour that is lived twice, the first. */
function typedInstant(text: string, zone: string): string | undefined {
  const local = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(text);
  if (!local) {
    const at = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? undefined : new Date(at).toISOString();
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = local.slice(1).map(Number);
  const at = instantsOf({ year, month, day, hour, minute, second: 0 }, zone)[0];
  return at === undefined ? undefined : new Date(at).toISOString();
}

/** The other way: an instant as `2026-11-20T16:50` of the zone's clock, for an input of type `datetime-local`. */
export function localInstant(iso: string, zone: string): string {
  const { year, month, day, hour, minute } = wallTimeAt(Date.parse(iso), zone);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
