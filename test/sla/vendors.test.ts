/**
 * What the vendors of helpdesks document of their SLA clocks, as tickets with business hours. A row names the vendor whose rule it
 * is; where vendors differ the policy chooses, and the row shows the choice. Rows without a vendor follow from the calendar.
 */
import { describe, expect, test } from 'vitest';
import { NO_HISTORY } from '../../lib/guidance/assessment.ts';
import { defaultPolicy } from '../../lib/policy/default-policy.ts';
import { type CalendarSpec, type Policy, policySchema } from '../../lib/policy/schema.ts';
import { slaClocks } from '../../lib/sla/clocks.ts';
import type { ClockName, SlaClock } from '../../lib/sla/sla-clock.ts';
import type { Message, StatusKind, TicketSnapshot } from '../../lib/ticket.ts';

const base = policySchema.parse(defaultPolicy);
const week = (from: string, to: string): CalendarSpec['hours'] =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [[from, to]]]));
const berlin: CalendarSpec = { timeZone: 'Europe/Berlin', hours: week('09:00', '17:00') };

/** `[role, at]`, with `note` for an internal one. */
type Said = readonly ['customer' | 'agent' | 'note', string];
interface Ticket {
  readonly created: string;
  readonly now: string;
  /** Status now; the kind is what the page's word means. */
  readonly status?: StatusKind;
  /** When, what kind, and the page's word where it is another. */
  readonly statuses?: readonly (readonly [string, StatusKind, string?])[];
  readonly said?: readonly Said[];
  readonly priority?: string;
  readonly priorities?: readonly (readonly [string, string])[];
  readonly calendar?: CalendarSpec;
  /** Further calendars, and which priority has its own. */
  readonly calendars?: Record<string, CalendarSpec>;
  readonly calendarOf?: Record<string, string>;
  /** First response, next response, resolution; of the ticket's priority. */
  readonly targets?: { readonly firstResponse?: string; readonly nextResponse?: string; readonly resolution?: string };
  readonly targetsOf?: Record<string, { readonly resolution: string }>;
  readonly sla?: Partial<Policy['sla']>;
}

function clocksOf(ticket: Ticket): Record<ClockName, SlaClock> {
  const { targets = { firstResponse: '1h', nextResponse: '2h', resolution: '8h' } } = ticket;
  const policy: Policy = {
    ...base,
    calendars: { default: ticket.calendar ?? berlin, ...ticket.calendars },
    sla: { ...base.sla, ...ticket.sla },
    priorities: base.priorities.map((priority) => ({
      ...priority,
      ...targets,
      ...ticket.targetsOf?.[priority.id],
      ...(ticket.calendarOf?.[priority.id] && { calendar: ticket.calendarOf[priority.id] }),
    })),
  };
  const field = <T>(value: T) => ({ value, from: 'label' as const, how: 'test', sure: 1 });
  const message = ([role, at]: Said): Message => ({
    role: role === 'note' ? 'agent' : role,
    roleSure: 1,
    internal: role === 'note',
    at,
    text: 'The printer is dead.',
    attachments: [],
    how: 'test',
  });
  const snapshot: TicketSnapshot = {
    url: 'https://desk.example/1',
    helpdesk: 'generic',
    readAt: ticket.now,
    zone: 'UTC',
    fields: {
      createdAt: field(ticket.created),
      statusKind: field(ticket.status ?? 'open'),
      status: field(ticket.statuses?.at(-1)?.[2] ?? ticket.status ?? 'open'),
      ...(ticket.statuses && { statusHistory: field(ticket.statuses.map(([at, kind, word = kind]) => ({ at, status: word, kind }))) }),
      ...(ticket.priorities && { priorityHistory: field(ticket.priorities.map(([at, priority]) => ({ at, priority }))) }),
    },
    customFields: {},
    messages: (ticket.said ?? [['customer', ticket.created]]).map(message),
    problems: [],
    statusHistoryComplete: true,
  };
  const all = slaClocks({ snapshot, policy, now: Date.parse(ticket.now), priority: ticket.priority ?? 'high', history: NO_HISTORY });
  return Object.fromEntries(all.map((clock) => [clock.name, clock])) as Record<ClockName, SlaClock>;
}

/** What is expected of a clock: its state, when it is due, and minutes used. */
type Expected = readonly [ClockName, SlaClock['state'], due?: string, usedMinutes?: number];

function told({ name, state, dueAt, usedMs }: SlaClock, [, , due, used]: Expected): unknown[] {
  return [
    name,
    state,
    ...(due === undefined ? [] : [dueAt === undefined ? undefined : new Date(dueAt).toISOString()]),
    ...(used === undefined ? [] : [usedMs === undefined ? undefined : usedMs / 60_000]),
  ];
}
const asked = ([name, state, due, used]: Expected): unknown[] => [
  name,
  state,
  ...(due === undefined ? [] : [new Date(due).toISOString()]),
  ...(used === undefined ? [] : [used]),
];

describe.each<[string, readonly (readonly [string, Ticket, Expected])[]]>([
  [
    'pauses',
    [
      [
        'Zendesk: pending does not stop the first reply time',
        { created: '2026-11-24T09:00+01:00', now: '2026-11-24T11:00+01:00', status: 'pending', statuses: [['2026-11-24T09:10+01:00', 'pending']] },
        ['firstResponse', 'overdue', '2026-11-24T10:00+01:00', 120],
      ],
      [
        'Freshdesk: a status whose SLA timer is off stops every timer',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T11:00+01:00',
          status: 'pending',
          statuses: [['2026-11-24T09:10+01:00', 'pending']],
          sla: { pauses: ['firstResponse', 'nextResponse', 'resolution'] },
        },
        ['firstResponse', 'paused', '2026-11-24T11:50+01:00', 10],
      ],
      [
        'Zendesk: requester wait time leaves out what was pending',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T15:00+01:00',
          statuses: [
            ['2026-11-24T10:00+01:00', 'pending'],
            ['2026-11-24T12:00+01:00', 'open'],
            ['2026-11-24T13:00+01:00', 'pending'],
            ['2026-11-24T14:30+01:00', 'open'],
          ],
        },
        ['resolution', 'running', '2026-11-25T12:30+01:00', 150],
      ],
      [
        'Zendesk: requester wait time goes on while a ticket is on hold',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T15:00+01:00',
          status: 'pending',
          statuses: [
            ['2026-11-24T10:00+01:00', 'pending', 'Pending'],
            ['2026-11-24T12:00+01:00', 'pending', 'On-hold'],
          ],
          sla: { pauseStatuses: ['Pending'] },
        },
        ['resolution', 'running', '2026-11-25T11:00+01:00', 240],
      ],
      [
        'Zendesk: agent work time stands still in both',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T15:00+01:00',
          status: 'pending',
          statuses: [
            ['2026-11-24T10:00+01:00', 'pending', 'Pending'],
            ['2026-11-24T12:00+01:00', 'pending', 'On-hold'],
          ],
        },
        ['resolution', 'paused', '2026-11-25T14:00+01:00', 60],
      ],
      [
        'ServiceNow: a pause outside the schedule takes nothing',
        {
          created: '2026-11-24T15:00+01:00',
          now: '2026-11-25T10:00+01:00',
          statuses: [
            ['2026-11-24T18:00+01:00', 'pending'],
            ['2026-11-25T08:00+01:00', 'open'],
          ],
        },
        ['resolution', 'running', '2026-11-25T15:00+01:00', 180],
      ],
      [
        'ServiceNow: one that reaches into the schedule takes what lies inside',
        {
          created: '2026-11-24T15:00+01:00',
          now: '2026-11-25T12:00+01:00',
          statuses: [
            ['2026-11-24T16:00+01:00', 'pending'],
            ['2026-11-25T10:00+01:00', 'open'],
          ],
        },
        ['resolution', 'running', '2026-11-25T17:00+01:00', 180],
      ],
      [
        'ServiceNow: a task that was late before it was paused stays late',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T14:00+01:00',
          status: 'pending',
          statuses: [['2026-11-24T12:00+01:00', 'pending']],
          targets: { resolution: '2h' },
        },
        ['resolution', 'overdue', '2026-11-24T11:00+01:00', 180],
      ],
      [
        'ServiceNow: one that is paused in time does not become late while it is',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-27T14:00+01:00',
          status: 'pending',
          statuses: [['2026-11-24T10:00+01:00', 'pending']],
          targets: { resolution: '2h' },
        },
        ['resolution', 'paused', '2026-11-27T15:00+01:00', 60],
      ],
      [
        'Jira: the stop condition wins over the pause condition',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-25T12:00+01:00',
          status: 'resolved',
          statuses: [
            ['2026-11-24T10:00+01:00', 'pending'],
            ['2026-11-24T15:00+01:00', 'resolved'],
          ],
        },
        ['resolution', 'met', '2026-11-25T14:00+01:00', 60],
      ],
      [
        'Znuny: pending states count for the solution time unless escalation is suspended',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T12:00+01:00',
          status: 'pending',
          statuses: [['2026-11-24T10:00+01:00', 'pending']],
          sla: { pauses: [] },
        },
        ['resolution', 'running', '2026-11-24T17:00+01:00', 180],
      ],
    ],
  ],
  [
    'answers',
    [
      [
        'Zendesk: next reply time begins with the oldest unanswered comment',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T15:00+01:00',
          said: [
            ['customer', '2026-11-24T09:00+01:00'],
            ['agent', '2026-11-24T09:30+01:00'],
            ['customer', '2026-11-24T12:00+01:00'],
            ['customer', '2026-11-24T14:00+01:00'],
          ],
        },
        ['nextResponse', 'overdue', '2026-11-24T14:00+01:00', 180],
      ],
      [
        'Zendesk: an internal comment fulfils nothing',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T13:00+01:00',
          said: [
            ['customer', '2026-11-24T09:00+01:00'],
            ['agent', '2026-11-24T09:30+01:00'],
            ['customer', '2026-11-24T12:00+01:00'],
            ['note', '2026-11-24T12:10+01:00'],
          ],
        },
        ['nextResponse', 'running', '2026-11-24T14:00+01:00', 60],
      ],
      [
        'Zendesk: of a ticket that an agent opened the first reply is to the first comment of the customer',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T13:30+01:00',
          said: [
            ['agent', '2026-11-24T09:00+01:00'],
            ['customer', '2026-11-24T13:00+01:00'],
          ],
        },
        ['firstResponse', 'running', '2026-11-24T14:00+01:00', 30],
      ],
      [
        'a reply after hours meets a target that ran over night',
        {
          created: '2026-11-24T16:30+01:00',
          now: '2026-11-25T09:00+01:00',
          said: [
            ['customer', '2026-11-24T16:30+01:00'],
            ['agent', '2026-11-24T22:00+01:00'],
          ],
        },
        ['firstResponse', 'met', '2026-11-25T09:30+01:00', 30],
      ],
      [
        'a ticket that was resolved unanswered waits for nothing from before it was',
        {
          created: '2026-11-23T09:00+01:00',
          now: '2026-11-24T14:00+01:00',
          statuses: [
            ['2026-11-24T10:00+01:00', 'resolved'],
            ['2026-11-24T13:00+01:00', 'open'],
          ],
          said: [
            ['customer', '2026-11-23T09:00+01:00'],
            ['agent', '2026-11-23T09:30+01:00'],
            ['customer', '2026-11-24T09:00+01:00'],
            ['customer', '2026-11-24T13:00+01:00'],
          ],
        },
        ['nextResponse', 'running', '2026-11-24T15:00+01:00', 60],
      ],
      [
        'nor does one that an agent reopened without a word of the customer',
        {
          created: '2026-11-23T09:00+01:00',
          now: '2026-11-24T14:00+01:00',
          statuses: [
            ['2026-11-24T10:00+01:00', 'resolved'],
            ['2026-11-24T13:00+01:00', 'open'],
          ],
          said: [
            ['customer', '2026-11-23T09:00+01:00'],
            ['agent', '2026-11-23T09:30+01:00'],
            ['customer', '2026-11-24T09:00+01:00'],
          ],
        },
        ['nextResponse', 'none'],
      ],
    ],
  ],
  [
    'reopening and change of priority',
    [
      [
        'Zendesk: a solved ticket stands still and goes on when it is reopened',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-25T11:00+01:00',
          statuses: [
            ['2026-11-24T11:00+01:00', 'resolved'],
            ['2026-11-25T10:00+01:00', 'open'],
          ],
        },
        ['resolution', 'running', '2026-11-25T16:00+01:00', 180],
      ],
      [
        'Jira: "resolution cleared" as a start condition begins a new cycle',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-25T11:00+01:00',
          statuses: [
            ['2026-11-24T11:00+01:00', 'resolved'],
            ['2026-11-25T10:00+01:00', 'open'],
          ],
          sla: { reopen: 'restart' },
        },
        ['resolution', 'running', '2026-11-26T10:00+01:00', 60],
      ],
      [
        'a second reopening restarts from the second',
        {
          created: '2026-11-23T09:00+01:00',
          now: '2026-11-25T11:00+01:00',
          statuses: [
            ['2026-11-23T11:00+01:00', 'resolved'],
            ['2026-11-23T12:00+01:00', 'open'],
            ['2026-11-24T11:00+01:00', 'resolved'],
            ['2026-11-25T10:00+01:00', 'open'],
          ],
          sla: { reopen: 'restart' },
        },
        ['resolution', 'running', '2026-11-26T10:00+01:00', 60],
      ],
      [
        'closed after solved: the first end counts',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-26T11:00+01:00',
          status: 'closed',
          statuses: [
            ['2026-11-24T15:00+01:00', 'resolved'],
            ['2026-11-25T15:00+01:00', 'closed'],
          ],
        },
        ['resolution', 'met', '2026-11-24T17:00+01:00', 360],
      ],
      [
        'Zendesk: a raised priority counts what was used under the old one',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T14:00+01:00',
          priority: 'critical',
          priorities: [
            ['2026-11-24T09:00+01:00', 'Low'],
            ['2026-11-24T13:00+01:00', 'Critical'],
          ],
          targetsOf: { critical: { resolution: '4h' } },
        },
        ['resolution', 'overdue', '2026-11-24T13:00+01:00', 300],
      ],
      [
        'ServiceNow without a retroactive start: the new definition begins with the change',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T14:00+01:00',
          priority: 'critical',
          priorities: [
            ['2026-11-24T09:00+01:00', 'Low'],
            ['2026-11-24T13:00+01:00', 'Critical'],
          ],
          targetsOf: { critical: { resolution: '4h' } },
          sla: { priorityChange: 'restart' },
        },
        ['resolution', 'running', '2026-11-24T17:00+01:00', 60],
      ],
      [
        'ServiceNow with a retroactive start keeps the pauses from before the change',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T14:00+01:00',
          priority: 'critical',
          priorities: [
            ['2026-11-24T09:00+01:00', 'Low'],
            ['2026-11-24T13:00+01:00', 'Critical'],
          ],
          statuses: [
            ['2026-11-24T10:00+01:00', 'pending'],
            ['2026-11-24T12:00+01:00', 'open'],
          ],
          targetsOf: { critical: { resolution: '4h' } },
        },
        ['resolution', 'running', '2026-11-24T15:00+01:00', 180],
      ],
      [
        'Jira: a goal has its own calendar, which holds from creation on',
        {
          created: '2026-11-24T16:00+01:00',
          now: '2026-11-24T20:00+01:00',
          priority: 'critical',
          priorities: [
            ['2026-11-24T16:00+01:00', 'Low'],
            ['2026-11-24T19:00+01:00', 'Critical'],
          ],
          calendars: { always: { timeZone: 'Europe/Berlin', alwaysOpen: true } },
          calendarOf: { critical: 'always' },
        },
        ['resolution', 'running', '2026-11-25T00:00+01:00', 240],
      ],
      [
        'a change that reads the same priority again restarts nothing',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T14:00+01:00',
          priorities: [['2026-11-24T09:00+01:00', 'High']],
          sla: { priorityChange: 'restart' },
        },
        ['resolution', 'running', '2026-11-24T17:00+01:00', 300],
      ],
    ],
  ],
  [
    'calendars',
    [
      [
        'Freshdesk: one day is 24 business hours',
        {
          created: '2026-11-23T09:00+01:00',
          now: '2026-11-23T09:00+01:00',
          calendar: { timeZone: 'Europe/Berlin', hours: week('09:00', '21:00') },
          targets: { resolution: '1d' },
        },
        ['resolution', 'running', '2026-11-24T21:00+01:00', 0],
      ],
      [
        'over the end of summer time business hours stay where the wall clock has them',
        { created: '2026-10-23T16:00+02:00', now: '2026-10-26T10:00+01:00' },
        ['resolution', 'running', '2026-10-26T16:00+01:00', 120],
      ],
      [
        'over the start of summer time as well',
        { created: '2026-03-27T16:00+01:00', now: '2026-03-30T10:00+02:00' },
        ['resolution', 'running', '2026-03-30T16:00+02:00', 120],
      ],
      [
        'round the clock the night of the change has 25 hours',
        {
          created: '2026-10-25T00:00+02:00',
          now: '2026-10-26T00:00+01:00',
          calendar: { timeZone: 'Europe/Berlin', alwaysOpen: true },
          targets: { resolution: '1d' },
        },
        ['resolution', 'overdue', '2026-10-25T23:00+01:00', 1500],
      ],
      [
        'Zendesk: holidays of the schedule do not count',
        {
          created: '2026-12-23T15:00+01:00',
          now: '2026-12-28T10:00+01:00',
          calendar: { ...berlin, holidays: ['--12-24', '--12-25'] },
        },
        ['resolution', 'running', '2026-12-28T15:00+01:00', 180],
      ],
      [
        'round the clock with holidays',
        {
          created: '2026-12-24T22:00+01:00',
          now: '2026-12-26T02:00+01:00',
          calendar: { timeZone: 'Europe/Berlin', alwaysOpen: true, holidays: ['2026-12-25'] },
          targets: { resolution: '6h' },
        },
        ['resolution', 'running', '2026-12-26T04:00+01:00', 240],
      ],
      [
        'Jira: a calendar in the zone of the team, not of the customer',
        {
          created: '2026-11-24T09:00+01:00',
          now: '2026-11-24T16:00+01:00',
          calendar: { timeZone: 'America/New_York', hours: week('09:00', '17:00') },
        },
        ['resolution', 'running', '2026-11-24T17:00-05:00', 60],
      ],
      [
        'New York changes its clocks three weeks before Berlin',
        {
          created: '2026-03-13T20:00+01:00',
          now: '2026-03-16T15:00+01:00',
          calendar: { timeZone: 'America/New_York', hours: week('09:00', '17:00') },
        },
        ['resolution', 'running', '2026-03-16T15:00-04:00', 180],
      ],
      [
        'India, half an hour off',
        {
          created: '2026-11-24T17:45+05:30',
          now: '2026-11-25T09:30+05:30',
          calendar: { timeZone: 'Asia/Kolkata', hours: week('09:30', '18:15') },
        },
        ['resolution', 'running', '2026-11-25T17:00+05:30', 30],
      ],
      [
        'Nepal, three quarters off',
        {
          created: '2026-11-24T16:30+05:45',
          now: '2026-11-25T10:15+05:45',
          calendar: { timeZone: 'Asia/Kathmandu', hours: week('10:00', '17:00') },
        },
        ['resolution', 'running', '2026-11-26T10:30+05:45', 45],
      ],
      [
        'Lord Howe, whose summer time is half an hour',
        {
          created: '2026-10-04T00:00+10:30',
          now: '2026-10-04T06:00+11:00',
          calendar: { timeZone: 'Australia/Lord_Howe', alwaysOpen: true },
        },
        ['resolution', 'running', '2026-10-04T08:30+11:00', 330],
      ],
      [
        'a night shift belongs to the day on which it begins',
        {
          created: '2026-11-27T21:00+07:00',
          now: '2026-11-28T05:00+07:00',
          calendar: { timeZone: 'Asia/Ho_Chi_Minh', hours: week('22:00', '06:00') },
        },
        ['resolution', 'running', '2026-11-28T06:00+07:00', 420],
      ],
      [
        'a night shift through the hour that is skipped is an hour shorter',
        {
          created: '2026-03-27T21:00+01:00',
          now: '2026-03-30T23:00+02:00',
          calendar: { timeZone: 'Europe/Berlin', hours: { fri: [['22:00', '06:00']], sat: [['22:00', '06:00']], mon: [['22:00', '06:00']] } },
          targets: { resolution: '16h' },
        },
        ['resolution', 'running', '2026-03-30T23:00+02:00', 960],
      ],
      [
        'a lunch break stops the clock',
        {
          created: '2026-11-24T11:30+01:00',
          now: '2026-11-24T13:30+01:00',
          calendar: {
            timeZone: 'Europe/Berlin',
            hours: {
              tue: [
                ['09:00', '12:00'],
                ['13:00', '17:00'],
              ],
              wed: [['09:00', '17:00']],
            },
          },
        },
        ['resolution', 'running', '2026-11-25T12:30+01:00', 60],
      ],
      [
        'what comes in on Saturday starts on Monday',
        { created: '2026-11-28T12:00+01:00', now: '2026-11-29T12:00+01:00' },
        ['firstResponse', 'running', '2026-11-30T10:00+01:00', 0],
      ],
    ],
  ],
])('%s', (_group, rows) => {
  test.each(rows)('%s', (_rule, ticket, expected) => {
    expect(told(clocksOf(ticket)[expected[0]], expected)).toEqual(asked(expected));
  });
});
