import { describe, expect, test } from 'vitest';
import { assess } from '../../lib/guidance/assess.ts';
import { NO_HISTORY } from '../../lib/guidance/assessment.ts';
import { byDefault, calm, fired, judge, load, now, snapshotOf, withRules } from './ticket-builder.ts';

const angry = {
  ...calm,
  messages: [{ role: 'customer' as const, at: '2026-11-24T11:30:00Z', text: 'This is outrageous, I am furious about your useless support!' }],
};
const billing = {
  ...calm,
  messages: [{ role: 'customer' as const, at: '2026-11-24T11:30:00Z', text: 'We were charged twice for the October invoice.' }],
};

describe('sentiment alone', () => {
  test.each<[string, number, number | undefined]>([
    ['IF sentiment = "angry" THEN escalate to Tier 4', 2, 4],
    ['IF sentiment_score < -0.1 AND ticket.status != "Resolved" THEN escalate to Tier 4', 2, 4],
    ['IF customer.vip OR sentiment = "angry" THEN escalate to Tier 3', 2, 3],
    ['IF sentiment = "angry" AND NOT customer.vip THEN escalate to Tier 4', 2, 4],
    ['IF sentiment = "angry" AND customer.tier = "Starter" THEN escalate to Tier 4', 4, undefined],
    ['IF sentiment = "angry" OR customer.tier = "Starter" THEN escalate to Tier 4', 4, undefined],
    ['IF sentiment = "angry" THEN escalate to Tier 2', 2, undefined],
  ])('%s -> Tier %d', (rule, tier, cappedFrom) => {
    const assessment = judge(angry, withRules(rule));
    expect(assessment.tier).toBe(tier);
    expect(assessment.reasons[0]?.cappedFrom).toBe(cappedFrom);
  });

  test('a rule on angry words is held down when the policy says that it is one', () => {
    const rule = 'IF contains_keywords(["furious"]) THEN escalate to Tier 4';
    expect(judge(angry, withRules(rule)).tier).toBe(4);
    expect(judge(angry, withRules({ rule, sentimentOnly: true })).tier).toBe(2);
  });

  test('the policy chooses how high it may go', () => {
    const rules = [{ id: 'mood', title: 'Mood', rule: 'IF sentiment = "angry" THEN escalate to Tier 4' }];
    expect(judge(angry, load({ rules, limits: { sentimentMaxTier: 3 } })).tier).toBe(3);
  });
});

describe('several rules', () => {
  const loaded = withRules('IF customer.tier = "Starter" THEN escalate to Tier 2 AND notify manager', 'IF contacts >= 1 THEN notify team lead', {
    rule: 'IF contacts >= 1 THEN escalate to Tier 3 AND notify manager',
  });

  test('the highest tier wins and every reason stays, highest first', () => {
    const assessment = judge(calm, loaded);
    expect(assessment.tier).toBe(3);
    expect(fired(assessment)).toEqual(['r3', 'r1', 'r2']);
  });
  test('whom to notify is separate, each once with all the rules that ask', () => {
    expect(judge(calm, loaded).notify).toEqual([
      { role: 'manager', because: ['r3', 'r1'] },
      { role: 'team-lead', because: ['r2'] },
    ]);
  });
  test('a rule in shadow mode is recorded and advises nothing', () => {
    const assessment = judge(calm, withRules({ rule: 'IF contacts >= 1 THEN escalate to Tier 4 AND notify manager', mode: 'shadow' }));
    expect(assessment).toMatchObject({ tier: 1, reasons: [], notify: [], steps: [], shadow: [{ rule: 'r1', tier: 4 }] });
  });
  test('a rule that is off is not judged', () => {
    const assessment = judge(
      calm,
      withRules({ rule: 'IF contacts >= 1 THEN escalate to Tier 4', mode: 'off' }, 'IF contacts >= 9 THEN escalate to Tier 2'),
    );
    expect(assessment).toMatchObject({ tier: 1, reasons: [], shadow: [] });
  });
});

describe('the verdict', () => {
  test.each<[string, object, string, number | undefined, string | undefined]>([
    ['Tier 2 is asked for at Tier 1', { ...billing, group: 'Tier 1' }, 'escalate', 1, 'group'],
    ['Tier 2 is asked for at Tier 2', { ...billing, group: 'technical support' }, 'already-there', 2, 'group'],
    ['Tier 2 is asked for at Tier 3', { ...billing, group: 'L3 Support' }, 'above', 3, 'group'],
    ['nothing is asked for at Tier 1', calm, 'keep', 1, 'default'],
    ['nothing is asked for at Tier 2', { ...calm, group: 'Tier 2' }, 'above', 2, 'group'],
  ])('%s', (_, ticket, verdict, currentTier, from) => {
    expect(judge(ticket)).toMatchObject({ verdict, currentTier, currentTierFrom: from });
  });

  test('asks once where the policy names groups, knows nothing of this one and assumes no tier', () => {
    const asks = load({ assumedTier: undefined });
    const assessment = judge({ ...billing, group: 'Blue team' }, asks);
    expect(assessment).toMatchObject({ tier: 2, verdict: 'unknown-tier' });
    expect(assessment.currentTier).toBeUndefined();
    expect(judge({ ...billing, group: 'Blue team' }, asks, { history: { ...NO_HISTORY, currentTier: 2 } })).toMatchObject({
      verdict: 'already-there',
      currentTierFrom: 'agent',
    });
  });
  test('takes the lowest tier where the policy names no group at all, and says so', () => {
    const tiers = [2, 3].map((tier) => ({ tier, name: `T${tier}`, respondsWithin: '1h' }));
    const bare = load({ assumedTier: undefined, tiers, rules: [] });
    expect(judge(calm, bare)).toMatchObject({ currentTier: 2, currentTierFrom: 'default', notices: ['always-open', 'tier-assumed'] });
  });
  test.each([
    ['escalated', 3],
    ['bounced', 1],
    ['withdrawn', 1],
    ['declined', 1],
  ] as const)('the last escalation, %s, says where it is', (state, tier) => {
    const escalations = [{ at: '2026-11-24T11:40:00Z', fromTier: 1, toTier: 3, state, source: 'ledger' as const }];
    expect(judge(calm, undefined, { history: { ...NO_HISTORY, escalations } })).toMatchObject({ currentTier: tier, currentTierFrom: 'ledger' });
  });
});

describe('priority', () => {
  const raise = (rule: string, priority?: string) => judge({ ...calm, priority }, withRules(rule)).priority;
  test.each([
    ['IF contacts >= 1 THEN set priority = "High"', 'Low', { raw: 'Low', level: 'low', recommended: 'high' }],
    ['IF contacts >= 1 THEN set priority = "High"', 'Urgent', { raw: 'Urgent', level: 'critical' }],
    ['IF contacts >= 1 THEN add priority bump', 'Low', { raw: 'Low', level: 'low', recommended: 'medium' }],
    ['IF contacts >= 1 THEN add priority bump', 'Critical', { raw: 'Critical', level: 'critical' }],
    ['IF contacts >= 1 THEN add priority bump', undefined, {}],
    ['IF contacts >= 1 THEN set priority = "High"', undefined, { recommended: 'high' }],
  ])('%s on %s', (rule, priority, expected) => {
    expect(raise(rule, priority)).toEqual(expected);
  });
  test('two bumps are one', () => {
    expect(
      judge({ ...calm, priority: 'Low' }, withRules('IF contacts >= 1 THEN bump priority', 'IF contacts < 9 THEN bump priority')).priority
        .recommended,
    ).toBe('medium');
  });
  test('a word the policy does not know is said and never assumed', () => {
    const loaded = load({ defaultPriority: 'low' });
    expect(judge({ ...calm, priority: 'Blau' }, loaded)).toMatchObject({
      priority: { raw: 'Blau' },
      notices: ['always-open', 'priority-unknown', 'tier-assumed'],
    });
    expect(judge({ ...calm, priority: undefined }, loaded)).toMatchObject({
      priority: { level: 'low' },
      notices: ['always-open', 'priority-assumed', 'tier-assumed'],
    });
  });
});

describe('steps', () => {
  test('lead through an escalation in order, with stable ids and the rules behind them', () => {
    expect(judge(billing).steps.map(({ id, because }) => [id, because])).toEqual([
      ['document-tries', ['billing']],
      ['acknowledge', ['billing']],
      ['handoff', ['billing']],
    ]);
  });
  test('every action becomes one', () => {
    const all =
      'IF contacts >= 1 THEN notify manager AND set priority = "High" AND add priority bump AND assign to senior agent AND flag for review ' +
      'AND add internal note AND add internal note "Checked" AND tell customer "followup" AND require field "tried" AND show step "keep-evidence"';
    const assessment = judge(calm, withRules(all));
    expect(assessment.steps.map(({ id }) => id)).toEqual([
      'notify-manager',
      'priority',
      'assign-senior-agent',
      'flag-review',
      'note',
      'note-r1',
      'tell-followup',
      'require-tried',
      'keep-evidence',
    ]);
    expect(assessment).toMatchObject({ flags: ['review'], requiredHandoffFields: ['tried'], verdict: 'keep' });
    expect(assessment.steps.every(({ text, because }) => text !== '' && because.length > 0)).toBe(true);
  });
  test('the receiving tier says what the handoff must have', () => {
    expect(judge(billing).requiredHandoffFields).toEqual(['summary', 'tried']);
  });
});

describe('assess itself', () => {
  test('gives the same answer for the same arguments, and plain JSON', () => {
    const snapshot = snapshotOf(angry);
    const once = assess(snapshot, byDefault, { marks: {}, history: NO_HISTORY }, now);
    expect(assess(snapshotOf(angry), byDefault, { marks: {}, history: NO_HISTORY }, now)).toEqual(once);
    expect(JSON.parse(JSON.stringify(once))).toEqual(once);
  });
  test('answers for a page of which nothing was read', () => {
    const assessment = judge({});
    expect(assessment).toMatchObject({ tier: 1, verdict: 'keep', reasons: [], steps: [] });
    expect(assessment.unknown.length).toBeGreaterThan(10);
  });
  test('works the same on a policy that went through storage', () => {
    const stored = JSON.parse(JSON.stringify(byDefault)) as typeof byDefault;
    expect(judge(billing, stored)).toEqual(judge(billing));
  });
  test('a rule that nearly fired is shown with how near it is', () => {
    const near = judge({ ...calm, customFields: { ...calm.customFields, 'Revenue Impact': '$900' } }).nearMisses;
    expect(near[0]).toMatchObject({ rule: 'revenue', outcome: 'no', closeness: 0.9 });
  });
});
