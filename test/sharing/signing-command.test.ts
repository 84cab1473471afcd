import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signingCommand } from '../../scripts/policy-keys.ts';
import { now, policyText } from './published.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
async function run(command: 'keygen' | 'sign' | 'verify', ...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const code = await signingCommand(command, args, now, { write: (text) => (said += text) });
  return { code, said: said.replaceAll(folder, '') };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-keys-'));
  writeFileSync(at('policy.json'), policyText(4));
  writeFileSync(at('bad.yaml'), 'handrail: 1\n');
  await run('keygen', '--out', at('team'));
  await run('keygen', '--out', at('other'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a key pair is made, the private half for its owner alone, and never written over', async () => {
  expect(readFileSync(at('team.key'), 'utf8')).toContain('BEGIN PRIVATE KEY');
  expect(statSync(at('team.key')).mode & 0o077).toBe(0);
  expect(await run('keygen', '--out', at('team'))).toEqual({ code: 2, said: '/team.key exists already and is not overwritten.\n' });
});

test('a policy is signed and verified', async () => {
  const signed = await run('sign', at('policy.json'), '--key', at('team.key'), '--rollout', '10', '--expires', '2027-01-31');
  expect(signed.code).toBe(0);
  expect(signed.said).toContain('/policy.signed.json: acme version 4, taken until 2027-01-31T00:00:00.000Z, by 10 % of browsers');
  const verified = await run('verify', at('policy.signed.json'), '--key', at('team.pub'));
  expect(verified).toMatchObject({ code: 0 });
  expect(verified.said).toMatch(/OK\. acme version 4, signed by [0-9a-f ]{39}, taken until/);
  const other = await run('verify', at('policy.signed.json'), '--key', at('other.pub'));
  expect(other).toMatchObject({ code: 1 });
  expect(other.said).toContain('signed with another key');
});

test.each<[string, () => ['keygen' | 'sign' | 'verify', ...string[]], number, string]>([
  ['no name for the keys', () => ['keygen'], 2, 'handrail policy keygen --out NAME'],
  ['no key', () => ['sign', at('policy.json')], 2, 'handrail policy sign FILE'],
  ['a file that is not there', () => ['sign', at('none.yaml'), '--key', at('team.key')], 2, '/none.yaml cannot be read'],
  ['a policy with problems', () => ['sign', at('bad.yaml'), '--key', at('team.key')], 1, '/bad.yaml: '],
  ['the public key', () => ['sign', at('policy.json'), '--key', at('team.pub')], 1, 'This is a public key'],
  ['a past date', () => ['sign', at('policy.json'), '--key', at('team.key'), '--expires', '2020-01-01'], 2, 'has passed'],
  ['no date', () => ['sign', at('policy.json'), '--key', at('team.key'), '--expires', 'soon'], 2, 'no date such as'],
  ['nobody', () => ['sign', at('policy.json'), '--key', at('team.key'), '--rollout', '0'], 2, 'above 0 and up to 100'],
  ['an unknown option', () => ['sign', at('policy.json'), '--kye', 'x'], 2, "Unknown option '--kye'"],
  ['a plain file', () => ['verify', at('policy.json'), '--key', at('team.pub')], 1, 'The file is not signed'],
  ['the private key', () => ['verify', at('policy.json'), '--key', at('team.key')], 1, 'This is a private key'],
])('%s: exit code and a sentence', async (_, args, code, said) => {
  const [command, ...rest] = args();
  const answer = await run(command, ...rest);
  expect(answer.code).toBe(code);
  expect(answer.said).toContain(said);
});
