/** The value that a fact is compared with: each kind of fact has its own control. */
import { useRef } from 'preact/hooks';
import type { PageTextKey, PageTranslate } from '../../../lib/extension-text.ts';
import type { RuleContext } from '../../../lib/rules/context.ts';
import { CLOCK_WORDS, type FactInfo } from '../../../lib/rules/fact-table.ts';
import { type FormOperator, kindOf, startValue, type ValueKind, valueKindsFor, variablesFor, wordsFor } from '../../../lib/rules/rule-form.ts';
import type { Operand } from '../../../lib/rules/rule.ts';
import { STATUS_WORDS } from '../../../lib/rules/status-words.ts';
import { Choose } from './choose.tsx';
import { TextLines, Ticks } from './list-values.tsx';

export interface ValueFieldProps {
  readonly t: PageTranslate;
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

function Control({ t, label, info, value, context, onValue }: ValueFieldProps) {
  switch (value.kind) {
    case 'string':
      return <TextValue label={label} info={info} text={value.value} context={context} onText={(text) => onValue({ kind: 'string', value: text })} />;
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
      return <PercentValue t={t} label={label} info={info} value={value} onValue={onValue} />;
    case 'variable': {
      const names = variablesFor(info, context);
      return (
        <Choose
          label={label}
          value={value.name}
          choices={names.map((name) => ({ value: name, label: t('rules.variable', { name, value: context.variables[name] ?? '' }) }))}
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
        <Ticks label={label} words={words} chosen={texts} onChosen={write} />
      ) : (
        <TextLines label={t('rules.onePerLine', { of: label })} texts={texts} onTexts={write} />
      );
    }
    default:
      return null;
  }
}

interface TextValueProps {
  readonly label: string;
  readonly info: FactInfo;
  readonly text: string;
  readonly context: RuleContext;
  readonly onText: (text: string) => void;
}

function TextValue({ label, info, text, context, onText }: TextValueProps) {
  const words = wordsFor(info, context);
  if (words) return <Choose label={label} value={text} choices={words.map((word) => ({ value: word, label: word }))} onChoose={onText} />;
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
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** What is no number yet is not taken over. */
function NumberValue({ label, value, onNumber }: { readonly label: string; readonly value: number; readonly onNumber: (value: number) => void }) {
  return (
    <input
      type="number"
      step="any"
      aria-label={label}
      value={value}
      onInput={(event) => {
        const number = event.currentTarget.valueAsNumber;
        if (Number.isFinite(number)) onNumber(number);
      }}
    />
  );
}

const units = [
  { unit: 'd', ms: 86_400_000, text: 'rules.unit.days' },
  { unit: 'h', ms: 3_600_000, text: 'rules.unit.hours' },
  { unit: 'm', ms: 60_000, text: 'rules.unit.minutes' },
  { unit: 's', ms: 1000, text: 'rules.unit.seconds' },
] as const;

function DurationValue({
  t,
  label,
  ms,
  onMs,
}: {
  readonly t: PageTranslate;
  readonly label: string;
  readonly ms: number;
  readonly onMs: (ms: number) => void;
}) {
  const fits = units.find((one) => ms !== 0 && ms % one.ms === 0) ?? units[1];
  // the unit that was chosen stays while its number is typed
  const chosen = useRef<(typeof units)[number]>(fits);
  const unit = ms % chosen.current.ms === 0 ? chosen.current : fits;
  return (
    <>
      <NumberValue label={label} value={ms / unit.ms} onNumber={(count) => onMs(Math.round(count * unit.ms))} />
      <Choose
        label={t('rules.unitOf', { of: label })}
        value={unit.unit}
        choices={units.map((one) => ({ value: one.unit, label: t(one.text) }))}
        onChoose={(name) => {
          const next = units.find((one) => one.unit === name) ?? unit;
          chosen.current = next;
          onMs((ms / unit.ms) * next.ms);
        }}
      />
    </>
  );
}

type Percent = Extract<Operand, { kind: 'percent' }>;

function PercentValue({ t, label, info, value, onValue }: Pick<ValueFieldProps, 't' | 'label' | 'info' | 'onValue'> & { readonly value: Percent }) {
  return (
    <>
      <NumberValue label={label} value={value.value} onNumber={(number) => onValue({ ...value, value: number })} />
      <Choose
        label={t('rules.percentOf', { of: label })}
        value={value.of ?? ''}
        choices={[
          ...(info.type === 'elapsed' ? [{ value: '', label: t('rules.ofOwn') }] : []),
          { value: 'SLA', label: t('rules.ofSla') },
          ...Object.keys(CLOCK_WORDS).map((word) => ({ value: word, label: t('rules.ofClock', { clock: word }) })),
        ]}
        onChoose={(of) => onValue({ kind: 'percent', value: value.value, ...(of !== '' && { of }) })}
      />
    </>
  );
}
