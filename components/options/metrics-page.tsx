/** The metrics, each with what it counts and over how many tickets; charts with a table beside them. Nothing here is about one person. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import type { Metric, MetricsFilter } from '../../lib/metrics/metrics.ts';
import { type MetricChoices, metricAbout, metricDefinitions, metricTitles, metricValue } from './metric-text.ts';
import { MetricCharts, type Week } from './metric-charts.tsx';
import { ScoreForm } from './score-form.tsx';

export interface MetricsPageProps {
  readonly t: PageTranslate;
  readonly language: string;
  readonly metrics: readonly Metric[];
  readonly weeks: readonly Week[];
  /** Tickets after the filter, and browsers they were seen by. */
  readonly coverage: { readonly tickets: number; readonly people: number };
  /** What may not be shown, and why: too few people for a team, or the policy forbids numbers of one person. */
  readonly withheld?: 'too-few' | 'individual';
  readonly filter: MetricsFilter;
  readonly choices: MetricChoices;
  /** Names of the files of others that were dropped in. */
  readonly files: readonly string[];
  /** What became of the last file, in words. */
  readonly said: readonly string[];
  /** A change of what stands by then: a second one may come before the first is drawn. */
  readonly onFilter: (change: (filter: MetricsFilter) => MetricsFilter) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onForgetFiles: () => void;
  readonly onScores: (file: File) => void;
  readonly onScore: (ticket: string, score: number) => void;
  readonly onExport: (format: 'csv' | 'json') => void;
  /** Counts for the team's collector, where the policy names one. */
  readonly push?: ComponentChildren;
}

export function MetricsPage(props: MetricsPageProps) {
  const { t, coverage, withheld, said } = props;
  return (
    <div class="metrics">
      <p class="lead">{t('metrics.lead')}</p>
      <Filters {...props} />
      <Files {...props} />
      {said.length ? (
        <div class="note" role="status">
          {said.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      ) : null}
      {withheld ? (
        <p class="note">{t(withheld === 'too-few' ? 'metrics.tooFew' : 'metrics.noIndividual', { count: coverage.people })}</p>
      ) : (
        <Numbers {...props} />
      )}
      {props.push}
    </div>
  );
}

function Numbers({ t, language, metrics, weeks, coverage, choices }: MetricsPageProps) {
  const people = coverage.people > 1 ? 'metrics.coverageTeam' : 'metrics.coverage';
  return (
    <>
      <p>
        <b>{t(people, { tickets: coverage.tickets, people: coverage.people })}</b>
      </p>
      <div class="wide" tabIndex={0}>
        <table class="as-cards">
          <caption class="hidden">{t('options.nav.metrics')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('metrics.metric')}</th>
              <th scope="col">{t('metrics.of')}</th>
              <th scope="col">{t('metrics.value')}</th>
              <th scope="col">{t('metrics.counted')}</th>
            </tr>
          </thead>
          <tbody>
            {metrics.map((metric) => (
              <tr key={`${metric.id} ${metric.tier ?? ''} ${metric.rule ?? ''}`}>
                <th scope="row">
                  {t(metricTitles[metric.id])}
                  <small>{t(metricDefinitions[metric.id])}</small>
                </th>
                <td class="third" data-column={t('metrics.of')}>
                  {metricAbout(metric, choices, t)}
                </td>
                <td class="third" data-column={t('metrics.value')}>
                  {metricValue(metric, t, language)}
                  {metric.id === 'firstContactResolution' && metric.tier === 1 ? <small>{t('metrics.fcrTarget')}</small> : null}
                </td>
                <td class="third" data-column={t('metrics.counted')}>
                  {t('metrics.nOfM', { numerator: metric.numerator, denominator: metric.denominator })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MetricCharts t={t} language={language} weeks={weeks} metrics={metrics} choices={choices} />
    </>
  );
}

function Filters({ t, filter, choices, onFilter, onExport }: MetricsPageProps) {
  const change = (name: keyof MetricsFilter, value: string): void => {
    onFilter((before) => {
      const { [name]: _, ...rest } = before;
      return value === '' ? rest : { ...rest, [name]: name === 'tier' ? Number(value) : value };
    });
  };
  return (
    <div class="filters" role="group" aria-label={t('metrics.filters')}>
      <label>
        {t('metrics.from')}
        <input type="date" value={filter.from ?? ''} onChange={(event) => change('from', event.currentTarget.value)} />
      </label>
      <label>
        {t('metrics.to')}
        <input type="date" value={filter.to ?? ''} onChange={(event) => change('to', event.currentTarget.value)} />
      </label>
      <label>
        {t('sites.site')}
        <select value={filter.origin ?? ''} onChange={(event) => change('origin', event.currentTarget.value)}>
          <option value="">{t('metrics.all')}</option>
          {choices.origins.map((origin) => (
            <option key={origin} value={origin}>
              {origin}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('metrics.tier')}
        <select value={filter.tier ?? ''} onChange={(event) => change('tier', event.currentTarget.value)}>
          <option value="">{t('metrics.all')}</option>
          {choices.tiers.map(({ tier, name }) => (
            <option key={tier} value={tier}>
              T{tier} {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('metrics.rule')}
        <select value={filter.rule ?? ''} onChange={(event) => change('rule', event.currentTarget.value)}>
          <option value="">{t('metrics.all')}</option>
          {choices.rules.map(({ rule, title }) => (
            <option key={rule} value={rule}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <div class="actions">
        <button type="button" class="button" onClick={() => onExport('csv')}>
          {t('metrics.csv')}
        </button>
        <button type="button" class="button" onClick={() => onExport('json')}>
          {t('metrics.json')}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          {t('metrics.print')}
        </button>
      </div>
    </div>
  );
}

function Files({ t, files, onFiles, onForgetFiles, onScores, onScore }: MetricsPageProps) {
  const [over, setOver] = useState(false);
  return (
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>{files.length ? t('metrics.files', { count: files.length }) : t('metrics.drop')}</p>
      <div class="actions">
        <label class="button file">
          {t('metrics.addFiles')}
          <input
            type="file"
            accept=".json"
            multiple
            onChange={(event) => {
              const chosen = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              if (chosen.length) onFiles(chosen);
            }}
          />
        </label>
        {files.length ? (
          <button type="button" class="button" onClick={onForgetFiles}>
            {t('metrics.forgetFiles')}
          </button>
        ) : null}
        <label class="button file">
          {t('metrics.addScores')}
          <input
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (file) onScores(file);
            }}
          />
        </label>
      </div>
      <ScoreForm t={t} onScore={onScore} />
    </div>
  );
}
