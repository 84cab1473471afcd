/** The one way by which an extension page changes the policy in use. */
import { systemClock } from '../../lib/clock.ts';
import type { loadPolicy } from '../../lib/policy/load-policy.ts';
import { useOwnPolicy } from '../../lib/policy-in-use.ts';
import { savePolicyTrouble } from '../../lib/storage.ts';

/**
 * A good policy takes effect, except where the team or the company has locked something; a bad one leaves the last good one in use and says why.
 * @param name of the file, put before each sentence
 * @returns the paths that are locked and stayed as they were
 */
export async function usePolicy(result: ReturnType<typeof loadPolicy>, name = ''): Promise<readonly string[]> {
  if (result.ok) return (await useOwnPolicy(result.loaded, systemClock.now())).overruled;
  const at = new Date(systemClock.now()).toISOString();
  await savePolicyTrouble({ at, problems: result.problems.map(({ readable }) => (name ? `${name}: ${readable}` : readable)) });
  return [];
}
