/** Named states of the workflow designer. */
import { type DesignAnswers, defaultAnswers } from '../../lib/designer/answers.ts';
import { designDocument } from '../../lib/designer/design-document.ts';
import { propose } from '../../lib/designer/propose.ts';
import { pageTranslator } from '../../lib/extension-text.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import type { Example, Examples } from '../ui/example.ts';
import type { DesignStep } from './designer-model.ts';
import { DesignerPage } from './designer-page.tsx';
import { OptionsApp } from './options-app.tsx';
import css from './options.css?inline';
import designerCss from './designer.css?inline';

const nothing = (): void => undefined;
/** What a lead types, in the lead's language. */
const typed: Readonly<Record<string, Pick<DesignAnswers, 'company' | 'product' | 'structure' | 'categories'>>> = {
  en: {
    company: 'Acme',
    product: 'Web shop software',
    structure: 'Hotline and a technical group',
    categories: [{ name: 'Wrong invoices' }, { name: 'Forgotten password' }, { name: 'API sync fails' }],
  },
  vi: {
    company: 'Cửa hàng Sao Mai',
    product: 'Phần mềm bán hàng',
    structure: 'Tổng đài và một nhóm kỹ thuật',
    categories: [{ name: 'Hóa đơn sai' }, { name: 'Quên mật khẩu' }, { name: 'Lỗi đồng bộ API' }],
  },
};
const answers: DesignAnswers = {
  ...defaultAnswers,
  ticketsPerMonth: 3000,
  hours: { ...defaultAnswers.hours, from: '08:00', to: '17:30' },
  timeZone: 'Asia/Ho_Chi_Minh',
  languages: ['vi', 'en'],
  pains: ['bounced', 'missed-targets'],
};

function example(name: string, step: DesignStep, change: Partial<DesignAnswers> = {}): Example {
  return {
    name,
    show: (language) => {
      const t = pageTranslator(language);
      const given = { ...answers, ...typed[language], ...change };
      const proposal = propose(given, t);
      const load = loadPolicy(proposal.policy, { kind: 'editor' }, 0);
      const checklist = { tiers: true, targets: true, automation: false, templates: true, training: false, metrics: false };
      return (
        <OptionsApp t={t} page="designer">
          <DesignerPage
            t={t}
            language={language}
            step={step}
            answers={given}
            problems={given.languages.length === 0 ? [{ answer: 'languages', problem: 'language', found: '' }] : []}
            proposal={{ ...proposal, edits: {}, edited: 0, editProblems: [], troubles: [] }}
            document={
              load.ok
                ? {
                    blocks: designDocument(
                      { ...proposal, policy: load.loaded.policy, rules: load.loaded.rules, answers: given, checklist },
                      language,
                      t,
                    ),
                    language,
                    languages: ['en', 'vi'],
                  }
                : undefined
            }
            zones={[]}
            said={undefined}
            onStep={nothing}
            onAnswers={nothing}
            onEdit={nothing}
            onUndoEdits={nothing}
            onStartAgain={nothing}
            onTake={nothing}
            onLanguage={nothing}
            onExport={nothing}
          />
        </OptionsApp>
      );
    },
  };
}

export const designerExamples: Examples = {
  group: 'designer',
  css: css + designerCss,
  mount: 'page',
  widths: [1280, 400],
  examples: [
    example('company', 1),
    example('tickets', 3),
    example('hours-with-a-problem', 4, { languages: [] }),
    example('proposal', 5),
    example('document', 6),
  ],
};
