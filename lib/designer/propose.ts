/** From a lead's answers to a policy: deterministic, built from the default policy, every decision with the answer it rests on. */
import type { PageTranslate } from '../extension-text.ts';
import { defaultPolicy } from '../policy/default-policy.ts';
import type { PolicyInput } from '../policy/schema.ts';
import { fold } from '../rules/fold.ts';
import { printMoney } from '../rules/print.ts';
import type { DesignAnswers } from './answers.ts';
import type { Decision, Proposal } from './proposal.ts';
import { proposeRules } from './propose-rules.ts';
import { proposeTargets } from './propose-targets.ts';
import { proposeTests } from './propose-tests.ts';
import { proposeTiers } from './propose-tiers.ts';
import { planStaffing } from './plan-staffing.ts';
import { teamShape } from './team-shape.ts';
import { spokenName } from './wording.ts';

/** @param t the language of the reasons; the policy's own texts carry every language they have. */
export function propose(answers: DesignAnswers, t: PageTranslate): Proposal {
  const shape = teamShape(answers.teamSize);
  const tiers = proposeTiers(answers, shape, t);
  const targets = proposeTargets(answers, t);
  const rules = proposeRules(answers, shape, t);
  const texts = proposeTexts(answers, t);
  const policy: PolicyInput = {
    ...defaultPolicy,
    id: policyId(answers.company),
    name: policyName(answers.company),
    version: 1,
    language: texts.language,
    organization: { ...(answers.product.trim() && { product: answers.product.trim() }), languages: [...answers.languages] },
    variables: {
      company_name: answers.company.trim() || 'Company',
      ticket_volume: answers.ticketsPerMonth,
      existing_structure: structureText(answers, t),
      revenue_threshold: printMoney(answers.revenueThreshold, answers.currency === 'USD' ? '$' : answers.currency),
      ltv_threshold: printMoney(answers.ltvThreshold, answers.currency === 'USD' ? '$' : answers.currency),
    },
    currency: answers.currency,
    tiers: tiers.tiers,
    priorities: targets.priorities,
    calendars: targets.calendars,
    sla: targets.sla,
    limits: { sentimentMaxTier: Math.max(1, Math.min(2, shape.length - 1)) },
    rules: rules.rules,
    steps: tiers.steps,
    phrases: texts.phrases,
    templates: texts.templates,
    ...(answers.pains.includes('new-hires') && { prompting: 'ask' as const }),
  };
  const tested = { ...policy, tests: proposeTests(answers, policy, shape, targets.warnAtPercent) };
  const thresholds: Decision = {
    about: 'rules',
    what: t('design.thresholds.what', {
      revenue: amountText(answers.revenueThreshold, answers.currency, t),
      ltv: amountText(answers.ltvThreshold, answers.currency, t),
    }),
    because: t('design.thresholds.because'),
  };
  return {
    policy: tested,
    decisions: [...tiers.decisions, ...targets.decisions, ...rules.decisions, thresholds, ...texts.decisions],
    plan: planStaffing(answers, shape, tested),
  };
}

const amountText = (amount: number, currency: string, t: PageTranslate): string =>
  `${new Intl.NumberFormat(t('design.locale')).format(amount)} ${currency}`;

/** Letters and digits of the company's name; `support` when none are left. */
function policyId(company: string): string {
  const slug = fold(company)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  return slug === '' || slug === 'default' ? 'support' : slug;
}

const policyName = (company: string): PolicyInput['name'] =>
  company.trim() === ''
    ? { en: 'Support policy', vi: 'Chính sách hỗ trợ' }
    : { en: `${company.trim()} support policy`, vi: `Chính sách hỗ trợ ${company.trim()}` };

function structureText(answers: DesignAnswers, t: PageTranslate): string {
  const size = t(answers.teamSize === 1 ? 'design.people.one' : 'design.people.other', { n: answers.teamSize });
  const shifts = t(answers.shifts === 1 ? 'design.shifts.one' : 'design.shifts.other', { n: answers.shifts });
  return [answers.structure.trim().replace(/\s+/g, ' '), `${size}, ${shifts}`].filter(Boolean).join('; ');
}

type Texts = Pick<PolicyInput, 'phrases' | 'templates'> & { readonly language: string; readonly decisions: readonly Decision[] };

/** Templates in the team's languages; phrase lists in these and English, since customers everywhere mix English words in. */
function proposeTexts(answers: DesignAnswers, t: PageTranslate): Texts {
  const languages = [...new Set(answers.languages)];
  const templates: Record<string, Record<string, string>> = {};
  const known = languages.filter((language) => Object.hasOwn(defaultPolicy.templates?.handoff as object, language));
  const written = known.length > 0 ? known : ['en'];
  for (const [id, texts] of Object.entries(defaultPolicy.templates ?? {}))
    templates[id] = Object.fromEntries(written.map((language) => [language, (texts as Record<string, string>)[language] ?? '']));
  const heard = new Set([...languages, 'en']);
  const phrases = Object.fromEntries(
    Object.entries(defaultPolicy.phrases ?? {}).map(([list, { entries, ...more }]) => [
      list,
      { ...more, entries: Object.fromEntries(Object.entries(entries).filter(([language]) => heard.has(language) || language === 'any')) },
    ]),
  );
  const spoken = (language: string): string => spokenName(language, t);
  const hearable = new Set(Object.values(defaultPolicy.phrases ?? {}).flatMap(({ entries }) => Object.keys(entries)));
  const untold = languages.filter((language) => !hearable.has(language));
  const unwritten = languages.filter((language) => !known.includes(language));
  const because = t('design.because.languages', { languages: languages.map(spoken).join(', ') });
  const decisions: Decision[] = [
    { about: 'texts', what: t('design.texts.templates', { languages: written.map(spoken).join(', ') }), because },
    {
      about: 'texts',
      what: t('design.texts.phrases', {
        languages: [...heard]
          .filter((one) => hearable.has(one))
          .map(spoken)
          .join(', '),
      }),
      because,
    },
    ...(unwritten.length > 0
      ? [{ about: 'texts' as const, what: t('design.texts.noTemplates', { languages: unwritten.map(spoken).join(', ') }), because }]
      : []),
    ...(untold.length > 0
      ? [{ about: 'texts' as const, what: t('design.texts.noPhrases', { languages: untold.map(spoken).join(', ') }), because }]
      : []),
  ];
  return { phrases, templates, language: written[0] ?? 'en', decisions };
}
