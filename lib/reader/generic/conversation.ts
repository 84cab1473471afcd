/**
 * The conversation: blocks that repeat, each with a time, an author and a text. Found from the times upwards, so no class
 * name is needed; class names and words only add certainty.
 */
import type { ReadingContext } from '../reading-draft.ts';
import { type Box, hookTokens, type Outline } from './outline.ts';
import type { TimeAnchor } from './time-anchors.ts';
import { type Entry, readEntry } from './entry.ts';

export interface Conversation {
  /** The element whose children the entries are. */
  readonly container: Box;
  /** What people wrote. */
  readonly entries: readonly Entry[];
  /** Status changes and other lines without a text. */
  readonly events: number;
  readonly score: number;
}

const entryTokens = new Set(
  'message messages comment comments article post posts reply entry transaction note notes thread journal conversation bubble part event activity mail email update response'.split(
    ' ',
  ),
);
const containerTokens = new Set(
  'history thread timeline conversation comments messages articles activity journals posts replies stream feed discussion transactions correspondence updates'.split(
    ' ',
  ),
);
const listTags = new Set(['TBODY', 'TABLE', 'THEAD']);
/** Text of an entry that counts towards its score, and the least that makes one. */
const fullText = 400;

interface Group {
  readonly container: Box;
  readonly members: Map<Box, TimeAnchor[]>;
}

/** The best conversation of the outline; `undefined` when none is good enough. */
export function findConversation(outline: Outline, anchors: readonly TimeAnchor[], context: ReadingContext): Conversation | undefined {
  const groups = new Map<Box, Group>();
  for (const anchor of anchors) {
    for (let at: Box = anchor.box; at.parent; at = at.parent) {
      const container = at.parent;
      const group = groups.get(container) ?? {
        container,
        members: new Map<Box, TimeAnchor[]>(),
      };
      groups.set(container, group);
      const list = group.members.get(at);
      if (list) list.push(anchor);
      else group.members.set(at, [anchor]);
    }
  }
  let best: Conversation | undefined;
  for (const group of groups.values()) {
    const found = judge(outline, group, context);
    if (found && (!best || found.score > best.score)) best = found;
  }
  return best && withOutliers(outline, best, anchors, context);
}

/** Entries of the same make that stand apart, such as the opening one above the list of answers. */
function withOutliers(outline: Outline, conversation: Conversation, anchors: readonly TimeAnchor[], context: ReadingContext): Conversation {
  const [first, ...others] = conversation.entries;
  if (!first) return conversation;
  const shared = [...first.box.element.classList].filter((c) => c.length > 5 && others.every((e) => e.box.element.classList.contains(c)));
  if (shared.length === 0) return conversation;
  const { container } = conversation;
  const apart = outline.boxes.filter(
    (b) =>
      b.element.tagName === first.box.element.tagName &&
      (b.end <= container.start || b.start >= container.end) &&
      shared.every((c) => b.element.classList.contains(c)) &&
      !inPageFurniture(b),
  );
  if (apart.length === 0 || apart.length > 3) return conversation;
  const read = apart
    .flatMap(
      (b) =>
        readEntry(
          outline,
          b,
          anchors.filter((a) => a.run >= b.start && a.run < b.end),
          context,
        ) ?? [],
    )
    .filter((e) => e.author);
  const entries = [...read, ...conversation.entries].sort((a, b) => a.box.start - b.box.start);
  return { ...conversation, entries };
}

function judge(outline: Outline, group: Group, context: ReadingContext): Conversation | undefined {
  const { container } = group;
  if (listTags.has(container.element.tagName) || inPageFurniture(container)) return undefined;
  const families = groupByLooks([...group.members.keys()]);
  let best: Conversation | undefined;
  for (const family of families) {
    const anchored = family.filter((b) => (group.members.get(b)?.length ?? 0) > 0);
    const one = anchored.length === 1;
    // An entry that repeats the page's other times inside is a section, not an entry.
    const crowded = anchored.filter((b) => (group.members.get(b)?.length ?? 0) > 6).length;
    if (crowded * 2 > anchored.length) continue;
    const words = hooksOf(anchored);
    const around = hookTokens(container).some((t) => containerTokens.has(t));
    const named =
      [...words].some((t) => entryTokens.has(t)) ||
      anchored.every((b) => b.element.tagName === 'ARTICLE' || b.element.getAttribute('role') === 'article');
    // A single block with a time could be anything: it must be called a message, or stand in a conversation.
    if (one && !(named || around)) continue;
    const entries: Entry[] = [];
    let events = 0;
    for (const box of anchored) {
      const entry = readEntry(outline, box, group.members.get(box) ?? [], context);
      if (entry) entries.push(entry);
      else events++;
    }
    // Where most texts stand in an element made for one, a line that does not is a report of a change.
    const made = entries.filter((e) => e.hooked);
    if (made.length > 0 && made.length < entries.length && made.length * 3 >= entries.length) {
      events += entries.length - made.length;
      entries.splice(0, entries.length, ...made);
    }
    if (entries.length === 0) continue;
    const authored = entries.filter((e) => e.author).length;
    if (authored === 0 && !named) continue;
    if (one && authored === 0) continue;
    const text = entries.reduce((sum, e) => sum + Math.min(e.length, fullText), 0);
    const score =
      text / 100 +
      entries.length * 2 +
      authored * 1.5 +
      (named ? 4 : 0) +
      (around ? 2 : 0) -
      (events > entries.length * 6 ? 2 : 0) +
      container.depth * 0.01;
    if (!best || score > best.score) best = { container, entries, events, score };
  }
  return best;
}

/** Navigation, page head and foot, and lists of links are no conversation. */
function inPageFurniture(box: Box): boolean {
  for (let at: Box | undefined = box; at; at = at.parent) {
    const { element } = at;
    if (
      element.tagName === 'NAV' ||
      element.getAttribute('role') === 'navigation' ||
      element.getAttribute('role') === 'menu' ||
      element.getAttribute('role') === 'grid'
    )
      return true;
  }
  return false;
}

interface Family {
  readonly tag: string;
  classes: Set<string>;
  readonly first: string;
  readonly boxes: Box[];
}

/** Children that look alike: the same component, the same tag with a class in common, or the same make-up inside. */
function groupByLooks(boxes: readonly Box[]): Box[][] {
  const families: Family[] = [];
  for (const box of boxes) {
    const classes = [...box.element.classList];
    const first = makeUp(box);
    const family = families.find(
      (f) =>
        f.tag === box.element.tagName &&
        (f.tag.includes('-') ||
          (f.classes.size === 0 && classes.length === 0) ||
          classes.some((c) => f.classes.has(c)) ||
          (first !== '' && f.first === first)),
    );
    if (family) {
      // What all have in common stays; an empty set would take in everything.
      const common = classes.filter((c) => family.classes.has(c));
      if (common.length > 0) family.classes = new Set(common);
      family.boxes.push(box);
    } else families.push({ tag: box.element.tagName, classes: new Set(classes), first, boxes: [box] });
  }
  return families.map((f) => f.boxes);
}

/** Tag and classes of the first two children. */
function makeUp(box: Box): string {
  return box.children
    .filter((c) => c.end > c.start)
    .slice(0, 2)
    .map((c) => `${c.element.tagName}.${c.element.getAttribute('class') ?? ''}`)
    .join(' ');
}

function hooksOf(boxes: readonly Box[]): Set<string> {
  return new Set(boxes.flatMap((b) => [...hookTokens(b)]));
}

const entryRanges = new WeakMap<Conversation, readonly (readonly [number, number])[]>();

/** Whether the box lies inside what people wrote; labels there are not the ticket's. */
export function inMessages(conversation: Conversation | undefined, box: Box): boolean {
  if (!conversation) return false;
  let ranges = entryRanges.get(conversation);
  if (!ranges) {
    ranges = conversation.entries.map((e): readonly [number, number] => [e.box.start, e.box.end]);
    entryRanges.set(conversation, ranges);
  }
  return ranges.some(([start, end]) => start <= box.start && box.end <= end && box.start < end);
}
