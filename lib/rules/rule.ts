/** The compiled form of a rule: plain JSON, stored with the policy so that the content side needs no parser. */
import type { Action } from '../guidance/assessment.ts';

/** Boolean expression. The concrete node types belong to `lib/rules`. */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Operand =
  | { readonly kind: 'fact'; readonly name: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'duration'; readonly ms: number }
  | { readonly kind: 'money'; readonly amount: number; readonly currency?: string }
  | { readonly kind: 'percent'; readonly value: number; readonly of?: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Operand[] };

export type Expression =
  | { readonly op: 'and' | 'or'; readonly args: readonly Expression[] }
  | { readonly op: 'not'; readonly arg: Expression }
  | { readonly op: 'compare'; readonly comparison: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly op: 'in'; readonly left: Operand; readonly right: Operand }
  | { readonly op: 'contains'; readonly left: Operand; readonly right: Operand }
  | { readonly op: 'contains_keywords'; readonly words: Operand }
  | { readonly op: 'contains_phrase'; readonly list: string }
  | { readonly op: 'is'; readonly fact: string };

export interface CompiledRule {
  readonly id: string;
  readonly when: Expression;
  readonly then: readonly Action[];
}
