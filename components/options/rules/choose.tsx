/** A select that also shows a value which is none of its options, so that a form never changes what it cannot show. */
import type { Choice } from './rule-names.ts';

export interface ChooseProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly groups?: readonly { readonly label: string; readonly choices: readonly Choice[] }[];
  readonly disabled?: boolean;
  readonly onChoose: (value: string) => void;
}

export function Choose({ label, value, choices, groups = [], disabled, onChoose }: ChooseProps) {
  const known = [...choices, ...groups.flatMap((group) => group.choices)].some((choice) => choice.value === value);
  const option = (choice: Choice) => (
    <option key={choice.value} value={choice.value}>
      {choice.label}
    </option>
  );
  return (
    <select aria-label={label} disabled={disabled} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      {!known && <option value={value}>{value}</option>}
      {choices.map(option)}
      {groups.map((group) => (
        <optgroup key={group.label} label={group.label}>
          {group.choices.map(option)}
        </optgroup>
      ))}
    </select>
  );
}
