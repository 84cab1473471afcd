/** Looking things up in the pane of a ticket: what a person can see, in the order in which the hooks are trusted. */
import { shadowOf, visibleText } from './page-text.ts';
import { isVisible } from './visibility.ts';

/** How many elements a walk through shadow roots looks at; pages of helpdesks have some thousands. */
const deepLimit = 30_000;

/** The first visible match of the first selector that has one. */
export function shown(root: ParentNode, ...selectors: readonly string[]): Element | undefined {
  for (const selector of selectors) for (const found of root.querySelectorAll(selector)) if (isVisible(found)) return found;
  return undefined;
}

/** All visible matches, in document order. */
export function allShown(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].filter((e) => isVisible(e));
}

/** Matches in the tree and in every open shadow root below it, in document order; hidden ones too. */
export function deepAll(root: ParentNode, selector: string): Element[] {
  const found: Element[] = [];
  let looked = 0;
  const visit = (within: ParentNode): void => {
    for (const element of within.querySelectorAll('*')) {
      if (++looked > deepLimit) return;
      if (element.matches(selector)) found.push(element);
      const shadow = shadowOf(element);
      if (shadow) visit(shadow);
    }
  };
  visit(root);
  return found;
}

/** An attribute-value selector with the value made safe. */
export function attribute(name: string, value: string, operator: '=' | '^=' | '$=' | '*=' = '='): string {
  return `[${name}${operator}"${value.replace(/["\\]/g, '\\$&')}"]`;
}

/** The pane of a product that shows one ticket at a time and gives no hook: the page's main part once something is in it. */
export function onlyPane(doc: Document): Element | undefined {
  const pane = shown(doc, 'main', '[role="main"]') ?? doc.body;
  return pane && visibleText(pane, { atMost: 80 }).length >= 40 ? pane : undefined;
}
