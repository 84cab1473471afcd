/** What the default policy promises, as tests a lead can read, run and extend: each trigger and criterion, firing and quiet. Data. */
import type { PolicyInput } from './schema.ts';

type Test = NonNullable<PolicyInput['tests']>[number];
type Ticket = Test['ticket'];

const now = '2026-11-24T12:00:00Z';
/** Calm, answered ten minutes after it was opened, one hour old; everything that rules ask for is there. */
const calm: Ticket = {
  id: '1',
  subject: 'Question about the report',
  status: 'Open',
  priority: 'Medium',
  createdAt: '2026-11-24T11:00:00Z',
  requester: { name: 'Ann Lee', email: 'ann@customer.example' },
  tags: [],
  customFields: { Plan: 'Starter', 'Lifetime Value': '$500', 'Revenue Impact': '$100' },
  statusHistory: [],
  messages: [
    { role: 'customer', at: '2026-11-24T11:00:00Z', text: 'Hello, where can I find the report of last month? Thank you.' },
    { role: 'agent', at: '2026-11-24T11:10:00Z', text: 'You find it under Reports. Could you tell me whether you see it?' },
  ],
};

const says = (text: string): Ticket => ({
  ...calm,
  messages: [
    { role: 'customer', at: '2026-11-24T11:00:00Z', text },
    { role: 'agent', at: '2026-11-24T11:10:00Z', text: 'Thank you, I am looking into it.' },
  ],
});
const has = (customFields: Record<string, string>, more: Partial<Ticket> = {}): Ticket => ({
  ...calm,
  ...more,
  customFields: { ...calm.customFields, ...customFields },
});
const waiting = (minutes: number, priority = 'Medium'): Ticket => ({
  ...calm,
  priority,
  createdAt: new Date(Date.parse(now) - minutes * 60_000).toISOString(),
  messages: [
    { role: 'customer', at: new Date(Date.parse(now) - minutes * 60_000).toISOString(), text: 'Hello, where can I find the report? Thank you.' },
  ],
});
const answered = (minutes: number, priority: string): Ticket => {
  const opened = Date.parse(now) - minutes * 60_000;
  const at = (after: number) => new Date(opened + after * 60_000).toISOString();
  return {
    ...calm,
    priority,
    createdAt: at(0),
    messages: [
      { role: 'customer', at: at(0), text: 'Hello, where can I find the report? Thank you.' },
      { role: 'agent', at: at(5), text: 'I am looking into it.' },
    ],
  };
};
const writesAgain = (times: number): Ticket => ({
  ...calm,
  messages: Array.from({ length: times }, (_, index) => [
    {
      role: 'customer' as const,
      at: `2026-11-24T11:${String(index * 10).padStart(2, '0')}:00Z`,
      text: 'Hello, I cannot find the report of last month.',
    },
    { role: 'agent' as const, at: `2026-11-24T11:${String(index * 10 + 5).padStart(2, '0')}:00Z`, text: 'Please look under Reports.' },
  ]).flat(),
});

const test = (name: string, ticket: Ticket, expect: Test['expect'], more: Partial<Test> = {}): Test => ({
  name,
  ticket,
  marks: {},
  now,
  expect,
  ...more,
});
const marked = (mark: string, tier: number, more: Test['expect'] = {}): Test[] => [
  test(`mark ${mark}: set`, calm, { tier, verdict: 'escalate', fires: [`mark-${mark}`], ...more }, { marks: { [mark]: true } }),
  test(`mark ${mark}: not set`, calm, { tier: 1, silent: [`mark-${mark}`] }),
];

export const defaultTests: NonNullable<PolicyInput['tests']> = [
  test('a calm ticket stays at Tier 1', calm, {
    tier: 1,
    verdict: 'keep',
    notifies: [],
    silent: ['sla-80', 'breach', 'angry', 'legal', 'third-contact', 'vip', 'vip-angry', 'revenue', 'security', 'outage', 'billing', 'account'],
  }),
  test('sla-80: 80 % of the first response', waiting(192), { tier: 2, fires: ['sla-80'], silent: ['breach'], notifies: ['manager'] }),
  test('sla-80: a minute before 80 %', waiting(191), { tier: 1, silent: ['sla-80'] }),
  test('sla-80: 80 % of the resolution', answered(384, 'High'), { tier: 2, fires: ['sla-80'], silent: ['high-near-target'] }),
  test('high-near-target: just after 80 %', answered(385, 'High'), { tier: 2, fires: ['high-near-target'], notifies: ['manager'] }),
  test('high-near-target: not for Medium', answered(385, 'Medium'), { tier: 1, silent: ['high-near-target', 'sla-80'] }),
  test('breach: the first answer is overdue', waiting(250), { tier: 2, fires: ['breach'], silent: ['sla-80'], notifies: ['manager'] }),
  test('breach: one minute to go', waiting(239), { silent: ['breach'] }),
  test(
    'breach: nothing escalates once it is resolved',
    { ...waiting(250), status: 'Resolved', statusKind: 'resolved' },
    { verdict: 'resolved', silent: ['breach'] },
  ),
  test('angry: alone never above Tier 2', says('This is outrageous. I am furious about your useless support!'), {
    tier: 1,
    verdict: 'keep',
    fires: ['angry'],
    notifies: ['team-lead'],
  }),
  test('strong-words: one of the words', says('The new report is the worst.'), { fires: ['strong-words'], priority: 'high' }),
  test('legal: a lawyer', says('If this is not solved by Friday I will talk to my lawyer.'), { tier: 4, fires: ['legal'] }),
  test('legal: no threat', says('Our media player shows a legal notice. Where can I change it? Thank you.'), { tier: 1, silent: ['legal'] }),
  test('third-contact: the third', writesAgain(3), { tier: 2, fires: ['third-contact'] }),
  test('third-contact: the second', writesAgain(2), { tier: 1, silent: ['third-contact'] }),
  test('vip: priority and people, no tier', has({ VIP: 'Yes' }), {
    tier: 1,
    verdict: 'keep',
    priority: 'high',
    fires: ['vip'],
    silent: ['valued-customer', 'vip-angry'],
    notifies: ['account-manager'],
  }),
  test('valued-customer: Enterprise', has({ Plan: 'Enterprise' }), { tier: 1, priority: 'high', fires: ['valued-customer', 'vip'] }),
  test('valued-customer: above the threshold', has({ 'Lifetime Value': '$10,001' }), { tier: 1, fires: ['valued-customer'], silent: ['vip'] }),
  test('valued-customer: at the threshold', has({ 'Lifetime Value': '$10,000' }), { silent: ['valued-customer'] }),
  test('vip-angry: a VIP who waits too long', { ...waiting(250), tags: ['vip'] }, { tier: 4, fires: ['vip-angry', 'breach'] }),
  test('revenue: above the threshold', has({ 'Revenue Impact': '$1,001' }), { tier: 2, fires: ['revenue'], notifies: ['manager'] }),
  test('revenue: at the threshold', has({ 'Revenue Impact': '$1,000' }), { tier: 1, silent: ['revenue'] }),
  test('security: an account was hacked', says('Our admin account was hacked last night.'), { tier: 3, priority: 'critical', fires: ['security'] }),
  test('outage: everything is down', says('Your service is completely down since this morning.'), {
    tier: 3,
    priority: 'critical',
    fires: ['outage'],
  }),
  test('billing: charged twice', says('We were charged twice for the October invoice.'), { tier: 2, fires: ['billing'] }),
  test('account: locked out', says('My account has been suspended, please look at it.'), { tier: 2, fires: ['account'] }),
  ...marked('authority', 2),
  ...marked('manager', 4, { notifies: ['manager'] }),
  ...marked('exception', 2, { notifies: ['manager'] }),
  ...marked('department', 2, { notifies: ['other-department'] }),
  ...marked('pr', 4, { notifies: ['manager'] }),
  test(
    'a ticket at the right tier stays there',
    { ...says('We were charged twice for the October invoice.'), group: 'Tier 2' },
    { tier: 2, verdict: 'already-there' },
  ),
  test(
    'what is not read is not known',
    { subject: 'Hello', messages: [] },
    {
      tier: 1,
      unknown: [
        'sla-80',
        'breach',
        'angry',
        'legal',
        'third-contact',
        'vip',
        'valued-customer',
        'revenue',
        'security',
        'outage',
        'billing',
        'account',
      ],
    },
  ),
];
