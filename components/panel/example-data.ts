/** Realistic tickets for the gallery and the tests of the view: a policy, snapshots and assessments. Longer than most files since it is data. */
import { policySchema } from '../../lib/policy/schema.ts';
import type { Assessment, Reason } from '../../lib/guidance/assessment.ts';
import type { SlaClock } from '../../lib/sla/sla-clock.ts';
import type { Field, TicketSnapshot } from '../../lib/ticket.ts';

export const exampleZone = 'Asia/Ho_Chi_Minh';
/** Monday 23 November 2026, 16:22 in Hanoi. */
export const exampleNow = Date.parse('2026-11-23T16:22:00+07:00');

export const examplePolicy = policySchema.parse({
  handrail: 1,
  id: 'acme',
  name: 'Acme support',
  version: 12,
  tiers: [
    { tier: 1, name: { en: 'Frontline', vi: 'Tuyến đầu' }, respondsWithin: '2h' },
    {
      tier: 2,
      name: { en: 'Technical Support', vi: 'Hỗ trợ kỹ thuật' },
      respondsWithin: '4h',
      requires: ['summary', 'tried'],
      reached: { group: 'Tech Desk' },
    },
    { tier: 3, name: { en: 'Engineering', vi: 'Kỹ sư' }, respondsWithin: '8h', reached: { channel: '#engineering-escalations' } },
    {
      tier: 4,
      name: { en: 'Management', vi: 'Quản lý' },
      respondsWithin: 'immediate',
      requires: ['summary', 'timeline', 'tried', 'expectation'],
      reached: { person: 'Lan Pham' },
    },
  ],
  priorities: [
    { id: 'critical', name: { en: 'Critical', vi: 'Khẩn cấp' }, firstResponse: '15m', resolution: '4h' },
    { id: 'high', name: { en: 'High', vi: 'Cao' }, firstResponse: '1h', resolution: '8h' },
    { id: 'medium', name: { en: 'Medium', vi: 'Trung bình' }, firstResponse: '4h', resolution: '24h' },
    { id: 'low', name: { en: 'Low', vi: 'Thấp' }, firstResponse: '8h', resolution: '48h' },
  ],
  calendars: {
    default: {
      timeZone: 'Asia/Ho_Chi_Minh',
      hours: {
        mon: [['09:00', '18:00']],
        tue: [['09:00', '18:00']],
        wed: [['09:00', '18:00']],
        thu: [['09:00', '18:00']],
        fri: [['09:00', '18:00']],
      },
    },
  },
  roles: [
    { id: 'manager', name: { en: 'manager', vi: 'quản lý' } },
    { id: 'account-manager', name: { en: 'account manager', vi: 'quản lý khách hàng' } },
    { id: 'team-lead', name: { en: 'team lead', vi: 'trưởng nhóm' } },
  ],
  rules: [
    {
      id: 'legal',
      title: { en: 'Legal threat', vi: 'Đe dọa pháp lý' },
      rule: 'IF contains_phrase(legal_threat) THEN escalate to Tier 4 AND notify manager',
      why: {
        en: 'Only management may answer when a customer mentions lawyers or the press.',
        vi: 'Khi khách hàng nhắc đến luật sư hoặc báo chí, chỉ quản lý mới được trả lời.',
      },
      category: 'Legal or regulatory',
    },
    {
      id: 'third-contact',
      title: { en: 'Third contact about this issue', vi: 'Liên hệ lần thứ ba về cùng vấn đề' },
      rule: 'IF contacts >= 3 THEN escalate to Tier 2',
      category: 'Repeated contact',
    },
    {
      id: 'sla-warning',
      title: { en: '80 % of resolution time used', vi: 'Đã dùng 80% thời gian giải quyết' },
      rule: 'IF ticket.age > 80% of SLA THEN escalate to Tier 2 AND notify manager',
      category: 'SLA',
    },
    {
      id: 'breach',
      title: { en: 'Target breached', vi: 'Đã quá thời hạn' },
      rule: 'IF ticket.age > 100% of SLA THEN escalate to Tier 2 AND notify manager',
      category: 'SLA',
    },
    {
      id: 'revenue',
      title: { en: 'Revenue impact', vi: 'Ảnh hưởng doanh thu' },
      rule: 'IF revenue_impact > {{revenue_threshold}} THEN escalate to Tier 2 AND notify manager',
      category: 'Revenue impact',
    },
    {
      id: 'vip',
      title: { en: 'VIP customer', vi: 'Khách hàng VIP' },
      rule: 'IF customer.tier = "Enterprise" THEN set priority = "High" AND notify account manager',
      category: 'VIP',
    },
  ],
  criteria: [
    {
      id: 'manager',
      label: { en: 'Customer requests a manager', vi: 'Khách hàng yêu cầu gặp quản lý' },
      short: { en: 'Asks for a manager', vi: 'Đòi gặp quản lý' },
    },
    {
      id: 'exception',
      label: { en: 'Policy exception needed', vi: 'Cần ngoại lệ chính sách' },
      short: { en: 'Policy exception', vi: 'Ngoại lệ chính sách' },
    },
    {
      id: 'authority',
      label: { en: 'Outside my knowledge or authority', vi: 'Ngoài hiểu biết hoặc thẩm quyền của tôi' },
      short: { en: 'Beyond my authority', vi: 'Ngoài thẩm quyền' },
    },
    {
      id: 'department',
      label: { en: 'Another department needed', vi: 'Cần bộ phận khác' },
      short: { en: 'Other department needed', vi: 'Cần bộ phận khác' },
    },
    {
      id: 'pr',
      label: { en: 'Potential PR or reputation risk', vi: 'Rủi ro truyền thông hoặc uy tín' },
      short: { en: 'PR risk', vi: 'Rủi ro truyền thông' },
    },
  ],
  steps: [
    {
      id: 'acknowledge',
      text: { en: 'Acknowledge within 15 min', vi: 'Phản hồi xác nhận trong 15 phút' },
      why: { en: 'Do not discuss liability. Use the message tab.', vi: 'Không bàn về trách nhiệm. Dùng thẻ Tin nhắn.' },
    },
    { id: 'handoff', text: { en: 'Complete the handoff', vi: 'Hoàn tất bản bàn giao' } },
  ],
});

const read = <T>(value: T): Field<T> => ({ value, from: 'adapter', how: 'zendesk:field', sure: 1 });

export const refundTicket: TicketSnapshot = {
  url: 'https://acme.zendesk.com/agent/tickets/48213',
  helpdesk: 'zendesk',
  readAt: '2026-11-23T16:22:00+07:00',
  zone: exampleZone,
  fields: {
    id: read('48213'),
    subject: read('Refund still missing after two weeks'),
    status: read('Open'),
    statusKind: read('open'),
    priority: read('High'),
    createdAt: read('2026-11-20T16:50:00+07:00'),
    updatedAt: read('2026-11-23T14:22:00+07:00'),
    firstResponseAt: read('2026-11-20T17:32:00+07:00'),
    requester: read({ name: 'Mai Tran', email: 'mai.tran@saoviet.example' }),
    organization: read('Sao Viet Retail'),
    assignee: { value: 'Chris Doe', from: 'label', how: 'label:Assignee', sure: 0.9 },
    group: read('Frontline'),
    tags: read(['refund', 'enterprise']),
  },
  customFields: {
    Plan: read('Enterprise'),
    'Order number': { value: '7781', from: 'heuristic', how: 'table row', sure: 0.7 },
    Region: read('APAC'),
  },
  messages: [
    {
      author: 'Mai Tran',
      role: 'customer',
      roleSure: 1,
      internal: false,
      at: '2026-11-20T16:50:00+07:00',
      text: 'Refund of $480 for order 7781 has not arrived.',
      attachments: ['invoice-7781.pdf'],
      how: 'comment',
    },
    {
      author: 'Chris Doe',
      role: 'agent',
      roleSure: 1,
      internal: false,
      at: '2026-11-20T17:32:00+07:00',
      text: 'I asked our bank to trace the payment.',
      attachments: [],
      how: 'comment',
    },
    {
      author: 'Mai Tran',
      role: 'customer',
      roleSure: 1,
      internal: false,
      at: '2026-11-23T14:22:00+07:00',
      text: 'Nothing yet. I will speak to my lawyer.',
      attachments: [],
      how: 'comment',
    },
  ],
  problems: [],
};

const legal: Reason = {
  rule: 'legal',
  title: 'Legal threat',
  tier: 4,
  category: 'Legal or regulatory',
  evidence: [{ kind: 'message', message: 2, start: 29, end: 38, text: 'my lawyer' }],
  actions: [{ do: 'escalate', tier: 4 }],
  trace: [{ text: 'contains_phrase(legal_threat)', outcome: 'yes', actual: 'my lawyer', missing: [], evidence: [] }],
};
const thirdContact: Reason = {
  rule: 'third-contact',
  title: 'Third contact about this issue',
  tier: 2,
  category: 'Repeated contact',
  evidence: [{ kind: 'count', what: 'contacts', value: 3, messages: [0, 2] }],
  actions: [{ do: 'escalate', tier: 2 }],
  trace: [{ text: 'contacts >= 3', outcome: 'yes', actual: '3', expected: '3', missing: [], evidence: [] }],
};
const slaWarning: Reason = {
  rule: 'sla-warning',
  title: '80 % of resolution time used',
  tier: 2,
  category: 'SLA',
  evidence: [{ kind: 'clock', clock: 'resolution', percent: 88, since: '2026-11-23T15:44:00+07:00' }],
  actions: [
    { do: 'escalate', tier: 2 },
    { do: 'notify', role: 'manager' },
  ],
  trace: [{ text: 'ticket.age > 80% of SLA', outcome: 'yes', actual: '88 %', expected: '80 %', missing: [], evidence: [] }],
};

const hour = 3_600_000;
const minute = 60_000;

const metFirstResponse: SlaClock = {
  name: 'firstResponse',
  state: 'met',
  targetMs: hour,
  usedMs: 42 * minute,
  leftMs: 18 * minute,
  percent: 70,
  stoppedAt: '2026-11-20T17:32:00+07:00',
  source: 'policy',
  why: [
    { code: 'calendar', calendar: 'default' },
    { code: 'started', at: '2026-11-20T16:50:00+07:00' },
    { code: 'stopped', at: '2026-11-20T17:32:00+07:00', by: 'reply' },
  ],
};
const resolutionWarning: SlaClock = {
  name: 'resolution',
  state: 'running',
  targetMs: 8 * hour,
  usedMs: 422 * minute,
  leftMs: 58 * minute,
  percent: 87.9,
  dueAt: '2026-11-23T17:20:00+07:00',
  pausedMs: 90 * minute,
  open: true,
  source: 'policy',
  why: [
    { code: 'calendar', calendar: 'default' },
    { code: 'started', at: '2026-11-20T16:50:00+07:00' },
    { code: 'paused', from: '2026-11-23T09:30:00+07:00', to: '2026-11-23T11:00:00+07:00', status: 'Pending' },
    { code: 'priority-changed', at: '2026-11-23T11:02:00+07:00', from: 'medium', to: 'high' },
  ],
};

/** A legal threat on a ticket that also nears its resolution target. */
export const legalThreat: Assessment = {
  at: '2026-11-23T16:22:00+07:00',
  tier: 4,
  currentTier: 1,
  currentTierFrom: 'group',
  verdict: 'escalate',
  urgency: 'urgent',
  priority: { raw: 'High', level: 'high', recommended: 'critical' },
  customerTier: 'Enterprise',
  reasons: [legal, thirdContact, slaWarning],
  nearMisses: [
    {
      rule: 'revenue',
      title: 'Revenue impact',
      tier: 2,
      outcome: 'no',
      closeness: 0.48,
      missing: [],
      trace: [{ text: 'revenue_impact > {{revenue_threshold}}', outcome: 'no', actual: '$480', expected: '$1,000', missing: [], evidence: [] }],
    },
  ],
  unknown: [
    {
      rule: 'vip',
      title: 'VIP customer',
      outcome: 'unknown',
      missing: ['customer.ltv'],
      trace: [{ text: 'customer.ltv > {{ltv_threshold}}', outcome: 'unknown', expected: '$10,000', missing: ['customer.ltv'], evidence: [] }],
    },
  ],
  shadow: [],
  notify: [{ role: 'manager', because: ['sla-warning'] }],
  flags: [],
  steps: [
    { id: 'acknowledge', text: 'Acknowledge within 15 min', kind: 'acknowledge', because: ['legal'] },
    { id: 'handoff', text: 'Complete the handoff', kind: 'handoff', because: ['legal'] },
    { id: 'notify-account-manager', text: '', kind: 'notify', role: 'account-manager', because: ['vip'] },
    { id: 'priority', text: '', kind: 'set-priority', priority: 'critical', because: ['legal'] },
  ],
  requiredHandoffFields: ['summary', 'timeline', 'tried', 'expectation'],
  clocks: [metFirstResponse, resolutionWarning],
  facts: { perMessage: {}, phrases: [], money: [], contacts: {} },
  notices: [],
};

export const invoiceTicket: TicketSnapshot = {
  ...refundTicket,
  url: 'https://rt.example/Ticket/Display.html?id=48240',
  helpdesk: 'request-tracker',
  fields: {
    id: read('48240'),
    subject: read('How do I change my invoice address?'),
    status: read('new'),
    statusKind: read('new'),
    priority: read('Medium'),
    createdAt: read('2026-11-23T14:58:00+07:00'),
    requester: read({ name: 'Noah Berg' }),
    group: read('Frontline'),
  },
  customFields: { Product: read('Billing'), Plan: read('Basic'), Channel: read('Mail') },
  messages: [refundTicket.messages[0]!],
};

/** Nothing to do but to answer in time. */
export const quiet: Assessment = {
  ...legalThreat,
  tier: 1,
  verdict: 'keep',
  urgency: 'quiet',
  priority: { raw: 'Medium', level: 'medium' },
  reasons: [],
  nearMisses: [],
  unknown: [],
  notify: [],
  steps: [],
  clocks: [
    {
      name: 'firstResponse',
      state: 'running',
      targetMs: 4 * hour,
      usedMs: 84 * minute,
      leftMs: 156 * minute,
      percent: 35,
      dueAt: '2026-11-24T09:58:00+07:00',
      open: true,
      source: 'policy',
      why: [{ code: 'calendar', calendar: 'default' }],
    },
    {
      name: 'resolution',
      state: 'running',
      targetMs: 24 * hour,
      usedMs: 84 * minute,
      leftMs: 1356 * minute,
      percent: 5.8,
      dueAt: '2026-11-26T11:58:00+07:00',
      open: true,
      source: 'policy',
      why: [{ code: 'calendar', calendar: 'default' }],
    },
  ],
  nextChange: { at: '2026-11-23T18:10:00+07:00', tier: 2, rule: 'sla-warning', clock: 'firstResponse', preventedBy: 'reply' },
};

/** Past its target, and nobody has answered yet. */
export const overdue: Assessment = {
  ...legalThreat,
  tier: 2,
  reasons: [{ ...slaWarning, rule: 'breach', title: 'Target breached' }, thirdContact],
  clocks: [
    { ...metFirstResponse, state: 'missed', usedMs: 95 * minute, leftMs: -35 * minute, percent: 158 },
    {
      ...resolutionWarning,
      state: 'overdue',
      usedMs: 492 * minute,
      leftMs: -12 * minute,
      percent: 102.5,
      dueAt: '2026-11-23T16:10:00+07:00',
      secondOpinion: { source: 'helpdesk', dueAt: '2026-11-23T17:40:00+07:00', reason: 'pause' },
    },
  ],
};

/** The higher tier has it; the first owner still owes the customer news. */
export const handedOver: Assessment = {
  ...legalThreat,
  currentTier: 4,
  currentTierFrom: 'ledger',
  verdict: 'already-there',
  urgency: 'recommend',
  clocks: [
    {
      name: 'tierResponse',
      state: 'running',
      targetMs: hour,
      usedMs: 20 * minute,
      leftMs: 40 * minute,
      percent: 33,
      open: true,
      dueAt: '2026-11-23T17:02:00+07:00',
      source: 'policy',
      why: [],
    },
    {
      name: 'updateOwed',
      state: 'paused',
      targetMs: 24 * hour,
      usedMs: 21 * hour,
      leftMs: 3 * hour,
      percent: 87.5,
      dueAt: '2026-11-24T10:22:00+07:00',
      pausedMs: 20 * minute,
      source: 'policy',
      why: [{ code: 'paused', from: '2026-11-23T16:02:00+07:00', status: 'Pending' }],
    },
    resolutionWarning,
  ],
  steps: [],
  nearMisses: [],
  unknown: [],
};

const { currentTier: _tier, currentTierFrom: _from, nextChange: _next, ...quietElsewhere } = quiet;
/** The page hides what the policy needs. */
export const partlyRead: Assessment = {
  ...quietElsewhere,
  priority: {},
  verdict: 'keep',
  unknown: [
    { rule: 'sla-warning', title: '', outcome: 'unknown', tier: 2, missing: ['ticket.priority', 'ticket.created'], trace: [] },
    { rule: 'vip', title: '', outcome: 'unknown', missing: ['customer.tier', 'customer.ltv'], trace: [] },
  ],
  clocks: [
    { name: 'firstResponse', state: 'unknown', source: 'policy', why: [{ code: 'missing-field', field: 'priority' }] },
    {
      name: 'resolution',
      state: 'unknown',
      source: 'policy',
      why: [{ code: 'missing-field', field: 'createdAt' }, { code: 'status-history-not-visible' }],
    },
  ],
  notices: ['always-open'],
};

/** Nothing runs any more, and nothing will change by itself. */
export const resolved: Assessment = {
  ...quietElsewhere,
  currentTier: 1,
  currentTierFrom: 'group',
  verdict: 'resolved',
  clocks: [metFirstResponse, { ...metFirstResponse, name: 'resolution' }],
};
