/** What is wrong with a policy file, and where, in a sentence for the lead who wrote it. */
import type { PageTranslate } from '../extension-text.ts';

export type PolicyPath = readonly (string | number)[];

export interface PolicyProblem {
  /** Counted from 1; absent when the policy did not come as text. */
  readonly line?: number;
  readonly column?: number;
  /** `rules[2].mode`; empty for the whole file. */
  readonly path: string;
  /** The word or value that is wrong. */
  readonly found?: string;
  /** What may stand there. */
  readonly allowed?: readonly string[];
  readonly nearest?: string;
  /** UTF-16 offset into the text at `path`, for problems inside a rule. */
  readonly offset?: number;
  /** The sentence without its place, for where the place is plain to see. */
  readonly sentence: string;
  /** The whole sentence with its place as the file has it: for those who edit files, and the command line. */
  readonly message: string;
  /** The whole sentence with its place in the words of the pages. */
  readonly readable: string;
}

/** A problem before its place is known. */
export interface Finding {
  readonly path: PolicyPath;
  /** Point at the name of the last member instead of its value. */
  readonly atKey?: boolean;
  /** UTF-16 offset into the text at `path`, for problems inside a rule. */
  readonly offset?: number;
  readonly found?: string;
  readonly allowed?: readonly string[];
  readonly nearest?: string;
  readonly text: string;
  /** The list of the policy that would hold the name which is not there. */
  readonly needs?: string;
  /** Id of the rule whose sentence it is about. */
  readonly rule?: string;
}

/** `['rules', 2, 'mode']` as `rules[2].mode`. */
export function pathText(path: PolicyPath): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}

/** At most this much of a wrong value is repeated in a message. */
const longestQuote = 60;

/** A value as a message repeats it. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > longestQuote ? `${text.slice(0, longestQuote - 1)}…` : text;
}

/**
 * A finding with its place.
 * @param place in the text it came from
 * @param named the same path in the words of the pages, where they have some
 */
export function toProblem(
  finding: Finding,
  place: { readonly line: number; readonly column: number } | undefined,
  t: PageTranslate,
  named?: string,
): PolicyProblem {
  const path = pathText(finding.path);
  const { found, allowed, nearest, rule } = finding;
  const line = place && t('policyProblem.place', { line: place.line, column: place.column });
  const asked = (problem: string): string => (nearest === undefined ? problem : t('policyProblem.didYouMean', { problem, nearest }));
  const sentence = asked(finding.text);
  const after = (where: string, text: string): string => {
    const whole = [line, where].filter(Boolean).join(', ');
    return whole ? `${whole}: ${text}` : text;
  };
  return {
    ...(place && { line: place.line, column: place.column }),
    path,
    ...(found !== undefined && { found }),
    ...(allowed && { allowed }),
    ...(nearest !== undefined && { nearest }),
    ...(finding.offset !== undefined && { offset: finding.offset }),
    sentence,
    message: after(path, rule === undefined ? sentence : asked(t('policyProblem.inRule', { rule, problem: finding.text }))),
    readable: after(named ?? path, sentence),
  };
}
