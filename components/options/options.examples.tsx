/** Named states of the options pages. Over 250 lines: one list of them all. */
import type { ComponentChildren } from 'preact';
import { type PageTranslate, pageTranslator } from '../../lib/extension-text.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import { computeMetrics } from '../../lib/metrics/metrics.ts';
import { practiceCases } from '../../lib/practice/practice-cases.ts';
import { practiceWords } from '../../lib/practice/practice-words.ts';
import { localize } from '../../lib/text.ts';
import { exampleNow } from '../panel/example-data.ts';
import type { Example, Examples } from '../ui/example.ts';
import { OptionsApp } from './options-app.tsx';
import type { OptionsPageId } from './options-pages.ts';
import { PrivacyPage } from './privacy-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { SitesPage } from './sites-page.tsx';
import { WelcomePage } from './welcome-page.tsx';
import { MetricsPage, type MetricsPageProps } from './metrics-page.tsx';
import { PushSection, type PushSectionProps } from './push-section.tsx';
import { PracticePage, type PracticePageProps } from './practice-page.tsx';
import { practiceTask } from './practice-task.ts';
import css from './options.css?inline';
import metricsCss from './metrics.css?inline';
import practiceCss from './practice.css?inline';

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

const ledger = {
  ticketCount: 212,
  pushUrl: undefined,
  pushCount: 0,
  designed: true,
  drafted: true,
  onDeleteDraft: nothing,
  taughtCount: 2,
  onForgetTaught: nothing,
  practised: true,
  onForgetPractice: nothing,
  onForgetSession: nothing,
  onDeleteDesign: nothing,
  onForgetPushes: nothing,
  onDeleteTicket: nothing,
  onDeleteLookup: nothing,
  retentionDays: 180,
  lookupCount: 3,
  said: undefined,
  inDraft: false,
  onDeleteNotes: nothing,
  onRetention: nothing,
  onDeleteTickets: nothing,
  onRebuild: nothing,
  onExport: nothing,
  onImport: nothing,
};
const loaded = loadPolicy({ ...defaultPolicy, tests: [] }, { kind: 'built-in' }, exampleNow);
function practice(t: PageTranslate, language: string, rule: string, fires: boolean): PracticePageProps {
  if (!loaded.ok) throw new Error('the built-in policy does not load');
  const one = practiceCases(loaded.loaded, practiceWords(t), language, exampleNow).find((made) => made.rule === rule && made.fires === fires);
  return {
    t,
    task: one && practiceTask(one, loaded.loaded, t, language, exampleNow),
    tiers: loaded.loaded.policy.tiers.map(({ tier, name }) => ({ tier, name: localize(name, language) })),
    scores: [
      { rule: localize({ en: 'Third or later contact about this issue', vi: 'Liên hệ từ lần thứ ba về cùng vấn đề' }, language), right: 2, asked: 3 },
    ],
    onAnswer: nothing,
    onNext: nothing,
    onForget: nothing,
  };
}
const metricsIn = (language: string): Omit<MetricsPageProps, 't' | 'language'> => ({
  metrics: [
    { id: 'escalationRate', tier: 2, unit: 'share', value: 0.115, numerator: 11, denominator: 96 },
    { id: 'timeToEscalate', unit: 'hours', value: 2.5, p90: 6.25, numerator: 10, denominator: 11 },
    { id: 'csatAfter', unit: 'score', value: 3.5, numerator: 4, denominator: 11 },
    { id: 'firstContactResolution', tier: 1, unit: 'share', value: 0.72, numerator: 36, denominator: 50 },
    { id: 'rulePrecision', rule: 'legal', unit: 'share', value: 1, numerator: 3, denominator: 3 },
    { id: 'updateKept', unit: 'share', numerator: 0, denominator: 0 },
  ],
  weeks: [7, 11, 6, 14, 9, 11].map((escalated, index) => ({
    week: new Date(Date.UTC(2026, 9, 12 + index * 7)).toISOString().slice(0, 10),
    escalated,
    seen: 96,
  })),
  coverage: { tickets: 96, people: 1 },
  filter: { tier: 2 },
  choices: {
    origins: ['https://help.acme.example'],
    tiers: defaultPolicy.tiers.map(({ tier, name }) => ({ tier, name: localize(name, language) })),
    rules: (defaultPolicy.rules ?? []).filter(({ id }) => id === 'legal').map(({ id, title }) => ({ rule: id, title: localize(title, language) })),
  },
  files: [],
  said: [],
  onFilter: nothing,
  onFiles: nothing,
  onForgetFiles: nothing,
  onScores: nothing,
  onScore: nothing,
  onExport: nothing,
});
const sentBody = JSON.stringify({
  resourceMetrics: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'handrail' } }] },
      scopeMetrics: [{ metrics: [{ name: 'handrail.tickets.escalated', sum: { dataPoints: [{ asDouble: 3 }], aggregationTemporality: 1 } }] }],
    },
  ],
});
const collectorUrl = 'https://otel.acme.example/v1/metrics';
const push: Omit<PushSectionProps, 't' | 'language'> = {
  url: collectorUrl,
  every: '1h',
  on: true,
  agreedTo: undefined,
  preview: sentBody,
  log: [
    { at: '2026-11-24T10:00:00Z', url: collectorUrl, state: 'failed', problem: 'HTTP 503 Service Unavailable', body: sentBody },
    { at: '2026-11-24T09:00:00Z', url: collectorUrl, state: 'unknown', body: sentBody },
    { at: '2026-11-24T08:00:00Z', url: collectorUrl, state: 'sent', body: sentBody },
  ],
  refused: false,
  onSwitch: nothing,
  onSend: nothing,
  onForget: nothing,
};
const siteActions = {
  locales: [{ locale: 'vi', name: 'Tiếng Việt' }],
  offered: ['https://eu.acme.example'],
  said: undefined,
  inDraft: false,
  onLocale: nothing,
  onAdd: nothing,
  onIntoPolicy: nothing,
};

export const optionsExamples: Examples = {
  group: 'options',
  css: css + practiceCss + metricsCss,
  mount: 'page',
  widths: [1100, 420],
  examples: [
    example('welcome', 'welcome', (t) => <WelcomePage t={t} policyName={undefined} siteCount={0} shortcut="Alt+Shift+H" />),
    example('welcome-done', 'welcome', (t) => <WelcomePage t={t} policyName="Acme support" siteCount={2} shortcut={undefined} />),
    example('sites', 'sites', (t) => (
      <SitesPage
        t={t}
        sites={[
          {
            pattern: 'https://help.acme.example/*',
            origin: 'https://help.acme.example',
            zone: 'Asia/Ho_Chi_Minh',
            locale: '',
            shared: { locale: 'vi', fields: ['Group'] },
            api: true,
            taught: [
              { name: 'priority', label: 'Priority' },
              { name: 'custom:Plan', label: 'Plan' },
            ],
          },
          { pattern: 'http://localhost/*', origin: 'http://localhost', zone: '', locale: '', shared: { fields: [] }, api: false, taught: [] },
        ]}
        browserZone="Europe/Berlin"
        zones={['Asia/Ho_Chi_Minh', 'Europe/Berlin', 'UTC']}
        onZone={nothing}
        {...siteActions}
        products={['Zendesk', 'Jira', 'Request Tracker']}
        onApi={nothing}
        onForget={nothing}
        onProfile={nothing}
        onRemove={nothing}
      />
    )),
    example('sites-none', 'sites', (t) => (
      <SitesPage
        t={t}
        sites={[]}
        browserZone="Europe/Berlin"
        zones={['Europe/Berlin']}
        onZone={nothing}
        {...siteActions}
        products={[]}
        onApi={nothing}
        onForget={nothing}
        onProfile={nothing}
        onRemove={nothing}
      />
    )),
    example('metrics', 'metrics', (t, language) => <MetricsPage t={t} language={language} {...metricsIn(language)} />),
    example('metrics-team', 'metrics', (t, language) => (
      <MetricsPage
        t={t}
        language={language}
        {...metricsIn(language)}
        coverage={{ tickets: 10000, people: 20 }}
        files={['a.json', 'b.json']}
        said={['ledger.json is not a JSON file; nothing was taken in.']}
      />
    )),
    example('metrics-too-few', 'metrics', (t, language) => (
      <MetricsPage
        t={t}
        language={language}
        {...metricsIn(language)}
        coverage={{ tickets: 96, people: 3 }}
        withheld="too-few"
        files={['a.json', 'b.json']}
      />
    )),
    example('metrics-push', 'metrics', (t, language) => (
      <MetricsPage t={t} language={language} {...metricsIn(language)} push={<PushSection t={t} language={language} {...push} />} />
    )),
    example('metrics-push-changed', 'metrics', (t, language) => (
      <MetricsPage
        t={t}
        language={language}
        {...metricsIn(language)}
        metrics={[]}
        weeks={[]}
        push={
          <PushSection
            t={t}
            language={language}
            {...push}
            on={false}
            refused
            agreedTo="https://old.acme.example/v1/metrics"
            preview={null}
            log={[]}
          />
        }
      />
    )),
    example('metrics-push-unreadable', 'metrics', (t, language) => (
      <MetricsPage
        t={t}
        language={language}
        {...metricsIn(language)}
        metrics={[]}
        weeks={[]}
        push={<PushSection t={t} language={language} {...push} preview={undefined} />}
      />
    )),
    example('metrics-empty', 'metrics', (t, language) => (
      <MetricsPage t={t} language={language} {...metricsIn(language)} metrics={computeMetrics([])} weeks={[]} coverage={{ tickets: 0, people: 1 }} />
    )),
    example('practice', 'practice', (t, language) => <PracticePage {...practice(t, language, 'legal', true)} />),
    example('practice-right', 'practice', (t, language) => <PracticePage {...practice(t, language, 'legal', true)} answered={4} />),
    example('practice-wrong', 'practice', (t, language) => <PracticePage {...practice(t, language, 'third-contact', false)} answered={3} />),
    example('practice-mark', 'practice', (t, language) => <PracticePage {...practice(t, language, 'mark-manager', true)} answered={1} />),
    example('practice-none', 'practice', (t, language) => <PracticePage {...practice(t, language, '', true)} />),
    example('settings', 'settings', (t) => (
      <SettingsPage
        locked={() => false}
        t={t}
        settings={{ prompting: 'hint', toured: true, retentionDays: 180, notify: true, name: 'Chris' }}
        onChange={nothing}
        onNotify={nothing}
      />
    )),
    example('privacy-trouble', 'privacy', (t) => (
      <PrivacyPage
        t={t}
        noteCount={0}
        {...ledger}
        ticketCount={undefined}
        trouble={{ at: '2026-11-24T10:00:00Z', kind: 'full', problem: 'QuotaExceededError: the disk is full' }}
        said="ledger.json is not a JSON file; nothing was taken in."
      />
    )),
    example('privacy', 'privacy', (t) => <PrivacyPage t={t} noteCount={12} {...ledger} />),
  ],
};
