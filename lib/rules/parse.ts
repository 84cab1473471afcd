/**
 * The rule language read by recursive descent. It recovers at the next AND, OR, THEN or bracket, so that every error of a
 * text is reported in one go. Over 250 lines: the grammar stays in one file, in the order in which a rule is read.
 *
 *   rule      = IF either THEN action { (AND | , | ;) action }
 *   either    = both { OR both }            both = negated { AND negated }
 *   negated   = NOT negated | condition     condition = ( either ) | function | operand [ comparison operand ]
 *   operand   = fact | number | percent [of clock] | duration | money | "text" | {{variable}} | true | false | [ operand, ... ]
 */
/* oxlint-disable unicorn/no-thenable -- the THEN of a rule is a list of actions, never a function */
import type { Action } from '../guidance/assessment.ts';
import { ACTIONS, type ActionInfo } from './action-table.ts';
import { CLOCK_WORDS, FACTS, FUNCTIONS, factInfo, markFact } from './fact-table.ts';
import { nearestWord } from './fold.ts';
import { type Token, tokenize } from './parse-tokens.ts';
import { LEADING_WORDS } from './print.ts';
import { ProblemList, type RuleProblem, type RuleProblemCode, type Span } from './problem.ts';
import type { Comparison, Condition, Expression, FactOperand, Operand } from './rule.ts';

/** Where each part of a rule stands in its text, by the part itself. */
export type Places = ReadonlyMap<object, Span>;

/** What could be understood of a text, right or wrong. */
export interface ReadRule {
  readonly when?: Expression;
  readonly then: readonly Action[];
  readonly places: Places;
  readonly problems: ProblemList;
}

export type ParsedRule =
  | { readonly ok: true; readonly when: Expression; readonly then: readonly Action[]; readonly places: Places; readonly text: string }
  | { readonly ok: false; readonly errors: readonly RuleProblem[] };

const longestText = 20_000;
const deepestNesting = 40;

/** Reads a rule. Names of roles, priorities and the like are kept as written: `checkRule` compares them with a policy. */
export function parseRule(text: string): ParsedRule {
  const { when, then, places, problems } = readRule(text);
  if (!when || problems.problems.length > 0) return { ok: false, errors: problems.inOrder() };
  return { ok: true, when, then, places, text };
}

/** Reads as much of a rule as can be understood, for checks that go on after an error. */
export function readRule(text: string): ReadRule {
  const problems = new ProblemList(text);
  if (text.length > longestText) {
    problems.add({ start: longestText, end: text.length }, 'tooLong', { most: longestText });
    return { then: [], places: new Map(), problems };
  }
  return new Reader(tokenize(text), problems).rule();
}

const factNames = FACTS.map((fact) => (fact.takesLabel ? `${fact.name}("")` : fact.name));
const functionNames = FUNCTIONS.map(({ word }) => word);
const comparisons: ReadonlySet<string> = new Set<Comparison>(['=', '!=', '<', '<=', '>', '>=']);

/** The fact that was meant: the nearest by its letters, or the one whose last part is the word, as in `ticket.priority` for `priority`. */
function nearestFact(word: string): string | undefined {
  const last = word.toLowerCase().split('.').at(-1) ?? '';
  const exact = FACTS.find(({ name }) => name.endsWith(`.${last}`))?.name;
  const near = nearestWord(word, [...factNames, ...functionNames]);
  return near !== undefined && (exact === undefined || near.split('.').at(-1) === last || near.includes('_')) ? near : (exact ?? near);
}

const actionStarts: ReadonlySet<string> = new Set(ACTIONS.flatMap(({ words }) => words.map((pattern) => pattern.split(' ')[0] ?? '')));

class Reader {
  private at = 0;
  private depth = 0;
  private readonly places = new Map<object, Span>();
  private readonly tokens: Token[];
  private readonly problems: ProblemList;

  constructor(tokens: Token[], problems: ProblemList) {
    this.tokens = tokens;
    this.problems = problems;
  }

  rule(): ReadRule {
    if (!this.take('if')) {
      const token = this.token;
      const next = this.ahead(1);
      const opens = next.kind === 'word' ? !['in', 'is', 'contains', 'not'].includes(next.text.toLowerCase()) : next.text === '(';
      const meant = token.kind === 'word' && opens && !this.atJoint() && !factInfo(token.text.toLowerCase()) && !this.startsFunction();
      this.problems.add(token, 'expectedIf', {}, meant ? 'IF' : undefined);
      if (meant) this.at++;
    }
    const when = this.either();
    const startsAction = this.startsAction();
    if (!this.is('then')) {
      this.problem(this.token, 'expectedThen');
      while (!startsAction && !this.is('then') && this.token.kind !== 'end') this.at++;
    }
    const then = this.take('then') || startsAction ? this.actions() : [];
    return { ...(when && { when }), then, places: this.places, problems: this.problems };
  }

  // conditions

  private either(): Expression | undefined {
    return this.joined('or', () => this.joined('and', () => this.negated()));
  }

  private joined(op: 'and' | 'or', part: () => Expression | undefined): Expression | undefined {
    const start = this.token.start;
    const first = part();
    const args = [first];
    while (this.joint() === op) {
      this.at++;
      args.push(part());
    }
    const known = args.filter((arg) => arg !== undefined);
    if (args.length === 1 || known.length < 2) return known[0];
    return this.placed<Expression>({ op, args: known }, start);
  }

  /** AND, OR or THEN at this place, also misspelt; anything else that follows a condition is reported and skipped. */
  private joint(): 'and' | 'or' | 'then' | undefined {
    for (;;) {
      const token = this.token;
      if (token.kind === 'end' || this.startsAction() || (token.text === ')' && token.kind === 'sign' && this.depth > 0)) return undefined;
      if (token.kind === 'word') {
        const word = token.text.toLowerCase();
        if (word === 'and' || word === 'or' || word === 'then') return word;
        const meant = word.length < 6 ? nearestWord(word, ['AND', 'OR', 'THEN']) : undefined;
        if (meant && !factInfo(word)) {
          this.problems.add(token, 'expectedJoint', { word: token.text }, meant);
          this.tokens[this.at] = { ...token, text: meant };
          continue;
        }
      }
      this.problem(token, 'expectedJoint');
      this.skipCondition();
    }
  }

  private negated(): Expression | undefined {
    if (!this.is('not')) return this.condition();
    const { start } = this.token;
    if (!this.deeper()) return undefined;
    this.at++;
    const arg = this.negated();
    this.depth--;
    return arg && this.placed<Expression>({ op: 'not', arg }, start);
  }

  private condition(): Expression | undefined {
    const token = this.token;
    if (token.kind === 'sign' && token.text === '(') {
      if (!this.deeper()) return undefined;
      this.at++;
      const inner = this.either();
      if (this.isSign(')')) this.at++;
      else this.problem(this.token, 'expectedClosing', { sign: ')' });
      this.depth--;
      return inner;
    }
    const found = this.startsFunction() ? this.functionCall() : this.comparison();
    if (found === 'reported') return undefined;
    if (!found) this.skipCondition();
    return found;
  }

  private deeper(): boolean {
    if (this.depth < deepestNesting) {
      this.depth++;
      return true;
    }
    this.problems.add(this.token, 'tooDeep', { most: deepestNesting });
    while (!this.is('then') && this.token.kind !== 'end') this.at++;
    return false;
  }

  private startsAction(): boolean {
    return this.token.kind === 'word' && actionStarts.has(this.token.text.toLowerCase());
  }

  private startsFunction(): boolean {
    return this.token.kind === 'word' && functionNames.includes(this.token.text.toLowerCase()) && this.token.text.toLowerCase() !== 'marked';
  }

  private functionCall(): Condition | undefined {
    const { start, text } = this.token;
    this.at++;
    if (!this.open(text)) return undefined;
    let made: Condition | undefined;
    if (text.toLowerCase() === 'contains_keywords') {
      const words = this.keywords();
      made = words && { op: 'contains_keywords', words };
    } else {
      const list = this.name('expectedName', { of: text });
      made = list === undefined ? undefined : { op: 'contains_phrase', list };
    }
    if (!made) {
      this.skipTo(')');
      return undefined;
    }
    if (!this.closed()) return undefined;
    return this.placed(made, start);
  }

  private keywords(): Operand | undefined {
    const first = this.token;
    const operand = this.operand();
    if (!operand) return undefined;
    if (operand.kind === 'list' || operand.kind === 'variable') {
      if (operand.kind === 'list' && operand.items.some((item) => item.kind !== 'string' && item.kind !== 'variable')) {
        this.problems.add(first, 'expectedWordList');
        return undefined;
      }
      return operand;
    }
    const items: Operand[] = [operand];
    while (this.isSign(',')) {
      this.at++;
      const item = this.operand();
      if (!item) return undefined;
      items.push(item);
    }
    if (items.some((item) => item.kind !== 'string' && item.kind !== 'variable')) {
      this.problems.add(first, 'expectedWordList');
      return undefined;
    }
    return this.placed<Operand>({ kind: 'list', items }, first.start);
  }

  /** `reported`: the condition was read to its end, but names a fact that does not exist. */
  private comparison(): Expression | 'reported' | undefined {
    const first = this.token;
    if (this.atJoint()) {
      this.problem(first, 'expectedCondition');
      return undefined;
    }
    const left = this.operand();
    if (!left) return undefined;
    const negated = this.is('not') && ['in', 'contains'].includes(this.ahead(1).text.toLowerCase());
    if (negated) this.at++;
    const word = this.token.kind === 'word' ? this.token.text.toLowerCase() : this.token.kind === 'sign' ? this.token.text : '';
    let made: Condition | undefined;
    if (word === 'in' || word === 'contains') {
      this.at++;
      const right = this.operand(true);
      made = right && { op: word, left, right };
    } else if (word === 'is' || comparisons.has(word)) {
      this.at++;
      const not = word === 'is' && this.take('not');
      const right = this.operand(true);
      made = right && { op: 'compare', comparison: word === 'is' ? (not ? '!=' : '=') : (word as Comparison), left, right };
    } else if (left.kind === 'fact' && ['string', 'literal', 'variable'].includes(this.token.kind)) {
      this.problem(this.token, 'expectedOperator');
      this.operand(true);
      return 'reported';
    } else if (left.kind === 'fact') {
      made = { op: 'is', fact: left };
    } else {
      this.problems.add({ start: first.start, end: this.before.end }, 'notACondition', { word: this.written(first) });
      return undefined;
    }
    if (!made) return undefined;
    if (!this.places.has(left) || ('right' in made && !this.places.has(made.right))) return 'reported';
    const placed = this.placed(made, first.start);
    return negated ? this.placed<Expression>({ op: 'not', arg: placed }, first.start) : placed;
  }

  // values

  private operand(isRight = false): Operand | undefined {
    const token = this.token;
    switch (token.kind) {
      case 'string':
        this.at++;
        return this.placed<Operand>({ kind: 'string', value: token.text }, token.start);
      case 'variable':
        this.at++;
        return this.placed<Operand>({ kind: 'variable', name: token.text }, token.start);
      case 'literal':
        this.at++;
        return this.literal(token);
      case 'word':
        return this.wordOperand(token, isRight);
      case 'sign':
        if (token.text === '[') return this.list();
        break;
    }
    this.problem(token, 'expectedValue');
    return undefined;
  }

  private literal(token: Token): Operand | undefined {
    const operand = token.operand;
    if (operand?.kind !== 'percent' || !this.is('of')) return operand && this.placed({ ...operand }, token.start);
    this.at++;
    const clock = this.token;
    const word = clock.text.toLowerCase();
    if (clock.kind === 'word' && (word === 'sla' || Object.hasOwn(CLOCK_WORDS, word))) {
      this.at++;
      return this.placed({ ...operand, of: word === 'sla' ? 'SLA' : word }, token.start);
    }
    const nearest = clock.kind === 'word' ? nearestWord(word, ['SLA', ...Object.keys(CLOCK_WORDS)]) : undefined;
    this.problem(clock, 'unknownClock', { clocks: ['SLA', ...Object.keys(CLOCK_WORDS)].join(', ') }, nearest);
    if (clock.kind === 'word' && !this.atJoint()) this.at++;
    return undefined;
  }

  private wordOperand(token: Token, isRight: boolean): Operand | undefined {
    const word = token.text.toLowerCase();
    if (word === 'true' || word === 'false') {
      this.at++;
      return this.placed<Operand>({ kind: 'boolean', value: word === 'true' }, token.start);
    }
    if (this.atJoint() || word === 'in' || word === 'contains' || word === 'is' || word === 'of') {
      this.problem(token, 'expectedValue');
      return undefined;
    }
    this.at++;
    if (word === 'marked') {
      if (!this.open(token.text)) return undefined;
      const criterion = this.name('expectedName', { of: token.text });
      if (criterion === undefined || !this.closed()) return undefined;
      return this.placed<Operand>({ kind: 'fact', name: markFact(criterion) }, token.start);
    }
    // the id of a mark is the policy's own word, so its capitals count
    const name = word.startsWith('mark.') ? markFact(token.text.slice('mark.'.length)) : word;
    const fact = factInfo(name);
    if (!fact) {
      this.unknownWord(token, isRight);
      return { kind: 'fact', name: word };
    }
    if (!fact.takesLabel) return this.placed<FactOperand>({ kind: 'fact', name }, token.start);
    if (!this.isSign('(')) {
      this.problems.add(token, 'expectedLabel', { fact: name });
      return undefined;
    }
    this.at++;
    const label = this.token;
    if (label.kind !== 'string' || label.text === '') {
      this.problem(label, 'expectedLabel', { fact: name });
      this.skipTo(')');
      return undefined;
    }
    this.at++;
    if (!this.closed()) return undefined;
    return this.placed<FactOperand>({ kind: 'fact', name, argument: label.text }, token.start);
  }

  private unknownWord(token: Token, isRight: boolean): void {
    const word = token.text;
    if (this.isSign('(')) {
      this.problems.add(token, 'unknownFunction', { word }, nearestWord(word, [...functionNames, 'ticket.field']));
      this.skipTo(')');
      return;
    }
    const nearest = nearestFact(word);
    if (!isRight || (nearest && word.includes('.'))) {
      this.problems.add(token, 'unknownFact', { word }, nearest);
      return;
    }
    let last = token;
    while (this.token.kind === 'word' && !this.atJoint()) {
      last = this.token;
      this.at++;
    }
    const words = this.tokens.slice(this.tokens.indexOf(token), this.tokens.indexOf(last) + 1).map(({ text }) => text);
    this.problems.add({ start: token.start, end: last.end }, 'needsQuotes', { word: words.join(' ') }, `"${words.join(' ')}"`);
  }

  private list(): Operand | undefined {
    const { start } = this.token;
    this.at++;
    const items: Operand[] = [];
    let right = true;
    while (!this.isSign(']')) {
      const token = this.token;
      if (token.kind === 'end' || this.atJoint() || (token.kind === 'sign' && token.text !== ',')) {
        this.problem(token, 'expectedClosing', { sign: ']' });
        return undefined;
      }
      if (token.kind === 'sign') {
        this.problem(token, 'expectedListItem');
        this.at++;
        right = false;
        continue;
      }
      const before = this.at;
      const item = this.operand(true);
      if (item && this.places.has(item)) items.push(item);
      else right = false;
      if (this.at === before) this.at++;
      if (this.isSign(',')) {
        this.at++;
        if (this.isSign(']')) break;
      } else if (!this.isSign(']') && right) {
        this.problem(this.token, 'expectedClosing', { sign: ']' });
        right = false;
        if (this.atJoint() || this.token.kind === 'end') return undefined;
      }
    }
    this.at++;
    if (right && items.length === 0) this.problems.add({ start, end: this.before.end }, 'expectedListItem');
    return right && items.length > 0 ? this.placed<Operand>({ kind: 'list', items }, start) : undefined;
  }

  // actions

  private actions(): Action[] {
    const actions: Action[] = [];
    for (;;) {
      const { start } = this.token;
      const action = this.action();
      if (action) actions.push(this.placed(action, start));
      if (action && this.token.kind !== 'end' && !this.betweenActions()) this.problem(this.token, this.is('or') ? 'orInActions' : 'afterAction');
      while (this.token.kind !== 'end' && !this.betweenActions()) this.at++;
      if (this.token.kind === 'end') return actions;
      if (this.isSign(';') && this.ahead(1).kind === 'end') return actions;
      this.at++;
    }
  }

  private betweenActions(): boolean {
    return this.is('and') || this.isSign(',') || this.isSign(';');
  }

  private action(): Action | undefined {
    const start = this.at;
    if (this.token.kind === 'end' || this.betweenActions() || this.is('then')) {
      this.problem(this.token, 'noActions');
      return undefined;
    }
    let best: { info: ActionInfo; length: number } | undefined;
    for (const info of ACTIONS) {
      for (const words of info.words) {
        const wanted = words.split(' ');
        const fits = wanted.every((word, index) => {
          const token = this.ahead(index);
          return token.kind === 'word' && token.text.toLowerCase() === word;
        });
        if (fits && wanted.length > (best?.length ?? 0)) best = { info, length: wanted.length };
      }
    }
    if (!best) {
      this.unknownAction();
      return undefined;
    }
    this.at = start + best.length;
    return this.argument(best.info);
  }

  private unknownAction(): void {
    const start = this.token.start;
    const words: Token[] = [];
    while (this.token.kind !== 'end' && !this.betweenActions() && !this.is('or')) {
      if (this.token.kind === 'wrong') this.problem(this.token, 'afterAction');
      if (this.token.kind === 'word') words.push(this.token);
      this.at++;
    }
    const end = this.before.end;
    const written = words.map(({ text }) => text);
    const patterns = new Map(ACTIONS.flatMap((info) => info.words.map((pattern) => [pattern, info] as const)));
    for (const length of [3, 2, 1]) {
      const begun = written.slice(0, length).join(' ');
      const sameLength = [...patterns.keys()].filter(
        (pattern) => pattern.split(' ').length === length || (length > 1 && pattern.split(' ').length === length + 1),
      );
      const pattern = nearestWord(begun, sameLength);
      if (pattern === undefined) continue;
      // the words of the action alone are wrong; what follows them stays
      const last = words[length - 1] ?? words.at(-1);
      this.problems.add({ start, end: last?.end ?? end }, 'unknownAction', { word: begun }, pattern.replace('tier', 'Tier'));
      return;
    }
    const sameVerb = ACTIONS.find((info) => nearestWord(written[0] ?? '', [info.words[0]?.split(' ')[0] ?? '']) !== undefined);
    this.problems.add({ start, end }, 'unknownAction', { word: written.join(' ') || this.written(this.before) }, sameVerb?.example);
  }

  private argument(info: ActionInfo): Action | undefined {
    switch (info.do) {
      case 'bump-priority':
        return { do: 'bump-priority' };
      case 'add-note': {
        if (this.token.kind !== 'string') return { do: 'add-note' };
        this.at++;
        return { do: 'add-note', text: this.before.text };
      }
      case 'escalate':
        return this.tier();
      case 'tell-customer': {
        if (this.is('with') || this.is('using')) this.at++;
        if (this.token.kind === 'end' || this.betweenActions()) return { do: 'tell-customer', template: 'acknowledgement' };
        const template = this.words(info);
        return template === undefined ? undefined : { do: 'tell-customer', template };
      }
      case 'set-priority': {
        if (this.isSign('=')) this.at++;
        const priority = this.words(info);
        return priority === undefined ? undefined : { do: 'set-priority', priority };
      }
      case 'notify':
      case 'assign': {
        const role = this.words(info);
        return role === undefined ? undefined : { do: info.do, role };
      }
      case 'flag': {
        const flag = this.words(info);
        return flag === undefined ? undefined : { do: 'flag', flag };
      }
      case 'require-field': {
        const field = this.words(info);
        return field === undefined ? undefined : { do: 'require-field', field };
      }
      case 'show-step': {
        const step = this.words(info);
        return step === undefined ? undefined : { do: 'show-step', step };
      }
    }
  }

  private tier(): Action | undefined {
    const token = this.token;
    const value = token.operand?.kind === 'number' ? token.operand.value : Number.NaN;
    if (!Number.isInteger(value) || value < 1 || value > 6) {
      this.problem(token, 'expectedTierNumber', { word: this.written(token) });
      return undefined;
    }
    this.at++;
    return { do: 'escalate', tier: value };
  }

  /** A name after an action: in quotes, or the plain words up to the next AND. */
  private words(info: ActionInfo): string | undefined {
    if (this.token.kind === 'string') return this.name('expectedName', { of: info.words[0] ?? info.do });
    const words: string[] = [];
    while ((this.token.kind === 'word' && !this.atJoint()) || (words.length > 0 && this.token.operand?.kind === 'number')) {
      if (words.length > 0 || !LEADING_WORDS.has(this.token.text.toLowerCase())) words.push(this.token.text);
      this.at++;
    }
    if (words.length > 0) return words.join(' ');
    this.problem(this.token, 'expectedName', { of: info.words[0] ?? info.do });
    return undefined;
  }

  /** A name in quotes or one plain word. */
  private name(code: RuleProblemCode, params: Record<string, string>): string | undefined {
    const token = this.token;
    if ((token.kind !== 'string' && token.kind !== 'word') || token.text.trim() === '' || this.atJoint()) {
      this.problem(token, code, params);
      return undefined;
    }
    this.at++;
    return token.text;
  }

  // tokens

  private get token(): Token {
    return this.ahead(0);
  }
  private get before(): Token {
    return this.tokens[Math.max(0, this.at - 1)] ?? this.token;
  }
  private ahead(count: number): Token {
    return this.tokens[Math.min(this.at + count, this.tokens.length - 1)] ?? { kind: 'end', text: '', start: 0, end: 0 };
  }
  private is(word: string): boolean {
    return this.token.kind === 'word' && this.token.text.toLowerCase() === word;
  }
  private isSign(sign: string): boolean {
    return this.token.kind === 'sign' && this.token.text === sign;
  }
  private take(word: string): boolean {
    if (!this.is(word)) return false;
    this.at++;
    return true;
  }
  private atJoint(): boolean {
    return this.token.kind === 'end' || ['if', 'then', 'and', 'or'].some((word) => this.is(word));
  }
  private open(of: string): boolean {
    if (this.isSign('(')) {
      this.at++;
      return true;
    }
    this.problem(this.token, 'expectedClosing', { sign: `${of}(` });
    return false;
  }
  private closed(): boolean {
    if (this.isSign(')')) {
      this.at++;
      return true;
    }
    this.problem(this.token, 'expectedClosing', { sign: ')' });
    this.skipTo(')');
    return false;
  }
  private skipTo(sign: string): void {
    while (!this.isSign(sign) && !this.is('then') && this.token.kind !== 'end') this.at++;
    if (this.isSign(sign)) this.at++;
  }
  /** Goes on to where the next condition may start, past whole brackets; reports what could not be read on the way. */
  private skipCondition(): void {
    let brackets = 0;
    for (; this.token.kind !== 'end' && !this.is('then'); this.at++) {
      if (this.isSign('(') || this.isSign('[')) brackets++;
      else if (this.isSign(')') && brackets === 0 && this.depth > 0) return;
      else if (this.isSign(')') || this.isSign(']')) brackets = Math.max(0, brackets - 1);
      else if (brackets === 0 && (this.is('and') || this.is('or'))) return;
      else if (this.token.kind === 'wrong') this.problem(this.token, 'expectedJoint');
    }
  }
  private placed<T extends object>(part: T, start: number): T {
    this.places.set(part, { start, end: this.before.end });
    return part;
  }
  private written(token: Token): string {
    return token.kind === 'string' ? `"${token.text}"` : token.text;
  }
  /** Reports what is wrong at a token: that it cannot be read, or else what was expected here. */
  private problem(token: Token, code: RuleProblemCode, params: Record<string, string | number> = {}, nearest?: string): void {
    if (token.kind === 'wrong') this.problems.add(token, token.problem ?? 'strangeCharacter', { word: token.text });
    else if (token.kind === 'end' && unfinished.has(code)) this.problems.add(token, 'endsEarly');
    else this.problems.add(token, code, { word: token.kind === 'end' ? '…' : this.written(token), ...params }, nearest);
  }
}

/** What is missing when a rule breaks off in a condition. */
const unfinished: ReadonlySet<RuleProblemCode> = new Set(['expectedValue', 'expectedCondition', 'expectedOperator', 'expectedListItem']);
