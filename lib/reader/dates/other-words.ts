/** Words for dates in languages other than English, one part. */
export { extraWords } from './extra-words.ts';
export { addDateWords, addSpanForms, addUnitNames } from './words-from-intl.ts';
