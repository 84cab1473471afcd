/** Judges tickets for pages. The policy that was asked for last is held as long as the worker lives, and with it what was found in texts. */
import { type JudgedTicket, type JudgeRequest, judgeTicket } from '../../lib/ledger/judge-ticket.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { readPolicy, watchPolicy } from '../../lib/storage.ts';

let held: LoadedPolicy | null = null;

/** To be called at every start. */
export const holdPolicy = (): void => watchPolicy((policy) => (held = policy), new AbortController().signal);

/** @returns null when the page means another policy than the one in use: it judges by its own, and hears of the change in a moment */
export async function judgeForPage(request: JudgeRequest): Promise<JudgedTicket | null> {
  if (held?.loadedAt !== request.policyLoadedAt) held = await readPolicy();
  return held?.loadedAt === request.policyLoadedAt ? judgeTicket(request, held) : null;
}
