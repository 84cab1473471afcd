/** Helpdesk exports of the lead's draft. Nothing is sent anywhere; the numbers that were filled in stay in this browser. */
import { computed, signal } from '@preact/signals';
import { ExportsPage } from '../../../components/options/exports-page.tsx';
import '../../../components/options/exports.css';
import type { PolicyEditor } from '../../../components/options/policy-editor.ts';
import { systemClock } from '../../../lib/clock.ts';
import { defaultAnswers } from '../../../lib/designer/answers.ts';
import { type PageTranslate, pageTranslator } from '../../../lib/extension-text.ts';
import { exportPolicy } from '../../../lib/exports/export-policy.ts';
import type { ExportFile, System } from '../../../lib/exports/helpdesk-export.ts';
import type { LoadedPolicy } from '../../../lib/policy/loaded-policy.ts';
import { type DesignerState, readDesigner, saveDesigner } from '../../../lib/storage.ts';
import { download } from '../download.ts';
import { oneByOne } from '../later-wins.ts';
import type { ShowPolicyPage } from '../options-page.ts';

const inTurn = oneByOne();
const system = signal<System>('zendesk');
const ids = signal<Readonly<Record<string, string>>>({});
const said = signal<string | undefined>(undefined);
const words = signal('en');
const policy = signal<LoadedPolicy | undefined>(undefined);
const made = computed(() =>
  policy.value ? exportPolicy(policy.value, system.value, { t: pageTranslator(words.value), language: words.value, ids: ids.value }) : undefined,
);

export const show: ShowPolicyPage = async ({ t, language, editor }) => {
  words.value = language;
  // after what was typed before is kept: it would come back as it was
  ids.value = (await inTurn(readDesigner))?.exportIds ?? ids.value;
  return <Exports t={t} editor={editor} />;
};

function Exports({ t, editor }: { readonly t: PageTranslate; readonly editor: PolicyEditor }) {
  policy.value = editor.checked;
  return (
    <ExportsPage
      t={t}
      system={system.value}
      made={made.value}
      waiting={editor.problems.length > 0}
      ids={ids.value}
      said={said.value}
      onSystem={(chosen) => {
        system.value = chosen;
        said.value = undefined;
      }}
      onId={(key, value) => {
        ids.value = { ...ids.value, [key]: value };
        void remember({ exportIds: ids.value });
      }}
      onCopy={(file) => void copy(file, t)}
      onSave={(file) => {
        download(file.name, file.text, mimeTypes[file.type]);
        void remember({ exportedAt: new Date(systemClock.now()).toISOString() });
      }}
    />
  );
}

const mimeTypes = { json: 'application/json', markdown: 'text/markdown', csv: 'text/csv' } as const;

async function copy(file: ExportFile, t: PageTranslate): Promise<void> {
  await navigator.clipboard.writeText(file.text);
  said.value = t('exports.copied', { name: file.name });
  await remember({ exportedAt: new Date(systemClock.now()).toISOString() });
}

/** The designer's checklist asks whether rules were exported here. */
const remember = (part: Pick<DesignerState, 'exportIds' | 'exportedAt'>): Promise<void> =>
  inTurn(async () => saveDesigner({ ...((await readDesigner()) ?? { answers: defaultAnswers, edits: {}, step: 1 }), ...part }));
