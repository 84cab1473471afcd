/**
 * Notes in columns: a table, or elements with its roles, in which each row has a time, a name and a text in cells of their own. A list of
 * tickets or of changes looks much the same, so the text must be called one, or read like sentences, and nothing else may say that each row is a thing.
 */
import { foldLabel, isInternalWord, isPriorityWord, labelMeaning, speaksOfNote, statusKindOf } from '../labels.ts';
import type { Conversation } from './conversation.ts';
import { cleanName, type Entry, findFiles, innermost, looksLikePerson, writtenLength } from './entry.ts';
import { type Box, boxText, closest, hookTokens, inFurniture, type Outline } from './outline.ts';
import type { TimeAnchor } from './time-anchors.ts';

/** @returns `undefined` where no table is one of notes */
export function findColumns(outline: Outline, anchors: readonly TimeAnchor[]): Conversation | undefined {
  const rows = new Map<Box, Map<Box, TimeAnchor>>();
  for (const anchor of anchors) {
    if (anchor.read.date !== undefined) continue;
    const cell = closest(anchor.box, (b) => b.tag === 'TD' || /^(?:grid)?cell$/.test(b.role));
    const row = cell?.parent;
    if (!row?.parent || !cell || cell.end - cell.start !== 1 || !(row.tag === 'TR' || row.role === 'row') || inFurniture(row)) continue;
    const others = rows.get(row.parent) ?? new Map<Box, TimeAnchor>();
    rows.set(row.parent, others);
    // Two times in one row are of a thing, not of something said.
    if (others.has(row)) others.delete(row);
    else others.set(row, anchor);
  }
  let best: Conversation | undefined;
  for (const [container, notes] of rows) {
    const found = read(outline, container, notes);
    if (found && (!best || found.score > best.score)) best = found;
  }
  return best;
}

function read(outline: Outline, container: Box, notes: ReadonlyMap<Box, TimeAnchor>): Conversation | undefined {
  const table = [...notes.keys()].map((row) => row.children);
  const [first] = table;
  const count = first?.length ?? 0;
  if (!first || count < 3 || count > 7 || table.some((cells) => cells.length !== count)) return undefined;
  const { head, heads } = headsOf(outline, container, count);
  // A row that is like them and has no time says that this is no list of what was said when.
  if (container.children.some((row) => row !== head && !notes.has(row) && row.children.length === count)) return undefined;
  const column = (i: number) => table.map((cells) => cells[i] as Box);
  const texts = (i: number) => column(i).map((cell) => boxText(outline, cell, 400));
  const all = [...first.keys()];
  const runs = [...notes.values()].map((a) => a.run);
  const times = all.filter((i) => column(i).every((cell, n) => cell.start === runs[n]));
  const [time] = times;
  if (time === undefined) return undefined;
  const written = (i: number) => column(i).reduce((sum, cell) => sum + writtenLength(outline, cell), 0);
  const others = all.filter((i) => i !== time);
  const called = others.filter((i) => heads && isSaidWord(heads[i] ?? ''));
  const said = (called.length > 0 ? called : others).reduce((a, b) => (written(b) > written(a) ? b : a));
  const named = (i: number, sure: boolean) => texts(i).every((text) => text.length <= 60 && looksLikePerson(cleanName(text), sure));
  const beside = others.filter((i) => i !== said);
  const author = beside.find((i) => isWho(heads?.[i]) && named(i, true)) ?? beside.find((i) => named(i, false));
  if (author === undefined || !isSaid(outline, column(said), heads?.[said], container)) return undefined;
  const rest = beside.filter((i) => i !== author);
  const isThing = (i: number) =>
    // A count of the rows is no number of things.
    !texts(i).every((text) => /^\d{1,3}$/.test(text)) &&
    (thing.test(labelMeaning(heads?.[i] ?? '') ?? '') || texts(i).some((text) => statusKindOf(text) !== undefined || isPriorityWord(text)));
  if ([...rest, said].some(isThing)) return undefined;
  const entries = [...notes].map(([row, anchor], n): Entry => {
    const body = innermost(column(said)[n] as Box);
    const name = column(author)[n] as Box;
    return {
      box: row,
      anchor,
      author: cleanName(boxText(outline, name, 80)),
      authorBox: name,
      bodies: [body.element],
      length: body.length,
      attachments: findFiles(outline, row, [body]),
      tokens: new Set(hookTokens(row)),
      ownTokens: new Set(hookTokens(row)),
      notices: rest.flatMap((i) => noticesOf(boxText(outline, column(i)[n] as Box, 80), heads?.[i])),
      hooked: true,
      how: ['conversation:columns', 'author:column'],
    };
  });
  return {
    container,
    entries,
    events: 0,
    columns: true,
    score: entries.reduce((sum, e) => sum + Math.min(e.length, 400), 0) / 100 + entries.length * 3,
  };
}

/** What says that each row is a thing of its own. */
const thing = /^(?:id|subject|status|priority|assignee|group|updatedAt|dueAt)$/;

/** The row that names the columns, in the same group of rows or in the one before it, and what it calls them. */
function headsOf(outline: Outline, { children, parent }: Box, count: number): { head?: Box; heads?: readonly string[] } {
  const [own] = children;
  const above = parent?.children.flatMap((group) => [group, ...group.children.slice(0, 1)]) ?? [];
  for (const row of [...(own ? [own] : []), ...above]) {
    if (row.children.length !== count) continue;
    const heads = row.children.map((cell) => boxText(outline, cell, 60));
    const marked = row.children.every((c) => c.tag === 'TH' || c.role === 'columnheader');
    if (marked || (row === own && heads.filter((h) => isWho(h) || isSaidWord(h) || labelMeaning(h) === 'createdAt').length >= 2))
      return { head: row, heads };
  }
  return {};
}

/** Whether the cells hold what somebody wrote, and not what each row is called. */
function isSaid(outline: Outline, cells: readonly Box[], head: string | undefined, container: Box): boolean {
  const lengths = cells.map((cell) => writtenLength(outline, cell));
  if (lengths.some((length) => length < 2) || (Math.max(...lengths) < 25 && !(head !== undefined && isSaidWord(head)))) return false;
  // A link over all of it leads to the thing that the row stands for.
  if (cells.some((cell) => [...cell.element.querySelectorAll('a')].some((a) => (a.textContent ?? '').trim().length > cell.length * 0.6)))
    return false;
  if (head !== undefined && isSaidWord(head)) return true;
  const meaning = head === undefined ? undefined : labelMeaning(head);
  if (meaning !== undefined && meaning !== 'other') return false;
  const called = [container, container.parent, cells[0]?.parent].some((b) => b && hookTokens(b).some((t) => noteTokens.test(t)));
  const sentences = cells.filter((cell) => /[.!?。！？]["”»)]?$/.test(boxText(outline, cell, 2_000).trim())).length;
  return called || (head === undefined && cells.length > 1 && sentences === cells.length && Math.min(...lengths) >= 25);
}

const isSaidWord = (head: string) => labelMeaning(head) === 'description' || speaksOfNote(head) || saidWords.test(foldLabel(head));
const noteTokens = /^(?:\w*(?:notes?|comments?|messages?|repl(?:y|ies))|conversation|correspondence|thread|posts?)$/;
/** What a column of things that were said is called, beside the words for a note and a description. */
const saidWords =
  /^(?:messages?|text|repl(?:y|ies)|response|content|body|nachricht|antwort|inhalt|réponse|contenu|texte|mensajes?|respuesta|texto|contenido|mensagem|mensagens|resposta|conteúdo|messaggio|risposta|testo|bericht|antwoord|inhoud|treść|wiadomość|odpowiedź|mesaj|yanıt|içerik|сообщение|текст|ответ|pesan|balasan|isi|tin nhắn|trả lời|phản hồi|メッセージ|本文|回答|消息|内容|回复|메시지|답변|ข้อความ|الرسالة|הודעה)$/;
const whoWords =
  /^(?:who|by|user(?: name)?|agent|person|staff|von|wer|name|par|qui|por|quién|quem|da|chi|door|wie|kto|osoba|kullanıcı|kişi|кто|сотрудник|ai|oleh|người viết|người ghi|投稿者|記入者|担当者|担当|谁|人员|记录人|작성자|담당자|โดย|ผู้บันทึก)$/;

function isWho(head: string | undefined): boolean {
  return head !== undefined && (/^(?:author|requester|assignee)$/.test(labelMeaning(head) ?? '') || whoWords.test(foldLabel(head)));
}

const yes = /^(?:yes|ja|oui|s[ií]|sim|si|tak|evet|да|ya|có|はい|是|예|ใช่|نعم|true|x|✓|✔|●|○)$/i;
const no = /^(?:no|nein|non|não|nee|nie|hayır|нет|tidak|không|いいえ|否|아니요|ไม่|لا|false)$/i;
/** What a column is called that says whether the customer sees the note. */
const shownWords =
  /public|visib|visív|vê o|öffentlich|sichtbar|zichtbaar|widoczn|publiczn|görünür|herkes|публичн|видн|publik|terlihat|công khai|hiển thị|公開|公开|可见|공개|สาธารณะ/i;

/** The value of a further column; with a "yes" or "no" what it says. */
function noticesOf(text: string, head: string | undefined): string[] {
  if (head && isInternalWord(head) && yes.test(text)) return [head];
  if (head && shownWords.test(head) && no.test(text)) return ['internal'];
  return text && !yes.test(text) && !no.test(text) ? [text] : [];
}
