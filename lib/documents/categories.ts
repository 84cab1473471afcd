/** The closed list of reasons a handoff names: as the policy writes them, in the interface language, and in the footer. */
import type { TextKey, Translate } from '../text.ts';

interface Category {
  readonly name: string;
  readonly key: TextKey;
  /** Short form of the footer. Part of its format: never changed, never reused. */
  readonly short: string;
}

const other: Category = { name: 'Other', key: 'doc.category.other', short: 'other' };
const categories: readonly Category[] = [
  { name: 'SLA', key: 'doc.category.sla', short: 'sla' },
  { name: 'Sentiment', key: 'doc.category.sentiment', short: 'sentiment' },
  { name: 'Legal or regulatory', key: 'doc.category.legal', short: 'legal' },
  { name: 'Repeated contact', key: 'doc.category.repeated', short: 'repeated' },
  { name: 'VIP', key: 'doc.category.vip', short: 'vip' },
  { name: 'Revenue impact', key: 'doc.category.revenue', short: 'revenue' },
  { name: 'Security', key: 'doc.category.security', short: 'security' },
  { name: 'Technical', key: 'doc.category.technical', short: 'technical' },
  { name: 'Billing', key: 'doc.category.billing', short: 'billing' },
  { name: 'Manager requested', key: 'doc.category.manager', short: 'manager' },
  { name: 'Policy exception', key: 'doc.category.exception', short: 'exception' },
  { name: 'Other department', key: 'doc.category.department', short: 'department' },
  { name: 'PR or reputation', key: 'doc.category.reputation', short: 'reputation' },
  { name: 'Beyond knowledge or authority', key: 'doc.category.beyond', short: 'beyond' },
  other,
];

/** Every category, in the order of the list, for a person to choose from. */
export const categoryNames: readonly string[] = categories.map((category) => category.name);

/** The word for a category in the translator's language. An unknown one is `Other`. */
export function categoryText(name: string, t: Translate): string {
  return t((categories.find((category) => category.name === name) ?? other).key);
}

/** The footer's short form. An unknown category is `other`. */
export function shortCategory(name: string | undefined): string {
  return (categories.find((category) => category.name === name) ?? other).short;
}

/** The category of a footer's short form; undefined when there is none. */
export function categoryOfShort(short: string): string | undefined {
  return categories.find((category) => category.short === short)?.name;
}
