/** A bar chart with the same numbers as a table beside it. */
import { BarChart } from 'chartist';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface Bars {
  readonly title: string;
  /** Heads of the columns: what a row is, its bar, and what the bar is part of. */
  readonly heads: readonly [string, string, string];
  readonly rows: readonly { readonly label: string; readonly bar: number; readonly of: number }[];
  /** The chart in one sentence. */
  readonly says?: string;
}

/** More labels than this touch each other or break in a narrow window; the table has every one. */
const mostLabels = 6;

export function BarsWithTable({ title, heads, rows, says }: Bars) {
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  const data = JSON.stringify(rows);
  const every = Math.ceil(rows.length / mostLabels);
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = new BarChart(
      place.current,
      { labels: rows.map(({ label }) => label), series: [rows.map(({ bar }) => bar)] },
      {
        height: '180px',
        low: 0,
        axisX: { labelInterpolationFnc: (label, index) => (index % every === 0 ? label : null) },
        axisY: { onlyInteger: true },
        chartPadding: { left: 0, right: 0 },
      },
    );
    return () => void chart.detach();
  }, [data]);
  return (
    <section class="bars">
      <h2 id={id}>{title}</h2>
      <div class="pair">
        <div>
          <div ref={place} class={every > 1 ? 'chart sparse' : 'chart'} aria-hidden="true" style={{ '--bars': rows.length }} />
          {says === undefined ? null : <p>{says}</p>}
        </div>
        <div class="numbers" role="region" aria-labelledby={id} tabIndex={0}>
          <table aria-labelledby={id}>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, bar, of }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{bar}</td>
                  <td>{of}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}
