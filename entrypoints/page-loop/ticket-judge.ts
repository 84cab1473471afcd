/**
 * Has a ticket judged. The background does it: one copy of facts and rules serves every tab, and their work is off the page. Where the
 * background does not answer in time the page loads them and does it itself, with the same function.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../lib/clock.ts';
import type { JudgedTicket, JudgeRequest } from '../../lib/ledger/judge-ticket.ts';
import { askBackground } from '../../lib/messages.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import type { TicketSnapshot } from '../../lib/ticket.ts';

/** How long the background may take: it has to start when it was idle. */
const patienceMs = 2500;

/** An answer with what it was given for. */
export interface Judged extends JudgedTicket {
  readonly key: string;
  readonly snapshot: TicketSnapshot;
  readonly loaded: LoadedPolicy;
}

export interface TicketJudge {
  readonly judged: ReadonlySignal<Judged | undefined>;
  /** Ends when `judged` holds the answer, or one that was asked for later. @throws when neither the background nor the page can judge */
  judge(request: JudgeRequest, loaded: LoadedPolicy): Promise<void>;
  /** The ticket was left: answers that are still under way are not wanted. */
  leave(): void;
}

/**
 * @param lifetime ends the page's copy of the extension
 * @param ask the background
 * @param here in this page
 */
export function ticketJudge(
  clock: Clock,
  lifetime: AbortSignal,
  ask: (request: JudgeRequest) => Promise<JudgedTicket | null | undefined> = (request) => askBackground('ticket.judge', request),
  here: typeof judgeHere = judgeHere,
): TicketJudge {
  const judged = signal<Judged | undefined>(undefined);
  let asked = 0;
  let answered = 0;
  /** The background has kept this page waiting: it is not asked again. */
  let silent = false;
  const late = Symbol('late');
  async function fromBackground(request: JudgeRequest): Promise<JudgedTicket | null | undefined> {
    if (silent) return undefined;
    const waiting = new AbortController();
    const patience = new Promise<typeof late>((end) =>
      clock.at(clock.now() + patienceMs, () => end(late), AbortSignal.any([waiting.signal, lifetime])),
    );
    const answer = await Promise.race([ask(request), patience]);
    waiting.abort();
    silent = answer === late;
    return answer === late ? undefined : answer;
  }
  return {
    judged,
    async judge(request, loaded) {
      const turn = ++asked;
      const answer = (await fromBackground(request)) ?? (await here(request, loaded));
      if (lifetime.aborted || turn <= answered) return;
      answered = turn;
      judged.value = { ...answer, key: request.key, snapshot: request.snapshot, loaded };
    },
    leave() {
      answered = asked;
      judged.value = undefined;
    },
  };
}

/** In the page itself. @throws when the part cannot be fetched */
export async function judgeHere(request: JudgeRequest, loaded: LoadedPolicy): Promise<JudgedTicket> {
  const { judgeTicket } = await import('./judge-here.ts');
  return judgeTicket(request, loaded);
}
