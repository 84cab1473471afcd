import { expect, test } from 'vitest';
import { siteMatches, siteProfile } from '../../lib/sharing/site-profile.ts';

test.each([
  ['https://help.acme.example', 'https://help.acme.example', true],
  ['https://help.acme.example/*', 'https://help.acme.example', true],
  ['help.acme.example', 'http://help.acme.example:8080', true],
  ['https://help.acme.example', 'http://help.acme.example', false],
  ['https://help.acme.example:8443', 'https://help.acme.example', false],
  ['https://help.acme.example:443', 'https://help.acme.example', true],
  ['*://help.acme.example/*', 'http://help.acme.example', true],
  ['https://*.acme.example/*', 'https://eu.help.acme.example', true],
  ['*.acme.example', 'https://acme.example', true],
  ['*.acme.example', 'https://evilacme.example', false],
  ['help.acme.example', 'https://help.acme.example.evil.example', false],
  ['http://127.0.0.1', 'http://127.0.0.1:4000', true],
  ['', 'https://a.example', false],
])('a profile for %s speaks for %s: %s', (match, origin, expected) => {
  expect(siteMatches(match, origin)).toBe(expected);
});

test('profiles that match add up, the earlier one first', () => {
  const field = (name: string, tag: string) => ({ name, tag, hooks: [], path: [], words: [], index: 0, shape: 'text' });
  const profiles = [
    { match: 'help.acme.example', zone: 'Asia/Ho_Chi_Minh', taught: [field('priority', 'b')] },
    { match: '*.acme.example', zone: 'UTC', locale: 'en-GB', taught: [field('priority', 'i'), field('group', 'i')] },
    { match: 'other.example', zone: 'UTC', taught: [field('status', 'b')] },
  ];
  const profile = siteProfile(profiles, 'https://help.acme.example');
  expect(profile).toMatchObject({ zone: 'Asia/Ho_Chi_Minh', locale: 'en-GB' });
  expect(profile.taught.map(({ name, tag }) => [name, tag])).toEqual([
    ['priority', 'b'],
    ['group', 'i'],
  ]);
});
