/** Reads a ticket page of a helpdesk that nobody described. Says nothing when it is not sure that it is one. */
import { part } from '../../parts.ts';
import { limits } from '../limits.ts';
import type { FinishedReading, ReadingContext } from '../reading-draft.ts';
import { startDraft } from '../start-draft.ts';
import { readByline } from './byline.ts';
import { readChanges } from './changes.ts';
import { readFields } from './fields.ts';
import { heldBack } from './held-back.ts';
import { labelValues } from './label-values.ts';
import { type Outline, outlineOf } from './outline.ts';
import { timeAnchors } from './time-anchors.ts';

export interface GenericOptions {
  /** The pane that is known to show the ticket; left out = the whole page. */
  readonly root?: Element;
  /** It is known to be a ticket: no proof is asked for. */
  readonly trusted: boolean;
  /** Messages that an adapter has read: only the fields around them are wanted. */
  readonly messagesRead?: readonly Element[];
  /** Number and subject are known: they are not looked for again. */
  readonly identified?: boolean;
}

export interface GenericReading extends FinishedReading {
  readonly root: Element;
  /** What spoke for and against a ticket page, with weights. */
  readonly hints: readonly string[];
}

const unread = part(async () => (await import('./without-adapter.ts')).withoutAdapter);

/**
 * @returns `undefined` when the page does not look like an open ticket
 * @throws PartMissing where no adapter has read messages, number or subject, and what finds them is not loaded yet
 */
export function readGeneric(doc: Document, context: ReadingContext, options: GenericOptions): GenericReading | undefined {
  const root = options.root ?? doc.body;
  if (!root) return undefined;
  const messagesRead = options.messagesRead ?? [];
  const alone = messagesRead.length > 0 ? undefined : unread.take();
  /** What is found out of the page alone, not asked again where the reading was interrupted. */
  const once = <T>(name: string, find: () => T): T => (context.memory ? context.memory.once(name, find) : find());
  const outline = once('outline', () => outlineOf(root, new Set(messagesRead), context.memory));
  const draft = once('draft', () => startDraft(context, 'label'));
  const anchors = once('times', () => timeAnchors(outline, context, alone?.newestFirst));
  const conversation = once('conversation', () => alone?.findConversation(outline, anchors, context));
  const pairs = once('labels', () => {
    const found = labelValues(outline, context.language, alone?.timeLabel);
    return alone?.withHeadRows(outline, context.language, found) ?? found;
  });
  const findings = once('fields', () => readFields(outline, pairs, conversation, draft, alone?.askerOf));
  const identity = once('identity', () =>
    options.identified && !alone ? undefined : unread.take().readIdentity(doc, outline, conversation, findings, draft, alone?.weakerSubject),
  );
  const hooked = once('hooked fields', () => alone?.readHookedFields(outline, conversation, draft));
  const opener = once('byline', () => {
    const rules = alone?.openingReader(outline, conversation, draft);
    readByline(outline, anchors, conversation, draft, rules);
    return rules?.rest();
  });
  once('changes', () => readChanges(outline, anchors, conversation, draft));
  const page = once('score', () => identity && alone?.scorePage(doc, new URL(context.url), outline, findings, hooked, identity, conversation));
  if (!options.trusted && !page?.isTicket) return undefined;
  once('messages', () => {
    if (outline.cut) draft.problem(`The page is very long; only its first ${limits.elements} elements were read.`);
    const known = options.root !== undefined;
    if (conversation) alone?.addMessages(outline, conversation, findings, anchors, draft, opener, known);
    else alone?.addOpening(outline, undefined, findings, anchors, draft, opener, known);
    const missing = missingBeside(outline, messagesRead);
    if (missing !== undefined) draft.missing(missing);
  });
  return { ...draft.finish(), root, hints: page?.hints ?? [] };
}

/** What stands around messages that an adapter has read: a product whose page holds some back says so as every page does. */
function missingBeside(outline: Outline, messages: readonly Element[]): number | 'some' | undefined {
  const [first, last] = [messages[0], messages.at(-1)];
  if (!first || !last) return undefined;
  const list = outline.boxes.findLast(({ element }) => element !== first && element.contains(first) && element.contains(last));
  if (!list) return undefined;
  // Inside the list or right beside it; "Show more" elsewhere is about something else.
  const beside = list.parent?.children ?? [list];
  const at = beside.indexOf(list);
  return heldBack(outline, { start: (beside[at - 1] ?? list).start, end: (beside[at + 1] ?? list).end }, messages, () => false);
}
