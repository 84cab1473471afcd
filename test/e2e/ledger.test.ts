/** The ledger in a real browser: it counts a customer who comes back, and holds no words and no names. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { panelShown } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { ClosedPanel } from './closed-panel.ts';
import { servePage, ticketPage } from './ticket-page.ts';

const address = (id: string): string => `https://desk.example/ticket/${id}`;
const calm = 'I am still waiting for the parcel. Please tell me when it comes.';
let launched: Launched;
let page: Page;
const sent: string[] = [];

beforeAll(async () => {
  launched = await launchChromium({ hosts: ['https://desk.example/*'], headless: true, locale: 'en-US' });
  page = await launched.context.newPage();
  launched.context.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  for (const [id, day, subject] of [
    ['70', '2026-10-20', 'Change my address'],
    ['76', '2026-10-26', 'Re: Parcel lost'],
    ['77', '2026-11-02', 'Parcel lost again'],
  ] as const)
    await servePage(launched.context, address(id), ticketPage({ id, day, subject, words: calm }));
});
afterAll(() => launched?.close());

async function open(id: string): Promise<ClosedPanel> {
  await page.goto(address(id));
  await panelShown(page);
  return ClosedPanel.of(page);
}

/** Everything that this browser keeps for the extension, as one text. */
const stored = (): Promise<string> =>
  launched.worker.evaluate(async () => {
    const extension = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session', { get(): Promise<object> }> } }).chrome;
    const databases = await indexedDB.databases();
    const rows: unknown[] = [];
    for (const { name } of databases) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name ?? '');
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      for (const store of database.objectStoreNames) {
        rows.push(
          await new Promise((resolve) => {
            const asked = database.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => resolve(asked.result);
          }),
        );
      }
      database.close();
    }
    const { policy: _, ...local } = (await extension.storage.local.get()) as Record<string, unknown>;
    return JSON.stringify({ rows, local });
  });

test('a third contact over two tickets is counted; another matter of the same customer is not', async () => {
  const first = await open('76');
  expect(await first.text()).not.toContain('Third or later contact');
  await open('70');
  const panel = await open('77');
  await panel.says('Third or later contact');
});

test('nothing that is kept or sent has words, names or addresses of the ticket', async () => {
  await expect.poll(stored).toContain('"ticketId":"77"');
  const kept = await stored();
  for (const word of ['Ana', 'Silva', 'ana@', 'Tom', 'parcel', 'Parcel', 'lost', 'carrier', 'waiting']) expect(kept).not.toContain(word);
  const out = sent.filter((request) => !request.includes(' https://desk.example/ticket/') && !request.includes('chrome-extension://'));
  expect(out).toEqual([]);
});

test('the popup lists open tickets by their next deadline, snoozes one, and leads to its tab', async () => {
  const popup = await launched.context.newPage();
  const open = () => popup.goto(`chrome-extension://${launched.extensionId}/popup.html`);
  await open();
  const rows = popup.locator('.deadlines li');
  await expect.poll(() => rows.count()).toBe(3);
  const text = () => popup.locator('.deadlines').innerText();
  await expect.poll(text).toMatch(/Parcel lost[^]*#76 · /);
  expect(await text()).toContain('overdue by');
  await rows
    .nth(0)
    .getByRole('button', { name: /^Snooze / })
    .click();
  await expect.poll(() => rows.nth(0).innerText()).toContain('Snoozed until');
  await open();
  await expect.poll(() => rows.nth(0).innerText()).toContain('Wake');
  await popup.locator('.open', { hasText: '#77' }).click();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
  expect(page.url()).toBe(address('77'));
});

test('the badge counts the tickets at risk', async () => {
  const badge = () =>
    launched.worker.evaluate(() =>
      (globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }).chrome.action.getBadgeText({}),
    );
  await expect.poll(badge).toBe('3');
});

test('a draft survives until the ticket is resolved', async () => {
  const draft = { marks: {}, doneSteps: [], corrections: {}, handoff: { summary: 'my own draft' }, messages: {}, escalations: [], savedAt: 1 };
  await launched.worker.evaluate(
    ([key, value]) =>
      (globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }).chrome.storage.local.set({ [key]: value }),
    ['ticket:https://desk.example|generic|80', draft] as const,
  );
  await servePage(launched.context, address('80'), ticketPage({ id: '80', words: calm }));
  const panel = await open('80');
  await panel.click('Handoff');
  await panel.says('my own draft');
  expect(await stored()).toContain('my own draft');
  await servePage(launched.context, address('80'), ticketPage({ id: '80', words: calm, status: 'Resolved' }));
  await open('80');
  await expect.poll(stored).not.toContain('my own draft');
});
