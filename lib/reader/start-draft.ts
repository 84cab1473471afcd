/**
 * The draft behind `ReadingDraft`: collects while a reader walks, reads dates and decides roles when it is finished. Over 250 lines: one method for each kind of field.
 */
import type {
  Field,
  FieldName,
  FieldSource,
  Message,
  NativeSla,
  Person,
  PriorityChange,
  StatusChange,
  TicketReading,
  TicketValues,
} from '../ticket.ts';
import { unbrokenHistory } from './change-history.ts';
import type { ChangeLine } from './change-line.ts';
import { dayOrder } from './dates/day-order.ts';
import { readTimeTexts, type TimeTexts, timeTexts } from './dates/element-instant.ts';
import type { InstantReading } from './dates/read-instant.ts';
import { foldLabel, kindOfStatus } from './labels.ts';
import { limits } from './limits.ts';
import { controlText, keptText, type TextOptions, visibleText } from './page-text.ts';
import { readPerson, samePerson } from './person.ts';
import type { DraftMessage, FinishedReading, InstantFieldName, MessagePlace, ReadingContext, ReadingDraft, Source } from './reading-draft.ts';
import { type RoleGuess, roleOf } from './roles.ts';

/** How sure an adapter's own hook is when it does not say otherwise. */
const adapterSure = 0.95;

export interface StartedDraft extends ReadingDraft {
  finish(): FinishedReading;
  /** A value already in the draft. */
  value(name: FieldName): unknown;
  /** Completes a value already in the draft. */
  replace<K extends FieldName>(name: K, value: TicketValues[K]): void;
  /** What the page says about an instant already in the draft. */
  timeOf(name: InstantFieldName): TimeTexts | undefined;
}

/** @param from what the fields are stamped with */
export function startDraft(context: ReadingContext, from: FieldSource): StartedDraft {
  const fields: { -readonly [K in FieldName]?: Field<unknown> } = {};
  const places = new Map<string, Element>();
  const customFields: Record<string, Field<string>> = {};
  const instants: {
    name: InstantFieldName;
    texts: TimeTexts;
    how: string;
    sure: number;
  }[] = [];
  const slas: {
    name: string;
    texts: TimeTexts | undefined;
    more: Partial<NativeSla>;
  }[] = [];
  const changes: { texts: TimeTexts | undefined; change: ChangeLine; how: string }[] = [];
  let creation: TimeTexts | undefined;
  const messages: {
    draft: DraftMessage;
    author: Person | undefined;
    texts: TimeTexts | undefined;
  }[] = [];
  const problems: string[] = [];
  const empty = new Set<FieldName>();
  let missing: number | 'some' | undefined;

  // Of what the generic reader finds, only a label is as good as a label.
  const sourceOf = (how: string): FieldSource => (from === 'label' && !how.startsWith('label:') ? 'heuristic' : from);
  function put<K extends FieldName>(name: K, value: unknown, how: string, sure: number, element?: Element): void {
    if (value === undefined || value === '' || fields[name] || sure < 0.5) return;
    fields[name] = { value, from: sourceOf(how), how, sure };
    if (element) places.set(name, element);
  }
  const draft: StartedDraft = {
    context,
    text(name, source, how, sure = adapterSure) {
      const value = textOf(source);
      if (value && value.length <= limits.value && !isPlaceholder(value)) put(name, value, how, sure, elementOf(source));
    },
    status(source, how, kind, sure = adapterSure, element = elementOf(source)) {
      const value = textOf(source);
      if (!value || value.length > limits.label) return;
      put('status', value, how, sure, element);
      put('statusKind', kind ?? kindOfStatus(value), how, sure, element);
    },
    instant(
      name,
      source,
      how,
      sure = adapterSure,
      element = typeof source === 'object' && source && 'machine' in source ? undefined : elementOf(source),
    ) {
      const texts = textsOf(source);
      if (!texts || instants.some((i) => i.name === name)) return;
      instants.push({ name, texts, how, sure });
      if (element) places.set(name, element);
    },
    requester(source, how, sure = adapterSure, element) {
      const person = isPerson(source) ? source : readPerson(textOf(source) ?? '');
      put('requester', person, how, sure, isPerson(source) ? element : elementOf(source));
    },
    tags(sources, how) {
      const tags = [...new Set(sources.map((s) => textOf(s)).filter((t): t is string => !!t && t.length <= limits.label))];
      const first = sources.find((s) => elementOf(s));
      if (tags.length > 0) put('tags', tags, how, adapterSure, elementOf(first)?.parentElement ?? undefined);
    },
    custom(label, source, how) {
      const name = (textOf(label) ?? '').replace(/\s*[:*：]+$/, '');
      const value = textOf(source);
      if (!name || name.length > limits.label || !value || value.length > limits.value || isPlaceholder(value)) return;
      if (Object.hasOwn(customFields, name) || Object.keys(customFields).length >= limits.customFields) return;
      customFields[name] = { value, from, how, sure: adapterSure };
      const element = elementOf(source);
      if (element) places.set(`custom:${name}`, element);
    },
    nativeSla(name, due, _how, more = {}) {
      const label = textOf(name);
      if (label) slas.push({ name: label, texts: textsOf(due), more });
    },
    change(at, change, how) {
      if (changes.length < limits.changes) changes.push({ texts: textsOf(at), change, how });
    },
    allChanges(createdAt) {
      creation = textsOf(createdAt);
    },
    message(message) {
      if (messages.length >= limits.messages) return;
      const author = readPerson(textOf(message.author) ?? '');
      const person =
        author || message.email
          ? {
              ...author,
              ...(message.email && { email: message.email.toLowerCase() }),
            }
          : undefined;
      messages.push({
        draft: message,
        author: person,
        texts: textsOf(message.at),
      });
    },
    missing(count) {
      missing = count;
    },
    set(name, value, how, sure = adapterSure, element) {
      put(name, value, how, sure, element);
    },
    none(name) {
      empty.add(name);
    },
    problem(what) {
      problems.push(what);
    },
    value: (name) => fields[name]?.value,
    replace(name, value) {
      const known = fields[name];
      if (known) fields[name] = { ...known, value };
    },
    timeOf: (name) => instants.find((i) => i.name === name)?.texts,
    finish,
  };
  return draft;

  function finish(): FinishedReading {
    const textOfMessages = messages.map(({ draft: m }) => messageText(bodiesOf(m), m, context.memory));
    const dayFirst = context.dayFirst ?? evidence();
    const read = (texts: TimeTexts, tense: 'past' | 'future'): InstantReading | undefined =>
      readTimeTexts(texts, {
        zone: context.zone,
        now: context.now,
        tense,
        ...(context.language && { language: context.language }),
        ...(dayFirst !== undefined && { dayFirst }),
      });

    for (const { name, texts, how, sure } of instants) {
      const found = read(texts, name === 'dueAt' ? 'future' : 'past');
      if (!found) {
        places.delete(name);
        continue;
      }
      fields[name] = {
        value: found.date ?? found.instant,
        from: sourceOf(how),
        how: `${how} ${found.how}`,
        sure,
        ...(found.errorMs !== undefined && { errorMs: found.errorMs }),
      };
    }
    if (slas.length > 0) {
      const value = slas.map(({ name, texts, more }) => {
        const due = texts && read(texts, 'future');
        return {
          name,
          ...(due && { dueAt: due.date ?? due.instant }),
          ...more,
        };
      });
      put('nativeSla', value, 'sla', adapterSure);
    }
    const complete = putHistories(read);

    const requester = fields.requester?.value as Person | undefined;
    const agents = knownAgents(requester);
    // Known by address alone: who wrote under an account of that name tells the others apart.
    const account = requester && !requester.name ? messages.find((m) => m.author?.name && samePerson(m.author, requester))?.author?.name : undefined;
    const asker = requester ? (account ? { ...requester, name: account } : requester) : openingAuthor(agents);
    // Who asked takes no part: that somebody else is not them says nothing of who that is.
    const silent = requester !== undefined && !messages.some((m) => m.author && samePerson(m.author, asker ?? requester));
    const guessRole = (author: Person | undefined, internal: boolean): RoleGuess => {
      const guess = roleOf(author, asker, agents, internal);
      if (silent && guess.how === 'role:not-requester') return { role: 'unknown', sure: 0, how: 'role:requester-silent' };
      if (requester || guess.role !== 'customer')
        return !requester && guess.how === 'role:not-requester' ? { role: 'unknown', sure: 0, how: 'role:no-requester' } : guess;
      return { role: 'customer', sure: 0.65, how: 'role:wrote-first' };
    };
    const finished = messages.map(({ draft: m, author, texts }, i) => {
      const at = texts && read(texts, 'past');
      const guess = m.role ? { role: m.role, sure: m.roleSure ?? adapterSure, how: '' } : guessRole(author, m.internal ?? false);
      const bodies = bodiesOf(m);
      const message: Message = {
        ...(author?.name && { author: author.name }),
        ...(author?.email && { email: author.email }),
        role: guess.role,
        roleSure: guess.sure,
        internal: m.internal ?? false,
        ...(at && { at: at.date ?? at.instant }),
        ...(at?.errorMs && { atErrorMs: at.errorMs }),
        text: textOfMessages[i] ?? '',
        attachments: m.attachments ?? [],
        how: [m.how, guess.how].filter(Boolean).join(' '),
      };
      const place: MessagePlace = {
        element: m.element,
        bodies,
        ...(m.skip && { skip: m.skip }),
      };
      return { message, place };
    });
    if (isNewestFirst(finished.map((f) => f.message))) finished.reverse();
    const reading: TicketReading = {
      fields: fields as TicketReading['fields'],
      customFields,
      messages: finished.map((f) => f.message),
      ...(missing !== undefined && { missingMessages: missing }),
      ...(complete && { statusHistoryComplete: true }),
    };
    return {
      reading,
      places: { fields: places, messages: finished.map((f) => f.place) },
      empty,
      problems,
    };
  }

  /** @returns whether the status history reaches back to the creation without a hole */
  function putHistories(read: (texts: TimeTexts, tense: 'past') => InstantReading | undefined): boolean {
    const exact = (texts: TimeTexts | undefined): string | undefined => {
      const at = texts && read(texts, 'past');
      return at && !at.errorMs && at.date === undefined ? at.instant : undefined;
    };
    const createdAt = exact(creation);
    const historyOf = (field: ChangeLine['field']) => {
      const printed = changes.filter((c) => c.change.field === field);
      const { changes: kept, unbroken } = unbrokenHistory(printed.map((c) => ({ ...c.change, how: c.how, at: exact(c.texts) })));
      const present = fields[field]?.value as string | undefined;
      const last = kept.at(-1);
      const whole = createdAt !== undefined && unbroken && present !== undefined && (last === undefined || foldLabel(last.to) === foldLabel(present));
      // What it was at first is what the first change changed.
      const first = kept.length === 0 ? present : kept[0]?.from;
      const opening = whole && first !== undefined ? [{ at: createdAt, to: first }] : [];
      return { all: [...opening, ...kept], how: last?.how ?? 'history', whole: whole && opening.length > 0 };
    };
    const status = historyOf('status');
    if (status.all.length > 0)
      put(
        'statusHistory',
        status.all.map(({ at, to, kind }: { at: string; to: string; kind?: StatusChange['kind'] }): StatusChange => {
          const known = kind ?? kindOfStatus(to);
          return { at, status: to, ...(known && { kind: known }) };
        }),
        status.how,
        adapterSure,
      );
    const priority = historyOf('priority');
    if (priority.all.length > 1 || (priority.all.length > 0 && !priority.whole))
      put(
        'priorityHistory',
        priority.all.map(({ at, to }): PriorityChange => ({ at, priority: to })),
        priority.how,
        adapterSure,
      );
    return status.whole;
  }

  /** Where the page names no requester: whoever wrote first, if somebody else is known to work on it. */
  function openingAuthor(agents: readonly Person[]): Person | undefined {
    const [first, last] = [messages[0], messages.at(-1)];
    if (agents.length === 0 || !first || !last || first === last) return undefined;
    const at = (m: typeof first) =>
      m.texts ? Date.parse(readTimeTexts(m.texts, { zone: context.zone, now: context.now, dayFirst: true })?.instant ?? '') : Number.NaN;
    const opening = at(first) <= at(last) ? first : at(last) < at(first) ? last : undefined;
    const author = opening?.author;
    return author && !agents.some((a) => samePerson(a, author)) ? author : undefined;
  }

  function evidence(): boolean | undefined {
    const texts: { text: string; past: boolean }[] = [];
    const add = (t: TimeTexts | undefined, past: boolean) => {
      if (t) for (const text of [...t.titles, t.text]) texts.push({ text, past });
    };
    for (const { name, texts: t } of instants) add(t, name !== 'dueAt');
    for (const { texts: t } of messages) add(t, true);
    for (const { texts: t } of slas) add(t, false);
    return dayOrder(texts, context.now);
  }

  function knownAgents(requester: Person | undefined): Person[] {
    const agents: Person[] = [];
    const assignee = fields.assignee && readPerson(fields.assignee.value as string);
    if (assignee) agents.push(assignee);
    for (const { draft: m, author } of messages) if (author && (m.internal || m.role === 'agent')) agents.push(author);
    return requester ? agents : agents.filter((a) => a.name || a.email);
  }
}

function bodiesOf({ body }: DraftMessage): readonly Element[] {
  return Array.isArray(body) ? (body as readonly Element[]) : [body as Element];
}

/** Joined text of a message's parts; the same offsets that places.range takes. */
function messageText(bodies: readonly Element[], { skip, skips = '' }: DraftMessage, memory: ReadingContext['memory']): string {
  return bodies
    .map((body) => keptText(body, messageOptions(skip), memory, skips))
    .filter(Boolean)
    .join('\n')
    .slice(0, limits.messageText);
}

/** How message bodies are turned into text: without controls, with the quoted lines that the page folds away. */
export function messageOptions(skip?: (element: Element) => boolean): TextOptions {
  return {
    controls: false,
    atMost: limits.messageText,
    reveal: isFoldedQuote,
    skip: (e) => isToggle(e) || (skip?.(e) ?? false),
  };
}

/** Plain-text quoting keeps its marks, so whoever reads the text still knows that it is a quote. */
function isFoldedQuote(element: Element): boolean {
  return /^\s*>/.test(element.textContent ?? '') && element.tagName !== 'SCRIPT' && element.tagName !== 'STYLE';
}

function isToggle(element: Element): boolean {
  if (/(?:^|[\s_-])(?:avatar|initials)(?:$|[\s_-])/i.test(element.getAttribute('class') ?? '') && (element.textContent ?? '').trim().length <= 4)
    return true;
  if (element.tagName === 'BUTTON' || element.getAttribute('role') === 'button') return true;
  const clickable =
    element.hasAttribute('onclick') || element.hasAttribute('aria-expanded') || /^(?:#|javascript:)/.test(element.getAttribute('href') ?? '');
  return clickable && (element.textContent ?? '').trim().length < 40;
}

/** True where the page shows the newest entry first: every dated neighbour runs backwards. */
function isNewestFirst(messages: readonly Message[]): boolean {
  const times = messages.flatMap((m) => (m.at ? [Date.parse(m.at)] : []));
  let backwards = 0;
  let forwards = 0;
  for (let i = 1; i < times.length; i++) {
    const step = (times[i] ?? 0) - (times[i - 1] ?? 0);
    if (step < 0) backwards++;
    if (step > 0) forwards++;
  }
  return backwards > forwards;
}

function textOf(source: Source): string | undefined {
  if (!source) return undefined;
  const text = typeof source === 'string' ? source : (controlText(source) ?? visibleText(source, { atMost: 2_000 }));
  return text.replace(/\s+/g, ' ').trim() || undefined;
}

function elementOf(source: Source): Element | undefined {
  return source && typeof source !== 'string' ? source : undefined;
}

function textsOf(source: Source | TimeTexts): TimeTexts | undefined {
  if (!source) return undefined;
  if (typeof source === 'object' && 'machine' in source) return source;
  if (typeof source === 'string') return { machine: [source], titles: [], text: source };
  const texts = timeTexts(source);
  const control = controlText(source);
  return control ? { ...texts, text: control } : texts;
}

function isPerson(source: Source | Person): source is Person {
  return !!source && typeof source === 'object' && !('nodeType' in source);
}

/** A dash or an ellipsis stands for nothing. */
export function isPlaceholder(value: string): boolean {
  return !/[\p{L}\p{N}]/u.test(value) || /^(?:n\/a|\(none\)|<none>|\(no value\)|\(empty\))$/i.test(value);
}
