/**
 * How many people each tier needs, from volume, handling time, targets and opening hours.
 *
 * Model. Each tier is a queue with c agents, random (Poisson) arrivals and exponential working times: M/M/c. The offered load is
 * a = λ · AHT in erlangs. The chance that a ticket has to wait is Erlang's C formula (A. K. Erlang, 1917; as in R. B. Cooper,
 * Introduction to Queueing Theory, 2nd ed. 1981, section 3.5), computed from the recursion of Erlang B, which stays stable for
 * thousands of agents:
 *
 *     B(0, a) = 1,  B(c, a) = a·B(c−1, a) / (c + a·B(c−1, a)),  C(c, a) = c·B / (c − a·(1 − B)) for c > a, else 1
 *
 * A ticket waits longer than t with probability C · exp(−(c − a)·t/AHT). Of tickets that are taken before all others (the highest
 * priority, work already begun is finished) it is C · exp(−(c − a₁)·t/AHT), a₁ being their own load (O. Kella, U. Yechiali, Waiting
 * times in the non-preemptive priority M/M/c queue, Stochastic Models 1, 1985).
 *
 * Why it fits tickets. Erlang C assumes that nobody gives up while waiting. That is the model's weak point with telephone calls and
 * true of tickets. What differs is the target: hours instead of seconds. So the tail is evaluated at the first-response target, and
 * for long targets the limit is mostly the share of time that people may be busy, which is why the occupancy cap is part of the rule.
 * Tickets that arrive while closed lie there at opening time: their targets run in business time, so they arrive, for the model,
 * in the first hour. The peak factor stands for that as well.
 */

/** Assumptions, stated in the document and on the page. */
export const STAFFING = {
  /** The busiest hour has this many times the average arrivals; counts when the target is an hour or less. */
  peakHour: 1.5,
  /** The busiest day has this many times the average arrivals; counts for longer targets, over which single hours even out. */
  peakDay: 1.2,
  /** Share of paid time that is not spent on tickets: leave, illness, training, meetings, breaks. */
  shrinkage: 0.3,
  /** Largest share of time on tickets that people keep up. */
  occupancy: 0.85,
  /** Share of tickets that must be taken within the target. */
  within: 0.9,
  /** Minutes from taking a ticket to its first answer; they are part of the target. */
  writingMinutes: 5,
  /** Paid hours of one person in a week. */
  weekHours: 40,
  /** Share of all tickets that each level works on, after the 70-80 % that the front line resolves. */
  share: { 1: 1, 2: 0.25, 3: 0.08, 4: 0.02 },
  /** Handling time of each level compared with the front line. */
  effort: { 1: 1, 2: 2, 3: 3, 4: 2 },
  /** Share of tickets of the highest priority. */
  critical: 0.05,
} as const;

/** Probability that a ticket finds all agents busy. @param agents whole number. @param load in erlangs. */
export function erlangC(agents: number, load: number): number {
  if (load <= 0) return 0;
  if (agents <= load) return 1;
  let blocked = 1;
  for (let n = 1; n <= agents; n++) blocked = (load * blocked) / (n + load * blocked);
  return (agents * blocked) / (agents - load * (1 - blocked));
}

/**
 * Probability that a ticket waits longer than `wait`.
 * @param wait in the unit of `handling`
 * @param ahead load of the tickets that are taken before or with this one; absent = all of it (first come, first served)
 */
export function waitsLonger(agents: number, load: number, handling: number, wait: number, ahead = load): number {
  if (agents <= load) return 1;
  return erlangC(agents, load) * Math.exp((-(agents - ahead) * Math.max(0, wait)) / handling);
}

export interface TierWork {
  /** Tickets a month that this tier works on. */
  readonly tickets: number;
  readonly handlingMinutes: number;
  /** First answer after arrival or handoff, in minutes of business time; 0 = at once. */
  readonly targetMinutes: number;
  /** First answer of the highest priority, in minutes; absent = there is none of its own. */
  readonly criticalMinutes?: number;
  /** Open hours of a week. */
  readonly weekHours: number;
  /** These people have other work and come when they are called: they count by the work, not by the hours. */
  readonly onCall?: boolean;
}

export interface TierStaffing {
  /** Tickets in an hour at the peak. */
  readonly perHour: number;
  readonly load: number;
  /** Agents at the same time. */
  readonly agents: number;
  /** Share of time they are on tickets, 0 to 1. */
  readonly occupancy: number;
  /** Share of tickets taken within the target, 0 to 1. */
  readonly within: number;
  readonly criticalWithin?: number;
  /** People on the payroll to have that many agents in every open hour, in full-time equivalents rounded up to a tenth. */
  readonly people: number;
}

const weeksPerMonth = 52 / 12;

/** The smallest number of agents that keeps the target, the target of the highest priority, and the occupancy cap. */
export function staffTier(work: TierWork): TierStaffing {
  const peak = work.targetMinutes <= 60 ? STAFFING.peakHour : STAFFING.peakDay;
  const perHour = (work.tickets / (work.weekHours * weeksPerMonth)) * peak;
  const load = (perHour * work.handlingMinutes) / 60;
  const wait = Math.max(0, work.targetMinutes - STAFFING.writingMinutes);
  const late = (agents: number): number => waitsLonger(agents, load, work.handlingMinutes, wait);
  const criticalLate = (agents: number): number =>
    work.criticalMinutes === undefined
      ? 0
      : waitsLonger(agents, load, work.handlingMinutes, work.criticalMinutes - STAFFING.writingMinutes, load * STAFFING.critical);
  let agents = Math.max(1, Math.ceil(load / STAFFING.occupancy));
  const allowed = 1 - STAFFING.within;
  while (late(agents) > allowed || criticalLate(agents) > allowed) agents++;
  const people = Math.ceil((((work.onCall ? load : agents) * work.weekHours) / STAFFING.weekHours / (1 - STAFFING.shrinkage)) * 10 - 1e-9) / 10;
  return {
    perHour,
    load,
    agents,
    occupancy: load / agents,
    within: 1 - late(agents),
    ...(work.criticalMinutes !== undefined && { criticalWithin: 1 - criticalLate(agents) }),
    people,
  };
}
