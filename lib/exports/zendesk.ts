/**
 * Zendesk: triggers, automations and SLA policies as request bodies of the public API.
 *
 * - Conditions: https://developer.zendesk.com/documentation/ticketing/reference-guides/conditions-reference/
 * - Actions: https://developer.zendesk.com/documentation/ticketing/reference-guides/actions-reference/
 * - Triggers: https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/
 * - Macros (what an agent marks in Handrail is a tag): https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/
 * - Automations: https://developer.zendesk.com/api-reference/ticketing/business-rules/automations/ (run once an hour, whole hours)
 * - SLA policies: https://developer.zendesk.com/api-reference/ticketing/business-rules/sla_policies/ (targets in minutes)
 *
 * Over 250 lines: conditions, actions and targets of one system in one file, as its documentation has them.
 *
 * A rule of Handrail is a state, a trigger an event: each trigger adds a tag of its own and does nothing while the tag is there. Moving,
 * raising and telling are separate triggers, since a ticket that is already in the group may still need somebody to know.
 */
import type { Action } from '../guidance/assessment.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import type { Policy } from '../policy/schema.ts';
import { fold } from '../rules/fold.ts';
import { printAction } from '../rules/print.ts';
import type { StatusKind } from '../ticket.ts';
import { localize } from '../text.ts';
import {
  doable,
  eachOf,
  type ExportedRule,
  type ExportOptions,
  hasHours,
  Ledgered,
  notification,
  prioritiesBy,
  ruleTag,
  rulesToExport,
  targetMinutes,
} from './export-words.ts';
import type { HelpdeskExport } from './helpdesk-export.ts';
import { isMarkTag, markTag, type Term } from './terms.ts';

interface ZendeskCondition {
  readonly field: string;
  readonly operator?: string;
  readonly value: string;
}
interface ZendeskAction {
  readonly field: string;
  readonly value: string | readonly string[];
}

/** Lowest first. */
const levels = ['low', 'normal', 'high', 'urgent'] as const;
const levelWords = { urgent: ['critical'], high: [], normal: ['medium'], low: [] } as const;
const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
const statusesOf: Readonly<Record<StatusKind, readonly string[]>> = {
  new: ['new'],
  open: ['open'],
  pending: ['pending', 'hold'],
  resolved: ['solved'],
  closed: ['closed'],
};

export function exportZendesk(loaded: LoadedPolicy, options: ExportOptions): HelpdeskExport {
  const ledger = new Ledgered('zendesk', options);
  const { policy } = loaded;
  const priorities = prioritiesBy(policy, levelWords);
  const triggers: unknown[] = [];
  const automations: unknown[] = [];
  for (const rule of rulesToExport(loaded, ledger)) {
    for (const [at, terms] of rule.alternatives.entries()) {
      const conditions = conditionsOf(terms, rule, priorities, ledger);
      if (!conditions) continue;
      const timed = terms.some(({ kind }) => kind === 'silence');
      for (const [way, all] of conditions.entries())
        for (const part of partsOf(rule, policy, priorities, ledger)) {
          const several = rule.alternatives.length > 1 || conditions.length > 1 ? ` (${at + 1}${conditions.length > 1 ? `.${way + 1}` : ''})` : '';
          const title = `Handrail: ${rule.title}${several}${part.name}`;
          const guarded = [...all, { field: 'current_tags', operator: 'not_includes', value: part.tag }, ...part.unless];
          const actions = [...part.actions, { field: 'current_tags', value: part.tag }];
          if (timed) automations.push({ automation: { title, active: false, all: [...open(guarded), ...guarded], any: [], actions } });
          else triggers.push({ trigger: { title, active: false, description: rule.written.rule, conditions: { all: guarded, any: [] }, actions } });
        }
    }
  }
  const macros = policy.criteria
    .filter(({ id }) => JSON.stringify(triggers).includes(markTag(id)))
    .map(({ id, label }) => ({
      macro: { title: `Handrail: ${localize(label, options.language)}`, active: true, actions: [{ field: 'current_tags', value: markTag(id) }] },
    }));
  const sla = slaPolicy(policy, priorities, ledger);
  if (triggers.length + automations.length > 0) ledger.note('exports.note.inactive');
  if (automations.length > 0) ledger.note('exports.note.hourly');
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  return {
    system: 'zendesk',
    files: [
      ...(sla ? [{ name: 'zendesk-sla-policy.json', request: 'POST /api/v2/slas/policies', type: 'json' as const, text: json(sla) }] : []),
      ...(triggers.length > 0
        ? [{ name: 'zendesk-triggers.json', request: 'POST /api/v2/triggers', type: 'json' as const, text: json(triggers) }]
        : []),
      ...(macros.length > 0 ? [{ name: 'zendesk-macros.json', request: 'POST /api/v2/macros', type: 'json' as const, text: json(macros) }] : []),
      ...(automations.length > 0
        ? [{ name: 'zendesk-automations.json', request: 'POST /api/v2/automations', type: 'json' as const, text: json(automations) }]
        : []),
    ],
    ids: [...ledger.ids.values()],
    leftOut: ledger.leftOut,
    notes: ledger.notes,
  };
}

/** An automation needs a condition that keeps it from tickets that are done. */
const open = (all: readonly ZendeskCondition[]): ZendeskCondition[] =>
  all.some(({ field }) => field === 'status') ? [] : [{ field: 'status', operator: 'less_than', value: 'solved' }];

/** Every way in which the terms hold together; undefined, and listed, when one of them does not fit. */
function conditionsOf(
  terms: readonly Term[],
  rule: ExportedRule,
  priorities: ReadonlyMap<string, string>,
  ledger: Ledgered,
): ZendeskCondition[][] | undefined {
  const timed = terms.some(({ kind }) => kind === 'silence');
  const lists = terms.map((term) => conditionOf(term, timed, rule, priorities, ledger));
  if (lists.includes(undefined)) return undefined;
  const ways = eachOf(lists as ZendeskCondition[][][]);
  if (ways.length <= 12) return ways;
  ledger.leave(rule.title, terms.map(({ text }) => text).join(' AND '), 'alternatives');
  return undefined;
}

function conditionOf(
  term: Term,
  timed: boolean,
  rule: ExportedRule,
  priorities: ReadonlyMap<string, string>,
  ledger: Ledgered,
): ZendeskCondition[][] | undefined {
  const leave = (why: Parameters<Ledgered['leave']>[2]): undefined => ledger.leave(rule.title, term.text, why) as undefined;
  switch (term.kind) {
    case 'other':
      return leave(term.reason);
    case 'overdue':
      return leave('overdue');
    case 'words': {
      if (timed) return leave('silence');
      ledger.note('exports.note.words.zendesk');
      const customer = { field: 'role', operator: 'is', value: 'end_user' };
      const single = term.words.filter((word) => !/\s/.test(word));
      const several = term.words.filter((word) => /\s/.test(word));
      return [
        ...(single.length > 0 ? [[customer, { field: 'comment_includes_word', operator: 'includes', value: single.join(' ') }]] : []),
        ...several.map((phrase) => [customer, { field: 'comment_includes_word', operator: 'is', value: phrase }]),
      ];
    }
    case 'tags':
      if (term.any.some((tag) => /\s/.test(tag))) return leave('fact');
      if (term.text.includes('customer.vip')) ledger.note('exports.note.vip');
      if (term.any.some(isMarkTag)) ledger.note('exports.note.marks.zendesk');
      return [[{ field: 'current_tags', operator: term.negated ? 'not_includes' : 'includes', value: term.any.join(' ') }]];
    case 'status':
      return inOrder(
        'status',
        statuses,
        term.any.flatMap((kind) => statusesOf[kind]),
      );
    case 'priority': {
      const words = term.any.map((id) => priorities.get(id));
      if (words.includes(undefined)) return leave('priority');
      return inOrder('priority', levels, words as string[], true);
    }
    case 'group':
      return [[{ field: 'group_id', operator: term.negated ? 'is_not' : 'is', value: ledger.id(`group:${fold(term.name)}`, term.name) }]];
    case 'field':
      ledger.note('exports.note.field');
      return [[{ field: `custom_fields_${ledger.id(`field:${fold(term.label)}`, term.label)}`, operator: 'is', value: term.value }]];
    case 'reopened':
    case 'answers': {
      if (timed) return leave('count');
      const field = term.kind === 'reopened' ? 'reopens' : 'replies';
      const compared = wholeNumbers(term.comparison, term.value);
      return compared ? [[{ field, ...compared }]] : leave('count');
    }
    case 'silence': {
      const hours = term.ms / 3_600_000;
      const operator = term.comparison.startsWith('>') ? 'greater_than' : term.comparison.startsWith('<') ? 'less_than' : undefined;
      if (!operator || !Number.isInteger(hours) || hours < 1) return leave('silence');
      return [[{ field: 'requester_updated_at', operator, value: String(hours) }]];
    }
  }
}

/** A set of an ordered field: one comparison where the set is an end of the order, else one alternative for each. */
function inOrder(field: string, order: readonly string[], wanted: readonly string[], mayBeEmpty = false): ZendeskCondition[][] {
  const places = order.map((word) => wanted.includes(word));
  const first = places.indexOf(true);
  const last = places.lastIndexOf(true);
  if (first < 0) return [];
  const inRow = places.slice(first, last + 1).every(Boolean);
  if (first === last) return [[{ field, operator: 'is', value: order[first] ?? '' }]];
  if (inRow && last === order.length - 1 && first > 0) return [[{ field, operator: 'greater_than', value: order[first - 1] ?? '' }]];
  // a priority that is not set may be below every level, which Handrail calls unknown
  if (inRow && first === 0 && last < order.length - 1 && !mayBeEmpty) return [[{ field, operator: 'less_than', value: order[last + 1] ?? '' }]];
  return order.filter((_, at) => places[at]).map((word) => [{ field, operator: 'is', value: word }]);
}

function wholeNumbers(comparison: string, value: number): { operator: string; value: string } | undefined {
  if (!Number.isInteger(value)) return undefined;
  if (comparison === '=') return { operator: 'is', value: String(value) };
  if (comparison === '>') return { operator: 'greater_than', value: String(value) };
  if (comparison === '>=') return { operator: 'greater_than', value: String(value - 1) };
  if (comparison === '<') return { operator: 'less_than', value: String(value) };
  return comparison === '<=' ? { operator: 'less_than', value: String(value + 1) } : undefined;
}

interface Part {
  /** Added to the title. */
  readonly name: string;
  readonly tag: string;
  readonly unless: readonly ZendeskCondition[];
  readonly actions: readonly ZendeskAction[];
}

/** The advice of a rule as separate triggers: where it goes, how urgent it is, who knows. */
function partsOf(rule: ExportedRule, policy: Policy, priorities: ReadonlyMap<string, string>, ledger: Ledgered): Part[] {
  const { t, language } = ledger.options;
  const tag = ruleTag(rule.written.id);
  const actions = doable(rule, ledger);
  const parts: Part[] = [];
  const tier = Math.max(0, ...actions.flatMap((action) => (action.do === 'escalate' ? [action.tier] : [])));
  if (tier > 0) {
    const groups = policy.tiers.filter((one) => one.tier >= tier).map((one) => tierGroup(one.tier, policy, ledger));
    parts.push({
      name: `: ${t('design.doc.tierShort', { n: tier })}`,
      tag: `${tag}_tier`,
      // a ticket that is already there, or higher, stays where it is
      unless: groups.map((value) => ({ field: 'group_id', operator: 'is_not', value })),
      actions: [{ field: 'group_id', value: groups[0] ?? '' }],
    });
  }
  for (const action of actions) {
    if (action.do !== 'set-priority') continue;
    const level = priorities.get(action.priority);
    if (level === undefined) {
      ledger.leave(rule.title, printAction(action), 'priority');
      continue;
    }
    parts.push({
      name: `: ${level}`,
      tag: `${tag}_priority`,
      unless: levels.slice(levels.indexOf(level as 'low')).map((value) => ({ field: 'priority', operator: 'is_not', value })),
      actions: [{ field: 'priority', value: level }],
    });
  }
  if (actions.some((action) => action.do === 'bump-priority'))
    // from the top down; the tag keeps one ticket from climbing twice
    for (const at of [2, 1, 0])
      parts.push({
        name: `: ${levels[at]} → ${levels[at + 1]}`,
        tag: `${tag}_bump`,
        unless: [{ field: 'priority', operator: 'is', value: levels[at] ?? '' }],
        actions: [{ field: 'priority', value: levels[at + 1] ?? '' }],
      });
  const told = actions.flatMap((action): ZendeskAction[] => toldBy(action, rule, policy, ledger, language));
  if (told.length > 0) parts.push({ name: '', tag, unless: [], actions: told });
  return parts;
}

function toldBy(action: Action, rule: ExportedRule, policy: Policy, ledger: Ledgered, language: string): ZendeskAction[] {
  const roleName = (id: string): string => localize(policy.roles.find((role) => role.id === id)?.name ?? id, language);
  switch (action.do) {
    case 'notify': {
      const { subject, body } = notification(rule, '#{{ticket.id}}', ledger.options);
      return [
        { field: 'notification_user', value: [ledger.id(`user:${action.role}`, roleName(action.role)), subject, `${body}\n\n{{ticket.link}}`] },
      ];
    }
    case 'assign':
      return [{ field: 'assignee_id', value: ledger.id(`user:${action.role}`, roleName(action.role)) }];
    case 'flag':
      return [{ field: 'current_tags', value: fold(action.flag).replace(/\s+/g, '_') }];
    case 'add-note':
      ledger.leave(rule.title, printAction(action), 'note');
      return [];
    default:
      return [];
  }
}

function tierGroup(tier: number, policy: Policy, ledger: Ledgered): string {
  const found = policy.tiers.find((one) => one.tier === tier);
  const name = found?.reached?.group ?? localize(found?.name ?? `Tier ${tier}`, ledger.options.language);
  return ledger.id(`group:tier-${tier}`, `${ledger.options.t('design.doc.tierShort', { n: tier })}: ${name}`);
}

function slaPolicy(policy: Policy, priorities: ReadonlyMap<string, string>, ledger: Ledgered): unknown {
  const { t, language } = ledger.options;
  const metrics = policy.priorities.flatMap((priority) => {
    const level = priorities.get(priority.id);
    const name = localize(priority.name, language);
    if (level === undefined) {
      ledger.leave(t('exports.sla.of', { priority: name }), name, 'priority');
      return [];
    }
    const business_hours = hasHours(policy, priority.calendar);
    const metric = (metric: string, written: string | undefined) => {
      const target = targetMinutes(written);
      if (written === 'immediate') ledger.leave(t('exports.sla.of', { priority: name }), metric, 'immediate');
      return target === undefined ? [] : [{ priority: level, metric, target, business_hours }];
    };
    return [
      ...metric('first_reply_time', priority.firstResponse),
      ...metric('next_reply_time', priority.nextResponse),
      ...metric(resolutionMetric(policy), priority.resolution),
    ];
  });
  if (metrics.length === 0) return undefined;
  if (policy.priorities.some(({ calendar }) => hasHours(policy, calendar))) ledger.note('exports.note.schedule.zendesk');
  ledger.note(`exports.note.pauses.zendesk.${resolutionMetric(policy) as 'requester_wait_time'}`);
  const title = `Handrail: ${localize(policy.name, language)}`;
  return { sla_policy: { title, description: title, filter: { all: [], any: [] }, policy_metrics: metrics } };
}

/** The metric whose clock stands still when the policy's does. */
function resolutionMetric({ sla }: Policy): 'requester_wait_time' | 'agent_work_time' | 'total_resolution_time' {
  const paused = sla.pauses.includes('resolution') ? sla.pauseStatuses.map(fold) : [];
  if (paused.some((status) => /hold/.test(status))) return 'agent_work_time';
  return paused.length > 0 ? 'requester_wait_time' : 'total_resolution_time';
}
