/** Which sites Handrail may read, with the zone that their zone-less times mean. */
import { useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';

export interface SiteRow {
  readonly pattern: string;
  /** Origin whose settings are edited, e.g. `https://help.acme.example`. */
  readonly origin: string;
  readonly zone: string;
  /** BCP 47; empty = as the page or the policy says. */
  readonly locale: string;
  /** What the policy says of this site. */
  readonly shared: { readonly zone?: string; readonly locale?: string; readonly fields: readonly string[] };
  /** The helpdesk itself may be asked. */
  readonly api: boolean;
  /** Values that were pointed at on this site, by name. */
  readonly taught: readonly { readonly name: string; readonly label: string }[];
}

export interface SitesPageProps {
  readonly t: PageTranslate;
  readonly sites: readonly SiteRow[];
  readonly browserZone: string;
  readonly zones: readonly string[];
  readonly onZone: (origin: string, zone: string) => void;
  readonly locales: readonly { readonly locale: string; readonly name: string }[];
  readonly onLocale: (origin: string, locale: string) => void;
  /** Sites that the policy names and that are not switched on. */
  readonly offered: readonly string[];
  /** Sentences on what was done or is wrong. */
  readonly said: string | undefined;
  /** What was said is about the draft of the policy. */
  readonly inDraft: boolean;
  readonly onAdd: (address: string) => void;
  /** Puts what was set and pointed at into the draft of the policy. */
  readonly onIntoPolicy: (origin: string) => void;
  /** Names of the products that can be asked. */
  readonly products: readonly string[];
  readonly onApi: (origin: string, allowed: boolean) => void;
  readonly onRemove: (pattern: string) => void;
  readonly onForget: (origin: string, name: string) => void;
  /** Hands out what was taught as a part of a policy. */
  readonly onProfile: (origin: string) => void;
}

export function SitesPage(props: SitesPageProps) {
  const { t, sites, browserZone, zones, onZone, locales, onLocale, products, onApi, onRemove, onForget, onProfile, onIntoPolicy } = props;
  if (!sites.length)
    return (
      <>
        <p>{t('sites.none')}</p>
        <AddSite {...props} />
      </>
    );
  return (
    <>
      <p class="lead">{t('sites.lead')}</p>
      <div class="wide">
        <table class="as-cards sites">
          <thead>
            <tr>
              <th scope="col">{t('sites.site')}</th>
              <th scope="col">{t('sites.zone')}</th>
              <th scope="col">{t('sites.locale')}</th>
              <th scope="col">{t('api.column')}</th>
              <th scope="col">
                <span class="hidden">{t('sites.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sites.map((site) => (
              <tr key={site.pattern}>
                <th scope="row">{site.pattern}</th>
                <td data-column={t('sites.zone')}>
                  <select
                    aria-label={t('sites.zoneOf', { site: site.origin })}
                    value={site.zone}
                    onChange={(event) => onZone(site.origin, event.currentTarget.value)}
                  >
                    <option value="">
                      {site.shared.zone ? t('sites.sharedZone', { zone: site.shared.zone }) : t('sites.browserZone', { zone: browserZone })}
                    </option>
                    {zones.map((zone) => (
                      <option key={zone} value={zone}>
                        {zone}
                      </option>
                    ))}
                  </select>
                </td>
                <td data-column={t('sites.locale')}>
                  <select
                    aria-label={t('sites.localeOf', { site: site.origin })}
                    value={site.locale}
                    onChange={(event) => onLocale(site.origin, event.currentTarget.value)}
                  >
                    <option value="">{site.shared.locale ? t('sites.sharedZone', { zone: site.shared.locale }) : t('sites.pageLocale')}</option>
                    {locales.map(({ locale, name }) => (
                      <option key={locale} value={locale}>
                        {name}
                      </option>
                    ))}
                  </select>
                </td>
                <td data-column={t('api.column')}>
                  <input
                    type="checkbox"
                    aria-label={t('api.site', { site: site.origin })}
                    aria-describedby="api-lead"
                    checked={site.api}
                    onChange={(event) => onApi(site.origin, event.currentTarget.checked)}
                  />
                </td>
                <td>
                  <button type="button" class="button" onClick={() => onRemove(site.pattern)}>
                    {t('sites.remove')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sites
        .filter(({ taught, zone, locale }) => taught.length || zone || locale)
        .map(({ origin, taught }) => (
          <section key={origin} class="plain">
            <h2>{t('sites.own', { site: origin })}</h2>
            <ul>
              {taught.map(({ name, label }) => (
                <li key={name}>
                  {label}{' '}
                  <button type="button" class="link" aria-label={t('sites.forgetOf', { field: label })} onClick={() => onForget(origin, name)}>
                    {t('sites.forget')}
                  </button>
                </li>
              ))}
            </ul>
            <p>{t('sites.profileText')}</p>
            <div class="actions">
              <button type="button" class="button" onClick={() => onIntoPolicy(origin)}>
                {t('sites.intoPolicy')}
              </button>
              <button type="button" class="button" onClick={() => onProfile(origin)}>
                {t('sites.profile')}
              </button>
            </div>
          </section>
        ))}
      {sites
        .filter(({ shared }) => shared.fields.length)
        .map(({ origin, shared }) => (
          <p key={origin} class="lead">
            {t('sites.fromPolicy', { site: origin, fields: shared.fields.join(', ') })}
          </p>
        ))}
      <AddSite {...props} />
      <p class="lead" id="api-lead">
        {t('api.lead', { products: products.join(', ') })}
      </p>
    </>
  );
}

function AddSite({ t, offered, said, inDraft, onAdd }: SitesPageProps) {
  const [address, setAddress] = useState('');
  return (
    <section class="plain">
      <h2>{t('sites.add')}</h2>
      {offered.map((site) => (
        <p key={site}>
          {t('sites.offered', { site })}{' '}
          <button type="button" class="button" aria-label={t('sites.switchOnOf', { site })} onClick={() => onAdd(site)}>
            {t('sites.switchOn')}
          </button>
        </p>
      ))}
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(address);
          setAddress('');
        }}
      >
        <label>
          <span class="hidden">{t('sites.address')}</span>
          <input type="text" placeholder="https://help.example.com" value={address} onInput={(event) => setAddress(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button" disabled={!address.trim()}>
          {t('sites.switchOn')}
        </button>
      </form>
      {said && (
        <p role="status">
          {said} {inDraft && <a href="#policy">{t('sites.inDraftLink')}</a>}
        </p>
      )}
    </section>
  );
}
