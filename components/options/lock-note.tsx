/** What says in the editor that the team or the company has locked a part of the policy. */
import type { ComponentChildren } from 'preact';
import type { PolicyPath } from '../../lib/policy/policy-problem.ts';
import type { PolicyEditor } from './policy-editor.ts';

interface LockProps {
  readonly editor: PolicyEditor;
  readonly path: PolicyPath;
}

/** Why a field cannot be changed; in a table only a lock, whose title says it. */
export function LockNote({ id, editor, path, quiet }: LockProps & { readonly id: string; readonly quiet?: boolean }) {
  const why = editor.lockedBy(path);
  if (why === undefined) return null;
  return (
    <small class="locked" id={`${id}-lock`} title={why}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M6 9V6a4 4 0 0 1 8 0v3M4 9h12v8H4z" />
      </svg>
      <span class={quiet ? 'hidden' : undefined}>{why}</span>
    </small>
  );
}

/** Everything inside is switched off, and told why, while a whole part of the policy is locked. */
export function LockedPart({ editor, path, children }: LockProps & { readonly children: ComponentChildren }) {
  const why = editor.lockedBy(path);
  if (why === undefined) return <>{children}</>;
  return (
    <fieldset class="locked-part" disabled>
      <legend>
        <LockNote id={`part-${path.join('-')}`} editor={editor} path={path} />
      </legend>
      {children}
    </fieldset>
  );
}
