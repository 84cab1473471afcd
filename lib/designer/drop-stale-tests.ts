/** A proposal that a lead changed by hand: tests and examples that were written for the proposed limits and do not hold any more leave. */
import { assess } from '../guidance/assess.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import { runRuleExamples } from '../policy/rule-examples.ts';
import { runPolicyTests } from '../policy/run-tests.ts';
import type { PolicyInput } from '../policy/schema.ts';

/**
 * Only for a proposal: in a policy that is in use a failing test is news, here it is the lead's own decision of a moment ago.
 * @param loaded `policy` after validation
 */
export function dropStaleTests(policy: PolicyInput, loaded: LoadedPolicy): PolicyInput {
  const stale = new Set(runPolicyTests(loaded, assess).flatMap(({ name, passed }) => (passed ? [] : [name])));
  const staleExamples = new Set(runRuleExamples(loaded).flatMap(({ name, passed }) => (passed ? [] : [name])));
  return {
    ...policy,
    ...(policy.tests && { tests: policy.tests.filter(({ name }) => !stale.has(name)) }),
    ...(policy.rules && {
      rules: policy.rules.map((rule) => ({
        ...rule,
        ...(rule.examples && { examples: rule.examples.filter((_, at) => !staleExamples.has(`${rule.id}, example ${at + 1}`)) }),
      })),
    }),
  };
}
