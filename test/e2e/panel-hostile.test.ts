/** The panel looks and works the same whatever the page around it does: styles, scripts, content policy, direction, zoom, width. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panelShown } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { ClosedPanel } from './closed-panel.ts';
import { servePage, type TicketPage, ticketPage } from './ticket-page.ts';

const url = 'https://desk.example/ticket/77';
/** A minute that passes between two pictures may change a digit of a countdown; nothing else may differ. */
const tolerated = 0.002;

let launched: Launched;
/** A page of no site, in which pictures are decoded and compared. */
let desk: Page;

beforeAll(async () => {
  launched = await launchChromium({
    hosts: ['https://desk.example/*'],
    headless: true,
    timezoneId: 'Europe/Berlin',
    locale: 'en-US',
    colorScheme: 'light',
  });
  desk = await launched.context.newPage();
});
afterAll(() => launched?.close());

interface Screen {
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel: the browser's own zoom halves the width and doubles this. */
  readonly scale: number;
}
const usual: Screen = { width: 1280, height: 800, scale: 1 };

interface Picture {
  readonly text: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly png: string;
}

async function picture(page: TicketPage, screen: Screen = usual, headers: Record<string, string> = {}): Promise<Picture> {
  await servePage(launched.context, url, ticketPage(page), headers);
  const tab = await launched.context.newPage();
  try {
    const protocol = await launched.context.newCDPSession(tab);
    await protocol.send('Emulation.setDeviceMetricsOverride', {
      width: screen.width,
      height: screen.height,
      deviceScaleFactor: screen.scale,
      mobile: false,
    });
    await tab.goto(url);
    await panelShown(tab);
    const panel = await ClosedPanel.of(tab);
    await panel.says('lawyer');
    await tab.mouse.move(1, 1);
    const box = await panel.run((root) => {
      const { x, y, width, height } = (root.querySelector('.frame') ?? root.host).getBoundingClientRect();
      return { x, y, width, height };
    });
    // the rounded corners and the border let the page shine through
    const inner = { x: box.x + 8, y: box.y + 8, width: box.width - 16, height: box.height - 16 };
    const { data } = await protocol.send('Page.captureScreenshot', {
      format: 'png',
      clip: { ...inner, scale: 1 },
      captureBeyondViewport: false,
    });
    return { text: await panel.text(), box, png: data };
  } finally {
    await tab.close();
  }
}

const plainPictures = new Map<Screen, Promise<Picture>>();
function onPlainPage(screen: Screen): Promise<Picture> {
  const taken = plainPictures.get(screen) ?? picture({}, screen);
  plainPictures.set(screen, taken);
  return taken;
}

/** A minute may pass between two pictures. */
const words = ({ text }: Picture): string => text.replace(/\d/g, '0');

/** Share of pixels that differ visibly, 0 to 1; 1 when the sizes differ. */
function difference(one: string, other: string): Promise<number> {
  return desk.evaluate(
    async ([a, b]) => {
      const pixels = async (png: string | undefined) => {
        const bytes = Uint8Array.from(atob(png ?? ''), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
        canvas?.drawImage(image, 0, 0);
        return { width: image.width, data: canvas?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray() };
      };
      const [first, second] = [await pixels(a), await pixels(b)];
      if (first.width !== second.width || first.data.length !== second.data.length || !first.data.length) return 1;
      let differing = 0;
      for (let at = 0; at < first.data.length; at += 4)
        if ([0, 1, 2].some((channel) => Math.abs((first.data[at + channel] ?? 0) - (second.data[at + channel] ?? 0)) > 16)) differing++;
      return differing / (first.data.length / 4);
    },
    [one, other],
  );
}

const unset = `<style>* { all: unset !important; font-size: 40px !important } head { display: none !important } div, section, article, dl, dt, dd, h1, p, header, main { display: block !important }</style>`;
const colours = `<style>
  :root, * { --bg: red !important; --ink: red !important; --width: 90px !important; --font: 40px/3 serif !important; --line: red !important }
  handrail-panel, html > :not(head, body) { display: none !important; position: static !important; opacity: 0 !important; transform: scale(.2) !important; filter: invert(1) !important; zoom: 3 !important; pointer-events: none !important }
</style>`;
/** What frameworks, old libraries and bad luck do to the built-in objects. */
const prototypes = `<script>
  Array.prototype.map = Array.prototype.filter = Array.prototype.find = function () { throw new Error('mine') };
  Array.prototype.toJSON = function () { return 'prototype.js' };
  Element.prototype.attachShadow = function () { throw new Error('no shadows') };
  Element.prototype.append = Node.prototype.appendChild = Element.prototype.remove = function () { throw new Error('no nodes') };
  Document.prototype.createElement = function () { throw new Error('no elements') };
  JSON.parse = JSON.stringify = function () { throw new Error('no JSON') };
  window.MutationObserver = window.Promise = window.Map = window.Set = undefined;
  window.Date = function () { throw new Error('no time') };
  EventTarget.prototype.addEventListener = function () { throw new Error('no listeners') };
  window.setTimeout = window.fetch = undefined;
  Object.defineProperty(Object.prototype, 'get', { value: 1 });
</script>`;

describe('the panel renders the same as on a plain page', () => {
  test.each<[string, TicketPage, Record<string, string>?, Screen?]>([
    ['when styles unset everything', { head: unset }],
    ['when styles redefine its custom properties and hide its host', { head: colours }],
    [
      'under a content policy that forbids everything',
      {},
      { 'content-security-policy': "default-src 'none'; sandbox allow-scripts; require-trusted-types-for 'script'; trusted-types 'none'" },
    ],
    ['when scripts redefine built-in prototypes', { head: prototypes }],
    ['when the body is editable', { body: 'contenteditable="true"' }],
    ['when the whole document is in design mode', { head: '<script>document.designMode = "on"</script>' }],
    [
      'when the page is right to left',
      { html: 'dir="rtl"', head: '<style>* { direction: rtl !important; unicode-bidi: bidi-override; text-align: right }</style>' },
    ],
    [
      'when the page writes vertically',
      { head: '<style>:root { writing-mode: vertical-rl; text-orientation: upright; letter-spacing: 4px; text-transform: uppercase }</style>' },
    ],
    [
      'when the page claims the element name for itself',
      {
        head: '<script>customElements.define("handrail-panel", class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: "open" }) } })</script>',
      },
    ],
    ['when the page transforms its root', { head: '<style>html { transform: translateX(30px); filter: grayscale(1); overflow: hidden }</style>' }],
    ['at 200 % zoom', { head: unset }, {}, { width: 640, height: 400, scale: 2 }],
    ['in a window 320 px wide', { head: unset }, {}, { width: 320, height: 640, scale: 1 }],
  ])('%s', async (_when, page, headers = {}, screen = usual) => {
    const plain = await onPlainPage(screen);
    const hostile = await picture(page, screen, headers);
    expect(words(hostile)).toBe(words(plain));
    expect(hostile.box).toEqual(plain.box);
    expect(await difference(plain.png, hostile.png)).toBeLessThan(tolerated);
  });

  test('a picture of another state differs, so the comparison can fail', async () => {
    const plain = await onPlainPage(usual);
    const other = await picture({ subject: 'Another parcel', words: 'My lawyer is not happy. I want to speak to your manager now!' });
    expect(await difference(plain.png, other.png)).toBeGreaterThan(tolerated);
  });

  test.each([
    ['zoomed', { width: 640, height: 400, scale: 2 }],
    ['narrow', { width: 320, height: 640, scale: 1 }],
  ])('fits into the window when it is %s', async (_how, screen) => {
    const { box } = await picture({ head: unset }, screen);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(screen.width);
    expect(box.y + box.height).toBeLessThanOrEqual(screen.height);
  });
});
