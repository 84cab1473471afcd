/** Names with one value each, such as variables and exchange rates: rows that can be renamed, added and taken out. */
import { useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { setAt, valueAt } from '../../lib/policy/edit-at.ts';
import { type PolicyPath, pathText } from '../../lib/policy/policy-problem.ts';
import type { PolicyEditor } from './policy-editor.ts';
import { RenameField } from './rename-field.tsx';
import { NumberField, TextField, problemsAt } from './policy-fields.tsx';

export interface RecordRowsProps {
  readonly t: PageTranslate;
  readonly editor: PolicyEditor;
  readonly path: PolicyPath;
  readonly caption: string;
  readonly nameHead: string;
  readonly valueHead: string;
  readonly value: 'text' | 'number';
  readonly add: string;
  /** The value that a new row starts with. */
  readonly first: string | number;
  /** Puts another name in the place of one, wherever it is used; absent = names stand. */
  readonly onRename?: (from: string, to: string) => void;
}

export function RecordRows({ t, editor, path, caption, nameHead, valueHead, value, add, first, onRename }: RecordRowsProps) {
  const held = (valueAt(editor.draft, path) ?? {}) as Readonly<Record<string, unknown>>;
  const names = Object.keys(held);
  const [fresh, setFresh] = useState('');
  const at = pathText(path);
  const addIt = (): void => {
    const name = fresh.trim();
    if (name === '' || names.includes(name)) return;
    editor.set([...path, name], first);
    setFresh('');
  };
  return (
    <div data-path={at}>
      <table class="records">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{nameHead}</th>
            <th scope="col">{valueHead}</th>
            <th scope="col">
              <span class="hidden">{t('edit.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name, index) => (
            // by place: a row that gets another name keeps the focus
            <tr key={index}>
              <th scope="row">
                {onRename ? (
                  <RenameField
                    t={t}
                    name={name}
                    taken={names}
                    locked={editor.lockedBy([...path, name]) !== undefined}
                    onRename={(to) => onRename(name, to)}
                  />
                ) : (
                  <code>{name}</code>
                )}
              </th>
              <td>
                {value === 'text' ? (
                  <TextField editor={editor} path={[...path, name]} label={`${caption}: ${name}`} quiet />
                ) : (
                  <NumberField editor={editor} path={[...path, name]} label={`${caption}: ${name}`} quiet min={0} step="any" />
                )}
              </td>
              <td>
                <button
                  type="button"
                  class="button small"
                  disabled={editor.lockedBy([...path, name]) !== undefined}
                  aria-label={t('edit.removeOf', { name })}
                  title={t('edit.removeOf', { name })}
                  onClick={() => editor.change((policy) => setAt(policy, [...path, name], undefined))}
                >
                  <span aria-hidden="true">✕</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <form
        class="add-row"
        onSubmit={(event) => {
          event.preventDefault();
          addIt();
        }}
      >
        <input
          type="text"
          data-own-undo
          aria-label={add}
          placeholder={nameHead}
          value={fresh}
          onInput={(event) => setFresh(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={editor.lockedBy(path) !== undefined || fresh.trim() === '' || names.includes(fresh.trim())}>
          {add}
        </button>
      </form>
      {problemsAt(editor, at).map((problem) => (
        <p class="problem" key={problem}>
          {problem}
        </p>
      ))}
    </div>
  );
}
