import { beforeAll, describe, expect, test } from 'vitest';
import type { SigningKey } from '../../lib/sharing/keys.ts';
import { type JudgedAgainst, judgeUpdate, type Verdict } from '../../lib/sharing/judge-update.ts';
import { makeRolloutNumber, rolloutPlace } from '../../lib/sharing/rollout.ts';
import type { Subscription, SubscriptionStatus } from '../../lib/sharing/subscription.ts';
import { digestOf } from '../../lib/sharing/keys.ts';
import { newKey, now, policyText, signed } from './published.ts';

let key: SigningKey;
let next: SigningKey;
let stranger: SigningKey;
beforeAll(async () => {
  [key, next, stranger] = await Promise.all([newKey(), newKey(), newKey()]);
});

const subscription = (change: Partial<Subscription> = {}): Subscription => ({
  url: 'https://static.acme.example/policy.json',
  key: key.publicKey,
  updates: 'ask',
  policyId: 'acme',
  managed: false,
  minutes: 60,
  ...change,
});
const judge = (text: string, change: Partial<JudgedAgainst> = {}): Promise<Verdict> =>
  judgeUpdate(text, { subscription: subscription(), status: {}, rolloutNumber: 'a', now, language: 'en', ...change });
const seen = async (version: number): Promise<SubscriptionStatus> => ({ seen: { version, digest: await digestOf(policyText(version)) } });

test('a good publication is an update, signed by the pinned key', async () => {
  const verdict = await judge(await signed(policyText(2), [key]));
  expect(verdict).toMatchObject({ kind: 'update', read: { loaded: { origin: { kind: 'subscription', signed: true } }, seen: { version: 2 } } });
});

describe('changes nothing and says why', () => {
  test.each<[string, () => Promise<string>, object]>([
    ['not signed', async () => policyText(2), { kind: 'unsigned' }],
    ['signed by somebody else', () => signed(policyText(2), [stranger]), { kind: 'other-key' }],
    ['expired', () => signed(policyText(2), [key], { expires: '2026-11-25T09:59:59Z' }), { kind: 'expired' }],
    ['another policy', () => signed(policyText(2, { id: 'other' }), [key]), { kind: 'other-id', found: 'other', expected: 'acme' }],
    ['a policy with problems', () => signed(policyText(2, { tiers: [] }), [key]), { kind: 'problems' }],
    ['no policy', async () => '<p>hello', { kind: 'problems' }],
    [
      'tampered with',
      async () => (await signed(policyText(2), [key])).replace(/"payload": "(.{40})./, (_, start: string) => `"payload": "${start}A`),
      { kind: 'bad-signature' },
    ],
  ])('%s', async (_, text, why) => {
    expect(await judge(await text())).toMatchObject({ kind: 'refused', why });
  });

  test('an older version than one that was seen', async () => {
    expect(await judge(await signed(policyText(2), [key]), { status: await seen(3) })).toEqual({
      kind: 'refused',
      why: { kind: 'stale', version: 2, seen: 3 },
    });
  });

  test('the same version with other contents', async () => {
    expect(await judge(await signed(policyText(3, { label: 'x' }), [key]), { status: await seen(3) })).toMatchObject({ why: { kind: 'changed' } });
  });
});

test('without a pinned key plain files and signed ones are read, and neither counts as signed', async () => {
  const { key: _, ...open } = subscription();
  for (const text of [policyText(2), await signed(policyText(2), [stranger])])
    expect(await judge(text, { subscription: open })).toMatchObject({ kind: 'update', read: { loaded: { origin: { signed: false } } } });
});

test('what is in use already is no update, and neither is one that was declined', async () => {
  const text = await signed(policyText(2), [key]);
  const digest = await digestOf(policyText(2));
  expect(await judge(text, { status: { ...(await seen(2)), inUse: digest } })).toMatchObject({ kind: 'same' });
  expect(await judge(text, { status: { ...(await seen(2)), declined: digest } })).toMatchObject({ kind: 'declined' });
});

describe('a new key', () => {
  test('is believed after the old one has vouched for it, and takes over when it signs', async () => {
    const announced = await judge(await signed(policyText(2), [key], { nextKey: next.publicKey }));
    expect(announced).toMatchObject({ kind: 'update', pins: { key: key.publicKey, nextKey: next.publicKey } });
    const later = subscription({ nextKey: next.publicKey });
    const taken = await judge(await signed(policyText(3), [next]), { subscription: later });
    expect(taken).toMatchObject({ kind: 'update', pins: { key: next.publicKey } });
    expect(taken.kind === 'update' && taken.pins.nextKey).toBeUndefined();
  });

  test('takes over at once where both have signed', async () => {
    const verdict = await judge(await signed(policyText(2), [key, next], { nextKey: next.publicKey }));
    expect(verdict).toMatchObject({ pins: { key: next.publicKey } });
  });

  test('that nobody vouched for is refused', async () => {
    expect(await judge(await signed(policyText(2), [next], { nextKey: next.publicKey }))).toMatchObject({ why: { kind: 'other-key' } });
  });

  test('does not move a key that the company has pinned', async () => {
    const managed = subscription({ managed: true });
    const verdict = await judge(await signed(policyText(2), [key, next], { nextKey: next.publicKey }), { subscription: managed });
    expect(verdict).toMatchObject({ pins: { key: key.publicKey } });
  });
});

describe('a staged rollout', () => {
  test('takes about the given part of all browsers, and each stage only adds some', async () => {
    const numbers = Array.from({ length: 2000 }, (_, index) => `browser ${index}`);
    const places = await Promise.all(numbers.map((number) => rolloutPlace(number, 'acme', 7)));
    for (const [percent, least, most] of [
      [1, 0.4, 1.8],
      [10, 8, 12],
      [50, 46, 54],
      [100, 100, 100],
    ] as const) {
      const share = (places.filter((place) => place < percent).length / numbers.length) * 100;
      expect(share).toBeGreaterThanOrEqual(least);
      expect(share).toBeLessThanOrEqual(most);
    }
  });

  test('begins with other browsers for the next version', async () => {
    const first = async (version: number) =>
      (await Promise.all(Array.from({ length: 300 }, (_, index) => rolloutPlace(String(index), 'acme', version)))).flatMap((place, index) =>
        place < 10 ? [index] : [],
      );
    expect(await first(1)).not.toEqual(await first(2));
  });

  test('is awaited by the others, which take the same version when its stage reaches them', async () => {
    let number = 0;
    while ((await rolloutPlace(String(number), 'acme', 2)) < 10) number++;
    const late = String(number);
    const early = await judge(await signed(policyText(2), [key], { rollout: 10 }), { rolloutNumber: late });
    expect(early).toMatchObject({ kind: 'not-yet', rollout: 10 });
    const status = { seen: early.kind === 'not-yet' ? early.seen : { version: 0, digest: '' } };
    expect(await judge(await signed(policyText(2), [key]), { rolloutNumber: late, status })).toMatchObject({ kind: 'update' });
  });

  test('numbers are long and differ', () => {
    expect(makeRolloutNumber()).toMatch(/^[0-9a-f]{32}$/);
    expect(makeRolloutNumber()).not.toBe(makeRolloutNumber());
  });
});
