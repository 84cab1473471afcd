/** GitLab's `/api/v4/projects/{path}/issues/{iid}` and `/notes` (documented; docs.gitlab.com). */
import type { TicketReading } from '../../ticket.ts';
import { instant, list, object, person, startApiReading, tags, text } from './json-reading.ts';

/** Both answers as they came. */
export function gitlabReading(issueAnswer: unknown, notesAnswer: unknown): TicketReading {
  const issue = object(issueAnswer);
  const reading = startApiReading('gitlab');
  const notes = Array.isArray(notesAnswer) ? list(notesAnswer) : [];
  const iid = text(issue.iid);
  reading.put('id', iid && `#${iid}`);
  reading.put('subject', text(issue.title));
  reading.status(issue.state, issue.state === 'opened' ? 'open' : issue.state === 'closed' ? 'closed' : undefined);
  const createdAt = instant(issue.created_at);
  reading.put('createdAt', createdAt);
  // Every issue begins open. A hundred notes are asked for at once; a full page may have a next one.
  if (createdAt && Array.isArray(notesAnswer) && notes.length < 100) reading.wholeHistory({ at: createdAt, status: 'Open', kind: 'open' });
  reading.put('updatedAt', instant(issue.updated_at));
  reading.put('resolvedAt', instant(issue.closed_at));
  reading.put('dueAt', text(issue.due_date));
  reading.put('tags', tags(issue.labels));
  const author = object(issue.author);
  // Service Desk issues are filed by a bot; the customer is the address it answers to.
  const customer = text(issue.service_desk_reply_to);
  reading.put('requester', customer ? person(undefined, customer) : person(author.name, author.public_email));
  reading.put('assignee', text(object(issue.assignee).name) ?? text(list(issue.assignees)[0]?.name));
  reading.message({
    author: customer ? person(undefined, customer) : person(author.name, undefined),
    role: 'customer',
    internal: false,
    at: instant(issue.created_at),
    text: text(issue.description),
  });
  for (const note of notes) {
    if (note.system === true) {
      const state = stateOfNote(text(note.body) ?? '');
      reading.statusChange(instant(note.created_at), state, state === 'Closed' ? 'closed' : 'open');
      continue;
    }
    const writer = object(note.author);
    reading.message({
      author: person(writer.name, undefined),
      role: writer.id !== undefined && writer.id === author.id ? 'customer' : undefined,
      internal: note.internal === true || note.confidential === true,
      at: instant(note.created_at),
      text: text(note.body),
    });
  }
  return reading.finish();
}

/** What a note that GitLab wrote itself says of the state: `closed`, `reopened`, `closed via merge request !12`. */
export function stateOfNote(body: string): 'Closed' | 'Open' | undefined {
  const verb = /(?:^|\s)(closed|reopened)(?=$|\s*$|\s(?:via|by|in|on|\d|just|about|an?\s))/i.exec(body.replace(/\s+/g, ' '))?.[1];
  return verb ? (verb.toLowerCase() === 'closed' ? 'Closed' : 'Open') : undefined;
}
