/** `handrail read`: what an agent's browser would read and recommend on a saved page, by the built extension in headless Chromium. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext, Worker } from 'playwright-core';
import type { ReadAnswer, ReadRequest } from '../lib/messages.ts';
import { loadPolicy } from '../lib/policy/load-policy.ts';
import type { LoadedPolicy } from '../lib/policy/loaded-policy.ts';
import { askPage } from './extension-page.ts';
import { launchChromium } from './launch.ts';
import { type Printed, toPrinted } from './printed-reading.ts';

/** One saved page to read. */
export interface PageCase {
  readonly name: string;
  readonly html: string;
  readonly url: string;
  readonly zone?: string;
  readonly now?: number;
}

/** Reads the pages one after the other in one browser. @param adapter `generic` switches the adapters off. */
export async function* readPages(
  pages: Iterable<PageCase>,
  options: { adapter?: string; policy?: LoadedPolicy } = {},
): AsyncGenerator<Printed & { case: string }> {
  const launched = await launchChromium({ hosts: ['<all_urls>'], headless: true });
  try {
    for (const page of pages) yield { case: page.name, ...toPrinted(await readOne(launched.context, launched.worker, page, options)) };
  } finally {
    await launched.close();
  }
}

async function readOne(
  context: BrowserContext,
  worker: Worker,
  saved: PageCase,
  options: { adapter?: string; policy?: LoadedPolicy },
): Promise<ReadAnswer> {
  const tab = await context.newPage();
  try {
    const target = new URL(saved.url);
    // the extension loads its own modules by chrome-extension: addresses
    await tab.route(/^https?:/, (route) => {
      const asked = new URL(route.request().url());
      // Only the page itself exists; a saved page reaches nothing else.
      return route.request().isNavigationRequest() && route.request().frame() === tab.mainFrame() && asked.origin === target.origin
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: saved.html })
        : route.abort();
    });
    await tab.goto(saved.url, { waitUntil: 'domcontentloaded' });
    // Captures mark what their lost style sheets had hidden; see the corpus README.
    await tab.addStyleTag({ content: '[data-rig-hidden]{display:none!important}' });
    const request: ReadRequest = {
      ...(saved.now === undefined ? {} : { now: saved.now }),
      ...(saved.zone ? { zone: saved.zone } : {}),
      ...(options.adapter ? { adapter: options.adapter } : {}),
      ...(options.policy ? { policy: options.policy } : {}),
    };
    return await askPage(worker, tab.url(), 'page.read', request);
  } finally {
    await tab.close();
  }
}

/** The cases of a folder laid out like the corpus: `<case>.html` beside `<case>.json` with url, zone and time of capture. */
export function pageCases(folder: string): PageCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html') && existsSync(join(folder, file.replace(/\.html$/, '.json'))))
    .sort()
    .map((file) => {
      const truth = JSON.parse(readFileSync(join(folder, file.replace(/\.html$/, '.json')), 'utf8')) as {
        url: string;
        pageTimeZone?: string;
        capturedAt?: string;
      };
      return {
        name: basename(file, '.html'),
        html: readFileSync(join(folder, file), 'utf8'),
        url: truth.url,
        ...(truth.pageTimeZone ? { zone: truth.pageTimeZone } : {}),
        ...(truth.capturedAt ? { now: instant(truth.capturedAt, `capturedAt of ${file}`) } : {}),
      };
    });
}

export async function read(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      zone: { type: 'string' },
      now: { type: 'string' },
      policy: { type: 'string' },
      adapter: { type: 'string' },
      cases: { type: 'string' },
    },
  });
  const options = { ...(values.adapter ? { adapter: values.adapter } : {}), ...(values.policy ? { policy: policyOf(values.policy) } : {}) };
  if (values.cases) {
    for await (const printed of readPages(pageCases(values.cases), options)) process.stdout.write(`${JSON.stringify(printed)}\n`);
    return 0;
  }
  const file = positionals[0];
  if (!file || !values.url)
    throw new Error('Say which page: handrail read FILE --url URL (the address it was saved from), or handrail read --cases DIR.');
  const page: PageCase = {
    name: basename(file),
    html: readFileSync(file, 'utf8'),
    url: values.url,
    ...(values.zone ? { zone: values.zone } : {}),
    ...(values.now ? { now: instant(values.now, '--now') } : {}),
  };
  for await (const { case: _, ...printed } of readPages([page], options)) process.stdout.write(`${JSON.stringify(printed)}\n`);
  return 0;
}

function policyOf(file: string): LoadedPolicy {
  const result = loadPolicy(readFileSync(file, 'utf8'), { kind: 'file' }, 0);
  if (result.ok) return result.loaded;
  throw new Error(`The policy ${file} has problems:\n${result.problems.map((problem) => `  ${problem.message}`).join('\n')}`);
}

function instant(text: string, where: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new Error(`${where} is "${text}", which is not an ISO 8601 time such as 2026-11-24T10:00:00Z.`);
  return ms;
}
