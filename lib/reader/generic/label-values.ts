/**
 * Label and value, found the way people find them: a description list, a table row, a form label, an accessible name, two
 * neighbours, or "Label: value" in one line. Over 250 lines: one finder for each of these, in the order in which they win.
 */
import { type LabelMeaning, labelMeaning } from '../labels.ts';
import { limits } from '../limits.ts';
import { type Box, boxText, closest, type Outline } from './outline.ts';

export type Relation = 'definition list' | 'table row' | 'form label' | 'accessible name' | 'neighbours' | 'one line';

export interface LabelValue {
  readonly label: string;
  readonly meaning: LabelMeaning | undefined;
  readonly relation: Relation;
  readonly labelBox: Box;
  /** The part of the page that holds the value. */
  readonly valueBox: Box;
  readonly value: string;
  /** The value stands in a form control. */
  readonly control: boolean;
  /** The label ended in a colon, or is a label by its tag: such pairs count for unknown labels too. */
  readonly marked: boolean;
}

const colon = /[:：]\s*\*?\s*$/;

/** All pairs of the outline, in page order. */
export function labelValues(outline: Outline, language: string | undefined): LabelValue[] {
  const found: LabelValue[] = [];
  const byElement = new Map<Element, Box>(outline.boxes.map((b) => [b.element, b]));
  const add = (label: string, relation: Relation, labelBox: Box, valueBox: Box, marked: boolean, value = boxText(outline, valueBox, 600)) => {
    const clean = label.replace(/\s*[:：*]+\s*$/, '').trim();
    if (!clean || clean.length > limits.label) return;
    const control = outline.runs.slice(valueBox.start, valueBox.end).some((r) => r.kind === 'control');
    found.push({
      label: clean,
      meaning: labelMeaning(clean, language),
      relation,
      labelBox,
      valueBox,
      value: value.trim(),
      control,
      marked,
    });
  };
  const used = new Set<Box>();

  for (const box of outline.boxes) {
    const tag = box.element.tagName;
    if (tag === 'DT') {
      const next = box.parent?.children[box.parent.children.indexOf(box) + 1];
      if (next?.element.tagName === 'DD') {
        used.add(box);
        add(boxText(outline, box, 100), 'definition list', box, next, true);
      }
    } else if (tag === 'TR') {
      readRow(outline, box, add, used);
    } else if (tag === 'LABEL') {
      const target = (box.element as HTMLLabelElement).htmlFor
        ? box.element.ownerDocument.getElementById((box.element as HTMLLabelElement).htmlFor)
        : null;
      const control = target && byElement.get(target);
      const text = labelText(outline, box);
      if (control && isValueControl(control.element)) {
        used.add(box);
        add(text, 'form label', box, control, true);
      } else if (!target) {
        const inner =
          box.children.length > 0
            ? outline.runs.slice(box.start, box.end).find((r) => r.kind === 'control' && isValueControl(r.box.element))
            : undefined;
        if (inner) {
          used.add(box);
          add(text, 'form label', box, inner.box, true);
        }
      }
    }
    readAria(outline, box, byElement, add);
  }
  for (let i = 0; i < outline.runs.length; i++) {
    const run = outline.runs[i];
    if (!run || run.kind !== 'text' || run.text.length > limits.label + limits.value) continue;
    const line = /^([^:：]{2,60}?)\s?[:：]\s+(\S.*)$/.exec(run.text) ?? /^([^:：]{1,30})：(\S.*)$/.exec(run.text);
    if (line?.[1] && line[2] && labelMeaning(line[1], language) && run.box.end - run.box.start === 1) {
      add(line[1], 'one line', run.box, run.box, true, line[2]);
      continue;
    }
    if (run.text.length > limits.label) continue;
    const meaning = labelMeaning(run.text, language);
    const marked = colon.test(run.text) || isColonAfter(outline, i);
    if (!meaning && !marked && !isLabelClass(run.box.element)) continue;
    if (closest(run.box, (b) => used.has(b))) continue;
    readNeighbour(outline, i, marked || isLabelClass(run.box.element), add);
  }
  return found;
}

/** `<span>Plan</span>:` keeps the colon in the parent. */
function isColonAfter(outline: Outline, index: number): boolean {
  const next = outline.runs[index + 1];
  return next?.kind === 'text' && /^[:：]$/.test(next.text) && next.box === outline.runs[index]?.box.parent;
}

type Add = (label: string, relation: Relation, labelBox: Box, valueBox: Box, marked: boolean, value?: string) => void;

function isLabelClass(element: Element): boolean {
  return /(?:^|[-_\s])(?:label|field-?name|key|caption|term)(?:$|[-_\s])/i.test(element.getAttribute('class') ?? '');
}

function readRow(outline: Outline, row: Box, add: Add, used: Set<Box>): void {
  const cells = row.children.filter((c) => c.element.tagName === 'TD' || c.element.tagName === 'TH');
  if (cells.length < 2) return;
  const heads = cells.filter((c) => c.element.tagName === 'TH');
  // A row of nothing but heads names columns.
  if (heads.length === cells.length) return;
  for (let i = 0; i + 1 < cells.length; i++) {
    const [label, value] = [cells[i], cells[i + 1]];
    if (!label || !value) continue;
    const text = boxText(outline, label, 100);
    const isHead = label.element.tagName === 'TH' && value.element.tagName === 'TD';
    // Two plain cells, or four in two pairs, are a pair only when the first reads like a label.
    const isPair = label.element.tagName === 'TD' && value.element.tagName === 'TD' && cells.length % 2 === 0 && cells.length <= 6 && i % 2 === 0;
    if (!isHead && !(isPair && (colon.test(text) || labelMeaning(text) !== undefined))) continue;
    used.add(label);
    add(text, 'table row', label, value, isHead || colon.test(text));
    i++;
  }
}

function isValueControl(element: Element): boolean {
  if (element.tagName === 'SELECT' || element.tagName === 'TEXTAREA') return true;
  return (
    element.tagName === 'INPUT' &&
    !/^(?:checkbox|radio|button|submit|file|search|password|reset|image|hidden|color|range)$/i.test(element.getAttribute('type') ?? 'text')
  );
}

const named = '[aria-label],[aria-labelledby],[title],[data-original-title]';

function readAria(outline: Outline, box: Box, byElement: ReadonlyMap<Element, Box>, add: Add): void {
  const { element } = box;
  if (!element.matches(named)) return;
  const by = element.getAttribute('aria-labelledby');
  if (by) {
    const ids = by.split(/\s+/).filter(Boolean);
    const labels = ids
      .map((id) => (element.getRootNode() as Document | ShadowRoot).getElementById?.(id))
      .filter((e): e is HTMLElement => !!e && e !== element && !element.contains(e) && !e.contains(element));
    const first = labels[0];
    if (first && labels.length === 1 && box.end > box.start) {
      const text = (first.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text && labelMeaning(text)) add(text, 'accessible name', byElement.get(first) ?? box, box, true);
    }
  }
  const name = (element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.getAttribute('data-original-title'))?.trim();
  if (!name || name.length > limits.label + limits.value) return;
  const pair = /^([^:]{2,40}?)\s*[:：]\s*(\S.*)$/.exec(name);
  if (pair?.[1] && pair[2] && labelMeaning(pair[1])) add(pair[1], 'accessible name', box, box, true, pair[2]);
  else if (box.end > box.start && element.hasAttribute('aria-label') && labelMeaning(name) && boxText(outline, box, 300) !== name)
    add(name, 'accessible name', box, box, true);
}

/** The label alone in its box; the value is what follows in the same parent, up to the next label. */
function readNeighbour(outline: Outline, index: number, marked: boolean, add: Add): void {
  const run = outline.runs[index];
  if (!run) return;
  // Climb while the box holds nothing but the label.
  let box = run.box;
  if (box.end - box.start > 1) {
    // `<p><b>…</b>` style is handled by the inner box; here the label is a bare text node with company: `Label: <b>value</b>`.
    const next = outline.runs[index + 1];
    if (next && index + 1 < box.end && next.kind !== undefined) {
      const child = childHolding(box, index + 1);
      const rest = box.end - index - 1;
      if (child && child.end - child.start === rest && marked) add(run.text, 'neighbours', box, child, marked);
    }
    return;
  }
  while (box.parent && box.parent.end - box.parent.start === 1) box = box.parent;
  const parent = box.parent;
  if (!parent) return;
  const at = parent.children.indexOf(box);
  const siblings = parent.children.slice(at + 1).filter((s) => s.end > s.start);
  const value = siblings[0];
  // `<b>Label:</b> value` leaves the value as a text node of the parent.
  const nextRun = outline.runs[box.end];
  if (nextRun && box.end < parent.end && nextRun.box === parent && (!value || value.start > box.end)) {
    const plain = outline.runs
      .slice(box.end, value ? value.start : parent.end)
      .map((r) => r.text)
      .join(' ');
    const text = plain.replace(/^[:：]\s*/, '').trim();
    if (text && (marked || /^[:：]/.test(plain) || parent.children.filter((c) => c.end > c.start).length === 1)) {
      add(run.text, 'neighbours', box, parent, true, text);
      return;
    }
    // `<a>Last contact</a>: ` and then the value beside the parent.
    if (/^[:：]$/.test(plain) && parent.end === box.end + 1) {
      neighbourOf(outline, parent, run.text, add);
      return;
    }
  }
  if (!value) return;
  const others = parent.children.filter((c) => c.end > c.start);
  // Exactly a pair, or a run of label, value, label, value.
  if (others.length === 2 || marked || alternates(outline, others)) {
    if (!startsWithLabel(outline, value)) add(run.text, 'neighbours', box, value, marked);
  }
}

function neighbourOf(outline: Outline, box: Box, label: string, add: Add): void {
  const siblings = box.parent?.children ?? [];
  const value = siblings.slice(siblings.indexOf(box) + 1).find((s) => s.end > s.start);
  if (value && !startsWithLabel(outline, value)) add(label, 'neighbours', box, value, true);
}

function childHolding(box: Box, runIndex: number): Box | undefined {
  return box.children.find((c) => c.start <= runIndex && runIndex < c.end);
}

function startsWithLabel(outline: Outline, value: Box): boolean {
  const first = outline.runs[value.start];
  return !!first && first.kind === 'text' && colon.test(first.text) && first.text.length <= limits.label;
}

/** Label, value, label, value … side by side under one parent. */
function alternates(outline: Outline, boxes: readonly Box[]): boolean {
  if (boxes.length < 4 || boxes.length % 2 === 1) return false;
  let known = 0;
  for (let i = 0; i < boxes.length; i += 2) {
    const box = boxes[i];
    if (box && labelMeaning(boxText(outline, box, 80)) !== undefined) known++;
  }
  return known * 2 >= boxes.length / 2 + 1;
}

/** The label's own text without the control inside it and without a required mark. */
function labelText(outline: Outline, box: Box): string {
  return outline.runs
    .slice(box.start, box.end)
    .filter((r) => r.kind === 'text' && !closestButton(r.box, box))
    .map((r) => r.text)
    .join(' ')
    .replace(/\s*\((?:required|optional|pflichtfeld|obligatoire|bắt buộc)\)\s*$/i, '');
}

function closestButton(box: Box, upTo: Box): boolean {
  for (let at: Box | undefined = box; at && at !== upTo; at = at.parent) if (at.element.tagName === 'BUTTON') return true;
  return false;
}
