/** The published forms of the schema: for editors, for managed browsers, and the reference table of the docs. */
import { z } from 'zod';
import { policySchema } from './schema.ts';

/** JSON Schema (draft 7, which YAML editors know best) of a policy file as it is written. */
export function policyJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(policySchema, { io: 'input', target: 'draft-7', reused: 'ref' });
  return { $schema, title: 'Handrail policy', ...rest };
}

const managedSettings = z.strictObject({
  policy: z.string().describe('The whole policy as YAML or JSON text.'),
  subscription: z
    .strictObject({
      url: z.string().describe('Address from which the policy is fetched.'),
      key: z.string().describe('Public key that the policy must be signed with.'),
    })
    .describe('Take the policy from an address instead of from this text.'),
});
/** What an administrator may set for every browser. */
export type ManagedSettings = Partial<z.output<typeof managedSettings>>;

/** Schema of managed storage: browsers know a part of JSON Schema only (type, properties, items, title, description). */
export function managedJsonSchema(): object {
  return onlyManaged(z.toJSONSchema(managedSettings, { target: 'draft-7' }));
}

function onlyManaged(schema: object): object {
  const { type, description, properties } = schema as { type?: string; description?: string; properties?: Readonly<Record<string, object>> };
  return {
    type,
    ...(description && { description }),
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, onlyManaged(member)])) }),
  };
}

interface Member {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Member>>;
  readonly required?: readonly string[];
  readonly items?: Member | readonly Member[];
  readonly anyOf?: readonly Member[];
  readonly additionalProperties?: Member | boolean;
}

/** The reference table of docs/write-a-policy.md, in Markdown: a row for each part of a policy and of its tiers, priorities and rules. */
export function referenceTable(): string {
  const root = z.toJSONSchema(policySchema, { io: 'input', target: 'draft-7', reused: 'inline' }) as Member;
  const rows = rowsOf(root, '');
  return ['| part | what it is | must | otherwise |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

const opened = new Set(['tiers', 'priorities', 'rules', 'roles', 'criteria', 'steps', 'sla', 'customer', 'organization']);

function rowsOf({ properties = {}, required = [] }: Member, prefix: string): string[] {
  return Object.entries(properties).flatMap(([name, member]) => {
    const path = `${prefix}${name}`;
    const what = [member.description, kindOf(member)].filter(Boolean).join('. ');
    const byDefault = member.default === undefined ? '' : `\`${JSON.stringify(member.default)}\``;
    const inner = Array.isArray(member.items) ? undefined : (member.items as Member | undefined);
    const below = prefix === '' && opened.has(name) ? (inner ? rowsOf(inner, `${path}[].`) : rowsOf(member, `${path}.`)) : [];
    return [
      `| \`${path}\` | ${what.replaceAll('|', '\\|')} | ${required.includes(name) ? 'yes' : ''} | ${byDefault.replaceAll('|', '\\|')} |`,
      ...below,
    ];
  });
}

function kindOf(member: Member): string {
  if (member.enum) return `One of ${member.enum.map((word) => `\`${String(word)}\``).join(', ')}`;
  if (member.const !== undefined) return `Always \`${JSON.stringify(member.const)}\``;
  if (member.anyOf)
    return [...new Set(member.anyOf.map(kindOf))]
      .filter(Boolean)
      .join(', or one per language: ')
      .replace(/^A text, or one per language: A group$/, 'A text, or one per language');
  const kinds: Readonly<Record<string, string>> = {
    string: 'A text',
    number: 'A number',
    integer: 'A whole number',
    boolean: 'true or false',
    array: 'A list',
    object: 'A group',
  };
  return kinds[member.type ?? ''] ?? '';
}
