/** `npm run bench -- ledger`: ten thousand tickets in a real Chromium: opening the store and each question that the product asks of it. */
import { chromium, type Page } from 'playwright-core';
import type { LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import { findChromium } from '../../scripts/find-browser.ts';
import { bundledLedger, type BundledLedger } from '../ledger/bundled-ledger.ts';
import { people, quarter } from '../metrics/quarter.ts';

const goalMs = 50;
const rounds = 15;

declare const ledger: BundledLedger;

/** A quarter's 10,000 tickets, seen over the last ninety days; one in ten is open with a clock that runs. */
function tickets(now: number): LedgerTicket[] {
  const own = quarter()
    .slice(0, people)
    .flatMap((one) => one.tickets);
  const once = [...new Map(own.map((ticket) => [ticket.key, ticket])).values()];
  return once.map((ticket, index) => {
    const seen = new Date(now - (index / once.length) * 90 * 86_400_000).toISOString();
    const due = new Date(now + (index % 500) * 60_000).toISOString();
    return {
      ...ticket,
      lastSeenAt: seen,
      requester: `requester-${index % 3000}`,
      subjectWords: ['a', 'b', 'c'].map((word) => `${word}${index}`),
      ...(index % 10 === 0 && { statusKind: 'open' as const, clocks: [{ name: 'resolution' as const, state: 'running' as const, dueAt: due }] }),
    };
  });
}

const sentCounts = 'counts for a collector, all but one sent';
const questions: Readonly<Record<string, (now: number) => Promise<unknown>>> = {
  'open and ask for the next five deadlines': async (now) => {
    await ledger.opening.closeLedger();
    return ledger.store.nextDeadlines(5, now);
  },
  'next five deadlines': (now) => ledger.store.nextDeadlines(5, now),
  'up to 2,000 deadlines (badge, alarm)': (now) => ledger.store.nextDeadlines(2000, now),
  'count of tickets': () => ledger.store.countTickets(),
  'take in one look at a ticket': (now) =>
    ledger.store.recordSight({
      key: 'https://desk.example|zammad|1',
      origin: 'https://desk.example',
      helpdesk: 'zammad',
      ticketId: '1',
      url: 'https://desk.example/1',
      subject: 'Refund is missing',
      requester: 'ana@silva.example',
      at: new Date(now).toISOString(),
      policy: { id: 'p', version: 1 },
      tier: 1,
      verdict: 'keep',
      rules: [],
      shadow: [],
      escalations: [],
      clocks: [],
      facts: { at: new Date(now).toISOString(), values: {} },
    }),
  'what metrics ask of every ticket': (now) => ledger.store.ownSummaries(now),
  'the same, and every metric (metrics page)': async (now) => ledger.metrics.computeMetrics((await ledger.store.ownSummaries(now)).tickets),
  'every whole ticket (export, rule tests)': () => ledger.store.allTickets(),
  [sentCounts]: () => ledger.outbox.waitingCounts(),
};

/** The question runs in the page: it is handed over as its own text, and names only what the page has. */
const measure = (page: Page, name: string, now: number): Promise<number[]> =>
  page.evaluate(`(async (ask) => {
    const taken = [];
    for (let round = 0; round < ${rounds}; round++) {
      const from = performance.now();
      await ask(${now});
      taken.push(performance.now() - from);
    }
    return taken.sort((a, b) => a - b);
  })(${String(questions[name])})`);

export async function benchLedger(): Promise<void> {
  const found = findChromium();
  if ('problem' in found) throw new Error(found.problem);
  const browser = await chromium.launch({ executablePath: found.path, headless: true, chromiumSandbox: process.getuid?.() !== 0 });
  const page = await browser.newPage();
  await page.route('https://bench.example/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto('https://bench.example/');
  await page.evaluate(await bundledLedger());
  const now = Date.now();
  const many = tickets(now);
  await page.evaluate(
    (rows) => ledger.store.importLedger({ format: 'handrail-ledger', formatVersion: 1, exportedAt: '', source: '', tickets: rows }),
    many,
  );
  process.stdout.write(
    `\nLedger of ${many.length.toLocaleString('en')} tickets in Chromium ${browser.version()}, ${rounds} rounds; goal ${goalMs} ms\n`,
  );
  const report = async (name: string, label = name): Promise<void> => {
    const taken = await measure(page, name, now);
    const [median = 0, worst = 0] = [taken[Math.floor(taken.length / 2)], taken.at(-1)];
    process.stdout.write(`${label.padEnd(44)} median ${median.toFixed(1).padStart(7)} ms   worst ${worst.toFixed(1).padStart(7)} ms\n`);
  };
  for (const name of Object.keys(questions)) await report(name);
  await page.evaluate((rows) => ledger.see(rows), many);
  await report(sentCounts, 'the same, where every ticket changed since');
  const [written, stood] = await page.evaluate(stillWhileWriting, many.slice(0, mostWritten));
  process.stdout.write(
    `${`${mostWritten.toLocaleString('en')} tickets imported in ${written.toFixed(0)} ms`.padEnd(44)} longest the page stood still ${stood.toFixed(1).padStart(7)} ms\n`,
  );
  await browser.close();
}

const mostWritten = 5000;

/** Runs in the page. @returns how long writing took, and the longest time for which the page's own thread could do nothing else, ms */
async function stillWhileWriting(rows: readonly LedgerTicket[]): Promise<[number, number]> {
  const newer = rows.map((row) => ({ ...row, lastSeenAt: new Date(Date.parse(row.lastSeenAt) + 1000).toISOString() }));
  let writing = true;
  let longest = 0;
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (writing) port2.postMessage(0);
  };
  const from = performance.now();
  port2.postMessage(0);
  await ledger.store.importLedger({ format: 'handrail-ledger', formatVersion: 1, exportedAt: '', source: '', tickets: newer });
  writing = false;
  return [performance.now() - from, longest];
}
