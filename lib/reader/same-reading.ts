/** What stayed the same from one reading to the next, as the same objects: whoever keeps findings by message need not look again. */
import type { Message, TicketSnapshot } from '../ticket.ts';

/** @returns `before` itself when nothing but the time of reading differs, else `now` with every message of before that is the same */
export function keepSame(before: TicketSnapshot | undefined, now: TicketSnapshot): TicketSnapshot {
  if (!before) return now;
  const messages = now.messages.map((message, i) => {
    const known = before.messages[i];
    return known && isSame(known, message) ? known : message;
  });
  const same = messages.length === before.messages.length && messages.every((message, i) => message === before.messages[i]);
  return same && rest(before) === rest(now) ? before : { ...now, messages };
}

function isSame(a: Message, b: Message): boolean {
  const keys = Object.keys(a) as (keyof Message)[];
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => a[key] === b[key] || (key === 'attachments' && JSON.stringify(a.attachments) === JSON.stringify(b.attachments)))
  );
}

const rest = (snapshot: TicketSnapshot): string => JSON.stringify({ ...snapshot, readAt: '', messages: [] });
