/**
 * A conversation without blocks: a line that tells who and when, and below it, beside it in the page's tree, what was written; then the next
 * such line. So print trackers that are older than blocks: tables with a row for the head and one for the text, `dt` and `dd`, a `span`
 * above a `pre`. Asked only where no repeated blocks were found. Over 250 lines: the lines, the times in them and the names in them are read together.
 */
import { readInstant } from '../dates/read-instant.ts';
import type { ReadingContext } from '../reading-draft.ts';
import type { Conversation } from './conversation.ts';
import { cleanName, type Entry, findFiles, innermost, isActions, isFiles, looksLikePerson, writtenLength } from './entry.ts';
import { type Box, boxText, hookTokens, inFurniture, type Outline } from './outline.ts';
import type { TimeAnchor } from './time-anchors.ts';

/** Longest line that tells who and when. */
const longestHead = 160;
/** Least written below one for it to be a text without an element made for one. */
const leastWritten = 25;
const headTags = /^(?:SPAN|DIV|P|B|STRONG|I|EM|SMALL|DT|TR|H[2-6]|HEADER|FONT|A|LI|U)$/;
const textTags = /^(?:PRE|P|BLOCKQUOTE|DIV|SECTION|DD|TR|TD|UL|OL|SPAN|TABLE|ARTICLE)$/;
const clock = /\d[:.h]\s?\d{2}/;

interface Head {
  readonly box: Box;
  readonly anchor: TimeAnchor;
  /** The words of the line without its time. */
  readonly words: string;
}

interface Part {
  readonly head: Head;
  readonly texts: readonly Box[];
  readonly end: number;
}

/** @returns `undefined` where no parent holds such lines, each with a text; a single one must be called the head of a message */
export function findFlatConversation(outline: Outline, anchors: readonly TimeAnchor[], context: ReadingContext): Conversation | undefined {
  let best: Conversation | undefined;
  for (const container of parentsOfTimes(outline, anchors)) {
    const parts = partsOf(outline, container, anchors, context);
    if (!parts) continue;
    const entries = parts.map((part) => toEntry(outline, container, part, authorsOf(parts.map((p) => p.head.words))));
    // Times and texts that nobody signed are a log.
    if (entries.filter((e) => e.author).length * 2 < entries.length) continue;
    const score = entries.reduce((sum, e) => sum + Math.min(e.length, 400), 0) / 100 + entries.length * 3;
    if (!best || score > best.score) best = { container, entries, events: 0, score };
  }
  return best;
}

/** Elements with several children, of which a short one shows a clock time. */
function parentsOfTimes(outline: Outline, anchors: readonly TimeAnchor[]): Set<Box> {
  const found = new Set<Box>();
  const add = (from: Box) => {
    for (let at = from; at.parent && at.length <= longestHead; at = at.parent)
      if (at.parent.children.length > 1 && !inFurniture(at.parent)) found.add(at.parent);
  };
  for (const anchor of anchors) add(anchor.box);
  for (const run of outline.runs) if (run.kind === 'text' && run.text.length <= longestHead && clock.test(run.text)) add(run.box);
  return found;
}

function partsOf(outline: Outline, container: Box, anchors: readonly TimeAnchor[], context: ReadingContext): Part[] | undefined {
  const children = container.children.filter((c) => c.end > c.start);
  if (children.length < 2) return undefined;
  const heads = new Map<Box, Head>();
  for (const child of children) {
    const head = headOf(outline, child, anchors, context);
    if (head) heads.set(child, head);
  }
  const [first] = heads.keys();
  if (!first || (heads.size < 2 && !isCalledMessage(first))) return undefined;
  // One look for all heads: a list whose lines differ is none of heads.
  const looks = lookOf(first);
  if ([...heads.keys()].some((box) => lookOf(box) !== looks)) return undefined;
  const parts: Part[] = [];
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    const head = child && heads.get(child);
    if (!head) continue;
    let next = i + 1;
    while (next < children.length && !heads.has(children[next] as Box)) next++;
    const below = children.slice(i + 1, next);
    const texts = textsOf(outline, below, next === children.length);
    if (texts.length > 0) parts.push({ head, texts, end: texts.at(-1)?.end ?? head.box.end });
  }
  // Where some heads have nothing below, the lines are a list.
  return parts.length === heads.size ? parts : undefined;
}

/** One line alone must say by its class that it is the head of something written. */
function isCalledMessage(box: Box): boolean {
  return hookTokens(box).some((t) => /^(?:comment|commenter|commentheader|message|messageheader|reply|post|poster)$/.test(t));
}

function lookOf(box: Box): string {
  // "odd" and "even" rows are one look.
  return `${box.tag}.${hookTokens(box)
    .filter((t) => !/\d|^(?:odd|even|first|last|alt|alternate)$/.test(t))
    .join('.')}`;
}

/** What stands below a head up to the next; after the last one, only what looks like the text of the others may follow. */
function textsOf(outline: Outline, below: readonly Box[], last: boolean): Box[] {
  const texts = below.filter((box) => {
    if (!textTags.test(box.tag) || isActions(outline, box) || isFiles(outline, box) || box.element.querySelector('form,textarea,select'))
      return false;
    const cells = box.tag === 'TR' ? box.children.filter((c) => c.end > c.start) : [];
    if (cells.length > 1) return false;
    const written = writtenLength(outline, box);
    return /^(?:PRE|P|BLOCKQUOTE|DD)$/.test(box.tag) ? written >= 2 : written >= leastWritten;
  });
  return last ? texts.slice(0, 1) : texts;
}

/** A short element that holds exactly one time to the minute. */
function headOf(outline: Outline, box: Box, anchors: readonly TimeAnchor[], context: ReadingContext): Head | undefined {
  if (!headTags.test(box.tag) || box.length > longestHead || box.end - box.start > 8) return undefined;
  const own = anchors.filter((a) => a.run >= box.start && a.run < box.end);
  if (own.length > 1) return undefined;
  const [exact] = own;
  if (exact) {
    if (exact.read.date !== undefined) return undefined;
    // "… by somebody" behind a time is read over by the parser.
    const within = timeWithin(outline.runs[exact.run]?.text ?? '', context)?.words;
    return { box, anchor: exact, words: wordsOf(outline, box, exact.run, within) };
  }
  for (let i = box.start; i < box.end; i++) {
    const run = outline.runs[i];
    if (run?.kind !== 'text' || !clock.test(run.text)) continue;
    const found = timeWithin(run.text, context);
    if (!found) continue;
    return {
      box,
      anchor: { box: run.box, run: i, texts: { machine: [], titles: [], text: found.text }, read: found.read, words: found.words },
      words: wordsOf(outline, box, i, found.words),
    };
  }
  return undefined;
}

/** The words of a line beside its time; only those that a word such as "Author:" leads in, where there are any. */
function wordsOf(outline: Outline, box: Box, timeRun: number, within: string | undefined): string {
  const texts = outline.runs
    .slice(box.start, box.end)
    .flatMap((r, i) => (r.kind !== 'text' ? [] : box.start + i === timeRun ? (within ? [within] : []) : [r.text]));
  return texts.find((t) => lead.test(t)) ?? texts.join(' ');
}

/** Longest line of words beside a time. */
const longestLine = 110;

/**
 * Times that stand in one line with other words: "Marie replied 2 days ago", "24-11-2026 10:12 Wouter de Boer:". Many a text speaks of a
 * time too, so they only count where no times by themselves make a conversation.
 */
export function looseAnchors(outline: Outline, anchors: readonly TimeAnchor[], context: ReadingContext): TimeAnchor[] {
  const taken = new Set(anchors.map((a) => a.run));
  return outline.runs.flatMap((run, i) => {
    if (run.kind !== 'text' || run.text.length > longestLine || taken.has(i) || !/\d/.test(run.text)) return [];
    const found = timeWithin(run.text, context, true);
    if (!found || found.read.date !== undefined || /[.!?。]$/.test(found.words)) return [];
    return [{ box: run.box, run: i, texts: { machine: [], titles: [], text: found.text }, read: found.read, words: found.words }];
  });
}

/** The longest end, or else beginning, of a line that is a time by itself, with the words that are left. */
function timeWithin(text: string, context: ReadingContext, spans = false): { text: string; words: string; read: TimeAnchor['read'] } | undefined {
  const options = {
    zone: context.zone,
    now: context.now,
    dayFirst: context.dayFirst ?? true,
    ...(context.language && { language: context.language }),
  };
  const read = (part: string) => {
    const span = spans && /^\P{L}*\d|\d.*\p{L}{3}/u.test(part);
    if (!clock.test(part) && !span) return undefined;
    const found = readInstant(part, options);
    // "4h" is as often a duration as a time.
    return found && found.date === undefined && (!found.how.startsWith('span:') || (span && part.length > 5)) ? found : undefined;
  };
  const line = text.replace(/[\s:;.,)\]-]+$/, '');
  const bounds = [...line.matchAll(/\s+[([]?/g)].slice(0, 20).map((m) => [m.index, m.index + m[0].length] as const);
  for (const [before, after] of bounds) {
    const part = line.slice(after);
    const found = read(part);
    if (found) return { text: part, words: line.slice(0, before), read: found };
  }
  for (const [before, after] of bounds.toReversed()) {
    const part = line.slice(0, before).replace(/[\s:;,-]+$/, '');
    const found = read(part);
    if (found) return { text: part, words: line.slice(after), read: found };
  }
  return undefined;
}

const said =
  /\s+(?:has\s+)?(?:added|wrote|commented|replied|said|posted|updated|responded|noted|sent)(?:\s+(?:this|the|a|an))?(?:\s+(?:comment|note|message|reply|answer|following))?(?:\s+(?:on|at|the))*\s*[:,]?$/i;
const lead = /^(?:author|by|from|posted by|comment by|added by|reply by|message by|user|name)\s*[:：]?\s+/i;

/**
 * The names in the lines: what is left when known words, or the words that all lines share, are taken off. Lines that are all alike
 * (one person wrote everything) keep nothing to tell the name from the verb by: then only known words help.
 */
function authorsOf(lines: readonly string[]): (line: string) => string | undefined {
  const split = lines.map((line) => line.split(/\s+/).filter(Boolean));
  const shared = (at: (words: readonly string[], i: number) => string | undefined) => {
    let count = 0;
    while (split.every((words) => at(words, count) !== undefined && at(words, count) === at(split[0] ?? [], count))) count++;
    return count;
  };
  const alike = new Set(lines).size === 1;
  const before = alike ? 0 : shared((words, i) => words[i]);
  const after = alike ? 0 : shared((words, i) => words[words.length - 1 - i]);
  return (line) => {
    const known = line.replace(lead, '').replace(said, '').trim();
    const framed = known !== line.trim();
    const words = line.split(/\s+/).filter(Boolean);
    const rest = framed ? known : words.slice(before, words.length - after).join(' ');
    const name = cleanName(rest.replace(/^[\s,:;|·–—-]+|[\s,:;|·–—-]+$/g, ''));
    // A name that nothing frames must look like one; one word between words that all lines share is an account's name.
    return looksLikePerson(name, (framed || before + after > 0) && name.split(/\s+/).length <= 4) ? name : undefined;
  };
}

function toEntry(outline: Outline, container: Box, part: Part, authorOf: (line: string) => string | undefined): Entry {
  const { head, texts } = part;
  const box: Box = {
    ...(texts[0] ?? head.box),
    parent: container,
    children: [head.box, ...texts],
    depth: head.box.depth,
    start: head.box.start,
    end: part.end,
    length: head.box.length + texts.reduce((sum, t) => sum + t.length, 0),
  };
  const author = authorOf(head.words);
  const bodies = texts.map(innermost);
  const tokens = new Set([head.box, ...texts].flatMap((b) => hookTokens(b)));
  return {
    box,
    anchor: head.anchor,
    author,
    authorBox: author ? head.box : undefined,
    bodies: bodies.map((b) => b.element),
    length: bodies.reduce((sum, b) => sum + b.length, 0),
    attachments: findFiles(outline, box, bodies),
    tokens,
    ownTokens: tokens,
    notices: [boxText(outline, head.box, longestHead)],
    hooked: false,
    how: ['conversation:line-and-text', ...(author ? ['author:line'] : [])],
  };
}
