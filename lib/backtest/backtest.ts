/**
 * What a changed policy would have said of tickets that this browser has seen, judged by the evaluator of the panel on the facts that
 * the ledger kept. Three-valued: a ticket whose answer hangs on what was not kept is counted as such, never guessed. Pure.
 */
import type { ConditionTrace } from '../guidance/assessment.ts';
import { lowestTier } from '../guidance/current-tier.ts';
import { type Judged, judgeRules } from '../guidance/judge-rules.ts';
import type { FactVector, LedgerTicket } from '../ledger/ledger-record.ts';
import { sameValue } from '../policy/edit-at.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import { doubtsBetween } from './doubts.ts';
import { keptFacts } from './kept-facts.ts';

/** The rule of the draft, or of the policy in use where the draft has none, that decides a move. */
export interface MoveReason {
  readonly rule: string;
  /** fires: it asks for the new tier. silent: it asked for the old one and does not fire any more. gone: it is off, in shadow or deleted. */
  readonly how: 'fires' | 'silent' | 'gone';
  readonly conditions: readonly Pick<ConditionTrace, 'text' | 'outcome' | 'actual'>[];
}

export interface SeenTicket {
  readonly key: string;
  readonly origin: string;
  readonly ticketId: string;
  /** When it was seen as it is judged. */
  readonly at: string;
}
export interface Move extends SeenTicket {
  readonly from: number;
  readonly to: number;
  readonly because: readonly MoveReason[];
}
export interface Unjudged extends SeenTicket {
  /** Rules on which the tier hangs, with the facts that were not kept. */
  readonly rules: readonly { readonly rule: string; readonly missing: readonly string[] }[];
}
/** How often a rule fires under each policy; shadow rules are counted as well. */
export interface RuleCount {
  readonly rule: string;
  readonly before: number;
  readonly after: number;
  readonly unknown: number;
}

export interface Backtest {
  /** Tickets that were judged: every one seen while it was open. */
  readonly seen: number;
  /** The newest ticket first. */
  readonly moves: readonly Move[];
  readonly unjudged: readonly Unjudged[];
  /** Rules that count differently, or cannot be judged on some ticket. */
  readonly rules: readonly RuleCount[];
  /** Tickets that were resolved before they were first seen, and so ask nothing of the rules. */
  readonly neverOpen: number;
  /** Tickets read under another version of the policy in use: their priorities and phrases are taken as they were read then. */
  readonly otherVersion: number;
}

/**
 * @param tickets of the ledger
 * @param inUse the policy whose advice people see today
 * @param draft the policy that may take its place
 */
export function backtest(tickets: readonly LedgerTicket[], inUse: LoadedPolicy, draft: LoadedPolicy): Backtest {
  const doubts = doubtsBetween(inUse.policy, draft.policy);
  const changed = changedRules(inUse, draft);
  const moves: Move[] = [];
  const unjudged: Unjudged[] = [];
  const counts = new Map<string, { before: number; after: number; unknown: number }>();
  let neverOpen = 0;
  let otherVersion = 0;
  for (const ticket of tickets) {
    const vector = openVector(ticket);
    if (!vector) {
      neverOpen++;
      continue;
    }
    if (ticket.policy.id !== inUse.policy.id || ticket.policy.version !== inUse.policy.version) otherVersion++;
    const recorded = recordedFiring(ticket, vector, inUse);
    const before = judgeRules(inUse, keptFacts(vector)).map((one) => settled(one, recorded));
    const after = judgeRules(draft, keptFacts(vector, doubts(vector))).map((one) => settled(one, changed.has(one.rule.id) ? undefined : recorded));
    count(counts, before, after);
    const seen: SeenTicket = { key: ticket.key, origin: ticket.origin, ticketId: ticket.ticketId, at: vector.at };
    const found = compare(before, after, changed, lowestTier(inUse.policy), lowestTier(draft.policy));
    if ('open' in found) unjudged.push({ ...seen, rules: found.open });
    else if (found.from !== found.to)
      moves.push({ ...seen, from: found.from, to: found.to, because: reasonsOf(found.from, found.to, before, after) });
  }
  const newestFirst = (a: SeenTicket, b: SeenTicket): number => Date.parse(b.at) - Date.parse(a.at);
  return {
    seen: tickets.length - neverOpen,
    moves: moves.sort(newestFirst),
    unjudged: unjudged.sort(newestFirst),
    rules: [...counts]
      .map(([rule, numbers]) => ({ rule, ...numbers }))
      .filter(({ before, after, unknown, rule }) => before !== after || (unknown > 0 && changed.has(rule))),
    neverOpen,
    otherVersion,
  };
}

/** Moves of one kind, such as all from Tier 2 to Tier 3. The largest group first. */
export function moveGroups(moves: readonly Move[]): { readonly from: number; readonly to: number; readonly count: number }[] {
  const groups = new Map<string, { from: number; to: number; count: number }>();
  for (const { from, to } of moves) {
    const group = groups.get(`${from} ${to}`) ?? { from, to, count: 0 };
    group.count++;
    groups.set(`${from} ${to}`, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
}

/** What the rules saw at the last look at the open ticket. */
function openVector({ statusKind, facts, openFacts }: LedgerTicket): FactVector | undefined {
  return statusKind === 'resolved' || statusKind === 'closed' ? openFacts : facts;
}

/** Ids of rules that say something else in the draft, are new in it, or ask for something else. */
function changedRules(inUse: LoadedPolicy, draft: LoadedPolicy): ReadonlySet<string> {
  const said = new Map(inUse.rules.map((rule) => [rule.id, rule.when]));
  // the browser's storage gives the members back in another order
  return new Set(draft.rules.filter((rule) => !sameValue(said.get(rule.id), rule.when)).map(({ id }) => id));
}

/**
 * What the page itself found out with all of the texts at hand: which rules of the policy in use fired. undefined where the vector was
 * read under another policy, or before this one was loaded.
 */
function recordedFiring(
  { recommendations, policy }: LedgerTicket,
  { at }: FactVector,
  { policy: used, loadedAt }: LoadedPolicy,
): ReadonlySet<string> | undefined {
  const same = policy.id === used.id && policy.version === used.version && Date.parse(at) >= Date.parse(loadedAt);
  const last = same ? recommendations.findLast((one) => one.verdict !== 'resolved' && Date.parse(one.at) <= Date.parse(at)) : undefined;
  return last && new Set([...last.rules, ...last.shadow]);
}

interface Settled extends Judged {
  /** The evaluator's answer, or what the page recorded where the evaluator lacks the text. A rule that did not fire on the page is `no`. */
  readonly outcome: 'yes' | 'no' | 'unknown';
}
function settled(judged: Judged, recorded: ReadonlySet<string> | undefined): Settled {
  const { outcome } = judged.evaluation;
  if (outcome !== 'unknown' || !recorded || judged.rule.mode === 'off') return { ...judged, outcome };
  return { ...judged, outcome: recorded.has(judged.rule.id) ? 'yes' : 'no' };
}

function count(counts: Map<string, { before: number; after: number; unknown: number }>, before: readonly Settled[], after: readonly Settled[]): void {
  const of = (rule: string) => {
    const known = counts.get(rule) ?? { before: 0, after: 0, unknown: 0 };
    counts.set(rule, known);
    return known;
  };
  for (const { rule, outcome } of before) if (outcome === 'yes') of(rule.id).before++;
  for (const { rule, outcome } of after) {
    if (outcome === 'yes') of(rule.id).after++;
    else if (outcome === 'unknown') of(rule.id).unknown++;
  }
}

type Compared = { readonly from: number; readonly to: number } | { readonly open: Unjudged['rules'] };

/**
 * The tier under both policies, or the rules on which it hangs. A rule that both policies have alike is unknown in the same way: it can
 * hide a move but makes none.
 */
function compare(
  before: readonly Settled[],
  after: readonly Settled[],
  changed: ReadonlySet<string>,
  lowestBefore: number,
  lowestAfter: number,
): Compared {
  const from = askedFor(before, lowestBefore);
  const to = askedFor(after, lowestAfter);
  const openBefore = openAbove(before, from);
  const openAfter = openAbove(after, to);
  const isShared = (one: Settled, others: readonly Settled[]): boolean =>
    !changed.has(one.rule.id) &&
    others.some(
      (other) => other.rule.id === one.rule.id && other.outcome === 'unknown' && other.rule.mode === one.rule.mode && other.tier === one.tier,
    );
  const own = [...openBefore.filter((one) => !isShared(one, after)), ...openAfter.filter((one) => !isShared(one, before))];
  const shared = [...openBefore, ...openAfter].filter((one) => (one.tier ?? 0) > Math.min(from, to));
  if (own.length === 0 && (from === to || shared.length === 0)) return { from, to };
  const rules = new Map((own.length > 0 ? own : shared).map((one) => [one.rule.id, { rule: one.rule.id, missing: one.evaluation.missing }]));
  return { open: [...rules.values()] };
}

const counts = ({ rule }: Settled): boolean => rule.mode === 'on';
const askedFor = (judged: readonly Settled[], lowest: number): number =>
  Math.max(lowest, ...judged.flatMap((one) => (counts(one) && one.outcome === 'yes' && one.tier !== undefined ? [one.tier] : [])));
const openAbove = (judged: readonly Settled[], tier: number): Settled[] =>
  judged.filter((one) => counts(one) && one.outcome === 'unknown' && (one.tier ?? 0) > tier);

/** Up: the rules of the draft that ask for the new tier. Down: the rules that asked for the old one, as the draft judges them. */
function reasonsOf(from: number, to: number, before: readonly Settled[], after: readonly Settled[]): MoveReason[] {
  const asks = (tier: number) => (one: Settled) => counts(one) && one.outcome === 'yes' && one.tier === tier;
  if (to > from) return after.filter(asks(to)).map((one) => ({ rule: one.rule.id, how: 'fires', conditions: linesOf(one) }));
  return before.filter(asks(from)).map((one): MoveReason => {
    const now = after.find((other) => other.rule.id === one.rule.id && counts(other));
    return { rule: one.rule.id, how: now && now.outcome !== 'yes' ? 'silent' : now ? 'fires' : 'gone', conditions: linesOf(now ?? one) };
  });
}

const linesOf = ({ evaluation }: Settled): MoveReason['conditions'] =>
  evaluation.trace.map(({ text, outcome, actual }) => ({ text, outcome, ...(actual !== undefined && { actual }) }));
