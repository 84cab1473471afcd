// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { focusHeading } from '../../components/options/focus-heading.ts';
import { keepFocus } from '../../components/ui/keep-focus.ts';

let life: AbortController;
let root: HTMLElement;

/** What a page looks like: cards in a part of it, each with a heading. */
function page(parts: Readonly<Record<string, readonly string[]>>): void {
  document.body.replaceChildren();
  root = document.createElement('main');
  root.append(heading('h1', 'Page'));
  for (const [name, cards] of Object.entries(parts)) {
    const part = document.createElement('section');
    part.append(heading('h2', name));
    for (const card of cards) {
      const one = document.createElement('article');
      one.id = card;
      const button = document.createElement('button');
      button.textContent = 'Delete';
      if (card !== 'bare') one.append(heading('h3', card));
      one.append(button);
      part.append(one);
    }
    root.append(part);
  }
  document.body.append(root);
  life = new AbortController();
  keepFocus(root, focusHeading, life.signal);
}
function heading(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
const button = (card: string): HTMLElement => document.querySelector(`#${card} button`) as HTMLElement;
const focused = (): string => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? ''));
/** Observers of the page have been told. */
const told = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done));
};

beforeEach(() => page({ Rules: ['first', 'second', 'third'], Targets: ['bare'] }));
afterEach(() => life.abort());

test.each([
  ['the next card, where one follows', 'second', 'third'],
  ['the one before, where none follows', 'third', 'second'],
])('a card that is taken away leaves the focus to %s', async (_, gone, next) => {
  button(gone).focus();
  document.getElementById(gone)?.remove();
  await told();
  expect(focused()).toBe(next);
});

test('a card without neighbours leaves it to its part of the page', async () => {
  button('bare').focus();
  document.getElementById('bare')?.remove();
  await told();
  expect(focused()).toBe('Targets');
});

test('a whole part leaves it to what follows or stood before', async () => {
  button('bare').focus();
  document.getElementById('bare')?.parentElement?.remove();
  await told();
  expect(focused()).toBe('Rules');
});

test('the focus that is elsewhere, or was given up before, stays where it is', async () => {
  button('second').focus();
  button('first').focus();
  document.getElementById('second')?.remove();
  await told();
  expect(document.activeElement).toBe(button('first'));
  button('first').blur();
  await told();
  document.getElementById('first')?.remove();
  await told();
  expect(focused()).toBe('');
});

test('somebody who gives the focus to another place in the same turn is heard', async () => {
  button('second').focus();
  document.getElementById('second')?.remove();
  button('first').focus();
  await told();
  expect(document.activeElement).toBe(button('first'));
});

test('nothing more happens once the page is left', async () => {
  life.abort();
  button('second').focus();
  document.getElementById('second')?.remove();
  await told();
  expect(focused()).toBe('');
});
