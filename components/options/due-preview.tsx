/** "A 4 h target that starts Friday 16:00 is due Monday 11:00": what a calendar means, computed by the clocks themselves. */
import { useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import type { CalendarSpec } from '../../lib/policy/schema.ts';
import { compileCalendar, wallToInstant } from '../../lib/sla/calendar.ts';
import { parseDuration } from '../../lib/sla/duration.ts';
import { wallTimeAt } from '../../lib/zone.ts';
import { dayName, instantWords } from './calendar-words.ts';

export interface DuePreviewProps {
  readonly t: PageTranslate;
  readonly language: string;
  /** Sound; undefined while it has problems. */
  readonly calendar: CalendarSpec | undefined;
  /** ms since 1970: the day that is meant is the next one from here. */
  readonly now: number;
}

export function DuePreview({ t, language, calendar, now }: DuePreviewProps) {
  const [duration, setDuration] = useState('4h');
  const [weekday, setWeekday] = useState(4);
  const [time, setTime] = useState('16:00');
  return (
    <div class="due">
      <div class="add-row">
        <label>
          {t('due.target')} <input type="text" size={6} data-own-undo value={duration} onInput={(event) => setDuration(event.currentTarget.value)} />
        </label>
        <label>
          {t('due.starts')}{' '}
          <select value={weekday} onChange={(event) => setWeekday(Number(event.currentTarget.value))}>
            {[0, 1, 2, 3, 4, 5, 6].map((index) => (
              <option key={index} value={index}>
                {dayName(index, language, 'long')}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('due.at')} <input type="time" value={time} onInput={(event) => setTime(event.currentTarget.value)} />
        </label>
      </div>
      <p role="status" class="answer">
        {answer({ t, language, calendar, now }, duration, weekday, time)}
      </p>
    </div>
  );
}

function answer({ t, language, calendar, now }: DuePreviewProps, duration: string, weekday: number, time: string): string {
  if (!calendar) return t('due.notYet');
  const ms = parseDuration(duration);
  if (ms === undefined) return t('due.noDuration');
  const start = nextAt(calendar.timeZone, weekday, time, now);
  if (start === undefined) return t('due.noTime');
  const due = compileCalendar(calendar).dueAt(start, ms);
  if (due === undefined) return t('due.never');
  return t('due.answer', {
    target: duration.trim(),
    start: instantWords(start, calendar.timeZone, language),
    due: instantWords(due, calendar.timeZone, language),
  });
}

/** The next such weekday and time on the wall clock of the zone. @param weekday 0 = Monday */
function nextAt(zone: string, weekday: number, time: string, now: number): number | undefined {
  const { year, month, day } = wallTimeAt(now, zone);
  const today = Date.UTC(year, month - 1, day);
  const ahead = (weekday - ((new Date(today).getUTCDay() + 6) % 7) + 7) % 7;
  return wallToInstant(zone, `${new Date(today + ahead * 86_400_000).toISOString().slice(0, 10)}T${time}:00`);
}
