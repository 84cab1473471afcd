import { describe, expect, test } from 'vitest';
import { manualClock } from '../../lib/clock.ts';
import { apiRounds, GetFailed } from '../../lib/helpdesks/api/api-rounds.ts';
import { requestTrackerReading } from '../../lib/helpdesks/api/request-tracker.ts';
import type { Adapter } from '../../lib/reader/helpdesk.ts';
import type { TicketReading } from '../../lib/ticket.ts';

const page = new URL('https://desk.test/tickets/7');
const reading = (id: string): TicketReading => ({ fields: { id: { value: id, from: 'api', how: 'test', sure: 1 } } });
/** Lets promises that are already settled run. */
const settled = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

function started(answer: (id: string) => Promise<TicketReading> = (id) => Promise.resolve(reading(id))) {
  const clock = manualClock(1_000_000);
  const life = new AbortController();
  const calls: string[] = [];
  let answers = 0;
  let refusals = 0;
  const helpdesk = {
    id: 'desk',
    api: (id: string) => {
      calls.push(id);
      return answer(id);
    },
  } as unknown as Adapter;
  const rounds = apiRounds({
    clock,
    get: () => Promise.reject(new Error('unused')),
    onAnswer: () => answers++,
    onRefused: () => refusals++,
    signal: life.signal,
  });
  const ask = (stamp: string, ticketId = '7') => rounds.ask({ helpdesk, ticketId, page, stamp });
  const after = async (ms: number) => {
    clock.advanceTo(clock.now() + ms);
    await settled();
  };
  return { rounds, ask, after, calls, life, answers: () => answers, refusals: () => refusals };
}

describe('asking the helpdesk itself', () => {
  test('happens once for a state of the ticket, however often the page is read', async () => {
    const { ask, after, calls, answers } = started();
    for (let i = 0; i < 20; i++) ask('a');
    await after(2_000);
    expect(ask('a')?.fields.id?.value).toBe('7');
    for (let i = 0; i < 20; i++) ask('a');
    await after(600_000);
    expect(calls).toEqual(['7']);
    expect(answers()).toBe(1);
  });

  test('waits for the page to finish drawing', async () => {
    const { ask, after, calls } = started();
    ask('half');
    await after(500);
    ask('whole');
    await after(600);
    expect(calls).toHaveLength(1);
    expect(ask('whole')).toBeDefined();
  });

  test('never answers with what was true before the ticket changed', async () => {
    const { ask, after, calls } = started();
    ask('a');
    await after(2_000);
    expect(ask('b')).toBeUndefined();
    await after(6_000);
    expect(ask('b')).toBeDefined();
    expect(calls).toHaveLength(2);
  });

  test('keeps rounds apart when a ticket changes quickly', async () => {
    const { ask, after, calls } = started();
    for (let i = 0; i < 40; i++) {
      ask(`state ${i}`);
      await after(250);
    }
    expect(calls.length).toBeLessThanOrEqual(3);
  });

  test('stops after a refusal, and tells it once', async () => {
    const { ask, after, calls, refusals } = started(() => Promise.reject(new GetFailed(403)));
    ask('a');
    await after(2_000);
    ask('b');
    ask('c', '8');
    await after(3_600_000);
    expect(calls).toHaveLength(1);
    expect(refusals()).toBe(1);
  });

  test('waits as long as a busy server asks, and longer each time', async () => {
    const { ask, after, calls, refusals } = started(() => Promise.reject(new GetFailed(429, 120_000)));
    ask('a');
    await after(2_000);
    ask('b');
    await after(110_000);
    expect(calls).toHaveLength(1);
    await after(20_000);
    expect(calls).toHaveLength(2);
    ask('c');
    await after(119_000);
    expect(calls).toHaveLength(2);
    await after(600_000);
    expect(calls).toHaveLength(3);
    expect(refusals()).toBe(0);
  });

  test.each([0, 404, 429, 500])('does not ask again for the same state after %i', async (status) => {
    const { ask, after, calls, answers } = started(() => Promise.reject(new GetFailed(status)));
    for (let i = 0; i < 5; i++) {
      ask('a');
      await after(3_600_000);
    }
    expect(calls).toHaveLength(1);
    expect(answers()).toBe(0);
  });

  test('asks nothing for a ticket that was left, or after the end', async () => {
    const { ask, after, calls, rounds, life } = started();
    ask('a');
    rounds.drop();
    await after(10_000);
    ask('b');
    life.abort();
    await after(10_000);
    expect(calls).toEqual([]);
  });
});

describe("Request Tracker's answers", () => {
  // As RT 5.0.3 sent them, with our own data.
  const ticket = {
    type: 'ticket',
    id: 4,
    Subject: 'Export is missing the VAT column',
    Status: 'stalled',
    Priority: '50',
    Queue: { Name: 'Support', type: 'queue', id: '1' },
    Requestor: [{ type: 'user', id: 'tomasz@firma.example' }],
    Created: '2026-11-21T16:55:37Z',
    LastUpdated: '2026-11-21T23:01:37Z',
    Due: '2026-11-27T02:55:37Z',
    Resolved: '1970-01-01T00:00:00Z',
  };
  const change = (Created: string, OldValue: string, NewValue: string) => ({ Type: 'Status', Field: 'Status', Created, OldValue, NewValue });
  const history = {
    page: 1,
    per_page: 100,
    items: [
      { Type: 'Create', Field: '', Created: '2026-11-21T16:55:37Z', OldValue: '', NewValue: '' },
      { Type: 'Set', Field: 'Priority', Created: '2026-11-21T17:07:37Z', OldValue: '0', NewValue: '50' },
      change('2026-11-21T21:55:37Z', 'new', 'open'),
      change('2026-11-21T23:01:37Z', 'open', 'stalled'),
    ],
  };

  test('give exact times and the whole history, and leave the words of the page alone', () => {
    const { fields, statusHistoryComplete } = requestTrackerReading(ticket, history);
    expect(fields).toMatchObject({
      id: { value: '4' },
      statusKind: { value: 'pending' },
      group: { value: 'Support' },
      requester: { value: { email: 'tomasz@firma.example' } },
      dueAt: { value: '2026-11-27T02:55:37.000Z' },
    });
    expect([fields.status, fields.priority, fields.resolvedAt]).toEqual([undefined, undefined, undefined]);
    expect(fields.statusHistory?.value.map(({ at, status }) => `${at.slice(11, 16)} ${status}`)).toEqual([
      '16:55 new',
      '21:55 open',
      '23:01 stalled',
    ]);
    expect(statusHistoryComplete).toBe(true);
  });

  test.each([
    ['the page of transactions is full', { ...history, per_page: 4 }],
    ['another ticket was merged into it', { ...history, items: [...history.items, history.items[0]] }],
    ['a change has no time', { ...history, items: [...history.items.slice(0, 3), change('', 'open', 'stalled')] }],
    ['the last change led elsewhere', { ...history, items: history.items.slice(0, 3) }],
    ['there is none', undefined],
  ])('are not called complete when %s', (_why, given) => {
    expect(requestTrackerReading(ticket, given).statusHistoryComplete).toBeUndefined();
  });

  test.each([undefined, null, 42, [], { Requestor: 'x', items: 3 }, { items: [null, 4] }])('of any other shape (%j) read as nothing', (odd) => {
    expect(requestTrackerReading(odd, odd).fields).toEqual({});
  });
});
