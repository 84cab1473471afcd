/** What a person sets for this browser. */
import type { Settings } from '../../lib/storage.ts';
import { type PageTranslate } from '../../lib/extension-text.ts';
import { languages } from '../../lib/text.ts';

export interface SettingsPageProps {
  readonly t: PageTranslate;
  readonly settings: Settings;
  /** Whether the company has locked a setting. */
  readonly locked: (name: keyof Settings) => boolean;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onNotify: (on: boolean) => void;
}

export function SettingsPage({ t, settings, locked, onChange, onNotify }: SettingsPageProps) {
  return (
    <div class="form">
      <label>
        {t('settings.language')}
        <select
          disabled={locked('language')}
          value={settings.language ?? ''}
          onChange={(event) => onChange({ language: event.currentTarget.value || undefined })}
        >
          <option value="">{t('settings.browserLanguage')}</option>
          {languages.map((language) => (
            <option key={language} value={language}>
              {new Intl.DisplayNames([language], { type: 'language' }).of(language)}
            </option>
          ))}
        </select>
        {locked('language') && <small>{t('settings.locked')}</small>}
      </label>
      <label>
        {t('settings.name')}
        <input
          type="text"
          autocomplete="name"
          value={settings.name ?? ''}
          onChange={(event) => onChange({ name: event.currentTarget.value.trim() || undefined })}
        />
        <small>{t('settings.nameHelp')}</small>
      </label>
      <fieldset>
        <legend>{t('settings.prompting')}</legend>
        {([undefined, 'silent', 'hint', 'ask'] as const).map((level) => (
          <label key={level}>
            <input
              type="radio"
              name="prompting"
              disabled={locked('prompting')}
              checked={settings.prompting === level}
              onChange={() => onChange({ prompting: level })}
            />{' '}
            {t(`settings.prompting.${level ?? 'policy'}`)}
          </label>
        ))}
        {locked('prompting') && <small>{t('settings.locked')}</small>}
      </fieldset>
      <label>
        <span class="box">
          <input type="checkbox" checked={settings.notify} onChange={(event) => onNotify(event.currentTarget.checked)} /> {t('settings.notify')}
        </span>
        <small>{t('settings.notifyHelp')}</small>
      </label>
    </div>
  );
}
