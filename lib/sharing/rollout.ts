/** Who takes a new version first: a part of all browsers that is the same for one version and another for the next. */
import { digestOf } from './keys.ts';

/** A browser's own number for rollouts, made once: it says nothing of the person and never leaves the browser. */
export function makeRolloutNumber(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Where this browser stands among all, from 0 to below 100, spread evenly by SHA-256. Stages of one version only ever add browsers.
 * @param number of this browser
 */
export async function rolloutPlace(number: string, policyId: string, version: number): Promise<number> {
  const digest = await digestOf(`${policyId}\n${version}\n${number}`);
  return (Number.parseInt(digest.slice(0, 8), 16) / 0x1_0000_0000) * 100;
}
