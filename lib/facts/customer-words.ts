/**
 * What of a message is the customer's own: quoted replies, signatures, disclaimers, logs, code and addresses are blanked out.
 * One file over all mail habits, long by its word lists.
 */

/** Fills what was blanked: no word, and nothing reaches across it. */
const blank = '\ufffc';

/** Longer texts are read from both ends only: a pasted log must not hold up the page. */
const headLength = 32_768;
const tailLength = 16_384;
const seam = blank.repeat(4);

export interface CustomerWords {
  /** Same offsets as the part of the text that was read; blanked characters are U+FFFC (object replacement character). */
  readonly text: string;
  /** Offset into the original text. */
  readonly original: (offset: number) => number;
  /** Characters in the middle that were not read; 0 for all but huge texts. */
  readonly unread: number;
}

/** The customer's own words in `text`, with a way back to offsets of `text`. Total; linear in the length that is read. */
export function customerWords(text: string): CustomerWords {
  if (text.length <= headLength + tailLength) return { text: blankForeign(text), original: (offset) => offset, unread: 0 };
  const tailStart = text.length - tailLength;
  const shift = tailStart - headLength - seam.length;
  return {
    text: blankForeign(text.slice(0, headLength) + seam + text.slice(tailStart)),
    original: (offset) => (offset <= headLength ? offset : offset + shift),
    unread: tailStart - headLength,
  };
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Trimmed and cut: what decides stands at the beginning, and the patterns must not meet long runs of white space. */
  readonly text: string;
}
const judgedLength = 500;

const replyHeader =
  /^\s*(?:>*\s*)(?:On\b.{4,200}\bwrote|(?:Am|Den)\b.{4,200}\bschrieb.{0,120}|.{4,160}\bschrieb am\b.{4,60}|Le\b.{4,200}\ba écrit|El\b.{4,200}\bescribió|(?:Em|No dia)\b.{4,200}\bescreveu|(?:Vào|Lúc|Ngày)\b.{4,200}(?:đã )?viết|Il\b.{4,200}\bha scritto|Op\b.{4,200}\bschreef.{0,120}|.{2,120}<[^<>@\s]{1,64}@[^<>\s]{1,120}>\s*(?:wrote|a écrit|escribió|escreveu|schrieb|(?:đã )?viết))\s*[:：]\s*$/i;
const originalMessage =
  /^\s*(?:>*\s*)(?:-{2,}\s*|_{5,}\s*|Begin )(?:original message|original appointment|forwarded (?:message|by)|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré|message original|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|thư gốc|tin nhắn gốc|thư đã chuyển tiếp|thư được chuyển tiếp|chuyển tiếp|messaggio originale|oorspronkelijk bericht)\b/i;
const mailHeader =
  /^\s*\*?(?:From|Sent|To|Cc|Date|Subject|Reply-To|Von|Gesendet|An|Betreff|Datum|De|Envoyé|À|Objet|Date|Enviado(?: el| em)?|Para|Asunto|Assunto|Data|Từ|Đã gửi|Ngày gửi|Gửi|Tới|Đến|Chủ đề)\*?\s?:\*?\s/i;
const mobileSignature =
  /^\s*(?:sent from (?:my|mail for|yahoo|outlook|proton)|get outlook for|von meinem .{2,40} gesendet|gesendet von|envoyé (?:de|depuis) mon|enviado (?:desde|do|de) m[ie]|(?:đã |được )?gửi từ .{2,40}(?:của tôi)?$|inviato da)/i;
/** What ticket systems write between an answer and what it answers. */
const ticketMark = /^(?:#{2,}.*#{2,}$|this e-?mail is a service from )/iu;
/** `Jane Doe | Counsel | Acme`, `T +1 555 0100`: a signature without a sign-off begins or goes on like this. */
const cardLine = /^[^|•·]{2,60}(?:\s[|•·]\s[^|•·]{1,60}){2,}$/u;
/** A sign-off inside the last line of a mail that lost its line breaks. */
const signOffInLine = /(?:best|kind|warm) regards,[^.!?\n]{0,120}$/gimu;
const bareWrote = /^.{2,60}\s(?:wrote|schrieb|a écrit|escribió|escreveu|(?:đã )?viết)\s*[:：]$/iu;
const signOff =
  /^\s*(?:(?:with )?(?:best|kind|warm(?:est)?|many)?\s?(?:regards|wishes)|best|thanks(?: again| in advance| and regards|,? & regards)?|thank you(?: very much)?|many thanks|thx|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|cheers|respectfully|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|mfg|(?:viele|liebe|beste|freundliche|schöne) gr(?:ü|ue)(?:ß|ss)e|gruß|hochachtungsvoll|(?:bien )?cordialement|bien à vous|salutations(?: distinguées)?|sincères salutations|saludos(?: cordiales)?|un saludo|atentamente|cordialmente|atenciosamente|abraços?|obrigad[oa]|trân trọng|thân mến|thân ái|kính thư|cảm ơn|xin cảm ơn)\s*[,.!]?\s*$/i;
const disclaimer =
  /^\s*\*{0,3}(?:(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication|transmission)\b.{0,200}|(?:confidentiality|legal|privacy) (?:notice|disclaimer)|disclaimer|diese (?:e-?mail|nachricht) (?:enthält|kann|und).{0,200}|ce (?:message|courriel|mail).{0,200}|est[ea] (?:correo|mensaje|mensagem|e-?mail).{0,200}|(?:email|thư điện tử|thông điệp) này.{0,200})/i;
const disclaimerProof =
  /confidential|privileged|intended (?:only|solely|for)|disclaimer|notice|vertraulich|confidentiel|confidencial|bảo mật|mật|destinataire|destinat[aá]rio/i;
const logLine =
  /^\s*(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|\[?\d\d:\d\d:\d\d[.,\]\s]|\[(?:error|warn(?:ing)?|info|debug|fatal|trace|critical)\]|(?:ERROR|WARN(?:ING)?|INFO|DEBUG|FATAL|TRACE|CRITICAL)\b\s*[:[\]|(]|at [\w.$<>/]{3,200}\s?\(.{0,200}\)|at \S{3,200}:\d+|Traceback \(|File ".{1,200}", line \d|[\w.$]{3,200}(?:Exception|Error)\b\s*(?::|$)|Caused by:|(?:GET|POST|PUT|PATCH|DELETE|HEAD) \/\S*|HTTP\/\d|\w{3} \d\d? \d\d:\d\d:\d\d \S+ \S+(?:\[\d+\])?:|[{}[\]();,\s]+$|"[^"]{1,80}"\s*:\s*|<\/?[a-z][^>]{0,200}>\s*$|(?:const|let|var|function|import|export|def|class|public|private|return|SELECT|INSERT|UPDATE)\b.{0,200}[;{(=:]\s*$|\$ \S)/;
const addresses =
  /(?:https?:\/\/|www\.)\S{1,2000}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|(?<![\w.\\/-])[\w.\\/-]{1,120}\.(?:png|jpe?g|gif|pdf|docx?|xlsx?|csv|txt|zip|log|json|xml|html?|mp[34]|mov|avi|pptx?|exe|dll|js|ts|py|eml|msg|svg|heic|webp|ya?ml)\b|`[^`\n]{1,200}`/gi;

function blankForeign(text: string): string {
  const spans: [number, number][] = [];
  findForeignLines(linesOf(text), text.length, spans);
  for (const match of [...text.matchAll(addresses), ...text.matchAll(signOffInLine)]) spans.push([match.index, match.index + match[0].length]);
  if (spans.length === 0) return text;
  spans.sort((a, b) => a[0] - b[0]);
  let out = '';
  let at = 0;
  for (const [start, end] of spans) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    out += text.slice(at, from) + blank.repeat(end - from);
    at = end;
  }
  return out + text.slice(at);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const piece of text.split('\n')) {
    lines.push({ start, end: start + piece.length, text: piece.trim().slice(0, judgedLength) });
    start += piece.length + 1;
  }
  return lines;
}

function findForeignLines(lines: readonly Line[], length: number, spans: [number, number][]): void {
  const toEnd = (line: Line) => spans.push([line.start, length]);
  let fenced = false;
  let ownWords = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const drop = () => spans.push([line.start, line.end]);
    if (/^\s*(?:```|~~~)/.test(line.text)) {
      fenced = !fenced;
      drop();
    } else if (fenced || /^\s*(?:>|\|\s?>)/.test(line.text)) drop();
    else if (originalMessage.test(line.text)) return void toEnd(line);
    else if (ticketMark.test(line.text)) {
      if (ownWords) return void toEnd(line);
      drop();
    } else if (
      bareWrote.test(line.text) &&
      nextLine(lines, i + 1)
        ?.text.trimStart()
        .startsWith('>')
    )
      drop();
    else if (isReplyHeader(lines, i)) {
      const next = nextLine(lines, /[:：]\s*$/.test(line.text) ? i + 1 : i + 2);
      // quoted with `>`: only those lines are foreign, the answer may stand between or below them
      if (!next?.text.trimStart().startsWith('>')) return void toEnd(line);
      drop();
      if (!/[:：]\s*$/.test(line.text)) spans.push([lines[i + 1]?.start ?? length, lines[i + 1]?.end ?? length]);
    } else if (mailHeader.test(line.text) && mailHeader.test(lines[i + 1]?.text ?? '') && mailHeader.test(lines[i + 2]?.text ?? '')) {
      // at the very top it is the mail as it came in, not an older one
      if (ownWords) return void toEnd(line);
      while (i < lines.length && mailHeader.test(lines[i]?.text ?? '')) spans.push([lines[i]?.start ?? 0, lines[i++]?.end ?? 0]);
      i--;
    } else if (/^-- ?$/.test(line.text) && lines.length - i < 25) return void toEnd(line);
    else if (mobileSignature.test(line.text)) drop();
    else if (signOff.test(line.text) && isSignature(lines, i + 1)) {
      drop();
      i = dropSignature(lines, i + 1, spans);
    } else if (ownWords && cardLine.test(line.text) && !/[.!?]$/.test(line.text) && isSignature(lines, i + 1)) {
      drop();
      i = dropSignature(lines, i + 1, spans);
    } else if (disclaimer.test(line.text) && disclaimerProof.test(paragraphAt(lines, i))) {
      while (i < lines.length && lines[i]?.text.trim()) spans.push([lines[i]?.start ?? 0, lines[i++]?.end ?? 0]);
    } else if (logLine.test(line.text)) drop();
    else if (line.text.trim()) ownWords = true;
  }
}

function isReplyHeader(lines: readonly Line[], i: number): boolean {
  const own = lines[i]?.text ?? '';
  if (own.length > 400) return false;
  if (replyHeader.test(own)) return true;
  // mail programs wrap the long header once
  const next = lines[i + 1]?.text ?? '';
  return next.length < 200 && /[:：]\s*$/.test(next) && /[<@\d]/.test(own) && replyHeader.test(`${own.trimEnd()} ${next.trimStart()}`);
}

function nextLine(lines: readonly Line[], from: number): Line | undefined {
  for (let i = from; i < lines.length; i++) if (lines[i]?.text.trim()) return lines[i];
  return undefined;
}

function paragraphAt(lines: readonly Line[], from: number): string {
  let text = '';
  for (let i = from; i < lines.length && i < from + 12 && lines[i]?.text.trim(); i++) text += `${lines[i]?.text} `;
  return text;
}

const postscript = /^\s*p\.?\s?s\b/i;
/** A name, a title, a telephone number: a few short lines up to the end that are no sentences. */
function isSignature(lines: readonly Line[], from: number): boolean {
  let count = 0;
  for (let i = from; i < lines.length; i++) {
    const text = lines[i]?.text.trim() ?? '';
    if (!text) continue;
    if (
      postscript.test(text) ||
      isReplyHeader(lines, i) ||
      originalMessage.test(text) ||
      mailHeader.test(text) ||
      text.startsWith('>') ||
      disclaimer.test(text)
    )
      break;
    if (++count > 10 || text.length > 120) return false;
    if (/[.!?]$/.test(text) && text.split(/\s+/).length > 5) return false;
  }
  return true;
}

/** @returns the index of the last line that belongs to the signature */
function dropSignature(lines: readonly Line[], from: number, spans: [number, number][]): number {
  let i = from;
  for (; i < lines.length; i++) {
    const text = lines[i]?.text ?? '';
    if (
      postscript.test(text) ||
      isReplyHeader(lines, i) ||
      originalMessage.test(text) ||
      mailHeader.test(text) ||
      text.startsWith('>') ||
      disclaimer.test(text)
    )
      break;
    spans.push([lines[i]?.start ?? 0, lines[i]?.end ?? 0]);
  }
  return i - 1;
}
