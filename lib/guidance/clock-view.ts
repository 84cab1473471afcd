/** SLA clocks in words: the countdown, the bar and how the clock came to its answer. */
import type { SlaClock } from '../sla/sla-clock.ts';
import type { Policy } from '../policy/schema.ts';
import { localize } from '../text.ts';
import { type Wording, durationText, instantText, percentText, untilNextText, weekdayText } from '../text/format.ts';
import { clockLabels, factWord } from '../rules/fact-words.ts';
import type { ClockView } from './panel-view.ts';
import type { ViewDetails } from './view-details.ts';

/** Time used and left at `now`, when the clock was computed at `assessedAt`: a running clock moves on, a standing one does not. */
export function liveClock(clock: SlaClock, assessedAt: number, now: number): { leftMs?: number; usedMs?: number; percent?: number; moving: boolean } {
  const moving = (clock.state === 'running' || clock.state === 'overdue') && clock.open !== false;
  const passed = moving ? Math.max(0, now - assessedAt) : 0;
  const leftMs = clock.leftMs === undefined ? undefined : clock.leftMs - passed;
  const usedMs = clock.usedMs === undefined ? undefined : clock.usedMs + passed;
  const percent = usedMs !== undefined && clock.targetMs ? (usedMs / clock.targetMs) * 100 : clock.percent;
  return { moving, ...(leftMs !== undefined && { leftMs }), ...(usedMs !== undefined && { usedMs }), ...(percent !== undefined && { percent }) };
}

/** @returns the clock in words and, while its text changes by itself, the milliseconds until it does. */
export function toClockView(
  clock: SlaClock,
  assessedAt: number,
  warnAtPercent: number,
  policy: Policy,
  wording: Wording,
  details?: ViewDetails,
): { view: ClockView; tickIn?: number } {
  const { t, now } = wording;
  const { leftMs, percent, moving } = liveClock(clock, assessedAt, now);
  const ended = clock.state === 'met' || clock.state === 'missed';
  const late = clock.state === 'overdue' || clock.state === 'missed';
  const warned = !ended && !late && percent !== undefined && percent >= warnAtPercent;
  const tone = late ? 'bad' : warned ? 'warn' : clock.state === 'running' || clock.state === 'paused' || clock.state === 'met' ? 'ok' : 'quiet';
  const view: ClockView = {
    name: clock.name,
    state: clock.state,
    label: t(clockLabels[clock.name]),
    left: leftText(clock, leftMs, wording),
    tone,
    ...(percent !== undefined && { fraction: Math.min(1, Math.max(0, percent / 100)), warnAt: warnAtPercent / 100 }),
    ...detailOf(clock, percent, warned || late, wording),
    explained: clock.why.length > 0 || clock.secondOpinion !== undefined,
    why: details?.clockNotes(clock, policy, wording) ?? [],
  };
  return moving && leftMs !== undefined ? { view, tickIn: untilNextText(leftMs, leftMs > 0) } : { view };
}

function leftText(clock: SlaClock, leftMs: number | undefined, wording: Wording): string {
  const { t } = wording;
  switch (clock.state) {
    case 'none':
      return t('clock.none');
    case 'unknown':
      return t('clock.unknown');
    case 'met':
      return clock.usedMs === undefined ? t('clock.met') : t('clock.metIn', { duration: durationText(clock.usedMs, wording) });
    case 'missed':
      return leftMs === undefined ? t('clock.missed') : t('clock.missedBy', { duration: durationText(leftMs, wording) });
    case 'overdue':
      return leftMs === undefined ? t('clock.overdue') : t('clock.overdueBy', { duration: durationText(leftMs, wording) });
    case 'paused':
      return leftMs === undefined ? t('clock.paused') : t('clock.pausedLeft', { duration: durationText(leftMs, wording) });
    case 'running':
      return leftMs === undefined ? t('clock.running') : t('clock.left', { duration: durationText(Math.max(0, leftMs), wording) });
  }
}

function detailOf(clock: SlaClock, percent: number | undefined, loud: boolean, wording: Wording): { detail?: string } {
  const { t } = wording;
  const parts: string[] = [];
  const running = clock.state === 'running' || clock.state === 'overdue' || clock.state === 'paused';
  if (running && clock.dueAt && (loud || clock.state === 'paused' || clock.open === false)) {
    const at = instantText(Date.parse(clock.dueAt), wording);
    parts.push(t(clock.state === 'overdue' ? 'clock.wasDue' : 'clock.due', { at }));
  }
  if (running && loud && percent !== undefined) parts.push(t('clock.used', { percent: percentText(percent, wording) }));
  if (running && clock.pausedMs) {
    const status = [...clock.why].reverse().find((note) => note.code === 'paused')?.status;
    const duration = durationText(clock.pausedMs, wording);
    parts.push(status ? t('clock.pausedWhile', { duration, status }) : t('clock.pausedFor', { duration }));
  }
  if (clock.state === 'running' && clock.open === false) parts.push(t('clock.closed'));
  if (clock.state === 'unknown') {
    const missing = clock.why.find((note) => note.code === 'missing-field');
    if (missing) parts.push(t('clock.needs', { field: factWord(missing.field, wording) }));
  }
  if (running && clock.source === 'helpdesk') parts.push(t('clock.fromHelpdesk'));
  return parts.length > 0 ? { detail: parts.join(' · ') } : {};
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A calendar in one line: its own name, else its hours: `Mon–Fri 9–18, Berlin`. */
export function calendarText(policy: Policy, id: string, { t, language }: Pick<Wording, 't' | 'language'>): string {
  const calendar = policy.calendars[id];
  if (!calendar) return id;
  if (calendar.name) return localize(calendar.name, language);
  if (calendar.alwaysOpen || !calendar.hours) return t('clock.alwaysOpen');
  const city = calendar.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? calendar.timeZone;
  const hoursOf = (day: (typeof weekdays)[number]): string =>
    (calendar.hours?.[day] ?? []).map((opening) => opening.map((time) => time.replace(/^0/, '').replace(':00', '')).join('–')).join(', ');
  const groups: { from: number; to: number; hours: string }[] = [];
  weekdays.forEach((day, index) => {
    const hours = hoursOf(day);
    const last = groups.at(-1);
    if (last && last.hours === hours) last.to = index;
    else groups.push({ from: index, to: index, hours });
  });
  const dayName = (index: number): string => weekdayText(index, language);
  const open = groups
    .filter((group) => group.hours)
    .map((group) => `${dayName(group.from)}${group.to > group.from ? `–${dayName(group.to)}` : ''} ${group.hours}`);
  return `${open.join('; ')}, ${city}`;
}
