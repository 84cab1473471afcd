/** Which sites Handrail may read, with the zone that their zone-less times mean. */
import type { PageTranslate } from '../../lib/extension-text.ts';

export interface SiteRow {
  readonly pattern: string;
  /** Origin whose settings are edited, e.g. `https://help.acme.example`. */
  readonly origin: string;
  readonly zone: string;
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
  /** Names of the products that can be asked. */
  readonly products: readonly string[];
  readonly onApi: (origin: string, allowed: boolean) => void;
  readonly onRemove: (pattern: string) => void;
  readonly onForget: (origin: string, name: string) => void;
  /** Hands out what was taught as a part of a policy. */
  readonly onProfile: (origin: string) => void;
}

export function SitesPage({ t, sites, browserZone, zones, onZone, products, onApi, onRemove, onForget, onProfile }: SitesPageProps) {
  if (!sites.length) return <p>{t('sites.none')}</p>;
  return (
    <>
      <p class="lead">{t('sites.lead')}</p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('sites.site')}</th>
              <th scope="col">{t('sites.zone')}</th>
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
                <td>
                  <select
                    aria-label={t('sites.zoneOf', { site: site.origin })}
                    value={site.zone}
                    onChange={(event) => onZone(site.origin, event.currentTarget.value)}
                  >
                    <option value="">{t('sites.browserZone', { zone: browserZone })}</option>
                    {zones.map((zone) => (
                      <option key={zone} value={zone}>
                        {zone}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
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
        .filter(({ taught }) => taught.length)
        .map(({ origin, taught }) => (
          <section key={origin} class="plain">
            <h2>{t('sites.taughtOn', { site: origin })}</h2>
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
            <button type="button" class="button" onClick={() => onProfile(origin)}>
              {t('sites.profile')}
            </button>
          </section>
        ))}
      <p class="lead" id="api-lead">
        {t('api.lead', { products: products.join(', ') })}
      </p>
    </>
  );
}
