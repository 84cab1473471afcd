/**
 * Everything that is wrong with the tags of a template, each at its place: for the lead who writes it. What fills a template
 * (`template.ts`) stops at the first problem, which is enough to refuse it. A test holds the two to the same verdict.
 */
import { type TemplateProblem, isPlainName, templateLimits } from './template.ts';

export type TagProblem =
  | Extract<TemplateProblem, { readonly name: string }>
  | { readonly code: 'too-deep' | 'delimiters' }
  /** A tag or a section that does not end, or the end of a section that did not begin. */
  | { readonly code: 'open-tag' | 'open-section' | 'stray-end'; readonly name: string };

export interface PlacedProblem {
  readonly problem: TagProblem;
  /** UTF-16 offsets into the template. */
  readonly start: number;
  readonly end: number;
  /** Of the tag: `#`, `^` or `/`, else empty. */
  readonly sign: string;
}

interface Tag {
  readonly sign: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * @param known names that the document fills
 * @returns in the order of the text
 */
export function tagProblems(template: string, known: ReadonlySet<string>): PlacedProblem[] {
  const found: PlacedProblem[] = [];
  const say = ({ start, end, sign }: Tag, problem: TagProblem): void =>
    void found.push({ problem, start, end, sign: /[#^/]/.test(sign) ? sign : '' });
  const open: Tag[] = [];
  const left = (tag: Tag): void => say(tag, { code: 'open-section', name: tag.name });
  for (const tag of tagsOf(template)) {
    const { sign, name } = tag;
    if ('endless' in tag) say(tag, { code: 'open-tag', name });
    else if (sign === '=') say(tag, { code: 'delimiters' });
    else if (sign === '&' || sign === '{') say(tag, { code: 'raw', name });
    else if (sign === '>') say(tag, { code: 'partial', name });
    else if (!isPlainName(name)) say(tag, { code: 'name', name });
    else if (!known.has(name)) say(tag, { code: 'unknown-name', name });
    if (sign === '#' || sign === '^') {
      open.push(tag);
      if (open.length > templateLimits.depth) say(tag, { code: 'too-deep' });
    }
    if (sign !== '/') continue;
    const at = open.findLastIndex((one) => one.name === name);
    if (at === -1) say(tag, { code: 'stray-end', name });
    // those inside that were not ended, not the whole rest of the text
    else open.splice(at).slice(1).forEach(left);
  }
  open.forEach(left);
  return found.toSorted((a, b) => a.start - b.start);
}

const begin = /\{\{\s*([#^/>{&=!]?)\s*/g;

function* tagsOf(template: string): Generator<Tag | (Tag & { readonly endless: true })> {
  begin.lastIndex = 0;
  for (let match = begin.exec(template); match; match = begin.exec(template)) {
    const [opening, sign = ''] = match;
    const start = match.index;
    const from = start + opening.length;
    const closing = (sign === '{' ? /\s*\}\}\}/ : /\s*\}\}/).exec(template.slice(from));
    const name = closing ? template.slice(from, from + closing.index) : '';
    if (sign === '!' && closing) {
      begin.lastIndex = from + closing.index + closing[0].length;
      continue;
    }
    // an end that belongs to the next tag is none
    if (!closing || name.includes('{{') || name.includes('\n')) {
      const end = from + (/^[A-Za-z0-9.]*/.exec(template.slice(from))?.[0].length ?? 0);
      begin.lastIndex = Math.max(end, start + 2);
      yield { sign: '', name: template.slice(start, end).trim(), start, end, endless: true };
      continue;
    }
    const end = from + closing.index + closing[0].length;
    begin.lastIndex = end;
    yield { sign, name, start, end };
  }
}
