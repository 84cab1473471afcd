/**
 * Makes one condition ready to be judged many times: names and literals are resolved once, so that judging is a look-up and a
 * comparison. Three values: no, unknown, yes as 0, 1, 2, so that AND is the least, OR the greatest and NOT the distance to 2.
 * Over 250 lines: one comparison for each type of fact, side by side.
 */
import type { Evidence } from '../guidance/assessment.ts';
import type { RuleEnvironment } from './context.ts';
import { CLOCK_WORDS, type FactInfo, MOODS, SLA_CLOCK, factInfo } from './fact-table.ts';
import { type ElapsedValue, type FactReading, type FactSource, type MoneyValue, type StatusValue, TEXT_FACT, type TextHits } from './fact-source.ts';
import { fold, foldWord } from './fold.ts';
import { scanLiteral, variableOperand } from './literal.ts';
import { printDuration, printMoney, printOperand } from './print.ts';
import type { Comparison, Condition, Operand } from './rule.ts';
import { statusKindOf } from './status-words.ts';

export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;
export type Judgement = typeof NO | typeof UNKNOWN | typeof YES;

/** How a condition came out, for the trace. */
export interface Findings {
  readonly actual: string | undefined;
  readonly expected: string | undefined;
  readonly missing: readonly string[];
  readonly evidence: readonly Evidence[];
}
export interface ReadyCondition {
  readonly judge: (facts: FactSource) => Judgement;
  readonly find: (facts: FactSource, outcome: Judgement) => Findings;
  /** 0 to 1: how much of the way to `yes` the fact has gone; only where that is a matter of degree. */
  readonly closeness?: (facts: FactSource) => number | undefined;
}
const nothing: readonly never[] = [];

export function readyCondition(condition: Condition, env: RuleEnvironment): ReadyCondition {
  switch (condition.op) {
    case 'compare':
      return compare(condition.left, condition.comparison, condition.right, env);
    case 'in':
      return isIn(condition.left, condition.right, env);
    case 'contains':
      return contains(condition.left, condition.right, env);
    case 'contains_keywords':
      return keywords(condition.words, env);
    case 'contains_phrase':
      return textHits([condition.list], (facts, list) => facts.phrase(list), condition.list);
    case 'is':
      return compare(condition.fact, '=', { kind: 'boolean', value: true }, env);
  }
}

// sides

/** One side of a comparison: a fact, or a fixed value. */
interface Side {
  readonly operand: Operand;
  readonly fact?: FactInfo;
  readonly read: (facts: FactSource) => FactReading | undefined;
}

function side(written: Operand, env: RuleEnvironment): Side {
  let operand = written;
  if (operand.kind === 'variable') {
    const value = Object.hasOwn(env.variables, operand.name) ? env.variables[operand.name] : undefined;
    if (value === undefined) return { operand, read: () => undefined };
    operand = variableOperand(value);
  }
  if (operand.kind !== 'fact') return { operand, read: () => undefined };
  const { name, argument } = operand;
  const fact = factInfo(name);
  return { operand, ...(fact && { fact }), read: fact ? (facts) => facts.get(name, argument) : () => undefined };
}

function missingName({ operand }: Side): string | undefined {
  if (operand.kind === 'variable') return `{{${operand.name}}}`;
  return operand.kind === 'fact' ? (operand.argument === undefined ? operand.name : printOperand(operand)) : undefined;
}

const mirrored: Readonly<Record<Comparison, Comparison>> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function compare(leftOperand: Operand, comparison: Comparison, rightOperand: Operand, env: RuleEnvironment): ReadyCondition {
  const left = side(leftOperand, env);
  const right = side(rightOperand, env);
  return left.fact || !right.fact ? compareSides(left, comparison, right, env) : compareSides(right, mirrored[comparison], left, env);
}

function compareSides(left: Side, comparison: Comparison, right: Side, env: RuleEnvironment): ReadyCondition {
  const test = comparer(left, comparison, right, env);
  const fixed = right.fact ? undefined : asked(comparison, shownValue(right.operand, env, left.fact));
  const degrees = ordersByDegree(left, comparison) ? measures(left, right, env) : undefined;
  return {
    judge: test,
    find(facts, outcome) {
      const found = left.read(facts);
      const other = right.fact && right.read(facts);
      const expected = fixed ?? (other && asked(comparison, shown(right, other, env, left.operand)));
      const evidence = found?.evidence ?? nothing;
      return {
        actual: found && shown(left, found, env, right.operand),
        expected,
        missing: outcome === UNKNOWN ? unknownNames(left, right, facts, found, other) : nothing,
        evidence: other?.evidence ? [...evidence, ...other.evidence] : evidence,
      };
    },
    ...(degrees && { closeness: (facts) => nearness(degrees[0](facts), comparison, degrees[1](facts)) }),
  };
}

const asked = (comparison: Comparison, value: string): string => (comparison === '=' ? value : `${comparison} ${value}`);

function unknownNames(left: Side, right: Side, facts: FactSource, found: FactReading | undefined, asked: FactReading | undefined): readonly string[] {
  const names: string[] = [];
  if (!found) names.push(missingName(left) ?? '');
  if (!asked && (right.fact || right.operand.kind === 'variable')) names.push(missingName(right) ?? '');
  const of = right.operand.kind === 'percent' ? targetFact(right.operand, left.fact) : undefined;
  if (of && !facts.get(of)) names.push(of);
  const known = names.filter((name) => name !== '');
  // the value is there and yet cannot be compared, as an amount in a currency without a rate
  return known.length > 0 ? known : [missingName(left) ?? missingName(right) ?? ''].filter((name) => name !== '');
}

type Test = (facts: FactSource) => Judgement;
const alwaysUnknown: Test = () => UNKNOWN;

function comparer(left: Side, comparison: Comparison, right: Side, env: RuleEnvironment): Test {
  const fact = left.fact;
  if (!fact) return alwaysUnknown;
  switch (fact.type) {
    case 'text':
      if (right.operand.kind === 'number' || right.operand.kind === 'money' || right.operand.kind === 'duration' || right.operand.kind === 'percent')
        return numbers(left, comparison, right, env);
      if (right.operand.kind === 'boolean') return wordedBoolean(left, comparison, right.operand.value);
      return words(left, comparison, right);
    case 'clock-state':
      return words(left, comparison, right);
    case 'status':
      return statuses(left, comparison, right);
    case 'boolean':
      return booleans(left, comparison, right);
    case 'list':
      return alwaysUnknown;
    case 'number':
    case 'money':
    case 'duration':
    case 'elapsed':
    case 'priority':
    case 'mood':
    case 'instant':
      return numbers(left, comparison, right, env);
  }
}

// words

function words(left: Side, comparison: Comparison, right: Side): Test {
  if (comparison !== '=' && comparison !== '!=') return alwaysUnknown;
  const [same, other]: [Judgement, Judgement] = comparison === '=' ? [YES, NO] : [NO, YES];
  if (right.operand.kind === 'string') {
    const wanted = foldWord(right.operand.value);
    return (facts) => {
      const value = left.read(facts)?.value;
      if (typeof value !== 'string') return UNKNOWN;
      return value === wanted || foldWord(value) === wanted ? same : other;
    };
  }
  if (!right.fact) return alwaysUnknown;
  return (facts) => {
    const value = plainWord(left.read(facts)?.value);
    const wanted = plainWord(right.read(facts)?.value);
    if (value === undefined || wanted === undefined) return UNKNOWN;
    return foldWord(value) === foldWord(wanted) ? same : other;
  };
}

function plainWord(value: FactReading['value'] | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && 'raw' in value ? value.raw : undefined;
}

const yesWords = new Set(['yes', 'true', 'y', 'x', '1', 'on', 'ja', 'oui', 'si', 'sim', 'co', 'vrai', 'wahr', 'verdadero', 'verdadeiro', 'dung']);
const noWords = new Set(['no', 'false', 'n', '0', 'off', 'nein', 'non', 'nao', 'khong', 'faux', 'falsch', 'falso', 'sai']);

/** A custom field that is asked for true or false. */
function wordedBoolean(left: Side, comparison: Comparison, wanted: boolean): Test {
  if (comparison !== '=' && comparison !== '!=') return alwaysUnknown;
  return (facts) => {
    const value = left.read(facts)?.value;
    if (typeof value !== 'string') return UNKNOWN;
    const word = fold(value);
    if (!yesWords.has(word) && !noWords.has(word)) return UNKNOWN;
    return (yesWords.has(word) === wanted) === (comparison === '=') ? YES : NO;
  };
}

/**
 * A word for a whole kind asks for the kind, any other for exactly that word of the page. A closed ticket is resolved too:
 * who asks for resolved tickets asks whether the work is done.
 */
function statuses(left: Side, comparison: Comparison, right: Side): Test {
  if (comparison !== '=' && comparison !== '!=') return alwaysUnknown;
  if (right.operand.kind !== 'string') return words({ ...left, read: (facts) => rawStatus(left.read(facts)) }, comparison, right);
  const wanted = fold(right.operand.value);
  const kind = statusKindOf(right.operand.value);
  const [same, other]: [Judgement, Judgement] = comparison === '=' ? [YES, NO] : [NO, YES];
  return (facts) => {
    const value = left.read(facts)?.value;
    if (typeof value !== 'object' || Array.isArray(value)) return UNKNOWN;
    const { raw, kind: given } = value as StatusValue;
    if (given !== undefined && given === kind) return same;
    if (raw !== undefined && foldWord(raw) === wanted) return same;
    if (kind === undefined) return raw === undefined ? UNKNOWN : other;
    const found = given ?? (raw === undefined ? undefined : statusKindOf(raw));
    if (found === undefined) return UNKNOWN;
    return found === kind || (kind === 'resolved' && found === 'closed') ? same : other;
  };
}

function rawStatus(reading: FactReading | undefined): FactReading | undefined {
  const raw = plainWord(reading?.value);
  return raw === undefined ? undefined : { value: raw };
}

function booleans(left: Side, comparison: Comparison, right: Side): Test {
  if (comparison !== '=' && comparison !== '!=') return alwaysUnknown;
  const fixed = right.operand.kind === 'boolean' ? right.operand.value : undefined;
  if (fixed === undefined && right.fact?.type !== 'boolean') return alwaysUnknown;
  return (facts) => {
    const value = left.read(facts)?.value;
    const wanted = fixed ?? right.read(facts)?.value;
    if (typeof value !== 'boolean' || typeof wanted !== 'boolean') return UNKNOWN;
    return (value === wanted) === (comparison === '=') ? YES : NO;
  };
}

// everything that has an order, as numbers; NaN is unknown

type Measure = (facts: FactSource) => number;
const unmeasured: Measure = () => Number.NaN;

function numbers(left: Side, comparison: Comparison, right: Side, env: RuleEnvironment): Test {
  const [a, b] = measures(left, right, env);
  const fixed = right.fact || (right.operand.kind === 'percent' && targetFact(right.operand, left.fact)) ? undefined : b(noFacts);
  if (fixed !== undefined && Number.isNaN(fixed)) return alwaysUnknown;
  const compareNumbers = order[comparison];
  return (facts) => {
    const value = a(facts);
    const wanted = fixed ?? b(facts);
    if (value !== value || wanted !== wanted) return UNKNOWN;
    return compareNumbers(value, wanted) ? YES : NO;
  };
}

const noFacts: FactSource = { get: () => undefined, keyword: () => undefined, phrase: () => undefined };
const order: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Both sides in one unit: that of the policy's currency, milliseconds, percent, ranks from low to high. */
function measures(left: Side, right: Side, env: RuleEnvironment): [Measure, Measure] {
  const type = left.fact?.type;
  const asked = right.operand;
  if (type === 'text') return [fieldMeasure(left, asked, env), fixedMeasure(asked, env)];
  if (type === 'money') return moneyMeasures(left, right, env);
  if (type === 'elapsed' && asked.kind === 'percent' && targetFact(asked, left.fact) === undefined)
    return [(facts) => elapsed(left.read(facts)).percent ?? Number.NaN, () => asked.value];
  if (right.fact)
    return right.fact.type === 'text' || right.fact.type === 'list' ? [unmeasured, unmeasured] : [measure(left, env), measure(right, env)];
  if (type === 'priority' || type === 'mood' || type === 'instant')
    return [measure(left, env), asked.kind === 'string' ? constant(rank(type, asked.value, env)) : unmeasured];
  const unit = type === 'number' ? ['number'] : ['duration', 'percent'];
  if (!unit.includes(asked.kind)) return [unmeasured, unmeasured];
  if (asked.kind === 'percent') return [measure(left, env), shareOfTarget(asked, left.fact)];
  return [measure(left, env), fixedMeasure(asked, env)];
}

const constant =
  (value: number): Measure =>
  () =>
    value;

function measure(of: Side, env: RuleEnvironment): Measure {
  const type = of.fact?.type;
  return (facts) => {
    const value = of.read(facts)?.value;
    if (typeof value === 'number') return value;
    if (type === 'elapsed') return elapsed({ value: value ?? 0 }).ms ?? Number.NaN;
    return typeof value === 'string' && type ? rank(type, value, env) : Number.NaN;
  };
}

const elapsed = (reading: FactReading | undefined): ElapsedValue =>
  typeof reading?.value === 'object' && !Array.isArray(reading.value) ? (reading.value as ElapsedValue) : {};

function rank(type: FactInfo['type'], word: string, env: RuleEnvironment): number {
  if (type === 'instant') return instantMs(word);
  const key = foldWord(word);
  const place = type === 'mood' ? (MOODS as readonly string[]).indexOf(key) : env.priorities.length - 1 - findPriority(key, env);
  return place < 0 || place >= (type === 'mood' ? MOODS.length : env.priorities.length) ? Number.NaN : place;
}

function findPriority(key: string, env: RuleEnvironment): number {
  const byId = env.priorities.findIndex(({ id }) => foldWord(id) === key);
  const found = byId >= 0 ? byId : env.priorities.findIndex(({ names }) => names.some((name) => foldWord(name) === key));
  return found >= 0 ? found : Number.NaN;
}

/** A date alone is its first moment in UTC. */
export function instantMs(text: string): number {
  return /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/.test(text.trim()) ? Date.parse(text.trim()) : Number.NaN;
}

function fixedMeasure(operand: Operand, env: RuleEnvironment): Measure {
  switch (operand.kind) {
    case 'number':
    case 'percent':
      return constant(operand.value);
    case 'duration':
      return constant(operand.ms);
    case 'money':
      return constant(operand.amount * rateOf(codeOf(operand.currency, env), env));
    default:
      return unmeasured;
  }
}

/** `80% of SLA` where the fact has another clock or none: then the share of that clock's target, as a time span. */
function targetFact(percent: Extract<Operand, { kind: 'percent' }>, fact: FactInfo | undefined): string | undefined {
  if (percent.of === undefined) return undefined;
  const clock = percent.of === 'SLA' ? SLA_CLOCK : CLOCK_WORDS[percent.of];
  if (clock === undefined || clock === fact?.clock) return undefined;
  return `${Object.keys(CLOCK_WORDS).find((word) => CLOCK_WORDS[word] === clock)}.target`;
}

function shareOfTarget(percent: Extract<Operand, { kind: 'percent' }>, fact: FactInfo | undefined): Measure {
  const target = targetFact(percent, fact);
  if (target === undefined) return unmeasured;
  return (facts) => {
    const value = facts.get(target)?.value;
    return typeof value === 'number' ? (value * percent.value) / 100 : Number.NaN;
  };
}

// money

const dollars = new Set(['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN']);
const codeOf = (currency: string, env: RuleEnvironment): string => (currency !== '$' ? currency : dollars.has(env.currency) ? env.currency : 'USD');
const rateOf = (code: string, env: RuleEnvironment): number =>
  code === env.currency ? 1 : ((Object.hasOwn(env.rates, code) ? env.rates[code] : undefined) ?? Number.NaN);

/** Two amounts in one currency compare without a rate; otherwise both become the policy's currency, or are unknown. */
function moneyMeasures(left: Side, right: Side, env: RuleEnvironment): [Measure, Measure] {
  const asked = right.operand;
  if (right.fact?.type === 'money')
    return [(facts) => inPolicyCurrency(money(left.read(facts)), env), (facts) => inPolicyCurrency(money(right.read(facts)), env)];
  if (asked.kind !== 'money' && asked.kind !== 'number') return [unmeasured, unmeasured];
  const code = asked.kind === 'number' ? env.currency : codeOf(asked.currency, env);
  const amount = asked.kind === 'number' ? asked.value : asked.amount;
  const rate = rateOf(code, env);
  return [
    (facts) => {
      const found = money(left.read(facts));
      if (!found) return Number.NaN;
      const currency = found.currency ?? env.currency;
      return currency === code ? found.amount : (found.amount * rateOf(currency, env)) / rate;
    },
    constant(amount),
  ];
}

function money(reading: FactReading | undefined): MoneyValue | undefined {
  const value = reading?.value;
  if (typeof value === 'number') return { amount: value };
  return typeof value === 'object' && !Array.isArray(value) && 'amount' in value ? value : undefined;
}
const inPolicyCurrency = (value: MoneyValue | undefined, env: RuleEnvironment): number =>
  value ? value.amount * rateOf(value.currency ?? env.currency, env) : Number.NaN;

/** A custom field as a number; unknown where the text may be read in two ways (`4.800`). */
function fieldMeasure(left: Side, asked: Operand, env: RuleEnvironment): Measure {
  return (facts) => {
    const value = left.read(facts)?.value;
    if (typeof value !== 'string') return Number.NaN;
    const text = value.trim();
    const scanned = scanLiteral(text, 0);
    const operand = scanned?.end === text.length ? scanned.operand : undefined;
    if (!operand || /\d\.\d{3}(?!\d)/.test(text)) return Number.NaN;
    if (operand.kind === 'number' && asked.kind === 'money') return operand.value * rateOf(codeOf(asked.currency, env), env);
    return operand.kind === asked.kind || (operand.kind === 'money' && asked.kind === 'number') ? fixedMeasure(operand, env)(facts) : Number.NaN;
  };
}

// lists and texts

function isIn(leftOperand: Operand, rightOperand: Operand, env: RuleEnvironment): ReadyCondition {
  const right = side(rightOperand, env);
  if (right.fact?.type === 'list') return listHas(right, [leftOperand], env, leftOperand);
  const items = right.operand.kind === 'list' ? right.operand.items : [right.operand];
  const options = items.map((item) => compare(leftOperand, '=', item, env));
  return anyOf(options, printOperand(rightOperand));
}

function anyOf(options: readonly ReadyCondition[], expected: string): ReadyCondition {
  const judge: Test = (facts) => {
    let best: Judgement = options.length === 0 ? UNKNOWN : NO;
    for (const option of options) {
      const outcome = option.judge(facts);
      if (outcome === YES) return YES;
      if (outcome > best) best = outcome;
    }
    return best;
  };
  return {
    judge,
    find(facts, outcome) {
      const all = options.map((option) => option.find(facts, option.judge(facts)));
      const actual = all.find((found) => found.actual !== undefined)?.actual;
      return {
        actual,
        expected,
        missing: outcome === UNKNOWN ? unique(all.flatMap((found) => found.missing)) : nothing,
        evidence: all[0]?.evidence ?? nothing,
      };
    },
  };
}
const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

function contains(leftOperand: Operand, rightOperand: Operand, env: RuleEnvironment): ReadyCondition {
  const left = side(leftOperand, env);
  const right = side(rightOperand, env).operand;
  const items = right.kind === 'list' ? right.items : [right];
  return listHas(left, items, env, rightOperand);
}

function listHas(list: Side, items: readonly Operand[], env: RuleEnvironment, expected: Operand): ReadyCondition {
  const wanted = items.map((item) => side(item, env));
  const fixed = wanted.every(({ operand }) => operand.kind === 'string' || operand.kind === 'number');
  const texts = wanted.map(({ operand }) => ('value' in operand ? fold(String(operand.value)) : ''));
  const judge: Test = (facts) => {
    const value = list.read(facts)?.value;
    const words = fixed
      ? texts
      : wanted.map((one) => plainWord(one.read(facts)?.value) ?? (one.operand.kind === 'string' ? one.operand.value : undefined));
    if (words.length === 0 || (!fixed && words.includes(undefined))) return UNKNOWN;
    const keys = fixed ? texts : words.map((word) => fold(word ?? ''));
    if (Array.isArray(value)) return value.some((one) => keys.includes(foldWord(String(one)))) ? YES : NO;
    const text = plainWord(value);
    if (text === undefined) return UNKNOWN;
    const folded = fold(text);
    return keys.some((key) => holds(folded, key)) ? YES : NO;
  };
  return {
    judge,
    find(facts, outcome) {
      const found = list.read(facts);
      const name = missingName(list);
      const others = wanted.filter((one) => one.operand.kind === 'variable' || (one.fact && !one.read(facts))).map(missingName);
      const missing = [found ? undefined : name, ...others].filter((one) => one !== undefined);
      return {
        actual: found && shown(list, found, env, expected),
        expected: printOperand(expected),
        missing: outcome === UNKNOWN ? (missing.length > 0 ? missing : [name ?? ''].filter(Boolean)) : nothing,
        evidence: found?.evidence ?? nothing,
      };
    },
  };
}

const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordCharacter = /[\p{L}\p{N}]/u;

/** From the start of a word, so that `refund` finds `refunds` and `sue` does not find `issue`. Both folded. */
function holds(text: string, words: string): boolean {
  if (words === '') return false;
  const anywhere = unspacedScript.test(words[0] ?? '') || !wordCharacter.test(words[0] ?? '');
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (at === 0 || anywhere || !wordCharacter.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

function keywords(operand: Operand, env: RuleEnvironment): ReadyCondition {
  const items = operand.kind === 'list' ? operand.items : [operand];
  const words = items.map((item) => side(item, env).operand);
  const known = words.flatMap((word) => (word.kind === 'string' ? [word.value] : word.kind === 'variable' ? [] : [printOperand(word)]));
  const unset = words.flatMap((word) => (word.kind === 'variable' ? [printOperand(word)] : []));
  return textHits(known, (facts, word) => facts.keyword(word), known.join(', '), unset);
}

function textHits(
  names: readonly string[],
  search: (facts: FactSource, name: string) => TextHits | undefined,
  expected: string,
  unset: readonly string[] = nothing,
): ReadyCondition {
  const otherwise: Judgement = unset.length > 0 || names.length === 0 ? UNKNOWN : NO;
  const unknown = unset.length > 0 ? unset : [TEXT_FACT];
  return {
    judge(facts) {
      let outcome = otherwise;
      for (const name of names) {
        const found = search(facts, name);
        if (!found) outcome = UNKNOWN;
        else if (found.hits.length > 0) return YES;
        else if (!found.complete) outcome = UNKNOWN;
      }
      return outcome;
    },
    find(facts, outcome) {
      let evidence: Evidence[] | undefined;
      let written: string | undefined;
      // a search that came out NO found nothing anywhere
      if (outcome !== NO)
        for (const name of names) {
          const hits = search(facts, name)?.hits;
          if (!hits) continue;
          for (const { message, start, end, text } of hits) {
            if (written === undefined || !evidence) {
              written = text;
              evidence = [];
            } else if (!evidence.some((one) => one.kind === 'message' && one.text === text)) written += `, ${text}`;
            evidence.push({ kind: 'message', message, start, end, text });
          }
        }
      return { actual: written, expected, missing: outcome === UNKNOWN ? unknown : nothing, evidence: evidence ?? nothing };
    },
  };
}

// words for the trace

function shown(of: Side, reading: FactReading, env: RuleEnvironment, against: Operand): string {
  if (reading.text !== undefined) return reading.text;
  const { value } = reading;
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (typeof value === 'number')
    return of.fact?.type === 'duration' ? printDuration(value) : of.fact?.type === 'money' ? shownMoney(value, env.currency) : String(value);
  if ('amount' in value) return shownMoney(value.amount, value.currency ?? env.currency);
  if (of.fact?.type === 'elapsed') {
    const { ms, percent } = value as ElapsedValue;
    return percent !== undefined && (against.kind === 'percent' || ms === undefined)
      ? `${Math.floor(percent * 10) / 10} %`
      : printDuration(Math.round((ms ?? 0) / 60_000) * 60_000);
  }
  if (of.fact?.type === 'status') return (value as StatusValue).raw ?? (value as StatusValue).kind ?? '';
  return (value as readonly string[]).join(', ');
}

function shownValue(operand: Operand, env: RuleEnvironment, against: FactInfo | undefined): string {
  if (operand.kind === 'string') return operand.value;
  if (operand.kind === 'money') return shownMoney(operand.amount, codeOf(operand.currency, env));
  if (operand.kind === 'number' && against?.type === 'money') return shownMoney(operand.value, env.currency);
  return printOperand(operand);
}

const shownMoney = (amount: number, code: string): string => printMoney(amount, code === 'USD' ? '$' : code);

const byDegree: ReadonlySet<string> = new Set(['number', 'money', 'duration', 'elapsed']);
const ordersByDegree = (left: Side, comparison: Comparison): boolean =>
  comparison !== '=' && comparison !== '!=' && left.fact !== undefined && byDegree.has(left.fact.type);

/** How near a number is to its threshold, where both lie on one side of zero. */
function nearness(value: number, comparison: Comparison, wanted: number): number | undefined {
  if (Number.isNaN(value) || Number.isNaN(wanted)) return undefined;
  const below = comparison === '>' || comparison === '>=';
  const [small, large] = below ? [value, wanted] : [wanted, value];
  if (small < 0 && large <= 0) return large / small;
  return large > 0 && small >= 0 ? small / large : 0;
}
