/** Rules back into sentences: `parseRule(printRule(when, then))` gives the same rule. */
import type { Action } from '../guidance/assessment.ts';
import { KEYWORDS, markOf } from './fact-table.ts';
import type { Condition, Expression, Operand } from './rule.ts';

const keywords = new Set(KEYWORDS.map((word) => word.toLowerCase()));
const nameSource = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_]*(?:[-.][\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*)*`;
const plainName = new RegExp(`^${nameSource}$`, 'u');
/** How a word is told from the rest of a rule; the tokens are cut by the same pattern. */
export const namePattern = new RegExp(nameSource, 'uy');

/** The rule as a sentence on two lines. */
export function printRule(when: Expression, then: readonly Action[]): string {
  return `IF ${printExpression(when)}\nTHEN ${then.map(printAction).join(' AND ')}`;
}

export function printExpression(expression: Expression): string {
  switch (expression.op) {
    case 'or':
      return expression.args.map((arg) => (arg.op === 'or' ? `(${printExpression(arg)})` : printExpression(arg))).join(' OR ');
    case 'and':
      return expression.args.map((arg) => (arg.op === 'or' || arg.op === 'and' ? `(${printExpression(arg)})` : printExpression(arg))).join(' AND ');
    case 'not':
      return `NOT ${expression.arg.op === 'or' || expression.arg.op === 'and' ? `(${printExpression(expression.arg)})` : printExpression(expression.arg)}`;
    default:
      return printCondition(expression);
  }
}

export function printCondition(condition: Condition): string {
  switch (condition.op) {
    case 'compare':
      return `${printOperand(condition.left)} ${condition.comparison} ${printOperand(condition.right)}`;
    case 'in':
    case 'contains':
      return `${printOperand(condition.left)} ${condition.op} ${printOperand(condition.right)}`;
    case 'contains_keywords':
      return `contains_keywords(${printOperand(condition.words)})`;
    case 'contains_phrase':
      return `contains_phrase(${isPlain(condition.list) ? condition.list : quoted(condition.list)})`;
    case 'is':
      return printOperand(condition.fact);
  }
}

export function printOperand(operand: Operand): string {
  switch (operand.kind) {
    case 'fact': {
      const mark = markOf(operand.name);
      if (mark !== undefined && !plainName.test(operand.name)) return `marked(${quoted(mark)})`;
      return operand.argument === undefined ? operand.name : `${operand.name}(${quoted(operand.argument)})`;
    }
    case 'string':
      return quoted(operand.value);
    case 'number':
      return printNumber(operand.value);
    case 'boolean':
      return String(operand.value);
    case 'duration':
      return printDuration(operand.ms);
    case 'money':
      return printMoney(operand.amount, operand.currency);
    case 'percent':
      return `${operand.value}%${operand.of === undefined ? '' : ` of ${operand.of}`}`;
    case 'variable':
      return `{{${operand.name}}}`;
    case 'list':
      return `[${operand.items.map(printOperand).join(', ')}]`;
  }
}

export function printAction(action: Action): string {
  switch (action.do) {
    case 'escalate':
      return `escalate to Tier ${action.tier}`;
    case 'notify':
      return `notify ${printName(action.role)}`;
    case 'set-priority':
      return `set priority = ${quoted(action.priority)}`;
    case 'bump-priority':
      return 'add priority bump';
    case 'assign':
      return `assign to ${printName(action.role)}`;
    case 'flag':
      return `flag for ${printName(action.flag)}`;
    case 'add-note':
      return `add internal note${action.text === undefined ? '' : ` ${quoted(action.text)}`}`;
    case 'tell-customer':
      return `tell customer ${quoted(action.template)}`;
    case 'require-field':
      return `require field ${quoted(action.field)}`;
    case 'show-step':
      return `show step ${quoted(action.step)}`;
  }
}

/** Words that may lead a role's name, and so are dropped when they are not quoted. */
export const LEADING_WORDS: ReadonlySet<string> = new Set(['the', 'a', 'an']);

const isPlain = (word: string): boolean => plainName.test(word) && !keywords.has(word.toLowerCase());

/** A name of one or more plain words as it is, any other in quotes. */
function printName(name: string): string {
  const words = name.split(' ');
  const plain = words.every(isPlain);
  return plain && !LEADING_WORDS.has((words[0] ?? '').toLowerCase()) ? name : quoted(name);
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
function quoted(text: string): string {
  return `"${text.replace(/["\\\n\r\t]/g, (character) => escapes[character] ?? character)}"`;
}

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
] as const;

/** `1d2h30m`; `0m` for nothing; a rest below a minute in seconds. */
export function printDuration(ms: number): string {
  if (ms < 0) return `-${printDuration(-ms)}`;
  let rest = ms;
  let text = '';
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  if (rest > 0) text += `${rest / 1000}s`;
  return text || '0m';
}

const symbols: Readonly<Record<string, string>> = { $: '$', EUR: '€', GBP: '£' };

/** `$1,000`, `€4.50`, `12,000,000 VND`. */
export function printMoney(amount: number, currency: string): string {
  const symbol = symbols[currency];
  const figure = grouped(Math.abs(amount));
  const sign = amount < 0 ? '-' : '';
  return symbol === undefined ? `${sign}${figure} ${currency}` : `${sign}${symbol}${figure}`;
}

/** Three decimals get a fourth one, since `1.125` might be read as a thousand. */
const printNumber = (value: number): string => String(value).replace(/^(-?\d+\.\d{3})$/, '$10');

function grouped(amount: number): string {
  const text = printNumber(amount);
  if (text.includes('e')) return text;
  const [whole = '', part] = text.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`);
}
