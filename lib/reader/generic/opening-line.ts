/**
 * "Opened by Jane Roe on 24 Nov at 10:00", "Ana created the issue": sentences about who opened the ticket that have no time of their own
 * element, or stand among the entries. A part of its own with all that is needed only where no adapter has read the messages.
 */
import type { Person } from '../../ticket.ts';
import { readInstant } from '../dates/read-instant.ts';
import { unitDone } from '../../parts.ts';
import { labelMeaning, speaksOfNote, statusKindOf } from '../labels.ts';
import { readPerson, samePerson } from '../person.ts';
import type { StartedDraft } from '../start-draft.ts';
import { by, bylineSure, inListing, isLine, isName, type OpeningRules, sentenceMeaning, verbOf } from './byline.ts';
import type { Conversation } from './conversation.ts';
import { inMessages } from './in-messages.ts';
import { holds, type Outline, type Run } from './outline.ts';

/** Who opened the ticket, and the line that says so. */
export interface Opener {
  readonly person: Person;
  readonly element: Element | undefined;
}

/** The reading of one page's sentences. */
export interface OpeningReader extends OpeningRules {
  /** Reads those that `readByline` cannot see. @returns who opened it, also where a label names somebody else as the requester */
  rest(): Opener | undefined;
}

/** @param draft takes who opened the ticket and when */
export function openingReader(outline: Outline, conversation: Conversation | undefined, draft: StartedDraft): OpeningReader {
  let opener: Opener | undefined;
  const opened = (name: string, how: string, element?: Element) => {
    const person = readPerson(name);
    // An agent who writes down what somebody else asked is not who asked.
    const assignee = draft.value('assignee') as string | undefined;
    if (!person || machine.test(name) || (assignee && samePerson(person, { name: assignee }))) return;
    opener ??= { person, element };
    draft.requester(person, how, bylineSure, element);
  };
  return {
    opened,
    isOther: (words, meaning, among) =>
      onBehalf.test(words) ||
      // "Petra added a comment" and "added a file" tell of no ticket.
      (meaning === 'createdAt' && (speaksOfNote(words) || part.test(words))) ||
      (among && (meaning !== 'createdAt' || !(thing.test(words) || verbAlone.test(words)))),
    rest() {
      outline.runs.forEach((run, i) => {
        const named = run.label?.time;
        const before = outline.runs[i - 1];
        const pair = run.box.parent;
        // "Hana Brandt / Created 24 Nov 2026": a name and a day with nothing else around
        if (named && before && pair && pair.start === i - 1 && pair.end === i + 1 && labelMeaning(named[0]) === 'createdAt' && isName(before.text))
          if (!inMessages(conversation, pair)) opened(before.text, `byline:${named[0]}`, before.box.element);
        if (run.kind !== 'text' || run.text.length > 160) return;
        if (run.byline === undefined) {
          run.byline = (/\d/.test(run.text) || endsInBy.test(run.text)) && mayTell.test(run.text);
          unitDone();
        }
        if (!run.byline) return;
        if (inMessages(conversation, run.box) || inListing(run.box) || !isLine(run.box)) return;
        if (!readSaid(run, draft, opened)) readText(outline, i, draft, opened);
      });
      if (!opener && draft.value('requester') === undefined) openedByWriter(outline, conversation, opened);
      return opener;
    },
  };
}

/** "geöffnet von kathrin": the name of an account looks like a word, but who writes under it among the messages has it for a name. */
function openedByWriter({ runs }: Outline, conversation: Conversation | undefined, opened: OpeningRules['opened']): void {
  const writers = new Set(conversation?.entries.map(({ author }) => author));
  const found = runs.flatMap((run) => {
    const line = run.box.end - run.box.start > 1 ? run.box : run.box.parent;
    if (!writers.has(run.text) || !line || !isLine(line) || line.length > 160 || inMessages(conversation, line) || inListing(line)) return [];
    const words = runs
      .slice(line.start, line.end)
      .flatMap((r) => (r === run ? [] : [r.text.split(betweenParts)[0] ?? '']))
      .filter((text) => !/\d/.test(text))
      .join(' ');
    const opens = sentenceMeaning(words) === 'createdAt' || words.split(' ').some((word) => statusKindOf(word) === 'open');
    return opens && withBy.test(words) && !onBehalf.test(words) && !part.test(words) && !speaksOfNote(words) ? [run] : [];
  });
  const [first] = found;
  if (first && found.every(({ text }) => text === first.text)) opened(first.text, 'byline:writer', first.box.element);
}
const withBy = new RegExp(`(?:^|\\s)(?:${by})(?:\\s|$)`, 'iu');

const endsInBy = new RegExp(`\\p{L}\\s(?:${by})\\s?[:：]?$`, 'iu');
/** What stands between a name or a verb and a time. */
const beforeTime = /\s+(?:am|le|on|at|el|em|il|op|um|den|dnia|pada|lúc|vào|เมื่อ|в|,)$/iu;
const machine = /^(?:system|automation|bot|api|workflow|you|admin(?:istrator)?)$/i;
/** "Opened by" before an element with the name, "Opened by Jane Roe on 24 Nov at 10:00" and "Jane opened the ticket 2 days ago" in one text. */
function readText(outline: Outline, i: number, draft: StartedDraft, opened: OpeningRules['opened']): void {
  const run = outline.runs[i];
  if (!run) return;
  const { text } = run;
  // "#4211: Opened by"
  if (endsInBy.test(text) && verbOf(text.replace(/^.*[:：]\s/, '')) === 'createdAt') {
    const [name, rest] = [outline.runs[i + 1], outline.runs[i + 2]];
    const line = run.box.end - run.box.start > 1 ? run.box : run.box.parent;
    if (!name || !line || line.length > 400 || name.text.length > 80 || !isName(name.text) || !holds(line, name.box)) return;
    const told = rest && holds(line, rest.box) ? tellTimes(rest.text, 'createdAt', draft) : false;
    if (told || line.length <= text.length + name.text.length + 8 || /^\s*[.;·|]\s/.test(rest?.text ?? ''))
      opened(name.text, `byline:${text}`, name.box.element);
    return;
  }
  const [first = '', ...others] = text.split(betweenParts);
  const [next = ''] = others;
  // "Requested by Jane Roe · 24 Nov 10:00"
  const cut = timeAtEnd(withoutChannel(first), draft) ?? (timeAtEnd(next, draft)?.before === '' ? { time: next, before: first } : undefined);
  if (!cut) return;
  const head = cut.before
    .replace(beforeTime, '')
    .replace(/[,\s]+$/, '')
    .trim();
  const signed = new RegExp(`^(.+?\\s(?:${by}))\\s+(\\S.*)$`, 'iu').exec(head);
  if (signed?.[1] && signed[2] && (verbOf(signed[1]) === 'createdAt' || openedBy.test(signed[1]))) {
    if (!isName(signed[2])) return;
    draft.instant('createdAt', cut.time, `byline:${signed[1]}`, bylineSure, run.box.element);
    opened(signed[2], `byline:${signed[1]}`, run.box.element);
  } else if (thing.test(head) && sentenceMeaning(head) === 'createdAt') {
    draft.instant('createdAt', cut.time, `byline:${head.slice(0, 40)}`, bylineSure, run.box.element);
    const words = head.split(' ');
    // As many words as make a name before the verb.
    for (let n = Math.min(4, words.length - 1); n > 0; n--) {
      const name = words.slice(0, n).join(' ');
      if (!isName(name) || sentenceMeaning(name) || words.slice(0, n).some((w) => !/^[\p{Lu}\p{Lo}]/u.test(w)) || onBehalf.test(head)) continue;
      opened(name, `byline:${head.slice(0, 40)}`, run.box.element);
      break;
    }
  } else return;
  for (const part of others) tellTimes(part, undefined, draft);
}

/** Sentences that put the verb last or do without "by". @returns whether it is one */
function readSaid(run: Run, draft: StartedDraft, opened: OpeningRules['opened']): boolean {
  const named = run.label?.line;
  if (named && /^(?:requester|author)$/.test(labelMeaning(named[0]) ?? '')) {
    // "Reporter: Jane Roe, 24 Nov 10:00", where the label has named them already
    const cut = timeAtEnd(named[1].replace(/[、，]/g, ', '), draft);
    const requester = draft.value('requester') as Person | undefined;
    if (cut && requester && samePerson(readPerson(cut.before) ?? {}, requester))
      draft.instant('createdAt', cut.time, `byline:${named[0]}`, bylineSure, run.box.element);
    return true;
  }
  for (const form of saidForms) {
    const { name, time, rest } = form.exec(run.text)?.groups ?? {};
    const cut = time ? timeAtEnd(time, draft) : rest ? timeAtEnd(rest, draft) : undefined;
    const person = (name ?? cut?.before ?? '').replace(/[,、，\s]+$|\s(?:am|le|el|em|il|op|dnia|в|w)$/giu, '');
    if (!cut || (time && cut.before !== '') || !isName(person)) continue;
    const how = `byline:${run.text.slice(0, 40)}`;
    draft.instant('createdAt', cut.time, how, bylineSure, run.box.element);
    opened(person, how, run.box.element);
    return true;
  }
  return false;
}

const betweenParts = /\s*[·•|;]\s*/;
const withoutChannel = (text: string) => text.replace(/\s(?:via|per|por e|par e)[\s-].*$/i, '');

/** Puts the times of `text`, part by part, under the verb before each; a first part without one is `first`. @returns whether there was any */
function tellTimes(text: string, first: 'createdAt' | undefined, draft: StartedDraft): boolean {
  let told = false;
  text
    .replace(/^\s*[,·•|;–—-]\s*/, '')
    .split(betweenParts)
    .forEach((part, n) => {
      const cut = timeAtEnd(withoutChannel(part), draft);
      const verb = cut && cut.before.trim().replace(beforeTime, '');
      const said = verb ? verbOf(verb) : n === 0 ? first : undefined;
      if (!cut || !said) return;
      draft.instant(said, cut.time, `byline:${part.slice(0, 40)}`, bylineSure);
      told = true;
    });
  return told;
}

/** The time that a text ends with, as long as it goes back, and the words before it. */
function timeAtEnd(text: string, draft: StartedDraft): { time: string; before: string } | undefined {
  if (!/\d/.test(text)) return undefined;
  const { zone, now, language } = draft.context;
  const words = text.trim().split(' ');
  for (let n = 0; n < Math.min(words.length, 10); n++) {
    const time = words.slice(n).join(' ');
    // "Created 3 days ago" is read as a whole, too; the verb is not part of the time.
    if (n === 0 && /^\p{L}{4,}\s/u.test(time) && verbOf(words[0] ?? '')) continue;
    if (readInstant(time, { zone, now, dayFirst: true, ...(language && { language }) })) return { time, before: words.slice(0, n).join(' ') };
  }
  return undefined;
}

/** What a ticket is called where a sentence says that it was made. */
const thing =
  /(?<!\p{L})(?:issue|thread|ticket|case|request|conversation|incident|bug|task|vorgang|anfrage|fall|meldung|demande|dossier|caso|solicitud|incidencia|chamado|solicitação|richiesta|segnalazione|melding|verzoek|zgłoszeni|заявк|обращени|задач|phiếu|yêu cầu|tale[pb]|bilet)\p{L}{0,2}(?!\p{L})|課題|チケット|案件|工单|工單|問い合わせ|이슈|티켓|요청|تذكرة|التذكرة|الطلب/iu;
const verbFirst =
  '^(?:создан[оа]?|открыт[оа]?|зарегистрирован[оа]?|создала?|открыла?|зарегистрировала?|подала?|zgłosiła?|utworzyła?|açan|oluşturan|bildiren)(?=[\\s:：])';
const saidForms = [
  new RegExp(`${verbFirst}\\s?[:：]?\\s+(?<rest>.+)$`, 'iu'),
  /^(?:แจ้ง|สร้าง|เปิด|ส่ง)โดย\s?(?<rest>.+)$/,
  /^(?<name>.+?)\s+tarafından\s+(?:oluşturul|açıl|bildiril|gönderil|kaydedil)\p{L}*[,\s]+(?<time>\P{L}.*)$/u,
  /^(?<name>.+?)(?:\s?님)?[가이]\s(?<time>\d.*?)에\s(?:등록|접수|문의|생성|작성)\p{L}*\.?$/u,
  /^(?<name>.+?)\s?(?:さん|様)?\s?が\s?(?<time>\d.*?)\s?に\s?(?:起票|登録|作成|投稿|報告)\p{L}*。?$/u,
  /^由?\s?(?<name>.+?)\s?[于於]\s?(?<time>\d.*?)\s?(?:提交|创建|建立|登记|登記)。?$/u,
  /^(?<name>.+?)\s?(?:提交|创建|建立|登记|登記)[于於]\s?(?<time>\d.*)$/u,
];
/** "Opened by" and a name, with or without what follows, or a sentence about a ticket and a time. */
const mayTell = new RegExp(
  `\\p{L}\\s(?:${by})(?:\\s|\\s?[:：]?$)|(?:${thing.source}).*\\d|โดย|tarafından|[가이] .*에|が.*に|于|${verbFirst}|[:：]`,
  'iu',
);
/** Before "by" these say that a ticket was opened, and elsewhere that something was sent or asked: they must be all that stands there. */
const openedBy = new RegExp(
  `^(?:(?:${thing.source})\\s)?(?:(?:was|wurde|được|été)\\s)?(?:reported|submitted|raised|logged|requested|gemeldet|erfasst|eröffnet|eingereicht|aufgenommen|signalée?|soumise?|envoyée?|déclarée?|enregistrée?|reportad[oa]|enviad[oa]|registrad[oa]|solicitad[oa]|relatad[oa]|segnalat[oa]|inviat[oa]|inserit[oa]|richiest[oa]|gemeld|aangemeld|ingediend|zgłoszon[aey]|utworzon[aey]|zarejestrowan[aey]|dilaporkan|diajukan|dikirim|tạo|gửi|mở|báo|yêu cầu)\\s(?:${by})$`,
  'iu',
);
/** Parts of a ticket that are added to it. */
const part =
  /(?<!\p{L})(?:file|attachment|tag|label|link|watcher|follower|datei|anhang|fichier|archivo|arquivo|allegato|bijlage|załącznik|вложени|файл)/iu;
const onBehalf = /behalf|auftrag|im namen|au nom|en nombre|em nome|per conto|namens/i;
/** Nothing but the verb and marks around it: 由 … 创建。 */
const verbAlone = /^[\s,，由が]*(?:创建|建立|作成|登録|起票|생성)[\s.。]*$/u;
