/**
 * What the lines say that `change-line.ts` tells of: the grammar of many languages. It is data, hence over 250 lines.
 */
import type { StatusKind } from '../ticket.ts';
import { type ChangeLine, longestChangeLine, mentionsChangeInEnglish } from './change-line.ts';
import { bounded } from '../text/letters.ts';
import { foldLabel, goesBeyondAscii, isPriorityWord, statusKindOf, wordsOfLabel } from './labels.ts';

const longestValue = 40;

const list = (words: string): string => words.split(' ').join('|').replaceAll('_', '\\s');
/** Words that say that something became another. */
const changed = list(
  'changed updated modified moved switched transitioned set changes geändert gesetzt aktualisiert gewechselt umgestellt verschoben changée? changé\\(e\\) modifiée? modifié\\(e\\) passée? mise? définie? ' +
    'cambiad[oa] cambió cambiado modificad[oa] actualizad[oa] actualizó establecid[oa] estableció alterad[oa] alteração mudad[oa] mudou alterou atualizad[oa] definid[oa] definiu cambiat[oa] modificat[oa] aggiornat[oa] ' +
    'impostat[oa] gewijzigd veranderd aangepast zmienion[yoae] zmieniło_się zmienił[ao]? ustawion[yoa] изменен[оаы]? изменён изменил[аи]? изменилс[яь] установлен[оа]? thay_đổi đổi chuyển cập_nhật đặt ändrade?s? ' +
    'ændret endret endra muutettu změněn[oa]? změnila? zmenen[éýá] zmenila? diubah diganti mengubah canviat',
);
/** Words before the old and before the new value. */
const before = list('from von vom de du da dal dall van z ze с со từ từ_trạng_thái from: från fra frå arvosta dari iz din из');
const after = list('to into as auf zu in nach à en sur a ad al por para como naar op na su на в sang thành tới đến đến: till til arvoon ke u în до');
const arrow = '→|➔|➜|⇒|⟶|->|-->|=>|»|›|▸|►';
/** What may follow a value in its line: who did it, when, or why. */
const follower = list(
  'by von vom par por da door przez bởi bởi: oleh av af tarafından on at am um le el em il op vào lúc via with and und et y e o and ago vor hace há fa because of just',
);
const open = '["\'“”„‘’‚«»「『`‹›]';
const close = '["\'“”‘’«»」』`‹›]';

const noBounds = /[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patterns = new Map<string, RegExp>();
/** Finds a label anywhere in a line such as `text`; scripts without spaces have no word bounds. */
function labelPattern(field: ChangeLine['field'], text: string): RegExp {
  const key = `${field} ${goesBeyondAscii(text)}`;
  const pattern = patterns.get(key) ?? makeLabelPattern(field, text);
  patterns.set(key, pattern);
  return pattern;
}

function makeLabelPattern(field: ChangeLine['field'], text: string): RegExp {
  const words = [...wordsOfLabel(field, text)].sort((a, b) => b.length - a.length);
  const spaced = words.filter((w) => !noBounds.test(w)).map(escaped);
  const joined = words.filter((w) => noBounds.test(w)).map(escaped);
  return new RegExp([bounded(spaced.join('|')), ...joined].join('|'), 'gi');
}

const changedPattern = new RegExp(bounded(changed), 'i');
const fromPattern = new RegExp(`^(.{0,48}?)${bounded(before)}\\s*(?=\\S)(.+)$`, 'i');
const toPattern = new RegExp(`\\s+(?:${after})\\s+|\\s*(?:${arrow})\\s*`, 'gi');
const toOnlyPattern = new RegExp(`^(.{0,48}?)(?:${bounded(after)}\\s+|(?:${arrow})\\s*)(.+)$`, 'i');
const arrowPattern = new RegExp(`^\\s*[:：|]?\\s*(.{1,48}?)\\s*(?:${arrow})\\s*(.+)$`, '');
const followed = new RegExp(`^(?:$|\\s*[.,;:()·•|–—-](?:\\s|$)|\\s*\\(|\\s+(?:${bounded(follower)}|${bounded(changed)}|\\d))`, 'i');
const cutAtFollower = new RegExp(`\\s+(?:${bounded(follower)}|${bounded(changed)}|\\d).*$|\\s*[.,;:()·•|–—](?:\\s.*)?$`, 'i');
/** What may stand between a label and its verb. */
const auxiliary = new RegExp(
  `^(?:\\s|${bounded(`${changed}|was|were|is|has|been|wurde|wird|hat|sich|est|a|été|ha|sido|fue|foi|é|è|stato|is|się|được|đã|blev|ble|on`)})*$`,
  'i',
);
const plainValue = /^\p{L}[\p{L}\p{N}+/'’-]*(?: [\p{L}\p{N}+/&'’()-]+){0,3}$/u;

interface Value {
  readonly text: string;
  /** Quoted in the line, or a word that helpdesks use: where it begins and ends is certain. */
  readonly certain: boolean;
}

const verbWords =
  /closed|re-?opened|resolved|solved|marked|geschlossen|gelöst|geöffnet|fermé|clôturé|clos|résolu|rouvert|cerr|resuelto|resolvió|reabri|fechou|encerrou|resolveu|đóng|giải quyết|mở lại/i;

/** Whether a stretch of text has a word that a line about a change needs; quick, for looking over whole pages. */
export function mentionsChange(text: string): boolean {
  // `search` does not move the patterns' own place, as `test` would.
  return text.search(labelPattern('status', text)) >= 0 || text.search(labelPattern('priority', text)) >= 0 || verbWords.test(text);
}

/** Whether a line that told of nothing in English tells of a change, or may, in another language. */
export function tellsOfChange(line: string): boolean {
  return mentionsChange(line) && (!mentionsChangeInEnglish(line) || readChangeLine(line) !== undefined);
}

/** Pages are read again and again. */
const remembered = new Map<string, ChangeLine | undefined>();
const mostRemembered = 2_000;

/** @param text one line of an activity list, without its time where that can be told apart */
export function readChangeLine(text: string): ChangeLine | undefined {
  if (text.length < 6 || text.length > longestChangeLine) return undefined;
  if (remembered.has(text)) return remembered.get(text);
  const read = readAfresh(text.replace(/[\s\u200b]+/g, ' ').trim());
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(text, read);
  return read;
}

function readAfresh(line: string): ChangeLine | undefined {
  // More than one sentence is something that a person wrote.
  if (/[.!?]\s+\p{L}+\s+\p{L}+\s+\p{L}+/u.test(line)) return undefined;
  const found = (['status', 'priority'] as const).filter((field) => places(line, field).length > 0);
  // A line that tells of two changes is read part by part, or not at all.
  if (found.length === 2) return undefined;
  const [field] = found;
  if (!field) return stateVerb(line);
  for (const [at, length] of places(line, field)) {
    const change = around(field, line.slice(0, at), line.slice(at + length)) ?? unspaced(field, line.slice(at + length));
    if (change) return change;
  }
  return undefined;
}

function places(line: string, field: ChangeLine['field']): (readonly [number, number])[] {
  return [...line.matchAll(labelPattern(field, line))].map((m) => [m.index, m[0].length] as const);
}

/** @param head what stands before the label, `tail` what follows it */
function around(field: ChangeLine['field'], head: string, tail: string): ChangeLine | undefined {
  const told = changedPattern.test(head) || changedPattern.test(tail);
  const rest = fromPattern.exec(tail);
  if (rest?.[2] !== undefined && !/[.!?]\s/.test(rest[1] ?? '')) {
    const change = fromTo(field, rest[2], told && auxiliary.test(rest[1] ?? ''));
    if (change) return change;
  }
  const pointed = arrowPattern.exec(tail);
  if (pointed?.[1] && pointed[2]) {
    const change = pair(field, pointed[1], pointed[2], false);
    if (change) return change;
  }
  // GLPI's history: the field in one cell, "Change New to Solved" in the next.
  const cell = /^\s*:?\s*change\s+(.{1,48}?)\s+to\s+(.+)$/i.exec(tail);
  if (cell?.[1] && cell[2]) return pair(field, cell[1], cell[2], false);
  if (!told) return undefined;
  // "Set status to Solved" alone is a button; somebody must have done it, or it must have been done.
  if (/^\s*\S+\s*(?:the\s*)?$/i.test(head) && changedPattern.test(head) && !/\p{L}/u.test(head.replace(changedPattern, '').replace(/\bthe\b/i, '')))
    return undefined;
  const only = toOnlyPattern.exec(tail) ?? /^(\s*(?:changed|updated|geändert|modifié|cambiado|alterado)\s*:\s*)(.+)$/i.exec(tail);
  if (!only?.[2] || /\p{L}{3,}.*[.!?]\s/u.test(only[1] ?? '')) return undefined;
  const to = valueAtStart(field, only[2]);
  return to?.certain ? change(field, undefined, to.text) : undefined;
}

/** Every place where the old value may end and the new one begin; a split between two certain values wins. */
function fromTo(field: ChangeLine['field'], text: string, loose: boolean): ChangeLine | undefined {
  const splits = [...text.matchAll(toPattern)].map((m) => [text.slice(0, m.index), text.slice(m.index + m[0].length)] as const);
  for (const [from, to] of splits) {
    const found = pair(field, from, to, false);
    if (found) return found;
  }
  const [only] = splits;
  return loose && only && splits.length === 1 ? pair(field, only[0], only[1], true) : undefined;
}

/** @param loose words that are neither quoted nor known will do */
function pair(field: ChangeLine['field'], before: string, after: string, loose: boolean): ChangeLine | undefined {
  const from = wholeValue(field, before);
  const to = valueAtStart(field, after);
  if (!from || !to) return undefined;
  return (from.certain && to.certain) || loose ? change(field, from.text, to.text) : undefined;
}

function change(field: ChangeLine['field'], from: string | undefined, to: string): ChangeLine {
  const kind = field === 'status' ? statusKindOf(to) : undefined;
  return { field, ...(from !== undefined && { from }), to, ...(kind && { kind }) };
}

const isKnown = (field: ChangeLine['field'], text: string): boolean =>
  field === 'status' ? statusKindOf(text) !== undefined : isPriorityWord(text) || /^(?:unknown|none|p?\d{1,3})$/i.test(foldLabel(text));

function wholeValue(field: ChangeLine['field'], text: string): Value | undefined {
  const bare = text.trim();
  const quoted = new RegExp(`^${open}(.+)${close}$`, 'u').exec(bare)?.[1]?.trim();
  const value = quoted ?? bare;
  if (!value || value.length > longestValue || (quoted === undefined && !isKnown(field, value) && !plainValue.test(value))) return undefined;
  return { text: value, certain: quoted !== undefined || isKnown(field, value) };
}

/** The value that a text begins with, up to its closing quote, its last known word, or whatever cannot belong to it. */
function valueAtStart(field: ChangeLine['field'], text: string): Value | undefined {
  const start = text.trim();
  const quoted = new RegExp(`^${open}([^"“”„«»「」『』\`]{1,${longestValue}}?)${close}(?=$|[\\s.,;:()])`, 'u').exec(start)?.[1];
  if (quoted?.trim()) return { text: quoted.trim(), certain: true };
  const words = start.split(' ');
  for (let count = Math.min(6, words.length); count > 0; count--) {
    const whole = words.slice(0, count).join(' ');
    const value = whole.replace(/[.,;:]+$/, '');
    if (isKnown(field, value) && followed.test(start.slice(value.length))) return { text: value, certain: true };
  }
  const plain = start.replace(cutAtFollower, '').trim();
  return plainValue.test(plain) && plain.length <= longestValue ? { text: plain, certain: false } : undefined;
}

/** Japanese, Chinese, Korean, Thai and Turkish put the old value first and mark it behind. */
const unspacedPatterns: readonly RegExp[] = [
  /^\s*[がをは]\s*[「『"']?(.+?)[」』"']?\s*から\s*[「『"']?(.+?)[」』"']?\s*[にへ]/u,
  /^\s*(?:的值|的值已|已|被)?\s*[从從由]\s*[「『"'“]?(.+?)[」』"'”]?\s*(?:更改|变更|變更|改变|改變|修改|更新|改|变)(?:为|為|成|到)\s*[「『"'“]?(.+?)[」』"'”]?\s*(?:$|[。,，(（])/u,
  /^\s*(?:이|가|을|를|은|는)?\s*["']?(.+?)["']?\s?에서\s*["']?(.+?)["']?\s?(?:\(으\)로|으로|로)(?:\s|$)/u,
  /^\s*(?:เปลี่ยน|ถูกเปลี่ยน)?\s*จาก\s*["']?(.+?)["']?\s*เป็น\s*["']?(.+?)["']?\s*(?:$|โดย)/u,
  /^,?\s*["']?(.+?)["']?\s+(?:değerinden|iken)\s+["']?(.+?)["']?\s+(?:değerine|olarak)/u,
];

function unspaced(field: ChangeLine['field'], tail: string): ChangeLine | undefined {
  for (const pattern of unspacedPatterns) {
    const match = pattern.exec(tail);
    const [, from, to] = match ?? [];
    if (from && to && isKnown(field, from) && isKnown(field, to)) return change(field, from.trim(), to.trim());
  }
  return undefined;
}

const things = 'issue|ticket|case|request|conversation|incident|bug|task|work item|chat|thread';
const closing = /^(?:closed|geschlossen|fermé|clôturé|clos|cerró|cerrado|fechou|encerrou|đóng|chiuso|gesloten)$/i;
const reopening =
  /^(?:re-?opened|wieder geöffnet|wiedereröffnet|erneut geöffnet|rouvert|réouvert|reabrió|reabierto|reabriu|mở lại|riaperto|heropend)$/i;
const verbPatterns: readonly RegExp[] = [
  new RegExp(
    `(?:^|\\s)(re-?opened|closed|resolved|solved)\\s+(?:this|the)(?:\\s+(?:${things}))?(?:\\s+as\\s+[\\w ]{1,30}?)?(?=\\s*$|[.,;(]|\\s+(?:on|in|via|by|at|with)\\s|\\s+\\d|\\s+(?:yesterday|today|just|an?)\\b)`,
    'i',
  ),
  new RegExp(
    `^(?:the\\s+|this\\s+)?(?:${things})\\s+(?:was\\s+|has been\\s+|is\\s+)?(?:marked\\s+(?:as\\s+)?)?(re-?opened|closed|resolved|solved|pending|snoozed)(?=\\s*$|[.,;(]|\\s+(?:on|by|at|due)\\s)`,
    'i',
  ),
  new RegExp(
    `(?:^|\\s)marked\\s+(?:(?:this|the)\\s+)?(?:(?:${things})\\s+)?as\\s+(closed|resolved|solved|pending|open|done|on hold|spam)(?=\\s*$|[.,;(]|\\s+(?:on|by|at)\\s)`,
    'i',
  ),
  /\shat (?:das|dieses|den|diesen|die|diese) (?:ticket|issue|vorgang|anfrage|fall|konversation) (geschlossen|gelöst|wieder geöffnet|wiedereröffnet|erneut geöffnet)(?=\s*$|[.,;(])/i,
  /\sa (fermé|clôturé|clos|résolu|rouvert|réouvert) (?:le |la |ce |cette |l['’])(?:ticket|demande|dossier|conversation|incident)(?=\s*$|[.,;(])/i,
  /\s(?:ha )?(cerró|cerrado|resolvió|resuelto|reabrió|reabierto) (?:el|la|este|esta) (?:ticket|caso|solicitud|incidencia|conversación|tique)(?=\s*$|[.,;(])/i,
  /\s(fechou|encerrou|resolveu|reabriu) (?:o|a|este|esta) (?:ticket|chamado|caso|solicitação|conversa|tíquete)(?=\s*$|[.,;(])/i,
  /\sđã (đóng|giải quyết|mở lại) (?:phiếu|ticket|yêu cầu|vé|hội thoại|cuộc trò chuyện)(?: này)?(?=\s*$|[.,;(])/i,
];

/** "Maya closed this as completed": the verb itself is the new state. */
function stateVerb(line: string): ChangeLine | undefined {
  if (line.length > 140) return undefined;
  for (const pattern of verbPatterns) {
    const verb = pattern.exec(line)?.[1];
    if (!verb) continue;
    const kind: StatusKind | undefined = closing.test(verb) ? 'closed' : reopening.test(verb) ? 'open' : (statusKindOf(verb) ?? 'resolved');
    return { field: 'status', to: verb, kind };
  }
  return undefined;
}
