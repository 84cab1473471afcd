/** `handrail policy prove`: what can be shown about the rules of a policy taken together, each finding with an example ticket. */
import { provenFindings } from '../lib/backtest/proven-findings.ts';
import type { LoadedPolicy } from '../lib/policy/loaded-policy.ts';
import { findingText } from '../lib/rules/prove.ts';
import { pageTranslator } from '../lib/extension-text.ts';

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
