/**
 * Rules in the form that helpdesks can take: alternatives of terms that must all hold (disjunctive normal form), every term in a shape of
 * its own instead of an operator tree. Nothing is lost: what has no shape stays as `other` with the reason, so that an exporter refuses it.
 *
 * NOT is pushed to the terms. In Handrail an unknown fact makes a condition unknown, negated or not; a helpdesk takes a missing value as "no".
 * So a negated term is kept only where the value is never missing (tags, group, status, priority as a set of known levels).
 */
import type { PhraseList, Policy } from '../policy/schema.ts';
import { fold } from '../rules/fold.ts';
import { factInfo, markOf } from '../rules/fact-table.ts';
import { variableOperand } from '../rules/literal.ts';
import { printCondition } from '../rules/print.ts';
import type { Comparison, Condition, Expression, Operand } from '../rules/rule.ts';
import { statusKindOf } from '../rules/status-words.ts';
import type { StatusKind } from '../ticket.ts';

export type Reason = 'mood' | 'phrases' | 'clock' | 'money' | 'contacts' | 'mark' | 'unknown' | 'fact' | 'text';

interface Written {
  /** As the rule writes it. */
  readonly text: string;
}
export type Term = Written &
  (
    | { readonly kind: 'words'; readonly words: readonly string[] }
    | { readonly kind: 'tags'; readonly any: readonly string[]; readonly negated: boolean }
    /** Kinds that count as yes; `resolved` and `closed` are both in when the work is done. */
    | { readonly kind: 'status'; readonly any: readonly StatusKind[] }
    /** Ids of the policy that count as yes. */
    | { readonly kind: 'priority'; readonly any: readonly string[] }
    | { readonly kind: 'group'; readonly name: string; readonly negated: boolean }
    | { readonly kind: 'field'; readonly label: string; readonly value: string }
    | { readonly kind: 'reopened' | 'answers'; readonly comparison: Comparison; readonly value: number }
    /** Time since the customer wrote. */
    | { readonly kind: 'silence'; readonly comparison: Comparison; readonly ms: number }
    /** The clock ran out and still runs. */
    | { readonly kind: 'overdue'; readonly clock: 'firstResponse' | 'resolution' }
    | { readonly kind: 'other'; readonly reason: Reason }
  );

/** The tag that stands for a mark in a helpdesk. */
export const markTag = (criterion: string): string => `handrail_mark_${criterion.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
export const isMarkTag = (tag: string): boolean => tag.startsWith('handrail_mark_');

/** More alternatives than this are no rules that anybody could keep in order. */
const mostAlternatives = 24;
const statusKinds: readonly StatusKind[] = ['new', 'open', 'pending', 'resolved', 'closed'];

/** @returns the alternatives, each a list of terms that must all hold; undefined when there are too many. */
export function alternatives(when: Expression, policy: Policy): readonly (readonly Term[])[] | undefined {
  return normal(when, false, policy);
}

function normal(expression: Expression, negated: boolean, policy: Policy): Term[][] | undefined {
  if (expression.op === 'not') return normal(expression.arg, !negated, policy);
  if (!('args' in expression)) return termsOf(expression, negated, policy);
  const parts = expression.args.map((arg) => normal(arg, negated, policy));
  let result: Term[][] | undefined = (expression.op === 'and') !== negated ? [[]] : [];
  for (const part of parts) {
    if (!result || !part) return undefined;
    result = (expression.op === 'and') !== negated ? result.flatMap((left) => part.map((right) => [...left, ...right])) : [...result, ...part];
    if (result.length > mostAlternatives) result = undefined;
  }
  return result;
}

/** One condition as alternatives of terms. */
function termsOf(condition: Condition, negated: boolean, policy: Policy): Term[][] {
  const text = negated ? `NOT ${printCondition(condition)}` : printCondition(condition);
  const refuse = (reason: Reason): Term[][] => [[{ kind: 'other', reason, text }]];
  switch (condition.op) {
    case 'contains_keywords': {
      const words = strings(condition.words, policy);
      if (!words || words.length === 0) return refuse('text');
      return negated ? refuse('unknown') : [[{ kind: 'words', words, text }]];
    }
    case 'contains_phrase': {
      if (negated) return refuse('phrases');
      const { plain, others } = plainPhrases(policy.phrases[condition.list]);
      return [...(plain.length > 0 ? [[{ kind: 'words' as const, words: plain, text }]] : []), ...(others > 0 ? refuse('phrases') : [])];
    }
    case 'is':
      return yesNo(condition.fact, !negated, text, policy);
    case 'in': {
      const items = condition.right.kind === 'list' ? condition.right.items : [condition.right];
      const each = items.map((right): Condition => ({ op: 'compare', comparison: '=', left: condition.left, right }));
      if (each.length === 1 && each[0]) return termsOf(each[0], negated, policy);
      const whole: Expression = { op: 'or', args: each };
      const set = setOf(condition.left, items, negated, text, policy);
      const probe = each[0] && !set ? termsOf(each[0], negated, policy)[0]?.[0] : undefined;
      if (probe?.kind === 'other') return refuse(probe.reason);
      return set ?? normal(whole, negated, policy) ?? refuse('fact');
    }
    case 'contains':
      return containing(condition.left, condition.right, negated, text, policy);
    case 'compare':
      return compared(condition.left, condition.comparison, condition.right, negated, text, policy);
  }
}

const resolved = (operand: Operand, policy: Policy): Operand => {
  if (operand.kind !== 'variable') return operand;
  const value = Object.hasOwn(policy.variables, operand.name) ? policy.variables[operand.name] : undefined;
  return value === undefined ? operand : variableOperand(value);
};
function strings(operand: Operand, policy: Policy): string[] | undefined {
  const items = (operand.kind === 'list' ? operand.items : [operand]).map((item) => resolved(item, policy));
  const found = items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  return found.length === items.length ? found : undefined;
}

/** Entries that are words as they stand: no patterns, endings, exceptions or negation. */
export function plainPhrases(list: PhraseList | undefined): { readonly plain: string[]; readonly others: number } {
  const entries = Object.values(list?.entries ?? {}).flat();
  const plain = entries.flatMap((entry) =>
    typeof entry === 'object' &&
    entry.evenNegated &&
    !entry.inflect &&
    !entry.notIn?.length &&
    !entry.foldDiacritics &&
    !/[()|?\\*]/.test(entry.phrase)
      ? [entry.phrase]
      : [],
  );
  return { plain, others: entries.length - plain.length };
}

function yesNo(fact: Extract<Operand, { kind: 'fact' }>, wanted: boolean, text: string, policy: Policy): Term[][] {
  const refuse = (reason: Reason): Term[][] => [[{ kind: 'other', reason, text }]];
  const mark = markOf(fact.name);
  // what an agent marks in Handrail is a tag there, which a macro adds; nobody was asked is unknown, so a mark that is not set is refused
  if (mark !== undefined) return wanted ? [[{ kind: 'tags', any: [markTag(mark)], negated: false, text }]] : refuse('unknown');
  if (fact.name === 'customer.vip') {
    if (!wanted) return refuse('unknown');
    const tags = policy.customer.vipTags;
    return tags.length > 0 ? [[{ kind: 'tags', any: tags, negated: false, text }]] : refuse('fact');
  }
  if (fact.name === 'resolution.breached') return wanted ? [[{ kind: 'overdue', clock: 'resolution', text }]] : refuse('clock');
  return refuse(factInfo(fact.name)?.clock ? 'clock' : 'fact');
}

function containing(left: Operand, right: Operand, negated: boolean, text: string, policy: Policy): Term[][] {
  const words = strings(right, policy);
  if (left.kind === 'fact' && left.name === 'ticket.tags' && words && words.length > 0) return [[{ kind: 'tags', any: words, negated, text }]];
  return [[{ kind: 'other', reason: left.kind === 'fact' && factInfo(left.name)?.type === 'text' ? 'text' : 'fact', text }]];
}

/** Status and priority as sets, so that a list or a negation stays one term. */
function setOf(left: Operand, items: readonly Operand[], negated: boolean, text: string, policy: Policy): Term[][] | undefined {
  if (left.kind !== 'fact' || (left.name !== 'ticket.status' && left.name !== 'ticket.priority')) return undefined;
  const words = items.map((item) => resolved(item, policy)).flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  if (words.length !== items.length) return undefined;
  if (left.name === 'ticket.status') {
    const kinds = words.flatMap((word) => {
      const kind = statusKindOf(word);
      return kind === undefined ? [] : kind === 'resolved' ? (['resolved', 'closed'] as const) : [kind];
    });
    if (words.some((word) => statusKindOf(word) === undefined)) return [[{ kind: 'other', reason: 'fact', text }]];
    return [[{ kind: 'status', any: statusKinds.filter((kind) => kinds.includes(kind) !== negated), text }]];
  }
  const ids = words.map((word) => priorityId(word, policy));
  if (ids.includes(undefined)) return [[{ kind: 'other', reason: 'fact', text }]];
  return [[{ kind: 'priority', any: policy.priorities.map(({ id }) => id).filter((id) => ids.includes(id) !== negated), text }]];
}

function priorityId(word: string, policy: Policy): string | undefined {
  const key = fold(word);
  return policy.priorities.find(({ id, name, aliases }) =>
    [id, ...(typeof name === 'string' ? [name] : Object.values(name)), ...aliases].some((one) => fold(one) === key),
  )?.id;
}

const mirrored: Readonly<Record<Comparison, Comparison>> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const opposite: Readonly<Record<Comparison, Comparison>> = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

function compared(leftSide: Operand, written: Comparison, rightSide: Operand, negated: boolean, text: string, policy: Policy): Term[][] {
  const refuse = (reason: Reason): Term[][] => [[{ kind: 'other', reason, text }]];
  const turned = leftSide.kind !== 'fact' && rightSide.kind === 'fact';
  const left = turned ? rightSide : leftSide;
  const right = resolved(turned ? leftSide : rightSide, policy);
  // exact for facts that are known: an unknown one is unknown either way
  const comparison = negated ? opposite[turned ? mirrored[written] : written] : turned ? mirrored[written] : written;
  if (left.kind !== 'fact' || right.kind === 'fact') return refuse('fact');
  const info = factInfo(left.name);
  if (info?.type === 'boolean' && right.kind === 'boolean' && (comparison === '=' || comparison === '!='))
    return yesNo(left, right.value === (comparison === '='), text, policy);
  switch (left.name) {
    case 'ticket.status':
      if (comparison === '=' || comparison === '!=') return setOf(left, [right], comparison === '!=', text, policy) ?? refuse('fact');
      return refuse('fact');
    case 'ticket.priority':
      return ordered(left, comparison, right, text, policy) ?? refuse('fact');
    case 'ticket.group':
      return right.kind === 'string' && (comparison === '=' || comparison === '!=')
        ? [[{ kind: 'group', name: right.value, negated: comparison === '!=', text }]]
        : refuse('fact');
    case 'ticket.field':
      return right.kind === 'string' && comparison === '='
        ? [[{ kind: 'field', label: left.argument ?? '', value: right.value, text }]]
        : refuse('unknown');
    case 'customer.tier':
      return right.kind === 'string' && comparison === '='
        ? [[{ kind: 'field', label: policy.customer.tierFields[0] ?? 'customer.tier', value: right.value, text }]]
        : refuse('unknown');
    case 'reopened':
      return right.kind === 'number' ? [[{ kind: 'reopened', comparison, value: right.value, text }]] : refuse('fact');
    case 'tries':
    case 'messages.agent':
      return right.kind === 'number' ? [[{ kind: 'answers', comparison, value: right.value, text }]] : refuse('fact');
    case 'time_since_customer':
      return right.kind === 'duration' ? [[{ kind: 'silence', comparison, ms: right.ms, text }]] : refuse('fact');
    case 'first_response.state':
      return right.kind === 'string' && fold(right.value) === 'overdue' && comparison === '='
        ? [[{ kind: 'overdue', clock: 'firstResponse', text }]]
        : refuse('clock');
    case 'sentiment':
    case 'sentiment_score':
    case 'sentiment_trend':
      return refuse('mood');
    case 'contacts':
      return refuse('contacts');
  }
  if (info?.type === 'money') return refuse('money');
  return refuse(info?.clock ? 'clock' : 'fact');
}

/** `ticket.priority >= "High"` as the set of levels. */
function ordered(left: Operand, comparison: Comparison, right: Operand, text: string, policy: Policy): Term[][] | undefined {
  if (right.kind !== 'string') return undefined;
  if (comparison === '=' || comparison === '!=') return setOf(left, [right], comparison === '!=', text, policy);
  const id = priorityId(right.value, policy);
  const at = policy.priorities.findIndex((one) => one.id === id);
  if (at < 0) return undefined;
  // the policy lists the highest first
  const inside = (place: number): boolean =>
    comparison === '>' ? place < at : comparison === '>=' ? place <= at : comparison === '<' ? place > at : place >= at;
  return [[{ kind: 'priority', any: policy.priorities.filter((_, place) => inside(place)).map((one) => one.id), text }]];
}
