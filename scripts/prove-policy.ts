/** `handrail policy prove`: what can be shown about the rules of a policy taken together, each finding with an example ticket. */
import { judgeRules } from '../lib/guidance/judge-rules.ts';
import type { LoadedPolicy } from '../lib/policy/loaded-policy.ts';
import { ruleContext } from '../lib/rules/context.ts';
import { type Finding, findingText, proveRules } from '../lib/rules/prove.ts';
import { pageTranslator } from '../lib/extension-text.ts';

/** Rules that are off or in shadow advise nothing and are left out. */
export function provenFindings(loaded: LoadedPolicy): Finding[] {
  const on = new Set(loaded.policy.rules.filter(({ mode }) => mode === 'on').map(({ id }) => id));
  return proveRules(
    loaded.rules.filter(({ id }) => on.has(id)),
    ruleContext(loaded.policy),
    { tierOf: (rule, facts) => judgeRules(loaded, facts, new Set([rule.id]))[0]?.tier },
  );
}

/** @returns exit code 0 when nothing was found. */
export function provePolicy(loaded: LoadedPolicy, json: boolean, out: { readonly write: (text: string) => void }): number {
  const findings = provenFindings(loaded);
  if (json) out.write(`${JSON.stringify({ ok: findings.length === 0, findings }, null, 2)}\n`);
  else {
    const t = pageTranslator('en');
    for (const finding of findings) {
      out.write(`${findingText(finding, t)}\n`);
      if ('ticket' in finding) for (const [fact, value] of Object.entries(finding.ticket)) out.write(`    ${fact}: ${value}\n`);
    }
    out.write(
      findings.length === 0
        ? 'Nothing found: every rule can fire, none is needless, and no worse fact lowers the tier.\n'
        : `${findings.length} found.\n`,
    );
  }
  return findings.length === 0 ? 0 : 1;
}
