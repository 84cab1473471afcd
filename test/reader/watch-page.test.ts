// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { manualClock } from '../../lib/clock.ts';
import { limits } from '../../lib/reader/limits.ts';
import { type PageChange, watchPage } from '../../lib/reader/watch-page.ts';

/** Mutation records are delivered in a later turn. */
const delivered = () => new Promise<void>((done) => window.requestAnimationFrame(() => done()));

describe('watchPage', () => {
  let stop: AbortController;
  let changes: PageChange[];
  let clock: ReturnType<typeof manualClock>;
  beforeEach(() => {
    document.body.innerHTML = '<main><p>one</p></main><aside></aside>';
    history.replaceState({}, '', '/tickets/1');
    stop = new AbortController();
    changes = [];
    clock = manualClock(1_000_000);
  });
  afterEach(() => stop.abort());
  const start = () => watchPage({ doc: document, onChange: (change) => changes.push(change), signal: stop.signal, clock });
  const main = () => document.querySelector('main') as Element;

  test('reads once after a burst of changes has settled', async () => {
    start().watch(main());
    for (let i = 0; i < 5; i++) main().append(document.createElement('p'));
    await delivered();
    expect(changes).toEqual([]);
    clock.advanceTo(1_000_000 + limits.settleMs + limits.betweenReadingsMs);
    expect(changes).toEqual(['changed']);
  });

  test.each([
    ['at most four times a second where each change comes after a rest', limits.settleMs + 10, 20, 40],
    ['once a second where they never rest', limits.settleMs / 4, 8, 10],
  ])('reads %s', async (_, everyMs, least, most) => {
    start().watch(main());
    for (let at = 0; at < 10_000; at += everyMs) {
      main().append(document.createElement('p'));
      await delivered();
      clock.advanceTo(1_000_000 + at);
    }
    expect(changes.length).toBeGreaterThanOrEqual(least);
    expect(changes.length).toBeLessThanOrEqual(most);
  });

  test('reads nothing while the tab is hidden, and once when it is shown', async () => {
    start().watch(main());
    const shown = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    for (let i = 0; i < 5; i++) {
      main().append(document.createElement('p'));
      await delivered();
      clock.advanceTo(1_010_000 + i * 10_000);
    }
    expect(changes).toEqual([]);
    shown.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    clock.advanceTo(1_100_000);
    expect(changes).toEqual(['changed']);
  });

  test('does not listen outside the pane once it is known', async () => {
    start().watch(main());
    document.querySelector('aside')?.append(document.createElement('p'));
    await delivered();
    clock.advanceTo(1_010_000);
    expect(changes).toEqual([]);
  });

  test('says "left" at once when the address changes, before anything is drawn', () => {
    start().watch(main());
    history.pushState({}, '', '/tickets/2');
    window.dispatchEvent(new Event('popstate'));
    expect(changes).toEqual(['left']);
  });

  test('does not call a jump inside the page leaving', () => {
    start().watch(main());
    history.pushState({}, '', '/tickets/1#note');
    window.dispatchEvent(new Event('hashchange'));
    expect(changes).toEqual([]);
  });

  test('is still after its signal', async () => {
    start().watch(main());
    main().append(document.createElement('p'));
    await delivered();
    stop.abort();
    clock.advanceTo(2_000_000);
    history.pushState({}, '', '/tickets/3');
    window.dispatchEvent(new Event('popstate'));
    expect(changes).toEqual([]);
  });
});
