/** Every field that was read, with its source; the agent can correct it or point at it on the page. */
import { useState } from 'preact/hooks';
import type { FieldEdit, FieldRow } from '../../lib/guidance/field-rows.ts';
import type { Translate } from '../../lib/text.ts';
import { formKeys } from './form-keys.ts';
import type { PanelActions, PanelProps } from './models.ts';
import { trusted } from './trusted.ts';

export interface CheckViewProps {
  readonly rows: readonly FieldRow[];
  readonly t: Translate;
  readonly on: PanelActions;
  readonly onBack: () => void;
  readonly api?: PanelProps['api'];
}

export function CheckView({ rows, t, on, onBack, api }: CheckViewProps) {
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
                {row.edit && editing === row.field ? (
                  <FieldEditor
                    row={row}
                    edit={row.edit}
                    t={t}
                    onSave={(value) => {
                      setEditing(undefined);
                      on.onCorrect(row.field, value);
                    }}
                    {...(on.onTeach && {
                      onTeach: () => {
                        setEditing(undefined);
                        on.onTeach?.(row.field);
                      },
                    })}
                    onCancel={() => setEditing(undefined)}
                  />
                ) : (
                  <>
                    <span class="value">{row.value ?? t('fields.notRead')}</span>
                    <span class="links">
                      {row.onPage && (
                        <button type="button" class="link" aria-label={`${t('panel.show')}: ${row.label}`} onClick={() => on.onShowField(row.field)}>
                          {t('panel.show')}
                        </button>
                      )}
                      {row.value === undefined && on.onTeach && (
                        <button
                          type="button"
                          class="link"
                          aria-label={`${t('fields.teach')}: ${row.label}`}
                          onClick={trusted(() => on.onTeach?.(row.field))}
                        >
                          {t('fields.teach')}
                        </button>
                      )}
                      {row.edit && (
                        <button type="button" class="link" aria-label={`${t('fields.correct')}: ${row.label}`} onClick={() => setEditing(row.field)}>
                          {t('fields.correct')}
                        </button>
                      )}
                    </span>
                    {row.source && <small>{row.source}</small>}
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <AnotherField t={t} onCorrect={on.onCorrect} {...(on.onTeach && { onTeach: on.onTeach })} />
      {api && on.onApi && <ApiSwitch api={api} t={t} onApi={on.onApi} />}
      <section>
        <h2>{t('report.title')}</h2>
        <p id="handrail-report">
          <small>{t('report.says')}</small>
        </p>
        <div class="row">
          <button type="button" class="button" aria-describedby="handrail-report" onClick={trusted(on.onReport)}>
            {t('report.save')}
          </button>
        </div>
      </section>
    </div>
  );
}

/** Fields that no product has by itself, such as a customer tier. */
function AnotherField({
  t,
  onCorrect,
  onTeach,
}: {
  readonly t: Translate;
  readonly onCorrect: PanelActions['onCorrect'];
  readonly onTeach?: (field: string) => void;
}) {
  const [label, setLabel] = useState('');
  const [value, setValue] = useState('');
  const name = label.trim();
  const typed = value.trim();
  const save = (): void => {
    if (name === '' || typed === '') return;
    onCorrect(`custom:${name}`, typed);
    clear();
  };
  const clear = (): void => {
    setLabel('');
    setValue('');
  };
  return (
    <section>
      <h2>{t('teach.another')}</h2>
      <div class="form" onKeyDown={name || value ? formKeys(save, clear) : undefined}>
        <input
          type="text"
          aria-label={t('teach.name')}
          placeholder={t('teach.nameExample')}
          value={label}
          onInput={(event) => setLabel(event.currentTarget.value)}
        />
        <input
          type="text"
          aria-label={t('teach.value')}
          placeholder={t('teach.value')}
          value={value}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
        <div class="row">
          <button type="button" class="button" disabled={name === '' || typed === ''} onClick={trusted(save)}>
            {t('fields.save')}
          </button>
          {onTeach && (
            <button type="button" class="button" disabled={name === ''} onClick={trusted(() => onTeach(`custom:${name}`))}>
              {t('fields.teach')}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

interface ApiSwitchProps {
  readonly api: NonNullable<PanelProps['api']>;
  readonly t: Translate;
  readonly onApi: (allowed: boolean) => void;
}

function ApiSwitch({ api, t, onApi }: ApiSwitchProps) {
  return (
    <section class="api">
      <label>
        <input type="checkbox" checked={api.allowed} aria-describedby="handrail-api" onChange={trusted(() => onApi(!api.allowed))} />{' '}
        {t('api.allow', { helpdesk: api.helpdesk })}
      </label>
      <p id="handrail-api">
        <small>{t('api.reads', { site: api.site })}</small>
      </p>
      {api.allowed && api.refused && <p role="status">{t('api.refused', { helpdesk: api.helpdesk })}</p>}
    </section>
  );
}

interface FieldEditorProps {
  readonly row: FieldRow;
  readonly edit: FieldEdit;
  readonly t: Translate;
  /** `undefined` = back to the page's value. */
  readonly onSave: (value: string | undefined) => void;
  readonly onTeach?: () => void;
  readonly onCancel: () => void;
}

function FieldEditor({ row, edit, t, onSave, onTeach, onCancel }: FieldEditorProps) {
  const [value, setValue] = useState(edit.value);
  const save = (): void => {
    if (value.trim() !== '') onSave(value.trim());
  };
  return (
    <div class="form" onKeyDown={formKeys(save, onCancel)}>
      {edit.choices ? (
        <select aria-label={row.label} value={value} onChange={(event) => setValue(event.currentTarget.value)}>
          {edit.choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...(edit.kind === 'instant' ? { type: 'datetime-local' } : { type: 'text' })}
          aria-label={row.label}
          value={value}
          onInput={(event: Event) => setValue((event.currentTarget as HTMLInputElement).value)}
        />
      )}
      <div class="row">
        <button type="button" class="button primary" disabled={value.trim() === ''} onClick={trusted(save)}>
          {t('fields.save')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('escalate.cancel')}
        </button>
      </div>
      <div class="row">
        {onTeach && (
          <button type="button" class="link" onClick={trusted(() => onTeach())}>
            {t('fields.teach')}
          </button>
        )}
        {row.corrected && (
          <button type="button" class="link" onClick={trusted(() => onSave(undefined))}>
            {t('fields.clear')}
          </button>
        )}
      </div>
    </div>
  );
}
