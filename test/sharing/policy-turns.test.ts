/** Whoever changes the policy in use reads what has a say in it and writes what follows: two at a time must not put back what one of them replaced. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { manualClock } from '../../lib/clock.ts';
import { loadPolicyData } from '../../lib/policy/load-policy-data.ts';
import { now, policyText } from './published.ts';

vi.stubGlobal('chrome', fakeBrowser);
const { applyCompany } = await import('../../entrypoints/background/policy-updates.ts');
const { takeUpdate } = await import('../../lib/check-subscription.ts');
const { recompose, useOwnPolicy } = await import('../../lib/policy-in-use.ts');
const { readLocks, readPolicy, saveSubscription } = await import('../../lib/storage.ts');

const url = 'https://policy.example/acme.json';
const own = loadPolicyData(JSON.parse(policyText(3)), { kind: 'file' }, now);
if (!own.ok) throw new Error('The policy of the test is not sound.');
const update = { text: policyText(3), seen: { version: 3, digest: 'd', issued: new Date(now).toISOString() }, signed: false };

/** Lets everything go on that needs no more than turns of the event loop. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
}

/** The next writing of the policy waits. @returns when it does, and what lets it go on */
function heldWriting(): { readonly reached: Promise<void>; readonly release: () => void } {
  const write = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local) as (items: object) => Promise<void>;
  let release: () => void = () => undefined;
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((there) => (reach = there));
  const gate = new Promise<void>((open) => (release = open));
  const held = async (items: object): Promise<void> => {
    if ('policy' in items) {
      spy.mockRestore();
      reach();
      await gate;
    }
    await write(items);
  };
  const spy = vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(held as never);
  return { reached, release };
}

const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['an update of the team’s policy', () => takeUpdate('team', update, now)],
  ['a policy of one’s own', () => useOwnPolicy(own.loaded, now)],
  ['a look at what is stored', () => recompose(now)],
];

describe('what the company sets while the policy changes', () => {
  beforeEach(async () => {
    fakeBrowser.reset();
    await saveSubscription({ url, updates: 'auto', managed: false, minutes: 60 });
  });

  test.each(changes)('holds over %s', async (_, change) => {
    const writing = heldWriting();
    const changed = change();
    await writing.reached;
    const rules = [{ id: 'company-rule', title: 'Rule of the company', rule: 'IF ticket.status != "Resolved" THEN escalate to Tier 3' }];
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockResolvedValueOnce({
      policy: JSON.stringify({ rules }),
      locked: ['rules.company-rule'],
    } as never);
    const applied = applyCompany(manualClock(now));
    await turns();
    writing.release();
    await Promise.all([changed, applied]);
    expect((await readPolicy())?.policy.rules.map(({ id }) => id)).toContain('company-rule');
    expect(await readLocks()).toContainEqual({ path: 'rules.company-rule', by: 'company' });
  });
});
