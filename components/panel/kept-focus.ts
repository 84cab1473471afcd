/**
 * Keeps the focus in the panel when the control that had it goes away with what it did, such as "Correct" when the field is being edited:
 * otherwise it would fall to the page, and the next keys would be the helpdesk's shortcuts. Who has left the panel is left alone.
 */

const controls = 'button, a[href], input, select, textarea, summary, [tabindex="0"]';
/** Where so much went that only the whole is left, a person goes on at its head. */
const heads = '[role=tab][aria-selected=true], [data-focus=back]';

/**
 * @param panel the panel's outermost element; it stays the same as long as the panel is there
 * @returns what ends it
 */
export function keepFocus(panel: HTMLElement): () => void {
  let held: { readonly control: Element; readonly around: readonly Element[] } | undefined;

  const takes = ({ target }: Event): void => {
    held = target instanceof Element ? { control: target, around: ancestors(target, panel) } : undefined;
  };
  const leaves = ({ target }: Event): void => {
    // browsers differ in whether a control that is taken away says so: what is still there was left by the person
    queueMicrotask(() => {
      if (held?.control === target && held?.control.isConnected) held = undefined;
    });
  };
  const observer = new MutationObserver(() => {
    if (!held || held.control.isConnected) return;
    const { around } = held;
    held = undefined;
    if (!nobodyHasFocus(panel)) return;
    nearest(around)?.focus();
  });
  panel.addEventListener('focusin', takes);
  panel.addEventListener('focusout', leaves);
  observer.observe(panel, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    panel.removeEventListener('focusin', takes);
    panel.removeEventListener('focusout', leaves);
  };
}

/** The elements around `control`, the nearest first, `panel` last. */
function ancestors(control: Element, panel: Element): Element[] {
  const around: Element[] = [];
  for (let at = control.parentElement; at; at = at === panel ? null : at.parentElement) around.push(at);
  return around;
}

function nearest(around: readonly Element[]): HTMLElement | undefined {
  for (const place of around) {
    if (!place.isConnected) continue;
    const found = place.querySelector<HTMLElement>(heads) ?? [...place.querySelectorAll<HTMLElement>(controls)].find(canTakeFocus);
    if (found) return found;
  }
  return undefined;
}

const canTakeFocus = (control: HTMLElement): boolean =>
  !control.matches(':disabled') && control.tabIndex >= 0 && control.checkVisibility?.() !== false;

function nobodyHasFocus(panel: Element): boolean {
  const root = panel.getRootNode();
  if (root instanceof ShadowRoot && root.activeElement) return false;
  const { activeElement, body } = panel.ownerDocument;
  return activeElement === null || activeElement === body || (root instanceof ShadowRoot && activeElement === root.host);
}
