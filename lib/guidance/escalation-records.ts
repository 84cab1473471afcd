/** What is recorded of a ticket's handoffs, and what of it is news to whoever reads the ticket. */
import type { HandoffFooter } from '../documents/footer.ts';
import type { EscalationRecord } from './assessment.ts';
import type { BounceReason } from './escalation-reasons.ts';

type Records = readonly EscalationRecord[];

/** The last handoff ends. Without one that stands nothing changes. */
export function endHandoff(records: Records, state: 'bounced' | 'withdrawn', reason?: string): Records {
  const last = records.at(-1);
  if (last?.state !== 'escalated') return records;
  return [...records.slice(0, -1), { ...last, state, ...(reason === undefined ? {} : { reason }) }];
}

/** The receiver sends a handoff back that only its note tells of: their browser has no record to end, so it makes one. */
export function returnHandoff(records: Records, { at, fromTier, toTier }: HandoffFooter, reason: BounceReason): Records {
  return [...records, { at, toTier, state: 'bounced', reason, source: 'ledger', ...(fromTier === undefined ? {} : { fromTier }) }];
}

/** Whether a handoff found in a note is news here: neither this person's own, nor one that they have already sent back. */
export function isNews({ at, toTier }: HandoffFooter, records: Records): boolean {
  return !records.some((known) => known.toTier === toTier && (known.state === 'escalated' || Date.parse(known.at) >= Date.parse(at)));
}

/** Id under which it is kept that this handoff was read back. */
export const readBackId = ({ at, toTier }: HandoffFooter): string => `read-back ${toTier} ${at}`;
