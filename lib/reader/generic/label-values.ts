/**
 * Label and value, found the way people find them: a description list, a table row, a form label, an accessible name, two
 * neighbours, or "Label: value" in one line. Over 250 lines: one finder for each of these, in the order in which they win.
 */
import { unitDone } from '../../parts.ts';
import { type LabelMeaning, labelMeaning } from '../labels.ts';
import { limits } from '../limits.ts';
import { type Box, boxText, closest, type Outline } from './outline.ts';

export type Relation = 'definition list' | 'table row' | 'form label' | 'accessible name' | 'neighbours' | 'one line' | 'no colon';

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

/** Splits "Due 30 Nov" into the name of a time and the time; too weak to be asked beside an adapter. */
export type TimeLabel = (text: string, language: string | undefined) => readonly [string, string] | undefined;

/** All pairs of the outline, in page order. */
export function labelValues(outline: Outline, language: string | undefined, timeOf?: TimeLabel): LabelValue[] {
  const found: LabelValue[] = [];
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
    const tag = box.tag;
    if (tag === 'DT') {
      const next = box.parent?.children[placeOf(box) + 1];
      if (next?.tag === 'DD') {
        used.add(box);
        add(boxText(outline, box, 100), 'definition list', box, next, true);
      }
    } else if (tag === 'TR') {
      readRow(outline, box, add, used);
    } else if (tag === 'LABEL') {
      const id = (box.element as HTMLLabelElement).htmlFor;
      const target = id ? (box.element.getRootNode() as Document | ShadowRoot).getElementById(id) : null;
      // A page that keeps the forms of several tickets has the same id in each: the one beside the label is meant.
      const control = id ? (besideLabel(box, id) ?? (target && outline.boxOf(target))) : undefined;
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
    readAria(outline, box, add);
  }
  for (let i = 0; i < outline.runs.length; i++) {
    const run = outline.runs[i];
    if (!run || run.kind !== 'text' || run.text.length > limits.label + limits.value) continue;
    if (!run.label) {
      run.label = labelOf(run.text, language, timeOf);
      unitDone();
    }
    const { line, known, colon, time } = run.label;
    if (time) {
      // In a list the same words date each of many things.
      if (!closest(run.box, (b) => /^(?:LI|A|TR|ARTICLE|ASIDE)$/.test(b.tag))) add(time[0], 'no colon', run.box, run.box, true, time[1]);
      continue;
    }
    if (line && run.box.end - run.box.start === 1) {
      add(line[0], 'one line', run.box, run.box, true, line[1]);
      continue;
    }
    if (run.text.length > limits.label) continue;
    const marked = colon || isColonAfter(outline, i);
    const called = run.box.tag === 'LABEL' || (run.box.look !== '' && isLabelClass(run.box));
    if (!known && !marked && !called) continue;
    if (closest(run.box, (b) => used.has(b))) continue;
    readNeighbour(outline, i, marked || called, add);
  }
  return found;
}

/** What a text says of itself as a label, in the language of the page. */
export interface KeptLabel {
  /** Label and value, where it is one line of both. */
  readonly line: readonly [string, string] | undefined;
  readonly known: boolean;
  readonly colon: boolean;
  /** "Due 30 Nov": the name of a time and the time, without a mark between them. */
  readonly time: readonly [string, string] | undefined;
}

function labelOf(text: string, language: string | undefined, timeOf: TimeLabel | undefined): KeptLabel {
  const line = /^([^:：]{2,60}?)\s?[:：]\s+(\S.*)$/.exec(text) ?? /^([^:：]{1,30})：(\S.*)$/.exec(text);
  return {
    line: line?.[1] && line[2] && labelMeaning(line[1], language) ? [line[1], line[2]] : undefined,
    known: text.length <= limits.label && labelMeaning(text, language) !== undefined,
    colon: colon.test(text),
    time: line ? undefined : timeOf?.(text, language),
  };
}

/** `<span>Plan</span>:` keeps the colon in the parent. */
function isColonAfter(outline: Outline, index: number): boolean {
  const next = outline.runs[index + 1];
  return next?.kind === 'text' && next.text.length === 1 && /^[:：]$/.test(next.text) && next.box === outline.runs[index]?.box.parent;
}

type Add = (label: string, relation: Relation, labelBox: Box, valueBox: Box, marked: boolean, value?: string) => void;

function isLabelClass({ look, own }: Box): boolean {
  return (own.label ??= /(?:^|[-_\s])(?:label|field-?name|key|caption|term)(?:$|[-_\s])/i.test(look));
}

function readRow(outline: Outline, row: Box, add: Add, used: Set<Box>): void {
  const cells = row.children.filter((c) => c.tag === 'TD' || c.tag === 'TH');
  if (cells.length < 2) return;
  const heads = cells.filter((c) => c.tag === 'TH');
  // A row of nothing but heads names columns.
  if (heads.length === cells.length) {
    const below = oneRowBelow(row, cells.length);
    below?.forEach((value, i) => {
      const label = cells[i];
      if (label) add(boxText(outline, label, 100), 'table row', value, value, true);
    });
    return;
  }
  for (let i = 0; i + 1 < cells.length; i++) {
    const [label, value] = [cells[i], cells[i + 1]];
    if (!label || !value) continue;
    const text = boxText(outline, label, 100);
    const isHead = label.tag === 'TH' && value.tag === 'TD';
    // Two plain cells, or four in two pairs, are a pair only when the first reads like a label.
    const isPair = label.tag === 'TD' && value.tag === 'TD' && cells.length % 2 === 0 && cells.length <= 6 && i % 2 === 0;
    if (!isHead && !(isPair && (colon.test(text) || labelMeaning(text) !== undefined))) continue;
    used.add(label);
    add(text, 'table row', label, value, isHead || colon.test(text));
    i++;
  }
}

/** The cells under a row of heads, where only one row is: the second of a list would look like it. Lists of one name what it is called. */
function oneRowBelow(heads: Box, count: number): readonly Box[] | undefined {
  const { parent } = heads;
  const rows =
    (parent?.tag === 'THEAD' ? parent.parent?.children.find((c) => c.tag === 'TBODY')?.children : parent?.children.slice(placeOf(heads) + 1)) ?? [];
  const [first, second] = rows;
  const like = (row: Box | undefined) => row?.tag === 'TR' && row.children.length === count && row.children.every((c) => c.tag === 'TD');
  if (!first || !like(first) || like(second)) return undefined;
  // More fields in the same table say that it is no list.
  const mixed = rows.some((r) => r.children.some((c) => c.tag === 'TH') && r.children.some((c) => c.tag === 'TD'));
  return mixed || !first.element.querySelector('a[href]') ? first.children : undefined;
}

/** The control of that id in the label's own surroundings. */
function besideLabel(label: Box, id: string): Box | undefined {
  const within = (box: Box): Box | undefined => {
    for (const child of box.children) {
      const found = child.element.id === id ? child : within(child);
      if (found) return found;
    }
    return undefined;
  };
  for (let at = label.parent, up = 0; at && up < 2; at = at.parent, up++) {
    const found = within(at);
    if (found) return found;
  }
  return undefined;
}

function isValueControl(element: Element): boolean {
  if (element.tagName === 'SELECT' || element.tagName === 'TEXTAREA') return true;
  return (
    element.tagName === 'INPUT' &&
    !/^(?:checkbox|radio|button|submit|file|search|password|reset|image|hidden|color|range)$/i.test(element.getAttribute('type') ?? 'text')
  );
}

const named = '[aria-label],[aria-labelledby],[title],[data-original-title]';

function readAria(outline: Outline, box: Box, add: Add): void {
  const { element } = box;
  if (!(box.own.named ??= element.matches(named))) return;
  const by = element.getAttribute('aria-labelledby');
  if (by) {
    const ids = by.split(/\s+/).filter(Boolean);
    const labels = ids
      .map((id) => (element.getRootNode() as Document | ShadowRoot).getElementById?.(id))
      .filter((e): e is HTMLElement => !!e && e !== element && !element.contains(e) && !e.contains(element));
    const first = labels[0];
    if (first && labels.length === 1 && box.end > box.start) {
      const text = (first.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text && labelMeaning(text)) add(text, 'accessible name', outline.boxOf(first) ?? box, box, true);
    }
  }
  const name = (element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.getAttribute('data-original-title'))?.trim();
  if (!name || name.length > limits.label + limits.value) return;
  const pair = /^([^:]{2,40}?)\s*[:：]\s*(\S.*)$/.exec(name);
  if (pair?.[1] && pair[2] && labelMeaning(pair[1])) add(pair[1], 'accessible name', box, box, true, pair[2]);
  else if (box.end > box.start && element.hasAttribute('aria-label') && labelMeaning(name) && boxText(outline, box, 300) !== name)
    add(name, 'accessible name', box, box, true);
  else if (box.end === box.start && box.parent && labelMeaning(name)) {
    // An icon that names what stands beside it.
    const { parent } = box;
    if (parent.start === box.start && parent.end > parent.start && parent.length <= limits.value) add(name, 'accessible name', box, parent, true);
  } else if (box.end - box.start === 1) {
    // "Change status. Current status is Open" on what shows "Open"
    const shown = outline.runs[box.start]?.text ?? '';
    const words =
      shown.length > 1 && name.includes(shown)
        ? name
            .replace(shown, '')
            .split(/[\s.,:;]+/)
            .filter(Boolean)
        : [];
    const label = words.length <= 8 ? words.find((word) => /^(?:status|priority|assignee)$/.test(labelMeaning(word) ?? '')) : undefined;
    if (label) add(label, 'accessible name', box, box, true, shown);
  }
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
  const value = nextFull(box);
  // `<b>Label:</b> value` leaves the value as a text node of the parent.
  const nextRun = outline.runs[box.end];
  if (nextRun && box.end < parent.end && nextRun.box === parent && (!value || value.start > box.end)) {
    const plain = outline.runs
      .slice(box.end, value ? value.start : parent.end)
      .map((r) => r.text)
      .join(' ');
    const text = plain.replace(/^[:：]\s*/, '').trim();
    if (text && (marked || /^[:：]/.test(plain) || fullChildren(parent).length === 1)) {
      add(run.text, 'neighbours', box, parent, true, text);
      return;
    }
    // `<a>Last contact</a>: ` and then the value beside the parent.
    if (/^[:：]$/.test(plain) && parent.end === box.end + 1) {
      neighbourOf(outline, parent, run.text, add);
      return;
    }
  }
  // Two links side by side lead on: "Inbox", "My issues".
  if (!value || (!marked && run.box.tag === 'A' && outline.runs[value.start]?.box.tag === 'A')) return;
  const others = fullChildren(parent);
  // Exactly a pair, or a run of label, value, label, value.
  if (others.length === 2 || marked || alternates(outline, others) || isHeadOfOne(box, value)) {
    if (!startsWithLabel(outline, value)) add(run.text, 'neighbours', box, value, marked);
  }
}

/** A heading with one block below it, up to the next heading. */
function isHeadOfOne(box: Box, below: Box): boolean {
  if (!/^H[3-6]$/.test(box.tag) || isSubhead(below)) return false;
  const next = nextFull(below);
  return next === undefined || isSubhead(next);
}

const isSubhead = (box: Box | undefined) => box !== undefined && /^H[1-6]$/.test(box.tag);

function neighbourOf(outline: Outline, box: Box, label: string, add: Add): void {
  const value = nextFull(box);
  if (value && !startsWithLabel(outline, value)) add(label, 'neighbours', box, value, true);
}

/** Where the box stands among its parent's children, which stand in the order of the outline: lists may have thousands. */
function placeOf(box: Box): number {
  const siblings = box.parent?.children ?? [];
  let [low, high] = [0, siblings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((siblings[middle] as Box).index < box.index) low = middle + 1;
    else high = middle;
  }
  return siblings[low] === box ? low : siblings.indexOf(box);
}

/** The next sibling that has a text. */
function nextFull(box: Box): Box | undefined {
  const siblings = box.parent?.children ?? [];
  for (let at = placeOf(box) + 1; at < siblings.length; at++) {
    const sibling = siblings[at] as Box;
    if (sibling.end > sibling.start) return sibling;
  }
  return undefined;
}

/** Children that have a text; the list of children is made anew when anything in it changes. */
function fullChildren({ children }: Box): readonly Box[] {
  let full = fullOf.get(children);
  if (!full) fullOf.set(children, (full = children.filter((c) => c.end > c.start)));
  return full;
}
const fullOf = new WeakMap<readonly Box[], readonly Box[]>();

function childHolding(box: Box, runIndex: number): Box | undefined {
  return box.children.find((c) => c.start <= runIndex && runIndex < c.end);
}

function startsWithLabel(outline: Outline, value: Box): boolean {
  const first = outline.runs[value.start];
  return !!first && first.kind === 'text' && colon.test(first.text) && first.text.length <= limits.label;
}

/** Label, value, label, value … side by side under one parent. */
function alternates(outline: Outline, boxes: readonly Box[]): boolean {
  let known = alternating.get(boxes);
  if (known === undefined) alternating.set(boxes, (known = doAlternate(outline, boxes)));
  return known;
}
const alternating = new WeakMap<readonly Box[], boolean>();

function doAlternate(outline: Outline, boxes: readonly Box[]): boolean {
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
  for (let at: Box | undefined = box; at && at !== upTo; at = at.parent) if (at.tag === 'BUTTON') return true;
  return false;
}
