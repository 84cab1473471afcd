/** What the parts of a policy are called, for the controls of a form. */
import { factWord } from '../../../lib/rules/fact-words.ts';
import type { PageTranslate } from '../../../lib/extension-text.ts';
import type { Localized, PolicyInput } from '../../../lib/policy/schema.ts';
import { type NamedPriority, valueWord } from '../../../lib/policy/value-words.ts';
import { FACTS, markFact, markOf } from '../../../lib/rules/fact-table.ts';
import { localize } from '../../../lib/text.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}
export interface RuleNames {
  /** Facts and functions in groups. */
  readonly facts: readonly { readonly label: string; readonly choices: readonly Choice[] }[];
  readonly fact: (name: string) => string;
  /** A word of a closed list that a fact is compared with: a mood, a priority, the state of a clock. */
  readonly value: (fact: string, word: string) => string;
  /** A clock as rules name it, such as `first_response`. */
  readonly clock: (word: string) => string;
  readonly template: (id: string) => string;
  /** The rule's title in quotation marks, for sentences. */
  readonly rule: (id: string) => string;
  readonly tiers: readonly Choice[];
  readonly roles: readonly Choice[];
  readonly steps: readonly Choice[];
  readonly lists: readonly Choice[];
}

const templateTexts = {
  handoff: 'templates.name.handoff',
  acknowledgement: 'templates.name.acknowledgement',
  internal: 'templates.name.internal',
  followup: 'templates.name.followup',
  manager: 'templates.name.manager',
  accountManager: 'templates.name.accountManager',
} as const;

export function ruleNames(policy: PolicyInput, language: string, t: PageTranslate): RuleNames {
  const say = (text: Localized | undefined, otherwise: string): string => (text === undefined ? otherwise : localize(text, language) || otherwise);
  const criteria = policy.criteria ?? [];
  const fact = (name: string): string => {
    const mark = markOf(name);
    if (mark !== undefined) return say(criteria.find(({ id }) => id === mark)?.label, mark);
    const word = factWord(name, { t });
    return word === name ? name : `${word} (${name})`;
  };
  const group = (key: Parameters<PageTranslate>[0], names: readonly string[]) => ({
    label: t(key),
    choices: names.map((value) => ({ value, label: fact(value) })),
  });
  const of = (test: (name: string) => boolean): string[] => FACTS.map(({ name }) => name).filter(test);
  const isTicket = (name: string): boolean => name.startsWith('ticket.');
  const isCustomer = (name: string): boolean => name.startsWith('customer.');
  const isClock = (name: string): boolean => /\.(used|left|breached|state|target)$/.test(name);
  return {
    fact,
    value: (name, value) => valueWord(name, value, policy.priorities as readonly NamedPriority[], language, t) ?? value,
    clock: (word) => factWord(`${word}.used`, { t }),
    template: (id) => (Object.hasOwn(templateTexts, id) ? t(templateTexts[id as keyof typeof templateTexts]) : id),
    rule: (id) => {
      const title = say((policy.rules ?? []).find((rule) => rule.id === id)?.title, '');
      return title === '' ? id : t('policyPath.quoted', { name: title });
    },
    facts: [
      group('rules.facts.ticket', of(isTicket)),
      group('rules.facts.customer', of(isCustomer)),
      {
        label: t('rules.facts.words'),
        choices: [
          { value: 'contains_keywords', label: t('rules.keywords') },
          { value: 'contains_phrase', label: t('rules.phrase') },
        ],
      },
      group(
        'rules.facts.conversation',
        of((name) => !isTicket(name) && !isCustomer(name) && !isClock(name)),
      ),
      group(
        'rules.facts.clocks',
        of((name) => isClock(name) && !isTicket(name)),
      ),
      group(
        'rules.facts.marks',
        criteria.map(({ id }) => markFact(id)),
      ),
    ].filter(({ choices }) => choices.length > 0),
    tiers: policy.tiers.map(({ tier, name }) => ({ value: String(tier), label: t('rules.tierChoice', { tier, name: say(name, '') }) })),
    roles: (policy.roles ?? []).map(({ id, name }) => ({ value: id, label: say(name, id) })),
    steps: (policy.steps ?? []).map(({ id, text }) => ({ value: id, label: say(text, id) })),
    lists: Object.entries(policy.phrases ?? {}).map(([id, { name }]) => ({ value: id, label: say(name, id) })),
  };
}
