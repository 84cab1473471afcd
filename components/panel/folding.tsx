/** A list that shows its first rows and folds away the rest. */
import type { VNode } from 'preact';

export interface FoldingProps {
  readonly rows: readonly VNode[];
  readonly list: 'why' | 'steps';
  readonly shown: number;
  readonly more: (count: number) => string;
}

/** A list that folds away what goes beyond its first rows; a single row is never folded. */
export function Folding({ rows, list, shown, more }: FoldingProps) {
  if (rows.length === 0) return null;
  const cut = rows.length <= shown + 1 ? rows.length : shown;
  return (
    <>
      <ul class={list}>{rows.slice(0, cut)}</ul>
      {cut < rows.length && (
        <details class="more">
          <summary>{more(rows.length - cut)}</summary>
          <ul class={list}>{rows.slice(cut)}</ul>
        </details>
      )}
    </>
  );
}
