/** Zendesk's `/api/v2/tickets/{id}.json?include=users,organizations` and `/comments.json` (documented; developer.zendesk.com). */
import type { StatusKind, TicketReading } from '../../ticket.ts';
import { instant, list, object, person, startApiReading, tags, text } from './json-reading.ts';

/** `hold` is Zendesk's own word for waiting on a third party. */
const kinds: Readonly<Record<string, StatusKind>> = {
  new: 'new',
  open: 'open',
  pending: 'pending',
  hold: 'pending',
  solved: 'resolved',
  closed: 'closed',
};

/** Both answers as they came; either may be anything. */
export function zendeskReading(ticketAnswer: unknown, commentsAnswer: unknown): TicketReading {
  const ticket = object(object(ticketAnswer).ticket);
  const users = new Map([...list(object(ticketAnswer).users), ...list(object(commentsAnswer).users)].map((u) => [u.id, u]));
  const reading = startApiReading('zendesk');
  reading.put('id', text(ticket.id));
  reading.put('subject', text(ticket.subject));
  const status = text(ticket.status);
  reading.status(status, status ? kinds[status] : undefined);
  reading.put('priority', text(ticket.priority));
  reading.put('createdAt', instant(ticket.created_at));
  reading.put('updatedAt', instant(ticket.updated_at));
  reading.put('dueAt', instant(ticket.due_at));
  reading.put('tags', tags(ticket.tags));
  const requester = users.get(ticket.requester_id);
  reading.put('requester', person(requester?.name, requester?.email));
  reading.put('assignee', text(users.get(ticket.assignee_id)?.name));
  const organization = list(object(ticketAnswer).organizations).find((o) => o.id === ticket.organization_id && o.id !== undefined);
  reading.put('organization', text(organization?.name));
  for (const comment of list(object(commentsAnswer).comments)) {
    const author = users.get(comment.author_id);
    const staff = author?.role === 'agent' || author?.role === 'admin';
    const known = staff || author?.role === 'end-user' || (comment.author_id === ticket.requester_id && comment.author_id !== undefined);
    reading.message({
      author: person(author?.name, author?.email),
      role: known ? (staff ? 'agent' : 'customer') : undefined,
      internal: comment.public === false,
      at: instant(comment.created_at),
      text: text(comment.plain_body) ?? text(comment.body),
      attachments: list(comment.attachments).map((a) => a.file_name),
    });
  }
  return reading.finish();
}
