/** Whether this copy of the extension is cut off: it was updated, switched off or removed while the page stayed open. */
import { browser } from 'wxt/browser';

export function extensionGone(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true;
  }
}
