/** What a policy of the right shape still gets wrong: names that point nowhere, names given twice, rules that cannot be read. */
import { compileRule } from '../rules/compile.ts';
import { ruleContext } from '../rules/context.ts';
import { fold, nearestWord } from '../rules/fold.ts';
import { FACTS, markFact } from '../rules/fact-table.ts';
import { problemText, type RuleProblemCode, typeText } from '../rules/problem.ts';
import type { CompiledRule } from '../rules/rule.ts';
import { checkCalendar } from '../sla/check-calendar.ts';
import type { PageTextKey, PageTranslate } from '../extension-text.ts';
import { type Finding, type PolicyPath, quote } from './policy-problem.ts';
import { SAYS, exampleProblem } from './rule-examples.ts';
import { warningsOf } from './policy-warnings.ts';
import type { Localized, Policy } from './schema.ts';

export interface Meaning {
  /** In the order of `policy.rules`; complete only when there are no findings. */
  readonly rules: readonly CompiledRule[];
  readonly findings: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** The list of the policy that a name in a rule is looked up in. */
const listOf: Partial<Readonly<Record<RuleProblemCode, keyof Policy>>> = {
  unknownTier: 'tiers',
  unknownRole: 'roles',
  unknownPriority: 'priorities',
  unknownVariable: 'variables',
  unknownPhraseList: 'phrases',
  unknownTemplate: 'templates',
  unknownCriterion: 'criteria',
  unknownStep: 'steps',
};

/**
 * @param now milliseconds since 1970, to tell an expired policy
 * @param unsure lists of the policy that could not be read whole: a name that is not in one of them may well be meant by it
 */
export function checkMeaning(policy: Policy, now: number, t: PageTranslate, unsure: ReadonlySet<string> = new Set()): Meaning {
  const twice = duplicates(policy, t);
  const findings: Finding[] = [
    ...twice,
    ...dangling(policy, t),
    ...sharedWords(policy, t),
    ...calendarFindings(policy, t),
    ...rateFindings(policy, t),
    ...testFindings(policy, t),
    ...exampleFindings(policy, t),
  ];
  const context = ruleContext(policy);
  const rules: CompiledRule[] = [];
  for (const [index, written] of policy.rules.entries()) {
    const { rule, problems } = compileRule(written.id, written.rule, context);
    if (rule) rules.push(rule);
    for (const problem of problems) {
      findings.push({
        path: ['rules', index, 'rule'],
        offset: problem.start,
        found: written.rule.slice(problem.start, problem.end),
        ...(problem.nearest !== undefined && { nearest: problem.nearest }),
        // `problemText` has its own "did you mean"
        text: problemText({ ...problem, nearest: undefined } as typeof problem, t),
        rule: written.id,
        ...(listOf[problem.code] && { needs: listOf[problem.code] as string }),
      });
    }
  }
  // of two tiers 1 one is the Tier 2 that a rule asks for
  const unclear = new Set([...unsure, ...twice.map(({ path }) => String(path[0]))]);
  return { rules, findings: findings.filter(({ needs }) => needs === undefined || !unclear.has(needs)), warnings: warningsOf(policy, rules, now, t) };
}

function duplicates(policy: Policy, t: PageTranslate): Finding[] {
  const lists: readonly (readonly [keyof Policy, string, readonly (string | number)[]])[] = [
    ['tiers', 'tier', policy.tiers.map(({ tier }) => tier)],
    ['priorities', 'id', policy.priorities.map(({ id }) => id)],
    ['roles', 'id', policy.roles.map(({ id }) => id)],
    ['rules', 'id', policy.rules.map(({ id }) => id)],
    ['criteria', 'id', policy.criteria.map(({ id }) => id)],
    ['steps', 'id', policy.steps.map(({ id }) => id)],
    ['tests', 'name', policy.tests.map(({ name }) => name)],
  ];
  return lists.flatMap(([list, member, names]) =>
    names.flatMap((name, index) =>
      names.indexOf(name) < index ? [{ path: [list, index, member], found: String(name), text: t('policyProblem.twice', { name, list }) }] : [],
    ),
  );
}

/** The list that a kind of name stands in. */
const listWords = {
  'policyProblem.what.calendar': 'calendars',
  'policyProblem.what.priority': 'priorities',
  'policyProblem.what.tier': 'tiers',
  'policyProblem.what.step': 'steps',
  'policyProblem.what.rule': 'rules',
  'policyProblem.what.criterion': 'criteria',
  'policyProblem.what.fact': 'criteria',
} as const satisfies Partial<Record<PageTextKey, keyof Policy>>;

function dangling(policy: Policy, t: PageTranslate): Finding[] {
  const calendars = Object.keys(policy.calendars);
  const steps = policy.steps.map(({ id }) => id);
  const tiers = policy.tiers.map(({ tier }) => String(tier));
  const priorities = policy.priorities.map(({ id }) => id);
  const findings: Finding[] = [];
  const look = (path: PolicyPath, name: string | number | undefined, known: readonly string[], what: keyof typeof listWords) => {
    if (name === undefined || known.includes(String(name))) return;
    const nearest = nearestWord(String(name), known);
    findings.push({
      path,
      found: String(name),
      allowed: known,
      needs: listWords[what],
      ...(nearest !== undefined && typeof name === 'string' && { nearest }),
      text: t('policyProblem.noSuch', { what: t(what), name, known: known.join(', ') || '–' }),
    });
  };
  look(['sla', 'calendar'], policy.sla.calendar, calendars, 'policyProblem.what.calendar');
  look(['defaultPriority'], policy.defaultPriority, priorities, 'policyProblem.what.priority');
  look(['assumedTier'], policy.assumedTier, tiers, 'policyProblem.what.tier');
  for (const [index, { calendar }] of policy.priorities.entries())
    look(['priorities', index, 'calendar'], calendar, calendars, 'policyProblem.what.calendar');
  for (const [index, tier] of policy.tiers.entries())
    for (const [place, step] of tier.steps.entries()) look(['tiers', index, 'steps', place], step, steps, 'policyProblem.what.step');
  return findings;
}

const namesOf = (name: Localized): readonly string[] => (typeof name === 'string' ? [name] : Object.values(name));

/** A word of the page that would mean two priorities, roles or tiers means neither. */
function sharedWords(policy: Policy, t: PageTranslate): Finding[] {
  const findings: Finding[] = [];
  const look = (owner: string, words: readonly (readonly [PolicyPath, string])[], taken: Map<string, string>) => {
    for (const [path, word] of words) {
      const key = fold(word);
      const other = taken.get(key);
      if (other !== undefined && other !== owner)
        findings.push({ path, found: word, text: t('policyProblem.sharedWord', { word: quote(word), one: other, other: owner }) });
      else taken.set(key, owner);
    }
  };
  const priorities = new Map<string, string>();
  for (const [index, { id, name, aliases }] of policy.priorities.entries()) {
    const own = [id, ...namesOf(name)].map((word) => [['priorities', index, 'name'], word] as const);
    look(id, [...own, ...aliases.map((word, place) => [['priorities', index, 'aliases', place], word] as const)], priorities);
  }
  const roles = new Map<string, string>();
  for (const [index, { id, name, aliases }] of policy.roles.entries()) {
    const own = [id, ...namesOf(name)].map((word) => [['roles', index, 'name'], word] as const);
    look(id, [...own, ...aliases.map((word, place) => [['roles', index, 'aliases', place], word] as const)], roles);
  }
  for (const list of ['groups', 'assignees'] as const) {
    const tiers = new Map<string, string>();
    for (const [index, tier] of policy.tiers.entries())
      look(
        `Tier ${tier.tier}`,
        tier[list].map((word, place) => [['tiers', index, list, place], word] as const),
        tiers,
      );
  }
  return findings;
}

function calendarFindings(policy: Policy, t: PageTranslate): Finding[] {
  return Object.entries(policy.calendars).flatMap(([id, calendar]) =>
    checkCalendar(calendar, t).map(({ path, message }) => ({
      path: ['calendars', id, ...pathParts(path)],
      text: message.replace(/\.$/, ''),
      ...(path === 'timeZone' && nearestZone(calendar.timeZone)),
    })),
  );
}

/** `Berlin` is Europe/Berlin, `Europe/Berln` too. */
function nearestZone(written: string): { found: string; nearest?: string } {
  const zones = Intl.supportedValuesOf('timeZone');
  const place = fold(written.replace(/ /g, '_'));
  const nearest = zones.find((zone) => fold(zone.split('/').at(-1) ?? '') === place) ?? nearestWord(written, zones);
  return { found: written, ...(nearest !== undefined && { nearest }) };
}

/** `hours.mon[0]` as `['hours', 'mon', 0]`. */
const pathParts = (path: string): PolicyPath =>
  path.split(/[.[\]]+/).flatMap((part) => (part === '' ? [] : [/^\d+$/.test(part) ? Number(part) : part]));

function rateFindings(policy: Policy, t: PageTranslate): Finding[] {
  return ([['currency'], ...Object.keys(policy.rates).map((code) => ['rates', code])] as PolicyPath[]).flatMap((path) => {
    const code = path.length === 1 ? policy.currency : String(path[1]);
    return /^[A-Z]{3}$/.test(code)
      ? []
      : [{ path, atKey: path.length > 1, found: code, text: t('policyProblem.form.currency', { found: quote(code) }) }];
  });
}

function testFindings(policy: Policy, t: PageTranslate): Finding[] {
  const rules = policy.rules.map(({ id }) => id);
  const criteria = policy.criteria.map(({ id }) => id);
  return policy.tests.flatMap((test, index): Finding[] => {
    const unknownRule = (['fires', 'silent', 'unknown'] as const).flatMap((list) =>
      test.expect[list].flatMap((name, place) => noSuch(['tests', index, 'expect', list, place], name, rules, 'policyProblem.what.rule', t)),
    );
    const unknownMark = Object.keys(test.marks ?? {}).flatMap((name) =>
      noSuch(['tests', index, 'marks', name], name, criteria, 'policyProblem.what.criterion', t),
    );
    const at = Number.isNaN(Date.parse(test.now))
      ? [{ path: ['tests', index, 'now'], found: test.now, text: t('policyProblem.form.instant', { found: quote(test.now) }) }]
      : [];
    return [...unknownRule, ...unknownMark, ...at];
  });
}

function exampleFindings(policy: Policy, t: PageTranslate): Finding[] {
  const facts = [SAYS, ...FACTS.filter(({ takesLabel }) => !takesLabel).map(({ name }) => name), ...policy.criteria.map(({ id }) => markFact(id))];
  return policy.rules.flatMap(({ examples }, rule) =>
    examples.flatMap(({ given }, example) =>
      Object.entries(given).flatMap(([name, value]): Finding[] => {
        const path: PolicyPath = ['rules', rule, 'examples', example, 'given', name];
        const problem = exampleProblem(name, value, policy);
        if (problem === undefined) return [];
        if (problem === 'unknown-fact') return noSuch(path, name, facts, 'policyProblem.what.fact', t);
        return [
          { path, found: String(value), text: t('policyProblem.exampleValue', { fact: name, found: quote(value), type: typeText(problem, t) }) },
        ];
      }),
    ),
  );
}

function noSuch(path: PolicyPath, name: string, known: readonly string[], what: keyof typeof listWords, t: PageTranslate): Finding[] {
  if (known.includes(name)) return [];
  const nearest = nearestWord(name, known);
  return [
    {
      path,
      found: name,
      allowed: known,
      needs: listWords[what],
      ...(nearest !== undefined && { nearest }),
      text: t('policyProblem.noSuch', { what: t(what), name, known: known.join(', ') || '–' }),
    },
  ];
}
