/** Where in a policy a path leads, in the words of the pages: `priorities.high.resolution` is "Targets › High › Resolution". */
import type { PageTextKey, PageTranslate } from '../extension-text.ts';
import { localize, type TextKey } from '../text.ts';
import type { Policy } from './schema.ts';

/** What the parts of a policy are called in sentences about it. */
export interface PolicyNames {
  readonly rule: (id: string) => string;
  /** @param path with dots between its parts, members of lists by their id */
  readonly path: (path: string) => string;
}

/** As they are written in the file, for the command line. */
export const writtenNames: PolicyNames = { rule: (id) => id, path: (path) => path };

/** @param policies where the names are looked up, in this order: what is gone stands only in the one before. */
export function policyNames(policies: readonly Policy[], language: string, t: PageTranslate): PolicyNames {
  const first = <T>(find: (policy: Policy) => T | undefined): T | undefined => policies.map(find).find((found) => found !== undefined);
  const named = (part: string, member: string): string | undefined =>
    first((policy) => {
      const name = nameOf(policy, part, member);
      return name === undefined ? undefined : localize(name, language) || undefined;
    });
  return {
    rule(id) {
      const title = named('rules', id);
      return title === undefined ? id : t('policyPath.quoted', { name: title });
    },
    path(path) {
      const [part = '', member, ...rest] = path.split('.');
      const key = Object.hasOwn(parts, part) ? parts[part] : undefined;
      if (key === undefined) return path;
      const inner = member === undefined ? [] : [named(part, member) ?? word(part, member, t), ...rest.map((one) => word('', one, t))];
      return [t(key), ...inner].join(' › ');
    },
  };
}

function nameOf(policy: Policy, part: string, member: string): Policy['name'] | undefined {
  switch (part) {
    case 'tiers':
      return policy.tiers.find(({ tier }) => String(tier) === member)?.name;
    case 'priorities':
      return policy.priorities.find(({ id }) => id === member)?.name;
    case 'roles':
      return policy.roles.find(({ id }) => id === member)?.name;
    case 'rules':
      return policy.rules.find(({ id }) => id === member)?.title;
    case 'criteria':
      return policy.criteria.find(({ id }) => id === member)?.label;
    case 'steps':
      return policy.steps.find(({ id }) => id === member)?.text;
    case 'calendars':
      return policy.calendars[member]?.name;
    case 'phrases':
      return policy.phrases[member]?.name;
    default:
      return undefined;
  }
}

const word = (part: string, name: string, t: PageTranslate): string => {
  const key = Object.hasOwn(inPart, `${part}.${name}`) ? inPart[`${part}.${name}`] : Object.hasOwn(anywhere, name) ? anywhere[name] : undefined;
  return key === undefined ? name : t(key);
};

const parts: Readonly<Record<string, PageTextKey | TextKey>> = {
  tiers: 'policy.tiers',
  priorities: 'policy.targets',
  rules: 'policy.rules',
  calendars: 'options.nav.calendars',
  phrases: 'options.nav.phrases',
  templates: 'templates.title',
  roles: 'roles.title',
  criteria: 'criteria.title',
  steps: 'steps.title',
  variables: 'values.title',
  rates: 'values.rates',
  sla: 'clocks.title',
  limits: 'policyPath.limits',
  organization: 'file.about',
  language: 'phrases.language',
  id: 'edit.id',
  metrics: 'options.nav.metrics',
  tests: 'rules.check.tests',
  contacts: 'clocks.contacts',
  assumedTier: 'clocks.assumedTier',
  defaultPriority: 'clocks.defaultPriority',
  customer: 'customers.title',
  version: 'sharing.publish.version',
  label: 'file.label',
  expires: 'file.expires',
  name: 'tiers.name',
};
const inPart: Readonly<Record<string, PageTextKey | TextKey>> = {
  'templates.handoff': 'templates.name.handoff',
  'templates.acknowledgement': 'templates.name.acknowledgement',
  'templates.internal': 'templates.name.internal',
  'templates.followup': 'templates.name.followup',
  'templates.manager': 'templates.name.manager',
  'templates.accountManager': 'templates.name.accountManager',
  'sla.calendar': 'clocks.calendar',
  'sla.warnAtPercent': 'clocks.warn',
  'sla.prefer': 'clocks.prefer',
  'sla.pauseStatuses': 'clocks.pauseStatuses',
  'sla.pauses': 'clocks.pauses',
  'sla.priorityChange': 'clocks.priorityChange',
  'sla.reopen': 'clocks.reopen',
  'sla.updateOwed': 'clocks.updateOwed',
  'organization.product': 'file.product',
  'organization.languages': 'file.languages',
  'limits.sentimentMaxTier': 'clocks.sentimentMaxTier',
  'customer.tierFields': 'customers.tierFields',
  'customer.ltvFields': 'customers.ltvFields',
  'customer.vipFields': 'customers.vipFields',
  'customer.revenueFields': 'customers.revenueFields',
  'customer.vipTags': 'customers.vipTags',
  'customer.vipTiers': 'customers.vipTiers',
};
const anywhere: Readonly<Record<string, PageTextKey | TextKey>> = {
  firstResponse: 'clock.firstResponse',
  nextResponse: 'clock.nextResponse',
  resolution: 'clock.resolution',
  respondsWithin: 'policy.responds',
  handles: 'policy.handles',
  requires: 'tiers.requires',
  requiresText: 'tiers.requiresText',
  steps: 'tiers.steps',
  resolvesPercent: 'tiers.resolvesPercent',
  name: 'tiers.name',
  timeZone: 'calendar.zone',
  alwaysOpen: 'calendar.alwaysOpen',
  hours: 'calendar.week',
  holidays: 'calendar.holidays',
  overrides: 'calendar.overrides',
  breaks: 'calendar.breaks',
  groups: 'tiers.groups',
  assignees: 'tiers.assignees',
  aliases: 'targets.aliases',
  description: 'targets.description',
  title: 'rules.title',
  category: 'rules.category',
  urgent: 'rules.urgent',
  sentimentOnly: 'rules.sentimentOnly',
  why: 'rules.why',
  examples: 'rules.examples',
};
