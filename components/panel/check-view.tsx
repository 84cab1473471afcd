/** Every field that was read, with its source; the agent can correct it or point at it on the page. */
import { useState } from 'preact/hooks';
import type { FieldRow } from '../../lib/guidance/field-rows.ts';
import type { Translate } from '../../lib/text.ts';
import type { PanelActions } from './models.ts';
import { trusted } from './trusted.ts';

export interface CheckViewProps {
  readonly rows: readonly FieldRow[];
  readonly t: Translate;
  readonly on: PanelActions;
  readonly onBack: () => void;
}

export function CheckView({ rows, t, on, onBack }: CheckViewProps) {
  const [editing, setEditing] = useState<string | undefined>(undefined);
  return (
    <div class="scroll">
      <section>
        <h2>
          {t('fields.title')}
          <button type="button" class="link" data-focus="back" onClick={onBack}>
            {t('panel.back')}
          </button>
        </h2>
        <dl class="fields">
          {rows.map((row) => (
            <div key={row.field} data-missing={row.value === undefined}>
              <dt>{row.label}</dt>
              <dd>
                {editing === row.field ? (
                  <FieldEditor
                    row={row}
                    t={t}
                    onSave={(value) => {
                      setEditing(undefined);
                      on.onCorrect(row.field, value);
                    }}
                    onCancel={() => setEditing(undefined)}
                  />
                ) : (
                  <>
                    <span class="value">{row.value ?? t('fields.notRead')}</span>
                    {row.source && <small>{row.source}</small>}
                    <span class="links">
                      {row.onPage && (
                        <button type="button" class="link" aria-label={`${t('panel.show')}: ${row.label}`} onClick={() => on.onShowField(row.field)}>
                          {t('panel.show')}
                        </button>
                      )}
                      {row.editable && (
                        <button type="button" class="link" aria-label={`${t('fields.correct')}: ${row.label}`} onClick={() => setEditing(row.field)}>
                          {t('fields.correct')}
                        </button>
                      )}
                      {row.editable && (
                        <button
                          type="button"
                          class="link"
                          aria-label={`${t('fields.teach')}: ${row.label}`}
                          onClick={trusted(() => on.onTeach(row.field))}
                        >
                          {t('fields.teach')}
                        </button>
                      )}
                      {row.corrected && (
                        <button type="button" class="link" onClick={trusted(() => on.onCorrect(row.field, undefined))}>
                          {t('fields.clear')}
                        </button>
                      )}
                    </span>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

interface FieldEditorProps {
  readonly row: FieldRow;
  readonly t: Translate;
  readonly onSave: (value: string) => void;
  readonly onCancel: () => void;
}

function FieldEditor({ row, t, onSave, onCancel }: FieldEditorProps) {
  const [value, setValue] = useState(row.value ?? '');
  return (
    <div class="form">
      <input type="text" aria-label={row.label} value={value} onInput={(event) => setValue(event.currentTarget.value)} />
      <div class="row">
        <button type="button" class="button primary" disabled={value.trim() === ''} onClick={trusted(() => onSave(value.trim()))}>
          {t('fields.save')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('escalate.cancel')}
        </button>
      </div>
    </div>
  );
}
