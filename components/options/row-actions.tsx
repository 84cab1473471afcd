/** Moving a member of a list up and down, and taking it out: buttons that name what they move. */
import type { PageTranslate } from '../../lib/extension-text.ts';
import { moved } from '../../lib/policy/edit-at.ts';

export interface RowActionsProps<T> {
  readonly t: PageTranslate;
  /** What is moved, for the names of the buttons. */
  readonly name: string;
  readonly list: readonly T[];
  readonly index: number;
  readonly onChange: (list: readonly T[]) => void;
  /** The order means nothing here. */
  readonly fixed?: boolean;
  /** The last one has to stay. */
  readonly least?: number;
  /** Why this one cannot be moved or taken out. */
  readonly locked?: string | undefined;
}

export function RowActions<T>({ t, name, list, index, onChange, fixed, least = 0, locked }: RowActionsProps<T>) {
  return (
    <span class="row-actions">
      {!fixed && (
        <>
          <button
            type="button"
            class="button small"
            disabled={locked !== undefined || index === 0}
            aria-label={t('edit.upOf', { name })}
            title={locked ?? t('edit.upOf', { name })}
            onClick={() => onChange(moved(list, index, index - 1))}
          >
            <span aria-hidden="true">↑</span>
          </button>
          <button
            type="button"
            class="button small"
            disabled={locked !== undefined || index === list.length - 1}
            aria-label={t('edit.downOf', { name })}
            title={locked ?? t('edit.downOf', { name })}
            onClick={() => onChange(moved(list, index, index + 1))}
          >
            <span aria-hidden="true">↓</span>
          </button>
        </>
      )}
      <button
        type="button"
        class="button small"
        disabled={locked !== undefined || list.length <= least}
        aria-label={t('edit.removeOf', { name })}
        title={locked ?? t('edit.removeOf', { name })}
        onClick={() => onChange(list.filter((_, other) => other !== index))}
      >
        <span aria-hidden="true">✕</span>
      </button>
    </span>
  );
}
