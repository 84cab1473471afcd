/** Publications for tests. */
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { type Publication, signPolicy } from '../../lib/sharing/envelope.ts';
import { makeKeys, readPrivateKey, type SigningKey } from '../../lib/sharing/keys.ts';

export const now = Date.parse('2026-11-25T10:00:00Z');

export async function newKey(): Promise<SigningKey> {
  const read = await readPrivateKey((await makeKeys()).privatePem);
  if (!read.ok) throw new Error(read.problem);
  return read.key;
}

/** A whole policy as JSON text. */
export const policyText = (version: number, change: object = {}): string =>
  JSON.stringify({ ...defaultPolicy, id: 'acme', name: 'Acme support', version, tests: [], ...change });

export const signed = (policy: string, keys: readonly SigningKey[], change: Partial<Publication> = {}): Promise<string> =>
  signPolicy({ policy, issued: new Date(now).toISOString(), expires: '2027-01-01T00:00:00Z', rollout: 100, ...change }, keys);
