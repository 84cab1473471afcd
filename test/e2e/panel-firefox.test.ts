/** The panel in real Firefox: the same picture on every hostile page, and the keys stay where they are typed. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panelSelector } from '../../scripts/extension-page.ts';
import { launchFirefox, setWindow } from '../../scripts/launch-firefox.ts';
import { difference, filtered, hostilePages, sandboxed, type Screen, tolerated, usual, withoutMinutes } from './hostile-pages.ts';
import { type TicketPage, ticketPage } from './ticket-page.ts';

let server: Server;
/** What the server answers at the moment. */
let served: { readonly page: TicketPage; readonly headers: Record<string, string> } = { page: {}, headers: {} };
let firefox: Awaited<ReturnType<typeof launchFirefox>>;
let page: Page;
/** A page without a ticket, in which pictures are decoded and compared. */
let desk: Page;

beforeAll(async () => {
  server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...served.headers }).end(ticketPage(served.page)),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  firefox = await launchFirefox(['http://127.0.0.1/*']);
  desk = await firefox.browser.newPage();
  page = await firefox.browser.newPage();
});
afterAll(async () => {
  await firefox?.close();
  server?.close();
});

interface Picture {
  readonly text: string;
  /** Counted from the right edge of what the window shows, since a longer page has a scroll bar beside it. */
  readonly box: { readonly right: number; readonly y: number; readonly width: number; readonly height: number };
  readonly png: string;
}

async function open(ticket: TicketPage, headers: Record<string, string> = {}): Promise<void> {
  served = { page: ticket, headers };
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ticket/77`);
  await page.waitForSelector(`${panelSelector}[data-state="ready"]`);
  // advice, the first look's tour and the handoff's gaps: what comes last
  const says = (): Promise<string> => page.evaluate((selector) => document.querySelector(selector)?.shadowRoot?.textContent ?? '', panelSelector);
  for (const words of ['lawyer', 'Skip the tour', ' to fill']) await expect.poll(says).toContain(words);
}

async function picture(ticket: TicketPage, screen: Screen = usual, headers: Record<string, string> = {}): Promise<Picture> {
  await setWindow(page, { width: screen.width, height: screen.height, deviceScaleFactor: screen.scale });
  await open(ticket, headers);
  const found = await page.evaluate((selector) => {
    const root = document.querySelector(selector)?.shadowRoot;
    const frame = root?.querySelector('.frame')?.getBoundingClientRect();
    if (!frame) return undefined;
    const { left, y, width, height } = frame;
    return {
      text: root?.querySelector('aside')?.textContent ?? '',
      left,
      box: { right: document.documentElement.clientWidth - frame.right, y, width, height },
    };
  }, panelSelector);
  if (!found) throw new Error('There is no panel.');
  const { text, left, box } = found;
  // the rounded corners and the border let the page shine through
  const clip = { x: left + 8, y: box.y + 8, width: box.width - 16, height: box.height - 16 };
  const png = await page.screenshot({ encoding: 'base64', clip, captureBeyondViewport: false });
  return { text, box, png };
}

const plainPictures = new Map<Screen, Promise<Picture>>();
function onPlainPage(screen: Screen): Promise<Picture> {
  const taken = plainPictures.get(screen) ?? picture({}, screen);
  plainPictures.set(screen, taken);
  // one that could not be taken is taken anew when a test is run once more
  taken.catch(() => plainPictures.delete(screen));
  return taken;
}

describe('the panel renders the same as on a plain page', () => {
  test.for(hostilePages)('%s', async ([when, ticket, headers = {}, screen = usual], { skip }) => {
    skip(
      when === sandboxed && (await firefox.browser.version()).includes('/140.'),
      'Firefox 140 lets no extension import a script into a sandboxed page',
    );
    const plain = await onPlainPage(screen);
    const hostile = await picture(ticket, screen, headers);
    expect(plain.box.width).toBeGreaterThan(250);
    expect(withoutMinutes(hostile.text)).toBe(withoutMinutes(plain.text));
    expect(hostile.box).toEqual(plain.box);
    expect(await desk.evaluate(difference, [plain.png, hostile.png] as const)).toBeLessThan(tolerated);
  });

  test('a filter over the root may colour the panel, but neither moves it nor changes its words', async () => {
    const [plain, other] = [await onPlainPage(usual), await picture(filtered)];
    expect(withoutMinutes(other.text)).toBe(withoutMinutes(plain.text));
    expect(other.box).toEqual(plain.box);
  });

  test('a picture of another state differs, so the comparison can fail', async () => {
    const plain = await onPlainPage(usual);
    const other = await picture({ subject: 'Another parcel', words: 'My lawyer is not happy. I want to speak to your manager now!' });
    expect(await desk.evaluate(difference, [plain.png, other.png] as const)).toBeGreaterThan(tolerated);
  });
});

test('keys typed in the panel reach the panel and not the page', async () => {
  await open({});
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input']) window.addEventListener(type, () => seen.push(type), true);
  });
  /** By the mouse, since the panel takes no click of a script. */
  const press = async (pick: string, from: string): Promise<void> => {
    const at = await page.evaluate(
      (selector, pick, from) => {
        const found = [...(document.querySelector(selector)?.shadowRoot?.querySelectorAll<HTMLElement>(from) ?? [])].find((one) =>
          new RegExp(pick).test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
        );
        found?.scrollIntoView({ block: 'center' });
        const box = found?.getBoundingClientRect();
        return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
      panelSelector,
      pick,
      from,
    );
    if (!at) throw new Error(`The panel has no ${from} that says ${pick}.`);
    await page.mouse.click(at.x, at.y);
  };
  await press('Handoff', '[role=tab]');
  await expect
    .poll(() =>
      page.evaluate(
        (selector) => document.querySelector(selector)?.shadowRoot?.querySelector('[aria-label^="Edit"], [aria-label^="Fill"]') instanceof Element,
        panelSelector,
      ),
    )
    .toBe(true);
  await press('^(Edit|Fill)', 'button');
  await expect
    .poll(() =>
      page.evaluate(
        (selector) => document.querySelector(selector)?.shadowRoot?.querySelector('textarea, input[type=text]') instanceof Element,
        panelSelector,
      ),
    )
    .toBe(true);
  await press('', 'textarea, input[type=text]');
  const text = (): Promise<string> =>
    page.evaluate(
      (selector) => (document.querySelector(selector)?.shadowRoot?.activeElement as HTMLTextAreaElement | null)?.value ?? '',
      panelSelector,
    );
  const before = await text();
  await page.keyboard.type('jk now');
  await expect.poll(text).toBe(`${before}jk now`);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
});
