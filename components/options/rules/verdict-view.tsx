/** What the panel would show of a ticket under the draft: the same view, laid out for a page. */
import type { PageTranslate } from '../../../lib/extension-text.ts';
import type { PanelView, ReasonView } from '../../../lib/guidance/panel-view.ts';

export function VerdictView({ t, view }: { readonly t: PageTranslate; readonly view: PanelView }) {
  const { verdict } = view;
  return (
    <section class="verdict" aria-label={t('rules.result')}>
      <p class="soft">
        {view.header.title} {view.header.id}
      </p>
      <h3>
        <span class={`tier tier-${verdict.tier}`}>{verdict.badge}</span> {verdict.headline}
      </h3>
      <p>{verdict.sentence}</p>
      {verdict.future && <p class="soft">{verdict.future}</p>}
      {view.clocks.length > 0 && (
        <ul class="clocks">
          {view.clocks.map((clock) => (
            <li key={clock.name}>
              {clock.label}: <b>{clock.left}</b>
            </li>
          ))}
        </ul>
      )}
      <Group title={t('rules.reasons')} reasons={view.reasons} />
      <Group title={t('rules.unknowns')} reasons={view.unknown} />
      <Group title={t('rules.nearMisses')} reasons={view.nearMisses} />
    </section>
  );
}

function Group({ title, reasons }: { readonly title: string; readonly reasons: readonly ReasonView[] }) {
  if (reasons.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul class="reasons">
        {reasons.map((reason) => (
          <li key={reason.rule}>
            <b>{reason.title}</b>{' '}
            {[...new Set(reason.evidence.flatMap(({ quote }) => quote ?? []))].slice(0, 3).map((quote) => (
              <q key={quote}>{quote}</q>
            ))}
            <small>{reason.detail}</small>
            {reason.conditions.map((condition) => (
              <code key={condition}>{condition}</code>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
