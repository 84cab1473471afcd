/** What is needed to read pages in other languages than English, and lines about changes in any: one file, since whoever needs one needs all. */
export { mentionsChange, readChangeLine, tellsOfChange } from './change-grammar.ts';
export { otherLabels } from './labels-other-languages.ts';
