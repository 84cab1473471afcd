/** Enabled sites and their settings. */
import { browser } from 'wxt/browser';
import { stringify } from 'yaml';
import { SitesPage } from '../../../components/options/sites-page.tsx';
import type { PageTranslate } from '../../../lib/extension-text.ts';
import { fieldLabels } from '../../../lib/guidance/field-rows.ts';
import { helpdesks } from '../../../lib/helpdesks/registry.ts';
import { changeSite, readSite, type TaughtHere } from '../../../lib/storage.ts';
import type { FieldName } from '../../../lib/ticket.ts';
import { download } from '../download.ts';
import type { ShowOptionsPage } from '../options-page.ts';

export const show: ShowOptionsPage = async ({ t, redraw }) => {
  const patterns = (await browser.permissions.getAll()).origins ?? [];
  const sites = await Promise.all(
    patterns.map(async (pattern) => {
      const origin = pattern.replace(/\/\*$/, '');
      const site = await readSite(origin);
      return {
        pattern,
        origin,
        zone: site.zone ?? '',
        api: site.api,
        taught: site.taught.map(({ field: { name } }) => ({ name, label: labelOf(name, t) })),
      };
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
      onForget={(origin, name) =>
        void readSite(origin)
          .then(({ taught }) => changeSite(origin, { taught: taught.filter(({ field }) => field.name !== name) }))
          .then(redraw)
      }
      onProfile={(origin) =>
        void readSite(origin).then(({ zone, taught }) => download('handrail-site.yaml', siteProfile(origin, zone, taught), 'application/yaml'))
      }
      onRemove={(pattern) => void browser.permissions.remove({ origins: [pattern] })}
    />
  );
};

/** The site as an entry of a policy's `sites`. */
function siteProfile(origin: string, zone: string | undefined, taught: readonly TaughtHere[]): string {
  return stringify({ sites: [{ match: origin, ...(zone && { zone }), taught: taught.map(({ field }) => field) }] });
}

const labelOf = (name: string, t: PageTranslate): string =>
  name.startsWith('custom:') ? name.slice('custom:'.length) : t(fieldLabels[name as FieldName]);
