/** What metrics and counts ask of a ticket: a fraction of its record, kept beside it so that ten thousand can be read at once. */
import type { KeptEscalation, KeptRecommendation, LedgerTicket } from './ledger-record.ts';

const ofTicket = [
  'key',
  'origin',
  'firstSeenAt',
  'lastSeenAt',
  'createdAt',
  'resolvedAt',
  'statusKind',
  'currentTier',
  'contacts',
  'csat',
] as const satisfies readonly (keyof LedgerTicket)[];
const ofRecommendation = ['at', 'tier', 'verdict', 'rules'] as const satisfies readonly (keyof KeptRecommendation)[];
const ofEscalation = ['at', 'toTier', 'state', 'updateDueAt', 'updatedAt'] as const satisfies readonly (keyof KeptEscalation)[];

export type TicketSummary = Pick<LedgerTicket, (typeof ofTicket)[number]> & {
  /** Only those that advised to escalate or on which a rule fired: no metric asks for others. */
  readonly recommendations: readonly Pick<KeptRecommendation, (typeof ofRecommendation)[number]>[];
  readonly escalations: readonly Pick<KeptEscalation, (typeof ofEscalation)[number]>[];
};

/** One browser's summaries, to be counted with those of others. */
export interface LedgerSummaries {
  readonly source: string;
  readonly exportedAt: string;
  readonly tickets: readonly TicketSummary[];
}

/** A summary answers every question of `ticket-outcomes.ts` as the whole ticket does. */
export const summaryOf = (ticket: LedgerTicket): TicketSummary => ({
  ...picked(ticket, ofTicket),
  recommendations: ticket.recommendations
    .filter(({ verdict, rules }) => verdict === 'escalate' || rules.length > 0)
    .map((one) => picked(one, ofRecommendation)),
  escalations: ticket.escalations.map((one) => picked(one, ofEscalation)),
});

/** The named members, those that are not there left out. */
const picked = <T, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]]))) as Pick<T, K>;
