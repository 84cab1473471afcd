/**
 * Freshdesk: automation rules that run on ticket creation, and an SLA policy, as request bodies of the public API.
 *
 * - Automations: https://developers.freshdesk.com/api/#automations, `POST /api/v2/automations/1/rules`; condition sets with `match_type`
 *   all or any, properties with `resource_type`, `field_name`, `operator`, `value`
 * - SLA policies: https://developers.freshdesk.com/api/#sla-policies, `POST /api/v2/sla_policies`; times in seconds, `priority_1` low to
 *   `priority_4` urgent, `escalation_time` in seconds after the target
 *
 * Only fields that these pages document are written. Rules look at new tickets once: what a customer writes later stays with Handrail.
 */
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import type { Policy } from '../policy/schema.ts';
import { fold } from '../rules/fold.ts';
import { printAction } from '../rules/print.ts';
import type { StatusKind } from '../ticket.ts';
import { localize } from '../text.ts';
import {
  doable,
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
import { isMarkTag, type Term } from './terms.ts';

interface FreshdeskProperty {
  readonly resource_type: 'ticket';
  readonly field_name: string;
  readonly operator: 'in' | 'not_in' | 'contains';
  readonly value: readonly (string | number)[];
}

const levelWords = { urgent: ['critical'], high: [], medium: ['normal'], low: [] } as const;
const levelNumbers: Readonly<Record<string, number>> = { low: 1, medium: 2, high: 3, urgent: 4 };
/** Email, portal, phone, chat, feedback widget, outbound email. */
const everySource = [1, 2, 3, 7, 9, 10];

export function exportFreshdesk(loaded: LoadedPolicy, options: ExportOptions): HelpdeskExport {
  const ledger = new Ledgered('freshdesk', options);
  const { policy } = loaded;
  const priorities = prioritiesBy(policy, levelWords);
  const rules: unknown[] = [];
  const breachRoles = new Set<string>();
  for (const rule of rulesToExport(loaded, ledger)) {
    if (tellsOfBreach(rule, policy)) {
      for (const action of doable(rule, ledger)) {
        if (action.do === 'notify') breachRoles.add(action.role);
        else ledger.leave(rule.title, printAction(action), 'overdue');
      }
      continue;
    }
    for (const [at, terms] of rule.alternatives.entries()) {
      const lists = terms.map((term) => propertyOf(term, rule, priorities, ledger));
      if (lists.includes(undefined)) continue;
      const properties = (lists as FreshdeskProperty[][]).flat();
      for (const part of partsOf(rule, policy, priorities, ledger))
        rules.push({
          name: `Handrail: ${rule.title}${rule.alternatives.length > 1 ? ` (${at + 1})` : ''}${part.name}`,
          active: false,
          description: rule.written.rule.slice(0, 250),
          conditions: [{ name: 'condition_set_1', match_type: 'all', properties: [...properties, ...part.also] }],
          actions: part.actions,
        });
    }
  }
  const sla = slaPolicy(policy, priorities, breachRoles, ledger);
  if (rules.length > 0) {
    ledger.note('exports.note.inactive');
    ledger.note('exports.note.creation');
  }
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  return {
    system: 'freshdesk',
    files: [
      ...(sla ? [{ name: 'freshdesk-sla-policy.json', request: 'POST /api/v2/sla_policies', type: 'json' as const, text: json(sla) }] : []),
      ...(rules.length > 0
        ? [{ name: 'freshdesk-automations.json', request: 'POST /api/v2/automations/1/rules', type: 'json' as const, text: json(rules) }]
        : []),
    ],
    ids: [...ledger.ids.values()],
    leftOut: ledger.leftOut,
    notes: ledger.notes,
  };
}

/** The rule fires exactly when a target that the SLA policy carries is missed: its escalations tell people of that. */
function tellsOfBreach({ alternatives }: ExportedRule, policy: Policy): boolean {
  const clocks = new Set(alternatives.flatMap((terms) => (terms.length === 1 && terms[0]?.kind === 'overdue' ? [terms[0].clock] : ['other'])));
  return !clocks.has('other') && clocks.size === 2 && policy.priorities.every(({ firstResponse, resolution }) => firstResponse && resolution);
}

function propertyOf(term: Term, rule: ExportedRule, priorities: ReadonlyMap<string, string>, ledger: Ledgered): FreshdeskProperty[] | undefined {
  const leave = (why: Parameters<Ledgered['leave']>[2]): undefined => ledger.leave(rule.title, term.text, why) as undefined;
  const property = (field_name: string, operator: FreshdeskProperty['operator'], value: FreshdeskProperty['value']): FreshdeskProperty[] => [
    { resource_type: 'ticket', field_name, operator, value },
  ];
  switch (term.kind) {
    case 'other':
      return leave(term.reason);
    case 'overdue':
      return leave('overdue');
    case 'words':
      ledger.note('exports.note.words.freshdesk');
      return property('subject_or_description', 'contains', term.words);
    case 'status': {
      const found = statusNumbers(term.any);
      return found ? property('status', 'in', found) : leave('status');
    }
    case 'priority': {
      const words = term.any.map((id) => priorities.get(id));
      if (words.includes(undefined)) return leave('priority');
      return property(
        'priority',
        'in',
        (words as string[]).map((word) => levelNumbers[word] ?? 0).toSorted((a, b) => a - b),
      );
    }
    case 'group':
      return property('group_id', term.negated ? 'not_in' : 'in', [number(ledger.id(`group:${fold(term.name)}`, term.name))]);
    case 'field':
      ledger.note('exports.note.field');
      return property(ledger.id(`field:${fold(term.label)}`, term.label), 'in', [term.value]);
    case 'tags':
      return leave(term.any.some(isMarkTag) ? 'mark' : 'fact');
    case 'reopened':
    case 'answers':
      return leave('count');
    case 'silence':
      return leave('silence');
  }
}

/** 2 open, 3 pending, 4 resolved, 5 closed. There is no status for new tickets only: they are open. */
function statusNumbers(kinds: readonly StatusKind[]): number[] | undefined {
  if (kinds.includes('new') !== kinds.includes('open')) return undefined;
  return (['open', 'pending', 'resolved', 'closed'] as const).flatMap((kind, at) => (kinds.includes(kind) ? [at + 2] : []));
}

/** Numbers go as numbers; a placeholder stays a text, so that it cannot be sent by accident. */
const number = (id: string): string | number => (/^\d+$/.test(id) ? Number(id) : id);

interface Part {
  readonly name: string;
  readonly also: readonly FreshdeskProperty[];
  readonly actions: readonly Readonly<Record<string, unknown>>[];
}

function partsOf(rule: ExportedRule, policy: Policy, priorities: ReadonlyMap<string, string>, ledger: Ledgered): Part[] {
  const { t, language } = ledger.options;
  const actions = doable(rule, ledger);
  const parts: Part[] = [];
  const roleName = (id: string): string => localize(policy.roles.find((role) => role.id === id)?.name ?? id, language);
  const tier = Math.max(0, ...actions.flatMap((action) => (action.do === 'escalate' ? [action.tier] : [])));
  if (tier > 0) {
    const groups = policy.tiers
      .filter((one) => one.tier >= tier)
      .map((one) =>
        number(
          ledger.id(`group:tier-${one.tier}`, `${t('design.doc.tierShort', { n: one.tier })}: ${one.reached?.group ?? localize(one.name, language)}`),
        ),
      );
    parts.push({
      name: `: ${t('design.doc.tierShort', { n: tier })}`,
      also: [{ resource_type: 'ticket', field_name: 'group_id', operator: 'not_in', value: groups }],
      actions: [{ field_name: 'group_id', value: groups[0] }],
    });
  }
  const others: Readonly<Record<string, unknown>>[] = [];
  for (const action of actions) {
    if (action.do === 'set-priority') {
      const level = priorities.get(action.priority);
      const wanted = level === undefined ? undefined : levelNumbers[level];
      if (wanted === undefined) ledger.leave(rule.title, printAction(action), 'priority');
      else if (wanted > 1)
        parts.push({
          name: `: ${level}`,
          also: [{ resource_type: 'ticket', field_name: 'priority', operator: 'in', value: [1, 2, 3, 4].filter((one) => one < wanted) }],
          actions: [{ field_name: 'priority', value: wanted }],
        });
    } else if (action.do === 'notify') {
      const { subject, body } = notification(rule, '#{{ticket.id}}', ledger.options);
      others.push({
        field_name: 'send_email_to_agent',
        email_to: [number(ledger.id(`user:${action.role}`, roleName(action.role)))],
        email_subject: subject,
        email_body: `${body} {{ticket.url}}`,
      });
    } else if (action.do === 'assign')
      others.push({ field_name: 'responder_id', value: number(ledger.id(`user:${action.role}`, roleName(action.role))) });
    else if (action.do === 'flag') others.push({ field_name: 'add_tag', value: [fold(action.flag).replace(/\s+/g, '_')] });
    else if (action.do === 'bump-priority') ledger.leave(rule.title, printAction(action), 'bump');
    else if (action.do === 'add-note') ledger.leave(rule.title, printAction(action), 'note');
  }
  if (others.length > 0) parts.push({ name: '', also: [], actions: [...others, { field_name: 'add_tag', value: [ruleTag(rule.written.id)] }] });
  return parts;
}

function slaPolicy(policy: Policy, priorities: ReadonlyMap<string, string>, breachRoles: ReadonlySet<string>, ledger: Ledgered): unknown {
  const { t, language } = ledger.options;
  const targets: Record<string, unknown> = {};
  for (const priority of policy.priorities) {
    const level = priorities.get(priority.id);
    const name = localize(priority.name, language);
    const respond = targetMinutes(priority.firstResponse);
    const resolve = targetMinutes(priority.resolution);
    const of = t('exports.sla.of', { priority: name });
    if (level === undefined) ledger.leave(of, name, 'priority');
    else if (respond === undefined || resolve === undefined) ledger.leave(of, name, 'immediate');
    else {
      const next = targetMinutes(priority.nextResponse);
      targets[`priority_${levelNumbers[level]}`] = {
        respond_within: respond * 60,
        ...(next !== undefined && { next_respond_within: next * 60 }),
        resolve_within: resolve * 60,
        business_hours: hasHours(policy, priority.calendar),
        escalation_enabled: breachRoles.size > 0,
      };
    }
  }
  // Freshdesk wants a target for each of its four priorities
  if (Object.keys(targets).length < 4) {
    ledger.leave(t('exports.sla.all'), Object.keys(targets).join(', ') || '–', 'priority');
    return undefined;
  }
  if (policy.priorities.some(({ calendar }) => hasHours(policy, calendar))) ledger.note('exports.note.schedule.freshdesk');
  ledger.note('exports.note.pauses.freshdesk');
  const agent_ids = [...breachRoles].map((role) =>
    number(ledger.id(`user:${role}`, localize(policy.roles.find((one) => one.id === role)?.name ?? role, language))),
  );
  const name = `Handrail: ${localize(policy.name, language)}`;
  return {
    name,
    description: name,
    active: true,
    sla_target: targets,
    applicable_to: { sources: everySource },
    ...(agent_ids.length > 0 && {
      escalation: { response: { escalation_time: 0, agent_ids }, resolution: { level_1: { escalation_time: 0, agent_ids } } },
    }),
  };
}
