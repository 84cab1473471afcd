/**
 * The sentences a person wrote in a message, each with its place in the original text. Quoted replies, greetings, signatures and
 * log lines are left out, since none of them is what the person says here and now.
 */
import { customerWords } from '../facts/customer-words.ts';
import type { TextSpan } from '../facts/text-facts.ts';
import type { Message } from '../ticket.ts';

const greeting =
  /^(?:dạ,? )?(?:(?:em|mình|tôi|con|cháu) (?=(?:xin )?chào|kính))?(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|xin chào|chào|kính gửi|bonjour|bonsoir|hola|buen[oa]s (?:días|tardes|noches)|olá|bom dia|boa (?:tarde|noite)|prezad[oa]s?)(?![\p{L}])(?:\s[\p{L}.'-]+(?:\/[\p{L}]+)?){0,4}\s*[,!:.]\s*/iu;
/** Lines from the name on: company, street, town, telephone and their like. */
const longestSignature = 6;

interface Line {
  readonly start: number;
  readonly text: string;
}

/** Sentences of `message`, in order. @param index its place in the snapshot. @param language for the splitting only; any language works. */
export function sentencesOf(message: Message, index: number, language = 'en'): readonly TextSpan[] {
  const known = readBefore.get(message);
  if (known?.index === index && known.language === language) return known.spans;
  const spans = readSentences(message, index, language);
  readBefore.set(message, { index, language, spans });
  return spans;
}

/** Each part of the handoff asks for the same messages. */
const readBefore = new WeakMap<Message, { readonly index: number; readonly language: string; readonly spans: readonly TextSpan[] }>();

function readSentences(message: Message, index: number, language: string): TextSpan[] {
  const kept = freshLines(message);
  const spans: TextSpan[] = [];
  let at = 0;
  while (at < kept.length) {
    // Lines that follow each other directly are one paragraph: mail programs break them anywhere.
    let end = at + 1;
    while (end < kept.length && follows(message.text, kept[end - 1], kept[end])) end += 1;
    const first = kept[at];
    const last = kept[end - 1];
    if (first && last) spans.push(...split(message.text, index, first.start, last.start + last.text.length, language));
    at = end;
  }
  return spans;
}

/** Longer texts are pasted logs; what a person has to say stands at the top. */
const longestText = 32_000;

function freshLines(message: Message): Line[] {
  const text = message.text.slice(0, longestText);
  // Aligned columns and pasted tables: no word is in there.
  const padding = text.replace(/[^\S\n]{64,}/g, (run) => '\0'.repeat(run.length));
  const own = customerWords(padding).text;
  const kept: Line[] = [];
  let start = 0;
  let signed = false;
  for (const raw of text.split('\n')) {
    const at = start;
    start += raw.length + 1;
    // Blanked as a whole: a quotation, a signature, a log line. An address inside a sentence is blanked too, and stays.
    const body = raw.trim();
    if (!hasOwnWords(raw, own.slice(at, at + raw.length))) {
      signed = signed || (body !== '' && !body.startsWith('>'));
      continue;
    }
    signed = false;
    const hello: string = kept.length > 0 ? '' : (greeting.exec(body)?.[0] ?? '');
    if (hello.trim().length >= body.length) continue;
    const mark = itemMark.exec(body)?.[0] ?? '';
    const offset = raw.indexOf(body) + Math.max(hello.length, mark.length);
    kept.push({ start: at + offset, text: raw.slice(offset).trimEnd() });
  }
  // The closing words above a blanked signature, in whatever language.
  if (signed && kept.length > 1 && closing.test(kept.at(-1)?.text ?? '')) kept.pop();
  return kept.slice(0, signatureStart(kept, message.author));
}

/** Something on the line is left of it after foreign text was blanked, whatever stands for a blank. */
function hasOwnWords(line: string, blanked: string): boolean {
  for (let at = 0; at < line.length; at += 1) if (line[at] === blanked[at] && /\S/.test(line[at] ?? '')) return true;
  return false;
}

const closing = /^[\p{L}\s&/]{2,40}[,!.]?$/u;

/** Where a signature begins that has no sign-off: the author's own name alone on a line, with only short lines after it. */
function signatureStart(lines: readonly Line[], author: string | undefined): number {
  for (let at = Math.max(1, lines.length - longestSignature); at < lines.length; at += 1) {
    const after = lines.slice(at + 1);
    if (isName(lines[at]?.text ?? '', author) && after.every((line) => line.text.length < 60 && !/[.!?…]$/.test(line.text))) return at;
  }
  return lines.length;
}

/** A line that is nothing but (part of) the author's own name. */
function isName(line: string, author: string | undefined): boolean {
  if (author === undefined) return false;
  const words = fold(line).split(/\s+/).filter(Boolean);
  const own = fold(author).split(/\s+/);
  return words.length > 0 && words.every((word) => own.includes(word));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '');
}

/** A bullet or number at the start of a line. */
const itemMark = /^(?:[-*+•·▪◦‣–—]|\(?\d{1,2}[.)]|[a-h]\))\s+/;

/** Whether an item of a list starts at `start`, the place of its first word. */
export function startsItem(text: string, start: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1);
  const mark = itemMark.exec(line.trimStart())?.[0];
  return mark !== undefined && start === text.lastIndexOf('\n', start - 1) + 1 + (line.length - line.trimStart().length) + mark.length;
}

function follows(text: string, before: Line | undefined, after: Line | undefined): boolean {
  if (!before || !after || startsItem(text, after.start)) return false;
  return /^[ \t]*\n[ \t]*$/.test(text.slice(before.start + before.text.length, after.start));
}

function split(text: string, message: number, from: number, to: number, language: string): TextSpan[] {
  const paragraph = text.slice(from, to).replace(/\n/g, ' ');
  const spans: TextSpan[] = [];
  for (const { segment, index } of segmenter(language).segment(paragraph)) {
    const lead = segment.length - segment.trimStart().length;
    const sentence = segment.trim();
    if (!/\p{L}{2}/u.test(sentence)) continue;
    for (const part of withoutCapitals(sentence)) {
      const start = from + index + lead + part.index;
      spans.push({ message, start, end: start + part.text.length, text: part.text.replace(/\s+/g, ' ') });
    }
  }
  return spans;
}

/** Whoever types without capitals ends sentences all the same, which the platform's splitting does not see. */
function withoutCapitals(sentence: string): { readonly index: number; readonly text: string }[] {
  const whole = [{ index: 0, text: sentence }];
  if (/[.!?]\s/.test(sentence) === false || /^\p{Lu}/u.test(sentence)) return whole;
  return [...sentence.matchAll(/\S.*?(?:\p{L}{2}(?<!approx|etc|incl|ext|tel|vs|ca|bzw|inkl)[.!?]+(?=\s+\p{Ll}{2})|$)/gu)].map(
    ({ 0: text, index }) => ({ index, text }),
  );
}

const segmenters = new Map<string, Intl.Segmenter>();
function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    made = new Intl.Segmenter('en', { granularity: 'sentence' });
  }
  segmenters.set(language, made);
  return made;
}
