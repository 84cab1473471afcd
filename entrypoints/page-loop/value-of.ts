/** What would be read from an element that a person points at. */
import { controlText, visibleText } from '../../lib/reader/page-text.ts';

/** The value of a control, else its visible text, on one line. */
export const valueOf = (element: Element): string => (controlText(element) ?? visibleText(element)).replace(/\s+/g, ' ').trim();
