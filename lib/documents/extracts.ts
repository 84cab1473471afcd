/**
 * Picks sentences out of the conversation for the handoff: what the problem is, what was tried, what the customer asks for.
 * Nothing is rephrased. Each answer is somebody's own sentence with its place, or there is no answer.
 */
import type { TextSpan } from '../facts/text-facts.ts';
import type { Reason } from '../guidance/assessment.ts';
import type { Message, TicketSnapshot } from '../ticket.ts';
import { sentencesOf } from './sentences.ts';

/** Words that made a rule fire; those of the leading reason weigh most. */
export type WeightedSpan = TextSpan & { readonly weight: number };

/** The places in messages that an assessment rests on. */
export function evidenceSpans(reasons: readonly Reason[]): WeightedSpan[] {
  return reasons.flatMap((reason, n) =>
    reason.evidence.flatMap((e) =>
      e.kind === 'message' ? [{ message: e.message, start: e.start, end: e.end, text: e.text, weight: n === 0 ? 3 : 1.5 }] : [],
    ),
  );
}

export interface Attempt {
  readonly action: TextSpan;
  /** What the customer wrote next, where the action was told to the customer. */
  readonly result?: TextSpan;
}

/** One pattern for all of a list: what costs is compiling "no letter before or after", 1 to 3 ms each time. */
const wholeWords = (...words: readonly string[]) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

/** Said outright: "I want", "we expect" and their like in en, vi, de, fr, es, pt. */
const wants = wholeWords(
  "(?:i|we)(?:'d|’d| would) (?:also |really |just )?(?:like|love|prefer|appreciate|want|expect|need|ask)",
  '(?:i|we) (?:also |really |just )?(?:want|need|expect|demand|request|insist|ask)',
  '(?:muốn|yêu cầu|đề nghị|mong|đòi)',
  '(?:ich|wir) (?:möchten?|will|wollen|erwarten?|verlangen?|fordere|fordern|brauchen?|bitten?|wünschen?)',
  '(?:möchten?|erwarten?|verlangen?|fordere|fordern|brauchen?|wünschen?) (?:ich|wir)',
  '(?:je|nous) (?:souhait|veux|voulons|voudr|exige|demand|attend|aimer|réclam)\\p{L}*',
  '(?:quiero|queremos|quisiera|quisiéramos|necesito|necesitamos|exijo|exigimos|solicito|solicitamos|pido|pedimos|me gustaría|nos gustaría)',
  '(?:quero|queremos|queria|gostaria|gostaríamos|preciso|precisamos|exijo|exigimos|solicito|solicitamos|peço|pedimos)',
);
/** Asked for politely. */
const asks = wholeWords(
  'please(?! (?:find|see|note|hurry|be aware|excuse|forgive|accept))',
  '(?:can|could|would|will) you',
  'if you could',
  '(?:how|where|when|which|what)(?: \\w+)? (?:can|do|should|shall) (?:i|we)',
  '(?:vui lòng|xin hãy|làm ơn|nhờ(?! luật sư| pháp luật)|giúp(?: đỡ)?|xin)',
  'bitte|können sie|könnten sie',
  "s[’']il vous pla[iî]t|pouvez-vous|pourriez-vous|veuillez|merci de",
  'por favor|puede|pueden|podría|podrían|podéis',
  'pode|podem|poderia|poderiam',
);
/** Courtesy that only looks like a request. */
const courtesy = new RegExp(
  wholeWords(
    '(?:like|want) to (?:thank|apologi[sz]e|say)',
    '(?:appreciate) (?:your|the) (?:help|support|patience)',
    '(?:i|we) (?:would like|want) to (?:let you know|inform)',
    'xin (?:chào|cảm ơn|lỗi|phép)',
    'bitte (?:beeilen|entschuldigen)',
  ),
  'giu',
);

/** Opens with thanks or an apology. */
const pleasantry =
  /^(?:many thanks|thanks|thank you|sorry|i am sorry|i['’]m sorry|danke|vielen dank|entschuldig|es tut mir leid|(?:em |tôi |dạ )?(?:xin )?cảm ơn|xin lỗi|merci|désolé|gracias|lo siento|obrigad|desculp)/iu;

/** First person, done: in each language the form agents write reports in. */
const did = wholeWords(
  "(?:i|we)(?:'ve|’ve| have| had)?(?: just| now| already| also| then| \\p{L}+ly)? (?:\\p{L}{2,}ed|sent|re-sent|resent|made|put|ran|got|told|gave|took|set|reset|rebuilt|built|tried|spoke|took|shut|cleared|found|left|wrote|brought|re-\\p{L}+)",
  '(?:i|we) .{3,60} and (?:have|has|then|also|just|now)? ?(?:\\p{L}{2,}ed|sent|made|put|took|cleared|opened)',
  '^(?:also |then |already )?(?:checked|asked|called|cleared|closed|confirmed|contacted|corrected|created|deleted|disabled|enabled|ended|escalated|extended|fixed|forwarded|increased|informed|installed|issued|looked|moved|opened|raised|rebooted|reinstalled|refunded|released|removed|replaced|reproduced|requested|re-sent|resent|reset|restarted|restored|reviewed|revoked|rolled|sent|switched|tested|traced|tried|turned|updated|upgraded|verified)',
  '(?:tôi|em|mình|chúng tôi|bên em|bên tôi|chúng em)(?: \\p{L}+){0,2} (?:đã|vừa) \\p{L}+',
  '^đã \\p{L}+',
  '(?:ich habe|wir haben|habe ich|haben wir)',
  "j[’']ai \\p{L}+|nous avons \\p{L}+|on a \\p{L}+",
  '(?:he|hemos) (?:\\p{L}+(?:ado|ido)|hecho|puesto|escrito|abierto|vuelto)',
  '^(?:já )?\\p{L}{3,}(?:ei|amos|imos|emos)',
  '(?:já )?(?:verifiquei|enviei|reiniciei|testei|pedi|abri|fiz|reenviei|verificamos|enviamos|reiniciamos|testamos)',
);
/** In the past, yet nothing was done. */
const notDone = wholeWords(
  "(?:i|we)(?:'ve|’ve| have)? (?:understood|received|noticed|seen|read|realised|realized|apologi[sz]ed|hoped|wanted|needed|liked|attached)",
  '(?:đã|vừa) (?:nhận|hiểu|thấy|đọc)',
  '(?:ich habe|wir haben) (?:verstanden|leider|ihre (?:nachricht|anfrage) erhalten)',
);

/** What a colleague asked the customer to do, as opposed to asking for information. It was tried when the customer answers. */
const suggestions = wholeWords(
  '(?:please|could you|can you|you can|try to) (?:also |now |just |then )?(?:try|retry|update|upgrade|reinstall|install|restart|reboot|clear|empty|go to|open|remove|reset|use|turn|switch|change|click|select|log|sign|run|set|enable|disable|activate|deactivate|unplug|reconnect|delete|move|follow|repeat)',
  '(?:vui lòng|hãy|nhờ|mời)(?: \\p{L}+){0,2} (?:thử|cập nhật|cài|khởi động|xóa|mở|bật|tắt|đổi|đặt lại|đăng nhập|đăng xuất|vào|chọn|nhấn|làm theo)',
  'bitte (?:\\p{L}+ ){0,4}(?:versuchen|aktualisieren|installieren|starten|leeren|öffnen|entfernen|löschen|ändern|klicken|wählen|melden|aktivieren|deaktivieren)|(?:versuchen|aktualisieren|installieren|starten|leeren|öffnen|entfernen|löschen|ändern|klicken|wählen|aktivieren|deaktivieren) sie bitte',
  '(?:veuillez|merci de|essayez de) (?:essayer|mettre|installer|redémarrer|vider|ouvrir|supprimer|changer|cliquer|activer|désactiver|vous connecter|réessayer)',
  '(?:por favor,? |intente |pruebe a )(?:intente|actualice|actualizar|instale|reinicie|reiniciar|borre|abra|cambie|haga clic|active|desactive|pruebe)',
  '(?:por favor,? |tente )(?:tente|atualize|atualizar|instale|reinicie|reiniciar|limpe|abra|altere|clique|ative|desative)',
);

/** What was found out about a sentence; sentences of a message that stays are the same objects. */
const knownStrengths = new WeakMap<TextSpan, 0 | 1 | 2>();
const knownActions = new WeakMap<TextSpan, boolean>();

function strengthOf(sentence: TextSpan): 0 | 1 | 2 {
  let strength = knownStrengths.get(sentence);
  if (strength === undefined) knownStrengths.set(sentence, (strength = requestStrength(sentence.text)));
  return strength;
}

/** As `reportsAction`, for a sentence of a message. */
export function tellsAction(sentence: TextSpan): boolean {
  let told = knownActions.get(sentence);
  if (told === undefined) knownActions.set(sentence, (told = reportsAction(sentence.text)));
  return told;
}

/** A sentence that asks for a resolution, and how plainly. */
export function requestStrength(sentence: string): 0 | 1 | 2 {
  const open = sentence.replace(courtesy, ' ');
  if (wants.test(open)) return 2;
  return open === sentence && asks.test(open) ? 1 : 0;
}

/** Whether a colleague's sentence reports something done. */
export function reportsAction(sentence: string): boolean {
  return did.test(sentence) && !notDone.test(sentence);
}

/**
 * Finds out of each message what the answers below rest on, so that they are given at once: for a caller whose work goes in stretches.
 * @param done called after each message
 */
export function lookThrough(snapshot: TicketSnapshot, language: string | undefined, done: () => void): void {
  snapshot.messages.forEach((message, index) => {
    for (const sentence of sentencesOf(message, index, language)) {
      if (message.role === 'customer') strengthOf(sentence);
      else if (message.role === 'agent') tellsAction(sentence);
    }
    done();
  });
  attempts(snapshot, language);
  done();
}

export function customerMessages(snapshot: TicketSnapshot): { message: Message; index: number }[] {
  return snapshot.messages.map((message, index) => ({ message, index })).filter(({ message }) => message.role === 'customer' && !message.internal);
}

function evidenceIn(sentence: TextSpan, evidence: readonly WeightedSpan[]): number {
  return evidence.reduce(
    (most, e) => (e.message === sentence.message && e.start < sentence.end && e.end > sentence.start ? Math.max(most, e.weight) : most),
    0,
  );
}

/** How well a sentence says what the problem is. `evidence` are places that made a rule fire. */
function weight(sentence: TextSpan, order: number, evidence: readonly WeightedSpan[], asked = false): number {
  const { text } = sentence;
  let score = -0.3 * order;
  score += evidenceIn(sentence, evidence);
  if (/\d/.test(text)) score += 0.5;
  if (text.length < 15) score -= 0.8;
  if (text.length > 280) score -= 1;
  if (pleasantry.test(text)) score -= 0.8;
  // A customer's question or wish says what they want, not what the problem is. A colleague's is the point of the reply.
  if (!asked && text.endsWith('?')) score -= 0.6;
  if (!asked && strengthOf(sentence) > 0) score -= 0.4;
  return score;
}

/** Two or three sentences of the customer: what they came with, and the newest they say. In the order they were written. */
export function summarySentences(snapshot: TicketSnapshot, evidence: readonly WeightedSpan[], language?: string): TextSpan[] {
  const all = customerMessages(snapshot).map(({ message, index }) => sentencesOf(message, index, language));
  const spoken = all.filter((sentences) => sentences.length > 0);
  const first = spoken[0];
  if (!first) return [];
  const best = (sentences: readonly TextSpan[], count: number) =>
    sentences
      .map((sentence, order) => ({ sentence, score: weight(sentence, order, evidence) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, count)
      .map(({ sentence }) => sentence);
  // From what came later: the words a rule fired on if there are any, else the newest.
  const later = spoken
    .slice(1)
    .flatMap((sentences, nth) =>
      sentences.map((sentence, order) => ({ sentence, score: weight(sentence, order, evidence) + (2 * (nth + 1)) / spoken.length })),
    );
  const last = later.sort((a, b) => b.score - a.score)[0];
  const picked = [...best(first, 2), ...(last ? [last.sentence] : [])];
  return picked.sort((a, b) => a.message - b.message || a.start - b.start);
}

/** The one sentence that stands for the ticket: what the leading reason rests on, else what the customer came with. */
export function mainSentence(snapshot: TicketSnapshot, evidence: readonly WeightedSpan[], language?: string): TextSpan | undefined {
  const summary = summarySentences(snapshot, evidence, language);
  return summary.toSorted((a, b) => evidenceIn(b, evidence) - evidenceIn(a, evidence))[0];
}

/** The one sentence that stands for a message. */
export function leadSentence(message: Message, index: number, evidence: readonly WeightedSpan[], language?: string): TextSpan | undefined {
  return sentencesOf(message, index, language)
    .map((sentence, order) => ({ sentence, score: weight(sentence, order, evidence, message.role === 'agent') }))
    .sort((a, b) => b.score - a.score)[0]?.sentence;
}

/** What the customer explicitly asks for, plainest and newest first, at most two sentences. */
export function expectationSentences(snapshot: TicketSnapshot, language?: string): TextSpan[] {
  const found = customerMessages(snapshot)
    .toReversed()
    .flatMap(({ message, index }) => sentencesOf(message, index, language).map((sentence) => ({ sentence, strength: strengthOf(sentence) })));
  // Said outright, else asked for, else at least a question that waits for its answer.
  const kinds = [found.filter((f) => f.strength === 2), found.filter((f) => f.strength === 1), found.filter((f) => /\?\W*$/.test(f.sentence.text))];
  return (kinds.find((kind) => kind.length > 0) ?? []).slice(0, 2).map((f) => f.sentence);
}

/** What colleagues report to have done, oldest first, with what the customer answered to it. */
export function attempts(snapshot: TicketSnapshot, language?: string): Attempt[] {
  return snapshot.messages.flatMap((message, index): Attempt[] => {
    if (message.role !== 'agent') return [];
    const answer = message.internal ? undefined : answerTo(snapshot, index, language);
    const actions = sentencesOf(message, index, language).filter((sentence) => tellsAction(sentence) || (answer && suggestions.test(sentence.text)));
    return actions.map((action, n) => (answer && n === actions.length - 1 ? { action, result: answer } : { action }));
  });
}

/** The next customer message after `index`, unless a colleague told the customer something else in between. */
function answerTo(snapshot: TicketSnapshot, index: number, language: string | undefined): TextSpan | undefined {
  const offset = snapshot.messages.slice(index + 1).findIndex((m) => !m.internal && (m.role === 'customer' || m.role === 'agent'));
  if (offset < 0) return undefined;
  const next = snapshot.messages[index + 1 + offset];
  return next?.role === 'customer' ? sentencesOf(next, index + 1 + offset, language)[0] : undefined;
}
