/** The sentence of a rule as text, with its problems underlined and listed below, each with the word that was meant. */
import { useEffect, useRef } from 'preact/hooks';
import type { PageTranslate } from '../../../lib/extension-text.ts';
import type { RuleContext } from '../../../lib/rules/context.ts';
import { problemText, type RuleProblem } from '../../../lib/rules/problem.ts';
import { useTextEditor } from '../text-editor.ts';
import { problemsTransaction, ruleTextState } from './rule-text-setup.ts';

export interface RuleTextProps {
  readonly t: PageTranslate;
  readonly label: string;
  readonly text: string;
  readonly context: RuleContext;
  /** Of exactly this text. */
  readonly problems: readonly RuleProblem[];
  readonly onText: (text: string) => void;
  /** Where a link to a problem of the rule leads. */
  readonly path?: string;
}

export function RuleText({ t, label, text, context, problems, onText, path }: RuleTextProps) {
  const now = useRef({ context, onText });
  now.current = { context, onText };
  const { place, view, about, replace } = useTextEditor(
    text,
    (describedBy) =>
      ruleTextState(text, {
        label,
        describedBy,
        context: () => now.current.context,
        onText: (typed) => now.current.onText(typed),
        phrases: {
          Completions: t('rules.completions'),
          Diagnostics: t('rules.problems'),
          'No diagnostics': t('rules.noProblems'),
          close: t('rules.close'),
        },
      }),
    [label],
  );
  useEffect(() => {
    const made = view.current;
    if (!made || made.state.doc.toString() !== text) return;
    const say = (problem: RuleProblem): string => problemText(problem, t);
    made.dispatch(problemsTransaction(made.state, problems, say, (nearest) => t('rules.useWord', { word: nearest })));
    made.contentDOM.setAttribute('aria-invalid', String(problems.length > 0));
    if (about.current) about.current.textContent = [t('rules.textHelp'), ...problems.map(say)].join(' ');
  }, [text, problems, label]);
  return (
    <div class="rule-text">
      <div ref={place} data-own-undo data-path={path} />
      <small class="help">{t('rules.textHelp')}</small>
      <ul class="text-problems" aria-live="polite">
        {problems.map((problem) => (
          <li key={`${problem.start} ${problem.code}`}>
            <span>{t('rules.problemAt', { line: problem.line, column: problem.column, problem: problemText(problem, t) })}</span>
            {problem.nearest !== undefined && (
              <button type="button" class="link" onClick={() => replace(problem.start, problem.end, problem.nearest ?? '')}>
                {t('rules.useWord', { word: problem.nearest })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
