/**
 * Readings of one page, in turns. A reading is done in stretches, and what it has found holds for it alone: two that went on side by side
 * began each other anew at every stretch, on large pages for minutes.
 */
export interface ReadingTurns {
  /** Does `work` once all that was begun before has ended. @returns what it gives; what it throws ends no other's turn */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Does `read` after what is under way now. Whoever asks before it has begun is given the same one. */
  ask(read: () => Promise<void>): Promise<void>;
}

export function readingTurns(): ReadingTurns {
  let underWay: Promise<unknown> = Promise.resolve();
  let asked: Promise<void> | undefined;
  return {
    take(work) {
      const mine = underWay.then(work);
      underWay = mine.catch(() => undefined);
      return mine;
    },
    ask(read) {
      asked ??= underWay.then(() => {
        asked = undefined;
        return read();
      });
      return asked;
    },
  };
}
