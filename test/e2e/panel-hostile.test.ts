/** The panel looks and works the same whatever the page around it does: styles, scripts, content policy, direction, zoom, width. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panelShown } from '../../scripts/extension-page.ts';
import { type Launched, launchChromium } from '../../scripts/launch.ts';
import { ClosedPanel } from './closed-panel.ts';
import { difference, filtered, hostilePages, type Screen, tolerated, unset, usual, withoutMinutes } from './hostile-pages.ts';
import { servePage, type TicketPage, ticketPage } from './ticket-page.ts';

const url = 'https://desk.example/ticket/77';
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
    await panel.whole();
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
  // one that could not be taken is taken anew when a test is run once more
  taken.catch(() => plainPictures.delete(screen));
  return taken;
}

const filteredRoot: (typeof hostilePages)[number] = ['when the page puts a filter over its root', filtered];

describe('the panel renders the same as on a plain page', () => {
  test.each([...hostilePages, filteredRoot])('%s', async (_when, page, headers = {}, screen = usual) => {
    const plain = await onPlainPage(screen);
    const hostile = await picture(page, screen, headers);
    expect(withoutMinutes(hostile.text)).toBe(withoutMinutes(plain.text));
    expect(hostile.box).toEqual(plain.box);
    expect(await desk.evaluate(difference, [plain.png, hostile.png] as const)).toBeLessThan(tolerated);
  });

  test('a picture of another state differs, so the comparison can fail', async () => {
    const plain = await onPlainPage(usual);
    const other = await picture({ subject: 'Another parcel', words: 'My lawyer is not happy. I want to speak to your manager now!' });
    expect(await desk.evaluate(difference, [plain.png, other.png] as const)).toBeGreaterThan(tolerated);
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
