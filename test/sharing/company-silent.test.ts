/** A browser that never says what its administrator wrote: subscriptions are looked at all the same, and what is known of the company stays. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { manualClock } from '../../lib/clock.ts';
import { now, policyText } from './published.ts';

vi.stubGlobal('chrome', fakeBrowser);
const { applyCompany } = await import('../../entrypoints/background/policy-updates.ts');
const { readCompany, readLocks } = await import('../../lib/storage.ts');

const managed = { policy: policyText(4), locked: ['rules.legal'] };

describe('what the administrator wrote', () => {
  beforeEach(() => fakeBrowser.reset());

  test('that is never answered holds nothing up, and leaves the company as it was', async () => {
    const clock = manualClock(now);
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockResolvedValueOnce(managed as never);
    await applyCompany(clock);
    const before = await readCompany();
    expect(before?.managed).toBe(true);
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockReturnValueOnce(new Promise(() => undefined) as never);
    const done = vi.fn();
    const applied = applyCompany(clock).then(done);
    await Promise.resolve();
    expect(done).not.toHaveBeenCalled();
    clock.advanceTo(now + 3000);
    await applied;
    expect(await readCompany()).toEqual(before);
    expect(await readLocks()).toContainEqual({ path: 'rules.legal', by: 'company' });
  });

  test('that is answered late is taken then', async () => {
    const clock = manualClock(now);
    let answer: (value: never) => void = () => undefined;
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockReturnValueOnce(new Promise<never>((later) => (answer = later)) as never);
    const applied = applyCompany(clock);
    clock.advanceTo(now + 3000);
    await applied;
    expect(await readCompany()).toBeNull();
    answer(managed as never);
    await expect.poll(async () => (await readCompany())?.managed).toBe(true);
  });
});
