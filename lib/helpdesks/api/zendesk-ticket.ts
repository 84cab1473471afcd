/** Zendesk's documented ticket and comments JSON as a reading. Every value is checked: another shape gives less, never something wrong. */
import type { Field, Message, TicketReading } from '../../ticket.ts';
import type { StatusKind } from '../../ticket.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
const instant = (value: unknown): string | undefined => {
  const written = text(value);
  return written !== undefined && /T.*(Z|[+-]\d\d:\d\d)$/.test(written) && !Number.isNaN(Date.parse(written)) ? written : undefined;
};
const statusKinds: Readonly<Record<string, StatusKind>> = {
  new: 'new',
  open: 'open',
  pending: 'pending',
  hold: 'pending',
  solved: 'resolved',
  closed: 'closed',
};

/**
 * @param answer `GET /api/v2/tickets/{id}.json?include=users,organizations`
 * @param comments `GET /api/v2/tickets/{id}/comments.json?include=users`
 */
export function readZendeskTicket(answer: unknown, comments: unknown): TicketReading {
  const ticket = isObject(answer) && isObject(answer.ticket) ? answer.ticket : {};
  const users = new Map(
    [...list(isObject(answer) ? answer.users : undefined), ...list(isObject(comments) ? comments.users : undefined)].map((user) => [user.id, user]),
  );
  const organizations = new Map(list(isObject(answer) ? answer.organizations : undefined).map((one) => [one.id, one]));
  const fields: TicketReading['fields'] = {};
  const set = <K extends keyof typeof fields>(name: K, value: NonNullable<(typeof fields)[K]>['value'] | undefined, how: string): void => {
    if (value !== undefined) Object.assign(fields, { [name]: { value, from: 'api', how: `zendesk:api ${how}`, sure: 1 } satisfies Field<unknown> });
  };
  if (typeof ticket.id === 'number') set('id', String(ticket.id), 'id');
  set('subject', text(ticket.subject), 'subject');
  set('status', text(ticket.status), 'status');
  set('statusKind', statusKinds[text(ticket.status) ?? ''], 'status');
  set('priority', text(ticket.priority), 'priority');
  set('createdAt', instant(ticket.created_at), 'created_at');
  set('updatedAt', instant(ticket.updated_at), 'updated_at');
  set('dueAt', instant(ticket.due_at), 'due_at');
  const requester = users.get(ticket.requester_id);
  const name = text(requester?.name);
  const email = text(requester?.email);
  if (name || email) set('requester', { ...(name ? { name } : {}), ...(email ? { email } : {}) }, 'requester_id');
  set('assignee', text(users.get(ticket.assignee_id)?.name), 'assignee_id');
  set('organization', text(organizations.get(ticket.organization_id)?.name), 'organization_id');
  const tags = Array.isArray(ticket.tags) ? ticket.tags.filter((tag) => typeof tag === 'string') : [];
  if (tags.length) set('tags', tags, 'tags');
  const messages = list(isObject(comments) ? comments.comments : undefined).flatMap((one): Message[] => {
    const body = text(one.plain_body) ?? text(one.body);
    if (body === undefined || typeof one.public !== 'boolean') return [];
    const author = users.get(one.author_id);
    const role =
      author?.role === 'end-user'
        ? 'customer'
        : author?.role === 'agent' || author?.role === 'admin'
          ? 'agent'
          : one.author_id === ticket.requester_id
            ? 'customer'
            : 'unknown';
    const at = instant(one.created_at);
    const written = text(author?.name);
    return [
      {
        ...(written ? { author: written } : {}),
        role,
        roleSure: role === 'unknown' ? 0 : 1,
        internal: !one.public,
        ...(at ? { at } : {}),
        text: body,
        attachments: list(one.attachments).flatMap(({ file_name }) => text(file_name) ?? []),
        how: 'zendesk:api comments',
      },
    ];
  });
  const more = isObject(comments) && text(comments.next_page) !== undefined;
  return { fields, ...(messages.length ? { messages } : {}), ...(more ? { missingMessages: 'some' as const } : {}) };
}
