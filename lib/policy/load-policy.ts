/** From a policy file to the compiled form that is stored. Runs in the background, the options app and the command line. */
import { pageTranslator } from '../extension-text.ts';
import { inOrder, loadParsed, loadPolicyData, type PolicyLoad } from './load-policy-data.ts';
import type { LoadedPolicy } from './loaded-policy.ts';
import { toProblem } from './policy-problem.ts';
import { readText } from './read-text.ts';
import { placeOf } from './yaml-places.ts';

/**
 * Reads, checks and compiles a policy. Total: whatever it is given, it answers with the policy or with sentences.
 * @param source YAML or JSON text, or plain JSON data
 * @param now milliseconds since 1970: when it is loaded, and whether it has expired
 * @param language of the sentences
 */
export function loadPolicy(source: unknown, origin: LoadedPolicy['origin'], now: number, language = 'en'): PolicyLoad {
  if (typeof source !== 'string') return loadPolicyData(source, origin, now, language);
  const t = pageTranslator(language);
  const read = readText(source, t);
  if (read.ok) return loadParsed(read.value, origin, now, language, ({ path, atKey, offset }) => placeOf(read.placed, path, atKey, offset));
  const problems = read.findings.map(({ place, ...finding }) => toProblem(finding, place, t));
  const { rest } = read;
  if (!rest) return { ok: false, problems };
  const checked = loadParsed(rest.value, origin, now, language, ({ path, atKey, offset }) => placeOf(rest.placed, path, atKey, offset));
  return { ok: false, problems: checked.ok ? problems : inOrder([...problems, ...checked.problems]) };
}
