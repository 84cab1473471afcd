/** The options app: one page per hash, all state read from storage and permissions. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { OPTIONS_PAGES, OptionsApp, type OptionsPage } from '../../components/options/options-app.tsx';
import { PolicyPage } from '../../components/options/policy-page.tsx';
import { PrivacyPage } from '../../components/options/privacy-page.tsx';
import { SettingsPage } from '../../components/options/settings-page.tsx';
import { SitesPage } from '../../components/options/sites-page.tsx';
import { WelcomePage } from '../../components/options/welcome-page.tsx';
import '../../components/options/options.css';
import { systemClock } from '../../lib/clock.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import { printPolicy } from '../../lib/policy/print-policy.ts';
import {
  changeSettings,
  changeSite,
  countNotes,
  forgetAllNotes,
  readPolicy,
  readPolicyTrouble,
  readSettings,
  readSite,
  savePolicy,
  savePolicyTrouble,
  watchPolicy,
  watchPolicyTrouble,
  watchSettings,
} from '../../lib/storage.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { localize } from '../../lib/text.ts';

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

function currentPage(): OptionsPage {
  const name = location.hash.slice(1);
  return OPTIONS_PAGES.find((page) => page === name) ?? 'welcome';
}

async function draw(): Promise<void> {
  const page = currentPage();
  const settings = await readSettings();
  const language = settings.language ?? browser.i18n.getUILanguage();
  const t = pageTranslator(language);
  document.documentElement.lang = language;
  document.title = `${t('app.name')}`;
  const policy = (await readPolicy())?.policy;
  const patterns = (await browser.permissions.getAll()).origins ?? [];
  const content = {
    welcome: async () => {
      const command = (await browser.commands.getAll()).find(({ name }) => name === 'open-panel');
      return (
        <WelcomePage
          t={t}
          policyName={policy && localize(policy.name, language)}
          siteCount={patterns.length}
          shortcut={command?.shortcut || undefined}
        />
      );
    },
    policy: async () => (
      <PolicyPage
        t={t}
        language={language}
        policy={policy}
        problems={(await readPolicyTrouble())?.problems ?? []}
        onFile={(file) => void importFile(file)}
        onExport={() => policy && download(`${policy.id}.yaml`, printPolicy(policy))}
        onDefault={() => void use(loadPolicy(defaultPolicy, { kind: 'built-in' }, systemClock.now()))}
      />
    ),
    sites: async () => (
      <SitesPage
        t={t}
        sites={
          await Promise.all(
            patterns.map(async (pattern) => {
              const origin = pattern.replace(/\/\*$/, '');
              return { pattern, origin, zone: (await readSite(origin)).zone ?? '' };
            }),
          )
        }
        browserZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
        zones={Intl.supportedValuesOf('timeZone')}
        onZone={(origin, zone) => void changeSite(origin, { zone: zone || undefined }).then(draw)}
        onRemove={(pattern) => void browser.permissions.remove({ origins: [pattern] })}
      />
    ),
    settings: async () => <SettingsPage t={t} settings={settings} onChange={(change) => void changeSettings(change)} />,
    privacy: async () => <PrivacyPage t={t} noteCount={await countNotes()} onDeleteNotes={() => void forgetAllNotes().then(draw)} />,
  }[page];
  render(
    <OptionsApp t={t} page={page}>
      {await content()}
    </OptionsApp>,
    app,
  );
}

async function importFile(file: File): Promise<void> {
  await use(loadPolicy(await file.text(), { kind: 'file' }, systemClock.now()), file.name);
}

/** A good policy takes effect; a bad one leaves the last good one in use and says why. */
async function use(result: ReturnType<typeof loadPolicy>, name = ''): Promise<void> {
  if (result.ok) {
    const loaded: LoadedPolicy = result.loaded;
    await savePolicy(loaded);
    await savePolicyTrouble(null);
  } else {
    const at = new Date(systemClock.now()).toISOString();
    await savePolicyTrouble({ at, problems: result.problems.map(({ message }) => (name ? `${name}: ${message}` : message)) });
  }
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
