/** Lets through only what a person did: a script of the page can make events, but not trusted ones. */
export function trusted<E extends Event>(act: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) act(event);
  };
}

/**
 * For the capture phase of everything clickable: a click that a script made ends there. Asking on the action alone is not enough, since
 * the browser answers such a click on a box, or on the label of one, with a change that it made itself and that counts as trusted.
 */
export function refuseScripts(click: Event): void {
  if (click.isTrusted) return;
  click.preventDefault();
  click.stopPropagation();
}
