/** Wires the popup to the active tab, the site's permission and the policy. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup } from '../../components/popup/popup.tsx';
import '../../components/popup/popup.css';
import { askTab, type PageStatus } from '../../lib/messages.ts';
import { readPolicy, readPolicyTrouble, readSettings } from '../../lib/storage.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { localize } from '../../lib/text.ts';
import { grantPattern } from '../../lib/site-permission.ts';

const settings = await readSettings();
const language = settings.language ?? browser.i18n.getUILanguage();
const t = pageTranslator(language);
document.documentElement.lang = language;
const app = document.getElementById('app') as HTMLElement;
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
const pattern = tab?.url === undefined ? undefined : grantPattern(tab.url);
const [policy, trouble] = await Promise.all([readPolicy(), readPolicyTrouble()]);
let page: PageStatus | undefined;

await draw();
if (tab?.id !== undefined && pattern) {
  page = (await askTab(tab.id, 'page.status', {})) ?? { state: 'no-ticket' };
  await draw();
}

async function draw(): Promise<void> {
  const enabled = pattern !== undefined && (await browser.permissions.contains({ origins: [pattern] }));
  render(
    <Popup
      t={t}
      host={pattern && tab?.url ? new URL(tab.url).host : undefined}
      enabled={enabled}
      page={page}
      policy={policy ? { name: localize(policy.policy.name, language), label: policy.policy.label ?? String(policy.policy.version) } : undefined}
      trouble={trouble?.problems ?? []}
      onEnable={(on) => void enable(on)}
      onShow={() => void show()}
      onOptions={() => void browser.runtime.openOptionsPage()}
    />,
    app,
  );
}

async function enable(on: boolean): Promise<void> {
  if (!pattern) return;
  // The background reacts to the grant itself: the browser's prompt may have closed this popup by then.
  await (on ? browser.permissions.request({ origins: [pattern] }) : browser.permissions.remove({ origins: [pattern] }));
  await draw();
}

/** Works on a site that is not enabled too: the click on the toolbar grants this one tab until it navigates. */
async function show(): Promise<void> {
  if (tab?.id === undefined) return;
  await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/content-scripts/content.js'] }).catch(() => undefined);
  page = (await askTab(tab.id, 'page.show', {})) ?? { state: 'no-ticket' };
  if (page.state === 'no-ticket') await draw();
  else window.close();
}
