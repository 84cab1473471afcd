/**
 * One pass over what is visible: the drawn elements as boxes, and every stretch of text in order. All else works on this. Boxes are kept
 * from one reading to the next: of what did not change only the places are counted anew. Over 250 lines: how boxes are made and how
 * they are kept must agree.
 */
import { isShadowed, kindOf, tagOf } from '../dom-access.ts';
import { limits } from '../limits.ts';
import { unitDone } from '../../parts.ts';
import { controlText, drawnChildren, shadowOf } from '../page-text.ts';
import { PageMemory } from '../page-memory.ts';
import { alsoByProperty, isDrawn, isHidden, parentThroughShadow } from '../visibility.ts';
import type { Entry } from './entry.ts';
import type { KeptLabel } from './label-values.ts';
import type { KeptTime, TimeAnchor } from './time-anchors.ts';

/** One text node's (or control's) visible text. */
export interface Run {
  readonly text: string;
  /** The element that holds it. */
  readonly box: Box;
  readonly kind: 'text' | 'control';
  /** What was found out about the text. */
  label?: KeptLabel;
  time?: KeptTime;
  mentions?: boolean;
  /** It may be part of a sentence about who opened the ticket. */
  byline?: boolean;
  more?: boolean;
}

export interface Box {
  readonly element: Element;
  readonly tag: string;
  /** Its attributes `role` and `class`; empty where it has none. */
  role: string;
  look: string;
  parent: Box | undefined;
  children: readonly Box[];
  depth: number;
  /** First run inside, and the one after the last. */
  start: number;
  end: number;
  /** UTF-16 units of text inside, controls left out. */
  length: number;
  /** The reading in which something inside changed last; only what was found out later still holds. */
  changed: number;
  /** What is in it, in the order in which it is drawn. */
  content: readonly (Run | Box)[];
  /** Children that are hidden, or may be any time though no record tells of it. */
  doubtful: readonly (readonly [element: Element, hidden: boolean])[];
  /** Children that somebody else has read. */
  skipped: readonly Element[];
  /** Its content, or its own attributes too, must be looked at again. */
  stale: boolean;
  renamed: boolean;
  /** The reading that saw its attributes change last. */
  renamedAt: number;
  /** No record tells of changes inside. */
  unheard: boolean;
  /** Has text of its own, or nothing at all inside: no other box tells whether it is drawn. */
  bare: boolean;
  /** Not all of its children were looked at. */
  cut: boolean;
  /** Something in it may change without a record: what is typed, what hides a child. */
  watchful: boolean;
  /** It can get a shadow root. */
  host: boolean;
  /** The reading that saw last that it is drawn. */
  seen: number;
  /** Its place among the boxes of the outline, and how many it is with those inside. */
  index: number;
  size: number;
  /** What it took from its parent: the reading that saw names change, and furniture. */
  around: number;
  under: boolean;
  /** It or something inside is unheard. */
  anyWild: boolean;
  /** Whether it or something around it is furniture: see `inFurniture`. */
  furniture: boolean;
  /** Whether it is or stands in a menu, of which only so much is looked at. */
  menu: boolean;
  /** What its own attributes say; `renamed` ends it. */
  own: OwnTraits;
  /** The entry that it was read as, from `anchors` and after the text `before`; `fields` = it holds the ticket's own fields. */
  entry?: {
    readonly at: number;
    readonly before: string | undefined;
    readonly anchors: readonly TimeAnchor[];
    readonly read: Entry | undefined;
    readonly fields: boolean;
  };
}

/** Answers that are found when they are first asked for. */
interface OwnTraits {
  tokens?: readonly string[];
  classes?: readonly string[];
  /** Has a name beside its text; is made for a time; is called a heading, a field, a number or a description; takes a text; is declared an article. */
  named?: boolean;
  /** Is called a label. */
  label?: boolean;
  timed?: boolean;
  heading?: boolean;
  field?: boolean;
  number?: boolean;
  description?: boolean;
  editor?: boolean;
  article?: boolean;
}

export interface Outline {
  readonly root: Box;
  readonly boxes: readonly Box[];
  readonly runs: readonly Run[];
  /** True when the page was longer than `limits.elements`. */
  readonly cut: boolean;
  /** Number of the reading. */
  readonly at: number;
  /** The box of an element of this outline. */
  boxOf(element: Element): Box | undefined;
}

const leftOut = new Set([
  'SVG',
  'svg',
  'CANVAS',
  'VIDEO',
  'AUDIO',
  'IMG',
  'OBJECT',
  'MAP',
  'OPTION',
  'OPTGROUP',
  'BR',
  'HR',
  'WBR',
  'HANDRAIL-PANEL',
]);
/** How often what turned out hidden or shown is looked at again before everything is. */
const mostRounds = 4;

/**
 * @param root the pane, or the body
 * @param skip parts that somebody else has read already
 * @param memory of earlier readings of `root`; `begin` has been called
 */
export function outlineOf(root: Element, skip: ReadonlySet<Element> = new Set(), memory: PageMemory = new PageMemory()): Outline {
  for (let round = 0; round < mostRounds; round++) {
    const outline = walk(root, skip, memory);
    if (outline) return outline;
  }
  memory.boxes = new WeakMap();
  memory.outline = undefined;
  return walk(root, skip, memory) as Outline;
}

/** Where a box stands in an outline that is being made: written into the box when the outline is whole. */
interface Visit {
  readonly box: Box;
  readonly index: number;
  readonly start: number;
  /** Its content is what it was. */
  readonly kept: boolean;
  readonly wild: boolean;
  readonly around: number;
  /** The reading that saw attributes change last, its own or those of what it stands in. */
  readonly named: number;
  readonly furniture: boolean;
  readonly under: boolean;
  readonly menu: boolean;
  readonly children: Box[];
  /** Of its content. */
  next: number;
  length: number;
  changed: number;
  end: number;
  size: number;
  anyWild: boolean;
}

/** How far the making of an outline has come. */
export interface Walk {
  readonly skip: ReadonlySet<Element>;
  readonly boxes: Box[];
  readonly runs: Run[];
  /** From the root inwards, those whose content is not through. */
  readonly open: Visit[];
  readonly done: Visit[];
  /** Stretches of boxes taken over from the outline before, with how far their places have moved. */
  readonly moved: { readonly from: number; readonly to: number; readonly boxes: number; readonly runs: number }[];
  frames: number;
  cut: boolean;
  /** Something that was kept is hidden by now. */
  again: boolean;
}

/** An outline with what it was made from. */
export interface KeptOutline extends Outline {
  readonly skip: ReadonlySet<Element>;
}

/** @returns `undefined` when something that was kept is hidden by now: its parent's box is stale then */
function walk(root: Element, skip: ReadonlySet<Element>, memory: PageMemory): Outline | undefined {
  const at = memory.generation;
  const before = memory.outline && !memory.outline.cut && isSame(memory.outline.skip, skip) ? memory.outline : undefined;
  const on = memory.walk && isSame(memory.walk.skip, skip) ? memory.walk : undefined;
  const state: Walk = on ?? { skip, boxes: [], runs: [], open: [], done: [], moved: [], frames: 0, cut: false, again: false };
  memory.walk = state;
  const { boxes, runs, open } = state;

  const enter = (box: Box, parent: Visit | undefined): void => {
    box.parent = parent?.box;
    const wild = parent?.wild === true || box.unheard;
    if (box.renamed || wild) rename(box, memory);
    const menu = menuIn(parent, box);
    const kept = !box.stale && !wild && box.menu === menu && !hasChanged(box, skip);
    const index = boxes.push(box) - 1;
    if (!kept) {
      box.menu = menu;
      build(box, skip, memory, limits.elements - boxes.length);
    }
    // What stands in an element with other names may mean something else.
    const around = parent?.named ?? 0;
    const named = Math.max(around, box.renamedAt);
    const under = parent?.furniture === true;
    open.push({
      box,
      index,
      start: runs.length,
      kept,
      wild,
      around,
      named,
      furniture: under || isFurniture(box),
      under,
      menu,
      children: [],
      next: 0,
      length: 0,
      changed: Math.max(box.changed, named),
      end: 0,
      size: 0,
      anyWild: wild || box.unheard,
    });
  };
  const add = (parent: Visit, child: Box, length: number, changed: number, anyWild: boolean): void => {
    parent.children.push(child);
    parent.length += length;
    parent.changed = Math.max(parent.changed, changed);
    parent.anyWild ||= anyWild;
  };
  const check = (box: Box): void => {
    if (showsStill(box)) box.seen = at;
    else {
      state.again = true;
      staleAround(box.element, root, memory);
    }
    unitDone();
  };
  /** Takes a box over with all that is in it, where neither a record nor a look at it tells of a change. @returns whether it did */
  const takeOver = (item: Box, parent: Visit): boolean => {
    const { index: from, size } = item;
    if (
      !before ||
      before.boxes[from] !== item ||
      parent.wild ||
      item.anyWild ||
      item.around !== parent.named ||
      item.under !== parent.furniture ||
      item.menu !== menuIn(parent, item) ||
      boxes.length + size > limits.elements ||
      memory.touchedSince(item.element, before.at)
    )
      return false;
    for (let i = from; i < from + size; i++) {
      const box = before.boxes[i] as Box;
      if (box.stale || box.changed > before.at) return false;
      // Of the outermost it has only been asked whether it is drawn.
      if (i > from && box.seen === at) continue;
      if (box.watchful ? hasChanged(box, skip) : box.host && hasNewRoot(box)) return false;
      if (i > from) check(box);
    }
    const runsBefore = runs.length - item.start;
    const boxesBefore = boxes.length - from;
    if (runsBefore !== 0 || boxesBefore !== 0)
      state.moved.push({ from: boxes.length, to: boxes.length + size, boxes: boxesBefore, runs: runsBefore });
    for (let i = from; i < from + size; i++) boxes.push(before.boxes[i] as Box);
    for (let i = item.start; i < item.end; i++) runs.push(before.runs[i] as Run);
    add(parent, item, item.length, item.changed, false);
    return true;
  };

  if (!on) {
    let top = memory.boxes.get(root);
    if (!top) memory.boxes.set(root, (top = newBox(root, 0, at)));
    enter(top, undefined);
  }
  for (let visit = open.at(-1); visit; visit = open.at(-1)) {
    const item = visit.box.content[visit.next];
    if (!item || (!('text' in item) && boxes.length >= limits.elements)) {
      state.cut ||= item !== undefined || visit.box.cut;
      visit.end = runs.length;
      visit.size = boxes.length - visit.index;
      state.done.push(visit);
      open.pop();
      const parent = open.at(-1);
      if (parent) add(parent, visit.box, visit.length, visit.changed, visit.anyWild);
      continue;
    }
    if ('text' in item) {
      visit.next++;
      runs.push(item);
      if (item.kind === 'text') visit.length += item.text.length;
      continue;
    }
    if (item.tag === 'IFRAME' && state.frames >= limits.frames) {
      visit.next++;
      continue;
    }
    // What shows a text of its own is asked whether it still does; what only holds others shows by theirs.
    if (item.seen !== at) check(item);
    if (takeOver(item, visit)) {
      visit.next++;
      continue;
    }
    visit.next++;
    if (item.tag === 'IFRAME') state.frames++;
    enter(item, visit);
    unitDone();
  }
  memory.walk = undefined;
  if (state.again) return undefined;
  for (const { from, to, boxes: boxesBefore, runs: runsBefore } of state.moved)
    for (let i = from; i < to; i++) {
      const box = boxes[i] as Box;
      box.index += boxesBefore;
      box.start += runsBefore;
      box.end += runsBefore;
    }
  for (const { box, index, start, end, size, length, changed, children, furniture, around, under, anyWild } of state.done)
    Object.assign(box, { index, start, end, size, length, changed, children, furniture, around, under, anyWild });
  const outline: KeptOutline = {
    root: boxes[0] as Box,
    boxes,
    runs,
    cut: state.cut,
    at,
    skip,
    boxOf: (element) => {
      const box = memory.boxes.get(element);
      return box && boxes[box.index] === box ? box : undefined;
    },
  };
  memory.outline = outline;
  return outline;
}

function isSame(some: ReadonlySet<Element>, others: ReadonlySet<Element>): boolean {
  if (some.size !== others.size) return false;
  for (const one of some) if (!others.has(one)) return false;
  return true;
}

function newBox(element: Element, depth: number, at: number): Box {
  return {
    element,
    tag: tagOf(element),
    role: element.getAttribute('role') ?? '',
    look: element.getAttribute('class') ?? '',
    parent: undefined,
    children: [],
    depth,
    start: 0,
    end: 0,
    length: 0,
    changed: at,
    content: [],
    doubtful: [],
    skipped: [],
    stale: true,
    renamed: false,
    renamedAt: 0,
    unheard: false,
    bare: true,
    cut: false,
    watchful: true,
    host: true,
    seen: 0,
    index: -1,
    size: 0,
    around: 0,
    under: false,
    anyWild: true,
    furniture: false,
    menu: false,
    own: {},
  };
}

const hosts = new Set('ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '));

/** No record tells of a new shadow root. Besides components these elements can have one, by the standard. */
function hasNewRoot({ element, tag }: Box): boolean {
  return tag.includes('-') ? shadowOf(element) !== undefined : hosts.has(tag) && !!element.shadowRoot;
}

/** False when no record told that it is not drawn any more, or that it can be no box of its own now. */
function showsStill({ element, tag, bare }: Box): boolean {
  if (tag === 'FORM' && isShadowed(element)) return false;
  return !bare || element.checkVisibility?.(alsoByProperty) !== false || isDrawn(element);
}

/** What no record tells of: what is typed, what a style sheet shows or hides, what somebody else reads now. */
function hasChanged(box: Box, skip: ReadonlySet<Element>): boolean {
  const [first] = box.content;
  if (first && 'text' in first && first.kind === 'control' && first.text !== typed(box.element)) return true;
  for (const [element, hidden] of box.doubtful) if (isHidden(element) !== hidden) return true;
  for (const element of box.skipped) if (!skip.has(element)) return true;
  if (skip.size > 0) for (const item of box.content) if (!('text' in item) && skip.has(item.element)) return true;
  return hasNewRoot(box);
}

/** The outermost element around that is hidden is its parent's to leave out. */
function staleAround(element: Element, root: Element, memory: PageMemory): void {
  let hidden = element;
  for (let at: Element | null = element; at && at !== root; at = parentThroughShadow(at)) if (isHidden(at)) hidden = at;
  for (let at = parentThroughShadow(hidden); at; at = parentThroughShadow(at)) {
    const box = memory.boxes.get(at);
    if (!box) continue;
    box.stale = true;
    return;
  }
}

function typed(element: Element): string | undefined {
  const control = controlText(element);
  return control === undefined && element.tagName !== 'SELECT' ? undefined : (control ?? '').replace(/\s+/g, ' ').trim();
}

function rename(box: Box, memory: PageMemory): void {
  box.role = box.element.getAttribute('role') ?? '';
  box.look = box.element.getAttribute('class') ?? '';
  box.own = {};
  box.renamed = false;
  box.renamedAt = memory.generation;
}

/** Looks at the element and its children. @param room how many more boxes there may be */
function build(box: Box, skip: ReadonlySet<Element>, memory: PageMemory, room: number): void {
  const { element } = box;
  const content: (Run | Box)[] = [];
  const doubtful: (readonly [Element, boolean])[] = [];
  const skipped: Element[] = [];
  let left = box.menu ? Math.min(room, limits.menuEntries) : room;
  let odd = false;
  box.cut = false;
  box.unheard = box.tag === 'IFRAME' || box.tag === 'SLOT' || shadowOf(element) !== undefined;
  const known = new Map<string, Run>();
  for (const item of box.content) if ('text' in item) known.set(item.text, item);
  const put = (text: string, kind: Run['kind']): void => {
    const same = known.get(text);
    content.push(same?.kind === kind ? same : { text, box, kind });
    known.delete(text);
  };
  const look = (parent: Element): void => {
    for (const child of drawnChildren(parent)) {
      const kind = kindOf(child);
      if (kind === 'text') {
        const text = (child as Text).data.slice(0, limits.run).replace(/\s+/g, ' ').trim();
        if (text) put(text, 'text');
      } else if (kind) {
        // What is behind the end is not even looked at.
        if (left <= 0) {
          box.cut = room <= limits.menuEntries || !box.menu;
          return;
        }
        const inner = child as Element;
        if (leftOut.has(tagOf(inner)) || box.depth > limits.depth) continue;
        if (isAsBefore(box, inner, memory)) {
          if (skip.has(inner)) skipped.push(inner);
          else {
            content.push(boxIn(box, inner, memory));
            left--;
          }
          continue;
        }
        const hidden = isHidden(inner);
        const form = isShadowed(inner);
        if (hidden || (!form && inner.hasAttribute('aria-hidden'))) doubtful.push([inner, hidden]);
        if (hidden) continue;
        if (skip.has(inner)) {
          skipped.push(inner);
          continue;
        }
        // All else asks the elements of boxes directly, so one that does not answer for itself has no box: its parts stand in its parent's.
        if (form) {
          odd = true;
          look(inner);
          continue;
        }
        content.push(boxIn(box, inner, memory));
        left--;
      }
    }
  };
  const control = typed(element);
  if (control === undefined) look(element);
  else put(control, 'control');
  box.content = content;
  box.bare = content.length === 0 || content.some((item) => 'text' in item);
  box.watchful = control !== undefined || element.tagName === 'SELECT' || doubtful.length > 0 || skipped.length > 0;
  box.host = hosts.has(box.tag) || box.tag.includes('-');
  box.doubtful = doubtful;
  box.skipped = skipped;
  box.changed = memory.generation;
  box.stale = odd;
}

/** Whether a child is known to be shown by all that its attributes say, and is drawn: of many children most are. */
function isAsBefore(parent: Box, element: Element, memory: PageMemory): boolean {
  const known = memory.boxes.get(element);
  return (
    known !== undefined &&
    known.parent === parent &&
    known.seen > 0 &&
    parent.tag !== 'DETAILS' &&
    known.tag !== 'FORM' &&
    !memory.touchedSince(element, known.seen) &&
    !element.hasAttribute('aria-hidden') &&
    element.checkVisibility?.(alsoByProperty) === true
  );
}

/** The box that the element had, where it stands as it stood. */
function boxIn(parent: Box, element: Element, memory: PageMemory): Box {
  const known = memory.boxes.get(element);
  const box = known && known.parent === parent && known.depth === parent.depth + 1 ? known : newBox(element, parent.depth + 1, memory.generation);
  if (box !== known) memory.boxes.set(element, box);
  // Whoever asks for the box has just seen that it is drawn.
  box.seen = memory.generation;
  return box;
}

/** Text of all runs inside, joined by spaces. */
export function boxText(outline: Outline, box: Box, atMost = 2_000): string {
  let text = '';
  for (let i = box.start; i < box.end && text.length < atMost; i++) {
    const next = outline.runs[i]?.text;
    if (next) text += text ? ` ${next}` : next;
  }
  return text;
}

/** Whether `outer` contains `inner` or is it. */
export function holds(outer: Box, inner: Box): boolean {
  for (let at: Box | undefined = inner; at && at.depth >= outer.depth; at = at.parent) if (at === outer) return true;
  return false;
}

/** The nearest box, from `box` itself upwards, that fits. */
export function closest(box: Box, fits: (box: Box) => boolean): Box | undefined {
  for (let at: Box | undefined = box; at; at = at.parent) if (fits(at)) return at;
  return undefined;
}

/** Class, id and test-id tokens of an element, lower case, split at dashes, underscores and capitals. */
export function hookTokens(box: Box): readonly string[] {
  return (box.own.tokens ??= tokensOf(box));
}

export function classesOf(box: Box): readonly string[] {
  return (box.own.classes ??= box.look.split(/\s+/).filter(Boolean));
}

/** Whether somebody types a text there. */
export function isEditor(box: Box): boolean {
  return (box.own.editor ??= box.tag === 'TEXTAREA' || box.element.getAttribute('contenteditable') === 'true');
}

/** Whether the box belongs to menus, lists to choose from, column heads or the page's foot. */
export function inFurniture(box: Box): boolean {
  return box.furniture;
}

function isFurniture({ tag, role, parent }: Box): boolean {
  if (tag === 'NAV' || tag === 'THEAD') return true;
  if (tag === 'FOOTER' && parent?.tag === 'BODY') return true;
  return role !== '' && /^(?:navigation|menu|menubar|listbox|grid|tooltip)$/.test(role);
}

/** Whether a box in `parent` is or stands in a menu. A grid may hold the conversation, so it is none. */
function menuIn(parent: Visit | undefined, { tag, role }: Box): boolean {
  return parent?.menu === true || tag === 'NAV' || (role !== '' && /^(?:navigation|menu|menubar|listbox)$/.test(role));
}

const none: readonly string[] = [];

function tokensOf({ element, tag, look }: Box): readonly string[] {
  // A component's name is its strongest hook.
  let raw = tag.includes('-') ? tag.toLowerCase() : '';
  if (look) raw += ` ${look}`;
  for (const name of ['id', 'data-testid', 'data-test-id', 'data-type', 'itemprop']) {
    const value = element.getAttribute(name);
    if (value) raw += ` ${value}`;
  }
  if (!raw) return none;
  return raw
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
