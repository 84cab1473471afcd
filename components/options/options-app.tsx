/** The frame of the options app: navigation beside one page. */
import type { ComponentChildren } from 'preact';
import type { PageTextKey, PageTranslate } from '../../lib/extension-text.ts';

export const OPTIONS_PAGES = ['welcome', 'policy', 'sites', 'settings', 'privacy'] as const;
export type OptionsPage = (typeof OPTIONS_PAGES)[number];

const titles: Readonly<Record<OptionsPage, PageTextKey>> = {
  welcome: 'options.nav.welcome',
  policy: 'options.nav.policy',
  sites: 'options.nav.sites',
  settings: 'options.nav.settings',
  privacy: 'options.nav.privacy',
};

export function OptionsApp({ t, page, children }: { readonly t: PageTranslate; readonly page: OptionsPage; readonly children: ComponentChildren }) {
  return (
    <div class="app">
      <nav aria-label={t('options.nav.label')}>
        <b>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M2 17h4v-4h4V9h4V5h4" />
          </svg>
          {t('app.name')}
        </b>
        {OPTIONS_PAGES.map((name) => (
          <a key={name} href={`#${name}`} aria-current={name === page ? 'page' : undefined}>
            {t(titles[name])}
          </a>
        ))}
      </nav>
      <main>
        <h1>{t(titles[page])}</h1>
        {children}
      </main>
    </div>
  );
}
