/** Number and subject of the ticket, from address, title, headings and labels; two witnesses beat one. */
import { labelMeaning } from '../labels.ts';
import type { ReadingDraft } from '../reading-draft.ts';
import { type Conversation, inMessages } from './conversation.ts';
import { type FieldFindings, labelledId, labelledSubject } from './fields.ts';
import { type Box, boxText, hookTokens, type Outline } from './outline.ts';

export interface Identity {
  readonly idFromTitle: boolean;
  readonly idFromHeading: boolean;
  readonly idFromUrl: string | undefined;
  readonly idFromLabel: boolean;
}

const number = String.raw`(?:#\s?|n[°º]\s?|№\s?|no\.\s?|nr\.\s?)([A-Z]{0,6}-?\d[\d-]*)`;
const key = String.raw`([A-Z][A-Z0-9]{1,9}-\d+|(?:INC|REQ|RITM|CHG|PRB|TASK|CS|SR|HD|TKT|CASE|TICKET)-?\d{4,})`;
const start = new RegExp(`^\\W{0,3}(?:\\p{L}+\\s){0,2}?\\[?\\s?(?:${number}|${key})\\s?\\]?`, 'iu');
const end = new RegExp(`[([]\\s?(?:${number}|${key}|(\\d{3,}))\\s?[)\\]]\\W*$|(?:${number})\\W*$`, 'iu');
const wordThenNumber =
  /^(?:ticket|case|request|issue|incident|bug|anfrage|vorgang|demande|chamado|caso|solicitud|conversation|yêu cầu|phiếu|заявка|zgłoszenie|チケット|工单|티켓)\s?(?:id|nr\.?|no\.?|number)?\s?[:#]?\s?#?(\d{1,20})\b/i;
/** `2026112010000042 - Subject`: long enough to be no count. */
const longNumber = /^(\d{6,20})\s[-–—:|]\s/;

/** Puts `id` and `subject` into the draft. */
export function readIdentity(
  doc: Document,
  outline: Outline,
  conversation: Conversation | undefined,
  findings: FieldFindings,
  draft: ReadingDraft,
): Identity {
  const title = (doc.title ?? '').replace(/\s+/g, ' ').trim();
  const headings = headingBoxes(outline, conversation);
  const url = idOfUrl(new URL(draft.context.url));
  const inTitle =
    numberOf(title) ??
    title
      .split(/\s[-–—|·:»]{1,2}\s/)
      .map((part) => numberOf(part))
      .find(Boolean);
  const headed = headings
    .map((h) => ({ box: h, id: numberOf(boxText(outline, h, 300)) }))
    .find((h) => h.id && (h.id === inTitle || h.id === url || isTop(h.box)));
  const label = labelledId(outline, findings);
  const labelValue = label?.pair.value.replace(/^#\s?/, '');

  const votes = new Map<string, { weight: number; how: string[]; element?: Element }>();
  const vote = (id: string | undefined, weight: number, how: string, element?: Element) => {
    if (!id) return;
    const known = votes.get(id) ?? { weight: 0, how: [] };
    known.weight += weight;
    known.how.push(how);
    if (element && !known.element) known.element = element;
    votes.set(id, known);
  };
  vote(labelValue, label ? 0.85 : 0, 'id:label', label?.pair.valueBox.element);
  vote(inTitle, 0.7, 'id:title');
  vote(headed?.id, 0.6, 'id:heading', headed?.box.element);
  vote(numberElement(outline, conversation), 0.3, 'id:hook');
  vote(url, 0.55, 'id:url');
  const ranked = [...votes].sort((a, b) => b[1].weight - a[1].weight);
  const [first, second] = ranked;
  if (first && (!second || first[1].weight - second[1].weight >= 0.05)) {
    draft.set('id', first[0], first[1].how.join(' '), Math.min(0.98, 0.55 + first[1].weight / 3), first[1].element);
  }
  readSubject(title, outline, headings, findings, first?.[0], draft);
  return {
    idFromTitle: inTitle !== undefined,
    idFromHeading: headed !== undefined,
    idFromUrl: url,
    idFromLabel: label !== undefined,
  };
}

function isTop(box: Box): boolean {
  return /^H[12]$/.test(box.element.tagName);
}

/** Headings and what is called a subject or title, in page order. */
function headingBoxes(outline: Outline, conversation: Conversation | undefined): Box[] {
  return outline.boxes
    .filter((b) => {
      if (b.length < 2 || b.length > 320 || inMessages(conversation, b)) return false;
      if (/^H[1-4]$/.test(b.element.tagName) || b.element.getAttribute('role') === 'heading') return true;
      const tokens = hookTokens(b);
      return (
        tokens.some((t) => t === 'subject' || t === 'title' || t === 'headline') &&
        !tokens.some((t) => /^(?:page|site|nav|menu|card|box|titlebox|section|sidebar|tooltip|widget|bar)$/.test(t))
      );
    })
    .slice(0, 60);
}

/** The number that a title or heading starts or ends with. */
function numberOf(text: string): string | undefined {
  const match = start.exec(text) ?? end.exec(text);
  const found = match?.slice(1).find(Boolean) ?? wordThenNumber.exec(text)?.[1] ?? longNumber.exec(text)?.[1];
  return found && /\d/.test(found) ? found.replace(/-$/, '') : undefined;
}

function numberElement(outline: Outline, conversation: Conversation | undefined): string | undefined {
  for (const box of outline.boxes) {
    if (box.end - box.start !== 1 || box.length > 24 || inMessages(conversation, box)) continue;
    const tokens = hookTokens(box);
    if (!(tokens.includes('number') || tokens.includes('id')) || !tokens.some((t) => /^(?:ticket|case|issue|conversation|request|incident)$/.test(t)))
      continue;
    const text = boxText(outline, box, 40).replace(/^\W+/, '');
    if (/^[A-Z]{0,6}-?\d[\d-]*$/i.test(text)) return text;
  }
  return undefined;
}

/** The last step of the address that is an id; parameters called id count too. */
export function idOfUrl(url: URL): string | undefined {
  // Some products separate parameters by semicolons.
  const parameters = new URLSearchParams(url.search.replace(/;/g, '&'));
  for (const name of ['id', 'ticket', 'ticket_id', 'ticketId', 'tid', 'issue', 'case', 'caseid', 'number', 'TicketID', 'sys_id', 'bug']) {
    const value = parameters.get(name);
    if (value && /^[A-Za-z0-9-]{1,40}$/.test(value) && /\d/.test(value)) return value;
  }
  const steps = `${url.pathname}/${url.hash.replace(/^#!?/, '')}`.split(/[/?&]/).filter(Boolean);
  for (const step of steps.reverse()) {
    const plain = step.replace(/\.\w{2,5}$/, '');
    if (/^\d{1,18}$/.test(plain) || /^[A-Z][A-Z0-9]{1,9}-\d+$/.test(plain) || /^[0-9a-f]{24}$|^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(plain)) return plain;
    const lead = /^(\d{1,12})-[\p{L}\d-]+$/u.exec(plain);
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
): void {
  const foldedTitle = fold(title);
  const labelled = labelledSubject(outline, findings);
  const inTitle = headings
    .map((box) => ({ box, text: withoutId(boxText(outline, box, 320), id) }))
    .filter(({ text }) => text.length >= 3 && labelMeaning(text) === undefined && foldedTitle.includes(fold(text).slice(0, 60)))
    // The whole subject, not the product name that every title ends with.
    .sort((a, b) => rank(b.box) - rank(a.box) || b.text.length - a.text.length);
  const best = inTitle.filter(({ text }) => !isSiteName(title, text, id))[0];
  if (labelled && (!best || fold(best.text) === fold(labelled.pair.value) || !labelled.pair.control)) {
    const value = withoutId(labelled.pair.value, undefined);
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
  const fromTitle = subjectOfTitle(title, id);
  const named = headings.filter((b) => hookTokens(b).includes('subject') || /^H1$/.test(b.element.tagName));
  const [only] = named;
  const alone = only && named.length === 1 ? withoutId(boxText(outline, only, 320), id) : '';
  if (only && alone.length >= 3 && labelMeaning(alone) === undefined) {
    draft.set('subject', alone, 'subject:heading', 0.75, only.element);
    return;
  }
  const beside = besideNumber(outline, headings, id);
  if (beside) draft.set('subject', beside.text, 'subject:heading-beside-number', 0.75, beside.box.element);
  else if (fromTitle) draft.set('subject', fromTitle, 'subject:title', 0.7);
}

/** The heading right after the one with nothing but the number. */
function besideNumber(outline: Outline, headings: readonly Box[], id: string | undefined): { box: Box; text: string } | undefined {
  if (!id) return undefined;
  const at = headings.findIndex((h) => boxText(outline, h, 80).includes(id) && withoutId(boxText(outline, h, 80), id) === '');
  const [number, next] = [headings[at], headings.slice(at + 1).find((h) => h.start >= (headings[at]?.end ?? 0))];
  if (!number || !next || next.start - number.end > 12) return undefined;
  const text = boxText(outline, next, 320);
  return text.length >= 3 && labelMeaning(text) === undefined ? { box: next, text } : undefined;
}

function rank(box: Box): number {
  const { tagName } = box.element;
  if (tagName === 'H1') return 4;
  if (hookTokens(box).includes('subject')) return 4;
  if (tagName === 'H2') return 3;
  return tagName === 'H3' ? 2 : 1;
}

/** Whether the text is only the end of the title that names the product or the team. */
function isSiteName(title: string, text: string, id: string | undefined): boolean {
  const parts = title.split(/\s[-–—|·»:]{1,2}\s/);
  if (parts.length < 2) return false;
  const last = parts.at(-1) ?? '';
  return fold(last) === fold(text) && parts.slice(0, -1).some((p) => withoutId(p, id).length >= 3);
}

/** "Subject - Product" where the number tells which part is the subject's. */
function subjectOfTitle(title: string, id: string | undefined): string | undefined {
  if (!id || !title.includes(id)) return undefined;
  const rest = withoutId(title, id);
  const parts = rest.split(/\s[|·»]\s/);
  const text = parts[0]?.trim();
  return text && text.length >= 3 ? text : undefined;
}

/** Removes `#12:`, `[#12]`, `KEY-1 `, `Ticket 12 -` around a subject. */
function withoutId(text: string, id: string | undefined): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  if (!id) return clean;
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const lead = new RegExp(`^\\W{0,3}(?:[\\p{L}.]+\\s?){0,2}[[(]?\\s?(?:#|n[°º]|№|no\\.?|nr\\.?)?\\s?${escaped}\\s?[\\])]?\\s?[:：.|·–—-]*\\s*`, 'iu');
  const tail = new RegExp(`\\s*[[(]?\\s?(?:#|n[°º]|№|no\\.?|nr\\.?)\\s?${escaped}\\s?[\\])]?\\s*$|\\s*[[(]\\s?${escaped}\\s?[\\])]\\s*$`, 'iu');
  const stripped = clean.replace(lead, '').replace(tail, '').trim();
  return stripped.replace(/^[:：|·–—-]\s*/, '');
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
