/**
 * Words that helpdesks print, in English, Vietnamese, German, French, Spanish, Portuguese, Japanese, Chinese, Korean, Italian,
 * Dutch, Polish, Turkish, Russian, Indonesian and Thai: facts collected from their public translation files. Folded as
 * `foldLabel` folds, so that looking one up is a map access. Only English is here. Words of other languages come in two parts: those with
 * letters beyond ASCII are taken when a text with such letters is looked up, the others when a page is not in English, or shows a word
 * that says so. What an English page said meanwhile is looked up in them after its first advice (`learnEveryLanguage`). Data, so its lines are long.
 */
import { part, type Slices, unitDone, withParts } from '../parts.ts';
import type { StatusKind } from '../ticket.ts';

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

const english: LabelLists = {
  meanings: {
    id: 'id|ticket id|ticket hash|ticket uuid|ticket number|ticket no|ticket no.|ticket #|ticket|case number|case id|case no|case|incident number|issue key|key|request id|number|reference|ref|reference number',
    subject: 'subject|title|summary|summary of the problem|short description',
    status: 'status|state|ticket status|current status|case status',
    priority: 'priority|ticket priority|prio|priority level',
    severity: 'severity',
    urgency: 'urgency',
    impact: 'impact',
    requester:
      'customer|customer user|raised by|requester|reporter|caller|submitter e-mail|submitter|opened by|contact name|requestor|requestors|requesters|requester name|requested by|requested for|customer name|client name|from|end user|end-user|reported by|submitted by|created by|requester email|customer email|client|contact person|primary contact|caller name',
    author: 'author|sender|contact|user',
    assignee:
      'assigned to|assignee|agent|owner|responsible|assigned agent|assignee name|case owner|assigned|assigned staff|assigned user|assigned technician|technician|handler|handled by|assigned_to|assignee(s)|assignees|assigned engineer|support engineer|engineer|case manager|ticket owner|issue owner|request owner|owned by',
    group:
      'team|queue|group|agent group|department|assigned team|team name|mailbox|inbox|assignment group|support group|support team|assigned group|assigned to group|service desk|resolver group|support queue|helpdesk team',
    createdAt:
      'created|created at|created on|created date|date created|date submitted|create date|creation date|created time|opened|opened at|opened on|open date|opening date|date opened|submitted|submitted on|reported|reported on|reported date|date reported|received|added|raised|date raised|logged|logged on|date logged|raised on',
    updatedAt:
      'modified|last updated|updated at|changed|last changed|last modified|date updated|updated date|last activity|updated|last update|modification date|last modification|last modified on|update date|updated on|last updated on|last edited|last modified date|last change',
    dueAt:
      'due date|due on|due|due at|due by|due time|resolve by|resolution due|resolution by|deadline|sla due|sla due date|sla deadline|target date|resolution target|resolution due by|expected resolution|fix by date|fix by',
    resolvedAt:
      'resolved|resolved at|resolved on|resolution date|date resolved|closed|closed at|closed on|closed date|close date|date closed|completed|completed at',
    slaFirst:
      'first response time|first reply|first response due|time to first response|first response|response by|tto|tto deadline|tto-deadline|time to own',
    slaNext: 'next reply|next response|next reply due',
    slaResolution: 'solution time|resolution time|time to resolution|ttr deadline|ttr-deadline|time to resolve',
    sla: 'sla|service level agreement|escalation|pending till|waiting since|sla plan',
    organization:
      'company|organization|account|account name|customer organization|organisation|company name|organization name|account company|entity|customer company|client company',
    tags: 'tags|tag|labels|conversation labels|label',
    customerTier: 'vip|tier|customer tier|account tier|support level|support plan|plan|segment|service level|customer type|account type',
    email: 'e-mail|email|e-mail address|email address|mail|contact email',
    detail: 'type|category|project|product|component|help topic|tracker',
    other:
      'hardware|platform|version|browser|source|channel|cc|bcc|admincc|to|reply to|reply-to|time worked|time spent|time left|time estimated|starts|started|start date|last contact|last reply|last message|last response|reminders|attachments|files|links|depends on|depended on by|parents|children|refers to|referred to by|related|related issues|subtasks|watchers|followers|participants|collaborators|observers|history|activity|comment|comments|message|messages|reply|new reminder|ip address|ip|phone|language|time zone|timezone|local time|password|search|notes|via|show|sort|sort by|order by|filter|view|views|actions|action|edit|estimated time|spent time|% done|progress|last updated by|updated by|modified by|changed by|signature|template|macro|format|size|date|name|mobile|website|address|role|tickets|all tickets|active tickets|inactive tickets|votes|duplicates|blocks|blocked|see also|url|crm|keywords|whiteboard|flags|target milestone|qa contact|assigned teams|reported in|user agent|page|pages|rows|per page|upload|choose file|loading|help|menu|options|settings|profile|logged in as|signed in as|welcome|current password|new password|confirm password|customer id|first name|last name|full name|age',
    description: 'description|issue description|problem description|full description|steps to reproduce|original message|initial message',
  },
  statuses: {
    new: 'new',
    open: 'open|active|waiting for support|assigned|in progress|work in progress|reopened|escalated tto|escalated ttr|escalated|opened|to do|todo|backlog|unassigned|waiting for us|customer replied|customer-reply|customer reply|re-opened|triaged|confirmed|acknowledged|investigating|processing|in review|working|processing (assigned)|processing (planned)|under investigation|unconfirmed|with agent|awaiting agent',
    pending:
      'pending|pending reminder|pending auto close+|pending auto close-|feedback|waiting for approval|awaiting reply|awaiting your reply|waiting on customer|waiting for customer|pending customer|awaiting customer|on-hold|on hold|hold|paused|stalled|snoozed|waiting|waiting on contact|awaiting customer reply|pending-customer|awaiting info|need info|needs info|more info|blocked|waiting for requester|waiting on third party|awaiting third party|awaiting user info|awaiting problem|awaiting change|awaiting caller|awaiting response|waiting for reply|waiting for response|pending response|awaiting requester|awaiting customer response',
    resolved: 'resolved|done|fixed|solved|completed|answered and resolved',
    closed:
      "closed|closed successful|closed unsuccessful|complete|rejected|cancelled|canceled|won't do|declined|merged|spam|deleted|archived|duplicate|wontfix|invalid|closed (won)|trash",
  },
  // Words that mark an entry as not visible to the customer. Plain "note" and "comment" prove nothing and are not here.
  internal:
    'internal note|private note|private notes|work note|work notes|internal comment|internal notes|internal|private|not visible to customer|only visible to agents|agents only|staff only|hidden from customer|internal only|team only|not public|hidden from requester|private comment|staff note|agent note|invisible to requester|invisible to caller|invisible to customer',
  priorities:
    'critical|very high|immediate|1 - critical|blocker|p1|highest|showstopper|urgent|high|2 - high|p2|major|normal|medium|3 - moderate|moderate|p3|low|4 - low|p4|minor|very low|5 - planning|planning|p5|lowest|trivial|p0|very urgent|emergency',
  empties:
    'nobody|nobody in particular|unassigned|not assigned|none|no one|no one assigned|none yet|no assignee|not set|unset|not available|n/a|empty|select|select...|choose|please select|(none)|unknown user|none selected|anyone|never|no value|no data|none provided|-none-|--none--|– none –|not applicable|pending assignment|all|loading|loading...|edit|change|add|...|assign|assign to me|add tags|add a tag|assign yourself|no one—assign yourself|no one - assign yourself',
  notes: 'comment|note',
};

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

/** How other languages name what nearly every ticket page shows: an English page with one of these is not in English alone. */
const signs: LabelLists['meanings'] = {
  status:
    'statut|etat|estado|estatus|andamento|stato|stan|durum|kondisi|statut du ticket|ticketstatus|status tiket|stav|tila|stare|estat|statuss|olek|egoera',
  priority:
    'prioridad|prioridade|prioriteit|priorytet|prioritas|wichtigkeit|prioritet|prioritas tiket|priorita|prioriteetti|prioritate|prioritat|prioriteta|prioritetas|prioriteet|lehentasuna|forgangur',
};

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
