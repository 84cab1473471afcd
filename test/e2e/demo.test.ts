/** The built extension on the demo helpdesk in real Chromium: every trigger, following, silence, switching a site on, copying. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/build.ts';
import { askPage, panelShown, panelTag } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { toPrinted } from '../../scripts/printed-reading.ts';
import { type DemoHelpdesk, startDemoHelpdesk } from '../demo-helpdesk/server.ts';
import { demoTickets } from '../demo-helpdesk/tickets.ts';
import { ClosedPanel } from './closed-panel.ts';

const now = Date.now();
const tickets = demoTickets(now);
let desk: DemoHelpdesk;
let launched: Launched;
let page: Page;

beforeAll(async () => {
  desk = await startDemoHelpdesk({ now, zone: 'Europe/Berlin' });
  launched = await launchChromium({ hosts: ['http://127.0.0.1/*'], headless: true, timezoneId: 'Europe/Berlin', locale: 'en-US' });
  page = await launched.context.newPage();
});
afterAll(async () => {
  await launched?.close();
  await desk?.close();
});

const read = async () => toPrinted(await askPage(launched.worker, page.url(), 'page.read', {}));

describe.each(['modern', 'classic', 'cards'])('on the %s skin', (skin) => {
  test.each(tickets.map((ticket) => [ticket.id, ticket.subject, ticket] as const))('ticket %s, %s, gets its tier', async (_id, _subject, ticket) => {
    await page.goto(`${desk.url}/tickets/${ticket.id}?skin=${skin}`);
    await panelShown(page);
    const { ticket: got, assessment } = await read();
    expect(got).toMatchObject({ id: ticket.id, subject: ticket.subject, statusKind: ticket.status, priorityLevel: ticket.priority });
    expect(got?.requester?.name).toBe(ticket.requester.name);
    expect(got?.messages).toHaveLength(ticket.messages.length);
    expect({ tier: assessment?.tier, resolved: assessment?.verdict === 'resolved' }).toEqual({
      tier: ticket.expect.tier,
      resolved: ticket.expect.resolved ?? false,
    });
  });

  test.each(['/tickets', '/dashboard', '/settings', '/search?q=refund', '/tickets/new', '/kb/refunds'])('%s shows nothing', async (path) => {
    await page.goto(`${desk.url}${path}${path.includes('?') ? '&' : '?'}skin=${skin}`, { waitUntil: 'networkidle' });
    expect(await askPage(launched.worker, page.url(), 'page.status', {})).toEqual({ state: 'no-ticket' });
    expect(await page.locator(panelTag).count()).toBe(0);
  });
});

describe('the panel', () => {
  test('never shows the advice of the ticket that was left, also while the next one still loads', async () => {
    await page.goto(`${desk.url}/tickets/48213`);
    await panelShown(page);
    const panel = await ClosedPanel.of(page);
    await panel.says('Refund still missing');
    await page.locator('a[href*="/tickets/"]').first().waitFor({ state: 'attached' });
    // follow the page's own link to the next ticket: the address changes at once, the old ticket stays drawn for a while
    await page.keyboard.press('j');
    await page.waitForURL((url) => !url.pathname.endsWith('48213'));
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const seen: string[] = [];
    for (let looks = 0; looks < 10; looks++) {
      seen.push(await panel.text().catch(() => ''));
      await page.waitForTimeout(60);
    }
    expect(seen.filter((text) => text.includes('Refund still missing'))).toEqual([]);
    await panel.says(`#${id}`);
  });

  test('keeps typed keys from the shortcuts of the helpdesk', async () => {
    await page.goto(`${desk.url}/tickets/48213`);
    await panelShown(page);
    const panel = await ClosedPanel.of(page);
    await panel.click('Handoff');
    const before = page.url();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.waitForTimeout(600);
    expect(page.url()).toBe(before);
  });

  test('copies the handoff as rich text and Markdown in one go', async () => {
    await page.goto(`${desk.url}/tickets/48213`);
    await panelShown(page);
    const panel = await ClosedPanel.of(page);
    await panel.click('Handoff');
    await panel.click('Copy handoff');
    await panel.says('Copied');
    const flavours = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (item?.types.includes(type) ? await (await item.getType(type)).text() : '');
      return { text: await read('text/plain'), html: await read('text/html') };
    });
    expect(flavours.text).toContain('# Escalation Handoff Document');
    expect(flavours.text).toContain('**Ticket ID**: 48213');
    expect(flavours.html).toContain('<h1>Escalation Handoff Document</h1>');
  });

  test('remembers marks of a ticket across a reload', async () => {
    await page.goto(`${desk.url}/tickets/48240`);
    await panelShown(page);
    const panel = await ClosedPanel.of(page);
    await panel.says('T1');
    await panel.click('Only you can see');
    await panel.click('Asks for a manager');
    await panel.says('T4');
    // what a reload takes away is only what was not stored yet
    await expect
      .poll(() =>
        launched.worker.evaluate(async () => {
          const { local } = (globalThis as unknown as { chrome: { storage: { local: { get(): Promise<Record<string, { marks?: object }>> } } } })
            .chrome.storage;
          return Object.entries(await local.get()).find(([key]) => key.endsWith('|48240'))?.[1].marks;
        }),
      )
      .toEqual({ manager: true });
    await page.reload();
    await panelShown(page);
    const again = await ClosedPanel.of(page);
    await again.says('T4');
    expect(await again.text()).toContain('How do I change my invoice address?');
  });

  test('goes with its site: after the permission is withdrawn a reload shows nothing', async () => {
    const registered = await launched.worker.evaluate(async () => {
      const scripts = await (
        globalThis as unknown as { chrome: { scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> } } }
      ).chrome.scripting.getRegisteredContentScripts();
      return scripts.flatMap(({ matches }) => matches);
    });
    expect(registered).toEqual(['http://127.0.0.1/*']);
  });
});

describe('a page with a strict content policy and hostile styles', () => {
  test('still gets the panel, unchanged in size', async () => {
    const html = readFileSync(join(root, 'test/e2e/pages/hostile.html'), 'utf8');
    await page.route('http://127.0.0.1:9/ticket/77', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
        body: html,
      }),
    );
    await page.goto('http://127.0.0.1:9/ticket/77');
    await panelShown(page);
    const panel = await ClosedPanel.of(page);
    await panel.says('T4');
    expect(await panel.text()).toContain('lawyer');
  });
});
