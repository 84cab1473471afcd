/** What the conversation says about when somebody asked and when somebody answered. */
import type { Message, TicketSnapshot } from '../ticket.ts';
import type { ClockNote } from './sla-clock.ts';
import { isAutomatic, isClosingThanks } from './uncounted-messages.ts';

/** Below this a role is a guess, and a guess stops no clock. */
const sureRole = 0.5;

export interface ConversationTimes {
  /** First message of the customer; undefined: none seen. */
  readonly asked?: Timed;
  /** First public answer of an agent after it. */
  readonly answered?: Timed;
  /** Customer messages since the last public answer that want one, oldest first. None before the first answer was given. */
  readonly waiting: readonly Timed[];
  /** Last public message of an agent. */
  readonly lastAnswer?: Timed;
  /** Somebody of unknown role wrote publicly, so "nobody answered" is not certain. */
  readonly uncertain: boolean;
  /** Earlier messages are not on the page. */
  readonly incomplete: boolean;
  readonly notes: readonly ClockNote[];
}

/** A message and, if the page shows it, when it was written (ms since 1970). */
export interface Timed {
  readonly index: number;
  readonly at?: number;
}

export function conversationTimes(snapshot: TicketSnapshot): ConversationTimes {
  const notes: ClockNote[] = [];
  let asked: Timed | undefined;
  let answered: Timed | undefined;
  let waiting: Timed[] = [];
  let lastAnswer: Timed | undefined;
  let uncertain = false;
  for (const [index, message] of snapshot.messages.entries()) {
    if (message.role === 'system' || message.internal) continue;
    const timed = at(index, message);
    if (message.role === 'unknown' || message.roleSure < sureRole) {
      uncertain = true;
    } else if (message.role === 'customer') {
      if (isAutomatic(message)) notes.push({ code: 'auto-reply-ignored', message: index });
      else if (answered && isClosingThanks(message)) notes.push({ code: 'thanks-ignored', message: index });
      else {
        asked ??= timed;
        if (answered) waiting.push(timed);
      }
    } else if (isAutomatic(message)) notes.push({ code: 'auto-reply-ignored', message: index });
    else {
      lastAnswer = timed;
      waiting = [];
      if (asked) answered ??= timed;
    }
  }
  return {
    ...(asked ? { asked } : {}),
    ...(answered ? { answered } : {}),
    waiting,
    ...(lastAnswer ? { lastAnswer } : {}),
    uncertain,
    incomplete: snapshot.missingMessages !== undefined,
    notes,
  };
}

function at(index: number, message: Message): Timed {
  const instant = message.at === undefined ? Number.NaN : Date.parse(message.at);
  return Number.isNaN(instant) ? { index } : { index, at: instant };
}
