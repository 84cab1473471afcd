/** Where two changes follow quickly upon each other, the later one must win, however long each takes. */

/**
 * For what is prepared at its own pace and then shown.
 * @returns to be called when preparing begins; what that returns is asked before showing, and is false once something that began later was
 * shown. What is slow is not waited for, and is shown as long as nothing newer is.
 */
export function inOrder(): () => () => boolean {
  let begun = 0;
  let shown = 0;
  return () => {
    const turn = ++begun;
    return () => {
      if (turn < shown) return false;
      shown = turn;
      return true;
    };
  };
}

/**
 * For what is read, changed and written back.
 * @returns a function that begins each work when the one before has ended, well or not, and answers as the work does
 */
export function oneByOne(): <R>(work: () => Promise<R>) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
