/** The policy in use; a file takes its place. */
import { PolicyPage } from '../../../components/options/policy-page.tsx';
import { systemClock } from '../../../lib/clock.ts';
import { defaultPolicy } from '../../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../../lib/policy/load-policy.ts';
import { printPolicy } from '../../../lib/policy/print-policy.ts';
import { readPolicyTrouble } from '../../../lib/storage.ts';
import { download } from '../download.ts';
import type { ShowOptionsPage } from '../options-page.ts';
import { usePolicy } from '../use-policy.ts';

export const show: ShowOptionsPage = async ({ t, language, loaded }) => {
  const policy = loaded?.policy;
  return (
    <PolicyPage
      t={t}
      language={language}
      policy={policy}
      problems={(await readPolicyTrouble())?.problems ?? []}
      onFile={(file) => void file.text().then((text) => usePolicy(loadPolicy(text, { kind: 'file' }, systemClock.now()), file.name))}
      onExport={() => policy && download(`${policy.id}.yaml`, printPolicy(policy), 'application/yaml')}
      onDefault={() => void usePolicy(loadPolicy(defaultPolicy, { kind: 'built-in' }, systemClock.now()))}
    />
  );
};
