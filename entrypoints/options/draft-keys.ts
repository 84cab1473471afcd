/** Keys and focus of pages that edit the draft: Ctrl+Z and Ctrl+Shift+Z, and the way from a problem to its field. */
import type { PolicyEditor } from '../../components/options/policy-editor.ts';

/**
 * Undo and redo of the whole draft, also while a field has the focus, since its text is the draft's. Texts of their own (a text
 * editor with its own history, a text to try things out on) are marked `data-own-undo`.
 */
export function undoKeys(editor: PolicyEditor, here: () => boolean, signal: AbortSignal): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || !here()) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      if (event.target instanceof Element && event.target.closest('[data-own-undo], dialog')) return;
      const redo = key === 'y' || event.shiftKey;
      event.preventDefault();
      if (redo) editor.redo();
      else editor.undo();
    },
    { signal },
  );
}

let pending: string | undefined;

/** Gives the focus to the field at a policy path, or to what stands nearest around it: now, or when its page has been drawn. */
export function seekField(path: string): void {
  pending = path;
  focusPending();
}

/** For after a page was drawn. */
export function focusPending(): void {
  if (pending === undefined) return;
  // what the page opens for the sought field is drawn by then
  requestAnimationFrame(() => {
    for (let path = pending ?? ''; path !== ''; path = path.replace(/(\.[^.[\]]*|\[\d+\]|^[^.[\]]+)$/, '')) {
      const found = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
      if (!found) continue;
      pending = undefined;
      for (let around: Element | null = found; around; around = around.parentElement) if (around instanceof HTMLDetailsElement) around.open = true;
      const inputs = 'input, select, textarea, button, [tabindex]';
      const target = found.matches(inputs) ? found : (found.querySelector<HTMLElement>(inputs) ?? found);
      target.focus();
      target.scrollIntoView({ block: 'center' });
      return;
    }
  });
}
