/** The policy's template for a document, when it can be used, else the product's own; and in words why not. */
import type { Policy } from '../policy/schema.ts';
import { localize, translator, type TextKey, type Translate } from '../text.ts';
import { defaultTemplates, type TemplateId } from '../policy/default-templates.ts';
import { checkTemplate, type TemplateProblem } from './template.ts';

export interface ChosenTemplate {
  readonly template: string;
  readonly templateProblem?: string;
}

/**
 * @param language of the text; a template without it falls back as all policy texts do.
 * @param prepare turns the brackets of the document into places.
 * @param known names that the document fills: an unknown one makes the template unusable, since it would leave a silent hole.
 */
export function chooseTemplate(
  policy: Policy,
  id: TemplateId,
  language: string,
  known: ReadonlySet<string>,
  prepare: (template: string) => string,
): ChosenTemplate {
  const own = Object.hasOwn(policy.templates, id) ? policy.templates[id] : undefined;
  if (own === undefined) return { template: prepare(localize(defaultTemplates[id], language)) };
  const template = prepare(localize(own, language));
  const problem = checkTemplate(template, known)[0];
  if (!problem) return { template };
  return { template: prepare(localize(defaultTemplates[id], language)), templateProblem: problemText(problem, translator(language)) };
}

/** The language in which a document can be written whole, headings and all: the wanted one where the policy's template has it. */
export function documentLanguage(policy: Policy, id: TemplateId, wanted: string): string {
  const own = Object.hasOwn(policy.templates, id) ? policy.templates[id] : defaultTemplates[id];
  if (typeof own === 'string' || own === undefined) return policy.language;
  const base = wanted.split('-')[0] ?? wanted;
  if (Object.hasOwn(own, wanted) || Object.hasOwn(own, base)) return wanted;
  return Object.hasOwn(own, policy.language) ? policy.language : 'en';
}

const problemKeys: Readonly<Record<TemplateProblem['code'], TextKey>> = {
  'too-long': 'doc.problem.tooLong',
  'too-deep': 'doc.problem.tooDeep',
  'too-much-output': 'doc.problem.tooMuch',
  delimiters: 'doc.problem.delimiters',
  syntax: 'doc.problem.syntax',
  raw: 'doc.problem.raw',
  partial: 'doc.problem.partial',
  name: 'doc.problem.name',
  'unknown-name': 'doc.problem.unknownName',
};

/** A template's problem in words, for the person who uses the policy. */
export function problemText(problem: TemplateProblem, t: Translate): string {
  return t('doc.message.badTemplate', { problem: problemWords(problem, t) });
}

/** The same, without what follows from it: for a list of problems. */
export function problemWords(problem: TemplateProblem, t: Translate): string {
  return t(problemKeys[problem.code], 'name' in problem ? { name: problem.name } : {});
}
