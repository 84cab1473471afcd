/** A policy as YAML for people: only what differs from the defaults of the format, rules as blocks of text. */
import { Document, isScalar, Scalar, visit } from 'yaml';
import type { Policy, PolicyInput } from './schema.ts';

/** A comment above each part that a lead meets first. */
const comments: Readonly<Record<string, string>> = {
  variables: ' Values that rules and texts use as {{name}}.',
  tiers: ' Where tickets go. `groups` and `assignees` say which helpdesk words mean that a ticket is at this tier.',
  priorities: ' Highest first. `aliases` are the words of your helpdesk for this priority.',
  calendars: ' Business hours. Clocks stand still outside them.',
  customer: ' Labels of the custom fields that tell who the customer is.',
  rules: ' Sentences: IF conditions THEN advice. See docs/write-a-policy.md.',
  phrases: ' Words and phrases that rules look for with contains_phrase(name).',
  criteria: ' What only the person at the ticket can know.',
  templates: ' Texts of the handoff and of messages.',
  tests: ' Run with: handrail policy test FILE',
};

/** @returns YAML that `loadPolicy` reads back as the same policy. */
export function printPolicy(policy: Policy | PolicyInput): string {
  const document = new Document(withoutEmpty(policy), { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL;
    },
    Pair(_, pair) {
      if (!isScalar(pair.key)) return;
      const comment = comments[String(pair.key.value)];
      if (comment !== undefined && document.has(String(pair.key.value)) && document.get(String(pair.key.value), true) === pair.value) {
        pair.key.commentBefore = comment;
        pair.key.spaceBefore = true;
      }
    },
  });
  document.commentBefore = ' A Handrail policy. Check it with: handrail policy check FILE';
  return document.toString({ lineWidth: 0 });
}

/** Empty lists and groups are what the format fills in by itself. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, member]) => member !== undefined && !(optionalWhenEmpty.has(name) && isEmpty(member)))
      .map(([name, member]) => [name, withoutEmpty(member)]),
  );
}
const optionalWhenEmpty = new Set(
  'aliases handles groups assignees steps requires examples lookup sites locked rates tests fires silent unknown taught tierFields ltvFields vipFields revenueFields vipTags vipTiers'.split(
    ' ',
  ),
);
const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
