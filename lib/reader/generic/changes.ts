/** Changes of status and priority that the page prints between or beside the messages, each with the time of its own row. */
import { type ChangeLine, longestChangeLine, mentionsChange, readChangeLine } from '../change-line.ts';
import type { TimeTexts } from '../dates/element-instant.ts';
import type { ReadingDraft } from '../reading-draft.ts';
import type { Conversation } from './conversation.ts';
import { entryAround } from './in-messages.ts';
import type { Entry } from './entry.ts';
import { type Box, boxText, closest, inFurniture, type Outline } from './outline.ts';
import type { TimeAnchor } from './time-anchors.ts';

/** Longest row of an activity list: a line, its time, its author, and a few words around them. */
const longestRow = 400;
/** How far above its words a line may end, and how far above that its row. */
const lineSteps = 3;
const rowSteps = 4;

/** Puts every change that is printed outside of what people wrote into the draft, in page order. */
export function readChanges(outline: Outline, anchors: readonly TimeAnchor[], conversation: Conversation | undefined, draft: ReadingDraft): void {
  const taken = new Set<Box>();
  for (const run of outline.runs) {
    if (run.kind !== 'text' || run.text.length > longestChangeLine || !(run.mentions ??= mentionsChange(run.text))) continue;
    if (isTaken(run.box, taken) || written(run.box, conversation) || inFurniture(run.box) || isControl(run.box)) continue;
    const line = lineAround(outline, run.box, anchors);
    if (!line) continue;
    taken.add(line.box);
    draft.change(timeOf(outline, line.box, anchors, conversation), line.change, 'line:activity');
  }
}

/** The change that a whole entry tells, where it is no message but one more line of the activity. */
export function changeOfEntry(entry: Entry): ChangeLine | undefined {
  if (entry.length > longestChangeLine || entry.bodies.length !== 1) return undefined;
  let told = changesOfEntries.get(entry);
  if (!told) changesOfEntries.set(entry, (told = { change: readChangeLine((entry.bodies[0]?.textContent ?? '').replace(/\s+/g, ' ').trim()) }));
  return told.change;
}

/** An entry is kept as long as nothing in it changes. */
const changesOfEntries = new WeakMap<Entry, { readonly change: ChangeLine | undefined }>();

function isTaken(box: Box, taken: ReadonlySet<Box>): boolean {
  return closest(box, (b) => taken.has(b)) !== undefined;
}

/** Whether the box is part of what somebody wrote; the head of an entry is not. */
function written(box: Box, conversation: Conversation | undefined): boolean {
  return entryAround(conversation, box)?.bodies.some((body) => body === box.element || body.contains(box.element)) ?? false;
}

function isControl(box: Box): boolean {
  return closest(box, (b) => /^(?:BUTTON|OPTION|LABEL|TEXTAREA)$/.test(b.tag) || /^(?:button|menuitem|option|tab)$/.test(b.role)) !== undefined;
}

/** The smallest element around the words whose text, without its time, tells of a change. */
function lineAround(outline: Outline, start: Box, anchors: readonly TimeAnchor[]): { box: Box; change: ChangeLine } | undefined {
  let box: Box | undefined = start;
  for (let step = 0; box && step <= lineSteps && box.length <= longestChangeLine; step++, box = box.parent) {
    const change = readChangeLine(textWithoutTimes(outline, box, anchors));
    if (change) return { box, change };
  }
  return undefined;
}

function textWithoutTimes(outline: Outline, box: Box, anchors: readonly TimeAnchor[]): string {
  const own = anchors.filter((a) => box.start <= a.run && a.run < box.end && a.box !== box);
  if (own.length === 0) return boxText(outline, box, longestChangeLine + 1);
  return outline.runs
    .slice(box.start, box.end)
    .filter((_, i) => !own.some((a) => a.run === box.start + i || (a.box.start <= box.start + i && box.start + i < a.box.end)))
    .map((r) => r.text)
    .join(' ');
}

/** The one time of the row; `undefined` where there is none, or several. */
function timeOf(outline: Outline, line: Box, anchors: readonly TimeAnchor[], conversation: Conversation | undefined): TimeTexts | undefined {
  const entry = entryAround(conversation, line);
  if (entry) return entry.anchor.texts;
  let row: Box | undefined = line;
  for (let step = 0; row && step <= rowSteps; step++, row = row.parent) {
    if (row.length > longestRow) return undefined;
    const { start, end } = row;
    const own = anchors.filter((a) => start <= a.run && a.run < end);
    if (own.length === 0) continue;
    return own.length === 1 || sameInstant(own) ? own[0]?.texts : undefined;
  }
  return undefined;
}

function sameInstant(anchors: readonly TimeAnchor[]): boolean {
  return anchors.every((a) => a.read.instant === anchors[0]?.read.instant && !a.read.errorMs);
}
