/** Where a rule gets its facts from. Whoever judges rules implements this once per ticket and instant. */
import type { TextSpan } from '../facts/text-facts.ts';
import type { Evidence } from '../guidance/assessment.ts';
import type { StatusKind } from '../ticket.ts';

export interface MoneyValue {
  readonly amount: number;
  /** ISO 4217; absent means the policy's currency. */
  readonly currency?: string;
}
/** Time of a clock: used, or left where the fact says so. Without a target there is no percentage. */
export interface ElapsedValue {
  readonly ms?: number;
  readonly percent?: number;
}
/** The kind, the word of the page, or both. */
export interface StatusValue {
  readonly kind?: StatusKind;
  readonly raw?: string;
}

/**
 * By the fact's type in the fact table: text, mood and clock-state a word; number a number; money a MoneyValue; duration
 * milliseconds; elapsed an ElapsedValue; boolean true or false; list words; priority the id of the policy's level; status a
 * StatusValue; instant an ISO 8601 string.
 */
export type FactValue = string | number | boolean | readonly string[] | MoneyValue | ElapsedValue | StatusValue;

export interface FactReading {
  readonly value: FactValue;
  /** As the ticket has it, in words (`$480`, `88 %`, `High`). Absent: the value is printed. */
  readonly text?: string;
  readonly evidence?: readonly Evidence[];
}

/** Where words stand in what the customer wrote. `complete`: all of the conversation was searched, so no hit means no. */
export interface TextHits {
  readonly hits: readonly TextSpan[];
  readonly complete: boolean;
}

export interface FactSource {
  /** The fact, or undefined when it is not known. `argument` is the label of `ticket.field`. Must answer the same each time. */
  get(name: string, argument?: string): FactReading | undefined;
  /** Hits of one word or phrase of `contains_keywords`, as the rule writes it; undefined when the text is not known. */
  keyword(word: string): TextHits | undefined;
  /** Hits of one of the policy's phrase lists; undefined when the text is not known. */
  phrase(list: string): TextHits | undefined;
}

/** The fact that is missing when what the customer wrote is not known in full. */
export const TEXT_FACT = 'messages';
