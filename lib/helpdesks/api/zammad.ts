/** Zammad's `/api/v1/tickets/{id}?all=true` (used by its own interface; docs.zammad.org). */
import type { TicketReading } from '../../ticket.ts';
import { instant, list, object, person, startApiReading, tags, text } from './json-reading.ts';

/** The answer as it came: the ticket's id and `assets` of tickets, users, groups, articles, states, priorities. */
export function zammadReading(answer: unknown): TicketReading {
  const assets = object(object(answer).assets);
  const asset = (kind: string, id: unknown) => object(object(assets[kind])[text(id) ?? '']);
  const ticket = asset('Ticket', object(answer).ticket_id ?? object(answer).id);
  const reading = startApiReading('zammad');
  const user = (id: unknown) => {
    const known = asset('User', id);
    return person([text(known.firstname), text(known.lastname)].filter(Boolean).join(' '), known.email);
  };
  reading.put('id', text(ticket.number));
  reading.put('subject', text(ticket.title));
  reading.status(asset('TicketState', ticket.state_id).name);
  reading.put('priority', text(asset('TicketPriority', ticket.priority_id).name));
  reading.put('group', text(asset('Group', ticket.group_id).name));
  reading.put('createdAt', instant(ticket.created_at));
  reading.put('updatedAt', instant(ticket.updated_at));
  reading.put('resolvedAt', instant(ticket.close_at));
  reading.put('dueAt', instant(ticket.escalation_at));
  reading.put('requester', user(ticket.customer_id));
  reading.put('organization', text(asset('Organization', ticket.organization_id).name));
  // User 1 is the system itself: nobody owns the ticket.
  if (ticket.owner_id !== 1) reading.put('assignee', user(ticket.owner_id)?.name);
  reading.put('tags', tags(object(answer).tags));
  for (const article of Object.values(object(assets.TicketArticle)).map((a) => object(a))) {
    if (article.ticket_id !== ticket.id) continue;
    const sender = text(article.sender)?.toLowerCase();
    const role = sender === 'customer' ? 'customer' : sender === 'agent' ? 'agent' : sender === 'system' ? 'system' : undefined;
    reading.message({
      author: person(
        text(article.from)
          ?.replace(/\s*<.*$/, '')
          .replace(/^"|"$/g, ''),
        /<([^<>\s]+@[^<>\s]+)>/.exec(text(article.from) ?? '')?.[1],
      ),
      role,
      internal: article.internal === true,
      at: instant(article.created_at),
      text: text(article.body)
        ?.replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n')
        .replace(/<[^>]*>/g, '')
        .trim(),
      attachments: list(article.attachments).map((a) => a.filename),
    });
  }
  return reading.finish();
}
