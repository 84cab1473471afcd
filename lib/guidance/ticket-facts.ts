/**
 * The facts of one ticket at one instant, as rules ask for them. What was not read is not there, so that a rule on it is
 * unknown. Over 250 lines: one entry for each fact of the fact table, side by side.
 */
import { keywordHits } from '../facts/conversation.ts';
import type { ConversationFacts, TextSpan } from '../facts/text-facts.ts';
import type { Policy } from '../policy/schema.ts';
import type { FactReading, FactSource, TextHits } from '../rules/fact-source.ts';
import { CLOCK_WORDS, MOODS, SLA_CLOCK, markOf } from '../rules/fact-table.ts';
import { fold } from '../rules/fold.ts';
import { statusKindOf } from '../rules/status-words.ts';
import type { ClockName, SlaClock } from '../sla/sla-clock.ts';
import type { Field, TicketSnapshot } from '../ticket.ts';
import type { Evidence, Marks } from './assessment.ts';
import type { CustomerFacts } from './customer-facts.ts';
import { statusKind } from './status-kind.ts';

/** Everything about a ticket that does not change by time alone. */
export interface Known {
  readonly snapshot: TicketSnapshot;
  readonly policy: Policy;
  /** undefined: nobody was asked, so every mark is unknown; else what is not marked is not so. */
  readonly marks: Marks | undefined;
  readonly conversation: ConversationFacts;
  readonly customer: CustomerFacts;
  /** Id of the policy's level. */
  readonly priority: string | undefined;
  readonly currentTier: number | undefined;
  /** Kept answers, shared by all instants of one assessment. */
  readonly kept: Map<string, FactReading | undefined>;
  /** The same for keywords. */
  readonly words: Map<string, TextHits>;
}

/** @param now milliseconds since 1970 */
export function ticketFacts(known: Known, clocks: readonly SlaClock[], now: number): FactSource {
  const timed = new Map<string, FactReading | undefined>();
  return {
    get(name, argument) {
      const clock = clockFact(name);
      if (clock) return remember(timed, name, () => clockReading(clocks, clock[0], clock[1], known.policy));
      if (name === 'time_since_last_reply' || name === 'time_since_customer') return remember(timed, name, () => since(known.snapshot, name, now));
      const key = argument === undefined ? name : `${name}\n${argument}`;
      return remember(known.kept, key, () => reading(known, name, argument));
    },
    keyword(word) {
      if (known.snapshot.messages.length === 0) return undefined;
      let hits = known.words.get(word);
      if (!hits) known.words.set(word, (hits = { hits: wordHits(known.snapshot, word), complete: isComplete(known.snapshot) }));
      return hits;
    },
    phrase(list): TextHits | undefined {
      if (known.snapshot.messages.length === 0) return undefined;
      return { hits: known.conversation.phrases.filter((hit) => hit.list === list), complete: isComplete(known.snapshot) };
    },
  };
}

function remember(kept: Map<string, FactReading | undefined>, key: string, make: () => FactReading | undefined): FactReading | undefined {
  if (kept.has(key)) return kept.get(key);
  const made = make();
  kept.set(key, made);
  return made;
}

/** Hits of one word by the text they stand in: a page that is read again has new messages with the same texts. */
const hitsByText = new Map<string, Map<string, readonly TextSpan[]>>();
const mostKept = 2000;
/** Longer texts are not kept as keys. */
const longestKept = 20_000;

function wordHits(snapshot: TicketSnapshot, word: string): TextSpan[] {
  return snapshot.messages.flatMap((message, index) => {
    if (message.role !== 'customer' || message.internal) return [];
    let words = hitsByText.get(message.text);
    if (!words) {
      words = new Map();
      if (hitsByText.size >= mostKept) hitsByText.clear();
      if (message.text.length <= longestKept) hitsByText.set(message.text, words);
    }
    let hits = words.get(word);
    if (!hits) words.set(word, (hits = keywordHits([word], { ...snapshot, messages: [message] })));
    return hits.map((hit) => ({ ...hit, message: index }));
  });
}

/** Whether everything the customer wrote is there: then a word that is not found was not written. */
function isComplete({ messages, missingMessages }: TicketSnapshot): boolean {
  return missingMessages === undefined && messages.every(({ role }) => role !== 'unknown');
}

// clocks

type ClockMember = 'used' | 'left' | 'breached' | 'state' | 'target';

function clockFact(name: string): readonly [ClockName, ClockMember] | undefined {
  if (name === 'ticket.age') return [SLA_CLOCK, 'used'];
  const dot = name.indexOf('.');
  const word = name.slice(0, dot);
  const clock = dot > 0 && Object.hasOwn(CLOCK_WORDS, word) ? CLOCK_WORDS[word] : undefined;
  return clock && [clock, name.slice(dot + 1) as ClockMember];
}

function clockReading(clocks: readonly SlaClock[], name: ClockName, member: ClockMember, policy: Policy): FactReading | undefined {
  const clock = clocks.find((one) => one.name === name);
  if (!clock || clock.state === 'unknown') return undefined;
  const evidence = clockEvidence(clock, policy);
  switch (member) {
    case 'used':
    case 'left': {
      const ms = member === 'used' ? clock.usedMs : clock.leftMs;
      const percent = clock.percent === undefined ? undefined : member === 'used' ? clock.percent : 100 - clock.percent;
      if (ms === undefined && percent === undefined) return undefined;
      return { value: { ...(ms !== undefined && { ms }), ...(percent !== undefined && { percent }) }, evidence };
    }
    case 'breached':
      return { value: clock.state === 'overdue' || clock.state === 'missed', evidence };
    case 'state':
      return { value: clock.state, evidence };
    case 'target':
      return clock.targetMs === undefined ? undefined : { value: clock.targetMs, evidence };
  }
}

function clockEvidence(clock: SlaClock, policy: Policy): Evidence[] {
  if (clock.percent === undefined) return [];
  const late = clock.state === 'overdue' || clock.state === 'missed';
  const crossed = late ? clock.dueAt : clock.percent >= policy.sla.warnAtPercent ? clock.warnAt : undefined;
  return [{ kind: 'clock', clock: clock.name, percent: clock.percent, ...(crossed !== undefined && { since: crossed }) }];
}

/** When what `time_since_…` counts from happened; a date without a time is no instant to count from. */
export function sinceStart({ messages, fields, missingMessages }: TicketSnapshot, fact: string): number | undefined {
  const byCustomer = fact === 'time_since_customer';
  const index = messages.findLastIndex(({ role, internal }) => (byCustomer ? role === 'customer' : role === 'agent' && !internal));
  // a later message of unknown role may be the one that counts
  if (messages.slice(index + 1).some(({ role }) => role === 'unknown')) return undefined;
  if (index >= 0) return instant(messages[index]?.at);
  if (missingMessages !== undefined || byCustomer) return undefined;
  return instant(fields.createdAt?.value);
}

const instant = (text: string | undefined): number | undefined => {
  const ms = text?.includes('T') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
};

function since(snapshot: TicketSnapshot, fact: string, now: number): FactReading | undefined {
  const start = sinceStart(snapshot, fact);
  return start === undefined ? undefined : { value: Math.max(0, now - start) };
}

// everything else

function reading(known: Known, name: string, argument: string | undefined): FactReading | undefined {
  const { snapshot, conversation, customer } = known;
  const { fields } = snapshot;
  const mark = markOf(name);
  if (mark !== undefined) return markReading(known, mark);
  switch (name) {
    case 'ticket.id':
      return field('id', fields.id);
    case 'ticket.subject':
      return field('subject', fields.subject);
    case 'ticket.url':
      return { value: snapshot.url };
    case 'ticket.helpdesk':
      return { value: snapshot.helpdesk };
    case 'ticket.status':
      return statusReading(snapshot);
    case 'ticket.status.raw':
      return field('status', fields.status);
    case 'ticket.priority':
      return priorityReading(known);
    case 'ticket.priority.raw':
      return field('priority', fields.priority);
    case 'ticket.created':
      return field('createdAt', fields.createdAt);
    case 'ticket.updated':
      return field('updatedAt', fields.updatedAt);
    case 'ticket.due':
      return field('dueAt', fields.dueAt);
    case 'ticket.first_response_at':
      return field('firstResponseAt', fields.firstResponseAt);
    case 'ticket.resolved_at':
      return field('resolvedAt', fields.resolvedAt);
    case 'ticket.requester.name':
      return text('requester', fields.requester?.value.name);
    case 'ticket.requester.email':
      return text('requester', fields.requester?.value.email);
    case 'ticket.organization':
      return field('organization', fields.organization);
    case 'ticket.assignee':
      return field('assignee', fields.assignee);
    case 'ticket.group':
      return field('group', fields.group);
    case 'ticket.tags':
      return fields.tags && { value: fields.tags.value, evidence: [{ kind: 'field', field: 'tags', text: fields.tags.value.join(', ') }] };
    case 'ticket.field':
      return customField(snapshot, argument ?? '');
    case 'customer.tier':
      return customer.tier;
    case 'customer.ltv':
      return customer.ltv;
    case 'customer.vip':
      return customer.vip;
    case 'sentiment':
    case 'sentiment_score':
      return moodReading(conversation, name);
    case 'sentiment_trend':
      return conversation.sentimentTrend === undefined ? undefined : { value: conversation.sentimentTrend };
    case 'contacts':
      return contactsReading(known);
    case 'revenue_impact':
      return revenueReading(conversation);
    case 'language':
      return conversation.language === undefined ? undefined : { value: conversation.language };
    case 'current_tier':
      return known.currentTier === undefined ? undefined : { value: known.currentTier };
    case 'reopened':
      return reopenedReading(snapshot);
    default:
      return messageCount(snapshot, name);
  }
}

function field(name: string, read: Field<string> | undefined): FactReading | undefined {
  return text(name, read?.value);
}

function text(name: string, value: string | undefined): FactReading | undefined {
  return value === undefined ? undefined : { value, evidence: [{ kind: 'field', field: name, text: value }] };
}

function statusReading(snapshot: TicketSnapshot): FactReading | undefined {
  const kind = statusKind(snapshot);
  const raw = snapshot.fields.status?.value;
  if (kind === undefined && raw === undefined) return undefined;
  return {
    value: { ...(kind && { kind }), ...(raw !== undefined && { raw }) },
    evidence: [{ kind: 'field', field: 'status', text: raw ?? kind ?? '' }],
  };
}

function priorityReading({ snapshot, priority, policy }: Known): FactReading | undefined {
  if (priority === undefined) return undefined;
  const raw = snapshot.fields.priority?.value;
  const name = policy.priorities.find(({ id }) => id === priority)?.name;
  const shown = raw ?? (typeof name === 'string' ? name : name?.[policy.language]) ?? priority;
  return { value: priority, text: shown, evidence: raw === undefined ? [] : [{ kind: 'field', field: 'priority', text: raw }] };
}

function customField(snapshot: TicketSnapshot, label: string): FactReading | undefined {
  const wanted = fold(label).replace(/[\s:*]+$/, '');
  const found = Object.entries(snapshot.customFields).find(([name]) => fold(name).replace(/[\s:*]+$/, '') === wanted);
  return found && text(found[0], found[1].value);
}

function markReading({ marks }: Known, mark: string): FactReading | undefined {
  if (!marks) return undefined;
  const on = Object.hasOwn(marks, mark) && marks[mark] === true;
  return { value: on, evidence: on ? [{ kind: 'mark', mark }] : [] };
}

/** So many places are shown for one mood; the strongest come first. */
const moodPlaces = 3;

function moodReading({ sentiment }: ConversationFacts, name: string): FactReading | undefined {
  if (!sentiment) return undefined;
  // Words that say something by themselves; what only the statistics weigh ("not", "about the") would puzzle a reader.
  const telling = sentiment.evidence.filter(({ why, weight }) => why !== 'model' && weight < 0);
  // a passing word beside a strong one ("Nothing" beside "still waiting") convinces nobody
  const strongest = Math.min(...telling.map(({ weight }) => weight));
  const quoted = telling.filter(({ weight }) => weight < strongest / 2);
  const places = (quoted.length > 0 ? quoted : sentiment.evidence.filter(({ weight }) => weight < 0))
    .slice(0, moodPlaces)
    .map(({ message, start, end, text: words }): Evidence => ({ kind: 'message', message, start, end, text: words }));
  const value = name === 'sentiment' ? sentiment.label : sentiment.score;
  const word = (MOODS as readonly string[]).includes(sentiment.label) ? sentiment.label : '';
  return { value, evidence: places.length > 0 ? places : [{ kind: 'value', fact: 'sentiment_score', text: `${sentiment.score} ${word}`.trim() }] };
}

function contactsReading({ conversation, policy }: Known): FactReading | undefined {
  const found = conversation.contacts[policy.contacts];
  return found && { value: found.count, evidence: [{ kind: 'count', what: 'contacts', value: found.count, messages: found.messages }] };
}

function revenueReading({ revenueImpact }: ConversationFacts): FactReading | undefined {
  if (!revenueImpact) return undefined;
  const { amount, currency, from } = revenueImpact;
  const evidence: Evidence =
    'field' in from
      ? { kind: 'field', field: from.field, text: from.text }
      : { kind: 'message', message: from.message, start: from.start, end: from.end, text: from.text };
  return { value: { amount, ...(currency !== undefined && { currency }) }, text: from.text, evidence: [evidence] };
}

function reopenedReading({ fields, statusHistoryComplete }: TicketSnapshot): FactReading | undefined {
  const history = fields.statusHistory?.value;
  if (!history || statusHistoryComplete !== true) return undefined;
  const kinds = history.map(({ kind, status }) => kind ?? statusKindOf(status));
  if (kinds.includes(undefined)) return undefined;
  const done = kinds.map((kind) => kind === 'resolved' || kind === 'closed');
  return { value: done.filter((now, index) => !now && done[index - 1] === true).length };
}

function messageCount({ messages, missingMessages }: TicketSnapshot, name: string): FactReading | undefined {
  if (missingMessages !== undefined) return undefined;
  const unsure = messages.some(({ role }) => role === 'unknown');
  const answers = messages.flatMap((message, index) => (message.role === 'agent' && !message.internal ? [index] : []));
  const count = (value: number, places: readonly number[] = []): FactReading => ({
    value,
    evidence: places.length > 0 ? [{ kind: 'count', what: name, value, messages: places }] : [],
  });
  if (name === 'messages') return count(messages.filter(({ role }) => role !== 'system').length);
  if (name === 'messages.internal') return count(messages.filter(({ internal }) => internal).length);
  if (unsure) return undefined;
  switch (name) {
    case 'messages.customer':
      return count(messages.filter(({ role }) => role === 'customer').length);
    case 'messages.agent':
    case 'tries':
      return count(answers.length, answers);
    case 'agents_touched': {
      const people = messages.filter(({ role }) => role === 'agent').map(({ email, author }) => email ?? author);
      return people.includes(undefined) ? undefined : count(new Set(people.map((person) => fold(person ?? ''))).size);
    }
    default:
      return undefined;
  }
}
