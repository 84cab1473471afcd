/** Named states of the helpdesk exports. */
import { pageTranslator } from '../../lib/extension-text.ts';
import { exportPolicy } from '../../lib/exports/export-policy.ts';
import type { System } from '../../lib/exports/helpdesk-export.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { loadPolicy } from '../../lib/policy/load-policy.ts';
import type { Example, Examples } from '../ui/example.ts';
import css from './options.css?inline';
import exportsCss from './exports.css?inline';
import { ExportsPage } from './exports-page.tsx';
import { OptionsApp } from './options-app.tsx';

const nothing = (): void => undefined;
const load = loadPolicy(defaultPolicy, { kind: 'built-in' }, 0);

const example = (name: string, system: System, made = true): Example => ({
  name,
  show: (language) => {
    const t = pageTranslator(language);
    return (
      <OptionsApp t={t} page="exports">
        <ExportsPage
          t={t}
          system={system}
          made={made && load.ok ? exportPolicy(load.loaded, system, { t, language, ids: {} }) : undefined}
          waiting={!made}
          ids={{}}
          said={undefined}
          onSystem={nothing}
          onId={nothing}
          onCopy={nothing}
          onSave={nothing}
        />
      </OptionsApp>
    );
  },
});

export const exportsExamples: Examples = {
  group: 'exports',
  css: css + exportsCss,
  mount: 'page',
  widths: [1280, 400],
  examples: [example('zendesk', 'zendesk'), example('jira', 'jira'), example('no-policy', 'zammad', false)],
};
