/** Named states of the pages that edit the policy. */
import type { ComponentChildren } from 'preact';
import { type PageTranslate, pageTranslator } from '../../lib/extension-text.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import type { PolicyInput } from '../../lib/policy/schema.ts';
import { setAt } from '../../lib/policy/edit-at.ts';
import { readPolicyText } from '../../lib/policy/read-policy-text.ts';
import { exampleNow } from '../panel/example-data.ts';
import type { Example, Examples } from '../ui/example.ts';
import { exampleEditor } from './example-editor.ts';
import { OptionsApp } from './options-app.tsx';
import css from './options.css?inline';
import type { OptionsPageId } from './options-pages.ts';
import type { PolicyEditor } from './policy-editor.ts';
import { CalendarsPage } from './calendars-page.tsx';
import { PhrasesPage } from './phrases-page.tsx';
import { PolicyFilePage } from './policy-file.tsx';
import { TemplatesPage } from './templates-page.tsx';
import { TiersPage } from './tiers-page.tsx';

type Content = (t: PageTranslate, language: string, editor: PolicyEditor) => ComponentChildren;

interface State {
  readonly draft?: PolicyInput;
  readonly more?: Partial<PolicyEditor>;
  readonly press?: readonly string[];
}

function example(name: string, page: OptionsPageId, content: Content, { draft, more, press }: State = {}): Example {
  return {
    name,
    ...(press && { press }),
    show: (language) => {
      const t = pageTranslator(language);
      const editor = exampleEditor(defaultPolicy, draft, more, language);
      return (
        <OptionsApp t={t} page={page} editor={editor}>
          {content(t, language, editor)}
        </OptionsApp>
      );
    },
  };
}

const nothing = (): void => undefined;
const tiersPage: Content = (t, language, editor) => <TiersPage t={t} language={language} editor={editor} />;
const phrasesPage: Content = (t, language, editor) => <PhrasesPage t={t} language={language} editor={editor} />;
const templatesPage: Content = (t, language, editor) => <TemplatesPage t={t} language={language} editor={editor} now={exampleNow} />;
const calendarsPage: Content = (t, language, editor) => (
  <CalendarsPage
    t={t}
    language={language}
    editor={editor}
    zones={['UTC', 'Asia/Ho_Chi_Minh', 'Europe/Berlin']}
    browserZone="Europe/Berlin"
    now={exampleNow}
    readIcs={() => Promise.resolve({ days: [], past: 0, problem: 'not-ics' })}
  />
);
const filePage =
  (refused: readonly string[]): Content =>
  (t, language, editor) => (
    <PolicyFilePage
      t={t}
      language={language}
      editor={editor}
      asked={undefined}
      overruled={[]}
      refused={refused}
      read={(text) => readPolicyText(text, exampleNow, language)}
      pause={nothing}
      onFile={nothing}
      onExport={nothing}
      onDefault={nothing}
    />
  );
const changed: PolicyInput = setAt(
  setAt(setAt({ ...defaultPolicy, label: '2026-11' }, ['priorities', 1, 'resolution'], '6h'), ['rules', 0, 'mode'], 'shadow'),
  ['tiers', 1, 'respondsWithin'],
  '3h',
);
const withProblems: PolicyInput = { ...setAt(defaultPolicy, ['priorities', 1, 'resolution'], '8 hrs'), assumedTier: 5 };
const office: PolicyInput = {
  ...defaultPolicy,
  calendars: {
    default: {
      name: { en: 'Office hours', vi: 'Giờ văn phòng' },
      timeZone: 'Europe/Berlin',
      hours: {
        mon: [
          ['09:00', '12:00'],
          ['13:00', '17:00'],
        ],
        tue: [['09:00', '17:00']],
        wed: [['09:15', '17:45']],
        thu: [['09:00', '17:00']],
        fri: [['09:00', '17:00']],
        sat: [['22:00', '06:00']],
        sun: [['18:00', '24:00']],
      },
      holidays: ['--01-01', '--12-25', '2026-04-06'],
      overrides: { '2026-12-24': [['09:00', '12:00']], '2026-12-31': [] },
      breaks: { '2026-12-23': [['12:00', '13:00']] },
    },
  },
};
const wrongWindow = setAt(office, ['calendars', 'default', 'hours', 'tue', 0, 1], '25:00');

export const policyEditorExamples: Examples = {
  group: 'policy',
  css,
  mount: 'page',
  widths: [1100, 420],
  examples: [
    example('draft-problems', 'tiers', tiersPage, {
      draft: withProblems,
      more: { behind: true, storageProblem: 'QuotaExceededError', text: 'tiers: [' },
    }),
    example('draft-review', 'tiers', tiersPage, { draft: changed, press: ['.draft-bar .primary'] }),
    example('tiers', 'tiers', tiersPage),
    example('tiers-open', 'tiers', tiersPage, { draft: changed, press: ['.editor .card:nth-of-type(2) summary'] }),
    example('calendars-always-open', 'calendars', calendarsPage),
    example('calendars', 'calendars', calendarsPage, { draft: office }),
    example('calendars-wrong', 'calendars', calendarsPage, { draft: wrongWindow }),
    example('phrases', 'phrases', phrasesPage),
    example('phrases-open', 'phrases', phrasesPage, { press: ['.editor .card summary'] }),
    example('templates', 'templates', templatesPage),
    example('templates-wrong', 'templates', templatesPage, {
      draft: setAt(defaultPolicy, ['templates', 'handoff'], {
        en: '# Handoff\n{{ticketid}} [Nummer]\n{{> all}}\n{{#tried}}\n- {{summary',
        vi: '# Bàn giao\n{{ticketid}} [Nummer]\n{{> all}}\n{{#tried}}\n- {{summary',
      }),
    }),
    example('file', 'policy', filePage([]), { draft: changed }),
    example(
      'file-refused',
      'policy',
      filePage(['policy.yaml: line 41, column 9, Rules › Refund late › Sentence: unknown fact `ticket.prority`; did you mean `ticket.priority`?']),
      {
        more: { text: 'handrail: 1\ntiers: [\n', changed: true },
      },
    ),
  ],
};
