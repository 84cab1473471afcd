/** Numbers, time spans and percentages that a fact is compared with. */
import { useRef } from 'preact/hooks';
import type { PageTranslate } from '../../../lib/extension-text.ts';
import { CLOCK_WORDS, type FactInfo } from '../../../lib/rules/fact-table.ts';
import type { Operand } from '../../../lib/rules/rule.ts';
import { Choose } from './choose.tsx';
import type { RuleNames } from './rule-names.ts';

/** What is no number yet is not taken over. */
export function NumberValue({
  label,
  value,
  onNumber,
}: {
  readonly label: string;
  readonly value: number;
  readonly onNumber: (value: number) => void;
}) {
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

export function DurationValue({
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

export function PercentValue({
  t,
  names,
  label,
  info,
  value,
  onValue,
}: {
  readonly t: PageTranslate;
  readonly names: RuleNames;
  readonly label: string;
  readonly info: FactInfo;
  readonly value: Percent;
  readonly onValue: (value: Percent) => void;
}) {
  return (
    <>
      <NumberValue label={label} value={value.value} onNumber={(number) => onValue({ ...value, value: number })} />
      <Choose
        label={t('rules.percentOf', { of: label })}
        value={value.of ?? ''}
        choices={[
          ...(info.type === 'elapsed' ? [{ value: '', label: t('rules.ofOwn') }] : []),
          { value: 'SLA', label: t('rules.ofSla') },
          ...Object.keys(CLOCK_WORDS).map((word) => ({ value: word, label: t('rules.ofClock', { clock: names.clock(word) }) })),
        ]}
        onChoose={(of) => onValue({ kind: 'percent', value: value.value, ...(of !== '' && { of }) })}
      />
    </>
  );
}
