/** What the pages around the panel do to it, and how its pictures are compared: the same for every browser. */
import type { TicketPage } from './ticket-page.ts';

/** A minute that passes between two pictures may change a digit of a countdown; nothing else may differ. */
export const tolerated = 0.002;

export interface Screen {
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel: the browser's own zoom halves the width and doubles this. */
  readonly scale: number;
}
export const usual: Screen = { width: 1280, height: 800, scale: 1 };

export const unset = `<style>* { all: unset !important; font-size: 40px !important } head { display: none !important } div, section, article, dl, dt, dd, h1, p, header, main { display: block !important }</style>`;
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

/** Firefox lays a filter of the root over everything on the screen, the top layer too, and no element can stay out of it. */
export const filtered: TicketPage = { head: '<style>html { filter: grayscale(1) }</style>' };

/** A page without an origin of its own; in Firefox 140 a script of an extension may import nothing there. */
export const sandboxed = 'when the page is in a sandbox';

/** What happens, the page that does it, its headers and its window. */
export const hostilePages: [string, TicketPage, Record<string, string>?, Screen?][] = [
  ['when styles unset everything', { head: unset }],
  ['when styles redefine its custom properties and hide its host', { head: colours }],
  [
    'under a content policy that forbids everything',
    {},
    { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'" },
  ],
  [sandboxed, {}, { 'content-security-policy': "default-src 'none'; sandbox allow-scripts" }],
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
  ['when the page transforms its root', { head: '<style>html { transform: translateX(30px); overflow: hidden }</style>' }],
  ['at 200 % zoom', { head: unset }, {}, { width: 640, height: 400, scale: 2 }],
  ['in a window 320 px wide', { head: unset }, {}, { width: 320, height: 640, scale: 1 }],
];

/**
 * Share of pixels that differ visibly, 0 to 1; 1 when the sizes differ. Runs in a page, where pictures can be decoded.
 * @param pictures two PNG files in base64
 */
export async function difference(pictures: readonly [string, string]): Promise<number> {
  const pixels = async (png: string) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas?.drawImage(image, 0, 0);
    return { width: image.width, data: canvas?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray() };
  };
  const [first, second] = [await pixels(pictures[0]), await pixels(pictures[1])];
  if (first.width !== second.width || first.data.length !== second.data.length || !first.data.length) return 1;
  let differing = 0;
  for (let at = 0; at < first.data.length; at += 4)
    if ([0, 1, 2].some((channel) => Math.abs((first.data[at + channel] ?? 0) - (second.data[at + channel] ?? 0)) > 16)) differing++;
  return differing / (first.data.length / 4);
}

/** A minute may pass between two pictures. */
export const withoutMinutes = (text: string): string => text.replace(/\d/g, '0');
