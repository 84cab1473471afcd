/**
 * From label-value pairs to fields: the value must fit the meaning, places count differently, and a tie is no answer. Over 250 lines: one check of fit for each field, side by side.
 */
import { foldLabel, isEmptyWord, isPriorityWord, type LabelMeaning, statusKindOf } from '../labels.ts';
import { limits } from '../limits.ts';
import type { Person } from '../../ticket.ts';
import { mailtoOf, readPerson } from '../person.ts';
import type { InstantFieldName, ReadingDraft } from '../reading-draft.ts';
import { readInstant } from '../dates/read-instant.ts';
import type { Conversation } from './conversation.ts';
import type { askerOf } from './asker.ts';
import { inMessages } from './in-messages.ts';
import type { LabelValue, Relation } from './label-values.ts';
import { type Box, boxText, closest, hookTokens, holds, inFurniture, isEditor, type Outline } from './outline.ts';

/** How much a relation alone is worth. */
const relationWeight: Readonly<Record<Relation, number>> = {
  'definition list': 0.92,
  'table row': 0.9,
  'form label': 0.85,
  'accessible name': 0.82,
  neighbours: 0.84,
  'one line': 0.82,
  'no colon': 0.72,
};

export interface Candidate {
  readonly pair: LabelValue;
  readonly weight: number;
  readonly why: string;
}

/** What the labels of the page say, for the page's score and for the rest of the generic reader. */
export interface FieldFindings {
  /** Meanings whose label is on the page outside messages, with or without a usable value. */
  readonly labelled: ReadonlySet<LabelMeaning>;
  readonly pairs: readonly LabelValue[];
  /** An empty subject beside a submit button: somebody is about to create a ticket. */
  readonly creates: boolean;
}

const instants = ['createdAt', 'updatedAt', 'resolvedAt', 'dueAt'] as const satisfies readonly InstantFieldName[];

/** Puts the fields that labels give into the draft. */
export function readFields(
  outline: Outline,
  pairs: readonly LabelValue[],
  conversation: Conversation | undefined,
  draft: ReadingDraft,
  askerRules?: typeof askerOf,
): FieldFindings {
  const usable = pairs.filter((p) => !inMessages(conversation, p.labelBox) && !inFurniture(p.labelBox));
  const labelled = new Set(usable.flatMap((p) => (p.meaning ? [p.meaning] : [])));
  const creates = usable.some((p) => p.meaning === 'subject' && p.control && p.value === '' && inFormWithEditor(outline, p.valueBox));
  const labels = labelsOf(usable);
  const best = (meaning: LabelMeaning, fit: (pair: LabelValue) => number): Candidate | undefined =>
    choose(
      outline,
      usable.filter((p) => p.meaning === meaning),
      labels,
      fit,
    );
  const how = (c: Candidate) => `label:${c.pair.label} (${c.why})`;

  const status = best('status', (p) =>
    p.value.length > 40 || readsAsDate(p, draft) ? 0 : statusKindOf(p.value) ? 1.05 : /^[\p{L}][\p{L}\p{N} ()/+'’-]{1,39}$/u.test(p.value) ? 0.85 : 0,
  );
  if (status) draft.status(source(status), how(status));
  const priority = best('priority', (p) =>
    p.value.length > 30 || readsAsDate(p, draft)
      ? 0
      : isPriorityWord(p.value.replace(/\s*[/|,;·-]+$|^\d\s+/g, ''))
        ? 1.05
        : /^(?:P?\d{1,3}|\d\s?[-–.:(\s].{2,20}|[\p{L}][\p{L}\p{N} ()/-]{1,24})[/|,;·-]?$/u.test(p.value)
          ? 0.85
          : 0,
  );
  if (priority) draft.text('priority', source(priority), how(priority), Math.min(0.95, priority.weight));
  const asker = askerRules?.(outline, conversation, usable, draft.context);
  // A value that holds labels itself is a card, not a name.
  const text = (p: LabelValue) => asker?.text(p) ?? p.value;
  const person = (p: LabelValue) =>
    usable.some((q) => q !== p && q.meaning && q.labelBox !== p.valueBox && holds(p.valueBox, q.labelBox)) ? 0 : personFit(text(p));
  const asked = (p: LabelValue) => (asker?.isFirm(p) ? 0 : person(p));
  const requester = best('requester', asked) ?? best('requester', (p) => (asker?.isCustomer(p) ? 0 : asked(p)));
  const author = requester ?? best('author', (p) => (inAccountArea(p.labelBox) ? 0 : person(p) * 0.9));
  const card = author ? undefined : asker?.card();
  if (author) draft.requester(withEmail(text(author.pair), author, usable), how(author), Math.min(0.95, author.weight), author.pair.valueBox.element);
  else if (card) draft.requester(card.person, `label:${card.label} (card)`, 0.85, card.element);
  const assignee = best('assignee', (p) => (asker?.isOnCard(p) ? 0 : person(p)));
  if (assignee)
    draft.set(
      'assignee',
      readPerson(firstLine(text(assignee.pair)))?.name ?? assignee.pair.value,
      how(assignee),
      Math.min(0.95, assignee.weight),
      assignee.pair.valueBox.element,
    );
  const group = best('group', (p) => (asker?.isOnCard(p) || p.value.length > 60 || readsAsDate(p, draft) || /[.!?]\s|@/.test(p.value) ? 0 : 1));
  if (group) draft.text('group', source(group), how(group), Math.min(0.9, group.weight));
  const organization = best('organization', (p) => (p.value.length > 80 || /@/.test(p.value) || readsAsDate(p, draft) ? 0 : 1));
  const company = organization ?? best('requester', (p) => (asker?.isFirm(p) ? 1 : 0));
  if (company) draft.text('organization', source(company), how(company), Math.min(0.9, company.weight));
  for (const name of instants) {
    const whole = best(name, (p) => (readsAsDate(p, draft) ? 1 : 0));
    if (whole) {
      draft.instant(
        name,
        /^(?:one line|no colon)$/.test(whole.pair.relation) ? whole.pair.value : timeSource(whole, draft),
        how(whole),
        Math.min(0.95, whole.weight),
      );
      continue;
    }
    const timeIn = (p: LabelValue) => asker?.timeAboveName(p) ?? timeBeforeName(outline, p, draft);
    const signed = best(name, (p) => (timeIn(p) ? 0.95 : 0));
    const time = signed && timeIn(signed.pair);
    if (signed && time) draft.instant(name, time, how(signed), Math.min(0.9, signed.weight));
  }
  const tags = best('tags', (p) => (p.value.length > 250 ? 0 : 1));
  if (tags) draft.tags(tagSources(outline, tags), how(tags));
  for (const [meaning, clock] of [
    ['slaFirst', 'firstResponse'],
    ['slaNext', 'nextResponse'],
    ['slaResolution', 'resolution'],
  ] as const) {
    const found = best(meaning, (p) => (readsAsDate(p, draft) ? 1 : 0));
    if (found)
      draft.nativeSla(found.pair.label, timeSource(found, draft), how(found), {
        clock,
      });
  }
  readCustomFields(outline, usable, draft);
  return { labelled, pairs: usable, creates };
}

/**
 * The known labels that the page itself prints. "Resolved" and "Closed" are states as well as labels of a date: they are labels here only
 * where something with a number stands beside them.
 */
export function labelsOf(pairs: readonly LabelValue[]): ReadonlySet<string> {
  return new Set(
    pairs
      .filter((pair) => pair.meaning !== undefined && (statusKindOf(pair.label) === undefined || /\p{N}/u.test(pair.value)))
      .map((pair) => foldLabel(pair.label)),
  );
}

/** The one value that stands out; `undefined` where there is none, or two are as good. */
export function choose(
  outline: Outline,
  pairs: readonly LabelValue[],
  labels: ReadonlySet<string>,
  fit: (pair: LabelValue) => number,
): Candidate | undefined {
  const candidates: Candidate[] = [];
  for (const pair of pairs) {
    // Another row's label where a value should be is the next row's: this row's value was not drawn.
    if (!pair.value || isEmptyWord(pair.value) || labels.has(foldLabel(pair.value))) continue;
    let weight = relationWeight[pair.relation] * fit(pair);
    const why: string[] = [pair.relation];
    if (pair.control && inFormWithEditor(outline, pair.valueBox)) {
      // What would be sent with a reply or a new ticket is not what the ticket has.
      weight *= 0.5;
      why.push('reply form');
    } else if (pair.control) weight *= 0.98;
    if (weight >= 0.5) candidates.push({ pair, weight, why: why.join(', ') });
  }
  candidates.sort((a, b) => b.weight - a.weight);
  const [first] = candidates;
  if (!first) return undefined;
  const rival = candidates.find(
    (c) =>
      fold(c.pair.value) !== fold(first.pair.value) &&
      first.weight - c.weight < 0.08 &&
      !holds(c.pair.valueBox, first.pair.valueBox) &&
      !holds(first.pair.valueBox, c.pair.valueBox),
  );
  return rival ? undefined : first;
}

function fold(value: string): string {
  return value.toLowerCase().replace(/\s+/g, ' ');
}

function source(candidate: Candidate): Element | string {
  const { pair } = candidate;
  // `Urgent/` is what is left of `Urgent/unknown` when the second half is hidden.
  if (/[/|,;·-]$/.test(pair.value) && pair.value.length <= 40) return pair.value.replace(/\s*[/|,;·-]+$/, '');
  return /^(?:one line|no colon)$/.test(pair.relation) || pair.labelBox === pair.valueBox || holds(pair.valueBox, pair.labelBox)
    ? pair.value
    : pair.valueBox.element;
}

/** Without what stands below a name, and without the day since when it has been that one. */
function firstLine(value: string): string {
  return (value.split(/\s{2,}|\n/)[0] ?? value).replace(
    /(?<=\p{L})[\s,、，(]+(?:于|於|on|since|am|seit|le|depuis|el|desde|em|dal?|op|od|с)?\s*\d{1,4}[-/.年]\d.*$/u,
    '',
  );
}

/** The person of a label, with the address that the same block labels as one. */
function withEmail(text: string, candidate: Candidate, pairs: readonly LabelValue[]): Person {
  const person = readPerson(firstLine(text)) ?? {};
  if (person.email) return person;
  const linked = mailtoOf(candidate.pair.valueBox.element);
  if (linked) return { ...person, email: linked };
  const { frame } = rowFrame(candidate.pair);
  const email = pairs.filter((p) => p.meaning === 'email' && rowFrame(p).frame === frame).map((p) => readPerson(p.value)?.email);
  const [only] = email;
  return email.length === 1 && only ? { ...person, email: only } : person;
}

export function personFit(value: string): number {
  if (value.length > 120 || /[!?]|\.\s\p{Lu}/u.test(value.replace(/\b\p{Lu}\p{Ll}{0,3}\.\s/gu, ''))) return 0;
  const person = readPerson(firstLine(value));
  if (!person) return 0;
  if (person.email) return 1.05;
  const words = (person.name ?? '').split(/\s+/);
  if (/^\d+$/.test(person.name ?? '') || statusKindOf(person.name ?? '')) return 0;
  return words.length <= 5 ? 1 : words.length <= 7 ? 0.75 : 0;
}

/** "User: Maya" at the top of the page names who is logged in. */
function inAccountArea(box: Box): boolean {
  return (
    closest(
      box,
      (b) =>
        /^(?:HEADER|NAV)$/.test(b.tag) ||
        /^(?:banner|navigation)$/.test(b.role) ||
        hookTokens(b).some((t) => /^(?:loggedas|loggedin|logged|account|session|topbar|navbar|userbar|usermenu)$/.test(t)),
    ) !== undefined
  );
}

function readsAsDate(pair: LabelValue, draft: ReadingDraft): boolean {
  const { zone, now, language } = draft.context;
  // Only whether it is one; which day comes first is settled when all dates are known.
  return (
    readInstant(dateText(pair.value), {
      zone,
      now,
      dayFirst: true,
      ...(language && { language }),
    }) !== undefined || hasMachineTime(pair.valueBox.element)
  );
}

/**
 * "25.11. 2026 04:03:46 lähettäjä <Maya>": the time with one word or mark after it and then somebody's name in an element of its own. Only
 * where the clock can do without a part of the day, which that word could be.
 */
function timeBeforeName(outline: Outline, { valueBox }: LabelValue, draft: ReadingDraft): string | undefined {
  const [first, second] = outline.runs.slice(valueBox.start, valueBox.end);
  if (!first || !second || second.box === first.box || /\d/.test(second.text) || first.text.length > 80) return undefined;
  const cut = /^(.*?\b(\d{1,2})[:.]\d{2}(?:[:.](\d{2}))?(?:[+-]\d{2}:?\d{2})?)\s+(?:\p{L}{1,16}|[-–—(])$/u.exec(first.text);
  if (!cut?.[1] || (cut[3] === undefined && Number(cut[2]) < 13)) return undefined;
  const { zone, now, language } = draft.context;
  return readInstant(cut[1], { zone, now, dayFirst: true, ...(language && { language }) }) ? cut[1] : undefined;
}

function dateText(value: string): string {
  return value.slice(0, 200);
}

function hasMachineTime(element: Element): boolean {
  return (
    element.tagName === 'TIME' ||
    element.hasAttribute('datetime') ||
    element.querySelector('time[datetime],[datetime],[data-timestamp],relative-time') !== null
  );
}

function timeSource(candidate: Candidate, draft: ReadingDraft): Element | string {
  const { pair } = candidate;
  if (hasMachineTime(pair.valueBox.element) || /\d/.test(pair.valueBox.element.getAttribute('title') ?? '')) return pair.valueBox.element;
  void draft;
  return source(candidate);
}

function tagSources(outline: Outline, candidate: Candidate): (Element | string)[] {
  const { valueBox, value } = candidate.pair;
  const texts = outline.runs.slice(valueBox.start, valueBox.end).filter((r) => r.kind === 'text' && !isRemoveMark(r.text));
  const plain = texts.filter((r) => r.box.tag !== 'BUTTON');
  // Chips that are buttons themselves, unless something else is there to read.
  const runs = plain.length > 0 ? plain : texts;
  const parts = runs.length > 1 ? runs.map((r) => r.text.replace(/[,;]$/, '')) : value.split(/\s*[,;]\s*/);
  return parts.filter((p) => p && !isEmptyWord(p));
}

function isRemoveMark(text: string): boolean {
  return /^[×✕✖x+]$/i.test(text);
}

const editors = new WeakMap<Outline, readonly Box[]>();

/** Whether the control stands in a form in which somebody types a text. */
function inFormWithEditor(outline: Outline, box: Box): boolean {
  let boxes = editors.get(outline);
  if (!boxes) {
    boxes = outline.boxes.filter((b) => isEditor(b) || (b.tag === 'INPUT' && isEmptyTextInput(b.element)));
    editors.set(outline, boxes);
  }
  const form = closest(box, (b) => b.tag === 'FORM' || b.role === 'form' || hookTokens(b).includes('composer'));
  if (!form) return false;
  // A form around the whole page is a frame, not a reply.
  if (form.length > outline.root.length * 0.6 && outline.root.length > 400) return false;
  return boxes.some((e) => e !== box && holds(form, e));
}

function isEmptyTextInput(element: Element): boolean {
  return (
    /^(?:text)?$/i.test(element.getAttribute('type') ?? '') &&
    (element as HTMLInputElement).value === '' &&
    /subject|title|betreff|objet|asunto/i.test(`${element.getAttribute('name')} ${element.id}`)
  );
}

/** A short number alone counts something (replies, views), unless its label says that it is one. */
function isCount({ label, value }: LabelValue): boolean {
  return (
    /^\d{1,4}$/.test(value) &&
    !/(?<!\p{L})(?:number|no|nr|num|id|code|ref|nummer|numéro|número|numero|numer|mã|số|номер)(?!\p{L})|nummer$|番号|号码|編號|编号|번호/iu.test(
      label,
    )
  );
}

const neverCustom = /^https?:|^[^\p{L}\p{N}]*$/u;

/** Labelled values of the ticket that are none of ours, where the page sets them apart as fields. */
function readCustomFields(outline: Outline, pairs: readonly LabelValue[], draft: ReadingDraft): void {
  const values = new Map<string, number>();
  for (const p of pairs) values.set(p.value, (values.get(p.value) ?? 0) + 1);
  // A row of its own in a block that also shows one of the ticket's known fields, or in a block of custom fields.
  const homes = pairs
    .filter((p) => p.meaning && p.meaning !== 'other' && p.meaning !== 'detail' && p.meaning !== 'customerTier')
    .map((p) => rowFrame(p));
  for (const pair of pairs) {
    const custom =
      pair.meaning === undefined ||
      pair.meaning === 'detail' ||
      pair.meaning === 'customerTier' ||
      pair.meaning === 'severity' ||
      pair.meaning === 'urgency' ||
      pair.meaning === 'impact';
    if (!custom || !(pair.marked || pair.meaning === 'detail') || !pair.value || isEmptyWord(pair.value) || neverCustom.test(pair.value)) continue;
    if (pair.value.length > 120 || pair.label.length < 2 || pair.label.length > 40 || /\d{3}|[?!]/.test(pair.label)) continue;
    const hooked =
      closest(pair.labelBox, (b) =>
        hookTokens(b).some((t, i, all) => t === 'cf' || (t === 'custom' && all.includes('field')) || t === 'customfield' || t === 'customfields'),
      ) !== undefined;
    if (!hooked) {
      // Without a mark of their own: only words, not dates, not people, not what several labels share ("Not set").
      if ((values.get(pair.value) ?? 0) > 1 && pair.meaning !== 'customerTier') continue;
      if (pair.meaning === undefined && (readsAsDate(pair, draft) || /@|^\d+\s?%$|^\d+:\d\d/.test(pair.value) || isCount(pair))) continue;
      const frame = rowFrame(pair);
      if (!homes.some((h) => (h.frame === frame.frame && h.shape === frame.shape) || standAlike(h.frame, frame.frame))) continue;
    }
    if (pair.control && inFormWithEditor(outline, pair.valueBox)) continue;
    const items = listItems(outline, pair.valueBox);
    draft.custom(
      pair.label,
      items.length > 1 ? items.join(', ') : holds(pair.valueBox, pair.labelBox) ? pair.value : pair.valueBox.element,
      `label:${pair.label} (${pair.relation})`,
    );
  }
}

/** The block that holds the row of a pair, and how the row looks. */
function rowFrame(pair: LabelValue): { frame: Box | undefined; shape: string } {
  let row: Box | undefined = pair.labelBox;
  while (row && !holds(row, pair.valueBox)) row = row.parent;
  if (row && row.tag === 'DL') return { frame: row, shape: 'DL' };
  return { frame: row?.parent, shape: `${row?.tag}` };
}

/** Two blocks of the same make, side by side under one parent. */
function standAlike(a: Box | undefined, b: Box | undefined): boolean {
  let [left, right] = [a, b];
  for (let climbed = 0; climbed < 4 && left && right; climbed++) {
    if (left.tag !== right.tag || left.look !== right.look) return false;
    if (left.parent && left.parent === right.parent) return left !== right && (climbed > 0 || left.tag === 'DL');
    left = left.parent;
    right = right.parent;
  }
  return false;
}

function listItems(outline: Outline, box: Box): string[] {
  const items: string[] = [];
  const look = (at: Box): void => {
    if (at.tag === 'LI' && at.end > at.start) items.push(boxText(outline, at, limits.value));
    at.children.forEach(look);
  };
  look(box);
  return items;
}
