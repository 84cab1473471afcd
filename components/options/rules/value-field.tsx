/** The value that a fact is compared with: each kind of fact has its own control. */
import type { PageTextKey, PageTranslate } from '../../../lib/extension-text.ts';
import type { RuleContext } from '../../../lib/rules/context.ts';
import type { FactInfo } from '../../../lib/rules/fact-table.ts';
import { type FormOperator, kindOf, startValue, type ValueKind, valueKindsFor, variablesFor, wordsFor } from '../../../lib/rules/rule-form.ts';
import type { Operand } from '../../../lib/rules/rule.ts';
import { STATUS_WORDS, statusKindOf } from '../../../lib/rules/status-words.ts';
import { findNamed } from '../../../lib/rules/check.ts';
import { fold } from '../../../lib/rules/fold.ts';
import { Choose } from './choose.tsx';
import { TextLines, Ticks } from './list-values.tsx';
import { DurationValue, NumberValue, PercentValue } from './number-values.tsx';
import type { RuleNames } from './rule-names.ts';

export interface ValueFieldProps {
  readonly t: PageTranslate;
  readonly names: RuleNames;
  readonly label: string;
  readonly info: FactInfo;
  readonly operator: FormOperator;
  readonly value: Operand;
  readonly context: RuleContext;
  readonly onValue: (value: Operand) => void;
}

const kindTexts: Readonly<Record<ValueKind, PageTextKey>> = {
  string: 'rules.kind.string',
  number: 'rules.kind.number',
  money: 'rules.kind.money',
  duration: 'rules.kind.duration',
  percent: 'rules.kind.percent',
  variable: 'rules.kind.variable',
  texts: 'rules.kind.texts',
};

export function ValueField(props: ValueFieldProps) {
  const { t, label, info, operator, value, context, onValue } = props;
  const kind = kindOf(value);
  const kinds = valueKindsFor(info, operator).filter((one) => one !== 'variable' || kind === 'variable' || variablesFor(info, context).length > 0);
  const offered = kind && !kinds.includes(kind) ? [kind, ...kinds] : kinds;
  return (
    <>
      {offered.length > 1 && (
        <Choose
          label={t('rules.kindOf', { of: label })}
          value={kind ?? ''}
          choices={offered.map((one) => ({ value: one, label: t(kindTexts[one]) }))}
          onChoose={(one) => onValue(startValue(one as ValueKind, info, context))}
        />
      )}
      <Control {...props} />
    </>
  );
}

function Control({ t, names, label, info, value, context, onValue }: ValueFieldProps) {
  switch (value.kind) {
    case 'string':
      return (
        <TextValue
          t={t}
          names={names}
          label={label}
          info={info}
          text={value.value}
          context={context}
          onText={(text) => onValue({ kind: 'string', value: text })}
        />
      );
    case 'number':
      return <NumberValue label={label} value={value.value} onNumber={(number) => onValue({ kind: 'number', value: number })} />;
    case 'money':
      return (
        <>
          <NumberValue label={label} value={value.amount} onNumber={(amount) => onValue({ ...value, amount })} />
          <Choose
            label={t('rules.currencyOf', { of: label })}
            value={value.currency}
            choices={[...new Set(['$', context.currency, ...Object.keys(context.rates)])].map((code) => ({ value: code, label: code }))}
            onChoose={(currency) => onValue({ ...value, currency })}
          />
        </>
      );
    case 'duration':
      return <DurationValue t={t} label={label} ms={value.ms} onMs={(ms) => onValue({ kind: 'duration', ms })} />;
    case 'percent':
      return <PercentValue t={t} names={names} label={label} info={info} value={value} onValue={onValue} />;
    case 'variable': {
      const variables = variablesFor(info, context);
      return (
        <Choose
          label={label}
          value={value.name}
          choices={variables.map((name) => ({ value: name, label: t('rules.variable', { name, value: context.variables[name] ?? '' }) }))}
          onChoose={(name) => onValue({ kind: 'variable', name })}
        />
      );
    }
    case 'list': {
      const texts = value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
      const write = (next: readonly string[]): void =>
        onValue({ kind: 'list', items: (next.length > 0 ? next : ['']).map((text) => ({ kind: 'string', value: text })) });
      const words = wordsFor(info, context);
      return words ? (
        <Ticks
          label={label}
          words={words}
          chosen={texts.map((text) => sameWord(text, words, info, context))}
          say={(word) => names.value(info.name, word)}
          onChosen={write}
        />
      ) : (
        <TextLines label={t('rules.onePerLine', { of: label })} texts={texts} onTexts={write} />
      );
    }
    default:
      return null;
  }
}

interface TextValueProps {
  readonly t: PageTranslate;
  readonly names: RuleNames;
  readonly label: string;
  readonly info: FactInfo;
  readonly text: string;
  readonly context: RuleContext;
  readonly onText: (text: string) => void;
}

/** The offered word that means the same: rules may write a priority by any of its names. */
function sameWord(text: string, words: readonly string[], info: FactInfo, context: RuleContext): string {
  const priority = info.type === 'priority' ? findNamed(text, context.priorities) : undefined;
  return words.find((word) => fold(word) === fold(text) || priority?.names.includes(word)) ?? text;
}

function TextValue({ t, names, label, info, text, context, onText }: TextValueProps) {
  const words = wordsFor(info, context);
  if (words)
    return (
      <Choose
        label={label}
        value={sameWord(text, words, info, context)}
        choices={words.map((word) => ({ value: word, label: names.value(info.name, word) }))}
        onChoose={onText}
      />
    );
  if (info.type === 'instant' && /^(\d{4}-\d{2}-\d{2})?$/.test(text))
    return <input type="date" aria-label={label} value={text} onInput={(event) => event.currentTarget.value && onText(event.currentTarget.value)} />;
  return (
    <>
      <input
        type="text"
        aria-label={label}
        aria-invalid={text === ''}
        list={info.type === 'status' ? 'rule-status-words' : undefined}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {info.type === 'status' && (
        <datalist id="rule-status-words">
          {STATUS_WORDS.map((word) => (
            <option key={word} value={word} label={t(`field.kind.${statusKindOf(word) ?? 'open'}`)} />
          ))}
        </datalist>
      )}
    </>
  );
}
