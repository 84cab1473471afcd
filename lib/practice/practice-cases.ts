/**
 * Tickets for practising, made at the policy's own boundaries: for each rule one ticket on which it fires and one, different in a
 * single thing, on which it does not. Every answer is what `assess` says of the ticket, so it cannot differ from the panel's.
 * Over 250 lines: one way to vary a ticket for each kind of fact, side by side.
 */
import { assess } from '../guidance/assess.ts';
import { type Assessment, NO_HISTORY } from '../guidance/assessment.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import type { Policy } from '../policy/schema.ts';
import { ruleContext } from '../rules/context.ts';
import { CLOCK_WORDS, SLA_CLOCK, markOf } from '../rules/fact-table.ts';
import { findNamed } from '../rules/check.ts';
import type { CompiledRule, Condition, Operand } from '../rules/rule.ts';
import { conditionsOf, operandsOf, valueOf } from '../rules/walk.ts';
import type { ClockName } from '../sla/sla-clock.ts';
import { localize } from '../text.ts';
import type { TicketSnapshot } from '../ticket.ts';
import { type PracticeTicket, type PracticeWords, practiceSnapshot } from './practice-ticket.ts';

export interface PracticeCase {
  /** Id of the rule it was made for. */
  readonly rule: string;
  /** Whether that rule fires on it. */
  readonly fires: boolean;
  readonly snapshot: TicketSnapshot;
  readonly marks: Readonly<Record<string, boolean>>;
  readonly assessment: Assessment;
}

/** One way to change a ticket. Time comes last, since how fast a clock runs depends on the rest. */
type Change = (ticket: PracticeTicket) => PracticeTicket;
type Variation = readonly Change[];

/** Combinations that are tried for one rule; a rule that needs more is left out. */
const mostCombinations = 400;
/** No clock is looked for beyond this age. */
const longestMinutes = 60 * 24 * 40;

/**
 * @param language of what the customer writes, where the policy has sentences in it
 * @param now milliseconds since 1970
 * @returns two cases for each rule that can be varied, in the order of the rules
 */
export function practiceCases(loaded: LoadedPolicy, words: PracticeWords, language: string, now: number): PracticeCase[] {
  const { policy } = loaded;
  return policy.rules
    .filter(({ mode }) => mode === 'on')
    .flatMap(({ id }) => {
      const rule = loaded.rules.find((one) => one.id === id);
      return rule ? casesOf(rule, loaded, words, language, now) : [];
    });
}

function casesOf(rule: CompiledRule, loaded: LoadedPolicy, words: PracticeWords, language: string, now: number): PracticeCase[] {
  const { policy } = loaded;
  const variations = variationsOf(rule, policy, words, language);
  if (variations.length === 0 || variations.reduce((count, { length }) => count * length, 1) > mostCombinations) return [];
  const judge = (ticket: PracticeTicket): PracticeCase => {
    const snapshot = practiceSnapshot(ticket, policy, words, now);
    const assessment = assess(snapshot, loaded, { marks: ticket.marks, history: { ...NO_HISTORY, currentTier: lowest(policy) } }, now);
    return { rule: rule.id, fires: assessment.reasons.some((reason) => reason.rule === rule.id), snapshot, marks: ticket.marks, assessment };
  };
  const times = timesOf(rule, loaded, words, now);
  const tried = new Map<string, PracticeCase>();
  for (const choice of choices([...variations.map(({ length }) => length), times.length])) {
    const changed = variations.reduce((ticket, variation, index) => (variation[choice[index] ?? 0] as Change)(ticket), calm(policy));
    const found = judge((times[choice.at(-1) ?? 0] as Change)(changed));
    if (found.assessment.unknown.some((one) => one.rule === rule.id)) continue;
    tried.set(choice.join(), found);
    // The other side of the boundary: the same ticket but for one thing.
    // the nearest one first, so that both stand right at the boundary
    for (let index = choice.length - 1; index >= 0; index--)
      for (let other = (choice[index] ?? 0) - 1; other >= 0; other--) {
        const twin = tried.get(choice.with(index, other).join());
        if (twin && twin.fires !== found.fires) return twin.fires ? [found, twin] : [twin, found];
      }
  }
  return [];
}

function* choices(lengths: readonly number[], chosen: readonly number[] = []): Generator<number[]> {
  const length = lengths[chosen.length];
  if (length === undefined) yield [...chosen];
  else for (let index = 0; index < length; index++) yield* choices(lengths, [...chosen, index]);
}

const lowest = (policy: Policy): number => Math.min(...policy.tiers.map(({ tier }) => tier));

/** Nothing that any rule would ask for, in a policy of ordinary rules. */
function calm(policy: Policy): PracticeTicket {
  const { customer, priorities } = policy;
  const middle = priorities[Math.floor(priorities.length / 2)];
  return {
    priority: middle ? localize(middle.name, policy.language) : '',
    status: 'Open',
    says: [],
    contacts: 1,
    answered: true,
    fields: {
      ...(customer.tierFields[0] && { [customer.tierFields[0]]: 'Standard' }),
      ...(customer.ltvFields[0] && { [customer.ltvFields[0]]: '100' }),
      ...(customer.revenueFields[0] && { [customer.revenueFields[0]]: '10' }),
    },
    tags: [],
    marks: {},
    minutes: 5,
  };
}

/** The ways in which what the rule looks at can differ; nothing that it does not look at is varied. */
function variationsOf(rule: CompiledRule, policy: Policy, words: PracticeWords, language: string): Variation[] {
  const variations = new Map<string, Change[]>();
  const add = (name: string, changes: readonly Change[]): void => {
    variations.set(name, [...(variations.get(name) ?? [(ticket: PracticeTicket) => ticket]), ...changes]);
  };
  const says =
    (sentence: string): Change =>
    (ticket) => ({ ...ticket, says: [...ticket.says, sentence] });
  for (const condition of conditionsOf(rule.when)) {
    if (condition.op === 'contains_phrase') {
      const { yes, no } = sentencesOf(policy, condition.list, language);
      add(`phrase ${condition.list}`, [...(no ? [says(no)] : []), ...(yes ? [says(yes)] : [])]);
      continue;
    }
    if (condition.op === 'contains_keywords') {
      const [word] = operandsOf(condition).flatMap((operand) => (operand.kind === 'string' ? [operand.value] : []));
      if (word) add('keywords', [says(`${word[0]?.toUpperCase()}${word.slice(1)}!`)]);
      continue;
    }
    for (const fact of operandsOf(condition)) if (fact.kind === 'fact') add(fact.name, changesFor(fact.name, condition, policy, words));
  }
  return [...variations.values()].filter(({ length }) => length > 1);
}

/** @returns ways to bring the fact to both sides of what the condition compares it with */
function changesFor(fact: string, condition: Condition, policy: Policy, words: PracticeWords): Change[] {
  const { customer, priorities } = policy;
  const values = operandsOf(condition).map((operand) => (operand.kind === 'variable' ? valueOf(operand.name, policy) : operand));
  const numbers = values.flatMap((value) => (value?.kind === 'number' ? [value.value] : []));
  const amounts = values.flatMap((value) => (value?.kind === 'money' ? [value.amount] : value?.kind === 'number' ? [value.value] : []));
  const strings = values.flatMap((value) => (value?.kind === 'string' ? [value.value] : []));
  const withField = (label: string | undefined, contents: readonly string[]): Change[] =>
    label === undefined ? [] : contents.map((content) => (ticket) => ({ ...ticket, fields: { ...ticket.fields, [label]: content } }));
  const mark = markOf(fact);
  if (mark !== undefined) return [(ticket) => ({ ...ticket, marks: { ...ticket.marks, [mark]: true } })];
  switch (fact) {
    case 'contacts':
      return numbers
        .flatMap((count) => [count - 1, count, count + 1])
        .filter((count) => count >= 1)
        .map((contacts) => (ticket) => ({ ...ticket, contacts }));
    case 'sentiment':
    case 'sentiment_score':
      return [(ticket) => ({ ...ticket, says: [...ticket.says, words.angry] })];
    case 'revenue_impact':
      return withField(customer.revenueFields[0], amounts.flatMap((amount) => [amount, amount + 1]).map(printed));
    case 'customer.ltv':
      return withField(customer.ltvFields[0], amounts.flatMap((amount) => [amount, amount + 1]).map(printed));
    case 'customer.tier':
      return withField(customer.tierFields[0], strings);
    case 'customer.vip':
      return customer.vipTags.slice(0, 1).map((tag) => (ticket) => ({ ...ticket, tags: [...ticket.tags, tag] }));
    case 'ticket.priority': {
      const named = strings.flatMap((word) => findNamed(word, ruleContext(policy).priorities)?.id ?? []);
      const levels = priorities.filter(({ id }) => named.includes(id));
      return levels.map((level) => (ticket) => ({ ...ticket, priority: localize(level.name, policy.language) }));
    }
    case 'first_response.state':
    case 'first_response.used':
    case 'first_response.breached':
      return [(ticket) => ({ ...ticket, answered: false })];
    default:
      return [];
  }
}

const printed = (amount: number): string => String(amount);

/** A sentence that has a phrase of the list and one that only looks like it, as the policy gives them. */
function sentencesOf(policy: Policy, list: string, language: string): { readonly yes?: string; readonly no?: string } {
  const entries = policy.phrases[list]?.entries ?? {};
  const own = entries[language.split('-')[0] ?? ''] ?? entries.en ?? Object.values(entries)[0] ?? [];
  const examples = own.flatMap((entry) => (typeof entry === 'string' ? [] : [entry]));
  const yes = examples.flatMap((entry) => entry.yes ?? [])[0];
  const no = examples.flatMap((entry) => entry.no ?? [])[0];
  return { ...(yes && { yes }), ...(no && { no }) };
}

/** Ages at which the clocks that the rule looks at stand just before and just after what it compares them with. */
function timesOf(rule: CompiledRule, loaded: LoadedPolicy, words: PracticeWords, now: number): Change[] {
  const percents = new Map<ClockName, Set<number>>();
  for (const condition of conditionsOf(rule.when))
    for (const operand of operandsOf(condition)) {
      const clock = clockOf(operand);
      if (!clock) continue;
      const asked = operandsOf(condition).flatMap((other) => (other.kind === 'percent' ? [other.value] : []));
      const known = percents.get(clock) ?? new Set<number>();
      for (const percent of asked.length ? asked : [100]) known.add(percent);
      percents.set(clock, known);
    }
  const stay: Change = (ticket) => ticket;
  const moves = [...percents].flatMap(([clock, asked]) =>
    [...asked].flatMap((percent): Change[] => [aged(clock, percent - 2, loaded, words, now), aged(clock, percent + 2, loaded, words, now)]),
  );
  return moves.length ? moves : [stay];
}

function clockOf(operand: Operand): ClockName | undefined {
  if (operand.kind !== 'fact') return undefined;
  if (operand.name === 'ticket.age') return SLA_CLOCK;
  const word = operand.name.split('.')[0] ?? '';
  return operand.name.includes('.') && Object.hasOwn(CLOCK_WORDS, word) ? CLOCK_WORDS[word] : undefined;
}

/** The ticket at the age at which the clock has used so many percent: found by halving, since business hours make it no straight line. */
function aged(clock: ClockName, percent: number, loaded: LoadedPolicy, words: PracticeWords, now: number): Change {
  return (ticket) => {
    const used = (minutes: number): number => {
      const { clocks } = assess(practiceSnapshot({ ...ticket, minutes }, loaded.policy, words, now), loaded, { history: NO_HISTORY }, now);
      return clocks.find(({ name }) => name === clock)?.percent ?? 0;
    };
    let [from, to] = [1, longestMinutes];
    if (used(to) < percent) return ticket;
    while (to - from > 1) {
      const middle = Math.floor((from + to) / 2);
      if (used(middle) < percent) from = middle;
      else to = middle;
    }
    return { ...ticket, minutes: percent < 100 ? from : to };
  };
}
