/**
 * Hands the panel a key or text event that the guard kept from the page. The event itself never gets inside, so a copy is sent to the
 * focused element; the copy does not leave the shadow root, so the page sees neither.
 * @returns true when the panel used it up and the browser should do nothing more.
 */
export function replayInput(root: ShadowRoot, event: Event): boolean {
  const target = root.activeElement;
  if (!target) return false;
  copy = copyOf(event);
  return !target.dispatchEvent(copy);
}

/** The last one that was sent; no script of a page can come by it. */
let copy: Event | undefined;

/** Whether a person did it: the browser says so, or said so of the event that this is a copy of. */
export const byPerson = (event: Event): boolean => event.isTrusted || event === copy;

/** What the panel's handlers ask of an event. */
const asked = ['key', 'code', 'location', 'ctrlKey', 'shiftKey', 'altKey', 'metaKey', 'repeat', 'isComposing', 'data', 'inputType'] as const;

function copyOf(event: Event): Event {
  // A plain event stays inside the shadow root; Firefox lets a copied KeyboardEvent out, whatever its `composed` says.
  const made = new Event(event.type, { bubbles: true, cancelable: event.cancelable, composed: false });
  for (const name of asked) if (name in event) Object.defineProperty(made, name, { value: event[name as keyof Event] });
  return made;
}
