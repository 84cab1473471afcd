/**
 * What changed between two versions of the rules, in words a lead can check: "rule X now fires at 3 contacts, was 4". The
 * words are in lib/text under `ruleDiff.*`.
 */
import type { Action } from '../guidance/assessment.ts';
import type { PageTextKey, PageTranslate } from '../extension-text.ts';
import { printAction, printCondition, printExpression, printOperand } from './print.ts';
import type { CompiledRule, Condition, Expression, Operand } from './rule.ts';
import { conditionsOf } from './walk.ts';

export type RuleChange =
  | { readonly kind: 'added' | 'removed'; readonly rule: string; readonly text: string }
  /** The same fact is compared with another value. `at` is the comparison as words would say it: at, above, below. */
  | {
      readonly kind: 'threshold';
      readonly rule: string;
      readonly fact: string;
      readonly comparison: string;
      readonly now: string;
      readonly was: string;
    }
  /** The fact is compared in another way. */
  | { readonly kind: 'condition'; readonly rule: string; readonly now: string; readonly was: string }
  | { readonly kind: 'condition-added' | 'condition-removed'; readonly rule: string; readonly text: string }
  | { readonly kind: 'words-added' | 'words-removed'; readonly rule: string; readonly words: string }
  /** The conditions are the same, joined in another way. */
  | { readonly kind: 'joined'; readonly rule: string; readonly now: string; readonly was: string }
  | { readonly kind: 'tier'; readonly rule: string; readonly now: number; readonly was: number }
  | { readonly kind: 'action-added' | 'action-removed'; readonly rule: string; readonly text: string };

/** Every change from `before` to `after`; rules are matched by their id. Empty when both say the same. */
export function diffRules(before: readonly CompiledRule[], after: readonly CompiledRule[]): RuleChange[] {
  const old = new Map(before.map((rule) => [rule.id, rule]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...before.filter(({ id }) => !kept.has(id)).map((rule): RuleChange => ({ kind: 'removed', rule: rule.id, text: sentence(rule) })),
    ...after.flatMap((rule) => {
      const was = old.get(rule.id);
      return was ? diffRule(was, rule) : [{ kind: 'added' as const, rule: rule.id, text: sentence(rule) }];
    }),
  ];
}

/** The changes from one version of a rule to the next. */
export function diffRule(before: CompiledRule, after: CompiledRule): RuleChange[] {
  return [...conditionChanges(before, after), ...actionChanges(before, after)];
}

const sentence = (rule: CompiledRule): string => `IF ${printExpression(rule.when)} THEN ${rule.then.map(printAction).join(' AND ')}`;

function conditionChanges(before: CompiledRule, after: CompiledRule): RuleChange[] {
  const rule = after.id;
  const [was, now] = [printExpression(before.when), printExpression(after.when)];
  if (was === now) return [];
  const changes: RuleChange[] = [];
  const gone = without(conditionsOf(before.when), conditionsOf(after.when));
  const come = without(conditionsOf(after.when), conditionsOf(before.when));
  for (const condition of gone) {
    const place = come.findIndex((other) => subject(other) === subject(condition));
    const other = come[place];
    if (other) {
      come.splice(place, 1);
      changes.push(...changed(rule, condition, other));
    } else changes.push({ kind: 'condition-removed', rule, text: printCondition(condition) });
  }
  changes.push(...come.map((condition): RuleChange => ({ kind: 'condition-added', rule, text: printCondition(condition) })));
  // the same shape around other values needs no second mention
  if (changes.length === 0 || shape(before.when) !== shape(after.when)) changes.push({ kind: 'joined', rule, now, was });
  return changes;
}

/** `list` less one of each condition that `others` has too. */
function without(list: readonly Condition[], others: readonly Condition[]): Condition[] {
  const rest = others.map(printCondition);
  return list.filter((condition) => {
    const place = rest.indexOf(printCondition(condition));
    if (place >= 0) rest.splice(place, 1);
    return place < 0;
  });
}

/** What a condition is about, whatever it is compared with. */
function subject(condition: Condition): string {
  switch (condition.op) {
    case 'compare':
    case 'in':
    case 'contains':
      return [condition.left, condition.right].find((operand) => operand.kind === 'fact')?.name ?? condition.op;
    case 'contains_keywords':
    case 'contains_phrase':
      return condition.op;
    case 'is':
      return condition.fact.name;
  }
}

function changed(rule: string, before: Condition, after: Condition): RuleChange[] {
  if (before.op === 'contains_keywords' && after.op === 'contains_keywords') {
    const [was, now] = [wordsIn(before.words), wordsIn(after.words)];
    const added = now.filter((word) => !was.includes(word));
    const removed = was.filter((word) => !now.includes(word));
    return [
      ...(added.length > 0 ? [{ kind: 'words-added' as const, rule, words: added.join(', ') }] : []),
      ...(removed.length > 0 ? [{ kind: 'words-removed' as const, rule, words: removed.join(', ') }] : []),
      ...(added.length + removed.length === 0 ? [{ kind: 'condition' as const, rule, now: printCondition(after), was: printCondition(before) }] : []),
    ];
  }
  const sameComparison =
    before.op === 'compare' &&
    after.op === 'compare' &&
    before.comparison === after.comparison &&
    printOperand(before.left) === printOperand(after.left);
  if (sameComparison)
    return [
      {
        kind: 'threshold',
        rule,
        fact: printOperand(after.left),
        comparison: after.comparison,
        now: printOperand(after.right),
        was: printOperand(before.right),
      },
    ];
  return [{ kind: 'condition', rule, now: printCondition(after), was: printCondition(before) }];
}

const wordsIn = (operand: Operand): readonly string[] => (operand.kind === 'list' ? operand.items : [operand]).map(printOperand);

function shape(expression: Expression): string {
  if ('args' in expression) return `(${expression.args.map(shape).join(` ${expression.op} `)})`;
  return expression.op === 'not' ? `not ${shape(expression.arg)}` : subject(expression);
}

function actionChanges(before: CompiledRule, after: CompiledRule): RuleChange[] {
  const rule = after.id;
  const [was, now] = [before.then.map(printAction), after.then.map(printAction)];
  let gone = before.then.filter((action) => !now.includes(printAction(action)));
  let come = after.then.filter((action) => !was.includes(printAction(action)));
  const [wasTier, nowTier] = [gone.find(isTier), come.find(isTier)];
  const changes: RuleChange[] = [];
  if (wasTier && nowTier) {
    changes.push({ kind: 'tier', rule, now: nowTier.tier, was: wasTier.tier });
    gone = gone.filter((action) => action !== wasTier);
    come = come.filter((action) => action !== nowTier);
  }
  return [
    ...changes,
    ...gone.map((action): RuleChange => ({ kind: 'action-removed', rule, text: printAction(action) })),
    ...come.map((action): RuleChange => ({ kind: 'action-added', rule, text: printAction(action) })),
  ];
}
const isTier = (action: Action): action is Extract<Action, { do: 'escalate' }> => action.do === 'escalate';

const changeTexts: Readonly<Record<Exclude<RuleChange['kind'], 'threshold'>, PageTextKey>> = {
  added: 'ruleDiff.added',
  removed: 'ruleDiff.removed',
  condition: 'ruleDiff.condition',
  'condition-added': 'ruleDiff.conditionAdded',
  'condition-removed': 'ruleDiff.conditionRemoved',
  'words-added': 'ruleDiff.wordsAdded',
  'words-removed': 'ruleDiff.wordsRemoved',
  joined: 'ruleDiff.joined',
  tier: 'ruleDiff.tier',
  'action-added': 'ruleDiff.actionAdded',
  'action-removed': 'ruleDiff.actionRemoved',
};
const thresholdTexts: Readonly<Record<string, PageTextKey>> = {
  '>=': 'ruleDiff.from',
  '>': 'ruleDiff.above',
  '<': 'ruleDiff.below',
  '<=': 'ruleDiff.upTo',
  '=': 'ruleDiff.equal',
  '!=': 'ruleDiff.notEqual',
};

const namedThresholdTexts: Readonly<Record<string, PageTextKey>> = {
  '>=': 'ruleDiff.named.from',
  '>': 'ruleDiff.named.above',
  '<': 'ruleDiff.named.below',
  '<=': 'ruleDiff.named.upTo',
  '=': 'ruleDiff.named.equal',
  '!=': 'ruleDiff.named.notEqual',
};

export interface ChangeNames {
  readonly rule: (id: string) => string;
  readonly fact?: (fact: string) => string;
  readonly value?: (fact: string, printed: string) => string;
}

/**
 * The change as a sentence: "rule third-contact now fires at 3 contacts, was 4".
 * @param names what people call its parts; without `fact` the sentence has the words of the rule language
 */
export function changeText(change: RuleChange, t: PageTranslate, names: ChangeNames = { rule: (id) => id }): string {
  const rule = names.rule(change.rule);
  if (change.kind === 'threshold') {
    const { fact, comparison, now, was } = change;
    if (!names.fact) return t(thresholdTexts[comparison] ?? 'ruleDiff.equal', { rule, fact, now, was });
    const value = (printed: string): string => names.value?.(fact, printed) ?? printed;
    return t(namedThresholdTexts[comparison] ?? 'ruleDiff.named.equal', { rule, fact: names.fact(fact), now: value(now), was: value(was) });
  }
  const { kind, ...params } = change;
  return t(changeTexts[kind], { ...params, rule });
}
