/** Helpdesk exports: choose a system, see the files, the numbers to fill in, and what the system cannot say with what to do instead. */
import type { PageTranslate } from '../../lib/extension-text.ts';
import { type ExportFile, type HelpdeskExport, SYSTEMS, type System } from '../../lib/exports/helpdesk-export.ts';

export interface ExportsPageProps {
  readonly t: PageTranslate;
  readonly system: System;
  /** undefined while there is no policy without problems. */
  readonly made: HelpdeskExport | undefined;
  /** The draft is newer and has problems. */
  readonly waiting: boolean;
  readonly ids: Readonly<Record<string, string>>;
  readonly said: string | undefined;
  readonly onSystem: (system: System) => void;
  readonly onId: (key: string, value: string) => void;
  readonly onCopy: (file: ExportFile) => void;
  readonly onSave: (file: ExportFile) => void;
}

export function ExportsPage(props: ExportsPageProps) {
  const { t, system, made, waiting, said, onSystem } = props;
  return (
    <div class="exports">
      <p class="quiet lead">{t('exports.lead')}</p>
      <fieldset class="systems">
        <legend>{t('exports.choose')}</legend>
        {SYSTEMS.map((one) => (
          <label key={one}>
            <input type="radio" name="system" value={one} checked={one === system} onChange={() => onSystem(one)} />
            {t(`exports.system.${one}`)}
          </label>
        ))}
      </fieldset>
      {waiting && <p class="note">{t('exports.waiting')}</p>}
      <p role="status" class="said">
        {said}
      </p>
      {made ? <Made {...props} made={made} /> : <p class="note">{t('exports.none')}</p>}
    </div>
  );
}

function Made({ t, system, made, ids, onId, onCopy, onSave }: ExportsPageProps & { readonly made: HelpdeskExport }) {
  const name = t(`exports.system.${system}`);
  return (
    <>
      {made.notes.length > 0 && (
        <div class="note">
          <b>{t('exports.notes')}</b>
          <ul>
            {made.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      {made.ids.length > 0 && (
        <fieldset class="ids">
          <legend>{t('exports.ids')}</legend>
          <small class="help">{t('exports.idsHelp')}</small>
          <div>
            {made.ids.map(({ key, label, placeholder }) => (
              <label key={key}>
                {label}
                <input
                  type="text"
                  maxLength={60}
                  placeholder={placeholder}
                  value={ids[key] ?? ''}
                  onInput={(event) => onId(key, event.currentTarget.value)}
                />
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <h2>{t('exports.files')}</h2>
      {made.files.length === 0 && <p>{t('exports.noFiles', { system: name })}</p>}
      {made.files.map((file) => (
        <article key={file.name} class="export-file">
          <h3>{file.name}</h3>
          {file.request !== undefined && (
            <p class="quiet">{t(file.text.startsWith('[') ? 'exports.request' : 'exports.requestOne', { request: file.request })}</p>
          )}
          <div class="actions">
            <button type="button" class="button primary" aria-label={t('exports.saveOf', { name: file.name })} onClick={() => onSave(file)}>
              {t('exports.save')}
            </button>
            <button type="button" class="button" aria-label={t('exports.copyOf', { name: file.name })} onClick={() => onCopy(file)}>
              {t('exports.copy')}
            </button>
          </div>
          {/* oxlint-disable-next-line jsx_a11y/no-noninteractive-tabindex -- a long text is scrolled with the keyboard */}
          <pre tabIndex={0}>{file.text}</pre>
        </article>
      ))}
      {made.system !== 'table' && (
        <>
          <h2>{t('exports.left', { system: name })}</h2>
          {made.leftOut.length === 0 ? (
            <p>{t('exports.leftNone')}</p>
          ) : (
            // oxlint-disable-next-line jsx_a11y/no-noninteractive-tabindex -- a wide table is scrolled with the keyboard
            <div class="wide" tabIndex={0}>
              <table class="left-out as-cards">
                <thead>
                  <tr>
                    {(['of', 'what', 'why', 'instead'] as const).map((one) => (
                      <th key={one} scope="col">
                        {t(`exports.left.${one}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {made.leftOut.map(({ of, what, why, instead }) => (
                    <tr key={of + what}>
                      <th scope="row">{of}</th>
                      <td>
                        <code>{what}</code>
                      </td>
                      <td data-column={t('exports.left.why')}>{why}</td>
                      <td data-column={t('exports.left.instead')}>{instead}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </>
  );
}
