/** The kind of a ticket's status. Apart from the facts, since the page needs it where no facts are. */
import { statusKindOf } from '../rules/status-words.ts';
import type { StatusKind, TicketSnapshot } from '../ticket.ts';

/** The kind of status: as read, or as the page's word says. */
export function statusKind({ fields }: TicketSnapshot): StatusKind | undefined {
  return fields.statusKind?.value ?? (fields.status && statusKindOf(fields.status.value));
}
