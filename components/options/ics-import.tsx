/** Holidays from a calendar file: what is plain is chosen already, the rest is the person's to decide; nothing is taken before the button. */
import { useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import type { IcsReading } from '../../lib/sla/read-ics.ts';
import { dateWords } from './calendar-words.ts';

export interface IcsImportProps {
  readonly t: PageTranslate;
  readonly language: string;
  readonly read: (file: File) => Promise<IcsReading>;
  readonly onAdd: (dates: readonly string[]) => void;
}

export function IcsImport({ t, language, read, onAdd }: IcsImportProps) {
  const [reading, setReading] = useState<IcsReading>();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [added, setAdded] = useState<number>();
  const take = async (file: File): Promise<void> => {
    const found = await read(file);
    setReading(found);
    setAdded(undefined);
    setChosen(found.days.flatMap(({ ask }, index) => (ask ? [] : [index])));
  };
  return (
    <div class="ics">
      <label class="button file">
        {t('ics.choose')}
        <input
          type="file"
          accept=".ics,text/calendar"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) void take(file);
          }}
        />
      </label>
      <p role="status">
        {reading?.problem ? t(`ics.problem.${reading.problem}`) : added !== undefined ? t('ics.added', { count: added }) : ''}
        {reading && reading.past > 0 ? ` ${t('ics.past', { count: reading.past })}` : ''}
      </p>
      {reading && reading.days.length > 0 && added === undefined && (
        <fieldset class="choices">
          <legend>{t('ics.found')}</legend>
          {reading.days.map((one, index) => (
            <label key={index}>
              <input
                type="checkbox"
                checked={chosen.includes(index)}
                onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, index] : chosen.filter((other) => other !== index))}
              />{' '}
              <b>{one.name || t('ics.noName')}</b> {datesText(one.dates, t, language)}
              {one.ask && <small> {t(`ics.ask.${one.ask}`)}</small>}
            </label>
          ))}
          <button
            type="button"
            class="button"
            disabled={chosen.length === 0}
            onClick={() => {
              const dates = chosen.flatMap((index) => reading.days[index]?.dates ?? []);
              onAdd(dates);
              setAdded(new Set(dates).size);
            }}
          >
            {t('ics.add')}
          </button>
        </fieldset>
      )}
    </div>
  );
}

const mostShown = 3;

function datesText(dates: readonly string[], t: PageTranslate, language: string): string {
  const shown = dates
    .slice(0, mostShown)
    .map((date) => (date.startsWith('--') ? t('calendar.everyYear', { date: dateWords(date, language) }) : dateWords(date, language)));
  return dates.length > mostShown ? t('ics.andMore', { dates: shown.join(' · '), count: dates.length - mostShown }) : shown.join(' · ');
}
