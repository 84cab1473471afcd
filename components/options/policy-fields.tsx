/** Form fields that are bound to one path of the draft: they show its value, change it, and say what is wrong there. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { sameValue, valueAt } from '../../lib/policy/edit-at.ts';
import { type PolicyPath, pathText } from '../../lib/policy/policy-problem.ts';
import { LockNote } from './lock-note.tsx';
import type { PolicyEditor } from './policy-editor.ts';

export interface BoundProps {
  readonly editor: PolicyEditor;
  readonly path: PolicyPath;
  readonly label: string;
  /** The label is only read out: a table's headings say it to the eye. */
  readonly quiet?: boolean;
  readonly help?: string;
}

/** The id of the input at a policy path. */
export const idOf = (path: string): string => `at-${path.replace(/\s/g, '_')}`;

/** Sentences about exactly this place; with `below`, about what is in it too. */
export function problemsAt(editor: PolicyEditor, path: string, below = false): readonly string[] {
  return editor.problems
    .filter((problem) => problem.path === path || (below && (problem.path.startsWith(`${path}[`) || problem.path.startsWith(`${path}.`))))
    .map(({ sentence }) => sentence);
}

/** What an input needs to be named, found and described: spread it into the input. */
export function fieldProps({ editor, path, label, quiet, help }: BoundProps, below = false, typed = true) {
  const at = pathText(path);
  const id = idOf(at);
  const wrong = problemsAt(editor, at, below).length > 0;
  const locked = editor.lockedBy(path) !== undefined;
  const described = [help !== undefined && `${id}-help`, locked && `${id}-lock`, wrong && `${id}-problem`].filter(Boolean).join(' ');
  return {
    id,
    'data-path': at,
    'aria-invalid': wrong,
    ...(described && { 'aria-describedby': described }),
    ...(quiet && { 'aria-label': label }),
    // a select and a check box are switched off instead
    ...(locked && typed && { readOnly: true }),
  };
}

/** Label, input, help and problems of one path. */
export function FieldFrame({
  bound,
  below = false,
  children,
}: {
  readonly bound: BoundProps;
  readonly below?: boolean;
  readonly children: ComponentChildren;
}) {
  const at = pathText(bound.path);
  const problems = problemsAt(bound.editor, at, below);
  return (
    <div class="field">
      {!bound.quiet && <label for={idOf(at)}>{bound.label}</label>}
      {children}
      {bound.help !== undefined && (
        <small class="help" id={`${idOf(at)}-help`}>
          {bound.help}
        </small>
      )}
      <LockNote id={idOf(at)} editor={bound.editor} path={bound.path} {...(bound.quiet && { quiet: true })} />
      <FieldProblems id={`${idOf(at)}-problem`} problems={problems} />
    </div>
  );
}

export function FieldProblems({ id, problems }: { readonly id: string; readonly problems: readonly string[] }) {
  return problems.length ? (
    <p class="problem" id={id}>
      {problems.map((problem) => (
        <span key={problem}>{problem}</span>
      ))}
    </p>
  ) : null;
}

export interface TextFieldProps extends BoundProps {
  readonly placeholder?: string;
  readonly size?: number;
  /** An empty text takes the member out of the policy. */
  readonly optional?: boolean;
  readonly rows?: number;
  /** Ids of a `<datalist>` with what may stand here. */
  readonly list?: string;
}

export function TextField(props: TextFieldProps) {
  const { editor, path, placeholder, size, optional, rows, list } = props;
  const value = valueAt(editor.draft, path);
  const shared = {
    ...fieldProps(props),
    value: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    placeholder,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      editor.set(path, optional && event.currentTarget.value === '' ? undefined : event.currentTarget.value),
  };
  return (
    <FieldFrame bound={props}>
      {rows === undefined ? <input type="text" size={size} list={list} {...shared} /> : <textarea rows={rows} {...shared} />}
    </FieldFrame>
  );
}

export interface NumberFieldProps extends BoundProps {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number | 'any';
  readonly optional?: boolean;
}

/** What is no number stays as it was typed, so that the problem can be said at its field. */
export function NumberField(props: NumberFieldProps) {
  const { editor, path, min, max, step, optional } = props;
  const value = valueAt(editor.draft, path);
  return (
    <FieldFrame bound={props}>
      <input
        type="number"
        min={min}
        max={max}
        step={step}
        value={typeof value === 'number' || typeof value === 'string' ? value : ''}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          editor.set(path, typed === '' ? (optional ? undefined : '') : Number(typed));
        }}
        {...fieldProps(props)}
      />
    </FieldFrame>
  );
}

export interface SelectFieldProps extends BoundProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** How the chosen option is written into the policy; absent: as it is, the empty one as absent. */
  readonly write?: (value: string) => unknown;
}

/** A value that is none of the options is shown as one, so that a form never changes what it cannot show. */
export function SelectField(props: SelectFieldProps) {
  const { editor, path, options, write = (value) => (value === '' ? undefined : value) } = props;
  const held = valueAt(editor.draft, path);
  const value = typeof held === 'string' || typeof held === 'number' ? String(held) : '';
  const all = options.some((option) => option.value === value) ? options : [...options, { value, label: value }];
  return (
    <FieldFrame bound={props}>
      <select
        value={value}
        disabled={editor.lockedBy(path) !== undefined}
        onChange={(event) => editor.set(path, write(event.currentTarget.value))}
        {...fieldProps(props, false, false)}
      >
        {all.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export function CheckField(props: BoundProps & { readonly optional?: boolean }) {
  const { editor, path, label, help, optional } = props;
  const at = idOf(pathText(path));
  return (
    <div class="field check">
      <label>
        <input
          type="checkbox"
          disabled={editor.lockedBy(path) !== undefined}
          checked={valueAt(editor.draft, path) === true}
          onChange={(event) => editor.set(path, event.currentTarget.checked ? true : optional ? undefined : false)}
          {...fieldProps({ ...props, quiet: false }, false, false)}
        />{' '}
        {label}
      </label>
      {help !== undefined && (
        <small class="help" id={`${at}-help`}>
          {help}
        </small>
      )}
      <LockNote id={at} editor={editor} path={path} />
      <FieldProblems id={`${at}-problem`} problems={problemsAt(editor, pathText(path))} />
    </div>
  );
}

export interface ListFieldProps extends BoundProps {
  readonly rows?: number;
}

/** A list of short texts, one a line. Empty lines are the person's own while they type and no members of the list. */
export function ListField(props: ListFieldProps) {
  const { editor, path, rows } = props;
  const value = valueAt(editor.draft, path);
  const lines = Array.isArray(value) ? value.map(String) : [];
  return (
    <FieldFrame bound={props} below>
      <LinesArea
        lines={lines}
        rows={rows ?? Math.min(8, Math.max(2, lines.length))}
        onLines={(next) => editor.set(path, next)}
        {...fieldProps(props, true)}
      />
    </FieldFrame>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A text area over a list: the text as typed stays as long as it means the same list. */
function LinesArea({
  lines,
  rows,
  onLines,
  ...rest
}: {
  readonly lines: readonly string[];
  readonly rows: number;
  readonly onLines: (lines: readonly string[]) => void;
}) {
  const typed = useRef<string | undefined>(undefined);
  const text = typed.current !== undefined && sameValue(linesOf(typed.current), lines) ? typed.current : lines.join('\n');
  return (
    <textarea
      rows={rows}
      value={text}
      onInput={(event) => {
        typed.current = event.currentTarget.value;
        onLines(linesOf(event.currentTarget.value));
      }}
      {...rest}
    />
  );
}
