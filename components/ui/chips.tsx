/** A group of small buttons: toggles (`pressed`) or one-of-many choices (no `pressed`). */
export interface Chip<Id> {
  readonly id: Id;
  readonly label: string;
  readonly help?: string;
  readonly pressed?: boolean;
}
export interface ChipsProps<Id> {
  readonly label: string;
  readonly chips: readonly Chip<Id>[];
  readonly onChoose: (id: Id, pressed: boolean) => void;
}

export function Chips<Id extends string | number>({ label, chips, onChoose }: ChipsProps<Id>) {
  return (
    <div class="chips" role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.id}
          type="button"
          class="chip"
          title={chip.help}
          aria-pressed={chip.pressed}
          onClick={(event) => event.isTrusted && onChoose(chip.id, !chip.pressed)}
        >
          {chip.label}
        </button>
      ))}
    </div>
  );
}
