/** From a policy file to the compiled form that is stored. Runs in the background, the options app and the command line. */
import { pageTranslator } from '../extension-text.ts';
import { checkMeaning } from './check-meaning.ts';
import { checkShape } from './check-shape.ts';
import type { LoadedPolicy } from './loaded-policy.ts';
import { currentVersion, migrate } from './migrate.ts';
import { type Finding, type PolicyProblem, toProblem } from './policy-problem.ts';
import { longestPolicy, readText } from './read-text.ts';
import { type PlacedText, placeOf } from './yaml-places.ts';

export type PolicyLoad =
  | { readonly ok: true; readonly loaded: LoadedPolicy; readonly warnings: readonly PolicyProblem[] }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/**
 * Reads, checks and compiles a policy. Total: whatever it is given, it answers with the policy or with sentences.
 * @param source YAML or JSON text, or plain JSON data
 * @param now milliseconds since 1970: when it is loaded, and whether it has expired
 * @param language of the sentences
 */
export function loadPolicy(source: unknown, origin: LoadedPolicy['origin'], now: number, language = 'en'): PolicyLoad {
  const t = pageTranslator(language);
  const refuse = (findings: readonly Finding[], placed?: PlacedText): PolicyLoad => ({
    ok: false,
    problems: inOrder(findings.map((finding) => toProblem(finding, placed && placeOf(placed, finding.path, finding.atKey, finding.offset), t))),
  });
  let value: unknown;
  let placed: PlacedText | undefined;
  if (typeof source === 'string') {
    const read = readText(source, t);
    if (!read.ok) return { ok: false, problems: read.findings.map(({ place, ...finding }) => toProblem(finding, place, t)) };
    ({ value, placed } = read);
  } else {
    const plain = plainData(source);
    if (plain === undefined) return refuse([{ path: [], text: t('policyProblem.unreadable') }]);
    if (plain.length > longestPolicy)
      return refuse([{ path: [], text: t('policyProblem.tooLong', { most: longestPolicy / 1000, found: Math.ceil(plain.length / 1000) }) }]);
    value = JSON.parse(plain);
  }
  const migrated = migrate(value);
  if (!migrated.ok) {
    const finding = {
      path: ['handrail'],
      found: String(migrated.version),
      text: t('policyProblem.newer', { found: migrated.version, known: currentVersion }),
    };
    return refuse([finding], placed);
  }
  const { policy, findings } = checkShape(migrated.value, t);
  if (!policy) return refuse(findings, placed);
  const meaning = checkMeaning(policy, now, t);
  if (meaning.findings.length > 0) return refuse(meaning.findings, placed);
  return {
    ok: true,
    loaded: { policy, rules: meaning.rules, origin, loadedAt: new Date(now).toISOString() },
    warnings: meaning.warnings.map((finding) => toProblem(finding, placed && placeOf(placed, finding.path, finding.atKey), t)),
  };
}

/** The JSON text of `source`, or undefined when it is none (a cycle, a function, nothing at all). */
function plainData(source: unknown): string | undefined {
  try {
    return JSON.stringify(source);
  } catch {
    return undefined;
  }
}

const inOrder = (problems: readonly PolicyProblem[]): PolicyProblem[] =>
  problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
