/** What the draft would have said of seen tickets: in a sentence before publishing, and as a list with the reasons. */
import { type Backtest, type Move, moveGroups, type MoveReason } from '../../../lib/backtest/backtest.ts';
import type { PageTextKey, PageTranslate } from '../../../lib/extension-text.ts';
import { instantText } from '../../../lib/text/format.ts';

export type BacktestState =
  | { readonly state: 'idle' | 'running' }
  | { readonly state: 'stopped'; readonly problem: string }
  | { readonly state: 'done'; readonly result: Backtest };

export interface BacktestProps {
  readonly t: PageTranslate;
  readonly language: string;
  readonly backtest: BacktestState;
  /** The draft has problems, so what is told is of the last one without. */
  readonly older: boolean;
  /** Title of a rule, old or new. */
  readonly titleOf: (rule: string) => string;
  readonly factWord: (fact: string) => string;
  readonly onTicket: (ticket: { readonly key: string; readonly origin: string }) => void;
  readonly now: number;
}

/** So many rows are drawn; the rest is a number. */
const mostRows = 100;

/** The sentence before publishing. */
export function BacktestBanner({
  t,
  backtest,
  older,
  open,
  onOpen,
}: Pick<BacktestProps, 't' | 'backtest' | 'older'> & { readonly open: boolean; readonly onOpen: (open: boolean) => void }) {
  if (backtest.state !== 'done' || backtest.result.seen === 0) return null;
  const { seen, moves, unjudged } = backtest.result;
  return (
    <p class="note before" role="status">
      <b>{t(older ? 'rules.backtestOlder' : 'rules.beforePublish')}</b> {t('rules.ofLast', { seen })}{' '}
      {moves.length === 0
        ? t('rules.noMoves')
        : moveGroups(moves)
            .slice(0, 3)
            .map(({ from, to, count }) => t('rules.moves', { count, from, to }))
            .join(', ')}
      {t('rules.sentenceEnd')} {unjudged.length > 0 && `${t('rules.cannotJudge', { count: unjudged.length })} `}
      {(moves.length > 0 || unjudged.length > 0) && (
        <button type="button" class="link" aria-expanded={open} onClick={() => onOpen(!open)}>
          {t(open ? 'rules.hideThem' : 'rules.seeThem')}
        </button>
      )}
    </p>
  );
}

export function BacktestView(props: BacktestProps) {
  const { t, backtest, older, titleOf } = props;
  return (
    <section class="backtest" aria-busy={backtest.state === 'running'}>
      <h2>{t('rules.backtest')}</h2>
      {older && <p class="note">{t('rules.triesOlder')}</p>}
      {backtest.state === 'running' && <p role="status">{t('rules.backtestRunning')}</p>}
      {backtest.state === 'idle' && <p>{t('rules.backtestIdle')}</p>}
      {backtest.state === 'stopped' && <p class="trouble">{t('rules.check.stopped', { problem: backtest.problem })}</p>}
      {backtest.state === 'done' && backtest.result.seen === 0 && <p>{t('rules.backtestEmpty', { neverOpen: backtest.result.neverOpen })}</p>}
      {backtest.state === 'done' && backtest.result.seen > 0 && (
        <>
          <p class="soft">
            {t('rules.backtestAbout', { seen: backtest.result.seen, neverOpen: backtest.result.neverOpen, other: backtest.result.otherVersion })}
          </p>
          <Moves {...props} result={backtest.result} />
          <UnjudgedList {...props} result={backtest.result} />
          {backtest.result.rules.length > 0 && (
            <div class="wide">
              <table>
                <caption>{t('rules.ruleCounts')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('rules.rule')}</th>
                    <th scope="col">{t('rules.firesBefore')}</th>
                    <th scope="col">{t('rules.firesAfter')}</th>
                    <th scope="col">{t('rules.notJudged')}</th>
                  </tr>
                </thead>
                <tbody>
                  {backtest.result.rules.map(({ rule, before, after, unknown }) => (
                    <tr key={rule}>
                      <th scope="row">{titleOf(rule)}</th>
                      <td>{before}</td>
                      <td>{after}</td>
                      <td>{unknown}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </section>
  );
}

type WithResult = BacktestProps & { readonly result: Backtest };

function Moves({ t, language, result, titleOf, onTicket, now }: WithResult) {
  if (result.moves.length === 0) return <p>{t('rules.noneMoves')}</p>;
  return (
    <div class="wide">
      <table>
        <caption>{t('rules.movesTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rules.ticket')}</th>
            <th scope="col">{t('rules.today')}</th>
            <th scope="col">{t('rules.then2')}</th>
            <th scope="col">{t('rules.because')}</th>
          </tr>
        </thead>
        <tbody>
          {result.moves.slice(0, mostRows).map((move) => (
            <tr key={move.key}>
              <th scope="row">
                <button type="button" class="link" onClick={() => onTicket(move)}>
                  #{move.ticketId}
                </button>
                <br />
                <small class="soft">{instantText(Date.parse(move.at), { t, language, now })}</small>
              </th>
              <td>
                <span class={`tier tier-${move.from}`}>{t('tier.short', { tier: move.from })}</span>
              </td>
              <td>
                <span class={`tier tier-${move.to}`}>{t('tier.short', { tier: move.to })}</span>
              </td>
              <td>
                {move.because.map((reason) => (
                  <Because key={reason.rule} t={t} reason={reason} move={move} titleOf={titleOf} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {result.moves.length > mostRows && <p class="soft">{t('rules.andMore', { count: result.moves.length - mostRows })}</p>}
    </div>
  );
}

const howTexts: Readonly<Record<MoveReason['how'], PageTextKey>> = { fires: 'rules.how.fires', silent: 'rules.how.silent', gone: 'rules.how.gone' };
const signs = { yes: '✓', no: '✗', unknown: '?' } as const;

function Because({
  t,
  reason,
  titleOf,
}: {
  readonly t: PageTranslate;
  readonly reason: MoveReason;
  readonly move: Move;
  readonly titleOf: (rule: string) => string;
}) {
  return (
    <details>
      <summary>{t(howTexts[reason.how], { rule: titleOf(reason.rule) })}</summary>
      <ul class="trace">
        {reason.conditions.map(({ text, outcome, actual }) => (
          <li key={text}>
            <span aria-hidden="true">{signs[outcome]}</span> <span class="hidden">{t(`rules.outcome.${outcome}`)}:</span> <code>{text}</code>
            {actual !== undefined && <span class="soft"> {t('rules.found', { actual })}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function UnjudgedList({ t, result, titleOf, factWord, onTicket }: WithResult) {
  if (result.unjudged.length === 0) return null;
  const missingOf = new Map<string, { facts: Set<string>; tickets: number }>();
  for (const { rules } of result.unjudged)
    for (const { rule, missing } of rules) {
      const known = missingOf.get(rule) ?? { facts: new Set<string>(), tickets: 0 };
      known.tickets++;
      for (const fact of missing) known.facts.add(fact);
      missingOf.set(rule, known);
    }
  return (
    <details class="unjudged">
      <summary>{t('rules.cannotJudge', { count: result.unjudged.length })}</summary>
      <p>{t('rules.cannotJudgeWhy')}</p>
      <ul>
        {[...missingOf].map(([rule, { facts, tickets }]) => (
          <li key={rule}>{t('rules.missingOf', { rule: titleOf(rule), facts: [...facts].map(factWord).join(', '), count: tickets })}</li>
        ))}
      </ul>
      <p>
        {result.unjudged.slice(0, mostRows).map((ticket) => (
          <button type="button" class="link" key={ticket.key} onClick={() => onTicket(ticket)}>
            #{ticket.ticketId}
          </button>
        ))}
        {result.unjudged.length > mostRows && t('rules.andMore', { count: result.unjudged.length - mostRows })}
      </p>
    </details>
  );
}
