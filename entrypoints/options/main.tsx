/** The options app: one page per hash, loaded when it is opened; all state is read from storage and permissions. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { OPTIONS_PAGES, OptionsApp, type OptionsPage } from '../../components/options/options-app.tsx';
import '../../components/options/options.css';
import { pageTranslator } from '../../lib/extension-text.ts';
import { readPolicy, readSettings, watchPolicy, watchPolicyTrouble, watchSettings } from '../../lib/storage.ts';
import type { ShowOptionsPage } from './options-page.ts';

const pages: Readonly<Record<OptionsPage, () => Promise<{ readonly show: ShowOptionsPage }>>> = {
  welcome: () => import('./pages/welcome.tsx'),
  policy: () => import('./pages/policy.tsx'),
  metrics: () => import('./pages/metrics.tsx'),
  sites: () => import('./pages/sites.tsx'),
  practice: () => import('./pages/practice.tsx'),
  settings: () => import('./pages/settings.tsx'),
  privacy: () => import('./pages/privacy.tsx'),
};

const lifetime = new AbortController();
const app = document.getElementById('app') as HTMLElement;
const redraw = (): void => void draw();
window.addEventListener('hashchange', redraw);
watchSettings(redraw, lifetime.signal);
watchPolicy(redraw, lifetime.signal);
watchPolicyTrouble(redraw, lifetime.signal);
browser.permissions.onAdded.addListener(redraw);
browser.permissions.onRemoved.addListener(redraw);
await draw();

/** `#rules` and `#rules/vip` both name the page `rules`; what follows the slash is the page's own. */
function currentPage(): OptionsPage {
  const name = location.hash.slice(1).split('/')[0];
  return OPTIONS_PAGES.find((page) => page === name) ?? 'welcome';
}

async function draw(): Promise<void> {
  const page = currentPage();
  const settings = await readSettings();
  const language = settings.language ?? browser.i18n.getUILanguage();
  const t = pageTranslator(language);
  document.documentElement.lang = language;
  document.title = t('app.name');
  const { show } = await pages[page]();
  const content = await show({ t, language, settings, loaded: await readPolicy(), redraw });
  // another page may have been opened while this one was prepared
  if (currentPage() !== page) return;
  render(
    <OptionsApp t={t} page={page}>
      {content}
    </OptionsApp>,
    app,
  );
}
