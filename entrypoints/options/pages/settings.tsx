/** The person's own settings. */
import { browser } from 'wxt/browser';
import { SettingsPage } from '../../../components/options/settings-page.tsx';
import { askBackground } from '../../../lib/messages.ts';
import { changeSettings } from '../../../lib/storage.ts';
import type { ShowOptionsPage } from '../options-page.ts';

export const show: ShowOptionsPage = ({ t, settings, redraw }) => {
  /** The browser asks the person itself, once; without its yes the switch stays off. */
  const setNotify = async (on: boolean): Promise<void> => {
    const allowed = on && (await browser.permissions.request({ permissions: ['notifications'] }));
    await changeSettings({ notify: allowed });
    await askBackground('deadlines.look', {});
    redraw();
  };
  return <SettingsPage t={t} settings={settings} onChange={(change) => void changeSettings(change)} onNotify={(on) => void setNotify(on)} />;
};
