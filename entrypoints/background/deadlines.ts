/** Deadlines of seen tickets: the badge on the toolbar icon, and the notification of a person who asked for it. */
import { browser } from 'wxt/browser';
import { type Clock, systemClock } from '../../lib/clock.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { clockLabels } from '../../lib/rules/fact-words.ts';
import { announce, atRisk, type DeadlineEvent, nextDeadline } from '../../lib/ledger/deadlines.ts';
import { nextDeadlines, rememberTold } from '../../lib/ledger/ledger-store.ts';
import type { LedgerTicket } from '../../lib/ledger/ledger-record.ts';
import { quietHours } from '../../lib/ledger/quiet-hours.ts';
import { openTicket } from '../../lib/open-ticket.ts';
import { readPolicy, readSeen, readSettings } from '../../lib/storage.ts';
import { systemZone } from '../../lib/zone.ts';

export const deadlineAlarm = 'deadlines';
const noticeId = 'deadlines';
/** Browsers cut longer lists. */
const mostLines = 4;
/** No ticket is looked at beyond these, soonest deadline first. */
const mostOpen = 2000;
/** Browsers allow no alarm sooner than this. */
const soonestMs = 30_000;
/** While a clock runs it is looked at this often at least: an alarm waits by a timer that knows nothing of a clock that is set forward. */
const latestMs = 10 * 60_000;

let running: Promise<void> = Promise.resolve();

/** Brings badge, notification and next alarm up to date. Looks follow each other, so that two never announce the same. */
export function lookAtDeadlines(clock: Clock = systemClock): Promise<void> {
  const next = (): Promise<void> => look(clock.now());
  running = running.then(next, next);
  return running;
}

async function look(now: number): Promise<void> {
  // A ledger that cannot be read has its own message in the popup and on the privacy page.
  const tickets = await nextDeadlines(mostOpen, now).catch((): LedgerTicket[] => []);
  const count = atRisk(tickets, now).length;
  await browser.action.setBadgeText({ text: count ? String(count) : '' });
  await browser.action.setBadgeBackgroundColor({ color: '#b42318' });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
  const instants = tickets.flatMap((ticket) => {
    const next = nextDeadline(ticket);
    return next ? [Date.parse(next.warnAt ?? next.dueAt), Date.parse(next.dueAt)] : [];
  });
  const told = await announceNow(tickets, now);
  const nextAt = Math.min(...instants.filter((at) => at > now), told ?? Number.POSITIVE_INFINITY);
  if (Number.isFinite(nextAt)) await browser.alarms.create(deadlineAlarm, { when: Math.min(Math.max(nextAt, now + soonestMs), now + latestMs) });
  else await browser.alarms.clear(deadlineAlarm);
}

/** @returns when there may be something to announce next */
async function announceNow(tickets: readonly LedgerTicket[], now: number): Promise<number | undefined> {
  const settings = await readSettings();
  if (!settings.notify || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return undefined;
  const policy = await readPolicy();
  if (!policy) return undefined;
  const { events, told, nextAt } = announce(tickets, now, quietHours(policy.policy, systemZone()));
  // Remembered first: a worker that dies in between leaves one thing untold, never one told twice.
  if (told.size) await rememberTold(told);
  if (events.length) await notify(events, settings.language ?? browser.i18n.getUILanguage());
  return nextAt;
}

async function notify(events: readonly DeadlineEvent[], language: string): Promise<void> {
  const t = pageTranslator(language);
  const lines = await Promise.all(
    events.slice(0, mostLines).map(async ({ ticket, clock, kind }) => {
      const { subject } = (await readSeen(ticket.key)) ?? {};
      return t(`notify.${kind}`, { ticket: subject ?? `#${ticket.ticketId}`, clock: t(clockLabels[clock]) });
    }),
  );
  if (events.length > mostLines) lines.push(t('notify.more', { count: events.length - mostLines }));
  const late = events.filter(({ kind }) => kind === 'breach').length;
  await browser.notifications.create(noticeId, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    title: late ? t(late === 1 ? 'notify.late.one' : 'notify.late.other', { count: late }) : t('notify.soon', { count: events.length }),
    message: lines.join('\n'),
  });
}

/** The notification leads to the ticket whose deadline comes first. */
export function onNoticeClicked(): void {
  // The API is there only while the optional permission is.
  browser.notifications?.onClicked.addListener((id) => {
    if (id === noticeId) void openFirst();
  });
}

async function openFirst(): Promise<void> {
  const [first] = await nextDeadlines(1, systemClock.now());
  if (first) await openTicket(first, (await readSeen(first.key))?.url);
  await browser.notifications.clear(noticeId);
}
