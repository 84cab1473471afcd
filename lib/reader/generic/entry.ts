/**
 * The parts of one entry of a conversation: who, when, what, which files, and whether the customer sees it. Over 250 lines: each part is found by what the others left over.
 */
import { isEmptyWord, isInternalWord, labelMeaning, statusKindOf } from '../labels.ts';
import { limits } from '../limits.ts';
import { visibleText } from '../page-text.ts';
import type { ReadingContext } from '../reading-draft.ts';
import { type Box, boxText, closest, holds, hookTokens, type Outline, type Run } from './outline.ts';
import type { TimeAnchor } from './time-anchors.ts';

export interface Entry {
  readonly box: Box;
  readonly anchor: TimeAnchor;
  readonly author: string | undefined;
  readonly authorBox: Box | undefined;
  readonly bodies: readonly Element[];
  readonly length: number;
  readonly attachments: readonly string[];
  /** Class tokens of the entry and its wrappers up to the container's children. */
  readonly tokens: ReadonlySet<string>;
  /** Tokens of the element itself alone. */
  readonly ownTokens: ReadonlySet<string>;
  /** Short texts beside author and time: badges and sentences. */
  readonly notices: readonly string[];
  /** The text stands in an element made for one. */
  readonly hooked: boolean;
  readonly how: readonly string[];
}

const authorTokens = new Set(
  'author user username name from sender creator who member person poster owner agent customer requester contact profile'.split(' '),
);
const personHref =
  /mailto:|[/_](?:user|users|people|person|profile|customer|customers|contact|contacts|agent|agents|member|members|staff|u)s?[/?._]/i;
const bodyTokens = new Set('body content text message comment richtext rich markdown prose description html wiki stanza'.split(' '));
const fileName =
  /^[^\n\\/:*?"<>|]{1,120}\.(?:pdf|png|jpe?g|gif|bmp|svg|webp|heic|docx?|xlsx?|pptx?|odt|ods|csv|tsv|txt|log|zip|gz|tgz|tar|7z|rar|json|xml|yaml|yml|html?|eml|msg|ics|vcf|har|mp[34]|mov|avi|wav|m4a|pcap|dmp|sql|key|pem|p7s|rtf|md)$/i;

/** @returns `undefined` when nothing was written here (a status change, a mail record) */
export function readEntry(outline: Outline, box: Box, anchors: readonly TimeAnchor[], _context: ReadingContext): Entry | undefined {
  // The time of the entry is the first that is not an edit mark's; the author stands beside it.
  const anchor = anchors.find((a) => !isSubordinate(outline, a)) ?? anchors[0];
  if (!anchor) return undefined;
  const author = findAuthor(outline, box, anchor);
  const { bodies, hooked } = findBodies(outline, box, anchor, author?.box);
  if (bodies.length === 0) return undefined;
  const first = bodies.reduce((a, b) => (b.start < a.start ? b : a));
  const length = bodies.reduce((sum, b) => sum + b.length, 0);
  if (length === 0) return undefined;
  const attachments = findFiles(outline, box, bodies);
  const tokens = new Set<string>(hookTokens(box));
  // A wrapper or a first child often carries the kind.
  for (const child of box.children) if (holds(child, first) || holds(child, anchor.box)) for (const token of hookTokens(child)) tokens.add(token);
  if ([box, ...box.children].some((b) => holds(b, first) && keptFrom.test(b.look))) tokens.add('private');
  const notices: string[] = [];
  for (let i = box.start; i < box.end; i++) {
    const run = outline.runs[i];
    if (!run || run.kind !== 'text' || run.text.length > 80) continue;
    if (bodies.some((b) => b.start <= i && i < b.end)) continue;
    // A chip may stand inside the element of the name.
    const said = run.text.replace(/^[[(]\s?|\s?[\])]$/g, '');
    if (author && author.box.start <= i && i < author.box.end && !isInternalWord(said)) continue;
    // Chips of component libraries call themselves buttons; that one says "Internal note" is told from an offer by what the other entries say.
    if (i === anchor.run || (insideControl(run.box, box) && !(isInternalWord(run.text) && isChip(run.box)))) continue;
    notices.push(said);
  }
  if (anchor.words) notices.push(anchor.words);
  // Icons say it in their names: a lock, an eye crossed out.
  for (const titled of box.element.querySelectorAll('[title],[aria-label]')) {
    const text = titled.getAttribute('title') ?? titled.getAttribute('aria-label') ?? '';
    if (text && text.length <= 60 && !bodies.some((b) => b.element.contains(titled)) && !/^(?:BUTTON|A|INPUT)$/.test(titled.tagName)) {
      notices.push(text);
      // A lock that says "Internal post": what it is called besides is the product's own word.
      const words = text.split(' ');
      if (/lock|private|internal|eye/i.test(titled.getAttribute('class') ?? '') && words.length <= 4) notices.push(...words.filter(isInternalWord));
    }
  }
  if (hasLock(anchor)) tokens.add('private');
  return {
    box,
    anchor,
    author: author?.name,
    authorBox: author?.box,
    bodies: bodies.map((b) => b.element),
    length,
    attachments,
    tokens,
    ownTokens: new Set(hookTokens(box)),
    notices: notices.slice(0, 30),
    hooked,
    how: ['conversation:repeated-block', ...(author ? [author.how] : [])],
  };
}

/** "NotVisibleForCustomer", "hidden-from-client" */
const keptFrom = /(?:not-?visible|invisible|hidden)-?(?:for|to|from)-?(?:the-?)?(?:customer|client|user|requester|public)/i;
/** The icon of a lock, closed. */
const lock = /(?:^|[\s-])lock(?:$|\s|-(?:keyhole|fill|closed|icon|alt|\d))/i;

/** A lock beside the time that says nothing of what it means; one for encrypted mail has a title. */
function hasLock({ box }: TimeAnchor): boolean {
  for (let at: Box | undefined = box, up = 0; at && up < 3 && at.end - at.start === 1; at = at.parent, up++)
    for (const icon of at.element.querySelectorAll('[class*="lock"]'))
      if (lock.test(icon.getAttribute('class') ?? '') && !icon.textContent && !icon.closest('[title],[aria-label]')) return true;
  return false;
}

/** Times of attachments, "edited" marks and quoted mail are not the entry's own. */
function isSubordinate(outline: Outline, anchor: TimeAnchor): boolean {
  const before = outline.runs[anchor.run - 1]?.text ?? '';
  return /^(?:edited|modified|updated|bearbeitet|geändert|modifié|editado|sửa|編集|已编辑)/i.test(before);
}

function isChip(box: Box): boolean {
  return (
    closest(box, ({ tag }) => tag === 'BUTTON') === undefined &&
    closest(box, ({ look }) => /(?:^|[-_\s])(?:tag|chip|badge|pill|label|lozenge)(?:$|[-_\s])/i.test(look)) !== undefined
  );
}

function insideControl(box: Box, upTo: Box): boolean {
  for (let at: Box | undefined = box; at && at !== upTo; at = at.parent) {
    if (at.tag === 'BUTTON' || at.tag === 'SELECT' || at.role === 'button' || at.role === 'menu') return true;
  }
  return false;
}

/** The largest parts of the entry that hold neither its time nor its author nor mere buttons. */
function findBodies(outline: Outline, entry: Box, anchor: TimeAnchor, author: Box | undefined): { bodies: Box[]; hooked: boolean } {
  const head = author ? [anchor.box, author] : [anchor.box];
  const headRun = anchor.run;
  const parts: Box[] = [];
  const collect = (box: Box): void => {
    for (const child of box.children) {
      if (child.end === child.start) continue;
      if (head.some((h) => holds(child, h)) || hasHeaderTable(outline, child) || mixesFiles(outline, child)) collect(child);
      else parts.push(child);
    }
  };
  collect(entry);
  const candidates = parts
    .map((box) => ({ box, text: writtenLength(outline, box) }))
    .filter(
      ({ box, text }) =>
        text >= 2 && !isActions(outline, box) && !isFiles(outline, box) && !isMeta(outline, box) && !isHeaderLine(outline, box) && !isChangeList(box),
    );
  const nothing = { bodies: [], hooked: false };
  if (candidates.length === 0) return nothing;
  const hooked = candidates.filter(({ box }) => hasBodyHook(box, entry, head));
  const pool = hooked.length > 0 ? hooked : candidates.filter(({ box, text }) => text >= 12 || isBlockText(box) || box.start > headRun);
  const main = pool.reduce<{ box: Box; text: number } | undefined>((a, b) => (!a || b.text > a.text ? b : a), undefined);
  if (!main) return nothing;
  // Without a hook, one line of the head ("Correspondence added") is not something written.
  if (hooked.length === 0 && !isWritten(outline, main.box, main.text)) return nothing;
  const looks = main.box.element.className;
  // What follows the files ("image not shown") was not written by anybody.
  const files = parts.find((p) => p.start >= main.box.end && isFiles(outline, p));
  const alike = ({ box }: { box: Box }) =>
    looks !== '' && box.element.className === looks && box.tag === main.box.tag && box.parent === main.box.parent;
  const bodies = pool.filter((c) => c.box === main.box || (alike(c) && (!files || c.box.start < files.start)));
  const siblings =
    looks === ''
      ? pool.filter(({ box }) => box.parent === main.box.parent && box !== main.box && box.tag === main.box.tag && box.start > headRun)
      : [];
  return {
    bodies: [...new Set([...bodies, ...siblings].map(({ box }) => innermost(box)))].sort((a, b) => a.start - b.start),
    hooked: hooked.length > 0,
  };
}

/** The body proper inside a wrapper that also carries a toolbar. */
export function innermost(box: Box): Box {
  let at = box;
  for (;;) {
    const inner = at.children.find((c) => c.length >= at.length * 0.98 && c.end > c.start);
    if (!inner || inner.length === 0 || isInline(inner.element)) return at;
    at = inner;
  }
}

function isInline(element: Element): boolean {
  return /^(?:SPAN|A|B|STRONG|I|EM|P|CODE|U|SMALL|FONT)$/.test(element.tagName);
}

/** `From: … Subject: …` lines that mail-based helpdesks print above the text. */
function hasHeaderTable(outline: Outline, box: Box): boolean {
  if (box.end - box.start < 3) return false;
  const first = outline.runs.slice(box.start, Math.min(box.end, box.start + 4));
  if (first.some((r) => isHeaderKey(r.text))) return true;
  // In a language not listed: a short name with a colon, then an address.
  return first.some((r, i) => anyKey.test(r.text) && /@[\w-]+\./.test(first[i + 1]?.text ?? ''));
}

const anyKey = /^\p{L}[\p{L} .-]{0,18}[:：]$/u;

/** The words of mail heads are those of a ticket's own labels, as far as they name its title or people. */
function isHeaderKey(text: string): boolean {
  if (headerKey.test(text)) return true;
  if (!/[:：]$/.test(text) || text.length > 30) return false;
  const meaning = labelMeaning(text);
  return meaning === 'subject' || meaning === 'requester' || meaning === 'author';
}

const headerKey =
  /^(?:from|to|cc|subject|von|an|betreff|de|à|sujet|objet|asunto|para|assunto|da|oggetto|van|aan|onderwerp|od|do|temat|от|кому|тема|từ|đến|tiêu đề)\s?[:：]$/i;

function isHeaderLine(outline: Outline, box: Box): boolean {
  const first = outline.runs[box.start];
  if (!first || box.end - box.start > 4) return false;
  // A row with a head of its own names a value.
  if (box.tag === 'TR' && box.children.length === 2 && box.children[0]?.tag === 'TH' && box.children[1]?.tag === 'TD') return true;
  // A row of a table that is a name with a colon and what belongs to it is nothing written.
  return isHeaderKey(first.text) || (box.tag === 'TR' && box.end - box.start > 1 && anyKey.test(first.text));
}

/** "**Status** changed from *New* to *Open*", item by item: what changed, set apart, with its values set apart. */
function isChangeList({ element }: Box): boolean {
  if (!/^(?:UL|OL)$/.test(element.tagName) || element.childElementCount === 0) return false;
  return [...element.children].every(
    (item) => item.tagName === 'LI' && /^(?:STRONG|B)$/.test(item.firstElementChild?.tagName ?? '') && item.querySelector('i,em,del,ins,a') !== null,
  );
}

export function writtenLength(outline: Outline, box: Box): number {
  let sum = 0;
  for (let i = box.start; i < box.end; i++) {
    const run = outline.runs[i];
    if (run?.kind === 'text' && !insideControl(run.box, box.parent ?? box)) sum += writtenWeight(run.text);
  }
  return sum;
}

/** Letters as they count in alphabetic writing: one of Chinese, Japanese or Korean says about as much as three. */
function writtenWeight(text: string): number {
  return text.length + 2 * (text.match(denseLetters)?.length ?? 0);
}
const denseLetters = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;
/** Names there are one word of two to five letters, with or without an address of respect. */
const denseName =
  /^(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]{2,5}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{1,4}\s[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{1,4})\s?(?:様|さん|님|先生|女士)?$/u;

function hasBodyHook(box: Box, entry: Box, head: readonly Box[]): boolean {
  // A wrapper that also holds the time is no text's own.
  for (let at: Box | undefined = box; at && at !== entry; at = at.parent) {
    const wrapper = at;
    if (head.some((h) => holds(wrapper, h))) break;
    const tokens = hookTokens(at);
    if (isCalledText(at) || tokens.some((t) => /(?:body|content|richtext|message)$/.test(t) && !bodyTokens.has(t))) {
      if (at !== box && !isOnlyText(at, box)) continue;
      return !tokens.some((t) => /^(?:header|head|meta|metadata|footer|actions|toolbar|attachments?|date|time|author|info)$/.test(t));
    }
  }
  // A hook just inside counts when it holds all the text.
  let at = box;
  for (let i = 0; i < 4; i++) {
    const inner = at.children.find((c) => c.length >= at.length * 0.9);
    if (!inner) return false;
    if (isCalledText(inner)) return true;
    at = inner;
  }
  return false;
}

/** Named for what was written. `text-xs` and `content-center` are a look, not a name. */
function isCalledText(box: Box): boolean {
  return hookTokens(box).some((t) => bodyTokens.has(t) && (!/^(?:text|content)$/.test(t) || !new RegExp(`(?:^|\\s)${t}-`).test(box.look)));
}

function isOnlyText(outer: Box, inner: Box): boolean {
  return inner.length >= outer.length * 0.6;
}

function isBlockText(box: Box): boolean {
  return /^(?:P|PRE|BLOCKQUOTE|DIV|SECTION|TD|DD)$/.test(box.tag);
}

/** What reads like a sentence or stands in a paragraph, and is not the line that says what happened. */
function isWritten(outline: Outline, box: Box, length: number): boolean {
  if (box.element.querySelector('p,pre,blockquote') || /^(?:P|PRE|BLOCKQUOTE)$/.test(box.tag)) return length >= 2;
  const text = boxText(outline, box, 500);
  return length >= 25 && /[\s\p{L}]/u.test(text);
}

export function isActions(outline: Outline, box: Box): boolean {
  const { element } = box;
  if (/^(?:BUTTON|NAV|SELECT|INPUT|TEXTAREA|FORM)$/.test(element.tagName) || element.getAttribute('role') === 'toolbar') return true;
  const runs = outline.runs.slice(box.start, box.end);
  return (
    runs.length > 0 && runs.every((r) => r.kind === 'control' || insideLinkOrButton(r.box, box)) && runs.reduce((n, r) => n + r.text.length, 0) < 200
  );
}

function insideLinkOrButton(box: Box, upTo: Box): boolean {
  for (let at: Box | undefined = box; at; at = at.parent) {
    if (at.tag === 'A' || at.tag === 'BUTTON' || at.role === 'button') return true;
    if (at === upTo) return false;
  }
  return false;
}

/** Text and files side by side in one wrapper. */
function mixesFiles(outline: Outline, box: Box): boolean {
  if (isFiles(outline, box)) return false;
  const inner = box.children.filter((c) => c.end > c.start);
  return inner.length > 1 && inner.some((c) => isFiles(outline, c)) && inner.some((c) => !isFiles(outline, c));
}

export function isFiles(outline: Outline, box: Box): boolean {
  if (hookTokens(box).some((t) => /^(?:attachments?|downloadattachment|files?|uploads?)$/.test(t)) && box.length < 600) return true;
  const runs = outline.runs.slice(box.start, box.end).filter((r) => r.kind === 'text');
  return (
    runs.length > 0 && runs.length <= 12 && runs.some((r) => fileName.test(r.text)) && runs.every((r) => fileName.test(r.text) || r.text.length < 24)
  );
}

/** Badges, counters, statuses and other crumbs of the head. */
function isMeta(outline: Outline, box: Box): boolean {
  const text = boxText(outline, box, 120);
  if (text.length > 100) return false;
  const tokens = hookTokens(box);
  if (
    tokens.some((t) =>
      /^(?:header|meta|metadata|badge|avatar|initials|actions|toolbar|author|username|user|from|to|cc|type|label|tag|menu|dropdown|recipients?|subject|title)$/.test(
        t,
      ),
    ) &&
    !isCalledText(box)
  )
    return true;
  return (
    isInternalWord(text) ||
    isEmptyWord(text) ||
    labelMeaning(text) !== undefined ||
    statusKindOf(text) !== undefined ||
    /^[#\d\s.,:/()-]*$/.test(text)
  );
}

interface FoundAuthor {
  readonly name: string;
  readonly box: Box;
  readonly how: string;
}

function findAuthor(outline: Outline, entry: Box, anchor: TimeAnchor): FoundAuthor | undefined {
  const named: (FoundAuthor & { readonly distance: number })[] = [];
  const seen = new Set<Box>();
  for (let i = entry.start; i < entry.end; i++) {
    const run = outline.runs[i];
    if (!run || run.kind !== 'text' || i === anchor.run || insideControl(run.box, entry)) continue;
    const holder = closest(run.box, (b) => b === entry || b.depth <= entry.depth || isAuthorElement(b)) ?? run.box;
    if (holder !== entry && holds(entry, holder) && isAuthorElement(holder) && !seen.has(holder) && !holds(holder, anchor.box)) {
      seen.add(holder);
      const name = personText(outline, holder);
      if (name)
        named.push({
          name,
          box: holder,
          how: holder.tag === 'A' ? 'author:link' : 'author:hook',
          distance: Math.abs(i - anchor.run),
        });
    }
  }
  // The nearest to the time; a name inside the text is farther away.
  const nearest = named.reduce<(typeof named)[number] | undefined>((a, b) => (!a || b.distance < a.distance ? b : a), undefined);
  const said = nearest ?? fromLine(outline, entry, anchor);
  if (said) return said;
  // "24-11-2026 10:12 Wouter de Boer:"
  const inLine = cleanName(anchor.words ?? '');
  if (looksLikePerson(inLine, false)) return { name: inLine, box: anchor.box, how: 'author:line' };
  // Nothing says so: the text beside the time that looks like a name, nearest first.
  const reach = outline.runs.map((r, i) => ({ r, i })).slice(Math.max(entry.start, anchor.run - 6), Math.min(entry.end, anchor.run + 7));
  // Before the time rather than after it, and what stands out rather than what does not.
  // A heading that holds the time as well sets nothing apart.
  const stands = ({ box, box: { tag, parent } }: Run) =>
    (standsOut.test(tag) && !holds(box, anchor.box)) || (parent !== undefined && parent.end - parent.start === 1 && standsOut.test(parent.tag));
  const far = ({ r, i }: { r: Run; i: number }) => Math.abs(i - anchor.run) + (i > anchor.run ? 2 : 0) - (stands(r) ? 4 : 0);
  const near = reach
    .filter(
      ({ r, i }) =>
        i !== anchor.run &&
        r.kind === 'text' &&
        !insideControl(r.box, entry) &&
        (!holds(anchor.box, r.box) || (r.box !== anchor.box && !anchor.box.own.timed)),
    )
    .sort((a, b) => far(a) - far(b));
  for (const { r, i } of near) {
    const name = cleanName(r.text);
    if (name && looksLikePerson(name, stands(r))) return { name: withNameBefore(outline, entry, i, name), box: r.box, how: 'author:beside-time' };
  }
  return inCellOfTime(outline, entry, anchor);
}

/** "From" and a name with its address, in cells of their own, as mail-based helpdesks print above the text. */
function fromLine(outline: Outline, entry: Box, anchor: TimeAnchor): FoundAuthor | undefined {
  const head = closest(anchor.box, (b) => b === entry || /^(?:TABLE|DL)$/.test(b.tag)) ?? entry;
  for (let i = entry.start; i < Math.min(entry.end - 1, entry.start + 12); i++) {
    const [run, next] = [outline.runs[i], outline.runs[i + 1]];
    // Behind the time, and not in one table with it, a mail may be quoted.
    if (i > anchor.run && (head === entry || i >= head.end)) return undefined;
    if (!run || !next || run.box === next.box || run.text.length > 20 || next.text.length > limits.author) continue;
    if (!(/[:：]$/.test(run.text) || /^(?:TH|DT|LABEL)$/.test(run.box.tag)) || !senderWord.test(run.text)) continue;
    const name = cleanName(next.text);
    if (looksLikePerson(name, true)) return { name, box: next.box, how: 'author:from' };
  }
  return undefined;
}
const senderWord =
  /^(?:from|sender|von|absender|de|expéditeur|remitente|remetente|da|mittente|van|afzender|od|nadawca|gönderen|kimden|от|отправитель|dari|pengirim|từ|người gửi|จาก|ผู้ส่ง|差出人|送信者|发件人|寄件人|보낸 ?사람|من|المرسل)\s?[:：]?$/i;

/** The name that an address is printed after. */
function withNameBefore(outline: Outline, entry: Box, i: number, found: string): string {
  const before = outline.runs[i - 1];
  if (!/^\S+@\S+$/.test(found) || !before || i - 1 < entry.start || before.kind !== 'text') return found;
  const name = cleanName(before.text);
  return /^[\p{Lu}\p{Lo}]/u.test(name) && !/[@\d]/.test(name) && name.split(' ').length <= 5 && looksLikePerson(name, true)
    ? `${name} <${found}>`
    : found;
}

/** Rows of two cells: one has the text, the other who wrote it and when, with an account's name as like as not. */
function inCellOfTime(outline: Outline, entry: Box, anchor: TimeAnchor): FoundAuthor | undefined {
  const cell = entry.tag === 'TR' && entry.children.length === 2 ? entry.children.find((c) => holds(c, anchor.box)) : undefined;
  if (!cell || cell.length > 160) return undefined;
  for (let i = cell.start; i < cell.end; i++) {
    const run = outline.runs[i];
    if (!run || i === anchor.run || run.kind !== 'text' || insideControl(run.box, cell)) continue;
    const name = cleanName(run.text);
    if (/\p{L}/u.test(name) && !/^[([]/.test(name) && name.split(' ').length <= 4 && looksLikePerson(name, true))
      return { name, box: run.box, how: 'author:cell' };
  }
  return undefined;
}

const standsOut = /^(?:B|STRONG|H[1-6])$/;

function isAuthorElement(box: Box): boolean {
  const { element } = box;
  if (element.tagName === 'A' && personHref.test(element.getAttribute('href') ?? '')) return true;
  if (/^(?:author|creator)$/.test(element.getAttribute('itemprop') ?? '') || element.getAttribute('rel') === 'author') return true;
  const tokens = hookTokens(box);
  if (tokens.some((t) => /^(?:avatar|icon|initials|image|img|badge|role|type|menu|date|time|actions)$/.test(t))) return false;
  return tokens.some((t) => authorTokens.has(t)) && tokens.length <= 12;
}

function personText(outline: Outline, box: Box): string | undefined {
  const text = boxText(outline, box, limits.author + 1);
  if (text.length > limits.author) return undefined;
  const name = cleanName(text);
  return name && looksLikePerson(name, true) ? name : undefined;
}

/** "Updated by Marie", "Marie wrote:", "From: Marie" without the words around the name. */
export function cleanName(text: string): string {
  return (
    text
      .replace(
        /^(?:added|updated|posted|created|written|reported|opened|submitted|replied|commented|sent|hinzugefügt|aktualisiert|erstellt|geschrieben|ajouté|mis à jour|créé|añadido|adicionado|aggiunto|toegevoegd)?\s*(?:by|von|par|por|da|door|przez|от|bởi)\s+/i,
        '',
      )
      .replace(/^(?:from|von|de|da|van|od|от|từ)\s*[:：]\s*/i, '')
      .replace(
        /\s+(?:wrote|said|replied|commented|posted|responded|schrieb|hat geschrieben|a écrit|a répondu|escribió|respondió|escreveu|respondeu|ha scritto|ha risposto|schreef|napisał[a]?|написал[а]?|написав|написала|yazdı|skrev|kirjoitti|napsal[a]?|đã viết|đã trả lời|added a comment|added a note|sent a message)(?:\s(?:on|at|am|le|el|em|il|op|w|lúc|den|dne))?\s*[:：,]?$/i,
        '',
      )
      // "Reply by: Tom Hale"
      .replace(/^\p{L}[\p{L} ]{1,18}[:：]\s+(?=\p{L})/u, '')
      .replace(/\s+via\s.{2,20}$/i, '')
      .replace(/^[\s,;:·•|–—-]+|[\s,;:·•|–—-]+$/g, '')
      .trim()
  );
}

export function looksLikePerson(name: string, hooked: boolean): boolean {
  // Initials in a circle stand for a picture.
  if (/^\p{Lu}{1,3}$/u.test(name)) return false;
  if (name.length < 2 || name.length > 80 || /^[\d\s#.,:/-]+$|^#\s?\d/.test(name)) return false;
  if (/@[\w-]+\./.test(name)) return true;
  if (isEmptyWord(name) || labelMeaning(name) !== undefined || statusKindOf(name) !== undefined || isInternalWord(name)) return false;
  if (/[!?…;]|[.]\s/.test(name.replace(/\b\p{L}{1,4}\.\s/gu, ''))) return false;
  const words = name.split(/\s+/);
  if (hooked) return words.length <= 8;
  if (denseName.test(name)) return true;
  // A short sentence
  if (/\p{Ll}{4}\.$/u.test(name)) return false;
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    /^\p{Lu}/u.test(name) &&
    !/\d{2}/.test(name) &&
    words.filter((w) => /^\p{Lu}/u.test(w)).length >= Math.min(2, words.length)
  );
}

export function findFiles(outline: Outline, entry: Box, bodies: readonly Box[]): string[] {
  const names: string[] = [];
  for (let i = entry.start; i < entry.end; i++) {
    const run = outline.runs[i];
    if (!run || run.kind !== 'text') continue;
    const text = run.text.replace(/\s*\([\d.,]+\s?[kKmMgG]?i?[Bbo][a-z]*\)$/, '').trim();
    if (!fileName.test(text)) continue;
    const inBody = bodies.some((b) => holds(b, run.box));
    const linked =
      insideLinkOrButton(run.box, entry) || hookTokens(run.box).some((t) => /^(?:file|filename|downloadfilename|attachment|name)$/.test(t));
    if (linked && (!inBody || run.box.element.hasAttribute('download'))) names.push(text);
  }
  return [...new Set(names)];
}

/** Text of the entry's bodies, for comparing. */
export function entryText(entry: Entry): string {
  return entry.bodies.map((b) => visibleText(b, { controls: false, atMost: 400 })).join('\n');
}
