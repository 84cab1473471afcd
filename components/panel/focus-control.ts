/** Where a person goes on in the panel when the control that they used is gone. */
import { keepFocus } from '../ui/keep-focus.ts';

const controls = 'button, a[href], input, select, textarea, summary, [tabindex="0"]';
/** Where so much went that only the whole is left, a person goes on at its head. */
const heads = '[role=tab][aria-selected=true], [data-focus=back]';

/** Gives the focus to the head of `place`, or to the first control there that can take it. @returns false where there is none */
function focusControl(place: Element): boolean {
  const inside = [...place.querySelectorAll<HTMLElement>(controls)];
  const found = place.querySelector<HTMLElement>(heads) ?? [...(place.matches(controls) ? [place as HTMLElement] : []), ...inside].find(canTakeFocus);
  found?.focus();
  return found !== undefined;
}

/** Keeps the focus in the panel that is mounted in `container`, as long as it is there. */
export const keepPanelFocus = (container: HTMLElement): void => keepFocus(container, focusControl);

const canTakeFocus = (control: HTMLElement): boolean =>
  !control.matches(':disabled') && control.tabIndex >= 0 && control.checkVisibility?.() !== false;
