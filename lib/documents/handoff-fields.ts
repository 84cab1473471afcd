/** What a handoff is made of, in its order. */
export const handoffFieldIds = [
  'ticketId',
  'customer',
  'priority',
  'escalatingTo',
  'reason',
  'summary',
  'timeline',
  'tried',
  'sentiment',
  'expectation',
  'nextSteps',
  'attachments',
  'stakeholders',
] as const;
export type HandoffFieldId = (typeof handoffFieldIds)[number];
