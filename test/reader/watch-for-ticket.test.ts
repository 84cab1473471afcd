// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { manualClock } from '../../lib/clock.ts';
import { watchForTicket } from '../../lib/reader/watch-for-ticket.ts';

let life: AbortController;
let clock: ReturnType<typeof manualClock>;
let timers: number;
let found: number;
beforeEach(() => {
  life = new AbortController();
  clock = manualClock(1_000_000);
  timers = 0;
  found = 0;
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
});

function draw(title: string, body: string): void {
  document.title = title;
  document.body.innerHTML = body;
}
const drawTicket = () =>
  draw('#4711 Printer on fire', '<h1>#4711 Printer on fire</h1><article>a</article><article>b</article><textarea></textarea><dl></dl>');
/** Mutation records are delivered in a later turn. */
const told = () => new Promise<void>((done) => window.requestAnimationFrame(() => done()));
const become = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};
const start = () =>
  watchForTicket(
    document,
    () => found++,
    {
      now: () => clock.now(),
      at(...wait) {
        timers++;
        clock.at(...wait);
      },
    },
    life.signal,
  );

describe('the probe', () => {
  test('looks at the first change almost at once, and at those that follow no more often than it says', async () => {
    draw('Inbox', '<p>Loading</p>');
    start();
    document.body.append('still nothing');
    await told();
    clock.advanceTo(clock.now() + 200);
    clock.advanceTo(clock.now() + 200);
    drawTicket();
    await told();
    clock.advanceTo(clock.now() + 20);
    expect(found).toBe(1);
    document.body.append('more');
    await told();
    clock.advanceTo(clock.now() + 10_000);
    expect(found).toBe(1);
  });

  test('sees what came while it waited for its next look', async () => {
    draw('Inbox', '<p>Loading</p>');
    start();
    document.body.append('a first change');
    await told();
    drawTicket();
    await told();
    clock.advanceTo(clock.now() + 500);
    expect(found).toBe(1);
  });

  test('sets no timer while the tab is hidden, whatever changes, and looks when it is shown', async () => {
    draw('Inbox', '<p>Loading</p>');
    start();
    become('hidden');
    for (let change = 0; change < 5; change++) {
      document.body.append('a change');
      await told();
    }
    drawTicket();
    await told();
    expect(timers).toBe(0);
    clock.advanceTo(clock.now() + 60_000);
    expect(found).toBe(0);
    become('visible');
    clock.advanceTo(clock.now() + 500);
    expect(found).toBe(1);
  });

  test('looks less and less often while the document is still coming, and at once when it has come', async () => {
    const loading = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    draw('Inbox', '<p>Loading</p>');
    start();
    for (let ms = 0; ms < 12_000; ms += 50) {
      document.body.append('more');
      await told();
      clock.advanceTo(clock.now() + 50);
    }
    expect(timers).toBeLessThan(10);
    drawTicket();
    await told();
    loading.mockReturnValue('interactive');
    document.dispatchEvent(new Event('DOMContentLoaded'));
    clock.advanceTo(clock.now() + 200);
    expect(found).toBe(1);
  });
});
