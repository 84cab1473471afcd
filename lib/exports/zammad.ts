/**
 * Zammad: triggers, SLAs and their calendars as request bodies of the public API.
 *
 * - Triggers: https://docs.zammad.org/en/latest/api/trigger.html; conditions as `{operator, conditions}` with `{name, operator, value}`
 * - SLAs: https://docs.zammad.org/en/latest/api/sla.html (minutes), calendars: https://docs.zammad.org/en/latest/api/calendar.html
 * - Time events ("escalation is reached"): https://admin-docs.zammad.org/en/latest/manage/trigger/how-do-they-work.html
 *
 * Numbers of priorities (1 low, 2 normal, 3 high), states (1 new, 2 open, 3 pending reminder, 4 closed, 5 merged) and senders
 * (2 customer) are those of a new installation. Over 250 lines: one system in one file. https://docs.zammad.org/en/latest/api/ticket/priorities.html and states.html.
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
  Ledgered,
  notification,
  prioritiesBy,
  ruleTag,
  rulesToExport,
  targetMinutes,
} from './export-words.ts';
import type { HelpdeskExport } from './helpdesk-export.ts';
import { isMarkTag, markTag, type Term } from './terms.ts';
import { zammadCalendar } from './zammad-calendar.ts';

type ZammadCondition =
  | { readonly name: string; readonly operator: string; readonly value?: string | readonly string[] }
  | { readonly operator: 'AND' | 'OR' | 'NOT'; readonly conditions: readonly ZammadCondition[] };
type Perform = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const levelWords = { high: [], normal: ['medium'], low: [] } as const;
const levelNumbers: Readonly<Record<string, string>> = { low: '1', normal: '2', high: '3' };
/** Closed and merged: nothing is done to these any more. */
const done = ['4', '5'];

export function exportZammad(loaded: LoadedPolicy, options: ExportOptions): HelpdeskExport {
  const ledger = new Ledgered('zammad', options);
  const { policy } = loaded;
  const numbers = priorityNumbers(policy, ledger);
  const triggers: unknown[] = [];
  for (const rule of rulesToExport(loaded, ledger)) {
    const ways = tellsOfBreach(rule, policy)
      ? [[{ name: 'ticket.escalation_at', operator: 'has reached' }, notDone]]
      : rule.alternatives.flatMap((terms) => {
          const lists = terms.map((term) => conditionOf(term, rule, policy, numbers, ledger));
          return lists.includes(undefined) ? [] : [(lists as ZammadCondition[][]).flat()];
        });
    const activator = tellsOfBreach(rule, policy) ? 'time' : 'action';
    for (const [at, conditions] of ways.entries())
      for (const part of partsOf(rule, policy, numbers, ledger))
        triggers.push({
          name: `Handrail: ${rule.title}${ways.length > 1 ? ` (${at + 1})` : ''}${part.name}`,
          condition: {
            operator: 'AND',
            conditions: [...conditions, { name: 'ticket.tags', operator: 'contains one not', value: part.tag }, ...part.unless],
          },
          perform: { ...part.perform, 'ticket.tags': { operator: 'add', value: [...part.tags, part.tag].join(', ') } },
          activator,
          execution_condition_mode: 'selective',
          disable_notification: true,
          active: false,
          note: rule.written.rule.slice(0, 250),
        });
  }
  const { calendars, slas } = slasOf(policy, numbers, ledger);
  if (triggers.length > 0) {
    ledger.note('exports.note.inactive');
    ledger.note('exports.note.expert');
  }
  ledger.note('exports.note.pauses.zammad');
  const file = (name: string, request: string, value: readonly unknown[]) =>
    value.length > 0 ? [{ name, request, type: 'json' as const, text: `${JSON.stringify(value, null, 2)}\n` }] : [];
  return {
    system: 'zammad',
    files: [
      ...file('zammad-calendars.json', 'POST /api/v1/calendars', calendars),
      ...file('zammad-slas.json', 'POST /api/v1/slas', slas),
      ...file('zammad-triggers.json', 'POST /api/v1/triggers', triggers),
    ],
    ids: [...ledger.ids.values()],
    leftOut: ledger.leftOut,
    notes: ledger.notes,
  };
}

const notDone: ZammadCondition = { name: 'ticket.state_id', operator: 'is not', value: done };

/** Numbers of the policy's levels; one without a counterpart gets a number of its own, which a new priority in Zammad will have. */
function priorityNumbers(policy: Policy, ledger: Ledgered): (id: string) => string {
  const words = prioritiesBy(policy, levelWords);
  return (id) => {
    const word = words.get(id);
    if (word !== undefined) return levelNumbers[word] ?? '';
    ledger.note('exports.note.newPriority');
    return ledger.id(`priority:${id}`, localize(policy.priorities.find((one) => one.id === id)?.name ?? id, ledger.options.language));
  };
}

/** "Escalation is reached" is any running target that is missed: the rule must ask for exactly the targets that the SLAs carry. */
function tellsOfBreach({ alternatives }: ExportedRule, policy: Policy): boolean {
  const clocks = new Set(alternatives.flatMap((terms) => (terms.length === 1 && terms[0]?.kind === 'overdue' ? [terms[0].clock] : ['other'])));
  const targets = [
    ...(policy.priorities.some(({ firstResponse }) => targetMinutes(firstResponse) !== undefined) ? ['firstResponse'] : []),
    ...(policy.priorities.some(({ resolution }) => targetMinutes(resolution) !== undefined) ? ['resolution'] : []),
    ...(policy.priorities.some(({ nextResponse }) => targetMinutes(nextResponse) !== undefined) ? ['nextResponse'] : []),
  ];
  return clocks.size === targets.length && targets.every((clock) => clocks.has(clock as 'resolution'));
}

function conditionOf(
  term: Term,
  rule: ExportedRule,
  policy: Policy,
  numbers: (id: string) => string,
  ledger: Ledgered,
): ZammadCondition[] | undefined {
  const leave = (why: Parameters<Ledgered['leave']>[2]): undefined => ledger.leave(rule.title, term.text, why) as undefined;
  switch (term.kind) {
    case 'other':
      return leave(term.reason);
    case 'overdue':
      return leave('overdue');
    case 'words': {
      ledger.note('exports.note.words.zammad');
      const each = term.words.map((value): ZammadCondition => ({ name: 'article.body', operator: 'contains', value }));
      return [
        { name: 'article.sender_id', operator: 'is', value: ['2'] },
        each.length === 1 && each[0] ? each[0] : { operator: 'OR', conditions: each },
      ];
    }
    case 'tags':
      if (term.any.some((tag) => tag.includes(','))) return leave('fact');
      if (term.text.includes('customer.vip')) ledger.note('exports.note.vip');
      if (term.any.some(isMarkTag)) ledger.note('exports.note.marks', { tags: `${markTag('')}…` });
      return [{ name: 'ticket.tags', operator: term.negated ? 'contains one not' : 'contains one', value: term.any.join(', ') }];
    case 'status': {
      const found = statesOf(term.any, ledger);
      return found ? [found] : leave('status');
    }
    case 'priority':
      return [{ name: 'ticket.priority_id', operator: 'is', value: term.any.map(numbers) }];
    case 'group':
      return [{ name: 'ticket.group_id', operator: term.negated ? 'is not' : 'is', value: [ledger.id(`group:${fold(term.name)}`, term.name)] }];
    case 'field':
      ledger.note('exports.note.field');
      return [{ name: `ticket.${ledger.id(`field:${fold(term.label)}`, term.label)}`, operator: 'is', value: [term.value] }];
    case 'reopened':
    case 'answers':
      return leave('count');
    case 'silence':
      return leave('silence');
  }
}

/** A closed ticket is the only resolved one in Zammad. */
function statesOf(kinds: readonly StatusKind[], ledger: Ledgered): ZammadCondition | undefined {
  const has = (kind: StatusKind): boolean => kinds.includes(kind);
  if (has('resolved') !== has('closed')) return undefined;
  if (has('new') && has('open') && has('pending')) return has('closed') ? undefined : notDone;
  const value = [
    ...(has('new') ? ['1'] : []),
    ...(has('open') ? ['2'] : []),
    ...(has('pending') ? ['3', ledger.id('state:pending close', 'pending close')] : []),
    ...(has('closed') ? ['4'] : []),
  ];
  return value.length === 0 ? undefined : { name: 'ticket.state_id', operator: 'is', value };
}

interface Part {
  readonly name: string;
  readonly tag: string;
  readonly tags: readonly string[];
  readonly unless: readonly ZammadCondition[];
  readonly perform: Perform;
}

function partsOf(rule: ExportedRule, policy: Policy, numbers: (id: string) => string, ledger: Ledgered): Part[] {
  const { t, language } = ledger.options;
  const tag = ruleTag(rule.written.id);
  const parts: Part[] = [];
  const roleName = (id: string): string => localize(policy.roles.find((role) => role.id === id)?.name ?? id, language);
  const actions = doable(rule, ledger);
  const tier = Math.max(0, ...actions.flatMap((action) => (action.do === 'escalate' ? [action.tier] : [])));
  if (tier > 0) {
    const groups = policy.tiers
      .filter((one) => one.tier >= tier)
      .map((one) =>
        ledger.id(`group:tier-${one.tier}`, `${t('design.doc.tierShort', { n: one.tier })}: ${one.reached?.group ?? localize(one.name, language)}`),
      );
    parts.push({
      name: `: ${t('design.doc.tierShort', { n: tier })}`,
      tag: `${tag}_tier`,
      tags: [],
      unless: [{ name: 'ticket.group_id', operator: 'is not', value: groups }],
      perform: { 'ticket.group_id': { value: groups[0] } },
    });
  }
  const perform: Record<string, Readonly<Record<string, unknown>>> = {};
  const tags: string[] = [];
  const told: string[] = [];
  for (const action of actions) {
    if (action.do === 'set-priority') {
      const at = policy.priorities.findIndex(({ id }) => id === action.priority);
      const higher = policy.priorities.slice(0, at + 1).map(({ id }) => numbers(id));
      parts.push({
        name: `: ${localize(policy.priorities[at]?.name ?? action.priority, language)}`,
        tag: `${tag}_priority`,
        tags: [],
        unless: [{ name: 'ticket.priority_id', operator: 'is not', value: higher }],
        perform: { 'ticket.priority_id': { value: numbers(action.priority) } },
      });
    } else if (action.do === 'notify') told.push(ledger.id(`user:${action.role}`, roleName(action.role)));
    else if (action.do === 'assign')
      perform['ticket.owner_id'] = { pre_condition: 'specific', value: ledger.id(`user:${action.role}`, roleName(action.role)) };
    else if (action.do === 'flag') tags.push(fold(action.flag).replace(/\s+/g, '_'));
    else if (action.do === 'add-note') perform['article.note'] = { subject: rule.title, body: asHtml(action.text ?? rule.title), internal: 'true' };
    else if (action.do === 'bump-priority') ledger.leave(rule.title, printAction(action), 'bump');
  }
  if (told.length > 0) {
    const { subject, body } = notification(rule, '#{ticket.number}', ledger.options);
    // without `internal` Zammad shows the customer what was sent to a colleague
    perform['notification.email'] = { recipient: told.map((id) => `userid_${id}`), subject, body: asHtml(body), internal: 'true' };
  }
  if (Object.keys(perform).length + tags.length > 0) parts.push({ name: '', tag, tags, unless: [], perform });
  return parts;
}

/** Zammad takes the text of notes and mails as HTML. */
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

function slasOf(policy: Policy, numbers: (id: string) => string, ledger: Ledgered): { readonly calendars: unknown[]; readonly slas: unknown[] } {
  const { t, language } = ledger.options;
  const used = [...new Set(policy.priorities.map(({ calendar }) => calendar ?? policy.sla.calendar))];
  const calendars = used.flatMap((id) => {
    const calendar = policy.calendars[id];
    if (!calendar) return [];
    return [zammadCalendar(id, calendar, (what) => ledger.leave(t('exports.calendar.of', { name: id }), what, 'calendar'), language)];
  });
  const slas = policy.priorities.flatMap((priority) => {
    const name = localize(priority.name, language);
    const first = targetMinutes(priority.firstResponse);
    const next = targetMinutes(priority.nextResponse);
    const solution = targetMinutes(priority.resolution);
    for (const [written, what] of [
      [priority.firstResponse, 'first_response_time'],
      [priority.resolution, 'solution_time'],
    ] as const)
      if (written === 'immediate') ledger.leave(t('exports.sla.of', { priority: name }), what, 'immediate');
    if (first === undefined && next === undefined && solution === undefined) return [];
    const calendar = priority.calendar ?? policy.sla.calendar;
    return [
      {
        name: `Handrail: ${name}`,
        condition: { 'ticket.priority_id': { operator: 'is', value: [numbers(priority.id)] } },
        calendar_id: ledger.id(`calendar:${calendar}`, t('exports.calendar.of', { name: calendar })),
        first_response_time: first ?? null,
        response_time: next ?? null,
        update_time: null,
        solution_time: solution ?? null,
      },
    ];
  });
  return { calendars, slas };
}
