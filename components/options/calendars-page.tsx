/** Business hours: several calendars, each with its zone, its week, its holidays and what differs on single dates. */
import { useState } from 'preact/hooks';
import { setAt } from '../../lib/policy/edit-at.ts';
import type { CalendarSpec } from '../../lib/policy/schema.ts';
import { checkCalendar } from '../../lib/sla/check-calendar.ts';
import type { IcsReading } from '../../lib/sla/read-ics.ts';
import { weekDays } from '../../lib/sla/week-grid.ts';
import { DatedWindows, Holidays, withDates } from './calendar-dates.tsx';
import { dayName } from './calendar-words.ts';
import { DuePreview } from './due-preview.tsx';
import { IcsImport } from './ics-import.tsx';
import { LocalizedField } from './localized-field.tsx';
import { LockedPart } from './lock-note.tsx';
import { CheckField, TextField } from './policy-fields.tsx';
import { calendarOptions, newName } from './targets-table.tsx';
import type { PolicyPageProps } from './tier-card.tsx';
import { WeekGrid } from './week-grid-field.tsx';
import { WindowsField } from './windows-field.tsx';

export interface CalendarsPageProps extends PolicyPageProps {
  readonly zones: readonly string[];
  /** ms since 1970 */
  readonly now: number;
  readonly browserZone: string;
  readonly readIcs: (file: File) => Promise<IcsReading>;
}

export function CalendarsPage(props: CalendarsPageProps) {
  const { t, language, editor, zones, browserZone } = props;
  const ids = Object.keys(editor.draft.calendars);
  const [wanted, setWanted] = useState('');
  const sought = /^calendars\.([^.[\]]+)/.exec(editor.sought ?? '')?.[1];
  const id = [wanted, sought, editor.draft.sla?.calendar, ids[0]].find((one) => one !== undefined && ids.includes(one)) ?? '';
  const used = id === (editor.draft.sla?.calendar ?? 'default') || editor.draft.priorities.some(({ calendar }) => calendar === id);
  return (
    <div class="editor">
      <div class="add-row">
        <label>
          {t('calendar.which')}{' '}
          <select value={id} onChange={(event) => setWanted(event.currentTarget.value)}>
            {calendarOptions(editor.draft, language).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="button"
          onClick={() => {
            const name = newName('calendar', ids);
            const office = Object.fromEntries(weekDays.slice(0, 5).map((day) => [day, [['09:00', '17:00']]]));
            editor.set(['calendars', name], { timeZone: browserZone, hours: office });
            setWanted(name);
          }}
        >
          {t('calendar.add')}
        </button>
        <button
          type="button"
          class="button"
          disabled={used || ids.length < 2}
          title={used ? t('calendar.inUse') : undefined}
          onClick={() => {
            editor.change((policy) => setAt(policy, ['calendars', id], undefined));
            setWanted('');
          }}
        >
          {t('calendar.remove')}
        </button>
      </div>
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {ids.includes(id) && (
        <LockedPart editor={editor} path={['calendars', id]}>
          <OneCalendar key={id} {...props} id={id} />
        </LockedPart>
      )}
    </div>
  );
}

function OneCalendar({ t, language, editor, now, readIcs, id }: CalendarsPageProps & { readonly id: string }) {
  const path = ['calendars', id];
  const calendar = editor.draft.calendars[id];
  if (!calendar) return null;
  const open = calendar.alwaysOpen === true;
  return (
    <>
      <div class="two">
        <LocalizedField t={t} language={language} editor={editor} path={[...path, 'name']} label={t('tiers.name')} optional />
        <TextField editor={editor} path={[...path, 'timeZone']} label={t('calendar.zone')} help={t('calendar.zoneHelp')} list="zones" />
      </div>
      <CheckField editor={editor} path={[...path, 'alwaysOpen']} label={t('calendar.alwaysOpen')} optional />
      {!open && (
        <section class="plain">
          <h2>{t('calendar.week')}</h2>
          <WeekGrid t={t} language={language} hours={calendar.hours} onChange={(hours) => editor.set([...path, 'hours'], hours)} />
          <div data-path={`calendars.${id}.hours`}>
            {weekDays.map((day, index) => (
              <div class="dated" key={day}>
                <span class="day">{dayName(index, language, 'long')}</span>
                <WindowsField
                  t={t}
                  editor={editor}
                  path={[...path, 'hours', day]}
                  name={dayName(index, language, 'long')}
                  none={t('calendar.closedDay')}
                />
              </div>
            ))}
          </div>
        </section>
      )}
      <section class="plain">
        <h2>{t('calendar.holidays')}</h2>
        <Holidays t={t} language={language} editor={editor} path={path} />
        <IcsImport
          t={t}
          language={language}
          read={readIcs}
          onAdd={(dates) => editor.change((policy) => setAt(policy, [...path, 'holidays'], withDates(policy.calendars[id]?.holidays ?? [], dates)))}
        />
      </section>
      <section class="plain">
        <h2>{t('calendar.overrides')}</h2>
        <p>{t('calendar.overridesHelp')}</p>
        <DatedWindows t={t} language={language} editor={editor} path={path} member="overrides" />
      </section>
      <section class="plain">
        <h2>{t('calendar.breaks')}</h2>
        <p>{t('calendar.breaksHelp')}</p>
        <DatedWindows t={t} language={language} editor={editor} path={path} member="breaks" />
      </section>
      <section class="plain">
        <h2>{t('due.title')}</h2>
        <DuePreview t={t} language={language} calendar={sound(calendar, t)} now={now} />
      </section>
    </>
  );
}

const sound = (calendar: CalendarSpec, t: CalendarsPageProps['t']): CalendarSpec | undefined =>
  checkCalendar(calendar, t).length === 0 ? calendar : undefined;
