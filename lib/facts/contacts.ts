/** How often the customer came back on this issue, by each named definition of `text-facts.ts`. */
import type { History } from '../guidance/assessment.ts';
import type { Message, TicketSnapshot } from '../ticket.ts';
import type { ContactDefinition, ConversationFacts } from './text-facts.ts';

/** Below this a role is a guess; one guessed message can change a count, so no count is given. */
const roleSureEnough = 0.5;

type Contacts = ConversationFacts['contacts'];

/**
 * Counts contacts. Internal notes, system lines and agents' messages are never contacts; earlier tickets of the same
 * requester about the same subject (from the ledger) are one contact each, except for reopenings.
 * @returns per definition the count and the messages that made it; a definition is missing when it cannot be counted
 *   honestly (roles unsure, messages not loaded, no times, status history incomplete)
 */
export function contactsOf(snapshot: TicketSnapshot, history: Pick<History, 'earlierContacts'>): Contacts {
  const contacts: Partial<Record<ContactDefinition, { count: number; messages: number[] }>> = {};
  const talk = snapshot.messages
    .map((message, index) => ({ message, index }))
    .filter(({ message }) => !message.internal && message.role !== 'system');
  const unsure = talk.some(({ message }) => message.role === 'unknown' || message.roleSure < roleSureEnough);
  const earlier = history.earlierContacts.filter(({ ticketId }) => ticketId !== snapshot.fields.id?.value);
  const complete = !snapshot.missingMessages && talk.length > 0 && !unsure;
  if (complete) {
    contacts['customer-initiated'] = plus(customerInitiated(talk), earlier.length);
    contacts['after-answer'] = plus(afterAnswer(talk), earlier.length);
    const days = distinctDays(talk, snapshot.zone, earlier);
    if (days) contacts['distinct-days'] = days;
  }
  const reopened = reopenings(snapshot);
  if (reopened !== undefined) contacts.reopened = { count: reopened + 1, messages: [] };
  return contacts;
}

interface Turn {
  readonly message: Message;
  readonly index: number;
}

function plus(messages: number[], earlier: number): { count: number; messages: number[] } {
  return { count: messages.length + earlier, messages };
}

/**
 * The first customer message of every run without an agent's answer between. A resolution starts no new count: whoever writes
 * after it shows that it was none.
 */
function customerInitiated(talk: readonly Turn[]): number[] {
  const starts: number[] = [];
  let answered = true;
  for (const { message, index } of talk) {
    if (message.role === 'agent') answered = true;
    else if (message.role === 'customer') {
      if (answered) starts.push(index);
      answered = false;
    }
  }
  return starts;
}

/** The first customer message, and every later one that follows an agent's public answer (not only the first of a run). */
function afterAnswer(talk: readonly Turn[]): number[] {
  const counted: number[] = [];
  let answered = false;
  for (const { message, index } of talk) {
    if (message.role === 'agent') answered = true;
    else if (message.role === 'customer' && (answered || counted.length === 0)) counted.push(index);
  }
  return counted;
}

/** Days in the ticket's zone on which the customer wrote; undefined when the day of one message is not certain. */
function distinctDays(talk: readonly Turn[], zone: string, earlier: History['earlierContacts']): { count: number; messages: number[] } | undefined {
  const dayOf = dayReader(zone);
  if (!dayOf) return undefined;
  const days = new Set<string>();
  const messages: number[] = [];
  for (const { message, index } of talk) {
    if (message.role !== 'customer') continue;
    const at = Date.parse(message.at ?? '');
    const error = message.atErrorMs ?? 0;
    if (Number.isNaN(at) || dayOf(at - error) !== dayOf(at + error)) return undefined;
    const day = dayOf(at);
    if (!days.has(day)) messages.push(index);
    days.add(day);
  }
  for (const { at } of earlier) {
    const instant = Date.parse(at);
    if (!Number.isNaN(instant)) days.add(dayOf(instant));
  }
  return { count: days.size, messages };
}

const dayReaders = new Map<string, (instant: number) => string>();
function dayReader(zone: string): ((instant: number) => string) | undefined {
  const known = dayReaders.get(zone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    const reader = (instant: number) => format.format(instant);
    dayReaders.set(zone, reader);
    return reader;
  } catch {
    return undefined;
  }
}

/** Changes from resolved or closed back to work; undefined unless the whole history is on the page with known kinds. */
function reopenings(snapshot: TicketSnapshot): number | undefined {
  const changes = snapshot.fields.statusHistory?.value;
  if (!changes || !snapshot.statusHistoryComplete || changes.some(({ kind }) => !kind)) return undefined;
  const isDone = (kind: string | undefined) => kind === 'resolved' || kind === 'closed';
  return changes.filter((change, i) => i > 0 && isDone(changes[i - 1]?.kind) && !isDone(change.kind)).length;
}
