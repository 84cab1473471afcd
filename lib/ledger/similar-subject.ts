/** Which other tickets of the same requester are about the same matter. */
import type { LedgerTicket } from './ledger-record.ts';

/** Shared words over all words of both subjects (Jaccard index) from which two subjects count as similar. */
const similarFrom = 0.5;
/** Older tickets are another matter. */
const longestMs = 90 * 24 * 60 * 60 * 1000;
const mostWords = 12;
const prefixes = /^(?:\s*(?:re|aw|sv|fw|fwd|wg|tr|rv|antw)\s*(?:\[\d+\])?\s*:\s*)+/i;

/**
 * The words of a subject that tell what it is about: without reply prefixes, numbers and words of fewer than three letters; case and
 * diacritics do not count, since the same person writes them differently from mail to mail.
 */
export function subjectWords(subject: string): string[] {
  const words = subject
    .replace(prefixes, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /^.{3}/u.test(word) && !/^\p{N}+$/u.test(word));
  return [...new Set(words)].slice(0, mostWords);
}

/**
 * Earlier tickets of the same requester with a similar subject, newest first, as `History.earlierContacts` wants them. A ticket
 * whose requester or subject is not known is never matched.
 */
export function earlierContacts(ticket: LedgerTicket, others: readonly LedgerTicket[]): { readonly at: string; readonly ticketId: string }[] {
  const started = Date.parse(startOf(ticket));
  return others
    .filter((other) => other.key !== ticket.key && other.origin === ticket.origin && other.helpdesk === ticket.helpdesk)
    .filter((other) => other.requester !== undefined && other.requester === ticket.requester)
    .filter((other) => {
      const age = started - Date.parse(startOf(other));
      return age > 0 && age <= longestMs;
    })
    .filter((other) => similarity(ticket.subjectWords, other.subjectWords) >= similarFrom)
    .map((other) => ({ at: startOf(other), ticketId: other.ticketId }))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

const startOf = ({ createdAt, firstSeenAt }: LedgerTicket): string => createdAt ?? firstSeenAt;

function similarity(a: readonly string[], b: readonly string[]): number {
  if (!a.length || !b.length) return 0;
  const shared = a.filter((word) => b.includes(word)).length;
  return shared / new Set([...a, ...b]).size;
}
