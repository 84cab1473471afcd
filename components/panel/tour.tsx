/** A short tour of the panel: what each part is for, one card at a time. It does not take the focus. */
import { useState } from 'preact/hooks';
import type { TextKey, Translate } from '../../lib/text.ts';
import { trusted } from './trusted.ts';

const stops: readonly (readonly [TextKey, TextKey])[] = [
  ['tour.verdict', 'tour.verdictText'],
  ['tour.why', 'tour.whyText'],
  ['tour.marks', 'tour.marksText'],
  ['tour.handoff', 'tour.handoffText'],
  ['tour.check', 'tour.checkText'],
];

export function Tour({ t, onEnd }: { readonly t: Translate; readonly onEnd: () => void }) {
  const [stop, setStop] = useState(0);
  const [title, text] = stops[stop] ?? (['tour.verdict', 'tour.verdictText'] as const);
  const last = stop === stops.length - 1;
  return (
    <section class="tour" aria-label={t('tour.label')}>
      <h2>
        {t(title)}
        <span>{t('tour.place', { n: stop + 1, all: stops.length })}</span>
      </h2>
      <p>{t(text)}</p>
      <div class="row">
        <button type="button" class="button primary" onClick={trusted(() => (last ? onEnd() : setStop(stop + 1)))}>
          {t(last ? 'tour.done' : 'tour.next')}
        </button>
        {!last && (
          <button type="button" class="link" onClick={trusted(onEnd)}>
            {t('tour.skip')}
          </button>
        )}
      </div>
    </section>
  );
}
