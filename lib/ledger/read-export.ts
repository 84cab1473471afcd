/** Reads a ledger file that a person drops in: anything else than an export of Handrail gets a sentence, never half an import. */
import { z } from 'zod';
import { CLOCK_NAMES } from '../sla/sla-clock.ts';
import type { LedgerExport } from './ledger-record.ts';

export const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)));
const id = z.string().max(500);
const count = z.number().int().nonnegative();
const keptFact = z.union([
  z.string().max(200),
  z.number(),
  z.boolean(),
  z.object({ amount: z.number(), currency: z.string().max(3).optional() }).strict(),
  z.object({ ms: z.number().optional(), percent: z.number().optional() }).strict(),
]);
export const clock = z.object({
  name: z.enum(CLOCK_NAMES),
  state: z.enum(['none', 'unknown', 'running', 'paused', 'met', 'missed', 'overdue']),
  dueAt: instant.optional(),
  warnAt: instant.optional(),
});
export const escalation = z.object({
  at: instant,
  fromTier: z.number().int().optional(),
  toTier: z.number().int(),
  state: z.enum(['escalated', 'bounced', 'withdrawn', 'declined']),
  reasonCode: id.optional(),
  endedAt: instant.optional(),
  updateDueAt: instant.optional(),
  updatedAt: instant.optional(),
});
export const factVector = z.object({
  at: instant,
  values: z.record(z.string(), keptFact),
  phrases: z.array(id).optional(),
  phrasesSoFar: z.array(id).optional(),
});
/** Members that this version does not know are left out, so that a newer export can be read as far as it is known. */
const ticket = z.object({
  key: z.string().max(2000),
  origin: id,
  helpdesk: id,
  ticketId: id,
  firstSeenAt: instant,
  lastSeenAt: instant,
  createdAt: instant.optional(),
  resolvedAt: instant.optional(),
  statusKind: z.enum(['new', 'open', 'pending', 'resolved', 'closed']).optional(),
  priority: id.optional(),
  customerTier: id.optional(),
  currentTier: z.number().int().optional(),
  policy: z.object({ id, version: z.number() }),
  requester: id.optional(),
  subjectWords: z.array(id).max(50),
  contacts: count.optional(),
  agentReplies: count.optional(),
  recommendations: z.array(z.object({ at: instant, tier: z.number().int(), verdict: id, rules: z.array(id), shadow: z.array(id) })).max(200),
  escalations: z.array(escalation).max(200),
  clocks: z.array(clock).max(20),
  facts: factVector,
  openFacts: factVector.optional(),
  csat: z.number().min(1).max(5).optional(),
  snoozedUntil: instant.optional(),
  notified: z.array(id).max(500),
});
const file = z.object({
  format: z.literal('handrail-ledger'),
  formatVersion: z.literal(1),
  exportedAt: instant,
  source: id,
  tickets: z.array(ticket).max(100_000),
});

/** Characters of the largest file that is read. */
const longestFile = 100_000_000;

export type ReadExport =
  | { readonly ok: true; readonly ledger: LedgerExport }
  | { readonly ok: false; readonly problem: 'too-long' | 'not-json' | 'not-ledger' | 'newer' | 'damaged'; readonly where?: string };

/** @param text of the file */
export function readExport(text: string): ReadExport {
  if (text.length > longestFile) return { ok: false, problem: 'too-long' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'not-json' };
  }
  const head = value as { readonly format?: unknown; readonly formatVersion?: unknown } | null;
  if (head?.format !== 'handrail-ledger') return { ok: false, problem: 'not-ledger' };
  if (head.formatVersion !== 1) return { ok: false, problem: 'newer' };
  const read = file.safeParse(value);
  if (!read.success) return { ok: false, problem: 'damaged', where: read.error.issues[0]?.path.join('.') ?? '' };
  // zod writes absent members as `undefined` in the type only
  return { ok: true, ledger: read.data as LedgerExport };
}
