/** Messages to the customer and to colleagues: chosen, edited, checked, copied. */
import type { Translate } from '../../lib/text.ts';
import { Section } from './section.tsx';
import type { MessagesModel, PanelActions } from './models.ts';
import { trusted } from './trusted.ts';

export function MessageTab({ model, t, on }: { readonly model: MessagesModel | undefined; readonly t: Translate; readonly on: PanelActions }) {
  if (!model || model.choices.length === 0) return <section class="empty">{t('message.none')}</section>;
  const { selected } = model;
  const toCustomer = model.choices.find((choice) => choice.id === selected)?.audience === 'customer';
  const to = { customer: t('message.toCustomer'), colleague: t('message.toColleagues') };
  return (
    <>
      <section>
        <div class="form">
          <label>
            <span>{to[toCustomer ? 'customer' : 'colleague']}</span>
            <select value={selected} onChange={(event) => on.onMessage(event.currentTarget.value)}>
              {(['customer', 'colleague'] as const).map((audience) => (
                <optgroup key={audience} label={to[audience]}>
                  {model.choices
                    .filter((choice) => choice.audience === audience)
                    .map((choice) => (
                      <option key={choice.id} value={choice.id}>
                        {choice.label}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </label>
          <label>
            <span>{t('message.text')}</span>
            <textarea rows={10} lang={model.language} value={model.text} onInput={(event) => on.onEditMessage(selected, event.currentTarget.value)} />
          </label>
        </div>
        <div class="row">
          <button type="button" class="button primary" onClick={trusted(() => on.onCopyMessage(selected))}>
            {t('message.copy')}
          </button>
          <button type="button" class="button" onClick={trusted(() => on.onInsertMessage(selected))}>
            {t(toCustomer ? 'message.insert' : 'message.insertNote')}
          </button>
          {model.edited && (
            <button type="button" class="link" onClick={trusted(() => on.onEditMessage(selected, undefined))}>
              {t('message.reset')}
            </button>
          )}
        </div>
      </section>
      <Section title={t('message.checks')}>
        {model.warnings.length === 0 ? (
          <p class="after">{t('message.clean')}</p>
        ) : (
          <ul class="warnings">
            {[...new Set(model.warnings)].map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
