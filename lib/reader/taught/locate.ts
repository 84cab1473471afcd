/** Finds a taught value again, or says that it cannot. A wrong field is worse than none. */
import { hooksOf, indexOf, labelOf, pathOf, shapeOf, visibleElements, wordsOf } from './locators.ts';
import type { TaughtField } from './taught-field.ts';

/** What each mark is worth. The label is what people go by and what redesigns keep. */
const weights = {
  hook: 6,
  label: 6,
  wrongLabel: -6,
  tag: 1,
  role: 0.5,
  path: 2,
  words: 1.5,
  index: 1,
  shape: 1,
} as const;
/** Least score accepted, and least lead over the next best. */
const enough = 6;
const margin = 2;

/** @returns `undefined` unless one element stands out clearly */
export function locate(taught: TaughtField, root: Element): Element | undefined {
  let best: { element: Element; score: number } | undefined;
  let second = Number.NEGATIVE_INFINITY;
  for (const element of visibleElements(root)) {
    if (!worthLooking(element, taught)) continue;
    const score = scoreOf(element, taught, root);
    if (score <= 0) continue;
    // A wrapper that shows the same as its only child is the same place.
    if (best && (best.element.contains(element) || element.contains(best.element)) && sameText(best.element, element)) {
      if (score > best.score) best = { element, score };
      continue;
    }
    if (!best || score > best.score) {
      second = Math.max(second, best?.score ?? second);
      best = { element, score };
    } else second = Math.max(second, score);
  }
  return best && best.score >= enough && best.score - second >= margin ? best.element : undefined;
}

/** Cheap look before the dear one: it shows something short, or carries one of the hooks. */
function worthLooking(element: Element, taught: TaughtField): boolean {
  if (taught.hooks.some(([name, value]) => element.getAttribute(name) === value)) return true;
  if (/^(?:INPUT|SELECT|TEXTAREA|TIME)$/.test(element.tagName)) return true;
  const text = element.textContent ?? '';
  return text.length > 0 && text.length <= (taught.shape === 'text' ? 2_000 : 300) && element.childElementCount <= 12;
}

function scoreOf(element: Element, taught: TaughtField, root: Element): number {
  let score = 0;
  let anchored = false;
  const hooks = hooksOf(element);
  const shared = taught.hooks.filter(([name, value]) => hooks.some(([n, v]) => n === name && v === value));
  if (shared.length > 0) {
    score += weights.hook;
    anchored = true;
  }
  const label = labelOf(element, root);
  if (taught.label !== undefined) {
    if (label === taught.label) {
      score += weights.label;
      anchored = true;
    } else if (label !== undefined && shared.length === 0) score += weights.wrongLabel;
    // A hook that now stands under another label may have been moved to another field.
    else if (label !== undefined) score -= weights.hook / 2;
  }
  // Shape and structure alone could be any row: without a hook or a label the structure must fit to the last part.
  const path = pathOf(element, root);
  const depth = Math.max(path.length, taught.path.length, 1);
  const samePath = taught.path.filter((tag, i) => path[i] === tag).length / depth;
  const words = wordsOf(element, root);
  const sameWords = taught.words.length === 0 ? 0 : taught.words.filter((w) => words.includes(w)).length / taught.words.length;
  if (!anchored && (taught.label !== undefined || taught.hooks.length > 0 || taught.words.length === 0 || sameWords < 1 || samePath < 1)) return 0;
  if (!anchored) score += 4;
  if (element.tagName === taught.tag) score += weights.tag;
  if ((element.getAttribute('role') ?? element.getAttribute('type') ?? undefined) === taught.role) score += weights.role;
  score += samePath * weights.path + sameWords * weights.words;
  if (indexOf(element) === taught.index) score += weights.index;
  const shape = shapeOf(element);
  if (shape === taught.shape) score += weights.shape;
  else if (!(isPlain(shape) && isPlain(taught.shape))) return 0;
  return score;
}

/** Words and texts change into each other (a longer name); a date never becomes a name. */
function isPlain(shape: string): boolean {
  return shape === 'word' || shape === 'text' || shape === 'number';
}

function sameText(a: Element, b: Element): boolean {
  return (a.textContent ?? '').trim() === (b.textContent ?? '').trim();
}
