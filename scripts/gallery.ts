/**
 * `npm run gallery`: every named state of every component on a loopback address. `--shots DIR` takes a picture of each in light and
 * dark, English and Vietnamese, wide and narrow, and checks all of them with axe-core; exit code 1 when axe finds anything.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { type Page, chromium } from 'playwright-core';
import { createServer } from 'vite';
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

/** Serves the gallery until `close`. @param live reloads when a file changes. @returns its address, on loopback. */
export async function serveGallery(live: boolean): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root,
    cacheDir: join(root, '.cache', 'gallery'),
    logLevel: 'error',
    plugins: [preact()],
    server: {
      host: '127.0.0.1',
      // A page that reloads itself half-way is no picture of anything.
      ...(live ? { watch: { ignored: ['**/.output/**', '**/.wxt/**', '**/.cache/**', '**/test/**'] } } : { hmr: false, watch: null }),
    },
    optimizeDeps: {
      entries: ['scripts/gallery-page/page.tsx'],
      include: ['preact', 'preact/hooks', 'preact/jsx-runtime', 'preact/jsx-dev-runtime', 'zod'],
    },
  });
  await server.listen();
  const origin = server.resolvedUrls?.local[0];
  if (!origin) throw new Error('The gallery server has no address.');
  return { url: new URL('scripts/gallery-page/index.html', origin).href, close: () => server.close() };
}

/**
 * Opens every example in every combination, checks it with axe-core and, given a folder, takes its picture.
 * @param options.only part of an example's name.
 */
export async function checkGallery(options: { readonly shots?: string; readonly only?: string } = {}): Promise<GalleryRun> {
  const problems: string[] = [];
  let pictures = 0;
  await withGallery(async (page, url) => {
    page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
    await page.goto(url);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    const listed: Listed[] = await page.evaluate(() => [...globalThis.galleryList]);
    if (options.shots) mkdirSync(options.shots, { recursive: true });
    for (const { name, widths, press } of listed.filter((known) => known.name.includes(options.only ?? ''))) {
      for (const language of languages) {
        await page.goto(`${url}?${new URLSearchParams({ example: name, language }).toString()}`);
        await page.waitForSelector('html[data-ready]', { state: 'attached' });
        for (const selector of press) await page.locator(selector).first().click();
        for (const scheme of schemes) {
          await page.emulateMedia({ colorScheme: scheme });
          for (const width of widths) {
            await page.setViewportSize({ width, height });
            const picture = { example: name, language, scheme, width };
            problems.push(...(await violations(page, picture)));
            if (options.shots) await page.screenshot({ path: join(options.shots, fileName(picture)) });
            pictures++;
          }
        }
      }
    }
  });
  return { pictures, problems };
}

async function withGallery<T>(act: (page: Page, url: string) => Promise<T>): Promise<T> {
  const found = findChromium();
  if ('problem' in found) throw new Error(found.problem);
  const served = await serveGallery(false);
  const browser = await chromium.launch({
    executablePath: found.path,
    headless: true,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-first-run'],
  });
  try {
    return await act(await browser.newPage({ viewport: { width: 1100, height } }), served.url);
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
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ content: axeSource });
  const found: Found[] = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: object): Promise<{ violations: Found[] }> } };
    return (await axe.run({ include: [['#example']] })).violations;
  });
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
    const served = await serveGallery(true);
    process.stdout.write(`${served.url}\n`);
    return new Promise(() => undefined);
  }
  const run = await checkGallery({ shots, ...(only !== undefined && { only }) });
  for (const problem of run.problems) process.stdout.write(`${problem}\n`);
  process.stdout.write(`${run.pictures} pictures in ${shots}, ${run.problems.length} problems\n`);
  return run.problems.length > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await gallery(process.argv.slice(2));
