import { describe, expect, test } from 'vitest';
import { gitlabReading } from '../../lib/helpdesks/api/gitlab.ts';
import { jiraReading } from '../../lib/helpdesks/api/jira.ts';
import { zammadReading } from '../../lib/helpdesks/api/zammad.ts';

/** Answers in the documented shapes, filled with our own data. */
const jiraIssue = {
  key: 'SUP-17',
  fields: {
    summary: 'Export times out',
    status: { name: 'Waiting for customer', statusCategory: { key: 'indeterminate' } },
    priority: { name: 'High' },
    created: '2026-11-18T09:30:00.000+0100',
    updated: '2026-11-23T10:00:00.000+0100',
    duedate: '2026-11-30',
    labels: ['export'],
    reporter: { accountId: 'c1', displayName: 'Mina Okafor', emailAddress: 'Mina@Acme.example' },
    assignee: { accountId: 'a1', displayName: 'Tom Reed' },
    description: 'The export stops after a minute.',
  },
};
const jiraComments = {
  comments: [
    { author: { accountId: 'a1', displayName: 'Tom Reed' }, created: '2026-11-19T09:00:00.000+0100', jsdPublic: false, body: 'Index is missing.' },
    {
      author: { accountId: 'c1', displayName: 'Mina Okafor' },
      created: '2026-11-20T09:00:00.000+0100',
      jsdPublic: true,
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Still the same.' }] }] },
    },
  ],
};
const jiraSla = {
  values: [
    {
      name: 'Time to resolution',
      ongoingCycle: { breachTime: { iso8601: '2026-11-24T12:00:00+0100' }, breached: false, paused: true, remainingTime: { millis: 3_600_000 } },
    },
    { name: 'Time to first response', completedCycles: [{}] },
  ],
};

describe('Jira', () => {
  const { fields, messages } = jiraReading(jiraIssue, jiraComments, jiraSla);

  test('reads the fields, times with their own offset', () => {
    expect(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]))).toMatchObject({
      id: 'SUP-17',
      subject: 'Export times out',
      statusKind: 'pending',
      priority: 'High',
      createdAt: '2026-11-18T08:30:00.000Z',
      dueAt: '2026-11-30',
      requester: { name: 'Mina Okafor', email: 'mina@acme.example' },
      assignee: 'Tom Reed',
      tags: ['export'],
    });
    expect(fields.resolvedAt).toBeUndefined();
  });

  test('tells notes from replies, and reads both forms of text', () => {
    expect(messages?.map((m) => [m.role, m.internal, m.text])).toEqual([
      ['customer', false, 'The export stops after a minute.'],
      ['unknown', true, 'Index is missing.'],
      ['customer', false, 'Still the same.'],
    ]);
  });

  test('takes only targets that still run', () => {
    expect(fields.nativeSla?.value).toEqual([
      { name: 'Time to resolution', clock: 'resolution', dueAt: '2026-11-24T11:00:00.000Z', remainingMs: 3_600_000, state: 'paused' },
    ]);
  });
});

describe("Jira's changelog", () => {
  const item = (field: string, fromString: string, toString: string) => ({ field, fromString, toString });
  const histories = [
    { created: '2026-11-19T09:00:00.000+0100', items: [item('status', 'Open', 'In Progress'), item('priority', 'Low', 'High')] },
    { created: '2026-11-20T09:00:00.000+0100', items: [item('status', 'In Progress', 'Waiting for customer')] },
    { created: '2026-11-20T10:00:00.000+0100', items: [item('summary', 'Export', 'Export times out')] },
  ];
  const read = (changelog: unknown) => jiraReading({ ...jiraIssue, changelog }, jiraComments);

  test('tells every status from the creation on', () => {
    const { fields, statusHistoryComplete } = read({ total: 3, histories });
    expect(fields.statusHistory?.value.map(({ at, status, kind }) => `${at} ${status} ${kind}`)).toEqual([
      '2026-11-18T08:30:00.000Z Open open',
      '2026-11-19T08:00:00.000Z In Progress open',
      '2026-11-20T08:00:00.000Z Waiting for customer pending',
    ]);
    expect(statusHistoryComplete).toBe(true);
    expect(fields.priorityHistory?.value).toEqual([{ at: '2026-11-19T08:00:00.000Z', priority: 'High' }]);
  });

  test.each([
    ['it was cut', { total: 140, histories }],
    ['its last change did not lead to the present status', { total: 1, histories: histories.slice(0, 1) }],
    ['a change has no time', { total: 2, histories: [{ items: histories[0]?.items }, histories[1]] }],
    ['it is not there', undefined],
  ])('is not called complete when %s', (_why, changelog) => {
    expect(read(changelog).statusHistoryComplete).toBeUndefined();
  });

  test('comments that Jira left out are counted', () => {
    expect(jiraReading(jiraIssue, { ...jiraComments, total: 60 }).missingMessages).toBe(58);
  });
});

describe('GitLab', () => {
  const issue = {
    iid: 31,
    title: 'Login loop',
    state: 'opened',
    created_at: '2026-11-18T08:00:00.000Z',
    author: { id: 9, name: 'Support Bot' },
    service_desk_reply_to: 'lena@acme.example',
    description: 'I am sent back to the login.',
  };
  const notes = [
    { system: true, body: 'changed the title', author: { id: 1, name: 'Tom' }, created_at: '2026-11-18T09:00:00Z' },
    { internal: true, body: 'Cookie again.', author: { id: 1, name: 'Tom' }, created_at: '2026-11-18T10:00:00Z' },
  ];

  test('takes the customer of a service desk issue from the address it answers to, not from the bot', () => {
    expect(gitlabReading(issue, notes).fields.requester?.value).toEqual({ email: 'lena@acme.example' });
  });

  test('leaves system notes out and keeps internal ones apart', () => {
    expect(gitlabReading(issue, notes).messages?.map((m) => [m.text, m.internal])).toEqual([
      ['I am sent back to the login.', false],
      ['Cookie again.', true],
    ]);
  });
});

describe("GitLab's own notes", () => {
  const created = '2026-11-18T08:00:00.000Z';
  const note = (created_at: string, body: string) => ({ system: true, body, created_at, author: { id: 1, name: 'Tom' } });
  const notes = [
    note('2026-11-19T08:00:00Z', 'closed'),
    note('2026-11-20T08:00:00Z', 'reopened'),
    note('2026-11-21T08:00:00Z', 'closed via merge request !12'),
  ];

  test('tell when an issue was closed and opened again', () => {
    const { fields, statusHistoryComplete } = gitlabReading({ iid: 31, state: 'closed', created_at: created }, notes);
    expect(fields.statusHistory?.value.map(({ at, kind }) => `${at.slice(8, 10)} ${kind}`)).toEqual(['18 open', '19 closed', '20 open', '21 closed']);
    expect(statusHistoryComplete).toBe(true);
  });

  test('are not called complete when they do not lead to the present state, or when there may be more', () => {
    expect(gitlabReading({ iid: 31, state: 'opened', created_at: created }, notes).statusHistoryComplete).toBeUndefined();
    const many = Array.from({ length: 97 }, () => note('2026-11-18T09:00:00Z', 'added ~bug label'));
    expect(gitlabReading({ iid: 31, state: 'closed', created_at: created }, [...many, ...notes]).statusHistoryComplete).toBeUndefined();
  });

  test.each(['closed the laptop', 'changed title from **closed** to **open**', 'mentioned in issue #4'])('"%s" is no change of the state', (body) => {
    const { fields } = gitlabReading({ iid: 31, state: 'opened', created_at: created }, [note('2026-11-19T08:00:00Z', body)]);
    expect(fields.statusHistory?.value.map(({ kind }) => kind)).toEqual(['open']);
  });
});

describe('Zammad', () => {
  const answer = {
    ticket_id: 12,
    tags: ['vip'],
    assets: {
      Ticket: {
        12: {
          id: 12,
          number: '31012',
          title: 'Printer',
          state_id: 2,
          priority_id: 3,
          customer_id: 5,
          owner_id: 1,
          created_at: '2026-11-18T08:00:00.000Z',
        },
      },
      TicketState: { 2: { name: 'open' } },
      TicketPriority: { 3: { name: '3 high' } },
      User: { 1: { firstname: '-', email: '' }, 5: { firstname: 'Ida', lastname: 'Berg', email: 'ida@acme.example' } },
      TicketArticle: {
        7: {
          ticket_id: 12,
          sender: 'Customer',
          from: 'Ida Berg <ida@acme.example>',
          internal: false,
          created_at: '2026-11-18T08:00:00.000Z',
          body: '<p>It is dead.</p>',
        },
        8: { ticket_id: 99, sender: 'Customer', body: 'another ticket' },
      },
    },
  };

  test('reads the ticket through its assets and leaves an unowned ticket without assignee', () => {
    const { fields, messages } = zammadReading(answer);
    expect(fields).toMatchObject({
      id: { value: '31012' },
      status: { value: 'open' },
      requester: { value: { name: 'Ida Berg', email: 'ida@acme.example' } },
    });
    expect(fields.assignee).toBeUndefined();
    expect(messages?.map((m) => [m.role, m.text])).toEqual([['customer', 'It is dead.']]);
  });
});

describe('answers of any other shape', () => {
  const shapes: readonly unknown[] = [undefined, null, 42, 'text', [], {}, [[]], { fields: null }, { assets: [] }, { ticket: 'x', comments: {} }];

  test.each(shapes.map((shape) => [JSON.stringify(shape) ?? 'undefined', shape] as const))('%s reads as nothing', (_name, shape) => {
    for (const reading of [jiraReading(shape, shape, shape), gitlabReading(shape, shape), zammadReading(shape)]) {
      expect(reading.fields).toEqual({});
      expect(reading.messages ?? []).toEqual([]);
    }
  });
});
