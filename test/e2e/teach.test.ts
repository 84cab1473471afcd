/** Pointing at values on a page without usable labels, and what becomes of them when the page is redesigned. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askPage, panelShown } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { ClosedPanel } from './closed-panel.ts';
import { servePage } from './ticket-page.ts';

interface Ticket {
  readonly id: string;
  readonly priority: string;
  readonly plan: string;
  readonly city: string;
}
const message = (by: string, at: string, words: string): string =>
  `<article><b>${by}</b> <time datetime="${at}">${at}</time><p>${words}</p></article>`;
const talk = `${message('Ana Silva', '2026-11-02T09:00:00Z', 'My parcel has not arrived. Where is it?')}
${message('Tom Reed', '2026-11-02T10:00:00Z', 'Hello, I am asking the carrier and will come back to you.')}`;

/** Values with nothing beside them that says what they are. */
const first = ({
  id,
  priority,
  plan,
  city,
}: Ticket): string => `<!doctype html><html lang="en"><head><title>Ticket #${id} Parcel lost</title></head><body><main>
<h1>Parcel lost</h1><p>Ticket #${id}</p>
<div class="facts"><span class="fact-level">${priority}</span><em class="fact-plan">${plan}</em><i class="fact-city">${city}</i></div>
<section>${talk}</section></main></body></html>`;
/** The same software a year later: classes renamed, the columns swapped. */
const redesigned = ({
  id,
  priority,
  plan,
  city,
}: Ticket): string => `<!doctype html><html lang="en"><head><title>Ticket #${id} Parcel lost</title></head><body><main>
<h1>Parcel lost</h1><p>Ticket #${id}</p>
<section>${talk}</section>
<div class="x-9"><i class="x-3">${city}</i><span class="x-1">${priority}</span><em class="x-2">${plan}</em></div></main></body></html>`;

const address = (id: string): string => `https://desk.example/ticket/${id}`;
const one: Ticket = { id: '77', priority: 'Urgent', plan: 'Platinum', city: 'Lisbon' };
const two: Ticket = { id: '78', priority: 'Low', plan: 'Starter', city: 'Hanoi' };
let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchChromium({ hosts: ['https://desk.example/*'], headless: true, locale: 'en-US' });
  page = await launched.context.newPage();
  await servePage(launched.context, address('77'), first(one));
  await servePage(launched.context, address('78'), first(two));
  await servePage(launched.context, address('79'), redesigned({ ...two, id: '79' }));
});
afterAll(() => launched?.close());

async function open(id: string): Promise<ClosedPanel> {
  await page.goto(address(id));
  // nothing here looks like a ticket by itself, so the person says that it is one
  await askPage(launched.worker, address(id), 'page.show', {});
  await panelShown(page);
  return ClosedPanel.of(page);
}
/** Label -> value as the panel lists them. */
async function fields(panel: ClosedPanel): Promise<Record<string, string>> {
  await panel.click('Check');
  await expect.poll(() => panel.run((root) => root.querySelectorAll('.fields > div').length)).toBeGreaterThan(0);
  const rows = await panel.run((root) =>
    [...root.querySelectorAll('.fields > div')].map((row) => [
      row.querySelector('dt')?.textContent ?? '',
      row.querySelector('.value')?.textContent ?? '',
    ]),
  );
  await panel.click('Back');
  return Object.fromEntries(rows) as Record<string, string>;
}
/** What was taught reaches the panel through storage, so it is waited for. */
async function reads(panel: ClosedPanel, wanted: Record<string, string>): Promise<void> {
  await expect.poll(() => fields(panel)).toMatchObject(wanted);
}
const focusOf = (panel: ClosedPanel): Promise<string | null | undefined> => panel.run((root) => root.activeElement?.textContent);
async function typeName(panel: ClosedPanel, name: string): Promise<void> {
  await expect
    .poll(() =>
      panel.run((root) => {
        const field = root.querySelector<HTMLInputElement>('input[placeholder="Customer tier"]');
        field?.focus();
        return field !== null && root.activeElement === field;
      }),
    )
    .toBe(true);
  await page.keyboard.type(name);
}
/** From the name on, past the box for a typed value. */
async function tabToPointing(panel: ClosedPanel): Promise<void> {
  const focused = (): Promise<string | null | undefined> => focusOf(panel);
  for (let steps = 0; steps < 4 && (await focused()) !== 'Point at it'; steps++) await page.keyboard.press('Tab');
  expect(await focused()).toBe('Point at it');
}

test('a value is taught by pointing, another by name, a third by keyboard alone', async () => {
  const panel = await open('77');
  await page.evaluate(() => {
    const clicks: string[] = [];
    Object.assign(globalThis, { clicks });
    for (const type of ['pointerdown', 'mousedown', 'click'])
      window.addEventListener(type, ({ target }) => target instanceof Element && target.closest('main') && clicks.push(type), true);
  });
  await panel.click('Check');
  await panel.click('Point at it: Priority');
  await panel.says('Point at the value of “Priority”');
  await page.mouse.click(...(await middle('.fact-level')));
  await panel.says(/Priority on this page: Urgent/);
  await panel.click('That is right');
  await panel.says('Handrail will look for it');
  await reads(panel, { Priority: 'Urgent' });

  await panel.click('Check');
  await typeName(panel, 'Plan');
  await tabToPointing(panel);
  await page.keyboard.press('Enter');
  await panel.says('Point at the value of “Plan”');
  await page.mouse.click(...(await middle('.fact-plan')));
  await panel.says(/Plan on this page: Platinum/);
  await panel.click('That is right');

  await panel.click('Check');
  await typeName(panel, 'City');
  await tabToPointing(panel);
  await page.keyboard.press('Enter');
  await panel.says('Point at the value of “City”');
  for (let steps = 0; steps < 30 && !(await panel.text()).includes('Lisbon'); steps++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await panel.says(/City on this page: Lisbon/);
  await expect.poll(() => focusOf(panel)).toBe('That is right');
  await page.keyboard.press('Enter');
  await reads(panel, { Priority: 'Urgent', Plan: 'Platinum', City: 'Lisbon' });
  expect(await page.evaluate(() => (globalThis as unknown as { clicks: string[] }).clicks), 'clicks on the page itself').toEqual([]);
});

test('what was taught is kept without its value', async () => {
  const stored = await launched.worker.evaluate(async () => {
    const { local } = (globalThis as unknown as { chrome: { storage: { local: { get(): Promise<Record<string, unknown>> } } } }).chrome.storage;
    const { policy: _, ...rest } = await local.get();
    return JSON.stringify(rest);
  });
  expect(stored).toContain('custom:Plan');
  for (const value of ['Urgent', 'Platinum', 'Lisbon']) expect(stored.toLowerCase()).not.toContain(value.toLowerCase());
});

test('on the next ticket its own values are read, and each is asked about once', async () => {
  const panel = await open('78');
  await reads(panel, { Priority: 'Low', Plan: 'Starter', City: 'Hanoi' });
  for (const words of [/Priority on another ticket.*Low/, /Plan on another ticket.*Starter/, /City on another ticket.*Hanoi/]) {
    await panel.says(words);
    await panel.click('That is right');
  }
  await expect.poll(() => panel.text()).not.toContain('on another ticket');
});

test('after a redesign each value is right or absent, never another one', async () => {
  const panel = await open('79');
  const read = await fields(panel);
  for (const [label, right] of [
    ['Priority', 'Low'],
    ['Plan', 'Starter'],
    ['City', 'Hanoi'],
  ] as const)
    expect([right, 'not read', 'Not read', undefined]).toContain(read[label]);
});

async function middle(selector: string): Promise<[number, number]> {
  const box = await page.locator(selector).boundingBox();
  return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
}
