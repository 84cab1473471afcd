import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { printPolicy } from '../../lib/policy/print-policy.ts';
import type { Policy } from '../../lib/policy/schema.ts';
import { earlierAfter, goBackTo, type LastPublication, nextVersionToPublish, textToPublish } from '../../lib/sharing/next-publication.ts';
import { now, policyText } from './published.ts';

function policy(version: number, change: object = {}): Policy {
  const load = loadPolicy(policyText(version, change), { kind: 'editor' }, now);
  if (!load.ok) throw new Error('no policy');
  return load.loaded.policy;
}
/** As storage gives a policy back: the members in another order. */
const reordered = (given: Policy): Policy => Object.fromEntries(Object.entries(given).toReversed()) as unknown as Policy;
const published = (version: number, change: object = {}) => ({
  id: 'acme',
  version,
  text: printPolicy({ ...policy(version, change) }),
});

describe('the version that is suggested', () => {
  test.each<[string, Policy, LastPublication | null, number, ('subscription' | 'file')?]>([
    ['nothing was published, not even a first change', policy(1), null, 1],
    ['nothing was published', policy(2), null, 2],
    ['nothing was published from here, but where it came from', policy(2), null, 3, 'subscription'],
    ['it came as a file, which others may have too', policy(2), null, 3, 'file'],
    ['changed contents in use above what was published', policy(5, { label: 'new' }), published(3), 5],
    ['the same contents: a further stage', policy(2), published(3), 3],
    ['the same contents with its members in another order', reordered(policy(2)), published(3), 3],
    ['changed contents', policy(3, { label: 'new' }), published(3), 4],
    ['changed contents in use below what was published', policy(2, { label: 'new' }), published(5), 6],
    ['another policy was published', policy(2, { id: 'other' }), published(9), 2],
  ])('%s', (_, given, last, version, origin) => {
    expect(nextVersionToPublish(given, last, origin ?? 'editor')).toBe(version);
  });
});

describe('the text that is signed', () => {
  test('of a further stage is the published one byte for byte', () => {
    const last = { ...published(3), text: `${published(3).text}# as it was written\n` };
    expect(textToPublish(reordered(policy(2)), 3, last)).toEqual({ text: last.text });
  });
  test('of changed contents under the same version is refused, never the old text in silence', () => {
    expect(textToPublish(policy(3, { label: 'new' }), 3, published(3))).toBe('changed');
  });
  test('of a version below the last one is refused', () => {
    expect(textToPublish(policy(2), 2, published(3))).toBe('older');
  });
  test('of a higher version is the policy with that version', () => {
    expect(textToPublish(policy(2, { label: 'new' }), 7, published(3))).toEqual({ text: printPolicy({ ...policy(7, { label: 'new' }) }) });
  });
});

describe('what was published before', () => {
  const one = (version: number, id = 'acme'): LastPublication => ({ id, version, text: `version ${version}` });
  test.each<[string, LastPublication[], LastPublication | null, LastPublication, LastPublication[]]>([
    ['nothing, at the first publication', [], null, one(1), []],
    ['the last one, once another is published', [one(1)], one(2), one(3), [one(2), one(1)]],
    ['no change by a further stage of the same version', [one(1)], one(2), one(2), [one(1)]],
    ['another policy too', [], one(7, 'other'), one(7), [one(7, 'other')]],
    ['each version once', [one(2), one(1)], one(2), one(3), [one(2), one(1)]],
  ])('%s', (_, earlier, last, next, expected) => expect(earlierAfter(earlier, last, next)).toEqual(expected));
  test('ten of them, so that the storage does not fill', () => {
    const kept = Array.from({ length: 20 }, (_, index) => index + 1).reduce<readonly LastPublication[]>(
      (earlier, version) => earlierAfter(earlier, one(version), one(version + 1)),
      [],
    );
    expect(kept.map(({ version }) => version)).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 11]);
  });
  test.each([
    ['above what was published', 3, 5, 6],
    ['above what is in use', 9, 5, 10],
  ])('comes back under a number %s', (_, inUse, last, version) => {
    const old = policy(2, { label: 'old' });
    expect(goBackTo(old, inUse, published(last))).toEqual({ ...old, version });
  });
});
