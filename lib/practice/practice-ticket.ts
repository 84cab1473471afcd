/** A made-up ticket to practise on, as a few choices that are turned into a snapshot. */
import { testTicket } from '../policy/test-ticket.ts';
import type { Policy, TestTicket } from '../policy/schema.ts';
import type { TicketSnapshot } from '../ticket.ts';

export interface PracticeTicket {
  readonly priority: string;
  readonly status: string;
  /** What the customer wrote in the last message, sentence by sentence. */
  readonly says: readonly string[];
  /** How often the customer came with this. */
  readonly contacts: number;
  /** Whether the last message of the customer was answered. */
  readonly answered: boolean;
  readonly fields: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly marks: Readonly<Record<string, boolean>>;
  /** Minutes since it was created. */
  readonly minutes: number;
}

/** Words of the conversation around what is practised, in the language of the person. */
export interface PracticeWords {
  readonly subject: string;
  readonly customer: string;
  readonly agent: string;
  readonly hello: string;
  readonly again: string;
  readonly answer: string;
  readonly angry: string;
}

const minuteMs = 60_000;

/** @param now milliseconds since 1970 */
export function practiceSnapshot(ticket: PracticeTicket, policy: Policy, words: PracticeWords, now: number): TicketSnapshot {
  const createdAt = now - ticket.minutes * minuteMs;
  const turns = ticket.contacts * 2;
  // Spread over the time the ticket has been open, in the order they happened.
  const at = (turn: number): string => new Date(createdAt + Math.floor((turn * ticket.minutes * minuteMs) / (turns + 1))).toISOString();
  const messages = Array.from({ length: ticket.contacts }, (_, index) => {
    const last = index === ticket.contacts - 1;
    const said = last && ticket.says.length ? ticket.says.join(' ') : index === 0 ? words.hello : words.again;
    return [
      { role: 'customer' as const, author: words.customer, at: at(index * 2), text: said },
      ...(last && !ticket.answered ? [] : [{ role: 'agent' as const, author: words.agent, at: at(index * 2 + 1), text: words.answer }]),
    ];
  }).flat();
  const made: TestTicket = {
    id: '1001',
    subject: words.subject,
    status: ticket.status,
    priority: ticket.priority,
    createdAt: new Date(createdAt).toISOString(),
    requester: { name: words.customer, email: 'customer@example.com' },
    tags: [...ticket.tags],
    customFields: { ...ticket.fields },
    statusHistory: [],
    messages,
  };
  const snapshot = testTicket(made, new Date(now).toISOString());
  return { ...snapshot, language: policy.language };
}
