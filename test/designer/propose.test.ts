/** Proposals: valid, tested by themselves, adapted to the team, and explained, whatever the answers. */
import { describe, expect, test } from 'vitest';
import { type DesignAnswers, defaultAnswers, guessKind, PAINS, readAnswers } from '../../lib/designer/answers.ts';
import { propose } from '../../lib/designer/propose.ts';
import { peoplePerTier, teamShape } from '../../lib/designer/team-shape.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { assess } from '../../lib/guidance/assess.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { printPolicy } from '../../lib/policy/print-policy.ts';
import { runRuleExamples } from '../../lib/policy/rule-examples.ts';
import { runPolicyTests } from '../../lib/policy/run-tests.ts';

const now = Date.parse('2026-11-25T00:00:00Z');
const en = pageTranslator('en');
const answers = (change: Partial<DesignAnswers> = {}): DesignAnswers => ({ ...defaultAnswers, company: 'Acme', ...change });

function loaded(change: Partial<DesignAnswers>): LoadedPolicy {
  const result = loadPolicy(propose(answers(change), en).policy, { kind: 'editor' }, now);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.loaded;
}

const nights = { always: false, days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '22:00', to: '06:00' } as const;
const short = { always: false, days: ['sat'], from: '09:00', to: '10:30' } as const;
const always = { ...defaultAnswers.hours, always: true };

describe('every proposal', () => {
  const grid: (readonly [string, Partial<DesignAnswers>])[] = [
    ...[1, 2, 5, 6, 14, 15, 1000].map((teamSize) => [`${teamSize} people`, { teamSize }] as const),
    ...PAINS.map((pain) => [pain, { pains: [pain] }] as const),
    ...[1, 3, 10, 20].map((teamSize) => [`${teamSize} people, every pain`, { teamSize, pains: PAINS }] as const),
    ['three people around the clock', { teamSize: 3, hours: always }],
    ['twenty people at night', { teamSize: 20, hours: nights, pains: ['after-hours', 'missed-targets'] }],
    ['one short day', { hours: short }],
    ['Vietnamese', { languages: ['vi'], timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND', revenueThreshold: 25_000_000, ltvThreshold: 250_000_000 }],
    ['small amounts', { revenueThreshold: 0, ltvThreshold: 12.5, currency: 'EUR' }],
    ['a language without texts', { languages: ['th'] }],
    ['no company', { company: '', product: '' }],
    ['a company of signs', { company: '"Công ty" #1: {{x}} | <b> & 한국', product: '- a: b' }],
    ['many tickets', { ticketsPerMonth: 1_000_000 }],
  ];

  test.each(grid)('%s: is valid, tested, explained, the same every time, and survives a file', (_, change) => {
    const policy = loaded(change);
    const failed = [...runPolicyTests(policy, assess), ...runRuleExamples(policy)].filter(({ passed }) => !passed);
    expect(failed).toEqual([]);

    const first = propose(answers(change), en);
    expect(propose(answers(change), en)).toEqual(first);
    const again = loadPolicy(printPolicy(first.policy), { kind: 'file' }, now);
    expect(again.ok && again.loaded.policy).toEqual(policy.policy);
    for (const { what, because } of first.decisions) {
      expect(what).not.toMatch(/undefined|NaN/);
      expect(because).toMatch(/^because you /);
    }

    const tiers = policy.policy.tiers.map(({ tier }) => tier);
    const asked = policy.rules.flatMap(({ then }) => then.flatMap((action) => (action.do === 'escalate' ? [action.tier] : [])));
    expect(asked.filter((tier) => !tiers.includes(tier) || tier === 1)).toEqual([]);
  });
});

describe('tiers', () => {
  test.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [5, 2],
    [6, 3],
    [10, 3],
    [14, 3],
    [15, 4],
    [200, 4],
  ])('%i people get %i tiers', (people, tiers) => {
    expect(loaded({ teamSize: people }).policy.tiers.map(({ tier }) => tier)).toEqual(Array.from({ length: tiers }, (_, at) => at + 1));
  });

  test.each([3, 6, 10, 15, 40, 500])('%i people: everybody has a place, working tiers have at least two', (people) => {
    const shape = teamShape(people);
    const places = peoplePerTier(shape, people);
    expect(places.reduce((sum, count) => sum + count, 0)).toBe(people);
    expect(places.slice(0, -1).every((count) => count >= 2)).toBe(true);
    expect(Math.max(...places)).toBe(places[0]);
  });

  test('a team of three hands nothing to specialists it does not have, and the owner is told', () => {
    const { policy, rules } = loaded({ teamSize: 3 });
    expect(policy.rules.map(({ id }) => id)).not.toContain('billing');
    expect(rules.find(({ id }) => id === 'breach')?.then).toEqual([
      { do: 'notify', role: 'manager' },
      { do: 'flag', flag: 'urgent' },
    ]);
    expect(rules.find(({ id }) => id === 'legal')?.then).toContainEqual({ do: 'escalate', tier: 2 });
  });

  test('categories go to the tier that does such work', () => {
    const { policy } = loaded({ categories: [{ name: 'Wrong invoices' }, { name: 'Forgotten password' }, { name: 'Threats', kind: 'legal' }] });
    expect(policy.tiers.map(({ handles }) => handles[0])).toEqual(['Forgotten password', 'Wrong invoices', 'Threats']);
  });

  test.each([
    ['Hóa đơn sai', 'billing'],
    ['Quên mật khẩu', 'access'],
    ['Lỗi đăng nhập', 'access'],
    ['Khiếu nại giao hàng', 'delivery'],
    ['App crashes', 'bug'],
    ['API sync', 'integration'],
    ['Refund requests', 'refund'],
    ['Capital questions', 'howto'],
    ['Miscellaneous', 'other'],
  ])('“%s” is about %s', (name, kind) => {
    expect(guessKind(name)).toBe(kind);
  });
});

describe('targets', () => {
  const target = (change: Partial<DesignAnswers>, id: string) => {
    const found = loaded(change).policy.priorities.find((priority) => priority.id === id);
    return [found?.firstResponse, found?.resolution];
  };
  test('are the usual ones around the clock', () => {
    expect(['critical', 'high', 'medium', 'low'].map((id) => target({ hours: always }, id))).toEqual([
      ['15m', '4h'],
      ['1h', '8h'],
      ['4h', '24h'],
      ['8h', '48h'],
    ]);
  });
  test('are one or two working days for a team that is open 8:00 to 17:30', () => {
    const hours = { ...defaultAnswers.hours, from: '08:00', to: '17:30' };
    expect(['critical', 'high', 'medium', 'low'].map((id) => target({ hours }, id))).toEqual([
      ['15m', '4h'],
      ['1h', '8h'],
      ['4h', '9h30m'],
      ['8h', '19h'],
    ]);
  });
  test('leave a small team time to see a critical ticket', () => {
    expect(target({ teamSize: 4 }, 'critical')[0]).toBe('30m');
  });
});

describe('pain points', () => {
  const rule = (change: Partial<DesignAnswers>, id: string) => loaded(change).policy.rules.find((one) => one.id === id);
  test('missed targets: warned at 70 %', () => {
    const { policy } = loaded({ pains: ['missed-targets'] });
    expect(policy.sla.warnAtPercent).toBe(70);
    expect(policy.rules.find(({ id }) => id === 'sla-80')?.rule).toContain('70%');
    expect(policy.rules.map(({ rule }) => rule).join()).not.toContain('age > 80%');
  });
  test('bounced: the handoff must be complete', () => {
    for (const { requires, tier } of loaded({ pains: ['bounced'] }).policy.tiers)
      expect(requires.includes('expectation') && requires.includes('tried') && requires.includes('timeline')).toBe(tier > 1);
  });
  test('after hours: critical tickets run on a calendar that never closes', () => {
    const { policy } = loaded({ pains: ['after-hours'] });
    expect(policy.calendars[policy.priorities[0]?.calendar ?? '']?.alwaysOpen).toBe(true);
    expect(loaded({ pains: ['after-hours'], hours: always }).policy.priorities[0]?.calendar).toBeUndefined();
  });
  test('the others change what they say', () => {
    expect(rule({ pains: ['too-late'] }, 'many-tries')?.rule).toContain('escalate to Tier 2');
    expect(rule({ pains: ['too-late'], teamSize: 3 }, 'many-tries')?.rule).toContain('notify manager');
    expect(rule({ pains: ['too-many'] }, 'billing')?.mode).toBe('shadow');
    expect(rule({ pains: ['repeated'] }, 'third-contact')?.rule).toContain('contacts >= 2');
    expect(rule({ pains: ['angry'] }, 'angry')?.rule).toContain('priority bump');
    expect(rule({ pains: ['vip'] }, 'vip')?.rule).toContain('notify manager');
    expect(rule({ pains: ['no-updates'] }, 'update-owed')?.rule).toContain('update_owed');
    expect(loaded({ pains: ['no-updates'] }).policy.sla.updateOwed).toBe('4h');
    expect(loaded({ pains: ['new-hires'] }).policy.prompting).toBe('ask');
  });
});

describe('languages and amounts', () => {
  test('a Vietnamese team gets Vietnamese texts, and hears Vietnamese and English', () => {
    const { policy } = loaded({ languages: ['vi'], currency: 'VND', revenueThreshold: 25_000_000 });
    expect(Object.keys(policy.templates.handoff ?? {})).toEqual(['vi']);
    expect(Object.keys(policy.phrases.legal_threat?.entries ?? {}).sort()).toEqual(['en', 'vi']);
    expect(policy.variables.revenue_threshold).toBe('25,000,000 VND');
    expect(policy.currency).toBe('VND');
  });
  test('a language without texts is said aloud', () => {
    const told = propose(answers({ languages: ['th', 'vi'] }), en)
      .decisions.map(({ what }) => what)
      .join('\n');
    expect(told).toMatch(/no ready texts in Thai/);
    expect(told).toMatch(/no phrase lists in Thai/);
  });
});

describe('answers from outside', () => {
  test.each([
    [[], 'shape'],
    [{ teamSize: 'ten' }, 'shape'],
    [{ teamSise: 10 }, 'unknown'],
    [{ teamSize: 2.5 }, 'size'],
    [{ ticketsPerMonth: -1 }, 'number'],
    [{ timeZone: 'Saigon' }, 'zone'],
    [{ hours: { from: '09:00', to: '09:00' } }, 'hours'],
    [{ hours: { days: [] } }, 'hours'],
    [{ languages: [] }, 'language'],
    [{ currency: 'dollars' }, 'currency'],
    [{ categories: ['billing'] }, 'categories'],
    [{ categories: Array.from({ length: 6 }, () => ({ name: 'x' })) }, 'categories'],
    [{ pains: ['noise'] }, 'pains'],
    [{ shifts: 0 }, 'shifts'],
  ])('%j is refused: %s', (value, problem) => {
    expect(readAnswers(value).problems.map((one) => one.problem)).toEqual([problem]);
  });
  test('few answers are enough', () => {
    const { answers: read, problems } = readAnswers({ company: 'Acme', hours: { from: '08:00' } });
    expect(problems).toEqual([]);
    expect(read.hours).toEqual({ ...defaultAnswers.hours, from: '08:00' });
  });
});
