/** What the panel shows, as words and numbers: the answer of `toPanelView`. Plain JSON; components only lay it out. */
import type { ClockName, ClockState } from '../sla/sla-clock.ts';
import type { Evidence, Verdict } from './assessment.ts';

/** How loud something is. `tier-n` colours follow the tier, `quiet` is grey. */
export type Tone = 'tier-1' | 'tier-2' | 'tier-3' | 'tier-4' | 'quiet';
export type Prompting = 'ask' | 'hint' | 'silent';

export interface VerdictView {
  readonly verdict: Verdict;
  readonly urgency: 'quiet' | 'recommend' | 'urgent';
  /** The tier the policy asks for, or the ticket's own when nothing is asked. */
  readonly tier: number;
  /** `T4` */
  readonly badge: string;
  readonly tone: Tone;
  readonly headline: string;
  /** One sentence: why. */
  readonly sentence: string;
  /** When the recommendation changes by itself if nobody acts: `Tier 2 from 14:24 unless you reply`, or `from tomorrow 09:00`. */
  readonly future?: string;
  /** Asked once when the page does not tell which tier the ticket is at. */
  readonly ask?: { readonly question: string; readonly tiers: readonly TierChoice[] };
  /** The earlier handoff of this ticket, if any. */
  readonly handedOver?: string;
  /** The handoff stands: it was neither bounced nor withdrawn. */
  readonly withReceiver: boolean;
  /** `Tier 4 only if the customer confirms ...`: set while the person has said "not now". */
  readonly notNow?: string;
}

export interface TierChoice {
  readonly tier: number;
  readonly name: string;
  readonly current: boolean;
}

export interface ClockView {
  readonly name: ClockName;
  readonly state: ClockState;
  readonly label: string;
  /** `58 min left`, `met in 42 min`, `overdue by 12 min`, `not known`. */
  readonly left: string;
  readonly tone: 'ok' | 'warn' | 'bad' | 'quiet';
  /** Filled part of the bar, 0 to 1; absent = no bar. */
  readonly fraction?: number;
  /** Place of the warning tick, 0 to 1. */
  readonly warnAt?: number;
  /** `Due today 17:20 · 88 % used · paused 1 h 30 min` */
  readonly detail?: string;
  /** How the clock came to its answer can be told. */
  readonly explained: boolean;
  /** One line each; empty until the details are loaded. */
  readonly why: readonly string[];
}

export interface EvidenceView {
  readonly evidence: Evidence;
  /** The customer's or the page's own words, printed as a quotation. */
  readonly quote?: string;
  /** True when the place can be shown on the page. */
  readonly onPage: boolean;
}

export interface ReasonView {
  readonly rule: string;
  readonly tone: Tone;
  readonly title: string;
  readonly evidence: readonly EvidenceView[];
  /** `Mai Tran, 2 h ago → Tier 4, notify manager` */
  readonly detail: string;
  /** Why the policy has this rule, for new hires. */
  readonly why?: string;
  /** The rule's sentence and what each condition found. */
  readonly ruleText?: string;
  readonly conditions: readonly string[];
}

export type StepAction = 'open-handoff' | 'open-message' | 'copy-notice' | 'show-priority';
export interface StepView {
  readonly id: string;
  readonly text: string;
  /** The policy's own remark on the step. */
  readonly why?: string;
  /** Which rules ask for it, for new hires. */
  readonly because?: string;
  readonly done: boolean;
  readonly action?: { readonly do: StepAction; readonly label: string; readonly role?: string; readonly template?: string };
}

export interface MarkView {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly on: boolean;
}

export interface Notice {
  readonly tone: 'info' | 'warn';
  readonly text: string;
}

export interface PanelView {
  readonly header: { readonly title: string; readonly id?: string };
  readonly verdict: VerdictView;
  /** `High · Mon–Fri 9–18, Hanoi` */
  readonly clocksNote?: string;
  readonly clocks: readonly ClockView[];
  readonly reasons: readonly ReasonView[];
  readonly nearMissCount: number;
  /** As `unknown`, empty until the details are loaded. */
  readonly nearMisses: readonly ReasonView[];
  readonly unknownCount: number;
  readonly unknown: readonly ReasonView[];
  readonly steps: readonly StepView[];
  /** `1 of 4 done` */
  readonly stepsNote?: string;
  readonly marks: readonly MarkView[];
  readonly notices: readonly Notice[];
  /** Names of the fields that decide something and could not be read. */
  readonly notRead: readonly string[];
  /** `Read from Request Tracker · 11 fields` */
  readonly footer: string;
  /** What the collapsed tab shows. */
  readonly edge: {
    readonly badge: string;
    readonly tone: Tone;
    readonly deadline?: string;
    readonly deadlineTone: 'ok' | 'warn' | 'bad' | 'quiet';
    readonly label: string;
  };
  /** For the live region: changes only with the recommendation and with crossed thresholds, never with the countdown. */
  readonly announce: readonly string[];
  /** Tiers one can escalate to, with where each is reached. */
  readonly tiers: readonly (TierChoice & { readonly reached?: string })[];
  readonly prompting: Prompting;
  /** Instant (ms since 1970) at which a text of this view changes by itself; absent = never. */
  readonly nextTick?: number;
}
