/** Pages that want to wear the reader out. Each must be read right or say that it was not read whole, and must go on answering. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { askPage, panelShown } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { ClosedPanel } from './closed-panel.ts';
import { servePage, ticketPage } from './ticket-page.ts';

const url = 'https://desk.example/ticket/77';
/** `npm run test:long` asks for a million. */
const elements = Number(process.env.HANDRAIL_ELEMENTS ?? 200_000);
/** The page alone takes half a minute for a million. */
const patience = 30_000 + elements / 5;
let launched: Launched;
let page: Page;
let thrown: string[];

beforeAll(async () => {
  launched = await launchChromium({ hosts: ['https://desk.example/*'], headless: true, locale: 'en-US' });
});
afterAll(() => launched?.close());
beforeEach(async () => {
  page = await launched.context.newPage();
  thrown = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  page.on('console', (message) => message.type() === 'error' && thrown.push(message.text()));
});
afterEach(() => page.close());

/** What the page says of its ticket has been read, whatever lies around it. @returns what was not looked at, in words */
async function readRight(): Promise<readonly string[]> {
  const { snapshot } = await askPage(launched.context.serviceWorkers().at(-1) ?? launched.worker, url, 'page.read', {});
  expect(snapshot).toMatchObject({ fields: { priority: { value: 'High' }, status: { value: 'Open' }, statusKind: { value: 'open' } } });
  expect(snapshot?.messages.map(({ author }) => author)).toEqual(['Ana Silva', 'Tom Reed', 'Ana Silva']);
  return snapshot?.problems ?? [];
}

/** Puts what wears out behind the ticket, or before it is read when it stands in the head. */
const behind = (script: string): string => ticketPage().replace('</main>', `</main><script>${script}</script>`);

test.each([
  ['a text of ten megabytes', behind("document.body.append(document.createTextNode('word '.repeat(2e6)))")],
  [
    'prototypes that the page has redefined',
    ticketPage({
      head: `<script>
        for (const [of, names] of [[Node.prototype, ['contains', 'cloneNode']], [Element.prototype, ['getAttribute', 'querySelector', 'matches', 'checkVisibility']], [Array.prototype, ['map', 'filter', 'some']], [JSON, ['stringify', 'parse']]])
          for (const name of names) of[name] = () => { throw new Error('redefined'); };
        Object.defineProperty(Node.prototype, 'parentNode', { get() { return this; } });
      </script>`,
    }),
  ],
  [
    'objects that are their own members, and getters that never come to an end',
    ticketPage({
      head: `<script>
        const ring = {}; ring.self = ring;
        for (const name of ['dataset', 'title', 'lang', 'innerText', 'shadowRoot', 'assignedSlot'])
          for (const of of [Element.prototype, HTMLElement.prototype]) Object.defineProperty(of, name, { configurable: true, get() { return this[name]; } });
        Object.defineProperty(Document.prototype, 'title', { get() { return ring; } });
        Object.defineProperty(Object.prototype, 'toJSON', { get() { return () => this.toJSON(); } });
      </script>`,
    }),
  ],
  [
    'roots that are taken out of the page and kept',
    behind(`window.kept = [];
      for (let n = 0; n < 2000; n++) {
        const root = document.createElement('section');
        root.attachShadow({ mode: 'open' }).innerHTML = '<p>Status</p><p>Closed</p>';
        document.body.append(root);
        root.remove();
        window.kept.push(root);
      }`),
  ],
])('%s', async (_what, html) => {
  await servePage(launched.context, url, html);
  await page.goto(url);
  await panelShown(page);
  await (await ClosedPanel.of(page)).says('#77');
  expect((await readRight()).filter((words) => words.includes('failed'))).toEqual([]);
  expect(thrown.filter((words) => /handrail|chrome-extension/i.test(words))).toEqual([]);
});

test('a storm of changes with roots that come and go: the panel keeps saying the ticket, and a change of it is seen', async () => {
  await servePage(launched.context, url, ticketPage());
  await page.goto(url);
  await panelShown(page);
  await page.evaluate(async () => {
    const main = document.querySelector('main') as HTMLElement;
    for (let round = 0; round < 60; round++) {
      for (let n = 0; n < 100; n++) main.append(Object.assign(document.createElement('i'), { textContent: String(n) }));
      while (main.lastElementChild?.tagName === 'I') main.lastElementChild.remove();
      const next = main.nextSibling;
      main.remove();
      document.body.insertBefore(main, next);
      await new Promise((turn) => requestAnimationFrame(turn));
    }
    const status = document.querySelector('dd');
    if (status) status.textContent = 'Resolved';
  });
  await (await ClosedPanel.of(page)).says(/resolved/i);
  expect(thrown).toEqual([]);
});

/** A box with as many elements as asked for, each a line of its own. */
const many = (tag: string): string =>
  `<${tag} id="many"></${tag}><style>#many i { display: block }</style><script>document.querySelector('#many').innerHTML = '<i>x</i>'.repeat(${elements})</script>`;

test.each([
  ['in a menu beside the ticket', ticketPage().replace('<main>', `${many('nav')}<main>`), false],
  ['behind the ticket', ticketPage().replace('</main>', `</main>${many('div')}`), true],
])(
  `${elements} elements %s: the ticket is read, what was not looked at is told, and a change is seen`,
  {
    timeout: 3 * patience,
  },
  async (_where, html, cut) => {
    await servePage(launched.context, url, html);
    await page.goto(url, { timeout: patience });
    await panelShown(page, patience);
    const panel = await ClosedPanel.of(page);
    await panel.says('#77');
    expect((await readRight()).filter((words) => words.includes('very long'))).toHaveLength(cut ? 1 : 0);
    await page.evaluate(() => {
      const status = document.querySelector('dd');
      if (status) status.textContent = 'Resolved';
    });
    await panel.says(/resolved/i, patience);
    expect(thrown).toEqual([]);
  },
);
