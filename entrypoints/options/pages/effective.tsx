/** What is in effect, and from which layer. */
import '../../../components/options/sharing.css';
import { EffectivePage, type EffectiveRow } from '../../../components/options/effective-page.tsx';
import { systemClock } from '../../../lib/clock.ts';
import { policyNames } from '../../../lib/policy/path-words.ts';
import { printPolicy } from '../../../lib/policy/print-policy.ts';
import { readSources, recompose } from '../../../lib/policy-in-use.ts';
import { composePolicy } from '../../../lib/sharing/compose-policy.ts';
import { effectiveRows } from '../../../lib/sharing/effective-rows.ts';
import { isLocked } from '../../../lib/sharing/locks.ts';
import { readCompany, readLocks, readOwnPolicy, saveOwnPolicy } from '../../../lib/storage.ts';
import { download } from '../download.ts';
import type { ShowOptionsPage } from '../options-page.ts';

const settingTexts = {
  language: 'settings.language',
  prompting: 'settings.prompting',
  retentionDays: 'privacy.retention',
  notify: 'settings.notify',
} as const;

export const show: ShowOptionsPage = async ({ t, language, loaded, settings, redraw }) => {
  const [sources, company, locks, own] = await Promise.all([readSources(), readCompany(), readLocks(), readOwnPolicy()]);
  const { merged, aside } = composePolicy(sources, systemClock.now(), language);
  const given = company?.company.settings ?? {};
  const settingRows: EffectiveRow[] = (['language', 'prompting', 'retentionDays', 'notify'] as const).map((name) => ({
    path: `settings.${name}`,
    label: t(settingTexts[name]),
    value: String(settings[name] ?? t(name === 'prompting' ? 'settings.prompting.policy' : 'settings.browserLanguage')),
    layer: name in given && given[name as keyof typeof given] === settings[name] ? 'company' : undefined,
    locked: isLocked(locks, `settings.${name}`),
  }));
  const groups = loaded ? effectiveRows(loaded.policy, merged) : [];
  const names = policyNames(loaded ? [loaded.policy] : [], language, t);
  const labelled = <Row extends { readonly path: string }>(row: Row) => ({ ...row, label: names.path(row.path) });
  return (
    <EffectivePage
      t={t}
      groups={[
        ...groups.map(({ title, rows }) => ({
          title: title === 'policy' ? t('effective.general') : names.path(title),
          rows: rows.map(labelled),
        })),
        { title: t('effective.settings'), rows: settingRows },
      ]}
      overruled={merged.overruled.map(labelled)}
      aside={aside}
      own={!aside && own !== null}
      onDropOwn={() =>
        void saveOwnPolicy(null)
          .then(() => recompose(systemClock.now()))
          .then(redraw)
      }
      onSaveOwn={() => own && download(`${own.policy.id}.yaml`, printPolicy(own.policy), 'application/yaml')}
    />
  );
};
