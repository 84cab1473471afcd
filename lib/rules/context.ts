/** What a rule needs to know of its policy: names to check it against, and values to judge it with. */
import type { Policy } from '../policy/schema.ts';

export interface Named {
  readonly id: string;
  /** The id, the names in every language and the aliases. */
  readonly names: readonly string[];
}

/** What judging a rule needs beside the facts of the ticket. */
export interface RuleEnvironment {
  readonly variables: Readonly<Record<string, string | number>>;
  /** Highest first. */
  readonly priorities: readonly Named[];
  /** ISO 4217 code of amounts without one. */
  readonly currency: string;
  /** Units of `currency` per unit of the named one. */
  readonly rates: Readonly<Record<string, number>>;
}

/** What checking a rule needs beside its text. */
export interface RuleContext extends RuleEnvironment {
  readonly tiers: readonly number[];
  readonly roles: readonly Named[];
  readonly phraseLists: readonly string[];
  readonly criteria: readonly string[];
  readonly templates: readonly string[];
  readonly steps: readonly string[];
}

const contexts = new WeakMap<Policy, RuleContext>();

/** The names and values of a policy; the same object for the same policy, so that compiled rules are kept. */
export function ruleContext(policy: Policy): RuleContext {
  const known = contexts.get(policy);
  if (known) return known;
  const made: RuleContext = {
    variables: policy.variables,
    priorities: policy.priorities.map(named),
    currency: policy.currency,
    rates: policy.rates,
    tiers: policy.tiers.map(({ tier }) => tier),
    roles: policy.roles.map(named),
    phraseLists: Object.keys(policy.phrases),
    criteria: policy.criteria.map(({ id }) => id),
    templates: Object.keys(policy.templates),
    steps: policy.steps.map(({ id }) => id),
  };
  contexts.set(policy, made);
  return made;
}

function named(thing: { readonly id: string; readonly name: string | Readonly<Record<string, string>>; readonly aliases: readonly string[] }): Named {
  const names = typeof thing.name === 'string' ? [thing.name] : Object.values(thing.name);
  return { id: thing.id, names: [thing.id, ...names, ...thing.aliases] };
}
