/** The tests that a proposed policy carries: those of the default policy for the tiers there are, and its own for the targets. */
import { defaultTests } from '../policy/default-tests.ts';
import type { PolicyInput } from '../policy/schema.ts';
import { printMoney } from '../rules/print.ts';
import { compileCalendar } from '../sla/calendar.ts';
import { parseDuration } from '../sla/duration.ts';
import type { DesignAnswers } from './answers.ts';
import { type Level, type TeamShape, tierOf } from './team-shape.ts';

type Test = NonNullable<PolicyInput['tests']>[number];

/** Tests at the limits of the default targets: made anew below. */
const timed = /^(sla-80|high-near-target|breach|vip-angry)\b/;
const minute = 60_000;

/** Amounts of the default tests and examples, as shares of the threshold they stand for. */
const amounts: Readonly<Record<string, readonly ['revenue' | 'ltv', number, number]>> = {
  $100: ['revenue', 0.1, 0],
  '$1,000': ['revenue', 1, 0],
  '$1,001': ['revenue', 1, 1],
  $500: ['ltv', 0.05, 0],
  '$10,000': ['ltv', 1, 0],
  '$10,001': ['ltv', 1, 1],
};
/** An amount of the default policy, moved to the team's own threshold and currency; any other text as it is. */
export function atThreshold(text: string, { currency, revenueThreshold, ltvThreshold }: DesignAnswers): string {
  const found = amounts[text];
  if (!found) return text;
  const amount = (found[0] === 'revenue' ? revenueThreshold : ltvThreshold) * found[1] + found[2];
  return printMoney(Math.round(amount * 100) / 100, currency === 'USD' ? '$' : currency);
}

export function proposeTests(answers: DesignAnswers, policy: PolicyInput, shape: TeamShape, warnAtPercent: number): Test[] {
  const rules = policy.rules ?? [];
  const has = (id: string): boolean => rules.some((rule) => rule.id === id);
  const shadowed = (id: string): boolean => rules.some((rule) => rule.id === id && rule.mode === 'shadow');
  const contacts = rules.find(({ id }) => id === 'third-contact')?.rule.includes('>= 2') ? 2 : 3;
  const kept = defaultTests
    .filter(({ name }) => !timed.test(name))
    .filter(({ name }) => contacts === 3 || !name.startsWith('third-contact: the second'))
    .filter(({ name }) => !name.startsWith('a ticket at the right tier') || (has('billing') && !shadowed('billing')))
    .filter(({ name }) => [...specialistRules].every((id) => !name.startsWith(`${id}:`) || (has(id) && !shadowed(id))))
    .map((test): Test => {
      const { tier, verdict, fires, silent, unknown, notifies, ...expect } = test.expect;
      const mapped = tier === undefined ? undefined : tierOf(shape, tier as Level);
      const nobody = notifies?.length === 0;
      return {
        ...test,
        ticket: {
          ...test.ticket,
          ...(test.ticket.customFields && {
            customFields: Object.fromEntries(Object.entries(test.ticket.customFields).map(([label, value]) => [label, atThreshold(value, answers)])),
          }),
        },
        expect: {
          ...expect,
          ...(mapped !== undefined && { tier: mapped }),
          ...(verdict !== undefined && { verdict: mapped === 1 && verdict === 'escalate' ? 'keep' : verdict }),
          ...(nobody && { notifies: [] }),
          ...(fires && { fires: fires.filter(has) }),
          ...(silent && { silent: silent.filter(has) }),
          ...(unknown && { unknown: unknown.filter((id) => has(id) && !shadowed(id)) }),
        },
      };
    });
  return [...kept, ...targetTests(policy, shape, warnAtPercent)];
}

const specialistRules = ['billing', 'account'] as const;

/** One ticket just before the warning, one at it, one past the target, in the team's own business time. */
function targetTests(policy: PolicyInput, shape: TeamShape, warnAtPercent: number): Test[] {
  const medium = policy.priorities.find(({ id }) => id === 'medium');
  const spec = policy.calendars[policy.sla?.calendar ?? 'default'];
  const target = parseDuration(medium?.firstResponse ?? '');
  if (!medium || !spec || target === undefined) return [];
  const calendar = compileCalendar(spec);
  const open = calendar.rollForward(Date.parse('2026-11-24T12:00:00Z'));
  const now =
    open === undefined
      ? undefined
      : open + (calendar.nextClose(open) === undefined ? 0 : Math.min(30 * minute, (calendar.nextClose(open) ?? open) - open - minute));
  const warning = Math.ceil((target * warnAtPercent) / 100 / minute);
  const tier = tierOf(shape, 2);
  const after = (minutes: number): Test['ticket'] | undefined => {
    const at = now === undefined ? undefined : calendar.dueAt(now, -minutes * minute);
    if (at === undefined) return undefined;
    const createdAt = new Date(at).toISOString();
    return {
      id: '1',
      subject: 'Question about the report',
      status: 'Open',
      priority: 'Medium',
      createdAt,
      requester: { name: 'Ann Lee', email: 'ann@customer.example' },
      tags: [],
      statusHistory: [],
      messages: [{ role: 'customer', at: createdAt, text: 'Hello, where can I find the report? Thank you.' }],
    };
  };
  const made = (name: string, minutes: number, expect: Test['expect']): Test[] => {
    const ticket = after(minutes);
    return ticket && now !== undefined ? [{ name, now: new Date(now).toISOString(), marks: {}, ticket, expect }] : [];
  };
  return [
    ...made(`sla-80: ${warnAtPercent} % of the first response in business time`, warning, { tier, fires: ['sla-80'], silent: ['breach'] }),
    ...made(`sla-80: a minute before ${warnAtPercent} %`, warning - 1, { tier: 1, silent: ['sla-80', 'breach'] }),
    ...made('breach: the first answer is overdue in business time', target / minute + 5, { tier, fires: ['breach'], silent: ['sla-80'] }),
  ];
}
