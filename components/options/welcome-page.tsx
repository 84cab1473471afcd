/** Three steps from a fresh install to the first ticket. */
import type { PageTranslate } from '../../lib/extension-text.ts';

export interface WelcomeProps {
  readonly t: PageTranslate;
  readonly policyName: string | undefined;
  readonly siteCount: number;
  /** The keyboard command that opens the panel, as the browser prints it; undefined when none is set. */
  readonly shortcut: string | undefined;
}

export function WelcomePage({ t, policyName, siteCount, shortcut }: WelcomeProps) {
  return (
    <>
      <p class="lead">{t('welcome.lead')}</p>
      <ol class="steps">
        <li>
          <h2>{t('welcome.site.title')}</h2>
          <p>{t('welcome.site.text')}</p>
          <p class="state">{siteCount ? t('welcome.site.done', { count: siteCount }) : t('welcome.site.open')}</p>
        </li>
        <li>
          <h2>{t('welcome.policy.title')}</h2>
          <p>{t('welcome.policy.text')}</p>
          <p>
            {t('welcome.policy.lead')} <a href="#designer">{t('options.nav.designer')}</a>
          </p>
          <p class="state">
            {policyName ? t('welcome.policy.done', { name: policyName }) : t('welcome.policy.open')} <a href="#policy">{t('welcome.policy.link')}</a>
          </p>
        </li>
        <li>
          <h2>{t('welcome.ticket.title')}</h2>
          <p>{t('welcome.ticket.text')}</p>
          <p>
            {t('welcome.ticket.practice')} <a href="#practice">{t('options.nav.practice')}</a>
          </p>
          <p class="state">{shortcut ? t('welcome.ticket.shortcut', { shortcut }) : t('welcome.ticket.noShortcut')}</p>
        </li>
      </ol>
      <p class="note">{t('welcome.privacy')}</p>
    </>
  );
}
