/** The published forms of the schema: for editors, for managed browsers, and the reference table of the docs. */
import { z } from 'zod';
import { policySchema } from './schema.ts';

/** JSON Schema (draft 7, which YAML editors know best) of a policy file as it is written. */
export function policyJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(policySchema, { io: 'input', target: 'draft-7', reused: 'ref' });
  return { $schema, title: 'Handrail policy', ...rest };
}

const managedStorage = z.strictObject({
  policy: z.string().describe('A policy as YAML or JSON text, or a part of one that is laid under the policy of the team.'),
  subscription: z
    .strictObject({
      url: z.string().describe('Address from which the signed policy is fetched.'),
      key: z.string().describe('Public key that the policy must be signed with: the text that "handrail policy keygen" prints, or PEM.'),
      minutes: z.int().describe('Minutes between two looks; 60 if left out, at least 5.'),
    })
    .describe('Take the policy from an address instead of from this text.'),
  locked: z
    .array(z.string())
    .describe(
      'What nobody may change in the browser: paths of the policy such as rules.legal, * for all of it, settings.language and other settings.',
    ),
  settings: z
    .strictObject({
      language: z.string().describe('Language of the interface: en or vi.'),
      prompting: z.string().describe('How much new hires are prompted: silent, hint or ask.'),
      retentionDays: z.int().describe('Days after which a ticket that was not seen again leaves the ledger.'),
    })
    .describe('Settings for everybody. A person may change those that are not locked.'),
  sites: z
    .array(
      z.strictObject({
        match: z.string().describe('Site such as https://help.example.com or *.example.com.'),
        zone: z.string().describe('Time zone of times that the site prints without one, such as Asia/Ho_Chi_Minh.'),
        locale: z.string().describe('Language of the site and order of its dates, such as en-GB.'),
      }),
    )
    .describe('What helpdesk sites have in common for everybody. The browser itself asks each person for leave to read a site.'),
});

/** Schema of managed storage: browsers know a part of JSON Schema only (type, properties, items, title, description). */
export function managedJsonSchema(): object {
  return onlyManaged(z.toJSONSchema(managedStorage, { target: 'draft-7' }));
}

function onlyManaged(schema: object): object {
  const { type, description, properties, items } = schema as {
    type?: string;
    description?: string;
    properties?: Readonly<Record<string, object>>;
    items?: object;
  };
  return {
    type,
    ...(description && { description }),
    ...(items && { items: onlyManaged(items) }),
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
