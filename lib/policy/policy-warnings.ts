/** What a policy may say and its lead hardly means. */
import type { PageTranslate } from '../extension-text.ts';
import type { CompiledRule } from '../rules/rule.ts';
import { type Finding, quote } from './policy-problem.ts';
import type { Policy } from './schema.ts';

/**
 * @param rules the policy's, compiled
 * @param now milliseconds since 1970, to tell an expired policy
 */
export function warningsOf(policy: Policy, rules: readonly CompiledRule[], now: number, t: PageTranslate): Finding[] {
  const warnings: Finding[] = [];
  if (policy.expires !== undefined) {
    const expires = Date.parse(policy.expires);
    if (Number.isNaN(expires)) warnings.push({ path: ['expires'], text: t('policyProblem.form.instant', { found: quote(policy.expires) }) });
    else if (expires <= now) warnings.push({ path: ['expires'], text: t('policyProblem.expired') });
  }
  const top = Math.max(...policy.tiers.map(({ tier }) => tier));
  if (policy.limits.sentimentMaxTier > top && top > 2)
    warnings.push({ path: ['limits', 'sentimentMaxTier'], text: t('policyProblem.capAboveTiers', { top }) });
  const asked = new Set(rules.flatMap(({ then }) => then.flatMap((action) => (action.do === 'escalate' ? [action.tier] : []))));
  const lowest = Math.min(...policy.tiers.map(({ tier }) => tier));
  for (const [index, { tier }] of policy.tiers.entries())
    if (tier > lowest && policy.rules.length > 0 && !asked.has(tier))
      warnings.push({ path: ['tiers', index, 'tier'], text: t('policyProblem.tierUnreached', { tier }) });
  if (policy.rules.every(({ mode }) => mode !== 'on')) warnings.push({ path: ['rules'], text: t('policyProblem.noRules') });
  return warnings;
}
