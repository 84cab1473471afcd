/** Every page of the extension works under its own strict content policy, and no name in a policy becomes markup on them. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPTIONS_PAGES } from '../../components/options/options-pages.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';

let launched: Launched;
let work: string;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'handrail-'));
  launched = await launchChromium({ hosts: ['https://desk.example/*'], headless: true, locale: 'en-US' });
});
afterAll(async () => {
  await launched?.close();
  if (work && existsSync(work)) rmSync(work, { recursive: true, force: true });
});

/** Opens a page of the extension and collects what the browser complains about. */
async function opened(path: string): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await launched.context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy|Trusted/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`chrome-extension://${launched.extensionId}/${path}`);
  await page.waitForFunction(() => document.querySelector('#app')?.textContent?.trim());
  return { page, complaints };
}

/** Text that becomes an element, a script or an address where somebody forgets that it is text. */
const evil = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script><a href="javascript:window.pwned=1">go</a>"\'`${1}{{x}}';
const hostile = {
  ...(defaultPolicy as object),
  id: 'hostile',
  name: evil,
  label: evil,
  variables: { ...(defaultPolicy as { variables: object }).variables, company_name: evil },
  tiers: (defaultPolicy as { tiers: readonly object[] }).tiers.map((tier, at) => ({
    ...tier,
    name: evil,
    handles: [evil],
    groups: [`${evil} ${at}`],
  })),
  rules: (defaultPolicy as { rules: readonly object[] }).rules.map((rule) => ({ ...rule, title: evil })),
};

async function drop(name: string, text: string): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const path = join(work, name);
  writeFileSync(path, text);
  const shown = await opened('options.html#policy');
  await shown.page.locator('input[type=file]').first().setInputFiles(path);
  return shown;
}
/** What a file would change is shown before it takes effect. */
const useIt = ({ page }: { readonly page: Page }): Promise<void> => page.getByRole('dialog').locator('.primary').click();

describe('every page of the extension obeys its own content policy', () => {
  test.each([...OPTIONS_PAGES.map(({ id }) => `options.html#${id}`), 'popup.html'])('%s', async (path) => {
    const { page, complaints } = await opened(path);
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('nothing but the extension’s own files can run there, and no text becomes markup', async () => {
    const { page } = await opened('options.html#privacy');
    const refused = await page.evaluate(async () => {
      const tried: Record<string, boolean> = {};
      const attempt = (name: string, act: () => unknown): void => {
        try {
          act();
          tried[name] = false;
        } catch {
          tried[name] = true;
        }
      };
      attempt('innerHTML', () => (document.body.innerHTML += ''));
      attempt('DOMParser', () => new DOMParser().parseFromString('<p>', 'text/html'));
      attempt('a Trusted Types policy', () =>
        (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }).trustedTypes.createPolicy('x', {}),
      );
      const script = document.createElement('script');
      attempt('a script address', () => (script.src = 'https://evil.example/x.js'));
      const violated = new Promise<boolean>((seen) =>
        addEventListener('securitypolicyviolation', (event) => /frame|child|default/.test(event.effectiveDirective) && seen(true)),
      );
      const frame = document.createElement('iframe');
      frame.src = 'https://evil.example/';
      document.body.append(frame);
      tried['a frame'] = await violated;
      return tried;
    });
    expect(refused).toEqual({ innerHTML: true, DOMParser: true, 'a Trusted Types policy': true, 'a script address': true, 'a frame': true });
    await page.close();
  });
});

describe('a policy from a stranger', () => {
  test('cannot put markup or code on the options pages, the popup or the notices', async () => {
    const shown = await drop('hostile.yaml', stringify(hostile));
    await useIt(shown);
    await expect.poll(() => shown.page.locator('main').textContent()).toContain('onerror');
    expect(await shown.page.locator('.trouble').count()).toBe(0);
    for (const path of [...OPTIONS_PAGES.map(({ id }) => `options.html#${id}`), 'popup.html']) {
      const { page, complaints } = await opened(path);
      await page.waitForLoadState('networkidle');
      expect({
        path,
        complaints,
        pwned: await page.evaluate(() => 'pwned' in window),
        images: await page.locator('img[src=x], a[href^="javascript"], script:not([src])').count(),
      }).toEqual({
        path,
        complaints: [],
        pwned: false,
        images: 0,
      });
      await page.close();
    }
    await shown.page.close();
  });

  test.each<[string, () => string]>([
    ['is code', () => '!!js/function "function(){ window.pwned = 1 }"'],
    ['is ten megabytes long', () => `name: ${'x'.repeat(10_000_000)}`],
    ['is nested a hundred thousand deep', () => '['.repeat(100_000)],
    [
      'is a bomb of aliases',
      () =>
        `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
          .split('')
          .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`)
          .join('\n')}`,
    ],
    ['has the prototype of everything in it', () => '{"handrail":1,"__proto__":{"pwned":1},"constructor":{"prototype":{"pwned":1}}}'],
    ['is no text at all', () => '\0\u0001\uFFFF'],
  ])('that %s is refused in words, and the good one stays in use', async (_, make) => {
    const good = await drop('good.yaml', stringify({ ...(defaultPolicy as object), id: 'good', name: 'The good policy' }));
    await useIt(good);
    const { page: before } = good;
    await expect.poll(() => before.locator('main').textContent()).toContain('The good policy');
    const { page, complaints } = await drop('bad.yaml', make());
    await page.locator('[role=alert]').first().waitFor();
    const text = () => page.locator('main').textContent();
    await expect.poll(text).toContain('bad.yaml');
    await expect.poll(text).toContain('The good policy');
    expect(complaints).toEqual([]);
    expect(await page.evaluate(() => 'pwned' in window || 'pwned' in {})).toBe(false);
    for (const open of launched.context.pages()) if (open.url().includes('options.html')) await open.close();
  });
});

test('there are pages to look at', () => {
  expect(OPTIONS_PAGES.length).toBeGreaterThan(5);
  expect(readdirSync(work).length).toBeGreaterThan(0);
});
