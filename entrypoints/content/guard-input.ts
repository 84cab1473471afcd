/**
 * Keeps what is typed in the panel from the page. A window-capture listener of the page sees keys of a closed shadow root, so
 * the probe's own listeners, registered at document_start before any script of the page, stop such events and hand them to the
 * panel by call. In a tab that was open before the site was enabled the page's listeners may be older: best effort.
 */
import type { PageBridge } from './page-bridge.ts';

const guarded = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'paste',
  'copy',
  'cut',
];

export function guardInput(bridge: PageBridge): void {
  for (const type of guarded) {
    window.addEventListener(
      type,
      (event) => {
        if (!bridge.host || event.target !== bridge.host || !event.isTrusted) return;
        event.stopImmediatePropagation();
        if (bridge.onPanelInput?.(event)) event.preventDefault();
      },
      { capture: true, signal: bridge.signal },
    );
  }
}
