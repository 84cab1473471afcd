/** Everything that a page loads only when it needs it, for the command line and tests, where size does not matter. */
import './helpdesks/registry.ts';
import './reader/dates/words.ts';
import './reader/generic/read-generic.ts';
import './reader/labels.ts';
import './reader/read-page.ts';
import './text.ts';

export { loadAllParts } from './parts.ts';
