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
  | {
      readonly ok: false;
      readonly findings: readonly PlacedFinding[];
      /** What can be read all the same, where nothing but names given twice is wrong: the rest is worth checking. */
      readonly rest?: { readonly value: unknown; readonly placed: PlacedText };
    };
type PlacedFinding = Finding & { readonly place?: { readonly line: number; readonly column: number } };

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
      const findings = syntaxFindings(document.errors, text, lines, t).slice(0, mostSyntaxProblems);
      const readable = document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
      return {
        ok: false,
        findings,
        ...(readable && { rest: { value: document.toJS({ maxAliasCount: mostAliases }), placed: { text, document, lines } } }),
      };
    }
    return { ok: true, value: document.toJS({ maxAliasCount: mostAliases }), placed: { text, document, lines } };
  } catch (error) {
    const anchor = error instanceof ReferenceError ? /Unresolved alias.*: (.+)$/.exec(error.message)?.[1] : undefined;
    if (anchor !== undefined) {
      const { line, col } = lines.linePos(Math.max(0, text.indexOf(`*${anchor}`)));
      return {
        ok: false,
        findings: [{ path: [], text: t('policyProblem.syntax', { problem: t('policyProblem.syntax.start') }), place: { line, column: col } }],
      };
    }
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

/** What the library says of a line once it has lost its way: the cause stands above. */
const consequences: ReadonlySet<ErrorCode> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'DUPLICATE_KEY', 'BAD_INDENT']);
const causes: ReadonlySet<ErrorCode> = new Set(['TAB_AS_INDENT', 'BAD_INDENT', 'BLOCK_IN_FLOW', 'MISSING_CHAR']);

/** One problem a line, and none that another one brings about. */
function syntaxFindings(errors: readonly YAMLError[], text: string, lines: LineCounter, t: PageTranslate): PlacedFinding[] {
  const findings: PlacedFinding[] = [];
  const told = new Set<number>();
  let lost = false;
  for (const error of errors) {
    const { key, at } = explain(error, text);
    const { line, col } = lines.linePos(at);
    const stumbled = lines.linePos(error.pos[0]).line;
    if ((lost && consequences.has(error.code)) || told.has(line) || told.has(stumbled)) continue;
    told.add(line).add(stumbled);
    lost ||= causes.has(error.code);
    // Rare ones keep the library's own English words: better than none.
    const problem = key ? t(key) : error.message.replace(/\.$/, '');
    findings.push({ path: [], text: t('policyProblem.syntax', { problem }), place: { line, column: col } });
  }
  return findings;
}

/** What is wrong in the terms of whoever wrote it, and where: the library points at what it could not go on with. */
function explain({ code, message, pos }: YAMLError, text: string): { readonly key: PageTextKey | undefined; readonly at: number } {
  const at = pos[0];
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start).split('\n', 1)[0] ?? '';
  const bracket = code === 'BAD_INDENT' || code === 'BLOCK_IN_FLOW' ? openBracket(text.slice(0, at)) : undefined;
  if (bracket !== undefined) return { key: 'policyProblem.syntax.bracket', at: bracket };
  if (/closing ["']quote/.test(message)) return { key: 'policyProblem.syntax.quote', at: openQuote(line, start) ?? at };
  if (code === 'UNEXPECTED_TOKEN' && /["']\s*$/.test(text.slice(start, at))) return { key: 'policyProblem.syntax.afterQuote', at };
  if (/followed by map values/.test(message)) return { key: 'policyProblem.syntax.noName', at };
  if (code === 'MULTILINE_IMPLICIT_KEY' && /^\s*(?:- )?\w+:[^\s]/.test(line)) return { key: 'policyProblem.syntax.space', at };
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    const next = text.slice(start + line.length + 1).split('\n', 1)[0] ?? '';
    const column = (written: string) => written.length - written.replace(/^[\s-]+/, '').length;
    if (/^\s*\w+:/.test(next) && column(next) > column(line))
      return { key: 'policyProblem.syntax.deeper', at: start + line.length + 1 + column(next) };
  }
  return { key: syntaxTexts[code], at };
}

/** Where the innermost bracket opens that is not closed. Text in quotes and comments has none. */
function openBracket(text: string): number | undefined {
  const open: number[] = [];
  for (const { 0: token, index } of text.matchAll(/"(?:\\.|[^"\\\n])*"|'[^'\n]*'|(?<=^|\s)#[^\n]*|[[\]{}]/gm)) {
    if (token === '[' || token === '{') open.push(index);
    else if (token === ']' || token === '}') open.pop();
  }
  return open.at(-1);
}

const openQuote = (line: string, start: number): number | undefined => {
  const at = /(?<=(?:^|[:[,\s-])\s*)["']/.exec(line)?.index;
  return at === undefined ? undefined : start + at;
};

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
