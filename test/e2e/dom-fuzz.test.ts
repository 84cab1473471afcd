/** Pages that change in small ways are read right, or less surely, or not at all: never wrong in silence. More cases: `npm run test:long`. */
import { expect, test } from 'vitest';
import { fuzzDom, fuzzLive, fuzzPages, fuzzSeed, ownPages } from '../fuzz/dom-fuzz.ts';

const each = 6;

test(`${each} changed pages of each saved page and way of reading (seed ${fuzzSeed})`, async () => {
  const { pages, cases, findings } = await fuzzDom(fuzzPages([ownPages]), each);
  process.stdout.write(`DOM fuzz: ${cases} changed pages of ${pages} readings, seed ${fuzzSeed}\n`);
  expect(pages).toBeGreaterThan(40);
  expect(findings).toEqual([]);
});

test(`pages that change while they are open read as if they had never been read before: ${each} stories of each`, async () => {
  const { pages, cases, findings } = await fuzzLive(fuzzPages([ownPages]), each);
  process.stdout.write(`Live fuzz: ${cases} stories of ${pages} readings, seed ${fuzzSeed}\n`);
  expect(pages).toBeGreaterThan(40);
  expect(findings).toEqual([]);
});
