/** Answers the long questions about a draft off the main path: what can be proved of it, its tests, a backtest, and tickets to try it on. */
import { backtest } from '../../lib/backtest/backtest.ts';
import { provenFindings } from '../../lib/backtest/proven-findings.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { assess } from '../../lib/guidance/assess.ts';
import { allTickets } from '../../lib/ledger/ledger-store.ts';
import { runPolicyTests } from '../../lib/policy/run-tests.ts';
import { practiceCases } from '../../lib/practice/practice-cases.ts';
import { practiceWords } from '../../lib/practice/practice-words.ts';
import type { RuleAnswer, RuleQuestion } from './rule-work.ts';

addEventListener('message', ({ data }: MessageEvent<RuleQuestion>) => {
  void answer(data).then(
    (done): void => postMessage({ ok: true, done } satisfies RuleAnswer),
    (error: unknown): void => postMessage({ ok: false, problem: error instanceof Error ? error.message : String(error) } satisfies RuleAnswer),
  );
});

async function answer(question: RuleQuestion): Promise<unknown> {
  if (question.kind === 'check') return { findings: provenFindings(question.draft), tests: runPolicyTests(question.draft, assess) };
  if (question.kind === 'samples')
    return practiceCases(question.draft, practiceWords(pageTranslator(question.language)), question.language, question.now);
  return backtest(await allTickets(), question.inUse, question.draft);
}
