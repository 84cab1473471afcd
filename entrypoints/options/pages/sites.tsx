/** Enabled sites and their settings. */
import { browser } from 'wxt/browser';
import { stringify } from 'yaml';
import type { PolicyEditor } from '../../../components/options/policy-editor.ts';
import { SitesPage } from '../../../components/options/sites-page.tsx';
import { collectorPattern } from '../../../lib/push-permission.ts';
import type { PageTranslate } from '../../../lib/extension-text.ts';
import { fieldLabels } from '../../../lib/guidance/field-labels.ts';
import { helpdesks } from '../../../lib/helpdesks/registry.ts';
import { sameValue } from '../../../lib/policy/edit-at.ts';
import type { Policy } from '../../../lib/policy/schema.ts';
import type { TaughtField } from '../../../lib/reader/taught/taught-field.ts';
import { type SiteProfile, siteProfile } from '../../../lib/sharing/site-profile.ts';
import { grantPattern } from '../../../lib/site-permission.ts';
import { changeFetchOnly, changeSite, readFetchOnly, readSite } from '../../../lib/storage.ts';
import type { FieldName } from '../../../lib/ticket.ts';
import { download } from '../download.ts';
import type { ShowOptionsPage } from '../options-page.ts';
import { systemZone } from '../../../lib/zone.ts';

export const show: ShowOptionsPage = async ({ t, language, loaded, settings, redraw, openDraft }) => {
  // hosts that only a policy is fetched from, or only counts are sent to, are no sites with tickets
  const elsewhere = [...(await readFetchOnly()), collectorPattern(settings.push)];
  const patterns = ((await browser.permissions.getAll()).origins ?? []).filter((pattern) => !elsewhere.includes(pattern));
  const profiles = loaded?.policy.sites ?? [];
  const sites = await Promise.all(
    patterns.map(async (pattern) => {
      const origin = pattern.replace(/\/\*$/, '');
      const site = await readSite(origin);
      return {
        pattern,
        origin,
        zone: site.zone ?? '',
        locale: site.locale ?? '',
        shared: sharedOf(profiles, origin, t),
        api: site.api,
        taught: site.taught.map(({ field: { name } }) => ({ name, label: labelOf(name, t) })),
      };
    }),
  );
  return (
    <SitesPage
      t={t}
      sites={sites}
      browserZone={systemZone()}
      zones={Intl.supportedValuesOf('timeZone')}
      onZone={(origin, zone) => void changeSite(origin, { zone: zone || undefined }).then(redraw)}
      locales={locales.map((locale) => ({ locale, name: new Intl.DisplayNames([language], { type: 'language' }).of(locale) ?? locale }))}
      onLocale={(origin, locale) => void changeSite(origin, { locale: locale || undefined }).then(redraw)}
      offered={offeredSites(profiles, patterns)}
      said={said}
      inDraft={inDraft}
      onAdd={(address) => void add(address, t).then(redraw)}
      onIntoPolicy={(origin) =>
        void openDraft()
          .then((draft) => intoDraft(draft, origin, t))
          .then(redraw)
      }
      products={helpdesks.filter((helpdesk) => helpdesk.hasApi).map(({ name }) => name)}
      onApi={(origin, api) => void changeSite(origin, { api }).then(redraw)}
      onForget={(origin, name) =>
        void readSite(origin)
          .then(({ taught }) => changeSite(origin, { taught: taught.filter(({ field }) => field.name !== name) }))
          .then(redraw)
      }
      onProfile={(origin) =>
        void profileOf(origin).then((profile) => download('handrail-site.yaml', stringify({ sites: [profile] }), 'application/yaml'))
      }
      onRemove={(pattern) => void browser.permissions.remove({ origins: [pattern] })}
    />
  );
};

let said: string | undefined;
/** What was said is about the draft. */
let inDraft = false;

/** Languages of which the interface of a helpdesk may be; those with more than one order of dates with their region. */
const locales = ['en-US', 'en-GB', 'vi', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt-BR', 'pt-PT', 'ru', 'tr', 'ja', 'ko', 'zh-CN', 'zh-TW'];

/** The site as an entry of a policy's `sites`. */
async function profileOf(origin: string): Promise<Policy['sites'][number]> {
  const { zone, locale, taught } = await readSite(origin);
  return { match: origin, ...(zone && { zone }), ...(locale && { locale }), taught: taught.map(({ field }) => field) };
}

/** Adds to what the draft already says of the site, or replaces it field by field. It takes effect when the draft does. */
async function intoDraft(editor: PolicyEditor, origin: string, t: PageTranslate): Promise<void> {
  const own = await profileOf(origin);
  const all = editor.draft.sites ?? [];
  const index = all.findIndex(({ match }) => match === origin);
  const before = all[index];
  const names = new Set((own.taught as readonly TaughtField[]).map(({ name }) => name));
  const kept = ((before?.taught ?? []) as readonly TaughtField[]).filter(({ name }) => !names.has(name));
  const site = { ...before, ...own, taught: [...own.taught, ...kept] };
  const same = sameValue(before, site);
  editor.change((policy) => ({ ...policy, sites: before ? all.with(index, site) : [...all, site] }));
  said = t(same ? 'sites.inDraftAlready' : 'sites.inDraft');
  inDraft = true;
}

/** Exact sites that the policy names; one with a star is for the person to fill in. */
function offeredSites(profiles: readonly SiteProfile[], granted: readonly string[]): string[] {
  const named = profiles.map(({ match }) => (match.includes('://') ? match : `https://${match}`)).filter((match) => !match.includes('*'));
  return [...new Set(named)].filter((address) => {
    const pattern = grantPattern(address);
    return pattern !== undefined && !granted.includes(pattern);
  });
}

function sharedOf(profiles: readonly SiteProfile[], origin: string, t: PageTranslate): { zone?: string; locale?: string; fields: string[] } {
  const { zone, locale, taught } = siteProfile(profiles, origin);
  return { ...(zone && { zone }), ...(locale && { locale }), fields: taught.map(({ name }) => labelOf(name, t)) };
}

/** Asks the browser by the click that led here. */
async function add(address: string, t: PageTranslate): Promise<void> {
  inDraft = false;
  const pattern = grantPattern(address.includes('://') ? address.trim() : `https://${address.trim()}`);
  if (pattern === undefined) return void (said = t('sites.noAddress'));
  const granted = await browser.permissions.request({ origins: [pattern] }).catch(() => false);
  if (granted) await changeFetchOnly(pattern, false);
  said = t(granted ? 'sites.added' : 'sites.denied', { site: pattern.replace(/\/\*$/, '') });
}

const labelOf = (name: string, t: PageTranslate): string =>
  name.startsWith('custom:') ? name.slice('custom:'.length) : t(fieldLabels[name as FieldName]);
