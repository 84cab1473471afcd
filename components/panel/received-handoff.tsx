/** A handoff that arrived with this ticket: at a glance, with a three-line read-back or a coded bounce. */
import { useState } from 'preact/hooks';
import type { TextKey, Translate } from '../../lib/text.ts';
import { BouncePicker } from './escalate-flow.tsx';
import type { PanelActions, ReadBack, ReceivedModel } from './models.ts';
import { trusted } from './trusted.ts';

export interface ReceivedHandoffProps {
  readonly model: ReceivedModel;
  readonly t: Translate;
  readonly on: PanelActions;
}

const questions: readonly (readonly [keyof ReadBack, TextKey])[] = [
  ['problem', 'received.problem'],
  ['tried', 'received.tried'],
  ['next', 'received.next'],
];

export function ReceivedHandoff({ model, t, on }: ReceivedHandoffProps) {
  const [open, setOpen] = useState<'read-back' | 'bounce' | undefined>(undefined);
  const [lines, setLines] = useState<ReadBack>({ problem: '', tried: '', next: '' });
  const close = (): void => setOpen(undefined);
  return (
    <section class="received">
      <strong>{model.title}</strong>
      <p class="after">{model.lines.join(' · ')}</p>
      {model.confirmed && <p class="after">{t('received.confirmed')}</p>}
      <div class="row">
        <button
          type="button"
          class="button"
          aria-expanded={open === 'read-back'}
          onClick={() => setOpen(open === 'read-back' ? undefined : 'read-back')}
        >
          {t('received.readBack')}
        </button>
        <button type="button" class="button" aria-expanded={open === 'bounce'} onClick={() => setOpen(open === 'bounce' ? undefined : 'bounce')}>
          {t('received.bounce')}
        </button>
      </div>
      {open === 'bounce' && (
        <BouncePicker
          t={t}
          onPick={(reason) => {
            close();
            on.onReturned(reason);
          }}
        />
      )}
      {open === 'read-back' && (
        <div class="form">
          {questions.map(([id, key]) => (
            <label key={id}>
              <span>{t(key)}</span>
              <input type="text" value={lines[id]} onInput={(event) => setLines({ ...lines, [id]: event.currentTarget.value })} />
            </label>
          ))}
          <div class="row">
            <button
              type="button"
              class="button primary"
              disabled={Object.values(lines).some((line: string) => line.trim() === '')}
              onClick={trusted(() => {
                close();
                on.onReadBack(lines);
              })}
            >
              {t('received.copy')}
            </button>
            <button type="button" class="button" onClick={close}>
              {t('escalate.cancel')}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
