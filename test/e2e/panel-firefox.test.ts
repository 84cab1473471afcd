/** A hostile page in real Firefox: the panel has the place and size it has elsewhere. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { panelTag } from '../../scripts/extension-page.ts';
import { launchFirefox } from '../../scripts/launch-firefox.ts';
import { ticketPage } from './ticket-page.ts';

const hostile = `<style>* { all: unset !important; font-size: 40px !important } head { display: none !important } div, section, article, dl, dt, dd, h1, p, header, main { display: block !important } html { transform: translateX(30px) }</style>`;

let server: Server;
let firefox: Awaited<ReturnType<typeof launchFirefox>>;
let page: Page;

beforeAll(async () => {
  server = createServer((request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(ticketPage(request.url?.includes('hostile') ? { head: hostile } : {})),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  firefox = await launchFirefox(['http://127.0.0.1/*']);
  page = await firefox.browser.newPage();
});
afterAll(async () => {
  await firefox?.close();
  server?.close();
});

async function box(query: string): Promise<{ x: number; y: number; width: number; height: number } | undefined> {
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ticket/77${query}`);
  await page.waitForSelector(`${panelTag}[data-state="ready"]`, { timeout: 20_000 });
  return page.evaluate((tag) => {
    const frame = document.querySelector(tag)?.shadowRoot?.querySelector('.frame')?.getBoundingClientRect();
    return frame && { x: frame.x, y: frame.y, width: frame.width, height: frame.height };
  }, panelTag);
}

test('the panel has the same place and size on a hostile page', async () => {
  const plain = await box('');
  expect(plain?.width).toBeGreaterThan(300);
  expect(await box('?hostile')).toEqual(plain);
});

test('keys typed in the panel reach the panel and not the page', async () => {
  await box('');
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input']) window.addEventListener(type, () => seen.push(type), true);
  });
  const press = (pick: string, from: string): Promise<void> =>
    page.evaluate(
      (tag, pick, from) => {
        const found = [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll<HTMLElement>(from) ?? [])].find((one) =>
          new RegExp(pick).test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
        );
        if (found?.matches('textarea, input')) found.focus();
        else found?.click();
      },
      panelTag,
      pick,
      from,
    );
  await press('Handoff', '[role=tab]');
  await expect
    .poll(() =>
      page.evaluate(
        (tag) => document.querySelector(tag)?.shadowRoot?.querySelector('pre, [aria-label^="Edit"], [aria-label^="Fill"]') !== null,
        panelTag,
      ),
    )
    .toBe(true);
  await press('^(Edit|Fill)', 'button');
  await expect
    .poll(() => page.evaluate((tag) => document.querySelector(tag)?.shadowRoot?.querySelector('textarea, input[type=text]') !== null, panelTag))
    .toBe(true);
  await press('', 'textarea, input[type=text]');
  const text = (): Promise<string> =>
    page.evaluate((tag) => (document.querySelector(tag)?.shadowRoot?.activeElement as HTMLTextAreaElement | null)?.value ?? '', panelTag);
  const before = await text();
  await page.keyboard.type('jk now');
  expect(await text()).toBe(`${before}jk now`);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
});
