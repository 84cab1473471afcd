/** Helpdesk exports: each construct in each system's own terms, valid by a schema from the vendor's documentation, or refused and listed. */
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { pageTranslator } from '../../lib/extension-text.ts';
import { exportPolicy } from '../../lib/exports/export-policy.ts';
import { type HelpdeskExport, SYSTEMS, type System } from '../../lib/exports/helpdesk-export.ts';
import { alternatives } from '../../lib/exports/terms.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import type { PolicyInput } from '../../lib/policy/schema.ts';
import { schemas } from './schemas.ts';

const ajv = new Ajv({ allErrors: true, strictTypes: false });
const valid = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));
const t = pageTranslator('en');

const base: PolicyInput = {
  ...defaultPolicy,
  tests: [],
  phrases: {
    mixed: { entries: { en: [{ phrase: 'cancel my contract', evenNegated: true }, 'sue you', { phrase: '(a|b) c', evenNegated: true }] } },
    negatable: { entries: { en: ['sue you'] } },
  },
  rules: [],
};
function loaded(change: Partial<PolicyInput>): LoadedPolicy {
  const result = loadPolicy({ ...base, ...change }, { kind: 'editor' }, 0);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.loaded;
}
const ruled = (rule: string, mode: 'on' | 'shadow' | 'off' = 'on', more: Partial<PolicyInput> = {}): LoadedPolicy =>
  loaded({ ...more, rules: [{ id: 'tried', title: 'Tried', rule, mode }] });
const made = (policy: LoadedPolicy, system: System, ids: Record<string, string> = {}): HelpdeskExport =>
  exportPolicy(policy, system, { t, language: 'en', ids });

// oxlint-disable-next-line typescript/no-explicit-any -- what an export holds is what the tests are about
type Loose = any;

/** The file as data, after it passed its schema. */
function file(result: HelpdeskExport, name: string): Loose {
  const found = result.files.find((one) => one.name === name);
  if (!found) return undefined;
  const data: unknown = JSON.parse(found.text);
  const check = valid[name];
  check?.(data);
  expect(check?.errors ?? []).toEqual([]);
  return data;
}
const triggersOf = (rule: string, more: Partial<PolicyInput> = {}) => file(made(ruled(rule, 'on', more), 'zendesk'), 'zendesk-triggers.json') ?? [];
/** Conditions of the first trigger without its guard tag. */
const zendesk = (condition: string) => {
  const result = made(ruled(`IF ${condition} THEN flag for review`), 'zendesk');
  const triggers = file(result, 'zendesk-triggers.json') ?? file(result, 'zendesk-automations.json') ?? [];
  return triggers.map((one: Loose) =>
    (one.trigger?.conditions.all ?? one.automation.all)
      .filter(({ value }: { value: string }) => !value.startsWith('handrail_tried'))
      .map(({ field, operator, value }: Record<string, string>) => `${field} ${operator} ${value}`),
  );
};
const freshdesk = (condition: string) =>
  (file(made(ruled(`IF ${condition} THEN flag for review`), 'freshdesk'), 'freshdesk-automations.json') ?? []).map((one: Loose) =>
    one.conditions[0].properties.map((p: Loose) => `${p.field_name} ${p.operator} ${p.value.join('|')}`),
  );
const zammad = (condition: string) =>
  (file(made(ruled(`IF ${condition} THEN flag for review`), 'zammad'), 'zammad-triggers.json') ?? []).map((one: Loose) =>
    one.condition.conditions
      .filter((c: Loose) => c.value !== 'handrail_tried')
      .map((c: Loose) =>
        c.conditions
          ? `${c.operator}(${c.conditions.map((x: Loose) => x.value).join('|')})`
          : `${c.name} ${c.operator}${c.value ? ` ${[c.value].flat().join('|')}` : ''}`,
      ),
  );

describe.each(SYSTEMS.filter((one) => one !== 'jira' && one !== 'table'))('%s', (system) => {
  test('the whole default policy passes the schemas', () => {
    const result = made(loaded({ ...defaultPolicy }), system);
    expect(result.files.length).toBeGreaterThan(0);
    for (const { name } of result.files) file(result, name);
    expect(result.ids.every(({ placeholder }) => result.files.some(({ text }) => text.includes(placeholder)))).toBe(true);
  });
  test('every part of every rule is exported or listed', () => {
    const result = made(loaded({ ...defaultPolicy }), system);
    for (const rule of defaultPolicy.rules ?? []) {
      const title = typeof rule.title === 'string' ? rule.title : (rule.title.en ?? '');
      const exported = result.files.some(({ text }) => text.includes(JSON.stringify(title).slice(1, -1)));
      const spoken = result.files.some(({ text }) => text.includes('"escalation"') && rule.id === 'breach');
      expect(exported || spoken || result.leftOut.some(({ of }) => of === title) ? '' : rule.id).toBe('');
    }
  });
  test('numbers that are given take their places', () => {
    const result = made(ruled('IF ticket.priority = "High" THEN escalate to Tier 2 AND notify manager'), system, {
      'group:tier-2': '42',
      'user:manager': '7',
    });
    const text = result.files.map((one) => one.text).join();
    for (const { name } of result.files) file(result, name);
    expect(text).not.toContain('FILL_IN_GROUP_TIER_2');
    expect(text).toMatch(/\b42\b/);
    expect(text).toMatch(/(\b|_)7\b/);
  });
  test('rules come switched off; rules on trial and rules that are off do not come', () => {
    const text = (mode: 'on' | 'shadow' | 'off') =>
      made(ruled('IF ticket.priority = "High" THEN flag for review', mode), system)
        .files.map((one) => one.text)
        .join();
    expect(text('on')).toContain('Handrail: Tried');
    const ruleFiles = made(ruled('IF ticket.priority = "High" THEN flag for review'), system).files.filter(({ name }) =>
      /triggers|automations/.test(name),
    );
    expect(ruleFiles.map((one) => one.text).join()).toMatch(/"active": false/);
    expect(
      ruleFiles
        .map((one) => one.text)
        .join()
        .replaceAll(/"business_hours"[^]*/g, ''),
    ).not.toContain('"active": true');
    expect(text('shadow')).not.toContain('Handrail: Tried');
    expect(text('off')).not.toContain('Handrail: Tried');
    expect(made(ruled('IF ticket.priority = "High" THEN flag for review', 'shadow'), system).leftOut.map(({ what }) => what)).toHaveLength(1);
  });
});

describe('conditions', () => {
  test.each<[string, string[][], string[][], string[][]]>([
    ['ticket.priority = "High"', [['priority is high']], [['priority in 3']], [['ticket.priority_id is 3']]],
    ['ticket.priority >= "High"', [['priority greater_than normal']], [['priority in 3|4']], [['ticket.priority_id is FILL_IN_PRIORITY_CRITICAL|3']]],
    [
      'ticket.priority != "High"',
      [['priority is low'], ['priority is normal'], ['priority is urgent']],
      [['priority in 1|2|4']],
      [['ticket.priority_id is FILL_IN_PRIORITY_CRITICAL|2|1']],
    ],
    ['ticket.status != "Resolved"', [['status less_than solved']], [['status in 2|3']], [['ticket.state_id is not 4|5']]],
    ['ticket.status = "Resolved"', [['status greater_than hold']], [['status in 4|5']], [['ticket.state_id is 4']]],
    ['ticket.status in ["New", "Open"]', [['status less_than pending']], [['status in 2']], [['ticket.state_id is 1|2']]],
    [
      'ticket.status = "Pending"',
      [['status is pending'], ['status is hold']],
      [['status in 3']],
      [['ticket.state_id is 3|FILL_IN_STATE_PENDING_CLOSE']],
    ],
    [
      'ticket.group = "Billing"',
      [['group_id is FILL_IN_GROUP_BILLING']],
      [['group_id in FILL_IN_GROUP_BILLING']],
      [['ticket.group_id is FILL_IN_GROUP_BILLING']],
    ],
    [
      'ticket.group != "Billing"',
      [['group_id is_not FILL_IN_GROUP_BILLING']],
      [['group_id not_in FILL_IN_GROUP_BILLING']],
      [['ticket.group_id is not FILL_IN_GROUP_BILLING']],
    ],
    ['ticket.tags contains "vip"', [['current_tags includes vip']], [], [['ticket.tags contains one vip']]],
    ['ticket.tags contains ["a", "b"]', [['current_tags includes a b']], [], [['ticket.tags contains one a, b']]],
    ['NOT ticket.tags contains ["a", "b"]', [['current_tags not_includes a b']], [], [['ticket.tags contains one not a, b']]],
    [
      'customer.vip',
      [['current_tags includes vip enterprise key-account key_account']],
      [],
      [['ticket.tags contains one vip, enterprise, key-account, key_account']],
    ],
    ['marked("manager")', [['current_tags includes handrail_mark_manager']], [], [['ticket.tags contains one handrail_mark_manager']]],
    [
      'ticket.field("Plan") = "Gold"',
      [['custom_fields_FILL_IN_FIELD_PLAN is Gold']],
      [['FILL_IN_FIELD_PLAN in Gold']],
      [['ticket.FILL_IN_FIELD_PLAN is Gold']],
    ],
    [
      'contains_keywords(["worst", "very bad"])',
      [
        ['role is end_user', 'comment_includes_word includes worst'],
        ['role is end_user', 'comment_includes_word is very bad'],
      ],
      [['subject_or_description contains worst|very bad']],
      [['article.sender_id is 2', 'OR(worst|very bad)']],
    ],
    ['reopened >= 2', [['reopens greater_than 1']], [], []],
    ['reopened < 2', [['reopens less_than 2']], [], []],
    ['tries = 3', [['replies is 3']], [], []],
    ['time_since_customer > 48h', [['status less_than solved', 'requester_updated_at greater_than 48']], [], []],
  ])('%s', (condition, inZendesk, inFreshdesk, inZammad) => {
    expect(zendesk(condition)).toEqual(inZendesk);
    expect(freshdesk(condition)).toEqual(inFreshdesk);
    expect(zammad(condition)).toEqual(inZammad);
  });

  test.each([
    'sentiment = "angry"',
    'sentiment_score < -0.5',
    'ticket.age > 80% of SLA',
    'first_response.used >= 80%',
    'resolution.left < 1h',
    'customer.ltv > $10,000',
    'revenue_impact > {{revenue_threshold}}',
    'contacts >= 3',
    'contains_phrase(negatable)',
    'NOT contains_keywords(["worst"])',
    'NOT customer.vip',
    'NOT marked("manager")',
    'customer.tier != "Enterprise"',
    'ticket.subject contains "refund"',
    'language = "vi"',
    'time_since_customer > 90m',
    'agents_touched > 2',
    'current_tier = 2',
    'ticket.created < "2026-01-01"',
  ])('%s is refused everywhere, with what to do instead', (condition) => {
    for (const system of ['zendesk', 'freshdesk', 'zammad', 'jira'] as const) {
      const result = made(ruled(`IF ${condition} THEN flag for review`), system);
      expect(result.files.map(({ text }) => text).join()).not.toContain('Handrail: Tried');
      expect(result.leftOut.length).toBeGreaterThan(0);
      for (const { why, instead } of result.leftOut) expect(why.length * instead.length).toBeGreaterThan(100);
    }
  });

  test('a phrase list gives what is plain words, and lists the rest', () => {
    expect(zendesk('contains_phrase(mixed)')).toEqual([['role is end_user', 'comment_includes_word is cancel my contract']]);
    expect(made(ruled('IF contains_phrase(mixed) THEN flag for review'), 'zendesk').leftOut.map(({ what }) => what)).toEqual([
      'contains_phrase(mixed)',
    ]);
  });
});

describe('AND, OR and NOT', () => {
  test.each<[string, string[][]]>([
    ['ticket.priority = "High" AND ticket.tags contains "a"', [['priority is high', 'current_tags includes a']]],
    ['ticket.priority = "High" OR ticket.tags contains "a"', [['priority is high'], ['current_tags includes a']]],
    [
      '(ticket.priority = "High" OR ticket.tags contains "a") AND ticket.group = "B"',
      [
        ['priority is high', 'group_id is FILL_IN_GROUP_B'],
        ['current_tags includes a', 'group_id is FILL_IN_GROUP_B'],
      ],
    ],
    ['NOT (ticket.tags contains "a" OR ticket.group = "B")', [['current_tags not_includes a', 'group_id is_not FILL_IN_GROUP_B']]],
    ['NOT (ticket.tags contains "a" AND ticket.group = "B")', [['current_tags not_includes a'], ['group_id is_not FILL_IN_GROUP_B']]],
  ])('%s', (condition, expected) => {
    expect(zendesk(condition)).toEqual(expected);
  });

  test('an alternative with one part that does not fit is left out whole: nothing fires more often than the rule', () => {
    expect(zendesk('(ticket.priority = "High" AND sentiment = "angry") OR ticket.tags contains "a"')).toEqual([['current_tags includes a']]);
  });

  test('mean the same as the rule on every combination', () => {
    const { policy, rules } = ruled(
      'IF NOT ((ticket.tags contains "a" OR ticket.tags contains "b") AND NOT (ticket.tags contains "c" AND ticket.tags contains "d")) OR ticket.tags contains "e" THEN flag for review',
    );
    const found = alternatives(rules[0]!.when, policy);
    for (let bits = 0; bits < 32; bits++) {
      const has = (tag: string): boolean => Boolean(bits & (1 << 'abcde'.indexOf(tag)));
      const meant = !((has('a') || has('b')) && !(has('c') && has('d'))) || has('e');
      const exported = found?.some((terms) => terms.every((term) => term.kind === 'tags' && term.any.some(has) !== term.negated));
      expect({ bits, fires: exported }).toEqual({ bits, fires: meant });
    }
  });

  test('too many alternatives are refused, not cut', () => {
    const either = Array.from({ length: 5 }, (_, at) => `(ticket.tags contains "a${at}" OR ticket.group = "b${at}")`).join(' AND ');
    const result = made(ruled(`IF ${either} THEN flag for review`), 'zendesk');
    expect(result.files.map(({ name }) => name)).toEqual(['zendesk-sla-policy.json']);
    expect(result.leftOut[0]?.why).toContain('too many alternatives');
  });
});

describe('actions', () => {
  const when = 'IF ticket.tags contains "x" THEN ';
  test('escalate never takes a ticket down, and notes once that it acted', () => {
    const [{ trigger }] = triggersOf(`${when}escalate to Tier 2`);
    expect(trigger.actions).toEqual([
      { field: 'group_id', value: 'FILL_IN_GROUP_TIER_2' },
      { field: 'current_tags', value: 'handrail_tried_tier' },
    ]);
    expect(
      trigger.conditions.all.filter(({ operator }: { operator: string }) => operator === 'is_not').map(({ value }: { value: string }) => value),
    ).toEqual(['FILL_IN_GROUP_TIER_2', 'FILL_IN_GROUP_TIER_3', 'FILL_IN_GROUP_TIER_4']);
    expect(trigger.conditions.all).toContainEqual({ field: 'current_tags', operator: 'not_includes', value: 'handrail_tried_tier' });
  });
  test('set priority only raises', () => {
    const [{ trigger }] = triggersOf(`${when}set priority = "High"`);
    expect(trigger.conditions.all.filter(({ field }: { field: string }) => field === 'priority')).toEqual([
      { field: 'priority', operator: 'is_not', value: 'high' },
      { field: 'priority', operator: 'is_not', value: 'urgent' },
    ]);
    const fresh = file(made(ruled(`IF ticket.group = "B" THEN set priority = "High"`), 'freshdesk'), 'freshdesk-automations.json');
    expect(fresh[0].conditions[0].properties[1]).toEqual({ resource_type: 'ticket', field_name: 'priority', operator: 'in', value: [1, 2] });
    const zam = file(made(ruled(`${when}set priority = "High"`), 'zammad'), 'zammad-triggers.json');
    expect(zam[0].condition.conditions.at(-1)).toEqual({ name: 'ticket.priority_id', operator: 'is not', value: ['FILL_IN_PRIORITY_CRITICAL', '3'] });
    expect(zam[0].perform['ticket.priority_id']).toEqual({ value: '3' });
  });
  test('a bump goes up one level once', () => {
    const triggers = triggersOf(`${when}add priority bump`);
    expect(triggers.map(({ trigger }: { trigger: { actions: { value: string }[] } }) => trigger.actions[0]?.value)).toEqual([
      'urgent',
      'high',
      'normal',
    ]);
    for (const { trigger } of triggers)
      expect(trigger.conditions.all).toContainEqual({ field: 'current_tags', operator: 'not_includes', value: 'handrail_tried_bump' });
  });
  test('notify, assign and flag', () => {
    const [{ trigger }] = triggersOf(`${when}notify manager AND assign to senior agent AND flag as urgent`);
    expect(trigger.actions.map(({ field }: { field: string }) => field)).toEqual([
      'notification_user',
      'assignee_id',
      'current_tags',
      'current_tags',
    ]);
    const zam = file(
      made(ruled(`${when}notify manager AND assign to senior agent AND flag as urgent AND add internal note "Look"`), 'zammad'),
      'zammad-triggers.json',
    );
    expect(zam[0].perform).toEqual({
      'ticket.owner_id': { pre_condition: 'specific', value: 'FILL_IN_USER_SENIOR_AGENT' },
      'article.note': { subject: 'Tried', body: 'Look', internal: 'true' },
      'notification.email': {
        recipient: ['userid_FILL_IN_USER_MANAGER'],
        subject: 'Escalation: Tried (ticket #{ticket.number})',
        body: 'Ticket #{ticket.number} needs your attention: Tried.',
        internal: 'true',
      },
      'ticket.tags': { operator: 'add', value: 'urgent, handrail_tried' },
    });
  });
  test.each(['tell customer "acknowledgement"', 'require field "summary"', 'show step "handoff"'])(
    '%s is listed, and the rest of the rule comes',
    (action) => {
      for (const system of ['zendesk', 'zammad'] as const) {
        const result = made(ruled(`${when}${action} AND notify manager`), system);
        expect(result.leftOut.map(({ what }) => what)).toEqual([action]);
        expect(result.files.map(({ text }) => text).join()).toContain('USER_MANAGER');
      }
    },
  );
  test('a whole rule of which nothing can be done leaves no trigger behind', () => {
    expect(triggersOf(`${when}show step "handoff"`)).toEqual([]);
  });
});

describe('targets', () => {
  const hours = {
    timeZone: 'Europe/Berlin',
    hours: { mon: [['09:00', '17:00'] as [string, string]], fri: [['22:00', '06:00'] as [string, string]] },
    holidays: ['2026-12-25', '--01-01'],
  };
  const timed = (change: Partial<PolicyInput> = {}) => loaded({ calendars: { default: hours }, ...change });
  test('in minutes with business hours for Zendesk', () => {
    const { sla_policy } = file(made(timed(), 'zendesk'), 'zendesk-sla-policy.json');
    expect(sla_policy.policy_metrics).toContainEqual({ priority: 'urgent', metric: 'first_reply_time', target: 15, business_hours: true });
    expect(sla_policy.policy_metrics).toContainEqual({ priority: 'normal', metric: 'requester_wait_time', target: 1440, business_hours: true });
    const always = file(made(loaded({ sla: { pauses: [] } }), 'zendesk'), 'zendesk-sla-policy.json').sla_policy.policy_metrics;
    expect(always).toContainEqual({ priority: 'high', metric: 'total_resolution_time', target: 480, business_hours: false });
    const closedOnHolidays = loaded({ calendars: { default: { timeZone: 'UTC', alwaysOpen: true, holidays: ['--12-25'] } }, sla: { pauses: [] } });
    expect(file(made(closedOnHolidays, 'zendesk'), 'zendesk-sla-policy.json').sla_policy.policy_metrics).toContainEqual({
      priority: 'high',
      metric: 'total_resolution_time',
      target: 480,
      business_hours: true,
    });
  });
  test('in seconds for Freshdesk, with people told of a breach where the rule asks for exactly that', () => {
    const rule = 'IF first_response.state = "overdue" OR resolution.breached THEN notify manager AND escalate to Tier 2';
    const result = made(ruled(rule, 'on', { calendars: { default: hours } }), 'freshdesk');
    const sla = file(result, 'freshdesk-sla-policy.json');
    expect(sla.sla_target.priority_4).toEqual({ respond_within: 900, resolve_within: 14_400, business_hours: true, escalation_enabled: true });
    expect(sla.escalation.resolution.level_1).toEqual({ escalation_time: 0, agent_ids: ['FILL_IN_USER_MANAGER'] });
    expect(result.leftOut.map(({ what }) => what)).toEqual(['escalate to Tier 2']);
  });
  test('in minutes with calendars for Zammad, and a time event where the rule asks for exactly the targets there are', () => {
    const rule = 'IF first_response.state = "overdue" OR resolution.breached THEN notify manager';
    const result = made(ruled(rule, 'on', { calendars: { default: hours } }), 'zammad');
    const slas = file(result, 'zammad-slas.json');
    expect(slas[1]).toMatchObject({
      condition: { 'ticket.priority_id': { operator: 'is', value: ['3'] } },
      first_response_time: 60,
      solution_time: 480,
    });
    const [calendar] = file(result, 'zammad-calendars.json');
    expect(calendar.business_hours.fri).toEqual({ active: true, timeframes: [['22:00', '24:00']] });
    expect(calendar.business_hours.sat).toEqual({ active: true, timeframes: [['00:00', '06:00']] });
    expect(calendar.business_hours.sun.active).toBe(false);
    expect(Object.keys(calendar.public_holidays)).toEqual(['2026-12-25']);
    expect(result.leftOut.map(({ what }) => what)).toEqual(['--01-01']);
    const [trigger] = file(result, 'zammad-triggers.json');
    expect(trigger.activator).toBe('time');
    expect(trigger.condition.conditions[0]).toEqual({ name: 'ticket.escalation_at', operator: 'has reached' });
  });
  test('one clock of two is not "escalation reached"', () => {
    const result = made(ruled('IF resolution.breached THEN notify manager'), 'zammad');
    expect(file(result, 'zammad-triggers.json')).toBeUndefined();
    expect(result.leftOut.map(({ what }) => what)).toEqual(['resolution.breached']);
  });
  test('next answers where the policy has them', () => {
    const priorities = (base.priorities ?? []).map((priority) => ({ ...priority, nextResponse: '2h' }));
    expect(file(made(loaded({ priorities }), 'zendesk'), 'zendesk-sla-policy.json').sla_policy.policy_metrics).toContainEqual({
      priority: 'low',
      metric: 'next_reply_time',
      target: 120,
      business_hours: false,
    });
    expect(file(made(loaded({ priorities }), 'freshdesk'), 'freshdesk-sla-policy.json').sla_target.priority_1.next_respond_within).toBe(7200);
    expect(file(made(loaded({ priorities }), 'zammad'), 'zammad-slas.json')[0].response_time).toBe(120);
  });
  test('a level without a counterpart is listed, never put on another one', () => {
    const priorities = [{ id: 'gold', name: 'Gold', firstResponse: '1h', resolution: '4h' }, ...(base.priorities ?? [])];
    const zen = made(loaded({ priorities }), 'zendesk');
    expect(file(zen, 'zendesk-sla-policy.json').sla_policy.policy_metrics).toHaveLength(8);
    expect(zen.leftOut.map(({ of }) => of)).toEqual(['Targets of Gold']);
    const few = made(loaded({ priorities: (base.priorities ?? []).slice(0, 2) }), 'freshdesk');
    expect(few.files).toEqual([]);
    expect(few.leftOut.map(({ of }) => of)).toEqual(['SLA policy']);
  });
});

describe('for people', () => {
  test('Jira gets goals with JQL in order, and steps', () => {
    const text = made(ruled('IF resolution.breached AND ticket.priority = "High" THEN notify manager'), 'jira').files[0]?.text ?? '';
    expect(text).toContain('| 2 | priority = "High" | 1 h | 24/7 |');
    expect(text).toContain('| Tried | SLA threshold breached: Time to resolution | priority in ("High") | Notify the manager |');
  });
  test('a table holds every rule, whatever it asks for, and no cell becomes a formula', () => {
    const [markdown, csv] = made(ruled('IF sentiment = "angry" THEN notify manager', 'on', {}), 'table').files;
    expect(markdown?.text).toContain('IF sentiment = "angry" THEN notify manager');
    expect(csv?.text.split('\r\n')[1]).toBe('tried,Tried,on,Other,"IF sentiment = ""angry"" THEN notify manager",Notify the manager');
    const evil = made(loaded({ rules: [{ id: 'x', title: '=HYPERLINK("http://x")', rule: 'IF contacts > 1 THEN notify manager' }] }), 'table')
      .files[1]?.text;
    expect(evil).toContain('"\'=HYPERLINK(""http://x"")"');
  });
});
