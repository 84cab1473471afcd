/**
 * Looks up the words that helpdesks print, in some twenty-five languages: facts collected from their public translation files. Folded as
 * `foldLabel` folds, so that looking one up is a map access. English is always there. Words of other languages come in two parts: those with
 * letters beyond ASCII are taken when a text with such letters is looked up, the others when a page is not in English, or shows a word
 * that says so. What an English page said meanwhile is looked up in them after its first advice (`learnEveryLanguage`).
 */
import { part, type Slices, unitDone, withParts } from '../parts.ts';
import type { StatusKind } from '../ticket.ts';
import { english, signs } from './labels-english.ts';

/** What a label can stand for. `other`: known to be none of our fields, and not a custom field of the ticket either. `detail`: what the ticket is
 * about, which is a custom field wherever the page shows it among the ticket's fields. */
export type LabelMeaning =
  | 'id'
  | 'subject'
  | 'status'
  | 'priority'
  | 'severity'
  | 'urgency'
  | 'impact'
  | 'requester'
  | 'author'
  | 'assignee'
  | 'group'
  | 'createdAt'
  | 'updatedAt'
  | 'dueAt'
  | 'resolvedAt'
  | 'slaFirst'
  | 'slaNext'
  | 'slaResolution'
  | 'sla'
  | 'organization'
  | 'tags'
  | 'customerTier'
  | 'other'
  | 'detail'
  | 'email'
  | 'description';

/** Lists of words, separated by `|`. */
export interface LabelLists {
  readonly meanings: Readonly<Partial<Record<LabelMeaning, string>>>;
  readonly statuses: Readonly<Partial<Record<StatusKind, string>>>;
  readonly internal: string;
  readonly priorities: string;
  readonly empties: string;
  readonly notes: string;
}

/** Lower case, compatibility forms joined, zero-width marks and trailing colon or asterisk gone, one kind of apostrophe. */
export function foldLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0307\u200b-\u200f\u202a-\u202e\ufeff]/g, '')
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[:*]+$/, '');
}

/** Whether a text has letters beyond ASCII, so that it may hold words of the other lists. */
export const goesBeyondAscii = (text: string): boolean => /[^\P{L}A-Za-z]/u.test(text);

/** What a page in English without a line about a change needs only after its first advice. */
export const everyLanguage = part(async () => (await import('./every-language.ts')).everyLanguage);
const beyond = part(async () => (await import('./labels-beyond-ascii.ts')).beyondAscii);

interface KnownWords {
  readonly lists: LabelLists;
  readonly meanings: ReadonlyMap<string, LabelMeaning>;
  readonly statuses: ReadonlyMap<string, StatusKind>;
  readonly internal: ReadonlySet<string>;
  readonly priorities: ReadonlySet<string>;
  readonly empties: ReadonlySet<string>;
  readonly notes: RegExp;
}

function mapOf<K extends string>(entries: Readonly<Partial<Record<K, string>>>): Map<string, K> {
  const map = new Map<string, K>();
  for (const [key, list] of Object.entries(entries) as [K, string][]) for (const word of list.split('|')) map.set(word, key);
  return map;
}

function known(lists: LabelLists, inside = ''): KnownWords {
  return {
    lists,
    meanings: mapOf(lists.meanings),
    statuses: mapOf(lists.statuses),
    internal: new Set(lists.internal.split('|')),
    priorities: new Set(lists.priorities.split('|')),
    empties: new Set(lists.empties.split('|')),
    // Words may carry endings (comments, Kommentare); scripts without spaces have no word bounds.
    notes: new RegExp(`(?<!\\p{L})(?:${lists.notes})\\p{L}{0,2}(?!\\p{L})${inside}`, 'u'),
  };
}
const inEnglish = known(english);
const foreignSigns = mapOf(signs);
let inOthers: KnownWords | undefined;
let inBeyond: KnownWords | undefined;
let foreign = false;
/** What said nothing in English while only English was known. */
const unknownLabels = new Set<string>();
const unknownLines = new Set<string>();
/** Longer than the longest label of any language. */
const longestLabel = 80;
let learnt = 0;

/**
 * Says in which language the page is that is read from now on: words of others than English may be plain ASCII too.
 * @returns how often a page turned out to say more than was understood: where the number grows, what was found out before does not hold
 * @throws PartMissing where it is not in English, or says not, and other words are not loaded yet
 */
export function pageSpeaks(language: string | undefined): number {
  const declared = language !== undefined;
  foreign = declared && !/^en\b/i.test(language);
  if (foreign || !declared) everyLanguage.take();
  return hearAgain();
}

/**
 * Loads the words of every language.
 * @param slices stretches in which the page is looked through once more; left out = all at once
 * @returns whether the page that was read says more in them, so that it is to be read again
 */
export async function learnEveryLanguage(slices?: Slices): Promise<boolean> {
  const before = learnt;
  await everyLanguage.load();
  return (await withParts(hearAgain, slices)) !== before;
}

/** Looks once through what said nothing in English; where that is interrupted it goes on where it was. */
function hearAgain(): number {
  const every = everyLanguage.peek();
  const others = otherWords();
  if (!every || !others) return learnt;
  const { meanings, statuses, internal, priorities, empties, notes } = others;
  const isLabel = (text: string) => [meanings, statuses, internal, priorities, empties].some((words) => words.has(text)) || notes.test(text);
  if (tells(unknownLabels, isLabel) || tells(unknownLines, every.tellsOfChange)) {
    learnt++;
    unknownLabels.clear();
    unknownLines.clear();
  }
  return learnt;
}

function tells(unknown: Set<string>, isKnown: (text: string) => boolean): boolean {
  for (const text of unknown) {
    if (isKnown(text)) return true;
    unknown.delete(text);
    unitDone();
  }
  return false;
}

/** A line that told of no change in English. */
export function unknownLine(text: string): void {
  unknownLines.add(text);
}

function otherWords(): KnownWords | undefined {
  const lists = inOthers ? undefined : everyLanguage.peek()?.otherLabels;
  if (lists) inOthers = known({ ...lists, meanings: { ...lists.meanings, ...signs } });
  return inOthers;
}

/** The lists beyond ASCII, where `folded` may be in one. */
function beyondWords(folded: string): KnownWords | undefined {
  if (!foreign && !goesBeyondAscii(folded)) return undefined;
  inBeyond ??= known(beyond.take(), '|コメント|メモ|评论|备注|注释|評論|備註|註解|筆記|노트|ความคิดเห็น|โน้ต');
  return inBeyond;
}

/** What `find` gives in the first language that has the word. @throws PartMissing where the page says that it is not in English alone */
function inAnyLanguage<T>(folded: string, find: (words: KnownWords) => T | undefined): T | undefined {
  const plainly = find(inEnglish);
  if (plainly !== undefined) return plainly;
  const others = otherWords();
  if (!others && folded.length <= longestLabel) unknownLabels.add(folded);
  if (!others && foreignSigns.has(folded)) everyLanguage.take();
  const found = (others && find(others)) ?? optional(beyondWords(folded), find);
  if (found !== undefined && !others) everyLanguage.take();
  return found;
}

const optional = <T, U>(value: T | undefined, use: (value: T) => U | undefined): U | undefined => (value === undefined ? undefined : use(value));
const yes = (is: boolean): true | undefined => is || undefined;

/** What a label stands for in any of the languages; `undefined` for an unknown word. */
export function labelMeaning(label: string, language?: string): LabelMeaning | undefined {
  const folded = foldLabel(label);
  // French "File" is a queue, Portuguese "Time" a team.
  if (folded === 'file' || folded === 'time') return language?.startsWith(folded === 'file' ? 'fr' : 'pt') ? 'group' : 'other';
  return inAnyLanguage(folded, (words) => words.meanings.get(folded));
}

/** The words that stand for `meaning`, folded, as far as `text` may hold them. */
export function wordsOfLabel(meaning: LabelMeaning, text: string): readonly string[] {
  return [inEnglish, otherWords(), beyondWords(text)].flatMap((words) => words?.lists.meanings[meaning]?.split('|') ?? []);
}

/** The kind of a status word in any of the languages; `undefined` for unknown and for two-faced words. */
export function statusKindOf(status: string): StatusKind | undefined {
  const folded = foldLabel(status);
  return inAnyLanguage(folded, (words) => words.statuses.get(folded));
}

/** As `statusKindOf`, for what is surely a status: it is unknown only where no language knows it. @throws PartMissing until all are loaded */
export function kindOfStatus(status: string): StatusKind | undefined {
  const kind = statusKindOf(status);
  if (kind === undefined) everyLanguage.take();
  return kind;
}

/** Whether a word marks an entry as not visible to the customer. */
export function isInternalWord(text: string): boolean {
  const folded = foldLabel(text);
  return inAnyLanguage(folded, (words) => yes(words.internal.has(folded))) ?? false;
}

/** Whether a value says that there is none: nobody, not set, a dash, an invitation to choose. */
export function isEmptyWord(value: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(value)) return true;
  // "(ei arvoa)", "— Unassigned —": what stands wholly in brackets or between dashes is a remark, not a value.
  if (/^(?:[(（[][^()（）[\]\d]{1,24}[)）\]]|[—–-]{1,2}\s?[^\d—–-]{1,24}\s?[—–-]{1,2})$/u.test(value.trim())) return true;
  const folded = foldLabel(value).replace(/^[\s([<«-]+|[\s)\]>».-]+$/g, '');
  return inAnyLanguage(folded, (words) => yes(words.empties.has(folded))) ?? false;
}

/** Whether a phrase speaks of a note or comment; alone that proves nothing about who can see it. */
export function speaksOfNote(phrase: string): boolean {
  const folded = foldLabel(phrase);
  return inAnyLanguage(folded, (words) => yes(words.notes.test(folded))) ?? false;
}

/** Whether a word is one that helpdesks use for a priority. */
export function isPriorityWord(word: string): boolean {
  const folded = foldLabel(word);
  return inAnyLanguage(folded, (words) => yes(words.priorities.has(folded))) ?? false;
}
