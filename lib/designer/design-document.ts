/**
 * The Escalation Workflow Design document as blocks: every section of the product's text in its order, from any policy. The headings
 * and the first three lines are the product's own words; printing is `print-document.ts`. Over 250 lines: one document, section by section.
 */
import type { PageTranslate } from '../extension-text.ts';
import type { Action } from '../guidance/assessment.ts';
import type { Localized, Policy } from '../policy/schema.ts';
import type { CompiledRule } from '../rules/rule.ts';
import { markOf } from '../rules/fact-table.ts';
import { parseDuration } from '../sla/duration.ts';
import { localize } from '../text.ts';
import { type DesignAnswers, WEEKDAYS, type Weekday } from './answers.ts';
import { CHECKLIST, type ChecklistState } from './checklist.ts';
import type { Decision, TierPlan } from './proposal.ts';
import { STAFFING } from './staffing.ts';
import { hoursText, languageName } from './wording.ts';

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** `label` stands before the colon. */
  | { readonly kind: 'list'; readonly items: readonly { readonly label?: string; readonly text: string; readonly note?: string }[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A text to copy as it stands. */
  | { readonly kind: 'code'; readonly text: string; readonly language: 'markdown' | 'rule' | 'text' }
  | { readonly kind: 'checks'; readonly items: readonly { readonly text: string; readonly done: boolean }[] };

export interface DesignInput {
  readonly policy: Policy;
  readonly rules: readonly CompiledRule[];
  readonly checklist: ChecklistState;
  /** Absent for a policy that was not made here. */
  readonly answers?: DesignAnswers;
  readonly decisions?: readonly Decision[];
  readonly plan?: readonly TierPlan[];
}

/** @param language of the document; `t` speaks it. */
export function designDocument(input: DesignInput, language: string, t: PageTranslate): Block[] {
  const words = { ...input, language, t, text: (value: Localized) => localize(value, language) };
  return [
    { kind: 'heading', level: 1, text: t('design.doc.title') },
    ...profile(words),
    ...tierStructure(words),
    ...slaMatrix(words),
    ...escalationRules(words),
    ...templates(words),
    ...automation(words),
    ...checklist(words),
  ];
}

interface Words extends DesignInput {
  readonly language: string;
  readonly t: PageTranslate;
  readonly text: (value: Localized) => string;
}

const heading = (level: 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, text });
const number = (value: number, language: string): string => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
const variable = ({ policy }: Words, name: string): string => String(policy.variables[name] ?? '').trim();

function profile(words: Words): Block[] {
  const { policy, answers, t, language } = words;
  const volume = variable(words, 'ticket_volume');
  const unknown = t('design.doc.notGiven');
  const items = [
    { label: t('design.doc.company'), text: variable(words, 'company_name') || 'Company' },
    {
      label: t('design.doc.volume'),
      text: volume === '' ? unknown : t('design.doc.perMonth', { n: Number.isFinite(Number(volume)) ? number(Number(volume), language) : volume }),
    },
    { label: t('design.doc.currentTiers'), text: variable(words, 'existing_structure') || unknown },
    ...(policy.organization.product ? [{ label: t('design.doc.product'), text: policy.organization.product }] : []),
    { label: t('design.doc.languages'), text: policy.organization.languages.map((one) => languageName(one, t)).join(', ') },
    { label: t('design.doc.hours'), text: calendarText(words, policy.sla.calendar) },
    ...(answers && answers.categories.some(({ name }) => name.trim() !== '')
      ? [
          {
            label: t('design.doc.categories'),
            text: answers.categories
              .map(({ name }) => name.trim())
              .filter(Boolean)
              .join('; '),
          },
        ]
      : []),
    ...(answers && answers.pains.length > 0
      ? [{ label: t('design.doc.pains'), text: answers.pains.map((pain) => t(`design.pain.${pain}`)).join('; ') }]
      : []),
  ];
  return [heading(2, t('design.doc.profile')), { kind: 'list', items }];
}

function calendarText({ policy, t, text }: Words, id: string): string {
  const calendar = policy.calendars[id];
  if (!calendar) return t('design.doc.notGiven');
  if (calendar.alwaysOpen) return t('design.doc.always', { zone: calendar.timeZone });
  const byHours = new Map<string, Weekday[]>();
  for (const day of WEEKDAYS) {
    const windows = (calendar.hours?.[day] ?? []).map(([from, to]) => `${from}–${to}`).join(', ');
    if (windows) byHours.set(windows, [...(byHours.get(windows) ?? []), day]);
  }
  const parts = [...byHours].map(([windows, days]) => `${daysText(days, t)} ${windows}`);
  const name = calendar.name === undefined ? '' : `${text(calendar.name)}: `;
  return `${id === policy.sla.calendar ? '' : name}${parts.join('; ')} (${calendar.timeZone})`;
}

/** `Mon – Sat`, `Mon, Wed`: three and more in a row as a range. */
function daysText(days: readonly Weekday[], t: PageTranslate): string {
  const runs: Weekday[][] = [];
  for (const day of days) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && WEEKDAYS.indexOf(last) + 1 === WEEKDAYS.indexOf(day)) runs.at(-1)?.push(day);
    else runs.push([day]);
  }
  const name = (day: Weekday | undefined): string => (day === undefined ? '' : t(`design.day.${day}`));
  return runs.map((run) => (run.length > 2 ? `${name(run[0])} – ${name(run.at(-1))}` : run.map(name).join(', '))).join(', ');
}

const duration = (written: string | undefined, t: PageTranslate): string => {
  if (written === undefined) return t('design.doc.noTarget');
  const ms = parseDuration(written);
  return ms === undefined ? written : ms === 0 ? t('design.doc.immediate') : hoursText(ms / 60_000, t);
};

function reasons(words: Words, about: Decision['about']): Block[] {
  const own = (words.decisions ?? []).filter((decision) => decision.about === about);
  if (own.length === 0) return [];
  const titleOf = (id: string | undefined): string | undefined => {
    const rule = words.policy.rules.find((one) => one.id === id);
    return rule && words.text(rule.title);
  };
  return [
    {
      kind: 'list',
      items: own.map(({ what, because, rule }) => {
        const title = titleOf(rule);
        return { ...(title !== undefined && !what.includes(title) && { label: title }), text: what, note: because };
      }),
    },
  ];
}

function tierStructure(words: Words): Block[] {
  const { policy, plan, t, text, language } = words;
  const share = (value: number): string => t('time.percent', { n: Math.round(value * 100) });
  const tiers = policy.tiers.flatMap((tier): Block[] => [
    heading(3, t('design.doc.tier', { n: tier.tier, name: text(tier.name) })),
    {
      kind: 'list',
      items: [
        { label: t('design.doc.handles'), text: tier.handles.map(text).join('; ') || t('design.doc.notGiven') },
        { label: t('design.doc.respondsWithin'), text: duration(tier.respondsWithin, t) },
        ...(tier.resolvesPercent
          ? [{ label: t('design.doc.resolves'), text: t('design.doc.percentRange', { from: tier.resolvesPercent[0], to: tier.resolvesPercent[1] }) }]
          : []),
        ...(tier.requires.length > 0
          ? [
              {
                label: t('design.doc.requires'),
                text: [
                  ...(tier.requiresText === undefined ? [] : [text(tier.requiresText)]),
                  tier.requires.map((part) => t(`design.part.${part}`)).join(', '),
                ].join(': '),
              },
            ]
          : []),
      ],
    },
  ]);
  if (!plan || plan.length === 0) return [heading(2, t('design.doc.tiers')), ...reasons(words, 'tiers'), ...tiers];
  const needed = plan.reduce((sum, { staffing }) => sum + staffing.people, 0);
  const team = plan.reduce((sum, { peopleNow }) => sum + peopleNow, 0);
  return [
    heading(2, t('design.doc.tiers')),
    ...reasons(words, 'tiers'),
    ...tiers,
    heading(3, t('design.doc.staffing')),
    {
      kind: 'table',
      head: ['tier', 'tickets', 'handling', 'target', 'agents', 'within', 'busy', 'people', 'now'].map((one) =>
        t(`design.staffing.${one}` as 'design.staffing.tier'),
      ),
      rows: plan.map(({ tier, ticketsPerMonth, handlingMinutes, targetMinutes, peopleNow, staffing }) => [
        t('design.doc.tierShort', { n: tier }),
        number(Math.round(ticketsPerMonth), language),
        hoursText(handlingMinutes, t),
        targetMinutes === 0 ? t('design.doc.immediate') : hoursText(targetMinutes, t),
        number(staffing.agents, language),
        share(Math.floor(staffing.within * 100) / 100),
        share(staffing.occupancy),
        number(staffing.people, language),
        number(peopleNow, language),
      ]),
    },
    {
      kind: 'text',
      text: t(needed > team ? 'design.staffing.short' : 'design.staffing.enough', { needed: number(needed, language), team: number(team, language) }),
    },
    {
      kind: 'text',
      text: t('design.staffing.assumptions', {
        within: share(STAFFING.within),
        peakHour: number(STAFFING.peakHour, language),
        peakDay: number(STAFFING.peakDay, language),
        shrinkage: share(STAFFING.shrinkage),
        occupancy: share(STAFFING.occupancy),
        writing: STAFFING.writingMinutes,
        week: STAFFING.weekHours,
        critical: share(STAFFING.critical),
        two: share(STAFFING.share[2]),
        three: share(STAFFING.share[3]),
        four: share(STAFFING.share[4]),
      }),
    },
  ];
}

function slaMatrix(words: Words): Block[] {
  const { policy, t, text } = words;
  const next = policy.priorities.some(({ nextResponse }) => nextResponse !== undefined);
  const calendars = policy.priorities.some(({ calendar }) => calendar !== undefined && calendar !== policy.sla.calendar);
  const head = [t('design.sla.priority'), t('design.sla.description'), t('design.sla.first')];
  if (next) head.push(t('design.sla.next'));
  head.push(t('design.sla.resolution'));
  if (calendars) head.push(t('design.sla.calendar'));
  return [
    heading(2, t('design.doc.sla')),
    {
      kind: 'table',
      head,
      rows: policy.priorities.map((priority) => [
        text(priority.name),
        priority.description === undefined ? '' : text(priority.description),
        duration(priority.firstResponse, t),
        ...(next ? [duration(priority.nextResponse, t)] : []),
        duration(priority.resolution, t),
        ...(calendars ? [calendarText(words, priority.calendar ?? policy.sla.calendar)] : []),
      ]),
    },
    { kind: 'text', text: t('design.sla.how', { hours: calendarText(words, policy.sla.calendar), warn: policy.sla.warnAtPercent }) },
    {
      kind: 'text',
      text: t('design.sla.pauses', {
        statuses:
          policy.sla.pauseStatuses.map((status) => (status === 'pending' ? t('design.status.pending') : status)).join(', ') || t('design.doc.none'),
        clocks: policy.sla.pauses.map((clock) => t(`clock.${clock}`)).join(', ') || t('design.doc.none'),
        update: duration(policy.sla.updateOwed, t),
      }),
    },
    ...reasons(words, 'targets'),
  ];
}

/** The advice of a rule in the language of the document. */
export function outcomeText(actions: readonly Action[], policy: Policy, language: string, t: PageTranslate): string {
  const named = <T extends { readonly id: string; readonly name: Localized }>(things: readonly T[], id: string): string => {
    const found = things.find((thing) => thing.id === id);
    return found ? localize(found.name, language) : id;
  };
  const one = (action: Action): string => {
    switch (action.do) {
      case 'escalate': {
        const tier = policy.tiers.find(({ tier }) => tier === action.tier);
        return t('design.do.escalate', { n: action.tier, name: tier ? localize(tier.name, language) : '' });
      }
      case 'notify':
        return t('design.do.notify', { role: named(policy.roles, action.role) });
      case 'set-priority':
        return t('design.do.set-priority', { priority: named(policy.priorities, action.priority) });
      case 'bump-priority':
        return t('design.do.bump-priority');
      case 'assign':
        return t('design.do.assign', { role: named(policy.roles, action.role) });
      case 'flag':
        return action.flag === 'review'
          ? t('design.do.review')
          : action.flag === 'urgent'
            ? t('design.do.urgent')
            : t('design.do.flag', { flag: action.flag });
      case 'add-note':
        return action.text === undefined ? t('design.do.note') : t('design.do.noteText', { text: action.text });
      case 'tell-customer':
        return t('design.do.tell', { template: action.template });
      case 'require-field':
        return t('design.do.require', { part: t(`design.part.${action.field as 'summary'}`) });
      case 'show-step':
        return t('design.do.step', { step: action.step });
    }
  };
  const sentence = actions.map(one).join('; ');
  return sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1);
}

/** The criterion that a rule rests on alone, when it is one of the agent's marks. */
export function markedCriterion(rule: CompiledRule): string | undefined {
  return rule.when.op === 'is' ? markOf(rule.when.fact.name) : undefined;
}

function escalationRules(words: Words): Block[] {
  const { policy, rules, t, text, language } = words;
  const used = policy.rules.flatMap((written) => {
    const compiled = rules.find(({ id }) => id === written.id);
    return compiled && written.mode !== 'off' ? [{ written, compiled }] : [];
  });
  const title = (rule: (typeof used)[number]): string =>
    text(rule.written.title) + (rule.written.mode === 'shadow' ? ` (${t('design.rules.shadow')})` : '');
  const automatic = used.filter(({ compiled }) => markedCriterion(compiled) === undefined);
  return [
    heading(2, t('design.doc.rules')),
    heading(3, t('design.doc.automatic')),
    {
      kind: 'table',
      head: [t('design.rules.trigger'), t('design.rules.outcome'), t('design.rules.why')],
      rows: automatic.map((rule) => [
        title(rule),
        outcomeText(rule.compiled.then, policy, language, t),
        rule.written.why === undefined ? '' : text(rule.written.why),
      ]),
    },
    heading(3, t('design.doc.manual')),
    { kind: 'text', text: t('design.rules.manual') },
    {
      kind: 'list',
      items: policy.criteria.map((criterion) => {
        const rule = used.find(({ compiled }) => markedCriterion(compiled) === criterion.id);
        return {
          label: text(criterion.label),
          text: rule ? outcomeText(rule.compiled.then, policy, language, t) : t('design.rules.noRule'),
        };
      }),
    },
    ...reasons(words, 'rules'),
  ];
}

const scripts = ['acknowledgement', 'internal', 'followup'] as const;

function templates(words: Words): Block[] {
  const { policy, t, language } = words;
  const own = (id: string): readonly (readonly [string, string])[] => {
    const template = policy.templates[id];
    if (template === undefined) return [];
    if (typeof template === 'string') return [[policy.language, template]];
    return Object.entries(template).toSorted(([a], [b]) => Number(b === language) - Number(a === language));
  };
  const printed = (id: string, kind: 'markdown' | 'text'): Block[] => {
    const texts = own(id);
    if (texts.length === 0) return [{ kind: 'text', text: t('design.doc.none') }];
    return texts.flatMap(([spoken, template]): Block[] => [
      ...(texts.length > 1 ? [{ kind: 'text' as const, text: languageName(spoken, t) }] : []),
      { kind: 'code', language: kind, text: template.trim() },
    ]);
  };
  return [
    heading(2, t('design.doc.templates')),
    heading(3, t('design.doc.handoff')),
    ...printed('handoff', 'markdown'),
    heading(3, t('design.doc.scripts')),
    ...scripts.flatMap((id) => [heading(4, t(`design.script.${id}`)), ...printed(id, 'text')]),
    ...reasons(words, 'texts'),
  ];
}

function automation(words: Words): Block[] {
  const { policy, t, text } = words;
  const used = policy.rules.filter(({ mode }) => mode !== 'off');
  const values = ['revenue_threshold', 'ltv_threshold'].filter((name) => variable(words, name) !== '');
  return [
    heading(2, t('design.doc.automation')),
    { kind: 'text', text: t('design.automation.how') },
    ...(values.length > 0 ? [{ kind: 'list' as const, items: values.map((name) => ({ label: `{{${name}}}`, text: variable(words, name) })) }] : []),
    ...used.flatMap((rule): Block[] => [
      heading(3, text(rule.title) + (rule.mode === 'shadow' ? ` (${t('design.rules.shadow')})` : '')),
      { kind: 'code', language: 'rule', text: rule.rule.trim() },
    ]),
  ];
}

function checklist({ checklist: state, t }: Words): Block[] {
  return [
    heading(2, t('design.doc.checklist')),
    { kind: 'checks', items: CHECKLIST.map((item) => ({ text: t(`design.check.${item}`), done: state[item] })) },
  ];
}
