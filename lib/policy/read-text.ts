/** Reads the text of a policy file, YAML or JSON, inside limits: a hostile or broken file gives a sentence, never a hang. */
import { type ErrorCode, LineCounter, type YAMLError, parseDocument } from 'yaml';
import type { PageTextKey, PageTranslate } from '../extension-text.ts';
import { longestPolicy } from './load-policy-data.ts';
import type { Finding } from './policy-problem.ts';
import type { PlacedText } from './yaml-places.ts';

const deepestNesting = 200;
const mostAliases = 100;
const mostSyntaxProblems = 20;

export type ReadText =
  | { readonly ok: true; readonly value: unknown; readonly placed: PlacedText }
  | { readonly ok: false; readonly findings: readonly (Finding & { readonly place?: { readonly line: number; readonly column: number } })[] };

export function readText(text: string, t: PageTranslate): ReadText {
  const refused = (sentence: string): ReadText => ({ ok: false, findings: [{ path: [], text: sentence }] });
  if (text.length > longestPolicy) return refused(t('policyProblem.tooLong', { most: longestPolicy / 1000, found: Math.ceil(text.length / 1000) }));
  if (text.trim() === '') return refused(t('policyProblem.empty'));
  if (/[\0\uFFFD]/.test(text.slice(0, 4096))) return refused(t('policyProblem.notText'));
  if (nesting(text) > deepestNesting) return refused(t('policyProblem.tooDeep', { most: deepestNesting }));
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent', stringKeys: true });
    if (document.errors.length > 0) {
      return {
        ok: false,
        findings: document.errors.slice(0, mostSyntaxProblems).map((error) => {
          const { line, col } = lines.linePos(error.pos[0]);
          return { path: [], text: t('policyProblem.syntax', { problem: syntaxProblem(error, t) }), place: { line, column: col } };
        }),
      };
    }
    return { ok: true, value: document.toJS({ maxAliasCount: mostAliases }), placed: { text, document, lines } };
  } catch (error) {
    if (error instanceof ReferenceError) return refused(t('policyProblem.tooManyAliases', { most: mostAliases }));
    return refused(error instanceof RangeError ? t('policyProblem.tooDeep', { most: deepestNesting }) : t('policyProblem.unreadable'));
  }
}

const syntaxTexts: Partial<Readonly<Record<ErrorCode, PageTextKey>>> = {
  BAD_INDENT: 'policyProblem.syntax.indent',
  TAB_AS_INDENT: 'policyProblem.syntax.tab',
  DUPLICATE_KEY: 'policyProblem.syntax.duplicate',
  MISSING_CHAR: 'policyProblem.syntax.missing',
  UNEXPECTED_TOKEN: 'policyProblem.syntax.unexpected',
  BLOCK_AS_IMPLICIT_KEY: 'policyProblem.syntax.colon',
  MULTILINE_IMPLICIT_KEY: 'policyProblem.syntax.lines',
  BAD_SCALAR_START: 'policyProblem.syntax.start',
  BAD_ALIAS: 'policyProblem.syntax.alias',
  MULTIPLE_DOCS: 'policyProblem.syntax.documents',
  BAD_DQ_ESCAPE: 'policyProblem.syntax.escape',
};

/** Rare ones keep the library's own English words: better than none. */
function syntaxProblem(error: YAMLError, t: PageTranslate): string {
  const key = syntaxTexts[error.code];
  return key ? t(key) : error.message.replace(/\.$/, '');
}

/** An upper bound of how deep brackets and indentation nest, found without recursion. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const line of text.split('\n')) {
    // `- - - -` and `? ? ?` nest in one line
    const lead = /^(?:[ \t]*[-?:](?=[ \t]))+/.exec(line)?.[0] ?? '';
    const inLine = lead.replace(/[ \t]/g, '').length;
    let local = 0;
    for (const character of line) {
      if (character === '[' || character === '{') local++;
      else if ((character === ']' || character === '}') && depth + local > 0) local--;
      deepest = Math.max(deepest, depth + local + inLine);
    }
    depth += local;
  }
  return deepest;
}
