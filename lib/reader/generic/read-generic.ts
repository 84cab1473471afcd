import type { FinishedReading, ReadingContext } from '../reading-draft.ts';

export function readGeneric(
  _doc: Document,
  _context: ReadingContext,
  _options: { root?: Element; trusted: boolean },
): (FinishedReading & { root: Element }) | undefined {
  return undefined;
}
