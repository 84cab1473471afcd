/** A short tour of the panel: what each part is for, one card at a time, with the part itself framed. It does not take the focus. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TextKey, Translate } from '../../lib/text.ts';
import { trusted } from './trusted.ts';

/** Title, words, and the part: the last that fits. */
const stops = [
  ['tour.verdict', 'tour.verdictText', '.verdict'],
  ['tour.why', 'tour.whyText', '.why'],
  ['tour.marks', 'tour.marksText', '.fold, section > .chips'],
  ['tour.handoff', 'tour.handoffText', '#tab-handoff'],
  ['tour.check', 'tour.checkText', '[data-focus=check]'],
] as const satisfies readonly (readonly [TextKey, TextKey, string])[];

export function Tour({ t, onEnd }: { readonly t: Translate; readonly onEnd: () => void }) {
  const [stop, setStop] = useState(0);
  const card = useRef<HTMLElement>(null);
  const [title, text, place] = stops[stop] ?? stops[0];
  const last = stop === stops.length - 1;
  useEffect(() => {
    const part = [...(card.current?.closest('.frame')?.querySelectorAll<HTMLElement>(place) ?? [])].at(-1);
    part?.toggleAttribute('data-toured', true);
    // the first card comes by itself, and nothing that was not asked for moves
    if (stop > 0) part?.scrollIntoView({ block: 'nearest' });
    return () => part?.removeAttribute('data-toured');
  }, [place]);
  return (
    <section ref={card} class="tour" aria-label={t('tour.label')}>
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
