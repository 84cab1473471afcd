import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { migrate } from '../../lib/policy/migrate.ts';
import { printPolicy } from '../../lib/policy/print-policy.ts';

const folder = join(import.meta.dirname, 'bad');
const messages = JSON.parse(readFileSync(join(folder, 'messages.json'), 'utf8')) as Record<string, string[]>;
const file = { kind: 'file' } as const;

describe('a bad policy is refused with a sentence that names place, value and remedy', () => {
  const names = readdirSync(folder).flatMap((name) => (name.endsWith('.yaml') ? [name.replace('.yaml', '')] : []));

  test('every bad policy has its messages', () => {
    expect(names.sort()).toEqual(Object.keys(messages).sort());
  });

  test.each(names)('%s', (name) => {
    const result = loadPolicy(readFileSync(join(folder, `${name}.yaml`), 'utf8'), file, 0);
    expect(result.ok ? [] : result.problems.map(({ message }) => message)).toEqual(messages[name]);
  });

  describe('problems of shape do not hide those of rules, nor make up any', () => {
    const paths = (change: object) => {
      const result = loadPolicy({ ...structuredClone(defaultPolicy), ...change }, file, 0);
      return result.ok ? [] : result.problems.map(({ path }) => path);
    };
    const rules = [{ id: 'a', title: 'A', rule: 'IF contactz > 2 THEN escalate to Tier 2 AND notify manager AND set priority to High' }];

    test.each<[string, object, string[]]>([
      ['a number for a text', { name: 5, rules }, ['name', 'rules[0].rule']],
      ['tiers of no shape: no rule is blamed for a tier', { tiers: 'two', rules }, ['tiers', 'rules[0].rule']],
      ['roles under another name: no rule is blamed for a role', { roles: undefined, rolles: [], rules }, ['rolles', 'rules[0].rule']],
      ['a broken rule beside a wrong one', { rules: [{ id: 'b', rule: 3 }, ...rules] }, ['rules[0].title', 'rules[0].rule', 'rules[1].rule']],
      [
        'hours of no shape: the calendar is not said to be closed',
        { calendars: { default: { timeZone: 'UTC', hours: { mon: '9-5' } } } },
        ['calendars.default.hours.mon'],
      ],
      ['no calendars: none is missed by name', { calendars: 7 }, ['calendars']],
    ])('%s', (_, change, expected) => {
      expect(paths({ tests: [], ...change }).toSorted()).toEqual(expected.toSorted());
    });
  });

  test('the same problem in JSON data has a path and no line', () => {
    const result = loadPolicy({ ...defaultPolicy, defaultPriority: 'hihg' }, file, 0);
    expect(result).toMatchObject({ ok: false, problems: [{ path: 'defaultPriority', found: 'hihg', nearest: 'high' }] });
    expect(result.ok || result.problems[0]?.line).toBeUndefined();
  });

  test('speaks the language of the interface', () => {
    const result = loadPolicy('', file, 0, 'vi');
    expect(result.ok || result.problems[0]?.message).toBe('Chính sách trống.');
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a number', 5],
    ['a function', () => 1],
    ['a list', []],
    ['null', null],
  ])('%s is no policy', (_, source) => {
    expect(loadPolicy(source, file, 0).ok).toBe(false);
  });

  test('data that contains itself is refused', () => {
    const cycle: Record<string, unknown> = { handrail: 1 };
    cycle.self = cycle;
    expect(loadPolicy(cycle, file, 0).ok).toBe(false);
  });

  test.each([1, 10])('a text of %d MB over the limit is refused by its size', (times) => {
    const result = loadPolicy(`# ${'x'.repeat(times * 1_000_000)}`, file, 0);
    expect(result.ok || result.problems[0]?.message).toBe(
      `A policy may have at most 1000 thousand characters; this one has about ${times === 1 ? 1001 : 10001} thousand.`,
    );
  });
});

describe('the default policy', () => {
  const loaded = loadPolicy(defaultPolicy, { kind: 'built-in' }, Date.parse('2026-11-24T12:00:00Z'));
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));

  test('loads without a warning and compiles every rule', () => {
    expect(loaded.warnings).toEqual([]);
    expect(loaded.loaded.rules.map(({ id }) => id)).toEqual(loaded.loaded.policy.rules.map(({ id }) => id));
    expect(loaded.loaded).toMatchObject({ origin: { kind: 'built-in' }, loadedAt: '2026-11-24T12:00:00.000Z' });
  });

  test('comes back from its own YAML as the same policy', () => {
    const again = loadPolicy(printPolicy(loaded.loaded.policy), file, 0);
    expect(again.ok && again.loaded.policy).toEqual(loaded.loaded.policy);
  });

  test('is plain JSON, so that storage gives back what it got', () => {
    expect(JSON.parse(JSON.stringify(loaded.loaded))).toEqual(loaded.loaded);
  });

  test.each([
    [
      'IF ticket.priority = "High" AND ticket.age > 80% of SLA AND ticket.status != "Resolved"\nTHEN escalate to Tier 2 AND notify manager AND add internal note',
    ],
    [
      'IF sentiment_score < -0.7 OR contains_keywords(["unacceptable", "terrible", "worst"])\nTHEN flag for review AND add priority bump AND alert team lead',
    ],
    [
      'IF customer.tier = "Enterprise" OR customer.ltv > {{ltv_threshold}}\nTHEN set priority = "High" AND assign to senior agent AND notify account manager',
    ],
  ])('holds the general rule word for word: %s', (rule) => {
    expect(loaded.loaded.policy.rules.map((one) => one.rule)).toContain(rule);
  });

  test('holds the tiers and the matrix of the design', () => {
    expect(loaded.loaded.policy.tiers.map(({ tier, respondsWithin, resolvesPercent }) => [tier, respondsWithin, resolvesPercent])).toEqual([
      [1, '2h', [70, 80]],
      [2, '4h', undefined],
      [3, '8h', undefined],
      [4, 'immediate', undefined],
    ]);
    expect(loaded.loaded.policy.priorities.map(({ id, firstResponse, resolution }) => [id, firstResponse, resolution])).toEqual([
      ['critical', '15m', '4h'],
      ['high', '1h', '8h'],
      ['medium', '4h', '24h'],
      ['low', '8h', '48h'],
    ]);
  });

  test('has every text for people in English and Vietnamese', () => {
    const missing: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('en' in value && typeof value.en === 'string' && !('vi' in value)) missing.push(path);
      for (const [name, member] of Object.entries(value)) walk(member, `${path}.${name}`);
    };
    walk(defaultPolicy, '');
    expect(missing).toEqual([]);
  });

  test('warns when it has expired, and still loads', () => {
    const result = loadPolicy({ ...defaultPolicy, expires: '2026-01-01T00:00:00Z' }, file, Date.parse('2026-11-24T12:00:00Z'));
    expect(result.ok && result.warnings.map(({ message }) => message)).toEqual(['expires: This policy has expired.']);
  });
});

describe('migrations', () => {
  const steps = { 1: (policy: Readonly<Record<string, unknown>>) => ({ ...policy, added: true }) };

  test('go one version at a time', () => {
    expect(migrate({ handrail: 1, id: 'a' }, { ...steps, 2: ({ id, ...rest }) => ({ ...rest, name: id }) }, 3)).toEqual({
      ok: true,
      value: { handrail: 3, added: true, name: 'a' },
      from: 1,
    });
  });

  test('leave the current version alone', () => {
    const policy = { handrail: 1 };
    expect(migrate(policy)).toEqual({ ok: true, value: policy, from: 1 });
  });

  test('refuse a version of the future', () => {
    expect(migrate({ handrail: 2 })).toEqual({ ok: false, version: 2 });
  });

  test.each([undefined, null, 'text', [], { handrail: 'one' }, { handrail: -1 }])('leave what is no policy to the schema: %j', (value) => {
    expect(migrate(value)).toMatchObject({ ok: true, value });
  });
});
