/** Small changes to saved pages, made and read in real Chromium by the reader that ships. See in-page.ts for what counts as wrong. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { chromium, type Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { findChromium } from '../../scripts/find-browser.ts';
import { root } from '../../scripts/build.ts';
import { type PageCase, pageCases } from '../../scripts/read.ts';
import type { Change, ChangeKind, Finding, LiveChange, LiveKind } from './in-page.ts';

export const fuzzSeed = 20261125;

declare const fuzz: {
  open(html: string, options: object): Promise<{ readonly elements: number; readonly fields: number; readonly messages: number }>;
  run(cases: readonly (readonly Change[])[]): Finding[];
  runLive(cases: readonly (readonly LiveChange[])[]): Promise<Finding[]>;
};

export interface FuzzResult {
  readonly pages: number;
  readonly cases: number;
  readonly findings: readonly (Finding & { readonly page: string; readonly adapter: string })[];
}

/** The saved pages below each folder. */
export function fuzzPages(folders: readonly string[]): PageCase[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap(({ name }) => pageCases(join(folder, name)).map((page) => ({ ...page, name: `${name}/${page.name}` }))),
    );
}

/** Our own pages. */
export const ownPages = join(root, 'test/corpus');
/** Other people's, which HANDRAIL_CORPUS names; they are large, and a change of one takes a second to judge. */
export const foreignPages = process.env.HANDRAIL_CORPUS ?? join(root, '../shared/corpus');

const kinds: readonly ChangeKind[] = ['delete', 'delete', 'hide', 'duplicate', 'move', 'wrap', 'translate', 'comment'];
// `fc.double` draws among all floating-point numbers, of which nearly all below 1 are next to 0
const place = fc.integer({ min: 0, max: 2 ** 30 - 1 }).map((number) => number / 2 ** 30);
const changes = fc.array(fc.record({ kind: fc.constantFrom(...kinds), at: place, to: place }), { minLength: 1, maxLength: 4 });

const liveKinds: readonly LiveKind[] = [
  ...kinds,
  'late',
  'late',
  'late',
  'text',
  'text',
  'name',
  'name',
  'name',
  'styled',
  'type',
  'shadow',
  'open',
  'many',
  'duplicate',
];
const liveChanges = fc.array(fc.record({ kind: fc.constantFrom(...liveKinds), at: place, to: place }), { minLength: 3, maxLength: 8 });

/** As `fuzzDom`, of pages that change while they are open: read with a memory, they must read as if they had never been read before. */
export function fuzzLive(
  pages: readonly PageCase[],
  each: number,
  seed = fuzzSeed,
  say: (line: string) => void = () => undefined,
): Promise<FuzzResult> {
  return fuzzPagesWith(pages, each, seed, say, liveChanges, (tab, all) => tab.evaluate((cases) => fuzz.runLive(cases), all));
}

/** @param each cases per page and way of reading (with adapters, and by the general reader alone) */
export function fuzzDom(
  pages: readonly PageCase[],
  each: number,
  seed = fuzzSeed,
  say: (line: string) => void = () => undefined,
): Promise<FuzzResult> {
  return fuzzPagesWith(pages, each, seed, say, changes, (tab, all) => tab.evaluate((cases) => fuzz.run(cases), all));
}

async function fuzzPagesWith<T>(
  pages: readonly PageCase[],
  each: number,
  seed: number,
  say: (line: string) => void,
  draw: fc.Arbitrary<T[]>,
  run: (tab: Page, all: T[][]) => Promise<Finding[]>,
): Promise<FuzzResult> {
  const found = findChromium();
  if ('problem' in found) throw new Error(found.problem);
  const made = (await build({
    configFile: false,
    logLevel: 'silent',
    root,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry: join(root, 'test/fuzz/in-page.ts'), formats: ['iife'], name: 'fuzz' } },
  })) as Rolldown.RolldownOutput[];
  const code = made[0]?.output[0].code ?? '';
  const browser = await chromium.launch({ executablePath: found.path, headless: true, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    const tab = await browser.newPage();
    await tab.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>fuzz</title><body></body>' }));
    await tab.goto('https://fuzz.example/');
    await tab.addScriptTag({ content: code });
    const findings: FuzzResult['findings'][number][] = [];
    let cases = 0;
    let read = 0;
    for (const page of pages)
      for (const adapter of ['as chosen', 'generic']) {
        const options = { url: page.url, now: page.now, zone: page.zone ?? 'UTC', ...(adapter === 'generic' && { adapter }) };
        const { fields } = await tab.evaluate(([html, given]) => fuzz.open(html, given), [page.html, options] as const);
        if (!fields) continue;
        read++;
        say(`${page.name} (${adapter})`);
        const drawn = fc.sample(draw, { numRuns: each, seed: seed + read });
        cases += drawn.length;
        for (const finding of await run(tab, drawn)) findings.push({ ...finding, page: page.name, adapter });
      }
    return { pages: read, cases, findings };
  } finally {
    await browser.close();
  }
}
