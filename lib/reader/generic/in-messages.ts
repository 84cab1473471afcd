/** Whether something lies inside what people wrote; labels there are not the ticket's. */
import type { Conversation } from './conversation.ts';
import type { Entry } from './entry.ts';
import type { Box } from './outline.ts';

const inOrder = new WeakMap<Conversation, readonly Entry[]>();

/** The entry of which the box is a part. */
export function entryAround(conversation: Conversation | undefined, box: Box): Entry | undefined {
  if (!conversation) return undefined;
  let entries = inOrder.get(conversation);
  if (!entries) inOrder.set(conversation, (entries = conversation.entries.toSorted((a, b) => a.box.start - b.box.start)));
  // Entries lie beside each other, so only the last one that begins before the box can hold it. Thousands of entries are asked about for
  // every element of the page.
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.box.start ?? 0) <= box.start) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low - 1];
  if (!entry || box.end > entry.box.end || box.start >= entry.box.end) return undefined;
  // What shows no text, such as an icon, begins where the next thing does.
  return box.end > box.start || entry.box.element.contains(box.element) ? entry : undefined;
}

export function inMessages(conversation: Conversation | undefined, box: Box): boolean {
  return entryAround(conversation, box) !== undefined;
}
