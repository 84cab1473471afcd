/** The first page after installing. */
import { browser } from 'wxt/browser';
import { WelcomePage } from '../../../components/options/welcome-page.tsx';
import { localize } from '../../../lib/text.ts';
import type { ShowOptionsPage } from '../options-page.ts';

export const show: ShowOptionsPage = async ({ t, language, loaded }) => {
  const patterns = (await browser.permissions.getAll()).origins ?? [];
  const command = (await browser.commands.getAll()).find(({ name }) => name === 'open-panel');
  return (
    <WelcomePage
      t={t}
      policyName={loaded ? localize(loaded.policy.name, language) : undefined}
      siteCount={patterns.length}
      shortcut={command?.shortcut || undefined}
    />
  );
};
