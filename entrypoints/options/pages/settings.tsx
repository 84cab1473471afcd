/** The person's own settings. */
import { SettingsPage } from '../../../components/options/settings-page.tsx';
import { changeSettings } from '../../../lib/storage.ts';
import type { ShowOptionsPage } from '../options-page.ts';

export const show: ShowOptionsPage = ({ t, settings }) => (
  <SettingsPage t={t} settings={settings} onChange={(change) => void changeSettings(change)} />
);
