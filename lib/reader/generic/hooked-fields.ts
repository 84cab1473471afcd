/**
 * Fields without a label: an element that is called `status` and shows a status word, the customer's card, the line
 * "Added by Petra 3 days ago". Weaker than any label; used only where none was found.
 */
import type { Person } from '../../ticket.ts';
import { isEmptyWord, isPriorityWord, labelMeaning, statusKindOf } from '../labels.ts';
import { limits } from '../limits.ts';
import { readPerson, samePerson } from '../person.ts';
import type { StartedDraft } from '../start-draft.ts';
import { type Conversation, inMessages } from './conversation.ts';
import { type Box, boxText, closest, hookTokens, type Outline } from './outline.ts';
import type { TimeAnchor } from './time-anchors.ts';

const sure = 0.7;
const bylineSure = 0.8;

/** Names of the fields that were found; they count for the page's score. */
export function readHookedFields(
  outline: Outline,
  conversation: Conversation | undefined,
  draft: StartedDraft,
): Set<'status' | 'priority' | 'assignee' | 'requester'> {
  const found = new Map<'status' | 'priority' | 'assignee' | 'requester', { text: string; box: Box }[]>();
  const note = (field: 'status' | 'priority' | 'assignee' | 'requester', text: string, box: Box) => {
    const list = found.get(field) ?? [];
    if (!list.some((l) => l.text === text)) list.push({ text, box });
    found.set(field, list);
  };
  for (const box of outline.boxes) {
    if (box.end - box.start !== 1 || box.length > limits.label || box.length === 0) continue;
    const text = boxText(outline, box, 80);
    if (isEmptyWord(text) || inMessages(conversation, box) || inFurniture(box)) continue;
    const tokens = [...hookTokens(box), ...(box.parent && box.parent.end - box.parent.start <= 2 ? hookTokens(box.parent) : []), ...grandTokens(box)];
    if (tokens.length === 0) continue;
    if (tokens.some((t) => t === 'status' || t === 'state') && statusKindOf(text)) note('status', text, box);
    else if (tokens.includes('priority') && isPriorityWord(text)) note('priority', text, box);
    else if (tokens.some((t) => t === 'assignee' || t === 'owner' || t === 'assigned') && isName(text)) note('assignee', text, box);
    else if (
      ((tokens.includes('customer') || tokens.includes('contact')) && tokens.includes('name')) ||
      tokens.some((t) => t === 'requester' || t === 'requestor')
    ) {
      if (isName(text)) note('requester', text, box);
    }
  }
  const only = (field: 'status' | 'priority' | 'assignee' | 'requester') => (found.get(field)?.length === 1 ? found.get(field)?.[0] : undefined);
  const status = only('status');
  if (status && draft.value('status') === undefined) draft.status(status.text, 'hook:status', undefined, sure, status.box.element);
  const priority = only('priority');
  if (priority) draft.set('priority', priority.text, 'hook:priority', sure, priority.box.element);
  const assignee = only('assignee');
  if (assignee) draft.set('assignee', readPerson(assignee.text)?.name, 'hook:assignee', sure, assignee.box.element);
  const requester = only('requester');
  if (requester) draft.requester(readPerson(requester.text) ?? requester.text, 'hook:requester', sure, requester.box.element);
  return new Set([...found].filter(([, list]) => list.length === 1).map(([field]) => field));
}

function grandTokens(box: Box): readonly string[] {
  const grand = box.parent?.parent;
  return grand && grand.end - grand.start <= 2 ? hookTokens(grand) : [];
}

function isName(text: string): boolean {
  const person = readPerson(text);
  return (
    !!person &&
    text.length <= 80 &&
    labelMeaning(text) === undefined &&
    !statusKindOf(text) &&
    /^\p{Lu}|@/u.test(text) &&
    text.split(' ').length <= 6 &&
    !/^\p{Lu}{1,3}$/u.test(text)
  );
}

function inFurniture(box: Box): boolean {
  return (
    closest(
      box,
      (b) =>
        /^(?:NAV|OPTION|THEAD|TBODY)$/.test(b.element.tagName) || /^(?:navigation|menu|listbox|grid)$/.test(b.element.getAttribute('role') ?? ''),
    ) !== undefined
  );
}

/** "Added by Petra 3 days ago. Updated yesterday." outside the conversation. */
export function readByline(outline: Outline, anchors: readonly TimeAnchor[], conversation: Conversation | undefined, draft: StartedDraft): void {
  for (const anchor of anchors) {
    if (inMessages(conversation, anchor.box) || inFurniture(anchor.box)) continue;
    const parent = anchor.box.parent;
    if (!parent || parent.length > 400) continue;
    const before = (steps: number) => {
      const run = outline.runs[anchor.run - steps];
      return run && (run.box === parent || run.box.parent === parent || run.box.parent === parent.parent) ? run.text : '';
    };
    const direct = verbOf(before(1));
    if (direct) {
      draft.instant(direct, anchor.texts, `byline:${before(1)}`, bylineSure, anchor.box.element);
      continue;
    }
    const by = verbOf(before(2));
    const person = before(1);
    if (by !== 'createdAt' || !isName(person)) continue;
    draft.instant('createdAt', anchor.texts, `byline:${before(2)}`, bylineSure, anchor.box.element);
    const element = outline.runs[anchor.run - 1]?.box.element;
    draft.requester(readPerson(person) ?? person, `byline:${before(2)}`, bylineSure, element);
  }
}

/** The last words before a time, without "by": `Added by`, `ago. Updated`, `- erstellt am`. */
function verbOf(text: string): 'createdAt' | 'updatedAt' | undefined {
  const tail = text.split(/[.;|·•–—(-]\s*/).findLast((part) => part.trim() !== '') ?? '';
  const words = tail
    .trim()
    .replace(/[:：]$/, '')
    .replace(/\s+(?:by|von|par|por|da|door|przez|от|bởi|oleh|av|af|am|le|on|at|el|em|il|op|um|lúc|vào|в)$/i, '')
    .trim();
  if (!words || words.length > 30) return undefined;
  const meaning = labelMeaning(words);
  return meaning === 'createdAt' || meaning === 'updatedAt' ? meaning : undefined;
}

/** Who asked, where only the conversation tells: the author of the first entry that is marked as the customer's. */
export function requesterOfConversation(conversation: Conversation, roles: readonly (string | undefined)[], draft: StartedDraft): void {
  if (draft.value('requester') !== undefined) return;
  const customers = conversation.entries.filter((_, i) => roles[i] === 'customer').filter((e) => e.author);
  const [first] = [...customers].sort((a, b) => a.anchor.read.instant.localeCompare(b.anchor.read.instant));
  if (first?.author) draft.requester(readPerson(first.author) ?? first.author, 'conversation:first-customer', 0.75, first.authorBox?.element);
}

/** Completes the requester's address from the card that shows the name outside the conversation. */
export function emailFromCard(outline: Outline, conversation: Conversation | undefined, draft: StartedDraft): void {
  const requester = draft.value('requester') as Person | undefined;
  if (!requester?.name || requester.email) return;
  for (const box of outline.boxes) {
    if (box.length !== requester.name.length || inMessages(conversation, box) || !samePerson({ name: boxText(outline, box, 120) }, requester))
      continue;
    let card: Box | undefined = box;
    for (let climbed = 0; card && climbed < 5 && card.length < 600; climbed++, card = card.parent) {
      const mails = new Set(boxText(outline, card, 800).match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []);
      if (mails.size === 0) continue;
      const [email] = mails;
      if (mails.size === 1 && email)
        draft.replace('requester', {
          ...requester,
          email: email.toLowerCase(),
        });
      break;
    }
    if ((draft.value('requester') as Person).email) return;
  }
}
