/** The three rules that must be accepted word for word, and a policy context in which they are right. */
import type { RuleContext } from '../../lib/rules/context.ts';
import type { FactReading, FactSource, TextHits } from '../../lib/rules/fact-source.ts';

export const slaRule = `IF ticket.priority = "High" AND ticket.age > 80% of SLA AND ticket.status != "Resolved"
THEN escalate to Tier 2 AND notify manager AND add internal note`;
export const moodRule = `IF sentiment_score < -0.7 OR contains_keywords(["unacceptable", "terrible", "worst"])
THEN flag for review AND add priority bump AND alert team lead`;
export const customerRule = `IF customer.tier = "Enterprise" OR customer.ltv > {{ltv_threshold}}
THEN set priority = "High" AND assign to senior agent AND notify account manager`;

const named = (id: string, ...names: string[]) => ({ id, names: [id, ...names] });

export const context: RuleContext = {
  variables: { ltv_threshold: 10_000, revenue_threshold: '$1,000', company_name: 'Acme', warn: '80%', patience: '2h', spanish: '10.000' },
  priorities: [
    named('critical', 'Critical', 'Nghiêm trọng', 'P1', 'Urgent', 'Khẩn cấp'),
    named('high', 'High', 'Cao', 'P2', 'Hoch'),
    named('medium', 'Medium', 'Trung bình', 'P3', 'Normal'),
    named('low', 'Low', 'Thấp', 'P4'),
  ],
  currency: 'USD',
  rates: { EUR: 1.25 },
  tiers: [1, 2, 3, 4],
  roles: [
    named('manager', 'Manager'),
    named('team-lead', 'Team lead'),
    named('senior-agent', 'Senior agent'),
    named('account-manager', 'Account manager'),
  ],
  phraseLists: ['legal', 'security-incident'],
  criteria: ['beyond_knowledge', 'asks-manager'],
  templates: ['acknowledgement', 'internal'],
  steps: ['check-logs'],
};

/** A source of facts from a plain record; a word that is not listed was searched for and not found. */
export function factsFrom(
  facts: Readonly<Record<string, FactReading['value'] | FactReading>>,
  found: { readonly words?: readonly string[]; readonly lists?: readonly string[]; readonly complete?: boolean; readonly text?: boolean } = {},
): FactSource {
  const hits = (name: string, present: readonly string[] | undefined): TextHits | undefined =>
    found.text === false
      ? undefined
      : { hits: present?.includes(name) ? [{ message: 0, start: 3, end: 3 + name.length, text: name }] : [], complete: found.complete ?? true };
  return {
    get(name, argument) {
      const key = argument === undefined ? name : `${name}:${argument}`;
      const value = Object.hasOwn(facts, key) ? facts[key] : undefined;
      if (value === undefined) return undefined;
      return typeof value === 'object' && 'value' in value ? value : { value };
    },
    keyword: (word) => hits(word, found.words),
    phrase: (list) => hits(list, found.lists),
  };
}
