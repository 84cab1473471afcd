/** Times in the page: machine attributes before titles before text. */
import { visibleText } from '../page-text.ts';
import { type InstantOptions, type InstantReading, readInstant, readMachineForm } from './read-instant.ts';

const machineAttributes = [
  'datetime',
  'data-datetime',
  'data-time',
  'data-timestamp',
  'data-iso',
  'data-date',
  'data-livestamp',
  'data-utc',
  'data-value',
  'data-epoch',
  'content',
];
const titleAttributes = [
  'title',
  'data-original-title',
  'data-bs-original-title',
  'data-title',
  'data-tooltip',
  'aria-label',
  'data-tip',
  'data-content',
];

/** Everything an element says about its time, strongest first. */
export interface TimeTexts {
  readonly machine: readonly string[];
  readonly titles: readonly string[];
  readonly text: string;
}

/** Collects them from the element itself and, when it holds just one, from the `time`-like element inside. */
export function timeTexts(element: Element): TimeTexts {
  const holders = [
    element,
    ...element.querySelectorAll('time,[datetime],[data-timestamp],[data-time],[title],[data-original-title],relative-time'),
  ].slice(0, 6);
  const machine: string[] = [];
  const titles: string[] = [];
  for (const holder of holders) {
    for (const name of machineAttributes) {
      const value = holder.getAttribute(name);
      if (value && isMachineTime(value)) machine.push(value);
    }
    for (const name of titleAttributes) {
      const value = holder.getAttribute(name);
      if (value && /\d/.test(value) && value.length < 90) titles.push(value);
    }
  }
  return { machine, titles, text: visibleText(element, { atMost: 200 }) };
}

/**
 * The instant an element shows. Titles and text that contradict each other by more than the text's own error give nothing.
 * @param texts from `timeTexts`
 */
export function readTimeTexts(texts: TimeTexts, options: InstantOptions): InstantReading | undefined {
  for (const value of texts.machine) {
    const read = readUnix(value) ?? readMachineForm(value, options);
    if (read) return { ...read, how: `attribute:${read.how}` };
  }
  const shown = readInstant(texts.text, options);
  for (const title of texts.titles) {
    // "See timeline at 11/23/26 08:12:44"
    const read = readInstant(title, options) ?? readInstant(title.replace(/^[\p{L}\s:,]+(?=\d{1,4}[-/.])/u, ''), options);
    if (!read || read.date !== undefined || (read.errorMs ?? 0) > 60_000) continue;
    if (shown && Math.abs(Date.parse(shown.instant) - Date.parse(read.instant)) > (shown.errorMs ?? 60_000) + 86_400_000) continue;
    return { ...read, how: `title:${read.how}` };
  }
  return shown;
}

/** Seconds or milliseconds since 1970, between 2001 and 2100. */
export function readUnix(value: string): InstantReading | undefined {
  if (!/^\d{10}(?:\d{3})?(?:\.\d+)?$/.test(value.trim())) return undefined;
  const number = Number(value);
  const ms = number < 1e11 ? number * 1000 : number;
  return ms < 4_102_444_800_000
    ? {
        instant: new Date(Math.floor(ms)).toISOString(),
        precision: 'second',
        how: 'unix',
      }
    : undefined;
}

function isMachineTime(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(value) || readUnix(value) !== undefined;
}
