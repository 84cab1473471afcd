/** What is kept of a value that a person pointed at: where it is, never what it says. Plain JSON; part of a site profile. */

/** What kind of value stood there when it was taught. */
export type ValueShape = 'date' | 'number' | 'mail' | 'word' | 'text';

export interface TaughtField {
  /** A field name of the snapshot, or `custom:<label>`. */
  readonly name: string;
  readonly tag: string;
  /** Test id, name, id and the like that look written by a person: attribute and value. */
  readonly hooks: readonly (readonly [attribute: string, value: string])[];
  /** The label that belongs to the value, folded. */
  readonly label?: string;
  /** Accessible role or input type. */
  readonly role?: string;
  /** Tags from the value's parent upwards, nearest first. */
  readonly path: readonly string[];
  /** Class words of the element and its parents that look written by a person. */
  readonly words: readonly string[];
  /** Place among the elements of the same tag in its parent, from 0. The weakest hint. */
  readonly index: number;
  /** The label of the pair that stands before this one; an order of fields rarely changes everywhere at once. */
  readonly before?: string;
  readonly shape: ValueShape;
}
