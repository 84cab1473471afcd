/** What the rules see of a ticket, reduced to values that may be kept: numbers, times and words of closed lists, never free text. */
import type { FactVector, KeptFact } from '../ledger/ledger-record.ts';
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import type { FactValue } from '../rules/fact-source.ts';
import { type FactInfo, FACTS, markFact } from '../rules/fact-table.ts';
import type { TicketSnapshot } from '../ticket.ts';
import type { AssessContext } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { customerFacts } from './customer-facts.ts';
import { knownTier } from './known-tier.ts';
import { ticketFacts } from './ticket-facts.ts';

/** Texts of a closed list, so that they name nobody. */
const closedTexts: ReadonlySet<string> = new Set(['language', 'ticket.helpdesk']);

/**
 * The facts behind an assessment, as a backtest can judge them again.
 * @param assessment of the same snapshot, policy and context
 */
export function factVector(snapshot: TicketSnapshot, loaded: LoadedPolicy, { marks }: AssessContext, assessment: Assessment): FactVector {
  const { policy } = loaded;
  const facts = ticketFacts(
    {
      snapshot,
      policy,
      marks,
      conversation: assessment.facts,
      customer: customerFacts(snapshot, policy),
      priority: assessment.priority.level,
      currentTier: assessment.currentTier,
      kept: new Map(),
      words: new Map(),
    },
    assessment.clocks,
    Date.parse(assessment.at),
  );
  const values: Record<string, KeptFact> = {};
  const keep = (name: string, info: Pick<FactInfo, 'type'>): void => {
    const found = facts.get(name);
    const value = found && keptValue(found.value, info.type, name);
    if (value !== undefined) values[name] = value;
  };
  for (const info of FACTS) if (!info.takesLabel) keep(info.name, info);
  const tier = knownTier(loaded, assessment.customerTier);
  if (tier !== undefined) values['customer.tier'] = tier;
  for (const { id } of policy.criteria) keep(markFact(id), { type: 'boolean' });
  const phrases = Object.keys(policy.phrases).map((list) => [list, facts.phrase(list)] as const);
  const readInFull = phrases.every(([, hits]) => hits?.complete === true);
  const hit = phrases.flatMap(([list, hits]) => (hits && hits.hits.length > 0 ? [list] : []));
  return { at: assessment.at, values, ...(readInFull ? { phrases: hit } : hit.length > 0 && { phrasesSoFar: hit }) };
}

function keptValue(value: FactValue, type: FactInfo['type'], name: string): KeptFact | undefined {
  if (type === 'list' || (type === 'text' && !closedTexts.has(name))) return undefined;
  if (typeof value !== 'object') return value;
  if ('amount' in value) return { amount: value.amount, ...(value.currency !== undefined && { currency: value.currency }) };
  // of a status only its kind: the page's own word may be anything
  if (type === 'status') return (value as { readonly kind?: string }).kind;
  if (type === 'elapsed') return value as KeptFact;
  return undefined;
}
