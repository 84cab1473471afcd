/** What is in effect: every value, the layer it comes from, and what is locked. */
import type { PageTextKey, PageTranslate } from '../../lib/extension-text.ts';
import type { LayerName } from '../../lib/sharing/locks.ts';

export interface EffectiveRow {
  readonly path: string;
  /** The same in the words of the pages. */
  readonly label: string;
  readonly value: string;
  /** Absent = the format's own default. */
  readonly layer: LayerName | undefined;
  readonly locked: boolean;
}

export interface EffectivePageProps {
  readonly t: PageTranslate;
  readonly groups: readonly { readonly title: string; readonly rows: readonly EffectiveRow[] }[];
  /** What somebody wanted otherwise and could not have. */
  readonly overruled: readonly { readonly label: string; readonly wanted: LayerName; readonly by: LayerName }[];
  /** A policy of the person's own that has no effect. */
  readonly aside: boolean;
  /** The person has changes of their own. */
  readonly own: boolean;
  readonly onDropOwn: () => void;
  readonly onSaveOwn: () => void;
}

const layerTexts: Readonly<Record<LayerName, PageTextKey>> = {
  'built-in': 'effective.layer.built-in',
  company: 'effective.layer.company',
  team: 'effective.layer.team',
  mine: 'effective.layer.mine',
};

export function EffectivePage({ t, groups, overruled, aside, own, onDropOwn, onSaveOwn }: EffectivePageProps) {
  const nameOf = (layer: LayerName | undefined): string => t(layer === undefined ? 'effective.layer.default' : layerTexts[layer]);
  return (
    <div class="effective">
      <p class="lead">{t('effective.lead')}</p>
      {(aside || own) && (
        <div class="note">
          <p>{t(aside ? 'effective.aside' : 'effective.own')}</p>
          <div class="actions">
            <button type="button" class="button" onClick={onSaveOwn}>
              {t('effective.saveOwn')}
            </button>
            <button type="button" class="button" onClick={onDropOwn}>
              {t('effective.dropOwn')}
            </button>
          </div>
        </div>
      )}
      {overruled.length > 0 && (
        <div class="note">
          <b>{t('effective.overruled')}</b>
          <ul class="sentences">
            {overruled.map(({ label, wanted, by }) => (
              <li key={`${label} ${wanted}`}>{t('effective.overruledOne', { path: label, wanted: nameOf(wanted), by: nameOf(by) })}</li>
            ))}
          </ul>
        </div>
      )}
      {groups.map(({ title, rows }) => (
        <details key={title} open={rows.some(({ locked }) => locked)}>
          <summary>
            {title} <small class="pill">{rows.length}</small>
          </summary>
          <table class="as-cards">
            <tbody>
              {rows.map(({ path, label, value, layer, locked }) => (
                <tr key={path}>
                  <th scope="row">
                    {label} {label !== path && <small>{path}</small>}
                  </th>
                  <td>{value}</td>
                  <td>
                    <span class="pill">{nameOf(layer)}</span> {locked && <span class="pill on">{t('effective.locked')}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </div>
  );
}
