/** Whether something lies inside what people wrote; labels there are not the ticket's. */
import type { Conversation } from './conversation.ts';
import type { Entry } from './entry.ts';
import type { Box } from './outline.ts';

/** For each run of the page up to the end of the conversation, the place in `entries` of the one that it is in, counted from 1; 0 = none. */
const owners = new WeakMap<Conversation, Uint32Array>();

/** The entry of which the box is a part. Asked for every element of the page, so it must not be searched for. */
export function entryAround(conversation: Conversation | undefined, box: Box): Entry | undefined {
  if (!conversation) return undefined;
  const { entries } = conversation;
  let owner = owners.get(conversation);
  if (!owner) {
    owner = new Uint32Array(entries.reduce((end, entry) => Math.max(end, entry.box.end), 0));
    entries.forEach((entry, at) => owner?.fill(at + 1, entry.box.start, entry.box.end));
    owners.set(conversation, owner);
  }
  const entry = entries[(owner[box.start] ?? 0) - 1];
  if (!entry || box.end > entry.box.end) return undefined;
  // What shows no text, such as an icon, begins where the next thing does.
  return box.end > box.start || entry.box.element.contains(box.element) ? entry : undefined;
}

export function inMessages(conversation: Conversation | undefined, box: Box): boolean {
  return entryAround(conversation, box) !== undefined;
}
