/** Values that cannot be true together are left out: a wrong deadline costs more than a missing one. */
import type { Field, FieldName, Message, TicketFields } from '../ticket.ts';

const dayMs = 86_400_000;

export interface Checked {
  readonly fields: TicketFields;
  readonly messages: readonly Message[];
  readonly dropped: readonly FieldName[];
  /** In words for the person. */
  readonly problems: readonly string[];
}

/** @param now ms since 1970 */
export function validated(fields: TicketFields, messages: readonly Message[], now: number): Checked {
  const kept: { -readonly [K in FieldName]?: Field<unknown> } = { ...fields };
  const dropped: FieldName[] = [];
  const problems: string[] = [];
  const drop = (name: FieldName, why: string) => {
    if (!kept[name] || kept[name]?.from === 'agent') return;
    delete kept[name];
    dropped.push(name);
    problems.push(`${name} was left out: ${why}.`);
  };
  for (const name of ['createdAt', 'updatedAt', 'firstResponseAt', 'resolvedAt'] as const) {
    if (at(fields, name) > now + dayMs + slack(fields, name)) drop(name, 'it lies in the future');
  }
  const created = at(kept as TicketFields, 'createdAt');
  if (!Number.isNaN(created)) {
    const early = created - slack(fields, 'createdAt');
    for (const name of ['dueAt', 'updatedAt', 'resolvedAt', 'firstResponseAt'] as const) {
      if (at(kept as TicketFields, name) + slack(fields, name) < early - dayMs / 1440) drop(name, 'it lies before the ticket was created');
    }
  }
  if (!/\S/.test(fields.subject?.value ?? ' ')) drop('subject', 'it is empty');
  for (const name of ['statusHistory', 'priorityHistory'] as const) {
    const times = (fields[name]?.value ?? []).map((change) => Date.parse(change.at));
    if (times.some((ms) => ms > now + dayMs)) drop(name, 'a change lies in the future');
    else if (times.some((ms) => ms + slack(fields, 'createdAt') < created - dayMs / 1440)) drop(name, 'a change lies before the ticket was created');
  }
  const checked = messages.map((message) => {
    if (message.at === undefined || !(Date.parse(message.at) > now + dayMs)) return message;
    const { at: _late, atErrorMs: _error, ...rest } = message;
    return rest;
  });
  return { fields: kept as TicketFields, messages: checked, dropped, problems };
}

function at(fields: TicketFields, name: 'createdAt' | 'updatedAt' | 'firstResponseAt' | 'resolvedAt' | 'dueAt'): number {
  const value = fields[name]?.value;
  return value === undefined ? Number.NaN : Date.parse(value);
}

/** What the value's own coarseness allows, ms. A date alone covers its day. */
function slack(fields: TicketFields, name: 'createdAt' | 'updatedAt' | 'firstResponseAt' | 'resolvedAt' | 'dueAt'): number {
  const field = fields[name];
  return (field?.errorMs ?? 0) + (field?.value.length === 10 ? dayMs : 0);
}
