/**
 * Tables of a ticket's fields as they were before `th`: a row of plain cells that names the columns, above the one row with their values, and
 * rows of label and value that are filled up with empty cells.
 */
import { labelMeaning } from '../labels.ts';
import { limits } from '../limits.ts';
import type { LabelValue } from './label-values.ts';
import { type Box, boxText, inFurniture, type Outline } from './outline.ts';

const least = 3;

/**
 * @param pairs what was found so far, where the cells of such a row can stand for each other's values
 * @returns without these, and with what the columns hold
 */
export function withHeadRows(outline: Outline, language: string | undefined, pairs: readonly LabelValue[]): readonly LabelValue[] {
  const heads = outline.boxes.filter((box) => isHeadRow(outline, box, language));
  const filled = outline.boxes.flatMap((box) => (box.tag === 'TR' ? filledUp(outline, box, language) : []));
  if (heads.length === 0) return [...pairs, ...filled];
  const cells = new Set(heads.flatMap((row) => [...row.children, ...(below(row, 1)?.children ?? [])]));
  return [
    ...pairs.filter((p) => !cells.has(p.labelBox) || !cells.has(p.valueBox)),
    ...heads.flatMap((row) => columnsOf(outline, row, language)),
    ...filled,
  ];
}

/** "Status | assigned | | " with an odd number of cells, of which the pairs come first. */
function filledUp(outline: Outline, { children }: Box, language: string | undefined): LabelValue[] {
  const full = children.filter((c) => c.end > c.start);
  if (children.length % 2 === 0 || children.length > 7 || full.length % 2 === 1 || children.slice(0, full.length).some((c, i) => c !== full[i]))
    return [];
  return full.flatMap((labelBox, i): LabelValue[] => {
    const valueBox = full[i + 1];
    const label = boxText(outline, labelBox, limits.label + 1).replace(/\s*[:：]$/, '');
    const meaning = i % 2 === 0 && labelBox.tag === 'TD' ? labelMeaning(label, language) : undefined;
    if (!valueBox || !meaning) return [];
    return [
      { label, meaning, relation: 'table row', labelBox, valueBox, value: boxText(outline, valueBox, limits.value), control: false, marked: true },
    ];
  });
}

const isLike = (row: Box | undefined, cells: readonly Box[]): row is Box => row?.tag === 'TR' && row.children.length === cells.length;

function below(row: Box, steps: number): Box | undefined {
  const rows = row.parent?.children ?? [];
  return rows[rows.indexOf(row) + steps];
}

/** Most cells read like labels, and a row of as many cells follows that does not. */
function isHeadRow(outline: Outline, row: Box, language: string | undefined): boolean {
  const cells = row.tag === 'TR' ? row.children : [];
  if (cells.length < least || cells.some((c) => c.tag !== 'TD' || c.length > limits.label || c.length < 2) || inFurniture(row)) return false;
  const known = (cell: Box) => labelMeaning(boxText(outline, cell, limits.label + 1), language) !== undefined;
  const values = below(row, 1);
  return (
    cells.filter(known).length * 3 >= cells.length * 2 &&
    !cells.some((cell) => /\d|[.!?]$/.test(boxText(outline, cell, limits.label + 1))) &&
    isLike(values, cells) &&
    // "Assigned" and "Resolved" are labels as well as values.
    values.children.filter((cell) => cell.tag !== 'TD' || known(cell)).length * 3 <= cells.length
  );
}

function columnsOf(outline: Outline, row: Box, language: string | undefined): LabelValue[] {
  const values = below(row, 1);
  // A second row of values is the next thing of a list.
  if (!values || isLike(below(row, 2), row.children)) return [];
  return row.children.flatMap((labelBox, i): LabelValue[] => {
    const [label, valueBox] = [boxText(outline, labelBox, limits.label + 1), values.children[i]];
    const value = valueBox && boxText(outline, valueBox, limits.value);
    const meaning = labelMeaning(label, language);
    return value ? [{ label, meaning, relation: 'table row', labelBox, valueBox, value, control: false, marked: true }] : [];
  });
}
