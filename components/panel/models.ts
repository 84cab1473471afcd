/** What the panel needs from outside and what it tells: props and callbacks only. Plain JSON but for the callbacks. */
import type { LaterViews } from './later-views.ts';
import type { TeachQuestionModel } from './teach-question.tsx';
import type { Evidence } from '../../lib/guidance/assessment.ts';
import type { BounceReason, NotNowReason } from '../../lib/guidance/escalation-reasons.ts';
import type { PanelView, StepAction } from '../../lib/guidance/panel-view.ts';
import type { FieldRow } from '../../lib/guidance/field-rows.ts';

/** `check`: every field that was read; opened from the footer. */
export type PanelTab = 'guide' | 'handoff' | 'message' | 'check';

/** One section of the handoff as the agent sees and edits it. */
export interface HandoffSection {
  readonly id: string;
  readonly title: string;
  /** Current wording: the agent's, else what the page gave. Empty = nothing could be filled. */
  readonly text: string;
  /** More than one line. */
  readonly long: boolean;
  /** True when `text` is the agent's own wording. */
  readonly edited: boolean;
  /** The next tier does not accept the ticket without it. */
  readonly required: boolean;
  readonly filled: boolean;
  /** Where the wording came from, in words: `Messages 1 and 3 by Mai Tran`. */
  readonly source?: string;
  /** What is missing, in words, when it is not filled. */
  readonly missing?: string;
  readonly evidence?: readonly Evidence[];
}

export interface HandoffModel {
  /** Tier the handoff is written for; absent while nobody asks for an escalation. */
  readonly tier?: number;
  readonly sections: readonly HandoffSection[];
  /** The finished document, for the preview. */
  readonly markdown: string;
}

export interface MessageChoice {
  readonly id: string;
  readonly label: string;
  readonly audience: 'customer' | 'colleague';
}

export interface MessagesModel {
  readonly choices: readonly MessageChoice[];
  readonly selected: string;
  readonly text: string;
  readonly edited: boolean;
  /** BCP 47 language of `text`, for the browser's spelling check. */
  readonly language?: string;
  /** What should be corrected before it is sent, in words. */
  readonly warnings: readonly string[];
}

/** A handoff found in an internal note of this ticket. */
export interface ReceivedModel {
  readonly title: string;
  readonly lines: readonly string[];
  /** Index of the note. */
  readonly message: number;
  /** The receiver has read it back. */
  readonly confirmed?: boolean;
}

/** The receiver's own words for what was handed over: problem, what was tried, what comes next. */
export interface ReadBack {
  readonly problem: string;
  readonly tried: string;
  readonly next: string;
}

export type HandoffFormat = 'all' | 'markdown' | 'text';

/**
 * Everything a person can do. Those that copy, insert or record are only called for real input, never for events that a script made.
 */
export interface PanelActions {
  readonly onTab: (tab: PanelTab) => void;
  readonly onCollapse: (collapsed: boolean) => void;
  readonly onMove: (side: 'left' | 'right') => void;
  /** @param width CSS px, already inside `panelWidths`. Called while dragging. */
  readonly onResize: (width: number) => void;
  readonly onShow: (evidence: Evidence) => void;
  readonly onMark: (mark: string, on: boolean) => void;
  readonly onStep: (step: string, done: boolean) => void;
  readonly onStepAction: (action: StepAction, step: string, role?: string) => void;
  /** The answer to "where is this ticket now?". */
  readonly onCurrentTier: (tier: number) => void;
  /** A new hire's guess, before the answer was shown. */
  readonly onGuess: (tier: number) => void;
  readonly onEditHandoff: (section: string, text: string | undefined) => void;
  readonly onCopyHandoff: (format: HandoffFormat) => void;
  readonly onInsertHandoff: () => void;
  readonly onSaveHandoff: () => void;
  readonly onPrintHandoff: () => void;
  readonly onMessage: (id: string) => void;
  readonly onEditMessage: (id: string, text: string | undefined) => void;
  readonly onCopyMessage: (id: string) => void;
  readonly onInsertMessage: (id: string) => void;
  /** `undefined` = back to the page's value. */
  readonly onCorrect: (field: string, value: string | undefined) => void;
  /** Absent = pointing at a value on the page is not offered. */
  readonly onTeach?: (field: string) => void;
  /** The answer to `teaching`. */
  readonly onTeachAnswer?: (right: boolean) => void;
  readonly onTeachRetry?: () => void;
  readonly onShowField: (field: string) => void;
  /** Allows or forbids asking the helpdesk itself on this site. Absent = not offered. */
  readonly onApi?: (allowed: boolean) => void;
  /** @param to.agoMs how long ago it was, ms. */
  readonly onEscalated: (to: { readonly tier: number; readonly person?: string; readonly agoMs: number }) => void;
  readonly onNotNow: (reason: NotNowReason | undefined) => void;
  readonly onBounced: (reason: BounceReason) => void;
  readonly onWithdrawn: () => void;
  /** The receiver sends a handoff back that was found in a note; the reason is copied as a note. */
  readonly onReturned: (reason: BounceReason) => void;
  /** The receiver confirms a handoff in three lines, to be copied as a note. */
  readonly onReadBack: (lines: ReadBack) => void;
  /** Saves the shape of this reading, without the ticket's words, for a report that it is wrong. */
  readonly onReport: () => void;
  readonly onTourEnd: () => void;
  readonly onPrivacy: () => void;
  /** Shows what a policy that waits would change. */
  readonly onPolicyUpdate?: () => void;
}

export interface PanelProps {
  /** Absent until it is loaded: what it shows stays empty. */
  readonly later?: LaterViews | undefined;
  /** BCP 47 language of the interface. */
  readonly language: string;
  /** Absent while the ticket is being read. */
  readonly view?: PanelView;
  readonly tab: PanelTab;
  readonly collapsed: boolean;
  readonly side: 'left' | 'right';
  /** CSS px. */
  readonly width: number;
  readonly handoff?: HandoffModel;
  readonly messages?: MessagesModel;
  /** A handoff another agent left on this ticket. */
  readonly received?: ReceivedModel;
  /** Shows the short tour, for somebody who sees the panel for the first time. */
  readonly tour?: boolean;
  /** Every field with its source, for "Check". */
  readonly fields?: readonly FieldRow[];
  /** The product has an interface of its own that may be asked: its name, the site, and how it stands. */
  readonly api?: { readonly allowed: boolean; readonly refused: boolean; readonly helpdesk: string; readonly site: string };
  /** A value that was pointed at and waits for a yes or no. */
  readonly teaching?: TeachQuestionModel;
  /** The person's guess for this ticket; only asked for when the view's prompting is `ask`. */
  readonly guess?: number;
  /** Why a newer policy is not in use; absent or empty = all is well. */
  readonly policyProblems?: readonly string[];
  /** A newer policy waits for the person. */
  readonly policyWaits?: boolean;
  /** What does not work right now and what to do, in sentences; shown on every tab until it works again. */
  readonly faults?: readonly string[];
  /** A short confirmation, e.g. "Copied"; the caller clears it. */
  readonly said?: string;
  readonly on: PanelActions;
}

/** Narrowest and widest panel, CSS px. */
export const panelWidths = { min: 296, max: 560, step: 16 } as const;
