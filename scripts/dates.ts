/** `handrail dates FILE`: runs a file of date strings (the form of dates-sample.json) through the reader's own parser. */
import { readFileSync } from 'node:fs';
import { loadAllParts } from '../lib/parts.ts';
import { readInstant } from '../lib/reader/dates/read-instant.ts';

interface DateRow {
  readonly locale: string;
  readonly kind?: string;
  readonly input: string;
  /** ISO instant, or `null`: must not be read. */
  readonly expected: string | null;
  readonly toleranceMinutes?: number;
}

/** Inputs that print no seconds stand for any second of their minute. */
const secondsMs = 59_000;

/**
 * @param args `[FILE]`
 * @returns 0 when every row is read right, 1 when one is not, 2 for a missing or unreadable file
 */
export async function dates(args: readonly string[]): Promise<number> {
  const [file] = args;
  if (!file) {
    console.error('Usage: handrail dates FILE   (JSON with now, timeZone and rows of locale, input, expected, toleranceMinutes)');
    return 2;
  }
  let sample: { now: string; timeZone: string; rows: readonly DateRow[] };
  try {
    sample = JSON.parse(readFileSync(file, 'utf8'));
    if (!Array.isArray(sample.rows) || Number.isNaN(Date.parse(sample.now))) throw new Error('it needs "now", "timeZone" and "rows"');
  } catch (error) {
    console.error(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  await loadAllParts();
  let passed = 0;
  let failed = 0;
  for (const row of sample.rows) {
    const read = readInstant(row.input, { language: row.locale, zone: sample.timeZone, now: Date.parse(sample.now) });
    if (isRight(row, read?.instant)) passed++;
    else {
      failed++;
      console.log(
        `not ok  ${row.locale}  ${row.kind ?? ''}  "${row.input}"  expected ${row.expected}, read ${read ? `${read.instant} (${read.how})` : 'nothing'}`,
      );
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function isRight(row: DateRow, read: string | undefined): boolean {
  if (row.expected === null) return read === undefined;
  if (read === undefined) return false;
  return Math.abs(Date.parse(read) - Date.parse(row.expected)) <= (row.toleranceMinutes ?? 0) * 60_000 + secondsMs;
}
