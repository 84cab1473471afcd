/** `handrail design`: from a file of answers to the policy (the default) or the design document. Exit code 1 = the answers have problems. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readAnswers } from '../lib/designer/answers.ts';
import { checklistState } from '../lib/designer/checklist.ts';
import { designDocument } from '../lib/designer/design-document.ts';
import { printHtml, printMarkdown } from '../lib/designer/print-document.ts';
import { propose } from '../lib/designer/propose.ts';
import { pageTranslator } from '../lib/extension-text.ts';
import { loadPolicy } from '../lib/policy/load-policy.ts';
import { printPolicy } from '../lib/policy/print-policy.ts';
import { languages } from '../lib/text.ts';
import type { Out } from './policy.ts';

const usage = `handrail design ANSWERS.json [--language ${languages.join('|')}] [--document | --html | --policy]
The answers are those of the workflow designer; see docs/workflow-designer.md.
`;

/** @param out for tests */
export async function design(args: string[], out: Out = process.stdout): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      language: { type: 'string' },
      document: { type: 'boolean', default: false },
      html: { type: 'boolean', default: false },
      policy: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (!file || [values.document, values.html, values.policy].filter(Boolean).length > 1) {
    out.write(usage);
    return 2;
  }
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    out.write(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const { answers, problems } = readAnswers(given);
  const wanted = values.language ?? answers.languages.find((one) => languages.includes(one)) ?? 'en';
  if (!languages.includes(wanted)) {
    out.write(`--language is "${wanted}"; it takes ${languages.join(', ')}.\n`);
    return 2;
  }
  const t = pageTranslator(wanted);
  if (problems.length > 0) {
    for (const { answer, problem, found } of problems) out.write(`${file}: ${t(`design.problem.${problem}`, { answer, found })}\n`);
    return 1;
  }
  const { policy, decisions, plan } = propose(answers, t);
  if (!values.document && !values.html) {
    out.write(printPolicy(policy));
    return 0;
  }
  const loaded = loadPolicy(policy, { kind: 'file' }, new Date().getTime());
  if (!loaded.ok) {
    for (const { message } of loaded.problems) out.write(`${message}\n`);
    return 1;
  }
  const checklist = checklistState(policy, { inUse: null, exported: false, practice: {}, ticketsSeen: 0 });
  const blocks = designDocument({ policy: loaded.loaded.policy, rules: loaded.loaded.rules, answers, decisions, plan, checklist }, wanted, t);
  out.write(values.html ? printHtml(blocks, wanted) : printMarkdown(blocks));
  return 0;
}
