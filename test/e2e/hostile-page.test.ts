/** A page that wants to read the panel, or to make it send something. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { handoffFooter } from '../../lib/documents/footer.ts';
import type { Assessment } from '../../lib/guidance/assessment.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';
import { askPage, panelShown, panelTag } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { announcementsNotHeard, pretendNewerCopies } from './announcement.ts';
import { ClosedPanel } from './closed-panel.ts';
import { servePage, ticketPage } from './ticket-page.ts';

const url = 'https://desk.example/ticket/77';
let launched: Launched;
let page: Page;
/** Every address that anything in the browser asked for, but those of the extension's own files. */
let asked: string[];

beforeAll(async () => {
  launched = await launchChromium({ hosts: ['https://desk.example/*'], headless: true, locale: 'en-US' });
  launched.context.on('request', (request) => {
    if (!request.url().startsWith('chrome-extension:')) asked.push(request.url());
  });
});
afterAll(() => launched?.close());
beforeEach(async () => {
  asked = [];
  page = await launched.context.newPage();
});
afterEach(() => page.close());

/** Resolves when all of the panel has come. @param last what tells that it has */
async function openTicket(html = ticketPage(), last = 'to fill'): Promise<ClosedPanel> {
  await servePage(launched.context, url, html);
  await page.goto(url);
  await panelShown(page);
  const panel = await ClosedPanel.of(page);
  await panel.says('#77');
  await panel.says('Skip the tour');
  await panel.says(last);
  return panel;
}

/** Words that stand in the panel and nowhere on the page. */
const secret = 'Management/Executive';

declare const chrome: { readonly storage: { readonly local: { get(): Promise<Record<string, unknown>> } } };
const stored = (): Promise<string> =>
  launched.worker.evaluate(async () =>
    JSON.stringify(Object.entries(await chrome.storage.local.get()).filter(([key]) => /^(?:ticket|site|settings)/.test(key))),
  );

describe('the page cannot read the panel', () => {
  test('by its root, its animations, points of the window, paths of events, or a selection', async () => {
    const panel = await openTicket();
    await panel.says(secret);
    const box = await panel.run((root) => {
      const { x, y, width, height } = (root.querySelector('.verdict') ?? root.host).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2, width, height };
    });
    await page.evaluate(() => {
      const heard: string[] = [];
      (window as unknown as { heard: string[] }).heard = heard;
      for (const type of ['click', 'mousedown', 'pointerdown', 'selectstart', 'selectionchange', 'dragstart', 'copy', 'focusin'])
        window.addEventListener(
          type,
          (event) => {
            const names = event.composedPath().map((node) => (node instanceof Element ? `${node.tagName}:${node.textContent?.slice(0, 40)}` : ''));
            const data = (event as DragEvent).dataTransfer?.getData('text/plain') ?? '';
            heard.push(`${type} ${names.join('<')} ${data}`);
          },
          true,
        );
    });
    // a person selects the verdict and drags it
    await page.mouse.click(box.x, box.y, { clickCount: 3 });
    const read = await page.evaluate(
      ({ x, y, tag }) => {
        const host = document.querySelector(tag);
        const selection = getSelection() as Selection & { getComposedRanges(given: object): StaticRange[] };
        const found: string[] = [
          host?.shadowRoot ? 'root' : '',
          host?.textContent ?? '',
          (host as HTMLElement | null)?.innerText ?? '',
          selection.toString(),
          ...selection.getComposedRanges({}).map(({ startContainer }) => startContainer.textContent ?? ''),
          selection.rangeCount ? selection.getRangeAt(0).toString() : '',
          document.elementFromPoint(x, y)?.textContent ?? '',
          ...document
            .elementsFromPoint(x, y)
            .map((element) => (element.tagName === 'HTML' || element.tagName === 'BODY' ? '' : (element.textContent ?? ''))),
          document.caretPositionFromPoint(x, y)?.offsetNode.textContent ?? '',
          ...document
            .getAnimations()
            .map(({ effect }) => ((effect as KeyframeEffect | null)?.target?.getRootNode() instanceof ShadowRoot ? 'root by animation' : '')),
          document.activeElement?.tagName === 'BODY' ? '' : (document.activeElement?.textContent ?? ''),
        ];
        return found.join('|');
      },
      { x: box.x, y: box.y, tag: panelTag },
    );
    await page.mouse.move(box.x, box.y);
    await page.mouse.down();
    await page.mouse.move(box.x - 60, box.y + 40, { steps: 4 });
    await page.mouse.up();
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'));
    expect(`${read}\n${heard}`).not.toMatch(/Management\/Executive|root/);
  });
});

describe('the page cannot act in the panel', () => {
  test('by events of a script, at its host or, if it ever got inside, at any of its controls', async () => {
    const panel = await openTicket();
    await page.evaluate(() => navigator.clipboard.writeText('untouched'));
    const before = await stored();
    await page.evaluate((tag) => {
      const host = document.querySelector<HTMLElement>(tag);
      for (const make of [
        () => new MouseEvent('click', { bubbles: true, composed: true }),
        () => new PointerEvent('pointerdown', { bubbles: true, composed: true }),
        () => new PointerEvent('pointerup', { bubbles: true, composed: true }),
        () => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
        () => new KeyboardEvent('keydown', { key: ' ', bubbles: true, composed: true }),
        () => new InputEvent('input', { data: 'x', bubbles: true, composed: true }),
        () => new Event('change', { bubbles: true, composed: true }),
        () => new Event('submit', { bubbles: true, composed: true }),
      ])
        host?.dispatchEvent(make());
      host?.click();
    }, panelTag);
    let pressed = 0;
    for (const tab of ['Guide', 'Handoff', 'Message', 'Guide', 'Check']) {
      await panel.click(tab);
      pressed += await panel.run((root) => {
        const controls = [...root.querySelectorAll<HTMLElement>('button:not([role=tab]), input[type=checkbox], input[type=radio], summary')].filter(
          (one) => !/collapse|move|check|back/i.test(`${one.dataset.focus ?? ''} ${one.getAttribute('aria-label') ?? ''}`),
        );
        for (const control of controls) {
          control.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
          control.dispatchEvent(new MouseEvent('click', { cancelable: true }));
          control.click();
          control.closest('label')?.click();
          control.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
          control.dispatchEvent(new Event('change', { bubbles: true }));
        }
        return controls.length;
      });
    }
    expect(pressed).toBeGreaterThan(20);
    expect(await stored()).toBe(before);
    await page.bringToFront();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('untouched');
    expect(await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#reply')?.value)).toBe('');
  });
});

/** Named controls of a form stand before its own members, also in the world of the extension. */
const clobbering = [
  'attributes',
  'children',
  'childNodes',
  'parentNode',
  'parentElement',
  'nodeType',
  'tagName',
  'textContent',
  'getAttribute',
  'hasAttribute',
  'querySelector',
  'querySelectorAll',
  'ownerDocument',
  'isConnected',
  'shadowRoot',
  'assignedSlot',
  'childElementCount',
  'contains',
  'matches',
  'closest',
  'className',
  'checkVisibility',
  'firstChild',
  'nextSibling',
  'nextElementSibling',
  'previousElementSibling',
  'getRootNode',
  'id',
  'style',
];

describe('the page cannot break it', () => {
  test('with forms whose controls are named like members of every element', async () => {
    const controls = clobbering.map((name) => `<input type="hidden" name="${name}">`).join('');
    const html = ticketPage()
      .replace('<main>', `<main><form>${controls}<p>Noise</p></form>`)
      .replace('</main>', `<form>${controls}<textarea></textarea></form></main>`);
    await openTicket(html);
    const { snapshot } = await askPage(launched.worker, url, 'page.read', {});
    expect(snapshot?.fields.status?.value).toBe('Open');
    expect(snapshot?.messages).toHaveLength(3);
    expect(snapshot?.problems.filter((problem) => problem.includes('failed'))).toEqual([]);
  });
});

describe('the page cannot switch it off', () => {
  const openAnnouncing = async (path: string, html: string): Promise<void> => {
    const address = `https://desk.example${path}`;
    await servePage(launched.context, address, html);
    await page.goto(address);
  };

  test('what the pages below pretend is what a newer copy really says', async () => {
    await openAnnouncing('/about', '<!doctype html><title>About</title><p>About us</p>');
    expect(await announcementsNotHeard(launched, page)).toEqual([]);
  });

  test('by announcing a newer copy while a ticket is shown: changes are read, and what is typed is kept', async () => {
    const panel = await openTicket();
    await pretendNewerCopies(page, launched);
    await page.evaluate(() => {
      const status = document.querySelector('dd');
      if (status) status.textContent = 'Resolved';
    });
    await panel.says(/resolved/i);
    await panel.click('Message');
    await panel.says('Copy');
    await panel.run((root) => root.querySelector('textarea')?.focus());
    await page.keyboard.type(' still here');
    await expect.poll(stored).toContain('still here');
    expect(await askPage(launched.worker, url, 'page.status', {})).toMatchObject({ state: 'ticket', ticket: { id: '77' } });
    expect(await page.locator(panelTag).count()).toBe(1);
  });

  test('by announcing one before there is a ticket: the next ticket is shown', async () => {
    await openAnnouncing('/start', '<!doctype html><title>Start</title><p>Start</p>');
    await pretendNewerCopies(page, launched);
    await page.evaluate((html) => {
      history.pushState({}, '', '/ticket/77');
      document.body.replaceWith(new DOMParser().parseFromString(html, 'text/html').body);
    }, ticketPage());
    await panelShown(page);
    const panel = await ClosedPanel.of(page);
    await panel.says('lawyer');
    expect(await panel.text()).toContain('#77');
  });

  test('by saying that it is put away for going back', async () => {
    const panel = await openTicket();
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    expect(await page.locator(`${panelTag}[data-state=ready]`).count()).toBe(1);
    expect(await panel.text()).toContain('#77');
  });
});

describe('a customer cannot forge a handoff', () => {
  const at = Date.parse('2026-11-02T12:00:00Z');
  /** As Handrail itself writes it for this ticket: everybody can compute the checksum at its end. */
  const forged = handoffFooter(
    { fields: { id: { value: '77', from: 'label', how: '', sure: 1 } } } as TicketSnapshot,
    { currentTier: 1, clocks: [], reasons: [{ category: 'legal' }] } as unknown as Assessment,
    4,
    at,
  );
  const added = (head: string, text: string): string =>
    ticketPage({ words: 'Where is it?' }).replace(
      '</section>',
      `<article><header>${head} <time datetime="2026-11-02T20:00:00Z">2026-11-02 20:00</time></header><div class="body"><p>${text}</p></div></article></section>`,
    );
  /** Everything that is recommended, without what tells of the added message itself. */
  const judgement = async () => {
    const { assessment, snapshot } = await askPage(launched.worker, url, 'page.read', { now: at + 86_400_000 });
    const { tier, verdict, currentTier, currentTierFrom, reasons, steps } = assessment ?? {};
    return {
      last: snapshot?.messages.at(-1),
      advice: { tier, verdict, currentTier, currentTierFrom, reasons: reasons?.map(({ rule }) => rule), steps: steps?.map(({ text }) => text) },
    };
  };
  const internal = 'Internal note';

  test.each<[string, string, string, { readonly role: string; readonly internal: boolean }]>([
    ['in a message of their own', '<b>Ana Silva</b>', '', { role: 'customer', internal: false }],
    ['in one that says it is a note', '<b>Ana Silva</b>', `${internal} by Tom Reed`, { role: 'customer', internal: false }],
    [
      'in one that quotes a note of an agent',
      '<b>Ana Silva</b>',
      `On 2 Nov Tom Reed wrote (${internal}):<br>&gt; `,
      { role: 'customer', internal: false },
    ],
    ['in a reply that an agent sent them', '<b>Tom Reed</b>', '', { role: 'agent', internal: false }],
  ])('%s', async (_where, head, before, as) => {
    await openTicket(added(head, `${before} I waited long enough.`), 'Next');
    const { advice: honest } = await judgement();
    const panel = await openTicket(added(head, `${before} I waited long enough. ${forged}`), 'Next');
    const { advice, last } = await judgement();
    expect(last).toMatchObject(as);
    expect(last?.text).toContain(forged);
    expect(advice).toEqual(honest);
    expect(await panel.text()).not.toContain('Handed over');
  });

  test('a note of an agent with the same line is told as a handoff, and changes no advice either', async () => {
    await openTicket(added(`<b>Tom Reed</b> <span>${internal}</span>`, 'Passing this on.'));
    const { advice: honest } = await judgement();
    const panel = await openTicket(added(`<b>Tom Reed</b> <span>${internal}</span>`, `Passing this on. ${forged}`));
    await panel.says('Handed over to Management/Executive');
    const { advice, last } = await judgement();
    expect(last).toMatchObject({ role: 'agent', internal: true });
    expect(advice).toEqual(honest);
  });
});

test('nothing is asked for and nothing is sent, whatever the page says', async () => {
  const panel = await openTicket(
    ticketPage({ words: 'My lawyer will write. <img src="https://evil.example/a.png"> https://evil.example/b {{https://evil.example/c}}' }),
  );
  for (const tab of ['Handoff', 'Message', 'Guide']) await panel.click(tab);
  await panel.click('Message');
  await panel.click('Copy');
  await panel.says('Copied');
  expect(asked.filter((address) => address !== url && !address.endsWith('/favicon.ico'))).toEqual([]);
});
