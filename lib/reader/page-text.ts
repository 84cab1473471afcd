/** The text a person sees in a part of the page, and the way back from an offset in it to the page. */
import { unitDone } from '../parts.ts';
import { kindOf, plain, tagOf } from './dom-access.ts';
import { limits } from './limits.ts';
import type { PageMemory } from './page-memory.ts';
import { isDrawn, isHidden } from './visibility.ts';

/** Stretch of the text that comes verbatim from one text node. */
interface Piece {
  /** Offset in the whole text. */
  readonly at: number;
  readonly length: number;
  readonly node: Text;
  /** Offset in the node's data. */
  readonly from: number;
}

export interface TextOptions {
  /** Leave these subtrees out. */
  readonly skip?: (element: Element) => boolean;
  /** Take these hidden elements in (their own children must be visible apart from that). */
  readonly reveal?: (element: Element) => boolean;
  /** Put the value of inputs, selects and text areas into the text. Default true. */
  readonly controls?: boolean;
  /** Stop after this many UTF-16 units. */
  readonly atMost?: number;
}

const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER ' +
    'HR LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'
  ).split(' '),
);

/**
 * Visible text of `element`, white space folded, one line break between blocks and for `br`; line breaks inside `pre`
 * (and `white-space: pre*`) are kept. Values of form controls stand where the control stands.
 */
export function visibleText(element: Element, options: TextOptions = {}): string {
  return collect(element, options).text;
}

/** What a text was made from that no record of changes tells of. */
interface Witnesses {
  /** What holds text. */
  readonly shown: Set<Element>;
  readonly doubtful: (readonly [element: Element, hidden: boolean])[];
  /** Something inside changes without a record. */
  unheard: boolean;
}
interface KeptText extends Witnesses {
  readonly at: number;
  /** The reading that saw last that all of it still holds. */
  seen: number;
  readonly key: string;
  readonly breaks: boolean;
  readonly text: string;
}

/**
 * As `visibleText`, remembered as long as the element stays what it was.
 * @param key tells apart the options that the element's text is asked for with; controls must be left out
 */
export function keptText(element: Element, options: TextOptions, memory: PageMemory | undefined, key: string): string {
  if (!memory?.root?.contains(element)) return visibleText(element, options);
  const known = memory.texts.get(element) as KeptText | undefined;
  if (known?.key === key && known.seen === memory.generation && !known.unheard) return known.text;
  if (
    known?.key === key &&
    !known.unheard &&
    !memory.touchedSince(element, known.at) &&
    known.breaks === keepsBreaks(element) &&
    known.doubtful.every(([one, hidden]) => isHidden(one) === hidden) &&
    shadowOf(element) === undefined &&
    [...known.shown].every((one) => isDrawn(one) && shadowOf(one) === undefined)
  ) {
    known.seen = memory.generation;
    unitDone();
    return known.text;
  }
  const seen: Witnesses = { shown: new Set(), doubtful: [], unheard: false };
  const { text } = collect(element, options, seen);
  memory.texts.set(element, { ...seen, at: memory.generation, seen: memory.generation, key, breaks: keepsBreaks(element), text } satisfies KeptText);
  if (!seen.unheard) unitDone();
  return text;
}

/** The page range behind `start` to `end` of `visibleText(element, options)`; `undefined` where no text node is behind it. */
export function textRange(element: Element, options: TextOptions, start: number, end: number): Range | undefined {
  const pieces = collect(element, options).pieces;
  const first = pieces.find((p) => p.at + p.length > start);
  const last = pieces.findLast((p) => p.at < end);
  if (!first || !last || first.at > last.at) return undefined;
  const range = element.ownerDocument.createRange();
  range.setStart(first.node, first.from + Math.max(0, start - first.at));
  range.setEnd(last.node, last.from + Math.min(last.length, end - last.at));
  return range;
}

/** Children as drawn: a shadow root's in place of its host's, the assigned nodes in place of a slot, a same-origin frame's body. */
export function drawnChildren(element: Element): readonly Node[] | NodeListOf<ChildNode> {
  const tag = tagOf(element);
  if (tag === 'SLOT') {
    const assigned = (element as HTMLSlotElement).assignedNodes?.() ?? [];
    if (assigned.length > 0) return assigned;
  }
  if (tag === 'IFRAME') {
    const body = frameDocument(element as HTMLIFrameElement)?.body;
    return body ? [body] : [];
  }
  return (shadowOf(element) ?? plain(element)).childNodes;
}

/** Document of a same-origin frame; `undefined` where the browser does not let us in. */
export function frameDocument(frame: HTMLIFrameElement): Document | undefined {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

interface ShadowOpener {
  chrome?: {
    dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null };
  };
}

/** The shadow root of `element`, also a closed one where the browser shows it to extensions. Our own panel stays out. */
export function shadowOf(element: Element): ShadowRoot | undefined {
  const tag = tagOf(element);
  // A form has none.
  if (tag === 'FORM' || tag.startsWith('HANDRAIL-')) return undefined;
  if (element.shadowRoot) return element.shadowRoot;
  if (!tag.includes('-')) return undefined;
  const firefox = (element as Element & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (firefox) return firefox;
  const chromium = (globalThis as ShadowOpener).chrome?.dom?.openOrClosedShadowRoot;
  if (!chromium) return undefined;
  try {
    return chromium(element) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What a form control shows: the chosen option's label, the typed text. `undefined` for buttons, files, boxes, passwords. */
export function controlText(element: Element): string | undefined {
  if (element.tagName === 'SELECT') {
    const select = element as HTMLSelectElement;
    const chosen = [...(select.selectedOptions ?? [])].map((o) => (o.label || o.textContent || '').trim());
    return chosen.filter(Boolean).join(', ');
  }
  if (element.tagName === 'TEXTAREA') return (element as HTMLTextAreaElement).value;
  if (element.tagName === 'INPUT') {
    const type = (element.getAttribute('type') ?? 'text').toLowerCase();
    if (/^(?:text|search|email|tel|url|number|date|datetime-local|time|month)$/.test(type)) return (element as HTMLInputElement).value;
  }
  return undefined;
}

function collect(root: Element, options: TextOptions, seen?: Witnesses): { text: string; pieces: Piece[] } {
  const atMost = options.atMost ?? Number.POSITIVE_INFINITY;
  const pieces: Piece[] = [];
  let text = '';
  let gap: '' | ' ' | '\n' = '';
  const separate = (by: ' ' | '\n') => {
    if (text && gap !== '\n') gap = by;
  };
  const put = (string: string) => {
    text += gap + string;
    gap = '';
  };
  const putNode = (node: Text, keepBreaks: boolean) => {
    const data = node.data;
    for (const match of data.matchAll(keepBreaks ? /[^\S\n]+|\n|\S+/g : /\s+|\S+/g)) {
      const chunk = match[0];
      if (chunk === '\n' && keepBreaks) {
        if (text) gap = '\n';
      } else if (/^\s/.test(chunk)) {
        if (!gap) separate(' ');
      } else {
        put(chunk);
        pieces.push({
          at: text.length - chunk.length,
          length: chunk.length,
          node,
          from: match.index,
        });
      }
      if (text.length >= atMost) return;
    }
  };
  const shown = (element: Element) => {
    const hidden = isHidden(element);
    if (hidden || (seen && plain(element).hasAttribute('aria-hidden'))) seen?.doubtful.push([element, hidden]);
    return !hidden || (options.reveal?.(element) ?? false);
  };
  const visit = (element: Element, keepBreaks: boolean, depth: number) => {
    if (text.length >= atMost || depth > limits.textDepth) return;
    const tag = tagOf(element);
    if (tag === 'BR') {
      if (text) gap = '\n';
      return;
    }
    const value = controlText(element);
    if (value !== undefined || tag === 'SELECT') {
      if (options.controls !== false && value?.trim()) {
        separate(' ');
        put(value.trim().replace(/\s+/g, ' '));
        separate(' ');
      }
      return;
    }
    const own = blocks.has(tag);
    const cell = tag === 'TD' || tag === 'TH';
    const keeps = keepBreaks || tag === 'PRE' || /white-space:\s*(?:pre|break)/.test(plain(element).getAttribute('style') ?? '');
    if (own) separate('\n');
    if (cell) separate(' ');
    // A component may get a shadow root at any time.
    if (seen && (tag === 'SLOT' || tag === 'IFRAME' || tag.includes('-') || shadowOf(element))) seen.unheard = true;
    if (seen && depth > 0) seen.shown.add(element);
    for (const child of drawnChildren(element)) {
      const kind = kindOf(child);
      if (kind === 'text') putNode(child as Text, keeps);
      else if (kind && shown(child as Element) && !options.skip?.(child as Element)) visit(child as Element, keeps, depth + 1);
    }
    if (own) separate('\n');
    if (cell) separate(' ');
  };
  visit(root, keepsBreaks(root), 0);
  return text.length > atMost ? { text: text.slice(0, atMost), pieces } : { text, pieces };
}

function keepsBreaks(root: Element): boolean {
  const own = plain(root);
  if (!own.isConnected) return false;
  return /^(?:pre|break)/.test(own.ownerDocument.defaultView?.getComputedStyle(root).whiteSpace ?? '');
}
