/** One pass over what is visible: the drawn elements as boxes, and every stretch of text in order. All else works on this. */
import { limits } from '../limits.ts';
import { controlText, drawnChildren } from '../page-text.ts';
import { isHidden } from '../visibility.ts';

/** One text node's (or control's) visible text. */
export interface Run {
  readonly text: string;
  /** The element that holds it. */
  readonly box: Box;
  readonly kind: 'text' | 'control';
}

export interface Box {
  readonly element: Element;
  readonly parent: Box | undefined;
  readonly children: Box[];
  readonly depth: number;
  /** First run inside, and the one after the last. */
  readonly start: number;
  end: number;
  /** UTF-16 units of text inside, controls left out. */
  length: number;
  /** Caches of `hookTokens` and `inFurniture`. */
  tokens?: readonly string[];
  furniture?: boolean;
}

export interface Outline {
  readonly root: Box;
  readonly boxes: readonly Box[];
  readonly runs: readonly Run[];
  /** True when the page was longer than `limits.elements`. */
  readonly cut: boolean;
}

const leftOut = new Set([
  'SVG',
  'svg',
  'CANVAS',
  'VIDEO',
  'AUDIO',
  'IMG',
  'OBJECT',
  'MAP',
  'OPTION',
  'OPTGROUP',
  'BR',
  'HR',
  'WBR',
  'HANDRAIL-PANEL',
]);

/**
 * @param root the pane, or the body
 * @param skip parts that somebody else has read already
 */
export function outlineOf(root: Element, skip?: ReadonlySet<Element>): Outline {
  const boxes: Box[] = [];
  const runs: Run[] = [];
  let frames = 0;
  let cut = false;
  const visit = (element: Element, parent: Box | undefined, depth: number): Box | undefined => {
    if (boxes.length >= limits.elements) {
      cut = true;
      return undefined;
    }
    if (element.tagName === 'IFRAME' && ++frames > limits.frames) return undefined;
    const box: Box = {
      element,
      parent,
      children: [],
      depth,
      start: runs.length,
      end: runs.length,
      length: 0,
    };
    boxes.push(box);
    const control = controlText(element);
    if (control !== undefined || element.tagName === 'SELECT') {
      const text = (control ?? '').replace(/\s+/g, ' ').trim();
      runs.push({ text, box, kind: 'control' });
    } else {
      for (const child of drawnChildren(element)) {
        if (child.nodeType === 3) {
          const text = (child as Text).data.replace(/\s+/g, ' ').trim();
          if (!text) continue;
          runs.push({ text, box, kind: 'text' });
          box.length += text.length;
        } else if (child.nodeType === 1) {
          const inner = child as Element;
          if (leftOut.has(inner.tagName) || depth > 200 || isHidden(inner)) continue;
          if (skip?.has(inner)) continue;
          const made = visit(inner, box, depth + 1);
          if (!made) continue;
          box.children.push(made);
          box.length += made.length;
        }
      }
    }
    box.end = runs.length;
    return box;
  };
  const top = visit(root, undefined, 0) as Box;
  return { root: top, boxes, runs, cut };
}

/** Text of all runs inside, joined by spaces. */
export function boxText(outline: Outline, box: Box, atMost = 2_000): string {
  let text = '';
  for (let i = box.start; i < box.end && text.length < atMost; i++) {
    const next = outline.runs[i]?.text;
    if (next) text += text ? ` ${next}` : next;
  }
  return text;
}

/** Whether `outer` contains `inner` or is it. */
export function holds(outer: Box, inner: Box): boolean {
  for (let at: Box | undefined = inner; at && at.depth >= outer.depth; at = at.parent) if (at === outer) return true;
  return false;
}

/** The nearest box, from `box` itself upwards, that fits. */
export function closest(box: Box, fits: (box: Box) => boolean): Box | undefined {
  for (let at: Box | undefined = box; at; at = at.parent) if (fits(at)) return at;
  return undefined;
}

/** Class, id and test-id tokens of an element, lower case, split at dashes, underscores and capitals. */
export function hookTokens(box: Box): readonly string[] {
  box.tokens ??= tokensOf(box.element);
  return box.tokens;
}

/** Whether the box belongs to menus, lists to choose from, column heads or the page's foot. */
export function inFurniture(box: Box): boolean {
  box.furniture ??= isFurniture(box) || (box.parent !== undefined && inFurniture(box.parent));
  return box.furniture;
}

function isFurniture({ element, parent }: Box): boolean {
  if (element.tagName === 'NAV' || element.tagName === 'THEAD') return true;
  if (element.tagName === 'FOOTER' && parent?.element.tagName === 'BODY') return true;
  const role = element.getAttribute('role');
  return role !== null && /^(?:navigation|menu|menubar|listbox|grid|tooltip)$/.test(role);
}

const none: readonly string[] = [];

function tokensOf(element: Element): readonly string[] {
  // A component's name is its strongest hook.
  let raw = element.tagName.includes('-') ? element.tagName.toLowerCase() : '';
  for (const name of ['class', 'id', 'data-testid', 'data-test-id', 'data-type', 'itemprop']) {
    const value = element.getAttribute(name);
    if (value) raw += ` ${value}`;
  }
  if (!raw) return none;
  return raw
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
