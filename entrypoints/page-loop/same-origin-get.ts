/** Asks the page's own server for JSON with the agent's session. It cannot write, and cannot reach any other server. */
import type { Clock } from '../../lib/clock.ts';
import { GetFailed } from '../../lib/helpdesks/api/api-rounds.ts';
import type { SameOriginGet } from '../../lib/reader/helpdesk.ts';

const longestMs = 15_000;
/** Longest answer that is taken apart, UTF-16 units. */
const longestAnswer = 5_000_000;

/** @param signal ends every request */
export function sameOriginGet(origin: string, clock: Clock, signal: AbortSignal): SameOriginGet {
  return async (path) => {
    const address = new URL(path, origin);
    if (address.origin !== origin) throw new GetFailed(0);
    const late = new AbortController();
    const answered = new AbortController();
    clock.at(clock.now() + longestMs, () => late.abort(), AbortSignal.any([signal, answered.signal]));
    try {
      const response = await fetch(address, {
        method: 'GET',
        credentials: 'same-origin',
        headers: { accept: 'application/json' },
        // A redirect leads to a login page, or somewhere else.
        redirect: 'error',
        signal: AbortSignal.any([signal, late.signal]),
      });
      if (response.status !== 200) throw new GetFailed(response.status, retryAfterMs(response.headers.get('retry-after'), clock.now()));
      const text = await response.text();
      if (!/\bjson\b/i.test(response.headers.get('content-type') ?? '') || text.length > longestAnswer) throw new GetFailed(0);
      return JSON.parse(text) as unknown;
    } catch (error) {
      throw error instanceof GetFailed ? error : new GetFailed(0);
    } finally {
      answered.abort();
    }
  };
}

/** Seconds, or a date. */
function retryAfterMs(value: string | null, now: number): number | undefined {
  if (!value) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
