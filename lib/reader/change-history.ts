/**
 * From the changes that a page prints to a history without holes. A pause between two changes is only as true as "nothing happened in
 * between", so what lies before a hole is left out.
 */
import { foldLabel } from './labels.ts';

/** One change in page order. */
export interface PrintedChange {
  /** ISO instant; `undefined` = the page does not show it to the minute. */
  readonly at: string | undefined;
  readonly from?: string | undefined;
  readonly to: string;
}

export interface History<T extends PrintedChange> {
  /** Oldest first, each dated, each beginning where the one before it ended. */
  readonly changes: readonly (T & { readonly at: string })[];
  /** Nothing had to be left out. */
  readonly unbroken: boolean;
}

/** The newest stretch of changes without a hole. */
export function unbrokenHistory<T extends PrintedChange>(printed: readonly T[]): History<T> {
  const ordered = inOrder(printed);
  if (!ordered) return { changes: [], unbroken: printed.length === 0 };
  let start = 0;
  for (let i = 0; i < ordered.length; i++) {
    const [before, now] = [ordered[i - 1], ordered[i]];
    if (now?.at === undefined) start = i + 1;
    else if (before?.at !== undefined && !follows(before, now)) start = i;
  }
  return { changes: ordered.slice(start).filter((c): c is T & { at: string } => c.at !== undefined), unbroken: start === 0 };
}

function follows(before: PrintedChange, now: PrintedChange): boolean {
  // The same twice without a word on what was before: something in between is not shown.
  if (now.from === undefined) return foldLabel(before.to) !== foldLabel(now.to);
  return foldLabel(before.to) === foldLabel(now.from);
}

/** Oldest first, each once; `undefined` where the page's order and its times contradict each other. */
function inOrder<T extends PrintedChange>(printed: readonly T[]): T[] | undefined {
  const seen = new Set<string>();
  const once = printed.filter((c) => {
    const key = JSON.stringify([c.at, c.from, c.to]);
    if (c.at === undefined || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    return false;
  });
  const times = once.flatMap((c) => (c.at === undefined ? [] : [Date.parse(c.at)]));
  let [up, down] = [0, 0];
  for (let i = 1; i < times.length; i++) {
    const step = (times[i] ?? 0) - (times[i - 1] ?? 0);
    if (step > 0) up++;
    else if (step < 0) down++;
  }
  if (down > up) once.reverse();
  if (up > 0 && down > 0) {
    if (times.length < once.length) return undefined;
    once.sort((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''));
  }
  return once;
}
