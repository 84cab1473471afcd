/** Why an escalation was put off or came back: closed lists, stored as codes. */
import type { TextKey } from '../text.ts';

export const notNowReasons = {
  'working-on-it': 'escalate.reason.workingOnIt',
  'waiting-for-customer': 'escalate.reason.waitingForCustomer',
  'wrong-reading': 'escalate.reason.wrongReading',
  other: 'escalate.reason.other',
} as const satisfies Record<string, TextKey>;
export type NotNowReason = keyof typeof notNowReasons;

export const bounceReasons = {
  'missing-information': 'bounce.missingInformation',
  'wrong-tier': 'bounce.wrongTier',
  'not-tried': 'bounce.notTried',
  duplicate: 'bounce.duplicate',
  other: 'bounce.other',
} as const satisfies Record<string, TextKey>;
export type BounceReason = keyof typeof bounceReasons;
