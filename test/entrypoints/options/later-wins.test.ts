import { describe, expect, test } from 'vitest';
import { inOrder, oneByOne } from '../../../entrypoints/options/later-wins.ts';

describe('of drawings that overlap', () => {
  test.each([
    ['in the order they began', [0, 1, 2], [0, 1, 2]],
    ['the last first', [2, 0, 1], [2]],
    ['the middle first', [1, 0, 2], [1, 2]],
    ['the first late', [1, 2, 0], [1, 2]],
  ])('none is shown after a later one: ready %s', (_, ready, shown) => {
    const begin = inOrder();
    const may = [begin(), begin(), begin()];
    expect(ready.filter((which) => may[which]?.())).toEqual(shown);
  });

  test('one that begins after another was shown is shown', () => {
    const begin = inOrder();
    expect([begin()(), begin()()]).toEqual([true, true]);
  });
});

describe('of changes that are read and written back', () => {
  /** A store whose answers come only when they are let go. */
  function slowStore() {
    let kept: Readonly<Record<string, string>> = {};
    const waiting: (() => void)[] = [];
    const slowly = () => new Promise<void>((go) => waiting.push(go));
    return {
      kept: () => kept,
      add: async (part: Readonly<Record<string, string>>) => {
        const before = kept;
        await slowly();
        kept = { ...before, ...part };
      },
      /** Lets answers go, the newest first, until none waits. */
      async letGo() {
        for (let quiet = 0; quiet < 10; quiet++) {
          await Promise.resolve();
          for (let go = waiting.pop(); go; go = waiting.pop()) {
            go();
            quiet = 0;
          }
        }
      },
    };
  }

  test('none is lost, and of two of the same thing the later stays', async () => {
    const store = slowStore();
    const inTurn = oneByOne();
    const all = Promise.all([
      inTurn(() => store.add({ group: '1' })),
      inTurn(() => store.add({ exported: 'today' })),
      inTurn(() => store.add({ group: '12' })),
    ]);
    await store.letGo();
    await all;
    expect(store.kept()).toEqual({ group: '12', exported: 'today' });
  });

  test('one that fails tells so and holds up no other', async () => {
    const inTurn = oneByOne();
    const failed = inTurn(() => Promise.reject(new Error('the disk is full')));
    const next = inTurn(() => Promise.resolve('kept'));
    await expect(failed).rejects.toThrow('the disk is full');
    await expect(next).resolves.toBe('kept');
  });
});
