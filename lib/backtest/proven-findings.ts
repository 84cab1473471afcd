/** What can be shown about the rules of a policy taken together, tiers capped as the panel caps them. */
import { judgeRules } from '../guidance/judge-rules.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import { ruleContext } from '../rules/context.ts';
import { type Finding, proveRules } from '../rules/prove.ts';

/** Rules that are off or in shadow advise nothing and are left out. */
export function provenFindings(loaded: LoadedPolicy): Finding[] {
  const on = new Set(loaded.policy.rules.filter(({ mode }) => mode === 'on').map(({ id }) => id));
  return proveRules(
    loaded.rules.filter(({ id }) => on.has(id)),
    ruleContext(loaded.policy),
    { tierOf: (rule, facts) => judgeRules(loaded, facts, new Set([rule.id]))[0]?.tier },
  );
}
