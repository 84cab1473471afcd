/** `npm run test:long [-- --each N --seed N]`: what is too slow for every change: the DOM fuzz with many more cases. Prints what it did and found. */
import { parseArgs } from 'node:util';
import { foreignPages, fuzzDom, fuzzPages, fuzzSeed, ownPages } from '../test/fuzz/dom-fuzz.ts';

const { values } = parseArgs({ options: { each: { type: 'string', default: '500' }, seed: { type: 'string', default: String(fuzzSeed) } } });
const { pages, cases, findings } = await fuzzDom(fuzzPages([ownPages, foreignPages]), Number(values.each), Number(values.seed), (page) =>
  process.stderr.write(`${page}\n`),
);
process.stdout.write(`DOM fuzz: ${cases} changed pages of ${pages} readings, seed ${values.seed}: ${findings.length} wrong\n`);
for (const { page, adapter, what, changes } of findings) process.stdout.write(`- ${page} (${adapter}): ${what}\n  ${JSON.stringify(changes)}\n`);
if (findings.length) process.exitCode = 1;
