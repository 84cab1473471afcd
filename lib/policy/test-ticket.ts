/** The short form in which tests and the command line write a ticket, as the snapshot that a page would give. */
import type { Field, Message, TicketFields, TicketSnapshot } from '../ticket.ts';
import type { TestTicket } from './schema.ts';

const read = <T>(value: T): Field<T> => ({ value, from: 'agent', how: 'test', sure: 1 });

/** @param ticket what is left out was not read */
export function testTicket(ticket: TestTicket, now: string): TicketSnapshot {
  const fields: Record<string, Field<unknown>> = {};
  for (const name of textFields) {
    const value = ticket[name];
    if (value !== undefined && value !== null) fields[name] = read(value);
  }
  const { requester, tags, statusHistory, customFields, messages, missingMessages } = ticket;
  if (requester) fields.requester = read({ ...(requester.name && { name: requester.name }), ...(requester.email && { email: requester.email }) });
  if (tags) fields.tags = read(tags);
  if (statusHistory) fields.statusHistory = read(statusHistory);
  return {
    url: ticket.url ?? 'https://helpdesk.example/ticket',
    helpdesk: 'test',
    readAt: now,
    zone: 'UTC',
    fields: fields as TicketFields,
    customFields: Object.fromEntries(Object.entries(customFields ?? {}).map(([name, value]) => [name, read(value)])),
    messages: (messages ?? []).map(
      ({ role, author, at, internal, text, attachments }): Message => ({
        role,
        roleSure: role === 'unknown' ? 0 : 1,
        internal: internal ?? false,
        text,
        attachments: attachments ?? [],
        how: 'test',
        ...(author && { author }),
        ...(at && { at }),
      }),
    ),
    ...(missingMessages !== undefined && missingMessages !== null && { missingMessages }),
    ...(statusHistory && { statusHistoryComplete: true }),
    problems: [],
  };
}

const textFields = [
  'id',
  'subject',
  'status',
  'statusKind',
  'priority',
  'createdAt',
  'updatedAt',
  'firstResponseAt',
  'resolvedAt',
  'dueAt',
  'organization',
  'assignee',
  'group',
] as const;
