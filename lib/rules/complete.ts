/** What may come next in a rule, for the completion of an editor. Made from the same tables as the parser. */
import { ACTIONS, type ActionInfo, HANDOFF_FIELDS } from './action-table.ts';
import type { RuleContext } from './context.ts';
import { CLOCK_WORDS, FACTS, FUNCTIONS, type FactInfo, OPERATORS, factInfo, markFact } from './fact-table.ts';
import { type Token, tokenize } from './parse-tokens.ts';
import { STATUS_WORDS } from './status-words.ts';

export interface Completion {
  /** What is written in the place of `from` to the cursor. */
  readonly label: string;
  readonly kind: 'keyword' | 'fact' | 'function' | 'operator' | 'value' | 'action';
  /** What it means, in English; absent where the label says it. */
  readonly detail?: string;
}

/**
 * What may stand at `at`.
 * @returns `from`: offset where the word under the cursor starts; every option replaces the text from there to `at`. The
 * options are not filtered by that word, since editors have their own ways to match.
 */
export function completeRule(text: string, at: number, context: RuleContext): { readonly from: number; readonly options: readonly Completion[] } {
  const tokens = tokenize(text.slice(0, at)).filter(({ kind }) => kind !== 'end');
  const last = tokens.at(-1);
  const inWord = last !== undefined && last.end === at && (last.kind === 'word' || last.kind === 'wrong');
  const before = inWord ? tokens.slice(0, -1) : tokens;
  const from = inWord ? last.start : at;
  const then = before.findIndex((token) => isWord(token, 'then'));
  const options = then < 0 ? conditionOptions(before, context) : actionOptions(before.slice(then + 1), context);
  // inside an open quote only texts make sense
  return { from, options: inWord && last.kind === 'wrong' ? options.filter(({ label }) => label.startsWith('"')) : options };
}

const isWord = (token: Token | undefined, ...words: readonly string[]): boolean => token?.kind === 'word' && words.includes(token.text.toLowerCase());
const isSign = (token: Token | undefined, ...signs: readonly string[]): boolean => token?.kind === 'sign' && signs.includes(token.text);
const comparisons = OPERATORS.map(({ word }) => word);

const keyword = (...labels: readonly string[]): Completion[] => labels.map((label) => ({ label, kind: 'keyword' }));
const value = (labels: readonly string[]): Completion[] => labels.map((label) => ({ label, kind: 'value' }));
const quoted = (words: readonly string[]): readonly string[] => words.map((word) => `"${word}"`);

function conditionOptions(before: readonly Token[], context: RuleContext): Completion[] {
  const last = before.at(-1);
  if (!last) return keyword('IF');
  if (isWord(last, 'if', 'and', 'or', 'not') || (isSign(last, '(') && !isFunction(before.at(-2)))) return startOptions(context);
  if (isSign(last, '(')) return argumentOptions(before.at(-2), context);
  if (isSign(last, ...comparisons) || isWord(last, 'in', 'contains', 'is') || isSign(last, '[', ','))
    return valueOptions(comparedFact(before), context);
  if (last.kind === 'literal' && last.operand?.kind === 'percent')
    return keyword('of SLA', ...Object.keys(CLOCK_WORDS).map((word) => `of ${word}`), 'AND', 'OR', 'THEN');
  const fact = last.kind === 'word' && !isSign(before.at(-2), ...comparisons) ? factOf(last) : undefined;
  if (fact) return [...operatorOptions(fact), ...(fact.type === 'boolean' ? keyword('AND', 'OR', 'THEN') : [])];
  return keyword('AND', 'OR', 'THEN');
}

function isFunction(token: Token | undefined): boolean {
  return token !== undefined && isWord(token, ...FUNCTIONS.map(({ word }) => word), 'ticket.field');
}

const factOf = (token: Token): FactInfo | undefined => factInfo(token.text.startsWith('mark.') ? token.text : token.text.toLowerCase());

function startOptions(context: RuleContext): Completion[] {
  return [
    ...FACTS.map((fact): Completion => ({ label: fact.takesLabel ? `${fact.name}("` : fact.name, kind: 'fact', detail: fact.means })),
    ...context.criteria.map((criterion): Completion => ({ label: markFact(criterion), kind: 'fact' })),
    ...FUNCTIONS.map(({ word, means }): Completion => ({ label: `${word}(`, kind: 'function', detail: means })),
    ...keyword('NOT'),
  ];
}

function argumentOptions(of: Token | undefined, context: RuleContext): Completion[] {
  if (isWord(of, 'contains_phrase')) return value(context.phraseLists);
  return isWord(of, 'marked') ? value(quoted(context.criteria)) : [];
}

/** The fact to the left of the operator that is being completed. */
function comparedFact(before: readonly Token[]): FactInfo | undefined {
  const token = before.findLast((one) => isWord(one, 'and', 'or', 'if') || (one.kind === 'word' && factOf(one) !== undefined));
  return token && factOf(token);
}

function operatorOptions(fact: FactInfo): Completion[] {
  const ordered = ['number', 'money', 'duration', 'elapsed', 'priority', 'mood', 'instant'].includes(fact.type);
  const fits = (word: string): boolean =>
    word === 'contains' ? fact.type === 'text' || fact.type === 'list' : fact.type === 'list' ? false : ordered || !/[<>]/.test(word);
  return OPERATORS.filter(({ word }) => fits(word)).map(({ word, means }) => ({ label: word, kind: 'operator', detail: means }));
}

function valueOptions(fact: FactInfo | undefined, context: RuleContext): Completion[] {
  const variables = Object.keys(context.variables).map((name) => `{{${name}}}`);
  switch (fact?.type) {
    case 'priority':
      return value(quoted(context.priorities.map(({ id, names }) => names[1] ?? id)));
    case 'status':
      return value(quoted(STATUS_WORDS));
    case 'boolean':
      return keyword('true', 'false');
    case 'elapsed':
      return value(['80%', '100%', '80% of SLA', '2h', ...variables]);
    case 'duration':
      return value(['30m', '2h', '1d', '50% of SLA', ...variables]);
    default:
      return value([...quoted(fact?.words ?? []), ...variables]);
  }
}

function actionOptions(before: readonly Token[], context: RuleContext): Completion[] {
  const start = before.findLastIndex((token) => isWord(token, 'and') || isSign(token, ',', ';')) + 1;
  const words = before.slice(start).map(({ text }) => text.toLowerCase());
  const whole = words.join(' ');
  const begun = ACTIONS.filter((info) => info.words.some((pattern) => whole === pattern || whole.startsWith(`${pattern} `)));
  const action = begun.toSorted((a, b) => longest(b, whole) - longest(a, whole))[0];
  if (!action)
    return ACTIONS.filter((info) => info.words.some((pattern) => pattern.startsWith(whole))).flatMap((info) =>
      actionLabels(info, words.length, context),
    );
  const rest = whole.slice(longest(action, whole)).trim().replace(/^=\s*/, '');
  return rest === '' ? argumentLabels(action, context).concat(takesNothing(action) ? keyword('AND') : []) : keyword('AND');
}

const longest = (info: ActionInfo, whole: string): number =>
  Math.max(0, ...info.words.filter((pattern) => whole === pattern || whole.startsWith(`${pattern} `)).map((pattern) => pattern.length));
const takesNothing = (info: ActionInfo): boolean => info.argument === 'none' || info.argument === 'text?';

/** What is left to write of an action after its first words. */
function actionLabels(info: ActionInfo, written: number, context: RuleContext): Completion[] {
  const pattern = info.words[0] ?? '';
  const label = pattern.split(' ').slice(written).join(' ');
  if (info.argument === 'tier')
    return context.tiers.map((tier) => ({ label: `${label.replace('tier', 'Tier')} ${tier}`, kind: 'action', detail: info.means }));
  return label === '' ? [] : [{ label, kind: 'action', detail: info.means }];
}

function argumentLabels(info: ActionInfo, context: RuleContext): Completion[] {
  switch (info.argument) {
    case 'tier':
      return value(context.tiers.map(String));
    case 'role':
      return value(context.roles.map(({ id }) => id));
    case 'priority':
      return value(context.priorities.map(({ id, names }) => `= "${names[1] ?? id}"`));
    case 'template':
      return value(quoted(context.templates));
    case 'field':
      return value(quoted(HANDOFF_FIELDS));
    case 'step':
      return value(quoted(context.steps));
    case 'flag':
      return value(['review']);
    case 'text?':
    case 'none':
      return [];
  }
}
