/**
 * `npm run gallery`: every named state of every component on a loopback address. `--shots DIR` takes a picture of each in light and
 * dark, English and Vietnamese, wide and narrow, and checks all of them with axe-core; exit code 1 when axe finds anything.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { type Page, chromium } from 'playwright-core';
import { type InlineConfig, build, createServer, preview } from 'vite';
import { root } from './build.ts';
import { findChromium } from './find-browser.ts';

interface Listed {
  readonly name: string;
  readonly widths: readonly number[];
  readonly press: readonly string[];
}
interface Found {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

export interface Picture {
  readonly example: string;
  readonly language: string;
  readonly scheme: 'light' | 'dark';
  readonly width: number;
}

export interface GalleryRun {
  readonly pictures: number;
  /** One sentence per axe-core violation and per script error. */
  readonly problems: readonly string[];
}

const languages = ['en', 'vi'];
const schemes = ['light', 'dark'] as const;
const height = 980;

const shared: InlineConfig = { configFile: false, root, logLevel: 'error', plugins: [preact()] };
const pageFile = 'scripts/gallery-page/index.html';

interface Served {
  /** On loopback. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the gallery from its sources, and again after each change of one. */
async function serveLive(): Promise<Served> {
  const server = await createServer({
    ...shared,
    cacheDir: join(root, '.cache', 'gallery'),
    server: { host: '127.0.0.1', watch: { ignored: ['**/.output/**', '**/.wxt/**', '**/.cache/**', '**/test/**'] } },
    optimizeDeps: { entries: ['scripts/gallery-page/page.tsx'] },
  });
  await server.listen();
  return { url: addressOf(server.resolvedUrls), close: () => server.close() };
}

/** Builds the gallery once and serves that: a page that a server from sources loads anew half-way is no picture of anything. */
async function serveBuilt(): Promise<Served> {
  // a folder of its own, since two runs may meet
  const folder = mkdtempSync(join(tmpdir(), 'handrail-gallery-'));
  await build({
    ...shared,
    build: { outDir: folder, emptyOutDir: true, minify: false, target: 'esnext', rolldownOptions: { input: join(root, pageFile) } },
  });
  const server = await preview({ ...shared, build: { outDir: folder }, preview: { host: '127.0.0.1' } });
  return {
    url: addressOf(server.resolvedUrls),
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(urls: { readonly local: readonly string[] } | null): string {
  const origin = urls?.local[0];
  if (!origin) throw new Error('The gallery server has no address.');
  return new URL(pageFile, origin).href;
}

/**
 * Opens every example in every combination, checks it with axe-core and, given a folder, takes its picture.
 * @param options.only part of an example's name.
 */
export async function checkGallery(options: { readonly shots?: string; readonly only?: string } = {}): Promise<GalleryRun> {
  const problems: string[] = [];
  let pictures = 0;
  await withGallery(async (page, url) => {
    // without the list, whose frames would show every example at once
    const bare = `${url}?bare`;
    await page.goto(bare);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    const listed: Listed[] = await page.evaluate(() => [...globalThis.galleryList]);
    if (options.shots) mkdirSync(options.shots, { recursive: true });
    const waiting = listed
      .filter((known) => known.name.includes(options.only ?? ''))
      .flatMap((known) => languages.map((language) => ({ ...known, language })));
    const context = page.context();
    const check = async (): Promise<void> => {
      const own = await context.newPage();
      own.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
      await own.addInitScript(axeSource);
      await own.goto(bare);
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const made = await checkExample(own, next, options.shots, problems);
        pictures += made;
      }
      await own.close();
    };
    await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, check));
  });
  return { pictures, problems: problems.sort() };
}

/** @returns how many pictures one example in one language has. */
async function checkExample(
  page: Page,
  { name, widths, press, language }: Listed & { readonly language: string },
  shots: string | undefined,
  problems: string[],
): Promise<number> {
  // in the same page: loading it anew takes longer than all the checks
  await page.evaluate(([wanted, spoken]) => globalThis.showExample(wanted, spoken), [name, language] as const);
  for (const selector of press) await page.locator(selector).first().click();
  let pictures = 0;
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height });
      const picture = { example: name, language, scheme, width };
      problems.push(...(await violations(page, picture)));
      if (shots) await page.screenshot({ path: join(shots, fileName(picture)), fullPage: true });
      pictures++;
    }
  }
  return pictures;
}

async function withGallery<T>(act: (page: Page, url: string) => Promise<T>): Promise<T> {
  const found = findChromium();
  if ('problem' in found) throw new Error(found.problem);
  const served = await serveBuilt();
  const browser = await chromium.launch({
    executablePath: found.path,
    headless: true,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-first-run'],
  });
  try {
    return await act(await (await browser.newContext({ viewport: { width: 1100, height } })).newPage(), served.url);
  } finally {
    await browser.close();
    await served.close();
  }
}

/**
 * Pictures of the panel on a calm page and on one whose styles fight it (`* { all: unset !important; font-size: 40px }`, right to left),
 * taken in pairs. They must be equal to the pixel.
 * @returns names of the examples that differ.
 */
export async function hostilePageDifferences(examples: readonly string[]): Promise<string[]> {
  return withGallery(async (page, url) => {
    const differing: string[] = [];
    for (const example of examples) {
      const pictures: string[] = [];
      for (const hostile of [false, true]) {
        await page.goto(`${url}?${new URLSearchParams({ example, language: 'en', ...(hostile && { hostile: '' }) }).toString()}`);
        await page.waitForSelector('html[data-ready]', { state: 'attached' });
        pictures.push((await page.screenshot()).toString('base64'));
      }
      if (pictures[0] !== pictures[1]) differing.push(example);
    }
    return differing;
  });
}

const fileName = ({ example, language, scheme, width }: Picture): string => `${example.replaceAll('/', '-')}.${language}.${scheme}.${width}.png`;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page, picture: Picture): Promise<string[]> {
  // the scheme changes colours and nothing else
  const rules = picture.scheme === 'light' ? undefined : ['color-contrast'];
  const found: Found[] = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: { run(context: object, options: object): Promise<{ violations: Found[] }> } };
    const asked = { resultTypes: ['violations'], preload: false, ...(only && { runOnly: only }) };
    return (await axe.run({ include: [['#example']] }, asked)).violations;
  }, rules);
  return found.map(
    ({ id, help, nodes }) =>
      `${fileName(picture)}: ${id}: ${help}: ${nodes.map((node) => `${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`).join('; ')}`,
  );
}

/** @param args `[--shots DIR] [--only NAME]`; without `--shots` it serves until it is stopped. */
export async function gallery(args: readonly string[]): Promise<number> {
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const shots = option('--shots');
  const only = option('--only');
  if (!shots) {
    const served = await serveLive();
    process.stdout.write(`${served.url}\n`);
    return new Promise(() => undefined);
  }
  const run = await checkGallery({ shots, ...(only !== undefined && { only }) });
  for (const problem of run.problems) process.stdout.write(`${problem}\n`);
  process.stdout.write(`${run.pictures} pictures in ${shots}, ${run.problems.length} problems\n`);
  return run.problems.length > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await gallery(process.argv.slice(2));
