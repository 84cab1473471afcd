/** `handrail read`: what an agent's browser would read and recommend on a saved page, by the built extension in headless Chromium. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page, Worker } from 'playwright-core';
import { helpdesks } from '../lib/helpdesks/registry.ts';
import type { ReadAnswer } from '../lib/messages.ts';
import { loadPolicy } from '../lib/policy/load-policy.ts';
import type { LoadedPolicy } from '../lib/policy/loaded-policy.ts';
import { askPage } from './extension-page.ts';
import { launchChromium } from './launch.ts';
import { type Printed, toPrinted } from './printed-reading.ts';
import { knownZone, readable, WrongUsage } from './wrong-usage.ts';

/** One saved page to read. */
export interface PageCase {
  readonly name: string;
  readonly html: string;
  readonly url: string;
  readonly zone?: string;
  readonly now?: number;
}

/** A page as it was read, and with which choice of adapters. */
export type CaseReading = Printed & { readonly case: string; readonly adapter?: string };

/**
 * Reads the pages one after the other in one tab of one browser.
 * @param options `adapters`: each page is read once for each of these (`generic` switches the adapters off, `undefined` leaves the
 * choice to the extension), without loading it again; default: the extension's own choice
 */
export async function* readPages(
  pages: Iterable<PageCase>,
  options: { adapters?: readonly (string | undefined)[]; policy?: LoadedPolicy } = {},
): AsyncGenerator<CaseReading> {
  const launched = await launchChromium({ hosts: ['<all_urls>'], headless: true });
  try {
    const tab = await launched.context.newPage();
    let current: PageCase | undefined;
    // the extension loads its own modules by chrome-extension: addresses
    await tab.route(/^https?:/, (route) => {
      const request = route.request();
      // Only the page itself exists; a saved page reaches nothing else.
      return current &&
        request.isNavigationRequest() &&
        request.frame() === tab.mainFrame() &&
        new URL(request.url()).origin === new URL(current.url).origin
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: current.html })
        : route.abort();
    });
    for (const page of pages) {
      // Two addresses that differ behind the # alone would be one document to the browser.
      await tab.goto('about:blank');
      current = page;
      await tab.goto(page.url, { waitUntil: 'domcontentloaded' });
      // Captures mark what their lost style sheets had hidden; see the corpus README.
      await tab.addStyleTag({ content: '[data-rig-hidden]{display:none!important}' });
      for (const adapter of options.adapters ?? [undefined]) {
        const read = await readTab(launched.worker, tab, page, adapter, options.policy);
        yield { case: page.name, ...(adapter ? { adapter } : {}), ...toPrinted(read) };
      }
    }
  } finally {
    await launched.close();
  }
}

function readTab(worker: Worker, tab: Page, saved: PageCase, adapter: string | undefined, policy: LoadedPolicy | undefined): Promise<ReadAnswer> {
  return askPage(worker, tab.url(), 'page.read', {
    saved: true,
    ...(saved.now === undefined ? {} : { now: saved.now }),
    ...(saved.zone ? { zone: saved.zone } : {}),
    ...(adapter ? { adapter } : {}),
    ...(policy ? { policy } : {}),
  });
}

/** The cases of a folder laid out like the corpus: `<case>.html` beside `<case>.json` with url, zone and time of capture. */
export function pageCases(folder: string): PageCase[] {
  return readable(folder, () => readdirSync(folder))
    .filter((file) => file.endsWith('.html') && existsSync(join(folder, file.replace(/\.html$/, '.json'))))
    .sort()
    .map((file) => {
      const said = join(folder, file.replace(/\.html$/, '.json'));
      const truth = readable(said, () => JSON.parse(readFileSync(said, 'utf8'))) as {
        url: string;
        pageTimeZone?: string;
        capturedAt?: string;
      };
      return {
        name: basename(file, '.html'),
        html: readFileSync(join(folder, file), 'utf8'),
        url: truth.url,
        ...(truth.pageTimeZone ? { zone: knownZone(truth.pageTimeZone, `pageTimeZone of ${file}`) } : {}),
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
  const known = ['generic', ...helpdesks.map(({ id }) => id)];
  if (values.adapter !== undefined && !known.includes(values.adapter))
    throw new WrongUsage(`There is no adapter "${values.adapter}": ${known.join(', ')}.`);
  const options = { adapters: [values.adapter], ...(values.policy ? { policy: policyOf(values.policy) } : {}) };
  if (values.cases) {
    for await (const { adapter: _, ...printed } of readPages(pageCases(values.cases), options)) process.stdout.write(`${JSON.stringify(printed)}\n`);
    return 0;
  }
  const file = positionals[0];
  if (!file || !values.url)
    throw new WrongUsage('Say which page: handrail read FILE --url URL (the address it was saved from), or handrail read --cases DIR.');
  if (!URL.canParse(values.url)) throw new WrongUsage(`--url is "${values.url}", which is no address such as https://desk.example/tickets/7.`);
  const page: PageCase = {
    name: basename(file),
    html: readable(file, () => readFileSync(file, 'utf8')),
    url: values.url,
    ...(values.zone === undefined ? {} : { zone: knownZone(values.zone, '--zone') }),
    ...(values.now ? { now: instant(values.now, '--now') } : {}),
  };
  for await (const { case: _, adapter: __, ...printed } of readPages([page], options)) process.stdout.write(`${JSON.stringify(printed)}\n`);
  return 0;
}

function policyOf(file: string): LoadedPolicy {
  const result = loadPolicy(
    readable(file, () => readFileSync(file, 'utf8')),
    { kind: 'file' },
    0,
  );
  if (result.ok) return result.loaded;
  throw new Error(`The policy ${file} has problems:\n${result.problems.map((problem) => `  ${problem.message}`).join('\n')}`);
}

function instant(text: string, where: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new WrongUsage(`${where} is "${text}", which is not an ISO 8601 time such as 2026-11-24T10:00:00Z.`);
  return ms;
}
