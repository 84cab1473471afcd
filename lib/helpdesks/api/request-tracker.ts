/**
 * Request Tracker's `/REST/2.0/ticket/{id}` and its `/history` (documented; docs.bestpractical.com). The status is RT's own word, whatever
 * language the page is in, and the priority a number: neither replaces what the page prints.
 */
import { statusKindOf } from '../../reader/labels.ts';
import type { TicketReading } from '../../ticket.ts';
import { instant, list, object, person, startApiReading, text } from './json-reading.ts';

/** Both answers as they came. */
export function requestTrackerReading(ticketAnswer: unknown, historyAnswer: unknown): TicketReading {
  const ticket = object(ticketAnswer);
  const reading = startApiReading('rt');
  const created = time(ticket.Created);
  const present = text(ticket.Status);
  reading.put('id', text(ticket.id));
  reading.put('subject', text(ticket.Subject));
  reading.put('statusKind', present ? statusKindOf(present) : undefined);
  reading.put('createdAt', created);
  reading.put('updatedAt', time(ticket.LastUpdated));
  reading.put('dueAt', time(ticket.Due));
  reading.put('resolvedAt', time(ticket.Resolved));
  reading.put('group', text(object(ticket.Queue).Name));
  const [requestor, ...others] = list(ticket.Requestor);
  const mail = text(requestor?.EmailAddress) ?? text(requestor?.id);
  if (others.length === 0) reading.put('requester', person(requestor?.RealName, mail?.includes('@') ? mail : undefined));
  readHistory(historyAnswer, created, present, reading);
  return reading.finish();
}

function readHistory(answer: unknown, created: string | undefined, present: string | undefined, reading: ReturnType<typeof startApiReading>): void {
  const items = object(answer).items;
  if (!Array.isArray(items)) return;
  const transactions = list(items);
  const changes = transactions.filter((item) => item.Type === 'Status' || (item.Type === 'Set' && item.Field === 'Status'));
  for (const change of changes) reading.statusChange(time(change.Created), text(change.NewValue));
  const creations = transactions.filter((item) => item.Type === 'Create').length;
  const first = text(changes[0]?.OldValue) ?? (changes.length === 0 ? present : undefined);
  const last = text(changes.at(-1)?.NewValue) ?? present;
  // A full page may have a next one; a second creation is a merged ticket's.
  const perPage = object(answer).per_page;
  const whole =
    creations === 1 && typeof perPage === 'number' && transactions.length < perPage && changes.every((c) => time(c.Created) && c.NewValue);
  const kind = first ? statusKindOf(first) : undefined;
  if (whole && created && first && last === present) reading.wholeHistory({ at: created, status: first, ...(kind && { kind }) });
}

/** RT prints times that are not set as the beginning of 1970. */
function time(value: unknown): string | undefined {
  const read = instant(value);
  return read?.startsWith('1970-01-01') ? undefined : read;
}
