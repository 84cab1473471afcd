/** The compiled form of a rule: plain JSON, stored with the policy so that the content side needs no parser. */
import type { Action } from '../guidance/assessment.ts';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Operand =
  /** `argument` is the label of `ticket.field("Label")` and the id of `mark.id` stays in the name. */
  | { readonly kind: 'fact'; readonly name: string; readonly argument?: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'duration'; readonly ms: number }
  /** `currency` is an ISO 4217 code, or `$` for the policy's own dollar (US dollars when its currency is no dollar). */
  | { readonly kind: 'money'; readonly amount: number; readonly currency: string }
  /** `of` is `SLA` (the resolution target) or the name of a clock as rules write it; absent = of the fact's own clock. */
  | { readonly kind: 'percent'; readonly value: number; readonly of?: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Operand[] };
export type FactOperand = Extract<Operand, { kind: 'fact' }>;

/** Boolean expression: `and` and `or` have two or more arguments. */
export type Expression =
  | { readonly op: 'and' | 'or'; readonly args: readonly Expression[] }
  | { readonly op: 'not'; readonly arg: Expression }
  | { readonly op: 'compare'; readonly comparison: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly op: 'in'; readonly left: Operand; readonly right: Operand }
  | { readonly op: 'contains'; readonly left: Operand; readonly right: Operand }
  | { readonly op: 'contains_keywords'; readonly words: Operand }
  | { readonly op: 'contains_phrase'; readonly list: string }
  /** A yes/no fact on its own. */
  | { readonly op: 'is'; readonly fact: FactOperand };
/** One condition: an expression that compares and holds no other. */
export type Condition = Exclude<Expression, { op: 'and' | 'or' | 'not' }>;

export interface CompiledRule {
  readonly id: string;
  readonly when: Expression;
  readonly then: readonly Action[];
}
