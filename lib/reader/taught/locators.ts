/** The independent marks by which an element is known again. */
import { foldLabel, labelMeaning } from '../labels.ts';
import { limits } from '../limits.ts';
import { controlText, frameDocument, shadowOf, visibleText } from '../page-text.ts';
import { isHidden, parentThroughShadow } from '../visibility.ts';
import type { ValueShape } from './taught-field.ts';

const hookAttributes = [
  'data-testid',
  'data-test-id',
  'data-test',
  'data-cy',
  'data-qa',
  'data-field',
  'data-field-name',
  'data-name',
  'data-attribute',
  'itemprop',
  'name',
  'id',
];

/** `css-1x2y3z`, `ember482`, `:r3:`, `mui-91`, `a8f3e1c9`: made by a machine at build or run time. */
export function looksGenerated(value: string): boolean {
  if (/^:|:$|^\d|\d{3,}/.test(value)) return true;
  if (/^(?:css|sc|jss|mui|emotion|ember|react|radix|headlessui|svelte|_)[-_]?[a-z]*\d/i.test(value) || /^(?:css|sc|jss|svelte)-/i.test(value))
    return true;
  const parts = value.split(/[-_.]+|(?<=[a-z])(?=[A-Z])/);
  return (
    parts.some((p) => p.length >= 5 && /\d/.test(p) && /[a-z]/i.test(p) && !/^[a-z]+\d$/i.test(p)) ||
    parts.some((p) => /^[bcdfghjklmnpqrstvwxz]{5,}$/i.test(p))
  );
}

/** Attribute and value of every hook that a person seems to have written. */
export function hooksOf(element: Element): (readonly [string, string])[] {
  return hookAttributes.flatMap((name) => {
    const value = element.getAttribute(name);
    return value && value.length <= 80 && !looksGenerated(value) ? [[name, value] as const] : [];
  });
}

/** The label of a value: ARIA, `label for`, its row's first cell, its term, or the text just before it. Folded. */
export function labelOf(element: Element, root: Element): string | undefined {
  const named = ariaLabel(element);
  if (named) return named;
  let at: Element | null = element;
  for (let climbed = 0; at && at !== root && climbed < 5; climbed++) {
    const before = previousText(at);
    if (before !== undefined) return isLabel(before, at) ? foldLabel(before.text) : undefined;
    at = parentThroughShadow(at);
  }
  return undefined;
}

function ariaLabel(element: Element): string | undefined {
  const own = element.getAttribute('aria-label');
  if (own && own.length <= limits.label) return foldLabel(own);
  const scope = element.getRootNode() as Document | ShadowRoot;
  const by = element
    .getAttribute('aria-labelledby')
    ?.split(/\s+/)
    .map((id) => scope.getElementById?.(id))
    .find(Boolean);
  if (by && by !== element) return foldLabel(by.textContent ?? '');
  const labels = (element as HTMLInputElement).labels;
  const label = labels?.[0];
  if (label) return foldLabel(visibleText(label, { controls: false }));
  return undefined;
}

interface TextBefore {
  readonly text: string;
  readonly node: Node;
}

/**
 * Whether a text in front of a value names it. In a row of values the neighbour is a value too, and another ticket has another one there:
 * so it must look like a label, or the row must go label, value, label, value.
 */
function isLabel({ text, node }: TextBefore, element: Element): boolean {
  if (text.length > limits.label || /\d{2}/.test(text)) return false;
  if (/[:：]$/.test(text) || (node.nodeType === 1 && /^(?:LABEL|DT|TH)$/.test((node as Element).tagName))) return true;
  if (labelMeaning(text)) return true;
  const all = element.parentNode?.childNodes;
  if (!all || all.length > limits.siblings) return false;
  const row = [...all].filter((one) => one === element || textOf(one) !== '');
  return row.length % 2 === 0 && row.indexOf(element) % 2 === 1;
}

/** Text of the nearest earlier sibling that shows any. */
function previousText(element: Element): TextBefore | undefined {
  let looked = 0;
  for (let at = element.previousSibling; at && looked < limits.siblings; at = at.previousSibling, looked++) {
    const text = textOf(at);
    if (text) return { text, node: at };
  }
  return undefined;
}

function textOf(node: Node): string {
  if (node.nodeType === 3) return (node as Text).data.trim();
  return node.nodeType === 1 && !isHidden(node as Element) ? visibleText(node as Element, { controls: false, atMost: 200 }) : '';
}

/** Tags of the parents up to the pane, at most six. */
export function pathOf(element: Element, root: Element): string[] {
  const path: string[] = [];
  for (let at = parentThroughShadow(element); at && at !== root && path.length < 6; at = parentThroughShadow(at)) path.push(at.tagName);
  return path;
}

/** Class words of the element and two parents that a person seems to have written. */
export function wordsOf(element: Element, root: Element): string[] {
  const words = new Set<string>();
  let at: Element | null = element;
  for (let climbed = 0; at && at !== root && climbed < 3; climbed++, at = parentThroughShadow(at)) {
    for (const name of at.classList) if (!looksGenerated(name) && name.length > 2) words.add(name.toLowerCase());
  }
  return [...words].slice(0, 12);
}

/** Place among the siblings of the same tag. */
export function indexOf(element: Element): number {
  let index = 0;
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling) if (at.tagName === element.tagName) index++;
  return index;
}

/** What kind of value the element shows; says nothing of the value itself. */
export function shapeOf(element: Element): ValueShape {
  const text = (controlText(element) ?? visibleText(element, { atMost: 200 })).trim();
  if (/[^\s@]+@[^\s@]+\.[a-z]/i.test(text)) return 'mail';
  if (
    element.tagName === 'TIME' ||
    element.hasAttribute('datetime') ||
    /\d[:/.-]\d{2}|\b\d{4}\b.*\d{1,2}|\d+\s?\p{L}+\s(?:ago|temu|geleden|fa)\b|^vor |^il y a|^hace |trước$/iu.test(text)
  )
    return 'date';
  if (/^[#$€£¥]?\s?[\d.,\s-]+\s?[%€₫$]?$/.test(text)) return 'number';
  return text.split(/\s+/).length <= 4 && text.length <= 40 ? 'word' : 'text';
}

/** Every visible element below `root`, into open shadow roots and same-origin frames. */
export function* visibleElements(root: Element): Generator<Element> {
  let count = 0;
  const stack: Element[] = [root];
  while (stack.length > 0) {
    const element = stack.pop() as Element;
    if (++count > limits.elements) return;
    if (element !== root) yield element;
    const frame = element.tagName === 'IFRAME' ? frameDocument(element as HTMLIFrameElement)?.body : undefined;
    const children = frame ? [frame] : [...(shadowOf(element)?.children ?? []), ...element.children];
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child && !isHidden(child)) stack.push(child);
    }
  }
}
