/** Puts a text where the agent types replies and notes, as if it were typed, so that the page notices and undo works. */
import { isVisible } from './visibility.ts';

const editors = 'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';

/** The composer of the page: the focused editor, else the lowest visible one of the pane or the page. Search fields are none. */
export function findComposer(document: Document, root: Element): HTMLElement | undefined {
  const candidates = (within: ParentNode): HTMLElement[] =>
    [...within.querySelectorAll<HTMLElement>(editors)].filter(
      (element) => isVisible(element) && !element.matches('[aria-readonly="true"], [readonly], [disabled]'),
    );
  const inPane = candidates(root);
  const all = inPane.length ? inPane : candidates(document);
  return all.find((element) => element === document.activeElement) ?? all.at(-1);
}

/**
 * Inserts at the caret, or at the end when the caret is elsewhere. Never replaces what is there.
 * @returns false when the editor did not take it; then nothing was changed.
 */
export function insertText(composer: HTMLElement, text: string): boolean {
  const before = contentOf(composer);
  if (composer.ownerDocument.activeElement !== composer) {
    composer.focus();
    if (composer instanceof HTMLTextAreaElement) composer.setSelectionRange(composer.value.length, composer.value.length);
    else composer.ownerDocument.getSelection()?.selectAllChildren(composer);
    if (!(composer instanceof HTMLTextAreaElement)) composer.ownerDocument.getSelection()?.collapseToEnd();
  }
  // The one command that goes through the editor's own handling and its undo history, in every browser.
  composer.ownerDocument.execCommand('insertText', false, text);
  return contentOf(composer) !== before;
}

function contentOf(composer: HTMLElement): string {
  return composer instanceof HTMLTextAreaElement ? composer.value : (composer.textContent ?? '');
}
