/** The closed table of actions: what a rule may advise. It feeds the parser, its errors, the completion and the docs. */
import type { Action } from '../guidance/assessment.ts';

/** What follows the words of an action. text?: a quoted text that may be missing. */
export type ActionArgument = 'tier' | 'role' | 'priority' | 'flag' | 'text?' | 'template' | 'field' | 'step' | 'none';

export interface ActionInfo {
  readonly do: Action['do'];
  /** Ways to write it, the printed one first, in lower case. */
  readonly words: readonly string[];
  readonly argument: ActionArgument;
  readonly example: string;
  readonly means: string;
}

export const ACTIONS: readonly ActionInfo[] = [
  {
    do: 'escalate',
    words: ['escalate to tier', 'escalate to'],
    argument: 'tier',
    example: 'escalate to Tier 2',
    means: 'the ticket belongs to this tier; of several the highest wins',
  },
  {
    do: 'notify',
    words: ['notify', 'alert', 'notify the', 'alert the'],
    argument: 'role',
    example: 'notify account manager',
    means: 'tell this role of the policy',
  },
  {
    do: 'set-priority',
    words: ['set priority', 'set priority to', 'set ticket.priority', 'set ticket.priority to'],
    argument: 'priority',
    example: 'set priority = "High"',
    means: 'the priority should be at least this; it is never lowered',
  },
  {
    do: 'bump-priority',
    words: ['add priority bump', 'bump priority', 'priority bump', 'add a priority bump'],
    argument: 'none',
    example: 'add priority bump',
    means: 'the priority should be one level higher',
  },
  {
    do: 'assign',
    words: ['assign to', 'assign to the', 'assign to a'],
    argument: 'role',
    example: 'assign to senior agent',
    means: 'this role should work on it',
  },
  {
    do: 'flag',
    words: ['flag for', 'flag as', 'flag'],
    argument: 'flag',
    example: 'flag for review',
    means: 'mark the ticket for a second look',
  },
  {
    do: 'add-note',
    words: ['add internal note', 'add note', 'add an internal note'],
    argument: 'text?',
    example: 'add internal note "Checked the invoice"',
    means: "write an internal note; without a text the policy's template",
  },
  {
    do: 'tell-customer',
    words: ['tell customer', 'tell the customer'],
    argument: 'template',
    example: 'tell customer "acknowledgement"',
    means: 'send the customer this template of the policy',
  },
  {
    do: 'require-field',
    words: ['require field', 'require handoff field', 'require'],
    argument: 'field',
    example: 'require field "summary"',
    means: 'this part of the handoff must be filled in',
  },
  { do: 'show-step', words: ['show step'], argument: 'step', example: 'show step "check-logs"', means: 'show this guidance step of the policy' },
];

/** Parts of the handoff that `require field` may name. */
export const HANDOFF_FIELDS = ['summary', 'timeline', 'tried', 'sentiment', 'expectation', 'nextSteps', 'attachments', 'stakeholders'] as const;
