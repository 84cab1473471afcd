/** What the customer first wrote, where nothing labels it: the one text between the ticket's head and the answers. */
import { byCodeUnit } from '../../text/by-code-unit.ts';
import { samePerson, readPerson } from '../person.ts';
import type { StartedDraft } from '../start-draft.ts';
import type { Person } from '../../ticket.ts';
import type { Conversation } from './conversation.ts';
import { type Entry, innermost, isActions, isFiles, readEntry, writtenLength } from './entry.ts';
import type { FieldFindings } from './fields.ts';
import { subjectHeading } from './hooked-fields.ts';
import { type Box, boxText, closest, holds, hookTokens, type Outline } from './outline.ts';
import type { TimeAnchor } from './time-anchors.ts';

/** `entry` where the text has a head of its own that says who and when. */
export interface LoneText {
  readonly box: Box;
  readonly entry: Entry | undefined;
}

/** Least that is written in a text that only its place speaks for. */
const leastWritten = 30;

/** @returns `undefined` where there is none, or several of which one would have to be chosen */
export function loneText(
  outline: Outline,
  conversation: Conversation | undefined,
  findings: FieldFindings,
  anchors: readonly TimeAnchor[],
  draft: StartedDraft,
): LoneText | undefined {
  const heading = subjectHeading(outline, conversation, draft);
  if (!heading) return undefined;
  const until = conversation ? Math.min(...conversation.entries.map(({ box }) => box.start)) : outline.runs.length;
  const texts: Box[] = [];
  const look = (box: Box): void => {
    for (const child of box.children) {
      if (child.end <= heading.end || child.start >= until || child.end === child.start || isElsewhere(child)) continue;
      if (child.start >= heading.end && child.end <= until && isText(outline, child, findings, anchors)) texts.push(child);
      else look(child);
    }
  };
  look(outline.root);
  const [text, ...others] = texts;
  if (!text || others.length > 0) return undefined;
  return { box: innermost(text), entry: withHead(outline, text, anchors, draft, until) };
}

/** Menus, forms and fields, remarks of the product, and what stands beside the ticket. */
export function isElsewhere(box: Box): boolean {
  return (
    box.furniture ||
    /^(?:ASIDE|FORM|TABLE|DL|BUTTON|SELECT|TEXTAREA|LABEL|A|FIELDSET|DETAILS|FOOTER|H[1-6])$/.test(box.tag) ||
    /^(?:alert|status|dialog|complementary|tablist|toolbar|note|form|contentinfo|log)$/.test(box.role) ||
    hookTokens(box).some((t) => remarks.test(t))
  );
}
const remarks =
  /^(?:alerts?|notices?|banner|hints?|help|tips?|warning|errors?|flash|summary|suggestions?|breadcrumbs?|toast|callout|disclaimer|sidebar|sla|properties|related|ai|signature|footer|announcement|cookie|survey)$/;

/** Nothing but words, enough of them and like sentences. */
export function isText(outline: Outline, box: Box, findings: FieldFindings, anchors: readonly TimeAnchor[]): boolean {
  if (!/^(?:P|DIV|SECTION|ARTICLE|PRE|BLOCKQUOTE|SPAN)$/.test(box.tag) || box.length > 8_000 || writtenLength(outline, box) < leastWritten)
    return false;
  if (
    isActions(outline, box) ||
    isFiles(outline, box) ||
    box.element.querySelector('h1,h2,h3,h4,h5,h6,table,dl,form,button,input,select,textarea,label')
  )
    return false;
  const runs = outline.runs.slice(box.start, box.end);
  if (runs.some((r) => r.kind !== 'text') || anchors.some((a) => box.start <= a.run && a.run < box.end)) return false;
  if (findings.pairs.some((p) => holds(box, p.labelBox))) return false;
  // Chips and names side by side are no sentence, however many.
  return runs.length <= 60 && runs.some((r) => r.text.length >= leastWritten / 2 && sentenceEnd.test(r.text.replace(addresses, '')));
}

/** The points of addresses, dates and versions end no sentence. */
const sentenceEnd = /\p{L}["'”’»)\]]*[.!?…]+["'”’»)\]]*(?=\s|$)|[。！？]/u;
const addresses = /\S+@\S+|\b(?:https?:\/\/|www\.)\S+/g;

/** The element around the text that also says who and when, and nothing else. */
function withHead(outline: Outline, text: Box, anchors: readonly TimeAnchor[], draft: StartedDraft, until: number): Entry | undefined {
  let around = text.parent;
  for (let climbed = 0; around && climbed < 3 && around.end <= until && around.length <= text.length + 300; climbed++, around = around.parent) {
    const { start, end } = around;
    const own = anchors.filter((a) => start <= a.run && a.run < end);
    if (own.length === 0) continue;
    const entry = own.length === 1 ? readEntry(outline, around, own, draft.context) : undefined;
    return entry?.author && entry.bodies.length === 1 && entry.bodies.every((b) => text.element.contains(b) || b.contains(text.element))
      ? entry
      : undefined;
  }
  return undefined;
}

/** Whether somebody is known to have opened the ticket before any of the answers was written. */
export function opensBefore(conversation: Conversation | undefined, draft: StartedDraft, createdAt: number | undefined): boolean {
  const requester = draft.value('requester') as Person | undefined;
  if (!requester) return false;
  if (!conversation) return true;
  const first = conversation.entries.toSorted((a, b) => byCodeUnit(a.anchor.read.instant, b.anchor.read.instant))[0];
  if (!first || !first.author) return false;
  // Their own first entry, as old as the ticket, is what they wrote.
  const own = samePerson(readPerson(first.author) ?? {}, requester);
  return createdAt === undefined ? !own : Date.parse(first.anchor.read.instant) - createdAt > (own ? 120_000 : 0);
}

/** @returns whether the text is repeated among the entries. */
export function isRepeated(outline: Outline, box: Box, conversation: Conversation | undefined): boolean {
  const start = boxText(outline, box, 400).slice(0, 60);
  return (
    conversation?.entries.some((e) => e.bodies.some((b) => (b.textContent ?? '').replace(/\s+/g, ' ').trim().startsWith(start))) === true ||
    closest(box, (b) => conversation?.entries.some((e) => e.box === b) === true) !== undefined
  );
}
