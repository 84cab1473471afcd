/** The draft without its rules and tests: the names that rules may use, known also while a rule has a problem. */
import { systemClock } from '../../lib/clock.ts';
import { loadPolicyData } from '../../lib/policy/load-policy-data.ts';
import type { Policy, PolicyInput } from '../../lib/policy/schema.ts';

let last: { readonly parts: readonly unknown[]; readonly base: Policy } | undefined;

/** @param otherwise when the rest of the draft has problems of its own */
export function draftBase(draft: PolicyInput, otherwise: Policy): Policy {
  const { rules: _, tests: __, ...rest } = draft;
  const parts = Object.values(rest);
  if (last && parts.length === last.parts.length && parts.every((part, index) => part === last?.parts[index])) return last.base;
  const result = loadPolicyData({ ...rest, rules: [], tests: [] }, { kind: 'editor' }, systemClock.now());
  if (!result.ok) return last?.base ?? otherwise;
  last = { parts, base: result.loaded.policy };
  return last.base;
}
