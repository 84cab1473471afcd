/** What the facts of the rule language and the fields of a ticket are called for people. */
import { CLOCK_NAMES, type ClockName } from '../sla/sla-clock.ts';
import type { TextKey } from '../text.ts';
import type { Wording } from '../text/format.ts';

export const clockLabels = {
  firstResponse: 'clock.firstResponse',
  nextResponse: 'clock.nextResponse',
  resolution: 'clock.resolution',
  tierResponse: 'clock.tierResponse',
  updateOwed: 'clock.updateOwed',
} as const satisfies Record<ClockName, TextKey>;

const words: Readonly<Record<string, TextKey>> = {
  'ticket.id': 'field.id',
  'ticket.subject': 'field.subject',
  'ticket.status': 'field.status',
  'ticket.priority': 'field.priority',
  'ticket.age': 'fact.age',
  'ticket.created': 'field.createdAt',
  'ticket.updated': 'field.updatedAt',
  'ticket.due': 'field.dueAt',
  'ticket.first_response_at': 'field.firstResponseAt',
  'ticket.resolved_at': 'field.resolvedAt',
  'ticket.requester': 'field.requester',
  'ticket.organization': 'field.organization',
  'ticket.assignee': 'field.assignee',
  'ticket.group': 'field.group',
  'ticket.tags': 'field.tags',
  'customer.tier': 'fact.customerTier',
  'customer.ltv': 'fact.ltv',
  'customer.vip': 'fact.vip',
  sentiment_score: 'fact.sentiment',
  sentiment: 'fact.sentiment',
  sentiment_trend: 'fact.sentiment',
  revenue_impact: 'fact.revenueImpact',
  contacts: 'fact.contacts',
  language: 'fact.language',
  messages: 'field.messages',
  time_since_last_reply: 'fact.sinceReply',
  time_since_customer: 'fact.sinceCustomer',
  tries: 'fact.tries',
  agents_touched: 'fact.agents',
  current_tier: 'fact.currentTier',
  reopened: 'fact.reopened',
  id: 'field.id',
  subject: 'field.subject',
  status: 'field.status',
  statusKind: 'field.status',
  priority: 'field.priority',
  createdAt: 'field.createdAt',
  updatedAt: 'field.updatedAt',
  firstResponseAt: 'field.firstResponseAt',
  resolvedAt: 'field.resolvedAt',
  dueAt: 'field.dueAt',
  requester: 'field.requester',
  organization: 'field.organization',
  assignee: 'field.assignee',
  group: 'field.group',
  tags: 'field.tags',
  nativeSla: 'field.nativeSla',
  statusHistory: 'field.statusHistory',
  priorityHistory: 'field.priorityHistory',
};

/** `first_response` as rules write it, for `firstResponse`. */
const clockWords = new Map(CLOCK_NAMES.map((name) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), name]));

/**
 * A fact's or field's name for people. `ticket.priority.raw` is called what `ticket.priority` is; a name the catalogue does not have
 * (a custom field's label, a variable of the policy) stays as the page or the policy writes it.
 */
export function factWord(fact: string, { t }: Pick<Wording, 't'>): string {
  const key = Object.hasOwn(words, fact) ? words[fact] : undefined;
  if (key) return t(key);
  const clock = clockWords.get(fact.split('.')[0] ?? '');
  if (clock) return t(clockLabels[clock]);
  const label = /^ticket\.field\("(.+)"\)$/.exec(fact)?.[1];
  if (label) return label;
  const whole = fact.replace(/\.\w+$/, '');
  return whole === fact ? fact : factWord(whole, { t });
}
