/** Who the customer is to the team: tier, lifetime value, VIP. From custom fields, tags and the lead's list; absent = not known. */
import { findMoney } from '../facts/money.ts';
import type { Policy } from '../policy/schema.ts';
import type { MoneyValue } from '../rules/fact-source.ts';
import { fold } from '../rules/fold.ts';
import type { TicketSnapshot } from '../ticket.ts';
import type { Evidence } from './assessment.ts';

interface Known<T> {
  readonly value: T;
  readonly text: string;
  readonly evidence: readonly Evidence[];
}
export interface CustomerFacts {
  readonly tier?: Known<string>;
  readonly ltv?: Known<MoneyValue>;
  readonly vip?: Known<boolean>;
}

type Lookup = Policy['customer']['lookup'][number];

export function customerFacts(snapshot: TicketSnapshot, policy: Policy): CustomerFacts {
  const { customer } = policy;
  const listed = customer.lookup.find((entry) => isMatch(entry, snapshot));
  const tier = tierOf(snapshot, customer, listed);
  const ltv = ltvOf(snapshot, policy, listed);
  const vip = vipOf(snapshot, customer, listed, tier);
  return { ...(tier && { tier }), ...(ltv && { ltv }), ...(vip && { vip }) };
}

const label = (text: string): string => fold(text).replace(/[\s:*]+$/, '');
const byLabel = new WeakMap<object, ReadonlyMap<string, readonly [string, string]>>();

/** The first of `labels` that the page shows with a value. */
function fieldOf(snapshot: TicketSnapshot, labels: readonly string[]): readonly [name: string, text: string] | undefined {
  let fields = byLabel.get(snapshot.customFields);
  if (!fields) {
    fields = new Map(Object.entries(snapshot.customFields).map(([name, { value }]) => [label(name), [name, value.trim()] as const]));
    byLabel.set(snapshot.customFields, fields);
  }
  for (const wanted of labels) {
    const found = fields.get(label(wanted));
    if (found && !isBlank(found[1])) return found;
  }
  return undefined;
}

/** What helpdesks print for an empty field. */
const isBlank = (text: string): boolean => /^(|-+|–|—|n\/?a|\(?(none|not set|empty|no value)\)?)$/i.test(text);

const fieldEvidence = ([field, text]: readonly [string, string]): Evidence[] => [{ kind: 'field', field, text }];
const listEvidence = (fact: string, text: string): Evidence[] => [{ kind: 'value', fact, text }];

function tierOf(snapshot: TicketSnapshot, { tierFields }: Policy['customer'], listed: Lookup | undefined): Known<string> | undefined {
  const field = fieldOf(snapshot, tierFields);
  if (field) return { value: field[1], text: field[1], evidence: fieldEvidence(field) };
  return listed?.tier === undefined ? undefined : { value: listed.tier, text: listed.tier, evidence: listEvidence('customer.tier', listed.tier) };
}

function ltvOf(snapshot: TicketSnapshot, policy: Policy, listed: Lookup | undefined): Known<MoneyValue> | undefined {
  const field = fieldOf(snapshot, policy.customer.ltvFields);
  if (field) {
    const value = amountOf(field[1]);
    if (value) return { value, text: field[1], evidence: fieldEvidence(field) };
  }
  if (listed?.ltv === undefined) return undefined;
  const text = `${listed.ltv} ${policy.currency}`;
  return { value: { amount: listed.ltv, currency: policy.currency }, text, evidence: listEvidence('customer.ltv', text) };
}

/** A field holds one amount, with or without a currency; `4.800` without one could be either number and so is none. */
function amountOf(text: string): MoneyValue | undefined {
  const [money] = findMoney(text);
  if (money) return { amount: money.amount, ...(money.currency && { currency: money.currency }) };
  if (!/^\d+(\.\d{1,2})?$|^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return undefined;
  return { amount: Number(text.replaceAll(',', '')) };
}

const yes = /^(yes|true|y|1|on|x|✓|✔|vip|có|ja|oui|si|sí|sim|да|はい|是|예|evet|tak|ya|ใช่)$/iu;
const no = /^(no|false|n|0|off|không|nein|non|não|nao|нет|いいえ|否|아니오|hayır|nie|tidak|ไม่)$/iu;

function vipOf(
  snapshot: TicketSnapshot,
  customer: Policy['customer'],
  listed: Lookup | undefined,
  tier: Known<string> | undefined,
): Known<boolean> | undefined {
  const field = fieldOf(snapshot, customer.vipFields);
  const tags = snapshot.fields.tags?.value;
  const wanted = new Set(customer.vipTags.map(fold));
  const tag = tags?.find((one) => wanted.has(fold(one)));
  const vipTier = tier !== undefined && customer.vipTiers.some((one) => fold(one) === fold(tier.value));
  if (field && yes.test(field[1])) return { value: true, text: field[1], evidence: fieldEvidence(field) };
  if (listed?.vip === true) return { value: true, text: listed.match, evidence: listEvidence('customer.vip', listed.match) };
  if (tag !== undefined) return { value: true, text: tag, evidence: [{ kind: 'field', field: 'tags', text: tag }] };
  if (vipTier) return { value: true, text: tier.text, evidence: tier.evidence };
  if (field && no.test(field[1])) return { value: false, text: field[1], evidence: fieldEvidence(field) };
  if (listed?.vip === false) return { value: false, text: listed.match, evidence: listEvidence('customer.vip', listed.match) };
  // Nothing says VIP: that means "no" only where something that would say so was read.
  if (tags && wanted.size > 0) return { value: false, text: tags.join(', ') || '–', evidence: [] };
  return tier !== undefined && customer.vipTiers.length > 0 ? { value: false, text: tier.text, evidence: [] } : undefined;
}

/** `match` is a mail address, a mail domain (`@example.com` or `example.com`), or the name of an organization. */
function isMatch({ match }: Lookup, snapshot: TicketSnapshot): boolean {
  const wanted = fold(match);
  const email = fold(snapshot.fields.requester?.value.email ?? '');
  const organization = fold(snapshot.fields.organization?.value ?? '');
  if (wanted === '') return false;
  return wanted === organization || (email !== '' && (wanted === email || email.endsWith(wanted.startsWith('@') ? wanted : `@${wanted}`)));
}
