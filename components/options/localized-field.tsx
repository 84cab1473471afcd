/** A text of the policy in every language of the team, bound to one path of the draft. */
import type { PageTranslate } from '../../lib/extension-text.ts';
import { setAt, valueAt } from '../../lib/policy/edit-at.ts';
import { languagesOf, textIn, withText } from '../../lib/policy/localized-edit.ts';
import { pathText } from '../../lib/policy/policy-problem.ts';
import type { Localized } from '../../lib/policy/schema.ts';
import { LockNote } from './lock-note.tsx';
import { type BoundProps, FieldProblems, idOf, problemsAt } from './policy-fields.tsx';

export interface LocalizedFieldProps extends BoundProps {
  readonly t: PageTranslate;
  /** Language of the interface, in which languages are named. */
  readonly language: string;
  readonly rows?: number;
  readonly optional?: boolean;
}

/** One input per language of the team. */
export function LocalizedField(props: LocalizedFieldProps) {
  const { t, editor, path, label, quiet, help, language, rows, optional } = props;
  const at = pathText(path);
  const own = editor.draft.language ?? 'en';
  const value = valueAt(editor.draft, path) as Localized | undefined;
  const languages = languagesOf(value, editor.draft.organization?.languages ?? [own], own);
  const problems = problemsAt(editor, at, true);
  const locked = editor.lockedBy(path) !== undefined;
  const described = [help !== undefined && `${idOf(at)}-help`, locked && `${idOf(at)}-lock`, problems.length > 0 && `${idOf(at)}-problem`]
    .filter(Boolean)
    .join(' ');
  return (
    <div class="field" role="group" aria-label={label}>
      {!quiet && <span class="label">{label}</span>}
      {languages.map((one) => {
        const shared = {
          'data-path': `${at}.${one}`,
          'aria-label': languages.length > 1 ? t('fields.inLanguage', { label, language: languageName(one, language) }) : label,
          'aria-invalid': problems.length > 0,
          ...(described && { 'aria-describedby': described }),
          lang: one,
          readOnly: locked,
          value: textIn(value, one, own),
          onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
            editor.change((policy) => {
              const next = withText(valueAt(policy, path) as Localized | undefined, one, event.currentTarget.value, own);
              return setAt(policy, path, next ?? (optional ? undefined : ''));
            }, `${at}.${one}`),
        };
        return (
          <span class="in-language" key={one}>
            {languages.length > 1 && <i aria-hidden="true">{one}</i>}
            {rows === undefined ? <input type="text" {...shared} /> : <textarea rows={rows} {...shared} />}
          </span>
        );
      })}
      {help !== undefined && (
        <small class="help" id={`${idOf(at)}-help`}>
          {help}
        </small>
      )}
      <LockNote id={idOf(at)} editor={editor} path={path} {...(quiet && { quiet: true })} />
      <FieldProblems id={`${idOf(at)}-problem`} problems={problems} />
    </div>
  );
}

/** The name of a language in another one; its code where the browser knows no name. */
export function languageName(code: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
