/** Every automatic trigger and every manual criterion of the default policy: firing, quiet and not to be judged. */
import { describe, expect, test } from 'vitest';
import { type Ticket, ago, calm, fired, judge, unknown } from './ticket-builder.ts';

const says = (text: string): Ticket => ({
  ...calm,
  messages: [
    { role: 'customer', at: ago(60), text },
    { role: 'agent', at: ago(50), text: 'Thank you, I am looking into it.' },
  ],
});
const fields = (more: Record<string, string>): Ticket => ({ ...calm, customFields: { ...calm.customFields, ...more } });
const without = (...names: (keyof Ticket)[]): Ticket =>
  Object.fromEntries(Object.entries(calm).filter(([name]) => !names.includes(name as keyof Ticket)));
const unanswered = (age: number): Ticket => ({
  ...calm,
  createdAt: ago(age),
  messages: [{ role: 'customer', at: ago(age), text: 'Hello, where is the report?' }],
});
const contacts = (count: number): Ticket => ({
  ...calm,
  messages: Array.from({ length: count }, (_, index) => [
    { role: 'customer' as const, at: ago(60 - index * 10), text: 'Hello, I cannot find the report.' },
    { role: 'agent' as const, at: ago(58 - index * 10), text: 'Please look under Reports.' },
  ]).flat(),
});
const noText: Ticket = { ...calm, messages: [] };
const hidden: Ticket = { ...calm, missingMessages: 'some' };

interface Case {
  readonly rule: string;
  readonly fires: Ticket;
  readonly tier: number;
  readonly notifies?: readonly string[];
  readonly quiet: Ticket;
  readonly unknown: Ticket;
}
const cases: readonly Case[] = [
  { rule: 'sla-80', fires: unanswered(192), tier: 2, notifies: ['manager'], quiet: unanswered(191), unknown: without('createdAt') },
  { rule: 'breach', fires: unanswered(241), tier: 2, notifies: ['manager'], quiet: unanswered(239), unknown: without('priority') },
  {
    rule: 'angry',
    fires: says('This is outrageous, I am furious about your useless support!'),
    tier: 1,
    notifies: ['team-lead'],
    quiet: calm,
    unknown: noText,
  },
  {
    rule: 'legal',
    fires: says('If this is not solved I will sue you.'),
    tier: 4,
    quiet: says('My colleague Sue found our media player again.'),
    unknown: hidden,
  },
  { rule: 'third-contact', fires: contacts(3), tier: 2, notifies: [], quiet: contacts(2), unknown: noText },
  { rule: 'vip', fires: { ...calm, tags: ['VIP'] }, tier: 1, notifies: ['account-manager'], quiet: calm, unknown: without('tags', 'customFields') },
  {
    rule: 'valued-customer',
    fires: fields({ 'Lifetime Value': '$10,001' }),
    tier: 1,
    notifies: ['account-manager'],
    quiet: fields({ 'Lifetime Value': '$10,000' }),
    unknown: without('customFields'),
  },
  {
    rule: 'vip-angry',
    fires: { ...unanswered(241), tags: ['vip'] },
    tier: 4,
    notifies: ['account-manager', 'manager'],
    quiet: { ...calm, tags: ['vip'] },
    unknown: { ...noText, tags: ['vip'] },
  },
  {
    rule: 'revenue',
    fires: fields({ 'Revenue Impact': '$1,001' }),
    tier: 2,
    notifies: ['manager'],
    quiet: fields({ 'Revenue Impact': '$1,000' }),
    unknown: without('customFields'),
  },
  { rule: 'security', fires: says('Our admin account was hacked last night.'), tier: 3, quiet: calm, unknown: hidden },
  { rule: 'outage', fires: says('Your service is completely down since this morning.'), tier: 3, quiet: calm, unknown: hidden },
  { rule: 'billing', fires: says('We were charged twice for the October invoice.'), tier: 2, quiet: calm, unknown: hidden },
  { rule: 'account', fires: says('My account has been suspended, please look at it.'), tier: 2, quiet: calm, unknown: hidden },
];

describe.each(cases)('trigger $rule', ({ rule, fires, tier, notifies, quiet, unknown: unread }) => {
  test('fires', () => {
    const assessment = judge(fires);
    expect(fired(assessment)).toContain(rule);
    expect(assessment.tier).toBe(tier);
    expect(assessment.notify.map(({ role }) => role)).toEqual(expect.arrayContaining([...(notifies ?? [])]));
  });
  test('shows what it saw', () => {
    expect(judge(fires).reasons.find((reason) => reason.rule === rule)?.evidence.length).toBeGreaterThan(0);
  });
  test('is quiet', () => {
    const assessment = judge(quiet);
    expect(fired(assessment)).not.toContain(rule);
    expect(unknown(assessment)).not.toContain(rule);
  });
  test('cannot be judged on what was not read, and names it', () => {
    const assessment = judge(unread);
    expect(fired(assessment)).not.toContain(rule);
    expect(assessment.unknown.find((one) => one.rule === rule)?.missing.length).toBeGreaterThan(0);
  });
  test('says nothing on a resolved ticket', () => {
    const assessment = judge({ ...fires, status: 'Solved', statusKind: 'resolved' });
    expect(assessment).toMatchObject({ verdict: 'resolved', urgency: 'quiet', tier: 1, reasons: [], steps: [], notify: [] });
    expect(assessment.nextChange).toBeUndefined();
  });
});

describe.each([
  { mark: 'authority', tier: 2, notifies: [] },
  { mark: 'manager', tier: 4, notifies: ['manager'] },
  { mark: 'exception', tier: 2, notifies: ['manager'] },
  { mark: 'department', tier: 2, notifies: ['other-department'] },
  { mark: 'pr', tier: 4, notifies: ['manager'] },
])('mark $mark', ({ mark, tier, notifies }) => {
  const rule = `mark-${mark}`;
  test('fires when it is set', () => {
    const assessment = judge(calm, undefined, { marks: { [mark]: true } });
    expect(assessment.tier).toBe(tier);
    expect(assessment.reasons[0]).toMatchObject({ rule, evidence: [{ kind: 'mark', mark }] });
    expect(assessment.notify.map(({ role }) => role)).toEqual(notifies);
  });
  test.each([{ [mark]: false }, {}])('is quiet when it is not set: %j', (marks) => {
    const assessment = judge(calm, undefined, { marks });
    expect([...fired(assessment), ...unknown(assessment)]).not.toContain(rule);
  });
  test('cannot be judged when nobody was asked', () => {
    expect(unknown(judge(calm, undefined, { marks: undefined }))).toContain(rule);
  });
});

describe('boundary pairs of the general rules', () => {
  const answered = (age: number, more: Partial<Ticket> = {}): Ticket => ({
    ...calm,
    priority: 'High',
    createdAt: ago(age),
    messages: [
      { role: 'customer', at: ago(age), text: 'Hello, where is the report?' },
      { role: 'agent', at: ago(age - 5), text: 'I am looking into it.' },
    ],
    ...more,
  });
  test.each<[string, string, Ticket, boolean]>([
    ['high-near-target', 'at 80 % exactly', answered(384), false],
    ['high-near-target', 'a minute after 80 %', answered(385), true],
    ['high-near-target', 'for the word of another language', answered(385, { priority: 'Hoch' }), true],
    ['high-near-target', 'at another priority', answered(385, { priority: 'Medium' }), false],
    ['valued-customer', 'at the threshold', fields({ 'Lifetime Value': '$10,000' }), false],
    ['valued-customer', 'a cent above', fields({ 'Lifetime Value': '$10,000.01' }), true],
    ['valued-customer', 'by its tier', fields({ Plan: 'ENTERPRISE' }), true],
    ['strong-words', 'with one of the words', says('The new report is the worst.'), true],
    ['strong-words', 'with a word that only holds it', says('Worsted wool is what we sell.'), false],
  ])('%s %s', (rule, _, ticket, expected) => {
    expect(fired(judge(ticket)).includes(rule)).toBe(expected);
  });
});
