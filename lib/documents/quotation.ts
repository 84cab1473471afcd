/** A sentence of the ticket inside the document: how it is printed and where it comes from. */
import type { TextSpan } from '../facts/text-facts.ts';
import type { HandoffSource } from './handoff.ts';

/** A quoted sentence at the start of a line: words as written, with a capital. */
export function said(span: TextSpan): string {
  return span.text.charAt(0).toLocaleUpperCase() + span.text.slice(1);
}

/** The sentence's place, for the panel's "Show". */
export const messageSource = (span: TextSpan): HandoffSource => ({
  kind: 'message',
  message: span.message,
  start: span.start,
  end: span.end,
  text: span.text,
});
