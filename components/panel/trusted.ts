/** What a person did is told from what a script of the page made, which can make events, but not such ones. */
import { byPerson } from './replay-input.ts';

/** @returns `act`, but for what a person did alone. */
export function trusted<E extends Event>(act: (event: E) => void): (event: E) => void {
  return (event) => {
    if (byPerson(event)) act(event);
  };
}

function refuseScripts(event: Event): void {
  if (byPerson(event)) return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Handlers for the panel's outermost element: what a script made ends there. Asking on the action alone is not enough, since the browser
 * answers a script's click on a box, or on the label of one, with a change that it made itself and that counts as trusted.
 */
export const refusingScripts = {
  onClickCapture: refuseScripts,
  onKeyDownCapture: refuseScripts,
  onInputCapture: refuseScripts,
  onChangeCapture: refuseScripts,
};
