/** The four steps of questions; one file of over 250 lines, since a question is a few lines of markup and they are asked together. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { CATEGORY_KINDS, type CategoryKind, guessKind, PAINS, WEEKDAYS } from '../../lib/designer/answers.ts';
import { languageName } from '../../lib/designer/wording.ts';
import type { DesignerPageProps } from './designer-model.ts';

/** Languages with phrase lists; others are typed. */
const offered = ['en', 'vi', 'de', 'fr', 'es', 'pt'] as const;

export function DesignerQuestions(props: DesignerPageProps) {
  switch (props.step) {
    case 1:
      return <Company {...props} />;
    case 2:
      return <Team {...props} />;
    case 3:
      return <Tickets {...props} />;
    default:
      return <HoursAndLimits {...props} />;
  }
}

function Question({
  label,
  help,
  children,
}: {
  readonly label: string;
  readonly help?: string;
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ComponentChildren;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, ...(help !== undefined && { 'aria-describedby': `${id}-help` }) })}
      {help !== undefined && (
        <small class="help" id={`${id}-help`}>
          {help}
        </small>
      )}
    </div>
  );
}

function Amount({
  label,
  help,
  value,
  most,
  onValue,
}: {
  readonly label: string;
  readonly help?: string;
  readonly value: number;
  readonly most?: number;
  readonly onValue: (value: number) => void;
}) {
  return (
    <Question label={label} {...(help !== undefined && { help })}>
      {(ids) => (
        <input
          {...ids}
          class="short"
          type="number"
          min="0"
          max={most}
          value={Number.isNaN(value) ? '' : value}
          onInput={(event) => onValue(event.currentTarget.value === '' ? Number.NaN : event.currentTarget.valueAsNumber)}
        />
      )}
    </Question>
  );
}

function Company({ t, answers, onAnswers }: DesignerPageProps) {
  return (
    <div class="questions">
      <Question label={t('design.ask.company')}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            maxLength={100}
            value={answers.company}
            onInput={(event) => onAnswers({ company: event.currentTarget.value })}
          />
        )}
      </Question>
      <Question label={t('design.ask.product')} help={t('design.ask.productHelp')}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            maxLength={200}
            value={answers.product}
            onInput={(event) => onAnswers({ product: event.currentTarget.value })}
          />
        )}
      </Question>
      <Languages t={t} answers={answers} onAnswers={onAnswers} />
    </div>
  );
}

function Languages({ t, answers, onAnswers }: Pick<DesignerPageProps, 't' | 'answers' | 'onAnswers'>) {
  const { languages } = answers;
  const others = languages.filter((one) => !offered.some((known) => known === one));
  const change = (next: readonly string[]): void => onAnswers({ languages: [...new Set(next)] });
  return (
    <>
      <fieldset class="choices">
        <legend>{t('design.ask.languages')}</legend>
        {offered.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={languages.includes(one)}
              onChange={(event) => change(event.currentTarget.checked ? [...languages, one] : languages.filter((other) => other !== one))}
            />
            {languageName(one, t)}
          </label>
        ))}
      </fieldset>
      <Question label={t('design.ask.otherLanguages')} help={t('design.ask.otherLanguagesHelp')}>
        {(ids) => (
          <input
            {...ids}
            class="short"
            type="text"
            value={others.join(', ')}
            onChange={(event) =>
              change([
                ...languages.filter((one) => !others.includes(one)),
                ...event.currentTarget.value
                  .toLowerCase()
                  .split(/[\s,;]+/)
                  .filter(Boolean),
              ])
            }
          />
        )}
      </Question>
      {languages.length > 1 && (
        <Question label={t('design.ask.mainLanguage')}>
          {(ids) => (
            <select
              {...ids}
              class="short"
              value={languages[0]}
              onChange={(event) => {
                const main = event.currentTarget.value;
                change([main, ...languages.filter((one) => one !== main)]);
              }}
            >
              {languages.map((one) => (
                <option key={one} value={one}>
                  {languageName(one, t)}
                </option>
              ))}
            </select>
          )}
        </Question>
      )}
    </>
  );
}

function Team({ t, answers, onAnswers }: DesignerPageProps) {
  return (
    <div class="questions">
      <Amount
        label={t('design.ask.teamSize')}
        help={t('design.ask.teamSizeHelp')}
        value={answers.teamSize}
        most={10_000}
        onValue={(teamSize) => onAnswers({ teamSize })}
      />
      <Amount label={t('design.ask.shifts')} value={answers.shifts} most={4} onValue={(shifts) => onAnswers({ shifts })} />
      <Question label={t('design.ask.structure')} help={t('design.ask.structureHelp')}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            maxLength={500}
            value={answers.structure}
            onInput={(event) => onAnswers({ structure: event.currentTarget.value })}
          />
        )}
      </Question>
    </div>
  );
}

function Tickets({ t, answers, onAnswers }: DesignerPageProps) {
  const rows = Array.from({ length: 5 }, (_, at) => answers.categories[at] ?? { name: '' });
  const change = (at: number, next: (typeof rows)[number]): void => onAnswers({ categories: rows.map((row, index) => (index === at ? next : row)) });
  return (
    <div class="questions">
      <Amount label={t('design.ask.tickets')} value={answers.ticketsPerMonth} onValue={(ticketsPerMonth) => onAnswers({ ticketsPerMonth })} />
      <Amount
        label={t('design.ask.handling')}
        help={t('design.ask.handlingHelp')}
        value={answers.handlingMinutes}
        most={480}
        onValue={(handlingMinutes) => onAnswers({ handlingMinutes })}
      />
      <fieldset class="categories">
        <legend>{t('design.ask.categories')}</legend>
        {rows.map((row, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the five places are what they are
          <div key={at}>
            <input
              type="text"
              maxLength={100}
              aria-label={t('design.ask.categoryName', { n: at + 1 })}
              value={row.name}
              onInput={(event) => change(at, { ...row, name: event.currentTarget.value })}
            />
            <select
              aria-label={`${t('design.ask.categoryKind')}, ${t('design.ask.categoryName', { n: at + 1 })}`}
              value={row.kind ?? ''}
              onChange={(event) => {
                const kind = event.currentTarget.value as CategoryKind | '';
                change(at, kind === '' ? { name: row.name } : { name: row.name, kind });
              }}
            >
              <option value="">
                {row.name.trim() === ''
                  ? t('design.ask.categoryKind')
                  : t('design.ask.categoryGuess', { kind: t(`design.kind.${guessKind(row.name)}`) })}
              </option>
              {CATEGORY_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`design.kind.${kind}`)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </fieldset>
      <fieldset class="choices one-each">
        <legend>{t('design.ask.pains')}</legend>
        <small class="help">{t('design.ask.painsHelp')}</small>
        {PAINS.map((pain) => (
          <label key={pain}>
            <input
              type="checkbox"
              checked={answers.pains.includes(pain)}
              onChange={(event) =>
                onAnswers({ pains: PAINS.filter((one) => (one === pain ? event.currentTarget.checked : answers.pains.includes(one))) })
              }
            />
            {t(`design.pain.${pain}`)}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function HoursAndLimits({ t, answers, onAnswers, zones }: DesignerPageProps) {
  const { hours } = answers;
  const list = useId();
  return (
    <div class="questions">
      <fieldset class="choices">
        <legend>{t('design.ask.hours')}</legend>
        <label class="whole">
          <input
            type="checkbox"
            checked={hours.always}
            onChange={(event) => onAnswers({ hours: { ...hours, always: event.currentTarget.checked } })}
          />
          {t('design.ask.always')}
        </label>
        {!hours.always && (
          <>
            {WEEKDAYS.map((day) => (
              <label key={day}>
                <input
                  type="checkbox"
                  checked={hours.days.includes(day)}
                  onChange={(event) =>
                    onAnswers({
                      hours: { ...hours, days: WEEKDAYS.filter((one) => (one === day ? event.currentTarget.checked : hours.days.includes(one))) },
                    })
                  }
                />
                {t(`design.day.${day}`)}
              </label>
            ))}
            <div class="span">
              {(['from', 'to'] as const).map((end) => (
                <Question key={end} label={t(`design.ask.${end}`)}>
                  {(ids) => (
                    <input
                      {...ids}
                      type="time"
                      value={hours[end]}
                      onInput={(event) => onAnswers({ hours: { ...hours, [end]: event.currentTarget.value } })}
                    />
                  )}
                </Question>
              ))}
            </div>
          </>
        )}
      </fieldset>
      <Question label={t('design.ask.zone')}>
        {(ids) => (
          <>
            <input
              {...ids}
              type="text"
              list={list}
              value={answers.timeZone}
              onInput={(event) => onAnswers({ timeZone: event.currentTarget.value.trim() })}
            />
            <datalist id={list}>
              {zones.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
      </Question>
      <Question label={t('design.ask.currency')}>
        {(ids) => (
          <input
            {...ids}
            class="short"
            type="text"
            maxLength={3}
            value={answers.currency}
            onInput={(event) => onAnswers({ currency: event.currentTarget.value.toUpperCase() })}
          />
        )}
      </Question>
      <Amount label={t('design.ask.revenue')} value={answers.revenueThreshold} onValue={(revenueThreshold) => onAnswers({ revenueThreshold })} />
      <Amount label={t('design.ask.ltv')} value={answers.ltvThreshold} onValue={(ltvThreshold) => onAnswers({ ltvThreshold })} />
    </div>
  );
}
