/** What a person can see. Pure looks at the DOM; layout-free so that it works on detached and test documents too. */
import { plain, tagOf } from './dom-access.ts';

const neverShown = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'META', 'LINK', 'TITLE', 'DATALIST']);

/**
 * Whether the element itself is hidden (says nothing about its ancestors unless the browser's own check does).
 * `aria-hidden` counts, except where an open modal dialog only covers the page.
 */
export function isHidden(element: Element): boolean {
  const tag = tagOf(element);
  if (neverShown.has(tag)) return true;
  const own = plain(element);
  if (own.hasAttribute('hidden')) return true;
  if (tag === 'INPUT' && own.getAttribute('type') === 'hidden') return true;
  if (own.getAttribute('aria-hidden') === 'true' && (own.childElementCount === 0 || !coveredByModal(element))) return true;
  const parent = own.parentElement;
  if (parent?.tagName === 'DETAILS' && !parent.hasAttribute('open') && tag !== 'SUMMARY') return true;
  if (tag === 'DIALOG' && !own.hasAttribute('open')) return true;
  return notDisplayed(element);
}

/** Whether a person can see the element: neither it nor any ancestor (through shadow roots) is hidden. */
export function isVisible(element: Element): boolean {
  const passed: Element[] = [];
  let answer = true;
  for (let at: Element | null = element; at; at = parentThroughShadow(at)) {
    const known = seen?.visible.get(at);
    if (known === undefined) passed.push(at);
    if (known ?? !isHidden(at)) {
      if (known) break;
      continue;
    }
    answer = false;
    break;
  }
  // All that was passed stands below the one that settled it, or is it.
  if (seen) for (const at of passed) seen.visible.set(at, answer);
  return answer;
}

/** What was seen of a page in one look; nothing may change in between. */
let seen: { readonly visible: Map<Element, boolean>; readonly modals: Map<Document, readonly Element[]> } | undefined;

/** Does `look`, which only looks at pages, and asks the same question of an element once. */
export function oneLook<T>(look: () => T): T {
  const outer = seen;
  seen ??= { visible: new Map(), modals: new Map() };
  try {
    return look();
  } finally {
    seen = outer;
  }
}

/** The parent element; of a shadow root's child, the host. */
export function parentThroughShadow(element: Element): Element | null {
  const own = plain(element);
  if (own.assignedSlot) return own.assignedSlot;
  if (own.parentElement) return own.parentElement;
  const parent = own.parentNode;
  return parent && 'host' in parent ? (parent as ShadowRoot).host : null;
}

function notDisplayed(element: Element): boolean {
  const style = plain(element).getAttribute('style');
  if (style && /(?:^|;)\s*(?:display:\s*none|visibility:\s*hidden)/.test(style)) return true;
  return !isDrawn(element);
}

/** Asks `checkVisibility` for `visibility: hidden` too. */
export const alsoByProperty = { visibilityProperty: true };

/** What style sheets say of the element: whether it is drawn. Where nothing is drawn at all they say nothing. */
export function isDrawn(element: Element): boolean {
  const own = plain(element);
  if (typeof own.checkVisibility !== 'function' || own.checkVisibility(alsoByProperty) || !own.isConnected) return true;
  const view = own.ownerDocument.defaultView;
  // `display: contents` has no box of its own but shows its children.
  return !view || view.getComputedStyle(element).display === 'contents';
}

function coveredByModal(element: Element): boolean {
  const own = plain(element);
  const doc = own.ownerDocument;
  const modals = seen?.modals.get(doc) ?? [...doc.querySelectorAll('dialog[open],[aria-modal="true"]')];
  seen?.modals.set(doc, modals);
  for (const dialog of modals) {
    if (!own.contains(dialog) && !dialog.contains(element) && !dialog.hasAttribute('hidden')) return true;
  }
  return false;
}
