/** The charts of the metrics page: escalations of each week, and of each tier. */
import type { PageTranslate } from '../../lib/extension-text.ts';
import type { Metric } from '../../lib/metrics/metrics.ts';
import { dateLocale } from '../../lib/text/format.ts';
import { BarsWithTable } from './bars.tsx';
import { type MetricChoices, metricAbout } from './metric-text.ts';

export interface Week {
  /** Monday, `YYYY-MM-DD`. */
  readonly week: string;
  readonly escalated: number;
  readonly seen: number;
}

export interface MetricChartsProps {
  readonly t: PageTranslate;
  readonly language: string;
  readonly weeks: readonly Week[];
  readonly metrics: readonly Metric[];
  readonly choices: MetricChoices;
}

/** More weeks make bars too thin to tell apart. */
const mostWeeks = 26;

export function MetricCharts({ t, language, weeks, metrics, choices }: MetricChartsProps) {
  const shown = weeks.slice(-mostWeeks);
  const manyYears = new Set(shown.map(({ week }) => week.slice(0, 4))).size > 1;
  const label = (week: string): string =>
    new Intl.DateTimeFormat(dateLocale(language), { day: 'numeric', month: 'short', timeZone: 'UTC', ...(manyYears && { year: '2-digit' }) }).format(
      Date.parse(week),
    );
  const last = shown.at(-1);
  const tiers = metrics.filter(({ id }) => id === 'escalationRate');
  return (
    <>
      {last ? (
        <BarsWithTable
          title={t('metrics.weekly')}
          heads={[t('metrics.week'), t('metrics.escalated'), t('metrics.seen')]}
          rows={shown.map(({ week, escalated, seen }) => ({ label: label(week), bar: escalated, of: seen }))}
          says={t('metrics.lastWeek', { escalated: last.escalated, seen: last.seen, week: label(last.week) })}
        />
      ) : null}
      {tiers.length ? (
        <BarsWithTable
          title={t('metrics.byTier')}
          heads={[t('metrics.tier'), t('metrics.escalated'), t('metrics.seen')]}
          rows={tiers.map((metric) => ({
            label: `${t('tier.short', { tier: metric.tier ?? 0 })} ${metricAbout(metric, choices, t)}`,
            bar: metric.numerator,
            of: metric.denominator,
          }))}
        />
      ) : null}
    </>
  );
}
