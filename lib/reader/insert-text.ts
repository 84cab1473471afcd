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
 * @returns whether the text is in the editor one frame later: an editor may take a text back that did not come its own way.
 */
export async function insertText(composer: HTMLElement, text: string): Promise<boolean> {
  const document = composer.ownerDocument;
  const before = contentOf(composer);
  if (document.activeElement !== composer) {
    composer.focus();
    if (composer instanceof HTMLTextAreaElement) composer.setSelectionRange(composer.value.length, composer.value.length);
    else document.getSelection()?.selectAllChildren(composer);
    if (!(composer instanceof HTMLTextAreaElement)) document.getSelection()?.collapseToEnd();
  }
  // Editors with a model of their own take pasted text in one step, which one undo takes back; a plain field leaves it to the browser.
  if (composer instanceof HTMLTextAreaElement || !tookPaste(composer, text)) document.execCommand('insertText', false, text);
  await new Promise<void>((drawn) => document.defaultView?.requestAnimationFrame(() => drawn()));
  return contentOf(composer) !== before;
}

/** Whether the page's editor handles a paste itself. */
function tookPaste(composer: HTMLElement, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return !composer.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
}

function contentOf(composer: HTMLElement): string {
  return composer instanceof HTMLTextAreaElement ? composer.value : (composer.textContent ?? '');
}
