/**
 * Checks a rule that could be read: do its sides fit together, and does the policy have what it names? Over 250 lines: one
 * check for each kind of condition and action, side by side.
 */
import type { Action } from '../guidance/assessment.ts';
import { HANDOFF_FIELDS } from './action-table.ts';
import { instantMs } from './conditions.ts';
import type { Named, RuleContext } from './context.ts';
import { type FactInfo, type FactType, factInfo, markOf } from './fact-table.ts';
import { fold, nearestWord } from './fold.ts';
import { variableOperand } from './literal.ts';
import type { ParsedRule, Places } from './parse.ts';
import { printOperand } from './print.ts';
import { ProblemList, type RuleProblem, type RuleProblemCode, type Span } from './problem.ts';
import type { Comparison, Expression, FactOperand, Operand } from './rule.ts';

/** Everything that is wrong with a rule beyond its grammar, in the order of the text; empty when all is well. */
export function checkRule(parsed: Extract<ParsedRule, { ok: true }>, context: RuleContext): RuleProblem[] {
  const problems = new ProblemList(parsed.text);
  checkParts(parsed.when, parsed.then, parsed.places, context, problems);
  return problems.inOrder();
}

/** The same for as much of a rule as was understood; adds to `problems`. */
export function checkParts(when: Expression | undefined, then: readonly Action[], places: Places, context: RuleContext, problems: ProblemList): void {
  const checker = new Checker(places, context, problems);
  if (when) checker.expression(when);
  for (const action of then) checker.action(action);
}

/** The thing of the policy that a word names by id, name or alias. */
export function findNamed(word: string, things: readonly Named[]): Named | undefined {
  const key = fold(word);
  return (
    things.find(({ id }) => id === word) ??
    things.find(({ names }) => names.some((name) => fold(name).replaceAll('-', ' ') === key.replaceAll('-', ' ')))
  );
}

type ValueType = FactType | 'percent';
const ordered: ReadonlySet<ValueType> = new Set(['number', 'money', 'duration', 'elapsed', 'percent', 'priority', 'mood', 'instant']);
/** Which literals each type of fact compares with. */
const literals: Readonly<Record<FactType, readonly ValueType[]>> = {
  text: ['text'],
  number: ['number'],
  money: ['money', 'number'],
  duration: ['duration'],
  elapsed: ['duration', 'percent'],
  boolean: ['boolean'],
  list: [],
  priority: ['text'],
  status: ['text'],
  mood: ['text'],
  'clock-state': ['text'],
  instant: ['text'],
};
/** Facts of one group compare with each other. */
const groups: readonly (readonly FactType[])[] = [
  ['text', 'status'],
  ['number'],
  ['money'],
  ['duration', 'elapsed'],
  ['boolean'],
  ['priority'],
  ['mood'],
  ['clock-state'],
  ['instant'],
];

class Checker {
  private readonly places: Places;
  private readonly context: RuleContext;
  private readonly problems: ProblemList;

  constructor(places: Places, context: RuleContext, problems: ProblemList) {
    this.places = places;
    this.context = context;
    this.problems = problems;
  }

  expression(expression: Expression): void {
    switch (expression.op) {
      case 'and':
      case 'or':
        expression.args.forEach((arg) => this.expression(arg));
        return;
      case 'not':
        this.expression(expression.arg);
        return;
      case 'compare':
        this.comparison(expression.left, expression.comparison, expression.right, this.place(expression));
        return;
      case 'in':
        this.membership(expression.left, expression.right, this.place(expression));
        return;
      case 'contains':
        this.containment(expression.left, expression.right);
        return;
      case 'contains_keywords':
        this.variablesOf(expression.words);
        this.emptyWords(expression.words);
        return;
      case 'contains_phrase':
        this.name(expression.list, this.context.phraseLists, 'unknownPhraseList', this.place(expression));
        return;
      case 'is': {
        const fact = this.fact(expression.fact);
        if (fact && fact.type !== 'boolean') this.add(expression.fact, 'notACondition', { word: printOperand(expression.fact) });
      }
    }
  }

  private comparison(left: Operand, comparison: Comparison, right: Operand, at: Span): void {
    if (left.kind !== 'fact' && right.kind !== 'fact') {
      this.problems.add(at, 'noFact');
      return;
    }
    if (left.kind !== 'fact') {
      this.comparison(right, comparison, left, at);
      return;
    }
    const fact = this.fact(left);
    const value = this.resolved(right);
    const other = right.kind === 'fact' ? this.fact(right) : undefined;
    if (!fact || !value) return;
    const name = printOperand(left);
    const labelled = fact.takesLabel === true && value.kind !== 'fact' && value.kind !== 'list';
    const orders = comparison !== '=' && comparison !== '!=';
    if (other) {
      const fits = groups.some((group) => group.includes(fact.type) && group.includes(other.type));
      if (!fits)
        this.add(left, fact.type === 'list' ? 'listNeedsContains' : 'comparesTypes', { left: name, leftType: fact.type, rightType: other.type });
      else if (orders && !ordered.has(fact.type)) this.add(left, 'noOrder', { left: name, leftType: fact.type });
      return;
    }
    if (fact.type === 'list') {
      this.add(left, 'listNeedsContains', { left: name });
      return;
    }
    if (value.kind === 'list') {
      this.add(right, 'comparesTypes', { left: name, leftType: fact.type, rightType: 'list' });
      return;
    }
    const type = literalType(value);
    if (fact.type === 'elapsed' && value.kind === 'number') {
      this.problems.add(
        this.place(right),
        'bareNumberOfClock',
        { left: name, word: value.value },
        right.kind === 'number' ? `${value.value}%` : undefined,
      );
      return;
    }
    if (fact.type === 'duration' && value.kind === 'percent') {
      if (value.of === undefined) this.add(right, 'percentOfNothing', { left: name });
      return;
    }
    if (!labelled && !literals[fact.type].includes(type)) {
      // a number, time or share in quotes is a text
      const bare = value.kind === 'string' ? variableOperand(value.value) : value;
      const meant =
        value.kind === 'string' && bare.kind !== 'string' && literals[fact.type].includes(literalType(bare)) ? value.value.trim() : undefined;
      this.problems.add(this.place(right), 'comparesTypes', { left: name, leftType: fact.type, rightType: type }, meant);
      return;
    }
    if (orders && !(labelled ? ordered.has(type) : ordered.has(fact.type))) {
      this.add(left, 'noOrder', { left: name, leftType: labelled ? type : fact.type });
      return;
    }
    this.valueOf(fact, name, value, right);
  }

  /** Is the value one that the fact can have? */
  private valueOf(fact: FactInfo, name: string, value: Operand, written: Operand): void {
    if (value.kind === 'number' && fact.range && (value.value < fact.range[0] || value.value > fact.range[1]))
      this.add(written, 'outOfRange', { left: name, least: fact.range[0], most: fact.range[1], word: value.value });
    if (value.kind !== 'string') return;
    if (fact.type === 'priority' && !findNamed(value.value, this.context.priorities))
      this.nearest(
        written,
        'unknownPriority',
        value.value,
        this.context.priorities.map((priority) => priority.names[1] ?? priority.id),
        true,
      );
    if (fact.words && !fact.words.includes(fold(value.value)))
      this.nearest(written, 'unknownWord', value.value, fact.words, true, { fact: name, words: fact.words.join(', ') });
    if (fact.type === 'instant' && Number.isNaN(instantMs(value.value))) this.add(written, 'badInstant', { word: value.value });
  }

  private membership(left: Operand, right: Operand, at: Span): void {
    if (right.kind === 'fact') {
      const list = this.fact(right);
      if (list && list.type !== 'list') this.add(right, 'inNeedsList');
      if (left.kind === 'variable') this.resolved(left);
      return;
    }
    if (right.kind !== 'list') {
      if (right.kind === 'variable') this.resolved(right);
      this.add(right, 'inNeedsList');
      return;
    }
    if (left.kind !== 'fact') {
      this.problems.add(at, 'noFact');
      return;
    }
    for (const item of right.items) this.comparison(left, '=', item, this.place(item));
  }

  private containment(left: Operand, right: Operand): void {
    const fact = left.kind === 'fact' ? this.fact(left) : undefined;
    if (left.kind !== 'fact') this.add(left, 'noFact');
    else if (fact && fact.type !== 'text' && fact.type !== 'list')
      this.add(left, 'containsNeedsWords', { left: printOperand(left), leftType: fact.type });
    this.emptyWords(right);
    const items = right.kind === 'list' ? right.items : [right];
    for (const item of items) {
      const value = this.resolved(item);
      const type = item.kind === 'fact' ? this.fact(item)?.type : value && value.kind !== 'list' ? literalType(value) : undefined;
      if (value && type !== 'text' && type !== undefined)
        this.add(item, 'comparesTypes', { left: printOperand(left), leftType: fact?.type ?? 'text', rightType: type });
    }
  }

  /** An empty text stands in every text and in none: the condition would never hold, in silence. */
  private emptyWords(words: Operand): void {
    for (const item of words.kind === 'list' ? words.items : [words])
      if (item.kind === 'string' && item.value.trim() === '') this.add(item, 'emptyWord');
  }

  private variablesOf(operand: Operand): void {
    if (operand.kind === 'list') operand.items.forEach((item) => this.variablesOf(item));
    else if (this.resolved(operand)?.kind !== 'string' && operand.kind === 'variable' && Object.hasOwn(this.context.variables, operand.name))
      this.add(operand, 'expectedWordList');
  }

  /** The value of a variable, or the operand itself; undefined after a problem. */
  private resolved(operand: Operand): Operand | undefined {
    if (operand.kind !== 'variable') return operand;
    const value = Object.hasOwn(this.context.variables, operand.name) ? this.context.variables[operand.name] : undefined;
    if (value !== undefined) return variableOperand(value);
    const nearest = nearestWord(operand.name, Object.keys(this.context.variables));
    this.problems.add(this.place(operand), 'unknownVariable', { word: operand.name }, nearest && `{{${nearest}}}`);
    return undefined;
  }

  private fact(operand: FactOperand): FactInfo | undefined {
    const criterion = markOf(operand.name);
    if (criterion !== undefined) this.name(criterion, this.context.criteria, 'unknownCriterion', this.place(operand), 'mark.');
    return factInfo(operand.name);
  }

  action(action: Action): void {
    const { context } = this;
    switch (action.do) {
      case 'escalate':
        if (!context.tiers.includes(action.tier)) this.add(action, 'unknownTier', { word: action.tier });
        return;
      case 'notify':
      case 'assign':
        if (!findNamed(action.role, context.roles))
          this.nearest(
            action,
            'unknownRole',
            action.role,
            context.roles.flatMap(({ names }) => names),
          );
        return;
      case 'set-priority':
        if (!findNamed(action.priority, context.priorities))
          this.nearest(
            action,
            'unknownPriority',
            action.priority,
            context.priorities.flatMap(({ names }) => names),
          );
        return;
      case 'tell-customer':
        this.name(action.template, context.templates, 'unknownTemplate', this.place(action));
        return;
      case 'require-field':
        this.name(action.field, HANDOFF_FIELDS, 'unknownField', this.place(action));
        return;
      case 'show-step':
        this.name(action.step, context.steps, 'unknownStep', this.place(action));
    }
  }

  private name(word: string, known: readonly string[], code: RuleProblemCode, at: Span, prefix = ''): void {
    if (known.includes(word)) return;
    const nearest = nearestWord(word, known);
    this.problems.add(at, code, { word }, nearest && prefix + nearest);
  }

  private nearest(
    part: object,
    code: RuleProblemCode,
    word: string,
    known: readonly string[],
    quote = false,
    more: Record<string, string> = {},
  ): void {
    const nearest = nearestWord(word, known);
    this.problems.add(this.place(part), code, { word, ...more }, quote ? nearest && `"${nearest}"` : nearest);
  }

  private add(part: object, code: RuleProblemCode, params: Record<string, string | number> = {}): void {
    this.problems.add(this.place(part), code, params);
  }

  private place(part: object): Span {
    return this.places.get(part) ?? { start: 0, end: 0 };
  }
}

function literalType(operand: Operand): ValueType {
  switch (operand.kind) {
    case 'string':
      return 'text';
    case 'fact':
    case 'variable':
      return 'text';
    default:
      return operand.kind;
  }
}
