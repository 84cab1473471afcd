/** The policy in use at a glance, and changing it for a file. */
import type { Policy } from '../../lib/policy/schema.ts';
import { type PageTranslate } from '../../lib/extension-text.ts';
import { localize } from '../../lib/text.ts';

export interface PolicyPageProps {
  readonly t: PageTranslate;
  readonly language: string;
  readonly policy: Policy | undefined;
  /** Sentences about the last file or update that was refused; the policy above stays in use. */
  readonly problems: readonly string[];
  readonly onFile: (file: File) => void;
  readonly onExport: () => void;
  readonly onDefault: () => void;
}

export function PolicyPage({ t, language, policy, problems, onFile, onExport, onDefault }: PolicyPageProps) {
  return (
    <>
      <div class="actions">
        <label class="button primary">
          {t('policy.import')}
          <input
            type="file"
            accept=".yaml,.yml,.json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (file) onFile(file);
            }}
          />
        </label>
        <button type="button" class="button" onClick={onExport} disabled={!policy}>
          {t('policy.export')}
        </button>
        <button type="button" class="button" onClick={onDefault}>
          {t('policy.default')}
        </button>
      </div>
      {problems.length ? (
        <div class="trouble" role="alert">
          <b>{t('policy.refused')}</b>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {policy ? <PolicyTables t={t} language={language} policy={policy} /> : <p>{t('policy.none')}</p>}
    </>
  );
}

function PolicyTables({ t, language, policy }: { readonly t: PageTranslate; readonly language: string; readonly policy: Policy }) {
  return (
    <>
      <p class="lead">
        {localize(policy.name, language)} · {policy.label ?? policy.version}
      </p>
      <h2>{t('policy.tiers')}</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('policy.tier')}</th>
              <th scope="col">{t('policy.handles')}</th>
              <th scope="col">{t('policy.responds')}</th>
            </tr>
          </thead>
          <tbody>
            {policy.tiers.map((tier) => (
              <tr key={tier.tier}>
                <th scope="row">
                  <span class={`tier tier-${tier.tier}`}>{t('tier.short', { tier: tier.tier })}</span> {localize(tier.name, language)}
                </th>
                <td>{tier.handles.map((text) => localize(text, language)).join(', ')}</td>
                <td>{tier.respondsWithin}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>{t('policy.targets')}</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('policy.priority')}</th>
              <th scope="col">{t('policy.firstResponse')}</th>
              <th scope="col">{t('policy.resolution')}</th>
            </tr>
          </thead>
          <tbody>
            {policy.priorities.map((priority) => (
              <tr key={priority.id}>
                <th scope="row">{localize(priority.name, language)}</th>
                <td>{priority.firstResponse ?? '–'}</td>
                <td>{priority.resolution ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>{t('policy.rules')}</h2>
      {policy.rules.map((rule) => (
        <article class="rule" key={rule.id}>
          <header>
            <b>{localize(rule.title, language)}</b> <span class={`pill ${rule.mode}`}>{t(`policy.mode.${rule.mode}`)}</span>
          </header>
          <pre>{rule.rule}</pre>
        </article>
      ))}
    </>
  );
}
