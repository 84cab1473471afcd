/** Number and subject of the ticket, from address, title, headings and labels; two witnesses beat one. Over 250 lines: one finder for each witness. */
import { labelMeaning } from '../labels.ts';
import type { ReadingDraft } from '../reading-draft.ts';
import type { Conversation } from './conversation.ts';
import { inMessages } from './in-messages.ts';
import { type Candidate, choose, type FieldFindings, labelsOf } from './fields.ts';
import { type Box, boxText, closest, hookTokens, type Outline } from './outline.ts';

export interface Identity {
  readonly idFromTitle: boolean;
  readonly idFromHeading: boolean;
  readonly idFromUrl: string | undefined;
  readonly idFromLabel: boolean;
}

const number = String.raw`(?:#\s?|n[°º]\s?|№\s?|no\.\s?|nr\.\s?)([A-Z]{0,6}-?\d[\d-]*)`;
/** `DESK-214`, `OPS-12-7`, `T-1042`: how trackers name tickets by letters. */
const letterKey = String.raw`[A-Z][A-Z0-9]{1,9}-\d+(?:-\d+)*|[A-Z]-\d{3,}`;
const key = String.raw`(${letterKey}|[A-Z]\d{4}[ -]\d{3,5}|(?:INC|REQ|RITM|CHG|PRB|TASK|CS|SR|HD|TKT|CASE|TICKET)-?\d{4,})`;
const wholeKey = new RegExp(`^(?:${letterKey})$`);
const start = new RegExp(`^\\W{0,3}(?:\\p{L}+\\s){0,2}?\\[?\\s?(?:${number}|${key})\\s?\\]?`, 'iu');
const end = new RegExp(`[([]\\s?(?:${number}|${key}|(\\d{3,}))\\s?[)\\]]\\W*$|(?:${number})\\W*$`, 'iu');
const wordThenNumber =
  /^(?:ticket|case|request|issue|incident|bug|work order|ärende|melding|richiesta|sprawa|anfrage|vorgang|demande|chamado|caso|solicitud|conversation|yêu cầu|phiếu|заявка|zgłoszenie|チケット|工单|티켓)\s?(?:id|nr\.?|no\.?|number)?\s?[:#]?\s?#?(\d{1,20}(?:-\d{2,8})?)\b/i;
/** `2026112010000042 - Subject`: long enough to be no count. */
const longNumber = /^(\d{6,20})\s?[-–—:|]\s/;

/** A subject that nothing but its place or the title speaks for; see `weaker-subject.ts`. */
export type WeakerSubject = (
  title: string,
  outline: Outline,
  headings: readonly Box[],
  id: string | undefined,
) => { text: string; how: string; sure: number; box?: Box } | undefined;

/** Puts `id` and `subject` into the draft. */
export function readIdentity(
  doc: Document,
  outline: Outline,
  conversation: Conversation | undefined,
  findings: FieldFindings,
  draft: ReadingDraft,
  weaker?: WeakerSubject,
): Identity {
  const title = (doc.title ?? '').replace(/\s+/g, ' ').trim();
  const headings = headingBoxes(outline, conversation);
  const words = title.split(/[^\p{L}\p{N}-]+/u);
  const address = new URL(draft.context.url);
  const url = idOfUrl(address) ?? [...address.searchParams.values()].find((value) => /\d/.test(value) && words.includes(value));
  const inTitle =
    numberOf(title) ??
    title
      .split(/\s[-–—|·:»]{1,2}\s/)
      .map((part) => numberOf(part))
      .find(Boolean);
  const headed = headings
    .map((h) => ({ box: h, id: numberOf(boxText(outline, h, 300)) }))
    .find((h) => h.id && (h.id === inTitle || h.id === url || endOf(h.id) === url || isTop(h.box)));
  const label = labelledId(outline, findings);
  const labelValue = label?.pair.value.replace(/^#\s?/, '').replace(/\s\(\d+\)$/, '');

  const votes = new Map<string, { weight: number; how: string[]; element?: Element }>();
  const vote = (said: string | undefined, weight: number, how: string, element?: Element) => {
    if (!said) return;
    // `0001187` or `OPS-0001187` on the page and 1187 in the address are one.
    const id = [...votes.keys()].find((known) => endOf(known) === said) ?? said;
    const known = votes.get(id) ?? { weight: 0, how: [] };
    known.weight += weight;
    known.how.push(how);
    if (element && !known.element) known.element = element;
    votes.set(id, known);
  };
  vote(labelValue, label ? 0.85 : 0, 'id:label', label?.pair.valueBox.element);
  // In a language that is not listed the number of the address again; that says which number, not that it is a ticket's.
  const again = inTitle ?? (url && words.includes(url) ? url : undefined);
  vote(again, 0.7, 'id:title');
  vote(headed?.id, 0.6, 'id:heading', headed?.box.element);
  vote(numberElement(outline, conversation), 0.3, 'id:hook');
  vote(besideHeading(outline, headings), 0.6, 'id:beside-heading');
  // An address may hold an inner number that people never see; the one that the page shows is the ticket's.
  vote(url, url && (title.includes(url) || outline.runs.some((r) => r.text.includes(url))) ? 0.55 : 0.4, 'id:url');
  const ranked = [...votes].sort((a, b) => b[1].weight - a[1].weight);
  const [first, second] = ranked;
  if (first && (!second || first[1].weight - second[1].weight >= 0.05)) {
    draft.set('id', first[0], first[1].how.join(' '), Math.min(0.98, 0.55 + first[1].weight / 3), first[1].element);
  }
  readSubject(title, outline, headings, findings, first?.[0], draft, weaker);
  return {
    idFromTitle: inTitle !== undefined,
    idFromHeading: headed !== undefined,
    idFromUrl: url,
    idFromLabel: label !== undefined,
  };
}

/** The subject as a label gives it; a typed-in subject of a reply form does not count. */
function labelledSubject(outline: Outline, findings: FieldFindings): Candidate | undefined {
  return choose(
    outline,
    findings.pairs.filter((p) => p.meaning === 'subject'),
    labelsOf(findings.pairs),
    (p) => (p.value.length < 2 || p.value.length > 250 ? 0 : 1),
  );
}

/** The ticket number as a label gives it. */
function labelledId(outline: Outline, findings: FieldFindings): Candidate | undefined {
  return choose(
    outline,
    findings.pairs.filter((p) => p.meaning === 'id'),
    labelsOf(findings.pairs),
    // Some number by a hash of 16 to 64 digits to the base of 16.
    (p) => (/^#?\s?(?:[A-Z]{1,10}[-_ ]?)?\d[\d-]{0,20}$/i.test(p.value) || /^(?=.*\d)[0-9a-f]{16,64}(?:\s\(\d+\))?$/.test(p.value) ? 1 : 0),
  );
}

const endOf = (id: string) => id.replace(/^(?:.*[^\d])?0*/, '');

/** `#4211` or `SUP-1041` with nothing else, right before or after the page's first headings. */
function besideHeading(outline: Outline, headings: readonly Box[]): string | undefined {
  for (const heading of headings.filter(isTop).slice(0, 3))
    for (const at of [heading.end, heading.start - 1, heading.end + 1, heading.start - 2]) {
      const run = outline.runs[at];
      const found = run?.kind === 'text' ? aloneNumber.exec(run.text.trim()) : null;
      if (found) return found[1] ?? found[2];
    }
  return undefined;
}
const aloneNumber = new RegExp(String.raw`^[([]?(?:#\s?([A-Z]{0,10}-?\d[\d-]*)|(${letterKey}))[)\]]?$`);

function isTop(box: Box): boolean {
  return /^H[12]$/.test(box.tag);
}

/** Headings and what is called a subject or title, in page order. */
function headingBoxes(outline: Outline, conversation: Conversation | undefined): Box[] {
  return outline.boxes
    .filter((b) => b.length >= 2 && b.length <= 320 && (b.own.heading ??= isHeading(b)) && !inMessages(conversation, b))
    .slice(0, 60);
}

function isHeading(box: Box): boolean {
  if (/^H[1-4]$/.test(box.tag) || box.role === 'heading') return true;
  const tokens = hookTokens(box);
  return (
    tokens.some((t) => t === 'subject' || t === 'title' || t === 'headline') &&
    !tokens.some((t) => /^(?:page|site|nav|menu|card|box|titlebox|section|sidebar|tooltip|widget|bar)$/.test(t))
  );
}

/** The number that a title or heading starts or ends with. */
function numberOf(text: string): string | undefined {
  const match = start.exec(text) ?? end.exec(text);
  const found = match?.slice(1).find(Boolean) ?? wordThenNumber.exec(text)?.[1] ?? longNumber.exec(text)?.[1];
  return found && /\d/.test(found) ? found.replace(/-$/, '') : undefined;
}

function numberElement(outline: Outline, conversation: Conversation | undefined): string | undefined {
  for (const box of outline.boxes) {
    if (box.end - box.start !== 1 || box.length > 24 || !(box.own.number ??= isCalledNumber(box)) || inMessages(conversation, box)) continue;
    const text = boxText(outline, box, 40).replace(/^\W+/, '');
    if (/^[A-Z]{0,6}-?\d[\d-]*$/i.test(text)) return text;
  }
  return undefined;
}

function isCalledNumber(box: Box): boolean {
  const tokens = hookTokens(box);
  return (tokens.includes('number') || tokens.includes('id')) && tokens.some((t) => /^(?:ticket|case|issue|conversation|request|incident)$/.test(t));
}

/** The last step of the address that is an id; parameters called id count too. */
export function idOfUrl(url: URL): string | undefined {
  // Some products separate parameters by semicolons.
  const parameters = new URLSearchParams(url.search.replace(/;/g, '&'));
  for (const name of ['id', 'ticket', 'ticket_id', 'ticketId', 'tid', 'issue', 'case', 'caseid', 'number', 'TicketID', 'sys_id', 'bug']) {
    const value = parameters.get(name);
    if (value && /^[A-Za-z0-9-]{1,40}$/.test(value) && /\d/.test(value)) return value;
  }
  for (const [name, value] of parameters) if (/(?:id|no|num|number|key)$/i.test(name) && wholeKey.test(value)) return value;
  const steps = `${url.pathname}/${url.hash.replace(/^#!?/, '')}`.split(/[/?&]/).filter(Boolean);
  for (const step of steps.reverse()) {
    const plain = step.replace(/\.\w{2,5}$/, '');
    if (
      /^\d{1,18}$/.test(plain) ||
      wholeKey.test(plain) ||
      /^(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,64}$|^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(plain)
    )
      return plain;
    // Years and departments number their tickets anew: `24-1187`.
    if (/^\d{1,6}-\d{1,8}$/.test(plain)) return plain;
    const lead = /^(\d{1,12})-(?=.*\p{L})[\p{L}\d-]+$/u.exec(plain);
    if (lead?.[1]) return lead[1];
  }
  return undefined;
}

function readSubject(
  title: string,
  outline: Outline,
  headings: readonly Box[],
  findings: FieldFindings,
  id: string | undefined,
  draft: ReadingDraft,
  weaker: WeakerSubject | undefined,
): void {
  const foldedTitle = fold(title);
  const labelled = labelledSubject(outline, findings);
  const inTitle = headings
    .map((box) => ({ box, text: withoutId(headingText(outline, box, id), id) }))
    .filter(({ text }) => text.length >= 3 && labelMeaning(text) === undefined && foldedTitle.includes(fold(text).slice(0, 60)))
    // The whole subject, not the product name that every title ends with.
    .sort((a, b) => rank(b.box) - rank(a.box) || b.text.length - a.text.length);
  const best = inTitle.filter(
    ({ text, box }) =>
      !isSiteName(title, text, id) &&
      !(fold(title) === fold(text) && isInHead(box)) &&
      !(labelled && isSiteHead(title, text, box)) &&
      !((labelled || !isTop(box)) && isKind(title, text, id)),
  )[0];
  // Where the title repeats a heading and not the label's value, the label means something else ("Chủ đề" is a category too).
  const titled = labelled && foldedTitle.includes(fold(labelled.pair.value).slice(0, 60));
  if (
    labelled &&
    (!best ||
      fold(best.text) === fold(labelled.pair.value) ||
      (!labelled.pair.control && (titled || (!isTop(best.box) && rank(best.box) < (id && title.includes(id) ? 2 : 3)))))
  ) {
    const value = withoutId(labelled.pair.value, id);
    draft.set(
      'subject',
      value,
      `label:${labelled.pair.label} (${labelled.why})`,
      best && fold(best.text) === fold(value) ? 0.97 : Math.min(0.9, labelled.weight),
      labelled.pair.valueBox.element,
    );
    return;
  }
  if (best) {
    draft.set('subject', best.text, 'subject:heading-in-title', 0.95, best.box.element);
    return;
  }
  const weak = weaker?.(title, outline, headings, id);
  if (weak) draft.set('subject', weak.text, weak.how, weak.sure, weak.box?.element);
}

function rank(box: Box): number {
  const { tag } = box;
  if (tag === 'H1') return 4;
  if (hookTokens(box).includes('subject')) return 4;
  if (tag === 'H2') return 3;
  return tag === 'H3' ? 2 : 1;
}

/** Whether the text is only the end of the title that names the product or the team. */
function isSiteName(title: string, text: string, id: string | undefined): boolean {
  const parts = title.split(/\s[-–—|·»:]{1,2}\s/);
  if (parts.length < 2) return false;
  const last = parts.at(-1) ?? '';
  return fold(last) === fold(text) && parts.slice(0, -1).some((p) => withoutId(p, id).length >= 3);
}

/** "Project: View Ticket", with the project's name in the head of every page. */
function isSiteHead(title: string, text: string, box: Box): boolean {
  const [first, ...others] = title.split(/\s?[-–—|·»:]{1,2}\s/);
  return others.length > 0 && fold(first ?? '') === fold(text) && closest(box, isPageHead) !== undefined;
}

/** The name of the product at the top of the page is the whole title where the page gives it none. */
function isInHead(box: Box): boolean {
  return closest(box, (b) => b.tag === 'HEADER' || b.tag === 'NAV' || b.role === 'banner') !== undefined && !/^H[12]$/.test(box.tag);
}

/** Without "Case 11804" in small print behind it. */
function headingText(outline: Outline, box: Box, id: string | undefined): string {
  const [first, ...others] = outline.runs.slice(box.start, box.end);
  const small = id !== undefined && others.length > 0 && !first?.text.includes(id);
  return small
    ? [first, ...others.filter(({ text }) => !text.includes(id) || text.length > id.length + 16)]
        .map((r) => r?.text)
        .join(' ')
        .slice(0, 320)
    : boxText(outline, box, 320);
}

export function isPageHead(box: Box): boolean {
  return (
    (box.tag === 'HEADER' || box.role === 'banner' || /^(?:header|banner|masthead)$/.test(hookTokens(box).join(' '))) &&
    (box.parent === undefined || box.parent.tag === 'BODY')
  );
}

/** The word before the number in the title ("Melding M2611 0421") is what the product calls its tickets. */
function isKind(title: string, text: string, id: string | undefined): boolean {
  return id !== undefined && !/\s/.test(text) && fold(title).startsWith(`${fold(text)} ${fold(id)}`);
}

/** Removes `#12:`, `[#12]`, `KEY-1 `, `Ticket 12 -` around a subject. */
export function withoutId(text: string, id: string | undefined): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  if (!id) return clean;
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const lead = new RegExp(
    `^\\W{0,3}(?:[\\p{L}.]+[:：]?\\s?){0,2}[[(]?\\s?(?:#|n[°º]|№|no\\.?|nr\\.?|č\\.?)?\\s?${escaped}\\s?[\\])]?\\s?[:：.|·–—-]*\\s*`,
    'iu',
  );
  const tail = new RegExp(`\\s*[[(]?\\s?(?:#|n[°º]|№|no\\.?|nr\\.?)\\s?${escaped}\\s?[\\])]?\\s*$|\\s*[[(]\\s?${escaped}\\s?[\\])]\\s*$`, 'iu');
  const stripped = clean.replace(lead, '').replace(tail, '').trim();
  return stripped.replace(/^[:：|·–—-]\s*/, '');
}

export function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
