/** Dates of a calendar that differ from the week: holidays, other hours, breaks. */
import { byCodeUnit } from '../../lib/text/by-code-unit.ts';
import { useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { setAt, valueAt } from '../../lib/policy/edit-at.ts';
import { type PolicyPath, pathText } from '../../lib/policy/policy-problem.ts';
import { dateWords } from './calendar-words.ts';
import type { PolicyEditor } from './policy-editor.ts';
import { FieldProblems, idOf, problemsAt } from './policy-fields.tsx';
import { WindowsField } from './windows-field.tsx';

export interface CalendarDatesProps {
  readonly t: PageTranslate;
  readonly language: string;
  readonly editor: PolicyEditor;
  /** Of the calendar. */
  readonly path: PolicyPath;
}

const words = (date: string, t: PageTranslate, language: string): string =>
  date.startsWith('--') ? t('calendar.everyYear', { date: dateWords(date, language) }) : dateWords(date, language);

export function Holidays({ t, language, editor, path }: CalendarDatesProps) {
  const held = valueAt(editor.draft, [...path, 'holidays']);
  const holidays = Array.isArray(held) ? held.map(String) : [];
  const at = pathText([...path, 'holidays']);
  return (
    <div data-path={at}>
      {holidays.length > 0 && (
        <ul class="dates">
          {holidays.map((date, index) => {
            const problems = problemsAt(editor, `${at}[${index}]`);
            return (
              <li key={`${date} ${index}`} data-path={`${at}[${index}]`}>
                {words(date, t, language)}{' '}
                <button
                  type="button"
                  class="button small"
                  aria-label={t('edit.removeOf', { name: words(date, t, language) })}
                  title={t('edit.removeOf', { name: words(date, t, language) })}
                  onClick={() =>
                    editor.set(
                      [...path, 'holidays'],
                      holidays.filter((_, other) => other !== index),
                    )
                  }
                >
                  <span aria-hidden="true">✕</span>
                </button>
                <FieldProblems id={`${idOf(`${at}[${index}]`)}-problem`} problems={problems} />
              </li>
            );
          })}
        </ul>
      )}
      <AddDate
        t={t}
        label={t('calendar.addHoliday')}
        taken={holidays}
        onAdd={(date) => editor.set([...path, 'holidays'], withDates(holidays, [date]))}
      />
    </div>
  );
}

/** In the order of the year, yearly ones first; each once. */
export const withDates = (dates: readonly string[], more: readonly string[]): string[] => [...new Set([...dates, ...more])].toSorted(byCodeUnit);

/** Dates with hours of their own, or with breaks. */
export function DatedWindows({ t, language, editor, path, member }: CalendarDatesProps & { readonly member: 'overrides' | 'breaks' }) {
  const own = [...path, member];
  const held = (valueAt(editor.draft, own) ?? {}) as Readonly<Record<string, unknown>>;
  const dates = Object.keys(held).toSorted(byCodeUnit);
  return (
    <div data-path={pathText(own)}>
      {dates.map((date) => {
        const problems = problemsAt(editor, pathText([...own, date]));
        return (
          <div class="dated" key={date}>
            <span class="day">{words(date, t, language)}</span>
            <WindowsField
              t={t}
              editor={editor}
              path={[...own, date]}
              name={words(date, t, language)}
              none={t(member === 'overrides' ? 'calendar.closedDay' : 'calendar.noBreak')}
            />
            <button
              type="button"
              class="button small"
              aria-label={t('edit.removeOf', { name: words(date, t, language) })}
              title={t('edit.removeOf', { name: words(date, t, language) })}
              onClick={() => editor.change((policy) => setAt(policy, [...own, date], undefined))}
            >
              <span aria-hidden="true">✕</span>
            </button>
            <FieldProblems id={`${idOf(pathText([...own, date]))}-problem`} problems={problems} />
          </div>
        );
      })}
      <AddDate
        t={t}
        label={t(member === 'overrides' ? 'calendar.addOverride' : 'calendar.addBreak')}
        taken={dates}
        onAdd={(date) => editor.set([...own, date], [member === 'overrides' ? ['09:00', '12:00'] : ['12:00', '13:00']])}
      />
    </div>
  );
}

function AddDate({
  t,
  label,
  taken,
  onAdd,
}: {
  readonly t: PageTranslate;
  readonly label: string;
  readonly taken: readonly string[];
  readonly onAdd: (date: string) => void;
}) {
  const [date, setDate] = useState('');
  const [yearly, setYearly] = useState(false);
  const value = yearly && date !== '' ? `-${date.slice(4)}` : date;
  return (
    <form
      class="add-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (value === '' || taken.includes(value)) return;
        onAdd(value);
        setDate('');
      }}
    >
      <input type="date" aria-label={t('calendar.dateFor', { what: label })} value={date} onInput={(event) => setDate(event.currentTarget.value)} />
      <label>
        <input type="checkbox" checked={yearly} onChange={(event) => setYearly(event.currentTarget.checked)} /> {t('calendar.yearly')}
      </label>
      <button type="submit" class="button" disabled={value === '' || taken.includes(value)}>
        {label}
      </button>
    </form>
  );
}
