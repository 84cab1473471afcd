/** Deadlines in a real browser: one notification for a thousand tickets, also by a worker that was ended before; none at night and none twice. */
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { endWorker } from './end-worker.ts';

declare const chrome: {
  readonly storage: { readonly local: { get(key: string): Promise<Record<string, object>>; set(items: object): Promise<void> } };
  readonly alarms: { get(name: string): Promise<{ scheduledTime: number } | undefined>; create(name: string, about: object): Promise<void> };
  readonly notifications: { getAll(): Promise<object>; clear(id: string): Promise<boolean> };
  readonly action: { getBadgeText(about: object): Promise<string> };
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
};

let launched: Launched | undefined;
let page: Page;
afterEach(() => launched?.close());

/** A zone in which it is now about `hour` o'clock. Zones of this kind are named the other way round. */
function zoneAt(hour: number): string {
  const east = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return east === 0 ? 'UTC' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}

/** A browser of somebody who wants to be told, with so many tickets that all run out in an hour. */
async function start(hour: number, count: number): Promise<void> {
  launched = await launchChromium({ hosts: [], permissions: ['notifications'], headless: true, locale: 'en-US', timezoneId: zoneAt(hour) });
  page = await launched.context.newPage();
  await page.goto(`chrome-extension://${launched.extensionId}/options.html#settings`);
  await page.locator('main').waitFor();
  await page.evaluate(async (many) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { prompting: 'silent', toured: true, retentionDays: 180, ...settings, notify: true } });
    // opens the store for the first time
    await chrome.runtime.sendMessage({ handrail: 'deadlines.look', request: {} });
    const database = await new Promise<IDBDatabase>((opened) => {
      const asked = indexedDB.open('handrail-ledger');
      asked.onsuccess = () => opened(asked.result);
    });
    const change = database.transaction('tickets', 'readwrite');
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    for (let id = 0; id < many; id++)
      change.objectStore('tickets').put({
        key: `https://desk.example|generic|${id}`,
        origin: 'https://desk.example',
        helpdesk: 'generic',
        ticketId: String(id),
        firstSeenAt: dueAt,
        lastSeenAt: dueAt,
        policy: { id: 'default', version: 1 },
        subjectWords: [],
        recommendations: [{ at: dueAt, tier: 1, verdict: 'keep', rules: [], shadow: [] }],
        escalations: [],
        clocks: [{ name: 'resolution', state: 'running', dueAt }],
        facts: { at: dueAt, values: {} },
        notified: [],
        nextDueAt: dueAt,
      });
    await new Promise((done) => (change.oncomplete = done));
    database.close();
    await chrome.runtime.sendMessage({ handrail: 'deadlines.look', request: {} });
  }, count);
}

/** The hour passes: every ticket ran out a minute ago. Nobody looks yet. */
const runOut = (): Promise<void> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((opened) => {
      const asked = indexedDB.open('handrail-ledger');
      asked.onsuccess = () => opened(asked.result);
    });
    const change = database.transaction('tickets', 'readwrite');
    const store = change.objectStore('tickets');
    const dueAt = new Date(Date.now() - 60_000).toISOString();
    const all = store.getAll() as IDBRequest<object[]>;
    all.onsuccess = () => {
      for (const row of all.result) store.put({ ...row, clocks: [{ name: 'resolution', state: 'running', dueAt }], nextDueAt: dueAt });
    };
    await new Promise((done) => (change.oncomplete = done));
    database.close();
  });

const shown = (): Promise<string[]> => page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
/** The alarm as it is set, brought forward. */
const alarmRings = (): Promise<void> => page.evaluate(() => chrome.alarms.create('deadlines', { when: Date.now() + 500 }));
const told = (): Promise<number[]> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((opened) => {
      const asked = indexedDB.open('handrail-ledger');
      asked.onsuccess = () => opened(asked.result);
    });
    const rows = await new Promise<{ notified: unknown[] }[]>((read) => {
      const asked = database.transaction('tickets').objectStore('tickets').getAll() as IDBRequest<{ notified: unknown[] }[]>;
      asked.onsuccess = () => read(asked.result);
    });
    database.close();
    return [...new Set(rows.map(({ notified }) => notified.length))];
  });

test('a worker that was ended is started by the alarm and tells of a thousand tickets at once, one time', async () => {
  await start(12, 1000);
  expect(await page.evaluate(async () => (await chrome.alarms.get('deadlines')) !== undefined)).toBe(true);
  expect(await shown()).toEqual([]);
  await endWorker(launched as Launched);
  await runOut();
  await alarmRings();
  await expect.poll(shown).toEqual(['deadlines']);
  await expect.poll(told).toEqual([1]);
  await expect.poll(() => page.evaluate(() => chrome.action.getBadgeText({}))).toBe('1000');
  await page.evaluate(() => chrome.notifications.clear('deadlines'));
  await alarmRings();
  await page.evaluate(() => chrome.runtime.sendMessage({ handrail: 'deadlines.look', request: {} }));
  expect(await shown()).toEqual([]);
  expect(await told()).toEqual([1]);
});

test('nobody is told at night', async () => {
  await start(2, 20);
  await runOut();
  await alarmRings();
  await expect.poll(() => page.evaluate(() => chrome.action.getBadgeText({}))).toBe('20');
  await page.evaluate(() => chrome.runtime.sendMessage({ handrail: 'deadlines.look', request: {} }));
  expect(await shown()).toEqual([]);
  expect(await told()).toEqual([0]);
});
