/** The policy as a text, and policy files: loading one takes effect at once, saving one writes the draft. */
import { PolicyFilePage } from '../../../components/options/policy-file.tsx';
import { systemClock } from '../../../lib/clock.ts';
import { defaultPolicy } from '../../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../../lib/policy/load-policy.ts';
import { policyNames } from '../../../lib/policy/path-words.ts';
import { readPolicyText } from '../../../lib/policy/read-policy-text.ts';
import { readPolicyTrouble } from '../../../lib/storage.ts';
import { download } from '../download.ts';
import type { ShowPolicyPage } from '../options-page.ts';
import { usePolicy } from '../use-policy.ts';

const pauseMs = 400;
let waiting = new AbortController();

/** What a file wanted that is locked here, and so stayed as it was. */
let overruled: readonly string[] = [];

export const show: ShowPolicyPage = async ({ t, language, loaded, editor, redraw }) => {
  const use = async (result: ReturnType<typeof loadPolicy>, name?: string): Promise<void> => {
    overruled = await usePolicy(result, name);
    redraw();
  };
  return (
    <PolicyFilePage
      t={t}
      language={language}
      editor={editor}
      overruled={overruled.map(policyNames(loaded ? [loaded.policy] : [], language, t).path)}
      refused={(await readPolicyTrouble())?.problems ?? []}
      read={(text) => readPolicyText(text, systemClock.now(), language)}
      pause={(act) => {
        waiting.abort();
        waiting = new AbortController();
        systemClock.at(systemClock.now() + pauseMs, act, waiting.signal);
      }}
      onFile={(file) => void file.text().then((text) => use(loadPolicy(text, { kind: 'file' }, systemClock.now(), language), file.name))}
      onExport={(text) => download(`${editor.draft.id}.yaml`, text, 'application/yaml')}
      onDefault={() => void use(loadPolicy(defaultPolicy, { kind: 'built-in' }, systemClock.now()))}
    />
  );
};
