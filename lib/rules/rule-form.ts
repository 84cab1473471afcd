/** What a form may offer for a rule: operators and values that fit each fact, a condition to start with, and which rules no form can show. */
import type { Action } from '../guidance/assessment.ts';
import { bare } from './change-expression.ts';
import type { RuleContext } from './context.ts';
import { type FactInfo, factInfo } from './fact-table.ts';
import { variableOperand } from './literal.ts';
import type { Comparison, Condition, Expression, FactOperand, Operand } from './rule.ts';

/** `is` and `is-not`: a yes-or-no fact on its own. */
export type FormOperator = Comparison | 'in' | 'contains' | 'is' | 'is-not';
export type ValueKind = Exclude<Operand['kind'], 'fact' | 'boolean' | 'list'> | 'texts';

export interface FormCondition {
  readonly fact: FactOperand;
  readonly info: FactInfo;
  readonly operator: FormOperator;
  /** Absent beside `is` and `is-not`. */
  readonly value?: Operand;
}

const deepest = 3;

/** Why a form cannot show a rule. */
export type FormObstacle = 'too-deep' | 'two-facts' | 'value-first' | 'mixed-list' | 'no-form';

/** @returns undefined when every condition of the rule fits into the form */
export function formObstacle(when: Expression, depth = 0): FormObstacle | undefined {
  const { inner } = bare(when);
  if ('args' in inner) {
    if (depth >= deepest) return 'too-deep';
    return inner.args.map((arg) => formObstacle(arg, depth + 1)).find((found) => found !== undefined);
  }
  if (inner.op === 'contains_phrase' || inner.op === 'is') return undefined;
  const value = inner.op === 'contains_keywords' ? inner.words : inner.right;
  if (inner.op !== 'contains_keywords') {
    if (inner.left.kind !== 'fact') return 'value-first';
    if (value.kind === 'fact') return 'two-facts';
  }
  if (value.kind !== 'list') return undefined;
  return value.items.every(({ kind }) => kind === 'string') ? undefined : 'mixed-list';
}

/** A condition on a fact, as the form shows it; undefined for `contains_keywords`, `contains_phrase` and what no form can show. */
export function formCondition(condition: Condition): FormCondition | undefined {
  switch (condition.op) {
    case 'is': {
      const info = factInfo(condition.fact.name);
      return info && { fact: condition.fact, info, operator: 'is' };
    }
    case 'compare': {
      const { left, right, comparison } = condition;
      const info = left.kind === 'fact' ? factInfo(left.name) : undefined;
      if (left.kind !== 'fact' || !info) return undefined;
      if (info.type === 'boolean' && right.kind === 'boolean' && (comparison === '=' || comparison === '!='))
        return { fact: left, info, operator: right.value === (comparison === '=') ? 'is' : 'is-not' };
      return { fact: left, info, operator: comparison, value: right };
    }
    case 'in':
    case 'contains': {
      const { left, right, op } = condition;
      const info = left.kind === 'fact' ? factInfo(left.name) : undefined;
      return left.kind === 'fact' && info ? { fact: left, info, operator: op, value: right } : undefined;
    }
    default:
      return undefined;
  }
}

const ordered: ReadonlySet<FactInfo['type']> = new Set(['number', 'money', 'duration', 'elapsed', 'priority', 'mood', 'instant']);

export function operatorsFor({ type, takesLabel }: FactInfo): readonly FormOperator[] {
  if (type === 'boolean') return ['is', 'is-not'];
  if (type === 'list') return ['contains'];
  if (type === 'text') return takesLabel ? ['=', '!=', 'contains', 'in', '<', '<=', '>', '>='] : ['=', '!=', 'contains', 'in'];
  if (ordered.has(type)) return ['=', '!=', '<', '<=', '>', '>=', ...(type === 'priority' || type === 'mood' ? (['in'] as const) : [])];
  return ['=', '!=', 'in'];
}

/** Kinds of value that fit, the usual one first. */
export function valueKindsFor({ type, takesLabel }: FactInfo, operator: FormOperator): readonly ValueKind[] {
  if (operator === 'in') return ['texts'];
  if (operator === 'contains') return ['string', 'texts', 'variable'];
  switch (type) {
    case 'number':
      return ['number', 'variable'];
    case 'money':
      return ['money', 'variable'];
    case 'duration':
      return ['duration', 'percent', 'variable'];
    case 'elapsed':
      return ['percent', 'duration', 'variable'];
    case 'text':
      return takesLabel && operator !== '=' && operator !== '!=' ? ['number', 'money'] : ['string', 'variable'];
    default:
      return ['string'];
  }
}

export const kindOf = (operand: Operand): ValueKind | undefined =>
  operand.kind === 'list' ? 'texts' : operand.kind === 'fact' || operand.kind === 'boolean' ? undefined : operand.kind;

/** A value of a kind to begin with. */
export function startValue(kind: ValueKind, info: FactInfo, context: RuleContext): Operand {
  switch (kind) {
    case 'number':
      return { kind: 'number', value: info.range && info.range[0] < 0 ? -0.5 : (info.range?.[0] ?? 0) + 1 };
    case 'money':
      return { kind: 'money', amount: 1000, currency: context.currency === 'USD' ? '$' : context.currency };
    case 'duration':
      return { kind: 'duration', ms: 7_200_000 };
    case 'percent':
      return { kind: 'percent', value: 80, ...((info.name === 'ticket.age' || info.type !== 'elapsed') && { of: 'SLA' }) };
    case 'variable':
      return { kind: 'variable', name: variablesFor(info, context)[0] ?? Object.keys(context.variables)[0] ?? 'name' };
    case 'texts':
      return { kind: 'list', items: [{ kind: 'string', value: startText(info, context) }] };
    case 'string':
      return { kind: 'string', value: startText(info, context) };
  }
}

/** Words of which one must be chosen; undefined where any text may stand. */
export function wordsFor({ type, words }: FactInfo, context: RuleContext): readonly string[] | undefined {
  return type === 'priority' ? context.priorities.map(({ id, names }) => names[1] ?? id) : words;
}

function startText(info: FactInfo, context: RuleContext): string {
  const words = wordsFor(info, context);
  if (words) return (info.type === 'mood' ? words.at(-2) : words[0]) ?? '';
  return info.type === 'status' ? 'Open' : info.type === 'instant' ? '2026-01-01' : '';
}

/** Variables of the policy whose value the fact compares with. */
export function variablesFor({ type }: FactInfo, context: RuleContext): readonly string[] {
  const fitting: Readonly<Partial<Record<FactInfo['type'], readonly Operand['kind'][]>>> = {
    number: ['number'],
    money: ['number', 'money'],
    duration: ['duration'],
    elapsed: ['duration', 'percent'],
    text: ['string', 'number'],
    list: ['string'],
  };
  return Object.entries(context.variables).flatMap(([name, value]) => (fitting[type]?.includes(variableOperand(value).kind) ? [name] : []));
}

/** A condition to begin with. @param name of a fact, `contains_keywords` or `contains_phrase` */
export function startCondition(name: string, context: RuleContext): Condition {
  if (name === 'contains_keywords') return { op: 'contains_keywords', words: { kind: 'list', items: [{ kind: 'string', value: '' }] } };
  if (name === 'contains_phrase') return { op: 'contains_phrase', list: context.phraseLists[0] ?? 'list' };
  const info = factInfo(name);
  const fact: FactOperand = { kind: 'fact', name, ...(info?.takesLabel && { argument: 'Label' }) };
  if (!info || info.type === 'boolean') return { op: 'is', fact };
  const usual: FormOperator = info.type === 'list' ? 'contains' : info.worse && ordered.has(info.type) ? (info.worse === 'less' ? '<' : '>=') : '=';
  return toCondition({ fact, info, operator: usual, value: startValue(valueKindsFor(info, usual)[0] ?? 'string', info, context) });
}

export function toCondition({ fact, operator, value }: FormCondition): Condition {
  if (operator === 'is') return { op: 'is', fact };
  if (operator === 'is-not') return { op: 'compare', comparison: '=', left: fact, right: { kind: 'boolean', value: false } };
  const right = value ?? { kind: 'string', value: '' };
  if (operator === 'in' || operator === 'contains') return { op: operator, left: fact, right };
  return { op: 'compare', comparison: operator, left: fact, right };
}

/** The same with another operator; the value stays where it fits. */
export function withOperator(form: FormCondition, operator: FormOperator, context: RuleContext): FormCondition {
  const { value, info } = form;
  const kinds = valueKindsFor(info, operator);
  const kind = value && kindOf(value);
  if (operator === 'is' || operator === 'is-not' || (kind && kinds.includes(kind))) return { ...form, operator };
  if (value?.kind === 'string' && kinds[0] === 'texts') return { ...form, operator, value: { kind: 'list', items: [value] } };
  const [first] = value?.kind === 'list' ? value.items : [];
  if (first?.kind === 'string' && kinds.includes('string')) return { ...form, operator, value: first };
  return { ...form, operator, value: startValue(kinds[0] ?? 'string', info, context) };
}

/** An action to begin with. */
export function startAction(what: Action['do'], context: RuleContext): Action {
  switch (what) {
    case 'escalate':
      return { do: what, tier: context.tiers.toSorted((a, b) => a - b)[1] ?? context.tiers[0] ?? 1 };
    case 'notify':
    case 'assign':
      return { do: what, role: context.roles[0]?.id ?? '' };
    case 'set-priority':
      return { do: what, priority: context.priorities[1]?.names[1] ?? context.priorities[0]?.id ?? '' };
    case 'flag':
      return { do: what, flag: 'review' };
    case 'tell-customer':
      return { do: what, template: context.templates.includes('acknowledgement') ? 'acknowledgement' : (context.templates[0] ?? '') };
    case 'require-field':
      return { do: what, field: 'summary' };
    case 'show-step':
      return { do: what, step: context.steps[0] ?? '' };
    case 'bump-priority':
    case 'add-note':
      return { do: what };
  }
}
