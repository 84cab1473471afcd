/** The options app: one page per hash, loaded when it is opened; all state is read from storage and permissions. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { focusHeading } from '../../components/options/focus-heading.ts';
import { keepFocus } from '../../components/ui/keep-focus.ts';
import { OptionsApp } from '../../components/options/options-app.tsx';
import { OPTIONS_PAGES, type OptionsPage, type OptionsPageId } from '../../components/options/options-pages.ts';
import '../../components/options/options.css';
import { pageTranslator } from '../../lib/extension-text.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import {
  readPolicy,
  readSettings,
  watchPendingUpdate,
  watchPolicy,
  watchPolicyTrouble,
  watchSettings,
  watchSubscriptionStatus,
} from '../../lib/storage.ts';
import { focusPending, seekField, undoKeys } from './draft-keys.ts';
import { inOrder } from './later-wins.ts';
import type { ShowPolicyPage } from './options-page.ts';
import type { RunningEditor } from './policy-editor.ts';

const files = import.meta.glob<{ readonly show: ShowPolicyPage }>('./pages/*.tsx');
const fileOf = (id: string): (() => Promise<{ readonly show: ShowPolicyPage }>) | undefined => files[`./pages/${id}.tsx`];
const pages: readonly (OptionsPage & { readonly id: OptionsPageId })[] = OPTIONS_PAGES.filter(({ id }) => fileOf(id));

const lifetime = new AbortController();
const app = document.getElementById('app') as HTMLElement;
let editor: Promise<RunningEditor> | undefined;
const redraw = (): void => void draw();
const beginDrawing = inOrder();
keepFocus(app, focusHeading, lifetime.signal);
window.addEventListener('hashchange', redraw);
watchSettings(redraw, lifetime.signal);
watchPolicy(redraw, lifetime.signal);
watchPolicyTrouble(redraw, lifetime.signal);
watchPendingUpdate(redraw, lifetime.signal);
watchSubscriptionStatus(redraw, lifetime.signal);
browser.permissions.onAdded.addListener(redraw);
browser.permissions.onRemoved.addListener(redraw);
await draw();

/** `#rules` and `#rules/vip` both name the page `rules`; what follows the slash is the page's own. */
function currentPage(): OptionsPage & { readonly id: OptionsPageId } {
  // a share link opens as this page's own address
  const name = location.hash.startsWith('#handrail-policy-') ? 'publish' : location.hash.slice(1).split('/')[0];
  return pages.find(({ id }) => id === name) ?? OPTIONS_PAGES[0];
}

async function draw(): Promise<void> {
  const page = currentPage();
  const newest = beginDrawing();
  const settings = await readSettings();
  const language = settings.language ?? browser.i18n.getUILanguage();
  const t = pageTranslator(language);
  document.documentElement.lang = language;
  document.title = t('app.name');
  const loaded = await readPolicy();
  const [file, draft] = await Promise.all([fileOf(page.id)?.(), page.draft ? policyEditor(loaded, language) : undefined]);
  const content = await file?.show({
    t,
    language,
    settings,
    loaded,
    redraw,
    openDraft: () => policyEditor(loaded, language),
    editor: draft as RunningEditor,
  });
  // another page may have been opened, or something newer drawn, while this was prepared
  if (currentPage() !== page || !newest()) return;
  render(
    <OptionsApp t={t} page={page.id} pages={pages.map(({ id }) => id)} {...(draft && { editor: draft })}>
      {content}
    </OptionsApp>,
    app,
  );
  if (draft) focusPending();
}

/** Started by the first page that edits the policy: the others need neither the schema nor the rule language. */
async function policyEditor(loaded: LoadedPolicy | null, language: string): Promise<RunningEditor> {
  editor ??= import('./policy-editor.ts').then(async ({ startPolicyEditor }) => {
    const started = await startPolicyEditor(loaded, language, seekField, lifetime.signal);
    undoKeys(started, () => currentPage().draft === true, lifetime.signal);
    return started;
  });
  const running = await editor;
  running.speak(language);
  return running;
}
