/**
 * Fields without a label: an element that is called `status` and shows a status word, the customer's card. Weaker than any label;
 * used only where none was found, and only where no adapter has read the messages.
 */
import { byCodeUnit } from '../../text/by-code-unit.ts';
import type { Person } from '../../ticket.ts';
import { isEmptyWord, isPriorityWord, labelMeaning, statusKindOf } from '../labels.ts';
import { limits } from '../limits.ts';
import { mailtoOf, readPerson, samePerson } from '../person.ts';
import type { StartedDraft } from '../start-draft.ts';
import { inListing, isName } from './byline.ts';
import type { Conversation } from './conversation.ts';
import { inMessages } from './in-messages.ts';
import { type Box, boxText, closest, hookTokens, type Outline, type Run } from './outline.ts';

const sure = 0.7;

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
    if (!isCalledField(box) && !around(box).some(isCalledField)) continue;
    const text = boxText(outline, box, 80);
    if (isEmptyWord(text) || isLabel(box, text) || inMessages(conversation, box) || inListing(box)) continue;
    const tokens = [box, ...around(box)].flatMap(hookTokens);
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
  if (!found.has('status') || !found.has('priority')) chipsBesideSubject(outline, conversation, draft, note, (field) => !found.has(field));
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

/** Badges right beside the subject, called nothing but badges: "Open", "Urgent". */
function chipsBesideSubject(
  outline: Outline,
  conversation: Conversation | undefined,
  draft: StartedDraft,
  note: (field: 'status' | 'priority', text: string, box: Box) => void,
  wanted: (field: 'status' | 'priority') => boolean,
): void {
  const heading = subjectHeading(outline, conversation, draft);
  if (!heading) return;
  // Two different ones are no answer, so all of them are looked at.
  const [noStatus, noPriority] = [wanted('status'), wanted('priority')];
  for (let i = Math.max(0, heading.start - 4); i < Math.min(outline.runs.length, heading.end + 5); i++) {
    const run = outline.runs[i];
    if (
      !run ||
      run.box === heading ||
      run.text.length > 30 ||
      !(isBadge(run.box) || (isStateAlone(run, heading) && !isTimed(run, outline.runs[i + 1]))) ||
      inMessages(conversation, run.box) ||
      inListing(run.box)
    )
      continue;
    if (noStatus && statusKindOf(run.text)) note('status', run.text, run.box);
    else if (noPriority && isPriorityWord(run.text.replace(/^p(?:rio\p{L}*)?\s?\d?\s?[-–:]\s*/iu, ''))) note('priority', run.text, run.box);
  }
}

/** "Closed" before a time is what the time is called. */
const isTimed = (run: Run, next: Run | undefined) => labelMeaning(run.text) !== undefined && /\d/.test(next?.text ?? '');

/** A word for a state in an element of its own right beside the subject's heading; buttons and tabs say what they do, not what is. */
function isStateAlone({ box, text }: Run, heading: Box): boolean {
  if (!/^H[1-4]$/.test(heading.tag) || box.end - box.start !== 1 || !/^(?:SPAN|DIV|B|STRONG|EM|SMALL|P)$/.test(box.tag)) return false;
  if (closest(box, (b) => /^(?:A|BUTTON|LI|TD|TH|DT|LABEL|OPTION|ASIDE)$/.test(b.tag) || /^(?:button|tab|option|radio|menuitem\w*)$/.test(b.role)))
    return false;
  return statusKindOf(text) !== undefined;
}

/** Where the page shows the subject, outside of what people wrote. */
export function subjectHeading(outline: Outline, conversation: Conversation | undefined, draft: StartedDraft): Box | undefined {
  const subject = draft.value('subject') as string | undefined;
  if (!subject) return undefined;
  return outline.boxes.find(
    (b) => b.length >= subject.length && b.length <= subject.length + 40 && isSubject(outline, b, subject) && !inMessages(conversation, b),
  );
}

/** A heading with the subject, or the very line of it. */
function isSubject(outline: Outline, box: Box, subject: string): boolean {
  return (/^H[1-4]$/.test(box.tag) || box.end - box.start === 1) && !box.furniture && boxText(outline, box, 400).includes(subject);
}

/** A small mark with a word on it, by what its element is called. */
export function isBadge({ look, parent }: Box): boolean {
  const looks = `${look} ${parent && parent.end - parent.start === 1 ? parent.look : ''}`.replace(/([a-z])([A-Z])/g, '$1-$2');
  // By its name, or drawn as one: small, round and coloured.
  return (
    /(?:^|[-_\s])(?:tag|badge|chip|pill|label|lozenge|status)(?:$|[-_\s])/i.test(looks) ||
    (/(?:^|\s)rounded/.test(looks) && /(?:^|\s)bg-/.test(looks))
  );
}

/** The label of a row that is called `owner` is no owner, in whatever language. */
function isLabel(box: Box, text: string): boolean {
  // "assigned" is a state where the element says so.
  if (/[:：]$/.test(text) || (labelMeaning(text) !== undefined && !(statusKindOf(text) && hookTokens(box).includes('status')))) return true;
  return [box, box.parent].some(
    (b) => b && b.end - b.start === 1 && (/^(?:LABEL|DT|TH)$/.test(b.tag) || hookTokens(b).some((t) => t === 'label' || t === 'caption')),
  );
}

const fieldTokens = new Set('status state priority assignee owner assigned requester requestor name'.split(' '));

function isCalledField(box: Box): boolean {
  return (box.own.field ??= hookTokens(box).some((t) => fieldTokens.has(t)));
}

/** The two elements around that hold little else: what they are called counts too. */
function around({ parent }: Box): Box[] {
  const boxes = [];
  if (parent && parent.end - parent.start <= 2) boxes.push(parent);
  const grand = parent?.parent;
  if (grand && grand.end - grand.start <= 2) boxes.push(grand);
  return boxes;
}

/** Who asked, where only the conversation tells: the author of the first entry that is marked as the customer's. */
export function requesterOfConversation(conversation: Conversation, roles: readonly (string | undefined)[], draft: StartedDraft): void {
  if (draft.value('requester') !== undefined) return;
  const customers = conversation.entries.filter((_, i) => roles[i] === 'customer').filter((e) => e.author);
  const [first] = [...customers].sort((a, b) => byCodeUnit(a.anchor.read.instant, b.anchor.read.instant));
  if (first?.author) draft.requester(readPerson(first.author) ?? first.author, 'conversation:first-customer', 0.75, first.authorBox?.element);
}

/** Completes the requester's address from the card that shows the name outside the conversation. */
export function emailFromCard(outline: Outline, conversation: Conversation | undefined, draft: StartedDraft): void {
  const requester = draft.value('requester') as Person | undefined;
  if (!requester?.name || requester.email) return;
  const signed = conversation?.entries.flatMap(({ author }) => {
    const person = author?.includes('@') ? readPerson(author) : undefined;
    return person?.email && person.name && samePerson({ name: person.name }, { name: requester.name ?? '' }) ? [person.email] : [];
  });
  const email = cardEmail(outline, conversation, requester) ?? (new Set(signed).size === 1 ? signed?.[0] : undefined);
  if (email) draft.replace('requester', { ...requester, email });
}

/** Who asked, where the page shows a card with the address of just one of those who write, and that one does not work on it. */
export function requesterFromCard(outline: Outline, conversation: Conversation, internal: readonly boolean[], draft: StartedDraft): void {
  if (draft.value('requester') !== undefined) return;
  const only = writerWithCard(outline, conversation, internal, draft);
  if (only) draft.requester(only, 'card:author', 0.75);
}

/** The only one of those who write, and do not work on it, whose address a card outside the conversation shows. */
export function writerWithCard(outline: Outline, conversation: Conversation, internal: readonly boolean[], draft: StartedDraft): Person | undefined {
  const assignee = draft.value('assignee') as string | undefined;
  const staff = conversation.entries.flatMap((e, i) => (internal[i] && e.author ? [e.author] : []));
  const isStaff = (person: Person) => [...staff, ...(assignee ? [assignee] : [])].some((name) => samePerson(person, { name }));
  const found = new Map<string, Person>();
  for (const { author } of conversation.entries) {
    const person = author ? readPerson(author) : undefined;
    if (!person?.name || found.has(person.name) || isStaff(person)) continue;
    const email = cardEmail(outline, conversation, person);
    if (email) found.set(person.name, { ...person, email });
  }
  const [only] = found.values();
  return found.size === 1 ? only : undefined;
}

/** The one address on the card that shows the person's name outside the conversation. */
export function cardEmail(outline: Outline, conversation: Conversation | undefined, person: Person): string | undefined {
  for (const box of outline.boxes) {
    if (
      box.length !== person.name?.length ||
      inMessages(conversation, box) ||
      !samePerson({ name: boxText(outline, box, 120) }, person) ||
      closest(box, isAccountArea)
    )
      continue;
    let card: Box | undefined = box;
    for (let climbed = 0; card && climbed < 5 && card.length < 600; climbed++, card = card.parent) {
      const mails = new Set(boxText(outline, card, 800).match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []);
      const linked = mails.size === 0 ? mailtoOf(card.element) : undefined;
      if (mails.size === 0 && !linked) continue;
      const email = linked ?? [...mails][0];
      if (mails.size <= 1 && email) return email.toLowerCase();
      break;
    }
  }
  return undefined;
}

/** Where the page shows who is signed in. */
const isAccountArea = ({ tag, role }: Box) => /^(?:HEADER|NAV)$/.test(tag) || /^(?:banner|navigation)$/.test(role);
