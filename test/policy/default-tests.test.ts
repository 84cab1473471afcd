import { describe, expect, test } from 'vitest';
import { assess } from '../../lib/guidance/assess.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { runPolicyTests } from '../../lib/policy/run-tests.ts';

const result = loadPolicy(defaultPolicy, { kind: 'built-in' }, 0);
if (!result.ok) throw new Error('the default policy does not load');
const { loaded } = result;

describe('the default policy keeps what it promises', () => {
  test.each(runPolicyTests(loaded, assess))('$name', ({ mismatches }) => {
    expect(mismatches).toEqual([]);
  });

  test('every rule has a test in which it fires and one in which it does not', () => {
    const { tests, rules } = loaded.policy;
    const named = (list: 'fires' | 'silent') => new Set(tests.flatMap(({ expect: expected }) => expected[list] ?? []));
    expect(rules.map(({ id }) => id).filter((id) => !named('fires').has(id))).toEqual([]);
    expect(rules.map(({ id }) => id).filter((id) => !named('silent').has(id))).toEqual(['strong-words']);
  });
});

test('a test that fails says what was expected and what was found', () => {
  const name = 'wrong on purpose';
  const wrong = {
    name,
    ticket: { priority: 'High' },
    now: '2026-11-24T12:00:00Z',
    expect: { tier: 3, fires: ['legal'], silent: [], unknown: ['vip'] },
  };
  const failing = loadPolicy({ ...defaultPolicy, tests: [wrong] }, { kind: 'file' }, 0);
  expect(failing.ok && runPolicyTests(failing.loaded, assess)).toEqual([
    {
      name,
      passed: false,
      mismatches: [
        { what: 'tier', expected: '3', found: '1' },
        { what: 'fires', expected: 'legal', found: 'unknown' },
      ],
    },
  ]);
});
