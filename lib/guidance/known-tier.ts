/** A customer's tier as the policy writes it. The page prints whatever stands in a field, which may be anything, a name too. */
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import { fold } from '../rules/fold.ts';
import type { Operand } from '../rules/rule.ts';
import { conditionsOf, operandsOf, valueOf } from '../rules/walk.ts';

const known = new WeakMap<LoadedPolicy, ReadonlyMap<string, string>>();

/**
 * @param printed the tier as it stands on the page
 * @returns the policy's own word for it; undefined when neither its list of customers, its VIP tiers nor one of its rules names it
 */
export function knownTier(loaded: LoadedPolicy, printed: string | undefined): string | undefined {
  if (printed === undefined) return undefined;
  let words = known.get(loaded);
  if (!words) {
    words = new Map(tierWords(loaded).map((word) => [fold(word), word]));
    known.set(loaded, words);
  }
  return words.get(fold(printed));
}

function tierWords({ policy, rules }: LoadedPolicy): string[] {
  const { vipTiers, lookup } = policy.customer;
  const compared = rules
    .flatMap(({ when }) => conditionsOf(when))
    .map((condition) => operandsOf(condition))
    .filter((operands) => operands.some((one) => one.kind === 'fact' && one.name === 'customer.tier'))
    .flat()
    .map((operand): Operand | undefined => (operand.kind === 'variable' ? valueOf(operand.name, policy) : operand));
  return [
    ...vipTiers,
    ...lookup.flatMap(({ tier }) => (tier === undefined ? [] : [tier])),
    ...compared.flatMap((operand) => (operand?.kind === 'string' ? [operand.value] : [])),
  ];
}
