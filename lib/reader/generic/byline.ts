/** "Added by Petra 3 days ago. Updated yesterday.": who opened the ticket and when, where a sentence with a time of its own says it. */
import { labelMeaning, statusKindOf } from '../labels.ts';
import { readPerson } from '../person.ts';
import type { StartedDraft } from '../start-draft.ts';
import type { Conversation } from './conversation.ts';
import { inMessages } from './in-messages.ts';
import { type Box, closest, holds, type Outline } from './outline.ts';
import type { TimeAnchor } from './time-anchors.ts';

/** How sure a sentence about the ticket is. */
export const bylineSure = 0.8;

/** What else is known of such sentences where no adapter has read the messages; see `opening-line.ts`. */
export interface OpeningRules {
  /** Somebody is said to have opened the ticket. */
  readonly opened: (name: string, how: string, element?: Element) => void;
  /** Whether the words tell of something else than the ticket as a whole. @param among the sentence stands among the entries */
  readonly isOther: (words: string, meaning: 'createdAt' | 'updatedAt', among: boolean) => boolean;
}

/** Puts who opened the ticket and when into the draft, from sentences outside what people wrote. */
export function readByline(
  outline: Outline,
  anchors: readonly TimeAnchor[],
  conversation: Conversation | undefined,
  draft: StartedDraft,
  rules: OpeningRules = {
    opened: (name, how, element) => draft.requester(readPerson(name) ?? name, how, bylineSure, element),
    isOther: (_, __, among) => among,
  },
): void {
  for (const anchor of anchors) {
    if (inMessages(conversation, anchor.box) || inListing(anchor.box)) continue;
    const run = outline.runs[anchor.run];
    // "reported 2 days ago" in one text
    const own = /^(?:\p{L}+\s){1,2}(?=.*\d)/u.exec(run?.text ?? '')?.[0] ?? '';
    const said = verbOf(own) ?? verbOf(own.split(' ')[0] ?? '');
    if (said) {
      draft.instant(said, anchor.texts, `byline:${own}`, bylineSure, anchor.box.element);
      continue;
    }
    // The time may be a text of the line itself, beside the element of the name.
    const line = run?.box === anchor.box && anchor.box.end - anchor.box.start > 1 ? anchor.box : anchor.box.parent;
    if (!line || line.length > 400) continue;
    const before = (steps: number) => {
      const run = outline.runs[anchor.run - steps];
      return run && (run.box === line || run.box.parent === line || run.box.parent === line.parent) ? run.text : '';
    };
    const direct = verbOf(before(1));
    if (direct) {
      draft.instant(direct, anchor.texts, `byline:${before(1)}`, bylineSure, anchor.box.element);
      continue;
    }
    const signed = verbOf(before(2));
    const person = before(1);
    if (signed && isName(person)) {
      draft.instant(signed, anchor.texts, `byline:${before(2)}`, bylineSure, anchor.box.element);
      if (signed === 'createdAt') rules.opened(person, `byline:${before(2)}`, outline.runs[anchor.run - 1]?.box.element);
      continue;
    }
    // Among the entries the same sentence reports one change of many.
    const among = conversation !== undefined && holds(conversation.container, anchor.box);
    readSentence(outline, anchor, line, anchors, draft, among, rules);
  }
}

/** Words before the name of whoever did something. */
export const by = 'by|von|durch|par|por|da|door|przez|от|bởi|oleh|av|af';

/** Scripts without spaces, or with endings on every word: the verb stands somewhere in the sentence. */
const createdStems = /追加|添加|作成|登録|起票|创建|建立|加入|提交|추가|작성|생성|เพิ่ม|สร้าง/;
const updatedStems = /更新|変更|修改|변경|수정|업데이트|ปรับปรุง/;
/**
 * "Von Petra vor 3 Tagen hinzugefügt." and "Petra さんが3日前に追加": the verb stands where its language puts it, so all words
 * of the sentence around person and time are looked at.
 * @param among it stands among the entries
 */
function readSentence(
  outline: Outline,
  anchor: TimeAnchor,
  line: Box,
  anchors: readonly TimeAnchor[],
  draft: StartedDraft,
  among: boolean,
  rules: OpeningRules,
): void {
  if (!isLine(line)) return;
  let words = '';
  let people: { text: string; element: Element }[] = [];
  let found = false;
  const others = new Set(anchors.filter((a) => a !== anchor).map((a) => a.run));
  const clear = () => {
    words = '';
    people = [];
  };
  for (let i = line.start; i < line.end; i++) {
    const run = outline.runs[i];
    if (!run) continue;
    if (i === anchor.run) {
      found = true;
      continue;
    }
    if (others.has(i)) {
      if (found) break;
      clear();
      continue;
    }
    if (run.box !== line && (/^(?:A|B|STRONG)$/.test(run.box.tag) || (words === '' && people.length === 0)) && isName(run.text)) {
      people.push({ text: run.text, element: run.box.element });
      continue;
    }
    const [first = '', ...rest] = run.text.split(/[.。;；]\s*/);
    words += ` ${first}`;
    if (rest.length === 0) continue;
    if (found) break;
    clear();
    words = ` ${rest.at(-1) ?? ''}`;
  }
  const meaning = sentenceMeaning(words);
  if (!found || !meaning || people.length > 1 || rules.isOther(words, meaning, among)) return;
  const how = `byline:${words.trim().slice(0, 40)}`;
  const [person] = people;
  if (meaning === 'createdAt' && !person) return;
  draft.instant(meaning, anchor.texts, how, bylineSure, anchor.box.element);
  if (meaning === 'createdAt' && person) rules.opened(person.text, how, person.element);
}

/** Whether the element may be a line of words. */
export const isLine = ({ tag }: Box) => /^(?:P|DIV|SPAN|SMALL|H[1-6]|LI|DD|HEADER|SECTION)$/.test(tag);

/** What a sentence without its names and times tells of; `undefined` when it tells of neither or of both. */
export function sentenceMeaning(text: string): 'createdAt' | 'updatedAt' | undefined {
  const words = text
    .trim()
    .split(/[\s,()]+/)
    .filter(Boolean);
  if (words.length > 12) return undefined;
  const told = new Set<'createdAt' | 'updatedAt'>();
  for (let length = 1; length <= 3; length++)
    for (let i = 0; i + length <= words.length; i++) {
      const meaning = labelMeaning(words.slice(i, i + length).join(' '));
      if (meaning === 'createdAt' || meaning === 'updatedAt') told.add(meaning);
    }
  if (createdStems.test(text)) told.add('createdAt');
  if (updatedStems.test(text)) told.add('updatedAt');
  const [only] = told;
  return told.size === 1 ? only : undefined;
}

/** The last words before a time, without "by": `Added by`, `ago. Updated`, `- erstellt am`. */
export function verbOf(text: string): 'createdAt' | 'updatedAt' | undefined {
  const tail = text.split(/[.;|·•–—(-]\s*/).findLast((part) => part.trim() !== '') ?? '';
  const said = tail.trim().replace(/[:：]$/, '');
  const words = said.replace(new RegExp(`\\s+(?:${by}|am|le|on|at|el|em|il|op|um|lúc|vào|в)$`, 'i'), '').trim();
  if (!words || words.length > 30) return undefined;
  // "Créée", "Creada", "Aberta": the ticket's own word may be feminine.
  for (const word of [words, words.replace(/ée$/, 'é'), words.replace(/e$/, ''), words.replace(/a$/, 'o')]) {
    const meaning = labelMeaning(word);
    if (meaning === 'createdAt' || meaning === 'updatedAt') return meaning;
    // "Ouvert par": a state, unless somebody did it.
    if (words !== said && openedWord.test(word) && statusKindOf(word)) return 'createdAt';
  }
  return undefined;
}
const openedWord = /^(?:ouvert|abierto|aberto|aperto|otwarte|offen|geopend|открыт[оа]?|mở)$/i;

/** Whether a text alone is somebody's name. */
export function isName(text: string): boolean {
  const person = readPerson(text);
  return (
    !!person &&
    text.length <= 80 &&
    labelMeaning(text) === undefined &&
    !statusKindOf(text) &&
    /^[\p{Lu}\p{Lo}]|@/u.test(text) &&
    text.split(' ').length <= 6 &&
    !/^\p{Lu}{1,3}$|[:：]$/u.test(text)
  );
}

/** Menus and tables: what stands there is one of many. */
export function inListing(box: Box): boolean {
  return closest(box, (b) => /^(?:NAV|OPTION|THEAD|TBODY)$/.test(b.tag) || /^(?:navigation|menu|listbox|grid)$/.test(b.role)) !== undefined;
}
