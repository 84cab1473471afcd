/** The policy editor in the real extension: a target is changed and counts on an open ticket; nothing is lost, and nothing bad takes effect. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { panelShown, panelTag } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { type DemoHelpdesk, startDemoHelpdesk } from '../demo-helpdesk/server.ts';

let launched: Launched;
let desk: DemoHelpdesk;
let page: Page;

beforeAll(async () => {
  desk = await startDemoHelpdesk({ now: Date.now() });
  launched = await launchChromium({ hosts: ['http://127.0.0.1/*'], headless: true, mode: 'e2e', locale: 'en-US' });
  page = await launched.context.newPage();
  // closing a page with an unsaved draft asks; the tests leave on purpose
  page.on('dialog', (dialog) => void dialog.accept());
  await open('tiers');
});
afterAll(async () => {
  await launched?.close();
  await desk?.close();
});

async function open(name: string): Promise<void> {
  await page.goto(`chrome-extension://${launched.extensionId}/options.html#${name}`);
  await page.locator('.editor').waitFor();
}
const target = () => page.getByRole('textbox', { name: 'High: Resolution', exact: true });
const state = () => page.locator('.draft-state').innerText();
const useIt = () => page.getByRole('button', { name: 'Use it…' });
const inUse = () =>
  launched.worker.evaluate(async () => {
    const { policy } = await (
      globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<{ policy: Stored }> } } } }
    ).chrome.storage.local.get('policy');
    return { version: policy.policy.version, high: policy.policy.priorities[1]?.resolution, origin: policy.origin.kind };
  });
const keptDraft = () =>
  launched.worker.evaluate(async () => {
    const { local } = (globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<object> } } } }).chrome.storage;
    return JSON.stringify(await local.get('policy-draft'));
  });
interface Stored {
  readonly policy: { readonly version: number; readonly priorities: readonly { readonly resolution?: string }[] };
  readonly origin: { readonly kind: string };
}

test('the draft begins as the policy in use', async () => {
  await expect.poll(() => target().inputValue()).toBe('8h');
  await expect.poll(state).toMatch(/^This is the policy in use, version \d+\.$/);
  expect(await useIt().isDisabled()).toBe(true);
});

test('a bad value is said at its field and in the summary, and cannot be used', async () => {
  await target().fill('8 hrs');
  await expect.poll(() => page.locator('#draft-problems').innerText()).toContain('Targets › High › Resolution');
  expect(await target().getAttribute('aria-invalid')).toBe('true');
  const described = (await target().getAttribute('aria-describedby')) ?? '';
  expect(await page.locator(`[id="${described}"]`).innerText()).toContain('8 hrs');
  expect(await useIt().isDisabled()).toBe(true);
  expect(await inUse()).toEqual({ version: 1, high: '8h', origin: 'built-in' });
});

test('the summary leads to the field, from another page too', async () => {
  await page.getByRole('link', { name: 'Calendars' }).click();
  await page.locator('#draft-problems a').click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-path'))).toBe('priorities[1].resolution');
});

test('a reload keeps the draft with its problem', async () => {
  await expect.poll(keptDraft).toContain('8 hrs');
  await page.reload();
  await page.locator('.editor').waitFor();
  await expect.poll(() => target().inputValue()).toBe('8 hrs');
  await expect.poll(state).toContain('Changed, not saved as a draft.');
});

test('undo and redo work with the keys, typing in one field is one step', async () => {
  // at once, since a pause ends a step and a busy machine pauses
  await target().evaluate((field: HTMLInputElement) => {
    field.focus();
    for (const typed of ['', '6', '6h']) {
      field.value = typed;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  });
  await expect.poll(() => page.locator('#draft-problems').count()).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => target().inputValue()).toBe('8 hrs');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => target().inputValue()).toBe('6h');
});

test('Save draft keeps it out of use; Use it shows the differences in words first', async () => {
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect.poll(state).toContain('Draft saved.');
  expect((await inUse()).high).toBe('8h');
  await expect.poll(() => useIt().isEnabled()).toBe(true);
  await useIt().click();
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.innerText()).toMatch(/version 2[^]*Targets › High › Resolution[^]*6h[^]*8h/);
  await page.keyboard.press('Escape');
  expect((await inUse()).high).toBe('8h');
  await useIt().click();
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect.poll(inUse).toEqual({ version: 2, high: '6h', origin: 'editor' });
  await expect.poll(state).toMatch(/^This is the policy in use, version \d+\.$/);
});

test('the new target counts on an open ticket at once', async () => {
  const ticket = await launched.context.newPage();
  await ticket.goto(`${desk.url}/tickets/48213`);
  await panelShown(ticket);
  const panelText = (): Promise<string> => ticket.locator(`${panelTag} aside`).innerText();
  // the ticket has the priority High and is some hours old
  const inHundreds = /\b8\d\d h\b/;
  await expect.poll(panelText).toContain('Resolution');
  expect(await panelText()).not.toMatch(inHundreds);
  await target().fill('900h');
  await expect.poll(() => useIt().isEnabled()).toBe(true);
  await useIt().click();
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect.poll(async () => (await inUse()).version).toBe(3);
  await expect.poll(panelText).toMatch(inHundreds);
  await ticket.close();
});

test('a week is drawn with the keyboard and with the pointer, and the preview says what it means', async () => {
  await open('calendars');
  await page.getByRole('checkbox', { name: /^Always open/ }).uncheck();
  // Monday 09:00 is where the keyboard starts
  await page.getByRole('gridcell', { name: 'Monday 09:00 to 09:30, closed' }).focus();
  await page.keyboard.press('Space');
  for (let half = 0; half < 15; half++) await page.keyboard.press('Shift+ArrowRight');
  const monday = page.getByRole('textbox', { name: 'Monday, window 1 closes' });
  await expect.poll(() => monday.inputValue()).toBe('17:00');
  // until there are hours, a notice stands above the grid: the grid has its place once it is gone
  await expect.poll(() => page.locator('#draft-problems').count()).toBe(0);
  const from = await page.locator('[data-slot="1-18"]').boundingBox();
  const to = await page.locator('[data-slot="4-33"]').boundingBox();
  if (!from || !to) throw new Error('The grid is not drawn.');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => page.getByRole('textbox', { name: 'Friday, window 1 closes' }).inputValue()).toBe('17:00');
  await page
    .getByRole('textbox', { name: 'Time zone' })
    .or(page.getByRole('combobox', { name: 'Time zone' }))
    .fill('Europe/Berlin');
  await expect
    .poll(() => page.locator('.due .answer').innerText())
    .toMatch(/^A 4h target that starts Friday .* at 16:00 is due Monday .* at 12:00\.$/);
});

test('holidays come from a calendar file after they were looked at', async () => {
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'SUMMARY:Quốc khánh',
    'DTSTART;VALUE=DATE:20200902',
    'RRULE:FREQ=YEARLY',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  await page.locator('.ics input[type=file]').setInputFiles({ name: 'vn.ics', mimeType: 'text/calendar', buffer: Buffer.from(ics.join('\r\n')) });
  await page.getByRole('button', { name: 'Add the chosen days' }).click();
  await expect.poll(() => page.locator('.dates').innerText()).toContain('2 September, every year');
});

test('a phrase is tried on a text with the product’s own matcher', async () => {
  await open('phrases');
  await page.getByRole('textbox', { name: 'A text to try all lists on' }).fill('I will call my lawyer and sue you.');
  await expect.poll(() => page.locator('.tried mark').count()).toBeGreaterThan(0);
  await page.getByRole('textbox', { name: 'A text to try all lists on' }).fill('Where is my parcel?');
  await expect.poll(() => page.locator('.tried mark').count()).toBe(0);
});

test('a template is shown on a sample ticket while it is written', async () => {
  await open('templates');
  await page.getByRole('combobox', { name: 'Text', exact: true }).selectOption('internal');
  const text = page.getByRole('textbox', { name: /^Internal escalation note/ });
  await text.fill('Ticket [ID] goes up: {{tier}}');
  await expect.poll(() => page.locator('.preview').innerText()).toMatch(/^Ticket 1001 goes up: /);
  await text.fill('Ticket {{nummer}}');
  await expect.poll(() => page.locator('.template .text-problems').innerText()).toContain('nummer');
});

test('a place that nothing fills is underlined where it stands, and the one that was meant is a click away', async () => {
  const text = page.getByRole('textbox', { name: /^Internal escalation note/ });
  await text.fill('To {{teir}} and [Person/Taem]');
  const underlined = page.locator('.template-text .cm-lintRange');
  await expect.poll(() => underlined.allInnerTexts()).toEqual(['{{teir}}', '[Person/Taem]']);
  await page.getByRole('button', { name: 'Use {{tier}}' }).click();
  await expect.poll(() => underlined.allInnerTexts()).toEqual(['[Person/Taem]']);
  await page.getByRole('button', { name: 'Use [Person/Team]' }).click();
  await expect.poll(() => underlined.count()).toBe(0);
  await expect.poll(() => text.innerText()).toBe('To {{tier}} and [Person/Team]');
  await expect.poll(() => page.locator('.preview').innerText()).toContain('and Tier 2');
});

test('the text of the policy is in step with the forms, and a text that cannot be read is set aside', async () => {
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect.poll(state).toMatch(/^This is the policy in use, version \d+\.$/);
  await open('policy');
  const content = page.locator('.cm-content');
  await expect.poll(() => content.innerText()).toContain('# A Handrail policy.');
  await content.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('label: from-the-text\n');
  await expect.poll(() => page.getByRole('textbox', { name: 'Name of this version' }).inputValue()).toBe('from-the-text');
  await page.getByRole('textbox', { name: 'Name of this version' }).fill('from-the-form');
  await expect.poll(() => content.innerText()).toContain('label: from-the-form');
  await content.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('tiers: [\n');
  await expect.poll(() => page.locator('.failing').count()).toBeGreaterThan(0);
  await expect.poll(() => page.locator('.draft-notices').innerText()).toContain('set aside');
  expect(await page.getByRole('textbox', { name: 'Name of this version' }).inputValue()).toBe('from-the-form');
  await page.getByRole('button', { name: 'Drop that text' }).click();
  await expect.poll(() => page.locator('.draft-notices').innerText()).not.toContain('set aside');
  await expect.poll(() => content.innerText()).not.toContain('tiers: [');
  await expect.poll(() => page.locator('.failing').count()).toBe(0);
});

test('a variable gets another name in the rules that use it, and one undo takes it back', async () => {
  await open('tiers');
  const name = (now: string) => page.getByRole('textbox', { name: `Name of ${now} in rules and texts` });
  await name('revenue_threshold').fill('ltv_threshold');
  await name('revenue_threshold').press('Enter');
  await page.getByText('“ltv_threshold” cannot be the name', { exact: false }).waitFor();
  await name('revenue_threshold').fill('loss_limit');
  await name('revenue_threshold').press('Enter');
  await expect.poll(keptDraft).toContain('revenue_impact > {{loss_limit}}');
  expect(await keptDraft()).not.toContain('{{revenue_threshold}}');
  await expect.poll(() => page.locator('#draft-problems').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await name('revenue_threshold').waitFor();
  await expect.poll(keptDraft).not.toContain('loss_limit');
});

test('a phrase list gets another name in the rules that use it', async () => {
  await open('phrases');
  await page.locator('.add-row select').first().selectOption('outage');
  const name = page.getByRole('textbox', { name: 'Name of outage in rules and texts' });
  await name.fill('down_time');
  await name.press('Enter');
  await expect.poll(keptDraft).toContain('contains_phrase(down_time)');
  await page.getByText('contains_phrase(down_time)', { exact: false }).waitFor();
});
