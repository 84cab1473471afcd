/** Why: the rules that fired, and on demand those that did not or cannot be judged. */
import type { PanelView } from '../../lib/guidance/panel-view.ts';
import type { Translate } from '../../lib/text.ts';
import { Folding } from './folding.tsx';
import type { PanelActions } from './models.ts';
import { ReasonRow } from './reason-row.tsx';
import { Section } from './section.tsx';

/** More rows than this hide the first ones' point. */
const reasonsShown = 4;

export function Reasons({ view, t, on }: { readonly view: PanelView; readonly t: Translate; readonly on: PanelActions }) {
  const { reasons, nearMisses, nearMissCount, unknown, unknownCount } = view;
  const unfired = [...unknown, ...nearMisses];
  const unfiredCount = unknownCount + nearMissCount;
  if (reasons.length + unfiredCount === 0) return null;
  const hint = view.prompting !== 'silent';
  return (
    <Section title={t('panel.why')}>
      <Folding
        rows={reasons.map((reason) => <ReasonRow key={reason.rule} reason={reason} hint={hint} t={t} onShow={on.onShow} />)}
        list="why"
        shown={reasonsShown}
        more={(n) => t('panel.moreReasons', { n })}
      />
      {unfiredCount > 0 && (
        <details class="more unfired">
          <summary>
            {[unknownCount > 0 && t('panel.unknowns', { n: unknownCount }), nearMissCount > 0 && t('panel.nearMisses', { n: nearMissCount })]
              .filter(Boolean)
              .join(' · ')}
          </summary>
          <ul class="why">
            {unfired.map((reason) => (
              <ReasonRow key={reason.rule} reason={reason} hint={false} t={t} onShow={on.onShow} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
