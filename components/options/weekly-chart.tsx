/** Escalations of each week as bars; the same numbers stand in the table under them. */
import { BarChart } from 'chartist';
import { useEffect, useRef } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';

export interface Week {
  /** Monday, `YYYY-MM-DD`. */
  readonly week: string;
  readonly escalated: number;
  readonly seen: number;
}

/** More weeks make bars too thin to tell apart. */
const mostWeeks = 26;

export function WeeklyChart({ t, language, weeks }: { readonly t: PageTranslate; readonly language: string; readonly weeks: readonly Week[] }) {
  const place = useRef<HTMLDivElement>(null);
  const shown = weeks.slice(-mostWeeks);
  const label = (week: string): string =>
    new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.parse(week));
  const data = JSON.stringify([language, shown]);
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = new BarChart(
      place.current,
      { labels: shown.map(({ week }) => label(week)), series: [shown.map(({ escalated }) => escalated)] },
      { height: '180px', axisY: { onlyInteger: true }, chartPadding: { left: 0, right: 0 } },
    );
    return () => void chart.detach();
  }, [data]);
  const last = shown.at(-1);
  return (
    <section>
      <h2>{t('metrics.weekly')}</h2>
      <div ref={place} class="chart" aria-hidden="true" />
      {last ? <p>{t('metrics.lastWeek', { escalated: last.escalated, seen: last.seen, week: label(last.week) })}</p> : null}
      <details>
        <summary>{t('metrics.asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('metrics.week')}</th>
              <th scope="col">{t('metrics.escalated')}</th>
              <th scope="col">{t('metrics.seen')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ week, escalated, seen }) => (
              <tr key={week}>
                <th scope="row">{label(week)}</th>
                <td>{escalated}</td>
                <td>{seen}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
