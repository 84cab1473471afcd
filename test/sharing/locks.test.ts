/** A lock holds a member of a list wherever it stands in it. */
import { expect, test } from 'vitest';
import { isLocked, type Lock, lockPath } from '../../lib/sharing/locks.ts';

const policy = {
  rules: [{ id: 'first' }, { id: 'legal' }],
  tiers: [{ tier: 1 }, { tier: 2 }],
  sites: [{ match: 'help.example' }],
  calendars: { office: {} },
};
const locks: readonly Lock[] = [
  { path: 'rules.legal', by: 'company' },
  { path: 'tiers.2.respondsWithin', by: 'team' },
  { path: 'calendars', by: 'company' },
];

test.each<[readonly (string | number)[], string, boolean]>([
  [['rules', 1, 'mode'], 'rules.legal.mode', true],
  [['rules', 0, 'mode'], 'rules.first.mode', false],
  [['rules'], 'rules', false],
  [['tiers', 1, 'respondsWithin'], 'tiers.2.respondsWithin', true],
  [['tiers', 1, 'name'], 'tiers.2.name', false],
  [['sites', 0], 'sites.help.example', false],
  [['calendars', 'office', 'hours', 'mon'], 'calendars.office.hours.mon', true],
  // not there (yet): its place stands for its name
  [['rules', 5], 'rules.5', false],
])('%j is held as %s: %s', (path, name, held) => {
  expect(lockPath(policy, path)).toBe(name);
  expect(isLocked(locks, name)).toBe(held);
});
