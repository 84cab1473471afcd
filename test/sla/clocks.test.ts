/** The five clocks of a ticket: what starts, pauses and stops each, and what they say when the page does not show it. */
import { describe, expect, test } from 'vitest';
import { type History, NO_HISTORY } from '../../lib/guidance/assessment.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { type Policy, policySchema } from '../../lib/policy/schema.ts';
import { nextClockEvent, slaClocks } from '../../lib/sla/clocks.ts';
import type { ClockName, SlaClock } from '../../lib/sla/sla-clock.ts';
import type { Field, Message, TicketSnapshot, TicketValues } from '../../lib/ticket.ts';

type Values = { [K in keyof TicketValues]?: TicketValues[K] };
const base = policySchema.parse(defaultPolicy);
const day = '2026-11-24';
const at = (time: string): string => `${day}T${time}:00.000Z`;

function snapshot(values: Values, messages: Partial<Message>[] = [], more: Partial<TicketSnapshot> = {}): TicketSnapshot {
  return {
    url: 'https://desk.example/1',
    helpdesk: 'generic',
    readAt: at('12:00'),
    zone: 'UTC',
    fields: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { value, from: 'label', how: 'test', sure: 1 } satisfies Field<unknown>]),
    ),
    customFields: {},
    messages: messages.map((message) => ({
      role: 'customer',
      roleSure: 1,
      internal: false,
      text: 'Text.',
      attachments: [],
      how: 'test',
      ...message,
    })),
    problems: [],
    ...more,
  };
}

function clocks(
  ticket: TicketSnapshot,
  options: { now?: string; priority?: string | undefined; history?: History; policy?: Policy } = {},
): Record<ClockName, SlaClock> {
  const priority = 'priority' in options ? options.priority : 'high';
  const all = slaClocks({
    snapshot: ticket,
    policy: options.policy ?? base,
    now: Date.parse(options.now ?? at('12:00')),
    priority,
    history: options.history ?? NO_HISTORY,
  });
  return Object.fromEntries(all.map((clock) => [clock.name, clock])) as Record<ClockName, SlaClock>;
}
const minutes = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / 60_000);
const codes = (clock: SlaClock): string[] => clock.why.map(({ code }) => code);
const withSla = (sla: Partial<Policy['sla']>): Policy => ({ ...base, sla: { ...base.sla, ...sla } });
const opened = { createdAt: at('09:00'), statusKind: 'open', status: 'Open' } as const;
const asked = { role: 'customer', at: at('09:00') } as const;

describe('first response', () => {
  test.each<[string, Partial<Message>[], Partial<SlaClock>]>([
    ['runs until somebody answers', [asked], { state: 'overdue', percent: 300 }],
    ['is met by a public answer in time', [asked, { role: 'agent', at: at('09:42') }], { state: 'met', percent: 70 }],
    ['is missed by an answer too late', [asked, { role: 'agent', at: at('10:01') }], { state: 'missed' }],
    ['is met by an answer at the very end', [asked, { role: 'agent', at: at('10:00') }], { state: 'met', percent: 100 }],
    ['is not stopped by an internal note', [asked, { role: 'agent', internal: true, at: at('09:10') }], { state: 'overdue' }],
    [
      'is not stopped by an automatic reply',
      [asked, { role: 'agent', at: at('09:01'), text: 'This is an automated reply. We have received your request.' }],
      { state: 'overdue' },
    ],
    ['is not stopped by the customer writing again', [asked, { role: 'customer', at: at('09:20') }], { state: 'overdue' }],
    ['is not known when the answer has no time', [asked, { role: 'agent' }], { state: 'unknown' }],
    ['is not known while somebody of unknown role wrote', [asked, { role: 'unknown', roleSure: 0, at: at('09:20') }], { state: 'unknown' }],
  ])('%s', (_what, messages, expected) => {
    expect(clocks(snapshot(opened, messages)).firstResponse).toMatchObject(expected);
  });

  test('is not moved by a pause unless the policy says so', () => {
    const ticket = snapshot(
      {
        ...opened,
        statusHistory: [
          { at: at('09:10'), status: 'Pending', kind: 'pending' },
          { at: at('09:50'), status: 'Open', kind: 'open' },
        ],
      },
      [asked],
    );
    expect(clocks(ticket).firstResponse.dueAt).toBe(at('10:00'));
    expect(clocks(ticket, { policy: withSla({ pauses: ['firstResponse'] }) }).firstResponse.dueAt).toBe(at('10:40'));
  });

  test('is not told from a thread whose beginning is hidden, unless the answer that is seen was in time', () => {
    const late = snapshot(opened, [asked, { role: 'agent', at: at('11:00') }], { missingMessages: 'some' });
    expect(clocks(late).firstResponse.state).toBe('unknown');
    const early = snapshot(opened, [asked, { role: 'agent', at: at('09:30') }], { missingMessages: 2 });
    expect(clocks(early).firstResponse.state).toBe('met');
    expect(clocks(early).firstResponse.percent).toBeUndefined();
  });
});

describe('next response', () => {
  const policy: Policy = { ...base, priorities: base.priorities.map((priority) => ({ ...priority, nextResponse: '2h' })) };
  const answered = [asked, { role: 'agent', at: at('09:30') }] as const;
  test.each<[string, Partial<Message>[], Partial<SlaClock>]>([
    ['does not run before the first answer', [asked], { state: 'none' }],
    ['does not run while nobody waits', [...answered], { state: 'none' }],
    [
      'counts from the oldest unanswered message',
      [...answered, { at: at('10:00') }, { at: at('11:30') }],
      { state: 'running', startedAt: at('10:00'), percent: 100 },
    ],
    ['is not started by a closing thanks', [...answered, { at: at('10:00'), text: 'Perfect, thank you very much!' }], { state: 'none' }],
    ['is started by a thanks with a question', [...answered, { at: at('11:00'), text: 'Thanks! When will it arrive?' }], { state: 'running' }],
    ['is started by a thanks with a "but"', [...answered, { at: at('11:00'), text: 'Thanks, but it still fails.' }], { state: 'running' }],
    [
      'keeps running through an internal note',
      [...answered, { at: at('11:00') }, { role: 'agent', internal: true, at: at('11:30') }],
      { state: 'running' },
    ],
  ])('%s', (_what, messages, expected) => {
    expect(clocks(snapshot(opened, messages), { policy }).nextResponse).toMatchObject(expected);
  });
});

describe('resolution', () => {
  test('counts business hours only and says when it stands still', () => {
    const policy: Policy = { ...base, calendars: { default: { timeZone: 'UTC', hours: { tue: [['10:00', '11:00']], wed: [['09:00', '17:00']] } } } };
    const clock = clocks(snapshot(opened, [asked]), { policy }).resolution;
    expect(clock).toMatchObject({ state: 'running', open: false, dueAt: '2026-11-25T16:00:00.000Z' });
    expect(minutes(clock.usedMs)).toBe(60);
    expect(codes(clock)).toContain('calendar');
  });

  test('a pause that the page shows moves it; one that has ended is named with both ends', () => {
    const ticket = snapshot(
      {
        ...opened,
        statusHistory: [
          { at: at('10:00'), status: 'Pending', kind: 'pending' },
          { at: at('11:30'), status: 'Open', kind: 'open' },
        ],
      },
      [asked],
      { statusHistoryComplete: true },
    );
    const clock = clocks(ticket).resolution;
    expect(clock).toMatchObject({ dueAt: at('18:30'), state: 'running' });
    expect([minutes(clock.usedMs), minutes(clock.pausedMs)]).toEqual([90, 90]);
    expect(clock.why).toContainEqual({ code: 'paused', from: at('10:00'), to: at('11:30'), status: 'Pending' });
    expect(codes(clock)).not.toContain('pauses-not-visible');
  });

  test('a ticket that is pending since nobody knows when is paused, without an invented deadline', () => {
    const clock = clocks(snapshot({ ...opened, statusKind: 'pending', status: 'On hold' }, [asked])).resolution;
    expect(clock.state).toBe('paused');
    expect([clock.dueAt, clock.percent, clock.usedMs]).toEqual([undefined, undefined, undefined]);
    expect(codes(clock)).toContain('pauses-not-visible');
  });

  test('an open pause of the history that the present status contradicts is not counted', () => {
    const clock = clocks(snapshot({ ...opened, statusHistory: [{ at: at('10:00'), status: 'Pending', kind: 'pending' }] }, [asked])).resolution;
    expect(clock.state).toBe('running');
    expect(minutes(clock.pausedMs)).toBe(0);
  });

  test.each<[string, Values, Partial<SlaClock>]>([
    ['stands still at the known resolution', { resolvedAt: at('11:00') }, { state: 'met', stoppedAt: at('11:00') }],
    ['is missed when that was too late', { createdAt: '2026-11-23T09:00:00.000Z', resolvedAt: at('11:00') }, { state: 'missed' }],
    ['is met when even the last change was in time', { updatedAt: at('11:00') }, { state: 'met' }],
    ['is unknown when the last change was too late', { createdAt: '2026-11-23T09:00:00.000Z', updatedAt: at('11:00') }, { state: 'unknown' }],
    ['is unknown when nothing tells when', {}, { state: 'unknown' }],
  ])('of a resolved ticket %s', (_what, values, expected) => {
    expect(clocks(snapshot({ ...opened, statusKind: 'resolved', status: 'Solved', ...values }, [asked])).resolution).toMatchObject(expected);
  });

  test('a reopening continues it, or by policy restarts it', () => {
    const ticket = snapshot(
      {
        ...opened,
        statusHistory: [
          { at: at('10:00'), status: 'Solved', kind: 'resolved' },
          { at: at('11:00'), status: 'Open', kind: 'open' },
        ],
      },
      [asked],
    );
    expect(clocks(ticket).resolution).toMatchObject({ startedAt: at('09:00'), dueAt: at('18:00') });
    expect(clocks(ticket, { policy: withSla({ reopen: 'restart' }) }).resolution).toMatchObject({ startedAt: at('11:00'), dueAt: at('19:00') });
  });

  test('a priority change recounts from creation, or by policy restarts', () => {
    const ticket = snapshot(
      {
        ...opened,
        priorityHistory: [
          { at: at('09:00'), priority: 'Low' },
          { at: at('11:00'), priority: 'High' },
        ],
      },
      [asked],
    );
    expect(clocks(ticket).resolution.dueAt).toBe(at('17:00'));
    expect(clocks(ticket, { policy: withSla({ priorityChange: 'restart' }) }).resolution.dueAt).toBe(at('19:00'));
  });

  test.each<[string, Values, string | undefined, string]>([
    ['without a creation time', { statusKind: 'open' }, 'high', 'createdAt'],
    ['with a creation date alone', { ...opened, createdAt: day }, 'high', 'createdAt'],
    ['without a priority', opened, undefined, 'priority'],
  ])('is unknown %s and names what is missing', (_what, values, priority, field) => {
    const clock = clocks(snapshot(values, [asked]), { priority }).resolution;
    expect(clock.state).toBe('unknown');
    expect(clock.why).toContainEqual({ code: 'missing-field', field });
  });
});

describe('after a handoff', () => {
  const history: History = { escalations: [{ at: at('10:00'), fromTier: 1, toTier: 2, state: 'escalated', source: 'ledger' }], earlierContacts: [] };
  test("the tier's own promise runs until its public answer, and the customer is owed news", () => {
    const waiting = clocks(snapshot(opened, [asked]), { history });
    expect(waiting.tierResponse).toMatchObject({ state: 'running', dueAt: at('14:00') });
    expect(waiting.updateOwed).toMatchObject({ state: 'running', startedAt: at('10:00') });
    const answered = clocks(snapshot(opened, [asked, { role: 'agent', at: at('11:00') }]), { history });
    expect(answered.tierResponse).toMatchObject({ state: 'met', stoppedAt: at('11:00') });
    expect(answered.updateOwed.startedAt).toBe(at('11:00'));
  });
  test('a tier that answers at once has no countdown, which would be late with the handoff itself', () => {
    const toManagement = { ...history, escalations: history.escalations.map((one) => ({ ...one, toTier: 4 })) };
    const waiting = clocks(snapshot(opened, [asked]), { history: toManagement });
    expect(waiting.tierResponse.state).toBe('none');
    expect(waiting.updateOwed.state).toBe('running');
  });
  test('neither runs once the handoff was withdrawn or the ticket is resolved', () => {
    const withdrawn = { ...history, escalations: history.escalations.map((one) => ({ ...one, state: 'withdrawn' as const })) };
    expect(clocks(snapshot(opened, [asked]), { history: withdrawn }).updateOwed.state).toBe('none');
    expect(clocks(snapshot({ ...opened, statusKind: 'resolved' }, [asked]), { history }).updateOwed.state).toBe('none');
  });
});

describe("the helpdesk's own deadline", () => {
  const native = (time: string): Values => ({ ...opened, nativeSla: [{ name: 'Resolution', clock: 'resolution', dueAt: at(time) }] });
  test.each<[string, Policy['sla']['prefer'], string, string, string | undefined]>([
    ['the policy counts, the other is a second opinion', 'policy', '20:00', '17:00', '20:00'],
    ['the helpdesk counts where the policy says so', 'helpdesk', '20:00', '20:00', '17:00'],
    ['the earliest counts: here the policy', 'earliest', '20:00', '17:00', '20:00'],
    ['the earliest counts: here the helpdesk', 'earliest', '16:00', '16:00', '17:00'],
    ['within a minute they agree', 'policy', '17:00', '17:00', undefined],
  ])('%s', (_what, prefer, theirs, due, second) => {
    const clock = clocks(snapshot(native(theirs), [asked]), { policy: withSla({ prefer }) }).resolution;
    expect([clock.dueAt, clock.secondOpinion?.dueAt]).toEqual([at(due), second && at(second)]);
  });
  test('a due date without a time of day is no deadline', () => {
    expect(clocks(snapshot({ ...opened, dueAt: '2026-11-26' }, [asked])).resolution.secondOpinion).toBeUndefined();
  });
});

describe('the next event', () => {
  const next = (now: string, policy = base) => {
    const ticket = snapshot(opened, [asked, { role: 'agent', at: at('09:30') }]);
    return nextClockEvent(
      slaClocks({ snapshot: ticket, policy, now: Date.parse(now), priority: 'high', history: NO_HISTORY }),
      policy,
      Date.parse(now),
    );
  };
  test('is the warning, then the breach, then nothing', () => {
    expect(next(at('12:00'))).toEqual({ at: at('15:24'), clock: 'resolution', kind: 'warning' });
    expect(next(at('15:24'))).toEqual({ at: at('17:00'), clock: 'resolution', kind: 'breach' });
    expect(next(at('17:00'))).toBeUndefined();
  });
  test('is the end of business hours when that comes first', () => {
    const policy: Policy = { ...base, calendars: { default: { timeZone: 'UTC', hours: { tue: [['09:00', '13:00']], wed: [['09:00', '17:00']] } } } };
    expect(next(at('12:00'), policy)).toMatchObject({ at: at('13:00'), kind: 'closes' });
    expect(next(at('14:00'), policy)).toMatchObject({ at: '2026-11-25T09:00:00.000Z', kind: 'opens' });
  });
});
