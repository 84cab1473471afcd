/** The policy in use, made of everything that has a say in it. */
import { defaultPolicy } from '../policy/default-policy.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import type { PolicyLoad } from '../policy/load-policy-data.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import type { Policy } from '../policy/schema.ts';
import { changesBetween, type Layer, type Merged, mergeLayers } from './layers.ts';

/** A policy or a part of one that came from outside. */
export interface PolicySource {
  /** As written, before defaults are filled in. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly origin: LoadedPolicy['origin'];
  /** Locks that stand outside the policy itself. */
  readonly locked: readonly string[];
}

/** The person's own policy. */
export interface OwnPolicy {
  readonly policy: Policy;
  readonly origin: LoadedPolicy['origin'];
  /** What was in use when it was written: only what differs from it is the person's own. Absent = it stands alone. */
  readonly base?: Policy;
}

export interface PolicySources {
  readonly company?: PolicySource;
  readonly team?: PolicySource;
  readonly mine?: OwnPolicy;
}

export interface Composed {
  readonly load: PolicyLoad;
  readonly merged: Merged;
  /** The person has a policy that stands alone, and another one is in use: it is kept, and has no effect. */
  readonly aside: boolean;
}

/**
 * Lays company, team and mine over each other and compiles the result.
 * @param now ms since 1970 @param language of the sentences where it does not hold together
 */
export function composePolicy({ company, team, mine }: PolicySources, now: number, language: string): Composed {
  const lower: Layer[] = [
    ...(company ? [{ name: 'company' as const, value: company.value, locked: company.locked }] : []),
    ...(team ? [{ name: 'team' as const, value: team.value, locked: team.locked }] : []),
  ];
  const whole = [company, team].some((source) => source !== undefined && isWhole(source.value));
  const alone: Layer[] = !whole && mine ? [{ name: 'mine', value: mine.policy, locked: [] }] : [];
  const bottom: Layer[] = whole || alone.length ? [] : [{ name: 'built-in', value: defaultPolicy as Layer['value'], locked: [] }];
  const changes = whole && mine?.base ? changesBetween(mine.base, mine.policy) : [];
  const merged = mergeLayers([...bottom, ...lower, ...alone], changes);
  const origin = changes.length || alone.length ? mine?.origin : (team ?? company)?.origin;
  return {
    load: loadPolicy(merged.value, origin ?? { kind: 'built-in' }, now, language),
    merged,
    aside: whole && mine !== undefined && mine.base === undefined,
  };
}

/** It has everything a policy must have; anything less is laid over another one. */
export function isWhole(value: Readonly<Record<string, unknown>>): boolean {
  return ['handrail', 'id', 'name', 'version', 'tiers', 'priorities', 'calendars'].every((part) => value[part] !== undefined);
}
