/** The person's own settings. */
import { browser } from 'wxt/browser';
import { SettingsPage } from '../../../components/options/settings-page.tsx';
import { askBackground } from '../../../lib/messages.ts';
import { isLocked } from '../../../lib/sharing/locks.ts';
import { changeSettings, readLocks } from '../../../lib/storage.ts';
import type { ShowOptionsPage } from '../options-page.ts';

export const show: ShowOptionsPage = async ({ t, settings, redraw }) => {
  const locks = await readLocks();
  /** The browser asks the person itself, once; without its yes the switch stays off. */
  const setNotify = async (on: boolean): Promise<void> => {
    const allowed = on && (await browser.permissions.request({ permissions: ['notifications'] }));
    await changeSettings({ notify: allowed });
    await askBackground('deadlines.look', {});
    redraw();
  };
  return (
    <SettingsPage
      t={t}
      settings={settings}
      locked={(name) => isLocked(locks, `settings.${name}`)}
      onChange={(change) => void changeSettings(change)}
      onNotify={(on) => void setNotify(on)}
    />
  );
};
