import { expect, test } from 'vitest';
import { pageTranslator } from '../../lib/extension-text.ts';
import { readManaged } from '../../lib/sharing/managed.ts';
import { newKey } from './published.ts';

const t = pageTranslator('en');

test.each([[undefined], [null], [{}], ['x']])('%j is no company', async (value) => {
  expect(await readManaged(value, t)).toMatchObject({ managed: false, problems: [] });
});

test('a policy, settings, locks and sites are read', async () => {
  const read = await readManaged(
    {
      policy: 'variables:\n  company_name: Acme\n',
      locked: ['variables.company_name', 'settings.prompting'],
      settings: { prompting: 'hint', retentionDays: 30 },
      sites: [{ match: 'help.acme.example', zone: 'UTC' }],
    },
    t,
  );
  expect(read).toMatchObject({
    managed: true,
    problems: [],
    company: {
      policy: { value: { variables: { company_name: 'Acme' } }, locked: ['variables.company_name'] },
      settings: { prompting: 'hint', retentionDays: 30 },
      locked: ['variables.company_name', 'settings.prompting'],
      sites: [{ match: 'help.acme.example' }],
    },
  });
});

test('a subscription is pinned and takes updates by itself', async () => {
  const { publicKey } = await newKey();
  const read = await readManaged({ subscription: { url: 'https://a.example/p', key: publicKey } }, t);
  expect(read.company.subscription).toEqual({ url: 'https://a.example/p', key: publicKey, updates: 'auto', managed: true, minutes: 60 });
});

test.each([
  ['a policy that is no YAML', { policy: '{' }, 'policy'],
  ['a policy that is a list', { policy: '- a' }, 'policy'],
  ['an address without https', { subscription: { url: 'http://a.example', key: '' } }, 'subscription.url'],
  ['a subscription without a key', { subscription: { url: 'https://a.example' } }, 'subscription.key'],
])('%s is told and left out', async (_, value, part) => {
  const read = await readManaged(value, t);
  expect(read.problems).toHaveLength(1);
  expect(read.problems[0]).toContain(`Set by your company, ${part}:`);
  expect(read.company.policy ?? read.company.subscription).toBeUndefined();
});

test('settings of a wrong kind are left out one by one', async () => {
  const read = await readManaged({ settings: { prompting: 'loud', language: 'vi', retentionDays: 'x' }, locked: 'rules', sites: [{}] }, t);
  expect(read.company).toEqual({ settings: { language: 'vi' }, locked: [], sites: [] });
});
