/** Escalations of the last weeks, the newest one stressed; the numbers stand below and, for who hears the page, in a table. */
import type { PageTranslate } from '../../../lib/extension-text.ts';
import type { Week } from '../metric-charts.tsx';

const shownWeeks = 6;

export function WeeklyBars({ t, language, weeks }: { readonly t: PageTranslate; readonly language: string; readonly weeks: readonly Week[] }) {
  const shown = weeks.slice(-shownWeeks);
  const last = shown.at(-1);
  const most = Math.max(1, ...shown.map(({ escalated }) => escalated));
  const percent = (share: number): string => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
  return (
    <section>
      <h2>{t('rules.weekly')}</h2>
      {last ? (
        <>
          <div class="bars" aria-hidden="true">
            {shown.map(({ week, escalated }) => (
              <i key={week} class={week === last.week ? 'last' : ''} style={{ height: `${Math.max(2, (escalated / most) * 100)}%` }} />
            ))}
          </div>
          <p class="soft">
            {t('rules.lastWeek', { escalated: last.escalated, seen: last.seen, share: percent(last.escalated / Math.max(1, last.seen)) })}
          </p>
          <table class="hidden">
            <caption>{t('rules.weekly')}</caption>
            <tbody>
              {shown.map(({ week, escalated, seen }) => (
                <tr key={week}>
                  <th scope="row">{week}</th>
                  <td>{t('rules.weekOf', { escalated, seen })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : (
        <p class="soft">{t('rules.noWeeks')}</p>
      )}
    </section>
  );
}
