/** The rules of the draft. What takes long is asked of a worker after each change; the ledger is read once for each visit. */
import { useEffect, useState } from 'preact/hooks';
import type { BacktestState } from '../../../components/options/rules/backtest-view.tsx';
import type { CheckState } from '../../../components/options/rules/checks-table.tsx';
import { RulesPage, type RulesPageProps } from '../../../components/options/rules/rules-page.tsx';
import '../../../components/options/rules/rules.css';
import type { OpenTicket, Trial } from '../../../components/options/rules/try-it.tsx';
import { systemClock } from '../../../lib/clock.ts';
import { factWord } from '../../../lib/rules/fact-words.ts';
import type { LedgerTicket } from '../../../lib/ledger/ledger-record.ts';
import { allTickets } from '../../../lib/ledger/ledger-store.ts';
import { weeklyEscalations } from '../../../lib/metrics/metrics.ts';
import { ruleFiring } from '../../../lib/metrics/rule-firing.ts';
import { openTicket } from '../../../lib/open-ticket.ts';
import type { LoadedPolicy } from '../../../lib/policy/loaded-policy.ts';
import type { PracticeCase } from '../../../lib/practice/practice-cases.ts';
import { readSeen } from '../../../lib/storage.ts';
import { draftBase } from '../draft-base.ts';
import type { OptionsContext, ShowPolicyPage } from '../options-page.ts';
import { askWorker } from '../rule-work.ts';
import { openTickets, sampleTickets, testTickets, tryOn } from '../try-draft.ts';

const dayMs = 24 * 60 * 60 * 1000;
const firingDays = 30;

type Context = Parameters<ShowPolicyPage>[0];

export const show: ShowPolicyPage = (context) => (context.loaded ? <RulesScreen {...context} loaded={context.loaded} /> : null);

function RulesScreen({ t, language, editor, loaded }: Context & { readonly loaded: NonNullable<OptionsContext['loaded']> }) {
  const { checked, changed, sought } = editor;
  const tickets = useLedger();
  const checks = useChecks(checked);
  const [backtest, runBacktest] = useBacktest(loaded, changed ? checked : undefined);
  const tryIt = useTrial({ t, language, editor, checked });
  const now = systemClock.now();
  return (
    <RulesPage
      t={t}
      language={language}
      editor={editor}
      base={draftBase(editor.draft, checked?.policy ?? loaded.policy)}
      firing={tickets && ruleFiring(tickets, now - firingDays * dayMs)}
      weeks={weeklyEscalations(tickets ?? [])}
      checks={checks}
      backtest={{
        backtest,
        older: editor.problems.length > 0,
        now,
        factWord: (fact) => factWord(fact, { t }),
        onTicket: ({ key, origin }) => void readSeen(key).then((seen) => openTicket({ origin }, seen?.url)),
      }}
      onBacktest={runBacktest}
      tryIt={tryIt}
      sought={soughtRule(sought, editor.draft.rules ?? [])}
    />
  );
}

/** The rule that the address names, as in `#rules/vip`, or in which a problem was looked for. */
function soughtRule(path: string | undefined, rules: readonly { readonly id: string }[]): string | undefined {
  const place = /^rules\[(\d+)\]/.exec(path ?? '')?.[1];
  if (place !== undefined) return rules[Number(place)]?.id;
  const named = decodeURIComponent(location.hash.split('/')[1] ?? '');
  return rules.some(({ id }) => id === named) ? named : undefined;
}

/** undefined while it is read, and where the browser cannot read it. */
function useLedger(): readonly LedgerTicket[] | undefined {
  const [tickets, setTickets] = useState<readonly LedgerTicket[]>();
  useEffect(() => void allTickets().then(setTickets, () => undefined), []);
  return tickets;
}

function useChecks(draft: LoadedPolicy | undefined): CheckState {
  const [checks, setChecks] = useState<CheckState>({ state: 'running' });
  useEffect(() => {
    if (!draft) return;
    setChecks({ state: 'running' });
    askWorker<'check'>({ kind: 'check', draft }, (answer) =>
      setChecks(answer.ok ? { state: 'done', ...answer.done } : { state: 'stopped', problem: answer.problem }),
    );
  }, [draft]);
  return checks;
}

/** Runs by itself while the draft says something else than the policy in use. */
function useBacktest(inUse: LoadedPolicy, draft: LoadedPolicy | undefined): readonly [BacktestState, () => void] {
  const [state, setState] = useState<BacktestState>({ state: 'idle' });
  const run = (): void => {
    if (!draft) {
      setState({ state: 'idle' });
      return;
    }
    setState({ state: 'running' });
    askWorker<'backtest'>({ kind: 'backtest', inUse, draft }, (answer) =>
      setState(answer.ok ? { state: 'done', result: answer.done } : { state: 'stopped', problem: answer.problem }),
    );
  };
  useEffect(run, [inUse.loadedAt, draft]);
  return [state, run];
}

function useTrial({
  t,
  language,
  editor,
  checked,
}: Pick<Context, 't' | 'language' | 'editor'> & { readonly checked: LoadedPolicy | undefined }): RulesPageProps['tryIt'] {
  const [open, setOpen] = useState<readonly OpenTicket[]>();
  const [chosen, setChosen] = useState<string>();
  const [trial, setTrial] = useState<Trial>({ state: 'idle' });
  const [cases, setCases] = useState<readonly PracticeCase[]>();
  const context = { t, language, now: systemClock.now() };
  useEffect(() => {
    if (chosen === undefined || !checked) return undefined;
    let current = true;
    setTrial({ state: 'running' });
    void tryOn(chosen, checked, cases ?? [], context).then((result) => current && setTrial(result));
    return () => {
      current = false;
    };
  }, [chosen, checked, language]);
  return {
    open,
    samples: checked && cases ? sampleTickets(cases, checked, context) : [],
    tests: checked ? testTickets(checked) : [],
    chosen,
    trial,
    older: editor.problems.length > 0,
    onLook: () => {
      void openTickets(t).then(setOpen);
      if (checked && !cases)
        askWorker<'samples'>({ kind: 'samples', draft: checked, language, now: context.now }, (answer) => answer.ok && setCases(answer.done));
    },
    onChoose: setChosen,
  };
}
