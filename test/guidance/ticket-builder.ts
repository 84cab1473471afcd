/** Tickets for the tests of guidance: calm and fully read unless a test says otherwise. */
import { type AssessContext, assess } from '../../lib/guidance/assess.ts';
import { type Assessment, NO_HISTORY } from '../../lib/guidance/assessment.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { type PolicyInput, type TestTicket, testTicketSchema } from '../../lib/policy/schema.ts';
import { testTicket } from '../../lib/policy/test-ticket.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';
import type { z } from 'zod';

/** Tuesday noon, UTC. */
export const now = Date.parse('2026-11-24T12:00:00Z');
export const minutes = 60_000;
export const iso = (at: number): string => new Date(at).toISOString();
/** So many minutes before now. */
export const ago = (count: number): string => iso(now - count * minutes);

export type Ticket = z.input<typeof testTicketSchema>;
export const calm: Ticket = {
  id: '1',
  subject: 'Question about the report',
  status: 'Open',
  priority: 'Medium',
  createdAt: ago(60),
  tags: [],
  customFields: { Plan: 'Starter', 'Lifetime Value': '$500', 'Revenue Impact': '$100' },
  statusHistory: [],
  messages: [
    { role: 'customer', at: ago(60), text: 'Hello, where can I find the report of last month? Thank you.' },
    { role: 'agent', at: ago(50), text: 'You find it under Reports. Could you tell me whether you see it?' },
  ],
};

export function snapshotOf(ticket: Ticket): TicketSnapshot {
  return testTicket(testTicketSchema.parse(ticket) as TestTicket, iso(now));
}

export function load(change: Partial<PolicyInput> = {}): LoadedPolicy {
  const result = loadPolicy({ ...defaultPolicy, tests: [], ...change }, { kind: 'file' }, now);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.loaded;
}
export const byDefault = load();

/** A policy of the default's tiers and priorities with these rules alone. */
export function withRules(...rules: (string | Partial<NonNullable<PolicyInput['rules']>[number]>)[]): LoadedPolicy {
  return load({
    rules: rules.map((rule, index) => ({ id: `r${index + 1}`, title: `R${index + 1}`, rule: '', ...(typeof rule === 'string' ? { rule } : rule) })),
  });
}

export function judge(ticket: Ticket, loaded = byDefault, context: Partial<AssessContext> = {}, at = now): Assessment {
  return assess(snapshotOf(ticket), loaded, { marks: {}, history: NO_HISTORY, ...context }, at);
}
export const fired = (assessment: Assessment): string[] => assessment.reasons.map(({ rule }) => rule);
export const unknown = (assessment: Assessment): string[] => assessment.unknown.map(({ rule }) => rule);
