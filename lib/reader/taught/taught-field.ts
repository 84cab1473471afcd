/** What is kept of a value that a person pointed at: where it is, never what it says. Plain JSON; part of a site profile. */

/** What kind of value stood there when it was taught. */
export type ValueShape = 'date' | 'number' | 'mail' | 'word' | 'text';

export interface TaughtField {
  /** A field name of the snapshot, or `custom:<label>`. */
  readonly name: string;
  /** Test id, name or id that looks written by a person: `[attribute, value]`. */
  readonly hooks: readonly (readonly [attribute: string, value: string])[];
  /** The label nearest to the value, folded. */
  readonly label?: string;
  /** How the label stands to the value. */
  readonly relation?: 'row' | 'before' | 'above' | 'for' | 'aria';
  /** Accessible role and tag. */
  readonly role?: string;
  readonly tag: string;
  /** Tags from the value up to the pane, nearest first. */
  readonly path: readonly string[];
  /** Classes and positions that may change with any release; the weakest hint. */
  readonly classes: readonly string[];
  readonly index: number;
  readonly shape: ValueShape;
}
