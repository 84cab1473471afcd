/** What is kept in this browser, item by item, each with a button that deletes it; and what leaves it. */
import type { PageTranslate } from '../../lib/extension-text.ts';
import type { LedgerTrouble } from '../../lib/ledger/ledger-trouble.ts';
import { formText } from './form-text.ts';

export interface PrivacyPageProps {
  readonly t: PageTranslate;
  /** Tickets with marks, drafts or corrections kept in this browser. */
  readonly noteCount: number;
  readonly onDeleteNotes: () => void;
  /** Tickets in the ledger; undefined when it cannot be read. */
  readonly ticketCount: number | undefined;
  /** Why the ledger could not be read or written. */
  readonly trouble?: LedgerTrouble;
  readonly retentionDays: number;
  readonly onRetention: (days: number) => void;
  readonly onDeleteTicket: (number: string) => void;
  readonly onDeleteTickets: () => void;
  readonly onRebuild: () => void;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  /** What became of the last import, in words. */
  readonly said: string | undefined;
  /** Customers in the policy's lookup list, which a lead wrote. */
  readonly lookupCount: number;
  readonly onDeleteLookup: () => void;
  readonly onForgetSession: () => void;
  /** A policy is being written here, or the text of a signed one is kept. */
  readonly drafted: boolean;
  readonly onDeleteDraft: () => void;
  /** Values that the person pointed at. */
  readonly taughtCount: number;
  readonly onForgetTaught: () => void;
  /** Answers on the practice page are counted. */
  readonly practised: boolean;
  readonly onForgetPractice: () => void;
  /** The workflow designer keeps answers. */
  readonly designed: boolean;
  readonly onDeleteDesign: () => void;
  /** The collector to which counts go; undefined when nothing is sent. */
  readonly pushUrl: string | undefined;
  /** Sendings that are kept to be shown. */
  readonly pushCount: number;
  readonly onForgetPushes: () => void;
}

const retentions = [30, 90, 180, 365, 730];

export function PrivacyPage(props: PrivacyPageProps) {
  const { t, noteCount, onDeleteNotes, lookupCount, onDeleteLookup, pushUrl, pushCount, onForgetPushes } = props;
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
      <button type="button" class="button" onClick={props.onForgetSession}>
        {t('privacy.forgetSession')}
      </button>
      <h3>{t('privacy.taught')}</h3>
      <p>
        {t('privacy.taughtText', { count: props.taughtCount })} <a href="#sites">{t('options.nav.sites')}</a>
      </p>
      <button type="button" class="button" disabled={!props.taughtCount} onClick={props.onForgetTaught}>
        {t('privacy.forgetTaught')}
      </button>
      <h3>{t('privacy.policy')}</h3>
      <p>
        {t('privacy.policyText', { count: lookupCount })} <a href="#policy">{t('options.nav.policy')}</a>
      </p>
      <button type="button" class="button" disabled={!lookupCount} onClick={onDeleteLookup}>
        {t('privacy.deleteLookup')}
      </button>
      <h3>{t('privacy.draft')}</h3>
      <p>
        {t('privacy.draftText')} <a href="#rules">{t('options.nav.rules')}</a> · <a href="#publish">{t('options.nav.publish')}</a>
      </p>
      <button type="button" class="button" disabled={!props.drafted} onClick={props.onDeleteDraft}>
        {t('privacy.deleteDraft')}
      </button>
      <h3>{t('privacy.design')}</h3>
      <p>
        {t('privacy.designText')} <a href="#designer">{t('options.nav.designer')}</a>
      </p>
      <button type="button" class="button" disabled={!props.designed} onClick={props.onDeleteDesign}>
        {t('privacy.deleteDesign')}
      </button>
      <h3>{t('privacy.practice')}</h3>
      <p>
        {t('privacy.practiceText')} <a href="#practice">{t('options.nav.practice')}</a>
      </p>
      <button type="button" class="button" disabled={!props.practised} onClick={props.onForgetPractice}>
        {t('privacy.forgetPractice')}
      </button>
      <h3>{t('privacy.settings')}</h3>
      <p>
        {t('privacy.settingsText')} <a href="#settings">{t('options.nav.settings')}</a> · <a href="#sites">{t('options.nav.sites')}</a>
      </p>
      <h2>{t('privacy.sent')}</h2>
      <p>{pushUrl === undefined ? t('privacy.sentText') : t('privacy.sentCounts', { url: pushUrl })}</p>
      {pushCount ? (
        <>
          <p>
            {t('privacy.pushLog', { count: pushCount })} <a href="#metrics">{t('options.nav.metrics')}</a>
          </p>
          <button type="button" class="button" onClick={onForgetPushes}>
            {t('push.forget')}
          </button>
        </>
      ) : null}
    </>
  );
}

function Ledger(props: PrivacyPageProps) {
  const { t, ticketCount, trouble, retentionDays, onRetention, onDeleteTicket, onDeleteTickets, onRebuild, onExport, onImport, said } = props;
  return (
    <>
      <h3>{t('privacy.ledger')}</h3>
      <p>{t('privacy.ledgerText', { count: ticketCount ?? 0 })}</p>
      {trouble ? (
        <div class="trouble" role="alert">
          <b>{t('privacy.ledgerTrouble')}</b>
          <p>{t(`ledgerTrouble.${trouble.kind}`)}</p>
          <p>
            <small>{trouble.problem}</small>
          </p>
          {trouble.kind === 'full' ? null : (
            <button type="button" class="button" onClick={onRebuild}>
              {t('privacy.rebuild')}
            </button>
          )}
        </div>
      ) : null}
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
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault();
          onDeleteTicket(formText(event.currentTarget, 'ticket').replace(/^#/, ''));
          event.currentTarget.reset();
        }}
      >
        <label>
          {t('metrics.scoreTicket')} <input name="ticket" type="text" required size={10} />
        </label>
        <button type="submit" class="button">
          {t('privacy.deleteTicket')}
        </button>
      </form>
      <p role="status">{said}</p>
    </>
  );
}
