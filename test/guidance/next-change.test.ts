import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ticket, ago, byDefault, calm, iso, judge, load, minutes, now, withRules } from './ticket-builder.ts';

const unanswered = (age: number, priority = 'Medium'): Ticket => ({
  ...calm,
  priority,
  createdAt: ago(age),
  messages: [{ role: 'customer', at: ago(age), text: 'Hello, where is the report?' }],
});

describe('when the recommendation changes if nobody acts', () => {
  test('80 % of the first response, and a reply prevents it', () => {
    expect(judge(unanswered(60)).nextChange).toEqual({
      at: iso(now + 132 * minutes),
      tier: 2,
      rule: 'sla-80',
      clock: 'firstResponse',
      preventedBy: 'reply',
    });
  });

  test('a strict comparison turns a millisecond after its value', () => {
    const loaded = withRules('IF ticket.age > 50% of SLA THEN escalate to Tier 2');
    expect(judge(calm, loaded).nextChange).toMatchObject({ at: iso(now + 11 * 60 * minutes + 1), rule: 'r1', clock: 'resolution' });
  });

  test('waiting for the customer prevents it where the customer was asked something', () => {
    expect(judge(calm).nextChange).toMatchObject({ clock: 'resolution', preventedBy: 'set-pending' });
    const hers = {
      ...calm,
      messages: [...(calm.messages ?? []), { role: 'customer' as const, at: ago(10), text: 'I see it, and one page is empty.' }],
    };
    expect(judge(hers).nextChange).toMatchObject({ clock: 'resolution', preventedBy: 'resolve' });
  });

  test('counts business time only', () => {
    const office = { timeZone: 'UTC', hours: { tue: [['09:00', '13:00'] as [string, string]], wed: [['09:00', '13:00'] as [string, string]] } };
    const loaded = load({ calendars: { default: office } });
    // 60 of 192 minutes are used by noon, 60 more are left of the day: the rest is taken from Wednesday
    expect(judge(unanswered(60), loaded).nextChange?.at).toBe('2026-11-25T10:12:00.000Z');
  });

  test('a time span without a clock', () => {
    const loaded = withRules('IF time_since_last_reply >= 2h THEN escalate to Tier 3');
    expect(judge(calm, loaded).nextChange).toEqual({ at: iso(now + 70 * minutes), tier: 3, rule: 'r1' });
  });

  test('time may also lower the tier', () => {
    const loaded = withRules('IF resolution.left > 22h THEN escalate to Tier 2');
    expect(judge(calm, loaded)).toMatchObject({ tier: 2, nextChange: { at: iso(now + 60 * minutes), tier: 1, rule: 'r1' } });
  });

  test.each<[string, Ticket]>([
    ['the clocks stand still', { ...calm, status: 'Pending', statusKind: 'pending', statusHistory: [{ at: ago(30), status: 'Pending' }] }],
    ['the tier cannot rise', unanswered(245, 'Medium')],
    ['the clocks are unknown', { ...calm, createdAt: undefined }],
  ])('nothing to say when %s', (_, ticket) => {
    expect(judge(ticket).nextChange).toBeUndefined();
  });

  test('rules in shadow mode change nothing', () => {
    expect(judge(calm, withRules({ rule: 'IF ticket.age > 50% of SLA THEN escalate to Tier 2', mode: 'shadow' })).nextChange).toBeUndefined();
  });

  test('is exact: the old tier a millisecond before, the new one at the instant, nothing between', () => {
    const rule = fc.constantFrom(
      'resolution.used >= 35%',
      'ticket.age > 60% of SLA',
      'first_response.used > 50%',
      'first_response.breached',
      'resolution.left < 3h',
      'time_since_customer > 4h',
      'resolution.used >= 40% AND time_since_last_reply > 5h',
      'NOT resolution.used > 90%',
    );
    const priority = fc.constantFrom('Critical', 'High', 'Medium', 'Low');
    const calendar = fc.constantFrom<[string, string][]>(
      [['00:00', '24:00']],
      [
        ['09:00', '12:30'],
        ['13:30', '17:00'],
      ],
    );
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 600 }),
        priority,
        calendar,
        (conditions, age, level, day) => {
          const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((name) => [name, day]));
          const loaded = load({
            calendars: { default: { timeZone: 'Europe/Berlin', hours } },
            rules: conditions.map((condition, index) => ({
              id: `r${index}`,
              title: 'R',
              rule: `IF ${condition} THEN escalate to Tier ${index + 2}`,
            })),
          });
          const ticket = unanswered(age, level);
          const { tier, nextChange } = judge(ticket, loaded);
          if (!nextChange) return;
          const at = Date.parse(nextChange.at);
          expect(judge(ticket, loaded, {}, at)).toMatchObject({ tier: nextChange.tier });
          for (const before of [at - 1, Math.floor((now + at) / 2)].filter((one) => one >= now))
            expect(judge(ticket, loaded, {}, before).tier).toBe(tier);
        },
      ),
      { seed: 20261124, numRuns: 60 },
    );
  });

  test('is reached again after a reload of the policy', () => {
    expect(judge(unanswered(60), load()).nextChange).toEqual(judge(unanswered(60), byDefault).nextChange);
  });
});
