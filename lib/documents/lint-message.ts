/**
 * Looks over a message before it is copied: open places, words that are ours alone, promises nobody agreed to, the wrong name.
 * It warns and never blocks; each finding points at its place in the text.
 */
import type { Policy } from '../policy/schema.ts';
import type { TicketSnapshot } from '../ticket.ts';
import { languages, translator } from '../text.ts';
import { messageAudience, type MessageKind } from './message-kinds.ts';
import { timeframeText } from './messages.ts';

export interface LintFinding {
  readonly kind: 'placeholder' | 'internal-word' | 'internal-note' | 'promise' | 'amount' | 'date' | 'wrong-name';
  /** UTF-16 offsets into the message. */
  readonly start: number;
  readonly end: number;
  /** The words found. */
  readonly text: string;
  /** What is wrong, in the interface language. */
  readonly says: string;
}

export interface LintContext {
  readonly snapshot: TicketSnapshot;
  readonly policy: Policy;
  readonly kind: MessageKind;
  /** Language of the interface. */
  readonly language: string;
}

const between = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu');

const internalWords = between(
  '(?:tier|cấp|stufe)[ -]?[1-6]|(?:level [1-6]|[tl][1-6]) (?:support|team|agent)s?|sla|(?:internal|private) notes?|ghi chú nội bộ|interne notiz(?:en)?|handoff|runbook|bounced? back|sentiment score|vip flag|churn risk|escalation policy',
);

const promises = between(
  "guarantee[ds]?|(?:we|i) promise|promise you|definitely|for sure|without fail|(?:will|we'll|i'll|we’ll|i’ll) (?:refund|compensate|reimburse|waive|credit)(?: you)?|full refund|free of charge|compensation|at no cost|never happen again|" +
    'cam kết|(?<!để )(?:đảm bảo|bảo đảm)|chắc chắn|sẽ hoàn tiền|hoàn tiền toàn bộ|bồi thường|đền bù|miễn phí|' +
    'garantier(?:en|t|e)|verspreche(?:n)?|auf jeden fall|erstatten|entschädigung|kostenlos|' +
    'garantissons|promettons|rembourser(?:ons|ai)?|' +
    'garantizamos|garantizo|prometemos|reembolsaremos|' +
    'garantimos|garanto|prometemos|reembolsaremos',
);

const amounts =
  /(?:(?:[$€£₫¥]|US\$|(?<!\p{L})(?:USD|EUR|GBP|VND|CHF))\s?\d[\d.,\s]*\d|(?:[$€£₫¥])\s?\d|(?<![\p{L}\p{N}.,])\d[\d.,]*\s?(?:[€₫$£]|(?:USD|EUR|GBP|VND|CHF|đồng|đ|euros?|dollars?)(?![\p{L}\p{N}])))/giu;

const dates = between(
  '(?:by |until |on |before )?(?:today|tonight|tomorrow|(?:next |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|end of (?:the )?(?:day|week|month))|' +
    '(?:with)?in (?:the next )?(?:\\d+|one|two|three|an?|few|a few) (?:business |working )?(?:minutes?|hours?|days?|weeks?)|' +
    'hôm nay|ngày mai|tối nay|(?:trước |vào )?thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|cuối (?:ngày|tuần|tháng)|trong (?:vòng )?\\d+ (?:phút|giờ|ngày|tuần)(?: làm việc)?|' +
    '(?:bis )?(?:heute|morgen|übermorgen)|(?:bis |am )(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|(?:innerhalb von|in) \\d+ (?:minuten|stunden|tagen|wochen)|' +
    '\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\\p{L}* \\d{1,2}',
);

/** A greeting at the start of a line, with the name it greets. */
const greeted =
  /^[ \t]*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen)|sehr geehrte[rs]?|liebe[rs]?|xin chào|chào|kính gửi|thưa|bonjour|cher|chère|hola|estimad[oa]|olá|prezad[oa])[ \t]+(?:(?:mr|mrs|ms|dr|herr|frau|anh|chị|ông|bà|bạn|em|monsieur|madame|sr|sra)\.?[ \t]+)?(\p{Lu}[\p{L}.'’-]*(?:[ \t]+\p{Lu}[\p{L}.'’-]*){0,4})[ \t]*[,!:.\n]/gimu;
/** Greetings to nobody in particular. */
const nobody = new Set(
  'all there team everyone everybody sir madam customer valued client user partner friend friends folks again anh chị chi quý quy khách khach bạn ban damen herren zusammen kunde kundin kunden client cliente'.split(
    ' ',
  ),
);

/** Everything worth a second look, in the order of the text. Total. */
export function lintMessage(text: string, context: LintContext): LintFinding[] {
  const t = translator(context.language);
  const findings: LintFinding[] = placeholders(text).map((found) => ({
    ...found,
    kind: 'placeholder',
    says: t('doc.lint.placeholder', { text: found.text }),
  }));
  if (messageAudience[context.kind] === 'customer') {
    const agreed = toldBy(context.snapshot, 'agent');
    const allowed = promisedTimes(context.policy);
    const unagreed = (found: Found) => !agreed.includes(fold(found.text));
    for (const found of matches(text, internalWords))
      findings.push({ ...found, kind: 'internal-word', says: t('doc.lint.internal', { text: found.text }) });
    for (const found of fromNotes(text, context.snapshot)) findings.push({ ...found, kind: 'internal-note', says: t('doc.lint.note') });
    for (const found of matches(text, promises).filter(unagreed))
      findings.push({ ...found, kind: 'promise', says: t('doc.lint.promise', { text: found.text }) });
    const asked = toldBy(context.snapshot, 'customer');
    const restated = (found: Found) => asked.includes(fold(found.text)) && !gives.test(sentenceAt(text, found));
    for (const found of matches(text, amounts).filter((f) => unagreed(f) && !restated(f)))
      findings.push({ ...found, kind: 'amount', says: t('doc.lint.amount', { text: found.text }) });
    for (const found of matches(text, dates).filter(
      (f) => unagreed(f) && !isMention(text, f) && !allowed.some((time) => fold(f.text).endsWith(time)),
    ))
      findings.push({ ...found, kind: 'date', says: t('doc.lint.date', { text: found.text }) });
    const customer = context.snapshot.fields.requester?.value.name;
    if (customer !== undefined)
      for (const found of wrongNames(text, customer))
        findings.push({ ...found, kind: 'wrong-name', says: t('doc.lint.name', { customer, text: found.text }) });
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function matches(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length, text: m[0].trim() }));
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Brackets with words, mustache places, and the runs that people leave to fill in later. A bracket with a digit first is a footnote or a code. */
function placeholders(text: string): Found[] {
  return matches(
    text,
    /\[[\p{L}][^[\]\n]{0,60}\](?!\()|\[1-sentence summary\]|\{\{[^{}\n]{1,60}\}\}|<[A-Z][A-Z _/-]{2,30}>|(?<![\p{L}\p{N}])(?:XXX+|TODO|TBD|_{4,})(?![\p{L}\p{N}])/gu,
  );
}

/** All that one side said in public. What the team already told the customer counts as agreed. */
function toldBy(snapshot: TicketSnapshot, role: 'agent' | 'customer'): string {
  return fold(
    snapshot.messages
      .filter((m) => m.role === role && !m.internal)
      .map((m) => m.text)
      .join('\n'),
  );
}

/** Money changes hands. Without it, an amount the customer named is only repeated. */
const gives =
  /(?:get|receive|refund|reimburse|pay|paid|credit|back|compensat|waive|hoàn|trả|nhận|bồi thường|erstatt|zurück|gutschr|überweis|rembours|reembols|devol)/iu;
/** A day by itself is a promise only where something is going to happen. */
const future = /(?:\bwill\b|['’]ll\b|\bshall\b|going to|(?<!\p{L})sẽ(?!\p{L})|\bwerden?\b|\bwird\b)/iu;
const bareDay = /^(?:today|tonight|(?:next |this )?\p{L}+day|hôm nay|tối nay|thứ \p{L}+|chủ nhật|heute|morgen|am \p{L}+tag)$/iu;

function isMention(text: string, found: Found): boolean {
  return bareDay.test(found.text) && !future.test(sentenceAt(text, found));
}

function sentenceAt(text: string, found: Found): string {
  const before =
    text
      .slice(0, found.start)
      .split(/[.!?\n]/)
      .at(-1) ?? '';
  return before + found.text + (text.slice(found.end).split(/[.!?\n]/)[0] ?? '');
}

/** The tiers' own promises, as `draftMessage` writes them, in every language of the interface. */
function promisedTimes(policy: Policy): string[] {
  return languages.flatMap((language) =>
    policy.tiers.flatMap((tier) => timeframeText(tier.respondsWithin, policy, language, translator(language)) ?? []).map(fold),
  );
}

/** Eight words in a row from an internal note did not get there by chance. */
const leakWords = 8;

function fromNotes(text: string, snapshot: TicketSnapshot): Found[] {
  const noted = new Set(snapshot.messages.filter((m) => m.internal).flatMap((m) => runsOf(wordsOf(m.text))));
  if (noted.size === 0) return [];
  const shown = new Set(runsOf(wordsOf(toldBy(snapshot, 'agent'))));
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const found: Found[] = [];
  for (const [at, run] of runsOf(words.map((word) => word[0].toLowerCase())).entries()) {
    if (!noted.has(run) || shown.has(run)) continue;
    const start = words[at]?.index ?? 0;
    const last = words[at + leakWords - 1];
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    const before = found.at(-1);
    if (before && before.end >= start) found[found.length - 1] = { start: before.start, end, text: '' };
    else found.push({ start, end, text: '' });
  }
  return found.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}

const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());

/** Every run of `leakWords` words, by the place of its first word. */
function runsOf(words: readonly string[]): string[] {
  return Array.from({ length: Math.max(0, words.length - leakWords + 1) }, (_, at) => words.slice(at, at + leakWords).join(' '));
}

function wrongNames(text: string, customer: string): Found[] {
  const own = new Set(plainWords(customer));
  return [...text.matchAll(greeted)].flatMap((m): Found[] => {
    const name = m[1] ?? '';
    const words = plainWords(name);
    // The pattern ignores case, so that `hi` and `HI` both greet; a name is written with a capital.
    if (!/^\p{Lu}/u.test(name) || words.length === 0 || words.some((word) => own.has(word) || nobody.has(word))) return [];
    const start = m.index + m[0].indexOf(name);
    return [{ start, end: start + name.length, text: name }];
  });
}

/** Without diacritics: people type `Hanh` for `Hạnh`. */
const plainWords = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/giu, 'd')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
