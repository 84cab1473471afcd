/**
 * Reads every ticket of the demo helpdesk in Chromium with the generic reader, in every skin, and compares with the truth.
 * `node test/demo-helpdesk/read-check.ts [SKIN] [TICKET]` prints what is wrong and what is missing; exits 1 when something is wrong.
 */
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { systemClock } from '../../lib/clock.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';
import type * as reader from './in-page-reader.ts';
import { demoSkins } from './page-context.ts';
import { startDemoHelpdesk } from './server.ts';
import { demoSnapshot } from './snapshot.ts';
import { demoTickets } from './tickets.ts';

/** The reader as one script that a page can run. */
async function readerScript(): Promise<string> {
  const entry = new URL('./in-page-reader.ts', import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'handrailReader', fileName: 'reader' } },
  });
  for (const result of Array.isArray(built) ? built : [built])
    if ('output' in result)
      for (const part of result.output) if (part.type === 'chunk') return `${part.code};globalThis.handrailReader = handrailReader;`;
  throw new Error('the reader did not build');
}

interface Compared {
  readonly name: string;
  readonly got: unknown;
  readonly truth: unknown;
}

const folded = (text: string) => text.replace(/[>\s]+/g, ' ').trim();

function compare(got: TicketSnapshot, truth: TicketSnapshot): Compared[] {
  const near = (at: string | undefined, true_: string | undefined, errorMs = 0) =>
    at === undefined ? undefined : Math.abs(Date.parse(at) - Date.parse(true_ ?? '')) <= errorMs + 60_000;
  const fields = (['id', 'subject', 'status', 'statusKind', 'priority', 'assignee', 'group', 'organization', 'requester', 'tags'] as const).map(
    (name) => ({
      name,
      got: got.fields[name]?.value,
      truth: truth.fields[name]?.value,
    }),
  );
  const custom = Object.entries(truth.customFields).map(([name, field]) => ({ name, got: got.customFields[name]?.value, truth: field.value }));
  const { createdAt, statusHistory } = got.fields;
  const kinds = truth.fields.statusHistory?.value.map((change) => change.kind) ?? [];
  return [
    ...fields,
    ...custom,
    { name: 'createdAt', got: near(createdAt?.value, truth.fields.createdAt?.value, createdAt?.errorMs), truth: true },
    ...(kinds.length === 0 ? [] : [{ name: 'statusHistory', got: statusHistory?.value.map((change) => change.kind), truth: kinds }]),
    { name: 'message count', got: got.messages.length, truth: truth.messages.length },
    ...truth.messages.flatMap((message, n) => {
      const found = got.messages[n];
      const part = (name: string, value: unknown, wanted: unknown) => ({ name: `message ${name}`, got: value, truth: wanted });
      return [
        part('role', found?.role, message.role),
        part('internal', found?.internal, message.internal),
        part('author', found?.author, message.author),
        part('time', near(found?.at, message.at, found?.atErrorMs), true),
        part('text', found && folded(found.text), folded(message.text)),
        part('attachments', found?.attachments, message.attachments),
      ];
    }),
  ];
}

const [onlySkin, onlyTicket] = process.argv.slice(2);
const now = systemClock.now();
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const script = await readerScript();
const desk = await startDemoHelpdesk({ now, zone });
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', chromiumSandbox: false });
const page = await (await browser.newContext({ viewport: { width: 1366, height: 900 }, bypassCSP: true })).newPage();
let wrongs = 0;

async function read(path: string): Promise<TicketSnapshot | undefined> {
  await page.goto(desk.url + path);
  await page.evaluate(script);
  return page.evaluate(
    async ([at, inZone]) => {
      const { handrailReader } = globalThis as unknown as { handrailReader: typeof reader };
      await handrailReader.loadAllParts();
      return handrailReader.readPage(document, { url: location.href, now: at, zone: inZone, adapter: 'generic' })?.snapshot;
    },
    [now, zone] as const,
  );
}

for (const skin of demoSkins.filter((s) => onlySkin === undefined || s === onlySkin)) {
  const missing = new Map<string, string[]>();
  let right = 0;
  for (const ticket of demoTickets(now).filter((t) => onlyTicket === undefined || t.id === onlyTicket)) {
    const got = await read(`/tickets/${ticket.id}?skin=${skin}`);
    if (!got) {
      wrongs += 1;
      console.log(`${skin} ${ticket.id}: not recognised as a ticket`);
      continue;
    }
    for (const { name, got: value, truth } of compare(got, demoSnapshot(ticket, got.readAt, zone))) {
      if (JSON.stringify(value) === JSON.stringify(truth)) right += 1;
      else if (value === undefined) missing.set(name, [...(missing.get(name) ?? []), ticket.id]);
      else {
        wrongs += 1;
        console.log(`${skin} ${ticket.id}: ${name} is ${JSON.stringify(value).slice(0, 160)}, should be ${JSON.stringify(truth)?.slice(0, 160)}`);
      }
    }
  }
  for (const path of onlyTicket === undefined ? ['/tickets', '/dashboard', '/settings', '/kb/prioritise', '/search?q=re', '/tickets/new'] : []) {
    if (!(await read(`${path}${path.includes('?') ? '&' : '?'}skin=${skin}`))) continue;
    wrongs += 1;
    console.log(`${skin} ${path}: taken for a ticket`);
  }
  console.log(`${skin}: ${right} right; missing: ${[...missing].map(([name, ids]) => `${name} (${ids.length})`).join(', ') || 'nothing'}`);
}
console.log(`${wrongs} wrong`);
await browser.close();
await desk.close();
process.exitCode = wrongs > 0 ? 1 : 0;
