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
