/** When the ticket was paused, resolved and reopened, as far as the page shows it. What it does not show is said, never invented. */
import type { Policy } from '../policy/schema.ts';
import type { StatusKind, TicketSnapshot } from '../ticket.ts';
import type { Pause } from './calendar.ts';
import type { ClockNote } from './sla-clock.ts';

export interface StatusTimes {
  /** Pauses by a pausing status; the last one is open while the ticket is paused. */
  readonly pauses: readonly Pause[];
  /** Times between a resolution and a reopening. */
  readonly resolvedSpans: readonly Pause[];
  /** The ticket is paused now but the page does not show since when. */
  readonly pausedSinceUnknown: boolean;
  readonly resolved: boolean;
  readonly resolvedAt?: number;
  /** The last reopening. */
  readonly reopenedAt?: number;
  readonly notes: readonly ClockNote[];
}

const finished = new Set<StatusKind | undefined>(['resolved', 'closed']);

/** @param now ms since 1970; later entries of the history are passed over. */
export function statusTimes(snapshot: TicketSnapshot, policy: Policy, now: number): StatusTimes {
  const { fields } = snapshot;
  // `pending`, as the policy writes kinds, is every status of that kind; `Pending` is the helpdesk's word alone
  const kinds = new Set(policy.sla.pauseStatuses);
  const words = new Set(policy.sla.pauseStatuses.map(fold));
  const pauses: [number, number | null][] = [];
  const resolvedSpans: [number, number | null][] = [];
  const notes: ClockNote[] = [];
  const history = (fields.statusHistory?.value ?? [])
    .map((change) => ({ ...change, ms: Date.parse(change.at) }))
    .filter(({ ms }) => !Number.isNaN(ms) && ms <= now)
    .sort((a, b) => a.ms - b.ms);
  const isPausing = (status: string | undefined, kind: StatusKind | undefined): boolean =>
    (status !== undefined && words.has(fold(status))) || (kind !== undefined && kinds.has(kind));
  let reopenedAt: number | undefined;
  let lastStatus = '';
  for (const { ms, status, kind } of history) {
    closeLast(pauses, ms, (from, to) => notes.push({ code: 'paused', from: iso(from), to: iso(to), status: lastStatus }));
    if (!finished.has(kind) && closeLast(resolvedSpans, ms)) {
      reopenedAt = ms;
      notes.push({ code: 'reopened', at: iso(ms) });
    }
    if (isPausing(status, kind)) pauses.push([ms, null]);
    else if (finished.has(kind) && resolvedSpans.at(-1)?.[1] !== null) resolvedSpans.push([ms, null]);
    lastStatus = status;
  }
  const status = fields.status?.value;
  const kind = fields.statusKind?.value;
  const resolved = finished.has(kind);
  const paused = !resolved && isPausing(status, kind);
  const open = pauses.at(-1);
  const historyPaused = open?.[1] === null;
  if (paused && historyPaused && open) notes.push({ code: 'paused', from: iso(open[0]), status: status ?? kind ?? '' });
  // the page's present status is newer than its history: an open pause of the history has ended, but nobody knows when
  const stale = !paused && historyPaused;
  if (stale) pauses.pop();
  const pausedSinceUnknown = paused && !historyPaused;
  if (!snapshot.statusHistoryComplete) {
    const first = history[0];
    if (first) notes.push({ code: 'pauses-not-visible', before: iso(first.ms) });
    else notes.push({ code: 'status-history-not-visible' });
  }
  const finishedSpan = resolvedSpans.at(-1);
  const field = fields.resolvedAt ? Date.parse(fields.resolvedAt.value) : Number.NaN;
  const resolvedAt = resolved ? (finishedSpan?.[1] === null ? finishedSpan[0] : Number.isNaN(field) ? undefined : field) : undefined;
  return {
    pauses,
    resolvedSpans: resolvedSpans.filter(([, to]) => to !== null),
    pausedSinceUnknown,
    resolved,
    ...(resolvedAt === undefined ? {} : { resolvedAt }),
    ...(reopenedAt === undefined ? {} : { reopenedAt }),
    notes,
  };
}

function closeLast(spans: [number, number | null][], at: number, closed?: (from: number, to: number) => void): boolean {
  const last = spans.at(-1);
  if (last?.[1] !== null || !last) return false;
  last[1] = at;
  closed?.(last[0], at);
  return true;
}

const fold = (text: string): string => text.trim().toLowerCase();
const iso = (ms: number): string => new Date(ms).toISOString();
