/** Enabled sites and their settings. */
import { browser } from 'wxt/browser';
import { SitesPage } from '../../../components/options/sites-page.tsx';
import { helpdesks } from '../../../lib/helpdesks/registry.ts';
import { changeSite, readSite } from '../../../lib/storage.ts';
import type { ShowOptionsPage } from '../options-page.ts';

export const show: ShowOptionsPage = async ({ t, redraw }) => {
  const patterns = (await browser.permissions.getAll()).origins ?? [];
  const sites = await Promise.all(
    patterns.map(async (pattern) => {
      const origin = pattern.replace(/\/\*$/, '');
      const site = await readSite(origin);
      return { pattern, origin, zone: site.zone ?? '', api: site.api };
    }),
  );
  return (
    <SitesPage
      t={t}
      sites={sites}
      browserZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      zones={Intl.supportedValuesOf('timeZone')}
      onZone={(origin, zone) => void changeSite(origin, { zone: zone || undefined }).then(redraw)}
      products={helpdesks.filter((helpdesk) => helpdesk.api !== undefined).map(({ name }) => name)}
      onApi={(origin, api) => void changeSite(origin, { api }).then(redraw)}
      onRemove={(pattern) => void browser.permissions.remove({ origins: [pattern] })}
    />
  );
};
