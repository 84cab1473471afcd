// @vitest-environment happy-dom
/** Several things ask for a reading at once: the page that changes, the popup, a policy that came. */
import { describe, expect, test } from 'vitest';
import { readingTurns } from '../../entrypoints/page-loop/reading-turns.ts';
import { withParts } from '../../lib/parts.ts';
import { PageMemory } from '../../lib/reader/page-memory.ts';
import { readPage } from '../../lib/reader/read-page.ts';
import { ticketPage } from '../e2e/ticket-page.ts';

describe('readings that are asked for while one goes on', () => {
  test('come to their end, though each stretch is over at once', async () => {
    document.documentElement.innerHTML = ticketPage();
    const memory = new PageMemory();
    const turns = readingTurns();
    let pauses = 0;
    let time = 0;
    const slices = { now: () => (time += 10), ms: 8, pause: () => Promise.resolve(void pauses++) };
    const options = { url: 'https://desk.example/ticket/77', now: Date.parse('2026-11-26T09:00:00Z'), zone: 'UTC', adapter: 'generic', memory };
    const read = () => turns.take(() => withParts(() => readPage(document, options)?.snapshot, slices));
    const [first, second, third] = await Promise.all([read(), read(), read()]);
    expect(first?.messages.length).toBeGreaterThan(0);
    expect([second, third]).toEqual([first, first]);
    // side by side they take the thousand after which each is done without pauses
    expect(pauses).toBeLessThan(200);
  });

  test('are one, which begins after the one that goes on and so sees what it may have missed', async () => {
    const turns = readingTurns();
    const done: string[] = [];
    let end = (): void => undefined;
    const first = turns.take(() => new Promise<void>((resolve) => (end = resolve))).then(() => done.push('first'));
    const read = (name: string) => () => turns.take(() => Promise.resolve(void done.push(name)));
    const asked = [turns.ask(read('second')), turns.ask(read('never')), turns.ask(read('never'))];
    await Promise.resolve();
    expect(done).toEqual([]);
    end();
    await Promise.all([first, ...asked]);
    expect(done).toEqual(['first', 'second']);
    await turns.ask(read('third'));
    expect(done).toEqual(['first', 'second', 'third']);
  });

  test('are done also when the one before them failed', async () => {
    const turns = readingTurns();
    const failed = turns.take(() => Promise.reject(new Error('a part could not be loaded')));
    const next = turns.take(() => Promise.resolve('read'));
    await expect(failed).rejects.toThrow('could not be loaded');
    expect(await next).toBe('read');
  });
});
