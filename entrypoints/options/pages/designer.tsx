/** The workflow designer. Answers are kept with every change; the proposal becomes the lead's draft on a click and nothing else. */
import { computed, signal } from '@preact/signals';
import type { DesignerPageProps, DesignExport, DesignStep } from '../../../components/options/designer-model.ts';
import { DesignerPage } from '../../../components/options/designer-page.tsx';
import '../../../components/options/designer.css';
import type { PolicyEditor } from '../../../components/options/policy-editor.ts';
import { systemClock } from '../../../lib/clock.ts';
import { answerProblems, type DesignAnswers, defaultAnswers, readAnswers } from '../../../lib/designer/answers.ts';
import { applyEdits } from '../../../lib/designer/apply-edits.ts';
import { checklistState, type Evidence } from '../../../lib/designer/checklist.ts';
import { designDocument } from '../../../lib/designer/design-document.ts';
import { dropStaleTests } from '../../../lib/designer/drop-stale-tests.ts';
import { printHtml, printMarkdown } from '../../../lib/designer/print-document.ts';
import { propose } from '../../../lib/designer/propose.ts';
import { pageTranslator } from '../../../lib/extension-text.ts';
import { exportLedger } from '../../../lib/ledger/ledger-store.ts';
import { loadPolicyData } from '../../../lib/policy/load-policy-data.ts';
import { printPolicy } from '../../../lib/policy/print-policy.ts';
import { type DesignerState, readDesigner, readPractice, saveDesigner } from '../../../lib/storage.ts';
import { languages as catalogueLanguages } from '../../../lib/text.ts';
import { download } from '../download.ts';
import type { ShowPolicyPage } from '../options-page.ts';
import { systemZone } from '../../../lib/zone.ts';

const state = signal<DesignerState | undefined>(undefined);
const evidence = signal<Evidence>({ inUse: null, exported: false, practice: {}, ticketsSeen: 0 });
const words = signal('en');
const documentLanguage = signal<string | undefined>(undefined);
const said = signal<string | undefined>(undefined);

const problems = computed(() => (state.value ? answerProblems(state.value.answers) : []));
const proposal = computed(() => {
  const now = state.value;
  if (!now || problems.value.length > 0) return undefined;
  const t = pageTranslator(words.value);
  const proposed = propose(now.answers, t);
  const edited = applyEdits(proposed.policy, now.edits);
  const load = (policy: typeof edited.policy) => loadPolicyData(policy, { kind: 'editor' }, systemClock.now(), words.value);
  let { policy } = edited;
  let result = load(policy);
  if (result.ok && edited.applied.length > 0) {
    policy = dropStaleTests(policy, result.loaded);
    result = load(policy);
  }
  return {
    ...proposed,
    policy,
    edits: now.edits,
    edited: edited.applied.length,
    editProblems: edited.problems,
    loaded: result.ok ? result.loaded : undefined,
    troubles: result.ok ? [] : result.problems.map(({ readable }) => readable),
  };
});
const language = computed(
  () => documentLanguage.value ?? state.value?.answers.languages.find((one) => catalogueLanguages.includes(one)) ?? words.value.split('-')[0] ?? 'en',
);
const blocks = computed(() => {
  const made = proposal.value;
  if (!made?.loaded || !state.value) return [];
  const t = pageTranslator(language.value);
  // the reasons are written in the language of the document
  const { decisions } = propose(state.value.answers, t);
  return designDocument(
    {
      policy: made.loaded.policy,
      rules: made.loaded.rules,
      answers: state.value.answers,
      decisions,
      plan: made.plan,
      checklist: checklistState(made.policy, evidence.value),
    },
    language.value,
    t,
  );
});

export const show: ShowPolicyPage = async ({ t, language: spoken, loaded, editor }) => {
  words.value = spoken;
  const stored = kept(await readDesigner());
  state.value ??= stored ?? firstState(spoken);
  // written by the page of exports in the meantime
  if (stored?.exportedAt !== undefined) state.value = { ...state.value, exportedAt: stored.exportedAt };
  if (stored?.exportIds) state.value = { ...state.value, exportIds: stored.exportIds };
  const ledger = await exportLedger(systemClock.now()).catch(() => undefined);
  evidence.value = {
    inUse: loaded?.policy ?? null,
    exported: stored?.exportedAt !== undefined,
    practice: await readPractice(),
    ticketsSeen: ledger?.tickets.length ?? 0,
  };
  return <Designer t={t} language={spoken} editor={editor} />;
};

function Designer({ t, language: spoken, editor }: Pick<DesignerPageProps, 't' | 'language'> & { readonly editor: PolicyEditor }) {
  const now = state.value;
  if (!now) return null;
  const step = now.step as DesignStep;
  return (
    <DesignerPage
      t={t}
      language={spoken}
      step={step}
      answers={now.answers}
      problems={problems.value}
      proposal={step === 5 ? proposal.value : undefined}
      document={step === 6 ? { blocks: blocks.value, language: language.value, languages: catalogueLanguages } : undefined}
      zones={Intl.supportedValuesOf('timeZone')}
      said={said.value}
      onStep={(next) => change({ step: next })}
      onAnswers={(answers) => change({ answers: { ...now.answers, ...answers } })}
      onEdit={(cell, text) => change({ edits: { ...now.edits, [cell]: text } })}
      onUndoEdits={() => change({ edits: {} })}
      onStartAgain={() => {
        if (!window.confirm(t('design.startAgainSure'))) return;
        state.value = firstState(spoken);
        said.value = undefined;
        void saveDesigner(null);
      }}
      onTake={() => {
        const made = proposal.value;
        if (!made?.loaded) return;
        editor.change(() => made.policy);
        said.value = t('design.proposal.taken');
      }}
      onLanguage={(chosen) => (documentLanguage.value = chosen)}
      onExport={(kind) => void take(kind, t)}
    />
  );
}

async function take(kind: DesignExport, t: DesignerPageProps['t']): Promise<void> {
  const made = proposal.value;
  if (!made) return;
  const name = made.policy.id;
  if (kind === 'markdown') download(`${name}-workflow-${language.value}.md`, printMarkdown(blocks.value), 'text/markdown');
  if (kind === 'html') download(`${name}-workflow-${language.value}.html`, printHtml(blocks.value, language.value), 'text/html');
  // the style sheet leaves the document alone on the paper
  if (kind === 'print') window.print();
  if (kind === 'policy') download(`${name}.yaml`, printPolicy(made.policy), 'application/yaml');
  if (kind === 'copy') {
    await navigator.clipboard.writeText(printMarkdown(blocks.value));
    said.value = t('design.document.copied');
  }
}

/** What was typed half way, such as an empty number, is kept by the browser as nothing: the usual answer stands in. */
const kept = (found: DesignerState | null): DesignerState | undefined =>
  found ? { ...found, answers: readAnswers(found.answers).answers } : undefined;

function firstState(spoken: string): DesignerState {
  const main = spoken.split('-')[0] ?? 'en';
  const answers: DesignAnswers = {
    ...defaultAnswers,
    timeZone: systemZone() || 'UTC',
    languages: [catalogueLanguages.includes(main) ? main : 'en'],
  };
  return { answers, edits: {}, step: 1 };
}

/** On screen at once, and kept after it. */
function change(part: Partial<DesignerState>): void {
  if (!state.value) return;
  said.value = undefined;
  state.value = { ...state.value, ...part };
  void saveDesigner(state.value);
}
