/** What is kept in this browser, item by item, each with a button that deletes it; and what leaves it. */
import type { PageTranslate } from '../../lib/extension-text.ts';

export interface PrivacyPageProps {
  readonly t: PageTranslate;
  /** Tickets with marks, drafts or corrections kept in this browser. */
  readonly noteCount: number;
  readonly onDeleteNotes: () => void;
  /** Tickets in the ledger; undefined when it cannot be read. */
  readonly ticketCount: number | undefined;
  /** The browser's words when the ledger could not be read or written. */
  readonly ledgerProblem: string | undefined;
  readonly retentionDays: number;
  readonly onRetention: (days: number) => void;
  readonly onDeleteTickets: () => void;
  readonly onRebuild: () => void;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  /** What became of the last import, in words. */
  readonly said: string | undefined;
  /** Customers in the policy's lookup list, which a lead wrote. */
  readonly lookupCount: number;
}

const retentions = [30, 90, 180, 365, 730];

export function PrivacyPage(props: PrivacyPageProps) {
  const { t, noteCount, onDeleteNotes, lookupCount } = props;
  return (
    <>
      <p class="lead">{t('privacy.lead')}</p>
      <h2>{t('privacy.kept')}</h2>
      <Ledger {...props} />
      <h3>{t('privacy.notesTitle')}</h3>
      <p>{t('privacy.notes', { count: noteCount })}</p>
      <button type="button" class="button" disabled={!noteCount} onClick={onDeleteNotes}>
        {t('privacy.delete')}
      </button>
      <h3>{t('privacy.session')}</h3>
      <p>{t('privacy.sessionText')}</p>
      <h3>{t('privacy.policy')}</h3>
      <p>
        {t('privacy.policyText', { count: lookupCount })} <a href="#policy">{t('options.nav.policy')}</a>
      </p>
      <h3>{t('privacy.settings')}</h3>
      <p>
        {t('privacy.settingsText')} <a href="#settings">{t('options.nav.settings')}</a> · <a href="#sites">{t('options.nav.sites')}</a>
      </p>
      <h2>{t('privacy.sent')}</h2>
      <p>{t('privacy.sentText')}</p>
    </>
  );
}

function Ledger(props: PrivacyPageProps) {
  const { t, ticketCount, ledgerProblem, retentionDays, onRetention, onDeleteTickets, onRebuild, onExport, onImport, said } = props;
  return (
    <>
      <h3>{t('privacy.ledger')}</h3>
      <p>{t('privacy.ledgerText', { count: ticketCount ?? 0 })}</p>
      {ledgerProblem === undefined ? null : (
        <div class="trouble" role="alert">
          <b>{t('privacy.ledgerTrouble')}</b>
          <p>{ledgerProblem}</p>
          <button type="button" class="button" onClick={onRebuild}>
            {t('privacy.rebuild')}
          </button>
        </div>
      )}
      <label class="inline">
        {t('privacy.retention')}{' '}
        <select value={retentionDays} onChange={(event) => onRetention(Number(event.currentTarget.value))}>
          {[...new Set([...retentions, retentionDays])]
            .sort((a, b) => a - b)
            .map((days) => (
              <option key={days} value={days}>
                {t('privacy.days', { count: days })}
              </option>
            ))}
        </select>
      </label>
      <div class="actions">
        <button type="button" class="button" disabled={!ticketCount} onClick={onExport}>
          {t('privacy.export')}
        </button>
        <label class="button file">
          {t('privacy.import')}
          <input
            type="file"
            accept=".json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (file) onImport(file);
            }}
          />
        </label>
        <button type="button" class="button" disabled={!ticketCount} onClick={onDeleteTickets}>
          {t('privacy.deleteTickets')}
        </button>
      </div>
      <p role="status">{said}</p>
    </>
  );
}
