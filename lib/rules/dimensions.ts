/**
 * The values at which rules can change their answer: for every fact that they compare just below, at and just above each
 * threshold, so that trying all combinations is as good as trying every ticket. Facts of one clock move together. Over 250
 * lines: one list of values for each type of fact.
 */
import type { RuleContext } from './context.ts';
import { type CLOCK_STATES, CLOCK_WORDS, type FactInfo, MOODS, factInfo, markOf } from './fact-table.ts';
import type { FactReading, FactSource } from './fact-source.ts';
import { fold } from './fold.ts';
import { printOperand } from './print.ts';
import type { CompiledRule, Condition, FactOperand, Operand } from './rule.ts';
import { STATUS_WORDS, statusKindOf } from './status-words.ts';
import { timeThresholds } from './time-thresholds.ts';
import { conditionsOf, keywordsOf, operandsOf, phraseListsOf, valueOf } from './walk.ts';

export interface DimensionValue {
  /** What the ticket has, in words. */
  readonly text: string;
  /** Facts by the key of `factKey`. */
  readonly readings: Readonly<Record<string, FactReading>>;
  readonly words?: readonly string[];
  readonly lists?: readonly string[];
}

export interface Dimension {
  readonly name: string;
  /** Facts that this dimension settles, by the key of `factKey`. */
  readonly facts: readonly string[];
  readonly values: readonly DimensionValue[];
  /** Steps from one value to a worse one, by index. */
  readonly worse: readonly (readonly [number, number])[];
  /** The value of a ticket about which nothing is wrong, by index. */
  readonly rest: number;
}

/** One value for each dimension. */
export type Assignment = ReadonlyMap<Dimension, DimensionValue>;

export const factKey = (name: string, argument?: string): string => (argument === undefined ? name : `${name}("${argument}")`);
const wordsKey = 'contains_keywords';
const listKey = (list: string): string => `contains_phrase(${list})`;

/** Every dimension in which the rules look at a ticket. */
export function dimensionsOf(rules: readonly CompiledRule[], context: RuleContext): readonly Dimension[] {
  const facts = new Map<string, FactOperand>();
  const conditions = rules.flatMap((rule) => conditionsOf(rule.when));
  for (const operand of conditions.flatMap(operandsOf)) if (operand.kind === 'fact') facts.set(factKey(operand.name, operand.argument), operand);
  const dimensions: Dimension[] = [];
  const needed = clocksOf(rules, context);
  for (const clock of needed) dimensions.push(clockDimension(clock, rules, context));
  for (const [key, operand] of facts) {
    const info = factInfo(operand.name);
    if (info && !info.clock) dimensions.push(factDimension(key, info, literalsOf(key, conditions, context), context));
  }
  const words = keywordsOf(rules, context);
  if (words.length > 0) dimensions.push(wordDimension(words));
  for (const list of phraseListsOf(rules)) dimensions.push(listDimension(list));
  return dimensions;
}

/** A ticket with these values and nothing else known. Words and phrases that were not asked for were searched for and not found. */
export function factsOfAssignment(assignment: Assignment): FactSource {
  const readings = new Map<string, FactReading>();
  const words = new Set<string>();
  const lists = new Set<string>();
  for (const value of assignment.values()) {
    for (const [key, reading] of Object.entries(value.readings)) readings.set(key, reading);
    value.words?.forEach((word) => words.add(word));
    value.lists?.forEach((list) => lists.add(list));
  }
  const hits = (name: string, found: boolean) => ({ hits: found ? [{ message: 0, start: 0, end: name.length, text: name }] : [], complete: true });
  return {
    get: (name, argument) => readings.get(factKey(name, argument)),
    keyword: (word) => hits(word, words.has(word)),
    phrase: (list) => hits(list, lists.has(list)),
  };
}

/** Number of combinations of all values. */
export const combinationsOf = (dimensions: readonly Dimension[]): number => dimensions.reduce((count, { values }) => count * values.length, 1);

/** All combinations, in order. */
export function* assignments(dimensions: readonly Dimension[]): Generator<Assignment> {
  const places = dimensions.map(() => 0);
  for (;;) {
    const assignment = new Map<Dimension, DimensionValue>();
    dimensions.forEach((dimension, index) => {
      const value = dimension.values[places[index] ?? 0];
      if (value) assignment.set(dimension, value);
    });
    yield assignment;
    let turn = 0;
    for (; turn < dimensions.length; turn++) {
      const next = (places[turn] ?? 0) + 1;
      if (next < (dimensions[turn]?.values.length ?? 0)) {
        places[turn] = next;
        break;
      }
      places[turn] = 0;
    }
    if (turn === dimensions.length) return;
  }
}

// clocks

const typicalTargetMs = 8 * 3_600_000;
const wordOfClock = new Map(Object.entries(CLOCK_WORDS).map(([word, clock]) => [clock, word]));

function clocksOf(rules: readonly CompiledRule[], context: RuleContext): readonly string[] {
  const words = new Set<string>();
  for (const rule of rules) {
    for (const operand of conditionsOf(rule.when).flatMap(operandsOf)) {
      const clock = operand.kind === 'fact' ? factInfo(operand.name)?.clock : undefined;
      if (clock) words.add(wordOfClock.get(clock) ?? clock);
    }
    for (const { shareOf } of timeThresholds(rule, context)) if (shareOf) words.add(wordOfClock.get(shareOf.clock) ?? shareOf.clock);
  }
  return [...words];
}

function clockDimension(word: string, rules: readonly CompiledRule[], context: RuleContext): Dimension {
  const clock = CLOCK_WORDS[word];
  const thresholds = rules.flatMap((rule) => timeThresholds(rule, context)).filter((threshold) => threshold.clock === clock);
  const marks = thresholds.map(({ percent, ms, shareOf, counts }) => {
    const used = percent ?? shareOf?.percent ?? ((ms ?? 0) / typicalTargetMs) * 100;
    return counts === 'left' ? 100 - used : used;
  });
  const percents = around([...marks, 100], 0.1, [0, Number.POSITIVE_INFINITY]);
  const running = percents.map((percent) => clockValue(word, percent < 100 ? 'running' : 'overdue', percent));
  const asksState = rules.some((rule) =>
    conditionsOf(rule.when)
      .flatMap(operandsOf)
      .some((operand) => operand.kind === 'fact' && (operand.name === `${word}.state` || operand.name === `${word}.breached`)),
  );
  const paused = asksState ? percents.filter((percent) => percent < 100).map((percent) => clockValue(word, 'paused', percent)) : [];
  const stopped = asksState ? [clockValue(word, 'met', 50), clockValue(word, 'missed', 150)] : [];
  const none: DimensionValue = { text: 'none', readings: { [`${word}.state`]: { value: 'none' }, [`${word}.breached`]: { value: false } } };
  const values = [...running, ...paused, ...stopped, none];
  return {
    name: word,
    facts: ['used', 'left', 'breached', 'state', 'target'].map((part) => `${word}.${part}`).concat(word === 'resolution' ? ['ticket.age'] : []),
    values,
    worse: [...chain(0, running.length), ...chain(running.length, paused.length)],
    rest: 0,
  };
}

function clockValue(word: string, state: (typeof CLOCK_STATES)[number], percent: number): DimensionValue {
  const ms = (typicalTargetMs * percent) / 100;
  const used: FactReading = { value: { ms, percent } };
  return {
    text: `${round(percent)} % used, ${state}`,
    readings: {
      [`${word}.used`]: used,
      [`${word}.left`]: { value: { ms: typicalTargetMs - ms, percent: 100 - percent } },
      [`${word}.state`]: { value: state },
      [`${word}.breached`]: { value: state === 'overdue' || state === 'missed' },
      [`${word}.target`]: { value: typicalTargetMs },
      ...(word === 'resolution' && { 'ticket.age': used }),
    },
  };
}

// facts

function literalsOf(key: string, conditions: readonly Condition[], context: RuleContext): readonly Operand[] {
  return conditions.flatMap((condition) => {
    const operands = operandsOf(condition);
    if (!operands.some((operand) => operand.kind === 'fact' && factKey(operand.name, operand.argument) === key)) return [];
    return operands.flatMap((operand) => {
      if (operand.kind === 'fact') return [];
      const value = operand.kind === 'variable' ? valueOf(operand.name, context) : operand;
      return value ? [value] : [];
    });
  });
}

function factDimension(key: string, info: FactInfo, literals: readonly Operand[], context: RuleContext): Dimension {
  const plain = (value: FactReading['value'], text = typeof value === 'object' ? '' : String(value)): DimensionValue => ({
    text,
    readings: { [key]: { value } },
  });
  const ordered = (values: readonly DimensionValue[], rest = 0): Dimension => {
    const worst = info.worse === 'less' ? values.toReversed() : values;
    return { name: key, facts: [key], values: worst, worse: info.worse ? chain(0, worst.length) : [], rest };
  };
  const strings = [...new Set(literals.flatMap((literal) => (literal.kind === 'string' ? [literal.value] : [])))];
  switch (info.type) {
    case 'boolean':
      return ordered([plain(false, 'no'), plain(true, 'yes')]);
    case 'number': {
      const whole = info.range !== undefined && info.range[1] > 2;
      const marks = literals.flatMap((literal) => (literal.kind === 'number' ? [literal.value] : []));
      const values = around([...marks, whole ? 1 : 0], whole ? 1 : 0.01, info.range ?? everything).map((value) =>
        whole ? Math.round(value) : value,
      );
      return ordered(
        [...new Set(values)].map((value) => plain(round(value))),
        restOf(values.map(round), info, whole ? 1 : 0),
      );
    }
    case 'money': {
      const marks = literals.flatMap((literal) =>
        literal.kind === 'money' ? [inPolicyCurrency(literal, context)] : literal.kind === 'number' ? [literal.value] : [],
      );
      return ordered(
        around([...marks, 0], 0.01, [0, Number.POSITIVE_INFINITY]).map((amount) =>
          plain({ amount }, printOperand({ kind: 'money', amount: round(amount), currency: context.currency })),
        ),
      );
    }
    case 'duration':
    case 'elapsed': {
      const marks = literals.flatMap((literal) =>
        literal.kind === 'duration' ? [literal.ms] : literal.kind === 'percent' ? [(typicalTargetMs * literal.value) / 100] : [],
      );
      return ordered(
        around([...marks, 0], 60_000, [0, Number.POSITIVE_INFINITY]).map((ms) => plain(ms, printOperand({ kind: 'duration', ms: Math.round(ms) }))),
      );
    }
    case 'priority':
      return ordered(context.priorities.toReversed().map(({ id, names }) => plain(id, names[1] ?? id)));
    case 'mood':
      return ordered(MOODS.map((mood) => plain(mood)));
    case 'status': {
      const kinds = STATUS_WORDS.map((word) => plain({ raw: word, kind: statusKindOf(word) ?? 'open' }, word));
      const special = strings.filter((word) => statusKindOf(word) === undefined).map((raw) => plain({ raw, kind: 'open' }, raw));
      return { name: key, facts: [key], values: [...kinds, ...special], worse: [], rest: 1 };
    }
    case 'list': {
      const lists = [[], ...strings.map((word) => [word]), ...(strings.length > 1 ? [strings] : [])];
      return { name: key, facts: [key], values: lists.map((list) => plain(list, list.join(', ') || 'none')), worse: [], rest: 0 };
    }
    case 'instant': {
      const marks = strings.flatMap((text) => (Number.isNaN(Date.parse(text)) ? [] : [Date.parse(text)]));
      const instants = around([...marks, 0], 1000, everything).map((ms) => new Date(ms).toISOString());
      return { name: key, facts: [key], values: instants.map((at) => plain(at)), worse: [], rest: 0 };
    }
    case 'text':
    case 'clock-state': {
      const numbers = literals.flatMap((literal) =>
        'value' in literal && typeof literal.value === 'number' ? [literal.value] : literal.kind === 'money' ? [literal.amount] : [],
      );
      const amounts = numbers.length > 0 ? around(numbers, 1, everything).map(String) : [];
      const words = [otherThan(strings), ...strings, ...(literals.some((literal) => literal.kind === 'boolean') ? ['yes', 'no'] : []), ...amounts];
      const all = strings.length > 1 ? [strings.join(' ')] : [];
      return { name: key, facts: [key], values: [...new Set([...words, ...all])].map((word) => plain(word)), worse: [], rest: 0 };
    }
  }
}

function inPolicyCurrency(literal: Extract<Operand, { kind: 'money' }>, context: RuleContext): number {
  return literal.amount * (Object.hasOwn(context.rates, literal.currency) ? (context.rates[literal.currency] ?? 1) : 1);
}

/** A word that none of the rules knows. */
function otherThan(words: readonly string[]): string {
  const known = new Set(words.map(fold));
  let other = 'other';
  while (known.has(other)) other += ' other';
  return other;
}

// words of the customer

function wordDimension(words: readonly string[]): Dimension {
  const sets = [[], ...words.map((word) => [word]), ...(words.length > 1 ? [words] : [])];
  const values = sets.map((set) => ({ text: set.join(', ') || 'none', readings: {}, words: set }));
  const worse = words.flatMap((_, index): [number, number][] => [
    [0, index + 1],
    ...(words.length > 1 ? [[index + 1, values.length - 1] as [number, number]] : []),
  ]);
  return { name: wordsKey, facts: [wordsKey], values, worse, rest: 0 };
}

function listDimension(list: string): Dimension {
  const values = [
    { text: 'no', readings: {}, lists: [] },
    { text: 'yes', readings: {}, lists: [list] },
  ];
  return { name: listKey(list), facts: [listKey(list)], values, worse: [[0, 1]], rest: 0 };
}

/** The dimensions that a rule looks at. */
export function dimensionsIn(rule: CompiledRule, dimensions: readonly Dimension[], context: RuleContext): readonly Dimension[] {
  const own = new Set(dimensionsOf([rule], context).map(({ name }) => name));
  return dimensions.filter(({ name }) => own.has(name));
}

/** Is this dimension a mark of the agent? */
export const isMark = (dimension: Dimension): boolean => markOf(dimension.name) !== undefined;

// numbers

const everything = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function around(marks: readonly number[], step: number, [least, most]: readonly [number, number]): number[] {
  const values = marks.flatMap((mark) => [mark - step, mark, mark + step]).filter((value) => value >= least && value <= most);
  return [...new Set(values.map(round))].toSorted((a, b) => a - b);
}

function restOf(values: readonly number[], info: FactInfo, best: number): number {
  const order = info.worse === 'less' ? values.toReversed() : values;
  return Math.max(0, order.indexOf(best));
}

const chain = (first: number, count: number): readonly (readonly [number, number])[] =>
  Array.from({ length: Math.max(0, count - 1) }, (_, index) => [first + index, first + index + 1] as const);
