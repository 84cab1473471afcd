/** The name of a part that rules and texts use: changed when the person leaves the field, and everywhere it is used. */
import { useState } from 'preact/hooks';
import type { PageTranslate } from '../../lib/extension-text.ts';
import { isPartName } from '../../lib/policy/rename.ts';

export interface RenameFieldProps {
  readonly t: PageTranslate;
  readonly name: string;
  readonly taken: readonly string[];
  readonly locked: boolean;
  readonly onRename: (name: string) => void;
}

export function RenameField({ t, name, taken, locked, onRename }: RenameFieldProps) {
  const [refused, setRefused] = useState<string>();
  const label = t('edit.rename', { name });
  return (
    <span class="rename">
      <input
        type="text"
        data-own-undo
        size={Math.max(8, name.length)}
        spellcheck={false}
        aria-label={label}
        aria-invalid={refused !== undefined}
        readOnly={locked}
        value={refused ?? name}
        onChange={(event) => {
          const wanted = event.currentTarget.value.trim();
          const good = wanted === name || (isPartName(wanted) && !taken.includes(wanted));
          setRefused(good ? undefined : wanted);
          if (good && wanted !== name) onRename(wanted);
        }}
      />
      {refused !== undefined && (
        <small class="problem" role="alert">
          {t('edit.renameRefused', { name: refused })}
        </small>
      )}
    </span>
  );
}
