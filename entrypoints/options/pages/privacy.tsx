/** What is kept in this browser, each with a button that deletes it. */
import { PrivacyPage } from '../../../components/options/privacy-page.tsx';
import { countNotes, forgetAllNotes } from '../../../lib/storage.ts';
import type { ShowOptionsPage } from '../options-page.ts';

export const show: ShowOptionsPage = async ({ t, redraw }) => (
  <PrivacyPage t={t} noteCount={await countNotes()} onDeleteNotes={() => void forgetAllNotes().then(redraw)} />
);
