import { loadAllParts } from '../lib/every-part.ts';

/** Unit tests never touch the network: a test that tries fails with a sentence that says so. */
globalThis.fetch = () => Promise.reject(new Error('Unit tests must not use the network.'));

/** Nothing waits for a product's reader or a language's words in a unit test. */
await loadAllParts();
