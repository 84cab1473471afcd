/** Staffing of each proposed tier. */
import type { PolicyInput } from '../policy/schema.ts';
import { parseDuration } from '../sla/duration.ts';
import { type DesignAnswers, hoursPerWeek } from './answers.ts';
import type { TierPlan } from './proposal.ts';
import { STAFFING, staffTier } from './staffing.ts';
import { peoplePerTier, type TeamShape } from './team-shape.ts';

/** Every ticket passes the first level of a tier; what is worked on at its other levels adds to the handling time. */
export function planStaffing(answers: DesignAnswers, shape: TeamShape, policy: PolicyInput): TierPlan[] {
  const minutes = (text: string | undefined): number => (parseDuration(text ?? '') ?? 0) / 60_000;
  const firstResponse = (priority: string): number => minutes(policy.priorities.find(({ id }) => id === priority)?.firstResponse);
  const now = peoplePerTier(shape, answers.teamSize);
  return shape.map((levels, index) => {
    const share = STAFFING.share[levels[0] ?? 1];
    const work = levels.reduce((sum, level) => sum + STAFFING.share[level] * STAFFING.effort[level], 0);
    const ticketsPerMonth = answers.ticketsPerMonth * share;
    const handlingMinutes = (answers.handlingMinutes * work) / share;
    const targetMinutes = index === 0 ? firstResponse('medium') : minutes(policy.tiers[index]?.respondsWithin);
    return {
      tier: index + 1,
      ticketsPerMonth,
      handlingMinutes,
      targetMinutes,
      peopleNow: now[index] ?? 0,
      staffing: staffTier({
        tickets: ticketsPerMonth,
        handlingMinutes,
        targetMinutes,
        weekHours: hoursPerWeek(answers),
        ...(index > 0 && levels.includes(4) && { onCall: true }),
        ...(index === 0 && { criticalMinutes: firstResponse('critical') }),
      }),
    };
  });
}
