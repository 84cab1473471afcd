/** Places on the page that show a time. */
import { readTimeTexts, type TimeTexts, timeTexts } from '../dates/element-instant.ts';
import { type InstantReading, readInstant } from '../dates/read-instant.ts';
import type { ReadingContext } from '../reading-draft.ts';
import type { Box, Outline } from './outline.ts';

export interface TimeAnchor {
  readonly box: Box;
  /** Index of the run that shows it. */
  readonly run: number;
  readonly texts: TimeTexts;
  readonly read: InstantReading;
  /** The run holds more than the time ("Added by Marie 2 hours ago"). */
  readonly loose: boolean;
}

/** Most times looked at on one page. */
const mostAnchors = 600;
const machine = ['datetime', 'data-timestamp', 'data-time', 'data-datetime', 'data-livestamp'];
const titled = ['title', 'data-original-title', 'data-bs-original-title', 'data-tooltip'];
/** A digit beside something a clock, a calendar or a span would print; or a day named by a word alone with a clock time. */
const looksTimed = /\d[:.h]\s?\d{2}|\d{1,4}[-/.]\s?\d{1,2}[-/.]|\d+\s?\p{L}|\p{L}\.?\s?\d|[年月日]/u;

/** Every time in the outline, in page order; at most one a box. */
export function timeAnchors(outline: Outline, context: ReadingContext): TimeAnchor[] {
  const anchors: TimeAnchor[] = [];
  const options = {
    zone: context.zone,
    now: context.now,
    ...(context.language && { language: context.language }),
    dayFirst: context.dayFirst ?? true,
  };
  const seen = new Set<Box>();
  for (let i = 0; i < outline.runs.length && anchors.length < mostAnchors; i++) {
    const run = outline.runs[i];
    if (!run || run.kind !== 'text' || run.text.length > 120) continue;
    const holder = timeHolder(run.box);
    if (holder) {
      if (seen.has(holder)) continue;
      const texts = timeTexts(holder.element);
      const read = readTimeTexts(texts, options);
      if (read) {
        seen.add(holder);
        anchors.push({ box: holder, run: i, texts, read, loose: false });
        continue;
      }
    }
    if (run.text.length > 60 || !looksTimed.test(run.text) || seen.has(run.box)) continue;
    const read = readInstant(run.text, options);
    if (!read || (read.how.startsWith('span:') && run.text.length < 3)) continue;
    seen.add(run.box);
    anchors.push({
      box: run.box,
      run: i,
      texts: { machine: [], titles: [], text: run.text },
      read,
      loose: false,
    });
  }
  return anchors;
}

const timed = ['time', 'relative-time', 'time-ago', ...[...machine, ...titled].map((name) => `[${name}]`)].join();

/** The element itself or its parent when it is made for a time. */
function timeHolder(box: Box): Box | undefined {
  for (const at of [box, box.parent]) {
    if (!at || at.end - at.start > 3) continue;
    const { element } = at;
    if (!element.matches(timed)) continue;
    if (element.tagName === 'TIME' || element.tagName === 'RELATIVE-TIME' || element.tagName === 'TIME-AGO') return at;
    if (machine.some((name) => element.hasAttribute(name))) return at;
    if (titled.some((name) => /\d{1,4}.*\d/.test(element.getAttribute(name) ?? '')) && at.end - at.start === 1) return at;
  }
  return undefined;
}
