/**
 * Changes of notes on their way into storage. One that the browser cannot store is not lost: it stays here, also when the ticket is left
 * and opened again, goes in with the next change or the next look, and the person is told as long as it is out.
 */
import { changeNotes, noNotes, type TicketNotes } from '../../lib/storage.ts';

type Change = (notes: TicketNotes) => TicketNotes;

export interface KeptNotes {
  /** Takes in a change of one ticket's notes and starts storing it. */
  add(key: string, change: Change): void;
  /** What was stored, with what is not stored yet over it. */
  over(key: string, stored: TicketNotes): TicketNotes;
  /** Tries again whatever is not stored yet. */
  retry(): void;
  /** Only what is not stored yet, of every ticket. */
  waiting(): readonly TicketNotes[];
}

/** @param tell is called with the browser's words when storing failed, and with undefined when all is stored again */
export function keptNotes(now: () => number, tell: (why: string | undefined) => void): KeptNotes {
  const waiting = new Map<string, Change[]>();
  const busy = new Set<string>();
  const applied = (changes: readonly Change[], notes: TicketNotes): TicketNotes => changes.reduce((made, change) => change(made), notes);

  async function store(key: string): Promise<void> {
    if (busy.has(key)) return;
    busy.add(key);
    try {
      for (let batch = waiting.get(key); batch?.length; batch = waiting.get(key)) {
        const together = [...batch];
        await changeNotes(key, (notes) => applied(together, notes), now());
        batch.splice(0, together.length);
      }
      waiting.delete(key);
      if (!waiting.size) tell(undefined);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    } finally {
      busy.delete(key);
    }
  }

  return {
    add(key, change) {
      const known = waiting.get(key);
      if (known) known.push(change);
      else waiting.set(key, [change]);
      void store(key);
    },
    over: (key, stored) => applied(waiting.get(key) ?? [], stored),
    retry() {
      for (const key of waiting.keys()) void store(key);
    },
    waiting: () => [...waiting.values()].map((changes) => applied(changes, noNotes)),
  };
}
