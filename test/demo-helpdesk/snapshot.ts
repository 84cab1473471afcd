/** What a reader that missed nothing would read from a ticket of the demo helpdesk. For tests above the reader. */
import type { Field, TicketSnapshot } from '../../lib/ticket.ts';
import type { DemoTicket } from './tickets.ts';
import { word } from './words.ts';

const field = <T>(value: T): Field<T> => ({ value, from: 'adapter', how: 'demo', sure: 1 });

/** @param readAt ISO instant of the reading. @param zone IANA zone; the product prints times in it. */
export function demoSnapshot(ticket: DemoTicket, readAt: string, zone = 'UTC'): TicketSnapshot {
  return {
    url: `http://127.0.0.1/tickets/${ticket.id}`,
    helpdesk: 'generic',
    readAt,
    zone,
    language: ticket.language,
    fields: {
      id: field(ticket.id),
      subject: field(ticket.subject),
      status: field(word(ticket.language, `status.${ticket.status}`)),
      statusKind: field(ticket.status),
      priority: field(word(ticket.language, `priority.${ticket.priority}`)),
      createdAt: field(ticket.createdAt),
      updatedAt: field(ticket.updatedAt),
      requester: field(ticket.requester),
      ...(ticket.organization === undefined ? {} : { organization: field(ticket.organization) }),
      ...(ticket.assignee === undefined ? {} : { assignee: field(ticket.assignee) }),
      group: field(ticket.group),
      tags: field(ticket.tags),
      statusHistory: field(
        ticket.statusHistory.map((change) => ({ at: change.at, status: word(ticket.language, `status.${change.to}`), kind: change.to })),
      ),
    },
    customFields: Object.fromEntries(Object.entries(ticket.customFields).map(([label, value]) => [label, field(value)])),
    messages: ticket.messages.map((message) => ({ ...message, roleSure: 1, how: 'demo' })),
    statusHistoryComplete: true,
    problems: [],
  };
}
