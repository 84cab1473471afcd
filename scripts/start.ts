/** `npm start`: the demo helpdesk and a browser with the extension on an open ticket. `--headless --out DIR` for machines without a display. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../lib/clock.ts';
import { startDemoHelpdesk } from '../test/demo-helpdesk/server.ts';
import { type Launched, launchChromium } from './launch.ts';
import { toPrinted } from './printed-reading.ts';
import { askPage, panelShown } from './extension-page.ts';

/** Every trigger at once: the ticket of the screenshots. */
const firstTicket = '48213';

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    out: { type: 'string' },
    ticket: { type: 'string' },
    skin: { type: 'string' },
    language: { type: 'string' },
    dark: { type: 'boolean', default: false },
  },
});

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const helpdesk = await startDemoHelpdesk({ now: systemClock.now() });
  const launched = await launchChromium({
    hosts: ['http://127.0.0.1/*'],
    headless: values.headless,
    ...(values.language ? { locale: values.language } : {}),
    colorScheme: values.dark ? 'dark' : 'light',
  });
  try {
    const page = launched.context.pages()[0] ?? (await launched.context.newPage());
    const address = new URL(`/tickets/${values.ticket ?? firstTicket}`, helpdesk.url);
    if (values.skin) address.searchParams.set('skin', values.skin);
    if (values.language) address.searchParams.set('lang', values.language);
    await page.goto(address.href);
    await page.bringToFront();
    if (values.headless) await show(launched, page);
    else {
      process.stdout.write(`The demo helpdesk runs at ${address.href}. Close the browser to end.\n`);
      await new Promise<void>((closed) => launched.context.once('close', () => closed()));
    }
  } finally {
    await launched.close().catch(() => undefined);
    await helpdesk.close();
  }
}

async function show(launched: Launched, page: Parameters<typeof panelShown>[0]): Promise<void> {
  await panelShown(page);
  const { ticket, assessment } = toPrinted(await askPage(launched.worker, page.url(), 'page.read', {}));
  if (!ticket || !assessment) throw new Error('The demo ticket was not recognised.');
  const reasons = assessment.reasons as { title: string; tier: number | null; evidence: { text?: string }[] }[];
  const clocks = assessment.clocks as { name: string; state: string; due: string | null; percent: number | null }[];
  const lines = [
    `#${ticket.id} ${ticket.subject}`,
    `Tier ${String(assessment.tier)} (${String(assessment.verdict)})`,
    ...reasons.map(
      ({ title, tier, evidence }) => `  because: ${title}${tier ? ` -> Tier ${tier}` : ''}${evidence[0]?.text ? ` ("${evidence[0].text}")` : ''}`,
    ),
    ...clocks
      .filter(({ state }) => state !== 'none')
      .map(
        ({ name, state, due, percent }) =>
          `  clock ${name}: ${state}${percent === null ? '' : `, ${Math.round(percent)} % used`}${due ? `, due ${due}` : ''}`,
      ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (values.out) {
    mkdirSync(values.out, { recursive: true });
    const picture = join(values.out, 'ticket.png');
    await page.screenshot({ path: picture });
    process.stdout.write(`Screenshot: ${picture}\n`);
  }
}
