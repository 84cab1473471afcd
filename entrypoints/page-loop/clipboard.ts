/** Puts a text on the clipboard in several flavours at once. Must be called while a click is being handled. */

export interface CopyFlavours {
  readonly text: string;
  readonly html?: string;
  readonly markdown?: string;
}

/** @returns whether it is on the clipboard. */
export async function copy(flavours: CopyFlavours): Promise<boolean> {
  // Pages without https have no clipboard API; the old command still works there.
  if (!navigator.clipboard?.write) return copyByCommand(flavours);
  const markdownType = 'web text/markdown';
  const parts: Record<string, Blob> = { 'text/plain': new Blob([flavours.text], { type: 'text/plain' }) };
  if (flavours.html !== undefined) parts['text/html'] = new Blob([flavours.html], { type: 'text/html' });
  if (flavours.markdown !== undefined && ClipboardItem.supports?.(markdownType))
    parts[markdownType] = new Blob([flavours.markdown], { type: 'text/markdown' });
  try {
    await navigator.clipboard.write([new ClipboardItem(parts)]);
    return true;
  } catch {
    return copyByCommand(flavours);
  }
}

function copyByCommand({ text, html }: CopyFlavours): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('copy', fill, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', fill, { capture: true });
  }
}
