/**
 * Every page of the options app in the order of the navigation. A page is one file, `entrypoints/options/pages/<id>.tsx`, that exports
 * `show`; the navigation lists the pages whose file is there.
 */
import type { PageTextKey } from '../../lib/extension-text.ts';

export interface OptionsPage {
  /** Its address is `#<id>`; what follows a slash is the page's own: `#rules/vip`. */
  readonly id: string;
  readonly group?: 'policy' | 'team' | 'browser';
  readonly title: PageTextKey;
  /** The page edits the draft of the policy: `show` is given the editor, and the draft's own bar stands above the page. */
  readonly draft?: true;
}

export const OPTIONS_PAGES = [
  { id: 'welcome', title: 'options.nav.welcome' },
  { id: 'designer', group: 'policy', title: 'options.nav.designer', draft: true },
  { id: 'tiers', group: 'policy', title: 'options.nav.tiers', draft: true },
  { id: 'rules', group: 'policy', title: 'options.nav.rules', draft: true },
  { id: 'phrases', group: 'policy', title: 'options.nav.phrases', draft: true },
  { id: 'templates', group: 'policy', title: 'options.nav.templates', draft: true },
  { id: 'calendars', group: 'policy', title: 'options.nav.calendars', draft: true },
  { id: 'policy', group: 'policy', title: 'options.nav.policy', draft: true },
  { id: 'publish', group: 'team', title: 'options.nav.publish' },
  { id: 'metrics', group: 'team', title: 'options.nav.metrics' },
  { id: 'exports', group: 'team', title: 'options.nav.exports', draft: true },
  { id: 'sites', group: 'browser', title: 'options.nav.sites' },
  { id: 'effective', group: 'browser', title: 'options.nav.effective' },
  { id: 'practice', group: 'browser', title: 'options.nav.practice' },
  { id: 'privacy', group: 'browser', title: 'options.nav.privacy' },
  { id: 'settings', group: 'browser', title: 'options.nav.settings' },
] as const satisfies readonly OptionsPage[];

export type OptionsPageId = (typeof OPTIONS_PAGES)[number]['id'];

/** The page where a part of the policy is edited. @param path as problems name it: `tiers[0].name` */
export function pageOfPath(path: string): OptionsPageId {
  const part = /^\w*/.exec(path)?.[0] ?? '';
  if (['rules', 'tests'].includes(part)) return 'rules';
  if (part === 'phrases') return 'phrases';
  if (part === 'calendars') return 'calendars';
  if (['templates', 'steps', 'roles', 'criteria'].includes(part)) return 'templates';
  return tiersParts.has(part) ? 'tiers' : 'policy';
}
const tiersParts = new Set('tiers assumedTier priorities defaultPriority sla limits contacts customer variables currency rates'.split(' '));
