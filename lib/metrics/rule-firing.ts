/** How often each rule fired lately, by what pages recorded. */
import type { LedgerTicket } from '../ledger/ledger-record.ts';

export interface RuleFiring {
  /** Tickets on which it fired as advice. */
  readonly fired: number;
  /** Tickets on which it fired in shadow, so that nobody saw it. */
  readonly shadow: number;
}

/**
 * Tickets on which each rule fired, each ticket counted once. A recommendation stands until the next one, or until the ticket was last
 * seen.
 * @param since milliseconds since 1970; what ended before is left out
 */
export function ruleFiring(tickets: readonly LedgerTicket[], since: number): ReadonlyMap<string, RuleFiring> {
  const firing = new Map<string, { fired: number; shadow: number }>();
  for (const { recommendations, lastSeenAt } of tickets) {
    const recent = recommendations.filter((_, index) => Date.parse(recommendations[index + 1]?.at ?? lastSeenAt) >= since);
    for (const how of ['fired', 'shadow'] as const)
      for (const rule of new Set(recent.flatMap(({ rules, shadow }) => (how === 'fired' ? rules : shadow)))) {
        const known = firing.get(rule) ?? { fired: 0, shadow: 0 };
        known[how]++;
        firing.set(rule, known);
      }
  }
  return firing;
}
