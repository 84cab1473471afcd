/** After pointing: what would be read here, and whether that is right. On the next ticket the same question again, once. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../lib/text.ts';
import { trusted } from './trusted.ts';

export interface TeachQuestionModel {
  readonly label: string;
  /** What is read from the place on this page. */
  readonly value: string;
  /** `new`: just pointed at. `again`: taught on another ticket. */
  readonly stage: 'new' | 'again';
}

export interface TeachQuestionProps {
  readonly question: TeachQuestionModel;
  readonly t: Translate;
  readonly onAnswer: (right: boolean) => void;
  readonly onRetry?: () => void;
}

export function TeachQuestion({ question, t, onAnswer, onRetry }: TeachQuestionProps) {
  const { label, value, stage } = question;
  const first = useRef<HTMLButtonElement>(null);
  // A person who just pointed at the page goes on here, before the next key; a question about another ticket takes no focus.
  useLayoutEffect(() => {
    if (stage === 'new') first.current?.focus();
  }, [stage, label, value]);
  return (
    <section class="notice teach" role="group" aria-label={t('teach.question')}>
      <p>
        {t(stage === 'new' ? 'teach.readsHere' : 'teach.readsAgain', { field: label })} <b>{value}</b>
      </p>
      <div class="row">
        <button ref={first} type="button" class="button primary" onClick={trusted(() => onAnswer(true))}>
          {t('teach.right')}
        </button>
        {stage === 'new' && onRetry ? (
          <button type="button" class="button" onClick={trusted(() => onRetry())}>
            {t('teach.retry')}
          </button>
        ) : null}
        <button type="button" class="button" onClick={trusted(() => onAnswer(false))}>
          {t(stage === 'new' ? 'escalate.cancel' : 'teach.forget')}
        </button>
      </div>
    </section>
  );
}
