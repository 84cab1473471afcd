// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { manualClock } from '../../lib/clock.ts';
import { watchForTicket } from '../../lib/reader/watch-for-ticket.ts';

const life = new AbortController();
afterEach(() => life.abort());

function draw(title: string, body: string): void {
  document.title = title;
  document.body.innerHTML = body;
}
/** Mutation records are delivered in a later turn. */
const told = () => new Promise<void>((done) => window.requestAnimationFrame(() => done()));

describe('the probe', () => {
  test('looks at the first change almost at once, and at those that follow no more often than it says', async () => {
    const clock = manualClock(1_000_000);
    let found = 0;
    draw('Inbox', '<p>Loading</p>');
    watchForTicket(document, () => found++, clock, life.signal);
    document.body.append('still nothing');
    await told();
    clock.advanceTo(clock.now() + 200);
    clock.advanceTo(clock.now() + 200);
    draw('#4711 Printer on fire', '<h1>#4711 Printer on fire</h1><article>a</article><article>b</article><textarea></textarea><dl></dl>');
    await told();
    clock.advanceTo(clock.now() + 20);
    expect(found).toBe(1);
    document.body.append('more');
    await told();
    clock.advanceTo(clock.now() + 10_000);
    expect(found).toBe(1);
  });
});
