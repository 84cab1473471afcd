/** What is wrong with a rule, and where. Plain JSON; the words are in lib/text under `rule.*`. */
import type { PageTextKey, PageTranslate } from '../extension-text.ts';
import type { FactType } from './fact-table.ts';

export type RuleProblemCode =
  // the sentence
  | 'tooLong'
  | 'tooDeep'
  | 'expectedIf'
  | 'expectedThen'
  | 'expectedCondition'
  | 'expectedValue'
  | 'endsEarly'
  | 'expectedOperator'
  | 'expectedJoint'
  | 'expectedClosing'
  | 'expectedListItem'
  | 'expectedName'
  | 'expectedLabel'
  | 'expectedTierNumber'
  | 'expectedWordList'
  | 'orInActions'
  | 'noActions'
  | 'afterAction'
  | 'badNumber'
  | 'ambiguousNumber'
  | 'unclosedString'
  | 'unclosedVariable'
  | 'strangeCharacter'
  | 'notACondition'
  // names
  | 'unknownFact'
  | 'unknownFunction'
  | 'unknownAction'
  | 'unknownClock'
  | 'unknownRole'
  | 'unknownTier'
  | 'unknownPriority'
  | 'unknownVariable'
  | 'unknownPhraseList'
  | 'unknownTemplate'
  | 'unknownCriterion'
  | 'unknownStep'
  | 'unknownField'
  | 'unknownWord'
  | 'needsQuotes'
  // types
  | 'comparesTypes'
  | 'noOrder'
  | 'noFact'
  | 'bareNumberOfClock'
  | 'percentOfNothing'
  | 'inNeedsList'
  | 'containsNeedsWords'
  | 'listNeedsContains'
  | 'outOfRange'
  | 'badInstant'
  | 'emptyWord';

export interface Span {
  /** UTF-16 offsets into the rule's text. */
  readonly start: number;
  readonly end: number;
}

export interface RuleProblem extends Span {
  /** Counted from 1; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly code: RuleProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** The nearest valid word, ready to be put in place of `start` to `end`. */
  readonly nearest?: string;
}

/** Finds line and column of offsets and makes problems of one text. */
export class ProblemList {
  readonly problems: RuleProblem[] = [];
  private readonly lineStarts: number[];

  constructor(text: string) {
    this.lineStarts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lineStarts.push(at + 1);
  }

  add(span: Span, code: RuleProblemCode, params: RuleProblem['params'] = {}, nearest?: string): void {
    const known = this.problems.some((problem) => problem.start === span.start && problem.code === code);
    if (known || this.problems.length >= mostProblems) return;
    let line = this.lineStarts.findLastIndex((start) => start <= span.start);
    if (line < 0) line = 0;
    this.problems.push({
      start: span.start,
      end: span.end,
      line: line + 1,
      column: span.start - (this.lineStarts[line] ?? 0) + 1,
      code,
      params,
      ...(nearest !== undefined && { nearest }),
    });
  }

  inOrder(): RuleProblem[] {
    return this.problems.toSorted((a, b) => a.start - b.start || a.end - b.end);
  }
}
const mostProblems = 50;

/** The problem as a sentence without its place: "unknown fact `ticket.prority`; did you mean `ticket.priority`?" */
export function problemText(problem: RuleProblem, t: PageTranslate): string {
  const params: Record<string, string | number> = { open: '{{', close: '}}', ...problem.params };
  for (const name of ['leftType', 'rightType']) {
    const type = problem.params[name];
    if (typeof type === 'string' && isType(type)) params[name] = t(typeTexts[type]);
  }
  const text = t(`rule.${problem.code}`, params);
  return problem.nearest === undefined ? text : t('rule.didYouMean', { problem: text, nearest: problem.nearest });
}

const typeTexts: Readonly<Record<FactType | 'percent', PageTextKey>> = {
  text: 'rule.type.text',
  number: 'rule.type.number',
  money: 'rule.type.money',
  duration: 'rule.type.duration',
  elapsed: 'rule.type.elapsed',
  percent: 'rule.type.percent',
  boolean: 'rule.type.boolean',
  list: 'rule.type.list',
  priority: 'rule.type.priority',
  status: 'rule.type.status',
  mood: 'rule.type.mood',
  'clock-state': 'rule.type.clock-state',
  instant: 'rule.type.instant',
};
/** What a fact of this type holds, in words: "an amount". */
export const typeText = (type: FactType, t: PageTranslate): string => t(typeTexts[type]);
const isType = (word: string): word is keyof typeof typeTexts => Object.hasOwn(typeTexts, word);
