/** The staffing formula against published values and against the definition of Erlang C. */
import { describe, expect, test } from 'vitest';
import { erlangC, STAFFING, staffTier, waitsLonger } from '../../lib/designer/staffing.ts';

/** Erlang C straight from its definition, term by term: slow, and independent of the recursion. */
function byDefinition(agents: number, load: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < agents; n++) {
    term *= load / n;
    sum += term;
  }
  const last = ((term * load) / agents) * (agents / (agents - load));
  return last / (sum + last);
}

describe('Erlang C', () => {
  test.each([
    // one server: the load itself; two servers: 2ρ²/(1+ρ) (Cooper, section 3.5)
    [1, 0.5, 0.5],
    [2, 1, 1 / 3],
    [2, 1.5, (2 * 0.75 ** 2) / 1.75],
    // the usual printed tables
    [3, 2, 4 / 9],
    [5, 4, 0.5541],
    [10, 8, 0.4092],
    [20, 16, 0.2561],
    // 100 calls of 180 s in half an hour with 14 agents (the worked example of the call centre literature): 17.4 % wait
    [14, 10, 0.1741],
  ])('%i agents, %f erlangs', (agents, load, expected) => {
    expect(erlangC(agents, load)).toBeCloseTo(expected, 4);
  });

  test.each([
    [4, 3.2],
    [30, 25.5],
    [120, 100],
  ])('is the sum of its definition for %i agents and %f erlangs', (agents, load) => {
    expect(erlangC(agents, load)).toBeCloseTo(byDefinition(agents, load), 10);
  });

  test('stays a probability for thousands of agents, and is 1 without enough of them', () => {
    const many = erlangC(5000, 4900);
    expect(many).toBeGreaterThan(0);
    expect(many).toBeLessThan(1);
    expect(erlangC(3, 3)).toBe(1);
    expect(erlangC(3, 0)).toBe(0);
  });

  test('the published service level: 14 agents answer 88.8 % within 20 s', () => {
    expect(1 - waitsLonger(14, 10, 180, 20)).toBeCloseTo(0.888, 3);
  });

  test('tickets that are taken first wait less than the rest, all of them as the rest', () => {
    expect(waitsLonger(6, 5, 15, 15, 0.25)).toBeLessThan(waitsLonger(6, 5, 15, 15));
    expect(waitsLonger(6, 5, 15, 15, 5)).toBe(waitsLonger(6, 5, 15, 15));
  });
});

describe('agents for a tier', () => {
  const work = { tickets: 3000, handlingMinutes: 15, targetMinutes: 240, weekHours: 45 };

  test('keeps target and occupancy with the smallest number', () => {
    const staffing = staffTier(work);
    expect(staffing.within).toBeGreaterThanOrEqual(STAFFING.within);
    expect(staffing.occupancy).toBeLessThanOrEqual(STAFFING.occupancy);
    const fewer = staffing.agents - 1;
    const broken = staffing.load / fewer > STAFFING.occupancy || waitsLonger(fewer, staffing.load, 15, 235) > 1 - STAFFING.within;
    expect(broken).toBe(true);
  });

  test('by hand: 3000 a month over 195 h, busiest day 1.2, 15 min each', () => {
    const { perHour, load, agents, people } = staffTier(work);
    expect(perHour).toBeCloseTo((3000 / 195) * 1.2, 6);
    expect(load).toBeCloseTo(4.615, 3);
    expect(agents).toBe(6);
    // 6 agents x 45 h / 40 h / 0.7
    expect(people).toBe(9.7);
  });

  test('more tickets, longer work and tighter targets never need fewer people', () => {
    let last = 0;
    for (const tickets of [10, 100, 1000, 5000, 20_000]) {
      const { agents } = staffTier({ ...work, tickets });
      expect(agents).toBeGreaterThanOrEqual(last);
      last = agents;
    }
    expect(staffTier({ ...work, targetMinutes: 10 }).agents).toBeGreaterThanOrEqual(staffTier(work).agents);
    expect(staffTier({ ...work, criticalMinutes: 6 }).agents).toBeGreaterThanOrEqual(staffTier(work).agents);
    expect(staffTier({ ...work, handlingMinutes: 60 }).agents).toBeGreaterThan(staffTier(work).agents);
  });

  test('people on call are counted by their work, and are still enough at a time', () => {
    const rare = { tickets: 60, handlingMinutes: 24, targetMinutes: 0, weekHours: 57 };
    expect(staffTier({ ...rare, onCall: true }).agents).toBe(staffTier(rare).agents);
    expect(staffTier({ ...rare, onCall: true }).people).toBe(0.3);
  });

  test('at once still ends: nine of ten find somebody free', () => {
    const { agents, load } = staffTier({ ...work, targetMinutes: 0 });
    expect(erlangC(agents, load)).toBeLessThanOrEqual(0.1);
  });
});
