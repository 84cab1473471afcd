/**
 * `handrail add-page URL --to FILE`: a page of a running browser becomes a case of a corpus: captured, scrubbed of personal data, with
 * a draft of its truth for a person to correct. Nothing is written before a person has seen what was kept. Over 250 lines:
 * asking, capturing and drafting go through one browser page.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { systemClock } from '../lib/clock.ts';
import { helpdesks } from '../lib/helpdesks/registry.ts';
import { loadAllParts } from '../lib/parts.ts';
import { capturePage, type CapturedElement, pageHtml } from './capture-page.ts';
import { findChromium } from './find-browser.ts';
import type { Printed } from './printed-reading.ts';
import { readPages } from './read.ts';
import { type ScrubReport, scrubber } from './scrub-page.ts';
import { knownZone, WrongUsage } from './wrong-usage.ts';

const usage = `handrail add-page URL --to DIR/CASE (--profile DIR [--headless] | --attach PORT)
  [--zone Z] [--locale L] [--helpdesk NAME] [--keep TEXT]... [--scrub TEXT]... [--yes]
--profile DIR   opens URL in a browser with a profile of its own, where you can sign in first
--attach PORT   takes the tab that shows URL in a browser started with --remote-debugging-port=PORT
--zone Z        IANA zone of the times on the page (default: this machine's)
--keep TEXT     a label, state or other wording of the product that must stay; --scrub TEXT: a name that must go
--yes           writes without asking`;

/** How long a page may go on loading when nobody is there to say that it is drawn. */
const longestLoadMs = 10_000;
/** How many texts of one kind the report shows. */
const mostShown = 80;

export interface Captured {
  readonly url: string;
  readonly tree: CapturedElement;
  /** ms since 1970 */
  readonly at: number;
}

export interface AddOptions {
  readonly zone: string;
  readonly locale: string | undefined;
  readonly keep: readonly string[];
  readonly scrub: readonly string[];
  readonly random: () => number;
}

export interface Added {
  readonly url: string;
  readonly html: string;
  /** What the reader makes of the scrubbed page. */
  readonly reading: Printed;
  readonly language: string;
  readonly title: string;
  readonly report: ScrubReport;
  /** What was read before and is not any more: wording that the scrubbing took away. */
  readonly lost: readonly string[];
}

export async function addPage(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      profile: { type: 'string' },
      attach: { type: 'string' },
      headless: { type: 'boolean', default: false },
      zone: { type: 'string' },
      locale: { type: 'string' },
      helpdesk: { type: 'string' },
      keep: { type: 'string', multiple: true, default: [] },
      scrub: { type: 'string', multiple: true, default: [] },
      yes: { type: 'boolean', default: false },
    },
  });
  const [url = ''] = positionals;
  if (!URL.canParse(url) || !values.to || (values.profile === undefined) === (values.attach === undefined)) throw new WrongUsage(usage);
  const zone = knownZone(values.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone, '--zone');
  const target = values.to.replace(/\.html$/, '');
  if (existsSync(`${target}.html`)) throw new WrongUsage(`${target}.html exists already and is not overwritten.`);
  const captured =
    values.attach === undefined ? await fromProfile(url, values.profile ?? '', values.headless) : await fromRunning(url, values.attach);
  const added = await addCaptured(captured, { zone, locale: values.locale, keep: values.keep, scrub: values.scrub, random: Math.random });
  process.stdout.write(reportText(added));
  if (!values.yes && !(await confirmed())) {
    process.stdout.write('Nothing was written.\n');
    return 1;
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.html`, added.html);
  writeFileSync(
    `${target}.json`,
    `${JSON.stringify(draftOf(added, captured.at, zone, values.locale, values.helpdesk ?? basename(dirname(target))), null, 1)}\n`,
  );
  process.stdout.write(
    `${target}.html and ${target}.json are written. Correct the truth in the second from what you see on the page, then take out "draft".\n`,
  );
  return 0;
}

/** Scrubs what was captured and reads it before and after, in a browser of its own without network. */
export async function addCaptured({ url, tree, at }: Captured, options: AddOptions): Promise<Added> {
  await loadAllParts();
  const language = options.locale ?? tree.attributes.find(([name]) => name === 'lang')?.[1] ?? 'en';
  const before = await readHtml(pageHtml(tree), url, options.zone, at);
  const { ticket } = before;
  const people = [
    ticket?.requester?.name,
    ticket?.requester?.email,
    ticket?.assignee,
    ticket?.organization,
    ...(ticket?.messages.map(({ author }) => author) ?? []),
  ];
  const made = scrubber({
    language,
    now: at,
    host: { from: new URL(url).hostname, to: hostFor(new URL(url)) },
    personal: [...people.filter((one) => typeof one === 'string'), ...options.scrub],
    free: [ticket?.subject ?? '', ...(ticket?.messages.map(({ text }) => text) ?? [])],
    keep: options.keep,
    random: options.random,
  });
  const page = made.page(tree);
  const html = pageHtml(page);
  const scrubbedUrl = made.url(url);
  const reading = await readHtml(html, scrubbedUrl, options.zone, at);
  return { url: scrubbedUrl, html, reading, language, title: titleOf(page), report: made.report(), lost: lostIn(before, reading) };
}

async function readHtml(html: string, url: string, zone: string, now: number): Promise<Printed> {
  for await (const { case: _, adapter: __, ...printed } of readPages([{ name: 'page', html, url, zone, now }])) return printed;
  throw new Error('The page could not be read.');
}

/** What the draft and the page's own reading had before the scrubbing and have not after it. */
function lostIn(before: Printed, after: Printed): string[] {
  if (before.ticket && !after.ticket) return ['the ticket itself'];
  const fields = Object.keys(before.fields).filter((name) => !name.startsWith('customFields.') && !(name in after.fields));
  const had = before.ticket?.messages ?? [];
  const has = after.ticket?.messages ?? [];
  const parts = (['author', 'at'] as const)
    .filter((part) => had.filter((m) => m[part]).length > has.filter((m) => m[part]).length)
    .map((part) => `${part} of messages`);
  return [...fields, ...(had.length > has.length ? [`${had.length - has.length} messages`] : []), ...parts];
}

function titleOf(element: CapturedElement): string {
  for (const child of element.children) {
    if ('text' in child) continue;
    if (child.tag === 'title')
      return child.children
        .map((one) => ('text' in one ? one.text : ''))
        .join('')
        .trim();
    if (child.tag === 'head') return titleOf(child);
  }
  return '';
}

/** A hosted product keeps its name, since the adapter goes by it; whose account it is goes. */
function hostFor(url: URL): string {
  for (const pattern of helpdesks.flatMap(({ hosts }) => hosts)) {
    const host = /^[^:]+:\/\/([^/]+)/.exec(pattern)?.[1] ?? '';
    if (host === url.hostname) return host;
    if (host.startsWith('*.') && url.hostname.endsWith(host.slice(1))) return `acme${host.slice(1)}`;
  }
  return 'desk.example';
}

async function fromProfile(url: string, profile: string, headless: boolean): Promise<Captured> {
  const found = findChromium();
  if ('problem' in found) throw new Error(found.problem);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.path,
    headless,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: headless ? { width: 1366, height: 900 } : null,
    args: ['--no-first-run', '--no-default-browser-check'],
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    if (!headless && process.stdin.isTTY) await asked('Sign in if you must, open the page, and press Enter when it is drawn. ');
    else await page.waitForLoadState('networkidle', { timeout: longestLoadMs }).catch(() => undefined);
    return await captured(page);
  } finally {
    await context.close();
  }
}

async function fromRunning(url: string, port: string): Promise<Captured> {
  let browser: Browser;
  try {
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  } catch {
    throw new WrongUsage(`No browser listens on port ${port} of this machine. Start one with --remote-debugging-port=${port}.`);
  }
  try {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((one) => one.url() === url) ?? pages.find((one) => one.url().startsWith(url));
    if (!page) throw new WrongUsage(`No tab of that browser shows ${url}.`);
    return await captured(page);
  } finally {
    // of a browser that was not started here, this closes the connection alone
    await browser.close();
  }
}

const captured = async (page: Page): Promise<Captured> => ({ url: page.url(), tree: await capturePage(page), at: systemClock.now() });

async function asked(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    process.stdout.write('Look through the lists above, then say --yes.\n');
    return false;
  }
  return /^y(?:es)?$/i.test((await asked('Write the page? (yes/no) ')).trim());
}

function reportText({ url, report, lost }: Added): string {
  const list = (title: string, texts: readonly string[]): string =>
    texts.length
      ? `\n${title}\n${texts
          .slice(0, mostShown)
          .map((one) => `  ${one}\n`)
          .join('')}${texts.length > mostShown ? `  and ${texts.length - mostShown} more\n` : ''}`
      : '';
  const counts = Object.entries(report.replaced).map(([kind, count]) => `${kind} ${count}`);
  return [
    `Address: ${url}\nReplaced: ${counts.join(', ')}\n`,
    list('Kept without being known; a name among them goes with --scrub NAME:', report.kept),
    list(
      "Replaced short texts; a label or state among them stays with --keep TEXT (do not write this list down, it holds the page's own words):",
      report.perhapsLabels,
    ),
    list('Read before the scrubbing and not after it, so wording is missing that --keep can hold:', lost),
    '\n',
  ].join('');
}

function draftOf({ url, reading, language, title }: Added, at: number, zone: string, locale: string | undefined, helpdesk: string): object {
  return {
    helpdesk,
    url,
    title,
    documentLang: language,
    capturedAt: new Date(at).toISOString(),
    pageTimeZone: zone,
    locale: locale ?? language,
    draft: true,
    made: {
      by: 'software',
      how: `captured from the running product on ${new Date(at).toISOString().slice(0, 10)}, people and texts replaced by the same shape`,
    },
    ticket: reading.ticket,
  };
}
