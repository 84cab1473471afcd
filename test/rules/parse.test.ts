import { describe, expect, test } from 'vitest';
import { compileRule } from '../../lib/rules/compile.ts';
import { parseRule } from '../../lib/rules/parse.ts';
import { printRule } from '../../lib/rules/print.ts';
import { problemText } from '../../lib/rules/problem.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { context, customerRule, moodRule, slaRule } from './seed-rules.ts';

const fact = (name: string) => ({ kind: 'fact', name });
const string = (value: string) => ({ kind: 'string', value });

function read(text: string) {
  const parsed = parseRule(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return { when: parsed.when, actions: parsed.then };
}
const when = (condition: string) => read(`IF ${condition} THEN flag for review`).when;

describe('the seed rules, word for word', () => {
  test.each([
    [
      slaRule,
      {
        op: 'and',
        args: [
          { op: 'compare', comparison: '=', left: fact('ticket.priority'), right: string('High') },
          { op: 'compare', comparison: '>', left: fact('ticket.age'), right: { kind: 'percent', value: 80, of: 'SLA' } },
          { op: 'compare', comparison: '!=', left: fact('ticket.status'), right: string('Resolved') },
        ],
      },
      [{ do: 'escalate', tier: 2 }, { do: 'notify', role: 'manager' }, { do: 'add-note' }],
    ],
    [
      moodRule,
      {
        op: 'or',
        args: [
          { op: 'compare', comparison: '<', left: fact('sentiment_score'), right: { kind: 'number', value: -0.7 } },
          { op: 'contains_keywords', words: { kind: 'list', items: ['unacceptable', 'terrible', 'worst'].map(string) } },
        ],
      },
      [{ do: 'flag', flag: 'review' }, { do: 'bump-priority' }, { do: 'notify', role: 'team lead' }],
    ],
    [
      customerRule,
      {
        op: 'or',
        args: [
          { op: 'compare', comparison: '=', left: fact('customer.tier'), right: string('Enterprise') },
          { op: 'compare', comparison: '>', left: fact('customer.ltv'), right: { kind: 'variable', name: 'ltv_threshold' } },
        ],
      },
      [
        { do: 'set-priority', priority: 'High' },
        { do: 'assign', role: 'senior agent' },
        { do: 'notify', role: 'account manager' },
      ],
    ],
  ])('%s', (text, expected, actions) => {
    expect(read(text)).toEqual({ when: expected, actions });
    const again = read(text);
    expect(read(printRule(again.when, again.actions))).toEqual(again);
  });

  test('compiled, they name the roles and priorities of the policy by id', () => {
    expect(compileRule('r', customerRule, context).rule?.then).toEqual([
      { do: 'set-priority', priority: 'high' },
      { do: 'assign', role: 'senior-agent' },
      { do: 'notify', role: 'account-manager' },
    ]);
    expect(compileRule('r', moodRule, context).rule?.then.at(-1)).toEqual({ do: 'notify', role: 'team-lead' });
  });
});

describe('one rule, many ways to write it', () => {
  const plain = read('IF ticket.status = "New" AND NOT customer.vip THEN notify manager AND add internal note "a b"');
  test.each([
    'if Ticket.Status == "New" and not Customer.VIP then NOTIFY manager and Add Internal Note "a b"',
    'IF\n\tticket.status="New"AND NOT customer.vip\n\nTHEN\nnotify manager\nAND add internal note\n"a b".',
    'IF ticket.status = “New” AND NOT customer.vip THEN alert the manager, add note “a b”;',
    "IF ticket.status = 'New' AND NOT customer.vip THEN alert manager; add an internal note „a b“",
    'IF ticket.status is «New» # the page shows a badge\n AND NOT customer.vip // by tag\nTHEN notify manager AND add internal note "a b"',
    'IF (ticket.status = "New") AND (NOT (customer.vip)) THEN notify "manager" AND add internal note "a b"',
    '\ufeffIF\u00a0ticket.status = "New"\r\nAND NOT customer.vip\r\nTHEN notify manager AND add internal note "a b"\r\n',
  ])('%s', (text) => {
    expect(read(text)).toEqual(plain);
  });

  test.each([
    ['contacts > 1,000', { kind: 'number', value: 1000 }],
    ['contacts > −1', { kind: 'number', value: -1 }],
    ['customer.ltv > 10.0000', { kind: 'number', value: 10 }],
    ['sentiment_score > 0.125', { kind: 'number', value: 0.125 }],
    ['contacts > .5', { kind: 'number', value: 0.5 }],
    ['resolution.left < 30m', { kind: 'duration', ms: 1_800_000 }],
    ['resolution.left < 1h30m', { kind: 'duration', ms: 5_400_000 }],
    ['resolution.left < 2 hours', { kind: 'duration', ms: 7_200_000 }],
    ['resolution.left < 1d', { kind: 'duration', ms: 86_400_000 }],
    ['resolution.used >= 80 percent', { kind: 'percent', value: 80 }],
    ['resolution.used >= 80%', { kind: 'percent', value: 80 }],
    ['resolution.used >= 80 % of first_response', { kind: 'percent', value: 80, of: 'first_response' }],
    ['customer.ltv > $1,000', { kind: 'money', amount: 1000, currency: '$' }],
    ['customer.ltv > $ 1,000.50', { kind: 'money', amount: 1000.5, currency: '$' }],
    ['customer.ltv > 1,000 EUR', { kind: 'money', amount: 1000, currency: 'EUR' }],
    ['customer.ltv > EUR 1,000', { kind: 'money', amount: 1000, currency: 'EUR' }],
    ['customer.ltv > 12,000,000₫', { kind: 'money', amount: 12_000_000, currency: 'VND' }],
    ['customer.ltv > €4', { kind: 'money', amount: 4, currency: 'EUR' }],
    ['customer.ltv > {{ ltv_threshold }}', { kind: 'variable', name: 'ltv_threshold' }],
    [
      'contacts in [1,200]',
      {
        kind: 'list',
        items: [
          { kind: 'number', value: 1 },
          { kind: 'number', value: 200 },
        ],
      },
    ],
    [
      'customer.ltv in [$1,000, $2]',
      {
        kind: 'list',
        items: [
          { kind: 'money', amount: 1000, currency: '$' },
          { kind: 'money', amount: 2, currency: '$' },
        ],
      },
    ],
    ['customer.vip = true', { kind: 'boolean', value: true }],
    ['ticket.subject = "say \\"hi\\""', string('say "hi"')],
  ])('reads the value of %s', (condition, right) => {
    expect(when(condition)).toMatchObject({ right });
  });

  test('AND binds before OR, NOT before both, brackets before all', () => {
    const [a, b, c] = ['ticket.id', 'ticket.url', 'ticket.group'].map((name) => ({ op: 'is', fact: fact(name) }));
    expect(when('ticket.id OR ticket.url AND ticket.group')).toEqual({ op: 'or', args: [a, { op: 'and', args: [b, c] }] });
    expect(when('(ticket.id OR ticket.url) AND ticket.group')).toEqual({ op: 'and', args: [{ op: 'or', args: [a, b] }, c] });
    expect(when('NOT ticket.id AND ticket.url')).toEqual({ op: 'and', args: [{ op: 'not', arg: a }, b] });
  });

  test.each([
    ['escalate to tier 3', { do: 'escalate', tier: 3 }],
    ['escalate to 3', { do: 'escalate', tier: 3 }],
    ['set priority to High', { do: 'set-priority', priority: 'High' }],
    ['bump priority', { do: 'bump-priority' }],
    ['flag as "data loss"', { do: 'flag', flag: 'data loss' }],
    ['tell the customer', { do: 'tell-customer', template: 'acknowledgement' }],
    ['tell customer with followup', { do: 'tell-customer', template: 'followup' }],
    ['require handoff field summary', { do: 'require-field', field: 'summary' }],
    ['require summary', { do: 'require-field', field: 'summary' }],
    ['show step check-logs', { do: 'show-step', step: 'check-logs' }],
    ['assign to the senior agent', { do: 'assign', role: 'senior agent' }],
    ['notify "Head of R AND D"', { do: 'notify', role: 'Head of R AND D' }],
  ])('reads the action %s', (text, action) => {
    expect(read(`IF customer.vip THEN ${text}`).actions).toEqual([action]);
  });
});

describe('errors', () => {
  const t = pageTranslator('en');
  const told = (text: string) =>
    compileRule('r', text, context).problems.map((problem) => `${problem.line}:${problem.column} ${problemText(problem, t)}`);

  test('says the example of the design word for word', () => {
    expect(told('IF ticket.prority = "High" THEN notify manager')).toEqual(['1:4 unknown fact `ticket.prority`; did you mean `ticket.priority`?']);
  });

  test('reports every error of a text in one go, each at its place', () => {
    expect(
      told(`IF ticket.prority = "High" ADN contacts > 3 days
  OR customr.vip OR sentiment = "angri" OR customer.ltv > {{ltv_treshold}}
THEN escalte to Tier 2 AND notify manger AND flag for review AND escalate to Tier 9`),
    ).toEqual([
      '1:4 unknown fact `ticket.prority`; did you mean `ticket.priority`?',
      '1:28 AND, OR or THEN is expected here, not `ADN`; did you mean `AND`?',
      '1:43 `contacts` is a number and cannot be compared with a time span',
      '2:6 unknown fact `customr.vip`; did you mean `customer.vip`?',
      '2:33 `sentiment` is never `angri`; it is one of calm, frustrated, angry, threatening; did you mean `"angry"`?',
      '2:59 the policy has no variable `ltv_treshold`; did you mean `{{ltv_threshold}}`?',
      '3:6 unknown action `escalte to Tier`; did you mean `escalate to Tier`?',
      '3:28 the policy has no role `manger`; did you mean `manager`?',
      '3:83 a tier is a number from 1 to 6, as in `escalate to Tier 2`, not `9`',
    ]);
  });

  test.each([
    ['IF customer.vip', 'expectedThen'],
    ['customer.vip THEN flag for review', 'expectedIf'],
    ['IF customer.vip THEN', 'noActions'],
    ['IF customer.vip THEN flag for review AND', 'noActions'],
    ['IF THEN flag for review', 'expectedCondition'],
    ['IF customer.vip AND THEN flag for review', 'expectedCondition'],
    ['IF (customer.vip THEN flag for review', 'expectedClosing'],
    ['IF customer.vip) THEN flag for review', 'expectedJoint'],
    ['IF ticket.status = "New THEN flag for review', 'unclosedString'],
    ['IF ticket.status = New THEN flag for review', 'needsQuotes'],
    ['IF customer.ltv > {{ltv THEN flag for review', 'unclosedVariable'],
    ['IF customer.ltv > 1.000.000 THEN flag for review', 'badNumber'],
    ['IF customer.ltv > {ltv_threshold} THEN flag for review', 'unclosedVariable'],
    ['IF ticket.priority "High" THEN flag for review', 'expectedOperator'],
    ['IF customer.vip escalate to Tier 2', 'expectedThen'],
    ['IF customer.ltv > 10k THEN flag for review', 'badNumber'],
    ['IF customer.ltv > 10.000 THEN flag for review', 'ambiguousNumber'],
    ['IF customer.ltv > $10.000 THEN flag for review', 'ambiguousNumber'],
    ['IF customer.ltv > 4.800 EUR THEN flag for review', 'ambiguousNumber'],
    ['IF customer.ltv > {{spanish}} THEN flag for review', 'comparesTypes'],
    ['IF customer.vip & contacts > 1 THEN flag for review', 'strangeCharacter'],
    ['IF ticket.subject THEN flag for review', 'notACondition'],
    ['IF "a" THEN flag for review', 'notACondition'],
    ['IF "a" = "a" THEN flag for review', 'noFact'],
    ['IF ticket.age > 80 THEN flag for review', 'bareNumberOfClock'],
    ['IF ticket.age > 80% of SLO THEN flag for review', 'unknownClock'],
    ['IF time_since_last_reply > 80% THEN flag for review', 'percentOfNothing'],
    ['IF sentiment_score < -70 THEN flag for review', 'outOfRange'],
    ['IF sentiment_score < -70% THEN flag for review', 'comparesTypes'],
    ['IF customer.ltv > 2h THEN flag for review', 'comparesTypes'],
    ['IF customer.ltv > ticket.age THEN flag for review', 'comparesTypes'],
    ['IF ticket.subject > "a" THEN flag for review', 'noOrder'],
    ['IF ticket.status >= "New" THEN flag for review', 'noOrder'],
    ['IF ticket.priority >= "Hihg" THEN flag for review', 'unknownPriority'],
    ['IF ticket.tags = "vip" THEN flag for review', 'listNeedsContains'],
    ['IF ticket.status in "New" THEN flag for review', 'inNeedsList'],
    ['IF ticket.status in [] THEN flag for review', 'expectedListItem'],
    ['IF contacts contains "a" THEN flag for review', 'containsNeedsWords'],
    ['IF ticket.created < "yesterday" THEN flag for review', 'badInstant'],
    ['IF contains_keywords([1]) THEN flag for review', 'expectedWordList'],
    ['IF contains_keywords(["refund", ""]) THEN flag for review', 'emptyWord'],
    ['IF ticket.subject contains "  " THEN flag for review', 'emptyWord'],
    ['IF contains_keyword(["a"]) THEN flag for review', 'unknownFunction'],
    ['IF contains_phrase(leagl) THEN flag for review', 'unknownPhraseList'],
    ['IF ticket.field = "a" THEN flag for review', 'expectedLabel'],
    ['IF mark.beyond_knowlege THEN flag for review', 'unknownCriterion'],
    ['IF marked("nobody") THEN flag for review', 'unknownCriterion'],
    ['IF customer.vip THEN flag for review OR notify manager', 'orInActions'],
    ['IF customer.vip THEN bump priority now', 'afterAction'],
    ['IF customer.vip THEN dance', 'unknownAction'],
    ['IF customer.vip THEN tell customer "acknowledgment"', 'unknownTemplate'],
    ['IF customer.vip THEN require field "sumary"', 'unknownField'],
    ['IF customer.vip THEN show step chek-logs', 'unknownStep'],
    ['IF customer.vip THEN escalate to Tier 5', 'unknownTier'],
    ['IF customer.vip THEN escalate to Tier two', 'expectedTierNumber'],
    ['IF customer.vip THEN set priority = "Urgnt"', 'unknownPriority'],
  ])('%s: %s', (text, code) => {
    const { rule, problems } = compileRule('r', text, context);
    expect(rule).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  test('every nearest word put in its place makes the rule better', () => {
    let text = 'IF ticket.prority = "Hihg" ADN sentiment = "angri" OR resolution.used >= 80 THEN escalate to Tier 2';
    for (let round = 0; round < 9; round++) {
      const problem = compileRule('r', text, context).problems[0];
      if (problem?.nearest === undefined) break;
      text = text.slice(0, problem.start) + problem.nearest + text.slice(problem.end);
    }
    expect(text).toBe('IF ticket.priority = "High" AND sentiment = "angry" OR resolution.used >= 80% THEN escalate to Tier 2');
    expect(compileRule('r', text, context).problems).toEqual([]);
  });

  test.each([
    ['IF priority = "High" THEN flag for review', 'ticket.priority'],
    ['IF status = "Open" THEN flag for review', 'ticket.status'],
    ['IF ticket.tier = "Gold" THEN flag for review', 'customer.tier'],
    ['IF sentimnt_score < 0 THEN flag for review', 'sentiment_score'],
    ['IF ticket.crated < "2026-01-01" THEN flag for review', 'ticket.created'],
    ['IF customer.vip THEN notfy manager', 'notify'],
    ['IF customer.vip THEN escalate Tier 2', 'escalate to Tier'],
    ['IF customer.vip THEN asign to manager', 'assign to'],
    ['IF customer.vip THEN set prioirty = "High"', 'set priority'],
    ['IF banana THEN flag for review', undefined],
  ])('%s: the nearest word is %s', (text, nearest) => {
    expect(compileRule('r', text, context).problems.map((problem) => problem.nearest)).toEqual([nearest]);
  });

  test('speaks Vietnamese too', () => {
    const [problem] = compileRule('r', 'IF ticket.prority = "High" THEN notify manager', context).problems;
    expect(problem && problemText(problem, pageTranslator('vi'))).toBe('không có dữ kiện `ticket.prority`; có phải ý bạn là `ticket.priority`?');
  });
});
