/** What is needed to read pages in other languages than English, and lines about changes in any: one file, since whoever needs one needs all. */
import { mentionsChange, readChangeLine, tellsOfChange } from './change-grammar.ts';
import { otherLabels } from './labels-other-languages.ts';

export const everyLanguage = { mentionsChange, readChangeLine, tellsOfChange, otherLabels };
