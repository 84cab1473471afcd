/** What a page tells the ledger about the ticket it shows. Requester and subject are hashed on arrival and stored nowhere. */
import type { Assessment, EscalationRecord } from '../guidance/assessment.ts';
import { bounceReasons, notNowReasons } from '../guidance/escalation-reasons.ts';
import { statusKind } from '../guidance/status-kind.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import type { StatusKind, TicketSnapshot } from '../ticket.ts';
import type { FactVector, KeptClock, KeptEscalation, LedgerTicket } from './ledger-record.ts';

export interface TicketSight {
  readonly key: string;
  readonly origin: string;
  readonly helpdesk: string;
  readonly ticketId: string;
  /** Address of the ticket and its subject: for the popup, while the browser runs. */
  readonly url: string;
  readonly subject?: string;
  /** The requester's address, or the name where no address is shown. */
  readonly requester?: string;
  readonly at: string;
  readonly createdAt?: string;
  readonly resolvedAt?: string;
  readonly statusKind?: StatusKind;
  readonly priority?: string;
  readonly customerTier?: string;
  readonly currentTier?: number;
  readonly policy: LedgerTicket['policy'];
  readonly contacts?: number;
  readonly agentReplies?: number;
  readonly tier: number;
  readonly verdict: string;
  readonly rules: readonly string[];
  readonly shadow: readonly string[];
  readonly escalations: readonly KeptEscalation[];
  readonly clocks: readonly KeptClock[];
  readonly facts: FactVector;
}

/** What a sight is made from. */
export interface SightSource {
  readonly key: string;
  readonly ticketId: string;
  readonly snapshot: TicketSnapshot;
  readonly loaded: LoadedPolicy;
  readonly assessment: Assessment;
  readonly escalations: readonly EscalationRecord[];
  readonly notNow?: { readonly at: string; readonly tier: number; readonly reason: string } | undefined;
  readonly facts: FactVector;
}

export function ticketSight({ key, ticketId, snapshot, loaded, assessment, escalations, notNow, facts }: SightSource): TicketSight {
  const { fields } = snapshot;
  const requester = fields.requester?.value;
  const who = requester?.email ?? requester?.name;
  const kind = statusKind(snapshot);
  const contacts = assessment.facts.contacts[loaded.policy.contacts]?.count;
  const { 'messages.agent': replies, 'customer.tier': tier } = facts.values;
  return {
    key,
    origin: new URL(snapshot.url).origin,
    helpdesk: snapshot.helpdesk,
    ticketId,
    url: snapshot.url,
    at: assessment.at,
    policy: { id: loaded.policy.id, version: loaded.policy.version },
    tier: assessment.tier,
    verdict: assessment.verdict,
    rules: assessment.reasons.map(({ rule }) => rule),
    shadow: assessment.shadow.map(({ rule }) => rule),
    escalations: keptEscalations(escalations, notNow, assessment),
    clocks: assessment.clocks
      .filter(({ state }) => state !== 'none' && state !== 'unknown')
      .map(({ name, state, dueAt, warnAt }) => ({ name, state, ...(dueAt && { dueAt }), ...(warnAt && { warnAt }) })),
    facts,
    ...(fields.subject && { subject: fields.subject.value }),
    ...(who && { requester: who }),
    ...(fields.createdAt && { createdAt: fields.createdAt.value }),
    ...(fields.resolvedAt && { resolvedAt: fields.resolvedAt.value }),
    ...(kind && { statusKind: kind }),
    ...(assessment.priority.level && { priority: assessment.priority.level }),
    ...(typeof tier === 'string' && { customerTier: tier }),
    ...(assessment.currentTier !== undefined && { currentTier: assessment.currentTier }),
    ...(contacts !== undefined && { contacts }),
    ...(typeof replies === 'number' && { agentReplies: replies }),
  };
}

/**
 * What a person recorded, without the names they may have typed. "Not now" is a declined escalation.
 * The first public answer after a handoff and the instant it was owed come from the update-owed clock of the last one.
 */
function keptEscalations(escalations: readonly EscalationRecord[], notNow: SightSource['notNow'], assessment: Assessment): readonly KeptEscalation[] {
  const owed = assessment.clocks.find(({ name }) => name === 'updateOwed');
  const kept = escalations.map(
    ({ at, fromTier, toTier, state, reason }, index): KeptEscalation => ({
      at,
      toTier,
      state,
      ...(fromTier !== undefined && { fromTier }),
      ...coded(reason),
      ...(index === escalations.length - 1 && owed?.dueAt && { updateDueAt: owed.dueAt }),
      ...(index === escalations.length - 1 && owed?.stoppedAt && { updatedAt: owed.stoppedAt }),
    }),
  );
  if (!notNow) return kept;
  return [...kept, { at: notNow.at, toTier: notNow.tier, state: 'declined', ...coded(notNow.reason) }];
}

/** Only reasons of the closed lists: words a person wrote stay with the notes of the ticket. */
function coded(reason: string | undefined): { readonly reasonCode?: string } {
  if (reason === undefined) return {};
  return { reasonCode: Object.hasOwn(bounceReasons, reason) || Object.hasOwn(notNowReasons, reason) ? reason : 'other' };
}

/** Tells two sights apart by what the ledger would keep anew; the time of looking and running percentages are no news. */
export function sightKey(sight: TicketSight): string {
  const { at: _, facts, ...rest } = sight;
  const { at: __, values, ...other } = facts;
  const still = Object.fromEntries(Object.entries(values).filter(([name, value]) => typeof value !== 'object' && !name.startsWith('time_since')));
  return JSON.stringify([rest, other, still]);
}
