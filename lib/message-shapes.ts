/**
 * Which messages the background takes in. Content scripts live in pages that strangers write: whatever one of them says is looked at as if
 * the page had said it. Only the background imports this; it is the one place besides the extension's pages that has zod.
 */
import { z } from 'zod';
import type { EscalationRecord } from './guidance/assessment.ts';
import { clock, escalation, factVector, instant } from './ledger/read-export.ts';
import type { JudgeRequest } from './ledger/judge-ticket.ts';
import type { TicketSight } from './ledger/ticket-sight.ts';
import type { MessageSender, MessageType } from './messages.ts';
import { limits } from './reader/limits.ts';
import { FIELD_SOURCES, type Message, type TicketSnapshot, type TicketValues } from './ticket.ts';

const word = z.string().max(500);
const words = z.array(word).max(200);
const tier = z.number().int().min(0).max(10);
const none = z.object({}).strict();

/** Every member of a sight has its shape: one that is added there and not here does not compile. */
const members = {
  key: z.string().max(2000),
  origin: word,
  helpdesk: word,
  ticketId: z.string().min(1).max(500),
  url: z.string().max(10_000),
  subject: z.string().max(2000).optional(),
  requester: word.optional(),
  at: instant,
  createdAt: instant.optional(),
  resolvedAt: instant.optional(),
  statusKind: z.enum(['new', 'open', 'pending', 'resolved', 'closed']).optional(),
  priority: word.optional(),
  customerTier: word.optional(),
  currentTier: tier.optional(),
  policy: z.object({ id: word, version: z.number() }),
  contacts: z.number().int().nonnegative().optional(),
  agentReplies: z.number().int().nonnegative().optional(),
  tier,
  verdict: word,
  rules: words,
  shadow: words,
  escalations: z.array(escalation).max(200),
  clocks: z.array(clock).max(20),
  facts: factVector,
} satisfies Record<keyof TicketSight, z.ZodType>;
const sight = z.object(members).strict();

/** A page writes what it likes into its fields; longer than this nothing is that was read. UTF-16 units. */
const text = z.string().max(20_000);
const date = z.string().max(100);
const field = <T extends z.ZodType>(value: T) =>
  z.object({ value, from: z.enum(FIELD_SOURCES), how: text, sure: z.number(), errorMs: z.number().optional() });
const statusKind = z.enum(['new', 'open', 'pending', 'resolved', 'closed']);
const person = z.object({ name: text.optional(), email: text.optional() });
const values = {
  id: text,
  subject: text,
  status: text,
  statusKind,
  priority: text,
  createdAt: date,
  updatedAt: date,
  firstResponseAt: date,
  resolvedAt: date,
  dueAt: date,
  requester: person,
  organization: text,
  assignee: text,
  group: text,
  tags: z.array(text).max(1000),
  nativeSla: z
    .array(
      z.object({
        name: text,
        clock: z.enum(['firstResponse', 'nextResponse', 'resolution']).optional(),
        dueAt: date.optional(),
        remainingMs: z.number().optional(),
        state: z.enum(['running', 'paused', 'met', 'missed', 'overdue']).optional(),
      }),
    )
    .max(100),
  statusHistory: z.array(z.object({ at: date, status: text, kind: statusKind.optional() })).max(limits.changes),
  priorityHistory: z.array(z.object({ at: date, priority: text })).max(limits.changes),
} satisfies Record<keyof TicketValues, z.ZodType>;
const message = z.object({
  author: text.optional(),
  email: text.optional(),
  role: z.enum(['customer', 'agent', 'system', 'unknown']),
  roleSure: z.number(),
  internal: z.boolean(),
  at: date.optional(),
  atErrorMs: z.number().optional(),
  text: z.string().max(2 * limits.messageText),
  attachments: z.array(text).max(1000),
  how: text,
} satisfies Record<keyof Message, z.ZodType>);
const missing = z.union([z.number(), z.literal('some')]);
const snapshot = z.object({
  url: z.string().max(10_000),
  helpdesk: word,
  readAt: instant,
  zone: word,
  language: word.optional(),
  fields: z.object(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(value).optional()]))),
  customFields: z.record(text, field(text)),
  messages: z.array(message).max(2 * limits.messages),
  missingMessages: missing.optional(),
  statusHistoryComplete: z.boolean().optional(),
  problems: z.array(text).max(1000),
} satisfies Record<keyof TicketSnapshot, z.ZodType>);
const question = z
  .object({
    key: z.string().max(2000),
    snapshot,
    marks: z.record(word, z.boolean()),
    escalations: z
      .array(
        z.object({
          at: instant,
          fromTier: tier.optional(),
          toTier: tier,
          person: text.optional(),
          state: z.enum(['escalated', 'bounced', 'withdrawn', 'declined']),
          reason: text.optional(),
          source: z.enum(['ledger', 'footer']),
        } satisfies Record<keyof EscalationRecord, z.ZodType>),
      )
      .max(200),
    earlierContacts: z.array(z.object({ at: instant, ticketId: word })).max(1000),
    currentTier: tier.optional(),
    notNow: z.object({ at: instant, tier, reason: text }).optional(),
    now: z.number(),
    policyLoadedAt: instant,
  } satisfies Record<keyof JudgeRequest, z.ZodType>)
  .strict();

/** A page of the options app, as it stands behind the `#`; one that the app does not know becomes its first. */
const optionsPage = z.object({ page: z.string().regex(/^[a-z][a-z0-9/_-]{0,60}$/) }).strict();

/** @param own origin of the extension's own pages */
export function messageGate(own: string): (type: MessageType, request: unknown, sender: MessageSender) => boolean {
  return (type, request, { origin, tabId }) => {
    if (type === 'worker.wake') return none.safeParse(request).success;
    if (type === 'options.open') return optionsPage.safeParse(request).success;
    // An alarm, a badge, a notification or a message to a collector follow from it: only the extension's own pages ask for that.
    if (type === 'deadlines.look' || type === 'push.preview' || type === 'push.send' || type === 'push.look' || type === 'policy.check')
      return origin === own && none.safeParse(request).success;
    if (tabId === undefined) return false;
    if (type === 'ticket.judge') {
      // Its answer goes to whoever asked, and nothing of it is kept. Still a page asks about its own tickets only.
      const asked = question.safeParse(request);
      return asked.success && asked.data.key.startsWith(`${origin}|`) && URL.parse(asked.data.snapshot.url)?.origin === origin;
    }
    if (type !== 'ledger.seen') return false;
    const said = sight.safeParse(request);
    if (!said.success) return false;
    // A page speaks for its own tickets only, and its tickets lie at its own address: the popup opens what is kept here.
    const { data } = said;
    return data.origin === origin && data.key.startsWith(`${origin}|`) && URL.parse(data.url)?.origin === origin;
  };
}
