/** The policy as a text, and policy files: loading one shows what it changes before it takes effect, saving one writes the draft. */
import { PolicyFilePage, type PolicyFileProps } from '../../../components/options/policy-file.tsx';
import { systemClock } from '../../../lib/clock.ts';
import { defaultPolicy } from '../../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../../lib/policy/load-policy.ts';
import { policyNames } from '../../../lib/policy/path-words.ts';
import { readPolicyText } from '../../../lib/policy/read-policy-text.ts';
import { reviewOwnPolicy } from '../../../lib/policy-in-use.ts';
import { readPolicyTrouble } from '../../../lib/storage.ts';
import { download } from '../download.ts';
import type { ShowPolicyPage } from '../options-page.ts';
import { usePolicy } from '../use-policy.ts';

const pauseMs = 400;
let waiting = new AbortController();

/** What a file wanted that is locked here, and so stayed as it was. */
let overruled: readonly string[] = [];
/** What is shown before it is used. */
let asked: PolicyFileProps['asked'];

export const show: ShowPolicyPage = async ({ t, language, loaded, editor, redraw }) => {
  const use = async (result: ReturnType<typeof loadPolicy>, name?: string): Promise<void> => {
    asked = undefined;
    overruled = await usePolicy(result, name);
    redraw();
  };
  const ask = async (result: ReturnType<typeof loadPolicy>, name?: string): Promise<void> => {
    const review = result.ok && loaded ? await reviewOwnPolicy(result.loaded, loaded, systemClock.now(), language) : undefined;
    // what cannot be used is said by the way that would use it
    if (!review?.ok) return use(result, name);
    asked = {
      review,
      onUse: () => void use(result, name),
      onClose: () => {
        asked = undefined;
        redraw();
      },
    };
    redraw();
  };
  return (
    <PolicyFilePage
      t={t}
      language={language}
      editor={editor}
      asked={asked}
      overruled={overruled.map(policyNames(loaded ? [loaded.policy] : [], language, t).path)}
      refused={(await readPolicyTrouble())?.problems ?? []}
      read={(text) => readPolicyText(text, systemClock.now(), language)}
      pause={(act) => {
        waiting.abort();
        waiting = new AbortController();
        systemClock.at(systemClock.now() + pauseMs, act, waiting.signal);
      }}
      onFile={(file) => void file.text().then((text) => ask(loadPolicy(text, { kind: 'file' }, systemClock.now(), language), file.name))}
      onExport={(text) => download(`${editor.draft.id}.yaml`, text, 'application/yaml')}
      onDefault={() => void ask(loadPolicy(defaultPolicy, { kind: 'built-in' }, systemClock.now()))}
    />
  );
};
