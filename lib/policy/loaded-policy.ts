/** A policy after validation and compilation: the only form that is stored and the only one the content side sees. */
import type { CompiledRule } from '../rules/rule.ts';
import type { Policy } from './schema.ts';

export interface LoadedPolicy {
  readonly policy: Policy;
  /** `policy.rules` parsed and type-checked, in the same order. Plain JSON. */
  readonly rules: readonly CompiledRule[];
  /** Where it came from and whether its signature was checked. */
  readonly origin: { readonly kind: 'built-in' | 'file' | 'subscription' | 'managed' | 'editor'; readonly url?: string; readonly signed?: boolean };
  readonly loadedAt: string;
}
