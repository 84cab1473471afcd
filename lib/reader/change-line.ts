/**
 * One line of a ticket's activity, such as "Status changed from 'open' to 'stalled'", understood in many languages. A line is
 * understood only when its values are quoted or known words, or when it says outright that something was changed; else it says
 * nothing. Most pages have no such line: until the words of every language are loaded, English ones that every such line has are looked for first.
 */
import type { StatusKind } from '../ticket.ts';
import { everyLanguage, unknownLine } from './labels.ts';

export interface ChangeLine {
  readonly field: 'status' | 'priority';
  /** The page's word for what it was before, where the line says it. */
  readonly from?: string;
  /** The page's word for what it became. */
  readonly to: string;
  readonly kind?: StatusKind;
}

/** Longest line that is looked at, UTF-16 units. */
export const longestChangeLine = 220;

const mention = /(?<![\p{L}\p{N}])(?:state|status|prio(?:rity)?)(?![\p{L}\p{N}])|closed|re-?opened|resolved|solved|marked/iu;
const cue =
  /\b(?:chang(?:ed?|es)|updated|modified|moved|switched|transitioned|set)\b.*(?:\b(?:to|into|as)\b|:)|\bfrom\b.*\bto\b|[→➔➜⇒⟶»›▸►]|[-=]>|\b(?:re-?opened|closed|resolved|solved)\s+th(?:is|e)\b|\bmarked\b.*\bas\b|\b(?:issue|ticket|case|request|conversation|incident|bug|task|work item|chat|thread)\s(?:(?:was|has been|is)\s)?(?:marked\s(?:as\s)?)?(?:re-?opened|closed|resolved|solved|pending|snoozed)\b/i;

/** Whether a stretch of text has an English word that a line about a change needs. */
export const mentionsChangeInEnglish = (text: string): boolean => mention.test(text);

/** Whether a stretch of text has a word that a line about a change needs; quick, for looking over whole pages. */
export function mentionsChange(text: string): boolean {
  const every = everyLanguage.peek();
  if (every) return every.mentionsChange(text);
  if (mention.test(text)) return true;
  unknownLine(text);
  return false;
}

/**
 * @param text one line of an activity list, without its time where that can be told apart
 * @throws PartMissing where it may tell of a change, and the words of every language are not loaded yet
 */
export function readChangeLine(text: string): ChangeLine | undefined {
  if (text.length < 6 || text.length > longestChangeLine) return undefined;
  const every = everyLanguage.peek() ?? (cue.test(text) ? everyLanguage.take() : undefined);
  if (every) return every.readChangeLine(text);
  unknownLine(text);
  return undefined;
}
