/**
 * How many tiers a team carries.
 *
 * Rule: a tier needs at least two people, so that it is there when one of them is away or busy; management is one tier of its own
 * since it gives authority, not hands. With the usual shares of work (about seven in ten people at the front line, three in ten
 * specialists, one in eight seniors) that means
 *
 *     1 or 2 people   1 tier   everybody does everything, the owner is told
 *     3 to 5          2 tiers  the team, and the owner or manager
 *     6 to 14         3 tiers  front line, specialists, management
 *     15 and more     4 tiers  front line, specialists, seniors or engineers, management
 */
import type { CategoryKind } from './answers.ts';

/** The four levels of the default policy: front line, specialists, seniors, management. */
export type Level = 1 | 2 | 3 | 4;
export const LEVELS: readonly Level[] = [1, 2, 3, 4];

/** Levels of the default policy that each tier takes over, tier 1 first. */
export type TeamShape = readonly (readonly Level[])[];

/** @param people who answer tickets, the lead among them. */
export function teamShape(people: number): TeamShape {
  if (people <= 2) return [[1, 2, 3, 4]];
  if (people <= 5)
    return [
      [1, 2],
      [3, 4],
    ];
  if (people <= 14) return [[1], [2, 3], [4]];
  return [[1], [2], [3], [4]];
}

/** The tier that does the work of a level. */
export const tierOf = (shape: TeamShape, level: Level): number => shape.findIndex((levels) => levels.includes(level)) + 1;

const levels: Readonly<Record<CategoryKind, Level>> = {
  howto: 1,
  access: 1,
  delivery: 1,
  refund: 1,
  request: 1,
  other: 1,
  account: 2,
  billing: 2,
  technical: 2,
  complaint: 2,
  bug: 3,
  integration: 3,
  outage: 3,
  security: 3,
  legal: 4,
};
/** The level whose work a kind of ticket is, after the duties of the default policy's tiers. */
export const levelOf = (kind: CategoryKind): Level => levels[kind];

/**
 * People at each tier: one manager (two from 40 people on); specialists 25 %, seniors 13 %, where one tier does the work of both 30 %;
 * at least two. The rest is the front line.
 */
export function peoplePerTier(shape: TeamShape, people: number): readonly number[] {
  if (shape.length === 1) return [people];
  const above = shape.slice(1).map((own) => {
    if (own.includes(4)) return people >= 40 ? 2 : 1;
    const share = own.length > 1 ? 0.3 : own[0] === 2 ? 0.25 : 0.13;
    return Math.max(2, Math.round(people * share));
  });
  return [people - above.reduce((sum, count) => sum + count, 0), ...above];
}
