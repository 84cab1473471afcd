/** Looks at made-up tickets. */
import type { TicketSight } from '../../lib/ledger/ticket-sight.ts';

export const origin = 'https://desk.example';

export function sight(ticketId: string, change: Partial<TicketSight> = {}): TicketSight {
  return {
    key: `${origin}|generic|${ticketId}`,
    origin,
    helpdesk: 'generic',
    ticketId,
    url: `${origin}/tickets/${ticketId}`,
    subject: 'Refund for order 4711 is missing',
    requester: 'ana@silva.example',
    at: '2026-11-24T10:00:00.000Z',
    createdAt: '2026-11-24T09:00:00.000Z',
    statusKind: 'open',
    priority: 'high',
    policy: { id: 'handrail-default', version: 1 },
    tier: 1,
    verdict: 'keep',
    rules: [],
    shadow: [],
    escalations: [],
    clocks: [{ name: 'resolution', state: 'running', dueAt: '2026-11-24T17:00:00.000Z', warnAt: '2026-11-24T15:30:00.000Z' }],
    facts: { at: '2026-11-24T10:00:00.000Z', values: { contacts: 1 } },
    ...change,
  };
}
