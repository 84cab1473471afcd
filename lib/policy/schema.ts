/**
 * The policy's schema: single source of its types, its validation messages, the published JSON Schema and the reference
 * table in docs; over 250 lines, since a schema in pieces is no single source. zod lives only here and in pages that load policies; the content side imports the types alone.
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
  collector: /^(https:\/\/[^\s/?#@]+|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?)(\/\S*)?$/,
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
  tier: z.int().min(1).max(6).describe('Number of the tier; 1 is the front line'),
  name: localized.describe('Name that people see'),
  handles: z.array(localized).default([]).describe('What this tier works on'),
  /** Share of all tickets this tier should resolve itself, from and to, in percent. */
  resolvesPercent: z
    .tuple([z.number().min(0).max(100), z.number().min(0).max(100)])
    .optional()
    .describe('Share of all tickets it should resolve itself, from and to, in percent'),
  respondsWithin: duration.describe('How soon it answers after a handoff'),
  /** Handoff fields that must be filled before this tier accepts a ticket. */
  requires: z
    .array(z.enum(['summary', 'timeline', 'tried', 'sentiment', 'expectation', 'nextSteps', 'attachments', 'stakeholders']))
    .default([])
    .describe('Parts of the handoff that it wants filled in'),
  requiresText: localized.optional().describe('The same in words'),
  reached: reached.optional().describe('Where it is reached: group, channel, person, hours'),
  /** Helpdesk groups or assignees that mean "this ticket is at this tier". Compared folded (case, diacritics, spaces). */
  groups: z.array(z.string()).default([]).describe('Helpdesk groups that mean: the ticket is at this tier'),
  assignees: z.array(z.string()).default([]).describe('People that mean: the ticket is at this tier'),
  /** Ids of `steps` shown when a ticket goes to this tier. */
  steps: z.array(id).default([]).describe('Ids of steps shown when a ticket goes to this tier'),
});

export const prioritySchema = z.strictObject({
  id,
  name: localized,
  description: localized.optional(),
  /** Words of helpdesks that mean this priority, any language. */
  aliases: z.array(z.string()).default([]).describe('Words of helpdesks that mean this priority, any language'),
  firstResponse: duration.optional().describe('Business time until the first answer'),
  nextResponse: duration.optional().describe('Business time until each further answer'),
  resolution: duration.optional().describe('Business time until it is resolved'),
  calendar: id.optional().describe('Its own calendar instead of sla.calendar'),
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
  title: localized.describe('What the panel shows as the reason'),
  /** The sentence in the rule language. */
  rule: z.string().max(4000).describe('The sentence: IF conditions THEN advice'),
  mode: z.enum(['on', 'shadow', 'off']).default('on').describe('on; shadow = judged and recorded, never shown; off'),
  category: z.enum(HANDOFF_CATEGORIES).default('Other').describe('Category printed in the handoff'),
  /** Sentiment rules may not lift a ticket above `limits.sentimentMaxTier` alone. */
  sentimentOnly: z.boolean().optional().describe("The rule rests on the customer's mood alone: limits.sentimentMaxTier applies"),
  urgent: z.boolean().optional().describe('The recommendation is shown as urgent'),
  why: localized.optional().describe('Why the rule exists, for new hires'),
  examples: z
    .array(z.strictObject({ given: z.record(z.string(), z.unknown()), fires: z.enum(['yes', 'no', 'unknown']) }))
    .default([])
    .describe('Facts and whether the rule fires on them; `handrail policy test` runs them'),
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
  handrail: z.literal(1).describe('Version of this format'),
  id: id.describe('Short id of the policy'),
  name: localized.describe('Name that people see'),
  /** Increases with every publication. */
  version: z.int().min(1).describe('Increases with every publication'),
  label: z.string().optional().describe('How people call this version, such as 2026-11'),
  expires: z.string().optional().describe('Instant after which the panel says that it is out of date'),
  language: z.string().default('en').describe('Language of texts that are given in one language only'),
  organization: z
    .strictObject({ product: z.string().optional(), languages: z.array(z.string()).default(['en']) })
    .default({ languages: ['en'] })
    .describe('Product that is supported, and the languages of the team'),
  variables: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .default({})
    .describe('Values that rules and texts use as {{name}}'),
  currency: z.string().length(3).default('USD').describe('Currency of amounts without one, ISO 4217'),
  /** Units of `currency` per unit of the named one; without a rate an amount in another currency is unknown. */
  rates: z
    .record(z.string(), z.number().positive())
    .default({})
    .describe('Units of currency per unit of the named one; without a rate another currency is unknown'),
  tiers: z.array(tierSchema).min(1).max(6).describe('The tiers, 1 to 6 of them'),
  /** The tier a ticket is at when its group, its assignee and its history say nothing. Absent = the person is asked once. */
  assumedTier: z.int().min(1).max(6).optional().describe('Where a ticket is when nothing says so; absent = the person is asked'),
  priorities: z.array(prioritySchema).min(1).max(10).describe('The priorities, highest first'),
  /** Highest first is the order of `priorities`. Which one applies when the page shows none; absent = unknown. */
  defaultPriority: id.optional().describe('Priority of a ticket whose page shows none; absent = unknown'),
  calendars: z.record(id, calendarSchema).describe('Business hours by name'),
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
    .prefault({})
    .describe('How clocks run: calendar, warning level, pauses'),
  limits: z
    .strictObject({ sentimentMaxTier: z.int().min(1).max(6).default(2) })
    .prefault({})
    .describe('sentimentMaxTier: the highest tier that mood alone can ask for'),
  contacts: z
    .enum(['customer-initiated', 'after-answer', 'distinct-days', 'reopened'])
    .default('customer-initiated')
    .describe('What counts as one contact'),
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
    .prefault({})
    .describe('Which fields and tags tell who the customer is, and a list of known customers'),
  roles: z
    .array(z.strictObject({ id, name: localized, aliases: z.array(z.string()).default([]), reached: reached.optional() }))
    .default([])
    .describe('People to notify or assign, with the words for them'),
  rules: z.array(ruleSchema).max(500).default([]).describe('The rules, at most 500'),
  phrases: z.record(id, phraseListSchema).default({}).describe('Phrase lists by name, each with entries per language'),
  criteria: z.array(criterionSchema).default([]).describe('What only the person at the ticket can mark'),
  steps: z.array(stepSchema).default([]).describe('Guidance steps that tiers and rules show'),
  /** Template id -> per language text (mustache). Ids used by the product: handoff, acknowledgement, internal, followup, manager, accountManager. */
  templates: z.record(id, localized).default({}).describe('Texts of the handoff and of messages'),
  prompting: z.enum(['ask', 'hint', 'silent']).optional().describe('How much the panel prompts new hires'),
  sites: z
    .array(
      z.strictObject({ match: z.string(), zone: z.string().optional(), locale: z.string().optional(), taught: z.array(z.unknown()).default([]) }),
    )
    .default([])
    .describe('Settings of single helpdesk sites'),
  /** Paths that browsers which get this policy may not change: `rules`, `rules.legal`, `sla.warnAtPercent`, `*`. */
  locked: z.array(z.string()).default([]).describe('Paths that those who get this policy may not change, such as rules.legal; * = everything'),
  metrics: z
    .strictObject({
      individual: z.boolean().default(true),
      /** A collector of the team: OTLP over HTTP with JSON. Nothing is sent before a person has said yes to this address. */
      push: z
        .strictObject({
          url: z.string().regex(textForms.collector).max(500).describe('Full address, such as https://otel.acme.example/v1/metrics'),
          every: duration.default('1h').describe('How often; at least every 5 minutes'),
          headers: z
            .record(z.string().max(100), z.string().max(2000))
            .default({})
            .describe('Headers that the collector asks for, such as a token that can only write'),
        })
        .optional(),
    })
    .prefault({})
    .describe("individual: false keeps numbers of single people out; push names the team's own OpenTelemetry collector"),
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
    .default([])
    .describe('Tests that the policy carries'),
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
