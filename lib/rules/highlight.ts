/** Which words of a rule are coloured how: from the tokens of the parser, so that colour and meaning never differ. */
import { factInfo } from './fact-table.ts';
import { FUNCTIONS, KEYWORDS } from './fact-table.ts';
import { type Token, tokenize } from './parse-tokens.ts';
import type { Span } from './problem.ts';

export type RuleColour = 'keyword' | 'fact' | 'function' | 'text' | 'number' | 'variable' | 'comment' | 'wrong';
export interface ColouredSpan extends Span {
  readonly colour: RuleColour;
}

const keywords = new Set(KEYWORDS.map((word) => word.toLowerCase()));
const functions = new Set(FUNCTIONS.map(({ word }) => word));

/** The coloured spans of a rule in order; what lies between them has the colour of plain text. */
export function colourRule(text: string): readonly ColouredSpan[] {
  const spans: ColouredSpan[] = [];
  let end = 0;
  const tokens = tokenize(text);
  for (const [index, token] of tokens.entries()) {
    for (const comment of text.slice(end, token.start).matchAll(/(?:#|\/\/)[^\n]*/g))
      spans.push({ start: end + comment.index, end: end + comment.index + comment[0].length, colour: 'comment' });
    end = token.end;
    const colour = colourOf(token, tokens[index - 2]);
    if (colour && token.start < token.end) spans.push({ start: token.start, end: token.end, colour });
  }
  return spans;
}

/** @param beforeLast the token before the bracket before it: a name in brackets is a text */
function colourOf({ kind, text }: Token, beforeLast: Token | undefined): RuleColour | undefined {
  switch (kind) {
    case 'string':
      return 'text';
    case 'literal':
      return 'number';
    case 'variable':
      return 'variable';
    case 'wrong':
      return 'wrong';
    case 'word': {
      const word = text.toLowerCase();
      if (beforeLast?.kind === 'word' && functions.has(beforeLast.text.toLowerCase())) return 'text';
      if (functions.has(word)) return 'function';
      if (factInfo(word.startsWith('mark.') ? text : word)) return 'fact';
      return keywords.has(word) ? 'keyword' : undefined;
    }
    default:
      return undefined;
  }
}
