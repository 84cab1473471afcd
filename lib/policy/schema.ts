/**
 * The policy's schema: single source of its types, its validation messages, the published JSON Schema and the reference
 * table in docs. zod lives only here and in pages that load policies; the content side imports the types alone.
 */
import { z } from 'zod';

/** A text, or one text per language (`en` is the fallback). */
export const localized = z.union([z.string(), z.record(z.string(), z.string())]);
export type Localized = z.output<typeof localized>;

/** How each kind of text is written; a text that does not fit is explained by the kind's own sentence. */
export const textForms = {
  id: /^[a-z][a-z0-9_-]*$/i,
  duration: /^(immediate|(\d+(\.\d+)?\s*(s|min|m|h|d|w)\s*)+)$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,
  date: /^(\d{4}|-)-\d{2}-\d{2}$/,
} as const;

const id = z.string().regex(textForms.id).max(64);
/** `15m`, `2h`, `1d` (24 h of business time), `1h30m`, or `immediate`. */
export const duration = z.string().regex(textForms.duration);
const wallTime = z.string().regex(textForms.time);
const window = z.tuple([wallTime, wallTime]);
const dayOfYear = z.string().regex(textForms.date);

export const calendarSchema = z.strictObject({
  name: localized.optional(),
  timeZone: z.string(),
  hours: z.partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), z.array(window)).optional(),
  holidays: z.array(dayOfYear).optional(),
  overrides: z.record(dayOfYear, z.array(window)).optional(),
  breaks: z.record(dayOfYear, z.array(window)).optional(),
  alwaysOpen: z.boolean().optional(),
});
/** Business hours in the form of the conformance cases. */
export type CalendarSpec = z.output<typeof calendarSchema>;

const reached = z.strictObject({
  group: z.string().optional(),
  channel: z.string().optional(),
  person: z.string().optional(),
  hours: z.string().optional(),
});

export const tierSchema = z.strictObject({
  tier: z.int().min(1).max(6),
  name: localized,
  handles: z.array(localized).default([]),
  /** Share of all tickets this tier should resolve itself, from and to, in percent. */
  resolvesPercent: z.tuple([z.number().min(0).max(100), z.number().min(0).max(100)]).optional(),
  respondsWithin: duration,
  /** Handoff fields that must be filled before this tier accepts a ticket. */
  requires: z.array(z.enum(['summary', 'timeline', 'tried', 'sentiment', 'expectation', 'nextSteps', 'attachments', 'stakeholders'])).default([]),
  requiresText: localized.optional(),
  reached: reached.optional(),
  /** Helpdesk groups or assignees that mean "this ticket is at this tier". Compared folded (case, diacritics, spaces). */
  groups: z.array(z.string()).default([]),
  assignees: z.array(z.string()).default([]),
  /** Ids of `steps` shown when a ticket goes to this tier. */
  steps: z.array(id).default([]),
});

export const prioritySchema = z.strictObject({
  id,
  name: localized,
  description: localized.optional(),
  /** Words of helpdesks that mean this priority, any language. */
  aliases: z.array(z.string()).default([]),
  firstResponse: duration.optional(),
  nextResponse: duration.optional(),
  resolution: duration.optional(),
  calendar: id.optional(),
});

export const phraseEntry = z.union([
  z.string(),
  z.strictObject({
    phrase: z.string(),
    /** Also match inflected forms (language's own endings). */
    inflect: z.boolean().optional(),
    /** Skip when one of these stands directly around it, e.g. `media player`. */
    notIn: z.array(z.string()).optional(),
    /** Match even when negated. */
    evenNegated: z.boolean().optional(),
    foldDiacritics: z.boolean().optional(),
    yes: z.array(z.string()).optional(),
    no: z.array(z.string()).optional(),
  }),
]);
export const phraseListSchema = z.strictObject({ name: localized.optional(), entries: z.record(z.string(), z.array(phraseEntry)) });
export type PhraseList = z.output<typeof phraseListSchema>;

export const HANDOFF_CATEGORIES = [
  'SLA',
  'Sentiment',
  'Legal or regulatory',
  'Repeated contact',
  'VIP',
  'Revenue impact',
  'Security',
  'Technical',
  'Billing',
  'Manager requested',
  'Policy exception',
  'Other department',
  'PR or reputation',
  'Beyond knowledge or authority',
  'Other',
] as const;

export const ruleSchema = z.strictObject({
  id,
  title: localized,
  /** The sentence in the rule language. */
  rule: z.string().max(4000),
  mode: z.enum(['on', 'shadow', 'off']).default('on'),
  category: z.enum(HANDOFF_CATEGORIES).default('Other'),
  /** Sentiment rules may not lift a ticket above `limits.sentimentMaxTier` alone. */
  sentimentOnly: z.boolean().optional(),
  urgent: z.boolean().optional(),
  why: localized.optional(),
  examples: z.array(z.strictObject({ given: z.record(z.string(), z.unknown()), fires: z.enum(['yes', 'no', 'unknown']) })).default([]),
});

export const criterionSchema = z.strictObject({
  id,
  label: localized,
  short: localized.optional(),
  help: localized.optional(),
  asks: localized.optional(),
});

export const stepSchema = z.strictObject({ id, text: localized, why: localized.optional() });

const person = z.strictObject({ name: z.string().nullish(), email: z.string().nullish() });
const ticketText = z.string().nullish();

/** A ticket as tests and the command line write it: what is left out was not read. Times are ISO 8601 with an offset. */
export const testTicketSchema = z.strictObject({
  id: ticketText,
  url: ticketText,
  subject: ticketText,
  status: ticketText,
  statusKind: z.enum(['new', 'open', 'pending', 'resolved', 'closed']).nullish(),
  priority: ticketText,
  createdAt: ticketText,
  updatedAt: ticketText,
  firstResponseAt: ticketText,
  resolvedAt: ticketText,
  dueAt: ticketText,
  requester: person.nullish(),
  organization: ticketText,
  assignee: ticketText,
  group: ticketText,
  tags: z.array(z.string()).nullish(),
  customFields: z.record(z.string(), z.string()).nullish(),
  statusHistory: z.array(z.strictObject({ at: z.string(), status: z.string() })).nullish(),
  messages: z
    .array(
      z.strictObject({
        role: z.enum(['customer', 'agent', 'system', 'unknown']).default('customer'),
        author: ticketText,
        at: ticketText,
        internal: z.boolean().nullish(),
        text: z.string(),
        attachments: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
  missingMessages: z.union([z.int().min(1), z.literal('some')]).nullish(),
});

export const policySchema = z.strictObject({
  /** Version of this schema. */
  handrail: z.literal(1),
  id,
  name: localized,
  /** Increases with every publication. */
  version: z.int().min(1),
  label: z.string().optional(),
  expires: z.string().optional(),
  language: z.string().default('en'),
  organization: z.strictObject({ product: z.string().optional(), languages: z.array(z.string()).default(['en']) }).default({ languages: ['en'] }),
  variables: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  currency: z.string().length(3).default('USD'),
  /** Units of `currency` per unit of the named one; without a rate an amount in another currency is unknown. */
  rates: z.record(z.string(), z.number().positive()).default({}),
  tiers: z.array(tierSchema).min(1).max(6),
  /** The tier a ticket is at when its group, its assignee and its history say nothing. Absent = the person is asked once. */
  assumedTier: z.int().min(1).max(6).optional(),
  priorities: z.array(prioritySchema).min(1).max(10),
  /** Highest first is the order of `priorities`. Which one applies when the page shows none; absent = unknown. */
  defaultPriority: id.optional(),
  calendars: z.record(id, calendarSchema),
  sla: z
    .strictObject({
      calendar: id.default('default'),
      warnAtPercent: z.number().min(1).max(99).default(80),
      prefer: z.enum(['helpdesk', 'policy', 'earliest']).default('policy'),
      pauseStatuses: z.array(z.string()).default(['pending']),
      pauses: z.array(z.enum(['firstResponse', 'nextResponse', 'resolution', 'tierResponse', 'updateOwed'])).default(['nextResponse', 'resolution']),
      priorityChange: z.enum(['recount', 'restart']).default('recount'),
      reopen: z.enum(['continue', 'restart']).default('continue'),
      /** How long after a handoff, and after each update, the customer is owed news. */
      updateOwed: duration.default('24h'),
    })
    .prefault({}),
  limits: z.strictObject({ sentimentMaxTier: z.int().min(1).max(6).default(2) }).prefault({}),
  contacts: z.enum(['customer-initiated', 'after-answer', 'distinct-days', 'reopened']).default('customer-initiated'),
  customer: z
    .strictObject({
      /** Custom-field labels that hold each fact. */
      tierFields: z.array(z.string()).default([]),
      ltvFields: z.array(z.string()).default([]),
      vipFields: z.array(z.string()).default([]),
      revenueFields: z.array(z.string()).default([]),
      vipTags: z.array(z.string()).default([]),
      vipTiers: z.array(z.string()).default([]),
      lookup: z
        .array(z.strictObject({ match: z.string(), tier: z.string().optional(), ltv: z.number().optional(), vip: z.boolean().optional() }))
        .default([]),
    })
    .prefault({}),
  roles: z.array(z.strictObject({ id, name: localized, aliases: z.array(z.string()).default([]), reached: reached.optional() })).default([]),
  rules: z.array(ruleSchema).max(500).default([]),
  phrases: z.record(id, phraseListSchema).default({}),
  criteria: z.array(criterionSchema).default([]),
  steps: z.array(stepSchema).default([]),
  /** Template id -> per language text (mustache). Ids used by the product: handoff, acknowledgement, internal, followup, manager, accountManager. */
  templates: z.record(id, localized).default({}),
  prompting: z.enum(['ask', 'hint', 'silent']).optional(),
  sites: z
    .array(
      z.strictObject({ match: z.string(), zone: z.string().optional(), locale: z.string().optional(), taught: z.array(z.unknown()).default([]) }),
    )
    .default([]),
  metrics: z.strictObject({ individual: z.boolean().default(true) }).prefault({}),
  tests: z
    .array(
      z.strictObject({
        name: z.string(),
        ticket: testTicketSchema,
        /** What the person marked. Absent: nobody was asked, so rules on marks cannot be judged. */
        marks: z.record(z.string(), z.boolean()).optional(),
        /** Where the ticket is, when its group does not say so. */
        currentTier: z.int().min(1).max(6).optional(),
        now: z.string(),
        expect: z.strictObject({
          tier: z.int().optional(),
          verdict: z.enum(['keep', 'escalate', 'already-there', 'above', 'resolved', 'unknown-tier']).optional(),
          /** The priority that is recommended. */
          priority: id.optional(),
          notifies: z.array(id).optional(),
          fires: z.array(z.string()).default([]),
          silent: z.array(z.string()).default([]),
          unknown: z.array(z.string()).default([]),
        }),
      }),
    )
    .default([]),
});

/** A policy as written, defaults not yet filled in. */
export type PolicyInput = z.input<typeof policySchema>;
/** A validated policy. */
export type Policy = z.output<typeof policySchema>;
export type Tier = Policy['tiers'][number];
export type Priority = Policy['priorities'][number];
export type PolicyRule = Policy['rules'][number];
export type PolicyTest = Policy['tests'][number];
export type TestTicket = z.output<typeof testTicketSchema>;
export type Calendars = Policy['calendars'];
