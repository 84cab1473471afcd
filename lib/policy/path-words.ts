/** Where in a policy a path leads, in the words of the pages: `priorities.high.resolution` is "Targets › High › Resolution". */
import type { PageTextKey, PageTranslate } from '../extension-text.ts';
import { factWord } from '../rules/fact-words.ts';
import { localize, type TextKey } from '../text.ts';
import type { PolicyPath } from './policy-problem.ts';
import type { Policy } from './schema.ts';
import { valueWord } from './value-words.ts';

/** What the parts of a policy are called in sentences about it. */
export interface PolicyNames {
  readonly rule: (id: string) => string;
  /** @param path with dots between its parts, members of lists by their id */
  readonly path: (path: string) => string;
  /** What is compared, as a rule names it. Absent: sentences use the words of the rule language. */
  readonly fact?: (fact: string) => string;
  /** What it is compared with. @param printed as the rule has it, texts in quotes */
  readonly value?: (fact: string, printed: string) => string;
}

/** As they are written in the file, for the command line. */
export const writtenNames: PolicyNames = { rule: (id) => id, path: (path) => path };

/** @param policies where the names are looked up, in this order: what is gone stands only in the one before. */
export function policyNames(policies: readonly Policy[], language: string, t: PageTranslate): PolicyNames {
  const first = <T>(find: (policy: Policy) => T | undefined): T | undefined => policies.map(find).find((found) => found !== undefined);
  const named = (part: string, member: string): string | undefined =>
    first((policy) => {
      return nameOf(policy, part, member, language);
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
      return [t(key), ...inner].join(separator);
    },
    fact: (fact) => factWord(fact, { t }),
    value(fact, printed) {
      const text = /^"(.*)"$/.exec(printed)?.[1];
      const word = text === undefined ? undefined : first(({ priorities }) => valueWord(fact, text, priorities, language, t));
      return word === undefined ? printed : t('policyPath.quoted', { name: word });
    },
  };
}

const separator = ' › ';

/**
 * The same for a place in data that is no policy yet: members of lists go by the name they have there, or by their number.
 * @param data what was read, whatever its shape
 * @returns undefined where the path leads to nothing that a page has a word for
 */
export function placeInWords(data: unknown, path: PolicyPath, language: string, t: PageTranslate): string | undefined {
  const [part, member, ...rest] = path;
  const key = typeof part === 'string' && Object.hasOwn(parts, part) ? parts[part] : undefined;
  if (typeof part !== 'string' || key === undefined) return undefined;
  const words = rest.map((one) => (typeof one === 'number' ? String(one + 1) : word(part, one, t)));
  if (member === undefined) return t(key);
  const named = nameOf(data, part, member, language) ?? (typeof member === 'number' ? String(member + 1) : word(part, member, t));
  return [t(key), named, ...words].join(separator);
}

/** The member of each part's list that says what people call it. */
const nameMembers: Readonly<Record<string, string>> = {
  tiers: 'name',
  priorities: 'name',
  roles: 'name',
  rules: 'title',
  criteria: 'label',
  steps: 'text',
  calendars: 'name',
  phrases: 'name',
  tests: 'name',
};

/** @param member its place in the list, or what names it there */
function nameOf(data: unknown, part: string, member: string | number, language: string): string | undefined {
  const name = Object.hasOwn(nameMembers, part) ? nameMembers[part] : undefined;
  if (name === undefined) return undefined;
  const group = ownValue(data, part);
  const found: unknown = Array.isArray(group)
    ? typeof member === 'number'
      ? group[member]
      : group.find((one) => ['id', 'tier', 'name'].some((by) => String(ownValue(one, by)) === member))
    : ownValue(group, String(member));
  const said = ownValue(found, name);
  if (typeof said === 'string') return said || undefined;
  const texts = Object.entries(typeof said === 'object' && said !== null ? said : {}).filter(([, text]) => typeof text === 'string');
  return (texts.length > 0 && localize(Object.fromEntries(texts) as Policy['name'], language)) || idOf(found);
}

/** What stands in for a name that is missing. */
function idOf(member: unknown): string | undefined {
  const id = ownValue(member, 'id');
  return typeof id === 'string' && id !== '' ? id : undefined;
}

const ownValue = (group: unknown, name: string): unknown =>
  typeof group === 'object' && group !== null && Object.hasOwn(group, name) ? (group as Readonly<Record<string, unknown>>)[name] : undefined;

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
  rule: 'policyPath.sentence',
  mode: 'rules.mode',
  entries: 'policyPath.entries',
  phrase: 'phrases.phrase',
  yes: 'phrases.yes',
  no: 'phrases.no',
  label: 'policyPath.label',
  text: 'policyPath.text',
  id: 'edit.id',
  tier: 'policyPath.tierNumber',
  calendar: 'targets.calendar',
};
