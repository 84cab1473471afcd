/** What a fact is in an example of a rule. */
import type { PageTranslate } from '../../../lib/extension-text.ts';
import { exampleProblem, SAYS } from '../../../lib/policy/rule-examples.ts';
import type { Policy } from '../../../lib/policy/schema.ts';
import { factInfo } from '../../../lib/rules/fact-table.ts';
import { typeText } from '../../../lib/rules/problem.ts';
import { Choose } from './choose.tsx';
import type { RuleNames } from './rule-names.ts';

interface GivenValueProps {
  readonly t: PageTranslate;
  readonly name: string;
  readonly value: unknown;
  readonly base: Policy;
  readonly names: RuleNames;
  readonly label: string;
  readonly onValue: (value: unknown) => void;
}

export function GivenValue({ t, name, value, base, names, label, onValue }: GivenValueProps) {
  const info = factInfo(name);
  const problem = exampleProblem(name, value, base);
  if (info?.type === 'boolean')
    return (
      <Choose
        label={label}
        value={String(value)}
        choices={[
          { value: 'true', label: t('rules.op.is') },
          { value: 'false', label: t('rules.op.isNot') },
        ]}
        onChoose={(next) => onValue(next === 'true')}
      />
    );
  const words = info?.words ?? (info?.type === 'priority' ? base.priorities.map(({ id }) => id) : undefined);
  if (words)
    return (
      <Choose
        label={label}
        value={String(value)}
        choices={words.map((word) => ({ value: word, label: names.value(name, word) }))}
        onChoose={onValue}
      />
    );
  const text = Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : value === undefined
        ? ''
        : JSON.stringify(value);
  return (
    <>
      <input
        type="text"
        aria-label={label}
        aria-invalid={problem !== undefined}
        size={name === SAYS ? 40 : 14}
        value={text}
        onInput={(event) => onValue(asGiven(event.currentTarget.value, info?.type))}
      />
      {problem !== undefined && problem !== 'unknown-fact' && <small class="bad">{t('rules.exampleNeeds', { type: typeText(problem, t) })}</small>}
    </>
  );
}

/** What was typed as YAML would hold it. */
function asGiven(text: string, type: string | undefined): unknown {
  if (type === 'list')
    return text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  return type === 'number' && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
