/** Places on the page that show a time. */
import { unitDone } from '../../parts.ts';
import { readTimeTexts, type TimeTexts, timeTexts } from '../dates/element-instant.ts';
import { type InstantReading, readInstant } from '../dates/read-instant.ts';
import type { ReadingContext } from '../reading-draft.ts';
import type { Box, Outline, Run } from './outline.ts';

export interface TimeAnchor {
  readonly box: Box;
  /** Index of the run that shows it. */
  readonly run: number;
  readonly texts: TimeTexts;
  readonly read: InstantReading;
  /** What the run holds beside the time ("Marie replied" of "Marie replied 2 hours ago"). */
  readonly words?: string;
}

/** Most times looked at on one page. */
const mostAnchors = 600;
const machine = ['datetime', 'data-timestamp', 'data-time', 'data-datetime', 'data-livestamp'];
const titled = ['title', 'data-original-title', 'data-bs-original-title', 'data-tooltip'];
/** A digit beside something a clock, a calendar or a span would print; or a day named by a word alone with a clock time. */
const looksTimed = /\p{Nd}[:.h]\s?\p{Nd}{2}|\p{Nd}{1,4}\p{Cf}?[-/.]\s?\p{Nd}{1,2}\p{Cf}?[-/.]|\p{Nd}\s?\p{L}|\p{L}\.?\s?\p{Nd}|[年月日]/u;

/** What a text run and the elements around it say of a time, whatever time it is now. */
export interface KeptTime {
  readonly at: number;
  readonly holder: Box | undefined;
  readonly texts: TimeTexts | undefined;
  /** The text itself may be one. */
  readonly timed: boolean;
  /** How it was read when it was none. */
  noneFor?: string;
  anchor?: { box: Box; run: number; texts: TimeTexts; read: InstantReading };
}

/** Every time in the outline, in page order; at most one a box. */
export function timeAnchors(outline: Outline, context: ReadingContext, newestFirst?: NewestFirst): TimeAnchor[] {
  const anchors: TimeAnchor[] = [];
  const options = {
    zone: context.zone,
    now: context.now,
    ...(context.language && { language: context.language }),
    dayFirst: context.dayFirst ?? true,
  };
  // What is no time stays none until "today" may mean another day; see `readInstant`.
  const reach = `${context.language} ${context.zone} ${options.dayFirst} ${Math.floor(context.now / 900_000)}`;
  const seen = new Set<Box>();
  const clocks = outline.runs.some((run) => run.kind === 'text' && run.text.length <= 20 && clockAlone.test(run.text));
  const days: Day[] = [];
  let day: Day | undefined;
  const add = (kept: KeptTime, box: Box, run: number, texts: TimeTexts, read: InstantReading): TimeAnchor => {
    seen.add(box);
    // One object as long as the page says the same, so that whoever keeps it can tell.
    if (kept.anchor?.box === box && kept.anchor.texts.text === texts.text) Object.assign(kept.anchor, { run, read });
    else kept.anchor = { box, run, texts, read };
    anchors.push(kept.anchor);
    return kept.anchor;
  };
  for (let i = 0; i < outline.runs.length && anchors.length < mostAnchors; i++) {
    const run = outline.runs[i];
    if (!run || run.kind !== 'text' || run.text.length > 120) continue;
    const { box } = run;
    let kept = run.time;
    if (!kept || kept.at < (box.parent ?? box).changed) {
      run.time = kept = timeOfRun(run, outline.at);
      unitDone();
    }
    const { holder, texts } = kept;
    if (holder && texts) {
      if (seen.has(holder)) continue;
      const read = readTimeTexts(texts, options);
      if (read) {
        add(kept, holder, i, texts, read);
        continue;
      }
    }
    const { timed } = kept;
    if (run.text.length > 60 || seen.has(box)) continue;
    if (!timed && !clocks) continue;
    const alone = kept.noneFor === reach ? undefined : readInstant(run.text, options);
    if (!alone && kept.noneFor !== reach) {
      kept.noneFor = reach;
      unitDone();
    }
    if (clocks && alone?.date) {
      const branch = branchOf(box);
      if (branch) days.push((day = { branch, date: alone.date, clocks: [] }));
    }
    if (!timed) continue;
    const under = alone || !clockAlone.test(run.text) || !day || !standsOver(day.branch, box) ? undefined : day;
    const text = under ? `${under.date} ${run.text}` : run.text;
    const read = alone ?? (under && readInstant(text, options));
    if (!read || (read.how.startsWith('span:') && run.text.length < 3)) continue;
    const anchor = add(kept, box, i, { machine: [], titles: [], text }, read);
    under?.clocks.push(anchor);
  }
  // A clock that runs against the others belongs to a day that was not seen.
  const direction = newestFirst?.(days) ? -1 : 1;
  const wrong = days.flatMap(({ clocks }) => {
    let last = Number.NEGATIVE_INFINITY;
    return clocks.filter(({ read }) => {
      const at = Date.parse(read.instant) * direction;
      if (at < last) return true;
      last = at;
      return false;
    });
  });
  return anchors.filter((anchor) => !wrong.includes(anchor));
}

/** A day written once, and the clocks below it. */
export interface Day {
  readonly branch: Box;
  /** `2026-11-26` */
  readonly date: string;
  readonly clocks: TimeAnchor[];
}

/** Whether the newest stands first; not asked beside an adapter. */
export type NewestFirst = (days: readonly Day[]) => boolean;

function timeOfRun(run: Run, at: number): KeptTime {
  const holder = timeHolder(run.box);
  return { at, holder, texts: holder && timeTexts(holder.element), timed: run.text.length <= 60 && looksTimed.test(run.text) };
}

/** "09:17", "9:17 AM", "오후 3:17": a clock without a day. */
const clockAlone = /^\P{N}{0,6}\d{1,2}[:.h]\d{2}\P{N}{0,6}$/u;

/** The largest box that shows nothing but this; a cell of a table or list of fields is no heading of what follows. */
function branchOf(box: Box): Box | undefined {
  if (box.end - box.start !== 1) return undefined;
  let at = box;
  while (at.parent && at.parent.end - at.parent.start === 1) at = at.parent;
  return /^(?:DD|TD|TH|DT)$/.test(at.tag) || !at.parent ? undefined : at;
}

/**
 * Messengers write the day once and the clock beside each message below: the day is an earlier neighbour of what holds the clock. A
 * short text alone between the two may be a later day in words that nobody knows here.
 */
function standsOver(day: Box, box: Box): boolean {
  for (let at = box; at.parent; at = at.parent) {
    if (at.parent !== day.parent) continue;
    const { children } = at.parent;
    return day.end <= at.start && !children.some((c) => c.start >= day.end && c.end <= at.start && c.end - c.start === 1 && c.length <= 40);
  }
  return false;
}

const timed = ['time', 'relative-time', 'time-ago', ...[...machine, ...titled].map((name) => `[${name}]`)].join();

/** The element itself or its parent when it is made for a time. */
function timeHolder(box: Box): Box | undefined {
  for (const at of [box, box.parent]) {
    if (!at || at.end - at.start > 3) continue;
    const { element } = at;
    if (!(at.own.timed ??= element.matches(timed))) continue;
    if (element.tagName === 'TIME' || element.tagName === 'RELATIVE-TIME' || element.tagName === 'TIME-AGO') return at;
    if (machine.some((name) => element.hasAttribute(name))) return at;
    if (titled.some((name) => /\d{1,4}.*\d/.test(element.getAttribute(name) ?? '')) && at.end - at.start === 1) return at;
  }
  return undefined;
}
