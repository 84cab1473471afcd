/** Facts that the ledger kept, as rules ask for them. What was not kept, or means something else by now, is unknown. */
import type { FactVector, KeptFact } from '../ledger/ledger-record.ts';
import type { FactReading, FactSource, FactValue, TextHits } from '../rules/fact-source.ts';
import { factInfo } from '../rules/fact-table.ts';
import type { StatusKind } from '../ticket.ts';

/** What a kept vector no longer says under another policy. */
export interface Doubts {
  readonly isFactDoubted: (name: string) => boolean;
  readonly isListDoubted: (list: string) => boolean;
  /** Value that takes the place of the kept one, as a percentage of another target. */
  readonly replaced: ReadonlyMap<string, KeptFact>;
  /** ISO 4217 code of amounts that were kept without one. */
  readonly currency?: string;
}

export const NO_DOUBTS: Doubts = { isFactDoubted: () => false, isListDoubted: () => false, replaced: new Map() };

const nowhere: TextHits = { hits: [], complete: true };

/** Texts were not kept, so keywords, labels of custom fields and names are unknown. */
export function keptFacts({ values, phrases, phrasesSoFar }: FactVector, doubts: Doubts = NO_DOUBTS): FactSource {
  return {
    get(name, argument): FactReading | undefined {
      if (argument !== undefined || doubts.isFactDoubted(name)) return undefined;
      const value = doubts.replaced.get(name) ?? (Object.hasOwn(values, name) ? values[name] : undefined);
      return value === undefined ? undefined : { value: asFact(name, value, doubts) };
    },
    keyword: () => undefined,
    phrase(list): TextHits | undefined {
      if (doubts.isListDoubted(list)) return undefined;
      const hit = (phrases ?? phrasesSoFar)?.includes(list) === true;
      if (hit) return { hits: [{ message: 0, start: 0, end: 0, text: list }], complete: phrases !== undefined };
      return phrases && nowhere;
    },
  };
}

function asFact(name: string, value: KeptFact, { currency }: Doubts): FactValue {
  if (factInfo(name)?.type === 'status') return { kind: value as StatusKind };
  if (typeof value === 'object' && 'amount' in value && currency !== undefined) return { currency, ...value };
  return value;
}
