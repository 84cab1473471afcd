/** What `assess` answers: plain JSON, the same for the panel, a rule test, a backtest and the command line. */
import type { ClockEvent, ClockName, SlaClock } from '../sla/sla-clock.ts';
import type { ConversationFacts, TextSpan } from '../facts/text-facts.ts';

/** What the agent alone can know. Keys are the policy's manual criteria ids. */
export type Marks = Readonly<Record<string, boolean>>;

/** One escalation of this ticket as the ledger or a handoff footer knows it. */
export interface EscalationRecord {
  readonly at: string;
  readonly fromTier?: number;
  readonly toTier: number;
  /** Who took it, in the agent's own words: kept with the notes of this ticket and nowhere else. */
  readonly person?: string;
  readonly state: 'escalated' | 'bounced' | 'withdrawn' | 'declined';
  readonly reason?: string;
  readonly source: 'ledger' | 'footer';
}

/** What is known of this ticket and requester beyond the page. Plain JSON. */
export interface History {
  readonly escalations: readonly EscalationRecord[];
  /** The agent's own answer to "which tier are you?" for this ticket. */
  readonly currentTier?: number;
  /** Earlier tickets of the same requester about a similar subject, newest first. */
  readonly earlierContacts: readonly { readonly at: string; readonly ticketId: string }[];
}
export const NO_HISTORY: History = { escalations: [], earlierContacts: [] };

export type Evidence =
  | ({ readonly kind: 'message' } & TextSpan)
  | { readonly kind: 'field'; readonly field: string; readonly text: string }
  | { readonly kind: 'clock'; readonly clock: ClockName; readonly percent: number; readonly since?: string }
  | { readonly kind: 'count'; readonly what: string; readonly value: number; readonly messages: readonly number[] }
  | { readonly kind: 'mark'; readonly mark: string }
  | { readonly kind: 'value'; readonly fact: string; readonly text: string };

export type Outcome = 'yes' | 'no' | 'unknown';

/** One compared condition, kept whole: a near miss is a trace with outcome `no`. */
export interface ConditionTrace {
  /** The condition as printed in the rule language. */
  readonly text: string;
  readonly outcome: Outcome;
  /** Left side as found on the ticket, in words (`$480`, `88 %`, `High`). Absent when unknown. */
  readonly actual?: string;
  /** Right side as the policy asks. */
  readonly expected?: string;
  /** Facts that were needed and are not known. */
  readonly missing: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** The actions of the rule language after parsing. */
export type Action =
  | { readonly do: 'escalate'; readonly tier: number }
  | { readonly do: 'notify'; readonly role: string }
  | { readonly do: 'set-priority'; readonly priority: string }
  | { readonly do: 'bump-priority' }
  | { readonly do: 'assign'; readonly role: string }
  | { readonly do: 'flag'; readonly flag: string }
  | { readonly do: 'add-note'; readonly text?: string }
  | { readonly do: 'tell-customer'; readonly template: string }
  | { readonly do: 'require-field'; readonly field: string }
  | { readonly do: 'show-step'; readonly step: string };

export interface Reason {
  readonly rule: string;
  readonly title: string;
  /** Tier this rule asks for after caps; absent when it gives authority or flags only. */
  readonly tier?: number;
  /** Closed list of TEXTS.md, used as [Category] of the handoff. */
  readonly category: string;
  readonly evidence: readonly Evidence[];
  readonly actions: readonly Action[];
  readonly trace: readonly ConditionTrace[];
  /** The tier was lowered to the policy's cap (sentiment alone). */
  readonly cappedFrom?: number;
}

/** A rule that did not fire, or cannot be judged. */
export interface Unfired {
  readonly rule: string;
  readonly title: string;
  readonly tier?: number;
  readonly outcome: 'no' | 'unknown';
  /** For near misses: 0 to 1, how close the nearest condition is. */
  readonly closeness?: number;
  readonly missing: readonly string[];
  readonly trace: readonly ConditionTrace[];
}

export interface Step {
  /** Stable within the policy, so that "done" survives a re-read. */
  readonly id: string;
  readonly text: string;
  /** Why this step, for new hires. */
  readonly why?: string;
  readonly kind: 'acknowledge' | 'handoff' | 'notify' | 'set-priority' | 'assign' | 'flag' | 'note' | 'tell-customer' | 'guidance' | 'require-field';
  /** Rules that ask for it. */
  readonly because: readonly string[];
  readonly role?: string;
  readonly priority?: string;
  readonly template?: string;
  readonly note?: string;
  readonly field?: string;
}

/**
 * keep: stays where it is. escalate: a higher tier is asked for. already-there: the policy's tier is where the ticket is.
 * above: the ticket is higher than the policy asks. resolved: nothing to decide. unknown-tier: the policy asks for a tier
 * above 1 and where the ticket is now must be asked once.
 */
export type Verdict = 'keep' | 'escalate' | 'already-there' | 'above' | 'resolved' | 'unknown-tier';

export interface NextChange {
  readonly at: string;
  readonly tier: number;
  readonly rule: string;
  readonly clock?: ClockName;
  /** The smallest act that prevents it. */
  readonly preventedBy?: 'reply' | 'resolve' | 'update-customer' | 'set-pending';
}

export interface Assessment {
  readonly at: string;
  /** The tier the policy asks for. */
  readonly tier: number;
  readonly currentTier?: number;
  readonly currentTierFrom?: 'group' | 'assignee' | 'ledger' | 'footer' | 'agent' | 'default';
  readonly verdict: Verdict;
  readonly urgency: 'quiet' | 'recommend' | 'urgent';
  /** The policy's priority of this ticket: as mapped from the page, and as the rules raise it. Ids of the policy. */
  readonly priority: { readonly raw?: string; readonly level?: string; readonly recommended?: string };
  readonly customerTier?: string;
  readonly vip?: boolean;
  /** Fired rules, highest tier first. */
  readonly reasons: readonly Reason[];
  readonly nearMisses: readonly Unfired[];
  readonly unknown: readonly Unfired[];
  /** Rules in shadow mode that fired: recorded, never advice. */
  readonly shadow: readonly Reason[];
  readonly notify: readonly { readonly role: string; readonly because: readonly string[] }[];
  readonly flags: readonly string[];
  readonly steps: readonly Step[];
  readonly requiredHandoffFields: readonly string[];
  readonly clocks: readonly SlaClock[];
  readonly facts: ConversationFacts;
  readonly nextChange?: NextChange;
  readonly nextClockEvent?: ClockEvent;
  /** Things the person should know about this answer (always-open calendar in use, policy expired ...), as text codes. */
  readonly notices: readonly string[];
}
