/**
 * What is only needed where no adapter has read the messages: finding them, who wrote what, and whether the page is a ticket at all.
 * A part of its own, since most pages are of a known product. Over 250 lines: what is taken for a message is decided in one place.
 */
import type { Person } from '../../ticket.ts';
import { readTimeTexts, type TimeTexts } from '../dates/element-instant.ts';
import { labelMeaning } from '../labels.ts';
import { visibleText } from '../page-text.ts';
import { readPerson, samePerson } from '../person.ts';
import type { StartedDraft } from '../start-draft.ts';
import { askerOf, isCustomer } from './asker.ts';
import { changeOfEntry } from './changes.ts';
import { type Conversation, findConversation } from './conversation.ts';
import type { Entry } from './entry.ts';
import type { FieldFindings } from './fields.ts';
import { cardEmail, emailFromCard, readHookedFields, requesterFromCard, requesterOfConversation, writerWithCard } from './hooked-fields.ts';
import { withHeadRows } from './head-rows.ts';
import { heldBack } from './held-back.ts';
import { inMessages } from './in-messages.ts';
import { kindsOf } from './kinds.ts';
import { type Opener, openingReader } from './opening-line.ts';
import { newestFirst } from './newest-first.ts';
import { isElsewhere, isRepeated, isText, loneText, opensBefore } from './opening-text.ts';
import { type Box, boxText, holds, hookTokens, type Outline } from './outline.ts';
import { scorePage } from './page-score.ts';
import type { TimeAnchor } from './time-anchors.ts';
import { timeLabel } from './time-label.ts';
import { type Identity, readIdentity } from './identity.ts';
import { readRecordForm } from './record-form.ts';
import { weakerSubject } from './weaker-subject.ts';

export const withoutAdapter = {
  findConversation,
  newestFirst,
  scorePage,
  addMessages,
  addOpening,
  askerOf,
  readHookedFields,
  openingReader,
  readIdentity: (...of: Parameters<typeof readIdentity>): Identity => {
    const [doc, , , findings, draft] = of;
    readRecordForm(doc, findings, draft);
    return readIdentity(...of);
  },
  timeLabel,
  withHeadRows,
  weakerSubject,
};

function addMessages(
  outline: Outline,
  conversation: Conversation,
  findings: FieldFindings,
  anchors: readonly TimeAnchor[],
  draft: StartedDraft,
  opener: Opener | undefined,
  known: boolean,
): void {
  preferOpener(conversation, findings, draft, opener);
  const kindsFor = () => kindsOf(conversation.entries, draft.value('requester') as Person | undefined);
  let kinds = kindsFor();
  requesterOfConversation(
    conversation,
    kinds.map((k) => k.role),
    draft,
  );
  if (draft.value('requester') === undefined) {
    requesterFromCard(
      outline,
      conversation,
      kinds.map((k) => k.internal),
      draft,
    );
    if (draft.value('requester') !== undefined) kinds = kindsFor();
  }
  preferWriter(
    outline,
    conversation,
    findings,
    draft,
    kinds.map((k) => k.internal),
  );
  emailFromCard(outline, conversation, draft);
  const subject = draft.value('subject') as string | undefined;
  // The subject repeated above a text is not part of it.
  const skip = (e: Element) => subject !== undefined && e.childElementCount === 0 && (e.textContent ?? '').trim() === subject;
  const missing = heldBack(
    outline,
    conversation.container.parent ?? conversation.container,
    conversation.entries.map(({ box }) => box.element),
    (box) => inMessages(conversation, box),
  );
  if (missing !== undefined) draft.missing(missing);
  addOpening(outline, conversation, findings, anchors, draft, opener, known);
  conversation.entries.forEach((entry, i) => {
    const kind = kinds[i];
    if (!kind) return;
    const name = repeatedName(entry);
    const change = changeOfEntry(entry);
    if (change) {
      draft.change(entry.anchor.texts, change, 'line:entry');
      return;
    }
    draft.message({
      element: entry.box.element,
      body: entry.bodies,
      skip: name ? (e) => e === name || skip(e) : skip,
      skips: `${subject ?? ''}${name ? '\n' : ''}`,
      author: entry.author ?? '',
      ...(kind.role && { role: kind.role, roleSure: kind.roleSure }),
      internal: kind.internal,
      at: entry.anchor.texts,
      attachments: entry.attachments,
      how: [...entry.how, ...kind.how].join(' '),
    });
  });
}

/** Where the author's name stands above the text once more, in an element of its own. */
function repeatedName({ author, bodies }: Entry): Element | undefined {
  let at = bodies[0];
  const all = at?.textContent?.trim() ?? '';
  if (!author || !all.startsWith(author) || all === author) return undefined;
  while (at && at.textContent?.trim() !== author) at = [...at.children].find((child) => child.textContent?.trim());
  return at && at.parentElement?.textContent?.trim().startsWith(author) ? at : undefined;
}

/** The label of a customer may mean their firm: where it names nobody who writes, the one with a card who does is who asked. */
function preferWriter(
  outline: Outline,
  conversation: Conversation,
  findings: FieldFindings,
  draft: StartedDraft,
  internal: readonly boolean[],
): void {
  const named = draft.value('requester') as Person | undefined;
  const label = findings.pairs.find((p) => p.meaning === 'requester' && p.value === named?.name);
  if (!named?.name || named.email || !label || !isCustomer(label)) return;
  if (conversation.entries.some((e) => e.author && samePerson(readPerson(e.author) ?? {}, named))) return;
  const writer = writerWithCard(outline, conversation, internal, draft);
  if (!writer) return;
  // One card holds both the person and the firm; with a card of its own the label's name is a person.
  const address = cardEmail(outline, conversation, named);
  if (address && address !== writer.email) return;
  draft.replace('requester', writer);
  draft.text('organization', named.name, `label:${label.label} (firm)`, 0.75);
}

/** A customer can be a firm, which writes nothing: where a sentence says who opened the ticket, and that one takes part, it was them. */
function preferOpener(conversation: Conversation, findings: FieldFindings, draft: StartedDraft, opener: Opener | undefined): void {
  const requester = draft.value('requester') as Person | undefined;
  if (!opener || !requester || samePerson(requester, opener.person)) return;
  const writes = (person: Person) => conversation.entries.some((e) => e.author && samePerson(readPerson(e.author) ?? {}, person));
  const named = findings.pairs.find((p) => p.meaning === 'requester' && p.value.includes(requester.name ?? ' '));
  if (named && isCustomer(named) && writes(opener.person) && !writes(requester)) draft.replace('requester', opener.person);
}

/** What stands right below the line that says who opened the ticket, and in no message. */
function belowOpener(
  outline: Outline,
  conversation: Conversation | undefined,
  findings: FieldFindings,
  opener: Opener | undefined,
  draft: StartedDraft,
): Box | undefined {
  let line = opener?.element && outline.boxOf(opener.element);
  // The name stands in the line.
  while (line && /^(?:A|B|STRONG|SPAN|EM|SMALL)$/.test(line.tag)) line = line.parent;
  const siblings = line?.parent?.children ?? [];
  const below = line && siblings.slice(siblings.indexOf(line) + 1).find((b) => b.end > b.start);
  if (!below || below.length < 20 || below.length > 8_000 || isElsewhere(below) || !isText(outline, below, findings, [])) return undefined;
  if (conversation && (inMessages(conversation, below) || conversation.entries.some((e) => holds(below, e.box) || isAtOpening(e, opener, draft))))
    return undefined;
  return below;
}

/** The opener's own first entry: what they wrote is there. */
function isAtOpening({ author, anchor }: Entry, opener: Opener | undefined, draft: StartedDraft): boolean {
  const created = draft.timeOf('createdAt');
  if (!opener || !author || !created || !samePerson(readPerson(author) ?? {}, opener.person)) return false;
  const at = timeOf(created, draft);
  return at !== undefined && Math.abs(Date.parse(at.instant) - Date.parse(anchor.read.instant)) <= (at.errorMs ?? 60_000);
}

function timeOf(texts: TimeTexts, draft: StartedDraft) {
  const { zone, now, language } = draft.context;
  return readTimeTexts(texts, { zone, now, dayFirst: true, ...(language && { language }) });
}

function instantOf(texts: TimeTexts, draft: StartedDraft): number | undefined {
  const read = timeOf(texts, draft);
  return read && Date.parse(read.instant);
}

/**
 * What the customer first wrote, where it stands apart from the answers or before there is any.
 * @param known an adapter knows where messages of this product stand: a text that only its place speaks for is none
 */
function addOpening(
  outline: Outline,
  conversation: Conversation | undefined,
  findings: FieldFindings,
  anchors: readonly TimeAnchor[],
  draft: StartedDraft,
  opener: Opener | undefined,
  known: boolean,
): void {
  const requester = draft.value('requester') as Person | undefined;
  const opening = findOpening(outline, conversation, findings) ?? belowOpener(outline, conversation, findings, opener, draft);
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
    return;
  }
  if (known) return;
  const lone = loneText(outline, conversation, findings, anchors, draft);
  if (!lone || isRepeated(outline, lone.box, conversation)) return;
  const { box, entry } = lone;
  if (entry?.author) {
    const [person, assignee] = [readPerson(entry.author), draft.value('assignee') as string | undefined];
    if (!requester && person && !(assignee && samePerson(person, { name: assignee })))
      draft.requester(person, 'opening:author', 0.7, entry.authorBox?.element);
    draft.message({
      element: entry.box.element,
      body: box.element,
      author: entry.author,
      internal: false,
      at: entry.anchor.texts,
      how: 'opening:text-with-head',
    });
    return;
  }
  const created = draft.timeOf('createdAt');
  if (!requester || !opensBefore(conversation, draft, created && instantOf(created, draft))) return;
  draft.message({
    element: box.element,
    body: box.element,
    author: requester.name ?? requester.email ?? '',
    ...(requester.email && { email: requester.email }),
    role: 'customer',
    roleSure: 0.7,
    internal: false,
    at: created,
    how: 'opening:text',
  });
}

/** What the customer first wrote, where the page shows it apart from the answers. */
function findOpening(outline: Outline, conversation: Conversation | undefined, findings: FieldFindings): Box | undefined {
  const labelled = findings.pairs.find(
    (p) => p.meaning === 'description' && !p.control && p.value.length >= 20 && !findings.pairs.some((q) => q !== p && holds(p.valueBox, q.labelBox)),
  );
  const described = labelled?.valueBox ?? outline.boxes.find((b) => isDescription(outline, b, conversation));
  const box = described && withoutFields(described, findings);
  if (!box || inMessages(conversation, box) || conversation?.entries.some((e) => isInside(e, box))) return undefined;
  const text = boxText(outline, box, 400);
  const repeated = conversation?.entries.some((e) =>
    e.bodies.some((b) => visibleText(b, { controls: false, atMost: 200 }).replace(/\s+/g, ' ').startsWith(text.slice(0, 60))),
  );
  return repeated ? undefined : innermostText(box);
}

/** A block about the description may hold the ticket's fields, too: then what is called the text in it. */
function withoutFields(box: Box, findings: FieldFindings): Box | undefined {
  const mixed = (b: Box) => findings.pairs.some((p) => p.meaning && p.valueBox !== b && holds(b, p.labelBox));
  if (!mixed(box)) return box;
  let best: Box | undefined;
  const look = (b: Box): void => {
    const called = hookTokens(b).some((t) => /^(?:body|content|text|markdown|description)$/.test(t));
    if (called && !mixed(b)) best = !best || b.length > best.length ? b : best;
    else b.children.forEach(look);
  };
  box.children.forEach(look);
  return best;
}

function isInside(entry: Entry, box: Box): boolean {
  return box.element.contains(entry.box.element);
}

function isDescription(outline: Outline, box: Box, conversation: Conversation | undefined): boolean {
  if (box.length < 20 || !(box.own.description ??= hookTokens(box).includes('description')) || inMessages(conversation, box)) return false;
  if (/^(?:META|INPUT|TEXTAREA|LABEL|BUTTON|A|SPAN)$/.test(box.tag)) return false;
  return outline.runs.slice(box.start, box.end).every((r) => r.kind === 'text');
}

/** Without the heading "Description" and its edit links. */
function innermostText(box: Box): Box {
  let at = box;
  for (;;) {
    const inner = at.children.find((c) => c.length >= at.length * 0.6 && !/^(?:SPAN|A|B|STRONG|EM|P)$/.test(c.tag));
    const rest = at.children.filter((c) => c !== inner && c.end > c.start);
    if (!inner || !rest.every((r) => labelMeaning(textOf(r)) !== undefined || r.length < 30)) return at;
    at = inner;
  }
}

function textOf(box: Box): string {
  return visibleText(box.element, { atMost: 80 });
}
