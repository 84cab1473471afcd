/**
 * When a helpdesk's own interface is asked: one round of requests for each change of a ticket, some time apart, never again after a
 * refusal, and never with an answer older than what the page shows.
 */
import type { Clock } from '../../clock.ts';
import type { Adapter, SameOriginGet } from '../../reader/helpdesk.ts';
import type { TicketReading } from '../../ticket.ts';

/** Which ticket, and what tells that it has changed. */
export interface ApiAsked {
  readonly helpdesk: Adapter;
  readonly ticketId: string;
  /** Address of the ticket's page. */
  readonly page: URL;
  /** The same as long as the page shows the same state of the ticket. */
  readonly stamp: string;
}

/** Answers from what is known for exactly this state of the ticket, and otherwise sees to it that it will be. */
export type AskApi = (asked: ApiAsked) => TicketReading | undefined;

/** Rejection of a `SameOriginGet`. */
export class GetFailed extends Error {
  /** HTTP status; 0 = no answer, or one that is no JSON. */
  readonly status: number;
  /** What the server asked for in `Retry-After`, ms. */
  readonly retryAfterMs: number | undefined;
  constructor(status: number, retryAfterMs?: number) {
    super(`the helpdesk answered ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

export interface ApiRounds {
  readonly ask: AskApi;
  /** The ticket was left, or the permission taken back: what is only planned does not happen. */
  drop(): void;
}

/** A page draws in steps; it is asked for what it shows at the end of them, ms. */
const settleMs = 1_000;
const betweenRoundsMs = 5_000;
/** First wait after 429 without `Retry-After`; doubles each time. */
const firstWaitMs = 60_000;
const longestWaitMs = 30 * 60_000;
const mostKept = 50;

/**
 * @param onAnswer called when `ask` would now answer for the ticket last asked about
 * @param onRefused called once, when the helpdesk refused (401 or 403): it is not asked again by this page
 */
export function apiRounds({
  clock,
  get,
  onAnswer,
  onRefused,
  signal,
}: {
  readonly clock: Clock;
  readonly get: SameOriginGet;
  readonly onAnswer: () => void;
  readonly onRefused: () => void;
  readonly signal: AbortSignal;
}): ApiRounds {
  const answers = new Map<string, { readonly stamp: string; readonly reading: TicketReading }>();
  /** The state for which each ticket was last asked about, whatever came of it. */
  const done = new Map<string, string>();
  let wanted: ApiAsked | undefined;
  let planned = new AbortController();
  let waiting = false;
  let running = false;
  let quietUntil = 0;
  let waitMs = firstWaitMs;
  let refused = false;
  signal.addEventListener('abort', () => planned.abort());

  const keyOf = ({ helpdesk, ticketId }: ApiAsked): string => `${helpdesk.id} ${ticketId}`;

  function plan(): void {
    if (waiting || running || refused || signal.aborted) return;
    waiting = true;
    planned = new AbortController();
    clock.at(Math.max(clock.now() + settleMs, quietUntil), () => void run(), planned.signal);
  }

  async function run(): Promise<void> {
    waiting = false;
    const asked = wanted;
    wanted = undefined;
    if (!asked?.helpdesk.api || signal.aborted) return;
    const key = keyOf(asked);
    done.delete(key);
    done.set(key, asked.stamp);
    running = true;
    try {
      const reading = await asked.helpdesk.api(asked.ticketId, get, asked.page);
      answers.delete(key);
      answers.set(key, { stamp: asked.stamp, reading });
      for (const map of [answers, done]) for (const old of [...map.keys()].slice(0, Math.max(0, map.size - mostKept))) map.delete(old);
      waitMs = firstWaitMs;
      quietUntil = clock.now() + betweenRoundsMs;
      if (!signal.aborted) onAnswer();
    } catch (error) {
      quietUntil = clock.now() + betweenRoundsMs;
      const status = error instanceof GetFailed ? error.status : 0;
      if (status === 401 || status === 403) {
        refused = true;
        if (!signal.aborted) onRefused();
      }
      if (status === 429) {
        const asks = error instanceof GetFailed ? error.retryAfterMs : undefined;
        quietUntil = clock.now() + Math.min(Math.max(asks ?? 0, waitMs), longestWaitMs);
        waitMs = Math.min(waitMs * 2, longestWaitMs);
      }
    } finally {
      running = false;
      if (wanted) plan();
    }
  }

  return {
    ask(asked) {
      const known = answers.get(keyOf(asked));
      if (known?.stamp === asked.stamp) {
        wanted = undefined;
        return known.reading;
      }
      // Once for each state: what failed is not tried again until the ticket changes.
      if (!asked.helpdesk.api || refused || done.get(keyOf(asked)) === asked.stamp) {
        wanted = undefined;
        return undefined;
      }
      wanted = asked;
      plan();
      return undefined;
    },
    drop() {
      wanted = undefined;
      planned.abort();
      waiting = false;
    },
  };
}
