/** What is typed in the panel stays in the panel, what is typed in the page stays in the page, and focus goes only where a person sends it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askPage, panelShown, panelTag } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { ClosedPanel } from './closed-panel.ts';
import { withoutMinutes } from './hostile-pages.ts';
import { servePage, ticketPage } from './ticket-page.ts';

const url = 'https://desk.example/ticket/77';
/** A helpdesk's shortcuts, in the most greedy form: every event of these kinds that any listener of the page gets to see. */
const spy = `<script>
  window.seen = [];
  for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'compositionstart', 'compositionend', 'paste', 'copy', 'cut'])
    for (const target of [window, document]) for (const capture of [true, false])
      target.addEventListener(type, (event) => window.seen.push(type + ' ' + (event.key ?? event.data ?? '')), capture);
</script>`;

let launched: Launched;
let page: Page;
let panel: ClosedPanel;

beforeAll(async () => {
  launched = await launchChromium({ hosts: ['https://desk.example/*'], headless: true, locale: 'en-US' });
  await servePage(launched.context, url, ticketPage({ head: spy }));
  page = await launched.context.newPage();
});
afterAll(() => launched?.close());
beforeEach(async () => {
  // folded, moved or wider: no test inherits it from the one before
  await launched.worker.evaluate(async () => {
    const { local } = (globalThis as unknown as { chrome: { storage: { local: { remove(key: string): Promise<void> } } } }).chrome.storage;
    await local.remove('site:https://desk.example');
  });
  await page.goto(url);
  await panelShown(page);
  panel = await ClosedPanel.of(page);
  await panel.says('lawyer');
  await panel.whole();
});

const seen = (): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
const forget = (): Promise<unknown> => page.evaluate(() => ((globalThis as unknown as { seen: string[] }).seen = []));
const focused = (): Promise<string> => panel.run((root) => root.activeElement?.getAttribute('aria-label') ?? root.activeElement?.textContent ?? '');

/** Opens the first long section of the handoff and puts the caret into its editor. */
async function editHandoff(): Promise<void> {
  await panel.click('Handoff');
  await panel.click('Issue summary');
  await expect
    .poll(() =>
      panel.run((root) => {
        root.querySelector('textarea')?.focus();
        return root.activeElement?.tagName;
      }),
    )
    .toBe('TEXTAREA');
}
const edited = (): Promise<string> => panel.run((root) => root.querySelector('textarea')?.value ?? '');

describe('keys', () => {
  test('typed into the handoff stay there: the page sees no event of them', async () => {
    await editHandoff();
    await forget();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('jk?/ Sent twice');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('ghế');
    await expect.poll(edited).toBe('jk?/ Sent twice\nghế');
    expect(await seen()).toEqual([]);
    await panel.says('Sent twice ghế');
  });

  test('copying, cutting, pasting and undoing inside the panel works and is not the page’s business', async () => {
    await editHandoff();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('one two');
    await forget();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+V');
    await expect.poll(edited).toBe('one twoone two');
    await page.keyboard.press('Control+Z');
    await expect.poll(edited).toBe('one two');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+X');
    await expect.poll(edited).toBe('');
    expect(await seen()).toEqual([]);
  });

  test('work the resize handle and the tabs, unseen by the page', async () => {
    await panel.run((root) => root.querySelector<HTMLElement>('[role=separator]')?.focus());
    await forget();
    const width = () => panel.run((root) => Number(root.querySelector('[role=separator]')?.getAttribute('aria-valuenow')));
    const before = await width();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(width).toBeGreaterThan(before);
    await panel.run((root) => root.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus());
    await page.keyboard.press('ArrowRight');
    await panel.says('Copy handoff');
    await page.keyboard.press('Tab');
    expect(await seen()).toEqual([]);
  });

  test('correct a field and record an escalation without the pointer, and none of them reaches the page', async () => {
    const onto = async (name: string): Promise<void> => {
      const found = await panel.run((root, wanted: string) => {
        const control = [...root.querySelectorAll<HTMLElement>('button')].find(
          (one) => (one.getAttribute('aria-label') ?? one.textContent) === wanted,
        );
        control?.focus();
        return control !== undefined;
      }, name);
      expect([name, found]).toEqual([name, true]);
    };
    await onto('Check');
    await page.keyboard.press('Enter');
    await panel.says('What was read'.toUpperCase());
    await onto('Correct: Priority');
    await forget();
    await page.keyboard.press('Enter');
    await expect.poll(() => panel.run((root) => root.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Low');
    await page.keyboard.press('Enter');
    await panel.says('your correction');
    await expect.poll(focused).toBe('Correct: Priority');
    await page.keyboard.press('Escape');
    await onto('I escalated this');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('jk');
    await page.keyboard.press('Enter');
    await panel.says('jk');
    await expect.poll(() => panel.run((root) => root.activeElement !== null)).toBe(true);
    await page.keyboard.type('jk');
    expect(await seen()).toEqual([]);
  });

  test('typed into the page are the page’s alone', async () => {
    const before = withoutMinutes(await panel.text());
    await page.locator('#reply').focus();
    await forget();
    await page.keyboard.type('jk');
    await page.keyboard.press('Escape');
    expect(await page.locator('#reply').inputValue()).toBe('jk');
    expect(await seen()).toEqual(expect.arrayContaining(['keydown j', 'keydown k', 'keyup k', 'input k', 'keydown Escape']));
    expect(withoutMinutes(await panel.text())).toBe(before);
  });

  test('and clicks that a script makes on the host do nothing, and no script finds the inside', async () => {
    const before = withoutMinutes(await panel.text());
    const inside = await page.evaluate((tag) => {
      const host = document.querySelector<HTMLElement>(tag);
      if (!host) return 'no host';
      for (const type of ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'focus', 'beforeinput', 'input', 'paste', 'copy'])
        host.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
      for (const key of ['Escape', 'Enter', ' ', 'ArrowRight', 'Tab'])
        host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
      host.focus();
      host.click();
      return [host.shadowRoot, host.childNodes.length, document.activeElement === host];
    }, panelTag);
    expect(inside).toEqual([null, 0, false]);
    expect(withoutMinutes(await panel.text())).toBe(before);
  });

  test('of a script do nothing while the panel has the focus either', async () => {
    await panel.run((root) => root.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus());
    const before = withoutMinutes(await panel.text());
    await page.evaluate((tag) => {
      const host = document.querySelector(tag);
      for (const target of [host, window, document])
        for (const key of ['Escape', 'Enter', 'ArrowRight'])
          target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    }, panelTag);
    expect(withoutMinutes(await panel.text())).toBe(before);
  });
});

describe('focus', () => {
  test('stays in the page while the panel comes, changes and follows', async () => {
    await servePage(launched.context, url, ticketPage({ head: spy, composer: '<textarea id="reply" aria-label="Reply" autofocus></textarea>' }));
    await page.goto(url);
    const owner = () => page.evaluate(() => document.activeElement?.id);
    await panelShown(page);
    expect(await owner()).toBe('reply');
    await page.keyboard.type('still here');
    expect(await page.locator('#reply').inputValue()).toBe('still here');
    expect(await owner()).toBe('reply');
  });

  test('goes to the panel on the command, Escape folds it up, the command opens it again', async () => {
    await askPage(launched.worker, url, 'panel.focus', {});
    await expect.poll(focused).toContain('Guide');
    await page.keyboard.press('Escape');
    const folded = () => panel.run((root) => root.querySelector('aside')?.getAttribute('data-collapsed'));
    await expect.poll(folded).toBe('true');
    await panel.says('T4');
    await askPage(launched.worker, url, 'panel.focus', {});
    await expect.poll(folded).toBe('false');
    await expect.poll(focused).toContain('Guide');
  });

  test('every control of a tab can be reached by Tab alone', async () => {
    await askPage(launched.worker, url, 'panel.focus', {});
    const total = await panel.run(
      (root) =>
        [...root.querySelectorAll<HTMLElement>('button, summary, [tabindex="0"]')].filter((one) => one.tabIndex >= 0 && one.checkVisibility()).length,
    );
    const reached = new Set<string>();
    for (let presses = 0; presses < total + 3; presses++) {
      reached.add(
        await panel.run((root) => {
          const all = [...root.querySelectorAll('*')];
          return root.activeElement ? String(all.indexOf(root.activeElement)) : '';
        }),
      );
      await page.keyboard.press('Tab');
    }
    reached.delete('');
    // the handle and the two buttons of the header come before the selected tab
    expect(reached.size).toBeGreaterThanOrEqual(total - 3);
  });

  test('a new tier is said once in the live region, and the same tier is not said again', async () => {
    const live = () => panel.run((root) => [...(root.querySelector('[role=status]')?.children ?? [])].map((line) => line.textContent ?? ''));
    const said = await live();
    expect(said.filter((line) => line.startsWith('Tier 4'))).toHaveLength(1);
    await panel.run((root) => {
      const region = root.querySelector<HTMLElement>('[role=status]');
      if (!region) return;
      region.dataset.changes = '0';
      new MutationObserver((changes) => (region.dataset.changes = String(Number(region.dataset.changes) + changes.length))).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await page.evaluate(() => document.querySelector('article:last-of-type .body p')?.append(' I mean it.'));
    // answers once the change has been read and judged
    await askPage(launched.worker, url, 'page.status', {});
    await panel.click('Handoff');
    await panel.click('Guide');
    expect(await panel.run((root) => root.querySelector<HTMLElement>('[role=status]')?.dataset.changes)).toBe('0');
    expect(await live()).toEqual(said);
  });
});

describe('show', () => {
  test('marks the words without touching the page’s elements, and the mark goes when the panel is folded', async () => {
    const marked = () =>
      page.evaluate(() => [...(CSS.highlights?.get('handrail-evidence') ?? [])].map((range) => (range instanceof Range ? range.toString() : '')));
    await page.evaluate(() => {
      const kept = globalThis as unknown as { changes: string[] };
      kept.changes = [];
      new MutationObserver((records) => kept.changes.push(...records.map(({ type, target }) => `${type} ${target.nodeName}`))).observe(
        document.documentElement,
        {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        },
      );
    });
    await panel.click('Show: Threat of a lawyer');
    await expect.poll(marked).toEqual(['lawyer']);
    const changes = await page.evaluate(() => (globalThis as unknown as { changes: string[] }).changes);
    expect(changes.filter((change) => !change.toLowerCase().includes('handrail'))).toEqual([]);
    await panel.click('Collapse');
    await expect.poll(marked).toEqual([]);
  });
});
