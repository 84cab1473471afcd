/** Where the ticket is now. */
import type { Policy } from '../policy/schema.ts';
import { fold } from '../rules/fold.ts';
import type { TicketSnapshot } from '../ticket.ts';
import type { Assessment, History } from './assessment.ts';

export interface CurrentTier {
  readonly tier?: number;
  readonly from?: NonNullable<Assessment['currentTierFrom']>;
}

/**
 * In this order: the policy's map of groups and assignees, the last escalation that is known, the person's own answer, the
 * tier that the policy assumes. Nothing of these = it must be asked, except where the policy names no groups at all, so that
 * asking would be the rule: then it is the lowest tier, and a notice says so.
 */
export function currentTier(snapshot: TicketSnapshot, policy: Policy, history: History): CurrentTier {
  const { group, assignee } = snapshot.fields;
  const byGroup = group && tierNamed(policy, group.value, 'groups');
  if (byGroup !== undefined) return { tier: byGroup, from: 'group' };
  const byAssignee = assignee && tierNamed(policy, assignee.value, 'assignees');
  if (byAssignee !== undefined) return { tier: byAssignee, from: 'assignee' };
  const last = history.escalations.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1);
  const known = last && (last.state === 'escalated' ? last.toTier : last.fromTier);
  if (last && known !== undefined) return { tier: known, from: last.source };
  if (history.currentTier !== undefined) return { tier: history.currentTier, from: 'agent' };
  const namesNone = policy.tiers.every(({ groups, assignees }) => groups.length === 0 && assignees.length === 0);
  const assumed = policy.assumedTier ?? (namesNone ? lowestTier(policy) : undefined);
  return assumed === undefined ? {} : { tier: assumed, from: 'default' };
}

export const lowestTier = (policy: Policy): number => Math.min(...policy.tiers.map(({ tier }) => tier));

/** The tier that a group or a person stands for; where a tier is reached and how it is called count as its names too. */
function tierNamed(policy: Policy, name: string, list: 'groups' | 'assignees'): number | undefined {
  const key = fold(name);
  if (key === '') return undefined;
  const written = policy.tiers.find((tier) => tier[list].some((one) => fold(one) === key));
  if (written) return written.tier;
  const called = policy.tiers.filter((tier) => {
    const own =
      list === 'groups' ? [tier.reached?.group, ...(typeof tier.name === 'string' ? [tier.name] : Object.values(tier.name))] : [tier.reached?.person];
    return own.some((one) => one !== undefined && fold(one) === key);
  });
  return called.length === 1 ? called[0]?.tier : undefined;
}
