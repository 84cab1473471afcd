/**
 * `npm run soak -- --minutes N [--seed N]`: hours of an agent's day on the demo helpdesk, in a real browser: ticket after ticket, changes
 * of the page, the tab frozen and woken, the worker ended. Looks at memory, nodes, listeners, errors, and whether the panel is right every
 * time. Ends with a table; fails when something grew, went wrong, or was said wrongly. Long because it is one story from start to table.
 */
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { systemClock } from '../lib/clock.ts';
import { startDemoHelpdesk } from '../test/demo-helpdesk/server.ts';
import { demoTickets } from '../test/demo-helpdesk/tickets.ts';
import { ClosedPanel } from '../test/e2e/closed-panel.ts';
import { endWorker } from '../test/e2e/end-worker.ts';
import { panelShown, panelTag } from './extension-page.ts';
import { launchChromium } from './launch.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' }, seed: { type: 'string', default: '9' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  process.stderr.write('--minutes takes a number above 0.\n');
  process.exit(2);
}

/** mulberry32: the same day for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = randomFrom(Number(values.seed));
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

interface Sample {
  readonly minute: number;
  readonly heapMb: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

const startedAt = systemClock.now();
const endAt = startedAt + minutes * 60_000;
/** Eight give each quarter two. */
const fewestSamples = 8;
const sampleEveryMs = Math.max(10_000, Math.min(60_000, (minutes * 60_000) / 40));
const tickets = demoTickets(startedAt);
const desk = await startDemoHelpdesk({ now: startedAt, zone: 'Europe/Berlin', delayMs: 60 });
const launched = await launchChromium({ hosts: ['http://127.0.0.1/*'], headless: true, timezoneId: 'Europe/Berlin', locale: 'en-US' });
const errors: string[] = [];
const wrong: string[] = [];
/** What this script could not do; on a busy machine the browser's answer may take too long. */
const failed: string[] = [];
const counts: Record<string, number> = {};
const samples: Sample[] = [];

function listen(page: Page): void {
  page.on('console', (message) => message.type() === 'error' && errors.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => errors.push(`page: ${String(error)}`));
}
launched.context.on('serviceworker', (worker) =>
  worker.on('console', (message) => message.type() === 'error' && errors.push(`worker: ${message.text()}`)),
);

const page = await launched.context.newPage();
listen(page);
const session = await launched.context.newCDPSession(page);
await session.send('Performance.enable');
const panel = await ClosedPanel.of(page);
const acts = actsOf();

try {
  let ticket = pick(tickets);
  await page.goto(`${desk.url}/tickets/${ticket.id}`, { waitUntil: 'commit', timeout: 120_000 });
  let sampledAt = Number.NEGATIVE_INFINITY;
  while (systemClock.now() < endAt) {
    await check(ticket);
    if (systemClock.now() >= sampledAt + sampleEveryMs) {
      sampledAt = systemClock.now();
      samples.push(await sample(session));
    }
    const act = pick(acts);
    try {
      ticket = (await act.run(ticket)) ?? ticket;
      counts[act.name] = (counts[act.name] ?? 0) + 1;
    } catch (error) {
      failed.push(`${act.name}: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
      // from a place that is known
      await page.goto(`${desk.url}/tickets/${ticket.id}`, { waitUntil: 'commit', timeout: 120_000 });
    }
  }
} finally {
  report();
  await launched.close();
  await desk.close();
}

type Ticket = (typeof tickets)[number];
interface Act {
  readonly name: string;
  /** @returns the ticket that is open afterwards, if it is another one */
  run(ticket: Ticket): Promise<Ticket | undefined>;
}

function actsOf(): readonly Act[] {
  const inPage = {
    name: 'another ticket, inside the page',
    async run(open: Ticket) {
      const next = pick(tickets.filter(({ id }) => id !== open.id));
      await page.evaluate((path) => {
        const link = document.createElement('a');
        link.href = path;
        document.body.append(link);
        link.click();
        link.remove();
      }, `/tickets/${next.id}`);
      await page.waitForURL((url) => url.pathname.endsWith(next.id));
      return next;
    },
  };
  return [
    inPage,
    inPage,
    inPage,
    {
      name: 'a list and back',
      async run() {
        await page.evaluate(() => {
          const link = document.createElement('a');
          link.href = '/tickets';
          document.body.append(link);
          link.click();
          link.remove();
        });
        await page.waitForURL((url) => url.pathname === '/tickets');
        await page
          .waitForFunction((tag) => !document.querySelector(tag), panelTag, { timeout: 15_000 })
          .catch(() => wrong.push('a panel stayed on a list'));
        await page.goBack();
        return undefined;
      },
    },
    {
      name: 'a page load',
      async run() {
        const next = pick(tickets);
        await page.goto(`${desk.url}/tickets/${next.id}`, { waitUntil: 'commit' });
        return next;
      },
    },
    {
      name: '200 changes of the page',
      async run() {
        await page.evaluate(async () => {
          const place = document.querySelector('main') ?? document.body;
          for (let change = 0; change < 200; change++) {
            const typing = document.createElement('p');
            typing.textContent = `Somebody is typing ${change}`;
            place.append(typing);
            if (change % 20 === 0) await new Promise((drawn) => requestAnimationFrame(drawn));
            typing.remove();
          }
        });
        return undefined;
      },
    },
    {
      name: 'the tab frozen and woken',
      async run() {
        await session.send('Page.setWebLifecycleState', { state: 'frozen' });
        await page.waitForTimeout(200);
        await session.send('Page.setWebLifecycleState', { state: 'active' });
        return undefined;
      },
    },
    {
      name: 'another tab in front',
      async run() {
        const other = await launched.context.newPage();
        await other.bringToFront();
        await other.close();
        await page.bringToFront();
        return undefined;
      },
    },
    {
      name: 'the worker ended',
      async run() {
        await endWorker(launched);
        return undefined;
      },
    },
    {
      name: 'every tab of the panel',
      async run() {
        for (const name of ['Handoff', 'Message', 'Guide']) await panel.click(name);
        return undefined;
      },
    },
  ];
}
/** What the panel says of the open ticket, against what the demo says it must. */
async function check(ticket: Ticket): Promise<void> {
  counts.checks = (counts.checks ?? 0) + 1;
  try {
    await panelShown(page);
    await panel.says(`#${ticket.id}`);
    const { verdict, panels } = await panel.run((root) => ({
      verdict: root.querySelector('.verdict')?.textContent ?? '',
      panels: document.querySelectorAll('handrail-panel, [data-handrail-panel]').length,
    }));
    const right = ticket.expect.resolved ? !/T[234]/.test(verdict) : new RegExp(`T(?:ier )?${ticket.expect.tier}`).test(verdict);
    if (!right) wrong.push(`#${ticket.id}: expected tier ${ticket.expect.tier}, the panel says "${verdict.slice(0, 80)}"`);
    if (panels !== 1) wrong.push(`#${ticket.id}: ${panels} panels`);
  } catch (error) {
    wrong.push(`#${ticket.id}: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
  }
}

async function sample(from: CDPSession): Promise<Sample> {
  await from.send('HeapProfiler.collectGarbage');
  const { metrics } = await from.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    minute: (systemClock.now() - startedAt) / 60_000,
    heapMb: of('JSHeapUsedSize') / 1_000_000,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
  };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function report(): void {
  // The first quarter fills caches and compiles code.
  const early = samples.slice(Math.floor(samples.length / 4), Math.floor(samples.length / 2));
  const late = samples.slice(Math.floor((samples.length * 3) / 4));
  const rows = (['heapMb', 'nodes', 'listeners', 'documents'] as const).map((name) => {
    const [before, after] = [median(early.map((one) => one[name])), median(late.map((one) => one[name]))];
    return { name, before, after, grew: after > before * 1.15 + (name === 'heapMb' ? 2 : name === 'documents' ? 3 : 300) };
  });
  const checks = counts.checks ?? 0;
  // Medians of a handful say nothing, and a panel that was never looked at was not right.
  const tooLittle = samples.length < fewestSamples || checks < fewestSamples;
  const lines = [
    `Soak: ${((systemClock.now() - startedAt) / 60_000).toFixed(1)} minutes, seed ${values.seed}, ${samples.length} samples`,
    ...Object.entries(counts).map(([name, count]) => `  ${name}: ${count}`),
    '',
    '| measure | second quarter (median) | last quarter (median) |',
    '| --- | --- | --- |',
    ...rows.map(({ name, before, after, grew }) => `| ${name} | ${before.toFixed(1)} | ${after.toFixed(1)}${grew ? ' GREW' : ''} |`),
    '',
    `errors in consoles: ${errors.length}${errors.length ? `\n  ${[...new Set(errors)].slice(0, 10).join('\n  ')}` : ''}`,
    `wrong or missing panels: ${wrong.length} of ${checks}${wrong.length ? `\n  ${wrong.slice(0, 10).join('\n  ')}` : ''}`,
    `actions that could not be done: ${failed.length}${failed.length ? `\n  ${failed.slice(0, 10).join('\n  ')}` : ''}`,
    ...(tooLittle ? [`NO RESULT: ${samples.length} samples and ${checks} checks; at least ${fewestSamples} of each are needed.`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (tooLittle || errors.length || wrong.length || failed.length || rows.some(({ grew }) => grew)) process.exitCode = 1;
}
