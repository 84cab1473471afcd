/** A hosted product that has changed its page: its adapter finds nothing, and after a while the general reader takes over and says so. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askPage, panelShown } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { servePage, ticketPage } from './ticket-page.ts';

const url = 'https://acme.zendesk.com/agent/tickets/77';
let launched: Launched;

beforeAll(async () => {
  launched = await launchChromium({ hosts: ['https://acme.zendesk.com/*'], headless: true, timezoneId: 'UTC', locale: 'en-US' });
});
afterAll(() => launched?.close());

test('is waited for, then read without its adapter', async () => {
  await servePage(launched.context, url, ticketPage());
  const page = await launched.context.newPage();
  await page.goto(url);
  await expect.poll(() => askPage(launched.worker, url, 'page.status', {})).toEqual({ state: 'reading' });
  await panelShown(page);
  const { snapshot } = await askPage(launched.worker, url, 'page.read', {});
  expect(snapshot).toMatchObject({ helpdesk: 'generic', fields: { subject: { value: 'Parcel lost for the third week' } } });
  expect(snapshot?.problems.join()).toContain('Zendesk shows this ticket in a way');
});
