/**
 * The examples that a rule carries: facts as a lead writes them, and whether the rule fires on them. A fact that is not given is
 * unknown, as on a page that does not show it; a mark that is not given was not set.
 */
import { keywordHits, textFacts } from '../facts/conversation.ts';
import { findNamed } from '../rules/check.ts';
import { ruleContext, type RuleContext } from '../rules/context.ts';
import { evaluateRule } from '../rules/evaluate.ts';
import type { FactReading, FactSource, FactValue, TextHits } from '../rules/fact-source.ts';
import { type FactType, factInfo, markOf } from '../rules/fact-table.ts';
import { variableOperand } from '../rules/literal.ts';
import { statusKindOf } from '../rules/status-words.ts';
import type { LoadedPolicy } from './loaded-policy.ts';
import type { TestResult } from './run-tests.ts';
import type { Policy } from './schema.ts';
import { testTicket } from './test-ticket.ts';

/** What the customer wrote, in `given`: phrases and keywords are looked for in it. */
export const SAYS = 'says';
/** Any instant: examples know no time. */
const anyTime = '2026-01-01T00:00:00Z';

/** @returns one result for each example, in the order of the rules. Pure. */
export function runRuleExamples({ policy, rules }: LoadedPolicy): (TestResult & { readonly rule: string })[] {
  const context = ruleContext(policy);
  return policy.rules.flatMap(({ id, examples }) => {
    const compiled = rules.find((rule) => rule.id === id);
    if (!compiled) return [];
    return examples.map(({ given, fires }, index) => {
      const { outcome } = evaluateRule(compiled, factsOf(given, policy, context), context);
      const passed = outcome === fires;
      return {
        rule: id,
        name: `${id}, example ${index + 1}`,
        passed,
        mismatches: passed ? [] : [{ what: 'outcome' as const, expected: fires, found: outcome }],
      };
    });
  });
}

/** Whether an entry of `given` can be read. @returns the kind of value that is expected where it cannot */
export function exampleProblem(name: string, value: unknown, policy: Policy): 'unknown-fact' | FactType | undefined {
  if (name === SAYS) return typeof value === 'string' ? undefined : 'text';
  const type = typeOf(name, policy);
  if (type === undefined) return 'unknown-fact';
  return valueOf(value, type, ruleContext(policy)) === undefined ? type : undefined;
}

function typeOf(name: string, policy: Policy): FactType | undefined {
  const mark = markOf(name);
  if (mark !== undefined) return policy.criteria.some(({ id }) => id === mark) ? 'boolean' : undefined;
  return factInfo(name)?.type;
}

function factsOf(given: Readonly<Record<string, unknown>>, policy: Policy, context: RuleContext): FactSource {
  const says = given[SAYS];
  const text = typeof says === 'string' ? says : undefined;
  const snapshot = testTicket({ messages: [{ role: 'customer', text: text ?? '' }] } as never, anyTime);
  const found = text === undefined ? undefined : textFacts(text, policy.phrases);
  return {
    get(name): FactReading | undefined {
      const type = typeOf(name, policy);
      if (type === undefined) return undefined;
      if (!Object.hasOwn(given, name)) return markOf(name) === undefined ? undefined : { value: false };
      const value = valueOf(given[name], type, context);
      return value === undefined ? undefined : { value };
    },
    keyword: (word): TextHits | undefined => (text === undefined ? undefined : { hits: keywordHits([word], snapshot), complete: true }),
    phrase: (list): TextHits | undefined => found && { hits: found.phrases.filter((hit) => hit.list === list), complete: true },
  };
}

/** A value as YAML has it, or as rules write it: `$1,200`, `80%`, `2h`. */
function valueOf(value: unknown, type: FactType, context: RuleContext): FactValue | undefined {
  const literal = typeof value === 'string' ? variableOperand(value) : undefined;
  switch (type) {
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'money':
      if (typeof value === 'number') return { amount: value };
      // a bare `$` is the policy's own currency
      return literal?.kind === 'money'
        ? { amount: literal.amount, ...(/^[A-Z]{3}$/.test(literal.currency) && { currency: literal.currency }) }
        : undefined;
    case 'duration':
      return literal?.kind === 'duration' ? literal.ms : undefined;
    case 'elapsed':
      if (literal?.kind === 'percent') return { percent: literal.value };
      return literal?.kind === 'duration' ? { ms: literal.ms } : undefined;
    case 'list':
      return Array.isArray(value) && value.every((one): one is string => typeof one === 'string') ? value : undefined;
    case 'priority':
      return typeof value === 'string' ? findNamed(value, context.priorities)?.id : undefined;
    case 'status': {
      if (typeof value !== 'string') return undefined;
      const kind = statusKindOf(value);
      return { raw: value, ...(kind && { kind }) };
    }
    case 'text':
    case 'mood':
    case 'clock-state':
    case 'instant':
      return typeof value === 'string' ? value : undefined;
  }
}
