/** Reads a ticket page of a helpdesk that nobody described. Says nothing when it is not sure that it is one. */
import type { Person } from '../../ticket.ts';
import { labelMeaning } from '../labels.ts';
import { limits } from '../limits.ts';
import { visibleText } from '../page-text.ts';
import type { FinishedReading, ReadingContext } from '../reading-draft.ts';
import { startDraft, type StartedDraft } from '../start-draft.ts';
import { changeOfEntry, readChanges } from './changes.ts';
import { type Conversation, findConversation, inMessages } from './conversation.ts';
import type { Entry } from './entry.ts';
import { type FieldFindings, readFields } from './fields.ts';
import { readIdentity } from './identity.ts';
import { kindsOf } from './kinds.ts';
import { emailFromCard, readByline, readHookedFields, requesterOfConversation } from './hooked-fields.ts';
import { labelValues } from './label-values.ts';
import { type Box, boxText, closest, holds, hookTokens, type Outline, outlineOf } from './outline.ts';
import { scorePage } from './page-score.ts';
import { timeAnchors } from './time-anchors.ts';

export interface GenericOptions {
  /** The pane that is known to show the ticket; left out = the whole page. */
  readonly root?: Element;
  /** It is known to be a ticket: no proof is asked for. */
  readonly trusted: boolean;
  /** Messages that an adapter has read: only the fields around them are wanted. */
  readonly messagesRead?: readonly Element[];
}

export interface GenericReading extends FinishedReading {
  readonly root: Element;
  /** What spoke for and against a ticket page, with weights. */
  readonly hints: readonly string[];
}

/** @returns `undefined` when the page does not look like an open ticket */
export function readGeneric(doc: Document, context: ReadingContext, options: GenericOptions): GenericReading | undefined {
  const root = options.root ?? doc.body;
  if (!root) return undefined;
  const messagesRead = options.messagesRead ?? [];
  const outline = outlineOf(root, new Set(messagesRead));
  const draft = startDraft(context, 'label');
  const anchors = timeAnchors(outline, context);
  const conversation = messagesRead.length > 0 ? undefined : findConversation(outline, anchors, context);
  const findings = readFields(outline, labelValues(outline, context.language), conversation, draft);
  const identity = readIdentity(doc, outline, conversation, findings, draft);
  const hooked = readHookedFields(outline, conversation, draft);
  readByline(outline, anchors, conversation, draft);
  readChanges(outline, anchors, conversation, draft);
  const page = scorePage(doc, new URL(context.url), outline, findings, hooked, identity, conversation);
  if (!options.trusted && !page.isTicket) return undefined;
  if (outline.cut) draft.problem(`The page is very long; only its first ${limits.elements} elements were read.`);
  if (conversation) addMessages(outline, conversation, findings, draft);
  return { ...draft.finish(), root, hints: page.hints };
}

function addMessages(outline: Outline, conversation: Conversation, findings: FieldFindings, draft: StartedDraft): void {
  const kinds = kindsOf(conversation.entries, draft.value('requester') as Person | undefined);
  requesterOfConversation(
    conversation,
    kinds.map((k) => k.role),
    draft,
  );
  emailFromCard(outline, conversation, draft);
  const requester = draft.value('requester') as Person | undefined;
  const subject = draft.value('subject') as string | undefined;
  // The subject repeated above a text is not part of it.
  const skip = (e: Element) => subject !== undefined && e.childElementCount === 0 && (e.textContent ?? '').trim() === subject;
  const missing = missingEntries(outline, conversation);
  if (missing !== undefined) draft.missing(missing);
  const opening = findOpening(outline, conversation, findings);
  if (opening) {
    draft.message({
      element: opening.element,
      body: opening.element,
      author: requester?.name ?? requester?.email ?? '',
      ...(requester?.email && { email: requester.email }),
      role: requester ? 'customer' : 'unknown',
      roleSure: requester ? 0.75 : 0,
      internal: false,
      at: draft.timeOf('createdAt'),
      how: 'opening:description',
    });
  }
  conversation.entries.forEach((entry, i) => {
    const kind = kinds[i];
    if (!kind) return;
    const change = changeOfEntry(entry);
    if (change) {
      draft.change(entry.anchor.texts, change, 'line:entry');
      return;
    }
    draft.message({
      element: entry.box.element,
      body: entry.bodies,
      skip,
      author: entry.author ?? '',
      ...(kind.role && { role: kind.role, roleSure: kind.roleSure }),
      internal: kind.internal,
      at: entry.anchor.texts,
      attachments: entry.attachments,
      how: [...entry.how, ...kind.how].join(' '),
    });
  });
}

/** "Show 12 earlier messages", "Load more": the page holds some back. */
const moreEntries =
  /^(?:(?:show|load|view|see)\s+)?(?:all\s+)?(\d+)?\s?(?:more|older|earlier|previous|hidden)(?:\s+(?:messages?|comments?|replies|entries|notes|items|updates|conversations?))?$|^(?:load|show|view)\s+(?:more|older|earlier|previous|all)\b.{0,24}$|^(?:weitere|ältere|frühere)\s.{0,30}$|^(?:\d+\s)?(?:weitere|ältere)\s.{0,30}$|^(?:afficher|voir)\s(?:plus|les\s).{0,30}$|^(?:ver|mostrar|cargar|carregar)\s(?:más|mais|anteriores).{0,24}$|^(?:xem|tải|hiển thị)\sthêm.{0,24}$|^(?:さらに表示|もっと見る|查看更多|加载更多|더 보기)/i;

function missingEntries(outline: Outline, conversation: Conversation): number | 'some' | undefined {
  const around = conversation.container.parent ?? conversation.container;
  for (let i = around.start; i < around.end; i++) {
    const run = outline.runs[i];
    if (!run || run.kind !== 'text' || run.text.length > 48 || inMessages(conversation, run.box)) continue;
    const clickable = closest(
      run.box,
      (b) => b.element.tagName === 'BUTTON' || b.element.tagName === 'A' || b.element.getAttribute('role') === 'button',
    );
    const match = clickable && moreEntries.exec(run.text);
    if (!match) continue;
    const count = Number(/\d+/.exec(run.text)?.[0]);
    return count > 0 ? count : 'some';
  }
  return undefined;
}

/** What the customer first wrote, where the page shows it apart from the answers. */
function findOpening(outline: Outline, conversation: Conversation, findings: FieldFindings): Box | undefined {
  const labelled = findings.pairs.find(
    (p) => p.meaning === 'description' && !p.control && p.value.length >= 20 && !findings.pairs.some((q) => q !== p && holds(p.valueBox, q.labelBox)),
  );
  const box = labelled?.valueBox ?? outline.boxes.find((b) => isDescription(outline, b, conversation));
  if (!box || inMessages(conversation, box) || conversation.entries.some((e) => isInside(e, box))) return undefined;
  const text = boxText(outline, box, 400);
  const repeated = conversation.entries.some((e) =>
    e.bodies.some((b) => visibleText(b, { controls: false, atMost: 200 }).replace(/\s+/g, ' ').startsWith(text.slice(0, 60))),
  );
  return repeated ? undefined : innermostText(box);
}

function isInside(entry: Entry, box: Box): boolean {
  return box.element.contains(entry.box.element);
}

function isDescription(outline: Outline, box: Box, conversation: Conversation): boolean {
  if (box.length < 20 || inMessages(conversation, box)) return false;
  if (!hookTokens(box).includes('description')) return false;
  if (/^(?:META|INPUT|TEXTAREA|LABEL|BUTTON|A|SPAN)$/.test(box.element.tagName)) return false;
  return outline.runs.slice(box.start, box.end).every((r) => r.kind === 'text');
}

/** Without the heading "Description" and its edit links. */
function innermostText(box: Box): Box {
  let at = box;
  for (;;) {
    const inner = at.children.find((c) => c.length >= at.length * 0.6 && !/^(?:SPAN|A|B|STRONG|EM|P)$/.test(c.element.tagName));
    const rest = at.children.filter((c) => c !== inner && c.end > c.start);
    if (!inner || !rest.every((r) => labelMeaning(textOf(r)) !== undefined || r.length < 30)) return at;
    at = inner;
  }
}

function textOf(box: Box): string {
  return visibleText(box.element, { atMost: 80 });
}
