/**
 * `npm run bench -- page [part]...`: what Handrail costs a page, in real Chromium with the build that ships. Every page is opened
 * twice, at a site where Handrail is switched on and at one where it is not; the second is the baseline. Each part has a browser and
 * a share of the time of its own, so that one that hangs costs no other. A row that did not come to its end says so and has no
 * figures. Prints tables and writes `.cache/bench-page-<part>.json`. Over 250 lines: one measurement after the other.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { builtExtension, root } from '../../scripts/build.ts';
import { buildPageLoop, pageFolder } from '../../scripts/build-page-loop.ts';
import { launchChromium } from '../../scripts/launch.ts';
import { someDisplay } from './some-display.ts';
import { type GeneratedPage, generatedPage, messageMarkup, otherPage } from './generated-page.ts';
import { startProfile, stopProfile, threadMs, type Work } from './profile.ts';

const on = 'https://on.example';
const off = 'https://off.example';
const sizes: readonly GeneratedPage[] = [
  { nodes: 1_000, messages: 10 },
  { nodes: 5_000, messages: 10 },
  { nodes: 5_000, messages: 200 },
  { nodes: 20_000, messages: 200 },
  { nodes: 20_000, messages: 2_000 },
  { nodes: 100_000, messages: 200 },
];
/** Each page is opened this often; the quickest counts, since everything else on the machine only adds. */
const tries = 2;
const burst = { perSecond: 50, seconds: 30 };
const ticketChanges = 1_000;
const idleMs = 15_000;
/** How long a panel is waited for, and how long a part may take before its next row is given up. */
const patienceMs = 30_000;
const partMs = 75_000;
/** These open many pages or one for long. */
const longPartMs = 150_000;
const longParts = new Set(['first', 'reply', 'corpus', 'memory']);

type Row = Readonly<Record<string, string | number>>;

interface Report {
  readonly bench: Bench;
  /** Folder with the source maps of the build that is measured. */
  readonly maps: string;
  /** A row; what fails or takes too long is told in its place. */
  readonly row: (title: string, about: Row, measure: () => Promise<Row>) => Promise<void>;
}

/** The parts by name. */
const parts: Readonly<Record<string, (report: Report) => Promise<void>>> = {
  'no-ticket': async ({ bench, row }) => {
    for (const path of ['/orders', '/orders/4711'])
      for (const nodes of [1_000, 5_000, 20_000, 100_000])
        await row('A page that is no ticket', { address: path, nodes }, () => bench.noTicket(otherPage(nodes), path));
  },
  first: async ({ bench, row }) => {
    const [smallest] = sizes;
    if (smallest)
      await row('First panel, cold: the first page after the browser started', sized(smallest), () => bench.firstPanel(generatedPage(smallest), 1));
    for (const size of sizes) await row('First panel, warm', sized(size), () => bench.firstPanel(generatedPage(size), tries));
  },
  reply: async ({ bench, row }) => {
    for (const size of sizes.slice(0, -1)) await row('A reply arrives', sized(size), () => bench.oneChange(generatedPage(size), size.messages));
  },
  chat: ({ bench, row }) =>
    row(`A chat: ${burst.perSecond} messages a second for ${burst.seconds} s`, {}, () => bench.chat(generatedPage({ nodes: 5_000, messages: 10 }))),
  corpus: ({ bench, row }) => row('Corpus: tickets of all helpdesks', {}, () => bench.corpus()),
  memory: async ({ bench, row }) => {
    for (const [where, origin] of [
      ['with Handrail', on],
      ['without', off],
    ] as const) {
      const steps = bench.memory(origin);
      for (const changes of [100, ticketChanges, 'left']) await row(`Memory over ${ticketChanges} ticket changes`, { page: where, changes }, steps);
    }
  },
  idle: async ({ bench, maps, row }) => {
    const html = generatedPage({ nodes: 5_000, messages: 10 });
    const title = `A ticket that stands there for ${idleMs / 1000} s`;
    await row(title, { tab: 'shown', 'its page': 'does nothing' }, () => bench.idle(html));
    // A headless browser hides no tab.
    const display = await someDisplay();
    const hidden = async (answers: boolean): Promise<Row> => {
      if (!display) throw new Error('not measured: a tab is hidden only in a browser with a window, and here is neither a display nor Xvfb');
      const launched = await launchChromium({ hosts: [`${on}/*`], headless: false, display: display.name });
      try {
        return await new Bench(launched.context, maps).idleHidden(html, answers);
      } finally {
        await launched.close();
      }
    };
    try {
      await row(title, { tab: 'hidden', 'its page': 'does nothing' }, () => hidden(false));
      await row(title, { tab: 'hidden', 'its page': 'gets a message a second' }, () => hidden(true));
    } finally {
      display?.close();
    }
  },
};
const sized = ({ nodes, messages }: GeneratedPage): Row => ({ nodes, messages });

/** @param wanted names of parts; none = all. @throws Error naming the parts when one is unknown */
export async function benchPage(wanted: readonly string[] = []): Promise<void> {
  const unknown = wanted.filter((name) => !parts[name]);
  if (unknown.length)
    throw new Error(`There is no part "${unknown.join('", "')}" of the page benchmark: choose from ${Object.keys(parts).join(', ')}.`);
  const maps = join(root, '.cache/bench-maps');
  rmSync(maps, { recursive: true, force: true });
  builtExtension('chrome');
  await buildPageLoop(root, maps, 'production', true);
  for (const name of wanted.length ? wanted : Object.keys(parts)) await benchPart(name, join(maps, pageFolder));
}

async function benchPart(name: string, maps: string): Promise<void> {
  const launched = await launchChromium({ hosts: [`${on}/*`], headless: true });
  const bench = new Bench(launched.context, maps);
  const tables: Record<string, Row[]> = {};
  const load = loadavg()[0] ?? 0;
  const ends = Date.now() + (longParts.has(name) ? longPartMs : partMs);
  /** Rows are printed as they come: a run that is cut short has told what it knew. */
  const row: Report['row'] = async (title, about, measure) => {
    let cells: Row;
    try {
      cells = { ...about, ...(await within(ends - Date.now(), measure)) };
    } catch (error) {
      cells = { ...about, failed: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
    }
    const rows = (tables[title] ??= []);
    const columns = Object.keys(rows.at(-1) ?? {}).join();
    rows.push(cells);
    // A row that failed has other columns.
    if (Object.keys(cells).join() !== columns)
      process.stdout.write(`\n${title}\n${line(Object.keys(cells))}${line(Object.keys(cells).map(() => '---'))}`);
    process.stdout.write(line(Object.values(cells)));
  };
  try {
    await parts[name]?.({ bench, maps, row });
  } finally {
    await launched.close();
    mkdirSync(join(root, '.cache'), { recursive: true });
    const machine = {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      load: [rounded(load), rounded(loadavg()[0] ?? 0)],
      node: process.version,
      browser: bench.browser,
    };
    writeFileSync(join(root, `.cache/bench-page-${name}.json`), `${JSON.stringify({ machine, tables, hottest: bench.hottest.files }, null, 2)}\n`);
    process.stdout.write(`\n${JSON.stringify(machine)}\n`);
    for (const [what, list] of Object.entries(bench.hottest)) {
      if (list.length) process.stdout.write(`Our ${what} by time of their own in the last page measured:\n`);
      for (const [name, ms] of list.slice(0, 14)) process.stdout.write(`  ${ms.toFixed(1).padStart(8)} ms  ${name}\n`);
    }
  }
}

/** @throws Error when `work` takes longer; it is then left to itself, and closing the browser ends it. */
async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  if (ms <= 0) throw new Error('not begun, the time of this part was up');
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      work(),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('not ended, the time of this part was up')), ms);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

class Bench {
  readonly #context: BrowserContext;
  readonly #maps: string;
  readonly browser: string;
  hottest: Pick<Work, 'files' | 'functions'> = { files: [], functions: [] };

  constructor(context: BrowserContext, maps: string) {
    this.#context = context;
    this.#maps = maps;
    this.browser = context.browser()?.version() ?? 'unknown';
  }

  /** A fresh tab with `html` at an origin; profiled from before the page exists. */
  async open(origin: string, html: string, path = '/tickets/77', ms = 0): Promise<{ page: Page; session: CDPSession; work: Work }> {
    const { page, session } = await this.#tab(origin, html);
    const profiling = await startProfile(session);
    await this.#show({ page, session }, origin, path, ms);
    const work = await stopProfile(profiling, this.#maps);
    return { page, session, work };
  }

  /** The same without the profiler, which costs the page more than it is told. @returns ms of the main thread's processor time */
  async clocked(
    origin: string,
    html: string,
    path = '/tickets/77',
    ms = 0,
  ): Promise<{ page: Page; session: CDPSession; cpuMs: number; wallMs: number }> {
    const { page, session } = await this.#tab(origin, html);
    await session.send('Performance.enable');
    const began = await threadMs(session);
    await this.#show({ page, session }, origin, path, ms);
    const cpuMs = (await threadMs(session)) - began;
    const wallMs = await page.evaluate<number>('window.shown === undefined ? -1 : window.shown - window.drawn');
    return { page, session, cpuMs, wallMs };
  }

  /** An empty tab at the origin, so that the page measured next runs in the same process. */
  async #tab(origin: string, html: string): Promise<{ page: Page; session: CDPSession }> {
    const page = await this.#context.newPage();
    const session = await this.#context.newCDPSession(page);
    await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await page.route(`${origin}/empty`, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(`${origin}/empty`);
    return { page, session };
  }

  async #show({ page, session }: { page: Page; session: CDPSession }, origin: string, path: string, ms: number): Promise<void> {
    await page.goto(`${origin}${path}`, { waitUntil: 'load', timeout: patienceMs });
    // The page says so itself: a script of the browser's driver that asks again and again would count as ours.
    if (origin === on && ms === 0)
      await within(patienceMs, () => session.send('Runtime.evaluate', { expression: 'window.whenShown', awaitPromise: true })).catch(() => {
        throw new Error(`no panel within ${patienceMs / 1000} s`);
      });
    await page.waitForTimeout(ms || 600);
  }

  /** The quickest of several tries, since everything else on the machine only adds. */
  async #quickest(html: string, origin: string, tries: number, path?: string, ms?: number): Promise<{ cpuMs: number; wallMs: number }> {
    const best = { cpuMs: Number.POSITIVE_INFINITY, wallMs: Number.POSITIVE_INFINITY };
    for (let i = 0; i < tries; i++) {
      const { page, cpuMs, wallMs } = await this.clocked(origin, html, path, ms);
      await page.close();
      best.cpuMs = Math.min(best.cpuMs, cpuMs);
      best.wallMs = Math.min(best.wallMs, wallMs);
    }
    return best;
  }

  async firstPanel(html: string, tries: number): Promise<Row> {
    const with_ = await this.#quickest(html, on, tries);
    const without = await this.#quickest(html, off, tries);
    const { page, work } = await this.open(on, html);
    await page.close();
    this.hottest = { files: work.files, functions: work.functions };
    return {
      'panel after ms': rounded(with_.wallMs),
      'ours ms': rounded(with_.cpuMs - without.cpuMs),
      'page alone ms': rounded(without.cpuMs),
      ratio: rounded(with_.cpuMs / without.cpuMs),
      'sampled: ours ms': rounded(work.ours),
      'read ms': rounded(work.read),
      'longest ms': rounded(work.longest),
    };
  }

  /** A message is added, and the page is looked at until long after it was read again. */
  async oneChange(html: string, messages: number): Promise<Row> {
    const change = async (page: Page, n: number): Promise<void> => {
      await page.evaluate((markup) => document.querySelector('#conversation')?.insertAdjacentHTML('beforeend', markup), messageMarkup(messages + n));
      await page.waitForTimeout(900);
    };
    const clocked = async (origin: string): Promise<number> => {
      const { page, session } = await this.clocked(origin, html);
      let best = Number.POSITIVE_INFINITY;
      for (let i = 0; i < tries + 1; i++) {
        const began = await threadMs(session);
        await change(page, i);
        best = Math.min(best, (await threadMs(session)) - began);
      }
      await page.close();
      return best;
    };
    const [with_, without] = [await clocked(on), await clocked(off)];
    const { page, session } = await this.open(on, html);
    let best: Work | undefined;
    for (let i = 0; i < tries; i++) {
      const profiling = await startProfile(session);
      await change(page, i);
      const work = await stopProfile(profiling, this.#maps);
      if (!best || work.ours < best.ours) best = work;
    }
    await page.close();
    const work = best ?? never();
    if (work.read === 0) throw new Error('the page was not read again');
    this.hottest = { files: work.files, functions: work.functions };
    return {
      'ours ms': rounded(with_ - without),
      'page alone ms': rounded(without),
      'sampled: ours ms': rounded(work.ours),
      'read ms': rounded(work.read),
      'longest ms': rounded(work.longest),
    };
  }

  async noTicket(html: string, path: string): Promise<Row> {
    let best = Number.POSITIVE_INFINITY;
    let loaded = false;
    let alone = Number.POSITIVE_INFINITY;
    for (let i = 0; i < tries; i++) {
      const there = await this.open(on, html, path, 700);
      best = Math.min(best, there.work.ours);
      loaded ||= there.work.files.some(([file]) => /^(?:lib\/(?:reader\/read-page|guidance)|components)/.test(file));
      await there.page.close();
      const bare = await this.open(off, html, path, 700);
      alone = Math.min(alone, bare.work.theirs);
      await bare.page.close();
    }
    return {
      'ours ms': rounded(best),
      'panel code loaded': loaded ? 'yes' : 'no',
      'page alone ms': rounded(alone),
      ratio: rounded((alone + best) / alone),
    };
  }

  async chat(html: string): Promise<Row> {
    const { page, session } = await this.open(on, html);
    const profiling = await startProfile(session);
    const late = await page.evaluate(
      async ({ markup, perSecond, seconds }) => {
        const began = performance.now();
        let sent = 0;
        let late = 0;
        // As a server sends them: what became due while the page was busy comes at once when it is free.
        while (sent < perSecond * seconds) {
          const due = Math.min(perSecond * seconds, Math.floor(((performance.now() - began) * perSecond) / 1000));
          for (; sent < due; sent++) {
            late = Math.max(late, performance.now() - began - (sent * 1000) / perSecond);
            document.querySelector('#conversation')?.insertAdjacentHTML('beforeend', markup.replace('(0)', `(${sent + 100})`));
          }
          await new Promise((next) => setTimeout(next, 1000 / perSecond));
        }
        return late;
      },
      { markup: messageMarkup(0), ...burst },
    );
    const work = await stopProfile(profiling, this.#maps);
    await page.close();
    this.hottest = { files: work.files, functions: work.functions };
    return {
      'ours ms': rounded(work.ours),
      'share of the time': `${((work.ours / (burst.seconds * 1000)) * 100).toFixed(1)} %`,
      'read ms': rounded(work.read),
      'longest ms': rounded(work.longest),
      'page alone ms': rounded(work.theirs),
      'latest message ms': rounded(late),
    };
  }

  async corpus(): Promise<Row> {
    const folder = join(root, 'test/corpus');
    const works: Work[] = [];
    for (const entry of readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory())) {
      const file = readdirSync(join(folder, entry.name)).find((name) => /^ticket.*\.html$/.test(name));
      if (!file) continue;
      // At an origin of ours, so that the general reader reads it or a self-hosted product proves itself.
      const { page, work } = await this.open(on, readFileSync(join(folder, entry.name, file), 'utf8'), '/tickets/77', 600);
      works.push(work);
      await page.close();
    }
    const by = (of: (work: Work) => number): number[] => works.map(of).sort((a, b) => a - b);
    const at = (list: number[], part: number): number => rounded(list[Math.min(list.length - 1, Math.floor(list.length * part))] ?? 0);
    const ours = by((w) => w.ours);
    const longest = by((w) => w.longest);
    return {
      pages: works.length,
      'ours median ms': at(ours, 0.5),
      'ours 95 % ms': at(ours, 0.95),
      'longest median ms': at(longest, 0.5),
      'longest ms': at(longest, 1),
    };
  }

  /** One page that shows one ticket after the other, as single-page helpdesks do. @returns measures the next step at every call */
  memory(origin: string): () => Promise<Row> {
    let opened: Promise<{ page: Page; session: CDPSession }> | undefined;
    const steps: ((page: Page) => Promise<void>)[] = [
      (page) => showTickets(page, 0, 100, origin === on),
      (page) => showTickets(page, 100, ticketChanges, origin === on),
      // The ticket is left for a page that is none: what we put there must go.
      async (page) => {
        await page.evaluate(() => {
          history.pushState(null, '', '/settings');
          document.title = 'Settings';
          document.body.innerHTML = '<h1>Settings</h1>';
        });
        await page.waitForTimeout(2000);
      },
    ];
    return async () => {
      opened ??= this.open(origin, generatedPage({ nodes: 1_000, messages: 10 }));
      const { page, session } = await opened;
      await steps.shift()?.(page);
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const { nodes, jsEventListeners, documents } = await session.send('Memory.getDOMCounters');
      if (steps.length === 0) await page.close();
      return { 'heap MB': rounded(usedSize / 1e6), nodes, listeners: jsEventListeners, documents };
    };
  }

  /** A ticket that stands there in a tab that is shown. */
  async idle(html: string): Promise<Row> {
    const { page, session } = await this.open(on, html);
    const profiling = await startProfile(session);
    await page.waitForTimeout(idleMs);
    const work = await stopProfile(profiling, this.#maps);
    await page.close();
    return idleRow(work);
  }

  /**
   * The same in a tab behind another one of the same window.
   * @param answers whether a message is added to it every second
   * @throws Error when the browser calls the tab visible
   */
  async idleHidden(html: string, answers: boolean): Promise<Row> {
    const { page, session } = await this.open(on, html);
    const front = await this.#context.newPage();
    await front.bringToFront();
    // The driver tells every page that it is looked at.
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
    const isHidden = (): Promise<boolean> => page.evaluate(() => document.visibilityState === 'hidden');
    for (let tries = 0; tries < 50 && !(await isHidden()); tries++) await front.waitForTimeout(100);
    if (!(await isHidden())) throw new Error('not measured: the tab behind was not hidden');
    // What was under way when it was hidden comes to its end.
    await page.waitForTimeout(2_000);
    const profiling = await startProfile(session);
    for (let second = 0; second < idleMs / 1000; second++) {
      if (answers)
        await page.evaluate((markup) => document.querySelector('#conversation')?.insertAdjacentHTML('beforeend', markup), messageMarkup(second));
      await page.waitForTimeout(1_000);
    }
    const work = await stopProfile(profiling, this.#maps);
    if (!(await isHidden())) throw new Error('not measured: the tab behind did not stay hidden');
    await page.close();
    await front.close();
    return idleRow(work);
  }
}

const idleRow = (work: Work): Row => ({ 'ours ms': rounded(work.ours), 'timers set': work.timersSet, 'page alone ms': rounded(work.theirs) });

async function showTickets(page: Page, from: number, to: number, withHandrail: boolean): Promise<void> {
  await page.evaluate(
    async ({ from, to, gap }) => {
      const main = document.querySelector('main');
      const html = main?.innerHTML ?? '';
      const number = /#\d+/.exec(html)?.[0] ?? '#77';
      for (let n = from; n < to; n++) {
        history.pushState(null, '', `/tickets/${1000 + n}`);
        document.title = `#${1000 + n} Export stops`;
        if (main) main.innerHTML = html.replaceAll(number, `#${1000 + n}`);
        await new Promise((next) => setTimeout(next, gap));
      }
    },
    { from, to, gap: withHandrail ? 80 : 5 },
  );
  await page.waitForTimeout(1500);
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
const never = (): never => {
  throw new Error('nothing was measured');
};

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`;
