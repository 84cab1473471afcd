/** Opening windows as times: several a day, over midnight when the end is before the start, 24:00 as the end of the day. */
import type { PageTranslate } from '../../lib/extension-text.ts';
import { valueAt } from '../../lib/policy/edit-at.ts';
import { type PolicyPath, pathText } from '../../lib/policy/policy-problem.ts';
import { minutesOf } from '../../lib/sla/week-grid.ts';
import type { PolicyEditor } from './policy-editor.ts';
import { FieldProblems, TextField, idOf, problemsAt } from './policy-fields.tsx';

export interface WindowsFieldProps {
  readonly t: PageTranslate;
  readonly editor: PolicyEditor;
  readonly path: PolicyPath;
  /** The day or date, for the names of the inputs. */
  readonly name: string;
  /** What no window means here. */
  readonly none: string;
}

export function WindowsField({ t, editor, path, name, none }: WindowsFieldProps) {
  const held = valueAt(editor.draft, path);
  const windows = Array.isArray(held) ? (held as readonly (readonly [string, string])[]) : [];
  const at = pathText(path);
  return (
    <div class="windows" data-path={at}>
      {windows.length === 0 && <span class="soft">{none}</span>}
      {windows.map(([from, to], index) => {
        const [start, end] = [minutesOf(from), minutesOf(to)];
        const problems = problemsAt(editor, `${at}[${index}]`);
        return (
          <span class="window" key={index}>
            <TextField
              editor={editor}
              path={[...path, index, 0]}
              label={t('calendar.opens', { name, n: index + 1 })}
              quiet
              size={5}
              placeholder="09:00"
            />
            <span aria-hidden="true">–</span>
            <TextField
              editor={editor}
              path={[...path, index, 1]}
              label={t('calendar.closes', { name, n: index + 1 })}
              quiet
              size={5}
              placeholder="17:00"
            />
            {start !== undefined && end !== undefined && end < start && <small class="soft">{t('calendar.overnight')}</small>}
            <button
              type="button"
              class="button small"
              aria-label={t('calendar.removeWindow', { name, from, to })}
              title={t('calendar.removeWindow', { name, from, to })}
              onClick={() =>
                editor.set(
                  path,
                  windows.filter((_, other) => other !== index),
                )
              }
            >
              <span aria-hidden="true">✕</span>
            </button>
            <FieldProblems id={`${idOf(`${at}[${index}]`)}-problem`} problems={problems} />
          </span>
        );
      })}
      <button
        type="button"
        class="button small"
        aria-label={t('calendar.addWindow', { name })}
        title={t('calendar.addWindow', { name })}
        onClick={() => editor.set([...path, windows.length], windows.length ? ['18:00', '20:00'] : ['09:00', '17:00'])}
      >
        <span aria-hidden="true">+</span>
      </button>
    </div>
  );
}
