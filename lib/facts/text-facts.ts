/** What `lib/facts` finds in the text of messages. Plain JSON; every finding points back into a message. */

/** A place in a message: UTF-16 offsets into `Message.text` (the original, unstripped text). */
export interface TextSpan {
  readonly message: number;
  readonly start: number;
  readonly end: number;
  /** The words themselves, as written. */
  readonly text: string;
}

export interface PhraseHit extends TextSpan {
  /** Name of the policy's phrase list. */
  readonly list: string;
  /** The entry of the list that matched. */
  readonly entry: string;
}

export type SentimentLabel = 'calm' | 'frustrated' | 'angry' | 'threatening';

export interface Sentiment {
  /** -1 (worst) to 1. */
  readonly score: number;
  readonly label: SentimentLabel;
  /** The words and behaviours that made the score, strongest first. */
  readonly evidence: readonly (TextSpan & { readonly weight: number; readonly why: string })[];
}

export interface MoneyAmount extends TextSpan {
  readonly amount: number;
  /** ISO 4217. Absent when the text does not settle it (a bare `$` is USD only by policy). */
  readonly currency?: string;
}

/** Facts of one text, as `handrail facts` prints them. */
export interface TextFacts {
  /** ISO 639-1, absent when not certain. */
  readonly language?: string;
  /** null: the language is not supported, which is unknown, not neutral. */
  readonly sentiment: Sentiment | null;
  readonly phrases: readonly PhraseHit[];
  readonly money: readonly MoneyAmount[];
  /** Characters in the middle of a huge text that were not read. Absent = all was read. */
  readonly unreadCharacters?: number;
}

/** Facts over the customer's messages of a ticket. `undefined` members are unknown. */
export interface ConversationFacts {
  /** Per message index; only customer messages have an entry. */
  readonly perMessage: Readonly<Record<number, TextFacts>>;
  /** Language of the customer's newest message whose language is certain. */
  readonly language?: string;
  /** The ticket's sentiment now: the last customer messages, worst of the recent ones first. undefined = unknown. */
  readonly sentiment?: Sentiment;
  /** Change of score from the first to the last customer message (negative = getting worse). */
  readonly sentimentTrend?: number;
  readonly phrases: readonly PhraseHit[];
  readonly money: readonly MoneyAmount[];
  /** The amount at stake, the largest amount that is tied to loss, refund, charge or impact. */
  readonly revenueImpact?: {
    readonly amount: number;
    readonly currency?: string;
    readonly from: TextSpan | { readonly field: string; readonly text: string };
  };
  /** How often the customer came back, by each named definition. */
  readonly contacts: Readonly<Partial<Record<ContactDefinition, { readonly count: number; readonly messages: readonly number[] }>>>;
}

/**
 * customer-initiated: contacts by the customer without a resolution (several messages in a row without an agent's
 * answer between them count once). after-answer: customer messages after an agent's public answer, plus the first.
 * distinct-days: days on which the customer wrote. reopened: times the ticket was reopened, plus one.
 */
export const CONTACT_DEFINITIONS = ['customer-initiated', 'after-answer', 'distinct-days', 'reopened'] as const;
export type ContactDefinition = (typeof CONTACT_DEFINITIONS)[number];
