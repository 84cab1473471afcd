/**
 * `npm run test:long [-- --each N --seed N --elements N]`: what is too slow for every change: a page of a million elements in a real browser, and the
 * DOM fuzz with many more cases. Prints what it did and found.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { foreignPages, fuzzDom, fuzzPages, fuzzSeed, ownPages } from '../test/fuzz/dom-fuzz.ts';
import { root } from './build.ts';

const { values } = parseArgs({
  options: {
    each: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(fuzzSeed) },
    elements: { type: 'string', default: '1000000' },
  },
});
const large = spawnSync('vitest', ['run', '--config', 'test/e2e/vitest.config.ts', 'test/e2e/exhaustion.test.ts', '-t', 'elements'], {
  stdio: 'inherit',
  cwd: root,
  env: { ...process.env, HANDRAIL_ELEMENTS: values.elements },
});
if (large.status !== 0) process.exitCode = 1;
const { pages, cases, findings } = await fuzzDom(fuzzPages([ownPages, foreignPages]), Number(values.each), Number(values.seed), (page) =>
  process.stderr.write(`${page}\n`),
);
process.stdout.write(`DOM fuzz: ${cases} changed pages of ${pages} readings, seed ${values.seed}: ${findings.length} wrong\n`);
for (const { page, adapter, what, changes } of findings) process.stdout.write(`- ${page} (${adapter}): ${what}\n  ${JSON.stringify(changes)}\n`);
if (findings.length) process.exitCode = 1;
