/**
 * Everything that follows from a ticket and the policy, in one answer: the assessment, and what the ledger is told of it. The background
 * gives it for every page; a page whose background does not answer, a backtest and the command line call the same function.
 */
import { assess } from '../guidance/assess.ts';
import type { Assessment, EscalationRecord, History, Marks } from '../guidance/assessment.ts';
import { factVector } from '../guidance/fact-vector.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import type { TicketSnapshot } from '../ticket.ts';
import { sightKey, type TicketSight, ticketSight } from './ticket-sight.ts';

/** Plain JSON: it crosses from a page to the background. */
export interface JudgeRequest {
  /** Of the ticket's notes and of its row in the ledger. */
  readonly key: string;
  readonly snapshot: TicketSnapshot;
  readonly marks: Marks;
  readonly escalations: readonly EscalationRecord[];
  readonly earlierContacts: History['earlierContacts'];
  /** The agent's own answer to "which tier are you?" for this ticket. */
  readonly currentTier?: number;
  readonly notNow?: { readonly at: string; readonly tier: number; readonly reason: string };
  /** ms since 1970 */
  readonly now: number;
  /** When the policy that is meant was loaded, which tells one from another. */
  readonly policyLoadedAt: string;
}

export interface JudgedTicket {
  readonly assessment: Assessment;
  readonly sight: TicketSight;
  /** Differs where the ledger would hear something new; see `sightKey`. */
  readonly news: string;
}

/** Pure, synchronous and total, as `assess` is. */
export function judgeTicket(request: JudgeRequest, loaded: LoadedPolicy): JudgedTicket {
  const { key, snapshot, marks, escalations, earlierContacts, currentTier, notNow, now } = request;
  const context = { marks, history: { escalations, earlierContacts, ...(currentTier !== undefined && { currentTier }) } };
  const assessment = assess(snapshot, loaded, context, now);
  const sight = ticketSight({
    key,
    ticketId: snapshot.fields.id?.value ?? new URL(snapshot.url).pathname,
    snapshot,
    loaded,
    assessment,
    escalations,
    notNow,
    facts: factVector(snapshot, loaded, context, assessment),
  });
  return { assessment, sight, news: sightKey(sight) };
}
