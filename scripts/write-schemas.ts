/** Writes what is generated from the policy's schema: public/policy.schema.json, public/managed-schema.json, the table in the docs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { managedJsonSchema, policyJsonSchema, referenceTable } from '../lib/policy/json-schema.ts';

const docs = 'docs/write-a-policy.md';

/** The generated files by path, as they should be. @param written the docs as they are */
export function generatedFiles(written: string): Readonly<Record<string, string>> {
  return {
    'public/policy.schema.json': `${JSON.stringify(policyJsonSchema(), null, 2)}\n`,
    'public/managed-schema.json': `${JSON.stringify(managedJsonSchema(), null, 2)}\n`,
    [docs]: written.replace(
      /(<!-- reference -->\n)[\s\S]*?(\n<!-- end of reference -->)/,
      (_, start: string, end: string) => start + referenceTable() + end,
    ),
  };
}

if (import.meta.main) for (const [path, text] of Object.entries(generatedFiles(readFileSync(docs, 'utf8')))) writeFileSync(path, text);
