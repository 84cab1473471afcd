/**
 * Hands the panel a key or text event that the guard kept from the page. The event itself never gets inside, so a copy is sent to the
 * focused element; the copy does not leave the shadow root, so the page sees neither.
 * @returns true when the panel used it up and the browser should do nothing more.
 */
export function replayInput(root: ShadowRoot, event: Event): boolean {
  const target = root.activeElement;
  if (!target) return false;
  return !target.dispatchEvent(copyOf(event));
}

function copyOf(event: Event): Event {
  const inside = { bubbles: true, cancelable: event.cancelable, composed: false };
  if (event instanceof KeyboardEvent) {
    const { key, code, location, ctrlKey, shiftKey, altKey, metaKey, repeat, isComposing } = event;
    return new KeyboardEvent(event.type, { ...inside, key, code, location, ctrlKey, shiftKey, altKey, metaKey, repeat, isComposing });
  }
  if (event instanceof InputEvent) {
    const { data, inputType, isComposing } = event;
    return new InputEvent(event.type, { ...inside, data, inputType, isComposing });
  }
  return new Event(event.type, inside);
}
