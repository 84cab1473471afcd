/** Keeps the marks of a value that a person pointed at. */
import { controlText, visibleText } from '../page-text.ts';
import { parentThroughShadow } from '../visibility.ts';
import { hooksOf, indexOf, labelOf, pathOf, shapeOf, visibleElements, wordsOf } from './locators.ts';
import type { TaughtField } from './taught-field.ts';

/**
 * @param element what the person pointed at
 * @param root the pane that shows the ticket
 * @param name a field name of the snapshot, or `custom:<label>`
 * @returns the marks; never the value
 */
export function teach(element: Element, root: Element, name: string): TaughtField {
  const value = (controlText(element) ?? visibleText(element)).trim().toLowerCase();
  // A mark that repeats the value ("data-name = the customer's name") would give it away and find nobody else.
  const isValue = (text: string) => value !== '' && text.toLowerCase().includes(value);
  const label = labelOf(element, root);
  const before = labelBefore(element, root, label);
  const role = element.getAttribute('role') ?? element.getAttribute('type') ?? undefined;
  return {
    name,
    tag: element.tagName,
    hooks: hooksOf(element).filter(([, hook]) => !isValue(hook)),
    ...(label && !isValue(label) && { label }),
    ...(role && { role }),
    path: pathOf(element, root),
    words: wordsOf(element, root).filter((word) => !isValue(word)),
    index: indexOf(element),
    ...(before && before !== label && { before }),
    shape: shapeOf(element),
  };
}

/** The label of the pair in front of this one. */
export function labelBefore(element: Element, root: Element, label: string | undefined): string | undefined {
  // The row is the outermost parent that still holds only this pair; its neighbour is the pair before.
  let row: Element | null = element;
  for (let climbed = 0; row && row !== root && climbed < 4; climbed++) {
    const previous: Element | null = row.previousElementSibling;
    if (previous && previous.tagName === row.tagName && previous.childElementCount > 0) {
      for (const child of visibleElements(previous)) {
        const found = labelOf(child, previous);
        if (found && found !== label) return found;
      }
      return undefined;
    }
    row = parentThroughShadow(row);
  }
  return undefined;
}
