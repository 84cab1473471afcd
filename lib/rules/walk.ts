/** What a rule looks at: its conditions, facts, keywords and phrase lists. */
import type { RuleEnvironment } from './context.ts';
import { variableOperand } from './literal.ts';
import type { CompiledRule, Condition, Expression, FactOperand, Operand } from './rule.ts';

/** All conditions of an expression, in order. */
export function conditionsOf(expression: Expression): readonly Condition[] {
  if ('args' in expression) return expression.args.flatMap(conditionsOf);
  return expression.op === 'not' ? conditionsOf(expression.arg) : [expression];
}

/** The operands of a condition, items of lists included. */
export function operandsOf(condition: Condition): readonly Operand[] {
  switch (condition.op) {
    case 'compare':
    case 'in':
    case 'contains':
      return [condition.left, condition.right].flatMap(withItems);
    case 'contains_keywords':
      return withItems(condition.words);
    case 'contains_phrase':
      return [];
    case 'is':
      return [condition.fact];
  }
}

const withItems = (operand: Operand): readonly Operand[] => (operand.kind === 'list' ? operand.items.flatMap(withItems) : [operand]);

/** Facts that a rule reads, each once by name and label. */
export function factsOf(rule: CompiledRule): readonly FactOperand[] {
  const facts = new Map<string, FactOperand>();
  for (const operand of conditionsOf(rule.when).flatMap(operandsOf)) {
    if (operand.kind === 'fact') facts.set(`${operand.name}\n${operand.argument ?? ''}`, operand);
  }
  return [...facts.values()];
}

/**
 * Every word and phrase of `contains_keywords` in the rules, each once and as written: find them all in one pass over the
 * text before the rules are judged.
 */
export function keywordsOf(rules: readonly CompiledRule[], env: Pick<RuleEnvironment, 'variables'>): readonly string[] {
  const words = new Set<string>();
  for (const condition of rules.flatMap((rule) => conditionsOf(rule.when))) {
    if (condition.op !== 'contains_keywords') continue;
    for (const operand of operandsOf(condition)) {
      const value = operand.kind === 'variable' ? valueOf(operand.name, env) : operand;
      if (value?.kind === 'string') words.add(value.value);
    }
  }
  return [...words];
}

/** Every phrase list that the rules name. */
export function phraseListsOf(rules: readonly CompiledRule[]): readonly string[] {
  const lists = rules.flatMap((rule) => conditionsOf(rule.when)).flatMap((condition) => (condition.op === 'contains_phrase' ? [condition.list] : []));
  return [...new Set(lists)];
}

/** The value of a variable of the policy. */
export function valueOf(variable: string, env: Pick<RuleEnvironment, 'variables'>): Operand | undefined {
  const value = Object.hasOwn(env.variables, variable) ? env.variables[variable] : undefined;
  return value === undefined ? undefined : variableOperand(value);
}
