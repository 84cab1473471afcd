/** Finds where the parts of a YAML or JSON text stand, so that a problem can name its line and column. */
import { type Document, type LineCounter, type Node, isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml';
import type { PolicyPath } from './policy-problem.ts';

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A parsed text with what is needed to find places in it. */
export interface PlacedText {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/**
 * The place of the value at `path`, or of its name with `atKey`. A member that is not there is reported where its parent stands.
 * @param offset UTF-16 offset into the scalar at `path`
 */
export function placeOf({ text, document, lines }: PlacedText, path: PolicyPath, atKey = false, offset?: number): Place | undefined {
  let node: Node | null | undefined = document.contents;
  let start = node?.range?.[0];
  for (const [depth, part] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isCollection(node)) break;
    let next: unknown;
    let key: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      key = pair?.key;
      next = pair?.value;
    } else if (isSeq(node)) next = node.items[Number(part)];
    if (next === undefined && key === undefined) {
      // what is missing at the top stands nowhere
      if (depth === 0) return undefined;
      break;
    }
    const last = depth === path.length - 1;
    const named = key as Node | undefined;
    const value = next as Node | null | undefined;
    start = (last && atKey ? named?.range?.[0] : undefined) ?? value?.range?.[0] ?? named?.range?.[0] ?? start;
    node = value;
    if (last && offset !== undefined && isScalar(value) && value.range && typeof value.value === 'string')
      start = sourceOffset(text.slice(value.range[0], value.range[1]), value.value, offset, value.type) + value.range[0];
  }
  if (start === undefined) return undefined;
  const { line, col } = lines.linePos(start);
  return line > 0 ? { line, column: col } : undefined;
}

/**
 * Where the character at `offset` of a scalar's value stands in its source. Folding and indentation only ever change white
 * space, so the characters between are counted alike on both sides.
 */
function sourceOffset(source: string, value: string, offset: number, style: string | null | undefined): number {
  const block = style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED';
  let at = block ? source.indexOf('\n') + 1 : style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE' ? 1 : 0;
  let wanted = value.slice(0, offset).replace(/\s/g, '').length;
  for (; at < source.length; at++) {
    const character = source[at] ?? '';
    if (/\s/.test(character)) continue;
    if (style === 'QUOTE_DOUBLE' && character === '\\') {
      if (/[nrt \n]/.test(source[at + 1] ?? '')) {
        at++;
        continue;
      }
      at++;
    } else if (style === 'QUOTE_SINGLE' && character === "'") at++;
    if (wanted === 0) return at;
    wanted--;
  }
  return Math.max(0, source.trimEnd().length - 1);
}
