/** The frame of the options app: navigation beside one page. */
import type { ComponentChildren } from 'preact';
import type { PageTextKey, PageTranslate } from '../../lib/extension-text.ts';

/** Every page, in the groups and the order of the navigation. */
export const OPTIONS_GROUPS = [
  { title: undefined, pages: ['welcome'] },
  { title: 'options.group.policy', pages: ['policy'] },
  { title: 'options.group.team', pages: ['metrics'] },
  { title: 'options.group.browser', pages: ['sites', 'practice', 'settings', 'privacy'] },
] as const satisfies readonly { readonly title: PageTextKey | undefined; readonly pages: readonly string[] }[];

export type OptionsPage = (typeof OPTIONS_GROUPS)[number]['pages'][number];
export const OPTIONS_PAGES: readonly OptionsPage[] = OPTIONS_GROUPS.flatMap(({ pages }): readonly OptionsPage[] => pages);

const titles: Readonly<Record<OptionsPage, PageTextKey>> = {
  welcome: 'options.nav.welcome',
  policy: 'options.nav.policy',
  metrics: 'options.nav.metrics',
  sites: 'options.nav.sites',
  practice: 'options.nav.practice',
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
        {OPTIONS_GROUPS.map(({ title, pages }) => (
          <div key={title ?? ''} role={title && 'group'} aria-label={title && t(title)}>
            {title && <small>{t(title)}</small>}
            {pages.map((name) => (
              <a key={name} href={`#${name}`} aria-current={name === page ? 'page' : undefined}>
                {t(titles[name])}
              </a>
            ))}
          </div>
        ))}
      </nav>
      <main>
        <h1>{t(titles[page])}</h1>
        {children}
      </main>
    </div>
  );
}
