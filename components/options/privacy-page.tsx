/** What is kept, where, and a button that deletes it. */
import type { PageTranslate } from '../../lib/extension-text.ts';

export interface PrivacyPageProps {
  readonly t: PageTranslate;
  /** Tickets with marks, drafts or corrections kept in this browser. */
  readonly noteCount: number;
  readonly onDeleteNotes: () => void;
}

export function PrivacyPage({ t, noteCount, onDeleteNotes }: PrivacyPageProps) {
  return (
    <>
      <p class="lead">{t('privacy.lead')}</p>
      <h2>{t('privacy.kept')}</h2>
      <p>{t('privacy.notes', { count: noteCount })}</p>
      <button type="button" class="button" disabled={!noteCount} onClick={onDeleteNotes}>
        {t('privacy.delete')}
      </button>
      <h2>{t('privacy.sent')}</h2>
      <p>{t('privacy.sentText')}</p>
    </>
  );
}
