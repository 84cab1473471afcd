/** The shape of an SLA timer, shared by clocks, rules, guidance and the panel. Plain JSON. */

export const CLOCK_NAMES = ['firstResponse', 'nextResponse', 'resolution', 'tierResponse', 'updateOwed'] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

/**
 * none: no target applies (priority without a target, nothing to answer). unknown: a field it needs was not read.
 * missed: stopped after its due time. overdue: still running (or paused) past its due time.
 */
export type ClockState = 'none' | 'unknown' | 'running' | 'paused' | 'met' | 'missed' | 'overdue';

/** One explanation of how a clock came to its answer; `lib/text.ts` has the words for each code. */
export type ClockNote =
  | { readonly code: 'calendar'; readonly calendar: string }
  | { readonly code: 'always-open' }
  | { readonly code: 'started'; readonly at: string }
  | { readonly code: 'paused'; readonly from: string; readonly to?: string; readonly status: string }
  | { readonly code: 'pauses-not-visible'; readonly before: string }
  | { readonly code: 'status-history-not-visible' }
  | { readonly code: 'stopped'; readonly at: string; readonly by: 'reply' | 'resolved' | 'update' }
  | { readonly code: 'messages-not-visible' }
  | { readonly code: 'coarse-time'; readonly errorMs: number }
  | { readonly code: 'missing-field'; readonly field: string }
  | { readonly code: 'priority-changed'; readonly at: string; readonly from: string; readonly to: string }
  | { readonly code: 'reopened'; readonly at: string }
  | { readonly code: 'thanks-ignored'; readonly message: number }
  | { readonly code: 'auto-reply-ignored'; readonly message: number }
  | { readonly code: 'assumed-priority'; readonly priority: string }
  | { readonly code: 'helpdesk-value'; readonly name: string };

export interface SlaClock {
  readonly name: ClockName;
  readonly state: ClockState;
  /** Business time promised, ms. */
  readonly targetMs?: number;
  readonly startedAt?: string;
  readonly dueAt?: string;
  readonly stoppedAt?: string;
  /** Open business time used so far, pauses excluded, ms. Keeps counting past the target. */
  readonly usedMs?: number;
  /** targetMs - usedMs; negative when late. */
  readonly leftMs?: number;
  /** usedMs / targetMs * 100, not capped. */
  readonly percent?: number;
  /** When the warning level is crossed if nothing changes (may lie in the past). */
  readonly warnAt?: string;
  /** Total pause inside business hours, ms. */
  readonly pausedMs?: number;
  /** Whether business hours are open right now (a closed calendar stands still without being paused). */
  readonly open?: boolean;
  readonly source: 'policy' | 'helpdesk';
  /** The other source's answer where both exist and differ by more than a minute. */
  readonly secondOpinion?: {
    readonly source: 'policy' | 'helpdesk';
    readonly dueAt: string;
    readonly reason: 'calendar' | 'pause' | 'target' | 'unknown';
  };
  readonly why: readonly ClockNote[];
}

/** The next instant at which a clock itself changes what it says. */
export interface ClockEvent {
  readonly at: string;
  readonly clock: ClockName;
  readonly kind: 'warning' | 'breach' | 'opens' | 'closes';
}
