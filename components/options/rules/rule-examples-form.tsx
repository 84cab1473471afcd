/** The examples of a rule: facts of a ticket, whether the rule should fire on it, and whether it does. Judged at every key. */
import type { PageTextKey, PageTranslate } from '../../../lib/extension-text.ts';
import { SAYS } from '../../../lib/policy/rule-examples.ts';
import type { TestResult } from '../../../lib/policy/run-tests.ts';
import type { Policy } from '../../../lib/policy/schema.ts';
import { factInfo, MOODS } from '../../../lib/rules/fact-table.ts';
import type { CompiledRule } from '../../../lib/rules/rule.ts';
import { conditionsOf, factsOf } from '../../../lib/rules/walk.ts';
import { Choose } from './choose.tsx';
import { GivenValue } from './given-value.tsx';
import type { DraftRule } from './rule-facts.ts';
import type { RuleNames } from './rule-names.ts';

type Examples = NonNullable<DraftRule['examples']>;
type ExampleOf = Examples[number];

export interface RuleExamplesFormProps {
  readonly t: PageTranslate;
  readonly names: RuleNames;
  readonly base: Policy;
  readonly examples: Examples;
  readonly results: readonly TestResult[];
  readonly compiled: CompiledRule | undefined;
  /** @param field names what is being typed in */
  readonly onExamples: (examples: Examples, field?: string) => void;
}

export const outcomeTexts: Readonly<Record<ExampleOf['fires'], PageTextKey>> = {
  yes: 'rules.outcome.yes',
  no: 'rules.outcome.no',
  unknown: 'rules.outcome.unknown',
};

export function RuleExamplesForm(props: RuleExamplesFormProps) {
  const { t, examples, compiled, base, onExamples } = props;
  return (
    <fieldset>
      <legend>{t('rules.examples')}</legend>
      <p class="soft">{t('rules.examplesHelp')}</p>
      {examples.map((example, index) => (
        <OneExample key={index} {...props} example={example} index={index} />
      ))}
      <button type="button" class="button small" onClick={() => onExamples([...examples, { given: startGiven(compiled, base), fires: 'yes' }])}>
        {t('rules.addExample')}
      </button>
    </fieldset>
  );
}

function OneExample({
  t,
  names,
  base,
  examples,
  results,
  onExamples,
  example,
  index,
}: RuleExamplesFormProps & { readonly example: ExampleOf; readonly index: number }) {
  const result = results[index];
  const found = result?.mismatches[0]?.found as ExampleOf['fires'] | undefined;
  const given = Object.entries(example.given);
  const place = index + 1;
  const write = (next: readonly (readonly [string, unknown])[], field?: string): void =>
    onExamples(examples.with(index, { ...example, given: Object.fromEntries(next) }), field);
  return (
    <div class="example" role="group" aria-label={t('rules.example', { place })}>
      {given.map(([name, value], at) => (
        <span class="given" key={at}>
          <Choose
            label={t('rules.exampleFact', { place, fact: at + 1 })}
            value={name}
            choices={[{ value: SAYS, label: t('rules.says') }]}
            groups={names.facts.map((group) => ({ ...group, choices: group.choices.filter(({ value: fact }) => isGivable(fact)) }))}
            onChoose={(fact) =>
              write(
                given
                  .filter(([other], place2) => place2 === at || other !== fact)
                  .map((entry, place2) => (place2 === at ? [fact, startOf(fact, base)] : entry)),
              )
            }
          />
          <GivenValue
            t={t}
            name={name}
            value={value}
            base={base}
            names={names}
            label={t('rules.exampleValue', { place, fact: names.fact(name) })}
            onValue={(next) => write(given.with(at, [name, next]), `example ${index} ${name}`)}
          />
          <button
            type="button"
            class="button small"
            aria-label={t('rules.removeFact', { place, fact: name === SAYS ? t('rules.says') : names.fact(name) })}
            onClick={() => write(given.toSpliced(at, 1))}
          >
            <span aria-hidden="true">×</span>
          </button>
        </span>
      ))}
      <span class="add">
        <button
          type="button"
          class="button small"
          onClick={() =>
            write([
              ...given,
              firstFree(
                given.map(([name]) => name),
                names,
                base,
              ),
            ])
          }
        >
          {t('rules.addFact')}
        </button>
        <Choose
          label={t('rules.exampleFires', { place })}
          value={example.fires}
          choices={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(outcomeTexts[value]) }))}
          onChoose={(fires) => onExamples(examples.with(index, { ...example, fires: fires as ExampleOf['fires'] }))}
        />
        <button
          type="button"
          class="button small"
          aria-label={t('rules.removeExample', { place })}
          onClick={() => onExamples(examples.toSpliced(index, 1))}
        >
          {t('rules.remove')}
        </button>
        {result && (
          <b class={result.passed ? 'good' : 'bad'} role="status">
            {result.passed ? t('rules.examplePasses') : t('rules.exampleFails', { found: found ? t(outcomeTexts[found]) : '' })}
          </b>
        )}
      </span>
    </div>
  );
}

const isGivable = (name: string): boolean => factInfo(name) !== undefined && !factInfo(name)?.takesLabel;

function startOf(name: string, base: Policy): unknown {
  const info = factInfo(name);
  switch (info?.type) {
    case 'boolean':
      return true;
    case 'number':
      return 1;
    case 'money':
      return '$1,000';
    case 'duration':
      return '2h';
    case 'elapsed':
      return '80%';
    case 'list':
      return [];
    case 'priority':
      return base.priorities[0]?.id ?? '';
    case 'mood':
      return MOODS[2];
    case 'clock-state':
      return 'overdue';
    case 'status':
      return 'Open';
    case 'instant':
      return '2026-01-01';
    default:
      return '';
  }
}

/** The facts of the rule itself, so that only their values have to be chosen. */
function startGiven(compiled: CompiledRule | undefined, base: Policy): Record<string, unknown> {
  if (!compiled) return {};
  const says = conditionsOf(compiled.when).some(({ op }) => op === 'contains_keywords' || op === 'contains_phrase');
  const names = factsOf(compiled)
    .map(({ name }) => name)
    .filter(isGivable);
  return Object.fromEntries([...names.map((name) => [name, startOf(name, base)] as const), ...(says ? [[SAYS, ''] as const] : [])]);
}

function firstFree(taken: readonly string[], names: RuleNames, base: Policy): readonly [string, unknown] {
  const free = names.facts.flatMap(({ choices }) => choices.map(({ value }) => value)).find((name) => isGivable(name) && !taken.includes(name));
  return free === undefined ? [SAYS, ''] : [free, startOf(free, base)];
}
