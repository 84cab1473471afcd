/**
 * A quarter of a team of 20 with 10,000 tickets, laid out so that every metric is known before anything is computed. Tickets repeat in
 * blocks of ten, so each count is a thousand times a count in the block.
 */
import type { LedgerExport, LedgerTicket } from '../../lib/ledger/ledger-record.ts';

const hourMs = 3_600_000;
const start = Date.parse('2026-07-06T00:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();
export const people = 20;
export const blocks = 1000;

/** The ten tickets of a block: what happens to each, in hours after creation. */
function ticket(block: number, place: number): LedgerTicket {
  const created = start + block * 2 * hourMs;
  const at = (hours: number): string => iso(created + hours * hourMs);
  const id = String(block * 10 + place);
  const base: LedgerTicket = {
    key: `https://desk.example|zammad|${id}`,
    origin: place < 8 ? 'https://desk.example' : 'https://other.example',
    helpdesk: 'zammad',
    ticketId: id,
    firstSeenAt: at(0.1),
    lastSeenAt: at(200),
    createdAt: at(0),
    resolvedAt: at(30),
    statusKind: 'resolved',
    currentTier: 1,
    policy: { id: 'p', version: 1 },
    subjectWords: [],
    contacts: 1,
    recommendations: [{ at: at(0.1), tier: 1, verdict: 'keep', rules: [], shadow: [] }],
    escalations: [],
    clocks: [],
    facts: { at: at(0.1), values: {} },
    notified: [],
  };
  const advised = (tier: number, rule: string) => [...base.recommendations, { at: at(1), tier, verdict: 'escalate', rules: [rule], shadow: [] }];
  switch (place) {
    // advised, escalated to Tier 2 after 2 h, updated in time, resolved there after 10 h more, rated 4
    case 0:
      return {
        ...base,
        resolvedAt: at(12),
        currentTier: 2,
        csat: 4,
        recommendations: advised(2, 'sla'),
        escalations: [{ at: at(2), fromTier: 1, toTier: 2, state: 'escalated', updateDueAt: at(26), updatedAt: at(20) }],
      };
    // the same, but updated too late, resolved 20 h later, rated 2
    case 1:
      return {
        ...base,
        resolvedAt: at(22),
        currentTier: 2,
        csat: 2,
        recommendations: advised(2, 'sla'),
        escalations: [{ at: at(2), fromTier: 1, toTier: 2, state: 'escalated', updateDueAt: at(10), updatedAt: at(20) }],
      };
    // nobody advised it: escalated to Tier 2 after 4 h and bounced, resolved by Tier 1
    case 2:
      return {
        ...base,
        contacts: 3,
        escalations: [{ at: at(4), fromTier: 1, toTier: 2, state: 'bounced', reasonCode: 'wrong-tier', endedAt: at(5) }],
      };
    // advised by another rule and declined
    case 3:
      return { ...base, recommendations: advised(3, 'mood'), escalations: [{ at: at(1), toTier: 3, state: 'declined', reasonCode: 'other' }] };
    // advised by the SLA rule, nobody did anything, resolved all the same
    case 4:
      return { ...base, contacts: 2, recommendations: advised(2, 'sla') };
    // advised, escalated to Tier 3 after 6 h, still open, no update yet and none due
    case 5: {
      const { resolvedAt: _, ...open } = base;
      return {
        ...open,
        statusKind: 'open',
        currentTier: 3,
        recommendations: advised(3, 'mood'),
        escalations: [{ at: at(6), fromTier: 1, toTier: 3, state: 'escalated', updateDueAt: at(400) }],
      };
    }
    // plain tickets of Tier 1
    default:
      return base;
  }
}

/** What must come out, counted by hand from the block above: metric, tier or rule, numerator and denominator, value, p90. */
export const truth: readonly (readonly [
  id: string,
  about: number | string | undefined,
  numerator: number,
  denominator: number,
  value: number,
  p90?: number,
])[] = [
  ['escalationRate', 2, 3 * blocks, 10 * blocks, 0.3],
  ['escalationRate', 3, blocks, 10 * blocks, 0.1],
  // 2, 2, 4 and 6 hours, a thousand times each
  ['timeToEscalate', undefined, 4 * blocks, 4 * blocks, 3, 6],
  // 10 and 20 hours
  ['resolutionAfter', undefined, 2 * blocks, 4 * blocks, 15, 20],
  ['escalationToResolution', 2, 2 * blocks, 3 * blocks, 2 / 3],
  ['escalationToResolution', 3, 0, blocks, 0],
  ['csatAfter', undefined, 2 * blocks, 4 * blocks, 3],
  // Tier 1 resolved places 2, 3, 4, 6, 7, 8 and 9; the customer came once in five of them
  ['firstContactResolution', 1, 5 * blocks, 7 * blocks, 5 / 7],
  ['firstContactResolution', 2, 2 * blocks, 2 * blocks, 1],
  ['bounceRate', undefined, blocks, 4 * blocks, 0.25],
  // places 0, 1, 3, 4 and 5 were advised and decided; 3 and 4 came to nothing
  ['falseAlarms', undefined, 2 * blocks, 5 * blocks, 0.4],
  ['misses', undefined, blocks, 4 * blocks, 0.25],
  ['rulePrecision', 'mood', blocks, 2 * blocks, 0.5],
  ['rulePrecision', 'sla', 2 * blocks, 3 * blocks, 2 / 3],
  ['updateKept', undefined, blocks, 2 * blocks, 0.5],
];

/** One export for each person; every tenth ticket was also seen by a second one, and one person exported twice. */
export function quarter(): LedgerExport[] {
  const own = Array.from({ length: people }, (): LedgerTicket[] => []);
  for (let block = 0; block < blocks; block++)
    for (let place = 0; place < 10; place++) {
      const seen = ticket(block, place);
      own[block % people]?.push(seen);
      if (place === 0) own[(block + 1) % people]?.push({ ...seen, lastSeenAt: iso(Date.parse(seen.lastSeenAt) - hourMs), escalations: [] });
    }
  const exported = (tickets: readonly LedgerTicket[], person: number, at: string): LedgerExport => ({
    format: 'handrail-ledger',
    formatVersion: 1,
    exportedAt: at,
    source: `person-${person}`,
    tickets,
  });
  return [
    ...own.map((tickets, person) => exported(tickets, person, '2026-10-05T00:00:00Z')),
    // an older export of the first person, which must not count a second time
    exported(
      (own[0] ?? []).slice(0, 100).map((one) => ({ ...one, key: `${one.key}-old` })),
      0,
      '2026-08-01T00:00:00Z',
    ),
  ];
}
