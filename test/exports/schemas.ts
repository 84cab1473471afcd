/**
 * JSON Schemas of the request bodies, written by us from the vendors' public documentation (the pages are named in the doc comments of
 * `lib/exports`). They are closed: a field, operator, action or unit that the pages do not document does not pass.
 */
const id = { type: 'string', pattern: '^(\\d+|FILL_IN_[A-Z0-9_]+)$' };
const text = { type: 'string', minLength: 1 };
const closed = (properties: object, required = Object.keys(properties)) => ({ type: 'object', properties, required, additionalProperties: false });
const list = (items: object, minItems = 1) => ({ type: 'array', items, minItems });

// Zendesk

const zendeskCondition = (fields: readonly object[]) => ({ oneOf: fields });
const condition = (field: object, operators: readonly string[], value: object) => closed({ field, operator: { enum: operators }, value });
const shared = [
  condition({ const: 'group_id' }, ['is', 'is_not'], id),
  condition({ const: 'current_tags' }, ['includes', 'not_includes'], { type: 'string', pattern: '^\\S+( \\S+)*$' }),
  condition({ const: 'status' }, ['is', 'is_not', 'less_than', 'greater_than'], { enum: ['new', 'open', 'pending', 'hold', 'solved', 'closed'] }),
  condition({ const: 'priority' }, ['is', 'is_not', 'less_than', 'greater_than'], { enum: ['', 'low', 'normal', 'high', 'urgent'] }),
  condition({ type: 'string', pattern: '^custom_fields_(\\d+|FILL_IN_[A-Z0-9_]+)$' }, ['is', 'is_not'], text),
];
const triggerCondition = zendeskCondition([
  ...shared,
  condition({ const: 'comment_includes_word' }, ['includes', 'not_includes', 'is', 'is_not'], text),
  condition({ const: 'role' }, ['is', 'is_not'], { enum: ['end_user', 'agent', 'admin'] }),
  condition({ enum: ['reopens', 'replies'] }, ['is', 'less_than', 'greater_than'], { type: 'string', pattern: '^\\d+$' }),
]);
const automationCondition = zendeskCondition([
  ...shared,
  condition(
    { const: 'requester_updated_at' },
    ['is', 'less_than', 'greater_than', 'is_business_hours', 'less_than_business_hours', 'greater_than_business_hours'],
    {
      type: 'string',
      pattern: '^[1-9]\\d*$',
    },
  ),
]);
const zendeskAction = {
  oneOf: [
    closed({ field: { const: 'group_id' }, value: id }),
    closed({ field: { const: 'assignee_id' }, value: id }),
    closed({ field: { const: 'priority' }, value: { enum: ['low', 'normal', 'high', 'urgent'] } }),
    closed({ field: { const: 'current_tags' }, value: { type: 'string', pattern: '^\\S+( \\S+)*$' } }),
    closed({ field: { const: 'notification_user' }, value: { type: 'array', items: text, minItems: 3, maxItems: 3 } }),
  ],
};

export const zendeskTriggers = list(
  closed({
    trigger: closed({
      title: text,
      active: { type: 'boolean' },
      description: { type: 'string' },
      conditions: closed({ all: list(triggerCondition), any: list(triggerCondition, 0) }),
      actions: list(zendeskAction),
    }),
  }),
);
export const zendeskAutomations = list(
  closed({
    automation: closed({
      title: text,
      active: { type: 'boolean' },
      all: { ...list(automationCondition), contains: { properties: { field: { enum: ['requester_updated_at', 'status'] } } } },
      any: list(automationCondition, 0),
      actions: list(zendeskAction),
    }),
  }),
);
export const zendeskMacros = list(closed({ macro: closed({ title: text, active: { type: 'boolean' }, actions: list(zendeskAction) }) }));
export const zendeskSla = closed({
  sla_policy: closed({
    title: text,
    description: { type: 'string' },
    filter: closed({ all: list(zendeskCondition(shared), 0), any: list(zendeskCondition(shared), 0) }),
    policy_metrics: list(
      closed({
        priority: { enum: ['low', 'normal', 'high', 'urgent'] },
        metric: {
          enum: ['first_reply_time', 'next_reply_time', 'requester_wait_time', 'agent_work_time', 'total_resolution_time', 'periodic_update_time'],
        },
        target: { type: 'integer', minimum: 1 },
        business_hours: { type: 'boolean' },
      }),
    ),
  }),
});

// Freshdesk

const freshdeskId = {
  oneOf: [
    { type: 'integer', minimum: 1 },
    { type: 'string', pattern: '^FILL_IN_[A-Z0-9_]+$' },
  ],
};
const property = (field: object, operators: readonly string[], value: object) =>
  closed({ resource_type: { const: 'ticket' }, field_name: field, operator: { enum: operators }, value });
const level = { type: 'integer', minimum: 1, maximum: 4 };
export const freshdeskRules = list(
  closed({
    name: text,
    active: { type: 'boolean' },
    description: { type: 'string', maxLength: 250 },
    conditions: {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      items: closed({
        name: { enum: ['condition_set_1', 'condition_set_2'] },
        match_type: { enum: ['all', 'any'] },
        properties: list({
          oneOf: [
            property({ const: 'priority' }, ['in', 'not_in'], list(level)),
            property({ const: 'status' }, ['in', 'not_in'], list({ type: 'integer', minimum: 2 })),
            property({ const: 'group_id' }, ['in', 'not_in'], list(freshdeskId)),
            property({ const: 'subject_or_description' }, ['contains', 'does_not_contain'], list(text)),
            property({ type: 'string', pattern: '^(cf_\\w+|FILL_IN_FIELD_[A-Z0-9_]+)$' }, ['in', 'not_in'], list(text)),
          ],
        }),
      }),
    },
    actions: list({
      oneOf: [
        closed({ field_name: { const: 'priority' }, value: level }),
        closed({ field_name: { enum: ['group_id', 'responder_id'] }, value: freshdeskId }),
        closed({ field_name: { const: 'add_tag' }, value: list(text) }),
        closed({ field_name: { const: 'send_email_to_agent' }, email_to: list(freshdeskId), email_subject: text, email_body: text }),
      ],
    }),
  }),
);
const seconds = { type: 'integer', minimum: 60, multipleOf: 60 };
const freshdeskTarget = closed(
  {
    respond_within: seconds,
    next_respond_within: seconds,
    resolve_within: seconds,
    business_hours: { type: 'boolean' },
    escalation_enabled: { type: 'boolean' },
  },
  ['respond_within', 'resolve_within', 'business_hours', 'escalation_enabled'],
);
const escalation = closed({ escalation_time: { type: 'integer', minimum: 0 }, agent_ids: list(freshdeskId) });
export const freshdeskSla = closed(
  {
    name: text,
    description: { type: 'string' },
    active: { type: 'boolean' },
    sla_target: closed({ priority_1: freshdeskTarget, priority_2: freshdeskTarget, priority_3: freshdeskTarget, priority_4: freshdeskTarget }),
    applicable_to: closed({ sources: list({ enum: [1, 2, 3, 7, 9, 10] }) }),
    escalation: closed({ response: escalation, resolution: closed({ level_1: escalation }) }),
  },
  ['name', 'sla_target', 'applicable_to'],
);

// Zammad

const ids = list(id);
const leaf = (name: object, operators: readonly string[], value: object) => closed({ name, operator: { enum: operators }, value });
const zammadCondition = {
  oneOf: [
    leaf({ enum: ['ticket.priority_id', 'ticket.state_id', 'ticket.group_id', 'article.sender_id'] }, ['is', 'is not'], ids),
    leaf({ type: 'string', pattern: '^ticket\\.(?!priority_id|state_id|group_id|tags|escalation_at)\\w+$' }, ['is', 'is not'], list(text)),
    leaf({ const: 'ticket.tags' }, ['contains one', 'contains one not', 'contains all', 'contains all not'], text),
    leaf({ const: 'article.body' }, ['contains', 'contains not'], text),
    closed({ name: { const: 'ticket.escalation_at' }, operator: { enum: ['has reached', 'has reached warning'] } }),
    closed({ operator: { enum: ['AND', 'OR', 'NOT'] }, conditions: { type: 'array', minItems: 2, items: { $ref: '#/$defs/condition' } } }),
  ],
};
export const zammadTriggers = {
  $defs: { condition: zammadCondition },
  ...list(
    closed({
      name: text,
      condition: closed({ operator: { const: 'AND' }, conditions: list({ $ref: '#/$defs/condition' }) }),
      perform: {
        type: 'object',
        minProperties: 1,
        additionalProperties: false,
        properties: {
          'ticket.group_id': closed({ value: id }),
          'ticket.priority_id': closed({ value: id }),
          'ticket.owner_id': closed({ pre_condition: { const: 'specific' }, value: id }),
          'ticket.tags': closed({ operator: { enum: ['add', 'remove'] }, value: text }),
          'article.note': closed({ subject: text, body: text, internal: { enum: ['true', 'false'] } }),
          'notification.email': closed({
            recipient: list({ type: 'string', pattern: '^userid_(\\d+|FILL_IN_[A-Z0-9_]+)$' }),
            subject: text,
            body: text,
            // public to the customer unless it says otherwise
            internal: { const: 'true' },
          }),
        },
      },
      activator: { enum: ['action', 'time'] },
      execution_condition_mode: { enum: ['selective', 'always'] },
      disable_notification: { type: 'boolean' },
      active: { type: 'boolean' },
      note: { type: 'string', maxLength: 250 },
    }),
  ),
};
const minutes = { oneOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }] };
export const zammadSlas = list(
  closed({
    name: text,
    condition: closed({ 'ticket.priority_id': closed({ operator: { const: 'is' }, value: ids }) }),
    calendar_id: id,
    first_response_time: minutes,
    response_time: minutes,
    update_time: minutes,
    solution_time: minutes,
  }),
);
const day = closed({
  active: { type: 'boolean' },
  timeframes: list({ type: 'array', minItems: 2, maxItems: 2, items: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' } }),
});
export const zammadCalendars = list(
  closed({
    name: text,
    timezone: text,
    business_hours: closed({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
    public_holidays: {
      type: 'object',
      additionalProperties: false,
      patternProperties: { '^\\d{4}-\\d{2}-\\d{2}$': closed({ active: { type: 'boolean' }, summary: text }) },
    },
    default: { type: 'boolean' },
  }),
);

/** By the name of the exported file. */
export const schemas: Readonly<Record<string, object>> = {
  'zendesk-triggers.json': zendeskTriggers,
  'zendesk-automations.json': zendeskAutomations,
  'zendesk-macros.json': zendeskMacros,
  'zendesk-sla-policy.json': zendeskSla,
  'freshdesk-automations.json': freshdeskRules,
  'freshdesk-sla-policy.json': freshdeskSla,
  'zammad-triggers.json': zammadTriggers,
  'zammad-slas.json': zammadSlas,
  'zammad-calendars.json': zammadCalendars,
};
