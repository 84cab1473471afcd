/** From policy data to the compiled form that is stored, without a reader of texts: what an editor that holds data needs. */
import { type PageTranslate, pageTranslator } from '../extension-text.ts';
import { checkMeaning } from './check-meaning.ts';
import { checkShape } from './check-shape.ts';
import type { LoadedPolicy } from './loaded-policy.ts';
import { currentVersion, migrate } from './migrate.ts';
import { placeInWords } from './path-words.ts';
import { type Finding, type PolicyPath, type PolicyProblem, toProblem } from './policy-problem.ts';
import { withoutBrokenParts } from './without-broken-parts.ts';

export type PolicyLoad =
  | { readonly ok: true; readonly loaded: LoadedPolicy; readonly warnings: readonly PolicyProblem[] }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** Where a finding stands in the text it came from. */
export type PlaceOf = (finding: Finding) => { readonly line: number; readonly column: number } | undefined;

/** UTF-16 units; the default policy has about 60,000. */
export const longestPolicy = 1_000_000;

/**
 * Checks and compiles a policy that is given as data. Total: whatever it is given, it answers with the policy or with sentences.
 * @param source anything; what is not plain JSON data is refused
 * @param now milliseconds since 1970: when it is loaded, and whether it has expired
 * @param language of the sentences
 */
export function loadPolicyData(source: unknown, origin: LoadedPolicy['origin'], now: number, language = 'en'): PolicyLoad {
  const t = pageTranslator(language);
  const refuse = (text: string): PolicyLoad => ({ ok: false, problems: [toProblem({ path: [], text }, undefined, t)] });
  const plain = plainData(source);
  if (plain === undefined) return refuse(t('policyProblem.unreadable'));
  if (plain.length > longestPolicy) return refuse(t('policyProblem.tooLong', { most: longestPolicy / 1000, found: Math.ceil(plain.length / 1000) }));
  return loadParsed(JSON.parse(plain), origin, now, language, () => undefined);
}

/** The same for what was read from a text. @param place where a finding stands in that text */
export function loadParsed(value: unknown, origin: LoadedPolicy['origin'], now: number, language: string, place: PlaceOf): PolicyLoad {
  const t = pageTranslator(language);
  const told = (finding: Finding): PolicyProblem => toProblem(finding, place(finding), t, placeInWords(value, finding.path, language, t));
  const refuse = (findings: readonly Finding[]): PolicyLoad => ({ ok: false, problems: inOrder(findings.map(told)) });
  const migrated = migrate(value);
  if (!migrated.ok) {
    const text = t('policyProblem.newer', { found: migrated.version, known: currentVersion });
    return refuse([{ path: ['handrail'], found: String(migrated.version), text }]);
  }
  const { policy, findings } = checkShape(migrated.value, t);
  if (!policy) return refuse([...findings, ...problemsBeside(migrated.value, now, t)]);
  const meaning = checkMeaning(policy, now, t);
  if (meaning.findings.length > 0) return refuse(meaning.findings);
  return {
    ok: true,
    loaded: { policy, rules: meaning.rules, origin, loadedAt: new Date(now).toISOString() },
    warnings: meaning.warnings.map(told),
  };
}

/** Problems of rules and names beside those of shape, so that one look shows all. What only follows from those of shape is left out. */
function problemsBeside(value: unknown, now: number, t: PageTranslate): readonly Finding[] {
  const { policy, replaced } = withoutBrokenParts(value);
  if (!policy) return [];
  const isReplaced = (path: PolicyPath) =>
    replaced.some((other) => other.every((part, n) => part === path[n]) || path.every((part, n) => part === other[n]));
  return checkMeaning(policy, now, t, brokenLists(replaced)).findings.filter(({ path }) => !isReplaced(path));
}

/** Lists whose names are not all known, since a name or a whole entry could not be read. */
function brokenLists(replaced: readonly PolicyPath[]): ReadonlySet<string> {
  const names = new Set(['id', 'tier', 'name', 'aliases']);
  return new Set(replaced.filter((path) => path.length <= 2 || names.has(String(path[2]))).map(([list]) => String(list)));
}

/** The JSON text of `source`, or undefined when it is none (a cycle, a function, nothing at all). */
function plainData(source: unknown): string | undefined {
  try {
    return JSON.stringify(source);
  } catch {
    return undefined;
  }
}

/** In the order of the text; what stands nowhere comes first. */
export const inOrder = (problems: readonly PolicyProblem[]): PolicyProblem[] =>
  problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
