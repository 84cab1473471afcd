/** Metrics of this browser's ledger, or of a team whose exports were dropped in. Files are read here and kept nowhere. */
import { MetricsPage } from '../../../components/options/metrics-page.tsx';
import '../../../components/options/metrics.css';
import { systemClock } from '../../../lib/clock.ts';
import type { PageTranslate } from '../../../lib/extension-text.ts';
import type { LedgerExport } from '../../../lib/ledger/ledger-record.ts';
import { changeTicket, exportLedger } from '../../../lib/ledger/ledger-store.ts';
import { readExport } from '../../../lib/ledger/read-export.ts';
import { mergeLedgers, smallestTeam } from '../../../lib/metrics/merge-ledgers.ts';
import { computeMetrics, filtered, type MetricsFilter, weeklyEscalations } from '../../../lib/metrics/metrics.ts';
import { metricsCsv, readScores } from '../../../lib/metrics/metrics-csv.ts';
import { localize } from '../../../lib/text.ts';
import { download } from '../download.ts';
import type { ShowOptionsPage } from '../options-page.ts';

let filter: MetricsFilter = {};
let team: readonly { readonly name: string; readonly ledger: LedgerExport }[] = [];
let said: readonly string[] = [];

export const show: ShowOptionsPage = async ({ t, language, loaded, redraw }) => {
  const own = await exportLedger(systemClock.now()).catch((): LedgerExport | undefined => undefined);
  const all = mergeLedgers([...(own ? [own] : []), ...team.map(({ ledger }) => ledger)]);
  const tickets = filtered(all.tickets, filter);
  const coverage = { tickets: tickets.length, people: all.people };
  const metrics = computeMetrics(tickets);
  const withheld = team.length
    ? all.people < smallestTeam
      ? 'too-few'
      : undefined
    : loaded?.policy.metrics.individual === false
      ? 'individual'
      : undefined;
  const policy = loaded?.policy;
  return (
    <MetricsPage
      t={t}
      language={language}
      metrics={metrics}
      weeks={weeklyEscalations(tickets)}
      coverage={coverage}
      {...(withheld && { withheld })}
      filter={filter}
      choices={{
        origins: [...new Set(all.tickets.map(({ origin }) => origin))].sort(),
        tiers: (policy?.tiers ?? []).map(({ tier, name }) => ({ tier, name: localize(name, language) })),
        rules: (policy?.rules ?? []).map(({ id, title }) => ({ rule: id, title: localize(title, language) })),
      }}
      files={team.map(({ name }) => name)}
      said={said}
      onFilter={(chosen) => {
        filter = chosen;
        redraw();
      }}
      onFiles={(files) => void takeIn(files, t).then(redraw)}
      onForgetFiles={() => {
        team = [];
        said = [];
        redraw();
      }}
      onScores={(file) => void takeScores(file, t).then(redraw)}
      onExport={(format) => {
        if (withheld) return;
        if (format === 'csv') download('handrail-metrics.csv', metricsCsv(metrics, coverage), 'text/csv');
        else download('handrail-metrics.json', JSON.stringify({ coverage, metrics }, null, 2), 'application/json');
      }}
    />
  );
};

async function takeIn(files: readonly File[], t: PageTranslate): Promise<void> {
  const sentences: string[] = [];
  for (const file of files) {
    const read = readExport(await file.text());
    if (read.ok) team = [...team.filter(({ name }) => name !== file.name), { name: file.name, ledger: read.ledger }];
    else sentences.push(t(`privacy.importRefused.${read.problem}`, { name: file.name, where: read.where ?? '' }));
  }
  said = sentences;
}

/** Scores go to the tickets of this browser's own ledger; a number that is there on two sites gets it on both. */
async function takeScores(file: File, t: PageTranslate): Promise<void> {
  const { scores, refused, noColumns } = readScores(await file.text());
  if (noColumns) {
    said = [t('metrics.scoresNoColumns', { name: file.name })];
    return;
  }
  const { tickets } = await exportLedger(systemClock.now());
  let taken = 0;
  for (const { key, ticketId } of tickets) {
    const csat = scores.get(ticketId);
    if (csat === undefined) continue;
    await changeTicket(key, (ticket) => ({ ...ticket, csat }));
    taken++;
  }
  said = [
    t('metrics.scoresTaken', { taken, count: scores.size }),
    ...refused.slice(0, 5).map(({ line, found }) => t('metrics.scoreRefused', { line, found })),
  ];
}
