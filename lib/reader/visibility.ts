/** What a person can see. Pure looks at the DOM; layout-free so that it works on detached and test documents too. */

const neverShown = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'META', 'LINK', 'TITLE', 'DATALIST']);

/**
 * Whether the element itself is hidden (says nothing about its ancestors unless the browser's own check does).
 * `aria-hidden` counts, except where an open modal dialog only covers the page.
 */
export function isHidden(element: Element): boolean {
  if (neverShown.has(element.tagName)) return true;
  if (element.hasAttribute('hidden')) return true;
  if (element.tagName === 'INPUT' && element.getAttribute('type') === 'hidden') return true;
  if (element.getAttribute('aria-hidden') === 'true' && (element.childElementCount === 0 || !coveredByModal(element))) return true;
  const parent = element.parentElement;
  if (parent?.tagName === 'DETAILS' && !parent.hasAttribute('open') && element.tagName !== 'SUMMARY') return true;
  if (element.tagName === 'DIALOG' && !element.hasAttribute('open')) return true;
  return notDisplayed(element);
}

/** Whether a person can see the element: neither it nor any ancestor (through shadow roots) is hidden. */
export function isVisible(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentThroughShadow(at)) if (isHidden(at)) return false;
  return true;
}

/** The parent element; of a shadow root's child, the host. */
export function parentThroughShadow(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const parent = element.parentNode;
  return parent && 'host' in parent ? (parent as ShadowRoot).host : null;
}

function notDisplayed(element: Element): boolean {
  const style = element.getAttribute('style');
  if (style && /(?:^|;)\s*(?:display:\s*none|visibility:\s*hidden)/.test(style)) return true;
  const view = element.ownerDocument.defaultView;
  if (!view || !element.isConnected || typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true }))
    return false;
  // `display: contents` has no box of its own but shows its children.
  return view.getComputedStyle(element).display !== 'contents';
}

function coveredByModal(element: Element): boolean {
  for (const dialog of element.ownerDocument.querySelectorAll('dialog[open],[aria-modal="true"]')) {
    if (!element.contains(dialog) && !dialog.contains(element) && !dialog.hasAttribute('hidden')) return true;
  }
  return false;
}
