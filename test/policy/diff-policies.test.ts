import { expect, test } from 'vitest';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { diffPolicies } from '../../lib/policy/diff-policies.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';

const load = (source: unknown) => {
  const result = loadPolicy(source, { kind: 'file' }, 0);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.loaded;
};

/** As browsers hand a stored value back: members in the order of the alphabet. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

test('the order of members is no difference', () => {
  const loaded = load(defaultPolicy);
  const stored = sorted(loaded) as typeof loaded;
  expect(diffPolicies(stored, loaded)).toEqual([]);
  expect(diffPolicies(stored, load({ ...defaultPolicy, label: 'new' }))).toEqual([{ kind: 'value', path: 'label', now: 'new' }]);
});
