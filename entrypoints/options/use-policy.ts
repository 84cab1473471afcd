/** The one way by which an extension page changes the policy in use. */
import { systemClock } from '../../lib/clock.ts';
import type { loadPolicy } from '../../lib/policy/load-policy.ts';
import { savePolicy, savePolicyTrouble } from '../../lib/storage.ts';

/** A good policy takes effect; a bad one leaves the last good one in use and says why. @param name of the file, put before each sentence. */
export async function usePolicy(result: ReturnType<typeof loadPolicy>, name = ''): Promise<void> {
  if (result.ok) {
    await savePolicy(result.loaded);
    await savePolicyTrouble(null);
  } else {
    const at = new Date(systemClock.now()).toISOString();
    await savePolicyTrouble({ at, problems: result.problems.map(({ message }) => (name ? `${name}: ${message}` : message)) });
  }
}
