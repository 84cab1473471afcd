/**
 * The closed table of facts, operators and functions that rules may use. It feeds the parser's errors, the type check, the
 * evaluation, the editor's completion and docs/rule-language.md. One file of more than 250 lines, since a table cut in
 * pieces is no longer the one place to look.
 */
import type { ClockName } from '../sla/sla-clock.ts';

/**
 * What a fact holds and so what it compares with.
 * text: words. number. money: an amount with a currency. duration: a time span. elapsed: a time span of a clock, which also
 * compares with a percentage of the clock's target. boolean: yes or no. list: several words. priority: a level of the
 * policy, ordered. status: a kind of status. mood: calm < frustrated < angry < threatening. clock-state. instant: a moment.
 */
export type FactType =
  | 'text'
  | 'number'
  | 'money'
  | 'duration'
  | 'elapsed'
  | 'boolean'
  | 'list'
  | 'priority'
  | 'status'
  | 'mood'
  | 'clock-state'
  | 'instant';

/** Which way a fact is worse for the customer; facts without a direction have none. */
export type Worse = 'more' | 'less' | 'yes';

export interface FactInfo {
  readonly name: string;
  readonly type: FactType;
  /** What it means, for the docs and the completion. */
  readonly means: string;
  /** What it is read from: snapshot fields, a clock, facts of the text, the history, marks. */
  readonly from: string;
  readonly clock?: ClockName;
  /** For elapsed facts: whether it counts up (`used`) or down (`left`). */
  readonly counts?: 'used' | 'left';
  /** It changes by time alone. */
  readonly timed?: boolean;
  /** Smallest and largest value of a number. */
  readonly range?: readonly [number, number];
  readonly worse?: Worse;
  /** A closed set of words it can have. */
  readonly words?: readonly string[];
  /** It is written with a label in brackets, as `ticket.field("Label")`. */
  readonly takesLabel?: boolean;
}

/** The clocks as rules name them. */
export const CLOCK_WORDS: Readonly<Record<string, ClockName>> = {
  first_response: 'firstResponse',
  next_response: 'nextResponse',
  resolution: 'resolution',
  tier_response: 'tierResponse',
  update_owed: 'updateOwed',
};
/** `SLA` in `80% of SLA` is the resolution target. */
export const SLA_CLOCK: ClockName = 'resolution';

/** Worst last. */
export const MOODS = ['calm', 'frustrated', 'angry', 'threatening'] as const;
export const CLOCK_STATES = ['none', 'running', 'paused', 'met', 'missed', 'overdue'] as const;

const clockTitles: Readonly<Record<string, string>> = {
  first_response: 'the first response',
  next_response: 'the next response',
  resolution: 'the resolution',
  tier_response: "the current tier's answer",
  update_owed: 'the update that is owed to the customer after a handoff',
};

function clockFacts(word: string, clock: ClockName): FactInfo[] {
  const title = clockTitles[word] ?? word;
  const from = `clock ${clock}`;
  return [
    {
      name: `${word}.used`,
      type: 'elapsed',
      means: `business time used of ${title}; compares with a percentage of its target or with a duration`,
      from,
      clock,
      counts: 'used',
      timed: true,
      worse: 'more',
    },
    {
      name: `${word}.left`,
      type: 'elapsed',
      means: `business time left of ${title}, negative when late; compares with a percentage of its target or with a duration`,
      from,
      clock,
      counts: 'left',
      timed: true,
      worse: 'less',
    },
    { name: `${word}.breached`, type: 'boolean', means: `the target of ${title} was missed or is overdue`, from, clock, timed: true, worse: 'yes' },
    { name: `${word}.state`, type: 'clock-state', means: `the state of the clock of ${title}`, from, clock, timed: true, words: CLOCK_STATES },
    { name: `${word}.target`, type: 'duration', means: `business time promised for ${title}`, from, clock },
  ];
}

export const FACTS: readonly FactInfo[] = [
  { name: 'ticket.id', type: 'text', means: 'the number or key of the ticket', from: 'id' },
  { name: 'ticket.subject', type: 'text', means: 'the subject line', from: 'subject' },
  { name: 'ticket.url', type: 'text', means: 'the address of the ticket page', from: 'url' },
  {
    name: 'ticket.helpdesk',
    type: 'text',
    means: 'which helpdesk the page belongs to, such as zammad; generic for an unknown one',
    from: 'helpdesk',
  },
  {
    name: 'ticket.status',
    type: 'status',
    means: 'the kind of status; "Resolved" also finds erledigt, and closed tickets',
    from: 'status, statusKind',
  },
  { name: 'ticket.status.raw', type: 'text', means: 'the status in the words of the page', from: 'status' },
  {
    name: 'ticket.priority',
    type: 'priority',
    means: "the policy's priority; its name and aliases in every language count as the same, and < and > compare by the order of the policy",
    from: 'priority',
    worse: 'more',
  },
  { name: 'ticket.priority.raw', type: 'text', means: 'the priority in the words of the page', from: 'priority' },
  {
    name: 'ticket.age',
    type: 'elapsed',
    means: 'business time used of the resolution target; `80% of SLA` is 80% of that target',
    from: 'clock resolution',
    clock: 'resolution',
    counts: 'used',
    timed: true,
    worse: 'more',
  },
  { name: 'ticket.created', type: 'instant', means: 'when the ticket was opened', from: 'createdAt' },
  { name: 'ticket.updated', type: 'instant', means: 'when the ticket last changed', from: 'updatedAt' },
  { name: 'ticket.due', type: 'instant', means: 'when the helpdesk says it is due', from: 'dueAt' },
  { name: 'ticket.first_response_at', type: 'instant', means: 'when the team first answered', from: 'firstResponseAt' },
  { name: 'ticket.resolved_at', type: 'instant', means: 'when it was resolved', from: 'resolvedAt' },
  { name: 'ticket.requester.name', type: 'text', means: "the customer's name", from: 'requester' },
  { name: 'ticket.requester.email', type: 'text', means: "the customer's mail address", from: 'requester' },
  { name: 'ticket.organization', type: 'text', means: "the customer's company", from: 'organization' },
  { name: 'ticket.assignee', type: 'text', means: 'who works on it', from: 'assignee' },
  { name: 'ticket.group', type: 'text', means: 'the team or queue it is in', from: 'group' },
  { name: 'ticket.tags', type: 'list', means: 'its tags', from: 'tags' },
  { name: 'ticket.field', type: 'text', means: 'a custom field by the label the page shows', from: 'customFields', takesLabel: true },
  {
    name: 'customer.tier',
    type: 'text',
    means: "the customer's tier, such as Enterprise",
    from: 'customFields by customer.tierFields, tags, customer.lookup',
  },
  {
    name: 'customer.ltv',
    type: 'money',
    means: 'lifetime value of the customer',
    from: 'customFields by customer.ltvFields, customer.lookup',
    worse: 'more',
  },
  {
    name: 'customer.vip',
    type: 'boolean',
    means: 'a VIP by field, tag, tier or lookup',
    from: 'customer.vipFields, customer.vipTags, customer.vipTiers, customer.lookup',
    worse: 'yes',
  },
  {
    name: 'sentiment_score',
    type: 'number',
    means: "the customer's mood now, -1 (worst) to 1",
    from: 'messages of the customer',
    range: [-1, 1],
    worse: 'less',
  },
  { name: 'sentiment', type: 'mood', means: "the customer's mood now, in a word", from: 'messages of the customer', words: MOODS, worse: 'more' },
  {
    name: 'sentiment_trend',
    type: 'number',
    means: 'change of the score from the first to the last customer message; negative is getting worse',
    from: 'messages of the customer',
    range: [-2, 2],
    worse: 'less',
  },
  {
    name: 'contacts',
    type: 'number',
    means: "how often the customer came back on this issue, by the policy's definition",
    from: 'messages, earlier tickets',
    range: [0, 1000],
    worse: 'more',
  },
  {
    name: 'revenue_impact',
    type: 'money',
    means: 'the amount at stake',
    from: 'amounts in the messages, customFields by customer.revenueFields',
    worse: 'more',
  },
  { name: 'language', type: 'text', means: "the customer's language as two letters, such as vi", from: 'messages of the customer' },
  { name: 'messages', type: 'number', means: 'all messages and notes', from: 'messages', range: [0, 100_000] },
  { name: 'messages.customer', type: 'number', means: 'messages of the customer', from: 'messages', range: [0, 100_000], worse: 'more' },
  { name: 'messages.agent', type: 'number', means: 'public answers of the team', from: 'messages', range: [0, 100_000] },
  { name: 'messages.internal', type: 'number', means: 'internal notes', from: 'messages', range: [0, 100_000] },
  {
    name: 'time_since_last_reply',
    type: 'duration',
    means: "time since the team's last public answer, or since the ticket was opened when there is none",
    from: 'messages, createdAt',
    timed: true,
    worse: 'more',
  },
  {
    name: 'time_since_customer',
    type: 'duration',
    means: "time since the customer's last message",
    from: 'messages',
    timed: true,
  },
  { name: 'tries', type: 'number', means: 'what the team has tried so far: its public answers', from: 'messages', range: [0, 1000], worse: 'more' },
  {
    name: 'agents_touched',
    type: 'number',
    means: 'how many different people of the team wrote on it',
    from: 'messages',
    range: [0, 1000],
    worse: 'more',
  },
  { name: 'current_tier', type: 'number', means: 'the tier where the ticket is now', from: 'group, assignee, history', range: [1, 6] },
  { name: 'reopened', type: 'number', means: 'how often it was opened again', from: 'statusHistory', range: [0, 1000], worse: 'more' },
  ...Object.entries(CLOCK_WORDS).flatMap(([word, clock]) => clockFacts(word, clock)),
];

const byName = new Map(FACTS.map((fact) => [fact.name, fact]));

const markPrefix = 'mark.';
/** The id of the policy's criterion when `name` is a mark of the agent, as in `mark.beyond_knowledge`. */
export const markOf = (name: string): string | undefined => (name.startsWith(markPrefix) ? name.slice(markPrefix.length) : undefined);
export const markFact = (criterion: string): string => `${markPrefix}${criterion}`;

/** What is known about a fact; marks are facts too. undefined: there is no such fact. */
export function factInfo(name: string): FactInfo | undefined {
  const known = byName.get(name);
  if (known) return known;
  const criterion = markOf(name);
  if (criterion === undefined || criterion === '') return undefined;
  return { name, type: 'boolean', means: 'the agent marked this criterion', from: 'marks', worse: 'yes' };
}

export interface OperatorInfo {
  readonly word: string;
  readonly means: string;
}
export const OPERATORS: readonly OperatorInfo[] = [
  { word: '=', means: 'is the same; case, accents and spaces do not matter for words. Also written `is`' },
  { word: '!=', means: 'is not the same. Also written `is not`' },
  { word: '<', means: 'is less; of priorities: is lower' },
  { word: '<=', means: 'is less or the same' },
  { word: '>', means: 'is more; of priorities: is higher' },
  { word: '>=', means: 'is more or the same' },
  { word: 'in', means: 'is one of a list: `ticket.status in ["New", "Open"]`; `not in` is the opposite' },
  { word: 'contains', means: 'a list has it, or a text holds it from the start of a word: `ticket.tags contains "vip"`' },
];

export const FUNCTIONS: readonly OperatorInfo[] = [
  { word: 'contains_keywords', means: 'the customer wrote one of these words: `contains_keywords(["worst", "terrible"])`' },
  { word: 'contains_phrase', means: "the customer wrote an entry of one of the policy's phrase lists: `contains_phrase(legal)`" },
  { word: 'marked', means: 'the agent marked this criterion: `marked("beyond_knowledge")`, the same as `mark.beyond_knowledge`' },
];

/** Words that are part of the grammar; a name in a rule that equals one is written in quotes. */
export const KEYWORDS: readonly string[] = ['IF', 'THEN', 'AND', 'OR', 'NOT', 'in', 'is', 'contains', 'true', 'false', 'of'];
