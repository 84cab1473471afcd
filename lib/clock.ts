/** The only file that asks what time it is. Everything else takes `now` as an argument. */

/** The injected time source. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /**
   * Calls `act` once when `at` (ms since 1970) has come; never after `signal` aborts. Past instants fire at once (next task). When the
   * clock is set back while it waits, it fires no later than it would have without: whoever waits asks again what time it is.
   */
  at(at: number, act: () => void, signal: AbortSignal): void;
}

/** `setTimeout` overflows above 2^31-1 ms; longer waits are taken in hops. */
const longestHopMs = 2_000_000_000;

/** A timer may come a little early; more than this means that the clock was set back. */
const earlyMs = 1000;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  at(at, act, signal) {
    if (signal.aborted) return;
    let timer: ReturnType<typeof setTimeout>;
    let expected = 0;
    const wait = (left: number) => {
      const hopMs = Math.max(0, Math.min(left, longestHopMs));
      expected = left - hopMs;
      timer = setTimeout(hop, hopMs);
    };
    const hop = () => {
      const left = at - Date.now();
      if (left > 0 && left <= expected + earlyMs) return wait(left);
      signal.removeEventListener('abort', cancel);
      act();
    };
    const cancel = () => clearTimeout(timer);
    wait(at - Date.now());
    signal.addEventListener('abort', cancel, { once: true });
  },
};

/** A clock for tests that stands still until `advanceTo` moves it. */
export function manualClock(start: number): Clock & { advanceTo(at: number): void } {
  let now = start;
  let waiting: { at: number; act: () => void; signal: AbortSignal }[] = [];
  return {
    now: () => now,
    at(at, act, signal) {
      waiting.push({ at, act, signal });
    },
    advanceTo(at) {
      for (;;) {
        waiting = waiting.filter((w) => !w.signal.aborted);
        const due = waiting.filter((w) => w.at <= at).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        waiting.splice(waiting.indexOf(due), 1);
        now = Math.max(now, due.at);
        due.act();
      }
      now = Math.max(now, at);
    },
  };
}
