/** Metrics of this browser's ledger, or of a team whose exports were dropped in. Files are read here and kept nowhere. */
import { MetricsPage } from '../../../components/options/metrics-page.tsx';
import { PushSection } from '../../../components/options/push-section.tsx';
import '../../../components/options/metrics.css';
import { systemClock } from '../../../lib/clock.ts';
import type { PageTranslate } from '../../../lib/extension-text.ts';
import { changeTicket, exportLedger, ownSummaries, ticketsNumbered } from '../../../lib/ledger/ledger-store.ts';
import { readExport } from '../../../lib/ledger/read-export.ts';
import type { LedgerSummaries } from '../../../lib/ledger/ticket-summary.ts';
import { mergeLedgers, smallestTeam } from '../../../lib/metrics/merge-ledgers.ts';
import { computeMetrics, filtered, type MetricsFilter, weeklyEscalations } from '../../../lib/metrics/metrics.ts';
import { metricsCsv, readScores } from '../../../lib/metrics/metrics-csv.ts';
import { askBackground } from '../../../lib/messages.ts';
import { askPush, hostAllowed, pushAllowed, returnPush } from '../../../lib/push-permission.ts';
import { changeSettings, forgetPushLog, readPushLog } from '../../../lib/storage.ts';
import { localize } from '../../../lib/text.ts';
import { download } from '../download.ts';
import type { OptionsContext, ShowOptionsPage } from '../options-page.ts';

let filter: MetricsFilter = {};
let team: readonly { readonly name: string; readonly ledger: LedgerSummaries }[] = [];
let said: readonly string[] = [];
let pushRefused = false;

export const show: ShowOptionsPage = async (context) => {
  const { t, language, loaded, redraw } = context;
  const own = await ownSummaries(systemClock.now()).catch((): LedgerSummaries | undefined => undefined);
  const all = mergeLedgers([...(own ? [own] : []), ...team.map(({ ledger }) => ledger)]);
  const tickets = filtered(all.tickets, filter);
  const coverage = { tickets: tickets.length, people: team.length ? all.peopleOf(tickets) : 1 };
  const metrics = computeMetrics(tickets);
  const withheld = team.length
    ? coverage.people < smallestTeam
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
      onFilter={(change) => {
        filter = change(filter);
        redraw();
      }}
      onFiles={(files) => void takeIn(files, t).then(redraw)}
      onForgetFiles={() => {
        team = [];
        said = [];
        redraw();
      }}
      onScores={(file) => void takeScores(file, t).then(redraw)}
      onScore={(ticket, score) => void takeScore(ticket, score, t).then(redraw)}
      onExport={(format) => {
        if (withheld) return;
        if (format === 'csv') download('handrail-metrics.csv', metricsCsv(metrics, coverage), 'text/csv');
        else download('handrail-metrics.json', JSON.stringify({ coverage, metrics }, null, 2), 'application/json');
      }}
      push={await pushSection(context)}
    />
  );
};

/** Where the policy names a collector: what would go there, and the person's own yes to that very address. */
async function pushSection({ t, language, loaded, settings, redraw }: OptionsContext) {
  const to = loaded?.policy.metrics.push;
  if (!to) return undefined;
  const { url, every } = to;
  const agreed = settings.push;
  const [allowed, hostWasAllowed, log, preview] = await Promise.all([
    pushAllowed(url),
    hostAllowed(url),
    readPushLog(),
    askBackground('push.preview', {}),
  ]);
  /** The browser asks in the click itself. Where its prompt closes this page, the yes is there already when it answers. */
  const switchOn = async (): Promise<void> => {
    const answer = askPush(url);
    await changeSettings({ push: { url, hostWasAllowed } });
    pushRefused = !(await answer);
    if (pushRefused) await changeSettings({ push: undefined });
  };
  const switchOff = async (): Promise<void> => {
    await changeSettings({ push: undefined });
    await returnPush(url, agreed?.hostWasAllowed ?? true);
  };
  const after = async (change: Promise<unknown>): Promise<void> => {
    await change.catch(() => undefined);
    await askBackground('push.look', {});
    redraw();
  };
  return (
    <PushSection
      t={t}
      language={language}
      url={url}
      every={every}
      on={agreed?.url === url && allowed}
      agreedTo={agreed && agreed.url !== url ? agreed.url : undefined}
      preview={preview?.body}
      log={log}
      refused={pushRefused}
      onSwitch={(on) => void after(on ? switchOn() : switchOff())}
      onSend={() => void after(askBackground('push.send', {}))}
      onForget={() => void after(forgetPushLog())}
    />
  );
}

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

async function takeScore(ticketId: string, csat: number, t: PageTranslate): Promise<void> {
  const found = await ticketsNumbered(ticketId);
  for (const { key } of found) await changeTicket(key, (ticket) => ({ ...ticket, csat }));
  said = [t(found.length ? 'metrics.scoreTyped' : 'metrics.scoreNoTicket', { ticket: ticketId, score: csat })];
}
