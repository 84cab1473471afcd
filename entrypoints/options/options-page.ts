/** What every page of the options app is given, and what it answers. */
import type { ComponentChildren } from 'preact';
import type { PolicyEditor } from '../../components/options/policy-editor.ts';
import type { PageTranslate } from '../../lib/extension-text.ts';
import type { LoadedPolicy } from '../../lib/policy/loaded-policy.ts';
import type { Settings } from '../../lib/storage.ts';

export interface OptionsContext {
  readonly t: PageTranslate;
  readonly language: string;
  readonly settings: Settings;
  /** The policy in use. */
  readonly loaded: LoadedPolicy | null;
  /** Draws the page again, after a change that nothing else announces. */
  readonly redraw: () => void;
  /** The draft, for a page that only now and then adds to it. */
  readonly openDraft: () => Promise<PolicyEditor>;
}

/** Called again after every change of settings, policy or permissions; the answer is drawn over the last one, so components keep their state. */
export type ShowOptionsPage = (context: OptionsContext) => ComponentChildren | Promise<ComponentChildren>;

/** A page that edits the draft (`draft: true` in `options-pages.ts`). Changes of the draft draw the components again that read it. */
export type ShowPolicyPage = (context: OptionsContext & { readonly editor: PolicyEditor }) => ComponentChildren | Promise<ComponentChildren>;
