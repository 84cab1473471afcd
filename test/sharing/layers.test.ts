import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { composePolicy } from '../../lib/sharing/compose-policy.ts';
import { changesBetween, type Layer, layerOf, mergeLayers } from '../../lib/sharing/layers.ts';
import { isLocked } from '../../lib/sharing/locks.ts';
import { now, policyText } from './published.ts';

const layer = (name: Layer['name'], value: Layer['value'], locked: string[] = []): Layer => ({ name, value, locked });
const rule = (id: string, mode = 'on') => ({ id, title: id, rule: 'IF ticket.age > 1h THEN escalate to Tier 2', mode });

describe('layers', () => {
  test('single values are replaced, members of collections are added or replaced, scales are replaced whole', () => {
    const { value, from } = mergeLayers([
      layer('company', { name: 'Company', variables: { a: 1, b: 1 }, rules: [rule('x'), rule('y')], tiers: [{ tier: 1 }, { tier: 2 }] }),
      layer('team', { name: 'Team', variables: { b: 2, c: 2 }, rules: [rule('y', 'off'), rule('z')], tiers: [{ tier: 1 }] }),
    ]);
    expect(value).toEqual({
      name: 'Team',
      variables: { a: 1, b: 2, c: 2 },
      rules: [rule('x'), rule('y', 'off'), rule('z')],
      tiers: [{ tier: 1 }],
    });
    expect(['name', 'variables.a', 'variables.b', 'rules.x', 'rules.y.mode', 'tiers.1', 'currency'].map((path) => layerOf(from, path))).toEqual([
      'team',
      'company',
      'team',
      'company',
      'team',
      'team',
      undefined,
    ]);
  });

  test.each<[string, string[], Layer['value'], object, string[]]>([
    ['a value', ['currency'], { currency: 'EUR' }, { currency: 'USD' }, ['currency']],
    ['a member', ['rules.x'], { rules: [rule('x', 'off'), rule('z')] }, { rules: [rule('x'), rule('y'), rule('z')] }, ['rules.x']],
    [
      'part of a member',
      ['rules.x.mode'],
      { rules: [{ ...rule('x', 'off'), title: 'new' }] },
      { rules: [{ ...rule('x'), title: 'new' }, rule('y')] },
      ['rules.x.mode'],
    ],
    ['a whole collection', ['rules'], { rules: [rule('z')] }, { rules: [rule('x'), rule('y')] }, ['rules']],
    [
      'one entry of a scale',
      ['priorities.high'],
      { priorities: [{ id: 'low', firstResponse: '9h' }] },
      {
        priorities: [
          { id: 'low', firstResponse: '9h' },
          { id: 'high', firstResponse: '1h' },
        ],
      },
      ['priorities.high'],
    ],
    [
      'one value in a scale',
      ['priorities.high.firstResponse'],
      { priorities: [{ id: 'high', firstResponse: '9h', resolution: '2d' }] },
      { priorities: [{ id: 'high', firstResponse: '1h', resolution: '2d' }] },
      ['priorities.high.firstResponse'],
    ],
    ['everything', ['*'], { currency: 'EUR', rules: [rule('z')] }, {}, ['currency', 'rules']],
    ['what the layer leaves alone', ['currency'], { name: 'T' }, { name: 'T' }, []],
  ])('a lock on %s holds', (_, locked, upper, expected, overruled) => {
    const company = { currency: 'USD', rules: [rule('x'), rule('y')], priorities: [{ id: 'high', firstResponse: '1h' }] };
    const merged = mergeLayers([layer('company', company, locked), layer('team', upper)]);
    expect(merged.value).toEqual({ ...company, ...expected });
    expect(merged.overruled.map(({ path }) => path)).toEqual(overruled);
    expect(merged.overruled.every(({ by }) => by === 'company')).toBe(true);
  });

  test('a lock without a value holds the first value that is given', () => {
    const merged = mergeLayers([layer('company', {}, ['currency']), layer('team', { currency: 'EUR' })], [{ path: ['currency'], value: 'GBP' }]);
    expect(merged.value).toEqual({ currency: 'EUR' });
    expect(merged.overruled).toEqual([{ path: 'currency', wanted: 'mine', by: 'company' }]);
  });

  test('a team locks against the person, by what its policy says', () => {
    const merged = mergeLayers(
      [layer('team', { locked: ['variables.a'], variables: { a: 1, b: 1 } })],
      [
        { path: ['variables', 'a'], value: 2 },
        { path: ['variables', 'b'], value: 2 },
        { path: ['variables'], value: { c: 3 } },
      ],
    );
    expect(merged.value.variables).toEqual({ a: 1, c: 3 });
  });

  test('a lock is asked by path', () => {
    const locks = [{ path: 'rules.x', by: 'company' as const }];
    expect(['rules.x', 'rules.x.mode', 'rules.xy', 'rules', 'settings.language'].map((path) => isLocked(locks, path))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['rules', 'settings.language'].map((path) => isLocked([{ path: '*', by: 'company' }], path))).toEqual([true, false]);
  });
});

describe('the changes from one policy to another', () => {
  test.each([
    ['nothing', { a: 1 }, { a: 1 }, []],
    ['a value', { a: 1, b: 1 }, { a: 2, b: 1 }, [{ path: ['a'], value: 2 }]],
    [
      'a member',
      { rules: [rule('x')] },
      { rules: [rule('x', 'off'), rule('y')] },
      [
        { path: ['rules', 'x', 'mode'], value: 'off' },
        { path: ['rules', 'y'], value: rule('y') },
      ],
    ],
    ['a member taken away', { rules: [rule('x'), rule('y')] }, { rules: [rule('y')] }, [{ path: ['rules', 'x'], value: undefined }]],
    ['another order', { rules: [rule('x'), rule('y')] }, { rules: [rule('y'), rule('x')] }, [{ path: ['rules'], value: [rule('y'), rule('x')] }]],
  ])('%s', (_, before, after, expected) => {
    expect(changesBetween(before, after)).toEqual(expected);
    expect(mergeLayers([layer('team', before)], changesBetween(before, after)).value).toEqual(after);
  });
});

describe('the policy in use', () => {
  const load = (text: string) => {
    const result = loadPolicy(text, { kind: 'file' }, now);
    if (!result.ok) throw new Error(result.problems[0]?.message);
    return result.loaded.policy;
  };
  const source = (text: string, locked: string[] = []) => ({
    value: JSON.parse(text) as Record<string, unknown>,
    origin: { kind: 'managed' as const },
    locked,
  });

  test('is the built-in one when nobody says anything, with the company’s part laid over it', () => {
    const composed = composePolicy(
      { company: { value: { variables: { company_name: 'Acme' } }, origin: { kind: 'managed' }, locked: [] } },
      now,
      'en',
    );
    expect(composed.load).toMatchObject({
      ok: true,
      loaded: { policy: { id: 'default', variables: { company_name: 'Acme' } }, origin: { kind: 'managed' } },
    });
  });

  test('keeps the person’s own changes when the team’s policy changes beneath them', () => {
    const base = load(policyText(1));
    const mine = { policy: { ...base, currency: 'EUR' }, base, origin: { kind: 'editor' as const } };
    const composed = composePolicy({ team: source(policyText(2, { name: 'New name' })), mine }, now, 'en');
    expect(composed.load).toMatchObject({ ok: true, loaded: { policy: { version: 2, name: 'New name', currency: 'EUR' } } });
    expect(layerOf(composed.merged.from, 'currency')).toBe('mine');
    expect(layerOf(composed.merged.from, 'name')).toBe('team');
  });

  test('puts a policy of one’s own aside, unharmed, where the team has one', () => {
    const mine = { policy: load(policyText(1, { currency: 'EUR' })), origin: { kind: 'file' as const } };
    const composed = composePolicy({ team: source(policyText(2)), mine }, now, 'en');
    expect(composed).toMatchObject({ aside: true, load: { ok: true, loaded: { policy: { currency: 'USD' } } } });
  });

  test('says so when the layers do not fit together', () => {
    const composed = composePolicy({ company: source('{"assumedTier": 9}', ['assumedTier']), team: source(policyText(2)) }, now, 'en');
    expect(composed.load.ok).toBe(false);
  });
});
