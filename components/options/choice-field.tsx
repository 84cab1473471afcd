/** Several of a few: a group of check boxes over a list of the draft. */
import { valueAt } from '../../lib/policy/edit-at.ts';
import { pathText } from '../../lib/policy/policy-problem.ts';
import { LockNote } from './lock-note.tsx';
import { type BoundProps, FieldProblems, idOf, problemsAt } from './policy-fields.tsx';

export interface ChoiceFieldProps extends BoundProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly empty?: string;
}

/** What is in the list and none of the options is shown as one, so that a form never drops what it cannot show. */
export function ChoiceField({ editor, path, label, options, empty }: ChoiceFieldProps) {
  const at = pathText(path);
  const held = valueAt(editor.draft, path);
  const chosen = Array.isArray(held) ? held.map(String) : [];
  const all = [...options, ...chosen.filter((value) => !options.some((option) => option.value === value)).map((value) => ({ value, label: value }))];
  const problems = problemsAt(editor, at, true);
  return (
    <fieldset
      class="choices"
      disabled={editor.lockedBy(path) !== undefined}
      data-path={at}
      aria-describedby={problems.length ? `${idOf(at)}-problem` : undefined}
    >
      <legend>{label}</legend>
      {all.map(({ value, label: words }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              // in the order of the options, so that checking one twice changes nothing
              editor.set(
                path,
                event.currentTarget.checked
                  ? all.map((one) => one.value).filter((one) => one === value || chosen.includes(one))
                  : chosen.filter((one) => one !== value),
              )
            }
          />{' '}
          {words}
        </label>
      ))}
      {all.length === 0 && empty !== undefined && <small>{empty}</small>}
      <LockNote id={idOf(at)} editor={editor} path={path} />
      <FieldProblems id={`${idOf(at)}-problem`} problems={problems} />
    </fieldset>
  );
}
