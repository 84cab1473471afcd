/**
 * Parts of the product that a page loads only when it needs them: one product's reader, the words of one language. Whoever needs
 * a part takes it without waiting; while it is not there yet the taking throws, the part is fetched and the work done again
 * (`withParts`). So the pure, synchronous functions stay that, and nothing can go on with half of the words.
 */

export interface Part<T> {
  /** @throws PartMissing until it has been loaded */
  take(): T;
  /** As `take`, for whoever can do without it. */
  peek(): T | undefined;
  load(): Promise<void>;
  /** For whoever has it at hand already. */
  provide(value: T): void;
}

/** Not an error of the page or the product: the work is to be done again once `part` is there. */
export class PartMissing extends Error {
  readonly part: Part<unknown>;
  constructor(part: Part<unknown>) {
    super('A part of Handrail is not loaded yet: work through withParts(), or load all of them first with loadAllParts().');
    this.part = part;
  }
}

const all: Part<unknown>[] = [];

/** @param fetch usually a dynamic import; a fetch that fails is tried again at the next need */
export function part<T>(fetch: () => Promise<T>): Part<T> {
  let known: { readonly value: T } | undefined;
  let loading: Promise<void> | undefined;
  const made: Part<T> = {
    take() {
      if (!known) throw new PartMissing(made);
      return known.value;
    },
    peek: () => known?.value,
    provide(value) {
      known = { value };
    },
    load() {
      if (known) return Promise.resolve();
      loading ??= fetch().then(
        (value) => {
          known = { value };
        },
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
  };
  all.push(made);
  return made;
}

/** How long work may keep the page waiting, and how it lets the page go on. */
export interface Slices {
  /** Milliseconds of some clock. */
  readonly now: () => number;
  /** Longest stretch, ms; whatever was begun is finished. */
  readonly ms: number;
  /** Resolves when the page has had its turn. */
  readonly pause: () => Promise<void>;
}
/** More pauses than this and the rest is done in one go: something forgets what was done. */
const mostPauses = 1_000;

/** Whether the stretch is over; undefined while work may take as long as it takes. */
let isOver: (() => boolean) | undefined;
/** Work is begun anew after each pause, so a pause must be worth it. */
const leastUnits = 20;
let units = 0;
let inHand: object | undefined;

/** Stands for the work that `withParts` does: the same each time it does that work again. `undefined` outside of it. */
export function workInHand(): object | undefined {
  return inHand;
}

/**
 * Says that something was finished which need not be done again: here long work can stop, and `withParts` does it once more from the
 * beginning, past all that is remembered, after the page has had its turn. So what it gives in the end was done without a break.
 * @throws PartMissing when the stretch is over
 */
export function unitDone(): void {
  if (isOver && ++units >= leastUnits && isOver()) throw new PartMissing(nextTurn);
}

/** As `unitDone`, after something large: going on from here is always worth the pause. @throws PartMissing when the stretch is over */
export function phaseDone(): void {
  if (isOver?.()) throw new PartMissing(nextTurn);
}

/** Whether what was thrown only lets the page have its turn: nothing is missing and nothing failed. */
export function isPause(error: unknown): boolean {
  return error instanceof PartMissing && error.part === nextTurn;
}
const nextTurn: Part<unknown> = { take: () => undefined, peek: () => undefined, provide: () => undefined, load: () => Promise.resolve() };

/**
 * Does `work`, loads the part that it missed, and does it again, until it misses none.
 * @param slices stretches in which work that says `unitDone` is done; left out = all at once
 * @throws what `work` or a load throws
 */
export async function withParts<T>(work: () => T, slices?: Slices): Promise<T> {
  const self = {};
  for (let pauses = 0; ; ) {
    try {
      return inOneStretch(work, self, pauses < mostPauses ? slices : undefined);
    } catch (error) {
      if (!(error instanceof PartMissing)) throw error;
      if (error.part === nextTurn) {
        pauses++;
        await slices?.pause();
      } else await error.part.load();
    }
  }
}

function inOneStretch<T>(work: () => T, self: object, slices: Slices | undefined): T {
  const began = slices?.now() ?? 0;
  units = 0;
  inHand = self;
  // A clock that was set back ends the stretch too.
  isOver = slices && (() => Math.abs(slices.now() - began) >= slices.ms);
  try {
    return work();
  } finally {
    isOver = undefined;
    inHand = undefined;
  }
}

/** Loads everything: for the command line, tests and pages of our own, where size does not matter. */
export async function loadAllParts(): Promise<void> {
  await Promise.all(all.map((part) => part.load()));
}
