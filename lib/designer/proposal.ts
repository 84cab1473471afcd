/** What the designer answers: a policy, the reason of every decision, and the people each tier needs. Plain JSON. */
import type { PolicyInput } from '../policy/schema.ts';
import type { TierStaffing } from './staffing.ts';

export interface Decision {
  readonly about: 'tiers' | 'targets' | 'rules' | 'texts';
  /** What was decided, as a sentence. */
  readonly what: string;
  /** The answer it rests on: "because you said ...". */
  readonly because: string;
  /** The rule it concerns. */
  readonly rule?: string;
}

export interface TierPlan {
  readonly tier: number;
  readonly ticketsPerMonth: number;
  readonly handlingMinutes: number;
  /** 0 = at once. */
  readonly targetMinutes: number;
  /** People of the team that the shape gives to this tier. */
  readonly peopleNow: number;
  readonly staffing: TierStaffing;
}

export interface Proposal {
  readonly policy: PolicyInput;
  readonly decisions: readonly Decision[];
  readonly plan: readonly TierPlan[];
}

type Rules = NonNullable<PolicyInput['rules']>;
export type ProposedRule = Rules[number];
