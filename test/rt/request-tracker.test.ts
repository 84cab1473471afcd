/** The packed extension on a real Request Tracker: right tier, right clocks, handoff copied; next ticket followed; list silent. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askPage, panelShown, panelTag } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { toPrinted } from '../../scripts/printed-reading.ts';
import { ClosedPanel } from '../e2e/closed-panel.ts';

interface Truth {
  readonly id: string;
  readonly subject: string;
  readonly createdAt: string;
  readonly priority: string;
  readonly requester: { readonly name: string; readonly email: string };
  readonly messages: readonly { readonly role: string; readonly internal: boolean; readonly at: string }[];
}

const base = `http://127.0.0.1:${process.env.RT5_PORT ?? 8091}`;
const truth = JSON.parse(
  readFileSync(join(process.env.RT5_STATE ?? join(process.env.TMPDIR ?? tmpdir(), 'rig-rt5'), 'truth.json'), 'utf8'),
) as Truth[];
const ticketAbout = (words: string): Truth => {
  const found = truth.find(({ subject }) => subject.includes(words));
  if (!found) throw new Error(`The seed has no ticket about "${words}".`);
  return found;
};
const legal = ticketAbout('go to my lawyer');
const calm = ticketAbout('Question about user seats');
const conversation = /Helpers\/TicketHistory/;

let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchChromium({ hosts: ['http://127.0.0.1/*'], headless: true, timezoneId: 'Europe/Berlin', locale: 'en-US' });
  page = await launched.context.newPage();
  await page.goto(base);
  await page.fill('#user', 'maya');
  await page.fill('input[name=pass]', 'rig-password');
  await Promise.all([page.waitForLoadState('load'), page.press('input[name=pass]', 'Enter')]);
  await page.waitForSelector('#li-preferences', { state: 'attached' });
});
afterAll(() => launched?.close());

const openTicket = async (ticket: Truth): Promise<void> => {
  await page.goto(`${base}/Ticket/Display.html?id=${ticket.id}`);
  await panelShown(page);
};
/** The ticket with its conversation, which RT fetches after the page: only that makes it one for Tier 4. */
const openLegal = async (): Promise<ClosedPanel> => {
  await openTicket(legal);
  const panel = await ClosedPanel.of(page);
  await panel.says('T4');
  return panel;
};
const minutesBetween = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / 60_000;

describe('Handrail on Request Tracker 5', () => {
  test('a legal threat belongs to Tier 4, and the panel quotes the words', async () => {
    const panel = await openLegal();
    expect(await panel.text()).toMatch(/Threat.*lawyer/);
    const { assessment } = toPrinted(await askPage(launched.worker, page.url(), 'page.read', {}));
    expect(assessment).toMatchObject({ tier: 4, verdict: 'escalate' });
  });

  test('the clocks count from the seeded times with the targets of the mapped priority', async () => {
    await openLegal();
    const { ticket, assessment } = toPrinted(await askPage(launched.worker, page.url(), 'page.read', {}));
    expect(ticket?.priorityLevel).toBe('critical');
    const clocks = assessment?.clocks as { name: string; state: string; due: string; stoppedAt?: string }[];
    const clock = (name: string) => clocks.find((one) => one.name === name);
    const answered = legal.messages.find(({ role, internal }) => role === 'agent' && !internal);
    // Critical: first response 15 min, resolution 4 h, around the clock by the default calendar.
    expect(minutesBetween(legal.createdAt, clock('firstResponse')?.due ?? '')).toBe(15);
    expect(clock('firstResponse')).toMatchObject({ state: 'missed' });
    expect(Date.parse(clock('firstResponse')?.stoppedAt ?? '')).toBe(Date.parse(answered?.at ?? ''));
    expect(minutesBetween(legal.createdAt, clock('resolution')?.due ?? '')).toBe(240);
    expect(clock('resolution')).toMatchObject({ state: 'overdue' });
  });

  test('while the conversation is on its way, the clock that hangs on it is left open', async () => {
    const released = Promise.withResolvers<void>();
    await page.route(conversation, async (route) => {
      await released.promise;
      await route.continue();
    });
    try {
      await openTicket(legal);
      const { ticket, assessment } = toPrinted(await askPage(launched.worker, page.url(), 'page.read', {}));
      expect(ticket).toMatchObject({ messages: [], missingMessages: 'some' });
      expect(assessment?.clocks).toContainEqual(expect.objectContaining({ name: 'firstResponse', state: 'unknown', due: null }));
      released.resolve();
      await (await ClosedPanel.of(page)).says('T4');
    } finally {
      released.resolve();
      await page.unroute(conversation);
    }
  });

  test('the copied handoff names id, customer, priority and timeline', async () => {
    const panel = await openLegal();
    await panel.click('Handoff');
    await panel.click('Copy handoff');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('# Escalation Handoff Document');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`**Ticket ID**: ${legal.id}`);
    expect(copied).toContain(legal.requester.name);
    expect(copied).toMatch(/\*\*Priority\*\*: Critical/);
    expect(copied).toMatch(/## Timeline\n- .*Initial contact/);
  });

  test('the panel follows to the next ticket, where nothing calls for escalation', async () => {
    await openLegal();
    await openTicket(calm);
    const panel = await ClosedPanel.of(page);
    await panel.says('T1');
    expect(await panel.text()).toContain(calm.subject);
    expect(await panel.text()).not.toContain('lawyer');
  });

  test.each([
    ['search results', "/Search/Results.html?Query=Queue%20%3D%20'Support'"],
    ['the home page', '/'],
    ['the form of a new ticket', '/Ticket/Create.html?Queue=1'],
  ])('%s shows nothing', async (_, path) => {
    await page.goto(base + path, { waitUntil: 'load' });
    await page.waitForLoadState('networkidle');
    const status = await askPage(launched.worker, page.url(), 'page.status', {});
    expect(status).toEqual({ state: 'no-ticket' });
    expect(await page.locator(panelTag).count()).toBe(0);
  });
});
