/** A seen ticket's next deadline in words. */
import { clockLabels } from '../../lib/rules/fact-words.ts';
import type { LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import { nextDeadline } from '../../lib/ledger/deadlines.ts';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { durationText, timeText } from '../../lib/text/format.ts';
import type { DeadlineRow } from './popup.tsx';

interface Wording {
  readonly t: PageTranslate;
  readonly language: string;
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** @param seen what this session remembers of the ticket; absent after the browser was closed */
export function deadlineRow(ticket: LedgerTicket, seen: { readonly subject?: string } | undefined, wording: Wording): DeadlineRow {
  const { t, now } = wording;
  const next = nextDeadline(ticket);
  const number = `#${ticket.ticketId}`;
  const clock = next ? t(clockLabels[next.clock]) : '';
  const left = next ? Date.parse(next.dueAt) - now : 0;
  const snoozed = ticket.snoozedUntil && Date.parse(ticket.snoozedUntil) > now ? Date.parse(ticket.snoozedUntil) : undefined;
  return {
    key: ticket.key,
    tier: ticket.recommendations.at(-1)?.tier ?? ticket.currentTier ?? 1,
    title: seen?.subject ?? number,
    detail: seen?.subject ? `${number} · ${clock}` : clock,
    countdown: left < 0 ? t('clock.overdueBy', { duration: durationText(-left, wording) }) : durationText(left, wording),
    state: left < 0 ? 'late' : next?.warnAt && Date.parse(next.warnAt) <= now ? 'warning' : 'calm',
    ...(snoozed !== undefined && { snoozed: t('popup.snoozedUntil', { at: timeText(snoozed, wording) }) }),
  };
}
