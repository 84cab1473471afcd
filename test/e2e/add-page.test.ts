/** A page of the demo helpdesk becomes a case: nobody's name is in it, and it is read as the page was. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addPage } from '../../scripts/add-page.ts';
import { capturePage, pageHtml } from '../../scripts/capture-page.ts';
import { findChromium } from '../../scripts/find-browser.ts';
import { type DemoHelpdesk, startDemoHelpdesk } from '../demo-helpdesk/server.ts';
import { demoAgents, demoTickets } from '../demo-helpdesk/tickets.ts';

const folder = mkdtempSync(join(tmpdir(), 'handrail-add-'));
const now = Date.parse('2026-11-24T09:00:00Z');
let helpdesk: DemoHelpdesk;
let browser: BrowserContext;
let port: string;

beforeAll(async () => {
  const found = findChromium();
  if ('problem' in found) throw new Error(found.problem);
  helpdesk = await startDemoHelpdesk({ now, zone: 'Europe/Berlin' });
  browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: found.path,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--remote-debugging-port=0'],
  });
  const written = join(folder, 'profile/DevToolsActivePort');
  port = await vi.waitUntil(() => existsSync(written) && /^\d+\n/.exec(readFileSync(written, 'utf8'))?.[0].trim(), { timeout: 20_000 });
});
afterAll(async () => {
  await browser.close();
  await helpdesk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command, and gives what it printed. */
async function add(...args: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const code = await addPage(args);
    return { code, said: write.mock.calls.map(([text]) => String(text)).join('') };
  } finally {
    write.mockRestore();
  }
}

test('a tab of a running browser becomes a scrubbed page with a draft of its truth', async () => {
  const ticket = demoTickets(now)[0];
  if (!ticket) throw new Error('The demo helpdesk has no ticket.');
  const address = `${helpdesk.url}/tickets/${ticket.id}?skin=modern`;
  const tab = await browser.newPage();
  await tab.goto(address);
  const seen = await tab.evaluate(() => document.documentElement.outerHTML);

  const target = join(folder, 'cases', randomUUID(), 'demo/one');
  const unsure = await add(address, '--to', target, '--attach', port, '--zone', 'Europe/Berlin');
  expect(unsure).toMatchObject({ code: 1, said: expect.stringMatching(/Replaced: word \d+[^]*Nothing was written/) as string });
  expect(existsSync(`${target}.html`)).toBe(false);

  const { code, said } = await add(address, '--to', target, '--attach', port, '--zone', 'Europe/Berlin', '--yes');
  expect(said).not.toContain('Read before the scrubbing and not after it');
  expect(code).toBe(0);
  expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(seen);

  const html = readFileSync(`${target}.html`, 'utf8');
  const written = readFileSync(`${target}.json`, 'utf8');
  const people = [...Object.values(demoAgents).map(({ name }) => name), ticket.requester.name, ticket.requester.email];
  for (const word of people.flatMap((name) => name.match(/\p{L}{3,}/gu) ?? []).filter((one) => one !== 'example' && one !== 'com'))
    expect(html + written).not.toMatch(new RegExp(`\\b${word}\\b`, 'i'));
  for (const { text } of ticket.messages) expect(html + written).not.toContain(text.split('\n')[0]);
  expect(html + written).not.toContain(ticket.id);

  const truth = JSON.parse(written) as {
    draft: boolean;
    url: string;
    ticket: { id: string; status: string; messages: readonly { role: string; internal: boolean }[] };
  };
  expect(truth).toMatchObject({ draft: true, helpdesk: 'demo', pageTimeZone: 'Europe/Berlin', made: { by: 'software' } });
  expect(truth.url).toBe(`https://desk.example/tickets/${truth.ticket.id}?skin=modern`);
  expect(truth.ticket.messages).toHaveLength(ticket.messages.length);
  expect(truth.ticket.messages.map(({ internal }) => internal)).toEqual(ticket.messages.map(({ internal }) => internal));

  await expect(add(address, '--to', target, '--attach', port, '--yes')).rejects.toThrow('exists already');
  await expect(add('http://127.0.0.1/none', '--to', join(folder, 'x/y'), '--attach', port)).rejects.toThrow('No tab of that browser');
});

test('closed shadow roots, frames and typed values are captured as they are seen', async () => {
  const tab = await browser.newPage();
  await tab.setContent(`<x-a></x-a><input id=i><p hidden>gone</p><iframe srcdoc="<p>inside"></iframe><script>
    document.querySelector('x-a').attachShadow({ mode: 'closed' }).innerHTML = '<b>deep</b><x-b></x-b>';
    document.querySelector('#i').value = 'typed'</script>`);
  const html = pageHtml(await capturePage(tab));
  expect(html).toContain('<x-a><template shadowrootmode="closed"><b>deep</b><x-b></x-b></template></x-a>');
  expect(html).toContain('value="typed"');
  expect(html).toContain('style="display:none!important">gone');
  expect(html).toMatch(/srcdoc="[^"]*&lt;p&gt;inside&lt;\/p&gt;/);
  expect(html).not.toContain('script');
});
