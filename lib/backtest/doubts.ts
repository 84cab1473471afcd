/**
 * What a vector that was kept under one policy still says under another. A priority, a percentage or a phrase-list hit is the answer
 * of the policy that read it: where the other policy would read it differently it is unknown, except that the time used of a clock
 * can be laid against another target.
 */
import type { FactVector, KeptFact } from '../ledger/ledger-record.ts';
import { sameValue } from '../policy/edit-at.ts';
import type { Policy, Priority } from '../policy/schema.ts';
import { CLOCK_WORDS, factInfo } from '../rules/fact-table.ts';
import { fold } from '../rules/fold.ts';
import type { ClockName } from '../sla/sla-clock.ts';
import { parseDuration } from '../sla/duration.ts';
import { type Doubts, NO_DOUBTS } from './kept-facts.ts';

/** Lists that make the mood `threatening`. */
const threatLists = ['legal_threat', 'media_threat'];
const moodFacts = ['sentiment', 'sentiment_score', 'sentiment_trend'];
type PriorityClock = Extract<ClockName, 'firstResponse' | 'nextResponse' | 'resolution'>;
const priorityClocks: ReadonlySet<ClockName> = new Set<PriorityClock>(['firstResponse', 'nextResponse', 'resolution']);

/** A browser's storage gives the members of a group back in another order. */
const differ = (one: unknown, other: unknown): boolean => !sameValue(one, other);

/**
 * @param from the policy under which vectors were kept
 * @param to the policy under which they are judged
 * @returns the doubts about one vector
 */
export function doubtsBetween(from: Policy, to: Policy): (vector: FactVector) => Doubts {
  if (from === to) return () => NO_DOUBTS;
  const lists = new Set(
    [...Object.keys(from.phrases), ...Object.keys(to.phrases)].filter((list) => differ(from.phrases[list]?.entries, to.phrases[list]?.entries)),
  );
  const always = new Set([
    ...(threatLists.some((list) => lists.has(list)) ? moodFacts : []),
    ...(from.contacts === to.contacts ? [] : ['contacts']),
    ...customerDoubts(from.customer, to.customer),
    ...(differ(placesOf(from), placesOf(to)) ? ['current_tier'] : []),
  ]);
  const currency = from.currency === to.currency ? {} : { currency: from.currency };
  const clocksRunAlike = !differ(runningOf(from), runningOf(to));
  const isListDoubted = (list: string): boolean => lists.has(list);
  return (vector) => {
    const facts = new Set(always);
    const replaced = new Map<string, KeptFact>();
    const priority = vector.values['ticket.priority'];
    const [before, after] = [from, to].map(({ priorities }) => priorities.find(({ id }) => id === priority));
    const samePriority = priority === undefined ? isUnreadAlike(from, to) : isReadAlike(from, to, before, after);
    if (!samePriority) facts.add('ticket.priority');
    for (const [word, clock] of Object.entries(CLOCK_WORDS)) {
      const isOfPriority = priorityClocks.has(clock);
      const alike = clocksRunAlike && (!isOfPriority || (samePriority && before?.calendar === after?.calendar));
      const target = isOfPriority ? after?.[clock as PriorityClock] : undefined;
      const sameTarget = isOfPriority ? before?.[clock as PriorityClock] === target : !differ(promiseOf(from, clock), promiseOf(to, clock));
      if (alike && sameTarget) continue;
      const again = alike && to.sla.prefer === 'policy' ? withTarget(word, vector, target) : undefined;
      if (again) for (const [name, value] of again) replaced.set(name, value);
      else for (const name of factsOfClock(word)) facts.add(name);
    }
    return { isFactDoubted: (name) => facts.has(name), isListDoubted, replaced, ...currency };
  };
}

const members = ['used', 'left', 'breached', 'state', 'target'];
const factsOfClock = (word: string): readonly string[] => [
  ...members.map((member) => `${word}.${member}`),
  ...(factInfo('ticket.age')?.clock === CLOCK_WORDS[word] ? ['ticket.age'] : []),
];

/** Everything that decides how clocks run, targets aside. */
const runningOf = ({ calendars, sla }: Policy): unknown => [
  calendars,
  [sla.calendar, sla.prefer, sla.priorityChange, sla.reopen, sla.pauseStatuses, sla.pauses],
];
const placesOf = ({ tiers, assumedTier }: Policy): unknown => [
  assumedTier,
  tiers.map(({ tier, name, groups, assignees, reached }) => [tier, name, groups, assignees, reached?.group, reached?.person]),
];
const promiseOf = ({ sla, tiers }: Policy, clock: ClockName): unknown =>
  clock === 'updateOwed' ? sla.updateOwed : tiers.map(({ tier, respondsWithin }) => [tier, respondsWithin]);

function customerDoubts(from: Policy['customer'], to: Policy['customer']): string[] {
  const changed = (...names: (keyof Policy['customer'])[]): boolean => names.some((name) => differ(from[name], to[name]));
  return [
    ...(changed('tierFields', 'lookup') ? ['customer.tier'] : []),
    ...(changed('ltvFields', 'lookup') ? ['customer.ltv'] : []),
    ...(changed('vipFields', 'vipTags', 'vipTiers', 'tierFields', 'lookup') ? ['customer.vip'] : []),
    ...(changed('revenueFields') ? ['revenue_impact'] : []),
  ];
}

const wordsOf = ({ id, name, aliases }: Priority): string[] =>
  [id, ...(typeof name === 'string' ? [name] : Object.values(name)), ...aliases].map(fold);

/** Whether every word that meant this level still means it, so that whatever the page showed is read as before. */
function isReadAlike(from: Policy, to: Policy, before: Priority | undefined, after: Priority | undefined): boolean {
  if (!before || !after) return false;
  if (from.defaultPriority !== to.defaultPriority && from.defaultPriority === before.id) return false;
  const still = new Set(wordsOf(after));
  const others = new Set(to.priorities.filter(({ id }) => id !== after.id).flatMap(wordsOf));
  return wordsOf(before).every((word) => still.has(word) && !others.has(word));
}

/** Whether a page whose priority could not be read is still one. */
function isUnreadAlike(from: Policy, to: Policy): boolean {
  const known = new Set(from.priorities.flatMap(wordsOf));
  return to.defaultPriority === from.defaultPriority && to.priorities.flatMap(wordsOf).every((word) => known.has(word));
}

/** The kept time of a clock against another target; undefined where that cannot be told. */
function withTarget(word: string, { values }: FactVector, target: string | undefined): ReadonlyMap<string, KeptFact> | undefined {
  const used = values[`${word}.used`];
  const targetMs = target === undefined ? undefined : parseDuration(target);
  const ms = typeof used === 'object' && 'ms' in used ? used.ms : undefined;
  // used up to the moment: outside business hours that is in time as well as late
  if (ms === undefined || !targetMs || ms === targetMs) return undefined;
  const percent = (ms / targetMs) * 100;
  const late = ms > targetMs;
  const state = values[`${word}.state`];
  const stopped = state === 'met' || state === 'missed';
  const again = new Map<string, KeptFact>([
    [`${word}.used`, { ms, percent }],
    [`${word}.left`, { ms: targetMs - ms, percent: 100 - percent }],
    [`${word}.target`, targetMs],
    [`${word}.breached`, late],
    [`${word}.state`, stopped ? (late ? 'missed' : 'met') : late ? 'overdue' : state === 'paused' ? 'paused' : 'running'],
  ]);
  if (factInfo('ticket.age')?.clock === CLOCK_WORDS[word]) again.set('ticket.age', { ms, percent });
  return again;
}
