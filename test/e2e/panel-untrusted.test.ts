/** Everything that came from a ticket or a policy is text wherever it is shown: no payload becomes an element or runs. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panelShown } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { ClosedPanel } from './closed-panel.ts';
import { servePage, ticketPage } from './ticket-page.ts';

const url = 'https://desk.example/ticket/77';
const payloads = [
  '<img src=x id=payload onerror=globalThis.payloadRan=1>',
  '<script id=payload>globalThis.payloadRan=1</script>',
  '"><svg id=payload onload=globalThis.payloadRan=1>',
  "'><iframe id=payload srcdoc='<script>parent.payloadRan=1</script>'></iframe>",
  '</textarea></pre><input id=payload autofocus onfocus=globalThis.payloadRan=1>',
  '</style><style id=payload>*{display:none}</style>',
  '[click](javascript:globalThis.payloadRan=1)',
  '<a id=payload href="javascript:globalThis.payloadRan=1">click</a>',
  '![x](x"onerror="globalThis.payloadRan=1)',
  '{{{constructor.constructor("globalThis.payloadRan=1")()}}} <%= 1 %> ${globalThis.payloadRan=1}',
  '<math id=payload><mtext><table><mglyph><style><img src=x onerror=globalThis.payloadRan=1>',
  '&lt;img src=x id=payload onerror=globalThis.payloadRan=1&gt;',
];

let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchChromium({ hosts: ['https://desk.example/*'], headless: true, locale: 'en-US' });
  page = await launched.context.newPage();
});
afterAll(() => launched?.close());

const ran = (): Promise<unknown> => page.evaluate(() => (globalThis as unknown as { payloadRan?: number }).payloadRan);
/** Elements and attributes that only a payload can have made. */
const made = (root: ParentNode): string[] =>
  [...root.querySelectorAll('*')].flatMap((element) => {
    const own = [...element.attributes].filter(
      ({ name, value }) => name.startsWith('on') || (name === 'id' && value === 'payload') || /^\s*javascript:/i.test(value),
    );
    return own.length || ['IMG', 'SCRIPT', 'IFRAME', 'MATH', 'OBJECT'].includes(element.tagName) ? [element.outerHTML.slice(0, 90)] : [];
  });

describe('a ticket full of markup', () => {
  test.each(payloads.map((payload) => [payload]))('%s is text in panel, handoff and messages', async (payload) => {
    await servePage(
      launched.context,
      url,
      ticketPage({
        subject: `Lost ${payload}`,
        customer: `Ana ${payload}`,
        agent: `Tom ${payload}`,
        words: `My lawyer ${payload} will write today. I expect a refund ${payload}.`,
        fields: { Plan: payload, Browser: payload, 'Account manager': payload },
        composer: '<div id="editor" contenteditable="true" style="min-height: 60px"></div>',
      }),
    );
    await page.goto(url);
    await panelShown(page);
    const panel = await ClosedPanel.of(page);
    // a name that is markup may leave the writer's role unread, so no rule is waited for
    await panel.says('Lost');
    expect(await panel.run(made)).toEqual([]);
    await panel.click('Check');
    await panel.says(/what was read/i);
    expect(await panel.run(made)).toEqual([]);
    await panel.click('Back');
    await panel.click('Message');
    await panel.says('Copy message');
    expect(await panel.run(made)).toEqual([]);
    await panel.click('Handoff');
    await panel.says('Lost');
    expect(await panel.run(made)).toEqual([]);
    await panel.click('Copy handoff');
    await panel.says('Copied');
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return item ? await (await item.getType('text/html')).text() : '';
    });
    expect(html).toContain('Escalation Handoff Document');
    // the browser cleans what is pasted: set unclean, the flavour itself must be harmless
    expect(
      await page.evaluate(
        (flavour) => {
          const editor = document.querySelector('#editor');
          if (editor) editor.innerHTML = flavour;
          return [...document.querySelectorAll('#editor *')]
            .filter(
              (element) =>
                ['IMG', 'SCRIPT', 'IFRAME', 'SVG', 'MATH', 'INPUT', 'STYLE'].includes(element.tagName.toUpperCase()) ||
                [...element.attributes].some(({ name, value }) => name.startsWith('on') || value === 'payload' || /^\s*javascript:/i.test(value)),
            )
            .map((element) => element.outerHTML);
        },
        html.replace(/<meta[^>]*>/g, ''),
      ),
    ).toEqual([]);
    expect(await ran()).toBeUndefined();
  });
});

test('a policy full of markup is text in the options pages and in the panel', async () => {
  const options = await launched.context.newPage();
  await options.goto(`chrome-extension://${launched.extensionId}/options.html#policy`);
  const [download] = await Promise.all([options.waitForEvent('download'), options.getByRole('button', { name: 'Save as file' }).click()]);
  const stream = await download.createReadStream();
  let text = '';
  for await (const part of stream) text += String(part);
  const payload = payloads[0] ?? '';
  const spoiled = text
    .replaceAll('Frontline Support', payload)
    .replaceAll('Management/Executive', payload)
    .replaceAll('Threat of a lawyer', `Threat ${payload}`);
  expect(spoiled).not.toBe(text);
  await options.locator('input[type=file]').setInputFiles({ name: 'policy.yaml', mimeType: 'text/yaml', buffer: Buffer.from(spoiled) });
  await options.getByRole('dialog').getByRole('button', { name: 'Use it now' }).click();
  await options.getByText('In use').first().waitFor();
  await options.goto(`chrome-extension://${launched.extensionId}/options.html#tiers`);
  await options.getByText(payload).first().waitFor();
  /** Another page has come when it is the current one; files are taken by more than one. */
  const drawn = async (hash: string): Promise<void> => {
    await options.goto(`chrome-extension://${launched.extensionId}/options.html#${hash}`);
    await options.locator(`nav a[href="#${hash}"][aria-current]`).waitFor();
  };
  for (const hash of ['policy', 'tiers', 'rules', 'effective', 'welcome', 'settings', 'sites', 'privacy']) {
    await drawn(hash);
    expect(await options.locator('#payload, img[src=x], [onerror]').count()).toBe(0);
  }
  expect(await options.evaluate(() => (globalThis as unknown as { payloadRan?: number }).payloadRan)).toBeUndefined();
  // a file that is refused is quoted in sentences
  await drawn('policy');
  await options
    .locator('input[type=file]')
    .setInputFiles({ name: 'policy.yaml', mimeType: 'text/yaml', buffer: Buffer.from(`schema: 1\n'${payload}': '${payload}'\n`) });
  await options.getByRole('alert').waitFor();
  expect(await options.locator('#payload, img[src=x], [onerror]').count()).toBe(0);
  await options.close();

  await servePage(launched.context, url, ticketPage());
  await page.goto(url);
  await panelShown(page);
  const panel = await ClosedPanel.of(page);
  await panel.says(payload);
  expect(await panel.run(made)).toEqual([]);
  expect(await ran()).toBeUndefined();
});
