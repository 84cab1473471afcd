/** The targets beside the rules that speak of them. */
import type { PageTranslate } from '../../../lib/extension-text.ts';
import { localize } from '../../../lib/text.ts';
import type { PolicyEditor } from '../policy-editor.ts';
import { TextField } from '../policy-fields.tsx';

export function TargetsTable({ t, language, editor }: { readonly t: PageTranslate; readonly language: string; readonly editor: PolicyEditor }) {
  return (
    <section>
      <h2>{t('rules.targets')}</h2>
      <table class="targets">
        <thead>
          <tr>
            <th scope="col">{t('policy.priority')}</th>
            <th scope="col">{t('policy.firstResponse')}</th>
            <th scope="col">{t('policy.resolution')}</th>
          </tr>
        </thead>
        <tbody>
          {editor.draft.priorities.map(({ id, name }, index) => (
            <tr key={id}>
              <th scope="row">{localize(name, language) || id}</th>
              {(['firstResponse', 'resolution'] as const).map((target) => (
                <td key={target}>
                  <TextField
                    editor={editor}
                    path={['priorities', index, target]}
                    label={`${localize(name, language) || id}: ${t(`policy.${target}`)}`}
                    quiet
                    optional
                    size={8}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
