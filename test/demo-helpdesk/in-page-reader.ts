/** What `read-check.ts` runs in its pages. */
export { loadAllParts } from '../../lib/parts.ts';
export { readPage } from '../../lib/reader/read-page.ts';
