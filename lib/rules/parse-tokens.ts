/** Cuts the text of a rule into tokens. Never fails: what cannot be read becomes a token of kind `wrong`. */
import { scanLiteral } from './literal.ts';
import { namePattern } from './print.ts';
import type { Operand } from './rule.ts';

export interface Token {
  readonly kind: 'word' | 'literal' | 'string' | 'variable' | 'sign' | 'wrong' | 'end';
  /** As written; of strings and variables the content. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly operand?: Operand;
  /** For wrong tokens. */
  readonly problem?: 'badNumber' | 'ambiguousNumber' | 'unclosedString' | 'unclosedVariable' | 'strangeCharacter';
}

/** Opening quote -> what may close it. Typed quotes are accepted since word processors put them in. */
const closing: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”“"',
  '”': '”"',
  '„': '“”‟"',
  '‟': '”"',
  '«': '»',
  '»': '«',
  '‘': '’',
  '’': '’',
  '‹': '›',
  '「': '」',
};
const signs: Readonly<Record<string, string>> = { '==': '=', '<>': '!=', '≠': '!=', '≤': '<=', '≥': '>=', '=<': '<=', '=>': '>=' };
const signPattern = /<=|>=|=<|=>|==|!=|<>|[=<>≠≤≥()[\],;]/y;
const space = /[\s\u200b\ufeff]+/uy;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let brackets = 0;
  while (at < text.length) {
    const gap = stick(space, text, at);
    if (gap !== undefined) {
      at += gap.length;
      continue;
    }
    const character = text[at] ?? '';
    if (character === '#' || text.startsWith('//', at)) {
      const line = text.indexOf('\n', at);
      at = line < 0 ? text.length : line;
      continue;
    }
    // a sentence may end with a full stop
    if (character === '.' && text.slice(at + 1).trim() === '') break;
    const token = readToken(text, at, character, brackets > 0);
    if (token.text === '[') brackets++;
    else if (token.text === ']') brackets = Math.max(0, brackets - 1);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return tokens;
}

function readToken(text: string, at: number, character: string, inList: boolean): Token {
  if (closing[character] !== undefined) return readString(text, at, closing[character]);
  if (character === '{') return readVariable(text, at);
  const literal = scanLiteral(text, at, inList);
  if (literal) {
    const { end, operand, isAmbiguous } = literal;
    const token = { start: at, end, text: text.slice(at, end) };
    return operand ? { kind: 'literal', operand, ...token } : { kind: 'wrong', problem: isAmbiguous ? 'ambiguousNumber' : 'badNumber', ...token };
  }
  const word = stick(namePattern, text, at);
  if (word !== undefined) return { kind: 'word', text: word, start: at, end: at + word.length };
  const sign = stick(signPattern, text, at);
  if (sign !== undefined) return { kind: 'sign', text: signs[sign] ?? sign, start: at, end: at + sign.length };
  const width = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return { kind: 'wrong', problem: 'strangeCharacter', text: text.slice(at, at + width), start: at, end: at + width };
}

const unescaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function readString(text: string, start: number, closers: string): Token {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\n' || character === '\r') return unclosed(text, start, at);
    if (closers.includes(character)) return { kind: 'string', text: value, start, end: at + 1 };
    if (character === '\\' && at + 1 < text.length) {
      at++;
      const next = text[at] ?? '';
      value += unescaped[next] ?? next;
    } else value += character;
  }
  return unclosed(text, start, text.length);
}

/** A text without its closing quote is taken to end before the next joint, so that the rest of the rule is still checked. */
function unclosed(text: string, start: number, lineEnd: number): Token {
  const line = text.slice(start, lineEnd);
  const joint = line.search(/\s+(?:AND|OR|THEN)\s/);
  const end = joint < 0 ? lineEnd : start + joint;
  return { kind: 'wrong', problem: 'unclosedString', text: text.slice(start + 1, end), start, end };
}

const variablePattern = /\{\{\s*([\p{L}_][\p{L}\p{M}\p{N}_.-]*)\s*\}\}/uy;
const variableRest = /\{{1,2}[ \t]?[^}\s"]{0,60}(?:[ \t]?\}{1,2})?/y;

function readVariable(text: string, start: number): Token {
  variablePattern.lastIndex = start;
  const found = variablePattern.exec(text);
  if (found) return { kind: 'variable', text: found[1] ?? '', start, end: start + found[0].length };
  const rest = stick(variableRest, text, start) ?? '{';
  return { kind: 'wrong', problem: 'unclosedVariable', text: rest, start, end: start + rest.length };
}

function stick(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
