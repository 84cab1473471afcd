/**
 * The conversation: blocks that repeat, each with a time, an author and a text. Found from the times upwards, so no class
 * name is needed; class names and words only add certainty. Over 250 lines: a block is judged by all that it holds.
 */
import { unitDone } from '../../parts.ts';
import { type LabelMeaning, labelMeaning } from '../labels.ts';
import { limits } from '../limits.ts';
import type { ReadingContext } from '../reading-draft.ts';
import { type Box, classesOf, closest, hookTokens, type Outline } from './outline.ts';
import type { TimeAnchor } from './time-anchors.ts';
import { findColumns } from './columns.ts';
import { type Entry, readEntry } from './entry.ts';
import { findFlatConversation, looseAnchors } from './flat-conversation.ts';

export interface Conversation {
  /** The element whose children the entries are. */
  readonly container: Box;
  /** What people wrote. */
  readonly entries: readonly Entry[];
  /** Status changes and other lines without a text. */
  readonly events: number;
  readonly score: number;
  /** Its entries are rows of a table with columns, which other things than tickets have too. */
  readonly columns?: boolean;
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
  const best = blocksOf(outline, anchors, context);
  const columns = findColumns(outline, anchors);
  if (columns && (!best || best.entries.length < 2 || best.container === columns.container)) return columns;
  if (best && best.entries.length > 1) return withOutliers(outline, best, anchors, context);
  const flat = findFlatConversation(outline, anchors, context);
  if (flat && flat.entries.length > (best?.entries.length ?? 0)) return flat;
  const all = [...anchors, ...looseAnchors(outline, anchors, context)].sort((a, b) => a.run - b.run);
  const loose = all.length > anchors.length ? blocksOf(outline, all, context) : undefined;
  // Texts that nobody signed only speak of a time.
  if (loose && loose.entries.length > (best?.entries.length ?? 0) && loose.entries.every((e) => e.author))
    return withOutliers(outline, loose, all, context);
  return best && withOutliers(outline, best, anchors, context);
}

/** The best of what repeats around the times. */
function blocksOf(outline: Outline, anchors: readonly TimeAnchor[], context: ReadingContext): Conversation | undefined {
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
  return best;
}

/** Entries of the same make that stand apart, such as the opening one above the list of answers. */
function withOutliers(outline: Outline, conversation: Conversation, anchors: readonly TimeAnchor[], context: ReadingContext): Conversation {
  // Items of a list hold the component proper, which stands elsewhere without an item around it.
  const cores = conversation.entries.map(({ box }) => core(box));
  const tag = cores[0]?.tag ?? '';
  if (cores.some((box) => box.tag !== tag)) return conversation;
  const shared = (cores[0] ? classesOf(cores[0]) : []).filter((c) => c.length > 5 && cores.every((box) => classesOf(box).includes(c)));
  if (shared.length === 0 && tag !== 'ARTICLE' && !tag.includes('-')) return conversation;
  const { container } = conversation;
  const apart = outline.boxes.filter(
    (b) =>
      b.tag === tag &&
      (b.end <= container.start || b.start >= container.end) &&
      shared.every((c) => classesOf(b).includes(c)) &&
      !inPageFurniture(b) &&
      !holdsFields(outline, b),
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

/** The element that is the entry, without wrappers that have no name and hold nothing else. */
function core(box: Box): Box {
  let at = box;
  while (/^(?:LI|DIV|SECTION)$/.test(at.tag) && at.look.trim() === '') {
    const [only, ...others] = at.children.filter((c) => c.end > c.start);
    if (!only || others.length > 0 || only.start !== at.start || only.end !== at.end) break;
    at = only;
  }
  return at;
}

function judge(outline: Outline, group: Group, context: ReadingContext): Conversation | undefined {
  const { container } = group;
  if ((listTags.has(container.tag) && !isTalkTable(group)) || inPageFurniture(container)) return undefined;
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
    const named = [...words].some((t) => entryTokens.has(t)) || anchored.every((b) => b.tag === 'ARTICLE' || b.role === 'article');
    // A single block with a time could be anything: it must be called a message, or stand in a conversation.
    if (one && !(named || around)) continue;
    // Rows or items with a time each are many things, of which not one was told from the next.
    const [only] = anchored;
    if (one && only && new Set(group.members.get(only)?.map((a) => closest(a.box, (b) => b.tag === 'TR' || b.tag === 'LI'))).size > 1) continue;
    const entries: Entry[] = [];
    let events = 0;
    for (const box of anchored) {
      const entry = entryOf(outline, box, group.members.get(box) ?? [], context);
      if (!entry) events++;
      else if (!box.entry?.fields) entries.push(entry);
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

/** Rows of two cells, one of them with what was written; rows of a list have more. */
function isTalkTable({ container, members }: Group): boolean {
  return (
    container.tag === 'TBODY' &&
    members.size > 1 &&
    [...members.keys()].every((row) => row.children.length === 2) &&
    [...members.keys()].filter((row) => row.element.querySelector(written) !== null).length * 2 > members.size
  );
}

/** What somebody wrote stands in one of these, or its element says so. */
const written = 'p,pre,blockquote,[class*="body" i],[class*="message" i],[class*="text" i],[class*="note" i],[class*="comment" i]';

/** A box with the ticket's own fields, which may look like the messages below it. A list of changes names neither the customer nor the creation. */
function holdsFields(outline: Outline, box: Box): boolean {
  const meanings = new Set<LabelMeaning>();
  for (const run of outline.runs.slice(box.start, box.end)) {
    if (run.kind !== 'text' || run.text.length > limits.label) continue;
    const meaning = labelMeaning(run.text.replace(/\s*[:：]$/, ''));
    if (meaning && ticketFields.has(meaning)) meanings.add(meaning);
  }
  return meanings.size >= 4 && (meanings.has('requester') || meanings.has('createdAt'));
}
const ticketFields = new Set<LabelMeaning>([
  'status',
  'priority',
  'requester',
  'assignee',
  'group',
  'organization',
  'createdAt',
  'updatedAt',
  'dueAt',
]);
/** What was read of the box before, where nothing that it was read from has changed. */
function entryOf(outline: Outline, box: Box, anchors: readonly TimeAnchor[], context: ReadingContext): Entry | undefined {
  const before = outline.runs[box.start - 1]?.text;
  const kept = box.entry;
  if (kept && kept.at >= box.changed && kept.before === before && isSame(kept.anchors, anchors)) return kept.read;
  const read = readEntry(outline, box, anchors, context);
  box.entry = { at: outline.at, before, anchors, read, fields: read !== undefined && holdsFields(outline, box) };
  unitDone();
  return read;
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, i) => one === others[i]);
}

/** Navigation, page head and foot, and lists of links are no conversation. */
function inPageFurniture(box: Box): boolean {
  for (let at: Box | undefined = box; at; at = at.parent) {
    if (at.tag === 'NAV' || at.role === 'navigation' || at.role === 'menu' || at.role === 'grid') return true;
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
    const classes = classesOf(box);
    const first = makeUp(box);
    const family = families.find(
      (f) =>
        f.tag === box.tag &&
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
    } else families.push({ tag: box.tag, classes: new Set(classes), first, boxes: [box] });
  }
  return families.map((f) => f.boxes);
}

/** Tag and classes of the first two children. */
function makeUp(box: Box): string {
  return box.children
    .filter((c) => c.end > c.start)
    .slice(0, 2)
    .map((c) => `${c.tag}.${c.look}`)
    .join(' ');
}

function hooksOf(boxes: readonly Box[]): Set<string> {
  return new Set(boxes.flatMap((b) => [...hookTokens(b)]));
}
