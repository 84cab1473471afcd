/**
 * What can happen to the ledger's store in a real browser: a full disk, a crash in the middle of an import, a store of a newer version, one
 * that cannot be read. The page, the popup and the privacy page say so, what a person wrote stays, and afterwards there is the old or the new
 * ledger, never half of one.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldSight } from '../../lib/ledger/fold-sight.ts';
import { panelShown } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { sight } from '../ledger/ledger-builder.ts';
import { ClosedPanel } from './closed-panel.ts';
import { endWorker } from './end-worker.ts';
import { servePage, ticketPage } from './ticket-page.ts';

declare const chrome: { readonly storage: { readonly local: { get(): Promise<object> } } };

const profile = mkdtempSync(join(tmpdir(), 'handrail-profile-'));
const address = (id: string): string => `https://desk.example/ticket/${id}`;
const written = 'waits since the first store broke';
const imported = 5000;

let launched: Launched;
let ticket: Page;
/** A page of the extension: the privacy page. */
let own: Page;
let session: CDPSession;
let origin: string;

async function launch(): Promise<void> {
  launched = await launchChromium({ hosts: ['https://desk.example/*'], headless: true, locale: 'en-US', profile });
  for (const id of ['77', '78', '79', '80']) await servePage(launched.context, address(id), ticketPage({ id }));
  ticket = await launched.context.newPage();
  own = await launched.context.newPage();
  session = await launched.context.newCDPSession(own);
  origin = `chrome-extension://${launched.extensionId}`;
  await openOwn();
}
beforeAll(launch);
afterAll(async () => {
  await launched?.close();
  rmSync(profile, { recursive: true, force: true });
});

async function openOwn(): Promise<void> {
  await own.goto('about:blank');
  await own.goto(`${origin}/options.html#privacy`);
  await own.locator('main h2').first().waitFor();
}
async function openTicket(id: string): Promise<ClosedPanel> {
  await ticket.bringToFront();
  await ticket.goto(address(id));
  await panelShown(ticket);
  const panel = await ClosedPanel.of(ticket);
  await panel.says('lawyer');
  return panel;
}
/** The same sentence beside the ticket, in the popup and on the privacy page; the advice stays on screen. */
async function everyoneSays(id: string, inPanel: string, elsewhere: string): Promise<void> {
  await (await openTicket(id)).says(inPanel);
  const popup = await launched.context.newPage();
  await popup.goto(`${origin}/popup.html`);
  await expect.poll(() => popup.locator('.popup').innerText()).toContain(elsewhere);
  await popup.close();
  await openOwn();
  await expect.poll(() => own.locator('main').innerText()).toContain(elsewhere);
  expect(await drafts()).toContain(written);
}
/** Nothing is wrong any more, and tickets are taken in. */
async function allIsWell(id: string): Promise<void> {
  const panel = await openTicket(id);
  await expect.poll(keys).toContain(`https://desk.example|generic|${id}`);
  await expect.poll(() => panel.text()).not.toContain('een tickets');
  await openOwn();
  await expect.poll(() => own.locator('main .trouble').count()).toBe(0);
  expect(await drafts()).toContain(written);
}
const drafts = (): Promise<string> => own.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));

/** Keys of the tickets in the ledger, read past the product. */
const keys = (): Promise<string[]> =>
  own.evaluate(
    () =>
      new Promise<string[]>((read, fail) => {
        const opening = indexedDB.open('handrail-ledger');
        opening.onerror = () => fail(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const asked = opening.result.transaction('tickets').objectStore('tickets').getAllKeys();
          asked.onsuccess = () => {
            opening.result.close();
            read(asked.result as string[]);
          };
        };
      }),
  );
/** Another store in the place of the ledger's own. @param stores their names */
const replaceStore = (version: number, stores: readonly string[]): Promise<void> =>
  own.evaluate(
    ([version, stores]) =>
      new Promise<void>((done, fail) => {
        const deleting = indexedDB.deleteDatabase('handrail-ledger');
        deleting.onerror = () => fail(deleting.error ?? new Error('not deleted'));
        deleting.onsuccess = () => {
          const opening = indexedDB.open('handrail-ledger', version);
          opening.onupgradeneeded = () => stores.forEach((name) => opening.result.createObjectStore(name));
          opening.onsuccess = () => {
            opening.result.close();
            done();
          };
        };
      }),
    [version, stores] as const,
  );

/**
 * From now on the browser grants the extension no byte more. It looks at its quota again only when nobody had a store open for a while: until
 * then the worker and the page are kept from theirs.
 */
async function noSpaceLeft(): Promise<void> {
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await ticket.goto('about:blank');
  await endWorker(launched);
  const write = async (): Promise<string> => {
    await own.goto('about:blank');
    await own.goto(`${origin}/options.html#sites`);
    return own.evaluate(
      () =>
        new Promise<string>((done) => {
          const opening = indexedDB.open('try');
          opening.onupgradeneeded = () => opening.result.createObjectStore('try');
          opening.onsuccess = () => {
            const change = opening.result.transaction('try', 'readwrite');
            change.objectStore('try').put('something', 1);
            change.oncomplete = change.onabort = () => {
              opening.result.close();
              done(change.error?.name ?? 'written');
            };
          };
          opening.onerror = () => done(opening.error?.name ?? 'not opened');
        }),
    );
  };
  await expect.poll(write, { interval: 3000 }).toBe('QuotaExceededError');
}

test('a full disk: the advice and the drafts stay, everyone says so, and it comes right when there is room', async () => {
  const panel = await openTicket('77');
  await panel.click('Handoff');
  await panel.says('Summary');
  await own.evaluate(
    (words) =>
      (chrome as unknown as { storage: { local: { set(items: object): Promise<void> } } }).storage.local.set({
        'ticket:https://desk.example|generic|77': { handoff: { summary: words }, savedAt: Date.now() },
      }),
    written,
  );
  await noSpaceLeft();
  await everyoneSays('78', 'Seen tickets cannot be kept: the disk is full.', 'The disk is full, or the browser grants no more space.');
  expect(await keys()).toEqual(['https://desk.example|generic|77']);
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await allIsWell('78');
});

test('a store of a newer Handrail is left alone until the person decides', async () => {
  await replaceStore(99, ['tickets']);
  await everyoneSays('79', 'Seen tickets were written by a newer Handrail', 'Update Handrail to read them, or delete them and start over.');
  await own.getByRole('button', { name: 'Delete seen tickets and start over' }).click();
  await allIsWell('79');
  expect(await keys()).toEqual(['https://desk.example|generic|79']);
});

test('a store without its parts cannot be read, and is built anew by one press', async () => {
  await replaceStore(2, []);
  await everyoneSays('80', 'The browser cannot read seen tickets', 'The browser cannot read seen tickets any more.');
  await own.getByRole('button', { name: 'Delete seen tickets and start over' }).click();
  await allIsWell('80');
  expect(await keys()).toEqual(['https://desk.example|generic|80']);
});

test('a browser that dies in the middle of an import has the ledger of before, and the drafts', async () => {
  const before = await keys();
  const at = new Date().toISOString();
  const tickets = Array.from({ length: imported }, (_, index) => foldSight(undefined, sight(String(1000 + index), { at }), { subjectWords: [] }));
  const file = { format: 'handrail-ledger', formatVersion: 1, exportedAt: at, source: 'test', tickets };
  const browser = await launched.context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await browser?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (pid === undefined) throw new Error('The browser has no process.');
  const gone = new Promise((closed) => launched.context.once('close', closed));
  let put = 0;
  await own.exposeFunction('halfWritten', (count: number) => {
    put = count;
    process.kill(pid, 'SIGKILL');
  });
  await own.evaluate((half) => {
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as (...given: unknown[]) => IDBRequest;
    let count = 0;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: unknown[]) {
      if (++count === half) void (window as unknown as { halfWritten(count: number): Promise<void> }).halfWritten(count);
      return put.apply(this, given);
    } as typeof IDBObjectStore.prototype.put;
  }, imported);
  await own
    .locator('input[accept=".json"]')
    .setInputFiles({ name: 'ledger.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await gone;
  expect(put).toBe(imported);
  await launch();
  expect([before.length, before.length + imported]).toContain((await keys()).length);
  expect(await keys()).toEqual(expect.arrayContaining(before));
  await allIsWell('77');
});

test('files of the store that are garbage: the browser starts an empty one, the page works, the drafts are there', async () => {
  const id = launched.extensionId;
  await launched.close();
  const folder = join(profile, 'Default', 'IndexedDB', `chrome-extension_${id}_0.indexeddb.leveldb`);
  const files = readdirSync(folder);
  expect(files).toEqual(expect.arrayContaining([expect.stringMatching(/^MANIFEST/)]));
  for (const name of files) writeFileSync(join(folder, name), 'garbage');
  await launch();
  await allIsWell('77');
  expect(await keys()).toEqual(['https://desk.example|generic|77']);
});
