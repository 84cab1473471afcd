import { byPerson } from './replay-input.ts';

/** Enter does what a small form is for, Escape gives it up and no more: the panel would fold up. */
export function formKeys(save: () => void, cancel: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.isComposing || !byPerson(event)) return;
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
