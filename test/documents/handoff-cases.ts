/** A small policy and assessments written out by hand, so that documents are tested without the rules. */
import { CONTACT_DEFINITIONS } from '../../lib/facts/text-facts.ts';
import type { Assessment } from '../../lib/guidance/assessment.ts';
import { policySchema, type Policy, type PolicyInput } from '../../lib/policy/schema.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';
import { demoSnapshot } from '../demo-helpdesk/snapshot.ts';
import { demoTickets } from '../demo-helpdesk/tickets.ts';

export const now = Date.parse('2026-11-24T09:00:00Z');

const policyInput: PolicyInput = {
  handrail: 1,
  id: 'test',
  name: 'Test',
  version: 1,
  tiers: [
    { tier: 1, name: 'Frontline Support', respondsWithin: '2h' },
    { tier: 2, name: 'Technical/Specialist Support', respondsWithin: '4h', requires: ['summary', 'tried'] },
    { tier: 3, name: 'Senior/Engineering Support', respondsWithin: '8h', requires: ['summary', 'timeline', 'tried', 'attachments'] },
    {
      tier: 4,
      name: { en: 'Management/Executive', vi: 'Ban quản lý' },
      respondsWithin: 'immediate',
      requires: ['summary', 'timeline', 'expectation', 'stakeholders'],
      steps: ['calm-call'],
    },
  ],
  priorities: [
    { id: 'critical', name: { en: 'Critical', vi: 'Khẩn cấp' }, firstResponse: '15m', resolution: '4h' },
    { id: 'high', name: { en: 'High', vi: 'Cao' }, firstResponse: '1h', resolution: '8h' },
    { id: 'medium', name: { en: 'Medium', vi: 'Trung bình' }, firstResponse: '4h', resolution: '24h' },
  ],
  calendars: {
    default: { timeZone: 'Asia/Ho_Chi_Minh', hours: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] } },
  },
  roles: [
    { id: 'manager', name: { en: 'Manager', vi: 'quản lý' }, reached: { person: 'Anna Berg' } },
    { id: 'account-manager', name: 'Account manager' },
  ],
  steps: [{ id: 'calm-call', text: { en: 'Call the customer before writing.', vi: 'Gọi cho khách hàng trước khi viết.' } }],
};

/** The test policy with changes. */
export const policyWith = (changes: Partial<PolicyInput> = {}): Policy => policySchema.parse({ ...policyInput, ...changes });

/** A ticket of the demo helpdesk as a perfect reader reads it. */
export function snapshotOf(id: string): TicketSnapshot {
  const ticket = demoTickets(now).find((t) => t.id === id);
  if (!ticket) throw new Error(`no demo ticket ${id}`);
  return demoSnapshot(ticket, new Date(now).toISOString());
}

/** A snapshot of nothing but what is given. */
export const bareSnapshot = (changes: Partial<TicketSnapshot> = {}): TicketSnapshot => ({
  url: 'https://desk.example/1',
  helpdesk: 'generic',
  readAt: new Date(now).toISOString(),
  zone: 'UTC',
  fields: {},
  customFields: {},
  messages: [],
  problems: [],
  ...changes,
});

/** An assessment that asks for nothing, with changes. */
export const assessmentWith = (changes: Partial<Assessment> = {}): Assessment => ({
  at: new Date(now).toISOString(),
  tier: 1,
  verdict: 'keep',
  urgency: 'quiet',
  priority: {},
  reasons: [],
  nearMisses: [],
  unknown: [],
  shadow: [],
  notify: [],
  flags: [],
  steps: [],
  requiredHandoffFields: [],
  clocks: [],
  facts: { perMessage: {}, phrases: [], money: [], contacts: Object.fromEntries(CONTACT_DEFINITIONS.map((d) => [d, { count: 1, messages: [] }])) },
  notices: [],
  ...changes,
});

/** The legal threat of ticket 48213, as the default policy judges it. */
export function legalThreat(snapshot: TicketSnapshot): Assessment {
  const message = snapshot.messages.length - 1;
  const text = 'my lawyer';
  const start = snapshot.messages[message]?.text.indexOf(text) ?? 0;
  const span = { message, start, end: start + text.length, text };
  return assessmentWith({
    tier: 4,
    currentTier: 1,
    verdict: 'escalate',
    urgency: 'urgent',
    priority: { raw: 'High', level: 'high', recommended: 'high' },
    customerTier: 'Enterprise',
    reasons: [
      {
        rule: 'legal-threat',
        title: 'Legal or media threat',
        tier: 4,
        category: 'Legal or regulatory',
        evidence: [{ kind: 'message', ...span }],
        actions: [{ do: 'escalate', tier: 4 }],
        trace: [],
      },
      {
        rule: 'third-contact',
        title: 'Third contact about this issue',
        tier: 2,
        category: 'Repeated contact',
        evidence: [{ kind: 'count', what: 'contacts', value: 3, messages: [0, 2, 5] }],
        actions: [{ do: 'escalate', tier: 2 }],
        trace: [],
      },
    ],
    notify: [{ role: 'manager', because: ['legal-threat'] }],
    steps: [
      { id: 'ack', text: 'Acknowledge within 15 min', kind: 'acknowledge', because: ['legal-threat'] },
      { id: 'notify:manager', text: 'Notify the manager', kind: 'notify', because: ['legal-threat'], role: 'manager' },
    ],
    facts: {
      perMessage: {},
      language: 'en',
      phrases: [],
      money: [],
      contacts: {},
      sentiment: { score: -0.8, label: 'threatening', evidence: [{ ...span, weight: -0.8, why: 'threat' }] },
    },
  });
}
