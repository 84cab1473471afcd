/** Named states of the pages on sharing a policy and on what is in effect. */
import type { ComponentChildren } from 'preact';
import { type PageTranslate, pageTranslator } from '../../lib/extension-text.ts';
import type { Example, Examples } from '../ui/example.ts';
import { policyNames } from '../../lib/policy/path-words.ts';
import { type PolicyChange, policyChangeText } from '../../lib/policy/diff-policies.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { EffectivePage } from './effective-page.tsx';
import { OptionsApp } from './options-app.tsx';
import type { OptionsPageId } from './options-pages.ts';
import type { PreviewModel } from './policy-preview.tsx';
import { SharingPage, type SharingPageProps } from './sharing-page.tsx';
import css from './options.css?inline';
import sharingCss from './sharing.css?inline';

const nothing = (): void => undefined;

function example(name: string, page: OptionsPageId, content: (t: PageTranslate, language: string) => ComponentChildren): Example {
  return {
    name,
    show: (language) => {
      const t = pageTranslator(language);
      return (
        <OptionsApp t={t} page={page}>
          {content(t, language)}
        </OptionsApp>
      );
    },
  };
}

const load = loadPolicy(defaultPolicy, { kind: 'built-in' }, 0);
const policies = load.ok ? [load.loaded.policy] : [];
const changed: readonly PolicyChange[] = [
  { kind: 'threshold', rule: 'third-contact', fact: 'contacts', comparison: '>=', now: '3', was: '4' },
  { kind: 'mode', rule: 'vip', now: 'on', was: 'shadow' },
  { kind: 'value', path: 'priorities.high.resolution', now: '6h', was: '8h' },
  { kind: 'value', path: 'version', now: '13', was: '12' },
];
const namesIn = (language: string, t: PageTranslate) => policyNames(policies, language, t);
const updateIn = (language: string, t: PageTranslate): PreviewModel => ({
  name: 'Acme support',
  version: 13,
  signedBy: '44cb 9fce 8d72 72bb cbbc 4b1c 3d60 f719',
  changes: changed.map((change) => policyChangeText(change, t, namesIn(language, t))),
  problems: [],
});
const publish: NonNullable<SharingPageProps['publish']> = {
  name: 'Acme support',
  drafted: false,
  earlier: undefined,
  version: 13,
  expires: '2027-05-25',
  said: [],
  refused: false,
  link: undefined,
  onSign: nothing,
  onMakeKeys: nothing,
  onPlain: nothing,
  onLink: nothing,
};
const common: Omit<SharingPageProps, 't'> = {
  pending: undefined,
  news: undefined,
  subscriptions: [],
  subscribe: undefined,
  taken: undefined,
  takenProblem: undefined,
  overruled: [],
  lockedBy: undefined,
  companyProblems: [],
  publish,
  on: {
    onCheck: nothing,
    onAllow: nothing,
    onUpdates: nothing,
    onEnd: nothing,
    onTake: nothing,
    onDecline: nothing,
    onSeenNews: nothing,
    onFile: nothing,
    onLinkText: nothing,
    onUse: nothing,
    onForgetTaken: nothing,
  },
};
const subscription = {
  url: 'https://static.acme.example/handrail/policy.signed.json',
  managed: false,
  pinned: '44cb 9fce 8d72 72bb cbbc 4b1c 3d60 f719',
  updates: 'ask' as const,
  inUse: 12,
  checked: '25 Nov 2026, 10:00',
  next: '25 Nov 2026, 11:04',
  until: '25 May 2027, 10:00',
  rollout: 10,
  refused: false,
  needsLeave: false,
};
const form = { found: undefined, later: undefined, problem: undefined, busy: false, onLook: nothing, onSubscribe: nothing };

export const sharingExamples: Examples = {
  group: 'sharing',
  css: css + sharingCss,
  mount: 'page',
  widths: [1100, 420],
  examples: [
    example('subscribe', 'publish', (t, language) => <SharingPage t={t} {...common} subscribe={{ ...form, found: updateIn(language, t) }} />),
    example('update-waits', 'publish', (t, language) => (
      <SharingPage
        t={t}
        {...common}
        pending={updateIn(language, t)}
        subscriptions={[{ ...subscription, outcome: t('sharing.outcome.waiting', { version: 13 }) }]}
      />
    )),
    example('refused', 'publish', (t, language) => (
      <SharingPage
        t={t}
        {...common}
        subscriptions={[
          {
            ...subscription,
            managed: true,
            refused: true,
            needsLeave: true,
            outcome: t('sharing.outcome.refused', { why: t('sharing.refused.bad-signature') }),
          },
        ]}
        news={{ at: '25 Nov 2026', name: 'Acme support', version: 12, changes: updateIn(language, t).changes }}
        takenProblem={t('sharing.link.broken')}
        overruled={[namesIn(language, t).path('rules.legal-threat')]}
        lockedBy={t('sharing.lockedAll')}
        companyProblems={[t('managed.problem', { part: 'policy', problem: t('managed.noGroup') })]}
      />
    )),
    example('going-back', 'publish', (t, language) => (
      <SharingPage
        t={t}
        {...common}
        publish={{
          ...publish,
          drafted: true,
          said: [t('sharing.publish.badVersion')],
          refused: true,
          earlier: {
            versions: [
              { version: 13, at: '25 Nov 2026, 10:00', rollout: 10, inUse: true },
              { version: 12, at: '20 Nov 2026, 16:20', rollout: 100, inUse: false },
              { version: 11, inUse: false },
            ],
            back: { to: 12, as: 14, changes: updateIn(language, t).changes, problems: [] },
            onLook: nothing,
            onBack: nothing,
            onCancel: nothing,
          },
        }}
      />
    )),
    example('effective', 'effective', (t, language) => (
      <EffectivePage
        t={t}
        groups={[
          {
            title: namesIn(language, t).path('rules'),
            rows: [
              {
                path: 'rules.legal',
                label: namesIn(language, t).path('rules.legal'),
                value: 'IF contains_phrase(legal_threat) THEN escalate to Tier 4',
                layer: 'company',
                locked: true,
              },
              {
                path: 'rules.vip',
                label: namesIn(language, t).path('rules.vip'),
                value: 'IF customer.vip THEN notify account manager',
                layer: 'mine',
                locked: false,
              },
            ],
          },
        ]}
        overruled={[{ label: namesIn(language, t).path('rules.legal'), wanted: 'mine', by: 'company' }]}
        aside={false}
        own
        onDropOwn={nothing}
        onSaveOwn={nothing}
      />
    )),
  ],
};
