/** Folds one look at a ticket into what the ledger knows of it. Pure. */
import type { KeptEscalation, KeptRecommendation, LedgerTicket } from './ledger-record.ts';
import type { TicketSight } from './ticket-sight.ts';

/** Recommendations of one ticket that are kept; the first one always is. */
const mostRecommendations = 50;

/** What hashing made of the parts that are not kept as they are. */
export interface SightHashes {
  readonly requester?: string;
  readonly subjectWords: readonly string[];
}

/** @param previous the record so far, if the ticket was seen before */
export function foldSight(previous: LedgerTicket | undefined, sight: TicketSight, hashes: SightHashes): LedgerTicket {
  const { subject: _, requester: __, url: ___, at, tier, verdict, rules, shadow, escalations, ...rest } = sight;
  // Of two looks that arrive in the wrong order the later one stands.
  if (previous && Date.parse(previous.lastSeenAt) > Date.parse(at)) return previous;
  return {
    ...rest,
    // a page that shows less than last time takes nothing back that does not change
    ...(previous?.createdAt && !rest.createdAt && { createdAt: previous.createdAt }),
    ...(previous?.requester && !hashes.requester && { requester: previous.requester }),
    ...(hashes.requester && { requester: hashes.requester }),
    ...resolution(previous, sight),
    ...factsWhileOpen(previous, sight),
    ...(previous?.csat !== undefined && { csat: previous.csat }),
    ...(previous?.snoozedUntil && { snoozedUntil: previous.snoozedUntil }),
    subjectWords: hashes.subjectWords.length ? hashes.subjectWords : (previous?.subjectWords ?? []),
    firstSeenAt: previous?.firstSeenAt ?? at,
    lastSeenAt: at,
    recommendations: withRecommendation(previous?.recommendations ?? [], { at, tier, verdict, rules, shadow }),
    escalations: withEnds(previous?.escalations ?? [], escalations, at),
    notified: previous?.notified ?? [],
  };
}

/** The page's own instant, else when it was first seen resolved; a ticket that is open again was not resolved. */
function resolution(previous: LedgerTicket | undefined, { resolvedAt, statusKind, at }: TicketSight): { readonly resolvedAt?: string } {
  if (!isDone({ statusKind })) return {};
  return { resolvedAt: resolvedAt ?? previous?.resolvedAt ?? at };
}

const isDone = ({ statusKind }: Pick<LedgerTicket, 'statusKind'>): boolean => statusKind === 'resolved' || statusKind === 'closed';

function factsWhileOpen(previous: LedgerTicket | undefined, sight: TicketSight): Pick<LedgerTicket, 'openFacts'> {
  if (!previous || !isDone(sight)) return {};
  const facts = isDone(previous) ? previous.openFacts : previous.facts;
  return facts ? { openFacts: facts } : {};
}

function withRecommendation(known: readonly KeptRecommendation[], next: KeptRecommendation): readonly KeptRecommendation[] {
  const last = known.at(-1);
  const same = last && JSON.stringify({ ...last, at: '' }) === JSON.stringify({ ...next, at: '' });
  if (same) return known;
  const all = [...known, next];
  return all.length > mostRecommendations ? [...all.slice(0, 1), ...all.slice(-(mostRecommendations - 1))] : all;
}

/** An escalation that ended since the last look ended now; one that the notes have forgotten stays. */
function withEnds(known: readonly KeptEscalation[], told: readonly KeptEscalation[], at: string): readonly KeptEscalation[] {
  const merged = told.map((one): KeptEscalation => {
    const before = known.find((other) => other.at === one.at && other.toTier === one.toTier);
    const ended = one.state === 'bounced' || one.state === 'withdrawn';
    return {
      ...before,
      ...one,
      ...(ended && { endedAt: before?.endedAt ?? at }),
    };
  });
  const forgotten = known.filter((one) => one.state !== 'declined' && !told.some((other) => other.at === one.at && other.toTier === one.toTier));
  return [...forgotten, ...merged].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
